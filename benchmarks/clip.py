"""A six-second wipe clip, beside encoding frames that were ready-made, at the same settings.

``python benchmarks/clip.py`` prints seconds and ratios of one interleaved run. *Ready-made* is the
floor: every frame lies in memory in the encoder's own format, and only the encoder works. *Ours*
starts with the decoded pictures: it lays out, paints, converts and composes. Peers that are not
installed are left out: ffmpeg's own wipe (xfade), moviepy, and a pipe of RGB frames into ffmpeg.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np

from claimcheck.cards.clip import Clip, ClipPlan, Motion, clip_frames
from claimcheck.cards.clip_encode import PRESET, QUALITY, encode_clip
from claimcheck.cards.clip_planes import Planes, empty_planes, rgb_of
from claimcheck.cards.compose import CardPictures, both_pictures, prepare_picture
from claimcheck.cards.formats import find_format
from claimcheck.cards.qt import ensure_gui_application
from claimcheck.cards.templates import find_template
from claimcheck.library.library import Library
from claimcheck.model.review import Review
from claimcheck.workflow.pictures import read_picture
from claimcheck.workflow.sample import add_sample

SECONDS = 6.0
ROUNDS = 5


class ReadyMade:
    """The same frames, all made before the clock starts."""

    def __init__(self, clip: Clip) -> None:
        self.size, self.fps, self.frame_count = clip.size, clip.fps, clip.frame_count
        self.frames = [empty_planes(*clip.size) for _ in range(clip.frame_count)]
        for index, frame in enumerate(self.frames):
            clip.write_frame(index, frame)

    def write_frame(self, index: int, out: Planes) -> None:
        self.frames[index].copy_to(out)


def main() -> None:
    ensure_gui_application()
    with tempfile.TemporaryDirectory() as folder:
        review, pictures = sample(Path(folder))
        plan = ClipPlan(
            Motion.WIPE, SECONDS, find_format("tiktok"), find_template("side-by-side"), "en"
        )

        def ours(out: Path) -> None:
            encode(clip_frames(plan, review, pictures), out)

        clip = clip_frames(plan, review, pictures)
        ready = ReadyMade(clip)
        runs: dict[str, Callable[[Path], None]] = {
            "ready-made frames": lambda out: encode(ready, out),
            "claimcheck": ours,
            "claimcheck, painted before": lambda out: encode(clip, out),
        }
        runs |= peers(clip, ready, Path(folder))
        times: dict[str, list[float]] = {name: [] for name in runs}
        for number in range(ROUNDS + 1):
            for name, run in runs.items():
                with timed() as seconds:
                    run(Path(folder) / "out.mp4")
                if number:  # the first round warms up
                    times[name] += seconds
    report(times)


def sample(folder: Path) -> tuple[Review, CardPictures]:
    with Library.open(folder / "library") as library:
        review = add_sample(library, "en")
        prepared = [
            prepare_picture(evidence, read_picture(library.originals, evidence, 2000), ())
            for evidence in both_pictures(review)
        ]
    return review, CardPictures(*prepared)


def encode(source: Clip | ReadyMade, out: Path) -> None:
    with out.open("wb") as file:
        for _ in encode_clip(source, file):
            pass


@contextmanager
def timed() -> Iterator[list[float]]:
    seconds: list[float] = []
    start = time.perf_counter()
    yield seconds
    seconds.append(time.perf_counter() - start)


def report(times: dict[str, list[float]]) -> None:
    floor = times["ready-made frames"]
    print(f"{SECONDS:g} s wipe, 1080 × 1920, 30 fps, x264 {PRESET}, crf {QUALITY}, {ROUNDS} rounds")
    print(f"{'':34}{'median s':>10}{'ratio':>8}{'lowest':>8}{'highest':>9}")
    for name, seconds in times.items():
        ratios = [own / base for own, base in zip(seconds, floor, strict=True)]
        middle, ratio = statistics.median(seconds), statistics.median(ratios)
        print(f"{name:34}{middle:10.2f}{ratio:8.2f}{min(ratios):8.2f}{max(ratios):9.2f}")


# --- peers ---------------------------------------------------------------------------------------


def peers(clip: Clip, ready: ReadyMade, folder: Path) -> dict[str, Callable[[Path], None]]:
    first, last = rgb_of(ready.frames[0]), rgb_of(ready.frames[len(ready.frames) // 2])
    stills = []
    for name, rgb in (("a.png", first), ("b.png", last)):
        path = folder / name
        cv2.imwrite(str(path), cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR))
        stills.append(path)
    found: dict[str, Callable[[Path], None]] = {}
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg:
        found["ffmpeg, its own wipe filter"] = lambda out: ffmpeg_wipe(ffmpeg, stills, out)
        found["RGB frames piped into ffmpeg"] = lambda out: piped(ffmpeg, first, last, clip, out)
    if importlib.util.find_spec("moviepy"):
        found["moviepy"] = lambda out: moviepy_wipe(first, last, clip, out)
    return found


def settings() -> list[str]:
    return ["-c:v", "libx264", "-preset", PRESET, "-crf", str(QUALITY), "-g", "15", "-an"]


def ffmpeg_wipe(ffmpeg: str, stills: list[Path], out: Path) -> None:
    inputs = []
    for still in stills:
        inputs += ["-loop", "1", "-framerate", "30", "-t", str(SECONDS), "-i", str(still)]
    wipe = "[0][1]xfade=transition=wipeleft:duration=1.5:offset=0.7,format=yuv420p"
    command = [ffmpeg, "-y", "-v", "error", *inputs, "-filter_complex", wipe, "-t", str(SECONDS)]
    subprocess.run([*command, *settings(), str(out)], check=True)


def composed(first: np.ndarray, last: np.ndarray, part: float) -> np.ndarray:
    """What a script would do: the two stills, cut at a column."""
    frame = first.copy()
    column = round(first.shape[1] * (1 - part))
    frame[:, column:] = last[:, column:]
    return frame


def piped(ffmpeg: str, first: np.ndarray, last: np.ndarray, clip: Clip, out: Path) -> None:
    """What imageio-ffmpeg does."""
    width, height = clip.size
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", "30"]
    command = [ffmpeg, "-y", "-v", "error", *source, "-i", "-", "-pix_fmt", "yuv420p"]
    with subprocess.Popen([*command, *settings(), str(out)], stdin=subprocess.PIPE) as process:
        assert process.stdin
        for index in range(clip.frame_count):
            process.stdin.write(composed(first, last, min(index / 45, 1.0)).tobytes())
        process.stdin.close()


def moviepy_wipe(first: np.ndarray, last: np.ndarray, clip: Clip, out: Path) -> None:
    moviepy = importlib.import_module("moviepy")
    made = moviepy.VideoClip(lambda t: composed(first, last, min(t / 1.5, 1.0)), duration=SECONDS)
    made.write_videofile(
        str(out),
        fps=clip.fps,
        codec="libx264",
        preset=PRESET,
        audio=False,
        logger=None,
        ffmpeg_params=["-crf", str(QUALITY), "-g", "15", "-pix_fmt", "yuv420p"],
    )


if __name__ == "__main__":
    main()
