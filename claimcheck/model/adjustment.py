"""How a picture is shown: turned, mirrored, straightened, cropped. The file stays as it is.

An adjustment leads from the picture's own pixels (oriented, full size) to those of the picture as
it is shown. It is kept with the review, so that it can be changed, taken back and told.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from claimcheck.model.geometry import Point, Rect

STEEPEST = 45.0
"""Degrees that a picture can be straightened by; more is a quarter turn."""
SMALLEST_CROP_PX = 16.0


@dataclass(frozen=True, slots=True)
class Affine:
    """x' = a·x + b·y + c and y' = d·x + e·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __call__(self, point: Point) -> Point:
        """Where ``point`` goes."""
        return Point(
            self.a * point.x + self.b * point.y + self.c,
            self.d * point.x + self.e * point.y + self.f,
        )

    def after(self, first: Affine) -> Affine:
        """``first``, then this."""
        return Affine(
            self.a * first.a + self.b * first.d,
            self.a * first.b + self.b * first.e,
            self.a * first.c + self.b * first.f + self.c,
            self.d * first.a + self.e * first.d,
            self.d * first.b + self.e * first.e,
            self.d * first.c + self.e * first.f + self.f,
        )

    @property
    def inverse(self) -> Affine:
        """Leads back."""
        size = self.a * self.e - self.b * self.d
        a, b, d, e = self.e / size, -self.b / size, -self.d / size, self.a / size
        return Affine(a, b, -(a * self.c + b * self.f), d, e, -(d * self.c + e * self.f))


