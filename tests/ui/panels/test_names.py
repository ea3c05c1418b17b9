"""Everything in the vocabulary's closed lists has a word, and no two of a list share it."""

from __future__ import annotations

from enum import StrEnum

import pytest

from claimcheck.model import kinds
from claimcheck.ui.names import name_of

LISTS = [
    item
    for item in vars(kinds).values()
    if isinstance(item, type) and issubclass(item, StrEnum) and item is not StrEnum
]


@pytest.mark.parametrize("values", LISTS, ids=lambda values: str(values.__name__))
def test_every_value_has_a_word_of_its_own(values: type[StrEnum]) -> None:
    words = [name_of(value) for value in values]
    assert all(words)
    assert len(set(words)) == len(words)
