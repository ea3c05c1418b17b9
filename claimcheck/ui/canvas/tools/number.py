"""Number: mark a difference on one picture, then its counterpart on the other."""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.numbering import DiscNumber
from claimcheck.model.review import Discrepancy, find, new_id
from claimcheck.ui.canvas.counterparts import counterpart
from claimcheck.ui.canvas.discs import NEW
from claimcheck.ui.canvas.gestures import clamped, dragged_frame, rounded_rect
from claimcheck.ui.canvas.tools.dragging import change_place
from claimcheck.ui.canvas.tools.select import SelectTool
from claimcheck.ui.canvas.tools.tool import Tool, is_drag, words
from claimcheck.ui.canvas.view import Pointing

ADD_DISCREPANCY = QT_TRANSLATE_NOOP("history", "Add discrepancy")
PLACE_DISCREPANCY = QT_TRANSLATE_NOOP("history", "Place discrepancy on the other picture")


class NumberTool(Tool):
    """A click is a point, a drag an area. Then the other side is asked for."""

    name = "number"
    title = QT_TRANSLATE_NOOP("tools", "Number a difference")
    icon = "hash"
    key = "N"
    clicks = True
    starts_group = True

    _start: Pointing | None = None
    _dragging = False
    _selecting: SelectTool | None = None
    _half_id: str | None = None

    @property
    def half(self) -> Discrepancy | None:
        """The discrepancy that waits for its place on the other picture."""
        review = self.canvas.review
        found = find(review.discrepancies, self._half_id) if review else None
        return found if found is not None and self._missing_side(found) is not None else None

    @property
    def coming(self) -> DiscNumber | None:
        half, review = self.half, self.canvas.review
        comparison = self.canvas.session.document.comparison
        if review is None or comparison is None:
            return None
        if half is not None:
            return review.number_of(half)
        return review.number_at(comparison.id, len(review.discrepancies_of(comparison.id)))

    def take_up(self) -> None:
        selected = self.canvas.selected_discrepancy()
        if self.half is None and selected is not None and self._missing_side(selected):
            self._half_id = selected.id

    def put_down(self) -> None:
        self._half_id = None
        self.refresh()

    def refresh(self) -> None:
        """Offer the counterpart where the alignment says it is, and bring it into view."""
        offered = self._offered()
        for role, view in self.canvas.sides.views.items():
            scene = view.picture_scene
            if offered is None or role is not offered[0]:
                scene.discs.propose(None, DiscNumber(1))
                continue
            _, place, number = offered
            if scene.discs.proposed != place:
                scene.discs.propose(place, number)
                view.bring_into_view(place)

    @property
    def offers(self) -> bool:
        return self._offered() is not None

    def accept(self) -> None:
        offered, half = self._offered(), self.half
        if offered is None or half is None:
            return
        role, place, _ = offered
        self._half_id = None
        changed = edits.with_place(half, role, place)
        self.canvas.apply(lambda r: edits.put_discrepancy(r, changed), PLACE_DISCREPANCY)
        self._ask_what(half.id)
        self.refresh()

    def forget(self) -> None:
        self._half_id = None

    def press(self, at: Pointing) -> None:
        on_disc = at.scene.hits.disc_at(at.point)
        if on_disc is not None or at.scene.handles.handle_at(at.point) is not None:
            self._selecting = self._select_tool()
            self._selecting.press(at)
            return
        self._start, self._dragging = at, False

    def move(self, at: Pointing) -> None:
        if self._selecting is not None:
            self._selecting.move(at)
        elif self._start is not None and at.view is self._start.view:
            self._dragging = self._dragging or is_drag(self._start, at)
            if self._dragging:
                completing = self._completed_by(at)
                at.scene.discs.preview(completing.id if completing else NEW, self._place(at))

    def release(self, at: Pointing) -> None:
        if self._selecting is not None:
            select, self._selecting = self._selecting, None
            select.release(at)
            return
        if self._start is None:
            return
        place = self._place(at)
        self._start, self._dragging = None, False
        at.scene.clear_previews()
        completing = self._completed_by(at)
        if completing is not None:
            self._half_id = None
            change_place(self.canvas, completing, at, place, PLACE_DISCREPANCY)
            self._ask_what(completing.id)
        else:
            self._add(at, place)

    def double_click(self, at: Pointing) -> None:
        if at.scene.hits.disc_at(at.point) is not None:
            self._select_tool().double_click(at)
        else:
            self.press(at)

    @property
    def is_busy(self) -> bool:
        return self._start is not None or self._selecting is not None

    def give_up(self) -> bool:
        if self._selecting is not None:
            select, self._selecting = self._selecting, None
            return select.give_up()
        start, self._start, self._dragging = self._start, None, False
        if start is not None:
            start.scene.clear_previews()
        return start is not None

    def escape(self) -> None:
        if self.half is not None:
            self._half_id = None
            self.refresh()
            self.canvas.say_hint()
        else:
            super().escape()

    def hint(self) -> str:
        half = self.half
        if half is None:
            return words(
                QT_TRANSLATE_NOOP(
                    "tools",
                    "Click the difference on either picture, then its counterpart. Esc to stop.",
                )
            )
        if self.offers:
            return words(
                QT_TRANSLATE_NOOP(
                    "tools",
                    "Enter takes the spot shown, or click the right one. Esc if it isn’t there.",
                )
            )
        if self._missing_side(half) is Role.PHOTO:
            return words(
                QT_TRANSLATE_NOOP(
                    "tools", "Now click the same spot on the photo. Esc if it isn’t there."
                )
            )
        return words(
            QT_TRANSLATE_NOOP(
                "tools", "Now click the same spot on the listing image. Esc if it isn’t there."
            )
        )

    def _select_tool(self) -> SelectTool:
        select = self.canvas.tools["select"]
        assert isinstance(select, SelectTool)
        return select

    def _missing_side(self, discrepancy: Discrepancy) -> Role | None:
        """The picture in view that a discrepancy of this comparison has no place on yet."""
        comparison = self.canvas.session.document.comparison
        if comparison is None or discrepancy.comparison_id != comparison.id:
            return None
        for scene in self.canvas.sides.scenes:
            if discrepancy.place(scene.role) is None and scene.evidence is not None:
                return scene.role
        return None

    def _offered(self) -> tuple[Role, Rect, DiscNumber] | None:
        """The side, place and number of the counterpart, where the pair is aligned."""
        half, review = self.half, self.canvas.review
        missing = self._missing_side(half) if half is not None else None
        if half is None or review is None or missing is None:
            return None
        here = Role.PHOTO if missing is Role.LISTING else Role.LISTING
        place, way = half.place(here), self.canvas.across(here)
        if place is None or way is None or not way.is_aligned:
            return None
        there = counterpart(way, place)
        return (missing, there, review.number_of(half)) if there is not None else None

    def _completed_by(self, at: Pointing) -> Discrepancy | None:
        half = self.half
        return half if half and self._missing_side(half) is at.scene.role else None

    def _ask_what(self, discrepancy_id: str) -> None:
        """Both places are known: what is left to say is what differs there."""
        self.canvas.session.selection.select_discrepancy(discrepancy_id)
        self.canvas.ask_for_note(discrepancy_id)

    def _place(self, at: Pointing) -> Rect:
        assert self._start is not None
        if not self._dragging:
            spot = clamped(self._start.point, at.scene.size)
            return rounded_rect(Rect(spot.x, spot.y, 0.0, 0.0))
        frame = dragged_frame(
            self._start.point, at.point, at.scene.size, square=at.shift, from_center=at.alt
        )
        return rounded_rect(frame)

    def _add(self, at: Pointing, place: Rect) -> None:
        comparison = self.canvas.session.document.comparison
        if comparison is None:
            return
        empty = Discrepancy(new_id(), comparison.id)
        added = edits.with_place(empty, at.scene.role, place)
        if self.canvas.apply(lambda review: edits.put_discrepancy(review, added), ADD_DISCREPANCY):
            self._half_id = added.id
            self.canvas.session.selection.select_discrepancy(added.id)
            self.refresh()
