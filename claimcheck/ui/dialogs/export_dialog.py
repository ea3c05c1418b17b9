"""Everything for a post: a carousel, the card in many formats, overlays or a clip, in one go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from claimcheck.cards.clip import Motion
from claimcheck.cards.formats import all_formats
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.ui.dialogs.clip_preview import ClipPreview
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.dialogs.question import Question
from claimcheck.ui.language import chosen_language, tell
from claimcheck.ui.panels.card_render import card_language, card_review
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.fields import FIELD_TO_FIELD, Field
from claimcheck.ui.panels.parts import row
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.ui.widgets.buttons import ElidedLabel, button, label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.workflow import carousel, overlays
from claimcheck.workflow.clip import export_clip
from claimcheck.workflow.exports import Deferred, Exported, keep_records
from claimcheck.workflow.file_sets import plain_words
from claimcheck.workflow.progress import Progress

CAROUSEL, CARDS, OVERLAYS, CLIP = "carousel", "cards", "overlays", "clip"
_PATTERNS = {
    CAROUSEL: carousel.PATTERN,
    CARDS: "{product}-{format}",
    OVERLAYS: overlays.PATTERN,
    CLIP: "{product}-{format}-{what}",
}
_LENGTHS = (6, 10, 15, 30, 60)
_WIDTH, _PREVIEW = 400, 294

Make = Callable[[bool, Progress], Exported]


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
        self._build_form()
        self._build_result()
        self._build_buttons()
        self.kind.chosen.connect(self._show_kind)
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
        self._choices = QStackedWidget()
        self._choices.addWidget(self._build_formats())
        self._choices.addWidget(self._build_clip())
        self.names = QLineEdit()
        self.where = ElidedLabel(str(self.folder))
        choose = button(self.tr("Choose folder …"))
        choose.clicked.connect(self._choose_folder)
        form = QVBoxLayout()
        form.setSpacing(FIELD_TO_FIELD)
        form.addWidget(self.kind)
        form.addWidget(self._about)
        form.addWidget(self._choices)
        self._names_field = Field(self.tr("File names"), self.names)
        form.addLayout(self._names_field)
        form.addLayout(Field(self.tr("Folder"), self.where, choose))
        self.preview = ClipPreview(self._session)
        across = row(spacing=24)
        across.addLayout(form, 1)
        across.addWidget(self.preview)
        self.body.addLayout(across, 1)

    def _build_formats(self) -> QWidget:
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        language = chosen_language(self._session.settings.language)
        own = self._session.document.review.card.format
        self.formats: dict[str, QCheckBox] = {}
        for one in all_formats():
            box = QCheckBox(f"{one.name(language)} · {one.width} × {one.height}")
            box.setChecked(one.id == own)
            box.toggled.connect(self._refresh)
            self.formats[one.id] = box
            inner.addWidget(box)
        inner.addStretch(1)
        return page

    def _build_clip(self) -> QWidget:
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(FIELD_TO_FIELD)
        self.motion = Choice(
            (
                (Motion.WIPE, self.tr("Slider reveals the photo")),
                (Motion.BLINK, self.tr("Before and after, blinking")),
                (Motion.ZOOM, self.tr("Close to each difference")),
                (Motion.CHECKLIST, self.tr("Verdicts stamped one by one")),
                (Motion.STORY, self.tr("All of it as a story")),
            )
        )
        seconds = [(float(s), self.tr("%n second(s)", "", s)) for s in _LENGTHS]
        self.length = Choice([(None, self.tr("As long as it takes")), *seconds])
        self.file_kind = Choice(
            ((".mp4", self.tr("Video (MP4)")), (".webp", "WebP"), (".gif", "GIF"))
        )
        for title, control in (
            (self.tr("Motion"), self.motion),
            (self.tr("Length"), self.length),
            (self.tr("Kind of file"), self.file_kind),
        ):
            inner.addLayout(Field(title, control))
        self.motion.currentIndexChanged.connect(self._show_clip)
        self.length.currentIndexChanged.connect(self._show_clip)
        inner.addStretch(1)
        return page

    def _build_result(self) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.told = ElidedLabel("", "secondary")
        self.show_folder = button(self.tr("Show in folder"), kind="tertiary")
        self.show_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
        )
        line = row(spacing=8)
        line.addWidget(self.told, 1)
        line.addWidget(self.show_folder)
        self.body.addWidget(self.bar)
        self.body.addLayout(line)
        for widget in (self.bar, self.show_folder):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing jumps when it begins
            widget.setSizePolicy(policy)
            widget.hide()

    def _build_buttons(self) -> None:
        self.close_ = button(self.tr("Close"))
        self.close_.clicked.connect(self.reject)
        self.export = button(self.tr("Export"), "download", "primary")
        self.export.clicked.connect(self._begin)
        self.add_button(self.close_)
        self.add_button(self.export)

    # --- showing ----------------------------------------------------------------------------------

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
        self._choices.setCurrentIndex(1 if kind == CLIP else 0)
        for box in self.formats.values():
            box.setVisible(kind in {CAROUSEL, CARDS})
        self.names.setText(_PATTERNS[kind])
        self.preview.setVisible(kind == CLIP)
        self._show_clip()
        self._refresh()
        self.setMinimumWidth(_WIDTH + 48 + (_PREVIEW if kind == CLIP else 0))
        self.adjustSize()

    def _show_clip(self) -> None:
        if self.kind.key != CLIP:
            self.preview.stop()
            return
        review = card_review(self._session)
        language = card_language(self._session, review)
        seconds = self.length.currentData()
        self.preview.play(review, language, Motion(self.motion.currentData()), seconds)

    def _refresh(self) -> None:
        ticked = self.kind.key in {OVERLAYS, CLIP} or bool(self._ticked())
        self.export.setEnabled(self._task is None and ticked)
        self.export.setToolTip("" if ticked else self.tr("Tick a format first."))

    def _ticked(self) -> list[str]:
        return [name for name, box in self.formats.items() if box.isChecked()]

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder"), str(self.folder))
        if found:
            self.folder = Path(found)
            self.where.set_whole_text(found)

    # --- exporting --------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._make = self._maker()
        self._run(overwrite=False)

    def _maker(self) -> Make:
        """What was chosen, as work for another thread."""
        review = card_review(self._session)
        language = card_language(self._session, review)
        library = Deferred(self._session.originals)
        kind, folder, names = self.kind.key, self.folder, self.names.text()
        if kind == CLIP:
            motion, suffix = Motion(self.motion.currentData()), self.file_kind.currentData()
            words = {"product": plain_words(review.product.name) or "clip"}
            words |= {"format": review.card.format, "what": motion.value}
            name = _filled(names, words)
            seconds = self.length.currentData()
            return lambda overwrite, progress: export_clip(
                library,
                review,
                folder / f"{name}{suffix}",
                language=language,
                motion=motion,
                seconds=seconds,
                overwrite=overwrite,
                progress=progress,
            )
        if kind == OVERLAYS:
            return lambda overwrite, progress: overlays.export_overlays(
                library,
                review,
                folder,
                language=language,
                pattern=names,
                overwrite=overwrite,
                progress=progress,
            )
        ticked = self._ticked()
        return lambda overwrite, progress: carousel.export_carousel(
            library,
            review,
            folder,
            language=language,
            formats=ticked,
            pattern=names,
            only_cover=kind == CARDS,
            overwrite=overwrite,
            progress=progress,
        )

    def _run(self, overwrite: bool) -> None:
        assert self._make is not None
        self.preview.stop()
        self.show_folder.hide()
        self.told.set_whole_text("")
        self.bar.setRange(0, 0)
        self.bar.show()
        self.close_.setText(self.tr("Cancel"))
        self._task = self._session.tasks.run(
            partial(self._make, overwrite),
            self._on_exported,
            self._on_failed,
            self._on_progress,
            self._on_finished,
        )
        self._refresh()

    def _on_progress(self, done: int, total: int, what: str) -> None:
        if self._task is None:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.told.set_whole_text(what)

    def _on_exported(self, made: Exported) -> None:
        self._session.on_library(lambda library: keep_records(library, made.records))
        paths = tuple(Path(record.path) for record in made.records)
        count = self.tr("%n file(s) in {folder}", "", len(paths))
        self.told.set_whole_text(count.format(folder=self.folder.name))
        self.show_folder.show()
        self.exported.emit(paths)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, KnownError) and error.kind is ErrorKind.FILE_EXISTS:
            if self._may_replace(error):
                self._run(overwrite=True)
            return
        self.told.set_whole_text(tell(error))

    def _may_replace(self, error: KnownError) -> bool:
        name = error.file.name if error.file else ""
        return Question(
            self.tr("Replace the files that are there?"),
            self.tr("%1 and maybe others are in this folder already.").replace("%1", name),
            self.tr("Replace"),
            self.tr("Keep them"),
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
            self.told.set_whole_text(self.tr("Stopped. Nothing was written."))
        self._refresh()

    def reject(self) -> None:
        """Stop what is under way; without that, close."""
        if self._task is not None:
            self._task.cancel()
            self.told.set_whole_text(self.tr("Stopping …"))
            return
        self.preview.stop()
        super().reject()


def _filled(pattern: str, words: dict[str, str]) -> str:
    """A clip's name: what isn't known in it stays away."""
    for name, value in words.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    kept = "".join(c if c.isalnum() or c in "-_. " else "-" for c in pattern)
    return kept.strip(" -.") or "clip"
