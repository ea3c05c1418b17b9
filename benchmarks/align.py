"""Finding a listing in a photo: claimcheck beside RootSIFT with MAGSAC++ and affine SIFT.

``python benchmarks/align.py [--seeds 1 2] [--count 20] [--real SHEETS]`` makes pairs with known
truth by ``../shared/bench/make_pairs.py`` and prints one table, all methods in one run, one thread
each. A pair succeeds when it is accepted (the peers: from 20 inliers) and the mean error of the
product's corners is at most 8 px. With ``--real`` also the cartons of ``../shared/data/grocery``,
their outlines drawn into that folder, to be looked at.

The generator's background is of shop photos, in which the listing's own carton may stand: who finds
that one is counted as wrong.

The generator steps through its pictures by sevens, of which 28 would show only four: one is left
out, and each seed shuffles them.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the same terms as OpenCV below

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.imaging.aligning.align import Alignment, align
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB

SHARED = Path(__file__).resolve().parents[2] / "shared"
TIERS = ("easy", "medium", "hard")
SUCCESS_PX = 8.0
PEER_INLIERS = 20
UNALIGNABLE = {"Banana", "Golden-Delicious", "Green-Bell-Pepper", "Vine-Tomato"}
Found = tuple[bool, NDArray[np.float64] | None]
"""Accepted, and photo → listing."""


@dataclass(frozen=True)
class Result:
    tier: int
    seconds: float
    accepted: bool
    error_px: float


def make_pairs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pairs", SHARED / "bench/make_pairs.py")
    if spec is None or spec.loader is None:
        sys.exit("needs ../shared/bench/make_pairs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases(pairs: ModuleType, seed: int, count: int) -> Iterator[tuple[RGB, RGB, dict[str, Any]]]:
    pool = pairs.sources()
    random.Random(seed).shuffle(pool)
    pool = pool[: len(pool) - (len(pool) % 7 == 0)]
    for k in range(count):
        for tier in range(len(TIERS)):
            listing, photo, quality, truth = pairs.align_case(pool, tier, k, seed)
            _done, jpeg = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, quality])
            photo = cv2.imdecode(jpeg, cv2.IMREAD_COLOR)
            yield listing[..., ::-1].copy(), photo[..., ::-1].copy(), truth


def ours(listing: RGB, photo: RGB) -> Found:
    found = align(listing, photo)
    return (True, found.homography) if isinstance(found, Alignment) else (False, None)


def root_sift(listing: RGB, photo: RGB) -> Found:
    sift = cv2.SIFT.create()
    return _matched(sift, sift, listing, photo)


def affine_sift(listing: RGB, photo: RGB) -> Found:
    sift = cv2.SIFT.create()
    return _matched(cv2.AffineFeature.create(sift), sift, listing, photo)


def _matched(of_listing: cv2.Feature2D, of_photo: cv2.Feature2D, listing: RGB, photo: RGB) -> Found:
    points, descriptors = [], []
    for finder, rgb in ((of_listing, listing), (of_photo, photo)):
        grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
        keypoints, found = finder.detectAndCompute(grey, None)
        points.append(np.array([keypoint.pt for keypoint in keypoints]))
        descriptors.append(np.sqrt(found / np.maximum(found.sum(axis=1, keepdims=True), 1e-7)))
    two = cv2.BFMatcher(cv2.NORM_L2).knnMatch(descriptors[0], descriptors[1], k=2)
    kept = [best for best, second in two if best.distance < 0.8 * second.distance]
    if len(kept) < 4:
        return False, None
    ours_, theirs = (points[0][[m.queryIdx for m in kept]], points[1][[m.trainIdx for m in kept]])
    matrix, mask = cv2.findHomography(theirs, ours_, cv2.USAC_MAGSAC, 4.0)
    return (matrix is not None and int(mask.sum()) >= PEER_INLIERS), matrix


METHODS: dict[str, Callable[[RGB, RGB], Found]] = {
    "claimcheck": ours,
    "RootSIFT + MAGSAC++": root_sift,
    "affine SIFT": affine_sift,
}


def measure(pairs: ModuleType, seeds: list[int], count: int, names: list[str]) -> None:
    results: dict[str, list[Result]] = {name: [] for name in names}
    for seed in seeds:
        for listing, photo, truth in cases(pairs, seed, count):
            for name in names:
                start = time.perf_counter()
                accepted, matrix = METHODS[name](listing, photo)
                seconds = time.perf_counter() - start
                error = pairs.corner_error(matrix, truth) if accepted else float("inf")
                results[name].append(Result(truth["tier"], seconds, accepted, error))
            print(f"pair {len(results[names[0]])}", end="\r", file=sys.stderr, flush=True)
    total = len(seeds) * count
    print(f"{total} pairs a tier, seeds {seeds}, one thread each")
    print(f"{'':22}{'ms':>7}{'easy':>8}{'medium':>8}{'hard':>8}{'median px':>11}{'wrong':>10}")
    for name, rows in results.items():
        print(_row(name, rows))


def _row(name: str, rows: list[Result]) -> str:
    right = [row for row in rows if row.accepted and row.error_px <= SUCCESS_PX]
    accepted = sum(row.accepted for row in rows)
    shares = [
        100 * sum(row.tier == tier for row in right) / sum(row.tier == tier for row in rows)
        for tier in range(len(TIERS))
    ]
    tiers = "".join(f"{share:7.0f}%" for share in shares)
    time_ms = 1000 * statistics.median(row.seconds for row in rows)
    error = statistics.median(row.error_px for row in right) if right else float("nan")
    wrong = f"{accepted - len(right)} of {accepted}"
    return f"{name:22}{time_ms:7.0f}{tiers}{error:11.2f}{wrong:>10}"


def look_at_real(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    found, total = 0, 0
    for listing_path in sorted((SHARED / "data/grocery").glob("*/listing.jpg")):
        if listing_path.parent.name in UNALIGNABLE:
            continue
        tiles = []
        for photo_path in sorted(listing_path.parent.glob("photo-*.jpg")):
            listing, photo = load_rgb(listing_path), load_rgb(photo_path)
            answer = align(listing, photo)
            total += 1
            found += answer.accepted
            tiles.append(_drawn(listing, photo, answer if answer.accepted else None))
        sheet = np.vstack(tiles)[..., ::-1]
        cv2.imwrite(str(folder / f"{listing_path.parent.name}.jpg"), sheet)
    print(f"real cartons and cups: {found} of {total} accepted; look at {folder}")


def _drawn(listing: RGB, photo: RGB, alignment: Alignment | None) -> RGB:
    """Photo with outline, listing, photo warped to the listing."""
    side = 360
    tile = np.zeros((side, 3 * side, 3), np.uint8)
    scale = side / max(photo.shape)
    seen = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    large = cv2.resize(listing, None, fx=side / max(listing.shape), fy=side / max(listing.shape))
    if alignment is not None:
        outline = np.round(alignment.outline * scale).astype(np.int32)
        cv2.polylines(seen, [outline], True, (0, 255, 0), 2)
        size = (listing.shape[1], listing.shape[0])
        warped = cv2.warpPerspective(photo, alignment.homography, size)
        warped = cv2.resize(warped, (large.shape[1], large.shape[0]))
        tile[: warped.shape[0], 2 * side : 2 * side + warped.shape[1]] = warped
    tile[: seen.shape[0], : seen.shape[1]] = seen
    tile[: large.shape[0], side : side + large.shape[1]] = large
    return tile


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--count", type=int, default=20, help="pairs in each tier and seed")
    parser.add_argument("--methods", nargs="+", choices=list(METHODS), default=list(METHODS))
    parser.add_argument("--real", type=Path, help="folder for the sheets of real cartons")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    if args.count:
        measure(make_pairs(), args.seeds, args.count, args.methods)
    if args.real:
        look_at_real(args.real)


if __name__ == "__main__":
    main()
