"""The verbs that give those near them a role in an event or campaign, and the words that may stand between."""

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.model.facts import Role

HOLDS = re.compile(
    r"(?:召开|举行|举办|开展|启动|组织(?!收听|收看|观看)|办过|办了|办起|开了|开办|推出|连办|摆下|发起|实施|部署)"
)
ADVERBIAL = re.compile(
    # members and offices of the subject
    r"(?:全体|机关|党支部|工会|党委|工作人员|干部职工|有关部门|有关方面|等(?:单位|部门|\d{0,2}家单位|地)?"
    # when
    r"|近日|日前|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?[上下中]?午?|今[日天]|昨[日天]|当[日天]|[上下]午"
    r"|今年以来|今年|去年以来|去年|近年来|每年|连日来|连续|陆续|里|[上本这][周月]|[上本这]?周[一二三四五六日末]|[当今昨]晚|日?起|期间"
    # where, by what, with whom
    r"|(?:在|于|以|围绕|为|结合|针对|依托|通过|利用|按照|根据|借助)[^，。；]{1,24}(?:，|(?=召开|举行|举办|组织|开展|启动|联合)|$)"
    r"|(?:联合|会同|携手|联手)[^，。；、]{2,16}(?=[在于，]|共同|$)"
    r"|(?:机关)?(?:志愿者|党员干部|党员|师生|青年|民警|医护人员|志愿服务队|工作人员)(?:们)?"
    r"|(?:走进|深入|来到|到|赴|走上|前往)[^，。；]{1,14}(?:，|$)"
    r"|(?:组织|带领|率领|邀请|动员|发动|派出|选派)[^。；]{2,50}?(?:，|(?=[到赴在]|走进|前往|深入|来到)|$)|应邀"
    # how
    r"|(?:在|于)?(?:今年|本月)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|月?底)前|要|须|应当?|必须|务必|一起|适时|择机|还|又|也|则|便|均|都|共|已|原定|原计划|先后|相继|联合|共同|携手|主持|隆重|如期|成功|将|拟|计划|正式|专门|集中|及时|迅速|分别|统一|精心|积极|现场"
    r"|再次|继续|首次|全面|扎实|广泛|深入|持续|同时|村里|局里|县里|区里|市里|在?[这那][儿里]|，)"
)
JOINT = re.compile(r"(?:、|和|与|及|，|联合|会同|携手|以及|协同)+")
JOINT_HOSTS = re.compile(r"(?:、|和|与|及|联合|共同|等(?:单位|部门)?|，)*")
AND_OTHERS = re.compile(r"等[一-龥]{0,4}$")
HOSTING: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?:联合主办|共同主办|主办|联合举办|共同举办)"), "organizer"),
    (
        re.compile(
            r"(?<=[动事赛议训式出览会节展]由)[^，。；由]{2,40}?(?P<verb>(?:联合|共同)?(?:举办|组织|发起))(?=[，。；])"
        ),
        "organizer",
    ),
    (re.compile(r"(?<=[局会部厅委府])指导(?=[，、])"), "organizer"),
    (
        re.compile(
            r"(?:奖品|奖金|奖牌|经费|物资|资金|服装|礼品|场地)(?:均|全部|都)?由[^，。；]{2,40}?"
            r"(?P<verb>(?:共同|联合|独家|全额)?(?:提供|赞助))(?=[，。；])"
        ),
        "donor",
    ),
    (re.compile(r"(?:独家)?冠名(?:赞助)?(?=[，。、])"), "donor"),
    (re.compile(r"(?:联合承办|共同承办|承办|协办|联合协办)"), "co-organizer"),
)
_OPENED = r"[^，。；]{0,20}?(?:开幕|开赛|启动|开营|开工|开跑|开园|开训|开班|开始|开播|闭幕|落成)"
_OPENS = rf"(?:宣布(?={_OPENED})|鸣枪(?:发令|开赛|开跑)|按下启动[键按钮])"
_SPEAKS = (
    r"(?:讲话(?!精神|要求|稿)|致(?:欢迎|开幕|闭幕|答谢|贺|祝酒|祝|悼)?[辞词]|发言"
    r"|作了?(?:题为|关于)?《[^》\n]{2,40}》[^，。；]{0,8}(?:报告|讲座|辅导|宣讲|讲话|发言)"
    r"|(?<![合工操协制动运写著创劳农耕])作了?[^，。；]{0,16}(?:报告|讲话|发言|讲评|通报|汇报|表态|动员|总结|部署|说明|讲座|点评|交流|辅导|述职|宣讲|推介|安排|介绍|解读|分享|主旨演讲)"
    r"|进行了?(?:[一-龥]{0,4})(?:推介|介绍|解读|授课|宣讲|讲解|点评)|介绍[^，。；]{0,10}(?:情况|经验|做法|进展|成果)|分享了|答记者问|回答了?记者"
    r"|在[^，。；]{0,16}(?:会|会议|仪式|活动|论坛|典礼|致辞|讲话|座谈)[上中时](?:首先)?(?:要求|表示|说|认为|通报|提出|透露)"
    rf"|宣读|通报(?:了|[，：]|有关(?:情况|数据|工作|问题)|情况)|(?:现场|逐一)点评|宣布(?!{_OPENED})|汇报(?!会|片|演出|材料)了?|介绍了|推介了|提出[^，。；]{{0,6}}要求|书面交流|所作的?[^，。；]{{0,24}}报告|建议[，：]|授课|宣讲(?!会|团|员|队|活动|报告)|领学|传达|讲授|讲述了|主讲|强调[，：]|指出[，：]|说明了|提出[^，。；]{{0,8}}(?:建议|意见)|(?:聊|谈|讲)起"
    r"|(?:安排|部署|安排部署)了(?=[^，。；]{2,24}工作[，。；])|(?:寄语|表态))"
)
_LEADS = (
    r"(?:带队|率队|率领|率团|带领[^，。；]{2,20}?(?:到|赴|深入|来|一行|前往|[组团队]，|开展|参加)"
    r"|率[一-龥、]{2,40}?(?:到|赴|深入|来|一行|负责人|参加|出席|参赛|前往)|(?:担?任|坐镇)(?:总|现场)?指挥(?![部员])"
    r"|坐镇[^，。；]{2,12}(?:指挥|调度)(?![部员室])|主刀|任[^，。；]{0,6}(?:检查|调研|考察|视察|督导|督查|巡察)组组长)"
)
_ATTENDS = (
    r"(?<![与和同向对为])(?:出席|参加|与会|到会|列席|莅临|见证|到场|观看|观摩|旁听|参会|参与(?![率度者]|人数)|加入|收听收看|收看"
    r"|就座|随同(?=调研|考察|视察|检查|走访)|(?:一同|一起)(?!举办|举行|主办|[办开]了|组织|推出|发起)[一-龥]{2})(?!的)"
)
PERSONAL: tuple[tuple[Gated, Role], ...] = (
    (Gated(r"(?:主持(?!人)|担任审判长|任审判长)"), "chair"),
    (Gated(_SPEAKS), "speaker"),
    (Gated(_LEADS), "leader"),
    (Gated(r"(?:陪同|随行)"), "host"),
    (Gated(_OPENS), "host"),
    (Gated(r"(?:代为接收|接受(?:了)?[^，。；]{0,6}捐赠|接收(?=[，。；]|[^，。；]{0,10}捐)|代收)"), "recipient"),
    (
        Gated(
            r"(?:颁奖|发奖|颁发|颁证|授牌|授旗|(?<!被)授予|揭牌|揭幕(?!战|赛)|发放了?(?![^，。；]{0,10}(?:手册|资料|传单|材料|宣传))|赠送|佩戴)"
        ),
        "presenter",
    ),
    (
        Gated(
            r"(?:(?:代表[^，。；]{1,8})?在[^，。；]{0,8}上签[字约]|(?:代表[^，。；]{1,8})签[字约署订](?!仪式|活动)|担任(?:评委|裁判|主裁)|执裁(?=[，。；])|出庭(?:支持公诉|应诉|履行职务))"
        ),
        "participant",
    ),
    (Gated(_ATTENDS), "attendee"),
    (
        Gated(r"(?<!接收)(?<!收到)(?<!接受)(?:捐赠|捐款|捐献|捐出|捐助)(?!仪式|活动|协议|资金|物资|善款|大会|现场)"),
        "donor",
    ),
)
THERE_IS = Gated(
    r"(?P<verb>出席|参加|到场(?:观看|参加)?|陪同|列席|参与|就座|随同|应邀参加)(?:此次|本次|这次)?"
    r"(?:[一-龥]{0,4}(?:活动|会议|仪式|考察|调研|座谈))?的(?:[一-龥]{0,4})?(?:还)?有"
)
HEARS = Gated(
    r"(?P<verb>听取)了?(?P<who>[^，。；]{2,60}?)(?:等?(?:部门|单位|方面|负责人)?(?:的|相关|有关|工作|情况|专题)*)(?:汇报|介绍|发言|说明)"
)
WINNING: tuple[tuple[Gated, Role], ...] = (
    (
        Gated(
            r"(?:荣获|获得|获评|(?<![抓查破缴捕收荣截])获(?!奖|悉|知)|夺得|摘得|捧得|捧回|斩获|摘取|捧走|拿下|位列|分列|列(?=第[二三]))(?:了)?(?:[^，。；]{0,24}?"
            r"(?:奖(?![者选单代作人学得])|冠军|亚军|季军|第[一二三](?:名)?|前?[一二三]、[二三][名位]|前[一二三]名|金牌|银牌|铜牌|称号|名次|桂冠|优秀|先进|殊荣|最佳[一-龥]{2,4})|$)"
            r"|获奖(?=[，。；])|夺冠|折桂|摘得|摘[金银](?=[，。；])|夺魁|问鼎|称王|以\d{1,3}(?:比|[：:∶—-])\d{1,3}[^，。；]{0,6}?(?:险胜|力克|战胜|击败|胜出|取胜|胜)"
        ),
        "winner",
    ),
    (
        Gated(
            r"(?:被(?:[^，。；：、]{2,14}?)?(?:评为|授予|表彰为)|表彰为|获评|受到表彰|被表彰|接受[^，。；]{0,8}表彰|当选为?|入选|被命名为|荣膺|被聘为|受聘为|[登上]台领奖)",
        ),
        "honoree",
    ),
)
TOURING = re.compile(r"了?(?:此次|本次|这次)?(?:调研|考察|视察|检查|督导|走访|慰问)")
"""Behind 参加: the tour, whatever else was told since."""
OTHER_VERB = re.compile(
    r"(?:主持|陪同|宣布|致辞|讲话|汇报|介绍|强调|指出|要求|说[，：]|表示|告诉|获得|邀请|看望|慰问"
    r"|代表[^，、]{0,8}(?:发言|讲话)|宣读|颁奖|出席|参加|召开|举行)"
)
TOURS = re.compile(r"调研|考察|视察|检查|督导|察看|查看|走访|慰问|看望|座谈")
"""What one does who is gone along with: between a name and 陪同, another than the one who goes along."""
NO_SUBJECT = re.compile(
    r"(?:在|到|走进|深入|走上|走访|奔赴|抵达|向|对|来到|前往|赴|关于|给|的|落实|贯彻|按照|根据|围绕|为|把|据|从)(?:[该本我全][省市县区州旗镇乡村校]|当地)?$",
)
"""Before a name: what makes it a place, an object or a theme, not the subject."""
DEED_ROLES: dict[str, Role] = {
    "event.deed-inspection": "leader",
    "event.deed-donation": "donor",
    "event.deed-signing": "participant",
    "event.deed-enforcement": "organizer",
    "event.deed-talk": "organizer",
    "event.deed-reception": "host",
    "event.deed-relief": "donor",
    "event.deed-award": "honoree",
    "event.deed-handing": "presenter",
    "event.deed-goods": "donor",
    "event.deed-served": "leader",
    "event.deed-service": "leader",
    "event.deed-clinic": "leader",
    "event.deed-lesson": "speaker",
    "event.deed-lecture": "speaker",
    "event.deed-rescue": "leader",
    "event.deed-guidance": "leader",
    "event.deed-surgery": "leader",
    "event.deed-banner": "presenter",
    "event.deed-launch": "organizer",
    "event.deed-response": "organizer",
    "event.deed-rebuilt": "organizer",
    "event.deed-opened": "organizer",
    "event.deed-stationed": "organizer",
    "event.deed-plan-work": "organizer",
    "event.deed-plan-building": "organizer",
    "event.deed-plan-check": "organizer",
    "event.deed-plan-done-by": "organizer",
    "event.deed-denied": "organizer",
}
"""The role of the subject of a deed, by the rule that found it."""
BY = re.compile(r"被[^，。；“”]{0,30}\Z")
"""Before those by whom somebody is honoured."""
