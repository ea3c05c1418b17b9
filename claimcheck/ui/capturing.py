"""Saved pages and web addresses on their way to becoming listings, one at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimcheck.capture.fetch import Fetched
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Review
from claimcheck.ui.dialogs.capture_dialog import CaptureDialog, Chosen
from claimcheck.ui.dialogs.frame import window_of
from claimcheck.ui.landing import Landing
from claimcheck.ui.session import Session
from claimcheck.workflow.captured import (
    chosen_pictures,
    listing_of,
    picture_of,
    place_for,
    with_capture,
)
from claimcheck.workflow.intake import Intake
from claimcheck.workflow.progress import Progress

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".html.gz")


class Capturing(QObject):
    """Opens a dialog for each page; what is chosen there lands in the review as one step."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._session = session
        self._waiting: deque[tuple[Path | str, Role]] = deque()
        self.dialog: CaptureDialog | None = None
        """The one in view."""

    def open_files(self, paths: Iterable[Path]) -> None:
        """Read saved pages; each is shown when the one before it is done with."""
        self._waiting.extend((path, Role.LISTING) for path in paths)
        self._next()

    def open_address(self, address: str, role: Role) -> None:
        """Fetch what the user asked for; a picture becomes evidence of ``role`` at once."""
        self._waiting.append((address, role))
        self._next()

    def _next(self) -> None:
        if self.dialog is not None or not self._waiting or self._session.read_only:
            return
        source, role = self._waiting.popleft()
        self.dialog = dialog = CaptureDialog(self._session, source, window_of(self))
        dialog.chosen.connect(self._land)
        dialog.was_picture.connect(lambda fetched: self._land_picture(fetched, role))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._next()

    def _land(self, chosen: Chosen) -> None:
        session = self._session
        listing = listing_of(chosen.capture, place_for(session.review_at_hand()))

        def work(_known: tuple[Evidence, ...], _listing: str | None, progress: Progress) -> Intake:
            return chosen_pictures(
                session.originals, chosen.capture, chosen.pictures, listing.id, progress=progress
            )

        def edit(review: Review, intake: Intake) -> Review:
            return with_capture(review, chosen.capture, listing, intake.evidence, chosen.promises)

        session.arrivals.bring_in(
            work, Role.LISTING, Landing(edit, QT_TRANSLATE_NOOP("history", "Add a page’s listing"))
        )

    def _land_picture(self, fetched: Fetched, role: Role) -> None:
        originals = self._session.originals
        self._session.arrivals.bring_in(
            lambda known, listing_id, _: picture_of(originals, fetched, role, listing_id, known),
            role,
        )
