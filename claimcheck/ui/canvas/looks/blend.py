"""The photo laid over the listing image in one view: what each way to look paints."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from claimcheck.cards.colours import INK, WHITE
from claimcheck.cards.paint.marks import paint_disc
from claimcheck.model.geometry import Point
from claimcheck.ui.canvas.items import COBALT, DISC_SCALE
from claimcheck.ui.canvas.looks.layers import Layers, clip_to
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.theme import theme

_LENS_PX, _CLOSER = 168.0, 3.5
_KNOB_PX = 15.0


class BlendItem(QGraphicsItem):
    """Paints both pictures in the listing image's pixels."""

    def __init__(self, layers: Layers) -> None:
        super().__init__()
        self.layers = layers
        self.look = Look.WIPE
        self.wiped = 0.5
        """How far the line is, of the listing image's width (or height)."""
        self.across = True
        """Whether the line stands upright and is dragged across."""
        self.opacity_of_photo = 0.5
        self.shows_photo = False
        """While blinking."""
        self.difference: tuple[QRectF, QImage] | None = None
        self.pointer: Point | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        whole = QRectF(0, 0, *self.layers.listing.size)
        margin = max(whole.width(), whole.height())
        return whole.adjusted(-margin, -margin, margin, margin)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        on_screen = option.levelOfDetailFromTransform(painter.worldTransform())
        self.paint_look(painter, option.exposedRect, on_screen)

    def paint_look(self, painter: QPainter, exposed: QRectF, on_screen: float) -> None:
        """Paint what is in view; ``on_screen`` device-independent pixels per listing pixel."""
        scale = on_screen * painter.device().devicePixelRatioF()
        whole = QRectF(0, 0, *self.layers.listing.size)
        seen = exposed.intersected(whole)
        painter.save()
        clip_to(painter, whole)
        _WAYS[self.look](self, painter, seen, scale)
        painter.restore()
        if self.look is not Look.DIFFERENCE:
            self._paint_discs(painter, on_screen)
        if self.look is Look.WIPE:
            self._paint_line(painter, on_screen)
        if self.look is Look.LOUPE and self.pointer is not None:
            self._paint_lenses(painter, self.pointer, on_screen)

    @property
    def line_at(self) -> float:
        """Where the line of the wipe is, in listing pixels."""
        width, height = self.layers.listing.size
        return self.wiped * (width if self.across else height)

    # --- ways -------------------------------------------------------------------------------------

    def _paint_wipe(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        at = self.line_at
        shop, own = QRectF(seen), QRectF(seen)
        if self.across:
            shop.setRight(min(max(at, seen.left()), seen.right()))
            own.setLeft(shop.right())
        else:
            shop.setBottom(min(max(at, seen.top()), seen.bottom()))
            own.setTop(shop.bottom())
        for part, paint in (
            (shop, self.layers.paint_listing),
            (own, self._paint_photo_alone),
        ):
            painter.save()
            clip_to(painter, part)
            paint(painter, part, scale)
            painter.restore()

    def _paint_photo_alone(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """The photo; where it doesn't reach, the listing image shows faintly."""
        painter.save()
        painter.setOpacity(0.25)
        self.layers.paint_listing(painter, seen, scale)
        painter.restore()
        self.layers.paint_photo(painter, seen, scale)

    def _paint_onion(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        # The photo's tiles overlap, which shows if they are painted half through.
        self.layers.paint_listing(painter, seen, scale)
        self.layers.paint_photo(painter, seen, scale)
        painter.setOpacity(1 - self.opacity_of_photo)
        self.layers.paint_listing(painter, seen, scale)

    def _paint_blink(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        if self.shows_photo:
            self._paint_photo_alone(painter, seen, scale)
        else:
            self.layers.paint_listing(painter, seen, scale)

    def _paint_difference(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        self.layers.paint_listing(painter, seen, scale)
        if self.difference is not None:
            place, image = self.difference
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)

    def _paint_loupe(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        self.layers.paint_listing(painter, seen, scale)

    # --- what lies on top -------------------------------------------------------------------------

    def _paint_discs(self, painter: QPainter, on_screen: float) -> None:
        for item in self.layers.listing.discs.items.values():
            paint_disc(
                painter, QPointF(item.disc.x, item.disc.y), item.number, DISC_SCALE / on_screen
            )

    def _paint_line(self, painter: QPainter, on_screen: float) -> None:
        width, height = self.layers.listing.size
        at, unit = self.line_at, 1 / on_screen
        if self.across:
            ends = QPointF(at, 0), QPointF(at, height)
        else:
            ends = QPointF(0, at), QPointF(width, at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, thick in ((INK, 5.0), (theme().tokens.yellow, 2.5)):
            painter.setPen(QPen(QColor(colour), thick * unit, c=Qt.PenCapStyle.FlatCap))
            painter.drawLine(*ends)
        middle = (ends[0] + ends[1]) / 2
        painter.setPen(QPen(QColor(INK), 2.5 * unit))
        painter.setBrush(QColor(theme().tokens.yellow))
        painter.drawEllipse(middle, _KNOB_PX * unit, _KNOB_PX * unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(INK), 2 * unit, c=Qt.PenCapStyle.RoundCap))
        for way in (-1, 1):
            tip = QPointF(way * 8 * unit, 0)
            for side in (-1, 1):
                wing = QPointF(way * 4 * unit, side * 4 * unit)
                if not self.across:
                    wing, head = QPointF(wing.y(), wing.x()), QPointF(0, tip.x())
                else:
                    head = tip
                painter.drawLine(middle + wing, middle + head)

    def _paint_lenses(self, painter: QPainter, spot: Point, on_screen: float) -> None:
        """The spot on the listing image at the left, on the photo at the right."""
        unit, radius = 1 / on_screen, _LENS_PX / 2 / on_screen
        above = radius + 26 * unit
        height = spot.y - above if spot.y - above - radius > -radius else spot.y + above
        for side, paint in ((-1, self.layers.paint_listing), (1, self.layers.paint_photo)):
            middle = QPointF(spot.x + side * (radius + 5 * unit), height)
            glass = QPainterPath()
            glass.addEllipse(middle, radius, radius)
            painter.save()
            painter.setClipPath(glass, Qt.ClipOperation.IntersectClip)
            painter.fillPath(glass, theme().tokens.colour("canvas"))
            painter.translate(middle)
            painter.scale(_CLOSER, _CLOSER)
            painter.translate(-spot.x, -spot.y)
            reach = radius / _CLOSER
            seen = QRectF(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach)
            paint(painter, seen, on_screen * painter.device().devicePixelRatioF() * _CLOSER)
            painter.restore()
            self._paint_rim(painter, middle, radius, unit, side > 0)
        painter.setPen(QPen(COBALT, 1.5 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(spot.x, spot.y), radius / _CLOSER, radius / _CLOSER)

    def _paint_rim(
        self, painter: QPainter, middle: QPointF, radius: float, unit: float, is_photo: bool
    ) -> None:
        """White for the webshop, yellow for real life, as everywhere."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(INK), 7 * unit))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(QColor(theme().tokens.yellow if is_photo else WHITE), 4 * unit))
        painter.drawEllipse(middle, radius, radius)
        for colour, thick in ((WHITE, 3.0), (COBALT, 1.0)):
            painter.setPen(QPen(QColor(colour), thick * unit))
            for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
                painter.drawLine(middle + way * 5 * unit, middle + way * 12 * unit)


Way = Callable[[BlendItem, QPainter, QRectF, float], None]
_WAYS: dict[Look, Way] = {
    Look.WIPE: BlendItem._paint_wipe,
    Look.ONION: BlendItem._paint_onion,
    Look.BLINK: BlendItem._paint_blink,
    Look.DIFFERENCE: BlendItem._paint_difference,
    Look.LOUPE: BlendItem._paint_loupe,
}
