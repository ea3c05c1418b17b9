"""The frames taken out of a clip, in its order; a click takes one out again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from claimcheck.ui.icons import paint_icon
from claimcheck.ui.panels.parts import Flowing
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import label
from claimcheck.workflow.frames import timecode

HEIGHT = 72
_CROSS = 20


class FrameTile(QAbstractButton):
    """One frame; under the pointer or the keyboard it shows that a click leaves it out."""

    def __init__(self, picture: QImage, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap.fromImage(
            picture.scaledToHeight(2 * HEIGHT, Qt.TransformationMode.SmoothTransformation)
        )
        self.setFixedSize(max(_CROSS + 8, self._picture.width() // 2), HEIGHT)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme().tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawPixmap(frame, self._picture, QRectF(self._picture.rect()))
        active = self.hasFocus() or self.underMouse()
        edge = "focus" if self.hasFocus() else "line"
        painter.setPen(QPen(colours.colour(edge), 2 if self.hasFocus() else 1))
        painter.drawRect(frame)
        if active:
            box = QRectF(self.width() - _CROSS - 4, 4, _CROSS, _CROSS)
            painter.setPen(QPen(colours.colour("control"), 1))
            painter.setBrush(colours.colour("surface"))
            painter.drawRoundedRect(box, 6, 6)
            paint_icon(painter, "x", box.x() + 2, box.y() + 2, 16, colours.text)


class FilmStrip(QWidget):
    """Says what to do while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: dict[float, FrameTile] = {}
        self._hint = label(
            self.tr("Take the frames that show it (Space). Arrow keys step frame by frame."), "meta"
        )
        self._flow = Flowing(8)
        self.setMinimumHeight(HEIGHT)  # from the beginning, or the first frame makes all jump
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self._flow)
        self._say()

    @property
    def times(self) -> list[float]:
        """Seconds, in the order of the clip."""
        return sorted(self._taken)

    def add(self, time_s: float, picture: QImage) -> None:
        """Add a frame; one that is there already stays once."""
        if time_s in self._taken:
            return
        words = self.tr("Frame at {time}: leave it out").format(time=timecode(time_s))
        made = FrameTile(picture, words)
        made.clicked.connect(lambda: self._remove(time_s))
        self._taken[time_s] = made
        for time in self.times:  # in the order of the clip
            self._flow.flow.removeWidget(self._taken[time])
            self._flow.flow.addWidget(self._taken[time])
        self._say()

    def _remove(self, time_s: float) -> None:
        gone = self._taken.pop(time_s, None)
        if gone is not None:
            self._flow.flow.removeWidget(gone)
            gone.deleteLater()
        self._say()

    def _say(self) -> None:
        self._hint.setVisible(not self._taken)
        self._flow.setVisible(bool(self._taken))
