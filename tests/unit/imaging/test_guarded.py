"""Files that hang, crash or bloat a decoder cost a process, never the app."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pebble import ProcessExpired
from PIL import Image

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files import guarded as guard
from claimcheck.imaging.files.examine import SMALL_PX, Examined, small_size
from claimcheck.imaging.files.guarded import examination, guarded
from claimcheck.imaging.files.load import load_rgb
from tests.helpers import misbehaving
from tests.helpers.pictures import encoded, exif, photo, png_header_only
from tests.helpers.shared import shared_files

HERE = Path("IMG 1.jpg")


def refused(work: Callable[[], object], seconds: float) -> ErrorKind:
    with pytest.raises(KnownError) as caught:
        guarded(work, (), HERE, seconds).result()
    assert caught.value.file == HERE
    return caught.value.kind


@pytest.mark.parametrize(
    ("work", "kind"),
    [
        (misbehaving.hang, ErrorKind.FILE_SLOW),
        (misbehaving.work_on, ErrorKind.FILE_SLOW),
        (misbehaving.crash, ErrorKind.PICTURE_DAMAGED),
        (misbehaving.leave, ErrorKind.PICTURE_DAMAGED),
        (misbehaving.eat, ErrorKind.MEMORY_FULL),
    ],
)
def test_what_a_file_does_to_a_decoder_becomes_one_error(
    work: Callable[[], object], kind: ErrorKind
) -> None:
    start = time.monotonic()
    assert refused(work, 30.0 if work is misbehaving.eat else 0.5) is kind
    assert time.monotonic() - start < 30
    assert guarded(misbehaving.well, (1,), HERE, 20).result() == 2  # and life goes on


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_waiting_for_the_processor_is_no_damage() -> None:
    assert guarded(misbehaving.be_held_up, (0.8,), HERE, 0.4).result() == "whole"


def test_hanging_ends_with_the_time_that_it_has() -> None:
    assert guarded(misbehaving.well, (1,), HERE, 20).result() == 2  # the process has started
    hanging = [guarded(work, (), HERE, 0.5) for work in (misbehaving.hang, misbehaving.work_on)]
    for one in hanging:
        with pytest.raises(KnownError) as caught:
            one.result()
        assert caught.value.kind is ErrorKind.FILE_SLOW
        assert isinstance(caught.value.__cause__, ProcessExpired)  # not by the clock


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_deadlock_within_pythons_lock_ends_soon() -> None:
    assert guarded(misbehaving.well, (1,), HERE, 20).result() == 2  # the process has started
    start = time.monotonic()
    assert refused(misbehaving.deadlock, 0.5) is ErrorKind.FILE_SLOW
    assert time.monotonic() - start < 30
    assert guarded(misbehaving.well, (1,), HERE, 20).result() == 2


def test_the_work_is_done_elsewhere() -> None:
    assert guarded(misbehaving.process, (), HERE, 20).result() != os.getpid()


def test_stopping_it_is_no_end() -> None:
    assert guarded(misbehaving.well, (1,), HERE, 20).result() == 2
    guard.stop()
    assert guarded(misbehaving.well, (2,), HERE, 20).result() == 3


def test_a_picture_is_described_and_shrunk() -> None:
    data = encoded(photo(900, 600), "JPEG", exif=exif(orientation=6))
    seen = examination(data, HERE).result()
    assert (seen.info.width_px, seen.info.height_px) == (600, 900)
    with Image.open(BytesIO(seen.small)) as small:
        assert small.size == (267, SMALL_PX)
        assert not small.getexif()
    whole = load_rgb(HERE, SMALL_PX, data)
    assert abs(load_rgb(HERE, None, seen.small).astype(int) - whole).mean() < 6


@pytest.mark.parametrize(
    ("size", "small"),
    [
        ((4032, 3024), (504, 378)),
        ((3024, 4032), (378, 504)),
        ((4001, 3001), (500, 375)),
        ((8064, 6048), (400, 300)),
        ((1200, 900), (400, 300)),
        ((300, 40), (300, 40)),
    ],
)
def test_the_small_copy_of_a_photo_is_an_eighth(
    size: tuple[int, int], small: tuple[int, int]
) -> None:
    assert small_size(size) == small


def test_too_many_pixels_are_refused_from_the_header() -> None:
    with pytest.raises(KnownError) as caught:
        examination(png_header_only(30_000, 30_000), HERE).result()
    assert caught.value.kind is ErrorKind.PICTURE_TOO_LARGE


def test_every_real_and_damaged_file_ends_in_a_picture_or_one_error() -> None:
    """Each file as it is, and once cut short or with flipped bits."""
    chance = random.Random(11)
    files = [p for kind in ("pillow", "exif", "heif") for p in shared_files(f"images/{kind}", "*")]
    started = [examination(path, path) for path in files]
    for path in files:
        data = bytearray(path.read_bytes())
        if len(data) > 10 and chance.random() < 0.4:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.randint(1, 12)):
            if data:
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        started.append(examination(bytes(data), path))
    seen, refusals = 0, 0
    for one in started:
        try:
            assert isinstance(one.result(), Examined)
            seen += 1
        except KnownError:
            refusals += 1
    assert seen > 300
    assert refusals > 50
