"""The grammar of personal names: where a name that begins here ends.

Surname (one character or a compound) and a given name of one or two characters; names of other nationalities in the
characters that transcribe them, with or without a middle dot. What follows decides between two and three characters.
"""

import re
from functools import cache

from kg.annotating.view import View
from kg.lexicon import table, words

_NOT_GIVEN = frozenset(
    "的了在是和与及或等说为对将被把向从到由于也都就还又并而但且所以之其这那哪此该每您你我他她它们个位者时月日号吗呢吧啊么很更最已曾因若即则却只仅再没未不无可会能要让使给做作叫请问看听讲谈读写走跑坐站吃喝买卖赴率均"
)
_DOT = "·•・．"
_FOREIGN = frozenset(
    "阿艾爱安敖奥巴白拜班邦包宝保鲍贝本比毕宾波伯勃博布才查朝楚次达代岱丹当德登邓迪第蒂丁东都敦顿多尔恩法菲费芬夫福盖干甘刚高戈格更贡古哈海罕汗汉和贺赫呼胡华吉加嘉江杰捷金晶卡凯康柯科克肯库奎拉来兰劳勒雷里丽利莉力连林琳龙卢鲁伦罗洛吕玛麻马迈麦曼梅美蒙孟米敏莫木穆姆拿娜纳乃南尼年宁努诺欧帕潘佩朋彭皮平蒲普其奇齐恰切青琼丘曲却然仁日茹瑞若萨赛桑瑟色森沙山莎尚绍舍申胜施什史斯司思松苏索塔台泰坦唐陶特腾提铁廷通图土吐托瓦万旺威维卫魏温文翁沃乌吾西希锡夏先祥肖孝谢欣信兴雄修雪雅亚延央扬杨耶叶伊依银英尤友于宇玉约云允扎泽曾增占珍芝中仲朱珠卓孜子宗佐嫫措姆卓珠次仁扎西旦吾买提江热依古丽尼亚孜买合木提图尔荪努尔娅琪其德力宝音查干呼和"
)
_AFTER = re.compile(
    r"(?:主持|出席|参加|讲话|致辞|致词|发言|说|表示|介绍|告诉|坦言|回忆|认为|指出|强调|要求|宣布|宣读|汇报|代表|陪同|带队|带领|率队|率领|率|一行|等|在|与|和|及|到|对|为|向|从|于|将|也|就|是|的|任|担任|兼任|当选|同志|先生|女士|老师|今年|深入|先后|分别|作|做|把|被|率先|主动|一起|共同|均|都|已|因|于|随后|还|来到|走进|赴|调研|检查|督导|慰问|看望|走访|签署|签约|揭牌|授牌|颁奖|捐赠|捐|获|荣获|夺得|为例|笑着|高兴|激动|感慨|感叹|通过|用|又|手|拿|正|便|曾|听|看|收到|接到|则|参与|负责|组织|指导|出生|去世|逝世|打|开|有|没|会|让|给|不|没有|以|凭|身|家|自|每|经|所|之|或|个人|本人|夫妇|夫妻|一家|家里|家中|他|她|（|\(|，|,|、|。|；|：|:|！|？|”|’|》|\)|）|\s|$)"
)
STRONG_AFTER = re.compile(
    r"[，,、。；：:！？”’》）)（(\s]|$|等(?!级)|主持|出席|参加|讲话|致辞|说[，：道]|表示|介绍|告诉|一行|同志|宣布|陪同|带队|作[了动总典工交主]|率[队先领]"
)


@cache
def surnames() -> dict[str, str]:
    """Surnames with their kind: common, word (also an ordinary word), compound."""
    return {row[0]: row[1] for row in table("surnames")}


@cache
def _given_words() -> frozenset[str]:
    """Words of the dictionary that are never a given name, though their characters could be: 主持, 出席 …"""
    return frozenset(word for word in words("outside_words") if len(word) == 2)


def ends_name(text: str, offset: int) -> bool:
    """Tell whether a name may end at the offset, by what follows."""
    return _AFTER.match(text, offset) is not None


def name_end(view: View, start: int, limit: int, known: frozenset[str] = frozenset()) -> int | None:
    """Return where the name that begins at `start` ends, None where none does. `limit` is the end of the line."""
    text = view.text
    for length in (6, 5, 4, 3, 2):
        if text[start : start + length] in known:
            return start + length
    dotted = _dotted(text, start, limit)
    if dotted is not None:
        return dotted
    best: tuple[float, int] | None = None
    for end in _candidates(text, start, limit):
        score = _score(view, start, end)
        if score is not None and (best is None or score > best[0]):
            best = (score, end)
    if best is not None and best[0] > 0:
        return best[1]
    return _foreign(text, start, limit)


def _candidates(text: str, start: int, limit: int) -> list[int]:
    if text[start : start + 2] in surnames():
        ends = [start + 3, start + 4]
        if text[start] in surnames():
            ends.append(start + 2)
    elif surnames().get(text[start : start + 1]) is not None:
        ends = [start + 2, start + 3]
        if text[start + 1 : start + 2] in surnames():
            ends.append(start + 4)  # a double surname: 陈欧阳某, 张杨思远
    else:
        return []
    return [end for end in ends if end <= limit and re.fullmatch(r"[㐀-鿿𠀀-𯿿]+", text[start:end])]


def _score(view: View, start: int, end: int) -> float | None:
    text = view.text
    given = text[start + (2 if text[start : start + 2] in surnames() and end - start > 2 else 1) : end]
    if any(c in _NOT_GIVEN for c in given):
        return None
    score = {1: 0.0, 2: 0.6, 3: -1.2}.get(len(given), -2.0)
    if STRONG_AFTER.match(text, end):
        score += 3.0
    elif _AFTER.match(text, end):
        score += 1.6
    if end in view.boundaries:
        score += 0.7
    if given in _given_words():
        score -= 1.5
    if text[end - 1 : end + 1] in _given_words() and len(given) > 1:
        score -= 1.5
    return score


def _dotted(text: str, start: int, limit: int) -> int | None:
    m = re.compile(rf"[一-龥]{{1,7}}(?:[{_DOT}][一-龥]{{1,9}}?)+").match(text, start, limit)
    if m is None:
        return None
    whole = re.compile(rf"[一-龥]{{1,7}}(?:[{_DOT}][一-龥]{{1,9}})+").match(text, start, limit)
    assert whole is not None
    for end in range(whole.end(), m.end() - 1, -1):
        if STRONG_AFTER.match(text, end):
            return end
    for end in range(m.end(), whole.end() + 1):
        if _AFTER.match(text, end) and end - start >= 4:
            return end
    return None


def _foreign(text: str, start: int, limit: int) -> int | None:
    """A name of 2 to 7 transcribing characters that ends at a sign: 额尔敦, 格桑央西."""
    m = re.compile(
        r"[一-龥]{2,7}(?=[，,、。；：（(）)\s”]|$|出席|参加|主持|说|表示|介绍|宣布|等|和(?=[一-龥]{2,5}(?:出|参|等|主|陪|，|、)))"
    ).match(text, start, limit)
    while m is not None:
        run = m.group()
        for length in range(2, len(run) + 1):
            if length == len(run) or STRONG_AFTER.match(text, start + length):
                name = run[:length]
                if sum(c in _FOREIGN for c in name) == len(name):
                    return start + length
                return None
        return None
    return None
