"""Where a picture was seen before: other reviews, perhaps of other sellers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimcheck.library import Library
from claimcheck.model.review import Review, find
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.parts import DownScroll
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, dividing_line, label
from claimcheck.workflow.seen_before import Seen

SIDE = 88


class SeenDialog(FramedDialog):
    """One row for each place; “Open” shows that review."""

    review_asked = Signal(str)

    def __init__(
        self, session: Session, seen: Sequence[Seen], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Seen before"))
        self._session = session
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(12)
        page = QWidget()
        page.setLayout(self._column)
        self.body.addWidget(
            label(
                self.tr("The same picture, whole or in part, is in these reviews as well.")
                if seen
                else self.tr("This picture is in no other review."),
                "secondary",
                wrap=True,
            )
        )
        self.body.addWidget(DownScroll(page), 1)
        close = button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.add_button(close)
        self.resize(560, 220 + min(len(seen), 4) * (SIDE + 12) if seen else 180)
        ids = {one.review_id for one in seen}
        session.on_library(
            lambda library: _read(library, ids), lambda reviews: self._show(seen, reviews)
        )

    def _show(self, seen: Sequence[Seen], reviews: dict[str, Review]) -> None:
        for one in seen:
            review = reviews.get(one.review_id)
            if review is None:
                continue
            if self.rows:
                self._column.addWidget(dividing_line())
            self.rows.append(self._row(one, review))
            self._column.addWidget(self.rows[-1])
        self._column.addStretch(1)

    def _row(self, one: Seen, review: Review) -> QWidget:
        made = QWidget()
        picture = _Picture()
        # A method of the label: no picture is brought to one that is gone.
        self._session.thumbnail(one.evidence, 2 * SIDE, picture.show_image)
        listing = find(review.listings, one.evidence.listing_id)
        seller = listing.seller if listing else ""
        name = review.product.name or self.tr("Unnamed product")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(label(name, "strong", wrap=True))
        told = [name_of(one.evidence.role), seller, one.evidence.name]
        lines.addWidget(label(" · ".join(part for part in told if part), "secondary", wrap=True))
        lines.addStretch(1)
        go = button(self.tr("Open"))
        go.setAccessibleName(self.tr("Open {name}").format(name=name))
        go.clicked.connect(lambda: self._open(one.review_id))
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(picture)
        across.addLayout(lines, 1)
        across.addWidget(go)
        return made

    def _open(self, review_id: str) -> None:
        self.accept()
        self.review_asked.emit(review_id)


def _read(library: Library, ids: set[str]) -> dict[str, Review]:
    return {review_id: library.load(review_id) for review_id in ids}


class _Picture(QLabel):
    """A place for a thumbnail, at twice the pixels for sharp screens."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIDE, SIDE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_image(self, image: QImage) -> None:
        """Show the thumbnail, whole."""
        pixels = QPixmap.fromImage(image).scaled(
            QSize(2 * SIDE, 2 * SIDE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixels.setDevicePixelRatio(2.0)
        self.setPixmap(pixels)
