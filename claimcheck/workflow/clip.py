"""The clip as a use case: read the originals, compose frames, write the video with its record."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from claimcheck.cards.clips.clip import FPS, Clip, ClipPlan, Motion, clip_frames, usual_seconds
from claimcheck.cards.clips.encode import encode_clip
from claimcheck.cards.clips.share import encode_shared, shared_size
from claimcheck.cards.compose import (
    CardPictures,
    both_pictures,
)
from claimcheck.cards.content import content_of
from claimcheck.cards.formats import find_format
from claimcheck.cards.outfit import PLAIN_STYLE, HouseStyle
from claimcheck.cards.templates import find_template
from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.imaging.aligning.align import Refusal
from claimcheck.imaging.aligning.homography import Matrix
from claimcheck.library.atomic import writing
from claimcheck.library.originals import Originals
from claimcheck.model.review import Review
from claimcheck.model.showing import as_shown
from claimcheck.workflow.alignment import lie_on_each_other
from claimcheck.workflow.card import house_style
from claimcheck.workflow.exports import (
    Exported,
    Keeping,
    Recipe,
    Seconds,
    keep_records,
    recorded,
    refuse_private,
)
from claimcheck.workflow.file_sets import check_pattern, fill_pattern
from claimcheck.workflow.pictures import read_stickers
from claimcheck.workflow.prepared import prepared_picture
from claimcheck.workflow.progress import Progress, silent

PATTERN = "{product}-{format}-{what}"
CLIP_KINDS = {".mp4": "mp4", ".gif": "gif", ".webp": "webp"}
"""By the file name's end."""
_OVERLAYING = {Motion.WIPE, Motion.BLINK, Motion.STORY}
"""Motions that show both pictures at the same place."""
_KEPT_ALIGNMENTS = 8
_found: dict[tuple[bytes, ...], Matrix | None] = {}


def plan_clip(
    review: Review,
    *,
    language: str,
    motion: Motion,
    seconds: float | None = None,
    template: str = "",
    format: str = "",  # noqa: A002 - the vocabulary's word
    style: HouseStyle = PLAIN_STYLE,
) -> ClipPlan:
    """What ``export_clip`` will make; without ``seconds`` as long as the motion usually takes.

    ``template`` and ``format`` are ids, empty for the review's own; ``style`` is the library's.
    ``KnownError``: TEMPLATE_UNKNOWN, FORMAT_UNKNOWN.
    """
    wanted = seconds if seconds is not None else usual_seconds(motion, review)
    return ClipPlan(
        motion,
        round(wanted * FPS) / FPS,
        find_format(format or review.card.format),
        find_template(template or review.card.template, style.templates),
        language,
        brand=style.brand,
    )


def file_name(
    pattern: str,
    review: Review,
    *,
    language: str,
    motion: Motion,
    format: str,  # noqa: A002
    suffix: str,
) -> str:
    """What a clip is called by a pattern; ``KnownError`` VALUE_INVALID as ``check_pattern``."""
    check_pattern(pattern)
    words = {"format": format, "template": review.card.template, "language": language}
    return fill_pattern(pattern, review, what=motion.value, **words) + suffix


def render_clip(
    originals: Originals, review: Review, plan: ClipPlan, seconds: Seconds | None = None
) -> Clip:
    """The frames of a clip, for a preview or for a file; ``seconds`` is added to.

    ``KnownError``: what ``clip_frames``, ``both_pictures`` and ``read_picture`` raise.
    """
    review, seconds = as_shown(review), seconds or Seconds()
    listing, photo = both_pictures(review)
    with seconds.during("decode"):
        pictures = CardPictures(
            prepared_picture(originals, review, listing),
            prepared_picture(originals, review, photo),
            read_stickers(originals, review),
        )
    with seconds.during("compose"):
        way = _way(review, pictures) if plan.motion in _OVERLAYING else None
        return clip_frames(plan, review, pictures, way)


def _way(review: Review, pictures: CardPictures) -> Matrix | None:
    """How the photo lies on the listing image: as the review keeps it, else as it is found."""
    kept = content_of(review, "en").photo_to_listing
    return np.array(kept).reshape(3, 3) if kept is not None else photo_to_listing(pictures)


