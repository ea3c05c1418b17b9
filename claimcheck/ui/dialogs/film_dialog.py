"""A clip, or an animated picture, to scrub through, frame by frame, and to take frames out of."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from claimcheck.capture.animation import open_film
from claimcheck.capture.film import Film, Frame, VideoInfo
from claimcheck.errors import Cancelled
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.images import to_qimage
from claimcheck.ui.language import tell
from claimcheck.ui.panels.film_strip import FilmStrip
from claimcheck.ui.panels.parts import column, row
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import ElidedLabel, button, icon_button, label
from claimcheck.workflow.frames import timecode

PREVIEW_PX = 960
WIDTH, HEIGHT = 860, 770
_PAGE_MS = 1000
_EDGE = 48


class FilmScreen(QWidget):
    """The frame in view, whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.words = ""
        """Why there is no frame yet."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage) -> None:
        """Show another frame."""
        self._picture = picture
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is no frame; a frame that is there stays."""
        self.words = words
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().tokens.colour("canvas"))
        if self._picture.isNull():
            painter.setPen(theme().tokens.colour("text"))
            edge = min(_EDGE, self.width() // 16)
            room = self.rect().adjusted(edge, edge, -edge, -edge)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = self.rect()
        place.setSize(size)
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self._picture)


def _stepped(film: Film, frame: Frame, by: int) -> Frame:
    for _ in range(abs(by)):
        frame = film.step(frame, 1 if by > 0 else -1, PREVIEW_PX)
    return frame


