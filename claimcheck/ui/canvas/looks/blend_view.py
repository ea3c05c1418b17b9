"""One view on both pictures: zooms and pans as the others do; the wipe's line is dragged in it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QImage, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from claimcheck.imaging.differing.difference_view import coloured, difference_map
from claimcheck.imaging.pixels import RGB
from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.looks.blend import BlendItem
from claimcheck.ui.canvas.looks.layers import Layers
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.view import PictureView, Pointing
from claimcheck.ui.images import to_qimage
from claimcheck.ui.tasks import Task, TaskRunner
from claimcheck.workflow.progress import Progress

Paint = Callable[[QPainter, QRectF, float], None]

_SETTLED_MS = 120
_DIFFERENCE_PX = 900
"""Longer side of what the difference is computed of."""
SLOWEST_MS, QUICKEST_MS = 2000, 150


class BlendView(PictureView):
    """Shows a ``BlendItem``; its scene has the listing image's size and nothing else."""

    changed = Signal()
    """Wipe, opacity or rate is another one."""

    def __init__(self, layers: Layers, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(PictureScene(Role.LISTING), parent)
        self.item = BlendItem(layers)
        self.picture_scene.addItem(self.item)
        self.picture_scene.picture.hide()
        self.period_ms = 600
        self._tasks = tasks
        self._task: Task[QImage] | None = None
        self._dragging = False
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._compute)
        self.reframed.connect(self._on_reframed)
        self.pressed.connect(self._on_pressed)
        self.moved.connect(self._on_moved)
        self.released.connect(self._on_released)
        self.setAccessibleName(self.tr("Both pictures"))

    def show_look(self, look: Look) -> None:
        """Paint this way from now on."""
        self.item.look = look
        self.item.shows_photo = False
        self.item.pointer = None
        self._run_timer()
        self._run_difference()
        self._show_cursor()
        self.item.update()

    def refresh(self) -> None:
        """The pictures, or how they lie on each other, are others than before."""
        scene, listing = self.picture_scene, self.item.layers.listing
        if scene.evidence != listing.evidence:
            scene.evidence = listing.evidence
            self.item.prepareGeometryChange()
            self.fit()
        self.item.difference = None
        self._run_difference()
        self.item.update()

    # --- what the sliders say ---------------------------------------------------------------------

    def set_wiped(self, share: float) -> None:
        """Put the line at this share of the way."""
        self.item.wiped = min(max(share, 0.0), 1.0)
        self.item.update()
        self.changed.emit()

    def turn_line(self) -> None:
        """Wipe the other way."""
        self.item.across = not self.item.across
        self._show_cursor()
        self.item.update()

    def set_opacity(self, share: float) -> None:
        """How much of the photo shows."""
        self.item.opacity_of_photo = min(max(share, 0.0), 1.0)
        self.item.update()
        self.changed.emit()

    def set_period(self, period_ms: float) -> None:
        """How long each picture is shown while blinking."""
        self.period_ms = round(min(max(period_ms, QUICKEST_MS), SLOWEST_MS))
        self._run_timer()
        self.changed.emit()

    def step(self, way: int) -> None:
        """More or less of whatever this look has a slider for."""
        if self.item.look is Look.WIPE:
            self.set_wiped(self.item.wiped + 0.05 * way)
        elif self.item.look is Look.ONION:
            self.set_opacity(self.item.opacity_of_photo + 0.1 * way)
        elif self.item.look is Look.BLINK:
            self.set_period(self.period_ms / 1.25**way)

    # --- mouse ------------------------------------------------------------------------------------

    def _on_pressed(self, at: Pointing) -> None:
        if self.item.look is Look.WIPE:
            self._dragging = True
            self._wipe_to(at)
        elif self.item.look is Look.BLINK:  # hold it on the other picture
            self._blink.stop()
            self._turn()

    def _on_moved(self, at: Pointing) -> None:
        if self._dragging:
            self._wipe_to(at)
        elif self.item.look is Look.LOUPE:
            self.item.pointer = at.point
            self.viewport().update()

    def _on_released(self, _at: Pointing) -> None:
        self._dragging = False
        self._run_timer()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setFocus()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.item.pointer = None
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {"[": -1, "]": 1}.get(event.text())
        if step is None:
            super().keyPressEvent(event)
            return
        self.step(step)
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._blink.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_timer()

    def _wipe_to(self, at: Pointing) -> None:
        width, height = self.picture_size
        self.set_wiped(at.point.x / width if self.item.across else at.point.y / height)

    def _show_cursor(self) -> None:
        cursors = {
            Look.WIPE: Qt.CursorShape.SplitHCursor
            if self.item.across
            else Qt.CursorShape.SplitVCursor,
            Look.LOUPE: Qt.CursorShape.CrossCursor,
        }
        self.show_cursor(cursors.get(self.item.look, Qt.CursorShape.ArrowCursor))

    # --- blinking ---------------------------------------------------------------------------------

    def _run_timer(self) -> None:
        if self.item.look is Look.BLINK and self.isVisible():
            self._blink.start(self.period_ms)
        else:
            self._blink.stop()

    def _turn(self) -> None:
        self.item.shows_photo = not self.item.shows_photo
        self.item.update()

    # --- the difference map -----------------------------------------------------------------------

    def _on_reframed(self) -> None:
        self._run_difference()
        if self.item.look is Look.LOUPE:
            self.viewport().update()

    def _run_difference(self) -> None:
        if self.item.look is Look.DIFFERENCE:
            self._settled.start()

    def seen(self) -> QRectF:
        """The part of the listing image in view, in its pixels."""
        inverted, _ = self.viewportTransform().inverted()
        whole = QRectF(0, 0, *self.picture_size)
        return inverted.mapRect(QRectF(self.viewport().rect())).intersected(whole)

    def _compute(self) -> None:
        """Paint both layers as they are seen, and compare them elsewhere."""
        if self._task is not None:
            self._task.cancel()
        seen, layers = self.seen(), self.item.layers
        if seen.isEmpty() or self.item.look is not Look.DIFFERENCE or not self.isVisible():
            return
        scale = min(
            self.framing.scale * self.devicePixelRatioF(),
            _DIFFERENCE_PX / max(seen.width(), seen.height()),
        )
        listing = _pixels(_layer(layers.paint_listing, seen, scale))
        photo = _pixels(_layer(layers.paint_photo, seen, scale))

        def work(progress: Progress) -> QImage:
            progress(0, 1, "")
            visible = (photo[..., 3] == 255) & (listing[..., 3] == 255)
            shop: RGB = np.ascontiguousarray(listing[..., :3])
            own: RGB = np.ascontiguousarray(photo[..., :3])
            return to_qimage(coloured(shop, difference_map(shop, own, visible)))

        def show(image: QImage) -> None:
            self.item.difference = (seen, image)
            self.item.update()

        self._task = self._tasks.run(work, show)


def _layer(paint: Paint, seen: QRectF, scale: float) -> QImage:
    width, height = max(1, round(seen.width() * scale)), max(1, round(seen.height() * scale))
    image = QImage(width, height, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(width / seen.width(), height / seen.height())
    painter.translate(-seen.topLeft())
    paint(painter, seen, scale)
    painter.end()
    return image


def _pixels(image: QImage) -> NDArray[np.uint8]:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()
