"""What the library tells about itself: lines of its list, exports, the result of a check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claimcheck.model.kinds import Verdict
from claimcheck.model.review import Evidence


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """A review as a line of the library's list."""

    id: str
    product: str
    brand: str
    claims: int
    discrepancies: int
    verdicts: tuple[Verdict, ...]
    """Those given, in the order of the claims."""
    updated_at: datetime
    listing_image: Evidence | None
    """Of the comparison in view."""
    photo: Evidence | None


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """A file that left the app."""

    id: str
    review_id: str
    path: str
    sha256: str
    bytes: int
    width_px: int
    height_px: int
    template: str
    format: str
    made_at: datetime
    version: str
    """Of claimcheck."""
    settings: str
    """JSON: what was done to which original."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that ``check`` found."""

    kind: str
    """``database``, ``original-missing``, ``original-altered``, ``original-unreadable``; or
    ``stray``: a file among the originals that isn't one."""
    what: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The state of the library. A stray file alone is told, but does no harm: ``ok`` stays true."""

    ok: bool
    reviews: int
    """Those in the trash too."""
    evidence: int
    problems: tuple[Problem, ...]
