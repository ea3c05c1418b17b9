"""What the user brings: pasted, dropped on the window, or chosen in a file dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from claimcheck.capture.animation import moves
from claimcheck.capture.video import SUFFIXES as FILM_SUFFIXES
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence
from claimcheck.ui.capturing import PAGE_SUFFIXES, Capturing
from claimcheck.ui.filming import Filming
from claimcheck.ui.payload import Payload, read_payload
from claimcheck.ui.session import Session
from claimcheck.workflow.captured import fetch_pictures
from claimcheck.workflow.folders import PICTURE_SUFFIXES
from claimcheck.workflow.intake import Intake, take_in_bytes
from claimcheck.workflow.progress import Progress


class Incoming(QObject):
    """Hands what comes to whom it is for: pictures, saved pages, clips, web addresses."""

    def __init__(self, session: Session, over: QWidget) -> None:
        """``over`` is the window that dialogs stand over."""
        super().__init__(over)
        self._session = session
        self.pages = Capturing(session, over)
        self.films = Filming(session, over)

    def take(self, payload: Payload, role: Role, origin: Origin = Origin.DROP) -> None:
        """Take in what a drop or the clipboard held."""
        if self._session.read_only:
            return
        if payload.files:
            self._take_files(payload.files, role, origin, payload.picture_url)
        elif payload.data:
            self._take_bytes(payload, role, origin)
        elif payload.picture_url:
            self._fetch(payload, role)
        elif payload.address:
            self.pages.open_address(payload.address, role)

    def paste(self, role: Role) -> None:
        """Take in what is on the clipboard, or say that there is no picture."""
        mime = QGuiApplication.clipboard().mimeData()
        # Of a clipboard that nobody has put anything on, Qt may have nothing at all.
        payload = read_payload(mime, self.tr("Pasted picture")) if mime else Payload()
        nothing = KnownError(ErrorKind.CLIPBOARD_EMPTY)
        if payload.count:
            self._session.problem_solved.emit(nothing)
            self.take(payload, role, Origin.PASTE)
        else:
            self._session.problems.emit([nothing])

    def choose(self, role: Role, over: QWidget) -> None:
        """Ask for files, several at once."""
        listing = role is Role.LISTING
        title = self.tr("Choose listing images") if listing else self.tr("Choose photos")
        pictures, films, pages = (
            _pattern(suffixes) for suffixes in (PICTURE_SUFFIXES, FILM_SUFFIXES, PAGE_SUFFIXES)
        )
        everything = f"{pictures} {films} {pages}" if listing else f"{pictures} {films}"
        kinds = ";;".join(
            [
                f"{self.tr('Pictures, clips and saved pages')} ({everything})"
                if listing
                else f"{self.tr('Pictures and clips')} ({everything})",
                f"{self.tr('Pictures')} ({pictures})",
                f"{self.tr('All files')} (*)",
            ]
        )
        names, _ = QFileDialog.getOpenFileNames(
            over, title, "", kinds, options=QFileDialog.Option.HideNameFilterDetails
        )
        if names:
            self._take_files([Path(name) for name in names], role, Origin.FILE)

    # --- inside -----------------------------------------------------------------------------------

    def _take_files(
        self, files: Sequence[Path], role: Role, origin: Origin, source: str = ""
    ) -> None:
        pages = [path for path in files if path.name.lower().endswith(PAGE_SUFFIXES)]
        films = [path for path in files if path.suffix.lower() in FILM_SUFFIXES or moves(path)]
        rest = [path for path in files if path not in pages and path not in films]
        if rest:
            self._session.arrivals.add_pictures(rest, role, origin, source)
        self.pages.open_files(pages)
        self.films.open_files(films, role)

    def _take_bytes(self, payload: Payload, role: Role, origin: Origin) -> None:
        page = payload.page_url[:500]

        def work(
            known: tuple[Evidence, ...], listing_id: str | None, _progress: Progress
        ) -> Intake:
            intake = take_in_bytes(
                self._session.originals, payload.data, payload.name, role, origin, listing_id,
                known, payload.picture_url[:500] or page,
            )  # fmt: skip
            if not page:
                return intake
            told = tuple(replace(e, told=(("page", page),)) for e in intake.evidence)
            return replace(intake, evidence=told)

        self._session.arrivals.bring_in(work, role)

    def _fetch(self, payload: Payload, role: Role) -> None:
        """A browser that gives a picture's address alone: dropping it here asks for it."""

        def work(known: tuple[Evidence, ...], listing_id: str | None, progress: Progress) -> Intake:
            return fetch_pictures(
                self._session.originals, [payload.picture_url], listing_id, known,
                progress=progress, role=role, page_url=payload.page_url,
            )  # fmt: skip

        self._session.arrivals.bring_in(work, role)


def _pattern(suffixes: Sequence[str] | frozenset[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in sorted(suffixes))
