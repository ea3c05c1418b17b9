"""Why the two pictures could not be aligned, whole, and what to do instead."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from claimcheck.imaging.aligning.align import Reason
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.canvas.looks.aligning import Aligning
from claimcheck.ui.canvas.looks.looks_bar import LooksBar
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.parts import INSET, TEXT_INSET, TITLE_TOP, title_row
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, dividing_line, label
from claimcheck.ui.widgets.flow_layout import FlowLayout
from claimcheck.ui.widgets.tips import keep_tip


class RefusalPanel(QWidget):
    """Of the comparison in view; hidden unless the last try to align it was refused."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = label("", wrap=True)
        self.by_hand = button(self.tr("Align by hand"))
        self.alike = button(self.tr("Same size"), kind="tertiary")
        for made, name in ((self.by_hand, "hand"), (self.alike, "frame")):
            made.setProperty("size", "small")
            keep_tip(made, session.shortcuts, BY_NAME[name])
        lock_when_read_only(session.document, (self.by_hand, self.alike))
        title = title_row(label(self.tr("Not aligned"), "title"), None)
        title.setContentsMargins(TEXT_INSET, TITLE_TOP - 6, INSET, 2)
        self._instead = QWidget()
        ways = FlowLayout(self._instead)
        ways.addWidget(self.by_hand)
        ways.addWidget(self.alike)
        said = QVBoxLayout()
        said.setContentsMargins(TEXT_INSET, 0, TEXT_INSET, 16)
        said.setSpacing(10)
        said.addWidget(self.reason)
        said.addWidget(self._instead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(dividing_line())
        column.addLayout(title)
        column.addLayout(said)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def follow(self, aligning: Aligning, bar: LooksBar) -> None:
        """Tell of this one; what to do instead is what the menu of ``bar`` offers, too."""
        self.by_hand.clicked.connect(lambda: bar.do("hand"))
        self.alike.clicked.connect(lambda: bar.do("frame"))

        def refresh() -> None:
            refused = aligning.refusal
            self.setVisible(refused is not None and aligning.alignment is None)
            self.reason.setText(aligning.reason)
            self._instead.setVisible(refused is not Reason.IDENTICAL)
            if refused is not None:
                aligning.want_way()  # or there would be no size to take

        aligning.changed.connect(refresh)
