"""Undo, redo and jumping through the history; what changes by it comes into view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimcheck.cards.content import content_of
from claimcheck.model.changes import Change
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Identified, Review, find
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.stepping import reveal
from claimcheck.ui.document import ReviewCommand
from claimcheck.ui.history_panel import HistoryPanel
from claimcheck.ui.panels.listing_step import ListingStep
from claimcheck.ui.panels.photos_step import PhotosStep

if TYPE_CHECKING:
    from claimcheck.ui.main_window import MainWindow

Thing = TypeVar("Thing", bound=Identified)

_STEP_OF_PART = {"product": "listing", "listings": "listing", "claims": "claims", "card": "card"}
"""Whatever isn't here lies on the pictures, in Compare."""


def steps_of(change: Change) -> tuple[str, ...]:
    """The steps that show something of ``change``, the most telling first."""
    found: dict[str, None] = {}
    for patch in change.patches:
        item = patch.after or patch.before
        if patch.part != "evidence":
            found[_STEP_OF_PART.get(patch.part, "compare")] = None
        elif isinstance(item, Evidence) and item.role is not Role.STICKER:
            found["photos" if item.role is Role.PHOTO else "listing"] = None
    if len(found) > 1 and found.keys() & {"photos", "listing"} and change.touches("evidence"):
        found.pop("compare", None)  # the pair in view follows the pictures that came or went
    return tuple(found)


class Undoing(QObject):
    """Belongs to its window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        self._stack = window.session.document.stack

    @property
    def _window(self) -> MainWindow:
        """Asked when needed, for to keep it would be a cycle."""
        return cast("MainWindow", self.parent())

    def undo(self) -> None:
        """Take the last step back, and show where that was."""
        self.go_to(self._stack.index() - 1)

    def redo(self) -> None:
        """Make the next step again, and show where that was."""
        self.go_to(self._stack.index() + 1)

    def go_to(self, index: int) -> None:
        """Go to the version after ``index`` steps; the last one made or undone comes into view."""
        now = self._stack.index()
        free = self._session.document.is_open and not self._session.read_only
        if not free or index == now or not 0 <= index <= self._stack.count():
            return
        command = self._stack.command(index if index < now else index - 1)
        before = self._session.document.shown
        self._session.document.go_to(index)
        if isinstance(command, ReviewCommand):
            self._show(command.change if index > now else command.change.reversed(), before)

    def open_history(self, anchor: QWidget) -> None:
        """List all steps below ``anchor``."""
        panel = HistoryPanel(self._session.document, self._window)
        panel.asked.connect(self.go_to)
        panel.open_below(anchor)

    def _show(self, change: Change, before: Review) -> None:
        """Bring what changed into view, and the place of what is gone since ``before``."""
        steps, selection = steps_of(change), self._session.selection
        if steps and self._window.step not in (*steps, *self._also_shows(change, before)):
            self._window.show_step(steps[0])
        review = self._session.document.review
        for claim_id in _there(change, "claims"):
            selection.select_claim(claim_id)
        marks, numbered = _there(change, "marks"), _there(change, "discrepancies")
        if marks:
            selection.select_marks(marks)
        elif numbered and find(review.discrepancies, numbered[0]) is not None:
            selection.select_discrepancy(numbered[0])
        page = self._window.pages.currentWidget()
        if isinstance(page, CompareView):
            now = self._session.document.shown
            touched = {patch.item_id for patch in change.patches}
            reveal(
                page.canvas,
                [m for m in _either(now.marks, before.marks) if m.id in touched],
                [d for d in _either(now.discrepancies, before.discrepancies) if d.id in touched],
            )
        elif isinstance(page, ListingStep | PhotosStep):
            for evidence_id in _there(change, "evidence"):
                page.board.grid.select(evidence_id)

    def _also_shows(self, change: Change, before: Review) -> tuple[str, ...]:
        """The card, where something on it is another since ``before``: much is edited there.

        What comes or goes does so on its own step.
        """
        edited = all(patch.before and patch.after for patch in change.patches)
        differs = _on_card(self._session.document.shown) != _on_card(before)
        return ("card",) if edited and differs else ()


def _on_card(review: Review) -> object:
    """What the card shows of a review."""
    content = content_of(review, "en")
    claims = [(claim.quote, claim.reasoning, claim.verdict) for claim in content.claims]
    return replace(content, claims=()), claims


def _either(now: Iterable[Thing], before: Iterable[Thing]) -> Iterable[Thing]:
    """What is there now, and what was before and is gone."""
    return ({item.id: item for item in before} | {item.id: item for item in now}).values()


def _there(change: Change, part: str) -> tuple[str, ...]:
    """The ids of what of ``part`` was touched and is there now."""
    return tuple(p.item_id for p in change.patches if p.part == part and p.item_id and p.after)
