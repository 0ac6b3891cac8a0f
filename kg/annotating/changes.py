"""How papers say that what is counted has changed: 同比增长, 较上年末下降, 增幅, 由31%升至."""

from kg import expressions as re
from kg.annotating.gates import Ending
from kg.annotating.quantity import Quantity
from kg.annotating.view import View

CHANGE_LINK = re.compile(
    r"[^，。；、]{0,4}?(?:增加|提高|提升|上升|增长|增|升|扩大|扩|发展|降低|下降|降|减少|减|缩短|压缩|压减|涨|变|变成|跃升|攀升|扩展|上涨|下调|上调|调整)(?:到了?|至|为|成)(?:[了约近超逾]|如今的|现在的|目前的)?"
)
CHANGE = re.compile(
    r"(?:增长|增加|增大|提高|提升|上升|扩大|扩展|发展|下降|降低|减少|缩短|压缩|稳定|控制|保持|维持|上涨|攀升|回落|下滑|下跌|收窄|缩减)$"
)
_SINCE = r"(?:同比|环比|[比较同](?:上年|去年|上月|前年|往年|上季度?|[一二三四]季度|上半年|年初)(?:同期|同月|底|末)?)"
_GREW = "增长|增加|上升|提高|提升|下降|降低|减少"
_CHANGING = (
    rf"{_SINCE}?(?:[一二两三四五六七八九十]年)?(?:年均|平均|实际|名义|净|累计|再|增速|增幅)*"
    rf"(?:{_GREW}|上涨|扩大|攀升|回落|下滑|下跌|收窄|缩减|增|降|跌|涨)"
    r"|[高低快慢多少]于[^，。；\d]{2,12}|[增涨降]幅|增速"
)
CHANGED = re.compile(rf"(?:[按以扣剔][^，。；\d]{{1,10}}?)?(?P<change>{_CHANGING})(?:[了达近约超为至到]|超过|达到)*")
"""A clause up to its number, that says only how something has changed."""
CHANGE_OF = re.compile(rf"(?:{_CHANGING})$")
COMPARISON = Ending(rf"{_SINCE}(?:实际|名义|净|累计|再)*$")
MEANWHILE = re.compile(r"(?:（[^（）\n]{1,30}）|[）)])?[，、](?:(?:[按以扣剔][^，。；\d]{1,12}|其中)，)?")
DURING = re.compile(rf"[间内来](?:每[年月亩户人])?(?:平均|累计|共)?(?:{_GREW})(?:了|近|约|超)?")


def change_alone(view: View, before: Quantity, quantity: Quantity) -> str | None:
    """Return the words of a clause that says no more than how what is counted changed: 产值6亿元，|同比增长|3%."""
    start = view.clause(quantity.span.start).start
    if not MEANWHILE.fullmatch(view.text, before.span.end, start):
        return None
    changed = CHANGED.fullmatch(view.text, start, quantity.span.start)
    return changed["change"] if changed is not None else None
