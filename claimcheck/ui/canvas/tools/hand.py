"""Hand: drag the picture about."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.ui.canvas.tools.tool import Tool, words
from claimcheck.ui.canvas.view import Pointing


class HandTool(Tool):
    """Pans; changes nothing."""

    name = "hand"
    title = QT_TRANSLATE_NOOP("tools", "Hand")
    icon = "hand"
    key = "H"
    draws = False
    cursor = Qt.CursorShape.OpenHandCursor

    _from: QPointF | None = None

    def press(self, at: Pointing) -> None:
        self._from = at.screen
        at.view.show_cursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: Pointing) -> None:
        if self._from is not None:
            way, self._from = at.screen - self._from, at.screen
            at.view.pan(way.x(), way.y())

    def release(self, at: Pointing) -> None:
        self._from = None
        at.view.show_cursor(self.cursor)

    @property
    def is_busy(self) -> bool:
        return self._from is not None

    def give_up(self) -> bool:
        dragging, self._from = self._from is not None, None
        return dragging

    def hint(self) -> str:
        return words(
            QT_TRANSLATE_NOOP("tools", "Drag to move the picture. Turn the wheel to zoom.")
        )
