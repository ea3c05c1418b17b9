"""A difference between two readings, in one sentence of the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.imaging.differing.print_words import WordDifference

_ = QT_TRANSLATE_NOOP
_MISSING = _("print", "“%1” isn’t on the product")
_EXTRA = _("print", "“%1” isn’t on the listing")
_INSTEAD = _("print", "“%1” is “%2” on the product")


def told(difference: WordDifference) -> str:
    """For the note of a proposal."""
    if not difference.product:
        return _words(_MISSING).replace("%1", difference.listing)
    if not difference.listing:
        return _words(_EXTRA).replace("%1", difference.product)
    before, between, after = _words(_INSTEAD).replace("%2", "%1").split("%1")
    return f"{before}{difference.listing}{between}{difference.product}{after}"


def _words(text: str) -> str:
    return QCoreApplication.translate("print", text)
