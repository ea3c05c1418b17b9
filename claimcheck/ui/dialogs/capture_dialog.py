"""What a product page says, to look over before it becomes a listing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from claimcheck.capture.fetch import Fetched, fetch
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.icons import pixmap
from claimcheck.ui.language import tell
from claimcheck.ui.panels.page_form import PageForm
from claimcheck.ui.panels.page_gallery import PageGallery
from claimcheck.ui.panels.page_promises import PagePromises
from claimcheck.ui.panels.parts import DownScroll, column, row, surface
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import ElidedLabel, button, dividing_line, label
from claimcheck.workflow.page_source import Capture, open_page, page_of
from claimcheck.workflow.progress import Progress

WIDTH, HEIGHT, FORM_WIDTH = 1000, 680, 360
_BUSY, _TROUBLE, _PAGE = range(3)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user took of a page."""

    capture: Capture
    """With the fields as the user left them, and the previews that were fetched."""
    pictures: tuple[str, ...]
    """Addresses, in the order of the page."""
    promises: tuple[str, ...]


class CaptureDialog(FramedDialog):
    """Reads a saved page, or fetches an address; nothing is kept until “Add to review”."""

    chosen = Signal(object)
    """A ``Chosen``."""
    was_picture = Signal(object)
    """The address gave a picture, not a page: what was ``Fetched``."""

    def __init__(self, session: Session, source: Path | str, parent: QWidget | None = None) -> None:
        """``source`` is a saved page, or a web address."""
        super().__init__("", parent)
        self.set_title(self.tr("Listing from a page"))
        self._session, self._source = session, source
        self._capture: Capture | None = None
        self._task: Task[Capture | Fetched] | None = None
        self.form = PageForm()
        self.gallery = PageGallery(session)
        self.promises = PagePromises()
        self._pages = QStackedWidget()
        for page in (self._build_busy(), self._build_trouble(), self._build_page()):
            self._pages.addWidget(page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._pages, 1)
        self._build_buttons()
        screen = self.screen().availableSize()
        self.resize(min(WIDTH, screen.width() - 80), min(HEIGHT, screen.height() - 80))
        self.gallery.changed.connect(self._tell_fetching)
        self._read(allow_private=False)

    @property
    def ready(self) -> bool:
        """Whether the page is read and in view."""
        return self._pages.currentIndex() == _PAGE

    @property
    def trouble(self) -> str:
        """Why the page can't be read, or nothing."""
        return self._trouble.text() if self._pages.currentIndex() == _TROUBLE else ""

    def accept(self) -> None:
        """Hand over what is ticked, and close."""
        if self._capture is None:
            return
        page = self.form.filled(self._capture.page)
        fetched = {**page.embedded, **self.gallery.fetched}
        capture = replace(self._capture, page=replace(page, embedded=MappingProxyType(fetched)))
        self.chosen.emit(Chosen(capture, self.gallery.ticked, self.promises.ticked))
        super().accept()

    def done(self, result: int) -> None:
        """Stop what is under way, whichever way the dialog closes."""
        if self._task is not None:
            self._task.cancel()
        self.gallery.stop()
        super().done(result)

    # --- reading ----------------------------------------------------------------------------------

    def _read(self, allow_private: bool) -> None:
        source, self._allow_private = self._source, allow_private
        name = source.name if isinstance(source, Path) else source
        self._busy_words.set_whole_text(
            self.tr("Reading {file} …").format(file=name)
            if isinstance(source, Path)
            else self.tr("Fetching {address} …").format(address=name)
        )
        self._pages.setCurrentIndex(_BUSY)
        self._show_buttons()

        def work(progress: Progress) -> Capture | Fetched:
            if isinstance(source, Path):
                return open_page(source)
            fetched = fetch(source, allow_private=allow_private, progress=progress)
            return fetched if fetched.is_picture else page_of(fetched)

        self._task = self._session.tasks.run(work, self._show, self._fail, self._on_progress)

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        self._bar.setRange(0, total if done else 0)
        self._bar.setValue(done)

    def _show(self, read: Capture | Fetched) -> None:
        if isinstance(read, Fetched):
            self.was_picture.emit(read)
            super().accept()
            return
        self._capture = read
        self.form.show_page(read.page)
        self.gallery.show_pictures(read, self._allow_private)
        self.promises.show_promises(read.page.promises)
        self._pages.setCurrentIndex(_PAGE)
        self._tell_fetching()
        self._show_buttons()

    def _fail(self, error: Exception) -> None:
        self._trouble.setText(tell(error))
        self._pages.setCurrentIndex(_TROUBLE)
        self._show_buttons()
        private = isinstance(error, KnownError) and error.kind is ErrorKind.ADDRESS_PRIVATE
        self.anyway.setVisible(private)

    # --- building ---------------------------------------------------------------------------------

    def _build_busy(self) -> QWidget:
        page = QWidget()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._busy_words = ElidedLabel(role="secondary")
        self._busy_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = column(None, self._busy_words, self._bar, None)
        inside.setContentsMargins(160, 24, 160, 24)
        page.setLayout(inside)
        return page

    def _build_trouble(self) -> QWidget:
        page = QWidget()
        sign = QLabel()
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        colour = theme().tokens.text_2
        name = "file-x" if isinstance(self._source, Path) else "globe-x"
        sign.setPixmap(pixmap(name, 40, colour, self.devicePixelRatioF() or 1.0))
        self._trouble = label("", "", wrap=True)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = column(None, sign, self._trouble, None, spacing=16)
        inside.setContentsMargins(200, 24, 200, 24)
        page.setLayout(inside)
        return page

    def _build_page(self) -> QWidget:
        page = QWidget()
        side = surface(FORM_WIDTH)
        side.setLayout(column(DownScroll(self.form), spacing=0))
        rest = QWidget()
        inside = QVBoxLayout(rest)
        inside.setContentsMargins(24, 0, 24, 24)
        inside.setSpacing(24)
        inside.addWidget(self.gallery)
        inside.addWidget(self.promises)
        inside.addStretch(1)
        across = row(side, dividing_line(vertical=True), DownScroll(rest), spacing=0)
        across.setStretch(2, 1)
        page.setLayout(across)
        return page

    def _build_buttons(self) -> None:
        self._note = ElidedLabel(role="meta")
        self._buttons.insertWidget(0, self._note, 99)  # all the room that the buttons leave
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.anyway = button(self.tr("Open it all the same"))
        self.anyway.clicked.connect(lambda: self._read(allow_private=True))
        self.add = button(self.tr("Add to review"), kind="primary")
        self.add.clicked.connect(self.accept)
        for made in (self.cancel, self.anyway, self.add):
            self.add_button(made)

    def _show_buttons(self) -> None:
        self.add.setVisible(self.ready)
        self.anyway.hide()
        self._note.setVisible(self.ready)
        is_over = self._pages.currentIndex() == _TROUBLE
        self.cancel.setText(self.tr("Close") if is_over else self.tr("Cancel"))
        if self.ready:
            self.add.setFocus()  # not “Cancel”, which had it while there was nothing else

    def _tell_fetching(self) -> None:
        count = self.gallery.to_fetch
        self._note.set_whole_text(
            self.tr("%n ticked picture(s) will be fetched from the web.", "", count)
            if count
            else self.tr("The page itself is kept as evidence, with time and address.")
        )
