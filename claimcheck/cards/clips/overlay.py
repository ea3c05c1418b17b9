"""The photo laid over the listing image, so that a slider between them compares the same spots.

Places are in each picture's full-size pixels as it is shown, or in the card's; pixel 0 covers 0
to 1.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from claimcheck.cards.arrangements.pairs import MOST_GROWN
from claimcheck.cards.boxes import PictureShape, Placement, intersection
from claimcheck.cards.clips.camera import blended, into, paint_region
from claimcheck.cards.paint.card import Artwork, CardPicture
from claimcheck.cards.paint.panel_images import Source
from claimcheck.imaging.aligning.homography import Matrix, Points, inverse, mapped, normalised
from claimcheck.imaging.pixels import RGB
from claimcheck.model.alignment import Homography, inverted
from claimcheck.model.alignment import mapped as spot_at
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

MOST_UNCOVERED = 0.5
"""Of the panel: with more of it beside the photo, the photo isn't warped but framed alike."""
_ZOOMS = (1.0, 1.06, 1.12, 1.2, 1.3, 1.45, 1.6)
_SHIFTS = np.linspace(-0.24, 0.24, 9)
_GRID = 16
_SOFT = 0.03
"""Of the panel's width: how soft the ground is where the photo ends."""
_LARGEST_SIDE = 2600.0
_MOST_ENLARGED = 3.0
_IN_VIEW = 0.98
"""Of a panel: how much of its width and height a product takes at most that is made larger."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """How both pictures lie in a panel: the listing image upright, the photo warped onto it."""

    listing: Placement
    to_card: Matrix
    """Photo → card."""
    uncovered: float
    """The share of the panel that lies beside the photo, 0 to ``MOST_UNCOVERED``."""


def lay_overlay(
    whole: Placement,
    listing: PictureShape,
    photo: PictureShape,
    to_listing: Matrix,
    panel: Rect,
    clear: Rect,
) -> Overlay | None:
    """Move the listing image, little, from ``whole`` to where the photo covers the panel as well.

    ``to_listing`` is the homography photo → listing image; the product should stay in ``clear``.
    ``None`` when too much of the panel would lie beside the photo.
    """
    back, spots = inverse(to_listing), _spots_in(panel)
    if _uncovered(whole, back, photo, spots) == 0.0:
        return Overlay(whole, normalised(_matrix(whole) @ to_listing), 0.0)
    ways = []
    for zoom, across, down in itertools.product(_ZOOMS, _SHIFTS, _SHIFTS):
        placement = _moved(whole, listing, panel, zoom, across, down)
        product = placement.rect(listing.subject)
        seen = intersection(product, clear)
        shown = seen.width * seen.height if seen else 0.0
        hidden = 1.0 - shown / max(product.width * product.height, 1.0)
        ways.append((8.0 * hidden + (zoom - 1.0) + 1.2 * math.hypot(across, down), placement))
    ways.sort(key=lambda way: way[0])
    best: tuple[float, float, Placement] | None = None
    for cost, placement in ways:
        if best is not None and cost >= best[0]:
            break  # even if it covered all, and so would those behind it
        uncovered = _uncovered(placement, back, photo, spots)
        if best is None or cost + 5.0 * uncovered < best[0]:
            best = cost + 5.0 * uncovered, uncovered, placement
    assert best is not None
    _, uncovered, placement = best
    if uncovered > MOST_UNCOVERED:
        return None
    return Overlay(placement, normalised(_matrix(placement) @ to_listing), uncovered)


def _moved(
    whole: Placement, listing: PictureShape, panel: Rect, zoom: float, across: float, down: float
) -> Placement:
    middle = whole.point(listing.subject.center)
    scale = zoom * whole.scale
    x = middle.x + across * panel.width - scale * listing.subject.center.x
    y = middle.y + down * panel.height - scale * listing.subject.center.y
    moved = Placement(scale, x, y)
    # Without a background it has nothing to go on with beyond its edges.
    return moved.over(panel, listing.whole) if listing.background is None else moved


def _spots_in(panel: Rect) -> Points:
    """A grid all over it."""
    steps = (np.arange(_GRID) + 0.5) / _GRID
    across, down = np.meshgrid(panel.x + steps * panel.width, panel.y + steps * panel.height)
    return np.column_stack([across.ravel(), down.ravel()])


def _uncovered(placement: Placement, back: Matrix, photo: PictureShape, spots: Points) -> float:
    seen = mapped(back, (spots - (placement.x, placement.y)) / placement.scale)
    inside = ((seen >= 0) & (seen <= (photo.width, photo.height))).all(axis=1)
    return 1.0 - float(inside.mean())


def _matrix(placement: Placement) -> Matrix:
    return np.array(
        [[placement.scale, 0, placement.x], [0, placement.scale, placement.y], [0, 0, 1.0]]
    )


def warp_photo(overlay: Overlay, artwork: Artwork, panel: Rect) -> CardPicture:
    """The photo with its marks as the panel shows it, pixel for pixel."""
    photo = artwork[Role.PHOTO]
    own = photo.rgb.shape[1] / photo.width
    scale = min(
        own,
        _local_scale(overlay.to_card, Point(photo.width / 2, photo.height / 2)),
        _LARGEST_SIDE / max(photo.width, photo.height),
    )
    painted = paint_region(
        Role.PHOTO, artwork, None, Rect(0.0, 0.0, photo.width, photo.height), scale
    )
    # OpenCV's pixel (0, 0) is the middle of the first; the panel begins at its own corner.
    middle = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1.0]])
    shrunk = np.diag([1 / scale, 1 / scale, 1.0])
    to_panel = np.array([[1, 0, -panel.x], [0, 1, -panel.y], [0, 0, 1.0]])
    matrix = inverse(middle) @ to_panel @ overlay.to_card @ shrunk @ middle
    size = round(panel.width), round(panel.height)
    warped = cv2.warpPerspective(
        painted, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
    )
    pixels = np.asarray(warped, dtype=np.uint8)
    if overlay.uncovered > 0.0:
        inside = np.full(painted.shape[:2], 255, np.uint8)
        shown = np.asarray(cv2.warpPerspective(inside, matrix, size), np.uint8)
        pixels = _softened_around(pixels, shown)
    return CardPicture(Source(pixels), size[0], size[1])


def _softened_around(pixels: RGB, inside: NDArray[np.uint8]) -> RGB:
    """What lies beside the photo is its mirror image, out of focus, so that it reads as ground."""
    soft = cv2.GaussianBlur(pixels, (0, 0), _SOFT * pixels.shape[1])
    return blended(pixels, np.asarray(soft, np.uint8), inside)


def _local_scale(matrix: Matrix, at: Point) -> float:
    """How much larger things become around a point."""
    spots = np.array([[at.x, at.y], [at.x + 1, at.y], [at.x, at.y + 1]])
    origin, right, below = mapped(matrix, spots)
    area = abs(np.cross(np.append(right - origin, 0), np.append(below - origin, 0))[2])
    return float(math.sqrt(max(area, 1e-6)))


# --- without warping -----------------------------------------------------------------------------


def frame_alike(
    whole: Placement,
    listing: PictureShape,
    photo: PictureShape,
    to_listing: Homography,
    panel: Rect,
) -> tuple[Placement, Placement]:
    """Place both, upright, so that the same spots lie at the same place as far as they can.

    ``to_listing`` is an ``upright_way``. The photo covers the panel, so spots near its edges may
    miss; where that makes it larger, the listing image grows with it, from ``whole``, as long as
    all of its product is in view.
    """
    covering = max(panel.width / photo.width, panel.height / photo.height)
    ratio = to_listing[0]  # listing pixels to a photo pixel
    scale = min(max(whole.scale * ratio, covering), _MOST_ENLARGED * covering)
    product = whole.rect(listing.subject)
    filling = min(panel.width / max(product.width, 1.0), panel.height / max(product.height, 1.0))
    largest = min(max(_IN_VIEW * filling, 1.0), MOST_GROWN)
    zoom = min(max(scale / (whole.scale * ratio), 1.0), largest)
    first = _moved(whole, listing, panel, zoom, 0.0, 0.0)
    if listing.background is not None:
        product = first.rect(listing.subject)
        across = into(panel.x, panel.right, product.x, product.right)
        down = into(panel.y, panel.bottom, product.y, product.bottom)
        first = replace(first, x=first.x + across, y=first.y + down)
    middle = listing.subject.center
    goal = first.point(middle)
    ours = spot_at(inverted(to_listing), middle)
    x, y = goal.x - scale * ours.x, goal.y - scale * ours.y
    return first, Placement(scale, x, y).over(panel, photo.whole)


def pairs_of(to_listing: Matrix, listing: Rect) -> tuple[tuple[Point, Point], ...]:
    """The corners of a part of the listing image, and where the photo shows them."""
    corners = [(x, y) for x in (listing.x, listing.right) for y in (listing.y, listing.bottom)]
    seen = mapped(inverse(to_listing), np.array(corners))
    return tuple(
        (Point(*corner), Point(float(x), float(y)))
        for corner, (x, y) in zip(corners, seen, strict=True)
    )
