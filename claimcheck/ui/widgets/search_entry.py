"""A field to search in a list with."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from claimcheck.ui.icons import icon


def search_entry(words: str, name: str) -> QLineEdit:
    """With a lens at its left; ``words`` stand in it while it is empty, ``name`` is read aloud."""
    made = QLineEdit()
    made.setPlaceholderText(words)
    made.setAccessibleName(name)
    lens = made.addAction(icon("search", 16, "text-2"), QLineEdit.ActionPosition.LeadingPosition)
    lens.setText(name)
    return made
