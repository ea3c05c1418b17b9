"""Pictures of evidence: as pixels, and as thumbnails that are kept in the platform's cache."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from claimcheck import paths
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.adjust import adjusted, decoding_side
from claimcheck.imaging.files.decode import bounded_size
from claimcheck.imaging.files.examine import SMALL_PX, examine, small_size
from claimcheck.imaging.files.load import load_reduced, load_rgb, load_rgba, load_stored
from claimcheck.imaging.files.stored import StoredPixels
from claimcheck.imaging.pixels import RGB, RGBA
from claimcheck.imaging.redact import block_of, redact
from claimcheck.imaging.resample import resize
from claimcheck.library.originals import Originals
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role, Sticker
from claimcheck.model.review import Evidence, Review
from claimcheck.model.showing import ShownEvidence

STICKER_PX = 1024
"""A stamp is small: more pixels than this would only cost memory."""
WORKING_PIXELS = 50_000_000
"""A larger picture is worked on at a half or a quarter of its size; its original stays whole."""
_KEPT_STICKERS = 8
_VERSION = 2  # raised when thumbnails come out differently, so that old ones are left aside
_SMALL_VERSION = 2  # the same of the small copies


def read_picture(originals: Originals, evidence: Evidence, at_most_px: int | None = None) -> RGB:
    """The pixels of a piece of evidence, upright, sRGB; see ``load_rgb``.

    Evidence of a review ``as_shown`` comes as it is shown, its redacted places destroyed before
    anything is turned. ``KnownError`` names it as the user knows it: ORIGINAL_MISSING,
    PICTURE_DAMAGED and others.
    """
    path = originals.find(evidence)
    try:
        if not isinstance(evidence, ShownEvidence) or evidence.adjustment is None:
            return load_rgb(path, at_most_px)
        adjustment = evidence.adjustment
        rgb = load_rgb(path, decoding_side(adjustment, at_most_px))
        if evidence.covered:
            size = adjustment.width_px, adjustment.height_px
            stored = replace(evidence, adjustment=None)
            rgb = redact(rgb, evidence.covered, size, block_of(stored))
        return adjusted(rgb, adjustment, at_most_px)
    except KnownError as error:
        raise _told_of(evidence, error) from error


def read_redacted(
    originals: Originals, evidence: Evidence, redactions: tuple[Rect, ...], at_most_px: int
) -> RGB:
    """As ``read_picture``, with ``redactions`` (in the pixels of ``evidence``) destroyed."""
    rgb = read_picture(originals, evidence, at_most_px)
    full_size = evidence.width_px, evidence.height_px
    return redact(rgb, redactions, full_size, block_of(evidence)) if redactions else rgb


def read_stored(
    originals: Originals, evidence: Evidence, at_most_px: int, folder: Path
) -> RGB | StoredPixels:
    """As ``read_picture``; in a file in ``folder`` where it can be decoded right into one."""
    if isinstance(evidence, ShownEvidence) and evidence.adjustment is not None:
        return read_picture(originals, evidence, at_most_px)
    path = originals.find(evidence)
    try:
        return load_stored(path, at_most_px, folder)
    except KnownError as error:
        raise _told_of(evidence, error) from error


def read_reduced(originals: Originals, evidence: Evidence, at_least_px: int) -> RGB:
    """As ``read_picture`` at a fraction of its size, see ``load_reduced``: for cards.

    What is shown turned or cropped comes at most ``at_least_px`` long.
    """
    if isinstance(evidence, ShownEvidence) and evidence.adjustment is not None:
        return read_picture(originals, evidence, at_least_px)
    try:
        return load_reduced(originals.find(evidence), at_least_px)
    except KnownError as error:
        raise _told_of(evidence, error) from error


def working_size(evidence: Evidence) -> tuple[int, int]:
    """Width and height at which a picture is worked on: its own, or halved until it is bearable.

    Halves, since a JPEG is decoded at half its size in a fraction of the time and memory.
    """
    width, height = evidence.width_px, evidence.height_px
    while width * height > WORKING_PIXELS:
        width, height = (width + 1) // 2, (height + 1) // 2
    return width, height


def read_sticker(originals: Originals, evidence: Evidence) -> RGBA:
    """A picture of one's own that is put on others, with its transparency.

    No more than ``STICKER_PX`` on its longer side. ``KnownError`` as ``read_picture``.
    """
    try:
        return load_rgba(originals.find(evidence), STICKER_PX)
    except KnownError as error:
        raise _told_of(evidence, error) from error


def read_stickers(originals: Originals, review: Review) -> dict[str, RGBA]:
    """The pictures of all stamps of ``review`` that show one, by the evidence's id."""
    used = {m.picture_id for m in review.marks if m.style.sticker is Sticker.PICTURE}
    found = (item for item in review.evidence if item.id in used and item.role is Role.STICKER)
    return {item.id: _sticker_once(originals, item) for item in found}


@lru_cache(maxsize=_KEPT_STICKERS)
def _sticker_once(originals: Originals, evidence: Evidence) -> RGBA:
    return read_sticker(originals, evidence)


def _told_of(evidence: Evidence, error: KnownError) -> KnownError:
    """The same error, named as the user knows the picture."""
    missing = error.kind is ErrorKind.FILE_MISSING  # it vanished just now
    kind = ErrorKind.ORIGINAL_MISSING if missing else error.kind
    details = {key: value for key, value in error.details.items() if key != "file"}
    return KnownError(kind, evidence.name, **details)


def thumbnail(
    originals: Originals,
    evidence: Evidence,
    side_px: int,
    redactions: tuple[Rect, ...] = (),
) -> RGB:
    """A picture whose longer side is at most ``side_px``, with ``redactions`` (in its full-size
    pixels) destroyed; from the cache when it was made before.

    The cache is a convenience: when it can't be read or written, the thumbnail is made anyway.
    ``KnownError`` as ``read_picture``.
    """
    full_size = evidence.width_px, evidence.height_px
    cached = paths.cache_folder() / "thumbnails" / _cache_name(evidence, side_px, redactions)
    picture = _from_cache(cached, bounded_size(full_size, side_px))
    if picture is None and not redactions:
        picture = _from_small(evidence, bounded_size(full_size, side_px))
    if picture is None:
        picture = read_redacted(originals, evidence, redactions, side_px)
        _to_cache(cached, picture)
    return picture


def keep_small(sha256: str, jpeg: bytes) -> None:
    """Put the small copy that was made when a picture came in into the cache."""
    path = _small_path(sha256)
    part = path.with_name(f"{secrets.token_hex(8)}.part")
    with suppress(OSError):
        try:
            part.write_bytes(jpeg)
        except FileNotFoundError:  # the first of its folder
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(jpeg)
        part.replace(path)


def small_copy(originals: Originals, evidence: Evidence) -> RGB:
    """The small copy that was made of the original when it came in; made again when it is gone.

    Of ``small_size``, upright, sRGB. ``KnownError`` as ``read_picture``.
    """
    size = small_size((evidence.width_px, evidence.height_px))
    small = _from_cache(_small_path(evidence.sha256), size)
    if small is None:
        try:
            jpeg = examine(originals.find(evidence), Path(evidence.name)).small
        except KnownError as error:
            raise _told_of(evidence, error) from error
        keep_small(evidence.sha256, jpeg)
        small = _decoded(jpeg)
        if small is None:
            raise KnownError(ErrorKind.PICTURE_DAMAGED, evidence.name)
    return small


def _small_path(sha256: str) -> Path:
    return paths.cache_folder() / "thumbnails" / sha256[:2] / f"{sha256}-small-{_SMALL_VERSION}.jpg"


def _from_small(evidence: Evidence, size: tuple[int, int]) -> RGB | None:
    """Made of the small copy, where that is enough: the picture is large, whole, and as it is."""
    full_size = evidence.width_px, evidence.height_px
    if not max(size) <= SMALL_PX < max(full_size) or isinstance(evidence, ShownEvidence):
        return None
    small = _from_cache(_small_path(evidence.sha256), small_size(full_size))
    return None if small is None else resize(small, *size)


def _cache_name(evidence: Evidence, side_px: int, redactions: tuple[Rect, ...]) -> Path:
    """``ab/abcd…-256-….png``: what went into the picture, so that a stale one is never found."""
    made_from = f"{_VERSION} {evidence.suffix} {evidence.width_px}x{evidence.height_px}"
    if isinstance(evidence, ShownEvidence):
        made_from += f" {evidence.adjustment!r} {evidence.covered!r}"
    if redactions and block_of(evidence) > 1:
        made_from += " whole blocks"
    for place in redactions:
        made_from += f" {place.x!r},{place.y!r},{place.width!r},{place.height!r}"
    digest = hashlib.sha256(made_from.encode()).hexdigest()[:16]
    return Path(evidence.sha256[:2]) / f"{evidence.sha256}-{side_px}-{digest}.png"


def _from_cache(path: Path, size: tuple[int, int]) -> RGB | None:
    """The cached picture, or ``None`` when there is no sound one of that size."""
    with suppress(OSError, cv2.error):
        picture = _decoded(path.read_bytes())
        if picture is not None and (picture.shape[1], picture.shape[0]) == size:
            return picture
    return None


def _decoded(data: bytes) -> RGB | None:
    bgr = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if data else None
    return None if bgr is None else np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8)


def _to_cache(path: Path, picture: RGB) -> None:
    """Keep a thumbnail, whole or not at all; a read-only or full disk is not worth a word."""
    part = path.with_name(f"{secrets.token_hex(8)}.part")
    with suppress(OSError, cv2.error):
        _done, data = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(data.tobytes())
            part.replace(path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
