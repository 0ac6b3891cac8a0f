"""What is masked before anything is written: numbers that identify people, private persons, persons to be forgotten.

A mask is as long as what it covers, in code points, so that every offset holds.
"""

from kg.redacting.forgetting import Grave, Graves, Place, bury, read_graves, tag_of, write_graves
from kg.redacting.redaction import PRIVATE_CHOICES, PrivateChoice, Redaction, redact, unclaimed

__all__ = [
    "PRIVATE_CHOICES",
    "Grave",
    "Graves",
    "Place",
    "PrivateChoice",
    "Redaction",
    "bury",
    "read_graves",
    "redact",
    "tag_of",
    "unclaimed",
    "write_graves",
]
