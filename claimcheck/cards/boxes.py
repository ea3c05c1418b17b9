"""What a layout is made of: placed boxes in card pixels. Painting only paints these."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from PySide6.QtGui import QImage

from claimcheck.cards.colours import YELLOW
from claimcheck.cards.text.fitting import Fitted, advance, ink
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import CalloutStyle, Role, Verdict


def intersection(one: Rect, other: Rect) -> Rect | None:
    """What two rectangles have in common, if that is an area."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(x, y, right - x, bottom - y) if right > x and bottom > y else None


class WarningKind(StrEnum):
    """What the creator should know about a card; stable names, part of the command line's JSON."""

    ELIDED = "elided"
    """A text is shortened: there was no room for all of it."""
    LEFT_OUT = "left-out"
    """A text or a difference is not on the card at all."""
    ENLARGED = "enlarged"
    """A picture is shown at more than four times its size."""
    COVERED = "covered"
    """A marked spot lies under the slip, the stamp or a tab, or outside the picture's panel."""
    FAR = "far"
    """A disc stands far from its spot, which lies where the platform covers the card."""
    UNMEASURED = "unmeasured"
    """No measure with a length on a picture that is to be drawn to scale."""
    UNKNOWN = "unknown"
    """The review doesn't say what the template shows: a price, a judged claim."""
    UNSHOWN = "unshown"
    """No font on this computer has a text's letters; ``text`` ends with their scripts."""


@dataclass(frozen=True, slots=True)
class CardWarning:
    """One thing to tell; ``text`` names the part: ``title``, ``legend 2``, ``photo`` …"""

    kind: WarningKind
    text: str


@dataclass(frozen=True, slots=True)
class Placement:
    """How a picture lies on the card: card = offset + scale × picture pixel."""

    scale: float
    x: float
    y: float

    def point(self, point: Point) -> Point:
        """Where a place of the picture lies on the card."""
        return Point(self.x + self.scale * point.x, self.y + self.scale * point.y)

    def rect(self, rect: Rect) -> Rect:
        """Where a part of the picture lies on the card."""
        corner = self.point(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.width * self.scale, rect.height * self.scale)

    def over(self, frame: Rect, whole: Rect) -> Placement:
        """Moved as little as leaves none of ``frame`` free; ``whole`` is the picture's own frame,
        large enough for that.
        """
        x = min(max(self.x, frame.right - self.scale * whole.width), frame.x)
        y = min(max(self.y, frame.bottom - self.scale * whole.height), frame.y)
        return Placement(self.scale, x, y)


@dataclass(frozen=True, slots=True)
class PictureShape:
    """What the layout knows about a picture; all in its own oriented, full-size pixels."""

    width: int
    height: int
    subject: Rect
    background: str | None = None
    """``#RRGGBB`` of a uniform studio background, else ``None``."""
    cut: frozenset[str] = frozenset()
    """Sides (``left``, ``top``, ``right``, ``bottom``) where the picture cuts its subject."""

    @property
    def whole(self) -> Rect:
        """The picture's own frame."""
        return Rect(0.0, 0.0, float(self.width), float(self.height))


@dataclass(frozen=True, slots=True)
class Panel:
    """The part of the card that a picture fills."""

    role: Role
    rect: Rect
    placement: Placement
    background: str | None
    """Fills what the picture leaves free; ``None`` when it covers all."""
    outline: tuple[Point, ...] = ()
    """Corners of the part of ``rect`` that shows, where it isn't all of it."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle of one colour."""

    rect: Rect
    colour: str
    radius: float = 0.0
    """Of its corners."""
    turns: bool = False
    """Whether its corners follow the brand's: those of tabs, chips and slips do."""
    inset: float = 0.0
    """From the outline that its corners are to follow."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """Any flat shape with straight sides: slanted seams, torn paper, a price tag."""

    corners: tuple[Point, ...]
    colour: str
    edge: str = ""
    """Colour of the line around it; empty for none."""
    edge_width: float = 0.0

    def painted(self) -> Rect:
        """The rectangle that it paints in."""
        return Rect.spanning(self.corners).grown(self.edge_width / 2)

    def contains(self, point: Point) -> bool:
        """Whether a point lies in it: a ray to the right leaves it once more than it enters."""
        crossed = 0
        for one, other in self._sides():
            if (one.y > point.y) != (other.y > point.y):
                part = (point.y - one.y) / (other.y - one.y)
                crossed += one.x + part * (other.x - one.x) > point.x
        return crossed % 2 == 1

    def outline_meets(self, rect: Rect) -> bool:
        """Whether any side of it touches ``rect`` or lies within (Liang and Barsky)."""
        return any(_meets(one, other, rect) for one, other in self._sides())

    def _sides(self) -> Iterator[tuple[Point, Point]]:
        return pairwise((*self.corners, self.corners[0]))


def _meets(one: Point, other: Point, rect: Rect) -> bool:
    first, last = 0.0, 1.0
    for start, along, low, high in (
        (one.x, other.x - one.x, rect.x, rect.right),
        (one.y, other.y - one.y, rect.y, rect.bottom),
    ):
        if along == 0.0:
            if not low <= start <= high:
                return False
            continue
        ends = sorted(((low - start) / along, (high - start) / along))
        first, last = max(first, ends[0]), min(last, ends[1])
    return first <= last


@dataclass(frozen=True, slots=True)
class Logo:
    """The creator's logo at its place."""

    rect: Rect
    image: QImage = field(compare=False)
    plate: Fill | None = None
    """Under a logo that wouldn't stand out from what is below it."""

    def painted(self) -> Rect:
        """All of it."""
        return self.plate.rect if self.plate else self.rect


