"""A six-second wipe clip, beside encoding frames that were ready-made, at the same settings.

``python benchmarks/clip.py`` prints seconds and ratios of one interleaved run. *Ready-made* is the
floor: every frame lies in memory as the encoder takes it, none is copied, and only the encoder
works. *Ours* starts with the decoded pictures: it lays out, paints, converts, composes and writes
the sound track as well. Peers get the two finished stills, move the edge to the same places, encode
at the same preset and quality, and need no sound: ffmpeg's wipe (xfade) and overlay filters, with
stills decoded and converted once; the imageio-ffmpeg pipe; moviepy. Those not installed
(``pip install moviepy imageio-ffmpeg``) are left out, and it says so.
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

import av
import cv2
import numpy as np

from claimcheck.cards.clips.clip import Clip, ClipPlan, Motion, clip_frames
from claimcheck.cards.clips.encode import PRESET, QUALITY, encode_clip, encode_frames, planes_in
from claimcheck.cards.clips.planes import rgb_of
from claimcheck.cards.clips.shots import Wipe
from claimcheck.cards.compose import CardPictures, both_pictures
from claimcheck.cards.formats import find_format
from claimcheck.cards.qt import ensure_gui_application
from claimcheck.cards.templates import find_template
from claimcheck.library.library import Library
from claimcheck.model.review import Review
from claimcheck.workflow.prepared import prepared_picture
from claimcheck.workflow.sample import add_sample

SECONDS = 6.0
ROUNDS = 5


class ReadyMade:
    """The same frames, all made before the clock starts."""

    def __init__(self, clip: Clip) -> None:
        self.size, self.fps, self.frame_count = clip.size, clip.fps, clip.frame_count
        self.frames = [av.VideoFrame(*clip.size, "yuv420p") for _ in range(clip.frame_count)]
        for index, frame in enumerate(self.frames):
            clip.write_frame(index, planes_in(frame))

    def encode(self, out: Path) -> None:
        """Only this is timed."""
        for index, frame in enumerate(self.frames):
            frame.pts = index
        with out.open("wb") as file:
            for _ in encode_frames(self.frames, self, file):
                pass


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
            "ready-made frames": ready.encode,
            "claimcheck": ours,
            "claimcheck, painted before": lambda out: encode(clip, out),
        }
        runs |= peers(clip, Path(folder))
        times: dict[str, list[float]] = {name: [] for name in runs}
        for number in range(ROUNDS + 1):
            order = list(runs.items())
            for name, run in order[number % len(order) :] + order[: number % len(order)]:
                with timed() as seconds:
                    run(Path(folder) / "out.mp4")
                if number:  # the first round warms up
                    times[name] += seconds
    report(times)


def sample(folder: Path) -> tuple[Review, CardPictures]:
    with Library.open(folder / "library") as library:
        review = add_sample(library, "en")
        prepared = [
            prepared_picture(library.originals, review, evidence)
            for evidence in both_pictures(review)
        ]
    return review, CardPictures(*prepared)


def encode(source: Clip, out: Path) -> None:
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


def peers(clip: Clip, folder: Path) -> dict[str, Callable[[Path], None]]:
    assert isinstance(clip.shot, Wipe)
    stills = {"a.png": rgb_of(clip.shot.listing), "b.png": rgb_of(clip.shot.photo)}
    for name, rgb in stills.items():
        cv2.imwrite(str(folder / name), cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR))
    first, last = stills.values()
    edges = [round(clip.shot.slider_x(index / clip.fps)) for index in range(clip.frame_count)]
    found: dict[str, Callable[[Path], None]] = {}
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg:
        for name, moving in FILTERS.items():
            found[name] = lambda out, moving=moving: filtered(ffmpeg, folder, moving, out)
    else:
        print("ffmpeg left out: it is not installed")
    if importlib.util.find_spec("imageio_ffmpeg"):
        found["imageio-ffmpeg pipe"] = lambda out: piped(first, last, edges, clip, out)
    else:
        print("imageio-ffmpeg left out: it is not installed")
    if importlib.util.find_spec("moviepy"):
        found["moviepy"] = lambda out: moviepy_wipe(first, last, edges, clip, out)
    else:
        print("moviepy left out: it is not installed")
    return found


FILTERS = {
    "ffmpeg, its wipe filter": "xfade=transition=wipeleft:duration=1.5:offset=0.7",
    # The photo slides over the listing image: what a script does that has only overlay.
    "ffmpeg, its overlay filter": "overlay=x='W-W*min(max((t-0.7)/1.5,0),1)':y=0",
}


def settings() -> list[str]:
    return ["-preset", PRESET, "-crf", str(QUALITY), "-g", "15", "-an"]


def filtered(ffmpeg: str, folder: Path, moving: str, out: Path) -> None:
    inputs = ["-i", str(folder / "a.png"), "-i", str(folder / "b.png")]
    still = f"format=yuv420p,loop=loop=-1:size=1,fps=30,settb=1/30,trim=duration={SECONDS:g}"
    graph = f"[0]{still}[a];[1]{still}[b];[a][b]{moving},format=yuv420p"
    command = [ffmpeg, "-y", "-v", "error", *inputs, "-filter_complex", graph, "-t", str(SECONDS)]
    subprocess.run([*command, "-c:v", "libx264", *settings(), str(out)], check=True)


def composed(first: np.ndarray, last: np.ndarray, edge: int) -> np.ndarray:
    """What a script would do: the two stills, cut at a column."""
    frame = first.copy()
    frame[:, edge:] = last[:, edge:]
    return frame


def piped(first: np.ndarray, last: np.ndarray, edges: list[int], clip: Clip, out: Path) -> None:
    imageio = importlib.import_module("imageio_ffmpeg")
    writer = imageio.write_frames(
        str(out),
        clip.size,
        fps=clip.fps,
        codec="libx264",
        quality=None,
        macro_block_size=2,
        output_params=settings(),
    )
    writer.send(None)
    for edge in edges:
        writer.send(composed(first, last, edge))
    writer.close()


def moviepy_wipe(
    first: np.ndarray, last: np.ndarray, edges: list[int], clip: Clip, out: Path
) -> None:
    moviepy = importlib.import_module("moviepy")

    def frame(t: float) -> np.ndarray:
        return composed(first, last, edges[min(int(t * clip.fps + 1e-6), len(edges) - 1)])

    moviepy.VideoClip(frame, duration=SECONDS).write_videofile(
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
