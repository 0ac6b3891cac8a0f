"""Who holds which post of which body, as the paper says it."""

import pytest

from tests.annotating.told import Told, tell

Held = set[tuple[str, str, str | None]]


def posts(told: Told, name: str) -> set[tuple[str, str | None]]:
    """Return the titles and organizations, as printed or implied, that a person is said to hold."""
    label = {thing.key: thing.label for thing in told.facts.things}
    person = told.things("person")[name].key
    return {
        (t.title, label[t.organization] if t.organization else None) for t in told.facts.tenures if t.person == person
    }


def status(told: Told, name: str) -> set[str]:
    """Return the statuses of a person's posts."""
    return {t.status for t in told.facts.tenures if t.person == told.things("person")[name].key}


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("区委书记陈望舒到会。", "陈望舒", {("区委书记", "区委")}),
        ("县法院副院长、执行局局长许静秋带队。", "许静秋", {("副院长", "县法院"), ("局长", "县法院执行局")}),
        ("县公安局交警大队大队长何澄、法制大队教导员许静秋到场。", "许静秋", {("教导员", "县公安局法制大队")}),
        ("县法院副院长何澄，执行局局长许静秋到场。", "许静秋", {("局长", "县法院执行局")}),
        ("地委副书记、行署专员许静秋到会。", "许静秋", {("地委副书记", "地委"), ("行署专员", "地区行署")}),
        ("中共云溪市委常委许静秋，市政府市长何澄，政协副主席林静到会。", "林静", {("政协副主席", "市政协")}),
        ("中共云溪市委常委、宣传部部长何澄，政协副主席林静到会。", "林静", {("政协副主席", "云溪市政协")}),
        ("中共云溪市委副书记、市长许静秋到会。", "许静秋",
         {("市委副书记", "中共云溪市委"), ("市长", "云溪市政府")}),
        ("校长何澄及领导班子成员、柳溪村委书记许静秋到场。", "许静秋", {("村委书记", "柳溪村")}),
        ("市委教工委委员许静秋到会。", "许静秋", {("教工委委员", "市委教工委")}),
        ("武警云南总队司令员许静秋到会。", "许静秋", {("司令员", "武警云南总队")}),
        ("白鹭镇原党委书记许静秋受到处分。", "许静秋", {("党委书记", "白鹭镇党委")}),
        ("县纪委通报案情。白鹭镇现任党委书记许静秋写道。", "许静秋", {("党委书记", "白鹭镇党委")}),
        ("县委常委、县征兵领导组副组长许静秋到会。", "许静秋",
         {("县委常委", "县委"), ("副组长", "县征兵领导组")}),
        ("县见义勇为协会会长许静秋到会。", "许静秋", {("会长", "县见义勇为协会")}),
        ("县公安局反诈保卫大队民警许静秋到场。", "许静秋", {("反诈保卫大队民警", "县公安局")}),
        ("固原市长许静秋到会。", "许静秋", {("市长", "固原市政府")}),
        ("乡班子成员、武装部部长许静秋到会。", "许静秋", {("班子成员", None), ("武装部部长", None)}),
        ("许静秋曾任广西桂林副市长，广西云禾集团有限责任公司总经理，崇左市委副书记。", "许静秋",
         {("副市长", "广西桂林市政府"), ("总经理", "广西云禾集团有限责任公司"), ("市委副书记", "崇左市委")}),
        ("村党总支部书记、村委会主任许静秋到场。", "许静秋", {("村党总支部书记", None), ("村委会主任", None)}),
        ("云溪大学教师许静秋发言。", "许静秋", {("教师", "云溪大学")}),
        ("许静秋任检查组组长。", "许静秋", {("检查组组长", None)}),
        ("青禾职业学院派人到场，村民理事会会长许静秋到场。", "许静秋", {("会长", None)}),
        ("县水利局派人到场，团党委常委许静秋颁奖。", "许静秋", {("团党委常委", None)}),
        ("县政协委员何澄，委员、丰禾公司经理林静，委员、县医院院长许静秋到场。", "许静秋",
         {("县政协委员", "县政协"), ("院长", "县医院")}),
        ("文旅部非遗司副司长许静秋到场。", "许静秋", {("非遗司副司长", "文旅部")}),
        ("青禾嘎查嘎查达斯琴毕力格到场。", "斯琴毕力格", {("嘎查达", "青禾嘎查")}),
        ("青禾县教育局主办，教育局基教股副股长许静到场。", "许静", {("基教股副股长", "青禾县教育局")}),
        ("县法院开庭。该院党组成员、政工科长许静到场。", "许静", {("党组成员", "县法院"), ("政工科长", "县法院")}),
        ("县水利局的第一书记何澄到会。", "何澄", {("第一书记", None)}),
        ("柳溪村的党支部书记何澄到会。", "何澄", {("党支部书记", "柳溪村")}),
        ("云溪电网公司工会女工委主任林静慰问。", "林静", {("女工委主任", "云溪电网公司工会")}),
        ("青禾区民政局局长林静到会。", "林静", {("局长", "青禾区民政局")}),
        ("副市长、柳溪河市级河长许静秋到场。", "许静秋", {("副市长", "市政府"), ("市级河长", None)}),
        ("市长、市总林长许静秋到场。", "许静秋", {("市长", "市政府"), ("市总林长", None)}),
        ("柳溪村原党支部书记何澄、原村委会主任许静秋受到处分。", "许静秋", {("村委会主任", "柳溪村")}),
        ("柳溪村主任何澄、云溪村会计许静秋到场。", "许静秋", {("村会计", "云溪村")}),
        ("县供销社驻柳溪村第一书记许静秋到场。", "许静秋", {("第一书记", "柳溪村")}),
        ("白鹭镇柳溪村驻村“第一书记”许静秋到场。", "许静秋", {("第一书记", "白鹭镇柳溪村")}),
        ("县第一中学语文教师许静秋发言。", "许静秋", {("语文教师", "县第一中学")}),
        ("县医院主任医师、第24批博士服务团秘书长许静秋到场。", "许静秋",
         {("主任医师", "县医院"), ("秘书长", None)}),
        ("大棚里，该区柳溪村党支部书记，云溪“山里红”果业有限公司董事长许静秋在直播。", "许静秋",
         {("村党支部书记", "柳溪村"), ("董事长", "云溪“山里红”果业有限公司")}),
        ("会上，青禾乡第七届党委、乡纪委作报告，选举产生党委书记许静秋。", "许静秋", {("党委书记", "青禾乡党委")}),
        ("青禾县人民政府驻云州办事处原副主任许静秋到场。", "许静秋", {("副主任", "青禾县人民政府驻云州办事处")}),
        ("县卫健局来人。县域医共体党委书记许静秋到场。", "许静秋", {("党委书记", None)}),
        ("云溪中学开学。青禾职教中心派人到场，校长许静秋讲话。", "许静秋", {("校长", "青禾职教中心")}),
        ("许静秋当选第二届理事会会长。", "许静秋", {("理事会会长", None)}),
        ("市领导还有：许静秋、何澄。", "许静秋", {("市领导", None)}),
        ("红旗派出所所长许静秋到场。", "许静秋", {("所长", "红旗派出所")}),
        ("兵团来人。第三师五十三团党委书记、政委许静秋到场。", "许静秋",
         {("党委书记", "第三师五十三团"), ("政委", "第三师五十三团")}),
        ("兵团党委常委、副政委许静秋到场。", "许静秋", {("党委常委", "兵团"), ("副政委", "兵团")}),
        ("区政协党组副书记、副主席高澜到会。", "高澜", {("区政协党组副书记", "区政协"), ("区政协副主席", "区政协")}),
        ("县水利局党组书记、局长何澄到会。", "何澄", {("党组书记", "县水利局"), ("局长", "县水利局")}),
        ("县委常委、组织部部长许清到会。", "许清", {("县委常委", "县委"), ("组织部部长", "县委组织部")}),
        ("县委常委、宣传部长方远到会。", "方远", {("县委常委", "县委"), ("宣传部长", "县委宣传部")}),
        ("副县长、公安局局长周子安到会。", "周子安", {("副县长", "县政府"), ("局长", "县公安局")}),
        ("县委副书记、县长陆鸣远到会。", "陆鸣远", {("县委副书记", "县委"), ("县长", "县政府")}),
        (
            "市政协副主席、市工商联主席陈青到会。",
            "陈青",
            {("市政协副主席", "市政协"), ("主席", "市工商联")},
        ),
        ("县水利局一级调研员林岚到会。", "林岚", {("一级调研员", "县水利局")}),
        ("县委副书记、政府县长林岚到会。", "林岚", {("县委副书记", "县委"), ("县长", "县政府")}),
        ("郊区委常委、政府副区长林岚到会。", "林岚", {("区委常委", "郊区委"), ("副区长", "郊区政府")}),
        ("区委统战部副部长、工商联党组书记林岚到会。", "林岚",
         {("统战部副部长", "区委统战部"), ("党组书记", "区工商联")}),
        ("省水利厅党组成员、副厅长，省河长办主任林岚到会。", "林岚",
         {("党组成员", "省水利厅"), ("副厅长", "省水利厅"), ("主任", "省河长办")}),
        ("副市长、区党工委书记林岚到会。", "林岚", {("副市长", "市政府"), ("区党工委书记", "区党工委")}),
        ("市中级法院负责人、市检察院检察长林岚到会。", "林岚", {("检察长", "市检察院")}),
        ("青禾中学校长何澄、党委书记林岚到会。", "林岚", {("党委书记", "青禾中学")}),
        ("县委召开会议。组织部副部长林岚讲话。", "林岚", {("组织部副部长", "县委组织部")}),
        ("区政协开会，提案委主任林岚发言。", "林岚", {("提案委主任", "区政协")}),
        ("会议决定任命：林岚为县统计局局长，白雪为县审计局局长。", "白雪", {("局长", "县审计局")}),
        ("会议决定任命林岚为青禾县科技与工业局局长。", "林岚", {("局长", "青禾县科技与工业局")}),
        ("柳溪村党支部书记何澄，驻村第一书记林岚陪同。", "林岚", {("驻村第一书记", "柳溪村")}),
        ("县文化馆馆长林岚到会。她曾任二中副校长。", "林岚", {("馆长", "县文化馆"), ("副校长", "二中")}),
        ("县水利局副局长何澄、民政局局长林岚到会。", "林岚", {("局长", "县民政局")}),
        ("何澄、林岚等区领导到会。", "林岚", {("区领导", None)}),
        ("医疗队由市人民医院周子安副院长、林子岚主任组成。", "林子岚", {("主任", None)}),
        ("林岚 县水利局副局长；何澄 县民政局副局长。", "林岚", {("副局长", "县水利局")}),
        ("林岚以190票的高票当选为县长。", "林岚", {("县长", "县政府")}),
        ("云溪公司到会。区党委副书记、区管委主任林岚致辞。", "林岚", {("区党委副书记", "区党委"), ("主任", "区管委")}),
        ("林岚任云溪市市长、市委书记。", "林岚", {("市长", "云溪市政府"), ("市委书记", "云溪市委")}),
        ("何清澄、林岚三位政协委员发言。", "林岚", {("政协委员", None)}),
        ("市政协教卫体委主任林岚发言。", "林岚", {("主任", "市政协教卫体委")}),
        ("市人大代表林岚、县政协委员何澄到会。", "林岚", {("市人大代表", "市人大")}),
        ("云溪县钓鱼协会第三届理事会会长林岚到会。", "林岚", {("理事会会长", "云溪县钓鱼协会")}),
        ("县水利局林清岚局长到会。", "林清岚", {("局长", "县水利局")}),
        ("柳溪村书记林岚到会。", "林岚", {("村书记", "柳溪村")}),
        ("柳溪社区书记林岚与其他干部到会。", "林岚", {("社区书记", "柳溪社区")}),
        ("青禾学院院长、白鹭协会会长林岚到会。", "林岚", {("院长", "青禾学院"), ("会长", "白鹭协会")}),
        ("林岚作为白鹭派出所副所长，连续工作18小时。", "林岚", {("副所长", "白鹭派出所")}),
        ("林岚历任区委组织委员、县农林科副科长、县文化馆馆长。", "林岚",
         {("区委组织委员", "区委"), ("副科长", "县农林科"), ("馆长", "县文化馆")}),
        ("林岚曾任新华社国际部主任、副社长，新华社湖岸分社副社长。", "林岚",
         {("国际部主任", "新华社"), ("副社长", "新华社"), ("副社长", "新华社湖岸分社")}),
        ("湖岸文汇报副社长林岚到会。", "林岚", {("副社长", "湖岸文汇报")}),
        ("青禾画院院长、湖岸大学永久荣誉教授林岚到会。", "林岚",
         {("院长", "青禾画院"), ("永久荣誉教授", "湖岸大学")}),
        ("中国书法家协会理事、县书法家协会主席林岚到会。", "林岚",
         {("理事", "中国书法家协会"), ("主席", "县书法家协会")}),
        ("全国人大常委会副委员长、民进中央主席林岚到会。", "林岚",
         {("副委员长", "全国人大常委会"), ("主席", "民进中央")}),
        ("省台办交往交流处副处长林岚到会。", "林岚", {("交往交流处副处长", "省台办")}),
        ("我院专家在副院长林岚带领下来到青禾卫生院。林岚副院长致辞。", "林岚", {("副院长", None)}),
        ("县法院院长何静及武顺清、田子荷副院长到场。", "武顺清", {("副院长", "县法院")}),
        ("青禾区人民法院开庭，已是执行局局长的林岚到场。", "林岚", {("局长", "青禾区人民法院执行局")}),
        ("湖岸画院院长、活动组委会主任林岚到会。", "林岚", {("院长", "湖岸画院"), ("活动组委会主任", None)}),
        ("省文化联合会副秘书长、青禾市东方话剧院院长林岚到会。", "林岚",
         {("副秘书长", "省文化联合会"), ("院长", "青禾市东方话剧院")}),
        ("青禾市柳琴戏传承保护中心副主任、国家一级演员林岚到会。", "林岚",
         {("副主任", "青禾市柳琴戏传承保护中心")}),
        ("县法院执行局局长何澄、执行局执行员林岚到场。", "林岚", {("执行员", "县法院执行局")}),
        ("云溪县第二小学开学了，学校党支部书记林岚致辞。", "林岚", {("学校党支部书记", "云溪县第二小学")}),
        ("白鹭派出所接到报警，民警林岚赶到。", "林岚", {("民警", "白鹭派出所")}),
        ("县人民法院开庭，法官助理林岚介绍。", "林岚", {("法官助理", "县人民法院")}),
        ("县委书记何云清、县长林岚二同志到会。", "林岚", {("县长", "县政府")}),
        ("县委书记何澄、驻县的全国人大代表林岚到会。", "林岚", {("全国人大代表", None)}),
        ("县委常委、县委农村工作领导小组副组长林岚到会。", "林岚",
         {("县委常委", "县委"), ("县委农村工作领导小组副组长", "县委农村工作领导小组")}),
        ("县委书记、县三防指挥部总指挥林岚到会。", "林岚", {("县委书记", "县委"), ("总指挥", "县三防指挥部")}),
        ("青湖新区党工委书记、管委会主任林岚到会。", "林岚",
         {("党工委书记", "青湖新区"), ("主任", "青湖新区管委会")}),
        ("青禾盟行署副盟长林岚到会。", "林岚", {("副盟长", "青禾盟行署")}),
        ("会议接受林岚因工作变动辞去县长职务的请求。", "林岚", {("县长", "县政府")}),
        ("会议选举雷鸣为县监察委员会主任。", "雷鸣", {("主任", "县监察委员会")}),
        ("县司法局局长甘泉就此提出要求。", "甘泉", {("局长", "县司法局")}),
        ("旗民政局局长斯琴、旗水利局局长林岚到会。", "斯琴", {("局长", "旗民政局")}),
        ("县卫生健康局局长林镇豪到村里走访。", "林镇豪", {("局长", "县卫生健康局")}),
        ("选举中，何澄、许清和林岚当选副县长。", "何澄", {("副县长", "县政府")}),
        ("街道办事处副主任、综治办主任吴越到会。", "吴越", {("副主任", "街道办事处"), ("主任", "街道综治办")}),
        ("县人民法院民事审判庭庭长郑重阳到会。", "郑重阳", {("民事审判庭庭长", "县人民法院")}),
        ("白鹭镇党委书记苏禾、镇长田野青到会。", "田野青", {("镇长", "白鹭镇政府")}),
        ("白鹭镇柳溪村党支部书记石大川到会。", "石大川", {("村党支部书记", "白鹭镇柳溪村")}),
        ("团县委书记罗小舟到会。", "罗小舟", {("团县委书记", "团县委")}),
        ("县委副书记、县长候选人林岚到会。", "林岚", {("县委副书记", "县委"), ("县长候选人", "县政府")}),
        ("省政协农业和农村委员会主任何澄，副主任林岚到会。", "林岚", {("副主任", "省政协农业和农村委员会")}),
        ("县政协副主席、民进青禾县支部主委林岚到会。", "林岚",
         {("县政协副主席", "县政协"), ("主委", "民进青禾县支部")}),
        ("县农业农村局（县乡村振兴局）党组书记、局长林岚到会。", "林岚",
         {("党组书记", "县农业农村局"), ("局长", "县农业农村局")}),
        ("镇党委副书记、政法委员林岚到会。", "林岚", {("镇党委副书记", "镇党委"), ("政法委员", "镇党委")}),
        ("林岚：县水利局局长；何澄：县教育局副局长。", "林岚", {("局长", "县水利局")}),
        ("林岚，柳溪村党支部书记，今年56岁。", "林岚", {("村党支部书记", "柳溪村")}),
        ("县武装部政委何澄、部长林岚到会。", "林岚", {("部长", "县武装部")}),
        ("副局长都兴华、林雪松，县交警大队大队长林岚到会。", "都兴华", {("副局长", None)}),
        ("区人民法院审判委员会委员林岚到会。", "林岚", {("审判委员会委员", "区人民法院")}),
        ("青禾职业学院茶学系主任林岚到会。", "林岚", {("茶学系主任", "青禾职业学院")}),
        ("大桥村“第一书记”、市审计局派驻干部林岚到会。", "林岚",
         {("第一书记", "大桥村"), ("派驻干部", "市审计局")}),
        ("何澄当选为县文联主席，林岚当选为副主席。", "林岚", {("副主席", "县文联")}),
        ("区市场监管局会同公安青禾分局开展检查。副局长林岚介绍。", "林岚", {("副局长", "区市场监管局")}),
        ("湖岸街道来了新人，党工委副书记林岚带队。", "林岚", {("党工委副书记", "湖岸街道")}),
        ("区残联送来轮椅，理事长林岚到场。", "林岚", {("理事长", "区残联")}),
        ("曾任县委副书记的老干部林岚到会。", "林岚", {("县委副书记", "县委")}),
        ("柳溪村党总支书记孟禾到会。", "孟禾", {("村党总支书记", "柳溪村")}),
        ("中央政治局常委、全国政协主席林岚到会。", "林岚",
         {("常委", "中央政治局"), ("主席", "全国政协")}),
        ("中国青禾教协会会长、国家青禾事务局局长林岚到会。", "林岚",
         {("会长", "中国青禾教协会"), ("局长", "国家青禾事务局")}),
        ("县政协副主席、“禾友会”名誉主席林岚到会。", "林岚", {("县政协副主席", "县政协"), ("名誉主席", None)}),
        ("县委常委、组织部长，云溪市前任副市长林岚到会。", "林岚",
         {("县委常委", "县委"), ("组织部长", "县委组织部"), ("副市长", "云溪市政府")}),
        ("林岚当选西藏自治区新一任主席。", "林岚", {("主席", "西藏自治区政府")}),
        ("云溪市青湖旅游区工委书记、管委会主任林岚到会。", "林岚",
         {("书记", "云溪市青湖旅游区工委"), ("主任", "云溪市青湖旅游区管委会")}),
        ("会议推选何澄、许清、林岚为主席团常务主席。", "何澄", {("常务主席", None)}),
        ("何澄教授、县水利局局长林岚到会。", "林岚", {("局长", "县水利局")}),
        ("局长何澄和林岚秋市长到会。", "林岚秋", {("市长", "市政府")}),
        ("村民种植甘蔗。柳溪村山多。该村党支部书记林岚带头。", "林岚", {("村党支部书记", "柳溪村")}),
        ("云禾集团董事长何澄和柳溪村村长林岚到会。", "林岚", {("村长", "柳溪村")}),
        ("香港政制及内地事务局局长何澄、运输及房屋局副局长林岚到访。", "林岚", {("副局长", "运输及房屋局")}),
        ("海关总署副署长林岚到会。", "林岚", {("副署长", "海关总署")}),
        ("会议由区党建部部长何澄主持，区党委委员林岚出席。", "林岚", {("区党委委员", "区党委")}),
        ("云溪县人武部政委何澄、退役军人事务局局长林岚到会。", "林岚", {("局长", "云溪县退役军人事务局")}),
        ("国家防总秘书长林岚到会。", "林岚", {("秘书长", "国家防总")}),
        ("县人武部军事科长林岚到会。", "林岚", {("军事科长", "县人武部")}),
        ("云溪军分区大校司令员何澄、政委林岚到会。", "林岚", {("政委", "云溪军分区")}),
        ("县水利局派人到场，军转干部林岚致辞。", "林岚", set()),
        ("会议增补何澄、林岚为市妇联第十一届执委。", "林岚", {("执委", "市妇联")}),
        ("林岚秋新当选为团中央书记。", "林岚秋", {("书记", "团中央")}),
        ("市委组织部分管日常工作的副部长林岚到会。", "林岚", {("副部长", "市委组织部")}),
        ("历任主委有何澄、许清，林岚为现任主委。", "林岚", {("主委", None)}),
        ("国家统计局城市司高级统计师林岚介绍。", "林岚", {("城市司高级统计师", "国家统计局")}),
        ("区拆违办主任林岚到会。", "林岚", {("主任", "区拆违办")}),
        ("省委第二书记林岚到会。", "林岚", {("省委第二书记", "省委")}),
        ("国家林业和草原局自然保护地管理司司长林岚到会。", "林岚",
         {("自然保护地管理司司长", "国家林业和草原局")}),
        ("市佛教协会会长觉禾、副会长林岚发言。", "觉禾", {("会长", "市佛教协会")}),
    ],
)  # fmt: skip
def test_a_row_of_posts_and_what_its_parts_share(
    sentence: str, name: str, expected: set[tuple[str, str | None]]
) -> None:
    """Levels, organs and bureaus are shared over 、 as a reader shares them."""
    assert posts(tell(sentence), name) == expected


