"""Both pictures beside each other, and at their right how the one lies on the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from claimcheck.model.kinds import SIDES, Role
from claimcheck.ui.canvas.picture_side import side_name
from claimcheck.ui.widgets.buttons import label
from claimcheck.ui.widgets.side_tab import SideTab


def three_columns(
    panes: Mapping[Role, QWidget], over_result: str, result: QLayout, least_px: int
) -> QGridLayout:
    """A pane for each side under its tab, then ``result``, at least ``least_px`` wide."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for column, role in enumerate(SIDES):
        grid.addWidget(SideTab(role, side_name(role)), 0, column, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(panes[role], 1, column)
        grid.setColumnStretch(column, 3)
    grid.addWidget(label(over_result, "label"), 0, 2)
    grid.addLayout(result, 1, 2)
    grid.setColumnStretch(2, 2)
    grid.setColumnMinimumWidth(2, least_px)
    grid.setRowStretch(1, 1)
    return grid