class FilmSlider(QSlider):
    """Leaves the arrow keys to the dialog, which steps by frames; page keys jump a second."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FilmDialog(FramedDialog):
    """Opens a clip off the GUI thread; decodes one frame at a time, the latest asked for.

    A place far off shows the key frame before it at once, and then its own frame, unless another
    place is asked for meanwhile.
    """

    chosen = Signal(list)
    """Times of the frames taken, in seconds, in the order of the clip."""

    def __init__(self, session: Session, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(path.name, parent)
        self._session, self._path = session, path
        self._video: Film | None = None
        self._info: VideoInfo | None = None
        self._frame: Frame | None = None
        self._busy = self._closed = False
        self._wanted: float | int | None = None
        """A time in seconds to go to (float), or a step (int)."""
        self._coming: float | None = None
        """The time whose own frame is decoded while the one before it is in view."""
        self._take_it = False
        """Whether that frame is to be taken when it is there."""
        self.screen_ = FilmScreen()
        self.strip = FilmStrip()
        self._build()
        self._open()

    @property
    def time_s(self) -> float:
        """Of the frame in view, or of the one that comes after a first look."""
        if self._coming is not None:
            return self._coming
        return self._frame.time_s if self._frame else 0.0

    @property
    def trouble(self) -> str:
        """Why the clip can't be shown, or nothing."""
        return self._trouble.text()

    def take_frame(self) -> None:
        """Put the frame in view among those to add; after a first look, the one that comes."""
        self._take_it = self._coming is not None
        if self._frame is not None and not self._take_it:
            self.strip.add(self._frame.time_s, to_qimage(self._frame.rgb))

    def go_to(self, time_s: float) -> None:
        """Show the frame at a time."""
        self._ask(float(time_s))

    def step(self, by: int) -> None:
        """Some frames on, or back; those asked for meanwhile are added up."""
        waiting = self._wanted if isinstance(self._wanted, int) else 0
        self._ask(waiting + by)

    def accept(self) -> None:
        """Hand over what was taken; nothing taken means the frame in view."""
        if self._frame is None:
            return
        self.chosen.emit(self.strip.times or [self.time_s])
        super().accept()

    def done(self, result: int) -> None:
        """Let go of the clip, whichever way the dialog closes; also when it hangs."""
        self._closed = True
        self._close_video()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Comma: -1, Qt.Key.Key_Period: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1,
        }  # fmt: skip
        if event.key() in keys:
            if not (event.isAutoRepeat() and self._busy):  # or it would go on after the key is up
                self.step(keys[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self.take_frame()
        else:
            super().keyPressEvent(event)

    # --- decoding ---------------------------------------------------------------------------------

    def _open(self) -> None:
        self._busy = True

        def work(_progress: object) -> tuple[Film, Frame]:
            video = open_film(self._path)
            try:
                return video, video.frame_at(0.0, PREVIEW_PX)
            except BaseException:
                video.close()
                raise

        self._session.tasks.run(work, self._on_open, self._fail)

    def _on_open(self, opened: tuple[Film, Frame]) -> None:
        self._video, frame = opened
        self._info = self._video.info
        length = max(self._info.duration_s, 1 / max(self._info.frames_per_second, 1.0))
        self.slider.setRange(0, max(1, round(length * 1000)))
        for control in (self.slider, self.back, self.on, self.take, self.add):
            control.setEnabled(True)
        self.slider.setFocus()
        self._show(frame)

    def _ask(self, where: float | int) -> None:
        self._wanted = where
        if not self._busy and self._video is not None:
            self._decode()

    def _decode(self) -> None:
        video, now, where = self._video, self._frame, self._wanted
        if video is None or where is None:
            return
        self._wanted, self._busy = None, True
        if isinstance(where, float):
            self._look(video, where)
        elif now is not None:
            self._session.tasks.run(
                lambda _progress: _stepped(video, now, where), self._show, self._fail
            )

    def _look(self, video: Film, time_s: float) -> None:
        """Show what is quick to show near a time."""
        self._session.tasks.run(
            lambda _progress: video.near(time_s, PREVIEW_PX),
            partial(self._on_near, video, time_s),
            self._fail,
        )

    def _on_near(self, video: Film, time_s: float, near: Frame | None) -> None:
        if near is not None and not self._closed:
            self._coming = time_s
            self._paint(near)
        if self._closed or isinstance(self._wanted, float):
            self._show(None)
        else:
            self._reach(video, time_s)

    def _reach(self, video: Film, time_s: float) -> None:
        """Decode the frame of a time itself, as long as no other is asked for."""

        def is_wanted() -> bool:
            return self._take_it or not isinstance(self._wanted, float)

        def work(_progress: object) -> Frame | None:
            try:
                return video.frame_at(time_s, PREVIEW_PX, is_wanted)
            except Cancelled:
                return None

        self._session.tasks.run(work, self._show, self._fail)

    def _show(self, frame: Frame | None) -> None:
        """What was asked for; ``None`` when it isn't wanted any more."""
        self._busy, self._coming = False, None
        if self._closed:
            self._close_video()
            return
        if frame is not None:
            self._trouble.clear()
            self._paint(frame)
            if not self.slider.isSliderDown():
                self.slider.blockSignals(True)
                self.slider.setValue(round(frame.time_s * 1000))
                self.slider.blockSignals(False)
            if self._take_it:
                self.take_frame()
        if self._wanted is not None:
            self._decode()

    def _paint(self, frame: Frame) -> None:
        self._frame = frame
        self.screen_.show_picture(to_qimage(frame.rgb))
        length = self._info.duration_s if self._info else 0.0
        self._time.setText(f"{timecode(self.time_s)} / {timecode(max(length, self.time_s))}")

    def _fail(self, error: Exception) -> None:
        self._busy, self._coming, self._take_it = False, None, False
        self._trouble.set_whole_text(tell(error))
        if self._frame is None:  # nothing else is to be seen
            self.screen_.show_words(tell(error))
            self._trouble.hide()
        if self._closed:
            self._close_video()

    def _close_video(self) -> None:
        if self._video is not None:
            self._video.close()
            self._video = None

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.slider = FilmSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place in the clip"))
        self.slider.setPageStep(_PAGE_MS)
        self.slider.valueChanged.connect(lambda ms: self.go_to(ms / 1000))
        self.back = icon_button("chevron-left", self.tr("One frame back (,)"))
        self.back.clicked.connect(lambda: self.step(-1))
        self.on = icon_button("chevron-right", self.tr("One frame on (.)"))
        self.on.clicked.connect(lambda: self.step(1))
        self.take = button(self.tr("Take this frame"), "camera")
        self.take.clicked.connect(self.take_frame)
        self._time = label("0:00.000", "secondary")
        self._trouble = ElidedLabel(role="secondary")
        controls = row(self.back, self.on, self.slider, self._time, self.take, spacing=8)
        controls.setStretch(2, 1)
        self.body.setContentsMargins(24, 0, 24, 16)
        self.body.addWidget(self.screen_, 1)
        self.body.addLayout(controls)
        self.body.addLayout(column(self.strip, self._trouble, spacing=4))
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add = button(self.tr("Add to review"), kind="primary")
        self.add.clicked.connect(self.accept)
        for made in (cancel, self.add):
            self.add_button(made)
        for control in (self.slider, self.back, self.on, self.take, self.add):
            control.setEnabled(False)
        room = self.screen().availableSize()
        self.resize(min(WIDTH, room.width() - 80), min(HEIGHT, room.height() - 80))
