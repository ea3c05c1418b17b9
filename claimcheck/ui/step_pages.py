"""The pages behind the stepper, each built when it is first looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.tools.tool import Tool
from claimcheck.ui.panels.card_step import CardStep
from claimcheck.ui.panels.claims_step import ClaimsStep
from claimcheck.ui.panels.discrepancy_panel import DiscrepancyPanel
from claimcheck.ui.panels.listing_step import ListingStep
from claimcheck.ui.panels.mark_panel import MarkPanel
from claimcheck.ui.panels.photos_step import PhotosStep
from claimcheck.ui.panels.proposal_panel import ProposalPanel
from claimcheck.ui.panels.refusal_panel import RefusalPanel
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import dividing_line

INSPECTOR_WIDTH = 312
_MARKS_SHARE = 0.6
"""Of the inspector's height: what marks may take while the discrepancies want it, too."""


class Inspector(QWidget):
    """Right of the canvas: the discrepancies, and below them the mark in hand, if there is one."""

    left = Signal()
    """Escape in a field that has nothing to put back: the keyboard wants to go on the canvas."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = session.selection
        self._drawing = False
        """Whether the tool in hand draws marks."""
        self.setFixedWidth(INSPECTOR_WIDTH)
        self.discrepancies = DiscrepancyPanel(session)
        self.refusal = RefusalPanel(session)
        self.proposals = ProposalPanel(session)
        self.proposals.note_requested.connect(self.write_note)
        self.marks = MarkPanel(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.discrepancies, 1)
        column.addWidget(self.refusal)
        column.addWidget(self.proposals)
        self._line = dividing_line()
        column.addWidget(self._line)
        column.addWidget(self.marks)
        self.discrepancies.reflowed.connect(self._share_height)
        session.selection.changed.connect(self._show_marks)
        self._show_marks()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Where the keyboard goes one after the other."""
        return (self.discrepancies, self.refusal, self.proposals, self.marks)

    def follow_tool(self, tool: Tool) -> None:
        """Show how its next mark will look, when it draws any."""
        self._drawing = tool.kind is not None
        self._show_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def write_note(self, discrepancy_id: str) -> None:
        """Open a discrepancy and put the keyboard into its note."""
        self._selection.select_discrepancy(discrepancy_id)
        row = self.discrepancies.rows.get(discrepancy_id)
        if row is not None and row.editor is not None:
            row.editor.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_marks(self) -> None:
        in_hand = self._drawing or bool(self._selection.marks)
        self._line.setVisible(in_hand)
        self.marks.setVisible(in_hand)

    def _share_height(self) -> None:
        """Discrepancies get what they want, marks the rest, but never less than their share."""
        left = self.height() - self.discrepancies.wanted_height() - 1
        self.marks.setMaximumHeight(max(left, round(self.height() * _MARKS_SHARE)))


class StepPages(QStackedWidget):
    """One page per step; a page lives as long as the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: dict[str, QWidget] = {}

    def show_step(self, key: str) -> None:
        """Bring a step's page to the front."""
        if key not in self._pages:
            made = self._make(key)
            self._pages[key] = made
            self.addWidget(made)
        self.setCurrentWidget(self._pages[key])

    def _make(self, key: str) -> QWidget:
        if key == "compare":
            return CompareView(self._session)
        pages: dict[str, type[ListingStep | PhotosStep | ClaimsStep | CardStep]] = {
            "listing": ListingStep,
            "photos": PhotosStep,
            "claims": ClaimsStep,
            "card": CardStep,
        }
        return pages[key](self._session)
