"""What an export will look like: a still, or a clip in real time, made off the GUI thread."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QLocale, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimcheck.cards.clips.clip import Clip
from claimcheck.imaging.pixels import RGB
from claimcheck.ui.dialogs.film_dialog import FilmScreen
from claimcheck.ui.icons import icon
from claimcheck.ui.images import to_qimage
from claimcheck.ui.language import tell
from claimcheck.ui.panels.parts import row
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import icon_button, label

T = TypeVar("T")

BOX = QSize(270, 480)
"""What a picture may fill; a clip is composed at this size, not at its own."""


class ClipPreview(QWidget):
    """A clip keeps its pace: of frames that come late some are left out, time is never slowed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clip: Clip | None = None
        self._round = 0
        """Raised when something else is shown: what is on its way for the old one is dropped."""
        self._began = 0.0
        self._paused_at: float | None = None
        """Seconds into the clip, while it stands still."""
        self._cost = 0.0
        """Seconds that the last frame took to compose."""
        self._coming: tuple[int, QImage] | None = None
        """The frame that is shown next, and its number since the clip began."""
        self.shown = 0
        """Frames that were shown of this clip."""
        self.frame = 0
        """The number of the one in view, counted from when the clip began."""
        self.screen_ = FilmScreen()
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._present)
        self._build()

    def _build(self) -> None:
        self.pause = icon_button("pause", "")
        self.pause.clicked.connect(self.turn_pause)
        self._time = label("", "secondary")
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.screen_)
        controls = row(spacing=8)
        controls.addWidget(self.pause)
        controls.addWidget(self._time, 1)
        inner.addLayout(controls)
        inner.addStretch(1)
        self.setFixedWidth(BOX.width())
        self._make_room(BOX.width(), BOX.height())
        for control in (self.pause, self._time):
            policy = control.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing moves when a clip begins
            control.setSizePolicy(policy)
        self._show_controls(False)

    @property
    def is_playing(self) -> bool:
        """Whether a clip is moving here."""
        return self._clip is not None and self._paused_at is None

    def play(self, width: int, height: int, prepare: Callable[[], Clip]) -> None:
        """Play a clip of ``width`` × ``height`` over and over, once it is prepared elsewhere.

        Where motion is to be reduced it waits until someone starts it.
        """
        self._begin(self.tr("Getting the clip ready …"), width, height)

        def ready(clip: Clip) -> None:
            self._clip, self._began, self.shown, self._cost = clip, time.monotonic(), 0, 0.0
            self._paused_at = 0.0 if self._session.settings.reduce_motion else None
            self._show_controls(True)
            self._compose()

        self._run(prepare, ready)

    def show_still(self, width: int, height: int, paint: Callable[[float], QImage]) -> None:
        """Show a picture of ``width`` × ``height`` that ``paint`` makes, elsewhere, at a scale."""
        self._begin(self.tr("Getting the picture ready …"), width, height)
        scale = self.screen_.height() * self.devicePixelRatioF() / height
        self._run(lambda: paint(scale), self.screen_.show_picture)

    def stop(self) -> None:
        """Nothing moves any more."""
        self._round += 1
        self._due.stop()
        self._clip = self._paused_at = self._coming = None
        self._show_controls(False)

    def turn_pause(self) -> None:
        """Let a moving clip stand still, or a standing one go on from there."""
        if self._clip is None:
            return
        self._round += 1  # a frame that is on its way is of another time
        if self._paused_at is None:
            self._paused_at = self.frame / self._clip.fps
            self._due.stop()
        else:
            self._began, self._paused_at = time.monotonic() - self._paused_at, None
            self._compose()
        self._show_controls(True)

    # --- frame by frame ---------------------------------------------------------------------------

    def _compose(self) -> None:
        """Make the next frame that can be ready in time."""
        clip = self._clip
        assert clip is not None
        begun = time.monotonic()
        if self._paused_at is None:
            number = math.floor((begun - self._began + self._cost) * clip.fps) + 1
        else:
            number = round(self._paused_at * clip.fps)
        t = number % clip.frame_count / clip.fps
        across = max(2 * round(self.screen_.width() * self.devicePixelRatioF() / 2), 2)

        def ready(rgb: RGB) -> None:
            self._cost = time.monotonic() - begun
            self._coming = number, to_qimage(rgb)
            wait_s = number / clip.fps - (time.monotonic() - self._began)
            self._due.start(max(round(1000 * wait_s), 0) if self._paused_at is None else 0)

        self._run(lambda: clip.preview_at(t, min(across, clip.size[0])), ready)

    def _present(self) -> None:
        if self._clip is None or self._coming is None:
            return
        self.frame, picture = self._coming
        self._coming = None
        self.shown += 1
        self.screen_.show_picture(picture)
        self._tell_time(self._clip)
        if self._paused_at is None:
            self._compose()

    def _tell_time(self, clip: Clip) -> None:
        seconds = clip.frame_count / clip.fps
        now = QLocale().toString(float(int(self.frame / clip.fps % seconds)), "f", 0)
        self._time.setText(
            self.tr("%1 of %2 s").replace("%1", now).replace("%2", f"{QLocale().toString(seconds)}")
        )

    # --- shared -----------------------------------------------------------------------------------

    def _begin(self, words: str, width: int, height: int) -> None:
        self.stop()
        self._make_room(width, height)
        self.screen_.show_picture(QImage())
        self.screen_.show_words(words)

    def _run(self, work: Callable[[], T], ready: Callable[[T], None]) -> None:
        number = self._round

        def land(found: T) -> None:
            if number == self._round:
                ready(found)

        def fail(error: Exception) -> None:
            if number == self._round:
                self._fail(error)

        self._session.tasks.run(lambda _progress: work(), land, fail)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.screen_.show_words(tell(error))

    def _make_room(self, width: int, height: int) -> None:
        size = QSize(width, height).scaled(BOX, Qt.AspectRatioMode.KeepAspectRatio)
        self.screen_.setFixedSize(size)

    def _show_controls(self, shown: bool) -> None:
        self.pause.setVisible(shown)
        self._time.setVisible(shown)
        tip = self.tr("Pause") if self._paused_at is None else self.tr("Play")
        self.pause.setIcon(icon("pause" if self._paused_at is None else "play", 20))
        self.pause.setToolTip(tip)
        self.pause.setAccessibleName(tip)
