"""How a review looks in the library: a row with twin thumbnail, or in the rail one photo."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimcheck.cards.paint.marks import paint_verdict_shape
from claimcheck.library.records import ReviewSummary
from claimcheck.ui.icons import paint_icon
from claimcheck.ui.panels.library_model import SUMMARY, LibraryModel
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.twin_thumbnail import Thumbnails, paint_twin

ROW_HEIGHT, RAIL_HEIGHT = 64, 52
_INSET = 12
_SIGN, _GAP = 14, 7
_MOST_SIGNS = 6

Index = QModelIndex | QPersistentModelIndex


class LibraryDelegate(QStyledItemDelegate):
    """Paints rows; ``rail`` folds them to one photo each."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.rail = False
        self.current_id = ""
        """The review in view."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(48, RAIL_HEIGHT if self.rail else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary = index.data(SUMMARY)
        model = index.model()
        if not isinstance(summary, ReviewSummary) or not isinstance(model, LibraryModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        rect = QRectF(option.rect)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if self.rail:
            self._paint_rail(painter, rect, summary, hovered, focused)
        else:
            self._paint_ground(painter, rect, summary, hovered, focused)
            self._paint_row(painter, rect, summary, model)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, summary: ReviewSummary, hovered: bool, focused: bool
    ) -> None:
        current, colours = summary.id == self.current_id, theme().tokens
        plate = rect.adjusted(_INSET, 0, -_INSET, 0)
        if current:
            painting.plate(painter, plate, 10, QColor(colours.selected))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.yellow if theme().dark else colours.ink))
            bar = QRectF(plate.left(), plate.top() + 12, 4, plate.height() - 24)
            painter.drawRoundedRect(bar, 2, 2)
        elif hovered:
            painting.plate(painter, plate, 10, colours.colour("text", 0.05))
        if focused:
            painting.plate(painter, plate, 10, None, QColor(colours.focus), 2)

    def _paint_row(
        self, painter: QPainter, rect: QRectF, summary: ReviewSummary, model: LibraryModel
    ) -> None:
        colours = theme().tokens
        left = rect.left() + _INSET + 8
        twin = QRectF(left, rect.top() + 8, 72, 48)
        pictures = (self._thumbnails.get(e) for e in (summary.listing_image, summary.photo))
        paint_twin(painter, twin, *pictures)
        x, room = twin.right() + 12, rect.right() - _INSET - 8 - twin.right() - 12
        painter.setPen(QColor(colours.text))
        painter.setFont(inter(13, 600))
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(model.title(summary), Qt.TextElideMode.ElideRight, room)
        line = QRectF(x, rect.top() + 14, room, 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        below = QRectF(x, rect.top() + 34, room, 16)
        if not summary.verdicts:
            painter.setPen(QColor(colours.text_2))
            painter.setFont(inter(12, 450))
            standing = QFontMetricsF(painter.font()).elidedText(
                model.standing(summary), Qt.TextElideMode.ElideRight, room
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, standing)
            return
        shown = summary.verdicts[:_MOST_SIGNS]
        for place, verdict in enumerate(shown):
            box = QRectF(x + place * (_SIGN + _GAP), below.top() + 1, _SIGN, _SIGN)
            paint_verdict_shape(painter, box, verdict, colours.verdict(verdict))
        if len(summary.verdicts) > _MOST_SIGNS:
            painter.setPen(QColor(colours.text_2))
            painter.setFont(inter(12, 500))
            more = below.translated(len(shown) * (_SIGN + _GAP), 0)
            painter.drawText(
                more, Qt.AlignmentFlag.AlignVCenter, f"+{len(summary.verdicts) - _MOST_SIGNS}"
            )

    def _paint_rail(
        self, painter: QPainter, rect: QRectF, summary: ReviewSummary, hovered: bool, focused: bool
    ) -> None:
        colours = theme().tokens
        box = QRectF(0, 0, 40, 40)
        box.moveCenter(rect.center())
        picture = self._thumbnails.get(summary.photo or summary.listing_image)
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.save()
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, QColor(colours.bg))
        if picture is not None:
            side = min(picture.width(), picture.height())
            part = QRectF(0, 0, side, side)
            part.moveCenter(QPointF(picture.width() / 2, picture.height() / 2))
            painter.drawImage(box, picture, part)
        else:
            paint_icon(painter, "image", box.left() + 11, box.top() + 11, 18, colours.text_2)
        painter.restore()
        ring = None
        if summary.id == self.current_id:
            ring = QPen(QColor(colours.yellow if theme().dark else colours.ink), 2.5)
        elif focused:
            ring = QPen(QColor(colours.focus), 2)
        elif hovered:
            ring = QPen(QColor(colours.control), 1.5)
        if ring is not None:
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 10.5, 10.5)
