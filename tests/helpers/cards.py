"""Reviews and pictures for card tests: small, made here, with colours that can be found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import cv2
import numpy as np

from claimcheck.cards.compose import CardPictures, prepare_picture, redactions_of
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role, Severity, Verdict
from claimcheck.model.review import (
    CardSettings,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Listing,
    Mark,
    Product,
    Review,
)

MOMENT = datetime(2026, 11, 24, 12, tzinfo=UTC)

Places = tuple[Rect | None, Rect | None]


def studio_picture(width: int = 200, height: int = 200) -> RGB:
    """A red carton with a lid on white, as a webshop shows it."""
    pixels = np.full((height, width, 3), 255, np.uint8)
    left, right = int(0.34 * width), int(0.66 * width)
    top, bottom = int(0.08 * height), int(0.94 * height)
    pixels[top:bottom, left:right] = (190, 40, 50)
    pixels[top : top + height // 12, left + width // 10 : right - width // 10] = (240, 200, 30)
    pixels[int(0.5 * height) : int(0.7 * height), left:right] = (235, 230, 220)
    return pixels


def shelf_picture(width: int = 348, height: int = 348) -> RGB:
    """A carton before a soft, many-coloured shelf, as a phone shows it."""
    rng = np.random.default_rng(7)
    coarse = rng.integers(30, 200, (9, 9, 3), dtype=np.uint8)
    pixels = np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))
    corners = np.array([[0.42, 0.1], [0.72, 0.18], [0.6, 0.92], [0.28, 0.84]])
    outline = np.rint(corners * (width, height)).astype(np.int32)
    cv2.fillPoly(pixels, [outline], (150, 60, 60))
    return np.asarray(pixels, dtype=np.uint8)


def evidence(item_id: str, role: Role, rgb: RGB) -> Evidence:
    """A piece of evidence of the size of ``rgb``."""
    return Evidence(
        id=item_id,
        sha256="0" * 64,
        role=role,
        name=f"{item_id}.jpg",
        suffix=".jpg",
        size_bytes=1,
        width_px=rgb.shape[1],
        height_px=rgb.shape[0],
        added_at=MOMENT,
    )


def point(x: float, y: float) -> Rect:
    """A place without an area."""
    return Rect(x, y, 0.0, 0.0)


def card_review(
    listing: RGB,
    photo: RGB,
    *,
    name: str = "",
    quote: str = "",
    verdict: Verdict | None = None,
    reasoning: str = "",
    notes: Sequence[tuple[str, Places]] = (),
    seller: str = "",
    marks: tuple[Mark, ...] = (),
    settings: CardSettings | None = None,
) -> Review:
    """A review whose card shows the two pictures; evidence ids are ``listing`` and ``photo``."""
    claims = (Claim("claim", quote, verdict=verdict, reasoning=reasoning),) if quote else ()
    settings = settings or CardSettings()
    return Review(
        id="review",
        product=Product(name=name),
        created_at=MOMENT,
        updated_at=MOMENT,
        listings=(Listing("shop", seller=seller, seen_on=date(2026, 11, 24)),),
        evidence=(
            evidence("listing", Role.LISTING, listing),
            evidence("photo", Role.PHOTO, photo),
        ),
        claims=claims,
        comparisons=(Comparison("pair", "listing", "photo"),),
        discrepancies=tuple(
            Discrepancy(f"d{number}", "pair", *places, severity=Severity.CLEAR, note=note)
            for number, (note, places) in enumerate(notes, start=1)
        ),
        marks=marks,
        card=replace(settings, claim_id=settings.claim_id or ("claim" if quote else None)),
    )


def prepared(review: Review, listing: RGB, photo: RGB) -> CardPictures:
    """Both pictures as ``compose`` wants them, with the review's redactions."""
    first, second = review.evidence
    return CardPictures(
        prepare_picture(first, listing, redactions_of(review.marks_on(first.id))),
        prepare_picture(second, photo, redactions_of(review.marks_on(second.id))),
    )
