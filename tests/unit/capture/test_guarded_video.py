"""Clips are decoded in a process of their own, and what a clip does to it is told as damage."""

from __future__ import annotations

import multiprocessing
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from claimcheck.capture.guarded_video import GuardedVideo, Opener
from claimcheck.capture.video import Video
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from tests.helpers import misbehaving
from tests.helpers.films import FRAMES, RATE, film, number_of


def _processes() -> int:
    return sum(one.name == "film" for one in multiprocessing.active_children())


def test_frames_are_those_of_the_clip(tmp_path: Path) -> None:
    path = film(tmp_path / "clip.mp4", turn=90)
    with GuardedVideo(path) as guarded, Video(path) as plain:
        assert guarded.info == plain.info
        for number in (0, 7, FRAMES - 1, 3):
            theirs = plain.frame_at((number + 0.5) / RATE)
            ours = guarded.frame_at((number + 0.5) / RATE)
            assert ours.time_s == theirs.time_s
            assert np.array_equal(ours.rgb, theirs.rgb)
        small = guarded.frame_at(0.2, at_most_px=80)
        assert max(small.rgb.shape) == 80
        on = guarded.step(guarded.frame_at(0.5), 1)
        assert number_of(on.rgb) == number_of(plain.frame_at(0.5).rgb) + 1
        assert number_of(guarded.step(on, -1).rgb) == number_of(on.rgb) - 1
    assert not _processes()


@pytest.mark.parametrize("data", [b"", b"no clip at all", b"\x00\x00\x00\x18ftypmp42" + b"\0" * 99])
def test_what_is_no_clip_is_refused_as_before(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(data)
    with pytest.raises(KnownError) as refusal:
        GuardedVideo(path)
    kind = ErrorKind.VIDEO_DAMAGED if data else ErrorKind.FILE_EMPTY
    assert (refusal.value.kind, refusal.value.file) == (kind, path)
    assert not _processes()


@pytest.mark.logs_errors
@pytest.mark.parametrize(
    ("opener", "kind"),
    [
        (misbehaving.HangingFilm, ErrorKind.FILE_SLOW),
        (misbehaving.CrashingFilm, ErrorKind.VIDEO_DAMAGED),
        (misbehaving.EatingFilm, ErrorKind.MEMORY_FULL),
    ],
)
def test_a_clip_that_breaks_its_decoder_is_told_there_and_goes_on_elsewhere(
    tmp_path: Path, opener: Opener, kind: ErrorKind
) -> None:
    path = film(tmp_path / "clip.mp4")
    with GuardedVideo(path, opener=opener) as video:
        before = video.frame_at(0.1)
        video._seconds = 3.0
        with pytest.raises(KnownError) as refusal:
            video.frame_at(0.8)
        assert (refusal.value.kind, refusal.value.file) == (kind, path)
        video._seconds = 60.0
        assert number_of(video.frame_at(0.1).rgb) == number_of(before.rgb)
    assert not _processes()


@pytest.mark.logs_errors
def test_a_clip_that_hangs_while_it_is_opened_is_slow(tmp_path: Path) -> None:
    path = film(tmp_path / "clip.mp4")
    with pytest.raises(KnownError) as refusal:
        GuardedVideo(path, seconds=2.0, opener=misbehaving.open_for_ever)
    assert refusal.value.kind is ErrorKind.FILE_SLOW
    assert not _processes()


@pytest.mark.logs_errors
def test_closing_does_not_wait_for_a_frame_that_hangs(tmp_path: Path) -> None:
    video = GuardedVideo(film(tmp_path / "clip.mp4"), opener=misbehaving.HangingFilm)
    told: list[KnownError] = []

    def wait_for_it() -> None:
        try:
            video.frame_at(0.8)
        except KnownError as error:
            told.append(error)

    waiting = threading.Thread(target=wait_for_it)
    waiting.start()
    time.sleep(0.2)
    video.close()
    waiting.join(20)
    assert [error.kind for error in told] == [ErrorKind.VIDEO_DAMAGED]
    with pytest.raises(KnownError):
        video.frame_at(0.1)
    assert not _processes()


def test_a_far_jump_is_seen_at_once_and_given_up_when_nobody_waits_any_more(
    tmp_path: Path,
) -> None:
    path = film(tmp_path / "clip.mp4", gop=FRAMES)
    with GuardedVideo(path, opener=misbehaving.SlowFilm) as video:
        assert video.near(0.1) is None  # a step away
        near = video.near(1.9)
        assert near is not None
        assert number_of(near.rgb) == 0
        begin = time.monotonic()
        with pytest.raises(Cancelled):
            video.frame_at(1.9, is_wanted=lambda: False)
        assert time.monotonic() - begin < 1.0  # all of it takes 1.7 s
        assert number_of(video.frame_at(0.5 / RATE, is_wanted=lambda: True).rgb) == 0
