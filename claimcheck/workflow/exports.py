"""What every export has in common: looked through, timed, and on record with its whole recipe.

A record holds the review as it was, so that the same file can be made again though the review
went on; see ``again``.
"""

from __future__ import annotations

import hashlib
import io
import json
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from claimcheck import __version__
from claimcheck.cards.boxes import CardWarning
from claimcheck.cards.compose import both_pictures, redactions_of
from claimcheck.cards.files.private_parts import private_parts
from claimcheck.cards.formats import Format
from claimcheck.cards.lint import Finding
from claimcheck.cards.templates import Template
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.originals import Originals
from claimcheck.library.records import ExportRecord
from claimcheck.library.values import to_plain
from claimcheck.model.review import Evidence, Review, new_id
from claimcheck.model.showing import ShownEvidence, as_shown


@dataclass(slots=True)
class Seconds:
    """How long an export took, by what was done."""

    decode: float = 0.0
    compose: float = 0.0
    encode: float = 0.0

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Add the time that the block takes to ``decode``, ``compose`` or ``encode``."""
        start = time.perf_counter()
        try:
            yield
        finally:
            setattr(self, what, getattr(self, what) + time.perf_counter() - start)


@dataclass(frozen=True, slots=True)
class Exported:
    """Files that are on disk, and what their creator should know about them."""

    records: tuple[ExportRecord, ...]
    warnings: tuple[CardWarning, ...]
    seconds: Seconds = field(default_factory=Seconds, compare=False)
    findings: tuple[Finding, ...] = ()
    """What a reader or a platform would stumble over; none on what is laid out automatically."""

    @property
    def record(self) -> ExportRecord:
        """The first file's, which is the only one of a card or a clip."""
        return self.records[0]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What makes one file what it is, besides the originals."""

    kind: str
    """``card``, ``slide``, ``overlay`` or ``clip``."""
    review: Review
    """As it is recorded, not as it is shown."""
    language: str
    template: Template
    format: Format
    options: Mapping[str, object] = field(default_factory=dict)
    """What only this kind has: a slide's number, a clip's motion."""


class Source(Protocol):
    """What an export reads of a library."""

    @property
    def originals(self) -> Originals:
        """Where the pictures lie."""
        ...


class Keeping(Source, Protocol):
    """What an export needs of a library: pictures, and a place for its record."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be put on record."""
        ...

    def record_exports(self, records: Iterable[ExportRecord]) -> None:
        """Put files on record, all or none."""
        ...


@dataclass(frozen=True, slots=True)
class Deferred:
    """Stands in for the library on another thread than the database's: what is put on record here
    is for that thread to keep; see ``keep_records``.
    """

    originals: Originals
    records: list[ExportRecord] = field(default_factory=list)
    read_only: bool = False

    def record_exports(self, records: Iterable[ExportRecord]) -> None:
        """Note them."""
        self.records.extend(records)


def refuse_private(file: BinaryIO | bytes, out: Path) -> None:
    """EXPORT_PRIVATE when a finished file holds anything but what it shows; then none is kept."""
    found = private_parts(io.BytesIO(file) if isinstance(file, bytes) else file)
    if found:
        raise KnownError(ErrorKind.EXPORT_PRIVATE, out, what=", ".join(found))


def digest_of(value: Template | Format) -> str:
    """Tells one state of a template or format from another, though their names are the same."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]


def recorded(
    recipe: Recipe,
    out: Path,
    data: tuple[str, int],
    size: tuple[int, int],
    warnings: Iterable[CardWarning] = (),
    shown: Mapping[str, Mapping[str, object]] | None = None,
) -> ExportRecord:
    """The record of a file; ``data`` is its SHA-256 and its length.

    ``shown``, by role: more about what a card shows of each picture.
    """
    settings = {
        "kind": recipe.kind,
        "language": recipe.language,
        **recipe.options,
        "template": digest_of(recipe.template),
        "format": digest_of(recipe.format),
        "pictures": {
            role: {**told, **(shown or {}).get(role, {})}
            for role, told in _pictures(recipe.review).items()
        },
        "warnings": [{"kind": w.kind, "text": w.text} for w in warnings],
        "review": to_plain(recipe.review),
    }
    return ExportRecord(
        id=new_id(),
        review_id=recipe.review.id,
        path=str(out.absolute()),
        sha256=data[0],
        bytes=data[1],
        width_px=size[0],
        height_px=size[1],
        template=recipe.template.id,
        format=recipe.format.id,
        made_at=datetime.now(UTC),
        version=__version__,
        settings=json.dumps(settings, ensure_ascii=False, sort_keys=True),
    )


def keep_records(library: Keeping, records: Iterable[ExportRecord]) -> None:
    """Put files on the library's record, unless it is open read-only."""
    if not library.read_only:
        library.record_exports(records)


def _pictures(review: Review) -> dict[str, dict[str, object]]:
    """What was done to which original."""
    shown = as_shown(review)
    return {
        evidence.role: {
            "sha256": evidence.sha256,
            "redactions": len(redactions_of(shown.marks_on(evidence.id))),
            "adjustment": _adjustment_told(evidence),
        }
        for evidence in both_pictures(shown)
    }


def _adjustment_told(evidence: Evidence) -> object:
    """How a picture was turned, straightened and cropped; ``None`` when it is shown as it is."""
    if not isinstance(evidence, ShownEvidence) or evidence.adjustment is None:
        return None
    told = asdict(evidence.adjustment)
    del told["id"]
    return told
