"""Build the lexicon of words that end a name on its left: verbs, prepositions, conjunctions, adverbs, pronouns.

Source: the word list of jieba 0.42.1 (MIT), its tags v, vd, d, p, c, r, u*, y, frequency at least 150; from these the words that
do stand inside names of organizations (保护, 促进, 指挥 …) are taken out. Usage: python tools/build_outside_words.py kg/lexicons
"""

import re
import sys
from pathlib import Path

import jieba

TAGS = re.compile(r"^(?:v|vd|vi|vq|d|df|p|c|r|rr|rz|u.*|y|e|o|ad)$")
INSIDE = """保护 指挥 执法 协调 指导 治理 考察 开发 种植 推广 促进 制造 鉴定 巡察 创业 就业 监察 监管 督查 督导 检察 检疫 检验 检测 审计 审批 交易 交流
调解 调度 调查 宣传 宣讲 统战 统计 信访 规划 普查 救护 救灾 减灾 抢险 应急 防疫 免疫 防治 预防 控制 收购 批发 零售 饮食 餐饮 装饰 印刷 加工 屠宰 冷藏 物流 快递 配送
联谊 联络 联防 联盟 互助 扶贫 扶持 帮扶 资助 助学 助残 养老 托养 康复 护理 保健 保险 保安 储蓄 信托 担保 租赁 拍卖 招商 引资 供电 供水 供热 排水 灌溉 绿化 环卫
侦查 侦察 刑侦 演出 演艺 创作 收藏 出版 发行 广播 电视 摄影 登山 游泳 骑行 武术 训练 教学 教研 教育 培训 进修 留学 招生 考试 自学 科研 试验 实验 推进 提升 整治 创建 管护 养护 维修 修理 勘察 测绘
登记 注册 认证 代理 经营 生产 劳动 组织 人事 编制 保密 保障 监测 评估 评审 评价 鉴别 仲裁 公证 援助 代表 委员 协商 立法 选举 动员 征兵 拥军 优抚 安置 复员 退役 移民 服务 建设 发展 管理 振兴
合作 生活 民生 供应 储备 流通 销售 采购 修建 建筑 设计 研究 工作 创新 创意 创优 创文 创卫 防汛 抗旱 防火 消防 禁毒 反诈 缉私 边防 巡逻 巡警 特警 文明 和谐 志愿 公益 爱心 慈善 救援 救助 救治 医疗
行动 演练 竞赛 比赛 表演 展览 展示 会展 观光 游览 旅游 旅行 休闲 度假 娱乐 健身 运动 包装 养殖 饲养 繁育 育种 育苗 捕捞 采摘 开采 冶炼 铸造 锻造 焊接 纺织 印染 缝纫 设 建 成 达 通 顺 兴 
明 光 利 益 达 惠 开 进 化 连 联 合 会 能 立 信 用 来 有 可 好 长 行 办 动 学 教 爱 生 产 保 护 助 养 育 食 饮 住 为民 便民 利民 惠民 爱民 富民 向前 前进 跃进 争光 奋进 团结 解放 胜利 建国
""".split()
MORE = """利用 会同 协同 前往 检查 深入 围绕 针对 联合 位于 地处 家住 来自 走进 经过 途经 毗邻 靠近 原 现 时任 现任 新任 聘请 受邀 应邀 随 随后 其中 包括 以及 暨 即 及其 凡 我 他 她 它 我们 他们 你 您 该 各 每 某 本 全 近 日前 近日 据 悉 据悉
获悉 了解 了解到 记者 从 自 往 赴 抵达 抵 达到 位 名 家 个 位于 所在 附近 附属于 隶属 隶属于 所属 下辖 下属 辖区 辖区内 等 等地 等人 一行 已 均 都 共 分别 先后 陆续 相继 再次 首次 再 又 也 还 并 并且 而 则 才 只 就 便 却 仍
曾 曾经 曾任 兼 兼任 兼职 任 担任 挂职 当 做 作 对 对于 关于 由于 因 因为 为了 为 以 以便 按 按照 依据 根据 通过 经 由 让 使 令 叫 给 替 跟 和 与 同 及 或 或者 把 将 被 受 向 朝 到 至 在 于 自从 距 距离 离 比 像 如 例如 
等 等等 这是 那是 就是 便是 还是 不是 正是 都是 也是 是否 比如 诸如 除 除了 连 甚至 包 含 拟 的 地 得 了 着 过 是 有 无 没有 非 不 未 勿 之 其 此 这 那 哪 谁 什么 怎么 多 少 很 更 最 太 极 挺 组成 成立 设立 建成 新建 改建 扩建 拥有 支持 支援 帮助 协助 配合 牵头 主办 承办 协办 举办 举行 召开 开展 启动 
组织开展 号召 邀 邀请 请 派 派出 派驻 驻 进驻 入驻 落户 引进 引入 与会 到会 参会 出席 参加 参与 参观 观看 观摩 调研 考察了 视察 检阅 慰问 看望 走访 拜访 接待 会见 陪同 率领 率 带领 带队 领导 指派 指定 委托 授权 授予 颁发 颁给 奖励 表彰 
捐 捐赠 捐给 送给 送到 送往 运往 运到 运抵 发往 报告 上报 通报 报 通知 告诉 告知 询问 咨询 联系 对接 签约 签订 签署 合同 购买 购 买 卖 租 借 借助 靠 依靠 凭 凭借 起诉 诉 控告 举报 投诉 监督员 就读 毕业 毕业于 考入 考取 录取 入学 转学 转入 调入 调任 调 
任命 免去 当选 选举 增选 补选 报道 播出 刊登 刊发 发布 公布 公示 宣布 介绍 说 称 表示 认为 指出 强调 要求 提出 希望 呼吁 倡议 建议 决定 同意 批准 审议 审定 审核 核实 核查 查处 查获 破获 侦破 抓获 逮捕 拘留 移送 移交 送 交 到访 造访 回访 下沉 推荐 推举 选派 抽调 选调 隔壁 旁边 门口 门前 上午 下午 晚上 凌晨 今年 去年 明年 当天 当日 目前 此次 本次 这次 该次""".split()


def main(target: Path) -> None:
    """Write the lexicon."""
    dictionary = Path(jieba.__file__).with_name("dict.txt")
    found = set(MORE)
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split()
        if TAGS.match(tag) and int(frequency) >= 150 and len(word) <= 4:
            found.add(word)
    header = (
        "# 不在名称内部的词 (words that end a name on its left)\n"
        "# source: jieba 0.42.1 dict.txt (MIT), tags of verbs, adverbs, prepositions, conjunctions, pronouns; tools/build_outside_words.py\n"
        "# date: 2020-01-20\n# columns: word\n"
    )
    words = sorted(found - set(INSIDE) | set(MORE))
    (target / "outside_words.tsv").write_text(header + "\n".join(words) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
