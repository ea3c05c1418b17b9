"""The discrepancies on one picture, with their discs: of the review, previewed, and proposed."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGraphicsScene

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.numbering import DiscNumber
from claimcheck.model.review import Comparison, Review
from claimcheck.ui.canvas.disc_places import disc_places, is_point
from claimcheck.ui.canvas.items import DISC_RADIUS_PX, DISC_REACH_PX, DiscrepancyItem

HEIGHT = 1e6
"""Above all marks."""
NEW = "new"
"""The id of the previewed place of a discrepancy that isn't in the review yet."""
_GHOST_OPACITY = 0.62


class Discs(QObject):
    """Kept equal to the review, by id; discs are constant on the screen, so they follow the zoom.

    All discs of a picture are placed together: none lies on another one or on what it is about.
    """

    moved = Signal()
    """A place is previewed or proposed elsewhere than before."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self.items: dict[str, DiscrepancyItem] = {}
        self.proposed: Rect | None = None
        """Where the counterpart of a discrepancy may be, offered and not yet taken."""
        self._ghost: DiscrepancyItem | None = None
        self._size = (0, 0)
        self._scale = 1.0
        self._places: dict[str, Rect] = {}
        self._numbers: dict[str, DiscNumber] = {}
        self._coming = DiscNumber(1)
        self._preview: tuple[str, Rect] | None = None
        self._selected: str | None = None
        self._hovered: str | None = None

    @property
    def selected(self) -> DiscrepancyItem | None:
        """The item of the selected discrepancy, if it is on this picture."""
        return self.items.get(self._selected or "")

    def show_size(self, size: tuple[int, int]) -> None:
        """Another picture, of this size in its pixels: what lay on the last one is gone."""
        for item in self.items.values():
            self._scene.removeItem(item)
        self.items.clear()
        self._size, self._preview, self._places = size, None, {}
        self.propose(None, DiscNumber(1))

    def show_review(self, review: Review, comparison: Comparison, role: Role) -> None:
        """Show the places that the discrepancies of ``comparison`` have on the side ``role``."""
        found = review.discrepancies_of(comparison.id)
        self._numbers = {one.id: review.number_of(one) for one in found}
        self._coming = review.number_at(comparison.id, len(found))
        places = ((one.id, one.place(role)) for one in found)
        self._places = {id_: place for id_, place in places if place is not None}
        self._reconcile()

    def set_scale(self, scale: float) -> None:
        """Screen pixels per picture pixel."""
        self._scale = scale
        self._reconcile()
        if self._ghost is not None:
            self._place_ghost(self._ghost, self._ghost.number)

    def select(self, discrepancy_id: str | None) -> None:
        """Show which one is selected."""
        self._selected = discrepancy_id
        self._reconcile()

    def hover(self, discrepancy_id: str | None) -> None:
        """Show which one the pointer is on, here or on the other picture or in the list."""
        if discrepancy_id != self._hovered:
            self._hovered = discrepancy_id
            for id_, item in self.items.items():
                item.show_hovered(id_ == discrepancy_id)

    def preview(self, discrepancy_id: str, place: Rect) -> None:
        """Show this place instead of the review's; ``NEW`` for a discrepancy to come."""
        self._preview = (discrepancy_id, place)
        self._reconcile()
        self.moved.emit()

    def end_preview(self) -> None:
        """Show the places of the review."""
        self._preview = None
        self._reconcile()
        self.moved.emit()

    def propose(self, place: Rect | None, number: DiscNumber) -> None:
        """Offer a place for a discrepancy's counterpart, or no longer."""
        if place == self.proposed and (self._ghost is None or self._ghost.number == number):
            return
        self.proposed = place
        if self._ghost is not None:
            self._scene.removeItem(self._ghost)
            self._ghost = None
        if place is not None:
            self._ghost = DiscrepancyItem(NEW, self._size)
            self._ghost.setOpacity(_GHOST_OPACITY)
            self._ghost.setZValue(HEIGHT)
            self._scene.addItem(self._ghost)
            self._place_ghost(self._ghost, number)
        self.moved.emit()

    def areas(self, leaving: Collection[str]) -> list[Rect]:
        """The places that are areas, not points, but those of ``leaving``."""
        kept = (place for id_, place in self._places.items() if id_ not in leaving)
        return [place for place in kept if not is_point(place)]

    def _reconcile(self) -> None:
        wanted = dict(self._places)
        if self._preview is not None:
            wanted |= (self._preview,)
        for gone in self.items.keys() - wanted.keys():
            self._scene.removeItem(self.items.pop(gone))
        discs = self._placed(list(wanted.values()))
        for (id_, place), disc in zip(wanted.items(), discs, strict=True):
            item = self.items.get(id_)
            if item is None:
                item = self.items[id_] = DiscrepancyItem(id_, self._size)
                self._scene.addItem(item)
            number = self._numbers.get(id_, self._coming)
            item.show_place(place, number, disc, self._scale, id_ == self._selected)
            item.show_hovered(id_ == self._hovered)
            item.setZValue(HEIGHT + number)

    def _place_ghost(self, ghost: DiscrepancyItem, number: DiscNumber) -> None:
        if self.proposed is not None:
            (disc,) = self._placed([self.proposed])
            ghost.show_place(self.proposed, number, disc, self._scale, False)

    def _placed(self, places: list[Rect]) -> tuple[Point, ...]:
        radius, reach = DISC_RADIUS_PX / self._scale, DISC_REACH_PX / self._scale
        return disc_places(places, self._size, radius, reach)
