"""The grammar of personal names: where a name that begins here ends.

Surname (one character or a compound) and a given name of one or two characters; names of other nationalities in the
characters that transcribe them, with or without a middle dot; names typeset with a space inside (张　明). What follows
decides between the lengths: a sign or 主持 ends a name, 的 or 在 may.
"""

from collections.abc import Container
from functools import lru_cache
from itertools import pairwise

from kg import expressions as re
from kg.annotating.addresses import is_address
from kg.annotating.edges import outside
from kg.annotating.name_followers import HANZI, Follow, ends_name, follow, followers, is_hanzi
from kg.annotating.name_words import begins_none, has_surname, is_borne, is_word, manners, never, surnames, whole
from kg.annotating.transcriptions import composed_end, is_composed, is_element, transcribes
from kg.annotating.view import View
from kg.annotating.words import no_place_words, titles, unknown

_DOT = "·•・．"
_DOTTED = re.compile(rf"[一-龥]{{1,7}}(?:[{_DOT}][一-龥]{{1,9}}){{1,4}}")
_SPACED = re.compile(r"[㐀-鿿](?:　{1,2}| )[㐀-鿿]")
_SPOKEN = 7
"""Characters behind a dot, from which on a sentence may go on from a name."""
_FOLLOWS = {"strong": 3.0, "weak": 1.6, "none": 0.0}
_SHORTEST, _LONGEST = 2, 8
_LINKS = frozenset("和与及同在到对向")
"""What joins two names though it may transcribe: 扎西多吉|和|平措次仁."""
_INNER = frozenset("其则作更前里又")
"""Characters that a given name may begin with and never ends in: 其昌|则."""
_LEADS_ON = frozenset("从首")
"""Last characters of names that only a sign ends: 何澄|从三方面介绍, 何澄|首访."""
_HOLDS = frozenset("连拟")
"""Before 任, no last characters of names: 何澄|连任, 何澄|拟任."""
_CLOSED = frozenset("前所里就更")  # behind a name they would go on; before a sign they are its last character
_JOINABLE, _SINGLE = (
    frozenset("向应"),
    frozenset("荣宏军华明斌勇强伟辉涛杰鹏飞龙林静英玲梅芳丽娟燕敏霞丹琴艳萍兰红勤俊"),
)
"""Given names of one character that may stand behind such a surname: 书记|向宏、."""
_POST = re.compile(r"[一-龥]{2,10}?(?:书记|委员|主任|主席|经理|代表|[部局厅院校所队处科镇乡区县市站]长)")
"""Behind a joining word: 书记石岩|和|组织委员彭巍."""
_OTHERS = re.compile(
    r"同事|同伴|同学|队友|战友|朋友|家人|妻子|丈夫|爱人|儿子|女儿|父亲|母亲|[一-龥]{0,8}?(?:员|师|[法警]官|民警|医生|护士|教授)(?=[一-龥]{2,3})"
)
"""Others behind a joining word: 老师蒋云|和|同事, 庭长何澄|和|执行员林静."""
_PRAISED = ("老师", "教师", "医生", "青年", "少年", "媳妇", "邻居", "党员", "干部", "警察", "村官", "人")
"""Behind 好, whom people are looked for."""
_SETTLEMENTS = ("村书记", "村支书", "村党", "村主任", "村委", "社区")
"""Behind what is the name of a village: 书记何澄、|郑家湾|村书记."""
_JOINING = ("以及", "及其", "和其")
_OF_TOWN = frozenset("长委党政里上村区域内直级街人办")
"""What 镇 goes on to where it is no given name: 马|镇长."""
_AMBIGUOUS = frozenset("和由来向都应通越那在当同时才")
"""Surnames that are far more often a word behind a post: 和, 由, 来 …"""


def name_end(view: View, start: int, limit: int, known: Container[str] = ()) -> int | None:
    """Return where the name that begins at `start` ends, None where none does. `limit` is the end of the line."""
    text = view.text
    for length in range(min(_LONGEST, limit - start), 1, -1):
        end = start + length
        if text[start:end] in known and (end in view.boundaries or ends_name(text, end)):
            return end
    special = _dotted(text, start, limit) or _spaced(text, start, limit)
    if special is not None:
        return special
    best, found = 0.0, _composed(view, start, limit) or _led(text, start, limit)
    if found is not None:
        return found
    for end in _ends(text, start, limit):
        score = _score(view, start, end)
        if score is not None and score > 0 and score >= best:
            best, found = score, end
    return (
        found
        if found is not None and found - start > 2
        else _tailed(text, start, limit) or found or _element(text, start, limit)
    )


