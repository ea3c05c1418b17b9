"""Crops by hand: whatever is dragged, nothing but picture is shown, and a shape is kept."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Rect
from claimcheck.ui.canvas.cropping import as_recorded, crop_in_ratio, moved_crop, resized_crop
from claimcheck.ui.canvas.gestures import CORNERS, Handle

ways = st.floats(-2000, 2000)
handles = st.sampled_from([*CORNERS, Handle.N, Handle.E, Handle.S, Handle.W])
adjustments = st.builds(
    Adjustment,
    st.just("a"),
    st.integers(30, 4000),
    st.integers(30, 4000),
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from((0.0, 0.0, 3.5, -20.0, 45.0)),
)


@settings(max_examples=40)
@given(adjustments, st.lists(st.tuples(handles, ways, ways), max_size=6), ways, ways)
def test_a_crop_shows_nothing_but_picture(
    adjustment: Adjustment, drags: list[tuple[Handle, float, float]], dx: float, dy: float
) -> None:
    crop = adjustment.frame
    for handle, x, y in drags:
        crop = resized_crop(adjustment, crop, handle, x, y)
        crop = moved_crop(adjustment, crop, dx, dy)
        assert crop.width >= 1
        assert crop.height >= 1
        whole = Rect(0, 0, *adjustment.upright_size)
        assert whole.encloses(crop) if not adjustment.angle else _nearly_fits(adjustment, crop)


@settings(max_examples=40)
@given(adjustments, handles, ways, ways, st.sampled_from((1.0, 9 / 16, 16 / 9, 0.8)))
def test_a_shape_is_kept(
    adjustment: Adjustment, handle: Handle, dx: float, dy: float, ratio: float
) -> None:
    crop = crop_in_ratio(adjustment, adjustment.frame, ratio)
    crop = resized_crop(adjustment, crop, handle, dx, dy, ratio)
    assert abs(crop.width - crop.height * ratio) <= 3 * max(ratio, 1.0)  # whole pixels


def test_all_of_it_is_no_crop() -> None:
    adjustment = Adjustment("a", 400, 300, quarter_turns=1)
    assert as_recorded(adjustment, Rect(0, 0, 300, 400)) is None
    assert as_recorded(adjustment, Rect(0, 0, 299, 400)) == Rect(0, 0, 299, 400)


def _nearly_fits(adjustment: Adjustment, crop: Rect) -> bool:
    """To within the pixel that whole pixels may cost at a slanted edge."""
    return adjustment.fits(crop.grown(-1.0))
