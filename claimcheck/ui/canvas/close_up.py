"""One side's close-up of the discrepancy at hand, moving along while its place is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.cards.paint.marks import paint_disc, paint_marks
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.framing import Framing, showing
from claimcheck.ui.canvas.tiles import paint_tiles
from claimcheck.ui.theme import inter, theme

_DISC_SCALE = 0.36
_DISC_INSET = 22.0
_AROUND = 1.25
_DEEPEST = 8.0


class CloseUp(QWidget):
    """Shows the place with a little around it, or says that there is none on this picture."""

    def __init__(self, canvas: Canvas, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._role = canvas, role
        self._scene, self._source = canvas.sides.scene(role), canvas.sides.sources[role]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(64)
        self._source.arrived.connect(self.refresh)
        self._scene.previewed.connect(self.refresh)
        canvas.shown.connect(self.refresh)
        self.refresh()

    @property
    def place(self) -> Rect | None:
        """What is shown: the place on this picture, also while it is dragged, or proposed."""
        discrepancy = self._canvas.close_discrepancy()
        item = self._scene.discs.items.get(discrepancy.id) if discrepancy else None
        return item.place if item is not None else self._scene.discs.proposed

    def refresh(self) -> None:
        """Show what is selected now."""
        place = self.place
        if place is not None:
            self._source.want(self._scale(place) * self.devicePixelRatioF())
        self.setAccessibleName(self._sentence() if place is None else self.tr("Close-up"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self), self.place
        if place is None:
            self._paint_sentence(painter)
            return
        tiles = self._scene.picture.tiles
        if tiles is not None:
            self._paint_picture(painter, place)
        discrepancy = self._canvas.close_discrepancy()
        if discrepancy is not None and self._canvas.review is not None:
            number = self._canvas.review.number_of(discrepancy)
            paint_disc(painter, QPointF(_DISC_INSET, _DISC_INSET), number, _DISC_SCALE)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        discrepancy = self._canvas.close_discrepancy()
        if discrepancy is not None:
            self._canvas.go_to(discrepancy.id)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def _scale(self, place: Rect) -> float:
        return self._framing(place).scale

    def _framing(self, place: Rect) -> Framing:
        size = self._scene.size
        return showing(place, size, (self.width(), self.height()), _DEEPEST, _AROUND)

    def _paint_picture(self, painter: QPainter, place: Rect) -> None:
        framing, size = self._framing(place), self._scene.size
        scale, ratio = framing.scale, self.devicePixelRatioF()
        painter.save()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-framing.center.x, -framing.center.y)
        half_width, half_height = self.width() / 2 / scale, self.height() / 2 / scale
        seen = QRectF(
            framing.center.x - half_width,
            framing.center.y - half_height,
            2 * half_width,
            2 * half_height,
        ).intersected(QRectF(0, 0, *size))
        painter.setClipRect(seen)
        tiles = self._scene.picture.tiles
        assert tiles is not None
        paint_tiles(painter, tiles, seen, scale * ratio)
        near = [
            item.mark
            for item in self._scene.marks.values()
            if item.mark.kind is MarkKind.SPOTLIGHT or item.boundingRect().intersects(seen)
        ]
        paint_marks(painter, near, size, self._scene.backdrop)
        painter.restore()

    def _sentence(self) -> str:
        if self._scene.evidence is None:
            return ""
        if self._role is Role.LISTING:
            return self.tr("Not marked on the listing image.")
        return self.tr("Not marked on the photo.")

    def _paint_sentence(self, painter: QPainter) -> None:
        painter.setFont(inter(13))
        painter.setPen(theme().tokens.colour("text-2"))
        box = self.rect().adjusted(24, 0, -24, 0)
        wrapped = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box, wrapped, self._sentence())
