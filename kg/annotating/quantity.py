"""A quantity as read: number, unit and bounds, and where each of them stands."""

from dataclasses import dataclass
from decimal import Decimal

from kg.annotating.units import Unit
from kg.model.facts import Bound
from kg.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit. `span` is all that was written, `number` the numeral alone.

    Either `value` is set, or `minimum` and `maximum` (of which a vague number may lack the second).
    """

    span: Span
    number: Span
    unit: Unit
    bound: Bound
    rule: str
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None


def plain(value: Decimal) -> Decimal:
    """Return the number without trailing zeros and without exponent."""
    words = format(value, "f")
    return Decimal(words.rstrip("0").rstrip(".") if "." in words else words)
