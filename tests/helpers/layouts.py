"""Laid-out cards in tests: what they say, what they show, and that nothing of them is untidy."""

from __future__ import annotations

import math
from itertools import combinations

from claimcheck.cards.boxes import Callout, Layout, PictureShape, Stamp, WarningKind
from claimcheck.cards.callouts import DISC
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role

STUDIO = PictureShape(200, 200, Rect(60, 10, 80, 180), "#ffffff")
SHELF = PictureShape(348, 348, Rect(80, 40, 180, 280))
PAIR = {Role.LISTING: STUDIO, Role.PHOTO: SHELF}


def plain(**changes: object) -> CardContent:
    """A card that says little, and what ``changes`` give."""
    values: dict[str, object] = {
        "language": "en",
        "title": "What they show. What you got.",
        "quote": "",
        "reasoning": "",
        "verdict": None,
        "verdict_word": "",
        "listing_tab": "WEBSHOP",
        "photo_tab": "REAL LIFE",
        "seller": "",
        "handle": "",
        "date": "24 Nov 2026",
        **changes,
    }
    return CardContent(**values)  # type: ignore[arg-type]


def boxes(layout: Layout) -> list[tuple[str, Rect]]:
    """Everything that must be read, by what is painted."""
    found = [(text.name, text.painted()) for text in layout.texts]
    found += [(f"row {d.number}", around(d.center, 28.5)) for d in layout.legend_discs]
    found += [(f"disc {c.role} {c.number}", around(c.disc, DISC)) for c in layout.callouts]
    return found


def apart(first: Callout, second: Callout) -> float:
    """Between the middles of two discs, which are round."""
    return math.hypot(first.disc.x - second.disc.x, first.disc.y - second.disc.y)


def around(point: Point, radius: float) -> Rect:
    """The square in which a disc lies."""
    return Rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius)


def check(layout: Layout, card_format: Format) -> None:
    """Nothing that must be read overlaps, or leaves the safe area or its panel."""
    found = boxes(layout)
    safe = card_format.safe_area
    for name, box in found:
        box = box.grown(-0.75)  # noqa: PLW2901 - the antialiased edge
        assert safe.encloses(box.x, box.y, box.right, box.bottom), f"{name} leaves: {box}"
    for (name, box), (other, second) in combinations(found, 2):
        if name.startswith("disc") or other.startswith("disc"):
            continue  # they are round, see below
        assert not box.grown(-1.0).overlaps(second.grown(-1.0)), f"{name} on {other}"
    for callout in layout.callouts:
        for name, box in found:
            if not name.startswith("disc"):
                assert gap(callout.disc, box) >= DISC - 1.0, f"{callout} on {name}"
    if layout.stamp is not None:
        check_stamp(layout, layout.stamp, safe.encloses)
    for one, another in combinations(layout.callouts, 2):
        assert not crosses(one, another), f"leaders {one} and {another} cross"
        assert apart(one, another) >= 2 * DISC, f"discs {one} and {another} touch"
    for callout in layout.callouts:
        assert callout.panel is not None
        assert callout.panel.contains(callout.disc)
        shown = layout.panel(callout.role).rect.grown(0.01)
        # A ring around a spot at a print's edge runs over it.
        assert (callout.panel if callout.ring else shown).contains(callout.target)


def gap(point: Point, rect: Rect) -> float:
    """From a point to a rectangle; 0 inside."""
    dx = max(rect.x - point.x, point.x - rect.right, 0.0)
    dy = max(rect.y - point.y, point.y - rect.bottom, 0.0)
    return math.hypot(dx, dy)


def check_stamp(layout: Layout, stamp: Stamp, encloses: object) -> None:
    """It stays in the safe area, and lies on nothing that must be read."""
    corners = stamp.corners()
    box = Rect.spanning(corners).grown(-0.01)  # what rounding leaves
    assert callable(encloses)
    assert encloses(box.x, box.y, box.right, box.bottom), f"stamp leaves: {box}"
    for name, other in boxes(layout):
        if name.startswith("disc"):
            continue
        assert not box.grown(-1.0).overlaps(other.grown(-1.0)), f"stamp on {name}"
    for callout in layout.callouts:
        assert gap(callout.disc, box) >= DISC - 1.0, f"stamp on {callout}"


def crosses(a: Callout, b: Callout) -> bool:
    """Whether their leaders do."""

    def side(start: Point, end: Point, point: Point) -> float:
        return (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)

    return (
        side(a.disc, a.target, b.disc) * side(a.disc, a.target, b.target) < 0
        and side(b.disc, b.target, a.disc) * side(b.disc, b.target, a.target) < 0
    )


def check_told(layout: Layout, content: CardContent) -> None:
    """What isn't on the card whole is warned of."""
    told = {(w.kind, w.text) for w in layout.warnings}
    for text in layout.texts:
        if text.fitted.elided:
            assert (WarningKind.ELIDED, text.name) in told
        assert text.fitted.style.size >= 32
    names = {text.name for text in layout.texts}
    assert "title" in names
    if content.reasoning and "reasoning" not in names:
        assert (WarningKind.LEFT_OUT, "reasoning") in told
    shown = {(c.role, c.number) for c in layout.callouts}
    listed = {disc.number for disc in layout.legend_discs}
    for entry in content.legend:
        if entry.number not in listed:
            assert WarningKind.LEFT_OUT in {kind for kind, _ in told}
            continue
        for role in SIDES:
            if entry.place(role) is not None and (role, entry.number) not in shown:
                assert (WarningKind.COVERED, f"{role} {entry.number}") in told
    assert (layout.stamp is None) == (content.verdict is None)


def missing_of(layout: Layout) -> set[str]:
    """What of the marked spots the card doesn't show."""
    return {w.text for w in layout.warnings if w.kind is WarningKind.COVERED}
