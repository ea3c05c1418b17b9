"""What every tool is: it gets pointer events in picture pixels and pushes one change on release."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt

from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind
from claimcheck.model.numbering import DiscNumber
from claimcheck.ui.canvas.tools.bench import Bench
from claimcheck.ui.canvas.view import Pointing

DRAG_FROM_PX = 4.0
"""A pointer that moved less than this (on the screen) was clicked, not dragged."""


def words(text: str, number: int = -1) -> str:
    """``text`` in the app's language."""
    return QCoreApplication.translate("tools", text, "", number)


class Tool:
    """The base of all tools; by itself it does nothing."""

    name: ClassVar[str]
    title: ClassVar[str]
    """English, marked for translation in the context ``tools``."""
    icon: ClassVar[str]
    key: ClassVar[str]
    """One letter; more letters mean that each of them takes the tool."""
    kind: ClassVar[MarkKind | None] = None
    """The kind of mark it draws, whose look the inspector then sets."""
    draws: ClassVar[bool] = True
    """Whether it changes the review, so that a read-only library has no use for it."""
    clicks: ClassVar[bool] = False
    """Whether a click does it; else the tool is dragged from one place to another."""
    starts_group: ClassVar[bool] = False
    """Whether the tool rail has a line above it."""
    aims: ClassVar[bool] = False
    """Whether it needs the exact pixel, so that a loupe shows what is below the pointer."""
    in_rail: ClassVar[bool] = True
    """Whether the tool rail has a button for it."""
    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Bench) -> None:
        self.canvas = canvas

    def take_up(self) -> None:
        """The user chose this tool."""

    def put_down(self) -> None:
        """The user chose another tool."""

    def forget(self) -> None:
        """Another review is in view: nothing remembered of the last one holds."""

    def refresh(self) -> None:
        """The review or the selection is shown anew, while this tool is in hand."""

    def press(self, at: Pointing) -> None:
        """The left button went down on a picture."""

    def move(self, at: Pointing) -> None:
        """The pointer moved, with or without the button."""

    def release(self, at: Pointing) -> None:
        """The left button came up."""

    def double_click(self, at: Pointing) -> None:
        """The left button went down for the second time."""
        self.press(at)

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return False

    def give_up(self) -> bool:
        """Drop the gesture under way, leaving the review as it is; whether there was one."""
        return False

    @property
    def coming(self) -> DiscNumber | None:
        """The number that the next click places, if it places one."""
        return None

    @property
    def offers(self) -> bool:
        """Whether Enter would do something."""
        return False

    def accept(self) -> None:
        """Enter: take what is offered."""

    def can_escape(self) -> bool:
        """Whether ``escape`` has somewhere to step back to."""
        return True

    def escape(self) -> None:
        """Escape without a gesture: step back once."""
        self.canvas.use("select")

    def hint(self) -> str:
        """The next useful thing to do, in one sentence."""
        return ""


def is_drag(start: Pointing, at: Pointing) -> bool:
    """Whether the pointer went far enough to mean a drag."""
    way = at.screen - start.screen
    return math.hypot(way.x(), way.y()) >= DRAG_FROM_PX


def between(start: Point, to: Point) -> tuple[float, float]:
    """The way from ``start`` to ``to``."""
    return to.x - start.x, to.y - start.y
