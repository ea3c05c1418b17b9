"""How a picture is shown: a face rectified, turned, mirrored, straightened, cropped.

The file stays as it is.

An adjustment leads from the picture's own pixels (oriented, full size) to those of the picture as
it is shown. It is kept with the review, so that it can be changed, taken back and told.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from claimcheck.model.face import NEAREST, Face, face_size, straightening
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.projection import Projection

STEEPEST = 45.0
"""Degrees that a picture can be straightened by; more is a quarter turn."""
SMALLEST_CROP_PX = 16.0


_QUARTERS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Cosine and sine of whole quarter turns, exact."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What is done to one picture, in this order: face, mirror, quarter turns, straighten, crop."""

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
    face: Face = ()
    """Four corners of a flat face, clockwise from its top left, that is shown from straight in
    front. What is done next is done to that face; a crop may reach beyond it."""
    face_ratio: float = 0.0
    """Width to height of the face."""

    @property
    def is_nothing(self) -> bool:
        """Whether the picture is shown as it is."""
        return not (self.quarter_turns or self.mirrored or self.angle or self.crop or self.face)

    @property
    def own_size(self) -> tuple[int, int]:
        """Width and height of the picture, or of its rectified face."""
        size = self.width_px, self.height_px
        return face_size(self.face, self.face_ratio, size) if self.face else size

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height after the quarter turns."""
        width, height = self.own_size
        return (height, width) if self.quarter_turns % 2 == 1 else (width, height)

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
    def rectifying(self) -> Projection:
        """From the picture's own pixels to those of the rectified face."""
        return straightening(self.face, *self.own_size) if self.face else _SAME

    @property
    def turning(self) -> Projection:
        """From the picture's own pixels to those of the turned picture."""
        across, down = self.own_size
        mirror = Projection(-1, 0, across, 0, 1, 0) if self.mirrored else _SAME
        width, height = self.upright_size
        cos, sin = _QUARTERS[self.quarter_turns % 4]
        quarter = _about(cos, sin, Point(across / 2, down / 2), Point(width / 2, height / 2))
        turned = quarter.after(mirror).after(self.rectifying)
        if not self.angle:
            return turned
        middle = Point(width / 2, height / 2)
        angle = math.radians(self.angle)
        return _about(math.cos(angle), math.sin(angle), middle, middle).after(turned)

    @property
    def transform(self) -> Projection:
        """From the picture's own pixels to those of the picture as it is shown."""
        frame = self.frame
        return Projection(1, 0, -frame.x, 0, 1, -frame.y).after(self.turning)

    def fits(self, crop: Rect) -> bool:
        """Whether ``crop`` shows nothing but picture, to within a pixel."""
        forth, edge = self.turning, Rect(0, 0, self.width_px, self.height_px).grown(1.0)
        back = forth.inverse
        return all(
            back.depth(corner) > 0.0
            and edge.contains(back(corner))
            and forth.depth(back(corner)) >= NEAREST
            for corner in crop.corners
        )

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

    def rectified(self, face: Face, ratio: float = 0.0) -> Adjustment:
        """With ``face`` shown from straight in front and nothing else of the picture.

        ``ratio`` is its width to height. No corners show the picture as it was photographed.
        """
        if (face, ratio) == (self.face, self.face_ratio):
            return self
        return replace(self, face=face, face_ratio=ratio if face else 0.0, angle=0.0, crop=None)

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


_SAME = Projection(1, 0, 0, 0, 1, 0)


def whole_pixels(rect: Rect) -> Rect:
    """The rectangle with its corners on whole pixels, at least one pixel large."""
    x, y = round(rect.x), round(rect.y)
    return Rect(x, y, max(round(rect.right) - x, 1), max(round(rect.bottom) - y, 1))


def _about(cos: float, sin: float, middle: Point, to: Point) -> Projection:
    """Turned clockwise about ``middle``, which goes to ``to``."""
    return Projection(
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
