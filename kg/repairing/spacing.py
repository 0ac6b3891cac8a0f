"""White space within a block: line ends fall away, and so do spaces that only the layout put in."""

from collections.abc import Iterator

from kg import expressions as re
from kg.repairing.edits import Edit

_WHITE = re.compile(r"[\s\xa0\u2002-\u200a]+")
_CJK = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]")
_BEFORE_NONE = re.compile(r"[，。、；：！？”’）》〉」』…%)\]/,;+]")
_AFTER_NONE = re.compile(r"[，。、；：！？“‘（《〈「『(\[/+—]")
_ROLES = r"(?:记\s*者|通\s*讯\s*员|实\s*习\s*生|摄\s*影|编\s*辑|摄|作\s*者|校\s*对|责\s*编|文|图)"
_BYLINE_BRACKETS = re.compile(rf"[（(][^（）()。，；]{{0,60}}{_ROLES}[^（）()。，；]{{0,60}}[）)]")
_ROLE_BEFORE = re.compile(r"(?:记者|通讯员|实习生|摄影)$")
_LAST_WORD = re.compile(r"[\u3400-\u9fff]+$")
_FIRST_WORD = re.compile(r"[\u3400-\u9fff]+")
_COMPOUND = re.compile(
    "欧阳|上官|司马|诸葛|慕容|令狐|皇甫|尉迟|公孙|夏侯|东方|司徒|端木|南宫|申屠|宇文|长孙|轩辕|司空|鲜于|闻人|完颜"
)
_DATELINE_END = re.compile(r"^.{0,24}[讯电]$")
# Words set wide: five characters or more, each by itself; in a heading a wider space parts two words.
_WIDE = re.compile(r"(?:(?<=\s)|^)[^\s，。；](?:[ \u3000]\S){4,}(?=\s|$)")
_WIDE_BODY = re.compile(r"(?:(?<=\s)|^)[^\s，。；](?:[ \u3000]{1,3}\S){4,}(?=\s|$)")
_WIDE_NUMBER = re.compile(r"\d(?: ?[.,])?(?: \d(?: ?\.(?= \d))?){2,}(?!\d)")
_LONE = re.compile(r"[ \u3000].[ \u3000].[ \u3000]")
_LINE_END = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")


def find_space_edits(text: str, start: int, end: int, *, body: bool) -> Iterator[Edit]:
    """List the edits of white space in `text[start:end]`, in order.

    In running text only spaces between Latin words and within bylines mean something; in headings and bylines
    (`body` false) spaces between words stay too, one for each run.
    """
    block = text[start:end]
    kept = [m.span() for m in _BYLINE_BRACKETS.finditer(block)]
    wide = list(_set_wide(block, body=body))
    for match in _WHITE.finditer(block):
        left, right = match.span()
        if left == 0 or right == len(block):
            yield Edit(start + left, start + right, "", "dropped spaces")
            continue
        wrapped = _LINE_END.search(match[0]) is not None
        named = (not body and not wrapped) or any(a < left and right < b for a, b in kept)
        if wrapped and _is_hyphen(block, left, right):
            yield Edit(start + left - 1, start + right, "", "joined lines")
        elif wide and not body and len(match[0]) > 1 and not wrapped:
            yield Edit(start + left, start + right, " ", "folded spaces")
        elif not (wide and any(a < left < b for a, b in wide)) and _stays(
            block, left, right, wrapped=wrapped, named=named
        ):
            if match[0] != " ":
                yield Edit(start + left, start + right, " ", "joined lines" if wrapped else "folded spaces")
        else:
            yield Edit(start + left, start + right, "", "joined lines" if wrapped else "dropped spaces")


def _set_wide(block: str, *, body: bool) -> Iterator[tuple[int, int]]:
    """Give the stretches whose every character stands by itself."""
    if _LONE.search(block) is not None:
        for wide in (_WIDE_BODY, _WIDE_NUMBER) if body else (_WIDE,):
            yield from (m.span() for m in wide.finditer(block))


def _is_hyphen(block: str, left: int, right: int) -> bool:
    """Tell a Latin word that was broken at the line end."""
    return (
        block[left - 1] == "-"
        and left > 1
        and _WORD.match(block[left - 2]) is not None
        and block[right].islower()
        and _WORD.match(block[right]) is not None
    )


def _stays(block: str, left: int, right: int, *, wrapped: bool, named: bool) -> bool:
    before, after = block[left - 1], block[right]
    point = (before in ".," and after.isdigit()) or (after in ".," and before.isdigit())
    if point or _AFTER_NONE.match(before) or _BEFORE_NONE.match(after):
        return False
    if before.isascii() and after.isascii() and before != "-":
        return not (wrapped and before.isdigit() and after.isdigit())
    if wrapped:
        return named and (
            _ROLE_BEFORE.search(block, max(left - 4, 0), left) is not None or _parts_names(block, left, right)
        )
    if before.isdigit() or after.isdigit():
        return False
    if named:
        return not _is_spaced_out(block, left, right)
    return before in "讯电" and _DATELINE_END.match(block[:left]) is not None and after not in "（("


def _parts_names(block: str, left: int, right: int) -> bool:
    """Tell a line end between two names of a byline from one inside a name: both are whole names then."""
    before, after = _LAST_WORD.search(block, 0, left), _FIRST_WORD.match(block, right)
    if before is None or after is None or _COMPOUND.fullmatch(before[0]):
        return False
    return len(before[0]) > 1 and len(after[0]) > 1


def _is_spaced_out(block: str, left: int, right: int) -> bool:
    """Tell a space inside a word that was set wide: single characters on both sides (王 伟)."""
    lone_before = left < 2 or block[left - 2].isspace() or block[left - 2] in "（(：:、"
    lone_after = right + 1 >= len(block) or block[right + 1].isspace() or block[right + 1] in "）)、"
    both = _CJK.match(block[left - 1]) is not None and _CJK.match(block[right]) is not None
    return lone_before and lone_after and both and block[right] != "摄"
