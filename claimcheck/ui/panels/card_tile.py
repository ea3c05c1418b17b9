"""A small card to choose, as the galleries of templates and formats have them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from claimcheck.cards.compose import RenderedCard
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.tokens import DISABLED

RING = 5
"""Around a tile's preview: room for the ring of the chosen one."""
_NAME = 40
"""Below the preview: its name, in two lines where one won't do."""


class CardTile(QAbstractButton):
    """A true preview of the open review's card, and what it shows it in below."""

    def __init__(self, name: str, size: tuple[int, int], parent: QWidget | None = None) -> None:
        """``size`` is that of the preview's place."""
        super().__init__(parent)
        self.image = QImage()
        self._width, self._height = size
        self.setText(name)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 10)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(self._width + 2 * RING, self._height + 2 * RING + _NAME)

    def show_card(self, card: RenderedCard) -> None:
        """The preview arrived."""
        self.image = card.image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        box = QRectF(RING, RING, self._width, self._height)
        painter.fillRect(box, tokens.colour("bg"))
        if not self.image.isNull():
            fitted = self.image.size().scaled(
                self._width, self._height, Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(0, 0, fitted.width(), fitted.height())
            place.moveCenter(box.center())
            painter.drawImage(place, self.image, QRectF(self.image.rect()))
        if self.isChecked():
            # Yellow between two lines of ink: told from hover and from focus at a glance.
            for grow, width, role in ((1.0, 2.0, "ink"), (3.0, 3.0, "yellow"), (4.5, 1.0, "ink")):
                painter.setPen(QPen(tokens.colour(role), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), 4, 4)
        else:
            edge = "control" if self.underMouse() else "line"
            painter.setPen(QPen(tokens.colour(edge), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(tokens.colour("text" if self.isChecked() else "text_2"))
        painter.setFont(inter(12, 600 if self.isChecked() else 450))
        lines = QRectF(RING, RING + self._height + 6, self._width + RING, _NAME - 6)
        upper_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(lines, upper_left | Qt.TextFlag.TextWordWrap, self.text())
