"""Gold facts: JSON files that say what a careful reader finds in an article, as `docs/evaluation.md` describes."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The facts of one article, or of one page where its articles are pooled.

    `posts` are person, title and organization (None: unsaid); `figures` value and unit; each `optional_*` holds what is
    neither rewarded nor punished; `aliases` are sets of names of one organization; `either` are the events that one may
    as well call a drive; `derived` are labels of events in other words than the text's.
    """

    name: str
    published: date | None
    persons: frozenset[str]
    officials: frozenset[str]
    posts: tuple[tuple[str, str, str | None], ...]
    organizations: tuple[str, ...]
    aliases: tuple[frozenset[str], ...]
    events: tuple[str, ...]
    campaigns: tuple[frozenset[str], ...]
    figures: tuple[tuple[float, str], ...]
    vague: tuple[str, ...]
    optional: dict[str, tuple[str, ...]]
    either: frozenset[str] = frozenset()
    derived: tuple[str, ...] = ()


def read_gold(path: Path) -> Gold:
    """Read one file. Raises `InputError` with the file and what is missing in it."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return _gold(path.stem, data)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(f"{path}: 不是可读的标注文件 (no readable file of gold facts): {error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: 标注缺少或误写 (missing or malformed): {error!r}; 见 docs/evaluation.md") from error


def read_all(folder: Path) -> tuple[Gold, ...]:
    """Read the gold facts of a folder: NAME.json an article, NAME/*.json a page whose articles are pooled."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            found.append(
                pooled(
                    path.name, [read_gold(each) for each in sorted(path.glob("*.json")) if each.name != "articles.json"]
                )
            )
        elif path.suffix == ".json":
            found.append(read_gold(path))
    return tuple(found)


def pooled(name: str, golds: list[Gold]) -> Gold:
    """Take the gold facts of a page's articles together."""
    return Gold(
        name=name,
        published=next((g.published for g in golds if g.published), None),
        persons=frozenset().union(*(g.persons for g in golds)),
        officials=frozenset().union(*(g.officials for g in golds)),
        posts=tuple(dict.fromkeys(p for g in golds for p in g.posts)),
        organizations=tuple(dict.fromkeys(o for g in golds for o in g.organizations)),
        aliases=tuple(a for g in golds for a in g.aliases),
        events=tuple(dict.fromkeys(e for g in golds for e in g.events)),
        campaigns=tuple(dict.fromkeys(c for g in golds for c in g.campaigns)),
        figures=tuple(f for g in golds for f in g.figures),
        vague=tuple(v for g in golds for v in g.vague),
        optional={kind: tuple(o for g in golds for o in g.optional.get(kind, ())) for kind in _OPTIONAL},
        either=frozenset().union(*(g.either for g in golds)),
        derived=tuple(d for g in golds for d in g.derived),
    )


_DRIVE_LIKE = frozenset({"activity", "launch", "enforcement", "donation", "training", "other"})
"""Types of events of which some are drives as well."""
_OPTIONAL = ("persons", "organizations", "events", "campaigns", "figures")


def _gold(name: str, data: dict[str, Any]) -> Gold:
    persons = [p for p in data["persons"] if not p.get("optional")]
    optional = {kind: [_words(item) for item in data.get("optional", {}).get(kind, ())] for kind in _OPTIONAL}
    optional["persons"] += [p["name"] for p in data["persons"] if p.get("optional")]
    optional["organizations"] += [q["organization"] for p in data["persons"] for q in p["posts"] if q["organization"]]
    optional["organizations"] += [
        o for e in data["events"] for o in (*e["organizers"], *(n for n, _ in e["participants"]))
    ]
    optional["organizations"] += [o for c in data["campaigns"] for o in c["organizers"]]
    optional["events"] += [n for c in data["campaigns"] for n in (c["label"], *c["aliases"])]
    optional["campaigns"] += [e["label"] for e in data["events"]] + [
        s for c in data["campaigns"] for s in c["sub_campaigns"]
    ]
    both = optional["events"] + optional["campaigns"]
    optional["events"], optional["campaigns"] = both, both
    return Gold(
        name=name,
        published=date.fromisoformat(data["date"]) if data.get("date") else None,
        persons=frozenset(p["name"] for p in persons),
        officials=frozenset(p["name"] for p in persons if p["official"]),
        posts=tuple(
            (p["name"], q["title"], q["organization"])
            for p in persons
            if p["official"]
            for q in p["posts"]
            if q["title"]
        ),
        organizations=tuple(data["organizations"]),
        aliases=tuple(frozenset(pair) for pair in data.get("organization_aliases", ())),
        events=tuple(e["label"] for e in data["events"] if not e.get("label_derived")),
        campaigns=tuple(frozenset((c["label"], *c["aliases"])) for c in data["campaigns"]),
        figures=tuple((float(f["value"]), f["unit"]) for f in data["figures"] if f["value"] is not None),
        vague=tuple(data.get("figures_vague", ())),
        optional={kind: tuple(names) for kind, names in optional.items()},
        either=frozenset(e["label"] for e in data["events"] if e.get("type") in _DRIVE_LIKE),
        derived=tuple(e["label"] for e in data["events"] if e.get("label_derived")),
    )


def _words(item: str | dict[str, Any]) -> str:
    return item if isinstance(item, str) else str(item.get("label") or item.get("expression") or "")
