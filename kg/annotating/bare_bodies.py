"""Bodies told by their kind alone (交警支队推出…, 公司|工会), and party branches by who is in them."""

from collections.abc import Iterable, Iterator

from kg import expressions as re
from kg.annotating.communities import acting
from kg.annotating.gates import Gated
from kg.annotating.naming import Naming, Stretches
from kg.annotating.view import View
from kg.annotating.words import outside, parts_of, says_only_kind
from kg.model.source import Span

_BODY = Gated(
    r"(?:公安)?(?:交警|交巡警|刑侦|刑警|巡特警|特警|网安|经侦|禁毒|治安|法警|消防救援|森林消防|边境管理)(?:支队|大队|中队)|村民理事会|红白理事会|乡贤理事会"
)
_UNION = Gated(r"(?:公司|集团|学校|医院|银行)(?:工会|团委|妇联|党委|党支部|党总支)(?!书记|主席|委员|主任|副|、)")
_OFFICERS = re.compile(r"[一-龥]{0,4}(?:民警|辅警|交警|干警|指战员|消防员)(?!说|表示|介绍|告诉)|则|负责")
_HEAD = re.compile(r"公司|集团|学校|医院|银行")
_ENDS = {"学校": ("学校", "小学", "中学", "大学", "学院"), "公司": ("公司", "集团"), "集团": ("集团", "集团有限公司")}
_BRANCH = re.compile(
    r"(?P<whose>[㐀-鿿]{2,6}?)?(?:第[一二三四五六七八九十]{1,2}|[一二三四五六七八九十](?=党支部))?(?:党总支|党支部)(?!书记|副书记|委员)"
)
_MEMBERS = re.compile(r"(?:离退休|退休|离休|老)(?:干部|职工|教师|党员|教职工)|机关|流动党员")
_NAMED = re.compile(r"[㐀-鿿A-Za-z\d”）]")


def find_bare_bodies(view: View, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the bodies that open a clause and act, though only their kind is told."""
    closed = Stretches(n.span for n in found)
    names = [n.span.of(view.text) for n in found if n.kind == "organization"]
    whole = Span(0, len(view.text))
    bodies = ((m, "police") for m in _BODY.finditer(view, whole) if _does(view.text, m.end()))
    unions = ((m, "party") for m in _UNION.finditer(view, whole) if _told(m.group(), names))
    for m, head in (*bodies, *unions):
        span = Span(m.start(), m.end())
        if closed.touched(span) is None and not _NAMED.match(view.text, span.start - 1, span.start):
            yield Naming(span=span, kind="organization", head=head, rule="organization.short-name")


def _does(text: str, end: int) -> bool:
    """Tell whether the body, or its officers, do something."""
    return acting(text, end) or _OFFICERS.match(text, end) is not None


def _told(union: str, names: Iterable[str]) -> bool:
    """Tell whether the body that has the union was named."""
    m = _HEAD.match(union)
    return m is not None and any(name.endswith(_ENDS.get(m.group(), (m.group(),))) for name in names)


def find_branches_of(view: View, found: Iterable[Naming]) -> Iterator[Naming]:
    """Give the party branches of a body's parts and members: 湖岸街道|离退休干部|党总支, 县医院|第二|党支部."""
    for naming in found:
        if naming.head in {"level", "shared", "party"} or (naming.kind == "place" and naming.head != "town"):
            continue
        m = _BRANCH.match(view.text, naming.span.end)
        if m and len(m.group()) > 3 and _whose(view, m):
            yield Naming(
                span=Span(naming.span.start, m.end()),
                kind="organization",
                head="party",
                rule="organization.party-organ",
            )


def _whose(view: View, m: re.Match[str]) -> bool:
    """Tell whether the words between the body and its branch name a part or members of it, and no sentence."""
    if not m["whose"] or _MEMBERS.fullmatch(m["whose"]):
        return True
    start, end = m.span("whose")
    return not says_only_kind(view, start, end) and not any(word in outside() for word in parts_of(view, start, end))
