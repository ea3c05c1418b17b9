"""Flat shapes that cards have: a slider's handle, torn paper, a price tag. Sizes in card pixels."""

from __future__ import annotations

import math

from claimcheck.cards.boxes import Polygon
from claimcheck.cards.colours import INK, PAPER, YELLOW
from claimcheck.model.geometry import Point, Rect

_HANDLE = 44.0


def circle(center: Point, radius: float, colour: str, edge: str = "", width: float = 0) -> Polygon:
    """A disc, with as many corners as look round."""
    turns = [2 * math.pi * step / 72 for step in range(72)]
    return Polygon(
        tuple(center.moved(radius * math.cos(t), radius * math.sin(t)) for t in turns),
        colour,
        edge,
        width,
    )


def slider_handle(center: Point, upright: bool = False) -> tuple[Polygon, ...]:
    """A disc with an arrow to each side; ``upright`` for up and down."""
    arrow = []
    for side in (-1.0, 1.0):
        corners = [(29, 0), (14, -15), (14, -5), (0, -5), (0, 5), (14, 5), (14, 15)]
        turned = [(y, side * x) if upright else (side * x, y) for x, y in corners]
        arrow.append(Polygon(tuple(center.moved(x, y) for x, y in turned), INK, INK, 2.0))
    return (circle(center, _HANDLE, YELLOW, INK, 8.0), *arrow)


def torn_paper(paper: Rect, tooth: float = 20.0) -> tuple[Polygon, ...]:
    """A receipt that hangs from its upper edge, torn below, with the one shadow that cards have."""
    count = max(round(paper.width / (2 * tooth)), 1)
    step = paper.width / count
    corners = [Point(paper.x, paper.y), Point(paper.x, paper.bottom - tooth)]
    for index in range(count):
        corners.append(Point(paper.x + (index + 0.5) * step, paper.bottom))
        corners.append(Point(paper.x + (index + 1) * step, paper.bottom - tooth))
    corners.append(Point(paper.right, paper.y))
    shade = tuple(corner.moved(0.0, 8.0) for corner in corners)
    shadow = [
        Polygon(shade, "", f"#{round(255 * alpha):02X}{INK[1:]}", 2 * spread)
        for spread, alpha in ((18.0, 0.05), (12.0, 0.06), (7.0, 0.07), (3.0, 0.08))
    ]
    return (*shadow, Polygon(tuple(corners), PAPER))


def price_tag(rect: Rect) -> tuple[Polygon, ...]:
    """A yellow tag that fills ``rect``, its point and hole at the left."""
    y, point = rect.center.y, min(0.42 * rect.height, 60.0)
    corners = (
        Point(rect.x, y),
        Point(rect.x + point, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x + point, rect.bottom),
    )
    hole = circle(Point(rect.x + point + 4.0, y), 11.0, PAPER, INK, 6.0)
    return (Polygon(corners, YELLOW, INK, 8.0), hole)
