"""Words of the card, edited where they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollBar, QToolTip

from claimcheck.ui.panels.card_preview import CardPreview

_SMALLEST_PX, _LARGEST_PX = 13, 36
"""Of the letters: as large as on the card, within what is easy to write in."""
_AROUND_X, _AROUND_Y = 7, 6
"""From the field's edge to its words, with its border."""
_NARROWEST = 180
_ROOM = 60
"""For more words than there are."""

Keep = Callable[[str], str]
"""Takes what was typed; gives what is wrong with it, or nothing."""


class WordsEditor(QPlainTextEdit):
    """A field over the words on the card, in their letters, as high as what is in it.

    Enter or a click elsewhere keeps, Tab keeps and goes on, Escape gives up.
    """

    def __init__(self, preview: CardPreview) -> None:
        super().__init__(preview)
        self._preview = preview
        self._keep: Keep | None = None
        self._go_on: Callable[[int], object] = lambda _by: None
        self._place = QRectF()
        self._before = ""
        self._letters = QFont()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.rangeChanged.connect(partial(_hold, bar))
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("Words on the card"))
        self.textChanged.connect(self._fit)
        self.hide()

    def edit(
        self,
        words: str,
        font: QFont,
        place: QRectF,
        keep: Keep,
        go_on: Callable[[int], object],
    ) -> None:
        """Begin with ``words`` over ``place``.

        ``keep`` gets what was typed, unless that is what was there; ``go_on`` is asked for the next
        words (1) or those before (-1).
        """
        self._keep, self._go_on, self._before = None, go_on, words
        font.setPixelSize(max(_SMALLEST_PX, min(font.pixelSize(), _LARGEST_PX)))
        self._letters = font
        self._place = place
        self._tell_faulty("")
        self.setPlainText(words)
        self._keep = keep
        self.show()
        self.raise_()
        self._fit()
        self.selectAll()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def move_to(self, place: QRectF) -> None:
        """The words stand elsewhere now."""
        self._place = place
        self._fit()

    def give_up(self) -> None:
        """Close and forget what was typed."""
        self._keep = None
        self._leave()

    def _leave(self) -> None:
        if self.hasFocus():
            self._preview.setFocus()  # or the form's first field would get it
        self.hide()

    def _try(self) -> bool:
        """Hand over what was typed; whether it was taken."""
        typed = " ".join(self.toPlainText().split())
        if self._keep is not None and typed != self._before:
            wrong = self._keep(typed)
            if wrong:
                self._tell_faulty(wrong)
                return False
        self._keep = None
        return True

    def _tell_faulty(self, wrong: str) -> None:
        if bool(self.property("faulty")) != bool(wrong):
            self.setProperty("faulty", bool(wrong))
            self.style().polish(self)
        self.setFont(self._letters)  # the style sheet has its own
        self.setAccessibleDescription(wrong)
        if wrong:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), wrong, self)

    def _fit(self) -> None:
        """As wide as the words, as far as the card goes; as high as they then need."""
        room = self._preview.rect().adjusted(4, 4, -4, -4)
        left = max(round(self._place.x()) - _AROUND_X, room.left())
        letters = QFontMetrics(self.font())
        wanted = (
            max(letters.horizontalAdvance(self.toPlainText()), round(self._place.width())) + _ROOM
        )
        right = min(room.right(), max(round(self._preview.card_box().right()), left + _NARROWEST))
        width = min(max(wanted, _NARROWEST), right - left)
        self.resize(width, self.height())
        lines = round(self.document().documentLayout().documentSize().height())
        below = round(self._place.height())  # what stands there is covered
        height = max(max(lines, 1) * letters.lineSpacing(), below) + 2 * _AROUND_Y
        middle = self._place.center().y()
        top = self._place.y() - _AROUND_Y if lines > 1 else middle - height / 2
        top = min(max(round(top), room.top()), room.bottom() - height)
        self.setGeometry(left, top, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._try():
                self._leave()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if self._try():
                self._go_on(1 if event.key() == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._try()
            self._keep = None
            self.hide()


def _hold(bar: QScrollBar, *_: int) -> None:
    """Lines wrap and the field grows: what is in it never moves, not even before it has grown."""
    bar.setRange(0, 0)
