"""A hundred 12-megapixel photos to stored, hashed, thumbnailed evidence, beside thumbnails alone.

    python benchmarks/intake.py [--photos 100] [--rounds 5] [--heic FILE]

Interleaved, in one run: claimcheck's intake; ``vipsthumbnail`` in two processes (when installed);
Pillow with draft decoding in two processes. Seconds of processor stand beside those of the clock:
they hardly change when the machine has other work. What was made is deleted outside the timing.
With a HEIC file (``heif-enc`` makes one): intake of eight like it, beside pillow-heif in one
process and one thread.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path

from PIL import Image

SIDE = 256
Work = Callable[[Path], object]


def make_photos(folder: Path, count: int) -> list[Path]:
    """Different photos with the detail and the grain of a phone's."""
    # Here as below: our processes load this module too, and need none of it.
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

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
        made += copies(made[number % len(made)], folder, 1, number)
    return made


def copies(photo: Path, folder: Path, count: int, first: int = 0) -> list[Path]:
    """Other files that are the same work."""
    made = []
    for number in range(first, first + count):
        path = folder / f"{number:03}{photo.suffix}"
        path.write_bytes(photo.read_bytes() + number.to_bytes(4, "big"))
        made.append(path)
    return made


def ours(photos: list[Path], folder: Path) -> None:
    from claimcheck.library.originals import Originals  # noqa: PLC0415
    from claimcheck.model.kinds import Role  # noqa: PLC0415
    from claimcheck.workflow.intake import take_in  # noqa: PLC0415

    intake = take_in(Originals(folder / "originals"), photos, Role.PHOTO)
    assert len(intake.evidence) == len(photos), intake.problems


def vips(photos: list[Path], folder: Path) -> None:
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


def one_by_one(photos: list[Path]) -> None:
    """Thumbnails by pillow-heif's decoder, in this process."""
    import pi_heif  # noqa: PLC0415

    pi_heif.register_heif_opener()
    threads, pi_heif.options.DECODE_THREADS = pi_heif.options.DECODE_THREADS, 1
    for path in photos:
        with Image.open(path) as picture:
            picture.thumbnail((SIDE, SIDE))
    pi_heif.options.DECODE_THREADS = threads


def processor_s() -> float:
    """Of this process, of those that ended, and of those that are at work for it."""
    used = sum(
        sum(resource.getrusage(whose)[:2])
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    for one in multiprocessing.active_children():
        with suppress(OSError):
            fields = Path(f"/proc/{one.pid}/stat").read_text().rpartition(")")[2].split()
            used += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def timed(work: Work) -> tuple[float, float]:
    """Seconds by the clock, and of processor."""
    with tempfile.TemporaryDirectory() as folder:
        used, start = processor_s(), time.perf_counter()
        work(Path(folder))
        return time.perf_counter() - start, processor_s() - used


def main() -> None:
    from claimcheck.imaging.files import guarded  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--heic", type=Path, metavar="FILE")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        photos = make_photos(Path(folder), asked.photos)
        ways: dict[str, Work] = {
            "claimcheck: store, hash, thumbnail": lambda folder: ours(photos, folder),
            "Pillow, two processes: thumbnail": lambda _: list(pool.map(pillow_one, photos)),
        }
        if shutil.which("vipsthumbnail"):
            ways["vipsthumbnail, two processes"] = lambda folder: vips(photos, folder)
        compare(ways, len(photos), asked.rounds)
        print(f"our processes beyond the app: {_resident_mib():.0f} MiB")
        if asked.heic:
            heic = copies(asked.heic, Path(folder), 8)
            compare(
                {
                    "claimcheck: HEIC, two workers": lambda folder: ours(heic, folder),
                    "pillow-heif, one by one": lambda _: one_by_one(heic),
                },
                len(heic),
                asked.rounds,
            )
        guarded.stop()


def compare(ways: dict[str, Work], count: int, rounds: int) -> None:
    """Print how fast each goes through ``count`` photos; ours is the first."""
    for work in ways.values():
        timed(work)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            times[name].append(timed(work))
    best = {name: [min(part) for part in zip(*all_, strict=True)] for name, all_ in times.items()}
    base, base_used = next(iter(best.values()))
    for name, (clock, used) in best.items():
        print(
            f"{name:38} {count / clock:6.1f} photos/s   ours/this {base / clock:.2f}"
            f"   processor {used / count * 1000:6.1f} ms each   {base_used / used:.2f}",
            flush=True,
        )


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
