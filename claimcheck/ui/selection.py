"""What the user points at: shared by the canvas, the lists and the inspectors, never undone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from claimcheck.model.review import find
from claimcheck.ui.document import Document


class Selection(QObject):
    """Ids of what is selected or in view; those that are gone drop out."""

    changed = Signal()
    hovered_changed = Signal()
    """The pointer is on another discrepancy, or on none."""
    go_to_requested = Signal(str)
    """Bring this discrepancy's places into view."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.marks: frozenset[str] = frozenset()
        self.discrepancy: str | None = None
        self.hovered: str | None = None
        """The discrepancy below the pointer, on a picture or in the list."""
        self.claim: str | None = None
        self.listing: str | None = None
        """Which of several listings is in view; ``None`` is the first."""
        document.opened.connect(self.clear)
        document.changed.connect(self._drop_gone)

    def select_marks(self, ids: Iterable[str]) -> None:
        """Select marks, and no discrepancy."""
        self._set(frozenset(ids), None, self.claim)

    def select_discrepancy(self, discrepancy_id: str | None) -> None:
        """Select a discrepancy, and no marks."""
        self._set(frozenset(), discrepancy_id, self.claim)

    def select_claim(self, claim_id: str | None) -> None:
        """Select a claim; marks and discrepancy stay as they are."""
        self._set(self.marks, self.discrepancy, claim_id)

    def select_listing(self, listing_id: str | None) -> None:
        """Show one of several listings; what else is selected stays as it is."""
        if listing_id != self.listing:
            self.listing = listing_id
            self._document.end_merging()
            self.changed.emit()

    def clear(self) -> None:
        """Select nothing."""
        self.select_listing(None)
        self._set(frozenset(), None, None)

    def hover(self, discrepancy_id: str | None) -> None:
        """The pointer came to a discrepancy, or left it."""
        if discrepancy_id != self.hovered:
            self.hovered = discrepancy_id
            self.hovered_changed.emit()

    def go_to(self, discrepancy_id: str) -> None:
        """Select a discrepancy and ask the canvas to show it."""
        self.select_discrepancy(discrepancy_id)
        self.go_to_requested.emit(discrepancy_id)

    def _set(self, marks: frozenset[str], discrepancy: str | None, claim: str | None) -> None:
        if (marks, discrepancy, claim) == (self.marks, self.discrepancy, self.claim):
            return
        self.marks, self.discrepancy, self.claim = marks, discrepancy, claim
        self._document.end_merging()
        self.changed.emit()

    def _drop_gone(self) -> None:
        review = self._document.review
        there = self.marks & {mark.id for mark in review.marks}
        discrepancy = self.discrepancy if find(review.discrepancies, self.discrepancy) else None
        claim = self.claim if find(review.claims, self.claim) else None
        listing = self.listing if find(review.listings, self.listing) else None
        now = self.marks, self.discrepancy, self.claim, self.listing
        if (there, discrepancy, claim, listing) != now:
            self.marks, self.discrepancy, self.claim = there, discrepancy, claim
            self.listing = listing
            self.changed.emit()
