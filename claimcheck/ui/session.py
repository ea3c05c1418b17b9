"""One library at work: the open review, what is being saved, what is coming in.

The session outlives the window: switching language or theme builds a new window on the same
session. It is the only place that talks to the library, always on the database thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from claimcheck.errors import Cancelled, KnownError
from claimcheck.library.library import Library
from claimcheck.library.originals import Originals
from claimcheck.model import edits
from claimcheck.model.changes import difference
from claimcheck.model.geometry import Rect
from claimcheck.model.history import History
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence, Listing, Review, new_id
from claimcheck.ui.document import Document
from claimcheck.ui.finding import find_again
from claimcheck.ui.images import to_qimage
from claimcheck.ui.landing import Known, Landing, Work, adding
from claimcheck.ui.mark_defaults import SETTING as MARK_STYLES
from claimcheck.ui.mark_defaults import MarkDefaults
from claimcheck.ui.saving import Saving, Version
from claimcheck.ui.selection import Selection
from claimcheck.ui.settings import Settings
from claimcheck.ui.shortcuts import SETTING as SHORTCUTS
from claimcheck.ui.shortcuts import Shortcuts
from claimcheck.ui.tasks import Task, TaskRunner
from claimcheck.workflow.folders import unfolded
from claimcheck.workflow.intake import Intake, from_source, take_in, take_in_bytes
from claimcheck.workflow.pictures import thumbnail
from claimcheck.workflow.progress import Progress
from claimcheck.workflow.seen_before import Seen

log = logging.getLogger(__name__)

COPIED, COPIED_TOLD = "copied_marks", "copied_words"
"""Where in the library's settings the marks that were copied last are kept."""
_MOST_KEPT = 500_000
"""Letters."""


