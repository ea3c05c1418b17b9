"""The open review's card in a look that is being tried, beside the form."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimcheck.cards.brand import Brand
from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.outfit import HouseStyle
from claimcheck.ui.language import tell
from claimcheck.ui.panels.card_render import CardRenderer, missing_side
from claimcheck.ui.session import Session
from claimcheck.ui.theme import inter, theme

_WIDTH, _HEIGHT = 288, 512
_DELAY_MS = 60


class BrandPreview(QWidget):
    """Paints the card off the GUI thread whenever another look is tried."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = session.library_folder / "templates"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Preview of the card"))
        self.card: RenderedCard | None = None
        document = session.document
        has_card = document.is_open and missing_side(document.review) is None
        empty = self.tr("Open a review with both pictures to see its card in your look.")
        self.sentence = "" if has_card else empty
        self._renderer = CardRenderer(session, _DELAY_MS, parent=self)
        self._renderer.rendered.connect(self._show)
        self._renderer.failed.connect(self._fail)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def try_on(self, brand: Brand) -> None:
        """Show the card in this look."""
        self._renderer.set_scale(_HEIGHT * self.devicePixelRatioF() / 1920)
        self._renderer.set_style(HouseStyle(brand, self._templates))
        self._renderer.refresh()

    def _show(self, card: RenderedCard) -> None:
        self.card = card
        self.update()

    def _fail(self, error: Exception) -> None:
        self.card, self.sentence = None, tell(error)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image: QImage | None = self.card.image if self.card is not None else None
        if image is None:
            painter.fillRect(self.rect(), theme().tokens.colour("bg"))
            painter.setFont(inter(13, 450))
            painter.setPen(theme().tokens.colour("text_2"))
            inner = self.rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, flags, self.sentence)
            return
        fitted = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0.0, 0.0, fitted.width(), fitted.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, image, QRectF(image.rect()))
