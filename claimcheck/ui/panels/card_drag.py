"""The finished card, dragged out of the window into another program.

The file is made off the GUI thread as soon as the mouse takes hold; the drag begins when it is
there and the mouse has moved.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from claimcheck.model.review import Review
from claimcheck.ui.panels.card_render import card_language, card_review, missing_side
from claimcheck.ui.session import Session
from claimcheck.workflow.dragged_out import export_to_drag
from claimcheck.workflow.exports import Exported, keep_records
from claimcheck.workflow.file_sets import plain_words

_PIXMAP_HEIGHT = 160


class CardDrag(QObject):
    """Watches the widgets by which the card may be taken."""

    dropped = Signal(object)
    """The path of the file that another program took."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ready: tuple[Review, str, Exported, QImage] | None = None
        self._making: tuple[Review, str] | None = None
        self._pressed: tuple[QWidget, QPointF] | None = None
        self._waiting: QWidget | None = None
        """The mouse has moved, and the file isn't there yet."""

    def watch(self, widget: QWidget) -> None:
        """Let the card be dragged from ``widget``."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Enter and isinstance(watched, QWidget) and watched.isEnabled():
            if watched.property("drags-card"):
                self.prepare()
        elif isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._mouse(watched, event)
        return False

    def _mouse(self, watched: QWidget, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            if not watched.isEnabled() or not self._is_complete:
                return False
            self._pressed = watched, event.position()
            self.prepare()
            return bool(watched.property("drags-card"))
        if kind == QEvent.Type.MouseMove and self._pressed is not None:
            far = (event.position() - self._pressed[1]).manhattanLength()
            if far >= QApplication.startDragDistance() and self._waiting is None:
                self._waiting = watched
                self._begin_when_ready()
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._let_go()
        return False

    @property
    def _is_complete(self) -> bool:
        document = self._session.document
        return document.is_open and missing_side(document.review) is None

    def _wanted(self) -> tuple[Review, str]:
        review = card_review(self._session)
        return review, card_language(self._session, review)

    def prepare(self) -> None:
        """Make the file of the card as it is now, unless it is there or on its way."""
        if not self._is_complete:
            return
        wanted = self._wanted()
        if self._making == wanted or (self._ready is not None and self._ready[:2] == wanted):
            return
        self._making = wanted
        review, language = wanted
        originals, name = self._session.originals, file_name_of(review)

        def work(progress: object) -> tuple[Exported, QImage]:
            del progress  # nobody waits for so little
            made = export_to_drag(originals, review, name, language=language)
            return made, QImage(made.record.path)

        def ready(made: tuple[Exported, QImage]) -> None:
            if self._making == wanted:
                self._making, self._ready = None, (*wanted, *made)
                self._begin_when_ready()

        self._session.tasks.run(work, ready, lambda error: self._fail(wanted, error))

    def _begin_when_ready(self) -> None:
        if self._waiting is None:
            return
        if self._ready is None or self._ready[:2] != self._wanted():
            self._waiting.setCursor(Qt.CursorShape.BusyCursor)
            self.prepare()
            return
        source, made, image = self._waiting, self._ready[2], self._ready[3]
        self._let_go()
        self._drag(source, made, image)

    def _drag(self, source: QWidget, made: Exported, image: QImage) -> None:
        path = Path(made.record.path)
        drag = QDrag(source)
        drag.setMimeData(mime_of(path, image))
        small = image.scaledToHeight(_PIXMAP_HEIGHT, Qt.TransformationMode.SmoothTransformation)
        drag.setPixmap(QPixmap.fromImage(small))
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.IgnoreAction:
            return
        # On record is what left the window, not what was only on its way.
        self._ready = None
        self._session.on_library(lambda library: keep_records(library, made.records))
        self.dropped.emit(path)

    def _let_go(self) -> None:
        if self._waiting is not None:
            self._waiting.unsetCursor()
        self._pressed = self._waiting = None

    def _fail(self, wanted: tuple[Review, str], error: Exception) -> None:
        if self._making == wanted:
            self._making = None
            self._let_go()
            self._session.problems.emit([error])


def mime_of(path: Path, image: QImage) -> QMimeData:
    """A finished card for any program: its file, and its pixels for those that take no files."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setImageData(image)
    return mime


def file_name_of(review: Review) -> str:
    """``hair-growth-gummies-tiktok.jpg``, safe on every system."""
    return f"{plain_words(review.product.name) or 'card'}-{review.card.format}.jpg"