def test_a_bare_deputy_goes_on_with_the_body_just_told() -> None:
    """副主任 and 秘书长 behind the 主任 of a body are that body's."""
    told = tell("区人大常委会主任陈望舒主持会议，副主任林静、何澄，秘书长高澜出席。")
    for name in ("林静", "何澄", "高澜"):
        assert {organ for _, organ in posts(told, name)} == {"区人大常委会"}


def test_a_bare_deputy_opens_the_sentence_behind_his_head() -> None:
    """副主席 right behind the sentence of the 主席 is of the same body; 秘书长 goes on with him, over ； too."""
    told = tell("区政协主席何澄主持会议。副主席林岚、许清；秘书长高远参加。")
    assert posts(told, "许清") == {("区政协副主席", "区政协")}
    assert posts(told, "高远") == {("区政协秘书长", "区政协")}


def test_a_bare_head_belongs_to_the_school_of_the_article() -> None:
    """校长 needs no name where one school was told."""
    told = tell("青禾区柳溪小学举行开学典礼。", "校长林静致辞。")
    assert posts(told, "林静") == {("校长", "青禾区柳溪小学")}


def test_a_list_behind_a_plural_title_holds_it_together() -> None:
    """Every one of the 区领导 is one, the last before a verb too."""
    told = tell("区领导林静、周子安、何澄和高澜参加活动。")
    assert set(told.labels("person")) == {"林静", "周子安", "何澄", "高澜"}
    assert all(thing.official for thing in told.things("person").values())


