"""Write a text mark in place, on the picture, at the size it will have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from claimcheck.cards.colours import opposite
from claimcheck.cards.paint.text_mark import letter_face, mark_text_box
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.review import Mark, Review, find
from claimcheck.ui.canvas.gestures import rounded
from claimcheck.ui.canvas.view import PictureView

ADD_TEXT = QT_TRANSLATE_NOOP("history", "Add text")
CHANGE_TEXT = QT_TRANSLATE_NOOP("history", "Change text")
DELETE_TEXT = QT_TRANSLATE_NOOP("history", "Delete text")

_LEAST_FONT_PX, _MOST_FONT_PX = 11, 200
_FEWEST_LETTERS = 6
"""On a line that breaks at the picture's edge, in letters as wide as they are high."""


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
        """The mark with the text as it stands, and a width to break lines at if it needs one."""
        mark = replace(self.mark, text=self.toPlainText().strip())
        return kept_on_picture(mark, self.view.picture_scene.size)

    def place(self) -> None:
        """Lie over the spot where the text will be, as large as the text is."""
        scale = self.view.framing.scale
        frame = self.written().frame
        modes = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.WidgetWidth if frame.width > 0 else modes.NoWrap)
        corner = self.view.screen_point(Point(frame.x, frame.y))
        metrics = QFontMetricsF(self.font())
        lines = self.toPlainText().split("\n")
        width = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
        width = frame.width * scale if frame.width > 0 else width + metrics.averageCharWidth() * 2
        width_px = round(max(width, 3 * metrics.averageCharWidth())) + 14
        self.resize(width_px, self.height())  # first: it says where lines break, and so how many
        height = self.document().size().height() * metrics.lineSpacing()
        self.setGeometry(round(corner.x()) - 4, round(corner.y()) - 4, width_px, round(height) + 14)

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


def kept_on_picture(mark: Mark, size: tuple[int, int]) -> Mark:
    """A text as long as its words that would run off the right edge breaks its lines there.

    Close to that edge it begins further to the left, so that a few letters fit on a line; and
    further up, where its lines would run off the bottom. ``size`` is the picture's, in pixels.
    """
    if mark.frame.width > 0 or mark.angle or not mark.text:
        return mark
    whole = mark_text_box(mark, size)
    if whole.right() <= size[0]:
        return mark
    corner = Point(mark.frame.x, mark.frame.y)
    margin = corner.x - whole.x()
    letters = _FEWEST_LETTERS * mark.style.font_size * max(size) / 1000
    room = min(max(size[0] - margin - corner.x, letters), size[0] - 2 * margin)
    if room <= 0:
        return mark
    natural = whole.width() - 2 * margin
    x = size[0] - margin - min(room, natural)
    if natural <= room:  # it fits on its line, only not from there
        return replace(mark, points=(Point(x, corner.y),) * 2)
    wrapped = replace(mark, points=(Point(x, corner.y), Point(x + room, corner.y)))
    below = mark_text_box(wrapped, size).bottom() - size[1]
    y = max(margin, corner.y - below) if below > 0 else corner.y
    return replace(wrapped, points=(rounded(Point(x, y)), rounded(Point(x + room, y))))


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
    kept = replace(there, text=mark.text, points=mark.points)
    return (lambda r: edits.put_marks(r, (kept,))), CHANGE_TEXT
