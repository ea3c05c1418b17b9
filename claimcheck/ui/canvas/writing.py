"""Write a text mark in place, on the picture, at the size it will have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from claimcheck.cards.colours import opposite
from claimcheck.cards.paint_text import letter_face
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.review import Mark, Review, find
from claimcheck.ui.canvas.view import PictureView

ADD_TEXT = QT_TRANSLATE_NOOP("history", "Add text")
CHANGE_TEXT = QT_TRANSLATE_NOOP("history", "Change text")
DELETE_TEXT = QT_TRANSLATE_NOOP("history", "Delete text")

_LEAST_FONT_PX, _MOST_FONT_PX = 11, 200


class TextEditor(QPlainTextEdit):
    """Enter or a click elsewhere keeps the text, Shift+Enter breaks the line, Escape drops it."""

    finished = Signal(bool)
    """Whether the text is to be kept."""

    def __init__(self, view: PictureView, mark: Mark) -> None:
        super().__init__(view.viewport())
        self.mark, self.view = mark, view
        self.left_by_click = False
        self._over = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(
            QPlainTextEdit.LineWrapMode.WidgetWidth
            if mark.frame.width > 0
            else QPlainTextEdit.LineWrapMode.NoWrap
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("tools", "Text on the picture"))
        self.document().setDocumentMargin(2)
        self.setPlainText(mark.text)
        self.selectAll()
        self._dress()
        self.place()
        self.textChanged.connect(self.place)
        view.reframed.connect(self._reframe)
        self.show()
        self.setFocus()

    def written(self) -> Mark:
        """The mark with the text as it stands."""
        return replace(self.mark, text=self.toPlainText().strip())

    def place(self) -> None:
        """Lie over the spot where the text will be, as large as the text is."""
        scale = self.view.framing.scale
        frame = self.mark.frame
        corner = self.view.screen_point(Point(frame.x, frame.y))
        metrics = QFontMetricsF(self.font())
        lines = self.toPlainText().split("\n")
        width = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
        width = frame.width * scale if frame.width > 0 else width + metrics.averageCharWidth() * 2
        height = self.document().size().height() * metrics.lineSpacing()
        self.setGeometry(
            round(corner.x()) - 4,
            round(corner.y()) - 4,
            round(max(width, 3 * metrics.averageCharWidth())) + 14,
            round(height) + 14,
        )

    def end(self, keep: bool) -> None:
        """Stop writing, once."""
        if not self._over:
            self._over = True
            self.finished.emit(keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.end(keep=False)
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.end(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu (spelling, emoji) or another program comes back to the text.
        elsewhere = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in elsewhere:
            self.left_by_click = event.reason() is Qt.FocusReason.MouseFocusReason
            self.end(keep=True)

    def _reframe(self) -> None:
        self._dress()
        self.place()

    def _dress(self) -> None:
        longer = max(self.view.picture_size)
        size = self.mark.style.font_size * longer / 1000 * self.view.framing.scale
        size_px = min(max(round(size), _LEAST_FONT_PX), _MOST_FONT_PX)
        font = letter_face(self.mark.style.typeface, size_px)
        self.setFont(font)
        ink = QColor(self.mark.style.colour)
        ground = opposite(ink)
        if self.mark.style.filled:
            ink, ground = ground, ink
        self.setStyleSheet(
            f"QPlainTextEdit {{ color: {ink.name()}; background: {ground.name()};"
            f" font-size: {size_px}px; border: none; border-radius: 2px; padding: 2px; }}"
        )


def text_change(mark: Mark, review: Review) -> tuple[Callable[[Review], Review], str] | None:
    """The edit that keeps a written text, and its name; ``None`` when there is nothing to keep.

    Emptying a text deletes its mark; a new mark without text is never added.
    """
    there = find(review.marks, mark.id)
    if not mark.text:
        if there is None:
            return None
        return (lambda r: edits.remove_marks(r, {mark.id})), DELETE_TEXT
    if there is None:
        if find(review.evidence, mark.evidence_id) is None:
            return None
        return (lambda r: edits.put_marks(r, (mark,))), ADD_TEXT
    if there.text == mark.text:
        return None
    kept = replace(there, text=mark.text)
    return (lambda r: edits.put_marks(r, (kept,))), CHANGE_TEXT