def test_appointments_removals_and_resignations() -> None:
    """任命…为, 免去…的…职务 and 辞去 say who became and who ceased to be what."""
    told = tell(
        "会议决定任命：",
        "林静（女）为区教育局局长；",
        "布和为区水利局局长。",
        "免去：",
        "何澄的区水利局局长职务。",
        "接受周子安辞去区人民政府副区长职务的请求。",
        "接受高澜辞去市、区人大代表职务，接受许清因工作变动辞去区第十六届人民代表大会代表职务。",
        "任命陆鸣远同志为政府副区长，免除高云海同志常务副区长一职。",
    )
    assert posts(told, "林静") == {("局长", "区教育局")}
    assert status(told, "林静") == status(told, "布和") == status(told, "陆鸣远") == {"appointed"}
    assert status(told, "何澄") == status(told, "周子安") == status(told, "高云海") == {"removed"}
    assert status(told, "高澜") == status(told, "许清") == {"removed"}
    assert posts(told, "许清") == {("区人民代表大会代表", "区人民代表大会")}


def test_a_notice_tells_of_each_who_he_is_and_what_he_is_to_be() -> None:
    """Every item has a holder of its own, whose birth and studies stand before the post; a name unread holds none."""
    told = tell(
        "林静秋，女，汉族，1975年3月生，大学学历，云溪县委书记；何清澄，男，1980年5月生，现任县水利局局长，"
        "拟提名为县政府副县长候选人；高俛，男，1981年2月生，现任县统计局局长。"
    )
    assert posts(told, "林静秋") == {("县委书记", "云溪县委")}
    assert posts(told, "何清澄") == {("局长", "县水利局"), ("副县长候选人", "县政府")}
    held = {t.title for t in told.facts.tenures if t.person == told.things("person")["何清澄"].key}
    assert held == {"局长", "副县长候选人"}


