"""The sample review: an invented brand, pictures of our own, and a fair verdict on its promises."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.errors import KnownError
from claimcheck.imaging.aligning.by_hand import fit_pairs
from claimcheck.library import Library
from claimcheck.model import edits, findings
from claimcheck.model.alignment import AlignedBy, Alignment, PointPair
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import (
    SIDES,
    DiscrepancyKind,
    Origin,
    Platform,
    Role,
    Severity,
    Topic,
    Verdict,
)
from claimcheck.model.review import (
    CardSettings,
    Claim,
    Discrepancy,
    Evidence,
    Listing,
    Product,
    Review,
    new_id,
)
from claimcheck.model.sizes import Known, Scale
from claimcheck.paths import resources
from claimcheck.workflow.intake import take_in

_SETTING = "sample-review"


def add_sample(library: Library, language: str) -> Review:
    """Put the sample review in ``library``, with texts in ``language`` (English if unknown).

    Where it is already, in that language and not in the trash, it is given as it stands.
    """
    texts = _texts(language)
    setting = f"{_SETTING}-{texts['language']}"
    known = library.setting(setting)
    if known in {summary.id for summary in library.summaries()}:
        return library.load(known)
    review = _review(library, texts)
    library.save(review)
    library.set_setting(setting, review.id)
    return review


def _folder() -> Path:
    return resources() / "sample"


def _texts(language: str) -> dict[str, Any]:
    """The parts of ``sample.toml`` that are the same in all languages, with those of one."""
    told = tomllib.loads((_folder() / "sample.toml").read_text("utf-8"))
    chosen = language if language in told["text"] else "en"
    return {**told, "text": told["text"][chosen], "language": chosen}


def _review(library: Library, texts: dict[str, Any]) -> Review:
    text = texts["text"]
    listing = _listing(texts["listing"])
    review = edits.new_review()
    review = edits.set_product(review, Product(text["product"], texts["brand"]))
    review = edits.put_listing(review, listing)
    review = edits.add_evidence(
        review,
        [
            _picture(library, "listing.jpg", Role.LISTING, listing.id),
            _picture(library, "photo.jpg", Role.PHOTO, None),
        ],
    )
    claims = {key: _claim(key, texts, listing.id) for key in texts["claims"]}
    for claim in claims.values():
        review = edits.put_claim(review, claim)
    for key, about in texts["discrepancies"].items():
        claim_id = claims[about["claim"]].id if "claim" in about else None
        found = _discrepancy(key, review.comparisons[0].id, about, text["notes"][key], claim_id)
        review = edits.put_discrepancy(review, found)
    review = _measured(review, texts["label"])
    card = CardSettings(
        title=text["title"],
        handle=text["handle"],
        language=texts["language"],
        claim_id=claims[texts["quoted"]].id,
        caption=text["caption"],
    )
    return edits.set_card(review, card)


def _listing(about: dict[str, Any]) -> Listing:
    seen_on: date = about["seen_on"]
    return Listing(
        id=new_id(),
        platform=Platform(about["platform"]),
        url=about["url"],
        seller=about["seller"],
        promoter=about["promoter"],
        is_ad=about["is_ad"],
        price=Decimal(about["price"]),
        currency=about["currency"],
        seen_on=seen_on,
        hashtags=tuple(about["hashtags"]),
    )


def _claim(key: str, texts: dict[str, Any], listing_id: str) -> Claim:
    about, text = texts["claims"][key], texts["text"]["claims"][key]
    return Claim(
        id=new_id(),
        quote=text["quote"],
        topic=Topic(about["topic"]),
        listing_id=listing_id,
        verdict=Verdict(about["verdict"]),
        reasoning=text["reasoning"],
        tested_how=text["tested_how"],
    )


def _picture(library: Library, name: str, role: Role, listing_id: str | None) -> Evidence:
    intake = take_in(library.originals, [_folder() / name], role, Origin.SAMPLE, listing_id)
    problem: KnownError | None = next(iter(intake.problems), None)
    if problem:
        raise problem
    return intake.evidence[0]


def _measured(review: Review, label: dict[str, float]) -> Review:
    """With what the jar's label tells: how the photo lies on the listing image, and both scales."""
    corners = {role: _truth(role)["label_corners"] for role in SIDES}
    listing, photo = corners[Role.LISTING], corners[Role.PHOTO]
    fit = fit_pairs(np.array(listing), np.array(photo))
    pairs = zip(listing, photo, strict=True)
    alignment = Alignment(
        review.comparisons[0].id,
        tuple(float(value) for value in fit.matrix.ravel()),
        AlignedBy.HAND,
        pairs=tuple(PointPair(Point(*one), Point(*other)) for one, other in pairs),
    )
    review = findings.set_alignment(review, alignment)
    for role in SIDES:
        points = tuple(Point(*corner) for corner in corners[role])
        sides = label["width_mm"], label["height_mm"]
        scale = Scale(review.pictures(role)[0].id, Known.RECTANGLE, points, *sides)
        review = findings.set_scale(review, scale)
    return review


def _truth(role: Role) -> dict[str, Any]:
    """Where things are in one of the pictures, in its pixels; their own script wrote it."""
    told: dict[str, Any] = json.loads((_folder() / "truth.json").read_text("utf-8"))
    return told["listing" if role is Role.LISTING else "photo"]  # type: ignore[no-any-return]


def _discrepancy(
    key: str, comparison_id: str, about: dict[str, Any], note: str, claim_id: str | None
) -> Discrepancy:
    """Where ``about`` puts it on the photo, else where the pictures' own script says it is."""
    listing_x, listing_y = _truth(Role.LISTING)[key]
    photo_x, photo_y = about.get("photo", _truth(Role.PHOTO)[key])
    return Discrepancy(
        id=new_id(),
        comparison_id=comparison_id,
        listing_place=Rect(listing_x, listing_y, 0, 0),
        photo_place=Rect(photo_x, photo_y, 0, 0),
        kind=DiscrepancyKind(about["kind"]),
        severity=Severity(about["severity"]),
        note=note,
        claim_id=claim_id,
    )
