"""Both pictures of a slider or a blink as frames: the product at the same place on both."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from claimcheck.cards.arrangements.draft import Pictures
from claimcheck.cards.arrangements.pairs import Spots, marked_spots, upright_way
from claimcheck.cards.boxes import CardWarning, Placement
from claimcheck.cards.clips.overlay import (
    frame_alike,
    lay_overlay,
    pairs_of,
    warp_photo,
)
from claimcheck.cards.clips.paint import still
from claimcheck.cards.clips.planes import Planes
from claimcheck.cards.clips.reveal import Stage, lay_reveal, with_scrim_of
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.outfit import Outfit
from claimcheck.cards.paint.card import Artwork
from claimcheck.imaging.aligning.homography import Matrix
from claimcheck.model.kinds import Role

_MOST_AROUND = 0.08
"""Of the panel: how much may lie beside a photo that is only as large as the listing's product."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """What a slider uncovers."""

    listing: Planes
    photo: Planes
    stage: Stage
    """The listing's; that of the photo differs in picture and tab alone."""
    warnings: tuple[CardWarning, ...]


def build_reveal(
    outfit: Outfit,
    content: CardContent,
    card_format: Format,
    shapes: Pictures,
    artwork: Artwork,
    photo_to_listing: Matrix | None,
    tabs_apart: bool,
) -> Reveal:
    """Lay out both, bring them over each other as far as the pictures allow, and paint them.

    ``photo_to_listing``: the homography between both pictures' full-size pixels, where it is known.
    """
    listing, photo = (
        lay_reveal(outfit.template, content, card_format, shapes, role, tabs_apart)
        for role in (Role.LISTING, Role.PHOTO)
    )
    if content.crop(Role.LISTING) is None and content.crop(Role.PHOTO) is None:
        spots = marked_spots(content)
        if photo_to_listing is not None:
            spots = pairs_of(photo_to_listing, shapes[Role.LISTING].subject)
        listing, photo, artwork = _matched(listing, photo, shapes, artwork, spots, photo_to_listing)
    listing, photo = _branded(outfit, listing, photo, card_format, shapes)
    layouts = with_scrim_of(listing, photo), with_scrim_of(photo, listing)
    with ThreadPoolExecutor(max_workers=2) as side_by_side:
        before, after = side_by_side.map(lambda one: still(one, artwork), layouts)
    warnings = (*listing.layout.warnings, *photo.layout.warnings)
    return Reveal(before, after, listing, warnings)


def _matched(
    listing: Stage,
    photo: Stage,
    shapes: Pictures,
    artwork: Artwork,
    spots: Spots,
    exact: Matrix | None,
) -> tuple[Stage, Stage, Artwork]:
    """Both stages with the product at the same place: the photo warped where that is ``exact`` or
    leaves little beside it, else framed alike, else as they are.
    """
    whole = listing.layout.panels[0].placement
    upright = upright_way(spots, shapes[Role.PHOTO])
    if exact is not None:
        way = exact
    elif upright is not None:
        way = np.array(upright).reshape(3, 3)
    else:
        return listing, photo, artwork
    both = shapes[Role.LISTING], shapes[Role.PHOTO]
    overlay = lay_overlay(whole, *both, way, listing.panel, listing.clear)
    if overlay is not None and (exact is not None or overlay.uncovered <= _MOST_AROUND):
        warped = {**artwork, Role.PHOTO: warp_photo(overlay, artwork, photo.panel)}
        corner = Placement(1.0, photo.panel.x, photo.panel.y)
        return listing.placed(overlay.listing), photo.placed(corner), warped
    if upright is None:
        return listing, photo, artwork
    first, second = frame_alike(whole, *both, upright, photo.panel)
    return listing.placed(first), photo.placed(second), artwork


def _branded(
    outfit: Outfit, listing: Stage, photo: Stage, card_format: Format, shapes: Pictures
) -> tuple[Stage, Stage]:
    """Both in the clip's colours, with the logo at one place on both, off the product."""
    product = listing.layout.panels[0].placement.rect(shapes[Role.LISTING].subject)
    first, second = outfit.on(listing.layout), outfit.on(photo.layout)
    crowded = replace(second, stamp=photo.stamp, fills=(*second.fills, *first.fills))
    found = outfit.with_logo(crowded, card_format, (product,))
    first = replace(first, logo=found.logo)
    second = replace(second, logo=found.logo, warnings=found.warnings)
    return replace(listing, layout=first), replace(photo, layout=second)
