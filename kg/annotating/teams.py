"""Teams of a contest (供电公司队, “不老松”队), and groups with a name in quotation marks (“萤火”攻关小组)."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.annotating.naming import Naming
from kg.annotating.view import View
from kg.model.source import Span

_SCORE = r"(?:最终|最后)?以?(?:总比分)?\d{1,3}(?:[比:：∶]|-)\d{1,3}"
_WINS = (
    r"(?:战胜|力克|险胜|击败|轻取|大胜|完胜|完败|不敌|负于|惜败|淘汰|对阵|迎战|横扫|逆转|胜(?!利|任|出)|出线|夺冠|夺得|勇夺|摘得|摘取|斩获|荣获|取得|位列|位居|排名|获得?(?!悉)"
    r"|折桂|捧[得走回杯]|登顶|卫冕|晋级|问鼎|分列|分获|分别[获夺列]|包揽|得了|扛走|[一二三四五六七八九十]战全胜)"
)
_MEMBER = r"(?:队长|队员|球员|选手|主帅|主教练|教练|后卫|前锋|中锋|门将|守门员|主攻手|二传手?|核心)"
_POINTS = r"以(?:总分|总成绩|总积分|团体总分|积分)?\d[\d.]{0,6}分"
_AFTER = re.compile(rf"{_SCORE}|{_POINTS}|{_WINS}|{_MEMBER}")
_TEAM = Gated(r"(?P<name>“[㐀-鿿A-Za-z]{2,8}”|(?:(?!队)[㐀-鿿]){2,12})队(?![伍友医形旗])")
_LEAD = re.compile(
    r".*(?:冠军|亚军|季军|殿军|第[一二三四五六]名|[主客]队|东道主|最终|最后|随后|结果|其中|对面|对手|来自[㐀-鿿]{2,6}|战胜|力克|险胜|击败|轻取"
    r"|不敌|负于|对阵|迎战|淘汰|决赛中?|比赛中?|当[天晚日]|[上下]午|随着|由|的|了|[是和与及让被为]|(?<=[\d一二三四五六七八九十])胜)(?=[㐀-鿿“]{2})"
)
_NOBODY = re.compile(
    r"(?:[各支个]代表|参赛|(?<![㐀-鿿]{2}[篮足排网气门])球|(?:支|[业专]余|职业|[这那该本各])[篮足排网气门]球|(?<![㐀-鿿]{2})[女男]|[主客强弱老新各两全本我该一二三四五六七八九十支军部排车舰卫乐船梯领归入列组连团大中小总]"
    r"|国家|突击|医疗|救援|志愿|服务|宣传|工作|施工|仪仗|消防|执法|巡逻|少先|预备|生产|先锋|志愿者|小分|啦啦|[支多]|名)$"
)
_KIND = (
    "(?:志愿者?|工作|攻关|服务|宣讲|宣传|突击|攻坚|先锋|巡逻|巡护|啦啦|演出|表演|轻骑|小分"
    "|助[㐀-鿿]|锣鼓|腰鼓|龙舟|骑行)"
)
_LEAST_SENT = 5
"""Characters before 队 at least where a body sent the team (某街道代表|队); less is shared (一中、二中代表队)."""
_GROUP = Gated(
    rf"“[㐀-鿿A-Za-z·]{{2,8}}”(?:(?:[㐀-鿿]{{0,4}}{_KIND})?队(?![伍员长])"
    r"|(?:(?![的了是为在将])[㐀-鿿]){0,6}(?:小组|宣讲团|艺术团|合唱团|戏班|工作室|服务社|文艺社|手语社))"
    rf"|(?<=“)[㐀-鿿]{{2,8}}(?:{_KIND}队|宣讲团|戏班|合唱团|艺术团|服务团|手语社)(?=”)"
)


def find_teams(view: View, line: Span) -> Iterator[Naming]:
    """Give the teams of a line that win, lose or have players, those in a row with them, and groups with a name."""
    text = view.text
    row: list[Span] = []
    for m in _TEAM.finditer(view, line):
        span = _named(text, m)
        if span is None:
            row = []
            continue
        joined = bool(row) and text[row[-1].end : span.start] in {"、", "和", "与"}
        row = [*row, span] if joined else [span]
        if _AFTER.match(text, span.end) or _beaten(text, span.start, line.start):
            yield from (_naming(each) for each in row)
            row = [span]
    yield from (_naming(Span(m.start(), m.end())) for m in _GROUP.finditer(view, line))


def _named(text: str, m: re.Match[str]) -> Span | None:
    """Return the team's name without what leads up to it; None where it names nobody (代表队)."""
    lead = _LEAD.match(text, m.start(), m.end() - 1)
    start = m.start() if lead is None else lead.end()
    least = _LEAST_SENT if text.endswith("代表队", start, m.end()) else 2
    if m.end() - 1 - start < least or _NOBODY.search(text, start, m.end() - 1):
        return None
    return Span(start, m.end())


def _beaten(text: str, start: int, floor: int) -> bool:
    """Tell whether the words before say that the team was beaten: 以3比1战胜|…."""
    return (
        re.search(rf"(?:{_WINS}|[冠亚季]军)(?:的?是?来自[㐀-鿿]{{2,6}}的|了)?$", text[max(floor, start - 14) : start])
        is not None
    )


def _naming(span: Span) -> Naming:
    return Naming(span=span, kind="organization", head="team", rule="organization.team")
