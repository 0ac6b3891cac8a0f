"""Repairs of single characters: junk, full-width forms, radicals from fonts, vertical forms, doubled glyphs."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from kg import expressions as re
from kg.repairing.edits import Edit

# U+FFFD, private use, controls (line ends and tab aside), noncharacters, lone surrogates: nothing a reader sees.
_JUNK = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff"
# Soft hyphens, zero-width and direction marks, variation selectors.
_INVISIBLE = r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
_VERTICAL = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︰︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄",
        "，、。：；！？〖〗…：—（）｛｝〔〕【】《》〈〉「」『』",
        strict=True,
    )
)
# PDF fonts map glyphs to radicals that look the same. Kangxi radicals fold by Unicode's own table, these do not.
_RADICALS = dict(
    zip("⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻩⻬⻰", "民西见角贝车长门青页风飞食马骨鬼鱼黄齐龙", strict=True)
)
# What is left of the rules between columns, where a line begins or ends.
_RULES = r"(?:^|(?<=[\r\n]))[ \u3000]*[|｜│┃¦]+|[|｜│┃¦]+(?=[ \u3000]*(?:[\r\n]|$))"
_FOLDED = r"０-９Ａ-Ｚａ-ｚ％"
_ODD = re.compile(rf"(?P<junk>[{_JUNK}](?:[ \u3000]*[{_JUNK}])*)|(?P<invisible>[{_INVISIBLE}]+)")
_ODD_OR_RULE = re.compile(rf"{_ODD.pattern}|(?P<rule>{_RULES})")
_FORM = re.compile(
    rf"(?P<folded>[{_FOLDED}]+)|(?<=[0-9０-９])(?P<point>．)(?=[0-9０-９])"
    r"|(?P<radical>[\u2e80-\u2fd5])|(?P<vertical>[\ufe10-\ufe19\ufe30-\ufe44])"
)
_KINDS = {
    "junk": "junk characters",
    "invisible": "invisible characters",
    "rule": "column rules",
    "folded": "folded width",
    "point": "folded width",
    "radical": "radicals",
    "vertical": "vertical forms",
}
# Speech doubles a few characters (高高兴兴开开心心); print doubles whole captions.
_DOUBLED = re.compile(r"(?:([^\s\ufffd\-—=_.…*·])\1[ \u3000]{0,2}){5,}")
_DOUBLED_LINE = re.compile(r"(?m)^[ \u3000]*((?:([^\W0-9_]|[“”‘’《》，。、])\2[ \u3000]{0,2}){3,})$")
_OPENING_RUN = 2


class Marks(NamedTuple):
    """What the characters say of the layout, as offsets into the text before the edits."""

    openings: list[int]
    """Ends of junk runs."""
    doubled: list[tuple[int, int]]


def find_character_edits(text: str) -> tuple[list[Edit], Marks]:
    """List the edits of single characters, in order, and the marks that junk and doubled glyphs leave."""
    doubled = _doubled_runs(text)
    edits: list[Edit] = []
    openings: list[int] = []
    runs = iter([*doubled, (len(text) + 1, len(text) + 1)])
    start, end = next(runs)
    odd = _ODD_OR_RULE if any(rule in text for rule in "|｜│┃¦") else _ODD
    for match in odd.finditer(text):
        while match.start() >= end:
            edits.extend(_undoubled(text, start, end))
            start, end = next(runs)
        if match.end() > start:
            continue
        kind = str(match.lastgroup)
        edits.append(Edit(match.start(), match.end(), "", _KINDS[kind]))
        if kind == "junk" and match.end() - match.start() >= _OPENING_RUN:
            openings.append(match.end())
    while start <= len(text):
        edits.extend(_undoubled(text, start, end))
        start, end = next(runs)
    return edits, Marks(openings, doubled)


def find_form_edits(text: str) -> list[Edit]:
    """List the edits of characters that have another form: full-width digits and letters, radicals, vertical marks."""
    return [
        Edit(match.start(), match.end(), _plain_form(str(match.lastgroup), match[0]), _KINDS[str(match.lastgroup)])
        for match in _FORM.finditer(text)
    ]


def find_normalizing_edits(text: str) -> Iterator[Edit]:
    """List the edits that make a text NFC: a letter and its combining marks become one."""
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _combines(text[end]):
            continue
        cluster = text[start:end]
        if (composed := unicodedata.normalize("NFC", cluster)) != cluster:
            yield Edit(start, end, composed, "composed characters")
        start = end


def _combines(character: str) -> bool:
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff" or character in "\u0dcf\u09be"


def _plain_form(kind: str, found: str) -> str:
    if kind == "vertical":
        return _VERTICAL.get(found, unicodedata.normalize("NFKC", found))
    if kind == "radical" and found in _RADICALS:
        return _RADICALS[found]
    return unicodedata.normalize("NFKC", found)


def _doubled_runs(text: str) -> list[tuple[int, int]]:
    spans = [m.span() for m in _DOUBLED.finditer(text)] + [m.span(1) for m in _DOUBLED_LINE.finditer(text)]
    runs: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not runs or start >= runs[-1][1]:
            runs.append((start, end))
        else:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
    return runs


def _undoubled(text: str, start: int, end: int) -> Iterator[Edit]:
    while start < end:
        if text[start] in " \u3000":
            start += 1
            continue
        yield Edit(start, start + 2, text[start], "undoubled glyphs")
        start += 2
