"""Which colour marks have, and what they are filled with."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.review import Style
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.mark_aspects import Aspect
from claimcheck.ui.mark_palette import PALETTE
from claimcheck.ui.panels.inspector.rows import InHand, holding, set_field
from claimcheck.ui.panels.parts import column
from claimcheck.ui.panels.swatches import Swatches
from claimcheck.ui.restyling import COLOUR_MARKS
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import icon_button
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.tips import serve

LINE, FILL = "line", "fill"
FILL_MARKS = QT_TRANSLATE_NOOP("history", "Fill %n mark(s)")
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


class ColourRows(QWidget):
    """The palette, the exact colour, and the eyedropper; for the line or for what is filled."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.part = SegmentedControl(
            ((LINE, self.tr("Line")), (FILL, self.tr("Fill"))), self.tr("What is coloured")
        )
        self.part.set_key(LINE)
        words = ((c, QCoreApplication.translate("palette", word)) for c, word in PALETTE)
        self.colours = Swatches(tuple(words), self.tr("Colour"))
        self.exact = ColourEntry(self.tr("Exact colour"))
        self.pick = icon_button("pipette", self.tr("Take a colour from the picture"))
        serve(self.pick, session.shortcuts, BY_NAME["tool eyedropper"], self.pick.toolTip())
        self.setLayout(
            column(
                self.part,
                self.colours,
                holding((self.exact, self.pick)),
                spacing=8,
            )
        )
        self.part.chosen.connect(self._show_part)
        self.colours.chosen.connect(self._set)
        self.exact.entered.connect(self._set)
        self.pick.clicked.connect(lambda _=False: session.mark_defaults.picking.emit())

    def show_common(self, hand: InHand) -> None:
        """Show the colour that all have."""
        self.setVisible(Aspect.COLOUR in hand.aspects)
        self.part.setVisible(Aspect.FILL in hand.aspects)
        self._show_colour(hand)

    def _show_part(self, _key: str) -> None:
        self._show_colour(InHand.of(self._session))

    def _show_colour(self, hand: InHand) -> None:
        read = _fill_of if self._fills(hand) else lambda style: style.colour
        colour = hand.common(read)
        self.colours.set_colour(colour or "")
        self.exact.set_colour(colour, self.tr("Mixed"))

    def _fills(self, hand: InHand) -> bool:
        return Aspect.FILL in hand.aspects and self.part.key == FILL

    def _set(self, colour: str) -> None:
        hand = InHand.of(self._session)
        if self._fills(hand):
            set_field(self._session, FILL_MARKS, fill=colour, filled=True)
        else:
            set_field(self._session, COLOUR_MARKS, colour=colour)
        self._show_colour(InHand.of(self._session))


def _fill_of(style: Style) -> str:
    """The colour of what is filled; empty for what isn't."""
    return (style.fill or style.colour) if style.filled else ""


class ColourEntry(QLineEdit):
    """A colour as ``#RRGGBB``, with a disc of it; anything else is put back."""

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self._disc = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._take)

    @property
    def colour(self) -> str:
        """The colour, or empty when there is none in common."""
        return self._colour

    def set_colour(self, colour: str | None, mixed: str) -> None:
        """Show a colour without telling anyone; ``None`` shows ``mixed``, empty nothing."""
        self._colour = colour or ""
        self.setPlaceholderText(mixed if colour is None else "#")
        if not (self.hasFocus() and self.isModified()):
            self._write()

    def _take(self) -> None:
        found = _HEX.fullmatch(self.text().strip()) if self.isModified() else None
        if found is not None:
            digits = found[1] if len(found[1]) == 6 else "".join(d * 2 for d in found[1])
            colour = f"#{digits.upper()}"
            if colour != self._colour:
                self._colour = colour
                self.setModified(False)
                self.entered.emit(colour)
        self._write()

    def _write(self) -> None:
        self.setText(self._colour)
        self.setModified(False)
        self._disc.setIcon(_disc(self._colour, self.devicePixelRatioF()))


def _disc(colour: str, ratio: float) -> QIcon:
    side = QSize(16, 16)
    made = QPixmap(side * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme().tokens.colour("control"), 1)
    if not colour:
        pen.setDashPattern([2.0, 2.0])
    else:
        painter.setBrush(QColor(colour))
    painter.setPen(pen)
    painter.drawEllipse(QPointF(8, 8), 6.5, 6.5)
    painter.end()
    return QIcon(made)