def test_a_post_lost_in_the_next_clause_was_the_appointed_ones() -> None:
    """免去…职务 without a name is said of him who was named last; the next of a row of appointments is another."""
    told = tell(
        "高云海任区水利局局长，免去区应急局副局长职务。", "决定任命　林静秋为区教育局局长　何清澄为区统计局局长。"
    )
    assert posts(told, "高云海") == {("局长", "区水利局"), ("副局长", "区应急局")}
    assert "removed" in status(told, "高云海")
    assert posts(told, "何清澄") == {("局长", "区统计局")}


def test_an_autonomous_region_has_a_party_committee_and_a_chairman() -> None:
    """自治区党委 is an organ of its own, and the 主席 is of the region's government."""
    told = tell("自治区党委书记林静讲话，自治区副主席何澄主持会议。")
    assert posts(told, "林静") == {("党委书记", "自治区党委")}
    assert posts(told, "何澄") == {("副主席", "自治区政府")}


def test_candidates_are_to_be_appointed() -> None:
    """人选 behind a title is a candidate for it."""
    told = tell("拟任区人民政府副区长人选何清澄列席会议。")
    assert posts(told, "何清澄") == {("副区长人选", "区人民政府")}
    assert status(told, "何清澄") == {"appointed"}


def test_a_row_of_posts_stays_in_the_town_the_village_or_the_school() -> None:
    """Posts behind that of the head are of his street, village or school, one without a body between them too."""
    street = tell("湖岸街道党工委书记林静，人大工委主任何澄，纪工委书记高澜，武装部部长许清到会。")
    assert posts(street, "何澄") == {("人大工委主任", "湖岸街道人大工委")}
    assert posts(street, "高澜") == {("纪工委书记", "湖岸街道纪工委")}
    assert posts(street, "许清") == {("部长", "湖岸街道武装部")}
    village = tell("柳溪村党支部书记林静，村监委会主任何澄，村民小组长高澜到会。")
    assert {organ for name in ("何澄", "高澜") for _, organ in posts(village, name)} == {"柳溪村"}
    school = tell("云溪一中校长林静，教导主任何澄，德育处主任高澜到会。")
    assert posts(school, "何澄") == {("教导主任", "云溪一中")}
    assert posts(school, "高澜") == {("德育处主任", "云溪一中")}


