"""The hands on a view: wheel, mouse and keys zoom and pan it; the rest goes to the tool in hand.

The view turns Qt's events into picture pixels. It knows nothing of tools or of the review.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from claimcheck.model.geometry import Point
from claimcheck.ui.canvas.framed_view import FramedView
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.widgets.roles import give_role

_WHEEL_NOTCH = 120
_DOUBLING_NOTCHES = 3


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


class PictureView(FramedView):
    """A picture that one works on."""

    pressed = Signal(object)
    moved = Signal(object)
    released = Signal(object)
    double_clicked = Signal(object)
    entered = Signal()
    """The pointer was used on this view."""

    menu_asked = Signal(object, object)
    """The right button was clicked: a ``Pointing``, and the ``QPoint`` on the screen."""
    left = Signal()
    """The pointer went elsewhere."""

    def __init__(self, scene: PictureScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._tool_cursor: QCursor | Qt.CursorShape = Qt.CursorShape.ArrowCursor
        self._pan_from: QPoint | None = None
        self._space = False
        self.walk: Callable[[bool], bool] | None = None
        """Selects the next thing on the picture, or the one before; false after the last."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.Canvas)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)

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
        if event.type() == QEvent.Type.Leave:
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
        """Not an enter event, which also comes to a mouse that lies still while keys are used."""
        event.accept()
        self.entered.emit()
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
