"""What happened, what is planned, what is asked for, what is denied: told from the words around a fact."""

import re

from kg.annotating.view import View
from kg.model.facts import Modality
from kg.model.source import Span

_DENIED = re.compile(
    r"(?:尚未|从未|并未|未曾|未能|未予|仍未|还未|未|没有|没能|并没有|不再|不予|不会|未经|取消了?|推迟|叫停|拒绝|放弃|否认|暂缓|暂停|延期|无法|绝不|决不|不得|严禁|禁止)"
)
_NOT_DENIED = re.compile(
    r"未来|未成年|未婚|未央|前所未有|未雨绸缪|没有[^，。]{0,8}就没有|不得不|不会忘|未诉先办|未检|方兴未艾|未脱贫|从未间断|无法[^，。]{0,3}忘|未满|未办|未上|没有忘记"
)
_PLANNED = re.compile(
    r"(?:即将|将(?=于|在|继续|进一步|举|召|开|组|启|对|以|按|围|充|着|全|重|加|持|投|建|新|为|给|从|邀|陆|分|联|同|推|实|通|成|达|采|设|把|用|不|逐|根|适|择|会|迎|是|有|有望|依|让|打|落|完|力|派|统|争|扎|严|切|更|多|积|结|面|由|与|向|到|赴|参|出|签|正|其|这|本|第|公|免|进|来|安|创|增|引|集|深|坚)"
    r"|拟(?=于|在|对|投|建|举|召|开|定|将|组|设|用|新|聘|任|引|表|以|选|派|给|为)|计划(?=于|在|到|用|投|建|新|总|年|今|明|每|再|对|从|开|举|把|分|通|培|完|实|组|为|将|引|植|造|安|改|下|招|\d)|规划(?=建|到|投|总|用|新)|力争|争取|有望|预计|准备(?=在|于|把|将|明|下|举|召|开|组|再|建|用|到|扩|投|去|今)|打算|预期|筹备(?=举|召|开)|筹划|下一步|下步|接下来|明年|今后|预定|定于|择期|届时|酝酿|谋划(?=建|实|推|在)|目标是|待[^，。]{2,12}后)"
)
_REQUIRED = re.compile(
    r"(?:要求|强调|必须|务必|应当|理应|(?<![适相响对供反效感])应(?=[当在对把将加及做按以坚从积切尽着主结带认统])|须(?=[在对把将加及按以于做])|需要|(?<![需主重紧纲提摘首概简只不还就若快])要(?=[在对把将加及做按以坚从积切尽着主结进深强全抓持高严认统聚突充牢落狠围扎提增推大发树用确完始不努紧立科建真多精补走学严畅盯压健瞄想一组开召举有为善敢勇锚再继])|督促(?=[各有企学全])|呼吁|倡议|号召|希望|期望|勉励|叮嘱|鼓励(?=[大广各全]))"
)
_REPORTED = re.compile(r"(?:已|已经|日前|近日|昨日|昨天|当日|当天|上午举行|下午举行|成功|顺利|圆满|曾)")
_REQUIRING_SPEAKER = re.compile(
    r"(?:会议|[^，。；\n]{0,20}?)(?:要求|强调|指出|提出|表示|认为|呼吁|希望|倡议)[，：,]|[，。]他(?:要求|强调|希望)"
)
_IF = re.compile(r"(?:如果|若|假如|倘若|一旦|只要|如(?=[需遇有发确]))")


def modality_of(view: View, span: Span) -> Modality:
    """Return the modality of what the span says.

    The clause before the span decides; a demand (会议要求，要…) reaches over the clauses of its sentence.
    """
    clause = view.clause(span.start)
    sentence = view.sentence(span.start)
    before = view.text[clause.start : span.start]
    if _denied(before, view.text[span.start : clause.end], len(span)):
        return "denied"
    if _REQUIRED.search(before[-30:]):
        return "required"
    if _PLANNED.search(before) or _IF.search(before):
        return "planned"
    earlier = view.text[sentence.start : clause.start]
    return _from_sentence(earlier, before)


def _denied(before: str, after: str, length: int) -> bool:
    found = [
        m
        for m in _DENIED.finditer(before)
        if not _NOT_DENIED.match(before, max(0, m.start() - 1)) and not _NOT_DENIED.match(before, m.start())
    ]
    if found and len(before) - found[-1].end() <= 12:
        return True
    tail = after[length : length + 12]
    return bool(
        re.match(
            r"[^，。]{0,4}(?:尚未|未能|未予|并未|未如期|未按|没有举行|未举行|被取消|取消|推迟|延期|暂停|暂缓)", tail
        )
    )


def _from_sentence(earlier: str, before: str) -> Modality:
    if _REPORTED.search(before):
        return "happened"
    speaker = _REQUIRING_SPEAKER.search(earlier)
    if speaker is not None and re.search(r"(?:要求|强调|呼吁|希望|倡议|号召)[，：,]", earlier):
        return "required"
    if speaker is not None and (_REQUIRED.search(earlier[speaker.end() - 1 :]) or earlier.endswith("要")):
        return "required"
    if re.search(r"(?:下一步|接下来|今后|届时|力争|计划|拟|将于|即将|预计|争取)", earlier[-60:]):
        return "planned"
    return "happened"