def test_former_posts_are_former() -> None:
    """原 and 时任 before a post, and a career told with 历任, lie in the past."""
    told = tell("原青禾县委副书记、县人大常委会主任周子安到会。", "时任县长林静介绍情况。")
    assert status(told, "周子安") == {"former"}
    assert status(told, "林静") == {"former"}
    career = tell("何澄同志1950年7月参加工作，历任青禾县财政局局长，副县长。", headline="何澄同志逝世")
    assert posts(career, "何澄") == {("局长", "青禾县财政局"), ("副县长", "青禾县政府")}
    assert status(career, "何澄") == {"former"}


def test_a_former_head_is_of_the_government_that_is_named() -> None:
    """德阳市|原|市长: the place before 原 is the one that was governed."""
    for sentence in ("云溪市政府原市长林静到会。", "云溪市原市长林静到会。"):
        told = tell(sentence)
        assert posts(told, "林静") == {("市长", "云溪市政府")}
        assert status(told, "林静") == {"former"}


def test_what_was_held_while_something_happened_is_held_no_more() -> None:
    """任…期间 tells of a time that is over."""
    assert status(tell("林静任县水利局党组书记、局长期间，违反纪律。"), "林静") == {"former"}


def test_who_is_elected_holds_the_post_of_the_place_that_elects() -> None:
    """市委书记 is of the city whose committee elects in the sentence, though the article tells of others too."""
    told = tell(
        "中国共产党云溪市第六届委员会第一次全体会议选举何澄为市委书记。",
        "中国共产党青禾市第六届委员会第一次全体会议选举林岚为市委书记，许清为市委副书记。",
        "柳河市第九届人民代表大会第一次会议选举高澜为市长。",
    )
    assert posts(told, "何澄") == {("市委书记", "云溪市委")}
    assert posts(told, "许清") == {("市委副书记", "青禾市委")}
    assert posts(told, "高澜") == {("市长", "柳河市政府")}


