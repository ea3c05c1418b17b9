"""A view on one picture at any scale: it fits, zooms about a place, pans and brings into view.

What part of the picture is shown is a ``Framing``; Qt's scroll bars only follow it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas import framing as framings
from claimcheck.ui.canvas.framing import Framing
from claimcheck.ui.canvas.gliding import Gliding
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.theme import theme

_SEEN_PX = 12
"""What lies closer to the edge of the view hardly counts as seen."""


class FramedView(QGraphicsView):
    """Shows a ``PictureScene``; takes no mouse and no keys."""

    framing_changed = Signal(object, object)
    """The user zoomed or panned: the ``Framing`` before and after."""
    reframed = Signal()
    """The framing is another one, whoever changed it."""

    def __init__(self, scene: PictureScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.picture_scene = scene
        self.is_fitted = True
        self._framing = Framing(1.0, Point(0, 0))
        self.gliding = Gliding(self, scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setBackgroundBrush(theme().tokens.colour("canvas"))
        self.setMinimumSize(120, 96)

    @property
    def picture_size(self) -> framings.Size:
        """Of the picture, in its pixels; at least 1 × 1."""
        width, height = self.picture_scene.size
        return (max(1, width), max(1, height))

    @property
    def view_size(self) -> framings.Size:
        """Of the viewport, on the screen."""
        return (max(1, self.viewport().width()), max(1, self.viewport().height()))

    @property
    def framing(self) -> Framing:
        """What is shown now (on the screen it is rounded to whole pixels)."""
        return self._framing

    def picture_point(self, screen: QPointF) -> Point:
        """The picture pixel at a place in the viewport."""
        inverted, _ = self.viewportTransform().inverted()
        at = inverted.map(screen)
        return Point(at.x(), at.y())

    def screen_point(self, point: Point) -> QPointF:
        """Where in the viewport a picture pixel is."""
        return self.viewportTransform().map(QPointF(point.x, point.y))

    def show_framing(self, framing: Framing) -> None:
        """Show this, without telling linked views."""
        width, height = self.view_size
        scale = framings.held_scale(framing.scale, self.picture_size, self.view_size)
        self.is_fitted = False
        if scale != self._framing.scale:
            self.gliding.move()
        self._framing = Framing(scale, framing.center)
        self._make_room()
        self.setTransform(QTransform.fromScale(scale, scale))
        self.horizontalScrollBar().setValue(round(framing.center.x * scale - width / 2))
        self.verticalScrollBar().setValue(round(framing.center.y * scale - height / 2))
        self.picture_scene.set_scale(scale)
        self.reframed.emit()

    def fit(self) -> None:
        """Show the whole picture, and go on doing so when the window is resized."""
        self.show_framing(framings.fitted(self.picture_size, self.view_size))
        self.is_fitted = True

    def show_place(self, place: Rect) -> None:
        """Bring a place into the middle, large."""
        self.show_framing(framings.showing(place, self.picture_size, self.view_size))

    def bring_into_view(self, place: Rect) -> None:
        """Move, at the same scale, so that ``place`` is seen; nothing when it is already."""
        width, height = self.view_size
        corner = self.screen_point(Point(place.x, place.y))
        opposite = self.screen_point(Point(place.right, place.bottom))
        inside = QRectF(_SEEN_PX, _SEEN_PX, width - 2 * _SEEN_PX, height - 2 * _SEEN_PX)
        if not (inside.contains(corner) and inside.contains(opposite)):
            center = framings.held(place.center, self.picture_size)
            self.show_framing(Framing(self._framing.scale, center))

    def leave_room(self, breadth: int) -> None:
        """Keep a strip free along the upper and the left edge."""
        self.setViewportMargins(breadth, breadth, 0, 0)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom so that the pixel at ``at`` (in the viewport; the middle by default) stays there."""
        self.zoom_to(self._framing.scale * factor, at)

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom to ``scale`` screen pixels per picture pixel."""
        width, height = self.view_size
        at = at or QPointF(width / 2, height / 2)
        before = self.framing
        scale = framings.held_scale(scale, self.picture_size, self.view_size)
        offset = (at.x() - width / 2, at.y() - height / 2)
        self._go(
            before, framings.zoomed_at(self.picture_point(at), offset, scale, self.picture_size)
        )

    def pan(self, dx: float, dy: float) -> None:
        """Drag the picture by a distance on the screen."""
        before = self.framing
        center = before.center.moved(-dx / before.scale, -dy / before.scale)
        self._go(before, Framing(before.scale, framings.held(center, self.picture_size)))

    def _go(self, before: Framing, after: Framing) -> None:
        self.show_framing(after)
        self.framing_changed.emit(before, after)

    def _make_room(self) -> None:
        """Let the scroll bars reach any framing: the scene is larger than any view on it."""
        smallest = framings.held_scale(0, self.picture_size, self.view_size)
        margin = max(self.view_size) / smallest
        width, height = self.picture_size
        self.setSceneRect(QRectF(-margin, -margin, width + 2 * margin, height + 2 * margin))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.gliding.paint(event):
            super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.gliding.scroll(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_fitted:
            self.fit()
        else:
            self.show_framing(self._framing)
