"""What a review is: one product, where it was offered, what was promised, and what came.

Everything is a frozen value. An edit (``model/edits.py``) returns a new ``Review``; nothing here
changes in place. Places and marks are in their own picture's pixels, oriented and full size.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol, TypeVar

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import Alignment, Proposal
from claimcheck.model.colours import ColourComparison, ColourCorrection
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import (
    CalloutStyle,
    Cover,
    Dash,
    DiscrepancyKind,
    MarkKind,
    Numbering,
    Origin,
    Platform,
    Role,
    Severity,
    Sticker,
    Topic,
    Typeface,
    Verdict,
)
from claimcheck.model.numbering import DiscNumber
from claimcheck.model.sizes import Measurement, Scale


def new_id() -> str:
    """Twelve random hexadecimal digits: short enough to type, enough for a library."""
    return secrets.token_hex(6)


class Identified(Protocol):
    """A value that keeps its identity when it is edited."""

    @property
    def id(self) -> str:
        """The same for all versions of one thing."""
        ...


T = TypeVar("T", bound=Identified)


@dataclass(frozen=True, slots=True)
class Product:
    """What was bought."""

    name: str = ""
    brand: str = ""
    gtin: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the product was offered or praised."""

    id: str
    platform: Platform = Platform.WEBSHOP
    url: str = ""
    seller: str = ""
    promoter: str = ""
    """The handle of who praised it."""
    is_ad: bool | None = None
    """Disclosed as an ad; ``None`` when nobody looked."""
    price: Decimal | None = None
    currency: str = ""
    """ISO 4217 code."""
    seen_on: date | None = None
    hashtags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One immutable file; the original lies in the library under its SHA-256."""

    id: str
    sha256: str
    role: Role
    name: str
    """The file name it came with."""
    suffix: str
    """Of the kind it really is, such as ``.jpg``; the original is stored with it."""
    size_bytes: int
    width_px: int
    """Oriented, full resolution."""
    height_px: int
    added_at: datetime
    """UTC."""
    origin: Origin = Origin.FILE
    source: str = ""
    """The URL or folder it came from, as far as known."""
    taken_at: datetime | None = None
    """What the camera wrote; without a time zone where the camera wrote none."""
    listing_id: str | None = None
    """The listing that a listing image comes from."""
    has_location: bool = False
    """Whether the original tells where it was taken."""
    camera: str = ""
    """Maker and model, as the camera wrote them."""
    timecode_s: float | None = None
    """Of a video's frame: seconds from the start of the clip."""
    told: tuple[tuple[str, str], ...] = ()
    """What came with it, by name: redirects and headers of a fetched page, a clip's codec."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A promise, quoted word for word, and what the reviewer found."""

    id: str
    quote: str
    topic: Topic = Topic.OTHER
    listing_id: str | None = None
    verdict: Verdict | None = None
    reasoning: str = ""
    tested_how: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One listing image beside one photo (either may still be missing)."""

    id: str
    listing_image_id: str | None = None
    photo_id: str | None = None
    first_number: int = 1
    """Of its first discrepancy; as a letter, 1 is A."""
    numbering: Numbering = Numbering.DIGITS


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A difference. Its number is its position among those of its comparison, from the first.

    A place is a rectangle, or a point when it has no width and no height.
    """

    id: str
    comparison_id: str
    listing_place: Rect | None = None
    photo_place: Rect | None = None
    kind: DiscrepancyKind = DiscrepancyKind.OTHER
    severity: Severity = Severity.CLEAR
    note: str = ""
    claim_id: str | None = None

    def place(self, role: Role) -> Rect | None:
        """Where it is on the listing image or on the photo."""
        return self.listing_place if role is Role.LISTING else self.photo_place


@dataclass(frozen=True, slots=True)
class Style:
    """How a mark is drawn. Lengths are thousandths of the picture's longer side.

    So a mark looks the same on a 200-pixel listing image and on a 48-megapixel photo, on the
    canvas and on a card.
    """

    colour: str = "#17150F"
    """``#RRGGBB``."""
    stroke: float = 6.0
    font_size: float = 40.0
    filled: bool = False
    fill: str = ""
    """``#RRGGBB`` of what is filled; empty takes ``colour``."""
    opacity: float = 1.0
    """0 to 1, of the mark as a whole; of a spotlight, how much it dims."""
    dash: Dash = Dash.SOLID
    both_ends: bool = False
    """An arrow with a head at its tail as well."""
    radius: float = 0.0
    """Of a box's corners."""
    shadow: bool = False
    round: bool = True
    """A magnifier or spotlight that is an ellipse, not a rectangle."""
    cover: Cover = Cover.SOLID
    """Of a redaction."""
    sticker: Sticker = Sticker.FALSE
    """Of a stamp."""
    plain: bool = False
    """Letters of a text without a casing, where they have no plate either."""
    typeface: Typeface = Typeface.INTER
    """Of a text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawn annotation on one evidence image.

    ``points`` are two opposite corners (box, ellipse, text, redaction, spotlight, stamp); tail and
    head, with the place in between that it bends through if it does (arrow, line, measure); all
    that the hand passed (pen, highlighter); corners of the source, then of the inset (magnifier);
    or the spot and its label's middle (swatch, whose text is the colour, ``#RRGGBB``).
    """

    id: str
    evidence_id: str
    kind: MarkKind
    points: tuple[Point, ...]
    style: Style = field(default_factory=Style)
    text: str = ""
    angle: float = 0.0
    """Degrees that it is turned clockwise about its middle (box, ellipse, text, stamp; a redaction
    that was drawn on a picture shown turned)."""
    picture_id: str = ""
    """Of a stamp that shows a picture of one's own: the evidence that is, by its id."""

    @property
    def frame(self) -> Rect:
        """The rectangle around its points."""
        return Rect.spanning(self.points)

    @property
    def covered(self) -> Rect:
        """The upright rectangle around the frame as it is turned: what a redaction hides."""
        frame, angle = self.frame, math.radians(self.angle)
        if not self.angle:
            return frame
        cos, sin, middle = abs(math.cos(angle)), abs(math.sin(angle)), frame.center
        width = frame.width * cos + frame.height * sin
        height = frame.width * sin + frame.height * cos
        return Rect(middle.x - width / 2, middle.y - height / 2, width, height)