def _element(text: str, start: int, limit: int) -> int | None:
    """Read a name that is one known element of two characters: 主任|斯琴|、."""
    end = min(start + 2, limit)
    return end if is_element(text[start:end]) and ends_name(text, end) else None


def _led(text: str, start: int, limit: int) -> int | None:
    """Read a name that begins with a known element and goes on to a sign with characters that none has: 白玛玖美，."""
    m = HANZI.match(text, start + 2, min(start + 5, limit)) if is_element(text[start : start + 2]) else None
    if m is None or is_hanzi(text[m.end() : m.end() + 1]) or follow(text, start + 2) != "none":
        return None
    rest = m.group()
    verbs = any(rest[at:] in outside() or rest[at:] in followers() for at in range(len(rest)))
    return m.end() if len(rest) > 1 and not (verbs or is_word(rest) or _barred(rest)) else None


def _tailed(text: str, start: int, limit: int) -> int | None:
    """Read a name that ends in a known element before a sign, with characters before it that none has: 青然拉吉、."""
    m = HANZI.match(text, start, min(start + 5, limit))
    if m is None or len(m.group()) < 4 or is_hanzi(text[m.end() : m.end() + 1]) or not is_element(m.group()[-2:]):
        return None
    first = m.group()[:-2]
    return m.end() if not (is_word(first) or _barred(first) or first in followers()) else None


def _composed(view: View, start: int, limit: int) -> int | None:
    """Read a name of known elements, if more characters that transcribe do not go on to a sign or verb."""
    end = composed_end(view.text, start, limit)
    if end is None or (end - start < 4 and not _may_end(view, end)):
        return None
    for longer in range(end + 1, min(start + _LONGEST, limit) + 1):
        if not transcribes(view.text[longer - 1]) or view.text[end] in _LINKS:
            break
        if follow(view.text, longer) == "strong":
            return longer
    return end


def _may_end(view: View, end: int) -> bool:
    """Tell whether a short name of known elements ends here: at a word's edge, or where nothing is transcribed."""
    return end in view.boundaries or ends_name(view.text, end) or not transcribes(view.text[end : end + 1])


def _ends(text: str, start: int, limit: int) -> range:
    """Return the offsets where a name could end: as long as characters go on; none behind 以及."""
    if text.startswith(_JOINING, start):
        return range(0)
    m = HANZI.match(text, start, min(start + _LONGEST, limit))
    return range(start + 2, (m.end() if m is not None else start) + 1)


def _score(view: View, start: int, end: int) -> float | None:
    """Weigh a name by its shape, by what follows and by segmentation; None where it is none."""
    text, name = view.text, view.text[start:end]
    after = _after(view, end)
    if (name[0] in _AMBIGUOUS or name[0] == "任") and start + 1 in view.boundaries and not _is_sure(name, after):
        return None
    shape = _shape(name, after)
    if shape is None and (name[1:] != "镇" or text[start - 2 : start] in titles()):
        shape = _signed(name, text[end : end + 1])
    counted = name[-1] in "二两三四" and text.startswith(("同志", "人", "位"), end)  # 林静|二同志
    joins = name[-1] in "和及与" and (
        is_word(name[:-1])
        or text[end : end + 1].isdigit()
        or (len(name) > 2 and _POST.match(text, end) is not None)
        or (len(name) > 2 and after != "strong" and _OTHERS.match(text, end) is not None)
    )
    honoured = (name[-1] == "荣" and text.startswith("获", end)) or is_address(name[1:])  # 林静|荣获, 许女士
    praised = name[-1] == "好" and text.startswith(_PRAISED, end)  # 寻访荆楚|好老师
    if _leads(text, name, end, after) or counted or joins or honoured or praised or text.startswith(_SETTLEMENTS, end):
        return None
    if (
        shape is None
        and after == "weak"
        and len(name) > 2
        and name[-1] not in "和及与"
        and not _has_verb(view, start, end)
    ):
        shape = _transcribed(name, "strong")
    cut = end in view.boundaries
    if shape is None or (after == "none" and (name[-1] in "和及与" or not (cut or _crossed(view, start, end)))):
        return None
    score = shape + _FOLLOWS[after] + (0.7 if cut else 0.0)
    if cut and after == "none" and len(name) == 2 and _crossed(view, start, end + 1):
        score -= 0.5  # 周子|涵教 is 周子涵|教
    given = name[2:] if name[:2] in surnames() else name[1:]
    if len(name) > 3 and followers().get(name[-2:]) == "strong" and not is_word(name):
        return None
    if name[-1] in followers():
        score -= 0.3 if end in view.boundaries else 0.8
    crossing = text[end - 1 : end + 1] in outside() and text[end : end + 2] not in followers()  # 李桂发|来到, 李强|调研
    if len(given) > 1 and (given in outside() or crossing):
        score -= score if crossing and not cut else 1.5  # 院长|全程|参与
    return score


