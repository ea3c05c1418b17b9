"""Which sides of a style each kind of mark has. What several marks share is what all of them have.

Pure; the inspector, the presets and pasting a style ask here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Style

V = TypeVar("V")


class Aspect(StrEnum):
    """One thing that can be chosen about how a mark looks."""

    COLOUR = "colour"
    FILL = "fill"
    STROKE = "stroke"
    DASH = "dash"
    OPACITY = "opacity"
    RADIUS = "radius"
    SHADOW = "shadow"
    CURVE = "curve"
    """Straight, or bent through a third point: kept in the points, not in the style."""
    HEADS = "heads"
    LENS = "lens"
    """Round or square."""
    LETTERS = "letters"
    """Typeface, and whether on a plate, outlined or plain."""
    SIZE = "size"
    COVER = "cover"
    STICKER = "sticker"


_A = Aspect
_LINE = frozenset({_A.COLOUR, _A.STROKE, _A.DASH, _A.OPACITY, _A.SHADOW})
ASPECTS: dict[MarkKind, frozenset[Aspect]] = {
    MarkKind.BOX: _LINE | {_A.FILL, _A.RADIUS},
    MarkKind.ELLIPSE: _LINE | {_A.FILL},
    MarkKind.ARROW: _LINE | {_A.CURVE, _A.HEADS},
    MarkKind.LINE: _LINE | {_A.CURVE},
    MarkKind.PEN: _LINE,
    MarkKind.HIGHLIGHTER: frozenset({_A.COLOUR, _A.STROKE, _A.OPACITY}),
    MarkKind.TEXT: frozenset({_A.COLOUR, _A.FILL, _A.OPACITY, _A.SHADOW, _A.LETTERS, _A.SIZE}),
    MarkKind.MAGNIFIER: frozenset(
        {_A.COLOUR, _A.STROKE, _A.OPACITY, _A.SHADOW, _A.LENS, _A.RADIUS}
    ),
    MarkKind.SPOTLIGHT: frozenset({_A.OPACITY, _A.LENS, _A.RADIUS}),
    MarkKind.MEASURE: _LINE | {_A.SIZE},
    MarkKind.SWATCH: frozenset({_A.COLOUR, _A.STROKE, _A.OPACITY, _A.SHADOW, _A.SIZE}),
    MarkKind.STAMP: frozenset({_A.OPACITY, _A.SHADOW, _A.STICKER}),
    MarkKind.REDACTION: frozenset({_A.COVER}),
}

FIELDS: dict[Aspect, tuple[str, ...]] = {
    _A.COLOUR: ("colour",),
    _A.FILL: ("filled", "fill"),
    _A.STROKE: ("stroke",),
    _A.DASH: ("dash",),
    _A.OPACITY: ("opacity",),
    _A.RADIUS: ("radius",),
    _A.SHADOW: ("shadow",),
    _A.CURVE: (),
    _A.HEADS: ("both_ends",),
    _A.LENS: ("round",),
    _A.LETTERS: ("filled", "plain", "typeface"),
    _A.SIZE: ("font_size",),
    _A.COVER: ("cover",),
    _A.STICKER: ("sticker",),
}
"""The fields of a style that each aspect is kept in."""

_KEPT = frozenset({_A.COVER, _A.STICKER})
"""What a mark shows, not how: another mark's style never changes it."""


def shared_aspects(kinds: Iterable[MarkKind]) -> frozenset[Aspect]:
    """What marks of all these kinds have; nothing for no kind."""
    found = [ASPECTS[kind] for kind in kinds]
    return frozenset.intersection(*found) if found else frozenset()


def has_field(kind: MarkKind, name: str) -> bool:
    """Whether the field ``name`` of a style means anything for marks of this kind."""
    return any(name in FIELDS[aspect] for aspect in ASPECTS[kind])


def restyled(kind: MarkKind, style: Style, changed: dict[str, Any]) -> Style:
    """``style`` with those of the fields that mean something for marks of this kind."""
    return replace(style, **{name: v for name, v in changed.items() if has_field(kind, name)})


def adopted(source: Style, kind: MarkKind, onto: Style) -> Style:
    """``onto`` looking like ``source``, as far as a mark of this kind can."""
    names = {name for aspect in ASPECTS[kind] - _KEPT for name in FIELDS[aspect]}
    return replace(
        onto, **{f.name: getattr(source, f.name) for f in fields(Style) if f.name in names}
    )


def common(values: Iterable[V]) -> V | None:
    """The one value that all have; ``None`` when they differ or there are none."""
    different = list(dict.fromkeys(values))
    return different[0] if len(different) == 1 else None
