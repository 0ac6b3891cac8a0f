"""Verbs and objects that tell of an event without a name: patterns, each with the kind of event it tells of.

Every repetition is bounded, so that no text makes one slow. Groups: `verb` says that it took place, `object` is what
was done or given, `to` to whom, `told` the words that name it where these are not all. Where two match the same words,
the one named first here has them.
"""

from dataclasses import dataclass

from kg.annotating.gates import Gated
from kg.annotating.plan_patterns import PLANS
from kg.annotating.service_patterns import SERVICES
from kg.annotating.work_patterns import WORKS
from kg.model.facts import EventType


@dataclass(frozen=True, slots=True)
class DeedPattern:
    """A pattern, the name of its rule (`event.deed-…`) and the type of the events that it finds."""

    name: str
    type: EventType
    pattern: Gated


_OBJECT = r"[^，。；：！？、\n《》]"
_INSPECTION = (  # 到某镇调研防汛工作, 对某厂、某校开展督导检查
    r"(?:(?:先后|分别|一行|实地|专程|随机)?(?:[来莅抵][一-龥](?=调研|考察|视察|检查|指导|督导)|(?:到|赴|深入|来到?|走进|前往|莅临|在|就|围绕|对)(?:[^，。；：！？\n《》]{2,40}?)))?(?:，)?"
    r"(?:开展|进行|实地|专题|现场|督导|集中|突击|专项|带队|检查|走访(?!慰问|调研)|视察|调研)?"
    r"(?P<verb>参观考察|学习考察|考察学习|考察交流|参观学习|调研督导|调研指导|督导检查|检查指导|走访慰问|走访调研|考察调研|调研|考察|视察|督导|督查|走访|看望慰问|看望并慰问|慰问(?![金品信])"
    r"|检查|暗访|巡河|巡林|督察(?![长局室支大])|巡视(?!巡察|工作)|观摩(?!会|学习)|看望|察看|查看|抽查|督办(?!问题|事项|案|件)|调度(?!会|中心|室|平台|员|指挥))(?!团|小?组|队|站|点|员|者|表|单|报告|结果|专班|人员|(?:活动)?(?:方案|计划|意见))(?:了)?"
    rf"(?P<object>{_OBJECT}{{0,22}}(?:、{_OBJECT}{{1,10}}){{0,2}})"
)
_INSPECTION_OF = (  # 就某项工作进行专题调研, 对某事开展督查
    rf"(?:就|对|围绕)(?P<object>(?:{_OBJECT}{{0,4}}《[^》\n]{{2,30}}》)?(?:{_OBJECT}|、){{4,60}}?)(?:进行|开展)了?(?:一次|一轮|新一轮)?(?:专题|实地|集中|现场|全面|重点|专项|突击|随机|飞行|联合|消防|安全|卫生|执法|走访|拉网式|地毯式|全覆盖|分组)?"
    r"(?P<verb>调研督导|督导检查|考察调研|调研|考察|视察|督导|督查|暗访|执法检查|检查|督察(?![长局室支大])|核查|巡查|巡视|抽查|夜查|察看|查看|技术指导|走访慰问|看望慰问|慰问|走访|看望)(?!团|小?组|队|站|点|员|者|表|单|报告|结果|专班|人员)"
)
_PATROL = (  # 率队巡河，先后来到…
    r"(?P<told>[率带]队(?:开展)?(?P<verb>巡河|巡林|巡湖|巡堤|夜查|暗访|调研|检查|督查))(?=[，。；])"
)
_VISIT = (  # 到老党员某某家中，送上慰问金
    r"(?:先后|分别|专程|亲自)?(?:来到|走进|到)(?P<object>[^，。；：！？\n]{4,60}?家[中里])，(?P<verb>送上|送去|送来)"
    r"[^，。；：！？\n]{0,24}?(?:慰问金|慰问品|祝福|问候)"
)
_GIFT_TO = (  # 向某校捐赠课桌椅
    rf"(?:向|为|给)(?P<to>{_OBJECT}{{2,30}}?)(?:无偿|现场|一次性|又|共|各|免费)?"
    rf"(?P<verb>捐赠|捐助|捐献|捐款|捐出|捐建|赠送|捐)(?:了)?(?P<object>{_OBJECT}{{0,18}})"
)
_GIFT = rf"(?P<verb>捐赠|捐款|捐出|捐献)(?:了|给)?(?P<object>{_OBJECT}{{2,18}})"
_GIVEN_TO = (  # 把奖金捐给了村小学
    r"(?P<told>(?P<verb>捐给|捐献给|捐赠给|赠予|赠给|转赠给?)了?(?P<to>[^，。；：！？、\n]{2,16}))(?=[，。；])"
)
_SIGNING = (  # 签订《…协议》, 签下供货合同
    r"(?P<verb>签订|签署|签下|签约)(?:了)?(?P<object>《[^》\n]{2,40}》|[“][^”\n]{2,20}[”](?:公约|协议书?|合同|责任书|承诺书)"
    r"|(?:为期[^，。；的]{1,5}的)?[^，。；：！？、\n《》的]{0,26}?(?:协议书|协议|合同|责任书|责任状|备忘录|意向书|承诺书))"
)
_PROJECTS_SIGNED = (
    r"(?:\d{1,6}|[一两三四五六七八九十]{1,2})[个项][一-龥、]{0,14}?(?:项目|协议)"
    r"(?P<verb>(?:集中|现场|成功)?签约)(?!仪式|活动|会)(?P<object>)"
)
_SIGNED_WITH = rf"(?P<told>与{_OBJECT}{{2,20}}?(?P<verb>签约))(?=[，。；])"
_NUMBER_SIGNED = (
    r"(?:集中|现场|成功)(?P<verb>签约)(?P<object>项目\d{1,4}[个项]|\d{1,4}[个项][^，。；：、\n]{0,10}项目)(?=[，。；])"
)
_CASE = (  # 成功破获一起诈骗案
    r"(?:成功|联合|一举|依法|公开|集中|快速|开庭)?"
    r"(?P<verb>侦破|破获|打掉|捣毁|查处|查获|审结|公开审理|开庭审理|开庭处理|巡回审理|审理|宣判|公开宣判|端掉|审判)(?:了)?"
    r"(?P<object>(?:(?:[^，。；：！？\n]{2,12}的)?(?:[一首两三几]|(?<!\d)1)[起宗例件桩]|由|公安部|省公安厅|特大|重大)[^，。；：！？\n]{2,40}?案件(?!\d|[的中时])"
    r"|(?:被告人|[一-龥]某)[^，。；：！？\n]{2,44}?(?<![涉大立要积命旧作办])案(?![件卷子情发例])"
    r"|(?!的|一批|多起|系列案|各类|大量|全部)[^，。；：！？、\n]{2,30}?"
    r"(?:(?<![涉大立要积命旧作办])案(?![件值情发例底犯卷子])|团伙(?!\d|成员|案)))"
)
_CASE_SOLVED = r"(?P<object>[“][^”\n]{2,12}[”][^，。；\n]{0,16}案)(?:宣告|成功|顺利|告)?(?P<verb>侦破|告破|宣判)"
_CASE_TRIED = (  # 胡某等人诈骗案在县法院公开宣判
    r"(?P<object>(?<![一-龥、])[^，。；：！？\n]{3,40}?(?<![涉大立要积命旧作办])案)件?"
    r"(?:[在于][^，。；]{1,14}?|一审|正式|依法|今日|近日|日前|昨日){0,3}"
    r"(?P<verb>公开宣判|公开开庭审理|公开审理|开庭审理|开庭宣判|当庭宣判|一审宣判|宣判|开庭)(?=[，。；])"
)
_FREE_CLINIC = (
    r"(?P<object>在[^，。；为]{2,14}?|现场|免费|轮流|巡回|联合|集中|开展|为[一-龥]{2,6}?)(?P<verb>义诊)(?=[，。；])"
)
_LECTURE = (
    r"(?P<verb>作|做|讲授)了?(?:一[场堂次])?(?P<object>(?:题为|关于)?(?:《[^》\n]{2,40}》|“[^“”\n]{4,40}”)的?"
    r"[一-龥]{0,6}(?:讲座|党课|辅导|宣讲|授课|培训))"
)
_SERVICE = (  # 某镇组织党员干部清理河岸垃圾
    rf"组织{_OBJECT}{{0,12}}?(?:党员|干部|志愿者|师生|职工|群众|民警|队员|青年|学生|村民|代表)(?:\d{{1,4}}余?[人名])?(?:[到在来沿赴]{_OBJECT}{{2,10}}?)?(?P<verb>清理|清扫|打扫|捡拾|栽植|种植|参观|采风|写生|研学|献血)"
    rf"(?:了)?(?P<object>{_OBJECT}{{0,14}}?)(?=\d|[，。；、])"
)
_SEEN = (  # 组织全体职工参观了某纪念馆
    rf"(?:组织|带领)了?{_OBJECT}{{2,34}}?(?:，|(?:前往|赴|到|走进|来到){_OBJECT}{{2,14}}?)?(?P<told>(?P<verb>参观|观看|瞻仰|祭扫)了?(?:{_OBJECT}{{3,30}}?|{_OBJECT}{{0,12}}《[^》\n]{{1,20}}》))(?=[，。；、])"
)
_TALK = r"(?P<verb>约谈)了(?P<object>[^，。；：！？、\n的]{2,20})(?=[，。；])"
_RECEPTION = rf"(?P<verb>会见)了?(?P<object>{_OBJECT}{{2,40}}(?:一行|代表团|考察团|客商|客人|嘉宾))"
_RECEIVED = (  # 会见了由某市市长率领的代表团一行, 会见了某公司董事长某某
    r"(?P<told>(?P<verb>会见)了?(?P<object>(?:由[^。；\n]{4,70}?率领的[^，。；：！？、\n]{2,24}|来[^，。；：！？、\n]{4,36}?(?:一行|负责人|企业家|客人)"
    r"|[^，。；：！？、\n]{2,24}?(?:董事长|总裁|总经理|会长|总领事|大使|市长|县长|区长|校长|院长|院士)[一-龥·]{2,8}?(?:一行)?)))(?=[，。；])"
)
_COMMON = (  # with whom one talks on a tour
    r"(?![^。；\n]{0,49}?(?:村民|农户|群众|党员|职工|学生|干部|[老教]师|居民|农民|工人|家长|大户|老人)[^。；\n]{0,20}?座谈)"
)
_TALKS = (  # 与在外企业家举行座谈
    rf"(?P<told>与{_COMMON}(?P<object>{_OBJECT}{{2,30}}?)(?:举行|进行|召开)了?(?:工作|深入|亲切|友好)?(?:的)?(?P<verb>座谈交流|交流座谈|座谈|会谈|会商))(?=[，。；])"
)
_TALKED = (  # 与某省省委书记某某，省长某某等座谈交流
    rf"(?P<told>与{_COMMON}(?P<object>[^。；：！？\n]{{4,120}}?(?<=[团行家商等裁组]))(?P<verb>座谈交流|座谈|举行会谈|工作会谈))(?=[，。；])"
)
_NAMED_AS = (  # 被评为“…”
    r"(?P<verb>被[^，。；]{0,10}?(?:评为|授予|命名为|评定为|认定为)|获评|获颁|当选为?|入选|荣膺)"
    r"(?P<object>[^，。；“”\n、]{0,14}[“][^”\n]{2,24}[”][^，。；“”\n、的]{0,8}|[^，。；“”\n、的]{4,22})"
)
_TITLE_WON = (  # 荣获“…”称号
    r"(?P<verb>荣获|获得|获|授予)"
    r"(?P<object>[^，。；“”\n]{0,14}[“][^”\n]{2,24}[”](?:荣誉称号|称号|奖项|奖章|奖|牌匾|先进集体|先进个人)"
    r"|[^，。；“”\n、]{2,20}(?:荣誉称号|称号))"
)
_HANDED = r"[为向](?P<object>[^，。；：！？\n]{2,30}?)(?P<verb>授牌|授旗|授奖|颁奖|颁证)(?=[，。；])"
_PRAISED_AS = (
    r"(?P<verb>表彰了)(?P<object>(?:\d{4}年度?)?[一-龥]{0,6}“[^“”\n]{2,20}”(?:获得者|个人|集体|单位|企业)?)(?=[，。；])"
)
_PRAISED = (  # 表彰了优秀教师; not 表彰的…, 表彰大会, 表彰决定
    r"(?P<verb>表彰了?)(?!一批)(?P<object>[^，。；：！？、\n的会大活仪决]{2,4}[^，。；：！？、\n的]{0,12}"
    r"(?:(?:先进|优秀)(?:[一-龥]{2,5}(?=[，。；\n]|$))?|模范|标兵|提案|单位|个人|集体|者|员|户|家庭))(?!代表)"
)
_CERTIFICATES = (
    r"(?P<verb>颁发)(?!的)(?:了)?(?P<object>[^，。；、\n]{0,6}(?:任命书|聘书|荣誉证书|证书|奖牌|奖杯|锦旗|奖状))"
)
_OATH = r"(?P<verb>进行|举行)了?(?P<told>宪法宣誓)(?!仪式)"
_INQUIRY = r"(?P<verb>进行|开展)了?(?P<told>专题询问)(?=[，。；])"
_UNVEILED = r"(?P<told>为(?P<object>[^，。；：！？\n]{2,24}?)(?P<verb>揭牌|揭幕))(?=[，。；])"
_UNVEILED_AT = (  # 某读书会在图书馆揭牌成立
    r"(?P<told>(?<![一-龥])[一-龥“”]{3,16}?在(?P<object>[^，。；：！？、\n]{2,12}?)(?P<verb>(?:揭牌|挂牌)(?:成立)?))(?=[，。；])"
)
_STATIONED = r"(?:督察|巡察|督导|巡视)组[^，。；：！？、\n]{0,10}?(?P<told>(?P<verb>进驻)[一-龥]{2,10})(?=[，。；])"
_CLASS_OPENED = r"(?P<told>“[^“”\n]{2,14}班”[^，。；：！？\n]{0,8}?(?P<verb>开班|开课))(?=[，。；])"
_RELIEF = (  # 为困难学生发放助学金
    r"(?:向|为|给)(?P<to>[^，。；：！？\n]{2,16}?)(?P<verb>发放|分发|送去|送上|送来)(?:了)?"
    r"(?P<object>[^，。；：！？、\n]{0,12}(?:慰问金|慰问品|物资|大米|棉被|助学金|资助金|救助金|补助金|善款|爱心包|生活用品"
    r"|学习用品|食品|方便面|红包|奖学金|[一-龥]{2,8}\d[\d.,]{0,8}[余多万]{0,2}[箱床吨袋套台桶斤顶张份]))"
)
_RAID = r"(?P<object>同时|统一|集中|联合)(?P<verb>收网|查获|抓捕)"
_DATED_DISASTER = (  # “7·20”特大暴雨洪涝灾害
    r"(?P<verb>)(?P<object>[“]\d{1,2}·\d{1,2}[”][^，。；：！？、\n“”]{0,12}?"
    r"(?:特大暴雨洪涝灾害|洪涝灾害|灾害|事故|火灾|地震|洪灾|暴雨|台风))"
)
_RARE_DISASTER = r"(?P<verb>)(?P<object>(?:特大|罕见|百年不遇的?)[^，。；：！？、\n“”]{2,10}灾害)"
_REVIEW = (  # 国家考核组验收时
    r"(?P<object>(?<![一-龥])[一-龥]{2,6}(?:组|办|委|部|厅|局))(?P<verb>验收|暗访|复审|复检|考核验收)"
    r"(?=[时中，。后合通])"
)
_DISASTER = (  # 普降大暴雨, 发生一起交通事故
    r"(?P<verb>普降|遭受|遭遇|突降|突遭|突发|发生|出现|迎来)(?:了)?(?P<object>[^，。；：！？、\n]{0,16}?"
    r"(?:特大暴雨|大暴雨|暴雨到大暴雨|暴雨|洪涝灾害|洪灾|强降雨|强降水|冰雹|地震|火灾|山体滑坡|滑坡|泥石流|旱灾|旱情|雪灾"
    r"|大到暴雨|暴雪|大雪|大雨(?!棚)|山洪|洪水|内涝|沙尘暴|台风|龙卷风|交通事故|安全事故|(?:追尾|坍塌|坠落|爆炸|溺水|泄漏|[一-龥]{0,4}相撞)(?:交通事故|事故)?|车祸|火情|险情|事故|雨雪冰冻灾害|冰冻灾害))"
)
_ACCIDENT = (  # 一辆拖车失控冲下路面，造成一死一伤
    rf"\d日[^。；\n]{{0,60}}?[，：](?P<told>{_OBJECT}{{3,26}}?(?P<verb>相撞|追尾|侧翻|失控|坠[入落河]|冲[下出入]|[起着失]火|坍塌|爆燃|溺水|落水|脱轨)"
    rf"{_OBJECT}{{0,10}})(?=，[^。]{{0,30}}?(?:造成|导?致|死亡|受伤|遇难|被困|接警|扑救|赶[赴到往]))"
)
_DEATH = r"(?P<object>(?<![一-龥])[一-龥·]{2,6}(?:同志|先生|女士|老人))(?:因病|不幸)?(?P<verb>逝世|去世|辞世|牺牲|殉职)"
_ROWS: tuple[tuple[str, EventType, str], ...] = (
    ("reception", "meeting", _RECEPTION),
    ("reception", "meeting", _RECEIVED),
    ("inspection", "inspection", _INSPECTION_OF),
    ("inspection", "inspection", _VISIT),
    ("inspection", "inspection", _PATROL),
    ("inspection", "inspection", _INSPECTION),
    ("donation", "donation", _GIFT_TO),
    ("donation", "donation", _GIFT),
    ("donation", "donation", _GIVEN_TO),
    ("signing", "signing", _SIGNING),
    ("signing", "signing", _PROJECTS_SIGNED),
    ("signing", "signing", _SIGNED_WITH),
    ("signing", "signing", _NUMBER_SIGNED),
    ("enforcement", "enforcement", _CASE),
    ("enforcement", "enforcement", _CASE_SOLVED),
    ("enforcement", "enforcement", _CASE_TRIED),
    ("talk", "enforcement", _TALK),
    ("talks", "meeting", _TALKS),
    ("talks", "meeting", _TALKED),
    ("clinic", "activity", _FREE_CLINIC),
    ("service", "activity", _SERVICE),
    ("seen", "activity", _SEEN),
    ("lecture", "training", _LECTURE),
    ("award", "award", _NAMED_AS),
    ("award", "award", _TITLE_WON),
    ("handing", "award", _HANDED),
    ("award", "award", _PRAISED),
    ("award", "award", _PRAISED_AS),
    ("handing", "ceremony", _CERTIFICATES),
    ("oath", "ceremony", _OATH),
    ("inquiry", "meeting", _INQUIRY),
    ("unveiling", "ceremony", _UNVEILED),
    ("unveiling", "ceremony", _UNVEILED_AT),
    ("stationed", "inspection", _STATIONED),
    ("opened", "launch", _CLASS_OPENED),
    ("relief", "donation", _RELIEF),
    ("enforcement", "enforcement", _RAID),
    ("disaster", "other", _DATED_DISASTER),
    ("disaster", "other", _RARE_DISASTER),
    ("review", "inspection", _REVIEW),
    ("disaster", "other", _DISASTER),
    ("disaster", "other", _ACCIDENT),
    ("death", "other", _DEATH),
)
DEEDS = tuple(DeedPattern(name, kind, Gated(pattern)) for name, kind, pattern in (*WORKS, *_ROWS, *SERVICES, *PLANS))
