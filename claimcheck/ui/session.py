"""One library at work: the open review, what is being saved, what is coming in.

The session outlives the window: switching language or theme builds a new window on the same
session. It is the only place that talks to the library, always on the database thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
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
from claimcheck.model.review import Evidence, Listing, Review, new_id
from claimcheck.ui.arrivals import Arrivals
from claimcheck.ui.document import Document
from claimcheck.ui.images import to_qimage
from claimcheck.ui.mark_defaults import SETTING as MARK_STYLES
from claimcheck.ui.mark_defaults import MarkDefaults
from claimcheck.ui.saving import Saving, Version
from claimcheck.ui.selection import Selection
from claimcheck.ui.settings import Settings
from claimcheck.ui.shortcuts import SETTING as SHORTCUTS
from claimcheck.ui.shortcuts import Shortcuts
from claimcheck.ui.tasks import TaskRunner
from claimcheck.workflow.pictures import thumbnail

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
            None if read_only else partial(self._keep, MARK_STYLES),
        )
        self.shortcuts = Shortcuts(self)
        self.shortcuts.restore(
            self.tasks.wait_for_database(lambda: self._library.setting(SHORTCUTS)),
            None if read_only else partial(self._keep, SHORTCUTS),
        )
        read = self._library.setting
        self.copied: tuple[str, str] = self.tasks.wait_for_database(
            lambda: (read(COPIED), read(COPIED_TOLD))
        )
        """Marks that were copied last, as ``canvas/copying.py`` packs them, and their words."""
        self._saving = Saving(self.document, self.tasks, self._write, self)
        self.arrivals = Arrivals(self)
        self._open = True
        self._wanted = ""
        """The review to show, which may still be on its way."""
        self._saving.changed.connect(self.saved_changed)
        self._saving.written.connect(self.library_changed)
        self._saving.failed.connect(self.tell_broken)
        self._saving.recovered.connect(self.problem_solved)
        self.document.changed.connect(self._on_changed)
        self.document.stack.indexChanged.connect(self._on_changed)
        self.tasks.broke.connect(self.tell_broken)

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

    def change_review(
        self, review_id: str, edit: Callable[[Review], Review], name: str, count: int = 1
    ) -> None:
        """Change a review as one step of its history, also when the user went on to another.

        ``name`` is the step's, English, of the context ``history``; ``count`` goes into it.
        """
        if self._in_view(review_id):
            self.document.apply(edit, name, count)
            return

        def change(version: Version) -> None:
            if self._in_view(review_id):
                self.document.apply(edit, name, count)
                return
            before, history = version
            change = difference(before, after := edit(before), name, count)
            self._saving.put(Version(after, history.followed_by(change)))

        self._with_version(review_id, change)

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

    def tell_broken(self, error: Exception) -> None:
        """Show the user what failed, and log it where nobody expected it."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, KnownError):
            log.error("unexpected error", exc_info=error)
        self.problems.emit([error])

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
        self.arrivals.cancel()
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

    def _keep(self, setting: str, text: str) -> None:
        self.tasks.on_database(lambda: self._library.set_setting(setting, text))

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
                self.tell_broken(error)
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

    def _in_view(self, review_id: str) -> bool:
        return self.document.is_open and self.document.review.id == review_id
