"""Who signs: a name in brackets at the end of an item, behind the body that sends it, or in a picture's credit."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.annotating.gathering import Gather
from kg.annotating.name_words import is_word, surnames
from kg.annotating.names import is_name
from kg.annotating.naming import Naming
from kg.annotating.transcriptions import is_composed
from kg.model.source import Span

_ITEM_ENDS = "(?=$|[○●◎△▲□■◇◆☆★※【])"
"""Where an item of a digest ends, whose lines may have been joined."""
_SIGNED = Gated(
    r"(?<![㐀-鿿])(?P<name>[㐀-鿿]{2,3}?|[㐀-鿿][ 　][㐀-鿿])"
    rf"(?:[ 　]?摄(?![㐀-鿿])|(?<=[（(]..)[）)]{_ITEM_ENDS}|(?<=[（(]...)[）)]{_ITEM_ENDS})",
    re.MULTILINE,
)
_PAIR_SIGNED = Gated(
    rf"[（(](?P<names>[㐀-鿿]{{2,3}}(?:[ 　、][㐀-鿿]{{2,3}}){{1,3}}|[㐀-鿿]{{4,6}})[）)]{_ITEM_ENDS}", re.MULTILINE
)
_NAMES = r"(?P<names>[㐀-鿿]{2,3}(?:[ 　、][㐀-鿿]{2,3}){1,3}|[㐀-鿿]{4,9})"
_TOGETHER = (
    _PAIR_SIGNED,
    Gated(rf"[讯电][（(]{_NAMES}[）)]"),
    Gated(rf"[。！？”][（(]{_NAMES}[ 　](?=(?:本报|见习|实习|特约|全媒体)*(?:记者|通讯员)[ 　])"),
    Gated(rf"[。！？”]{_NAMES}[ 　]?摄$", re.MULTILINE),
    Gated(r"^[■□][ 　]?(?P<names>[㐀-鿿]{2,3}(?:[ 　][㐀-鿿]{2,3}){1,3})$", re.MULTILINE),
)
"""Where several sign: at the end of an item, in the dateline, before 记者, and who took the picture."""
_CLOSED = frozenset("。！？”…")
"""What an item ends in before who signs it: …。（高澜）."""
_SENT = re.compile(
    rf"[：: 　]?(?P<names>[㐀-鿿]{{2,3}}(?:[ 　、][㐀-鿿]{{2,3}}){{0,3}}|[㐀-鿿]{{4,6}})"
    rf"(?:[ 　]?[辑文供])?[）)]{_ITEM_ENDS}",
    re.MULTILINE,
)
_REPORTED = Gated(
    r"[讯电](?:[（(](?=[㐀-鿿]{2,3}[ 　]?(?:(?:本报)?(?:记者|通讯员|报道)|[）)]))|(?=[㐀-鿿]{2,3}报道[：:]))"
    r"(?P<name>[㐀-鿿]{2,3}?)(?=[ 　]?(?:本报)?(?:记者|通讯员|报道|[）)]))"
)
_READER = Gated(
    r"^(?:[一这]位)?(?:读者|市民|村民|居民|家长|学生|患者|业主|职工|旅客|车主)[ 　：:]{1,3}(?P<name>[㐀-鿿]{2,3})$",
    re.MULTILINE,
)
"""Who signs a letter to the paper, on a line alone: 读者 何澄."""
_CREDITED = Gated(
    r"(?:^(?:图片|图|文字|文|图文|审定|终审)[：:](?=[ 　]?[㐀-鿿]{2,3}$)|(?<![㐀-鿿/／])[文图][/／]"
    r"|(?:作者|摄影报道)[：:])"
    r"[ 　]?(?P<name>[㐀-鿿]{2,3})(?=$|[ 　）)])",
    re.MULTILINE,
)
_CLOSING = Gated(r"[。！？”][ 　]{0,2}(?P<name>(?!谢谢|高兴|马上|方可|应该)[㐀-鿿]{3})$", re.MULTILINE)
"""Who signs right behind the last sentence of an article: …。何子澄."""
_MARKED = Gated(r"^[■□][ 　]?(?P<name>[㐀-鿿]{2,3})$", re.MULTILINE)
_BARE = (_REPORTED, _READER, _CREDITED, _CLOSING, _MARKED)
_WORD = re.compile(r"[㐀-鿿]+")
_CREDIT = Gated(
    r"[（(](?P<names>[㐀-鿿]{2,4}(?:[ 　、][㐀-鿿]{2,4}){0,3})[ 　]{0,2}"
    r"(?:摄影报道|摄影|摄|文/图|图/文|供图|撰文|校)[）)：]"
)


def find_signatures(gather: Gather, line: Span) -> None:
    """Find the names that sign a line: in brackets at its end, before 记者 in the dateline, in a credit."""
    for m in _SIGNED.finditer(gather.view, line):
        span = Span(m.start("name"), m.end("name"))
        closed = gather.text[span.start - 2 : span.start - 1] in _CLOSED and not is_word(m["name"])
        if is_name(re.sub(r"\s", "", span.of(gather.text))) and (closed or gather.plausible(span)):
            gather.add(span, "person.signature")
    for m in (signed for pattern in _TOGETHER for signed in pattern.finditer(gather.view, line)):
        for span in _signers(gather.text, *m.span("names")):
            gather.add(span, "person.signature")
    for m in _CREDIT.finditer(gather.view, line):
        for name in _WORD.finditer(gather.text, m.start("names"), m.end("names")):
            if is_name(name.group()):
                gather.add(Span(name.start(), name.end()), "person.credit")
    for m in (signed for pattern in _BARE for signed in pattern.finditer(gather.view, line)):
        span = Span(*m.span("name"))
        if is_name(m["name"]) and gather.plausible(span):
            gather.add(span, "person.signature")


def find_senders(gather: Gather, organizations: tuple[Naming, ...]) -> None:
    """Find who signs behind the body that sends the item: （县水利局 林清溪）."""
    for naming in organizations:
        if gather.text[naming.span.start - 1 : naming.span.start] not in {"（", "("}:
            continue
        m = _SENT.match(gather.text, naming.span.end)
        for span in _signers(gather.text, *m.span("names")) if m is not None else ():
            if is_name(span.of(gather.text)) and not is_word(span.of(gather.text)):
                gather.add(span, "person.signature")


def _signers(text: str, start: int, end: int) -> list[Span]:
    """Return the names that sign together; those without a sign between where only one way to cut gives names."""
    names = [Span(name.start(), name.end()) for name in _WORD.finditer(text, start, end)]
    if len(names) == 1 and len(names[0]) > 3 and not is_composed(names[0].of(text)):
        ways = list(_cuts(text, start, end))
        return ways[0] if len(ways) == 1 else []
    return names if all(is_name(span.of(text)) for span in names) else []


def _cuts(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Give the ways to cut characters into names of two and three that are no words."""
    if start == end:
        yield []
    for at in (start + 2, start + 3):
        name = text[start:at]
        if at <= end and name[0] in surnames() and is_name(name) and not is_word(name):
            yield from ([Span(start, at), *rest] for rest in _cuts(text, at, end))
