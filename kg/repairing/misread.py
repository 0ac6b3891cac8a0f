"""Characters that text recognition took for others of the same shape, where the words around them leave no doubt."""

from collections.abc import Iterator

from kg import expressions as re
from kg.repairing.edits import Edit

_MEANT = dict(zip("曰入己已末未土士夭千干", "日人已己未末士土天干千", strict=True))
_LIKE_DIGITS = dict(zip("OoＯlI", "00011", strict=True))
_DAY = "[一二三四五六七八九十]"
_DAYS = f"(?<=月{_DAY}曰)|(?<=月{_DAY}{{2}}曰)|(?<=月{_DAY}{{3}}曰)|(?<=[0-9今昨近当翌每节假]曰)"
_STAFF = "(?<=(?:工作|管理|医护|医务|技术|相关|有关|执法|救援|参会|与会)入)(?=员)"
_PEOPLE = "(?<![深融走加转投并纳]入)(?=民(?:政府|法院|检察院|医院|代表|群众|币|警察|调解|公园|广场|武装))"
# Each alternative begins with the character itself, so that few places of a text are looked at.
_MISREAD = re.compile(
    rf"曰(?:(?:{_DAYS})(?![：:“])|(?<![子之者语云]曰)(?=[前报]))"
    rf"|入(?:{_PEOPLE}|{_STAFF}|(?<=[省市区县镇乡州旗盟]入)(?=大(?:常委会|代表|机关))"
    r"|(?<=负责入)(?=[。，、；）表介]|说[，。：]))"
    r"|己(?<![自知克利律异]己)(?=经(?![营历手验费]))"
    r"|已(?<=自已)(?<!来自已)(?=[的。，、家]|身(?!亡|故))"
    r"|末(?:(?<=[尚从仍还并]末)(?=[能经有见按完])|(?<![周月年期岁季世旬始本]末)(?=来[。，、的]|成年人))"
    r"|未(?<=[年月周季旬]未)(?=[，。、；）]|前[，。、完建开])"
    r"|土(?:(?<=女土)(?![家地壤生])|(?<=[战博硕烈勇]土)(?![地壤家木])|(?<=护土)(?=[长节])|(?<=[界心会业]人土)(?![地壤]))"
    r"|士(?:(?<=水士)(?=保持|流失)|(?<=国士)(?=空间|资源|绿化)|(?<![战人女博护院烈道武]士)(?=地(?:流转|承包|征收|确权)))"
    r"|夭(?:(?<=[今昨明当每白春夏秋冬晴阴航0-9]夭)(?![折夭])|(?=[气然津空安]))"
    r"|千(?:(?<=[党村组镇乡县区市老关导层级队委名员]千)(?=部(?!门))"
    r"|(?<![0-9〇一二三四五六七八九十两几数上成百万]千)(?=警(?![力员用])|群关系|净|扰|劲|旱)|(?<=[骨若]千))"
    r"|干(?:(?=方百计|家万户|瓦时)|(?<=[0-9]干)(?=[克米余元]))"
)
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9Ｏ])(?=[0-9]*[OoＯlI])(?=[OoＯlI]*[0-9])[0-9OoＯlI.]{2,}(?=[年月日]|[余多]?[万亿元人户名]|%)"
)
_LETTER = re.compile("[OoＯlI]")


def find_misread(text: str) -> list[Edit]:
    """List the edits of misread characters, in order: one for one, so that each leads back to its own."""
    edits = [Edit(m.start(), m.end(), _MEANT[m[0]], "misread characters") for m in _MISREAD.finditer(text)]
    if _LETTER.search(text) is None:
        return edits
    return sorted([*edits, *_find_letters(text)])


def _find_letters(text: str) -> Iterator[Edit]:
    """List the letters that stand for digits in numbers before a unit."""
    for number in _NUMBER.finditer(text):
        for at in range(number.start(), number.end()):
            if text[at] in _LIKE_DIGITS:
                yield Edit(at, at + 1, _LIKE_DIGITS[text[at]], "misread characters")
