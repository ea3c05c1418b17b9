"""A way to arrange a card before its pictures are framed: panels to fill, words, slip and stamp."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.cards.arrangements.parts import Sheet, moved_stamp
from claimcheck.cards.boxes import (
    Fill,
    InkedStamp,
    Panel,
    PictureShape,
    Placement,
    Polygon,
    Shade,
    Stamp,
)
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """A panel to fill: where it is, and where a product on a studio background should stand."""

    role: Role
    rect: Rect
    room: Rect
    obstacles: tuple[Rect, ...] = ()
    """What covers this panel whatever the slip does: the title, tabs, chips."""
    words: tuple[Rect, ...] = ()
    """The title, when it stands on the picture's own background."""
    outline: tuple[Point, ...] = ()
    """Corners of the part that shows, where it isn't all of ``rect``."""
    fixed: Placement | None = None
    """Where the picture lies, when that isn't to be chosen."""
    hidden: tuple[Rect, ...] = ()
    """What of it doesn't show though it isn't covered: the part beyond a slider."""
    has_callouts: bool = True
    """Whether the differences are pointed out in it."""
    prints: bool = False
    """Whether a photo may lie in it as a print, with the panel showing around it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Slip and stamp, put together with the slip's top at 0."""

    sheet: Sheet
    paper: Rect
    stamp: Stamp | None

    def at(self, y: float) -> Slip:
        """The same with the slip's top at ``y``."""
        stamp = moved_stamp(self.stamp, self.stamp.center.moved(0.0, y)) if self.stamp else None
        return Slip(self.sheet.lowered(y), self.paper.moved(0.0, y), stamp)

    @property
    def covers(self) -> tuple[Rect, ...]:
        """What of the card lies under paper and stamp."""
        return (self.paper, *([self.stamp.painted()] if self.stamp else []))


@dataclass(frozen=True, slots=True)
class Draft:
    """One way to arrange everything but what is in the pictures."""

    ground: tuple[Fill, ...]
    panels: tuple[PanelPlan, ...]
    sheet: Sheet
    stamp: Stamp | None
    covers: tuple[Rect, ...]
    """What slip and stamp cover of the pictures."""
    cost: float
    """How much worse than the usual way, before the pictures are looked at."""
    below: tuple[Panel | Polygon, ...] = ()
    shades: tuple[Shade, ...] = ()
    shapes: tuple[Polygon, ...] = ()
    inked: tuple[InkedStamp, ...] = ()
    one_frame: bool = False
    """Whether both panels are parts of one frame: a number on either of them is enough."""


Pictures = dict[Role, PictureShape]
