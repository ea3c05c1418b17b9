"""What the stages have in common on which something is set on one picture, as it will be turned."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.imaging.pixels import RGB
from claimcheck.ui.dialogs.seen_picture import SeenPicture
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.roles import give_role

_FAR = 10
_NUDGES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PictureStage(QWidget):
    """A picture on the canvas's ground, with room around it for handles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rgb: RGB | None = None
        self._seen = SeenPicture()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.Canvas)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 200)

    def sizeHint(self) -> QSize:
        return QSize(760, 480)

    def show_picture(self, rgb: RGB) -> None:
        """The picture itself, not turned, maybe reduced."""
        self._rgb = rgb
        self.update()

    def fitting(self, around: QRectF, margin: float) -> QTransform:
        """From the pixels in which ``around`` is to this widget, where it is as large as it can."""
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        scale = min(room.width() / around.width(), room.height() / around.height())
        scale = max(scale, 1e-6)
        made = QTransform()
        made.translate(room.center().x(), room.center().y())
        made.scale(scale, scale)
        made.translate(-around.center().x(), -around.center().y())
        return made

    def begun_painting(self) -> QPainter:
        """A painter on the empty ground."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), theme().tokens.colour("canvas"))
        return painter

    def dim_around(self, painter: QPainter, shape: QPainterPath, share: float) -> None:
        """Let the ground cover what is outside ``shape``, by this share."""
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        shade.addPath(shape)
        dark = theme().tokens.colour("canvas")
        dark.setAlphaF(share)
        painter.fillPath(shade, dark)


def nudge_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Pixels to the right and down that an arrow key asks for; ``None`` of any other key."""
    way = _NUDGES.get(Qt.Key(event.key()))
    if way is None:
        return None
    far = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    return way[0] * far, way[1] * far
