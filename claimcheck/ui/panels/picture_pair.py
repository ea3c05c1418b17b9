"""The two compared pictures, small, on the neutral ground: so the review stays in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from claimcheck.cards.paint.marks import paint_disc
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Evidence, find
from claimcheck.ui.panels.parts import row
from claimcheck.ui.panels.picture_model import is_alive, redactions
from claimcheck.ui.session import Session
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.widgets.side_tab import SideTab

THUMBNAIL_PX = 640
_DISC_SCALE = 0.42


class PicturePair(QWidget):
    """Listing image above photo, with the discs of the discrepancies that bear on one claim."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.views = {role: _SmallPicture(session, role) for role in SIDES}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 16)
        whole.setSpacing(8)
        for role, words in ((Role.LISTING, self.tr("Webshop")), (Role.PHOTO, self.tr("Real life"))):
            whole.addLayout(row(SideTab(role, words), None))
            whole.addWidget(self.views[role], 1)
        session.document.opened.connect(self.refresh)
        session.document.changed.connect(self.refresh)
        session.selection.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the comparison in view, and the discs of the selected claim."""
        document = self._session.document
        comparison = document.comparison if document.is_open else None
        review = document.shown if document.is_open else None
        claim = self._session.selection.claim
        for role, view in self.views.items():
            if comparison is None or review is None:
                view.show_picture(None, (), ())
                continue
            is_listing = role is Role.LISTING
            key = comparison.listing_image_id if is_listing else comparison.photo_id
            picture = find(review.evidence, key)
            discs = tuple(
                (review.number_of(d), place.center)
                for d in review.discrepancies_of(comparison.id)
                if claim is not None and d.claim_id == claim and (place := d.place(role))
            )
            hidden = redactions(review, picture.id) if picture else ()
            view.show_picture(picture, hidden, discs)


class _SmallPicture(QWidget):
    """One picture, whole."""

    def __init__(self, session: Session, role: Role) -> None:
        super().__init__()
        self._session = session
        self._picture: Evidence | None = None
        self._key: tuple[Evidence, tuple[Rect, ...]] | None = None
        self._image = QImage()
        self._discs: tuple[tuple[int, Point], ...] = ()
        self._missing = (
            self.tr("No listing image yet") if role is Role.LISTING else self.tr("No photo yet")
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(120, 100)

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def show_picture(
        self,
        picture: Evidence | None,
        hidden: tuple[Rect, ...],
        discs: tuple[tuple[int, Point], ...],
    ) -> None:
        """Show ``picture`` without what is redacted, with discs at places in its own pixels."""
        self._discs = discs
        key = (picture, hidden) if picture else None
        if key != self._key:
            self._picture, self._key, self._image = picture, key, QImage()
            if picture is not None:
                self._session.thumbnail(
                    picture, THUMBNAIL_PX, lambda image: self._take(key, image), redactions=hidden
                )
        self.setAccessibleName(picture.name if picture else self._missing)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if self._picture is None:
            painter.setPen(theme().tokens.colour("text_2"))
            painter.setFont(inter(12, 450))
            top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(self.rect().adjusted(0, 4, 0, 0), top, self._missing)
            return
        size = QSize(self._picture.width_px, self._picture.height_px)
        fitted = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, fitted.width(), fitted.height())
        if self._image.isNull():
            painter.fillRect(box, theme().tokens.colour("text", 0.06))
            return
        painter.drawImage(box, self._image)
        scale = fitted.width() / size.width()
        for number, place in self._discs:
            at = QPointF(box.x() + place.x * scale, box.y() + place.y * scale)
            paint_disc(painter, at, number, _DISC_SCALE)

    def _take(self, key: object, image: QImage) -> None:
        if is_alive(self) and key == self._key:
            self._image = image
            self.update()
