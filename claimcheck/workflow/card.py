"""The card as a use case: read the originals, compose, and write the file with its record."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from claimcheck import __version__
from claimcheck.cards.boxes import CardWarning
from claimcheck.cards.compose import (
    LARGEST_SIDE,
    CardPictures,
    PreparedPicture,
    RenderedCard,
    both_pictures,
    compose,
    prepare_picture,
    redactions_of,
)
from claimcheck.cards.encode import JPEG_SUFFIXES, PNG_SUFFIXES, encode_jpeg, encode_png
from claimcheck.cards.lint import Finding
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.atomic import write_atomically
from claimcheck.library.library import Library
from claimcheck.library.originals import Originals
from claimcheck.library.records import ExportRecord
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Review, new_id
from claimcheck.model.showing import ShownEvidence, as_shown
from claimcheck.workflow.pictures import read_picture, read_stickers
from claimcheck.workflow.progress import Progress, silent

_KEPT_PICTURES = 4
"""Two for the card in view, two for the one before; some 12 MB each."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A card that is on disk, and what its creator should know about it."""

    record: ExportRecord
    warnings: tuple[CardWarning, ...]
    findings: tuple[Finding, ...] = ()
    """What a reader or a platform would stumble over; none on what is laid out automatically."""


def render_card(
    originals: Originals,
    review: Review,
    *,
    language: str,
    template: str = "",
    format: str = "",  # noqa: A002 - the vocabulary's word
    scale: float = 1.0,
    progress: Progress = silent,
) -> RenderedCard:
    """Paint the card of ``review``, ``scale`` times its size.

    ``template`` and ``format`` are ids, empty for the review's own. Pictures that were decoded for
    the card before are not read again. ``KnownError``: COMPARISON_MISSING, TEMPLATE_UNKNOWN,
    FORMAT_UNKNOWN, or what ``read_picture`` raises.
    """
    review = as_shown(review)
    listing, photo = both_pictures(review)
    progress(0, 3, listing.name)
    first = _prepared(originals, review, listing, review.card.listing_crop)
    progress(1, 3, photo.name)
    second = _prepared(originals, review, photo, review.card.photo_crop)
    progress(2, 3, review.product.name)
    pictures = CardPictures(first, second, read_stickers(originals, review))
    card = compose(review, pictures, language, template, format, scale)
    progress(3, 3, review.product.name)
    return card


def export_card(
    library: Library,
    review: Review,
    out: Path,
    *,
    language: str,
    template: str = "",
    format: str = "",  # noqa: A002
    overwrite: bool = True,
    progress: Progress = silent,
) -> Exported:
    """Write the card of ``review`` to ``out`` (``.jpg`` or ``.png``), whole or not at all.

    The library keeps a record of it, unless it is open read-only. ``KnownError``: VALUE_INVALID for
    another suffix, FILE_EXISTS, what ``render_card`` raises, and what ``write_atomically`` raises.
    """
    suffix = out.suffix.lower()
    if suffix not in (*JPEG_SUFFIXES, *PNG_SUFFIXES):
        raise KnownError(
            ErrorKind.VALUE_INVALID,
            out,
            what="The name of the card",
            value=out.name,
            todo="End it with .jpg or .png.",
        )
    if not overwrite and out.exists():
        raise KnownError(ErrorKind.FILE_EXISTS, out)
    card = render_card(
        library.originals,
        review,
        language=language,
        template=template,
        format=format,
        progress=progress,
    )
    is_png = suffix in PNG_SUFFIXES
    data = encode_png(card.image) if is_png else encode_jpeg(card.image, card.format.max_bytes)
    write_atomically(out, data)
    record = _record(review, card, out, data)
    if not library.read_only:
        library.record_export(record)
    return Exported(record, card.warnings, card.findings)


def _prepared(
    originals: Originals, review: Review, evidence: Evidence, crop: Rect | None
) -> PreparedPicture:
    originals.find(evidence)  # so that an original that vanished is told, though it was read before
    redactions = redactions_of(review.marks_on(evidence.id))
    return _prepared_once(originals, evidence, redactions, _needed_side(evidence, crop))


@lru_cache(maxsize=_KEPT_PICTURES)
def _prepared_once(
    originals: Originals, evidence: Evidence, redactions: tuple[Rect, ...], side_px: int
) -> PreparedPicture:
    return prepare_picture(evidence, read_picture(originals, evidence, side_px), redactions)


def _needed_side(evidence: Evidence, crop: Rect | None) -> int:
    """How large to decode: a crop chosen by hand wants more of the original's own pixels."""
    full = max(evidence.width_px, evidence.height_px)
    shown = max(crop.width, crop.height, 1.0) if crop else full
    return min(full, math.ceil(LARGEST_SIDE * max(full / shown, 1.0)))


def _record(review: Review, card: RenderedCard, out: Path, data: bytes) -> ExportRecord:
    return ExportRecord(
        id=new_id(),
        review_id=review.id,
        path=str(out.absolute()),
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        width_px=card.image.width(),
        height_px=card.image.height(),
        template=card.template.id,
        format=card.format.id,
        made_at=datetime.now(UTC),
        version=__version__,
        settings=json.dumps(_settings(review, card), ensure_ascii=False, sort_keys=True),
    )


def _settings(review: Review, card: RenderedCard) -> dict[str, object]:
    """What was done to which original: its scale, the part that is shown, how much is redacted."""
    pictures: dict[str, object] = {}
    review = as_shown(review)
    for role, evidence in zip((Role.LISTING, Role.PHOTO), both_pictures(review), strict=True):
        panel = card.layout.panel(role)
        scale = panel.placement.scale
        pictures[role] = {
            "sha256": evidence.sha256,
            "scale": round(scale, 4),
            "shown": [
                round((panel.rect.x - panel.placement.x) / scale, 1),
                round((panel.rect.y - panel.placement.y) / scale, 1),
                round(panel.rect.width / scale, 1),
                round(panel.rect.height / scale, 1),
            ],
            "redactions": len(redactions_of(review.marks_on(evidence.id))),
            "adjustment": adjustment_told(evidence),
        }
    return {
        "pictures": pictures,
        "warnings": [{"kind": w.kind, "text": w.text} for w in card.warnings],
    }


def adjustment_told(evidence: Evidence) -> object:
    """How a picture was turned, straightened and cropped; ``None`` when it is shown as it is."""
    if not isinstance(evidence, ShownEvidence) or evidence.adjustment is None:
        return None
    told = asdict(evidence.adjustment)
    del told["id"]
    return told
