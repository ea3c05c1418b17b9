"""Exactly where marks are: numbers to read and to type, in picture pixels and degrees."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.ui.exact_places import Number, numbers_for, numbers_of
from claimcheck.ui.mark_aspects import common
from claimcheck.ui.panels.inspector.rows import InHand, merge_key
from claimcheck.ui.restyling import place_marks
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import label
from claimcheck.ui.widgets.number_entry import NumberEntry

_ = QT_TRANSLATE_NOOP
_FIELDS: dict[Number, tuple[str, str, str, int, int]] = {
    Number.X: (_("places", "X"), _("places", "Left edge"), "", 0, 0),
    Number.Y: (_("places", "Y"), _("places", "Top edge"), "", 0, 1),
    Number.WIDTH: (_("places", "W"), _("places", "Width"), "", 1, 0),
    Number.HEIGHT: (_("places", "H"), _("places", "Height"), "", 1, 1),
    Number.ANGLE: (_("places", "∠"), _("places", "Angle"), "°", 2, 0),
    Number.TAIL_X: (_("places", "X1"), _("places", "Start, from the left"), "", 3, 0),
    Number.TAIL_Y: (_("places", "Y1"), _("places", "Start, from the top"), "", 3, 1),
    Number.HEAD_X: (_("places", "X2"), _("places", "End, from the left"), "", 4, 0),
    Number.HEAD_Y: (_("places", "Y2"), _("places", "End, from the top"), "", 4, 1),
    Number.INSET_X: (_("places", "X2"), _("places", "Enlargement’s left edge"), "", 5, 0),
    Number.INSET_Y: (_("places", "Y2"), _("places", "Enlargement’s top edge"), "", 5, 1),
    Number.ZOOM: (_("places", "×"), _("places", "Times enlarged"), "×", 6, 0),
}
"""Letter, name, unit, and row and column of each field."""


class PlaceRows(QWidget):
    """Two numbers a row; only those that all selected marks have."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.entries: dict[Number, NumberEntry] = {}
        self._letters: dict[Number, QWidget] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        title = label(self.tr("Place, in picture pixels"), "meta")
        grid.addWidget(title, 0, 0, 1, 4)
        for number, (letter, name, unit, line, side) in _FIELDS.items():
            word = label(QCoreApplication.translate("places", letter), "label")
            name = QCoreApplication.translate("places", name)  # noqa: PLW2901
            entry = NumberEntry(name, unit, decimals=2)
            entry.setToolTip(name)
            word.setBuddy(entry)
            word.setFixedWidth(20)
            grid.addWidget(word, line + 1, 2 * side)
            grid.addWidget(entry, line + 1, 2 * side + 1)
            self.entries[number], self._letters[number] = entry, word
            entry.entered.connect(lambda value, n=number: self._place(n, value))
            entry.left.connect(session.document.end_merging)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_common(self, hand: InHand) -> None:
        """Show the numbers that all have; nothing when nothing is selected."""
        offered = [set(numbers_for(kind)) for kind in hand.kinds] if hand.marks else []
        shared = set.intersection(*offered) if offered else set()
        self.setVisible(bool(shared))
        if not shared:
            return
        sizes = {e.id: (e.width_px, e.height_px) for e in self._session.document.shown.evidence}
        found = [numbers_of(mark, sizes[mark.evidence_id]) for mark in hand.marks]
        for number, entry in self.entries.items():
            there = number in shared
            entry.setVisible(there)
            self._letters[number].setVisible(there)
            if there:
                value = common(round(one[number], 2) for one in found)
                entry.set_value(value, self.tr("Mixed"))

    def _place(self, number: Number, value: float) -> None:
        place_marks(self._session, number, value, merge_key(self._session, f"place {number}"))
        self.show_common(InHand.of(self._session))
