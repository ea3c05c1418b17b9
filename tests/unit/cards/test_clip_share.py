"""GIF and animated WebP: small, looping, nothing private, and showing what the film shows."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from claimcheck.cards.clips.clip import ClipPlan, Motion, clip_frames
from claimcheck.cards.clips.planes import reduced, rgb_of
from claimcheck.cards.clips.share import STEPS, encode_shared, shared_size
from claimcheck.cards.files.private_parts import private_parts
from claimcheck.cards.formats import find_format
from claimcheck.cards.templates import find_template
from claimcheck.model.kinds import Verdict
from tests.helpers.cards import card_review, prepared, shelf_picture, studio_picture


@pytest.mark.parametrize("target", ["tiktok", "landscape"])
@pytest.mark.parametrize(("kind", "psnr"), [("gif", 33.5), ("webp", 38.0)])
def test_an_animation_shows_the_film(
    tmp_path: Path, qapp: object, kind: str, psnr: float, target: str
) -> None:
    listing, photo = studio_picture(), shelf_picture()
    review = card_review(listing, photo, name="Oats", quote="Oats", verdict=Verdict.FALSE, notes=[])
    plan = ClipPlan(Motion.WIPE, 3.0, find_format(target), find_template("side-by-side"), "en")
    clip = clip_frames(plan, review, prepared(review, listing, photo))
    out = tmp_path / f"clip.{kind}"
    with out.open("w+b") as file:
        seen = list(encode_shared(clip, file, kind))
        file.flush()
        assert private_parts(file) == ()
    assert seen == list(range(0, 90, STEPS[kind]))
    assert out.stat().st_size < 2_000_000
    total = 0.0
    with Image.open(out) as animation:
        assert animation.size == shared_size(clip, kind)
        assert max(animation.size) <= 960
        assert animation.info["loop"] == 0
        for number in range(animation.n_frames):  # type: ignore[attr-defined]
            animation.seek(number)
            animation.load()
            shown = np.array(animation.convert("RGB"))
            middle = (total + animation.info["duration"] / 2) / 1000
            total += animation.info["duration"]
            index = int(middle * 30) // STEPS[kind] * STEPS[kind]
            painted = rgb_of(reduced(clip.frame_at(index / 30), animation.width))
            assert cv2.PSNR(shown, painted) >= psnr, number
    assert total == pytest.approx(3000, abs=40)
