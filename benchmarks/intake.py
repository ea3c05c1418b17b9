"""A hundred 12-megapixel photos to stored, hashed, thumbnailed evidence, beside thumbnails alone.

    python benchmarks/intake.py [--photos 100] [--rounds 5]

Interleaved, in one run: claimcheck's intake; ``vipsthumbnail`` in two processes (when installed);
Pillow with draft decoding in two processes. HEIC beside pi-heif alone, when a sample is there.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from claimcheck.imaging import guarded
from claimcheck.library.originals import Originals
from claimcheck.model.kinds import Role
from claimcheck.workflow.intake import take_in

SIDE = 256


def make_photos(folder: Path, count: int) -> list[Path]:
    """Different photos with the detail and the grain of a phone's."""
    rng = np.random.default_rng(7)
    made = []
    for number in range(min(count, 10)):
        coarse = rng.integers(0, 256, (48, 64, 3), np.uint8)
        picture = cv2.resize(coarse, (4032, 3024), interpolation=cv2.INTER_CUBIC)
        grain = rng.normal(0, 5, (3024, 4032, 1))
        picture = np.clip(picture + grain, 0, 255).astype(np.uint8)
        path = folder / f"{number:03}.jpg"
        cv2.imwrite(str(path), picture, [cv2.IMWRITE_JPEG_QUALITY, 90])
        made.append(path)
    for number in range(len(made), count):
        path = folder / f"{number:03}.jpg"
        data = made[number % len(made)].read_bytes()
        path.write_bytes(data + number.to_bytes(4, "big"))  # another file, the same work
        made.append(path)
    return made


def ours(photos: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        intake = take_in(Originals(Path(folder) / "originals"), photos, Role.PHOTO)
        assert len(intake.evidence) == len(photos), intake.problems


def vips(photos: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        halves = (photos[::2], photos[1::2])
        running = [
            subprocess.Popen(["vipsthumbnail", "-s", str(SIDE), "-o", f"{folder}/%s.jpg", *half])
            for half in halves
        ]
        assert [one.wait() for one in running] == [0, 0]


def pillow_one(path: Path) -> bytes:
    with Image.open(path) as picture:
        picture.draft("RGB", (SIDE, SIDE))
        picture.thumbnail((SIDE, SIDE))
        return picture.tobytes()


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        photos = make_photos(Path(folder), asked.photos)
        ways: dict[str, Callable[[], object]] = {
            "claimcheck: store, hash, thumbnail": lambda: ours(photos),
            "Pillow, two processes: thumbnail": lambda: list(pool.map(pillow_one, photos)),
        }
        if shutil.which("vipsthumbnail"):
            ways["vipsthumbnail, two processes"] = lambda: vips(photos)
        for work in ways.values():
            work()
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(asked.rounds):
            for name, work in ways.items():
                times[name].append(timed(work))
        base = statistics.median(times["claimcheck: store, hash, thumbnail"])
        for name, measured in times.items():
            middle = statistics.median(measured)
            print(f"{name:38} {len(photos) / middle:6.1f} photos/s   ours/this {base / middle:.2f}")
        print(f"our processes beyond the app: {_resident_mib():.0f} MiB")
        guarded.stop()


def _resident_mib() -> float:
    """Of the processes that look at pictures, together, counting shared pages in each."""
    ours = [one for one in multiprocessing.active_children() if "Spawn" in type(one).__name__]
    found = 0.0
    for one in ours:
        status = Path(f"/proc/{one.pid}/status").read_text()
        found += int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]
    return found


if __name__ == "__main__":
    main()
