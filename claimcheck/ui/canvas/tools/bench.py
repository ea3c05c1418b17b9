"""What tools work on: as much of the canvas as they need to know, and no more.

The canvas is one; a test can be another. So tools don't import the canvas, which imports them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from claimcheck.model.kinds import Role
from claimcheck.model.review import Discrepancy, Mark, Review
from claimcheck.ui.canvas.counterparts import Across
from claimcheck.ui.canvas.sides import Sides
from claimcheck.ui.canvas.writer import Writer
from claimcheck.ui.session import Session


class Bench(Protocol):
    """Two pictures, what lies on them, and how it is changed."""

    @property
    def session(self) -> Session:
        """The library at work, with selection and the looks of marks to come."""
        ...

    @property
    def sides(self) -> Sides:
        """The two views."""
        ...

    @property
    def writer(self) -> Writer:
        """Lets the user write on a picture."""
        ...

    @property
    def tools(self) -> Mapping[str, object]:
        """All tools by name: one may borrow what another can."""
        ...

    @property
    def tool_before(self) -> str:
        """The tool that was in hand before this one."""
        ...

    @property
    def review(self) -> Review | None:
        """The open review, in the pixels of its pictures as they are shown."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        ...

    def selected_marks(self) -> tuple[Mark, ...]:
        """The selected marks on the pictures in view, bottom to top."""
        ...

    def selected_discrepancy(self) -> Discrepancy | None:
        """The selected discrepancy."""
        ...

    def across(self, here: Role) -> Across | None:
        """The way from one side's picture to the other's; ``None`` when one is missing."""
        ...

    def apply(
        self, edit: Callable[[Review], Review], name: str, count: int = 1, merge: str = ""
    ) -> bool:
        """Make one undo step of an edit of ``review``; whether it changed anything."""
        ...

    def use(self, name: str) -> None:
        """Take another tool in hand."""
        ...

    def say_hint(self) -> None:
        """The next useful sentence may be another one."""
        ...

    def ask_for_note(self, discrepancy_id: str) -> None:
        """The user wants to write the note of this discrepancy."""
        ...

    def ask_to_adjust(self, evidence_id: str) -> None:
        """The user wants to crop, turn or straighten this picture."""
        ...