def test_a_career_told_by_its_years_leads_to_the_last_post() -> None:
    """Posts from a year on were left for the next; whose they were the paragraph says, or the one before."""
    told = tell(
        "县政协副主席林岚秋被查。",
        "2021年5月，林岚秋回到本地，任县委副书记。2022年至2024年，他任县水利局局长；2024年6月任县政协副主席。",
        "他还担任过共青团县委书记，县教育局局长等职务。",
    )
    assert posts(told, "林岚秋") == {
        ("县政协副主席", "县政协"), ("县委副书记", "县委"), ("局长", "县水利局"),
        ("团县委书记", "共青团县委"), ("局长", "县教育局"),
    }  # fmt: skip
    former = {t.title for t in told.facts.tenures if t.status == "former"}
    assert former >= {"局长"}


def test_who_is_named_between_removal_and_post_lost_it() -> None:
    """免去|林静|区委副书记职务, without 的."""
    told = tell("青禾区委开会。市委免去了林静青禾区委副书记、常委职务。")
    assert posts(told, "林静") == {("区委副书记", "青禾区委"), ("区委常委", "青禾区委")}
    assert status(told, "林静") == {"removed"}


def test_those_elected_besides_are_listed_behind_the_post() -> None:
    """当选为县委常委的还有…: each of them was elected."""
    told = tell("当选为县委常委的还有何澄、林静（女）、许清秋。")
    assert set(told.labels("person")) == {"何澄", "林静", "许清秋"}
    assert status(told, "许清秋") == {"appointed"}


