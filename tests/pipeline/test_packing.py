"""Packed records come back as they were, and nothing but records comes back."""

import os
import pickle
import zlib
from datetime import date

import pytest

from kg.model.facts import When
from kg.model.source import Span
from kg.pipeline.packing import pack, pack_record, unpack_record


def test_a_record_comes_back() -> None:
    """Records of ours, with what is in them, are equal to what was packed."""
    when = When(as_written="5月9日", span=Span(3, 7), earliest=date(2023, 5, 9))
    assert unpack_record(pack_record((when,))) == (when,)


@pytest.mark.parametrize("hostile", [os.system, os.path.join, pickle.Unpickler])
def test_nothing_else_is_made(hostile: object) -> None:
    """A pickle that names anything but our records is refused before it is called."""
    with pytest.raises(pickle.UnpicklingError, match="no record of ours"):
        unpack_record(pack(pickle.dumps(hostile)))


def test_damage_is_told() -> None:
    """Bytes that are no packed record are an error, not a wrong record."""
    with pytest.raises(zlib.error):
        unpack_record(b"no record")
