"""First step: what the shop shows, and the form about product and offer beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimcheck.model.kinds import Role
from claimcheck.ui.panels.listing_form import ListingForm
from claimcheck.ui.panels.parts import DownScroll, column, surface
from claimcheck.ui.panels.picture_board import PictureBoard
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import dividing_line

FORM_WIDTH, NARROWEST_FORM = 408, 336
"""Fields of 360: wide enough for a web address, narrow enough to read as one column."""


class ListingStep(QWidget):
    """Listing images on the left, the form on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = PictureBoard(session, Role.LISTING)
        self.form = ListingForm(session)
        side = surface()
        side.setMinimumWidth(NARROWEST_FORM)
        side.setMaximumWidth(FORM_WIDTH)
        side.setLayout(column(DownScroll(self.form), spacing=0))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.board, 1)
        across.addWidget(dividing_line(vertical=True))
        across.addWidget(side, 1)