_QUARTERS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Cosine and sine of whole quarter turns, exact."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What is done to one picture, in this order: mirror, quarter turns, straighten, crop."""

    id: str
    """Of the evidence."""
    width_px: int
    """Of the picture itself."""
    height_px: int
    quarter_turns: int = 0
    """Clockwise, 0 to 3."""
    mirrored: bool = False
    """Left and right swapped."""
    angle: float = 0.0
    """Degrees that it is then turned clockwise about its middle, −45 to 45."""
    crop: Rect | None = None
    """The part that is shown, in pixels of the turned picture, whose middle and size stay what
    they were before ``angle``. ``None`` is all of it; of a straightened picture, the largest
    part of the same shape that has no empty corners."""

    @property
    def is_nothing(self) -> bool:
        """Whether the picture is shown as it is."""
        return not (self.quarter_turns or self.mirrored or self.angle or self.crop)

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height after the quarter turns."""
        swapped = self.quarter_turns % 2 == 1
        return (self.height_px, self.width_px) if swapped else (self.width_px, self.height_px)

    @property
    def frame(self) -> Rect:
        """What is shown, in pixels of the turned picture."""
        width, height = self.upright_size
        if self.crop is not None:
            return self.crop
        if not self.angle:
            return Rect(0, 0, width, height)
        cos, sin = abs(math.cos(math.radians(self.angle))), abs(math.sin(math.radians(self.angle)))
        share = min(width / (width * cos + height * sin), height / (width * sin + height * cos))
        left, top = width * (1 - share) / 2, height * (1 - share) / 2
        return whole_pixels(Rect(left, top, width * share, height * share))

    @property
    def shown_size(self) -> tuple[int, int]:
        """Width and height of the picture as it is shown, at full resolution."""
        frame = self.frame
        return max(1, round(frame.width)), max(1, round(frame.height))

    @property
    def turning(self) -> Affine:
        """From the picture's own pixels to those of the turned picture."""
        mirror = Affine(-1, 0, self.width_px, 0, 1, 0) if self.mirrored else _SAME
        width, height = self.upright_size
        cos, sin = _QUARTERS[self.quarter_turns % 4]
        quarter = _about(
            cos, sin, Point(self.width_px / 2, self.height_px / 2), Point(width / 2, height / 2)
        )
        turned = quarter.after(mirror)
        if not self.angle:
            return turned
        middle = Point(width / 2, height / 2)
        angle = math.radians(self.angle)
        return _about(math.cos(angle), math.sin(angle), middle, middle).after(turned)

    @property
    def transform(self) -> Affine:
        """From the picture's own pixels to those of the picture as it is shown."""
        frame = self.frame
        return Affine(1, 0, -frame.x, 0, 1, -frame.y).after(self.turning)

    def fits(self, crop: Rect) -> bool:
        """Whether ``crop`` shows nothing but picture, to within a pixel."""
        back, edge = self.turning.inverse, Rect(0, 0, self.width_px, self.height_px).grown(1.0)
        corners = (
            Point(crop.x, crop.y),
            Point(crop.right, crop.y),
            Point(crop.right, crop.bottom),
            Point(crop.x, crop.bottom),
        )
        return all(edge.contains(back(corner)) for corner in corners)

    def held(self, wanted: Rect, valid: Rect | None = None) -> Rect:
        """As much of the way from ``valid``, a crop that fits, to ``wanted`` as still fits.

        Crops that fit are a convex set, so there is one last step of the way.
        """
        if self.fits(wanted):
            return wanted
        start = valid if valid is not None and self.fits(valid) else _whole_frame(self)
        low, high = 0.0, 1.0
        for _ in range(24):
            middle = (low + high) / 2
            if self.fits(_between(start, wanted, middle)):
                low = middle
            else:
                high = middle
        return _between(start, wanted, low)

    def turned_to(self, angle: float) -> Adjustment:
        """Straightened by ``angle``; the crop stays as far as it fits."""
        angle = round(min(max(angle, -STEEPEST), STEEPEST), 2)
        turned = replace(self, angle=angle)
        if self.crop is None:
            return turned
        return replace(turned, crop=whole_pixels(turned.held(self.crop)))

    def quarter_turned(self, turns: int) -> Adjustment:
        """Turned by quarters, clockwise; what is shown turns along."""
        turned = replace(self, quarter_turns=(self.quarter_turns + turns) % 4)
        if self.crop is None:
            return turned
        return replace(turned, crop=_carried(self, turned, self.crop))

    def flipped(self) -> Adjustment:
        """Left and right swapped as it is shown; a picture that was straight stays straight."""
        # A mirror after the turns is a mirror before them with the turns the other way round.
        flipped = replace(
            self,
            mirrored=not self.mirrored,
            quarter_turns=-self.quarter_turns % 4,
            angle=-self.angle or 0.0,  # never minus nothing
        )
        if self.crop is None:
            return flipped
        width, _ = self.upright_size
        return replace(flipped, crop=replace(self.crop, x=width - self.crop.right))


_SAME = Affine(1, 0, 0, 0, 1, 0)


def whole_pixels(rect: Rect) -> Rect:
    """The rectangle with its corners on whole pixels, at least one pixel large."""
    x, y = round(rect.x), round(rect.y)
    return Rect(x, y, max(round(rect.right) - x, 1), max(round(rect.bottom) - y, 1))


def _about(cos: float, sin: float, middle: Point, to: Point) -> Affine:
    """Turned clockwise about ``middle``, which goes to ``to``."""
    return Affine(
        cos,
        -sin,
        to.x - cos * middle.x + sin * middle.y,
        sin,
        cos,
        to.y - sin * middle.x - cos * middle.y,
    )


def _whole_frame(adjustment: Adjustment) -> Rect:
    return replace(adjustment, crop=None).frame


def _between(a: Rect, b: Rect, share: float) -> Rect:
    def mix(low: float, high: float) -> float:
        return low + (high - low) * share

    return Rect(mix(a.x, b.x), mix(a.y, b.y), mix(a.width, b.width), mix(a.height, b.height))


def _carried(before: Adjustment, after: Adjustment, rect: Rect) -> Rect:
    """``rect`` of one turned picture in the other, which differs from it by quarters."""
    way = after.turning.after(before.turning.inverse)
    corners = (way(Point(rect.x, rect.y)), way(Point(rect.right, rect.bottom)))
    return whole_pixels(Rect.spanning(corners))