def _leads(text: str, name: str, end: int, after: Follow) -> bool:
    """Tell whether these characters only lead on: 何澄从|三方面, 何澄连|任, 全程|参加, 见到何澄时|，."""
    if name[-1] in _LEADS_ON and after != "strong":
        return True
    following = text[end : end + 1]
    if not is_hanzi(following):
        return name[-1] == "时" and len(name) > 2
    return name in manners() or (name[-1] in _HOLDS and following == "任")


def _after(view: View, end: int) -> Follow:
    """Tell how surely a name may end here: before a verb of the dictionary it may, if it is a word (赵文刚|调解)."""
    after, word = follow(view.text, end), {end, end + 2} <= view.boundaries and end - 1 not in view.boundaries
    return "weak" if after == "none" and word and view.text[end : end + 2] in no_place_words() else after


def _is_sure(name: str, after: Follow) -> bool:
    """Tell 应 as a surname though segmentation cuts behind it: 应专平|出席, no 应|按时|出席."""
    return name[0] == "应" and len(name) == 3 and after == "strong" and unknown(name[1:])


def _signed(name: str, following: str) -> float | None:
    """Weigh a name whose last character rarely is a name's, but that a sign closes: 何澄前，."""
    town = name[1:] == "镇"  # 院长|陈镇，
    if is_hanzi(following) or not (town or (len(name) == 3 and name[-1] in _CLOSED)):
        return None
    barred = is_word(name) or (_barred(name[1]) and not town)
    return 0.3 if has_surname(name) and not barred else None


def _crossed(view: View, start: int, end: int) -> bool:
    """Tell whether segmentation joined the last character of a name to what follows, in a word that is none."""
    text = view.text
    if end - start != 3 or start not in view.boundaries or end in view.boundaries or not has_surname(text[start:end]):
        return False
    first = next(at for at in range(end - 1, start - 1, -1) if at in view.boundaries)
    last = next((at for at in range(end, end + _LONGEST) if at in view.boundaries), end)
    crossing = text[max(first, end - 1) : last]
    if (first <= start and not unknown(text[start:last])) or (first - start > 1 and not unknown(text[start:first])):
        return False  # 田径运|动, 师德|师风
    return len(crossing) <= 2 and is_hanzi(crossing) and not is_word(crossing) and not _barred(text[end - 1])


def _has_verb(view: View, start: int, end: int) -> bool:
    cuts = [o for o in range(start, end + 1) if o in view.boundaries or o in {start, end}]
    return end not in view.boundaries or any(b - a > 1 and view.text[a:b] in outside() for a, b in pairwise(cuts))


@lru_cache(maxsize=20_000)
def _shape(name: str, after: Follow) -> float | None:
    """Weigh the form of a name; None where it has none of the forms."""
    if begins_none(name):
        return None
    return max((s for s in (_han(name, after), _transcribed(name, after)) if s is not None), default=None)


