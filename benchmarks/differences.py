"""What differs: claimcheck beside four simple ways to compare, on pairs with planted changes.

``python benchmarks/differences.py [--seeds 1 2] [--count 20] [--real SHEETS]`` makes pairs by
``../shared/bench/make_pairs.py --kind differences`` and prints one table, all methods in one run.
The others get the photo as it is aligned here, and each the best of several thresholds: the one
with most found at no more than a quarter of a false proposal a pair, and the one with most found
at all. With ``--real`` also the cartons of ``../shared/data/grocery``, drawn into that folder.

SSIM: Wang, Bovik, Sheikh and Simoncelli, IEEE Transactions on Image Processing 2004. Pixelmatch's
distance in YIQ: Kotsarenko and Ramos, Programación Matemática y Software 2010.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import cv2
import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent))
from align import SHARED, UNALIGNABLE, make_pairs

from claimcheck.imaging.aligning.align import Alignment, align
from claimcheck.imaging.differing.differences import find_differences
from claimcheck.imaging.differing.overlay_picture import draw_overlay
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB

Plane = NDArray[np.float32]
Region = dict[str, float]
LEAST_PX = 400  # of the peers' regions


@dataclass
class Tally:
    found: int = 0
    planted: int = 0
    false: int = 0
    pairs: int = 0
    false_unchanged: int = 0
    unchanged: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    def add(self, pairs: ModuleType, regions: list[Region], boxes: list[Any]) -> None:
        """Count one pair by the generator's own score."""
        wrong = sum(not any(pairs.found(region, box) for box in boxes) for region in regions)
        if not boxes:
            self.unchanged += 1
            self.false_unchanged += wrong
            return
        self.pairs += 1
        self.false += wrong
        self.planted += len(boxes)
        self.found += sum(any(pairs.found(region, box) for region in regions) for box in boxes)

    def row(self) -> str:
        share = 100 * self.found / max(self.planted, 1)
        false, quiet = (
            self.false / max(self.pairs, 1),
            self.false_unchanged / max(self.unchanged, 1),
        )
        took = f"{1000 * float(np.median(self.seconds)):7.0f}" if self.seconds else " " * 7
        return f"{share:7.0f}%{false:9.2f}{quiet:11.2f}{took}"


def cases(
    pairs: ModuleType, seed: int, count: int, changes: int
) -> Iterator[tuple[RGB, RGB, list[Any]]]:
    pool = pairs.sources()
    for k in range(count):
        listing, photo, quality, truth = pairs.difference_case(pool, k, seed, changes)
        _done, jpeg = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, quality])
        photo = cv2.imdecode(jpeg, cv2.IMREAD_COLOR)
        yield listing[..., ::-1].copy(), photo[..., ::-1].copy(), truth["boxes"]


# --- the others -----------------------------------------------------------------------------------


def absolute(listing: Plane, photo: Plane) -> Plane:
    return np.asarray(np.abs(listing - photo).mean(axis=2), np.float32)


def evened(listing: Plane, photo: Plane) -> Plane:
    """Each channel's slow changes brought to the listing's."""
    slow = 0.12 * max(listing.shape[:2])
    ours, theirs = (cv2.GaussianBlur(one, (0, 0), slow) + 1 for one in (listing, photo))
    return absolute(listing, np.asarray(photo * ours / theirs, np.float32))


def ssim(listing: Plane, photo: Plane) -> Plane:
    ours, theirs = (cv2.cvtColor(one, cv2.COLOR_RGB2GRAY) for one in (listing, photo))
    mean = [cv2.GaussianBlur(one, (0, 0), 1.5) for one in (ours, theirs)]
    spread = [
        cv2.GaussianBlur(one * one, (0, 0), 1.5) - m * m
        for one, m in zip((ours, theirs), mean, strict=True)
    ]
    both = cv2.GaussianBlur(ours * theirs, (0, 0), 1.5) - mean[0] * mean[1]
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    over = (2 * mean[0] * mean[1] + c1) * (2 * both + c2)
    likeness = over / ((mean[0] ** 2 + mean[1] ** 2 + c1) * (spread[0] + spread[1] + c2))
    return np.asarray(255 * np.clip(1 - likeness, 0, 1), np.float32)


def pixelmatch(listing: Plane, photo: Plane) -> Plane:
    to_yiq = np.array(
        [
            [0.29889531, 0.58662247, 0.11448223],
            [0.59597799, -0.2741761, -0.32180189],
            [0.21147017, -0.52261711, 0.31114694],
        ],
        np.float32,
    )
    gap = (listing - photo) @ to_yiq.T
    squared = gap**2 @ np.array([0.5053, 0.299, 0.1957], np.float32)
    return np.asarray(np.sqrt(squared / 35215) * 255, np.float32)