def export_clip(
    library: Keeping,
    review: Review,
    out: Path,
    *,
    language: str,
    motion: Motion,
    seconds: float | None = None,
    template: str = "",
    format: str = "",  # noqa: A002
    overwrite: bool = True,
    progress: Progress = silent,
) -> Exported:
    """Write a clip of ``review`` to ``out`` (``.mp4``, ``.gif`` or ``.webp``), whole or not at all.

    ``progress`` counts frames. The library keeps a record, unless it is open read-only.
    ``KnownError``: VALUE_INVALID for another suffix or length, FILE_EXISTS, what ``plan_clip`` and
    ``render_clip`` raise, and what ``writing`` raises.
    """
    if not overwrite and out.exists():
        raise KnownError(ErrorKind.FILE_EXISTS, out, count=1)
    written = write_clip(
        library.originals,
        review,
        out,
        language=language,
        motion=motion,
        seconds=seconds,
        template=template,
        format=format,
        progress=progress,
    )
    clip = written.clip
    options = {
        "motion": motion.value,
        "seconds": clip.frame_count / clip.fps,
        "fps": clip.fps,
        "brand": written.brand,
        "type": written.kind,
    }
    recipe = Recipe("clip", review, language, clip.plan.template, clip.plan.format, options)
    digest = written.sha256, written.bytes
    record = recorded(recipe, out, digest, written.size, clip.warnings)
    keep_records(library, [record])
    return Exported((record,), clip.warnings, written.seconds)


@dataclass(frozen=True, slots=True)
class WrittenClip:
    """A clip that is on disk, not yet on record."""

    clip: Clip
    kind: str
    """``mp4``, ``gif`` or ``webp``."""
    size: tuple[int, int]
    """Width and height in pixels."""
    sha256: str
    bytes: int
    seconds: Seconds
    brand: str
    """The digest of the brand kit."""


def write_clip(
    originals: Originals,
    review: Review,
    out: Path,
    *,
    language: str,
    motion: Motion,
    seconds: float | None = None,
    template: str = "",
    format: str = "",  # noqa: A002
    progress: Progress = silent,
) -> WrittenClip:
    """Write a clip, whole or not at all; parameters and errors as ``export_clip``."""
    kind = CLIP_KINDS.get(out.suffix.lower())
    if kind is None:
        raise KnownError(
            ErrorKind.VALUE_INVALID,
            out,
            what=QT_TRANSLATE_NOOP("errors", "The name of the clip"),
            value=out.name,
            todo=QT_TRANSLATE_NOOP("errors", "End it with .mp4, .gif or .webp."),
        )
    style = house_style(originals.folder.parent)
    plan = plan_clip(
        review,
        language=language,
        motion=motion,
        seconds=seconds,
        template=template,
        format=format,
        style=style,
    )
    progress(0, round(plan.seconds * plan.fps), review.product.name)
    spent = Seconds()
    clip = render_clip(originals, review, plan, spent)
    with writing(out) as file, spent.during("encode"):
        encoding = encode_clip(clip, file) if kind == "mp4" else encode_shared(clip, file, kind)
        with closing(encoding) as frames:
            for index in frames:
                progress(index + 1, clip.frame_count, review.product.name)
        file.flush()
        with Path(file.name).open("rb") as written:
            refuse_private(written, out)
            digest = _digest(written)
            size = written.seek(0, 2)
    shown = clip.size if kind == "mp4" else shared_size(clip, kind)
    return WrittenClip(clip, kind, shown, digest, size, spent, style.digest)


def photo_to_listing(pictures: CardPictures) -> Matrix | None:
    """The homography between two pictures' full-size pixels, or ``None`` where none is sure.

    For the pictures seen last it is remembered.
    """
    both = pictures.listing, pictures.photo
    key = tuple(hashlib.sha256(one.rgb.tobytes()).digest() for one in both)
    if key not in _found:
        while len(_found) >= _KEPT_ALIGNMENTS:
            _found.pop(next(iter(_found)), None)
        listing, photo = both
        found = lie_on_each_other(
            listing.rgb, photo.rgb, (listing.width, listing.height), (photo.width, photo.height)
        )
        _found[key] = None if isinstance(found, Refusal) else found.homography
    return _found[key]


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(1 << 20):
        digest.update(chunk)
    return digest.hexdigest()
