"""Pan and zoom with 500 marks on a 48-megapixel photo, beside a plain QGraphicsPixmapItem.

``python benchmarks/canvas.py`` prints milliseconds per painted frame, offscreen, in one run. The
plain view has the same picture as one giant pixmap and no marks at all: what Qt does by itself.
The milliseconds of the processor, all threads, are what a machine does that has nothing else to do.
After each journey the view comes to rest; the longest turn of the event loop until then is told.
Then follows what ``huge_photos.py`` tells: the first sharp view, and memory with four such photos.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from claimcheck.imaging.pixels import RGB
from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Comparison, Evidence, Mark, Style, new_id
from claimcheck.ui.canvas.framing import Framing, fitted
from claimcheck.ui.canvas.pyramid import build_pyramid
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.view import PictureView
from claimcheck.ui.images import to_qimage

MOMENT = datetime(2026, 5, 4, tzinfo=UTC)
WIDTH, HEIGHT = 8000, 6000
VIEW = (900, 800)
MARKS = 500
FRAMES = 60


class PlainView(QGraphicsView):
    """One pixmap item, and Qt's own scroll bars."""

    def __init__(self, pixmap: QPixmap) -> None:
        self._kept = QGraphicsScene()  # a view doesn't keep its scene alive
        super().__init__(self._kept)
        self._kept.addPixmap(pixmap)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_framing(self, framing: Framing) -> None:
        self.resetTransform()
        self.scale(framing.scale, framing.scale)
        self.centerOn(QPointF(framing.center.x, framing.center.y))


@dataclass(frozen=True)
class Journey:
    """Milliseconds of each frame on the way: by the clock, and of the processor."""

    clock: list[float]
    processor: list[float]

    def cells(self) -> str:
        told = statistics.median(self.clock), p95(self.clock), statistics.median(self.processor)
        return "".join(f"{value:10.1f}" for value in (*told, p95(self.processor)))


def main() -> None:
    app = QApplication([])
    rgb = photo()
    ours, plain = our_view(rgb), PlainView(QPixmap.fromImage(to_qimage(rgb)))
    for view in (ours, plain):
        view.resize(*VIEW)
        view.show()
    app.processEvents()
    fit = fitted((WIDTH, HEIGHT), VIEW)
    longest_turn(app, ours)
    journeys: dict[str, Callable[[], Iterator[Framing]]] = {
        "pan, whole picture": lambda: pan(fit.scale, 8),
        "pan at 25 %": lambda: pan(0.25, 12),
        "pan at 100 %": lambda: pan(1.0, 12),
        "zoom, whole to 400 %": lambda: zoom(fit.scale, 4.0),
        "zoom, 400 % to whole": lambda: zoom(4.0, fit.scale),
    }
    print(f"{MARKS} marks, {WIDTH} × {HEIGHT} photo, view {VIEW[0]} × {VIEW[1]}, ms per frame")
    print(f"{'':22}{'with marks: clock':>20}{'processor':>20}{'at rest':>10}", end="")
    print(f"{'plain, no marks: clock':>26}{'processor':>14}")
    print(f"{'':22}" + f"{'median':>10}{'p95':>10}" * 2 + f"{'longest':>10}", end="")
    print(f"{'median':>10}{'p95':>10}" * 2)
    for name, journey in journeys.items():
        told = measure(app, ours, journey()).cells() + f"{longest_turn(app, ours):10.1f}"
        print(f"{name:22}{told}{measure(app, plain, journey()).cells()}", flush=True)
    del ours, plain
    subprocess.run([sys.executable, Path(__file__).with_name("huge_photos.py")], check=True)


def photo() -> RGB:
    """A picture with detail everywhere, so that nothing is cheap by being flat."""
    tile = np.random.default_rng(1).integers(0, 256, (500, 500, 3), dtype=np.uint8)
    return np.tile(tile, (HEIGHT // 500, WIDTH // 500, 1))


def our_view(rgb: RGB) -> PictureView:
    evidence = Evidence(
        new_id(), "0" * 64, Role.PHOTO, "photo.jpg", ".jpg", 1, WIDTH, HEIGHT, MOMENT
    )
    comparison = Comparison(new_id(), None, evidence.id)
    review = edits.add_evidence(edits.new_review("Benchmark"), (evidence,))
    review = edits.put_marks(review, marks(evidence.id))
    scene = PictureScene(Role.PHOTO)
    view = PictureView(scene)
    scene.show_review(review, comparison)
    scene.picture.show_pixels(build_pyramid(rgb, (WIDTH, HEIGHT)))
    return view


def marks(evidence_id: str) -> list[Mark]:
    chance = random.Random(2)
    kinds = (MarkKind.BOX, MarkKind.ELLIPSE, MarkKind.ARROW, MarkKind.TEXT, MarkKind.REDACTION)
    made = []
    for number in range(MARKS):
        x, y = chance.uniform(0, WIDTH - 500), chance.uniform(0, HEIGHT - 400)
        corners = (Point(x, y), Point(x + chance.uniform(60, 500), y + chance.uniform(60, 400)))
        kind = kinds[number % len(kinds)]
        style = Style(stroke=3.0, font_size=14.0)
        made.append(Mark(new_id(), evidence_id, kind, corners, style, "Not like the picture"))
    return made


def pan(scale: float, step_px: float) -> Iterator[Framing]:
    for frame in range(FRAMES):
        way = (frame - FRAMES / 2) * step_px / scale
        yield Framing(scale, Point(WIDTH / 2 + way, HEIGHT / 2 + way / 3))


def zoom(smallest: float, largest: float) -> Iterator[Framing]:
    for frame in range(FRAMES):
        scale = smallest * (largest / smallest) ** (frame / (FRAMES - 1))
        yield Framing(scale, Point(WIDTH * 0.45, HEIGHT * 0.55))


def longest_turn(app: QApplication, view: PictureView) -> float:
    """Come to rest; what was the longest that anyone had to wait for meanwhile."""
    until, longest = time.perf_counter() + 0.5, 0.0
    while view.gliding.is_moving or time.perf_counter() < until:
        start = time.perf_counter()
        app.processEvents()
        longest = max(longest, (time.perf_counter() - start) * 1000)
        time.sleep(0.001)
    return longest


def measure(app: QApplication, view: PictureView | PlainView, way: Iterator[Framing]) -> Journey:
    view.show_framing(next(way))  # this one jumps there
    app.processEvents()
    if isinstance(view, PictureView):
        longest_turn(app, view)
    clock, processor = [], []
    for framing in way:
        start, began = time.perf_counter(), time.process_time()
        view.show_framing(framing)
        app.processEvents()  # paints what was exposed
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - began) * 1000)
    return Journey(clock, processor)


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