def test_a_surname_with_a_title_is_no_name() -> None:
    """乡党委书记陶书记 is not called 陶书记."""
    assert tell("乡党委书记陶书记、左乡长到场慰问。").labels("person") == []


def test_each_row_of_a_roll_says_who_is_what() -> None:
    """Name, space, body and title; whose body no grammar knows keeps the title."""
    told = tell("林静（女） 云溪县水利局副局长", "何清澄 青禾兵团司令员", "许静秋 云溪县第一中学教师")
    assert posts(told, "林静") == {("副局长", "云溪县水利局")}
    assert posts(told, "何清澄") == {("司令员", None)}
    assert posts(told, "许静秋") == {("教师", "云溪县第一中学")}


def test_a_post_behind_a_comma_is_of_the_next_person() -> None:
    """担任审判长 ends at the comma; the prosecutor is no judge."""
    told = tell("青禾区人民法院院长林静担任审判长，青禾区人民检察院检察长何澄出庭支持公诉。")
    assert posts(told, "何澄") == {("检察长", "青禾区人民检察院")}


def test_leaders_of_nobody_that_is_known_are_no_officials() -> None:
    """与某某恒运|领导: whose leaders they are is unsaid."""
    told = tell("区委书记周子安与云禾恒运领导林静秋、何清澄出席。")
    assert told.labels("person") == ["周子安", "林静秋", "何清澄"]
    assert [t.official for t in told.facts.things if t.kind == "person"] == [True, False, False]


def test_posts_of_companies_make_no_officials() -> None:
    """A chairman who is also party secretary of his company is none of the public's."""
    told = tell("青禾纺织有限公司董事长、党委书记林静，青禾区商会会长何澄，区消费者协会秘书长高澜到会。")
    persons = told.things("person")
    assert not persons["林静"].official
    assert not persons["何澄"].official
    assert persons["高澜"].official