PEERS: dict[str, Callable[[Plane, Plane], Plane]] = {
    "absolute difference": absolute,
    "the same, evened": evened,
    "SSIM": ssim,
    "pixelmatch's metric": pixelmatch,
}
THRESHOLDS = (16, 24, 32, 40, 50, 64, 80, 100, 130, 165, 200)


def regions_over(difference: Plane, there: NDArray[np.bool_], threshold: float) -> list[Region]:
    """Connected parts over a threshold, after a blur against specks."""
    over = (cv2.GaussianBlur(difference, (0, 0), 3) > threshold) & there
    joined = cv2.morphologyEx(over.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    _count, _labels, stats, _centres = cv2.connectedComponentsWithStats(joined)
    return [
        {"x": x, "y": y, "width": w, "height": h}
        for x, y, w, h, area in stats[1:].tolist()
        if area >= LEAST_PX
    ]


# --- measuring ------------------------------------------------------------------------------------


def measure(pairs: ModuleType, seeds: list[int], count: int, changes: int) -> None:
    ours = Tally()
    peers = {name: {at: Tally() for at in THRESHOLDS} for name in PEERS}
    both = [(seed, planted) for seed in seeds for planted in (changes, 0)]
    for seed, planted in both:
        for listing, photo, boxes in cases(pairs, seed, count, planted):
            aligned = align(listing, photo)
            if not isinstance(aligned, Alignment):
                ours.add(pairs, [], boxes)
                continue
            start = time.perf_counter()
            found = find_differences(listing, photo, aligned.homography)
            ours.seconds.append(time.perf_counter() - start)
            regions = [
                {"x": p.x, "y": p.y, "width": p.width, "height": p.height}
                for p in (one.place for one in found)
            ]
            ours.add(pairs, regions, boxes)
            for box in boxes:
                for one, region in zip(found, regions, strict=True):
                    if pairs.found(region, box):
                        ours.kinds[box[4], str(one.kind)] += 1
            size = (listing.shape[1], listing.shape[0])
            laid = cv2.warpPerspective(photo, aligned.homography, size).astype(np.float32)
            white = np.full(photo.shape[:2], 255, np.uint8)
            there = cv2.warpPerspective(white, aligned.homography, size) > 250
            there = cv2.erode(there.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
            for name, way in PEERS.items():
                start = time.perf_counter()
                difference = way(listing.astype(np.float32), laid)
                took = time.perf_counter() - start
                for at, tally in peers[name].items():
                    tally.add(pairs, regions_over(difference, there, at), boxes)
                    tally.seconds.append(took)
    report(ours, peers)


def report(ours: Tally, peers: dict[str, dict[int, Tally]]) -> None:
    print(f"{ours.planted} planted changes in {ours.pairs} pairs, {ours.unchanged} unchanged pairs")
    print(f"{'':36}{'found':>8}{'false':>9}{'unchanged':>11}{'ms':>7}")
    print(f"{'claimcheck':36}{ours.row()}")
    for name, tallies in peers.items():
        quiet = {at: t for at, t in tallies.items() if t.false <= 0.25 * t.pairs}
        for said, choice in (("quiet", quiet), ("most found", tallies)):
            if choice:
                at = max(choice, key=lambda at: (choice[at].found, -choice[at].false))
                print(f"{f'{name}, {said}, over {at}':36}{choice[at].row()}")
    for (planted, told), times in sorted(ours.kinds.items()):
        print(f"  {planted} told as {told}: {times}")


def look_at_real(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    counts = []
    for listing_path in sorted((SHARED / "data/grocery").glob("*/listing.jpg")):
        product = listing_path.parent
        for photo_path in sorted(
            product.glob("photo-*.jpg") if product.name not in UNALIGNABLE else []
        ):
            listing, photo = load_rgb(listing_path), load_rgb(photo_path)
            aligned = align(listing, photo)
            if isinstance(aligned, Alignment):
                found = find_differences(listing, photo, aligned.homography)
                counts.append(len(found))
                sheet = draw_overlay(listing, photo, aligned, found)
                name = f"{product.name}-{photo_path.stem}.jpg"
                cv2.imwrite(str(folder / name), sheet[..., ::-1])
    print(
        f"real pairs: {len(counts)} aligned, {np.mean(counts):.2f} proposals, at most {max(counts)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument(
        "--count", type=int, default=20, help="pairs with changes and without, a seed"
    )
    parser.add_argument("--changes", type=int, default=2, help="planted in a pair")
    parser.add_argument("--real", type=Path, help="folder for the sheets of real cartons")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    if args.count:
        measure(make_pairs(), args.seeds, args.count, args.changes)
    if args.real:
        look_at_real(args.real)


if __name__ == "__main__":
    main()
