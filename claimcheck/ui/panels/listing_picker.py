"""Which of a review's listings the form shows, when a product was seen in more places than one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.review import Listing, Review, find, new_id
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.claim_editor import describe_listing
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import icon_button, label
from claimcheck.ui.widgets.tips import serve


class ListingPicker(QWidget):
    """The title of the listing's fields; a choice when there are several; add and remove."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._selection = session.document, session.selection
        self.choice = Choice(accessible_name=self.tr("Which listing"))
        self.title = label(self.tr("Where it was offered"), "title")
        self.add = icon_button("plus", self.tr("Add another place where it was offered"), 16)
        self.remove = icon_button("trash-2", self.tr("Remove this listing"), 16)
        serve(self.add, session.shortcuts, BY_NAME["add_listing"])
        serve(self.remove, session.shortcuts, BY_NAME["remove_listing"])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.title)
        line.addWidget(self.choice, 1)
        line.addStretch()
        line.addWidget(self.remove)
        line.addWidget(self.add)
        self.choice.activated.connect(self._on_chosen)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        for told in (self._document.opened, self._document.changed, self._selection.changed):
            told.connect(self._show)
        self._show()
        lock_when_read_only(self._document, (self.add, self.remove))

    def _show(self) -> None:
        review = self._document.review if self._document.is_open else None
        listings = review.listings if review else ()
        several = len(listings) > 1
        self.title.setVisible(not several)
        self.choice.setVisible(several)
        self.remove.setVisible(several)
        shown = listing_in_view(review, self._selection.listing) if review else None
        self.choice.fill((one.id, describe_listing(one), QIcon()) for one in listings)
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.index_of(shown.id if shown else None))

    def _on_chosen(self, index: int) -> None:
        self._selection.select_listing(self.choice.itemData(index))

    def _add(self) -> None:
        if not self._document.is_open:
            return
        made = Listing(new_id())

        def edit(review: Review) -> Review:
            if not review.listings:  # the form's own, not written in so far, comes first
                review = replace(review, listings=(Listing(new_id()),))
            return edits.put_listing(review, made)

        self._document.apply(edit, QT_TRANSLATE_NOOP("history", "Add listing"))
        self._selection.select_listing(made.id)

    def _remove(self) -> None:
        review = self._document.review
        shown = listing_in_view(review, self._selection.listing)
        if shown is not None:
            self._document.apply(
                lambda review: edits.remove_listing(review, shown.id),
                QT_TRANSLATE_NOOP("history", "Remove listing"),
            )


def listing_in_view(review: Review, chosen: str | None) -> Listing | None:
    """The chosen listing, or the first; ``None`` while there is none."""
    return find(review.listings, chosen) or next(iter(review.listings), None)
