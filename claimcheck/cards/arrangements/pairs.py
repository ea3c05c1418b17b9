"""Two pictures laid in one frame so that their products are equally large and on one spot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from claimcheck.cards.arrangements.draft import Pictures
from claimcheck.cards.arrangements.framing import Scene, frame_picture
from claimcheck.cards.boxes import PictureShape, Placement, intersection
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.model.alignment import Homography, inverted, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

MOST_GROWN = 3.0
"""Times: how much larger than whole a product is shown to be as large as on a photo."""
_APART = 0.05
"""Of a photo's longer side: how far apart the spots on it are together, at least."""
_UNLIKE = 1.0
"""Of how far they are apart: how far spots may miss each other, to lie alike on both pictures."""

Spots = tuple[tuple[Point | None, Point | None], ...]
"""Where listing image and photo show the same, in their pixels; ``None`` where it isn't marked."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures for one frame, with what is marked on them."""

    listing: PictureShape
    photo: PictureShape
    listing_crop: Rect | None = None
    photo_crop: Rect | None = None
    photo_to_listing: Homography | None = None
    divided_at: float | None = None
    """Where the creator put the line, as a part of the listing image's width."""
    spots: Spots = ()
    """``marked_spots``."""
    covers: tuple[Rect, ...] = ()
    """What lies on them: slip, stamp, footer, in card pixels."""

    @property
    def is_framed_by_hand(self) -> bool:
        """Whether the creator chose what a picture shows."""
        return self.listing_crop is not None or self.photo_crop is not None


def laid_alike(
    frame: Rect, room: Rect, card_format: Format, pair: Pair
) -> tuple[Placement, Placement]:
    """Both pictures in one frame, their products of one height and on one spot."""
    scene = Scene(frame, (), card_format.safe_area, room)
    listing, photo = pair.listing, pair.photo
    first = frame_picture(listing, scene, (), None, pair.listing_crop).placement
    if pair.photo_crop is not None:
        return first, frame_picture(photo, scene, (), None, pair.photo_crop).placement
    if pair.photo_to_listing is not None:
        return _equally_large(first, frame, pair, pair.photo_to_listing)
    shown = first.rect(listing.subject)
    scale = min(shown.height, room.height) / max(photo.subject.height, 1.0)
    return first, _covering(photo, frame, scale, shown.center)


def _equally_large(
    first: Placement, frame: Rect, pair: Pair, to_listing: Homography
) -> tuple[Placement, Placement]:
    """Spot on spot; where the photo must be larger to fill the frame, the listing image grows."""
    wanted, goal = _laid_over(first, pair.photo, to_listing)
    second = _covering(pair.photo, frame, wanted, goal)
    grown = min(second.scale / wanted, MOST_GROWN)
    if pair.listing_crop is not None:
        return first, second
    if grown > 1.0:
        first = _grown(first, pair.listing, frame, grown)
        wanted, goal = _laid_over(first, pair.photo, to_listing)
        second = _covering(pair.photo, frame, wanted, goal)
    if pair.listing.background is None:
        return first, second
    lies = second.point(pair.photo.subject.center)  # not at its goal where the photo ends there
    return replace(first, x=first.x + lies.x - goal.x, y=first.y + lies.y - goal.y), second


def _grown(placement: Placement, picture: PictureShape, frame: Rect, by: float) -> Placement:
    """So much larger around the product's middle, and still without a bar."""
    middle, scale = placement.point(picture.subject.center), by * placement.scale
    x = middle.x - scale * picture.subject.center.x
    y = middle.y - scale * picture.subject.center.y
    grown = Placement(scale, x, y)
    return grown.over(frame, picture.whole) if picture.background is None else grown


def _laid_over(
    listing: Placement, photo: PictureShape, to_listing: Homography
) -> tuple[float, Point]:
    """The photo's scale, and where the product's middle comes, that lay it on the listing image.

    Of the homography that is what a picture can follow without being turned or slanted.
    """
    center = photo.subject.center
    reach = 0.1 * max(photo.subject.width, photo.subject.height, 1.0)
    here, right, below = (
        mapped(to_listing, center.moved(dx, dy)) for dx, dy in ((0, 0), (reach, 0), (0, reach))
    )
    area = (right.x - here.x) * (below.y - here.y) - (right.y - here.y) * (below.x - here.x)
    return listing.scale * abs(area) ** 0.5 / reach, listing.point(here)


def _covering(picture: PictureShape, frame: Rect, scale: float, center: Point) -> Placement:
    """The subject at ``center`` as near to ``scale`` as leaves nothing of the frame free."""
    least = max(frame.width / picture.width, frame.height / picture.height)
    scale = max(scale, least)
    middle = picture.subject.center
    x, y = center.x - scale * middle.x, center.y - scale * middle.y
    return Placement(scale, x, y).over(frame, picture.whole)


def marked_spots(content: CardContent) -> Spots:
    """The middle of each difference of the legend that is marked on either picture."""
    places = [(entry.listing_place, entry.photo_place) for entry in content.legend]
    return tuple(
        (one.center if one else None, other.center if other else None)
        for one, other in places
        if one or other
    )


def upright_way(
    spots: Iterable[tuple[Point | None, Point | None]], photo: PictureShape
) -> Homography | None:
    """How the photo lies on the listing image by the ``spots`` that are marked on both: upright,
    a scale and a shift, in full-size pixels. The least squares of both are taken.

    ``None`` for fewer than two spots that lie apart, or where they don't lie alike on both.
    """
    both = [(one, other) for one, other in spots if one is not None and other is not None]
    if len(both) < 2:
        return None
    theirs, ours = (np.array([complex(p.x, p.y) for p in side]) for side in zip(*both, strict=True))
    apart, wanted = ours - ours.mean(), theirs - theirs.mean()
    spread, goal = np.linalg.norm(apart), np.linalg.norm(wanted)
    if spread < _APART * max(photo.width, photo.height) or goal <= 0.0:
        return None
    scale = float(goal / spread)
    if np.linalg.norm(scale * apart - wanted) > _UNLIKE * goal:
        return None
    shift = complex(theirs.mean() - scale * ours.mean())
    return scale, 0.0, shift.real, 0.0, scale, shift.imag, 0.0, 0.0, 1.0


def photo_with_product(content: CardContent, pictures: Pictures) -> PictureShape:
    """The photo with the product as its subject, where the alignment tells what of it that is."""
    photo = pictures[Role.PHOTO]
    if content.photo_to_listing is None or not content.lies_exactly:
        return photo
    return with_product(photo, pictures[Role.LISTING], content.photo_to_listing)


def with_product(photo: PictureShape, listing: PictureShape, way: Homography) -> PictureShape:
    """The photo with the listing's product as its subject, which lies on it by ``way``."""
    to_photo = inverted(way)
    around = Rect.spanning(mapped(to_photo, corner) for corner in listing.subject.corners)
    seen = intersection(around, photo.whole)
    return replace(photo, subject=seen) if seen is not None else photo
