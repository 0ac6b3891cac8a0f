"""`articles.jsonl` as written: parsed articles as JSON objects, one a line. `article_records` reads it back."""

import json
from typing import Any

from kg.model.article import Article
from kg.model.source import Span

Json = dict[str, Any]


def article_to_json(article: Article, iri: str) -> Json:
    """Return an article as `articles.jsonl` has it, `iri` as its `id`."""
    text = article.text
    body = [line for line in article.lines if line.role in ("paragraph", "crosshead")]
    return {
        "id": iri,
        "kind": article.kind,
        "headline": article.line_text("headline"),
        "kicker": article.line_text("kicker"),
        "subheadline": "\n".join(span.of(text) for span in article.of_role("subheadline")) or None,
        "section_headings": [
            {"text": line.span.of(text), "before": index + 1}
            for index, line in enumerate(body)
            if line.role == "crosshead"
        ],
        "bylines": [
            {
                "role": b.role,
                "name": b.name,
                "start": b.span.start,
                "end": b.span.end,
                "organization": _organization(b.organization, text),
            }
            for b in article.bylines
        ],
        "dateline": _dateline(article),
        "paragraphs": [{"text": p.span.of(text), "start": p.span.start, "end": p.span.end} for p in body],
        "text": text,
        "source_map": [list(row) for row in article.offsets.rows],
        "source_file": article.source_files[0] if article.source_files else None,
        "source_files": list(article.source_files),
        "source_sha256": article.source_sha256,
        "continued": [
            {"source_files": list(each.source_files), "source_sha256": each.source_sha256} for each in article.continued
        ],
        "encoding": article.encoding,
        "page": article.page,
        "newspaper": article.newspaper,
        "published": article.published.isoformat() if article.published else None,
        "place": {"name": article.place.name, "code": article.place.code} if article.place else None,
        "repairs": dict(article.repairs),
        "warnings": list(article.warnings),
    }


def article_to_line(article: Article, iri: str) -> str:
    """Return an article as one line of `articles.jsonl`, with its line feed."""
    return json.dumps(article_to_json(article, iri), ensure_ascii=False, separators=(",", ":")) + "\n"


def _organization(span: Span | None, text: str) -> Json | None:
    return None if span is None else {"name": span.of(text), "start": span.start, "end": span.end}


def _dateline(article: Article) -> Json | None:
    dateline = article.dateline
    if dateline is None:
        return None
    return {
        "place": dateline.place,
        "date": dateline.date.isoformat() if dateline.date else None,
        "text": dateline.span.of(article.text),
    }
