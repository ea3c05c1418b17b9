"""Both products at one scale and with one middle: for what can't be laid exactly on itself."""

from __future__ import annotations

from claimcheck.imaging.segment import Product, find_product
from claimcheck.library.originals import Originals
from claimcheck.model.alignment import (
    AlignedBy,
    Alignment,
    Homography,
    PointPair,
    mapped,
    mapped_rect,
)
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.review import Evidence
from claimcheck.workflow.alignment import matched_framing
from claimcheck.workflow.pictures import read_redacted
from claimcheck.workflow.progress import Progress, silent

_READ_PX = 1024
"""Longer side of what is looked at: more shows no more."""
_AIR = 0.12
"""Around both products on a card, of the larger one's longer side."""


def find_in_box(
    originals: Originals,
    evidence: Evidence,
    box: Rect,
    progress: Progress = silent,
    hidden: tuple[Rect, ...] = (),
) -> Product:
    """The product in ``box``, all in the picture's full-size pixels; what is hidden isn't seen.

    ``KnownError`` as ``read_picture`` and ``find_product``.
    """
    progress(0, 2, evidence.name)
    rgb = read_redacted(originals, evidence, hidden, _READ_PX)
    progress(1, 2, evidence.name)
    scale = evidence.width_px / rgb.shape[1], evidence.height_px / rgb.shape[0]
    small = _stretched_rect(box, (1 / scale[0], 1 / scale[1]))
    found = find_product(rgb, small, evidence.name)
    progress(2, 2, evidence.name)
    return Product(
        frame=_stretched_rect(found.frame, scale),
        middle=_stretched(found.middle, scale),
        area=found.area * scale[0] * scale[1],
        outline=tuple(_stretched(point, scale) for point in found.outline),
    )


def same_size_and_middle(listing: Product, photo: Product) -> Homography:
    """Photo → listing image: both silhouettes get one area and one centre of gravity.

    Where one has none, both go by their frames: like is compared with like.
    """
    if listing.is_the_box or photo.is_the_box:
        return matched_framing(listing.frame, photo.frame)
    scale = (listing.area / photo.area) ** 0.5
    x = listing.middle.x - scale * photo.middle.x
    y = listing.middle.y - scale * photo.middle.y
    return (scale, 0.0, x, 0.0, scale, y, 0.0, 0.0, 1.0)


def framing_by_boxes(
    comparison_id: str, products: tuple[Product, Product], boxes: tuple[Rect, Rect]
) -> Alignment:
    """What the review keeps: of the listing image and of the photo each.

    The boxes are kept as two pairs, of their corners top left and bottom right.
    """
    corners = zip(boxes[0].corners[::2], boxes[1].corners[::2], strict=True)
    return Alignment(
        id=comparison_id,
        homography=same_size_and_middle(*products),
        aligned_by=AlignedBy.FRAMED,
        method="grabcut",
        pairs=tuple(PointPair(shop, own) for shop, own in corners),
    )


def boxes_of(framed: Alignment) -> tuple[Rect, Rect] | None:
    """The boxes on listing image and photo that led to a framing; ``None`` of any other way."""
    if framed.aligned_by is not AlignedBy.FRAMED or len(framed.pairs) != 2:
        return None
    listing = Rect.spanning(pair.listing for pair in framed.pairs)
    return listing, Rect.spanning(pair.photo for pair in framed.pairs)


def crops_alike(
    framed: Alignment, products: tuple[Product, Product], photo_size: tuple[int, int]
) -> tuple[Rect, Rect]:
    """What a card shows of listing image and photo, so that its panels have one scale and middle.

    The same part of both: around the two silhouettes as they lie on each other, with air as far
    as the photo has it.
    """
    listing, photo = products
    middle = mapped(framed.homography, photo.middle)
    reach = listing.frame.united(mapped_rect(framed.homography, photo.frame))
    wide = max(middle.x - reach.x, reach.right - middle.x)
    high = max(middle.y - reach.y, reach.bottom - middle.y)
    air = _AIR * 2 * max(wide, high)
    there = mapped_rect(framed.homography, Rect(0, 0, *photo_size))
    wide = max(wide, min(wide + air, middle.x - there.x, there.right - middle.x))
    high = max(high, min(high + air, middle.y - there.y, there.bottom - middle.y))
    part = Rect(middle.x - wide, middle.y - high, 2 * wide, 2 * high)
    return part, mapped_rect(framed.to_photo, part)


def _stretched(point: Point, by: tuple[float, float]) -> Point:
    return Point(point.x * by[0], point.y * by[1])


def _stretched_rect(rect: Rect, by: tuple[float, float]) -> Rect:
    return Rect(rect.x * by[0], rect.y * by[1], rect.width * by[0], rect.height * by[1])
