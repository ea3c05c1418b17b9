"""Four 48-megapixel JPEGs: how soon one is seen sharp, and how much memory they take when open.

``python benchmarks/huge_photos.py`` prints both, offscreen, in one run: the first sharp view as a
part of the time that a full decode takes (interleaved), and the memory of a comparison that was
looked at at 100 % on both sides, for two pairs in turn, beside plain ``QGraphicsPixmapItem``s.
Memory is what is resident: then, and at most at any moment while pictures were decoded.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from claimcheck.imaging.files import guarded
from claimcheck.imaging.files.load import load_rgb
from claimcheck.model import edits
from claimcheck.model.kinds import SIDES, Role
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.picture_source import PictureSource
from claimcheck.ui.session import Session

WIDTH, HEIGHT = 8000, 6000
PHOTOS, ROUNDS = 4, 3
VIEW = (900, 800)
MEBIBYTE = 1024 * 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        paths = [write_photo(folder / f"photo-{n}.jpg", n) for n in range(PHOTOS)]
        told(folder, paths, open_in_claimcheck, "claimcheck")
        told(folder, paths, open_plainly, "plain pixmaps")


def told(
    folder: Path, paths: list[Path], work: Callable[[Path, list[Path]], None], name: str
) -> None:
    """Do ``work`` in a process of its own, so that its memory is its own."""
    print(f"\n{name}: {PHOTOS} photos of {WIDTH} × {HEIGHT}", flush=True)
    child = multiprocessing.get_context("spawn").Process(target=work, args=(folder, paths))
    child.start()
    child.join()
    if child.exitcode:
        sys.exit(f"{name} failed")


def write_photo(path: Path, seed: int) -> Path:
    """Detail at every size, as in a photo; noise alone would be the decoder's worst case."""
    chance = np.random.default_rng(seed)
    whole = np.zeros((HEIGHT, WIDTH, 3), np.float32)
    for cells in (12, 60, 300, 1500):
        coarse = chance.integers(0, 256, (cells * HEIGHT // WIDTH, cells, 3), dtype=np.uint8)
        grown = Image.fromarray(coarse).resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
        whole += np.asarray(grown, np.float32) / (1 + cells / 100)
    whole *= 255 / whole.max()
    Image.fromarray(whole.astype(np.uint8)).save(path, quality=90)
    return path


def open_in_claimcheck(folder: Path, paths: list[Path]) -> None:
    app = QApplication([])
    session = Session(folder / "library")
    session.new_review("Huge")
    for role, two in zip(SIDES, (paths[:2], paths[2:]), strict=True):
        session.arrivals.add_pictures(two, role)
        wait_until(lambda role=role: len(session.document.review.pictures(role)) == 2)
    compare = CompareView(session)
    compare.resize(2 * VIEW[0], VIEW[1])
    print_first_view(session)
    gc.collect()
    base = memory()
    forget_peak()
    compare.show()
    app.processEvents()
    pictures = [session.document.review.pictures(role) for role in SIDES]
    for listing, photo in zip(*pictures, strict=True):
        ids = listing.id, photo.id
        session.document.apply(lambda r, ids=ids: edits.compare_pictures(r, *ids), "Compare")
        for role in SIDES:
            look_closely(compare, role)
        wait(300)
        print(f"  a pair looked at at 100 %: {memory():.0f} MB", flush=True)
    print(f"  before {base:.0f} MB, now {memory():.0f} MB, peak {peak():.0f} MB", end="")
    print(" (asked for: below 600)")
    session.close()
    guarded.stop()  # a process that another one started leaves this to us


def look_closely(compare: CompareView, role: Role) -> None:
    view, source = compare.canvas.sides.views[role], compare.canvas.sides.sources[role]
    wait_until(lambda: source.pyramid is not None)
    view.zoom_to(1.0)
    wait_until(lambda: source.pyramid is not None and source.pyramid.is_full)
    for step in range(40):  # tiles of a good part of it
        view.pan(300 if step % 2 else -200, 100)
        wait(1)


def print_first_view(session: Session) -> None:
    """Sharp: as many pixels as the view shows of the whole picture."""
    evidence = session.document.review.pictures(Role.PHOTO)[0]
    path = session.originals.find(evidence)
    views, decodes, plain = [], [], []
    for number in range(ROUNDS):
        source = PictureSource(session.originals, session.tasks, session)
        start = time.perf_counter()
        # Another name each time: nothing of the round before may be found again.
        source.show(replace(evidence, name=f"{number} {evidence.name}"))
        wait_until(lambda source=source: source.pyramid is not None)
        views.append(time.perf_counter() - start)
        assert source.pyramid is not None
        assert source.pyramid.scale * WIDTH >= VIEW[0]
        source.show(None)
        start = time.perf_counter()
        load_rgb(path)
        decodes.append(time.perf_counter() - start)
        start = time.perf_counter()
        with Image.open(path) as picture:
            picture.load()
        plain.append(time.perf_counter() - start)
    view, decode, pillow = (1000 * statistics.median(one) for one in (views, decodes, plain))
    print(f"  first sharp view {view:.0f} ms (asked for: at most 0.33 of a full decode)")
    print(f"  full decode by Pillow {pillow:.0f} ms: {view / pillow:.2f} of it", end="")
    print(f"; by our own decoder {decode:.0f} ms: {view / decode:.2f} of it")


def open_plainly(_folder: Path, paths: list[Path]) -> None:
    app = QApplication([])
    base, kept = memory(), []
    forget_peak()
    start = time.perf_counter()
    for path in paths:
        scene = QGraphicsScene()
        scene.addPixmap(QPixmap(str(path)))
        view = QGraphicsView(scene)
        view.resize(*VIEW)
        view.show()
        app.processEvents()
        kept.append((scene, view))
        if len(kept) == 1:
            print(f"  first view {(time.perf_counter() - start) * 1000:.0f} ms")
    print(f"  before {base:.0f} MB, now {memory():.0f} MB, peak {peak():.0f} MB")


def memory() -> float:
    """Of this process now, in MB: what is resident."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEBIBYTE


def forget_peak() -> None:
    """Let ``peak`` count from now on."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak() -> float:
    """The most that was ever resident of this process, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def wait_until(true: Callable[[], bool]) -> None:
    while not true():
        wait(2)


def wait(milliseconds: int) -> None:
    """Let Qt live on, and workers get on (``QTest.qWait`` keeps Python's lock)."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