def _han(name: str, after: Follow) -> float | None:
    compound = surnames().get(name[:2]) == "compound" and len(name) > 2
    given = name[2:] if compound else name[1:]
    if (not compound and name[0] not in surnames()) or begins_none(name):
        return None
    if (_barred(given) and not _of_days(name)) or (name[0] in _AMBIGUOUS and not _unambiguous(name[0], given, after)):
        return None
    if is_address(given) or (given[-1] == "地" and is_word(name[:-1])):  # 村支书|高兴地|说
        return None
    if len(given) > 2:
        double = (
            len(given) == 3
            and has_surname(name)
            and given[0] in surnames()
            and given[1:] not in outside()
            and not is_word(given[1:])
        )
        double = double and not (is_word(name[:2]) or is_address(given[1:]))  # 连续|用电, 何澄|同志
        return 0.1 if double and after == "strong" else None
    led = len(given) == 2 and not compound and after != "strong" and name[:2] in outside()  # 经理|利用微|信群
    if led or name in outside() or (after != "strong" and is_word(name) and not (after == "weak" and is_borne(name))):
        return None
    return {1: 0.0, 2: 0.6}[len(given)] + (0.8 if compound else 0.0)


def _barred(given: str) -> bool:
    if len(given) == 2 and given[0] == "镇":
        return given[1] in _OF_TOWN or given[1] in never()
    inner = given[:1] if len(given) == 2 and given[0] in _INNER else ""
    return given not in whole() and any(c in never() for c in given[len(inner) :])


def _of_days(name: str) -> bool:
    """Tell a given name that begins with 日 from a day: 陈|日新, no 周日|上午."""
    return (
        len(name) == 3 and name[1] == "日" and not is_word(name[:2]) and not _barred(name[2]) and not is_word(name[1:])
    )


def _unambiguous(surname: str, given: str, after: Follow) -> bool:
    if len(given) == 1:
        return after == "strong" and surname in _JOINABLE and given in _SINGLE
    sure = after == "strong" or (surname == "应" and after == "weak")
    return sure and given[0] not in surnames() and not is_word(given)


def _transcribed(name: str, after: Follow) -> float | None:
    """Weigh a name of 2 to 8 transcribing characters that a sign or a verb ends: 巴雅尔, 卓玛央金."""
    if after != "strong" or not all(map(transcribes, name)) or is_word(name) or _two_names(name) or name[-1] in _INNER:
        return None
    if len(name) == _SHORTEST and name[0] in _AMBIGUOUS:
        return None  # 专家|来玉|坐诊
    return {2: -1.5, 3: 0.1}.get(len(name), 0.5 + 0.1 * len(name))


def _two_names(name: str) -> bool:
    """Tell whether this rather is two names without a sign between: 王小明李大力."""
    return 5 <= len(name) <= 6 and has_surname(name) and any(surnames().get(name[n]) == "common" for n in (2, 3))


def _dotted(text: str, start: int, limit: int) -> int | None:
    m = _DOTTED.match(text, start, limit)
    if m is None:
        return None
    dot = max(m.group().rfind(c) for c in _DOT) + start + 1
    ends = range(dot + 1, m.end() + 1)
    for end in ends:
        after = follow(text, end)
        if text[end - 1] == "队" and after != "none":
            return None  # 白鹭湖·云溪队|夺得
        if after == "strong" or (after == "weak" and end - dot > 1 and not transcribes(text[end])):
            written = next((at for at in range(dot, end) if not transcribes(text[at])), end)
            return end if end - dot < _SPOKEN or written - dot < 2 else written  # 萨吾提·斯迪克|眼里噙着泪水
    return next((e for e in ends if ends_name(text, e) and e - dot > 1), None)


def _spaced(text: str, start: int, limit: int) -> int | None:
    """Read a name of two characters set apart to the width of three: 张　明."""
    m = _SPACED.match(text, start, limit)
    if m is None or text[start] not in surnames():
        return None
    ends = follow(text, m.end()) == "strong" if text[start + 1] == " " else ends_name(text, m.end())
    return m.end() if ends else None


def is_transcription(name: str) -> bool:
    """Tell whether a name is of transcribing characters only (巴雅尔, 布和), or of known elements."""
    whole = all(map(transcribes, name)) or is_composed(name)
    return len(name) > 1 and whole and not is_word(name)


def is_name(name: str) -> bool:
    """Tell whether these characters as a whole have the form of a name."""
    if not is_hanzi(name) or name in outside():
        return False
    return _shape(name, "strong") is not None or is_composed(name) or is_element(name)


def may_be_listed(name: str) -> bool:
    """Tell whether an item between the names of a list may be one: no ordinary word, of two to four characters."""
    return is_hanzi(name) and not is_word(name) and not any(c in never() for c in name)
