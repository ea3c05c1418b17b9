"""A flat face that was photographed at a slant, and how it is shown from straight in front.

A face is four corners in the picture's own pixels, going round clockwise from the one that is to be
at the top left.
"""

from __future__ import annotations

import math
from functools import lru_cache

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.projection import Projection

Face = tuple[Point, ...]

NEAREST = 0.05
"""What is less deep than this, where the face's middle is 1, is too far away to be shown."""
_LEAST_DEPTH = 0.1
"""Of the face's own corners."""
_LEAST_SINE = 0.05
"""Of its angles: flatter ones are no corners."""
_LEAST_SIDE_PX = 8.0
_FLATTEST = 8.0
"""Width to height of a face, or height to width."""
_LENSES = (0.4, 4.0)
"""Focal lengths that photos have, in longer sides of the picture."""
_USUAL_LENS = 0.8


def is_face(face: Face) -> bool:
    """Whether four corners can be those of a rectangle, seen from one side at some slant."""
    if len(face) != 4:
        return False
    for at in range(4):
        before, here, after = face[at - 1], face[at], face[(at + 1) % 4]
        ux, uy, vx, vy = here.x - before.x, here.y - before.y, after.x - here.x, after.y - here.y
        lengths = math.hypot(ux, uy), math.hypot(vx, vy)
        if min(lengths) < _LEAST_SIDE_PX or ux * vy - uy * vx < _LEAST_SINE * math.prod(lengths):
            return False
    way = straightening(face, 1.0, 1.0)
    return all(way.depth(corner) >= _LEAST_DEPTH for corner in face)


def with_corner(face: Face, index: int, wanted: Point, size: tuple[int, int]) -> Face:
    """``face`` with one corner as far on its way to ``wanted`` as it still is a face.

    ``size`` is the picture's: corners stay in it.
    """
    start = face[index]
    x, y = min(max(wanted.x, 0.0), float(size[0])), min(max(wanted.y, 0.0), float(size[1]))

    def put(share: float) -> Face:
        at = Point(start.x + (x - start.x) * share, start.y + (y - start.y) * share)
        return (*face[:index], at, *face[index + 1 :])

    if is_face(put(1.0)):
        return put(1.0)
    low, high = 0.0, 1.0
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if is_face(put(middle)) else (low, middle)
    return put(low)


def upright_face(size: tuple[int, int], inset: float = 0.0) -> Face:
    """All of a picture, but for a part ``inset`` of its sides along each edge."""
    x, y = size[0] * inset, size[1] * inset
    return Rect(x, y, size[0] - 2 * x, size[1] - 2 * y).corners


@lru_cache(maxsize=64)
def straightening(face: Face, width: float, height: float) -> Projection:
    """From the picture to a rectangle of this size, on whose corners those of ``face`` come to lie.

    By way of the unit square, see Heckbert, *Fundamentals of Texture Mapping and Image Warping*
    (1989), 2.2.3. The depth is 1 in the middle of the face.
    """
    one, two, three, four = face
    sx, sy = one.x - two.x + three.x - four.x, one.y - two.y + three.y - four.y
    ax, ay, bx, by = two.x - three.x, two.y - three.y, four.x - three.x, four.y - three.y
    size = ax * by - ay * bx
    g, h = (sx * by - sy * bx) / size, (ax * sy - ay * sx) / size
    from_square = Projection(
        two.x - one.x + g * two.x,
        four.x - one.x + h * four.x,
        one.x,
        two.y - one.y + g * two.y,
        four.y - one.y + h * four.y,
        one.y,
        g,
        h,
        1.0,
    )
    way = Projection(width, 0, 0, 0, height, 0).after(from_square.inverse)
    middle = Point(sum(p.x for p in face) / 4, sum(p.y for p in face) / 4)
    return way.scaled(1 / way.depth(middle))


def face_size(face: Face, ratio: float, size: tuple[int, int]) -> tuple[int, int]:
    """Width and height at which a face is shown: its longest sides keep their pixels.

    ``ratio`` is width to height; ``size`` is the picture's, and there are no more pixels than it
    has.
    """
    sides = [
        math.dist((p.x, p.y), (q.x, q.y)) for p, q in zip(face, (*face[1:], face[0]), strict=True)
    ]
    height = max(sides[1], sides[3], max(sides[0], sides[2]) / ratio)
    share = min(1.0, math.sqrt(size[0] * size[1] / (height * height * ratio)))
    return max(round(height * ratio * share), 1), max(round(height * share), 1)


def seen_ratio(face: Face, size: tuple[int, int]) -> float:
    """Width to height that the face seems to have, from how it is foreshortened.

    ``size`` is the picture's, whose middle is taken for the middle of the lens. Formulas 11, 12, 20
    and 21 of Zhang and He, *Whiteboard scanning and image enhancement* (2007). Where the slant says
    nothing about the lens, it is taken for a phone's.
    """
    longer = float(max(size))
    one, two, four, three = (
        ((p.x - size[0] / 2) / longer, (p.y - size[1] / 2) / longer, 1.0) for p in face
    )  # ``three`` is below ``one``, ``four`` below ``two``, as in the paper
    k2 = _triple(one, four, three) / _triple(two, four, three)
    k3 = _triple(one, four, two) / _triple(three, four, two)
    across = [k2 * p - q for p, q in zip(two, one, strict=True)]
    along = [k3 * p - q for p, q in zip(three, one, strict=True)]
    squared = 0.0
    if abs(across[2] * along[2]) > 1e-9:
        squared = -(across[0] * along[0] + across[1] * along[1]) / (across[2] * along[2])
    if not _LENSES[0] ** 2 <= squared <= _LENSES[1] ** 2:
        squared = _USUAL_LENS**2
    width, height = ((way[0] ** 2 + way[1] ** 2) / squared + way[2] ** 2 for way in (across, along))
    return min(max(math.sqrt(width / height), 1 / _FLATTEST), _FLATTEST)


_Vector = tuple[float, float, float]


def _triple(a: _Vector, b: _Vector, c: _Vector) -> float:
    """(a × b) · c."""
    return (
        (a[1] * b[2] - a[2] * b[1]) * c[0]
        + (a[2] * b[0] - a[0] * b[2]) * c[1]
        + (a[0] * b[1] - a[1] * b[0]) * c[2]
    )
