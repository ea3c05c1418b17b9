"""What stands on the discs: digits or letters, from any start, without gaps."""

from __future__ import annotations

from claimcheck.model.kinds import Numbering

_LETTERS = 26


class DiscNumber(int):
    """A discrepancy's number; as text it is its label, the same wherever it is shown.

    It counts and sorts as a number, so that whoever lays discs out needs to know nothing of
    letters: ``str()`` and format strings give ``3``, or ``C``.
    """

    numbering: Numbering

    def __new__(cls, number: int, numbering: Numbering = Numbering.DIGITS) -> DiscNumber:
        """``number`` from 1 on, shown as ``numbering`` says."""
        made = super().__new__(cls, number)
        made.numbering = numbering
        return made

    def __str__(self) -> str:
        return letters(self) if self.numbering is Numbering.LETTERS else int.__repr__(self)

    def __reduce__(self) -> tuple[type[DiscNumber], tuple[int, Numbering]]:
        return DiscNumber, (int(self), self.numbering)


def letters(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA, as the columns of a spreadsheet; below 1 the digits."""
    if number < 1:
        return str(int(number))
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        text = chr(ord("A") + letter) + text
    return text


def number_in(text: str) -> int | None:
    """The number that a label means: ``3`` is 3, ``c`` is 3, ``AA`` is 27; ``None`` for others."""
    text = text.strip().upper()
    if text.isascii() and text.isdigit():
        return int(text) or None
    if not text or not all("A" <= letter <= "Z" for letter in text):
        return None
    number = 0
    for letter in text:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
