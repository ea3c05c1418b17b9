"""A picture on which points and areas are set by hand, with a loupe while they are aimed at."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsItem,
    QSizePolicy,
    QStyleOptionGraphicsItem,
    QVBoxLayout,
    QWidget,
)

from claimcheck.cards.colours import INK, WHITE
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Comparison, Evidence, Review
from claimcheck.ui.canvas.gestures import clamped
from claimcheck.ui.canvas.loupe import Loupe
from claimcheck.ui.canvas.picture_source import PictureSource
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.view import PictureView, Pointing
from claimcheck.ui.session import Session
from claimcheck.ui.theme import barlow, theme

_REACH_PX = 14.0
_DRAG_FROM_PX = 5.0
_ABOVE = 2e6
_NUDGES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that is set, and how it looks."""

    point: Point
    text: str = ""
    bad: bool = False
    """The worst of all, or otherwise in doubt."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, with words at its middle."""

    points: tuple[Point, ...]
    text: str = ""
    closed: bool = False
    strong: bool = True


class SpotsItem(QGraphicsItem):
    """Spots and strokes, constant on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.spots: tuple[Spot, ...] = ()
        self.strokes: tuple[Stroke, ...] = ()
        self.band: Rect | None = None
        self.size = (0, 0)
        self.setZValue(_ABOVE)

    def boundingRect(self) -> QRectF:
        whole = QRectF(0, 0, *self.size)
        margin = max(whole.width(), whole.height())
        return whole.adjusted(-margin, -margin, margin, margin)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        unit = 1 / option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self.strokes:
            _paint_stroke(painter, stroke, unit)
        if self.band is not None:
            _paint_line(painter, rect_corners(self.band), unit, closed=True, strong=True)
        for spot in self.spots:
            _paint_spot(painter, spot, unit)
        for stroke in self.strokes:
            if stroke.text:
                _paint_words(painter, _middle(stroke), stroke.text, unit)


class PointsPane(QWidget):
    """Says where the hand went; who owns it keeps the points."""

    clicked = Signal(object)
    """A ``Point`` where nothing was set."""
    banded = Signal(object)
    """A ``Rect`` that was dragged where nothing was set; only with ``takes_areas``."""
    moved = Signal(int, object)
    """A spot went to a ``Point``."""
    chosen = Signal(int)
    removed = Signal(int)
    steered = Signal(int, int, bool)
    """An arrow key with no spot chosen: the way across and down, and whether with Shift."""

    def __init__(self, session: Session, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = PictureScene(role)
        self.view = _View(self.scene, self)
        self.takes_areas = False
        self.view.show_cursor(Qt.CursorShape.CrossCursor)
        self.source = PictureSource(session.originals, session.tasks, self)
        self.source.arrived.connect(self.scene.show_pixels)
        self.view.reframed.connect(self._want)
        self.item = SpotsItem()
        self.scene.addItem(self.item)
        self._held: int | None = None
        self._start: Pointing | None = None
        self._loupe: Loupe | None = None
        self.view.pressed.connect(self._on_pressed)
        self.view.moved.connect(self._on_moved)
        self.view.released.connect(self._on_released)
        self.view.typed.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def evidence(self) -> Evidence | None:
        """The picture in view."""
        return self.scene.evidence

    @property
    def scale(self) -> float:
        """Screen pixels per picture pixel."""
        return self.view.framing.scale

    def show_picture(self, review: Review, comparison: Comparison) -> None:
        """This side of a comparison, with what lies on it, redactions above all."""
        if self.scene.show_review(review, comparison):
            self.source.show(self.scene.evidence)
        self.item.prepareGeometryChange()
        self.item.size = self.scene.size
        self.view.fit()

    def show_spots(self, spots: tuple[Spot, ...], strokes: tuple[Stroke, ...] = ()) -> None:
        """Paint these from now on."""
        self.item.spots, self.item.strokes = spots, strokes
        self.item.update()

    # --- the hand ---------------------------------------------------------------------------------

    def _on_pressed(self, at: Pointing) -> None:
        if self.evidence is None:
            return
        self._start, self._held = at, self._near(at)
        if self._held is not None:
            self.chosen.emit(self._held)
        self._look(at)

    def _on_moved(self, at: Pointing) -> None:
        if self._start is None:
            self._look(at)
            return
        if self._held is not None:
            self.moved.emit(self._held, self._place(at))
        elif self.takes_areas and self._is_drag(at):
            self.item.band = self._area(at)
            self.item.update()
        self._look(at)

    def _on_released(self, at: Pointing) -> None:
        start, self._start = self._start, None
        held, self._held = self._held, None
        self.item.band = None
        self.item.update()
        if start is None or held is not None:
            return
        if self.takes_areas and self._is_drag(at, start):
            self.banded.emit(self._area(at, start))
        elif self.scene.has_point(at.point):
            self.clicked.emit(self._place(at))

    def _on_typed(self, key: int, far: bool) -> None:
        at = next((i for i, spot in enumerate(self.item.spots) if spot.chosen), None)
        if at is None:
            if key in _NUDGES:
                self.steered.emit(*_NUDGES[key], far)
            return
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(at)
        elif key in _NUDGES:
            dx, dy = (way * (10 if far else 1) for way in _NUDGES[key])
            point = self.item.spots[at].point.moved(dx, dy)
            self.moved.emit(at, clamped(point, self.scene.size))

    def _near(self, at: Pointing) -> int | None:
        reach = _REACH_PX / self.scale
        far = [
            math.hypot(spot.point.x - at.point.x, spot.point.y - at.point.y)
            for spot in self.item.spots
        ]
        nearest = min(range(len(far)), key=far.__getitem__, default=None)
        return nearest if nearest is not None and far[nearest] <= reach else None

    def _place(self, at: Pointing) -> Point:
        """To a tenth of a pixel: the loupe shows no more."""
        point = clamped(at.point, self.scene.size)
        return Point(round(point.x, 1), round(point.y, 1))

    def _is_drag(self, at: Pointing, start: Pointing | None = None) -> bool:
        start = start or self._start
        if start is None:
            return False
        way = at.screen - start.screen
        return math.hypot(way.x(), way.y()) >= _DRAG_FROM_PX

    def _area(self, at: Pointing, start: Pointing | None = None) -> Rect:
        start = start or self._start or at
        return Rect.spanning((self._place(start), self._place(at)))

    def _look(self, at: Pointing) -> None:
        """The loupe, while a place is aimed at."""
        if not self.scene.has_point(at.point):
            self._drop_loupe()
            return
        if self._loupe is None:
            self._loupe = Loupe(self.view)
        self._loupe.look_at(at.point, at.screen)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._drop_loupe()

    def _drop_loupe(self) -> None:
        loupe, self._loupe = self._loupe, None
        if loupe is not None:
            loupe.hide()
            loupe.deleteLater()

    def _want(self) -> None:
        scale = max(self.scale * 4.0, 1.0)  # the loupe looks closer
        self.source.want(scale * self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_loupe()


class _View(PictureView):
    """Tells the keys that mean something to points."""

    typed = Signal(int, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_NUDGES, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.typed.emit(event.key(), far)
            event.accept()
            return
        super().keyPressEvent(event)


# --- painting -------------------------------------------------------------------------------------


def _paint_spot(painter: QPainter, spot: Spot, unit: float) -> None:
    at = QPointF(spot.point.x, spot.point.y)
    tokens = theme().tokens
    colour = QColor(tokens.misleading) if spot.bad else QColor("#1558E0")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = 8.0 if spot.chosen else 6.5
    for tint, thick in ((QColor(WHITE), 4.5), (colour, 2.25)):
        painter.setPen(QPen(tint, thick * unit))
        painter.drawEllipse(at, radius * unit, radius * unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(at, 1.5 * unit, 1.5 * unit)
    if spot.text:
        painter.save()
        painter.translate(at)
        painter.scale(unit, unit)
        box = QRectF(8, -23, 8 + 8 * len(spot.text), 17)
        painter.setPen(QPen(QColor(INK), 1.5))
        painter.setBrush(colour if spot.bad else QColor(WHITE))
        painter.drawRect(box)
        painter.setFont(barlow(13, 800))
        painter.setPen(QColor(WHITE if spot.bad and not theme().dark else INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, spot.text)
        painter.restore()


def _paint_stroke(painter: QPainter, stroke: Stroke, unit: float) -> None:
    if len(stroke.points) > 1:
        _paint_line(painter, stroke.points, unit, stroke.closed, stroke.strong)


def _paint_line(
    painter: QPainter, points: tuple[Point, ...], unit: float, closed: bool, strong: bool
) -> None:
    line = QPolygonF([QPointF(p.x, p.y) for p in points])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tint, thick in ((QColor(WHITE), 4.0), (QColor("#1558E0" if strong else INK), 1.75)):
        pen = QPen(tint, thick * unit)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if closed:
            painter.drawPolygon(line)
        else:
            painter.drawPolyline(line)


def _paint_words(painter: QPainter, at: Point, text: str, unit: float) -> None:
    painter.save()
    painter.translate(at.x, at.y)
    painter.scale(unit, unit)
    painter.setFont(barlow(15, 800))
    width = painter.fontMetrics().horizontalAdvance(text) + 12
    box = QRectF(-width / 2, -11, width, 22)
    painter.setPen(QPen(QColor(INK), 1.5))
    painter.setBrush(QColor(WHITE))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(INK))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _middle(stroke: Stroke) -> Point:
    if len(stroke.points) == 2 or stroke.closed:
        count = len(stroke.points)
        x, y = sum(p.x for p in stroke.points), sum(p.y for p in stroke.points)
        return Point(x / count, y / count)
    return stroke.points[len(stroke.points) // 2]


def rect_corners(rect: Rect) -> tuple[Point, ...]:
    """Going round, clockwise from the top left."""
    return (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )


def point_moved(points: tuple[Point, ...], at: int, point: Point) -> tuple[Point, ...]:
    """``points`` with one of them elsewhere."""
    return (*points[:at], point, *points[at + 1 :])
