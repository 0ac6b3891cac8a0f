"""What is only rumoured, and called so by the words behind it, or was made up."""

from kg import expressions as re
from kg.annotating.gates import Gated
from kg.annotating.view import View
from kg.model.source import Span

_RUMOUR = Gated(
    r"[^。！？；\n]{0,40}?的(?:传言|传闻|说法|流言|帖文|帖子|消息|留言)[^。！？\n]{0,40}?"
    r"(?:否认|不实|辟谣|虚假|谣言|没有的事|无中生有|子虚乌有|并无此事|查无此事|(?:没有|毫无|并无|无)(?:事实)?[依根]据|不可信)"
)
_RUMOURED = re.compile(r"网传|网友称|有人称|传言|传闻|消息称|爆料|发帖称|有人[^，。]{0,6}[说称传]|谣传|流传|风传|盛传")
_UNTRUE_AFTER_ALL = Gated(
    r"[^。！？\n]{0,40}?(?:并无此事|没有此事|查无此事|纯属谣言|系谣言|是谣言|为谣言|谣言消息|是假消息|不属实|为不实|系不实|纯属虚构|无稽之谈|没有?这回事|旧闻|移花接木|张冠李戴|胡编)"
)
"""Behind what a sentence tells as a rumour: 有网友称…|，镇政府表示并无此事."""
_MADE_UP = Gated(
    r"(?:编造|虚构|散布|谎称|杜撰|造谣|发布(?:信息|消息|视频|帖子)称|发帖称|发文称|网传|爆料称)[^“”。！？\n]{0,12}“[^“”\n]{0,80}"
)
"""What somebody made up or put about, in quotation marks."""


def is_rumour(view: View, span: Span, end: int) -> bool:
    """Tell whether what the span says is called a rumour behind it, that somebody denies: “…”的说法，…均不实."""
    if _RUMOUR.match(view, span.end, end) is not None:
        return True
    if _UNTRUE_AFTER_ALL.match(view, span.end, end) is not None:
        return _RUMOURED.search(view.text, view.sentence(span.start).start, span.start) is not None
    return any(m.end() > span.start >= m.start() for m in _MADE_UP.finditer(view, view.line(span.start)))
