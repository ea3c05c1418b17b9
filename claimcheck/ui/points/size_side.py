"""At the right of what is measured: the scale, the figures, and the claim that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimcheck.model.review import Claim
from claimcheck.model.sizes import KNOWN_WORDS, Known
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.parts import DownScroll, row
from claimcheck.ui.points.figures import promises_figures
from claimcheck.ui.widgets.buttons import button, dividing_line, icon_button, label
from claimcheck.ui.widgets.number_entry import NumberEntry

WIDTH = 320


class SizeSide(QWidget):
    """Shows what it is told; the dialog knows what it means."""

    removed = Signal(str)
    """The id of a measurement to take away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.known = Choice(
            (
                (known, QCoreApplication.translate("sizes", text))
                for known, text in KNOWN_WORDS.items()
            ),
            self.tr("What of known size lies in the photo"),
        )
        self.known.setCurrentIndex(self.known.index_of(Known.BANK_CARD.value))
        self.long = NumberEntry(self.tr("Length"), " mm", 0.1, 100_000)
        self.wide = NumberEntry(self.tr("Width"), " mm", 0.1, 100_000)
        self._times = label("×", "secondary")
        self.told = label("", "secondary", wrap=True)
        self.told.setMinimumHeight(36)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(0)
        self.claims = Choice((), self.tr("The claim that the figures are about"))
        self.proposal = label("", "", wrap=True)
        self.judge = button(self.tr("Use this verdict"), "check")
        self.draw = button(self.tr("Draw the lengths on the photo"), "ruler")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Known size in the photo"), "title"))
        column.addWidget(self.known)
        column.addLayout(row(self.long, self._times, self.wide))
        column.addWidget(self.told)
        column.addWidget(dividing_line())
        column.addWidget(label(self.tr("Measured"), "title"))
        column.addWidget(DownScroll(self._list), 1)
        column.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(dividing_line())
        column.addWidget(label(self.tr("Promised"), "title"))
        column.addWidget(self.claims)
        column.addWidget(self.proposal)
        column.addWidget(self.judge, 0, Qt.AlignmentFlag.AlignLeft)

    def show_scale(self, known: Known, told: str) -> None:
        """Ask for the sizes that this known thing needs, and say what the scale is worth."""
        self.long.setVisible(known in (Known.LINE, Known.RECTANGLE))
        self.wide.setVisible(known is Known.RECTANGLE)
        self._times.setVisible(known is Known.RECTANGLE)
        self.told.setText(told)

    def show_claims(self, claims: Sequence[Claim]) -> None:
        """Offer these; at first the one that promises figures."""
        chosen = self.claims.currentData()
        wanted = [(claim.id, claim.quote) for claim in claims]
        have = [self.claims.itemData(i) for i in range(self.claims.count())]
        if have != [id_ for id_, _ in wanted]:
            self.claims.fill((id_, quote, QIcon()) for id_, quote in wanted)
            sized = next((c.id for c in claims if promises_figures(c.quote)), None)
            at = self.claims.index_of(chosen if chosen is not None else sized)
            self.claims.setCurrentIndex(max(at, 0) if wanted else -1)
        self.claims.setEnabled(bool(wanted))

    def show_rows(self, figures: Iterable[tuple[str, str, str]]) -> None:
        """A row for each measurement: its id, what it is, and its figure (empty for none)."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for id_, kind, told in figures:
            line = QWidget()
            figure = label(told or self.tr("beyond the horizon"), "strong")
            gone = icon_button("x", self.tr("Remove this measurement"), size=16)
            gone.clicked.connect(lambda _=False, at=id_: self.removed.emit(at))
            line.setLayout(row(label(kind), None, figure, gone))
            self._rows.addWidget(line)
        self._rows.addStretch(1)
