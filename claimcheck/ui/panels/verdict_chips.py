"""Five verdicts to choose from: colour, shape and word; choosing the chosen one takes it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from claimcheck.cards.paint.marks import paint_verdict_shape
from claimcheck.model.kinds import Verdict
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.parts import Flowing
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.tokens import DISABLED
from claimcheck.ui.widgets import painting

_HEIGHT, _INSET, _SHAPE, _GAP = 36, 10, 18, 6


class VerdictChip(QAbstractButton):
    """One verdict; on, it is edged and tinted in its colour."""

    def __init__(self, verdict: Verdict, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict = verdict
        self.setCheckable(True)
        self.setText(name_of(verdict))
        self.setAccessibleName(name_of(verdict))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Chips lie edge to edge with the fields: a ring outside would be cut off.
        self.setProperty("ownFocus", True)
        self._ringed = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        # As wide as when it is on, so that nothing moves when it is chosen.
        word = QFontMetrics(inter(13, 600)).horizontalAdvance(self.text())
        return QSize(2 * _INSET + _SHAPE + _GAP + word, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        own = tokens.verdict(self.verdict)
        box = QRectF(self.rect())
        if self.isChecked():
            painting.plate(painter, box, 8, tokens.colour("raised"))
            tint = tokens.verdict(self.verdict)
            tint.setAlphaF(0.14)
            painting.plate(painter, box, 8, tint, own, 2)
        else:
            edge = tokens.colour("control" if self.underMouse() else "line")
            painting.plate(painter, box, 8, tokens.colour("raised"), edge)
        if self.hasFocus() and self._ringed:
            painting.plate(painter, box, 8, None, tokens.colour("focus"), 2)
        shape = QRectF(_INSET, (self.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
        paint_verdict_shape(painter, shape, self.verdict, own)
        painter.setFont(inter(13, 600 if self.isChecked() else 450))
        painter.setPen(tokens.colour("text"))
        word = box.adjusted(_INSET + _SHAPE + _GAP, 0, 0, 0)
        painter.drawText(
            word, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class VerdictChips(Flowing):
    """The five in a row that breaks; arrow keys go from one to the next, Space chooses."""

    chosen = Signal(object)
    """A ``Verdict``, or ``None`` when the judgement was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(6, parent)
        self.chips = {verdict: VerdictChip(verdict, self) for verdict in Verdict}
        for chip in self.chips.values():
            self.flow.addWidget(chip)
            chip.clicked.connect(lambda _=False, one=chip: self._on_clicked(one))

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Show a choice without telling anyone."""
        for own, chip in self.chips.items():
            chip.setChecked(own is verdict)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }.get(Qt.Key(event.key()))
        chips = list(self.chips.values())
        at = next((i for i, chip in enumerate(chips) if chip.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        chips[(at + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, chip: VerdictChip) -> None:
        verdict = chip.verdict if chip.isChecked() else None
        self.set_verdict(verdict)
        self.chosen.emit(verdict)
