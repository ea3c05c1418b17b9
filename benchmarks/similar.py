"""The same picture again, cropped, shrunk, recompressed, tinted, framed and written over.

    python benchmarks/similar.py [FOLDER_OF_PICTURES] [--pictures 300] [--seed 5]

Precision and recall of “seen before” for each change, and how long 10,000 pictures take, in
processor time. The default folder is ``../shared/data/grocery``. Half of the pictures are known;
what is found for a changed copy of the other half is wrong, and the packages of one brand are
much alike. Folders where one picture lies several times tell nothing of precision.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from pathlib import Path

import cv2
import numpy as np

from claimcheck.errors import KnownError
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.fingerprint import Fingerprint, fingerprint
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.seen import Index

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "grocery"


def crop(rgb: RGB, chance: random.Random) -> RGB:
    height, width = rgb.shape[:2]
    h, w = round(height * 0.8), round(width * 0.8)
    y, x = chance.randint(0, height - h), chance.randint(0, width - w)
    return rgb[y : y + h, x : x + w]


def shrunk(rgb: RGB, _chance: random.Random) -> RGB:
    return np.asarray(cv2.resize(rgb, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA), np.uint8)


def jpeg(rgb: RGB, _chance: random.Random) -> RGB:
    _, data = cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, 40])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def tinted(rgb: RGB, chance: random.Random) -> RGB:
    gains = np.array([chance.uniform(0.75, 1.25) for _ in range(3)])
    return np.clip(rgb * gains + chance.uniform(-20, 20), 0, 255).astype(np.uint8)


def framed(rgb: RGB, chance: random.Random) -> RGB:
    side = round(max(rgb.shape) * 0.1)
    colour = [chance.randrange(256) for _ in range(3)]
    made = cv2.copyMakeBorder(rgb, side, side, side, side, cv2.BORDER_CONSTANT, value=colour)
    return np.asarray(made, np.uint8)


def written_over(rgb: RGB, chance: random.Random) -> RGB:
    made = rgb.copy()
    height, width = made.shape[:2]
    y = chance.randint(0, round(height * 0.8))
    cv2.rectangle(made, (0, y), (width, y + height // 6), (255, 230, 0), -1)
    cv2.putText(
        made, "SALE 50% TODAY", (4, y + height // 8), cv2.FONT_HERSHEY_SIMPLEX, width / 260,
        (0, 0, 0), max(1, width // 120),
    )  # fmt: skip
    return made


CHANGES = {
    "crop to 80 %": crop,
    "resize to 40 %": shrunk,
    "JPEG 40": jpeg,
    "colour shift": tinted,
    "border": framed,
    "text overlay": written_over,
}


def read(folder: Path, most: int, seed: int) -> list[RGB]:
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp", ".heic"}:
            try:
                rgb = load_rgb(path, 400)
            except KnownError:
                continue
            if min(rgb.shape[:2]) >= 64:
                found.append(rgb)
    random.Random(seed).shuffle(found)
    return found[:most]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--pictures", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5, help="which are known, how they are changed")
    asked = parser.parse_args()
    pictures = read(asked.folder, asked.pictures, asked.seed)
    start = time.process_time()
    prints = [fingerprint(rgb) for rgb in pictures]
    each = (time.process_time() - start) / len(pictures) * 1000
    print(f"{len(pictures)} pictures, {each:.1f} ms a fingerprint")
    half = len(pictures) // 2
    index = Index({str(n): one.hashes for n, one in enumerate(prints[:half])})
    chance = random.Random(asked.seed)
    for name, change in CHANGES.items():
        found = wrong = 0
        for number, rgb in enumerate(pictures):
            matches = index.search(
                fingerprint(change(rgb, chance)), lambda key: prints[int(key)].smalls
            )
            keys = {match.key for match in matches}
            found += str(number) in keys
            wrong += len(keys - {str(number)})
        told = found + wrong
        print(f"{name:16} recall {found / half:.3f}   precision {found / max(told, 1):.3f}")
    speed(prints, chance)


def speed(prints: list[Fingerprint], chance: random.Random) -> None:
    rng = np.random.default_rng(1)
    many = {str(n): one.hashes for n, one in enumerate(prints)}
    while len(many) < 10_000:
        base = prints[chance.randrange(len(prints))]
        noise = rng.integers(0, 2**63, base.hashes.shape, np.uint64)
        many[f"other {len(many)}"] = base.hashes ^ noise
    index = Index(many)
    times = []
    for one in prints[:50]:
        start = time.process_time()
        index.search(one, lambda key: prints[int(key)].smalls)
        times.append((time.process_time() - start) * 1000)
    print(f"10,000 pictures: {statistics.median(times):.1f} ms a search (largest {max(times):.1f})")


if __name__ == "__main__":
    main()
