"""The frames between two framings: zooming over many marks stays smooth.

Painting five hundred marks takes a tenth of a second, a frame has sixteen milliseconds. While the
zoom moves, the picture is painted sharp from its tiles and all marks from one image of them, made
beforehand. Once it rests, the view paints itself as ever, band by band, so that nothing waits.
With few marks in view nothing of this happens: they are simply painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView

from claimcheck.ui.canvas.items import MarkItem
from claimcheck.ui.canvas.overview import ASCENDING, MarksOverview
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.slices import paint_item

MANY = 20
"""More marks than these in view are not painted anew for every frame of a zoom."""
SETTLED_MS = 100
"""After so long without a move the zoom rests."""

_IDLE_MS = 250
_SLICE_MS = 6.0
_MARKS_A_BAND = 50
_LOWEST_BAND_PX = 40


class Gliding(QObject):
    """Stands in for the view's own painting as long as the zoom moves over many marks."""

    def __init__(self, view: QGraphicsView, scene: PictureScene) -> None:
        super().__init__(view)
        self._view, self._scene = view, scene
        self._overview: MarksOverview | None = None
        self._moving = self._rough = False
        self._left, self._asked = QRegion(), QRegion()
        self._settled = self._timer(SETTLED_MS, self._settle)
        self._band = self._timer(0, self._ask_for_band)
        self._idle = self._timer(_IDLE_MS, self._prepare)
        self._slice = self._timer(0, self._paint_slice)

    @property
    def is_moving(self) -> bool:
        """Whether the zoom changed a moment ago, or what came of it isn't all painted yet."""
        return self._moving or not self._left.isEmpty()

    @property
    def is_rough(self) -> bool:
        """Whether something on the screen is still to be painted as it ought to be."""
        return self._rough

    def move(self) -> None:
        """The zoom is another one."""
        self._moving, self._left, self._asked = True, QRegion(), QRegion()
        self._settled.start()

    def scroll(self, dx: int, dy: int) -> None:
        """The pixels in the viewport move along, also those that are still rough."""
        whole = self._view.viewport().rect()
        self._left = self._left.translated(dx, dy).intersected(whole)
        self._asked = self._asked.translated(dx, dy).intersected(whole)

    def paint(self, event: QPaintEvent) -> bool:
        """Paint the viewport, unless the view is to do that by itself."""
        if self._moving:
            seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
            items = self._items_in(seen)
            if sum(isinstance(item, MarkItem) for item in items) > MANY:
                self._paint_roughly(items, seen)
                self._rough = True
                return True
        elif self._left.isEmpty():
            self._idle.start()
        else:
            self._check_off(event.region())
        return False

    # --- while it moves ---------------------------------------------------------------------------

    def _items_in(self, seen: QRectF) -> list[QGraphicsItem]:
        by_bounds = Qt.ItemSelectionMode.IntersectsItemBoundingRect
        return self._scene.items(seen, by_bounds, ASCENDING)

    def _paint_roughly(self, items: Sequence[QGraphicsItem], seen: QRectF) -> None:
        overview = self._current_overview()
        overview.slices.go_on()
        to_screen = self._view.viewportTransform()
        painter = QPainter(self._view.viewport())
        painter.setRenderHints(self._view.renderHints())
        painter.fillRect(self._view.viewport().rect(), self._view.backgroundBrush())
        marked = False
        for item in items:
            if not isinstance(item, MarkItem):
                paint_item(painter, item, to_screen, seen)
            elif not marked:  # the lowest; between two marks lies nothing else
                marked = True
                painter.save()
                painter.setWorldTransform(to_screen)
                overview.paint(painter, seen, to_screen.m11() * self._view.devicePixelRatioF())
                painter.restore()
        painter.end()

    def _current_overview(self) -> MarksOverview:
        if self._overview is None or not self._overview.is_of(self._scene):
            self._overview = MarksOverview(self._scene, self._view.renderHints())
        return self._overview

    # --- when it rests ----------------------------------------------------------------------------

    def _settle(self) -> None:
        self._moving = False
        if self._rough:
            self._left = QRegion(self._view.viewport().rect())
            self._ask_for_band()

    def _ask_for_band(self) -> None:
        """Have the uppermost part of what is left painted; then comes the next turn of others."""
        box, whole = self._left.boundingRect(), self._view.viewport().rect()
        bands = len(self._view.items(whole)) // _MARKS_A_BAND + 1
        height = max(whole.height() // bands, _LOWEST_BAND_PX)
        band = QRect(box.x(), box.y(), box.width(), height)
        self._asked = self._left.intersected(band)
        self._view.viewport().update(self._asked)

    def _check_off(self, painted: QRegion) -> None:
        whole = QRegion(self._view.viewport().rect())
        # All of it, unasked: that is an image of the view, and the screen is as rough as before.
        if whole.subtracted(painted).isEmpty():
            painted = self._asked
        self._left, self._asked = self._left.subtracted(painted), QRegion()
        if self._left.isEmpty():
            self._rough = False
            self._idle.start()
        else:
            self._band.start()

    # --- in spare time ----------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Make the image that the next zoom will need."""
        if len(self._scene.marks) <= MANY:
            self._overview = None
        elif not self._current_overview().slices.is_done:
            self._slice.start()

    def _paint_slice(self) -> None:
        overview = self._overview
        if overview is None or not overview.is_of(self._scene):
            return
        if not overview.slices.go_on(_SLICE_MS):
            self._slice.start()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer
