"""What a reader or a platform would stumble over on a laid-out card, by name.

Everything that must be read is measured by what it paints: that it stays in the format's safe area,
that nothing lies on it, that it is large enough for a phone and stands out from what is under it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from PySide6.QtGui import QColor

from claimcheck.cards.boxes import Callout, Layout, Polygon, TextBox
from claimcheck.cards.callouts import DISC
from claimcheck.cards.colours import INK, contrast
from claimcheck.cards.formats import Format
from claimcheck.cards.paint.shapes import SHADE_ALPHA
from claimcheck.cards.templates import SMALLEST_TEXT
from claimcheck.model.geometry import Point, Rect

LEAST_CONTRAST = 4.5
_EDGE = 0.75
"""Of a box's sides: the soft edge of antialiasing."""
_LEGEND_DISC = 28.5


class FindingKind(StrEnum):
    """What is wrong; stable names, part of the command line's JSON."""

    OUTSIDE = "outside"
    """Under what the platform covers, or off the card."""
    OVERLAP = "overlap"
    """Two things that must be read lie on each other."""
    SMALL = "small"
    """Below what can be read on a phone."""
    CONTRAST = "contrast"
    """Too little told apart from what is under it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with one part: ``title``, ``stamp``, ``callout photo 2`` …"""

    kind: FindingKind
    what: str
    with_what: str = ""
    """The other part, of an overlap."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that must be read, and what it paints in."""

    name: str
    box: Rect
    disc: Point | None = None
    """Its middle, when it is a callout's disc: round, so that only its radius counts."""


def lint(layout: Layout, card_format: Format) -> tuple[Finding, ...]:
    """All that is wrong with a card; nothing, for what claimcheck lays out by itself."""
    parts = parts_of(layout)
    found = [
        Finding(FindingKind.OUTSIDE, part.name)
        for part in parts
        if not _is_safe(part.box.grown(-_EDGE), card_format)
    ]
    for one, other in combinations(parts, 2):
        if _overlap(one, other):
            found.append(Finding(FindingKind.OVERLAP, one.name, other.name))
    found += _across_edges(layout)
    for first, second in combinations(layout.callouts, 2):
        if _cross(first, second):
            found.append(Finding(FindingKind.OVERLAP, _name(first), _name(second)))
    for text in layout.texts:
        if text.fitted.style.size < SMALLEST_TEXT:
            found.append(Finding(FindingKind.SMALL, text.name))
        if _contrast_of(layout, text) < LEAST_CONTRAST:
            found.append(Finding(FindingKind.CONTRAST, text.name))
    return tuple(found)


def _across_edges(layout: Layout) -> Iterator[Finding]:
    """Texts that run over the edge of a paper, tab or chip; each is told by a text on it."""
    papers = [fill.rect for fill in layout.fills if fill.turns and not fill.inset]
    boxes = [(text.name, text.painted().grown(-1.0)) for text in layout.texts]
    for paper in papers:
        on_it = [name for name, box in boxes if paper.encloses(box)]
        for name, box in boxes:
            if name not in on_it and on_it and box.overlaps(paper):
                yield Finding(FindingKind.OVERLAP, name, on_it[0])


def _name(callout: Callout) -> str:
    return f"callout {callout.role} {callout.number}"


def parts_of(layout: Layout) -> list[Part]:
    """Everything that must be read."""
    parts = [Part(text.name, text.painted()) for text in layout.texts]
    parts += [
        Part(f"number {disc.number}", _around(disc.center, _LEGEND_DISC))
        for disc in layout.legend_discs
    ]
    if layout.stamp is not None:
        parts.append(Part("stamp", layout.stamp.painted()))
    parts += [
        Part(f"stamp {index}", stamp.painted().grown(-0.02 * stamp.width))
        for index, stamp in enumerate(layout.inked, start=1)
    ]
    parts += [Part(_name(c), _around(c.disc, DISC), c.disc) for c in layout.callouts]
    return parts


def _around(point: Point, radius: float) -> Rect:
    return Rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius)


def _is_safe(box: Rect, card_format: Format) -> bool:
    return card_format.safe_area.encloses(box.x, box.y, box.right, box.bottom)


