"""Same size and middle: a box around the product on both pictures, with an instant preview."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from claimcheck.cards.content import compared
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.imaging.segment import Product
from claimcheck.model import edits, findings
from claimcheck.model.alignment import Alignment
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Review, find
from claimcheck.ui.canvas.looks.layers import Layers
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.points.boxed_side import BoxedSide
from claimcheck.ui.points.preview import AlignPreview
from claimcheck.ui.points.three_columns import three_columns
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.workflow.framing import boxes_of, crops_alike, framing_by_boxes

FRAME_BY_BOX = QT_TRANSLATE_NOOP("history", "Frame alike by boxes")


class FrameDialog(FramedDialog):
    """Of the comparison in view; one undo step when it is accepted, nothing otherwise."""

    framed = Signal(object)
    """Accepted; the part (a ``Rect``) of the listing image with both products and some air."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Same size and middle"))
        self._session = session
        document = session.document
        comparison = document.comparison
        assert comparison is not None
        self._comparison = comparison
        self.sides = {role: BoxedSide(session, role, self) for role in SIDES}
        panes = {role: side.pane for role, side in self.sides.items()}
        self.layers = Layers(panes[Role.LISTING].scene, panes[Role.PHOTO].scene)
        self.preview = AlignPreview(self.layers)
        self.alignment: Alignment | None = None
        self._build()
        before = find(document.shown.alignments, comparison.id)
        boxes = (boxes_of(before) if before is not None else None) or (None, None)
        for (role, side), box in zip(self.sides.items(), boxes, strict=True):
            side.changed.connect(self._show)
            panes[role].source.arrived.connect(lambda _pyramid: self.preview.update())
            side.show_picture(document.shown, comparison, box)
        self._show()

    def accept(self) -> None:
        """Keep it with the review, and frame the card's pictures so where that is wanted."""
        framed, photo = self.alignment, self.sides[Role.PHOTO].pane.evidence
        products = self._products()
        if framed is None or products is None or photo is None:
            return
        crops = crops_alike(framed, products, (photo.width_px, photo.height_px))
        on_card = self.on_card.isEnabled() and self.on_card.isChecked()

        def edit(review: Review) -> Review:
            review = findings.set_alignment(review, framed)
            if not on_card:
                return review
            card = replace(review.card, listing_crop=crops[0], photo_crop=crops[1])
            return edits.set_card(review, card)

        self._session.document.apply_shown(edit, FRAME_BY_BOX)
        super().accept()
        self.framed.emit(crops[0])

    def done(self, result: int) -> None:
        """Closed, whichever way: what is still sought is dropped."""
        for side in self.sides.values():
            side.stop()
        super().done(result)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.on_card = QCheckBox(self.tr("Frame the card’s pictures so, too"))
        document = self._session.document
        shown = compared(document.review)
        self.on_card.setEnabled(shown is not None and shown.id == self._comparison.id)
        self.on_card.setChecked(self.on_card.isEnabled())
        result = QVBoxLayout()
        result.setSpacing(12)
        result.addWidget(self.preview, 1)
        result.addWidget(
            label(
                self.tr("Only made to look equally large: nothing is measured by it."),
                "secondary",
                wrap=True,
            )
        )
        result.addWidget(self.on_card)
        panes = {role: side.pane for role, side in self.sides.items()}
        self.body.addLayout(three_columns(panes, self.tr("How it lies"), result, 240), 1)
        self.words = label("", "secondary", wrap=True)
        self.words.setMinimumHeight(40)
        self.body.addWidget(self.words)
        self.cancel = button(self.tr("Cancel"))
        self.keep = button(self.tr("Use it"), kind="primary")
        self.add_button(self.cancel)
        self.add_button(self.keep)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self.take_room(1120, 680)

    # --- showing ----------------------------------------------------------------------------------

    def _products(self) -> tuple[Product, Product] | None:
        listing, photo = (self.sides[role].product for role in SIDES)
        return (listing, photo) if listing is not None and photo is not None else None

    def _boxes(self) -> tuple[Rect, Rect] | None:
        listing, photo = (self.sides[role].box for role in SIDES)
        return (listing, photo) if listing is not None and photo is not None else None

    def _show(self) -> None:
        products, boxes = self._products(), self._boxes()
        self.alignment = (
            framing_by_boxes(self._comparison.id, products, boxes) if products and boxes else None
        )
        laid = self.alignment.homography if self.alignment is not None else None
        self.preview.show_laid(laid, self.tr("The preview appears with both products."))
        self.words.setText(self._told())
        self.keep.setEnabled(self.alignment is not None)

    def _told(self) -> str:
        refusals = [side.refusal for side in self.sides.values() if side.refusal]
        if refusals:
            return " ".join(refusals)
        if any(side.is_busy for side in self.sides.values()):
            return self.tr("Looking for the product …")
        drag = self.tr(
            "Drag a box around the product on both pictures, or its corners. "
            "With the arrow keys it moves, with Shift its size changes."
        )
        products = self._products()
        if products is not None and any(product.is_the_box for product in products):
            alike = self.tr("All is alike there, so the box itself counts: draw it close.")
            return f"{drag} {alike}"
        return drag
