"""An export made again from its record: the review as it was, whatever became of it since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck import __version__
from claimcheck.cards.clips.clip import Motion
from claimcheck.cards.files.encode import encode_picture, kind_for
from claimcheck.cards.formats import find_format
from claimcheck.cards.layers import Layer, paint_layer
from claimcheck.cards.slides import SlideKind, SlidePainter, SlidePlan
from claimcheck.cards.templates import find_template
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.atomic import write_atomically
from claimcheck.library.library import Library
from claimcheck.library.records import ExportRecord
from claimcheck.library.values import from_plain
from claimcheck.model.review import Review
from claimcheck.model.showing import as_shown
from claimcheck.workflow.card import brand_digest, house_style, read_pictures, render_card
from claimcheck.workflow.clip import write_clip
from claimcheck.workflow.exports import digest_of, refuse_private
from claimcheck.workflow.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class MadeAgain:
    """A file made again, and whether it is the same."""

    record: ExportRecord
    """Of the first time."""
    sha256: str
    bytes: int
    changed: tuple[str, ...]
    """What is not as it was then: ``version``, ``template``, ``brand``, ``format``."""

    @property
    def same(self) -> bool:
        """Whether it is the same byte for byte."""
        return self.sha256 == self.record.sha256


def export_again(
    library: Library, export_id: str, out: Path, progress: Progress = silent
) -> MadeAgain:
    """Make the export with this id (or how it begins) or SHA-256 again, as ``out``; nothing is
    recorded.

    ``KnownError``: EXPORT_UNKNOWN, also for one whose record has no recipe; VALUE_INVALID for
    another suffix than it had; ORIGINAL_MISSING and what else making it raises.
    """
    record = library.find_export(export_id)
    told: dict[str, Any] = json.loads(record.settings)
    if "review" not in told or "kind" not in told:
        raise KnownError(ErrorKind.EXPORT_UNKNOWN, id=export_id)
    if out.suffix.lower() != Path(record.path).suffix.lower():
        todo = f"It was a {Path(record.path).suffix} file; end it with that."
        what = "The name of the file"
        raise KnownError(ErrorKind.VALUE_INVALID, out, what=what, value=out.name, todo=todo)
    review = from_plain(told["review"], Review)
    make = _MAKERS[told["kind"]]
    sha256, size = make(library, review, record, told, out, progress)
    return MadeAgain(record, sha256, size, tuple(_changed(record, told, library)))


def _changed(record: ExportRecord, told: dict[str, Any], library: Library) -> list[str]:
    own, brand = house_style(library.folder).templates, brand_digest(library.folder)
    now = {
        "version": (record.version, __version__),
        "template": (told["template"], digest_of(find_template(record.template, own))),
        "brand": (told.get("brand", brand), brand),
        "format": (told["format"], digest_of(find_format(record.format))),
    }
    return [name for name, (then, current) in now.items() if then != current]


Made = tuple[str, int]
"""SHA-256 and length."""
Make = Callable[[Library, Review, ExportRecord, dict[str, Any], Path, Progress], Made]


def _again_picture(
    library: Library,
    review: Review,
    record: ExportRecord,
    told: dict[str, Any],
    out: Path,
    progress: Progress,
) -> Made:
    style = house_style(library.folder)
    if told["kind"] == "slide":
        shown = as_shown(review)
        painter = SlidePainter(
            shown,
            read_pictures(library.originals, shown, progress),
            told["language"],
            find_template(record.template, style.templates),
            find_format(record.format),
            style,
        )
        image = painter.paint(SlidePlan(SlideKind(told["slide"]), told["about"])).image
    else:
        card = render_card(
            library.originals,
            review,
            language=told["language"],
            template=record.template,
            format=record.format,
            progress=progress,
        )
        image = card.image
        if told["kind"] == "overlay":
            image = paint_layer(card.layout, card.artwork, Layer(told["layer"]))
    kind_for(out, "The name of the file")
    data = encode_picture(image, told["type"], find_format(record.format).max_bytes)
    refuse_private(data, out)
    write_atomically(out, data)
    return hashlib.sha256(data).hexdigest(), len(data)


def _again_clip(
    library: Library,
    review: Review,
    record: ExportRecord,
    told: dict[str, Any],
    out: Path,
    progress: Progress,
) -> Made:
    written = write_clip(
        library.originals,
        review,
        out,
        language=told["language"],
        motion=Motion(told["motion"]),
        seconds=told["seconds"],
        template=record.template,
        format=record.format,
        progress=progress,
    )
    return written.sha256, written.bytes


_MAKERS: dict[str, Make] = {
    "card": _again_picture,
    "slide": _again_picture,
    "overlay": _again_picture,
    "clip": _again_clip,
}
