"""Everything for a post: a carousel, the card in many formats, overlays or a clip, in one go."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.ui.dialogs.clip_preview import ClipPreview
from claimcheck.ui.dialogs.export_pages import (
    ClipPage,
    Export,
    ExportPage,
    Make,
    OverlaysPage,
    SlidesPage,
)
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.dialogs.question import Question
from claimcheck.ui.language import tell
from claimcheck.ui.panels.card_render import card_language, card_review
from claimcheck.ui.panels.fields import FIELD_TO_FIELD, Field
from claimcheck.ui.panels.parts import row
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.ui.widgets.buttons import ElidedLabel, button, label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.workflow.exports import Deferred, Exported, keep_records

CAROUSEL, CARDS, OVERLAYS, CLIP = "carousel", "cards", "overlays", "clip"
_FORM_WIDTH = 400
_SHOWN_MS = 120
"""Gathers choices that are made in a row, such as by the arrow keys, before they are shown."""


class ExportDialog(FramedDialog):
    """What, in which formats, under which names and where; then its progress and its result."""

    exported = Signal(object)
    """A tuple of the paths that were written."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(session.document.review.product.name, parent)
        self.set_title(self.tr("Export for a post"))
        self._session, self.folder = session, folder
        self._task: Task[Exported] | None = None
        self._make: Make | None = None
        self._counts_files = True
        self._review = card_review(session)
        self._language = card_language(session, self._review)
        self._build_form()
        self._build_result()
        self._build_buttons()
        self._show_timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._show_timer.timeout.connect(self._show_choice)
        self.kind.chosen.connect(self._show_kind)
        self.names.textEdited.connect(self._on_choice)
        for page in (self.slides, self.overlays, self.clip):
            page.changed.connect(self._on_choice)
            page.changed.connect(self._show_timer.start)
        self.kind.set_key(CAROUSEL)
        self._show_kind()

    # --- building ---------------------------------------------------------------------------------

    def _build_form(self) -> None:
        self.kind = SegmentedControl(
            (
                (CAROUSEL, self.tr("Carousel")),
                (CARDS, self.tr("Cards")),
                (OVERLAYS, self.tr("Overlays")),
                (CLIP, self.tr("Clip")),
            ),
            self.tr("What to export"),
        )
        self._about = label("", "secondary", wrap=True)
        self._about.setMinimumHeight(40)
        self.slides = SlidesPage(self._session)
        self.overlays = OverlaysPage(self._session)
        self.clip = ClipPage(self._session)
        self._pages = QStackedWidget()
        for page in (self.slides, self.overlays, self.clip):
            self._pages.addWidget(page)
        self.names = QLineEdit()
        self.names_field = Field(self.tr("File names"), self.names)
        self.where = ElidedLabel(str(self.folder))
        choose = button(self.tr("Choose folder …"))
        choose.clicked.connect(self._choose_folder)
        form = QVBoxLayout()
        form.setSpacing(FIELD_TO_FIELD)
        form.addWidget(self.kind)
        form.addWidget(self._about)
        form.addWidget(self._pages, 1)
        form.addLayout(self.names_field)
        form.addLayout(Field(self.tr("Folder"), self.where, choose))
        self.preview = ClipPreview(self._session)
        self.kind.setFixedWidth(_FORM_WIDTH)
        across = row(spacing=24)
        across.addLayout(form, 1)
        across.addWidget(self.preview)
        self.body.addLayout(across, 1)

    def _build_result(self) -> None:
        """At the left of the buttons, where it never moves anything."""
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.told = label("", "secondary", wrap=True)
        self.show_folder = button(self.tr("Show in folder"), kind="tertiary")
        self.show_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
        )
        told = QVBoxLayout()
        told.setSpacing(6)
        told.addStretch(1)
        told.addWidget(self.bar)
        told.addWidget(self.told)
        told.addStretch(1)
        self.add_beside_buttons(told)
        self.add_button(self.show_folder)
        self.bar.hide()
        self.show_folder.hide()

    def _build_buttons(self) -> None:
        self.close_ = button(self.tr("Close"))
        self.close_.clicked.connect(self.reject)
        self.export = button(self.tr("Export"), "download", "primary")
        self.export.clicked.connect(self._begin)
        self.add_button(self.close_)
        self.add_button(self.export)

    # --- showing ----------------------------------------------------------------------------------

    @property
    def _page(self) -> ExportPage:
        return {OVERLAYS: self.overlays, CLIP: self.clip}.get(self.kind.key, self.slides)

    def _show_kind(self) -> None:
        kind = self.kind.key
        self._about.setText(
            {
                CAROUSEL: self.tr(
                    "Cover, each difference close, claims with verdicts, and sources."
                ),
                CARDS: self.tr("The card in every format that is ticked."),
                OVERLAYS: self.tr("Transparent layers to lay over footage of your own."),
                CLIP: self.tr("The card in motion, with a silent sound track."),
            }[kind]
        )
        self.slides.only_cover = kind == CARDS
        self._pages.setCurrentWidget(self._page)
        self.names.setText(self._page.pattern)
        self._on_choice()
        self._show_choice()

    def _on_choice(self) -> None:
        """What was exported before has nothing to do with what is chosen now."""
        if self._task is None:
            self._forget_result()
        try:
            sentence = self._page.first_name(self._review, self._language, self.names.text())
            is_faulty = False
        except KnownError as error:
            sentence, is_faulty = tell(error), True
        self.names_field.tell(sentence)
        self.names_field.mark_faulty(is_faulty)
        self._refresh()

    def _show_choice(self) -> None:
        if self._task is None:
            self._page.show_on(self.preview, self._review, self._language)

    def _refresh(self) -> None:
        complete = self._page.is_complete
        self.export.setEnabled(self._task is None and complete)
        self.export.setToolTip("" if complete else self.tr("Tick something first."))

    def _forget_result(self) -> None:
        self.told.clear()
        self.show_folder.hide()

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder"), str(self.folder))
        if found:
            self.folder = Path(found)
            self.where.set_whole_text(found)
            self._forget_result()

    # --- exporting --------------------------------------------------------------------------------

    def _begin(self) -> None:
        library = Deferred(self._session.originals)
        export = Export(library, self._review, self._language, self.folder, self.names.text())
        try:
            self._make = self._page.maker(export)
        except KnownError as error:
            self._on_failed(error)
            return
        self._run(overwrite=False)

    def _run(self, overwrite: bool) -> None:
        assert self._make is not None
        self._counts_files = self._page is not self.clip
        self.preview.stop()
        self._forget_result()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.close_.setText(self.tr("Cancel"))
        self.close_.setFocus()
        self._task = self._session.tasks.run(
            partial(self._make, overwrite),
            self._on_exported,
            self._on_failed,
            self._on_progress,
            self._on_finished,
        )
        self._lock(True)

    def _lock(self, locked: bool) -> None:
        for control in (self.kind, self._pages, self.names):
            control.setEnabled(not locked)
        self._refresh()

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        if self._task is None or self._task.cancelled:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self._counts_files:
            told = self.tr("File %1 of %2").replace("%1", str(min(done + 1, total)))
            self.told.setText(told.replace("%2", str(total)))
        else:
            self.told.setText(self.tr("%1 % done").replace("%1", str(100 * done // max(total, 1))))

    def _on_exported(self, made: Exported) -> None:
        self._session.on_library(lambda library: keep_records(library, made.records))
        paths = tuple(Path(record.path) for record in made.records)
        if not paths:
            self.told.setText(self.tr("The card has nothing of what is ticked."))
            return
        count = self.tr("%n file(s) in {folder}", "", len(paths))
        self.told.setText(count.format(folder=self.folder.name or self.folder))
        self.show_folder.show()
        self.exported.emit(paths)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, KnownError) and error.kind is ErrorKind.FILE_EXISTS:
            self.bar.hide()
            if self._may_replace(error):
                self._run(overwrite=True)
            else:
                self.told.setText(self.tr("Nothing was written."))
            return
        self.told.setText(tell(error))

    def _may_replace(self, error: KnownError) -> bool:
        name, count = str(error.details["file"]), int(str(error.details["count"]))
        meaning = self.tr("%1 is in this folder already.").replace("%1", name)
        if count > 1:
            more = self.tr("%n more file(s) of these names are there too.", "", count - 1)
            meaning = f"{meaning} {more}"
        return Question(
            self.tr("Replace the files that are there?")
            if count > 1
            else self.tr("Replace the file that is there?"),
            meaning,
            self.tr("Replace"),
            self.tr("Keep them") if count > 1 else self.tr("Keep it"),
            self,
        ).asked()

    def _on_finished(self) -> None:
        if self._task is not None and not self._task.finished:
            return  # replacing what is there has begun
        stopped = self._task is not None and self._task.cancelled
        self._task = None
        self.bar.hide()
        self.close_.setText(self.tr("Close"))
        if stopped:
            self.told.setText(self.tr("Stopped. Nothing was written."))
        self._lock(False)
        self.export.setFocus()
        if self._page is self.clip:
            self._show_choice()  # it stood still, so that all of the machine made the file

    def reject(self) -> None:
        """Stop what is under way; without that, close."""
        if self._task is not None:
            self._task.cancel()
            self.told.setText(self.tr("Stopping …"))
            return
        self.preview.stop()
        super().reject()