@dataclass(frozen=True, slots=True)
class CardSettings:
    """What the creator chose for the card; empty means automatic."""

    title: str = ""
    template: str = "side-by-side"
    format: str = "tiktok"
    handle: str = ""
    language: str = ""
    """``en`` or ``nl``; empty follows the app."""
    claim_id: str | None = None
    """The claim to quote; ``None`` takes the first that has a verdict."""
    listing_crop: Rect | None = None
    """The part of the listing image to show, in its pixels; ``None`` frames it automatically."""
    photo_crop: Rect | None = None
    divided_at: float | None = None
    """Where a slider's line stands, as a part of the listing image's width; ``None`` where most
    numbers show."""
    caption: str = ""
    theme: str = ""
    """The colours, by their theme's id; empty takes yellow."""
    shown_differences: tuple[str, ...] = ()
    """Ids of the discrepancies to show, in this order; empty takes the gravest."""
    shown_claims: tuple[str, ...] = ()
    """Ids of the claims on a checklist, in this order; empty takes all that are judged."""
    listing_label: str = ""
    """What stands over the listing image; empty names where it was offered."""
    photo_label: str = ""
    """What stands over the photo; empty says that it is real life."""
    alternative: str = ""
    """What to buy instead, for a card about the price."""
    footer: bool = False
    """Whether the card says what was done to its pictures."""
    callouts: CalloutStyle = CalloutStyle.LEADER


@dataclass(frozen=True, slots=True)
class Review:
    """One product under review, with everything about it."""

    id: str
    product: Product
    created_at: datetime
    updated_at: datetime
    listings: tuple[Listing, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    marks: tuple[Mark, ...] = ()
    """Bottom to top."""
    adjustments: tuple[Adjustment, ...] = ()
    """How pictures are shown, where not as they are; by the evidence's id."""
    alignments: tuple[Alignment, ...] = ()
    """How photos lie on their listing images, where known; by the comparison's id."""
    proposals: tuple[Proposal, ...] = ()
    """Differences that the program sees and nobody judged yet, strongest first."""
    colour_corrections: tuple[ColourCorrection, ...] = ()
    """What sets the colours of pictures right; by the evidence's id."""
    colour_comparisons: tuple[ColourComparison, ...] = ()
    scales: tuple[Scale, ...] = ()
    """What of known size lies in pictures; by the evidence's id."""
    measurements: tuple[Measurement, ...] = ()
    card: CardSettings = field(default_factory=CardSettings)

    def pictures(self, role: Role) -> tuple[Evidence, ...]:
        """The evidence of one role, in the order in which it came in."""
        return tuple(item for item in self.evidence if item.role is role)

    def discrepancies_of(self, comparison_id: str) -> tuple[Discrepancy, ...]:
        """Those of one comparison, in the order of their numbers."""
        return tuple(d for d in self.discrepancies if d.comparison_id == comparison_id)

    def number_of(self, discrepancy: Discrepancy) -> DiscNumber:
        """The number on the disc; ``str()`` of it is what stands there, everywhere."""
        before = self.discrepancies_of(discrepancy.comparison_id).index(discrepancy)
        return self.number_at(discrepancy.comparison_id, before)

    def number_at(self, comparison_id: str, before: int) -> DiscNumber:
        """The number of a comparison's discrepancy that has ``before`` others before it."""
        comparison = find(self.comparisons, comparison_id)
        if comparison is None:
            return DiscNumber(before + 1)
        return DiscNumber(comparison.first_number + before, comparison.numbering)

    def marks_on(self, evidence_id: str) -> tuple[Mark, ...]:
        """The marks on one picture, bottom to top."""
        return tuple(mark for mark in self.marks if mark.evidence_id == evidence_id)

    @property
    def quoted_claim(self) -> Claim | None:
        """The claim for the card: the chosen one, else the first judged, else none."""
        chosen = find(self.claims, self.card.claim_id)
        return chosen or next((claim for claim in self.claims if claim.verdict), None)


def find(items: Iterable[T], item_id: str | None) -> T | None:
    """The item with this id, or ``None``."""
    return next((item for item in items if item.id == item_id), None)


def put(items: Sequence[T], item: T) -> tuple[T, ...]:
    """Replace the item with the same id, or append a new one."""
    if any(old.id == item.id for old in items):
        return tuple(item if old.id == item.id else old for old in items)
    return (*items, item)


def without(items: Sequence[T], ids: Collection[str]) -> tuple[T, ...]:
    """The items whose id is not among ``ids``."""
    return tuple(item for item in items if item.id not in ids)
