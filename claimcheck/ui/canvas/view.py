"""A view on one picture: zoom at the cursor, pan, fit; everything else goes to the tool in hand.

The view turns Qt's events into picture pixels. It knows nothing of tools or of the review.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas import framing as framings
from claimcheck.ui.canvas.framing import Framing
from claimcheck.ui.canvas.gliding import Gliding
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.roles import give_role

_WHEEL_NOTCH = 120
_DOUBLING_NOTCHES = 3
_SEEN_PX = 12
"""What lies closer to the edge of the view hardly counts as seen."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """What a tool gets to know of a mouse event."""

    view: PictureView
    point: Point
    """In picture pixels; may lie outside the picture."""
    screen: QPointF
    """In the viewport."""
    shift: bool
    alt: bool
    ctrl: bool = False

    @property
    def scene(self) -> PictureScene:
        """What lies there."""
        return self.view.picture_scene


class PictureView(QGraphicsView):
    """Shows a ``PictureScene`` at any scale."""

    pressed = Signal(object)
    moved = Signal(object)
    released = Signal(object)
    double_clicked = Signal(object)
    framing_changed = Signal(object, object)
    """The user zoomed or panned: the ``Framing`` before and after."""
    reframed = Signal()
    """The framing is another one, whoever changed it."""
    entered = Signal()
    """The pointer or the keyboard came to this view."""

    menu_asked = Signal(object, object)
    """The right button was clicked: a ``Pointing``, and the ``QPoint`` on the screen."""
    left = Signal()
    """The pointer went elsewhere."""

    def __init__(self, scene: PictureScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.picture_scene = scene
        self.is_fitted = True
        self._framing = Framing(1.0, Point(0, 0))
        self._tool_cursor: QCursor | Qt.CursorShape = Qt.CursorShape.ArrowCursor
        self._pan_from: QPoint | None = None
        self._space = False
        self.gliding = Gliding(self, scene)
        self.walk: Callable[[bool], bool] | None = None
        """Selects the next thing on the picture, or the one before; false after the last."""
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.Canvas)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.setMinimumSize(120, 96)

    # --- framing ----------------------------------------------------------------------------------

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

    # --- wheel, touchpad, pinch -------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with a wheel, or with Ctrl; a touchpad's two fingers pan."""
        event.accept()
        self.entered.emit()
        angle, pixels = event.angleDelta(), event.pixelDelta()
        zooming = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not zooming and _is_touchpad(event):
            way = pixels if not pixels.isNull() else angle / 4
            self.pan(way.x(), way.y())
            return
        if not zooming and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan((angle.x() or angle.y()) / 2, 0)
            return
        # Alt turns a wheel's way sideways on some systems.
        notches = (angle.y() or angle.x()) / _WHEEL_NOTCH
        if notches:
            self.zoom(2 ** (notches / _DOUBLING_NOTCHES), event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
                return True
            if event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
                before = self.framing
                if self.is_fitted:
                    self.zoom_to(max(1.0, 2 * before.scale), event.position())
                else:
                    self.fit()
                return True
        if event.type() == QEvent.Type.Enter:
            self.entered.emit()
        elif event.type() == QEvent.Type.Leave:
            self.left.emit()
        return super().viewportEvent(event)

    # --- mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.entered.emit()
        middle = event.button() is Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() is Qt.MouseButton.LeftButton):
            self._pan_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self._pointing(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._pan_from is not None:
            at = event.position().toPoint()
            way, self._pan_from = at - self._pan_from, at
            self.pan(way.x(), way.y())
        else:
            self.moved.emit(self._pointing(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._pan_from is not None:
            self._pan_from = None
            self._show_pan_cursor()
        elif event.button() is Qt.MouseButton.LeftButton:
            self.released.emit(self._pointing(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton and not self._space:
            self.double_clicked.emit(self._pointing(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.entered.emit()
        at = QPointF(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = QPointF(self.viewport().rect().center())
        pointing = Pointing(self, self.picture_point(at), at, False, False)
        self.menu_asked.emit(pointing, self.viewport().mapToGlobal(at.toPoint()))

    def _pointing(self, event: QMouseEvent) -> Pointing:
        keys = event.modifiers()
        return Pointing(
            self,
            self.picture_point(event.position()),
            event.position(),
            bool(keys & Qt.KeyboardModifier.ShiftModifier),
            bool(keys & Qt.KeyboardModifier.AltModifier),
            bool(keys & Qt.KeyboardModifier.ControlModifier),
        )

    # --- keys -------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forth: bool) -> bool:
        """The Tab key goes through what lies on the picture first."""
        if self.walk is not None and self.walk(forth):
            return True
        return super().focusNextPrevChild(forth)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the pointer into a hand; all other keys are for whoever holds the views."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._space = True
                self._show_pan_cursor()
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = False
                self._show_pan_cursor()
            event.accept()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False
        self._show_pan_cursor()

    def show_cursor(self, cursor: QCursor | Qt.CursorShape) -> None:
        """The pointer of the tool in hand; a pan has its own."""
        self._tool_cursor = cursor
        if self._pan_from is None and not self._space:
            self.viewport().setCursor(cursor)

    def _show_pan_cursor(self) -> None:
        self.viewport().setCursor(
            Qt.CursorShape.OpenHandCursor if self._space else self._tool_cursor
        )


def _is_touchpad(event: QWheelEvent) -> bool:
    device = event.device()
    if device is not None and device.type() == QInputDevice.DeviceType.TouchPad:
        return True
    return not event.pixelDelta().isNull() and event.phase() is not Qt.ScrollPhase.NoScrollPhase
