"""The card, large, on neutral ground; what the platform covers can be painted over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.cards.formats import Format
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.widgets.floating_bar import FloatingBar
from claimcheck.ui.widgets.focus_ring import NO_RING_PROPERTY

_TOP, _SIDE, _BAR_ROOM = 24, 24, 88


class CardPreview(QWidget):
    """Paints a rendered card as large as it fits; the overlay is never part of an export."""

    resized = Signal()
    """The card wants to be painted at another scale: see :attr:`scale`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 240)
        self.setAccessibleName(self.tr("Preview of the card"))
        self.setProperty(NO_RING_PROPERTY, True)  # it has the keyboard only after a text on it had
        self.image = QImage()
        self.covers = False
        self._format: Format | None = None
        self.sentence = ""
        self.bar = FloatingBar(self)

    def sizeHint(self) -> QSize:
        return QSize(520, 720)

    @property
    def scale(self) -> float:
        """Device pixels per card pixel at which the card fills its place."""
        if self._format is None:
            return 0.0
        return self.card_box().height() * self.devicePixelRatioF() / self._format.height

    def card_box(self) -> QRectF:
        """Where the card lies, in the widget's own pixels."""
        width, height = (self._format.width, self._format.height) if self._format else (9, 16)
        room = QRectF(self.rect()).adjusted(_SIDE, _TOP, -_SIDE, -_BAR_ROOM)
        by = max(0.0, min(room.width() / width, room.height() / height))
        box = QRectF(0, 0, round(width * by), round(height * by))
        box.moveTo(round(room.center().x() - box.width() / 2), room.y())
        return box

    def set_format(self, card_format: Format) -> None:
        """The card's size and safe area."""
        if card_format != self._format:
            self._format = card_format
            self.image = QImage()
            self.resized.emit()
            self.update()

    def show_card(self, image: QImage) -> None:
        """Show a freshly painted card."""
        self.image, self.sentence = image, ""
        self.update()

    def show_sentence(self, sentence: str) -> None:
        """Say why there is no card."""
        self.image, self.sentence = QImage(), sentence
        self.update()

    def set_covers(self, covers: bool) -> None:
        """Paint what the platform puts over the card, or not."""
        self.covers = covers
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_bar()
        self.resized.emit()

    def place_bar(self) -> None:
        """Keep the bar centred below the card."""
        self.bar.adjustSize()
        below = self.bar.shade.bottom()
        self.bar.move(
            (self.width() - self.bar.width()) // 2, self.height() - self.bar.height() - 14 + below
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().tokens.colour("canvas"))
        box = self.card_box()
        if self.image.isNull():
            painter.fillRect(box, theme().tokens.colour("text", 0.05))
            painter.setFont(inter(13, 450))
            painter.setPen(theme().tokens.colour("text"))
            inner = box.adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, flags, self.sentence)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self.image, QRectF(self.image.rect()))
        if self.covers and self._format is not None:
            painter.translate(box.topLeft())
            painter.scale(box.width() / self._format.width, box.height() / self._format.height)
            paint_covers(painter, self._format)


def paint_covers(painter: QPainter, card_format: Format) -> None:
    """Paint, in the card's own pixels, what a platform puts over a post and what stays free."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    free = QPainterPath()
    free.addPolygon(QPolygonF([QPointF(x, y) for x, y in card_format.safe_area.corners]))
    free.closeSubpath()
    whole = QPainterPath()
    whole.addRect(QRectF(0, 0, card_format.width, card_format.height))
    shade = QColor(theme().tokens.ink)
    shade.setAlphaF(0.32)
    painter.fillPath(whole.subtracted(free), shade)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in (("#17150F", 7.0), ("#FFFFFF", 3.5)):
        pen = QPen(QColor(colour), width)
        pen.setDashPattern([24 / width, 16 / width])
        painter.setPen(pen)
        painter.drawPath(free)
    if card_format.width * 16 == card_format.height * 9:
        _paint_buttons(painter, card_format)
    painter.restore()


def _paint_buttons(painter: QPainter, card_format: Format) -> None:
    """Search bar, column of buttons and caption: where every short-video app has them."""
    area = card_format.safe_area
    veil = QColor("#FFFFFF")
    veil.setAlphaF(0.72)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    painter.drawRoundedRect(QRectF(300, area.top / 2 - 17, 480, 34), 17, 17)
    for row, width in enumerate((360, 640, 500)):
        painter.drawRoundedRect(QRectF(60, 1560 + 62 * row, width, 34), 17, 17)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(veil, 7))
    right = max(x for x, _ in area.corners)
    x = min(card_format.width - 62.0, max(985.0, (right + card_format.width) / 2))
    for row in range(4):
        painter.drawEllipse(QPointF(x, 900 + 150 * row), 46, 46)
