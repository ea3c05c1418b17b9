"""A pointer for the arrow keys, so that every tool works without a mouse.

It sends what a mouse would send: the tools don't know the difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from claimcheck.cards.colours import WHITE
from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas.items import COBALT
from claimcheck.ui.canvas.sides import Sides
from claimcheck.ui.canvas.tools.tool import Tool
from claimcheck.ui.canvas.view import PictureView, Pointing

STEP_PX, FAR_PX = 8, 64
"""How far an arrow key goes on the screen, and with Shift; with Ctrl it is one picture pixel."""
_SIDE, _GAP = 33, 5


class _Holder(Protocol):
    """The canvas, as far as a pointer needs it."""

    tool: Tool

    @property
    def sides(self) -> Sides: ...

    @property
    def tools(self) -> Mapping[str, object]: ...

    def say_hint(self) -> None: ...


class _Cross(QWidget):
    """Cobalt on white, open in the middle: the pixel that is meant stays in sight."""

    def __init__(self, view: PictureView) -> None:
        super().__init__(view.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = QPainter(self), _SIDE / 2
        for colour, width in ((WHITE, 5.0), (COBALT, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                inner, outer = _GAP, middle - 2
                painter.drawLine(
                    QPointF(middle + x * inner, middle + y * inner),
                    QPointF(middle + x * outer, middle + y * outer),
                )


class KeyPointer(QObject):
    """Comes with the first arrow key, goes with the mouse."""

    def __init__(self, canvas: _Holder, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._view: PictureView | None = None
        self._cross: _Cross | None = None
        self._point = Point(0, 0)
        self._sending = False
        self.is_pressed = False
        self.is_due = False
        """Whether arrow keys are meant for it, even though something is selected."""
        for view in canvas.sides.views.values():
            view.pressed.connect(self._on_mouse)
            view.moved.connect(self._on_mouse)

    @property
    def is_shown(self) -> bool:
        """Whether it is on a picture now."""
        return self._cross is not None

    @property
    def point(self) -> Point:
        """Where it is, in picture pixels."""
        return self._point

    def reset(self, due: bool) -> None:
        """Go away; ``due`` says whether the next arrow key brings it back."""
        self.is_pressed, self.is_due = False, due
        self.hide()

    def hide(self) -> None:
        """Take the cross away."""
        cross, self._cross, self._view = self._cross, None, None
        if cross is not None:
            cross.hide()
            cross.deleteLater()

    def move(self, dx: int, dy: int, shift: bool, ctrl: bool) -> None:
        """One arrow key: a step on the screen, a far one, or one pixel of the picture."""
        view = self._canvas.sides.active
        if view.picture_scene.evidence is None:
            return
        if view is not self._view:
            self._show_on(view)
        step = 1.0 if ctrl else (FAR_PX if shift else STEP_PX) / view.framing.scale
        width, height = view.picture_scene.size
        self._point = Point(
            min(max(self._point.x + dx * step, 0.0), width),
            min(max(self._point.y + dy * step, 0.0), height),
        )
        view.bring_into_view(Rect(self._point.x, self._point.y, 0, 0))
        self._place()
        self._send(view, "moved")

    def enter(self, hold: bool) -> None:
        """Click, for tools that click; else press, and let go the next time.

        ``hold`` presses with any tool: the next ``enter`` lets go where the pointer is then.
        """
        view = self._view
        if view is None:
            return
        if self.is_pressed:
            self.is_pressed = False
            self._send(view, "released")
            self.reset(due=self._canvas.tool.clicks and self._canvas.tool.draws)
        elif hold or not self._canvas.tool.clicks:
            self.is_pressed = True
            self._send(view, "pressed")
        else:
            self._send(view, "pressed")
            self._send(view, "released")
            self.reset(due=self._canvas.tool.draws)
        self._canvas.say_hint()

    def _show_on(self, view: PictureView) -> None:
        self.hide()
        self._view, self._cross = view, _Cross(view)
        width, height = view.view_size
        self._point = view.picture_point(QPointF(width / 2, height / 2))
        self._cross.show()
        self._canvas.say_hint()

    def _place(self) -> None:
        if self._view is None or self._cross is None:
            return
        at = self._view.screen_point(self._point)
        self._cross.move(round(at.x() - _SIDE / 2), round(at.y() - _SIDE / 2))
        self._cross.raise_()
        # Said to who can't see it.
        self._view.setAccessibleDescription(f"{self._point.x:.0f}, {self._point.y:.0f}")

    def _send(self, view: PictureView, what: str) -> None:
        # Held Ctrl: what is placed to the pixel isn't snapped.
        exact = not self._canvas.tool.clicks
        at = Pointing(
            view, self._point, view.screen_point(self._point), shift=False, alt=False, ctrl=exact
        )
        self._sending = True
        try:
            getattr(view, what).emit(at)
        finally:
            self._sending = False

    def _on_mouse(self, _at: object) -> None:
        if not self._sending and (self.is_shown or self.is_due):
            self.reset(due=False)
