"""What is set going or done for the first time, and the thanks for it, told without a name.

二期生产线投产, 启动防汛一级应急响应, 赶赴某镇指挥抢险, 完成首例…手术, 给某队送来一面锦旗.
"""

from kg.model.facts import EventType

_ITEM = r"[^，。；：！？、\n《》]"
_TO_COME = r"(?![^，。；]{0,30}(?:将|拟|预计|计划|力争|有望|未|没))"
_LAUNCHED = (  # 6月18日，某公司二期生产线投产
    rf"(?<=[日午天晨]，)(?P<told>{_TO_COME}[^，。；：！？、\n《》的]{{4,30}}?(?:正式|全面|顺利|建成|竣工|全线){{0,2}}"
    r"(?P<verb>投产|开工|通车|竣工|启用|投用|投入使用|投入运营|开业|开馆|开园|封顶|通航|首航))(?=[，。；])"
)
_RESPONSE = r"(?P<told>(?P<verb>启动)了?[一-龥ⅠⅡⅢⅣIV\d]{0,14}应急响应)(?=[，。；])"
_COMMAND = (  # 赶赴某镇指挥抢险
    r"(?P<told>(?:赶赴|奔赴|赶到|赶往)(?!现场|一线|前线|事发)[^，。；：！？\n]{2,24}?(?P<verb>指挥|组织|开展)"
    r"(?:现场|应急)?(?:抢险|救援|救灾|防汛|抗洪|灭火|处置)[一-龥]{0,6})(?=[，。；])"
)
_FIRST_SURGERY = (
    rf"(?P<verb>完成|实施|开展)了?{_ITEM}{{0,10}}?(?P<told>首[例台][^，。；：！？、\n《》的]{{2,20}}?手术)(?=[，。；])"
)
_BANNER_TO = (  # 将一面锦旗送到某公司
    r"(?P<told>[把将]一面[^，。；：！？\n]{0,40}?锦旗(?P<verb>送到|送至|送给|交到|赠给)"
    r"[^，。；：！？、\n《》的]{2,20})(?=[，。；])"
)
_BANNER = rf"(?P<told>[给向为]{_ITEM}{{2,20}}?(?P<verb>送来|送上|送去|赠送)了?{_ITEM}{{0,20}}?锦旗)(?=[，。；])"
WORKS: tuple[tuple[str, EventType, str], ...] = (
    ("launch", "launch", _LAUNCHED),
    ("response", "launch", _RESPONSE),
    ("rescue", "activity", _COMMAND),
    ("surgery", "other", _FIRST_SURGERY),
    ("banner", "other", _BANNER_TO),
    ("banner", "other", _BANNER),
)