@dataclass(frozen=True, slots=True)
class Shade:
    """Ink under words that stand on a picture: even below ``rect``, then fading to the right."""

    rect: Rect
    fade: float
    outline: tuple[Point, ...] = ()
    """Corners of the part of the card that it keeps to, where it isn't all of it."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Fitted text at its place: lines from ``x`` (to ``right`` when right to left) downwards."""

    name: str
    fitted: Fitted
    x: float
    right: float
    baseline: float
    """Of the first line."""
    colour: str

    def lines(self) -> tuple[tuple[str, float, float], ...]:
        """Each line with the x of its left end and the y of its baseline."""
        style = self.fitted.style
        return tuple(
            (
                line,
                self.right - advance(line, style) if self.fitted.rtl else self.x,
                self.baseline + number * style.line_height,
            )
            for number, line in enumerate(self.fitted.lines)
        )

    def painted(self) -> Rect:
        """The rectangle that the letters really paint in."""
        bounds: Rect | None = None
        for line, x, y in self.lines():
            box = ink(line, self.fitted.style, self.fitted.rtl).moved(x, y)
            bounds = box if bounds is None else bounds.united(box)
        return bounds or Rect(self.x, self.baseline, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The verdict as a sticker, rotated about its centre."""

    center: Point
    width: float
    height: float
    angle: float
    """Degrees, clockwise."""
    verdict: Verdict
    word: str
    size: int

    def corners(self) -> tuple[Point, ...]:
        """The rotated corners of all that is painted."""
        turn = math.radians(self.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        halves = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        return tuple(
            Point(
                self.center.x + (sx * self.width * cos - sy * self.height * sin) / 2,
                self.center.y + (sx * self.width * sin + sy * self.height * cos) / 2,
            )
            for sx, sy in halves
        )

    def painted(self) -> Rect:
        """The upright rectangle around the rotated sticker."""
        return Rect.spanning(self.corners())


@dataclass(frozen=True, slots=True)
class InkedStamp:
    """A verdict stamped on paper: an outline in its colour, turned about its centre."""

    center: Point
    width: float
    height: float
    angle: float
    """Degrees, clockwise."""
    verdict: Verdict
    word: str
    size: int

    def painted(self) -> Rect:
        """The upright rectangle around it, turned as it is."""
        return _turned(self.center, self.width, self.height, self.angle)


def _turned(center: Point, width: float, height: float, angle: float) -> Rect:
    cos, sin = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    across, down = width * cos + height * sin, width * sin + height * cos
    return Rect(center.x - across / 2, center.y - down / 2, across, down)


LEGEND_DISC = 28.0
"""Radius of a legend's disc, to the middle of its ring."""


@dataclass(frozen=True, slots=True)
class NumberDisc:
    """A disc of the legend."""

    number: int
    center: Point


@dataclass(frozen=True, slots=True)
class Callout:
    """A numbered disc and the target that it points at."""

    number: int
    role: Role
    disc: Point
    target: Point
    style: CalloutStyle = CalloutStyle.LEADER
    ring: Rect | None = None
    """Around what it is about, for a ring; a place with an area has its own outline."""
    panel: Rect | None = None
    """Of its picture, beyond which no ring is painted."""


@dataclass(frozen=True, slots=True)
class PlaceBox:
    """The box of a difference that has an area, in its picture's pixels."""

    role: Role
    place: Rect


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole card: boxes in card pixels, in the order in which they are painted."""

    width: int
    height: int
    ground: tuple[Fill, ...]
    """Below the pictures."""
    panels: tuple[Panel, ...]
    places: tuple[PlaceBox, ...]
    fills: tuple[Fill, ...]
    """Above the pictures: seams, slip, tabs, chips."""
    texts: tuple[TextBox, ...]
    legend_discs: tuple[NumberDisc, ...]
    callouts: tuple[Callout, ...]
    stamp: Stamp | None
    warnings: tuple[CardWarning, ...]
    below: tuple[Panel | Polygon, ...] = ()
    """A picture behind everything, and the paper on it; under the panels."""
    shades: tuple[Shade, ...] = ()
    """On the pictures, below all that follows."""
    shapes: tuple[Polygon, ...] = ()
    """Above the pictures, below the fills."""
    inked: tuple[InkedStamp, ...] = ()
    """Verdicts stamped on paper."""
    accent: str = YELLOW
    """Of callouts and discs."""
    logo: Logo | None = None

    def panel(self, role: Role) -> Panel:
        """The panel of the listing image or of the photo."""
        return next(panel for panel in self.panels if panel.role is role)
