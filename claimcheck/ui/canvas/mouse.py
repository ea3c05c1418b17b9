"""The mouse on the two views: it works the tool in hand, with a loupe where one aims."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from claimcheck.ui.canvas.loupe import Loupe
from claimcheck.ui.canvas.sides import Sides
from claimcheck.ui.canvas.tools.freehand import FreehandTool
from claimcheck.ui.canvas.tools.tool import Tool
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.canvas.writer import Writer
from claimcheck.ui.session import Session


class _Holder(Protocol):
    """The canvas, as far as the mouse needs it."""

    tool: Tool

    @property
    def session(self) -> Session: ...

    @property
    def sides(self) -> Sides: ...

    @property
    def writer(self) -> Writer: ...

    def say_hint(self) -> None: ...


class Mouse(QObject):
    """Where there is no picture, nothing happens."""

    def __init__(self, canvas: _Holder, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._loupe: Loupe | None = None
        for view in canvas.sides.views.values():
            view.pressed.connect(self._on_pressed)
            view.moved.connect(self._on_moved)
            view.released.connect(self._on_released)
            view.double_clicked.connect(self._on_double_clicked)
            view.left.connect(lambda: canvas.session.selection.hover(None))

    def drop_loupe(self) -> None:
        """Take the loupe away: another tool, or the gesture is given up."""
        loupe, self._loupe = self._loupe, None
        if loupe is not None:
            loupe.hide()
            loupe.deleteLater()

    def _on_pressed(self, at: Pointing) -> None:
        if not self._canvas.writer.takes_click() and at.scene.evidence is not None:
            self._canvas.tool.press(at)
            self._show_loupe(at)

    def _on_moved(self, at: Pointing) -> None:
        if at.scene.evidence is None:
            return
        self._canvas.tool.move(at)
        self._show_loupe(at)
        over = None if self._canvas.tool.is_busy else at.scene.hits.discrepancy_at(at.point)
        self._canvas.session.selection.hover(over)

    def _on_released(self, at: Pointing) -> None:
        if at.scene.evidence is not None:
            self._canvas.tool.release(at)
            self._show_loupe(at)
            self._canvas.say_hint()

    def _on_double_clicked(self, at: Pointing) -> None:
        if at.scene.evidence is not None:
            self._canvas.tool.double_click(at)

    def _show_loupe(self, at: Pointing) -> None:
        """Beside the pointer while a place is aimed at; never while the hand draws a line."""
        tool = self._canvas.tool
        placing = tool.draws and tool.is_busy and not isinstance(tool, FreehandTool)
        if not (tool.aims or placing) or not at.scene.has_point(at.point):
            self.drop_loupe()
            return
        if self._loupe is None or self._loupe.view is not at.view:
            self.drop_loupe()
            self._loupe = Loupe(at.view)
        self._loupe.look_at(at.point, at.screen)
