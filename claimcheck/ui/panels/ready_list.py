"""“Ready to post”: what is fine about the card, and what isn't."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimcheck.model.kinds import Verdict
from claimcheck.ui.panels.card_checks import Check
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.ui.widgets.verdict_icon import verdict_qicon


class ReadyList(QWidget):
    """A green check for what is fine; a sign and what to do for what isn't."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.shown: tuple[Check, ...] | None = None
        self.move_inside = button(self.tr("Move inside"), "rotate-ccw")
        self.move_inside.setToolTip(
            self.tr("Frame both pictures and order the numbers automatically again.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        column.addWidget(self.move_inside, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_checks(())

    def show_checks(self, checks: tuple[Check, ...], *, mendable: bool = False) -> None:
        """Show these instead of what was shown, with the button when they are ``mendable``."""
        self.move_inside.setVisible(mendable)
        if checks == self.shown:
            return
        self.shown = checks
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for check in checks:
            self._rows.addWidget(_CheckRow(check))
        if not checks:
            self._rows.addWidget(
                label(self.tr("Checked as soon as there is a card."), "secondary", wrap=True)
            )


class _CheckRow(QWidget):
    def __init__(self, check: Check) -> None:
        super().__init__()
        shape = verdict_qicon(Verdict.HOLDS if check.is_fine else Verdict.MISLEADING)
        sign = QLabel()
        sign.setFixedSize(16, 18)
        sign.setPixmap(shape.pixmap(QSize(16, 16), self.devicePixelRatioF()))
        sign.setAccessibleName(self.tr("Fine") if check.is_fine else self.tr("Look at this"))
        words = label(check.sentence, wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(9)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
