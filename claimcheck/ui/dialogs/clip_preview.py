"""A clip playing at reduced size, composed frame by frame off the GUI thread."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimcheck.cards.clip import Clip, Motion
from claimcheck.imaging.pixels import RGB
from claimcheck.model.review import Review
from claimcheck.ui.dialogs.film_dialog import FilmScreen
from claimcheck.ui.images import to_qimage
from claimcheck.ui.language import tell
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import label
from claimcheck.workflow.card import house_style
from claimcheck.workflow.clip import plan_clip, render_clip

_FRAME_MS = 33
_LONGEST_SIDE = 480


class ClipPreview(QWidget):
    """Plays in real time: a frame that comes late is left out, so the clip keeps its pace."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clip: Clip | None = None
        self._round = 0
        """Raised when something else is played: what is on its way for the old one is dropped."""
        self._began = 0.0
        self._busy = False
        self.shown = 0
        """Frames that were shown of this clip."""
        self.screen_ = FilmScreen()
        self.trouble = label("", "secondary", wrap=True)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._next)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.screen_, 1)
        inner.addWidget(self.trouble)
        self.trouble.hide()
        self.setFixedWidth(270)

    def sizeHint(self) -> QSize:
        return QSize(270, _LONGEST_SIDE)

    @property
    def is_playing(self) -> bool:
        """Whether a clip is moving here."""
        return self._clip is not None

    def play(self, review: Review, language: str, motion: Motion, seconds: float | None) -> None:
        """Prepare a clip, then play it over and over."""
        self.stop()
        self.trouble.hide()
        self.screen_.show_words(self.tr("Getting the clip ready …"))
        number, originals = self._round, self._session.originals

        def work(_progress: object) -> Clip:
            style = house_style(originals.folder.parent)
            plan = plan_clip(review, language=language, motion=motion, seconds=seconds, style=style)
            return render_clip(originals, review, plan)

        def ready(clip: Clip) -> None:
            if number == self._round:
                self._clip, self._began, self.shown = clip, time.monotonic(), 0
                self._timer.start()

        self._session.tasks.run(work, ready, lambda error: self._fail(number, error))

    def stop(self) -> None:
        """Nothing moves any more."""
        self._round += 1
        self._timer.stop()
        self._clip = None

    def _next(self) -> None:
        clip = self._clip
        if clip is None or self._busy:
            return
        self._busy = True
        number = self._round
        t = (time.monotonic() - self._began) % (clip.frame_count / clip.fps)
        width, height = clip.size
        scale = self.devicePixelRatioF() * min(self.width() / width, _LONGEST_SIDE / height)
        across = max(2 * round(min(scale, 1.0) * width / 2), 2)

        def show(rgb: RGB) -> None:
            if number == self._round:
                self.shown += 1
                self.screen_.show_picture(to_qimage(rgb))

        self._session.tasks.run(
            lambda _progress: clip.preview_at(t, across),
            show,
            lambda error: self._fail(number, error),
            finished=self._free,
        )

    def _free(self) -> None:
        self._busy = False

    def _fail(self, number: int, error: Exception) -> None:
        if number != self._round:
            return
        self.stop()
        self.screen_.show_words("")
        self.trouble.setText(tell(error))
        self.trouble.show()
