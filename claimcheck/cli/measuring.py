"""``colour`` and ``measure``: figures about a pair of pictures, each with what it is worth."""

from __future__ import annotations

import re
from argparse import Namespace

import numpy as np

from claimcheck.cli.many import Told, each_pair
from claimcheck.cli.values import one_of, place
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.align import Refusal, align
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.measuring.colour_names import colour_name
from claimcheck.imaging.measuring.measure import measured, plane_of
from claimcheck.imaging.measuring.rim import on_rim
from claimcheck.imaging.pixels import RGB
from claimcheck.model.colours import (
    DIFFERENCE_WORDS,
    UNCALIBRATED,
    ColourCorrection,
    Reference,
)
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.sizes import COINS, CORNER_PX, Known, Measured, Scale
from claimcheck.workflow.colour_reference import read_reference
from claimcheck.workflow.compare_colours import compare_colours, middle_of_product

_NUMBER = re.compile(r"[-+]?\d*\.?\d+")
_SIZED = frozenset({Known.LINE, Known.RECTANGLE})


def colour(chosen: Namespace) -> int:
    """How different one spot is on both pictures."""
    return each_pair(chosen, _colour)


def measure(chosen: Namespace) -> int:
    """A length in the photo, by something of known size that lies in it."""
    return each_pair(chosen, _measure)


# --- colour ---------------------------------------------------------------------------------------


def _colour(chosen: Namespace) -> Told:
    listing, photo = load_rgb(chosen.listing), load_rgb(chosen.photo)
    patches = [
        _from_corner(place(text, what)) if text else middle_of_product(rgb)
        for rgb, text, what in (
            (listing, chosen.listing_patch, "The listing's patch"),
            (photo, chosen.photo_patch, "The photo's patch"),
        )
    ]
    found = compare_colours(
        listing,
        photo,
        (patches[0], patches[1]),
        _correction(chosen, photo),
        names=(str(chosen.listing), str(chosen.photo)),
    )
    result = {
        "listing_lab": _rounded(found.listing.lab),
        "photo_lab": _rounded(found.photo.lab),
        "delta_e_2000": round(found.delta_e_2000, 3),
        "calibrated": found.calibrated,
    }
    names = " → ".join(colour_name(side.lab) for side in (found.listing, found.photo))
    line = f"{names}: {DIFFERENCE_WORDS[found.size]}, ΔE2000 {found.delta_e_2000:.1f}"
    return result, line if found.calibrated else f"{line}, {UNCALIBRATED}"


def _correction(chosen: Namespace, photo: RGB) -> ColourCorrection | None:
    name = str(chosen.photo)
    for text, reference in ((chosen.white, Reference.WHITE), (chosen.neutral, Reference.NEUTRAL)):
        if text:
            patch = _from_corner(place(text, f"The {reference.value} patch"))
            return read_reference(photo, reference, patch, name)
    if chosen.chart is None:
        return None
    corners = None
    if chosen.chart not in ("", "find"):
        corners = np.array([[p.x - 0.5, p.y - 0.5] for p in _points(chosen.chart, "The chart")])
        if len(corners) != 4:
            raise _invalid("The chart", chosen.chart, "Give its four corners: “x,y x,y x,y x,y”.")
    return read_reference(photo, Reference.CHART, corners, name)


def _rounded(lab: tuple[float, float, float]) -> list[float]:
    return [round(part, 3) for part in lab]


# --- size -----------------------------------------------------------------------------------------


def _measure(chosen: Namespace) -> Told:
    photo = load_rgb(chosen.photo)
    corner_px = _number(chosen.corner_px, "--corner-px", CORNER_PX)
    scale = _by_rim(_scale(chosen, corner_px), photo)
    plane = plane_of(scale, (photo.shape[1], photo.shape[0]), str(chosen.photo))
    ends = _ends(chosen, photo)
    sizes = [measured(plane, Measured.LENGTH, pair, corner_px) for pair in ends]
    result = {
        "length_mm": round(sizes[0].value, 3),
        "uncertainty_mm": round(sizes[0].uncertainty, 3),
    }
    told = " × ".join(f"{size.value:.1f} ± {size.uncertainty:.1f}" for size in sizes)
    return result, f"{told} mm{_tilt(plane.tilt_degrees)}"


def _tilt(degrees: float | None) -> str:
    return "" if degrees is None else f" (in the plane of the reference, tilted {degrees:.0f}°)"


def _scale(chosen: Namespace, corner_px: float) -> Scale:
    known = one_of(Known, chosen.known, "--known")
    width = height = 0.0
    if known in _SIZED:
        sides = [float(part) for part in _NUMBER.findall(chosen.size or "")]
        wanted = 1 if known is Known.LINE else 2
        if len(sides) != wanted or min(sides) <= 0:
            example = "50" if known is Known.LINE else "300x200"
            raise _invalid("--size", chosen.size or "", f"Give it in mm, such as {example}.")
        width, height = (*sides, 0.0)[:2]
    if not chosen.at:
        what = "points of its rim" if known in COINS else "ends" if width else "four corners"
        raise _invalid("--at", "", f"Give its {what} in the photo: “x,y x,y …”.")
    return Scale("", known, _points(chosen.at, "--at"), width, height, corner_px)


def _by_rim(scale: Scale, photo: RGB) -> Scale:
    """A coin by its rim in the pixels, where that is plain."""
    return scale if scale.known not in COINS else on_rim(scale, photo)


def _ends(chosen: Namespace, photo: RGB) -> list[tuple[Point, ...]]:
    """The two ends asked for; without them, the listing's top and left edge as the photo has it."""
    if chosen.between:
        ends = _points(chosen.between, "--between")
        if len(ends) != 2:
            raise _invalid("--between", chosen.between, "Give two places: “x,y x,y”.")
        return [ends]
    found = align(load_rgb(chosen.listing), photo)
    if isinstance(found, Refusal):
        todo = f"The listing isn’t found in the photo ({found.reason}): give two places."
        raise _invalid("--between", "", todo)
    corners = [Point(float(x) + 0.5, float(y) + 0.5) for x, y in found.outline]
    return [(corners[0], corners[1]), (corners[0], corners[3])]


def _points(text: str, what: str) -> tuple[Point, ...]:
    """``x,y x,y …``; the centre of the top-left pixel is (0, 0) for whoever types it."""
    numbers = [float(part) for part in _NUMBER.findall(text)]
    if len(numbers) % 2 or not numbers or re.sub(r"[-+\d.,;()\s]", "", text):
        raise _invalid(what, text, "Give places in pixels: “x,y x,y …”.")
    halves = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(Point(x + 0.5, y + 0.5) for x, y in halves)


def _from_corner(patch: Rect) -> Rect:
    """A point is meant as a pixel's middle; an area already counts whole pixels."""
    return patch if patch.width or patch.height else patch.moved(0.5, 0.5)


def _number(text: object, what: str, usual: float) -> float:
    if text is None:
        return usual
    try:
        number = float(str(text))
    except ValueError:
        number = -1.0
    if not 0 <= number < 1000:
        raise _invalid(what, str(text), "Give a number of pixels, such as 1.5.")
    return number


def _invalid(what: str, value: str, todo: str) -> KnownError:
    return KnownError(ErrorKind.VALUE_INVALID, what=what, value=value, todo=todo)
