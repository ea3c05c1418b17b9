"""The window: library at the left, the step in the middle, what it says above and below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from claimcheck.library.records import ReviewSummary
from claimcheck.model.kinds import Role
from claimcheck.ui.action_table import ACTIONS
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.dialogs.palette import Entry, Palette, entries_of
from claimcheck.ui.dialogs.question import Question
from claimcheck.ui.dialogs.settings_dialog import SettingsDialog
from claimcheck.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from claimcheck.ui.first_run import FirstRun
from claimcheck.ui.incoming import Incoming
from claimcheck.ui.language import tell
from claimcheck.ui.library_deeds import LibraryDeeds
from claimcheck.ui.nothing_open import NothingOpen
from claimcheck.ui.notice import Notice
from claimcheck.ui.panels.library_panel import LibraryPanel
from claimcheck.ui.session import Session
from claimcheck.ui.stage import Stage
from claimcheck.ui.status_bar import StatusBar
from claimcheck.ui.step_pages import Inspector, StepPages
from claimcheck.ui.steps import first_step, following, hint
from claimcheck.ui.theme import theme
from claimcheck.ui.tidings import Tidings
from claimcheck.ui.top_bar import TopBar, logo_icon
from claimcheck.ui.undoing import Undoing
from claimcheck.ui.widgets.buttons import dividing_line
from claimcheck.ui.widgets.focus_ring import install_focus_ring
from claimcheck.ui.widgets.message_bar import MessageBar
from claimcheck.ui.widgets.toast import Toast
from claimcheck.ui.window_actions import WindowActions

NARROW = 1360
"""Below this width the library folds, so that the pictures keep their room."""
_TITLE_BAR = 40
"""What the desktop's own frame takes of the screen's height, at most."""
_DROP_SIDES = {
    "listing": (Role.LISTING,),
    "photos": (Role.PHOTO,),
    "compare": (Role.LISTING, Role.PHOTO),
}
_PASTE_SIDE = {"listing": Role.LISTING, "photos": Role.PHOTO, "compare": Role.PHOTO}


class MainWindow(QMainWindow):
    """Shows the session's review, one step at a time."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.step = "compare"
        self._unfolded = False
        """Whether the user unfolded the library where it would be a rail."""
        self._starting = False
        """Whether the first pictures of a review are on their way."""
        install_focus_ring()
        theme().reduce_motion = session.settings.reduce_motion
        self.setMinimumSize(960, 600)
        room = self.screen().availableSize()
        self.resize(min(1440, room.width()), min(900, room.height() - _TITLE_BAR))
        self.setWindowIcon(logo_icon())
        self.incoming = Incoming(session, self)
        self.top_bar = TopBar(session)
        self.library = LibraryPanel(session)
        self.messages = MessageBar()
        self.tidings = Tidings(session, self.messages)
        self.first_run = FirstRun(session, self.incoming)
        self.pages = StepPages(session)
        self.stage = Stage()
        self.status = StatusBar(session)
        self.inspector: Inspector | None = None
        self._build()
        self.toast = Toast(self._root, left=True, above=68)
        self.reviews = LibraryDeeds(session, self.toast, self)
        self.undoing = Undoing(self)
        self.deeds = WindowActions(self)
        self._connect()
        self._show_state()

    def show_step(self, key: str) -> None:
        """Go to a step of the open review."""
        if key != self.step:
            self._unfolded = False
        self.step = key
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_library()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_leave())

    def may_leave(self) -> bool:
        """Save what is left; when that can't be done, ask whether to leave all the same."""
        error = self.session.finish_saving()
        if error is None:
            return True
        question = Question(
            self.tr("Leave without saving?"),
            self.tr("Your last changes would be lost. {problem}").format(problem=tell(error)),
            self.tr("Leave"),
            self.tr("Stay"),
            self,
        )
        return question.asked()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._nothing = NothingOpen(self.session)
        ground = QWidget()
        ground.setProperty("role", "bg")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for page in (ground, self.first_run, self.pages, self._nothing):
            self.stage.addWidget(page)
        self._notice = Notice(self.session)
        centre = QVBoxLayout()
        for widget in (self._notice, self.messages):
            centre.addWidget(widget)
        centre.addWidget(self.stage, 1)
        centre.addWidget(self.status)
        self._across = QHBoxLayout()
        self._across.addWidget(self.library)
        self._across.addLayout(centre, 1)
        self._root = root = QWidget()
        root.setProperty("role", "surface")
        root.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(root)
        column.addWidget(self.top_bar)
        column.addLayout(self._across, 1)
        for layout in (centre, self._across, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(root)

    def _build_inspector(self) -> Inspector:
        made = Inspector(self.session)
        self._inspector_line = dividing_line(vertical=True)
        self._across.addWidget(self._inspector_line)
        self._across.addWidget(made)
        compare = self.pages.currentWidget()
        if isinstance(compare, CompareView):
            compare.hint_changed.connect(self._say)
            compare.note_requested.connect(made.write_note)
            made.discrepancies.add_requested.connect(lambda: compare.use_tool("number"))
            made.proposals.lead(compare.looks)
            made.refusal.follow(compare.looks.aligning, compare.looks_bar)
            canvas = compare.canvas
            made.left.connect(compare.take_keyboard)
            canvas.tool_changed.connect(lambda _: made.follow_tool(canvas.tool))
        return made

    def _connect(self) -> None:
        session, bar, library, reviews = self.session, self.top_bar, self.library, self.reviews
        bar.step_chosen.connect(self.show_step)
        bar.next_asked.connect(lambda: self.show_step(following(self.step)))
        bar.search_asked.connect(self.open_palette)
        bar.undo_asked.connect(self.undoing.undo)
        bar.redo_asked.connect(self.undoing.redo)
        bar.history_asked.connect(self.open_history)
        bar.settings_asked.connect(self.open_settings)
        library.open_asked.connect(reviews.open)
        library.new_asked.connect(reviews.begin)
        self._nothing.begin.clicked.connect(reviews.begin)
        library.trash_asked.connect(reviews.trash)
        library.other_library_asked.connect(reviews.choose_other_library)
        self._notice.other_library_asked.connect(reviews.choose_other_library)
        library.fold_asked.connect(self._on_fold_asked)
        library.empty_trash.clicked.connect(
            lambda: reviews.empty_trash(len(library.model.summaries))
        )
        library.refreshed.connect(self._on_library_known)
        self.first_run.sample_asked.connect(reviews.open_sample)
        self.stage.dropped.connect(self.incoming.take)
        session.document.opened.connect(self._on_opened)
        session.document.changed.connect(self._show_title)
        session.arrivals.finished.connect(self._on_intake_finished)
        # Methods, for the session outlives this window: Qt lets go of those, not of a lambda.
        session.problems.connect(self._on_problems)
        session.step_requested.connect(self.show_step)
        session.settings_changed.connect(self._on_settings_changed)

    # --- what the user asks -----------------------------------------------------------------------

    def search_library(self) -> None:
        """Put the keyboard into the library's search."""
        if self.library.folded:
            self._on_fold_asked(False)
        self.library.focus_search()

    def paste(self) -> None:
        """Take in what is on the clipboard, as the step at hand means it."""
        side = _PASTE_SIDE.get(self.step) if self.session.document.is_open else Role.LISTING
        if side is not None and not self.session.read_only:
            self.incoming.paste(side)

    def open_settings(self) -> None:
        """Ask for the user's preferences."""
        SettingsDialog(self.session, self).exec()

    def open_palette(self) -> None:
        """Offer everything that can be done now, and every review."""
        actions = [action for action in ACTIONS if self.deeds.can(action)]
        palette = Palette(entries_of(actions, self.session.shortcuts, self.deeds.do), self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model, kind = self.library.model, self.tr("Review")

        def offer(found: Sequence[object]) -> None:
            if shiboken6.isValid(palette):
                palette.add(
                    Entry(model.title(one), kind, partial(self.reviews.open, one.id))
                    for one in found
                    if isinstance(one, ReviewSummary)
                )

        self.session.summaries("", False, offer)
        palette.open()

    def open_history(self) -> None:
        """List the steps that led here."""
        self.undoing.open_history(self.top_bar.history)

    def open_shortcuts(self) -> None:
        """List which keys do what."""
        ShortcutsDialog(self.session.shortcuts, self).exec()

    def _on_fold_asked(self, folded: bool) -> None:
        self._unfolded = not folded
        self._fold_library()

    # --- what happened ----------------------------------------------------------------------------

    def _on_opened(self) -> None:
        document = self.session.document
        self._starting = document.is_open and not document.review.evidence
        if document.is_open and not self.pages.isVisibleTo(self):
            self.step = first_step(document.review)
        self._show_state()

    def _on_library_known(self) -> None:
        document, model = self.session.document, self.library.model
        if not document.is_open and model.summaries and not (model.trashed or model.search):
            self.session.open_review(model.summaries[0].id)
        else:
            self._show_state()

    def _on_intake_finished(self, intake: object) -> None:
        document = self.session.document
        if intake is None or not document.is_open or not self._starting:
            return
        wanted = first_step(document.review)
        self._starting = wanted != "compare"
        # Pictures of both sides: what the user came for can begin.
        if not self._starting or self.step in {"listing", "photos"}:
            self.show_step(wanted)

    def _on_problems(self, _: list[Exception]) -> None:
        self._show_state()  # what was to be opened at the start may be what can't be

    def _on_settings_changed(self) -> None:
        theme().reduce_motion = self.session.settings.reduce_motion

    # --- showing ----------------------------------------------------------------------------------

    def _show_state(self) -> None:
        is_open = self.session.document.is_open
        comparing = is_open and self.step == "compare"
        if is_open:
            self.pages.show_step(self.step)
            self.stage.setCurrentWidget(self.pages)
            if comparing and self.inspector is None:
                self.inspector = self._build_inspector()
        elif self.library.model.known:
            # Until it is known, the bare ground: the first page would only flash up.
            self.stage.setCurrentWidget(self.first_run if self.library.is_empty else self._nothing)
        if self.inspector is not None:
            self.inspector.setVisible(comparing)
            self._inspector_line.setVisible(comparing)
        takes = is_open and not self.session.read_only
        self.stage.sides = _DROP_SIDES.get(self.step, ()) if takes else ()
        self.status.set_place(not is_open or self.step == "card", comparing)
        compare = self.pages.currentWidget()
        self._say(compare.hint if isinstance(compare, CompareView) else hint(self.step))
        self.top_bar.show_step(self.step)
        self._fold_library()
        self._show_title()

    def _say(self, sentence: str) -> None:
        compare = self.pages.currentWidget()
        coming = compare.canvas.tool.coming if isinstance(compare, CompareView) else None
        self.status.say(sentence, coming or 0)

    def _fold_library(self) -> None:
        is_open = self.session.document.is_open
        foldable = is_open and (self.step == "card" or self.width() < NARROW)
        self.library.fold(foldable and not self._unfolded, foldable)

    def _show_title(self) -> None:
        document = self.session.document
        name = document.review.product.name if document.is_open else ""
        self.setWindowTitle(name or "claimcheck")
