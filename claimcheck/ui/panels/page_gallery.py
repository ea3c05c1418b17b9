"""The pictures of a page, the largest first, to tick those that are evidence."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from claimcheck.capture.fetch import fetch
from claimcheck.capture.page import PageImage
from claimcheck.errors import KnownError
from claimcheck.imaging.files.guarded import examination
from claimcheck.imaging.files.probe import PictureInfo
from claimcheck.model.kinds import Origin
from claimcheck.ui.icons import paint_icon
from claimcheck.ui.panels.parts import Flowing
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.workflow.page_source import Capture
from claimcheck.workflow.progress import Progress

log = logging.getLogger(__name__)

TILE, _TEXT, _TICK = 132, 22, 22
SHOWN_AT_MOST = 24
TICKED_AT_FIRST = 4


class Tile(QAbstractButton):
    """One picture with its size; checked when it will come along."""

    def __init__(self, image: PageImage, at_hand: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image, self.at_hand = image, at_hand
        self._picture = QPixmap()
        self.setCheckable(True)
        self.setFixedSize(TILE, TILE + _TEXT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(image.url if "://" in image.url else "")
        self._size = f"{image.width} × {image.height}" if image.width and image.height else ""
        self._name()

    def set_picture(self, picture: QImage, width: int, height: int) -> None:
        """Show what it is, with its real size."""
        self._picture, self._size = QPixmap.fromImage(picture), f"{width} × {height}"
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(TILE, TILE + _TEXT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme().tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(1, 1, TILE - 2, TILE - 2)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 8, 8)
        painter.fillPath(shape, colours.colour("raised"))
        if self._picture.isNull():
            paint_icon(painter, "image", TILE // 2 - 14, TILE // 2 - 14, 28, colours.text_2)
        else:
            size = self._picture.size().scaled(
                QSize(TILE - 10, TILE - 10), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(frame.center())
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        edge = "text" if self.isChecked() else "control" if self.underMouse() else "line"
        painter.setPen(QPen(colours.colour(edge), 2 if self.isChecked() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 6, 6)
        self._paint_tick(painter)
        painter.setFont(inter(12, 400))
        painter.setPen(colours.colour("text_2"))
        words = QRectF(0, TILE + 2, TILE, _TEXT - 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._size)

    def _paint_tick(self, painter: QPainter) -> None:
        colours = theme().tokens
        box = QRectF(TILE - _TICK - 7, 7, _TICK, _TICK)
        painter.setPen(QPen(colours.colour("control"), 1))
        painter.setBrush(colours.colour("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 6, 6)
        if self.isChecked():
            x, y = int(box.x()) + 3, int(box.y()) + 3
            paint_icon(painter, "check", x, y, 16, colours.on_primary)

    def _name(self) -> None:
        words = self.tr("Picture {size}").format(size=self._size).strip()
        self.setAccessibleName(words)
        self.setText(words)


class PageGallery(QWidget):
    """Pictures that came with the page are shown at once; others only when asked for."""

    changed = Signal()
    """Another choice of pictures."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks: list[Task[_Preview | None]] = []
        self._allow_private = False
        self._fetched: dict[str, bytes] = {}
        self.tiles: list[Tile] = []
        self._count = label("", "count")
        self.load = button(self.tr("Load previews"), "image", "tertiary")
        self.load.clicked.connect(self._load_previews)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Pictures"), "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.load)
        self._none = label(self.tr("The page shows no picture of the product."), "secondary")
        self._flow = Flowing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self._flow)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Addresses of the ticked ones, in the order of the page."""
        return tuple(tile.image.url for tile in self.tiles if tile.isChecked())

    @property
    def to_fetch(self) -> int:
        """How many of the ticked ones are not here yet."""
        return sum(
            1
            for tile in self.tiles
            if tile.isChecked() and not tile.at_hand and tile.image.url not in self._fetched
        )

    @property
    def fetched(self) -> Mapping[str, bytes]:
        """Pictures that were fetched for a preview, by address."""
        return self._fetched

    def show_pictures(self, capture: Capture, allow_private: bool) -> None:
        """Show the pictures of a page; of one from the web, the previews are fetched as well."""
        self._allow_private = allow_private
        for image in capture.page.images[:SHOWN_AT_MOST]:
            tile = Tile(image, capture.has(image.url))
            tile.toggled.connect(self.changed)
            self.tiles.append(tile)
            self._flow.flow.addWidget(tile)
            if tile.at_hand:
                self._show_at_hand(capture, tile)
        here = [tile for tile in self.tiles if tile.at_hand] or self.tiles
        for tile in here[:TICKED_AT_FIRST]:
            tile.setChecked(True)
        self._count.setText(str(len(self.tiles)))
        self._none.setVisible(not self.tiles)
        self.load.setVisible(any(self._is_away(tile) for tile in self.tiles))
        if capture.origin is Origin.WEB:
            self._load_previews()

    def stop(self) -> None:
        """Let go of what is still coming."""
        for task in self._tasks:
            task.cancel()

    def _is_away(self, tile: Tile) -> bool:
        return not tile.at_hand and tile.image.url.startswith(("http://", "https://"))

    def _show_at_hand(self, capture: Capture, tile: Tile) -> None:
        url = tile.image.url
        data = capture.page.embedded.get(url)
        if data is not None:
            self._show(tile, lambda _: data, keep=False)
        else:
            path = capture.beside[url]
            self._show(tile, lambda _: path.read_bytes(), keep=False)

    def _load_previews(self) -> None:
        self.load.hide()
        for tile in self.tiles:
            if self._is_away(tile) and tile.image.url not in self._fetched:
                self._show(tile, partial(_fetched, tile.image.url, self._allow_private), keep=True)

    def _show(self, tile: Tile, get: Callable[[Progress], bytes], keep: bool) -> None:
        name = Path(tile.image.url)

        def work(progress: Progress) -> _Preview | None:
            try:
                data = get(progress)
                seen = examination(data, name).result()
                return _Preview(data, QImage.fromData(seen.small), seen.info)
            except (KnownError, OSError) as error:
                log.info("no preview of %s: %s", name, error)
                return None

        def done(got: _Preview | None) -> None:
            if got is None:
                return
            tile.set_picture(got.picture, got.info.width_px, got.info.height_px)
            if keep:
                self._fetched[tile.image.url] = got.data
                self.changed.emit()

        self._tasks.append(self._session.tasks.run(work, done))


@dataclass(frozen=True, slots=True)
class _Preview:
    data: bytes
    picture: QImage
    info: PictureInfo


def _fetched(url: str, allow_private: bool, progress: Progress) -> bytes:
    return fetch(url, allow_private=allow_private, progress=progress).content
