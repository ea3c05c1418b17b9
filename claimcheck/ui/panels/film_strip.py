"""The frames taken out of a clip, in its order; a click takes one out again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from claimcheck.ui.icons import paint_icon
from claimcheck.ui.panels.parts import SideScroll
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
        tiles = QWidget()
        self._row = QHBoxLayout(tiles)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # One row, however many there are: a second one would take its height from the picture.
        self._scroll = SideScroll(tiles, HEIGHT)
        self.setFixedHeight(self._scroll.height())  # also while empty, or the first makes all jump
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._scroll)
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
        self._row.insertWidget(self.times.index(time_s), made)  # in the order of the clip
        self._say()
        self._scroll.show_all_of(made)

    def _remove(self, time_s: float) -> None:
        gone = self._taken.pop(time_s, None)
        if gone is not None:
            self._row.removeWidget(gone)
            gone.deleteLater()
        self._say()

    def _say(self) -> None:
        self._hint.setVisible(not self._taken)
        self._scroll.setVisible(bool(self._taken))
