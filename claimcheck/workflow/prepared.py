"""Pictures ready for cards and clips: decoded, redacted, and with the product found on them.

Where the product is, is found once for each original, on the small copy that was made when it came
in, and kept beside it in the platform's cache. The cache only saves time: what is found is the same
with and without it.
"""

from __future__ import annotations

import json
import math
import secrets
from contextlib import suppress
from functools import lru_cache
from typing import Any

from claimcheck import paths
from claimcheck.cards.boxes import PictureShape
from claimcheck.cards.compose import (
    ENOUGH_PX,
    LOOKED_AT,
    PreparedPicture,
    both_pictures,
    prepare_picture,
    redactions_of,
    shape_of,
)
from claimcheck.library.originals import Originals
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Review
from claimcheck.model.showing import ShownEvidence
from claimcheck.workflow.pictures import read_reduced, small_copy

_KEPT_PICTURES = 4
"""Two for the card in view, two for the one before; some 12 MB each."""
_VERSION = 1  # raised when other products are found, so that what was kept is left aside


def prepared_picture(
    originals: Originals, review: Review, evidence: Evidence, crop: Rect | None = None
) -> PreparedPicture:
    """One picture of ``review`` (as it is shown); ``crop`` is the part that is to fill its panel.

    Those decoded last are not read again. ``KnownError`` as ``read_picture``.
    """
    originals.find(evidence)  # so that an original that vanished is told, though it was read before
    redactions = redactions_of(review.marks_on(evidence.id))
    return _prepared_once(originals, evidence, redactions, _needed_side(evidence, crop))


def known_shapes(originals: Originals, review: Review) -> dict[Role, PictureShape] | None:
    """Where the products of both pictures are, when that is known without decoding them."""
    shapes: dict[Role, PictureShape] = {}
    for role, evidence in zip((Role.LISTING, Role.PHOTO), both_pictures(review), strict=True):
        if not _is_looked_at(evidence, redactions_of(review.marks_on(evidence.id))):
            return None
        shapes[role] = _kept_shape(originals, evidence)
    return shapes


def _is_looked_at(evidence: Evidence, redactions: tuple[Rect, ...]) -> bool:
    """Whether the product is looked for on the small copy: nothing is hidden, nor turned."""
    large = max(evidence.width_px, evidence.height_px) > LOOKED_AT
    return large and not redactions and not isinstance(evidence, ShownEvidence)


def forget_pictures() -> None:
    """Read all pictures again from their originals."""
    _prepared_once.cache_clear()


@lru_cache(maxsize=_KEPT_PICTURES)
def _prepared_once(
    originals: Originals, evidence: Evidence, redactions: tuple[Rect, ...], side_px: int
) -> PreparedPicture:
    rgb = read_reduced(originals, evidence, side_px)
    looked_at = _is_looked_at(evidence, redactions)
    shape = _kept_shape(originals, evidence) if looked_at else None
    return prepare_picture(evidence, rgb, redactions, shape)


def _needed_side(evidence: Evidence, crop: Rect | None) -> int:
    """How large to decode: a crop chosen by hand wants more of the original's own pixels."""
    full = max(evidence.width_px, evidence.height_px)
    shown = max(crop.width, crop.height, 1.0) if crop else full
    return min(full, math.ceil(ENOUGH_PX * max(full / shown, 1.0)))


def _kept_shape(originals: Originals, evidence: Evidence) -> PictureShape:
    """Where the product is, as it was found on the small copy of the original."""
    size = evidence.width_px, evidence.height_px
    name = f"{evidence.sha256}-shape-{_VERSION}.json"
    path = paths.cache_folder() / "thumbnails" / evidence.sha256[:2] / name
    with suppress(OSError, ValueError, TypeError, KeyError):
        kept = _from_plain(json.loads(path.read_text("ascii")))
        if (kept.width, kept.height) == size:
            return kept
    shape = shape_of(small_copy(originals, evidence), size)
    part = path.with_name(f"{secrets.token_hex(8)}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(_to_plain(shape)), "ascii")
        part.replace(path)
    return shape


def _to_plain(shape: PictureShape) -> dict[str, object]:
    subject = shape.subject
    return {
        "size": [shape.width, shape.height],
        "subject": [subject.x, subject.y, subject.width, subject.height],
        "background": shape.background,
        "cut": sorted(shape.cut),
    }


def _from_plain(told: dict[str, Any]) -> PictureShape:
    width, height = (int(value) for value in told["size"])
    background = None if told["background"] is None else str(told["background"])
    subject = Rect(*(float(value) for value in told["subject"]))
    return PictureShape(width, height, subject, background, frozenset(map(str, told["cut"])))
