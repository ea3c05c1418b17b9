"""A person's hands on the canvas: real mouse and keyboard events, aimed in picture pixels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Role
from claimcheck.model.review import Discrepancy, Mark, Review
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.view import PictureView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

Spot = tuple[float, float]


class Hands:
    """Acts on one ``CompareView``. Spots are picture pixels of the side."""

    def __init__(self, compare: CompareView, qtbot: QtBot) -> None:
        self.compare, self.canvas, self.qtbot = compare, compare.canvas, qtbot
        self.session = compare.canvas.session

    @property
    def review(self) -> Review:
        return self.session.document.review

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.review.marks

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        return self.review.discrepancies

    def view(self, role: Role) -> PictureView:
        return self.canvas.sides.views[role]

    def screen(self, role: Role, spot: Spot) -> QPoint:
        """The viewport pixel that shows ``spot``."""
        return self.view(role).screen_point(Point(*spot)).toPoint()

    def aimed(self, role: Role, spot: Spot) -> Point:
        """The picture place that the pointer really hits when aimed at ``spot``."""
        return self.view(role).picture_point(QPointF(self.screen(role, spot)))

    def key(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget() or self.canvas.sides.active
        if isinstance(key, str):
            QTest.keyClicks(focus, key, modifiers)
        else:
            QTest.keyClick(focus, key, modifiers)

    def press(self, role: Role, spot: Spot, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.view(role).viewport(), LEFT, modifiers, self.screen(role, spot))

    def move(self, role: Role, spot: Spot, modifiers: Qt.KeyboardModifier = NONE) -> None:
        # QTest.mouseMove can't hold a button or a key down.
        viewport, at = self.view(role).viewport(), QPointF(self.screen(role, spot))
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            QPointF(viewport.mapToGlobal(at.toPoint())),
            Qt.MouseButton.NoButton,
            LEFT,
            modifiers,
        )
        QApplication.sendEvent(viewport, event)

    def release(self, role: Role, spot: Spot, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view(role).viewport(), LEFT, modifiers, self.screen(role, spot))

    def click(self, role: Role, spot: Spot, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view(role).viewport(), LEFT, modifiers, self.screen(role, spot))

    def double_click(self, role: Role, spot: Spot) -> None:
        self.click(role, spot)
        QTest.mouseDClick(self.view(role).viewport(), LEFT, NONE, self.screen(role, spot))

    def drag(
        self, role: Role, start: Spot, to: Spot, modifiers: Qt.KeyboardModifier = NONE
    ) -> None:
        self.press(role, start, modifiers)
        for share in (0.3, 0.7, 1.0):
            between = tuple(a + (b - a) * share for a, b in zip(start, to, strict=True))
            self.move(role, (between[0], between[1]), modifiers)
        self.release(role, to, modifiers)

    def wheel(
        self, role: Role, spot: Spot, notches: int, modifiers: Qt.KeyboardModifier = NONE
    ) -> None:
        viewport, at = self.view(role).viewport(), QPointF(self.screen(role, spot))
        event = QWheelEvent(
            at,
            QPointF(viewport.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)
