"""Frames out of pictures that move."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from claimcheck.capture.animation import Animation, moves, open_film
from claimcheck.errors import KnownError
from claimcheck.library.originals import Originals
from claimcheck.model.kinds import Role
from claimcheck.workflow.frames import take_frames
from tests.helpers.pictures import COLOURS, animated


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".png", ".avif"])
def test_each_frame_is_there_at_its_time(tmp_path: Path, suffix: str) -> None:
    path = animated(tmp_path / f"moving{suffix}")
    assert moves(path)
    with open_film(path) as film:
        assert isinstance(film, Animation)
        assert (film.info.width_px, film.info.height_px) == (64, 48)
        assert film.info.duration_s == pytest.approx(0.8)
        for number, colour in enumerate(COLOURS):
            frame = film.frame_at(number * 0.2 + 0.1)
            assert frame.time_s == pytest.approx(number * 0.2)
            assert np.abs(frame.rgb[24, 32].astype(int) - colour).max() < 12
        last = film.frame_at(99.0)
        assert film.step(last, 1).time_s == last.time_s
        assert film.step(last, -1).time_s == pytest.approx(0.4)
        assert film.frame_at(0.0, 32).rgb.shape == (24, 32, 3)


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".png", ".avif", ".jpg"])
def test_a_still_picture_does_not_move(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"still{suffix}"
    Image.new("RGB", (64, 48), "teal").save(path)
    assert not moves(path)


def test_frames_without_a_time_last_as_long_as_browsers_show_them(tmp_path: Path) -> None:
    with Animation(animated(tmp_path / "fast.gif", 0)) as film:
        assert film.info.duration_s == pytest.approx(0.4)


def test_a_damaged_one_is_refused(tmp_path: Path) -> None:
    path = animated(tmp_path / "moving.webp")
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(KnownError) as refusal:
        Animation(path)
    assert "moving.webp" in str(refusal.value)


def test_a_chosen_frame_becomes_evidence_that_tells_its_place(tmp_path: Path) -> None:
    path = animated(tmp_path / "moving.gif")
    intake = take_frames(Originals(tmp_path / "originals"), path, [0.45], Role.LISTING)
    (item,) = intake.evidence
    assert item.timecode_s == pytest.approx(0.4)
    assert dict(item.told)["video"] == "moving.gif"
    assert dict(item.told)["codec"] == "GIF"
