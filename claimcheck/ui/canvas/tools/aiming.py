"""Snapping while a gesture is under way: the guides come and go with it. Ctrl suspends it."""

from __future__ import annotations

from collections.abc import Collection

from claimcheck.model.geometry import Point, Rect
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.snapping import REACH_PX, Guide, snapped_point, snapped_shift
from claimcheck.ui.canvas.view import Pointing


class Aim:
    """Where one gesture on one picture snaps to; looked up once, when it starts."""

    def __init__(self, scene: PictureScene, leaving: Collection[str] = ()) -> None:
        """``leaving`` are the ids of what the gesture moves."""
        self._scene = scene
        self._targets = scene.snap_targets(leaving)

    def at(self, at: Pointing, point: Point, across: bool = True, down: bool = True) -> Point:
        """``point``, or what lies near it; only in the directions asked for."""
        guides: tuple[Guide, ...] = ()
        if self._snaps(at):
            point, guides = snapped_point(point, self._targets, _reach(at), across, down)
        self._scene.show_guides(guides)
        return point

    def shifted(self, at: Pointing, frame: Rect, dx: float, dy: float) -> tuple[float, float]:
        """The shift of ``frame``, or the one near it that lines it up with something."""
        guides: tuple[Guide, ...] = ()
        if self._snaps(at):
            x, y, guides = snapped_shift(frame, dx, dy, self._targets, _reach(at))
            # Held straight by Shift, it may only slide along its one direction.
            dx, dy = (0.0 if at.shift and not dx else x), (0.0 if at.shift and not dy else y)
        self._scene.show_guides(guides)
        return dx, dy

    @staticmethod
    def _snaps(at: Pointing) -> bool:
        return at.scene.snaps != at.ctrl


def _reach(at: Pointing) -> float:
    return REACH_PX / at.view.framing.scale
