"""The listing as another camera would have seen it."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.imaging.differing.relight import light_of


def _dark_with_lamps(seed: int = 1) -> np.ndarray:
    """Mostly dark brown; a few places as bright as can be."""
    rng = np.random.default_rng(seed)
    rows = rng.uniform(0.3, 1.6, (240, 1, 1)) * np.array([90.0, 65, 18])
    picture = np.repeat(rows, 200, axis=1) * np.linspace(0.8, 1.2, 200)[None, :, None]
    for y, x in ((40, 40), (60, 150), (150, 90), (190, 30)):
        picture[y : y + 24, x : x + 24] = 253
    return np.asarray(np.clip(picture, 0, 255), np.float32)


@pytest.mark.parametrize("contrast", [0.7, 0.8, 1.0, 1.25, 1.5])
def test_the_curve_holds_at_its_bright_end(contrast: float) -> None:
    listing = _dark_with_lamps()
    fall = np.linspace(1.0, 0.8, listing.shape[1])[None, :, None]
    photo = 255 * (listing / 255) ** contrast * np.array([0.75, 0.72, 0.7]) * fall
    photo[100:140, 20:60] = (200, 30, 30)  # what differs has no say
    photo = np.asarray(photo, np.float32)
    light = light_of(listing, photo, np.ones(listing.shape[:2], np.bool_))
    assert light is not None
    seen = light.on(listing)
    lamps = listing.min(axis=2) > 250
    assert np.abs(seen - photo)[lamps].mean() < 9
    other = ~lamps
    other[100:140, 20:60] = False
    assert np.abs(seen - photo)[other].mean() < 3


def test_too_little_to_go_by_tells_of_no_light() -> None:
    listing = _dark_with_lamps()
    nothing = np.zeros(listing.shape[:2], np.bool_)
    assert light_of(listing, listing * np.float32(0.5), nothing) is None