class Session(QObject):
    """Everything the window needs, and nothing that is drawn."""

    library_changed = Signal()
    """Reviews were added, changed or removed: ask for :meth:`summaries` again."""
    saved_changed = Signal(bool)
    """Whether everything the user did is in the database."""
    problems = Signal(list)
    """``KnownError``s to show: each names its file and what to do."""
    problem_solved = Signal(object)
    """One of them is over."""
    intake_progress = Signal(int, int, str)
    """Pictures done, pictures in all, the name of the one at hand."""
    intake_finished = Signal(object)
    """The ``Intake`` (or ``None`` when it was cancelled or failed as a whole)."""
    seen_before = Signal(object)
    """A tuple of ``Seen``: pictures that came in are in other reviews already."""
    seen_shown = Signal(object)
    """The user asked where a picture was seen: show this tuple of ``Seen``, also when empty."""
    step_requested = Signal(str)
    """Show this step: ``listing``, ``photos``, ``compare``, ``claims`` or ``card``."""
    settings_changed = Signal()
    brand_changed = Signal()
    """The library's cards have another look."""

    def __init__(self, library_folder: Path, read_only: bool = False) -> None:
        """Open the library; raises ``KnownError`` when that can't be done."""
        super().__init__()
        self.library_folder = library_folder
        self.read_only = read_only
        self.tasks = TaskRunner(self)
        try:
            self._library = self.tasks.wait_for_database(
                lambda: Library.open(library_folder, read_only)
            )
        except BaseException:
            self.tasks.close()
            raise
        self.originals: Originals = self._library.originals
        self.settings = self.tasks.wait_for_database(lambda: Settings.load(self._library.setting))
        self.document = Document(self)
        self.document.read_only = read_only
        self.selection = Selection(self.document, self)
        self.mark_defaults = MarkDefaults(self)
        self.mark_defaults.restore(
            self.tasks.wait_for_database(lambda: self._library.setting(MARK_STYLES)),
            None if read_only else self._keep_mark_styles,
        )
        self.shortcuts = Shortcuts(self)
        self.shortcuts.restore(
            self.tasks.wait_for_database(lambda: self._library.setting(SHORTCUTS)),
            None if read_only else self._keep_shortcuts,
        )
        read = self._library.setting
        self.copied: tuple[str, str] = self.tasks.wait_for_database(
            lambda: (read(COPIED), read(COPIED_TOLD))
        )
        """Marks that were copied last, as ``canvas/copying.py`` packs them, and their words."""
        self._saving = Saving(self.document, self.tasks, self._write, self)
        self._open = True
        self._intake: Task[Intake] | None = None
        self._wanted = ""
        """The review to show, which may still be on its way."""
        self._saving.changed.connect(self.saved_changed)
        self._saving.written.connect(self.library_changed)
        self._saving.failed.connect(self._on_broke)
        self._saving.recovered.connect(self.problem_solved)
        self.document.changed.connect(self._on_changed)
        self.document.stack.indexChanged.connect(self._on_changed)
        self.tasks.broke.connect(self._on_broke)

    # --- reviews ----------------------------------------------------------------------------------

    def summaries(
        self, search: str, trashed: bool, done: Callable[[Sequence[object]], None]
    ) -> None:
        """Look reviews up; ``done`` gets a tuple of ``ReviewSummary``."""
        self.tasks.on_database(lambda: self._library.summaries(search, trashed), done)

    def open_review(self, review_id: str) -> None:
        """Save the review in view, then show this one with its undo history.

        The one in view stays as it is: what the library says of it may be older than the screen.
        """
        self._wanted = review_id
        if self._in_view(review_id):
            return
        self.save_now()

        def show(version: Version) -> None:
            if self._wanted == review_id and not self._in_view(review_id):
                self._show(version)

        self._with_version(review_id, show)

    def new_review(self, name: str = "", brand: str = "") -> Review:
        """Start an empty review with one listing, and show it."""
        self.save_now()
        review = edits.put_listing(edits.new_review(name, brand), Listing(new_id()))
        review = edits.set_card(review, replace(review.card, handle=self.settings.handle))
        self._wanted = review.id
        self._show(Version(review, History()))
        self._saving.mark()
        self.save_now()
        return review

    def review_at_hand(self) -> Review:
        """The open one; a new one where none is open."""
        return self.document.review if self.document.is_open else self.new_review()

    def trash_review(self, review_id: str) -> None:
        """Put a review into the trash; it can be restored until the trash is emptied."""
        if self._in_view(review_id):
            self.save_now()
            self._show(None)
        self._change_library(lambda: self._library.trash(review_id))

    def restore_review(self, review_id: str) -> None:
        """Take a review out of the trash."""
        self._change_library(lambda: self._library.restore(review_id))

    def empty_trash(self) -> None:
        """Delete what is in the trash for good, with originals that nothing else needs."""
        self._change_library(self._library.empty_trash)

    def on_library(
        self,
        work: Callable[[Library], object],
        done: Callable[..., None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work`` with the library on the database thread."""
        self.tasks.on_database(lambda: work(self._library), done, failed)

    def find_again(
        self, evidence: Sequence[Evidence], done: Callable[[tuple[Seen, ...]], None]
    ) -> None:
        """Look for pictures in all other reviews; ``done`` gets where they are, perhaps nowhere."""
        review_id = self.document.review.id if self.document.is_open else ""
        find_again(evidence, review_id, self.originals, self.tasks, self.on_library, done)

    # --- pictures ---------------------------------------------------------------------------------

    def add_pictures(
        self, paths: Iterable[Path], role: Role, origin: Origin = Origin.FILE, source: str = ""
    ) -> None:
        """Take files in beside what goes on; each that fails is told, the others still come in.

        Of a folder its pictures come in. ``source`` is the address that a browser's file is from.
        """
        sources = list(paths)

        def work(known: Known, listing_id: str | None, progress: Progress) -> Intake:
            files = unfolded(sources)
            intake = take_in(self.originals, files, role, origin, listing_id, known, progress)
            return from_source(intake, source) if source else intake

        self.bring_in(work, role)

    def add_picture_bytes(
        self, data: bytes, name: str, role: Role, origin: Origin, source: str = ""
    ) -> None:
        """Take in a pasted or dropped picture that has no file."""
        self.bring_in(
            lambda known, listing_id, _: take_in_bytes(
                self.originals, data, name, role, origin, listing_id, known, source
            ),
            role,
        )

    def bring_in(self, work: Work, role: Role, landing: Landing | None = None) -> None:
        """Do ``work`` off the GUI thread; what it gives lands in the review open now, as one step.

        ``landing`` says what the step does and is called; else the evidence is added.
        """
        if self.read_only:
            return
        review = self.review_at_hand()
        listing_id = self._listing_in_view(review) if role is Role.LISTING else None
        known = review.pictures(role)
        landed: list[Intake] = []

        def done(intake: Intake) -> None:
            landed.append(intake)
            self._land(review.id, intake, landing or adding(intake))

        self._intake = self.tasks.run(
            lambda progress: work(known, listing_id, progress),
            done,
            self._on_broke,
            self.intake_progress.emit,
            lambda: self.intake_finished.emit(landed[0] if landed else None),
        )

    def cancel_intake(self) -> None:
        """Stop taking pictures in; what is in already stays in the store, not in the review."""
        if self._intake is not None:
            self._intake.cancel()

    def thumbnail(
        self,
        evidence: Evidence,
        side_px: int,
        done: Callable[[QImage], None],
        redactions: tuple[Rect, ...] = (),
    ) -> None:
        """A small picture, made off the GUI thread; a failure leaves the place empty."""
        self.tasks.run(
            lambda _: to_qimage(thumbnail(self.originals, evidence, side_px, redactions)),
            done,
            lambda error: log.info("no thumbnail of %s: %s", evidence.name, error),
        )

    # --- settings and the end ---------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Keep the user's preferences in the library."""
        if settings == self.settings:
            return
        self.settings = settings
        if not self.read_only:
            self.tasks.on_database(lambda: settings.store(self._library.set_setting))
        self.settings_changed.emit()

    def keep_copied(self, packed: str, told: str) -> None:
        """Remember copied marks, also over a restart unless they are very many."""
        self.copied = packed, told
        if self.read_only or len(packed) > _MOST_KEPT:
            return

        def store() -> None:
            self._library.set_setting(COPIED, packed)
            self._library.set_setting(COPIED_TOLD, told)

        self.tasks.on_database(store)

    @property
    def saved(self) -> bool:
        """Whether everything the user did is in the database."""
        return self._saving.saved

    def save_now(self) -> None:
        """Queue what is not saved yet, without waiting for an idle moment."""
        self._saving.now()

    def finish_saving(self) -> Exception | None:
        """Save and wait for it, before the session is left; why that can't be done, if so."""
        return self._saving.finish() if self._open else None

    def close(self) -> None:
        """Save, then let go of the library; raises why what was left could not be saved."""
        if not self._open:
            return
        self.cancel_intake()
        self.mark_defaults.keep_now()
        error = self.finish_saving()
        self._open = False
        self._saving.stop()
        try:
            self.tasks.wait_for_database(self._library.close)
        finally:
            self.tasks.close()
        if error is not None:
            raise error

    # --- inside -----------------------------------------------------------------------------------

    def _keep_mark_styles(self, text: str) -> None:
        self.tasks.on_database(lambda: self._library.set_setting(MARK_STYLES, text))

    def _keep_shortcuts(self, text: str) -> None:
        self.tasks.on_database(lambda: self._library.set_setting(SHORTCUTS, text))

    def _show(self, version: Version | None) -> None:
        self.save_now()
        self.document.open(*(version or (None, History())))

    def _with_version(self, review_id: str, use: Callable[[Version], None]) -> None:
        """Call back with the latest version of a review, in the library or not there yet."""

        def read() -> Version:
            library = self._library
            return Version(library.load(review_id), library.load_history(review_id))

        def failed(error: Exception) -> None:
            version = self._saving.waiting(review_id)
            if version is None:
                self._on_broke(error)
            else:
                use(version)

        def done(version: Version) -> None:
            use(self._saving.waiting(review_id) or version)

        self.tasks.on_database(read, done, failed)

    def _write(self, review: Review, history: History) -> None:
        self._library.save(review, history)

    def _on_changed(self, *_: object) -> None:
        if self.document.is_open and not self.document.restoring and not self.read_only:
            self._saving.mark()

    def _change_library(self, work: Callable[[], object]) -> None:
        self.tasks.on_database(work, lambda _: self.library_changed.emit())

    def _land(self, review_id: str, intake: Intake, landing: Landing) -> None:
        if intake.problems:
            self.problems.emit(list(intake.problems))
        if not intake.evidence:
            return
        name, count = landing.name, len(intake.evidence)

        def edit(review: Review) -> Review:
            return landing.edit(review, intake)

        def add(version: Version) -> None:
            if self._in_view(review_id):
                self.document.apply(edit, name, count)
                return
            before, history = version
            change = difference(before, after := edit(before), name, count)
            self._saving.put(Version(after, history.followed_by(change)))

        shown = [item for item in intake.evidence if item.role is not Role.STICKER]
        self.find_again(shown, self._tell_seen)
        if self._in_view(review_id):
            self.document.apply(edit, name, count)
        else:  # the user went on to another review meanwhile
            self._with_version(review_id, add)

    def _tell_seen(self, found: tuple[Seen, ...]) -> None:
        if found:
            self.seen_before.emit(found)

    def _listing_in_view(self, review: Review) -> str | None:
        first = review.listings[0].id if review.listings else None
        return self.selection.listing or first

    def _in_view(self, review_id: str) -> bool:
        return self.document.is_open and self.document.review.id == review_id

    def _on_broke(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, KnownError):
            log.error("unexpected error", exc_info=error)
        self.problems.emit([error])