@pytest.mark.parametrize(
    "sentence", ["青禾市长泾镇张贴公告。", "河长办主任会议召开。", "县长热线开通。", "该院二审宣判。"]
)
def test_words_that_only_look_like_posts(sentence: str) -> None:
    """市|长泾镇 holds no 市长, and nobody is named."""
    assert tell(sentence).labels("person") == []


def test_the_quote_of_a_tenure_holds_name_and_post() -> None:
    """Each tenure rests on words that show both."""
    told = tell("8月20日，区委常委、常务副区长陆鸣远到白鹭镇调研。")
    for tenure in told.facts.tenures:
        assert any("陆鸣远" in span.of(told.text) for span in tenure.evidence)
        assert tenure.rule.startswith("tenure.")


def test_a_long_list_costs_no_more_than_its_length() -> None:
    """Two thousand posts and names are read, none taken for another."""
    told = tell("、".join(f"区教育局副局长王{c}安" for c in "一二三四五六七八九十" * 20) + "到会。")
    assert len(told.things("person")) == 10


def test_the_office_of_a_street_named_as_a_place_is_a_body() -> None:
    """街道办事处 refers to a street that stands as a place, but its deputy head holds a post of a body."""
    told = tell("腊月初八，湖岸街道分发腊八粥。街道办事处副主任陈望舒告诉记者，今年已是第三年。")
    kinds = {thing.key: thing.kind for thing in told.facts.things}
    bodies = [tenure.organization for tenure in told.facts.tenures if tenure.title == "副主任"]
    assert bodies
    assert all(kinds[body] == "organization" for body in bodies if body)


def test_a_party_secretary_is_of_the_body_whose_party_was_told() -> None:
    """…医院党支部组织参观。党支部书记…: the secretary of that hospital's branch."""
    told = tell("青禾区医院党支部组织党员参观。接下来，党支部书记林静带领大家宣誓。")
    assert posts(told, "林静") == {("党支部书记", "青禾区医院")}


def test_a_deputy_stays_with_the_body_that_was_told_with_the_name() -> None:
    """林静副院长 beside another hospital's head is of the hospital that was said to be hers."""
    told = tell("县骨科医院副院长林静带队来到青禾。青禾中藏医院院长何澄对林静副院长一行表示欢迎。")
    assert posts(told, "林静") == {("副院长", "县骨科医院")}


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("林静秋在担任云溪县水利局局长等职务期间，收受贿赂。", {("局长", "云溪县水利局")}),
        ("被告人林静秋到庭。2029年，利用担任副县长职务之便，收受钱款。", {("副县长", "县政府")}),
        ("林静秋捕前系云溪县水利局局长。", {("局长", "云溪县水利局")}),
        ("云溪县水利局原党组成员、副局长林静秋一案宣判。", {("党组成员", "云溪县水利局"), ("副局长", "云溪县水利局")}),
    ],
)
def test_posts_that_a_court_tells_of_are_former(sentence: str, held: set[tuple[str, str]]) -> None:
    """What was held when something was done, before an arrest, or until lately, is held no more."""
    told = tell(sentence)
    assert posts(told, "林静秋") == held
    assert status(told, "林静秋") == {"former"}


def test_a_unit_of_two_matters_stays_with_its_body() -> None:
    """市教育局|体育卫生与艺术教育处处长."""
    told = tell("市教育局体育卫生与艺术教育处处长方远出席。")
    assert posts(told, "方远") == {("体育卫生与艺术教育处处长", "市教育局")}


def test_the_secretary_that_a_town_had_is_former() -> None:
    """原 between a town and its committee tells of the post, not of the committee."""
    told = tell("白鹭镇原党委书记许静秋受到处分。")
    assert status(told, "许静秋") == {"former"}
    assert told.labels("organization") == ["白鹭镇党委"]


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("8月20日，区市场监管局开展检查。“秤要准。”副局长高澜说。", ("副局长", "区市场监管局")),
        ("8月20日，区市场监管局开展检查。食品安全股股长高澜介绍情况。", ("食品安全股股长", "区市场监管局")),
        ("8月20日，青禾区法律援助中心讨回工资。锦旗送到中心主任高澜手中。", ("主任", "青禾区法律援助中心")),
        ("8月20日，柳林人民法庭审理此案。承办法官高澜说。", ("承办法官", "柳林人民法庭")),
        (
            "活动由云溪医科大学附属医院主办，白鹭乡卫生院承办。医院党委副书记高澜致辞。",
            ("医院党委副书记", "云溪医科大学附属医院"),
        ),
    ],
)
def test_bare_titles_are_of_the_body_told_before(words: str, post: tuple[str, str]) -> None:
    """Behind what somebody said, of a section, and by the noun alone: 中心主任, 医院党委副书记."""
    assert posts(tell(words), "高澜") == {post}
