"""The same thing or another variant: how many true pairs are kept, and variants let through.

``python benchmarks/same.py [--seed 0]`` judges the cartons of ``../shared/data/grocery`` against
their photos, their neighbours of one brand, and the same photos against listings made into another
variant: recoloured wholly or below the logo, the middle or all below the logo from another product,
another picture on the same ground, another label with one band recoloured. Some ten minutes.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import cv2
import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent))
from align import SHARED, UNALIGNABLE

from claimcheck.imaging.differing.same import same_thing
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB

KINDS = ("hue", "middle", "below", "picture", "label", "hue below")
Mask = NDArray[np.bool_]


def product_of(listing: RGB) -> tuple[Mask, tuple[int, int, int, int]]:
    """What isn't white, and its frame."""
    coloured = (listing.min(axis=2) < 242).astype(np.uint8)
    closed = cv2.morphologyEx(coloured, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    contours, _tree = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros_like(closed)
    cv2.drawContours(filled, [max(contours, key=cv2.contourArea)], -1, 1, -1)
    x, y, width, height = cv2.boundingRect(filled)
    return filled > 0, (x, y, width, height)


def recoloured(listing: RGB, where: Mask, by: int) -> RGB:
    hsv = cv2.cvtColor(listing, cv2.COLOR_RGB2HSV).astype(int)
    chosen = where & (hsv[..., 1] > 60)
    hsv[..., 0] = np.where(chosen, (hsv[..., 0] + by) % 180, hsv[..., 0])
    return np.asarray(cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB), np.uint8)


def variant(kind: str, listing: RGB, other: RGB, rng: np.random.Generator) -> RGB:
    """The listing as a neighbour of its brand might look."""
    product, (x, y, width, height) = product_of(listing)
    down = (np.mgrid[: listing.shape[0], : listing.shape[1]][0] - y) / height
    theirs, (ox, oy, across, along) = product_of(other)
    cut = slice(oy, oy + along), slice(ox, ox + across)
    laid, there = listing.copy(), np.zeros_like(product)
    frame = slice(y, y + height), slice(x, x + width)
    laid[frame] = cv2.resize(other[cut], (width, height), interpolation=cv2.INTER_CUBIC)
    there[frame] = cv2.resize(theirs[cut].astype(np.uint8), (width, height)) > 0
    if kind == "hue":
        return recoloured(listing, product, int(rng.integers(30, 150)))
    if kind == "hue below":
        return recoloured(
            listing, product & (down > rng.uniform(0.4, 0.55)), int(rng.integers(30, 150))
        )
    start = rng.uniform(*{"middle": (0.3, 0.45), "below": (0.42, 0.58)}.get(kind, (0.45, 0.6)))
    length = {"middle": 0.35, "below": 1.0, "picture": 0.3, "label": 0.14}[kind]
    part = product & there & (down > start) & (down < start + length)
    ground = np.median(listing[part], axis=0) - np.median(laid[part], axis=0)
    moved = laid + (ground if kind == "picture" else 0.0)
    made = np.where(part[..., None], np.clip(moved, 0, 255), listing).astype(np.uint8)
    if kind != "label":
        return made
    top = rng.uniform(0, 0.75)
    band = product & (down > top) & (down < top + 0.25)
    return recoloured(made, band, int(rng.integers(40, 140)))


def pairs(seed: int) -> Iterator[tuple[str, RGB, RGB]]:
    """Kind, listing, photo."""
    rng = np.random.default_rng(seed)
    folders = sorted((SHARED / "data/grocery").glob("*/listing.jpg"))
    listings = {
        path.parent: load_rgb(path) for path in folders if path.parent.name not in UNALIGNABLE
    }
    for folder, listing in listings.items():
        others = [one for at, one in listings.items() if at != folder]
        for number, path in enumerate(sorted(folder.glob("photo-*.jpg"))):
            photo = load_rgb(path)
            yield "true", listing, photo
            for at, one in listings.items():
                if at != folder and at.name.split("-")[0] == folder.name.split("-")[0]:
                    yield "neighbour", one, photo
            for kind in (KINDS[number % 3], KINDS[3 + (number + 1) % 3]):
                other = others[rng.integers(len(others))]
                yield kind, variant(kind, listing, other, rng), photo


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    answers: dict[str, Counter[str]] = {}
    for kind, listing, photo in pairs(asked.seed):
        answers.setdefault(kind, Counter())[str(same_thing(listing, photo).same)] += 1
    made: Counter[str] = Counter()
    for kind in KINDS:
        made += answers.get(kind, Counter())
    for kind, counted in {**answers, "all that were made": made}.items():
        total = sum(counted.values())
        told = ", ".join(f"{answer} {times}" for answer, times in counted.most_common())
        print(f"{kind:20}{100 * counted['yes'] / max(total, 1):5.0f} % accepted of {total}: {told}")


if __name__ == "__main__":
    main()
