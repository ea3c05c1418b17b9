"""Real pictures and what becomes of them on bad cards and lines: opened, or refused in one way."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import numpy as np
import pytest

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.load import load_rgb
from tests.helpers.pictures import encoded, photo
from tests.helpers.probing import probe
from tests.helpers.shared import shared_files

FOLDERS = ("exif", "heif", "orientation", "pillow")
EXPECTED = {
    ErrorKind.PICTURE_DAMAGED,
    ErrorKind.PICTURE_UNKNOWN,
    ErrorKind.PICTURE_UNSUPPORTED,
    ErrorKind.PICTURE_TOO_LARGE,
    ErrorKind.MEMORY_FULL,
    ErrorKind.FILE_EMPTY,
}
LONGEST_SECONDS = 5.0


def outcome(path: Path, data: bytes) -> ErrorKind | None:
    """``None`` when it opens soundly; anything but a known error comes through."""
    start = time.perf_counter()
    problem = None
    try:
        info = probe(path, data)
        rgb = load_rgb(path, 256, data)
    except KnownError as error:
        problem = error
    assert time.perf_counter() - start < LONGEST_SECONDS, path.name
    if problem is None:
        assert rgb.dtype == np.uint8
        assert max(rgb.shape[:2]) == min(256, max(info.width_px, info.height_px))
        assert (rgb.shape[1] >= rgb.shape[0]) == (info.width_px >= info.height_px)
        return None
    assert problem.kind in EXPECTED
    assert problem.file == path
    return problem.kind


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_real_file_opens_or_is_refused(folder: str) -> None:
    outcomes = {p.name: outcome(p, p.read_bytes()) for p in shared_files(f"images/{folder}")}
    opened = [name for name, kind in outcomes.items() if kind is None]
    assert len(opened) >= {"exif": 46, "heif": 24, "orientation": 18, "pillow": 320}[folder]


def test_the_pictures_of_cameras_and_phones_all_open() -> None:
    for folder in ("exif", "orientation"):
        for path in shared_files(f"images/{folder}"):
            assert outcome(path, path.read_bytes()) is None, path.name


def test_damaged_tiffs_write_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    for path in shared_files("images/pillow", "crash-*.tif"):
        outcome(path, path.read_bytes())
    # Pillow itself logs an error about this one: 32771 samples per pixel.
    samples = b"\x15\x01\x03\x00\x01\x00\x00\x00\x03"
    tiff = encoded(photo(40, 30), "TIFF")
    assert tiff.count(samples) == 1
    many = tiff.replace(samples + b"\x00", samples + b"\x80")
    assert outcome(Path("many.tif"), many) is ErrorKind.PICTURE_DAMAGED
    captured = capfd.readouterr()
    assert captured.err == ""
    assert captured.out == ""


def test_mutations_of_real_files_open_or_are_refused() -> None:
    seed = int(os.environ.get("CLAIMCHECK_SEED", "20261124"))
    chance = random.Random(seed)
    files = [p for folder in FOLDERS for p in shared_files(f"images/{folder}")]
    refused = 0
    for path in chance.sample(files, 250):
        data = mutated(path.read_bytes(), chance)
        refused += outcome(path, data) is not None
    assert refused > 50  # or the mutations would be harmless and this test worth nothing


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP"])
def test_mutations_of_each_kind_open_or_are_refused(kind: str) -> None:
    chance = random.Random(kind)
    sound = encoded(photo(200, 150), kind)
    for _ in range(40):
        outcome(Path("picture"), mutated(sound, chance))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Cut off, with bits flipped, or with a stretch zeroed."""
    changed = bytearray(data)
    if not changed:
        return b""
    how = chance.randrange(3)
    if how == 0:
        return bytes(changed[: chance.randrange(len(changed))])
    if how == 1:
        for _ in range(chance.randrange(1, 30)):
            # Half of them in the header, where they hurt more.
            reach = len(changed) if chance.random() < 0.5 else min(len(changed), 200)
            changed[chance.randrange(reach)] ^= 1 << chance.randrange(8)
        return bytes(changed)
    start = chance.randrange(len(changed))
    end = min(len(changed), start + chance.randrange(1, 2000))
    changed[start:end] = bytes(end - start)
    return bytes(changed)
