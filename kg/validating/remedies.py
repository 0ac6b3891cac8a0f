"""What to do about a violation, by the constraint that it breaks; in Chinese and English."""

from kg.ports import Term
from kg.vocabulary import NAMESPACES

_ADD = (
    "补上缺少的内容，或撤去该节点。",
    "Add what is missing, or take the node out.",
)
_ONE = (
    "只留下引文所支持的一个，其余撤去。",
    "Keep the one that the quote supports; take out the others.",
)
_LINK = (
    "把链接改到正确类别的节点，或为所指节点补上类别。",
    "Lead the link to a node of the right class, or type the node it leads to.",
)
_FORM = ("按说明的写法改正此值。", "Write the value as the message says.")
_ORDER = (
    "核对引文，把两个值的顺序改正。",
    "Check the quote and put the two values right.",
)
_QUOTE = (
    "由原文重新构建此报道，不要手工修改正文或位置。",
    "Build the article again from its source; do not edit its text or offsets by hand.",
)
_RULE = (
    "核对句子；若是抽取规则所误，在更正文件中加一行，并报告该规则名。",
    "Read the sentence; if the rule erred, mend it in the corrections file and report the rule.",
)
_BY_SHACL = {
    "MinCount": _ADD, "MaxCount": _ONE, "Class": _LINK, "Datatype": _FORM, "Pattern": _FORM, "LanguageIn": _FORM,
    "UniqueLang": _ONE, "NodeKind": _FORM, "MinLength": _FORM, "MaxLength": _FORM, "LessThan": _ORDER,
    "LessThanOrEquals": _ORDER, "Disjoint": _ONE, "Or": _LINK, "Not": _RULE, "In": _FORM,
}  # fmt: skip
_BY_CHECK = {
    "QuoteCheck": _QUOTE, "HashCheck": _QUOTE, "DanglingCheck": _LINK, "IriCheck": _FORM, "TermCheck": _FORM,
    "FutureCheck": _RULE, "PrintedCheck": _QUOTE, "ShownCheck": _RULE, "AsOfCheck": _QUOTE,
}  # fmt: skip


def remedy(constraint: Term) -> tuple[str, str]:
    """Return what to do about a violation of a constraint component."""
    iri = constraint[1:-1]
    if iri.startswith(NAMESPACES["shape"]):
        return _BY_CHECK.get(iri.removeprefix(NAMESPACES["shape"]), _RULE)
    return _BY_SHACL.get(iri.removeprefix(NAMESPACES["sh"]).removesuffix("ConstraintComponent"), _RULE)
