"""``align``, ``same`` and ``differences``: what the program sees in a listing and a photo."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.cli.many import Told, each_pair
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.align import Alignment, Refusal, align
from claimcheck.imaging.differing.differences import Difference, find_differences
from claimcheck.imaging.differing.overlay_picture import draw_overlay
from claimcheck.imaging.differing.same import judge_same
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from claimcheck.model.alignment import percent_sure
from claimcheck.workflow.write_picture import write_picture


def align_pictures(chosen: Namespace) -> int:
    """Find the listing in the photo; not finding it is an answer too."""
    return each_pair(chosen, _align)


def same(chosen: Namespace) -> int:
    """Whether the photo shows what the listing shows, or another variant."""
    return each_pair(chosen, _same)


def differences(chosen: Namespace) -> int:
    """What differs where the photo lies on the listing."""
    return each_pair(chosen, _differences)


def _align(chosen: Namespace) -> Told:
    listing, photo = _pictures(chosen)
    found = align(listing, photo)
    draw(chosen, listing, photo, found, ())
    if isinstance(found, Alignment):
        corners = "  ".join(f"({x:.0f}, {y:.0f})" for x, y in found.outline)
        line = f"found at {corners}, {percent_sure(found.confidence)} % sure"
        return {
            "accepted": True,
            "homography": found.homography.tolist(),
            "outline": found.outline.tolist(),
            "inliers": found.inliers,
            "reprojection_error_px": round(found.reprojection_error_px, 3),
            "confidence": round(found.confidence, 3),
            "method": str(found.method),
            "reason": None,
        }, line
    return {
        "accepted": False,
        "homography": None,
        "outline": None,
        "inliers": found.inliers,
        "reprojection_error_px": None,
        "confidence": round(found.confidence, 3),
        "method": None,
        "reason": str(found.reason),
    }, f"not found: {found.reason}"


def _same(chosen: Namespace) -> Told:
    listing, photo = _pictures(chosen)
    found = align(listing, photo)
    judged = judge_same(listing, photo, found)
    draw(chosen, listing, photo, found, judged.regions)
    result = {
        "same": str(judged.same),
        "confidence": judged.confidence,
        "regions": [region_of(one) for one in judged.regions],
    }
    return result, f"{judged.same}, {percent_sure(judged.confidence)} % sure"


def _differences(chosen: Namespace) -> Told:
    listing, photo = _pictures(chosen)
    found = align(listing, photo)
    regions: Sequence[Difference] = ()
    if isinstance(found, Alignment):
        regions = find_differences(listing, photo, found.homography)
    draw(chosen, listing, photo, found, regions)
    result: dict[str, Any] = {
        "aligned": found.accepted,
        "regions": [region_of(one) for one in regions],
    }
    if isinstance(found, Refusal):
        result["reason"] = str(found.reason)
        return result, f"not aligned: {found.reason}"
    told = ", ".join(f"{one.kind} at ({one.place.x:.0f}, {one.place.y:.0f})" for one in regions)
    return result, told or "nothing differs"


def _pictures(chosen: Namespace) -> tuple[RGB, RGB]:
    return load_rgb(Path(chosen.listing)), load_rgb(Path(chosen.photo))


def region_of(difference: Difference) -> dict[str, Any]:
    """``x`` and ``y`` are the centre of the top-left pixel."""
    place = difference.place
    return {
        "x": round(place.x, 1),
        "y": round(place.y, 1),
        "width": round(place.width, 1),
        "height": round(place.height, 1),
        "kind": str(difference.kind),
        "strength": difference.strength,
    }


def draw(
    chosen: Namespace,
    listing: RGB,
    photo: RGB,
    found: Alignment | Refusal,
    regions: Sequence[Difference],
) -> None:
    """Write the overlay that ``-o`` asks for; with many pairs there would be too many."""
    if chosen.output is None:
        return
    refuse_many_overlays(chosen)
    aligned = found if isinstance(found, Alignment) else None
    write_picture(draw_overlay(listing, photo, aligned, regions), chosen.output)


def refuse_many_overlays(chosen: Namespace) -> None:
    """``KnownError`` VALUE_INVALID for ``-o`` beside ``--pairs``."""
    if chosen.pairs is not None:
        raise KnownError(
            ErrorKind.VALUE_INVALID,
            what="--output",
            value=str(chosen.output),
            todo="Give it with one pair, not with --pairs.",
        )
