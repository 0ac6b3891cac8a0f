"""What events and campaigns have in common: where the name of an activity begins and ends."""

import re

from kg.annotating.edges import outside, previous_word
from kg.annotating.view import View
from kg.model.source import Span

_OPEN, _CLOSE = "“‘《", "”’》"
_STOP = re.compile(r"[，。；：！？\n]")
_LEADING = re.compile(
    r"^(?:了|过|着|一场|一次|一个|首场|的|为期[^，。的]{1,6}的?|以[^，。]{1,20}为主题的|主题为|题为|系列|多种|各类|各种|相关|有关|本次|此次|这次|该|全面|深入|扎实|持续|广泛|积极|大力|集中|联合|组织|现场|正式|如期|在[^，。]{1,20}?(?=第|“)|第一时间|专门|共同|开展|推进|加强|做好|抓好|\d+(?:多|余)?[场次个项期]|[一二三四五六七八九十两]+[场次个项期]|系列的|隆重的|盛大的)+"
)


def within_quotes(text: str, offset: int, line: Span) -> Span | None:
    """Return the innermost quotation that the character stands in, marks included."""
    depth: list[int] = []
    for position in range(line.start, line.end):
        c = text[position]
        if c in _OPEN:
            depth.append(position)
        elif c in _CLOSE and depth:
            start = depth.pop()
            if start <= offset <= position:
                return Span(start, position + 1)
    return None


def phrase_start(view: View, end: int, floor: int, most: int) -> int:
    """Return where the noun phrase begins that ends at `end`: over name words and quotations, to a verb, a sign or `most`."""
    text, start = view.text, end
    while start > floor:
        c = text[start - 1]
        if c in _CLOSE:
            opening = _opening(text, start - 1, floor)
            if opening is None or end - opening > most + 12:
                break
            start = opening
            continue
        if c in "）)":
            opening = max(text.rfind("（", floor, start), text.rfind("(", floor, start))
            if opening < 0:
                break
            start = opening
            continue
        if c == "、" and start - 1 > floor and text[start - 2] in _CLOSE:
            start -= 1
            continue
        before = previous_word(view, start, floor)
        word = text[before:start]
        if (
            word in outside()
            and word not in _INNER
            or not re.match(r"[一-龥A-Za-z0-9·+\-—＋]+$", word)
            or end - before > most
        ):
            break
        start = before
    return skip_leading(text, start, end)


_INNER = frozenset(
    "表彰 推进 动员 启动 总结 创建 慰问 捐赠 发放 颁奖 揭牌 签约 开工 开幕 闭幕 推介 观摩 交流 学习 教育 进 暨 及 和 与 对接 考核 评选 评比 兑换 送 走进 关爱 迎 庆祝 庆 纪念 誓师 答谢 座谈 研讨 培训 整治 治理 清理 打击 查处 排查 提升 攻坚 加压 部署 述职 调度 协商 议 述 选举 换届 认领 认养 招聘 招募 竞聘 公开 联席 分析 通报 约谈 专题 专项 重点 综合 集中 联合 上牌 入户 清零 大 走访 防溺水 拥 爱 助 学 读 诵读 朗诵 演讲 歌咏 健步走 义诊 献血 植树 放生 放流 巡 护 敲门 回头看 爱国 交接 授旗 授牌 授信 授衔 命名 奠基 竣工 通车 投产 首发 首映 发布 致 为 共 同 建 向 我 你 我们 全 新 好 最 美 有 不 做 争 当 创 树 比 学 赶 帮 超 讲 说 唱 跳 跑 看 听 写 画 办 抓 促 保 稳 守 护航 护 提 质 增 效 一 二 三 十 百 千 万 第一 第二 第三 全国 全市 全县 全区 全省 全民 各".split()
)


def _opening(text: str, closing: int, floor: int) -> int | None:
    mark = _OPEN[_CLOSE.index(text[closing])]
    depth = 0
    for position in range(closing, floor - 1, -1):
        if text[position] == text[closing]:
            depth += 1
        elif text[position] == mark:
            depth -= 1
            if depth == 0:
                return position
    return None


def skip_leading(text: str, start: int, end: int) -> int:
    """Move the beginning behind words that only introduce the name (了一场…)."""
    m = _LEADING.match(text, start, end)
    while m is not None and m.end() < end:
        start = m.end()
        m = _LEADING.match(text, start, end)
    return start