def _overlap(one: Part, other: Part) -> bool:
    if one.disc is not None and other.disc is not None:
        return math.dist((one.disc.x, one.disc.y), (other.disc.x, other.disc.y)) < 2 * DISC
    if one.disc is not None or other.disc is not None:
        disc, box = (one.disc, other.box) if one.disc is not None else (other.disc, one.box)
        assert disc is not None
        dx = max(box.x - disc.x, disc.x - box.right, 0.0)
        dy = max(box.y - disc.y, disc.y - box.bottom, 0.0)
        return math.hypot(dx, dy) < DISC - 1.0
    return one.box.grown(-1.0).overlaps(other.box.grown(-1.0))


def _cross(a: Callout, b: Callout) -> bool:
    def side(start: Point, end: Point, point: Point) -> float:
        return (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)

    return (
        side(a.disc, a.target, b.disc) * side(a.disc, a.target, b.target) < 0
        and side(b.disc, b.target, a.disc) * side(b.disc, b.target, a.target) < 0
    )


# --- contrast ------------------------------------------------------------------------------------


def _contrast_of(layout: Layout, text: TextBox) -> float:
    """The least contrast of a text with what lies under it, whatever the pictures show."""
    colour = QColor(text.colour)
    return min(contrast(colour, QColor(ground)) for ground in under(layout, text))


def _bodies(text: TextBox) -> Rect:
    """Around the letters without what rises or hangs: odd signs reach out of every line."""
    painted, style = text.painted().grown(-1.0), text.fitted.style
    top = text.baseline - 0.6 * style.size
    last = text.baseline + (len(text.fitted.lines) - 1) * style.line_height
    return Rect(painted.x, top, painted.width, last - top)


def under(layout: Layout, text: TextBox) -> list[str]:
    """The colours that a text stands on, from the topmost to the one that lies under all of it.

    Of a picture that shows they are the lightest and the darkest that it may have.
    """
    box, grounds = _bodies(text), []
    for colour, covers in _colours_over(layout, box):
        grounds.append(colour)
        if covers:
            return grounds
    shaded = any(shade.rect.encloses(box.grown(8.0)) for shade in layout.shades)
    for colour, covers in _pictures_and_papers(layout, box):
        grounds.append(_shaded(colour) if shaded else colour)
        if covers:
            return grounds
    for fill in reversed(layout.ground):
        if fill.rect.grown(0.5).encloses(box):
            return [*grounds, fill.colour]
    return [*grounds, "#FFFFFF", "#000000"]


def _colours_over(layout: Layout, box: Rect) -> Iterator[tuple[str, bool]]:
    """The flat colours above the pictures that touch ``box``, and whether they cover all of it."""
    for fill in reversed(layout.fills):
        if fill.rect.overlaps(box):
            yield fill.colour, fill.rect.grown(0.5).encloses(box)
    yield from _of_shapes(layout.shapes, box)


def _pictures_and_papers(layout: Layout, box: Rect) -> Iterator[tuple[str, bool]]:
    """The colours of the topmost picture that touches ``box``, then those of paper below."""
    panel = next((one for one in reversed(layout.panels) if one.rect.overlaps(box)), None)
    papers = tuple(one for one in layout.below if isinstance(one, Polygon))
    if panel is not None:
        covers = not papers or panel.rect.encloses(box)
        if panel.background is None:
            yield "#FFFFFF", False
        # The product keeps off words on its background, so that colour is what they stand on.
        yield panel.background or "#000000", covers
    yield from _of_shapes(papers, box)


def _of_shapes(shapes: Sequence[Polygon], box: Rect) -> Iterator[tuple[str, bool]]:
    for shape in reversed(shapes):
        if shape.colour and shape.painted().overlaps(box):
            crosses = shape.outline_meets(box)
            if crosses or shape.contains(box.center):
                yield shape.colour, not crosses


def _shaded(colour: str) -> str:
    """``colour`` under the ink of a shade."""
    ink, under = QColor(INK), QColor(colour)
    parts = (
        SHADE_ALPHA * one + (1.0 - SHADE_ALPHA) * other
        for one, other in (
            (ink.redF(), under.redF()),
            (ink.greenF(), under.greenF()),
            (ink.blueF(), under.blueF()),
        )
    )
    return QColor.fromRgbF(*parts).name()
