"""Give a laid-out card a theme's and a brand's look: colours and corners. Pure.

The words keep 4.5 : 1 by themselves: what no longer stands out from its new ground becomes ink or
white, whichever does.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor

from claimcheck.cards.boxes import Fill, Layout, Polygon, TextBox
from claimcheck.cards.colours import INK, YELLOW, contrast, opposite
from claimcheck.cards.lint import LEAST_CONTRAST, under


def dressed(layout: Layout, accent: str, radius: float) -> Layout:
    """The same card with ``accent`` where yellow was, and corners of ``radius``."""
    changed = replace(
        layout,
        fills=tuple(_fill(fill, accent, radius) for fill in layout.fills),
        shapes=tuple(_shape(shape, accent) for shape in layout.shapes),
        below=tuple(
            _shape(one, accent) if isinstance(one, Polygon) else one for one in layout.below
        ),
        accent=accent,
    )
    texts = tuple(_legible(changed, _text(text, accent)) for text in changed.texts)
    return replace(changed, texts=texts)


def _fill(fill: Fill, accent: str, radius: float) -> Fill:
    colour = accent if fill.colour == YELLOW else fill.colour
    return replace(fill, colour=colour, radius=max(radius - fill.inset, 0.0) if fill.turns else 0.0)


def _shape(shape: Polygon, accent: str) -> Polygon:
    if shape.colour == INK and shape.edge == INK:  # drawn on the accent: a slider's arrows
        on_it = opposite(QColor(accent)).name()
        return replace(shape, colour=on_it, edge=on_it)
    return replace(shape, colour=accent) if shape.colour == YELLOW else shape


def _text(text: TextBox, accent: str) -> TextBox:
    return replace(text, colour=accent) if text.colour == YELLOW else text


def _legible(layout: Layout, text: TextBox) -> TextBox:
    grounds = [QColor(colour) for colour in under(layout, text)]
    if min(contrast(QColor(text.colour), ground) for ground in grounds) >= LEAST_CONTRAST:
        return text
    best = max(
        (opposite(ground).name() for ground in grounds),
        key=lambda colour: min(contrast(QColor(colour), ground) for ground in grounds),
    )
    return replace(text, colour=best)
