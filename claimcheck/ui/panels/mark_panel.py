"""How the selected marks look and where they are, and how the next one will look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from claimcheck.ui.names import name_of
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.inspector.colour_rows import ColourRows
from claimcheck.ui.panels.inspector.place_rows import PlaceRows
from claimcheck.ui.panels.inspector.preset_row import PresetRow
from claimcheck.ui.panels.inspector.rows import InHand
from claimcheck.ui.panels.inspector.stamp_rows import StampRows
from claimcheck.ui.panels.inspector.style_rows import StyleRows
from claimcheck.ui.panels.parts import TITLE_TOP, DownScroll, title_row
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import label


class MarkPanel(QWidget):
    """Shows what the selected marks have in common; what differs is shown as mixed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.what = label("", "meta")
        self.presets = PresetRow(session)
        self.colour = ColourRows(session)
        self.stamp = StampRows(session)
        self.style_rows = StyleRows(session)
        self.place = PlaceRows(session)
        self._rows = (self.presets, self.stamp, self.colour, self.style_rows, self.place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._build()
        lock_when_read_only(self._document, self._rows)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the selection has in common, or the next mark's style."""
        hand = InHand.of(self._session)
        self.what.setText(self._told(hand))
        for rows in self._rows:
            rows.show_common(hand)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows = self._content.sizeHint()
        return QSize(rows.width(), self._title.sizeHint().height() + rows.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._title.sizeHint().height() + 80)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll area keeps to itself that its content wants another height."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._title = QWidget()
        title = title_row(label(self.tr("Mark"), "title"), None, self.what)
        title.setContentsMargins(24, TITLE_TOP - 6, 24, 0)
        self._title.setLayout(title)
        self._content = QWidget()
        # The first disc of the palette has room for a ring at the left, so it starts 4 px before
        # the text; all rows do, and fields are as wide as those above.
        column = QVBoxLayout(self._content)
        column.setContentsMargins(20, 4, 24, 14)
        column.setSpacing(8)
        for rows in self._rows:
            column.addWidget(rows)
        column.addStretch(1)
        outer.addWidget(self._title)
        outer.addWidget(DownScroll(self._content), 1)
        self._content.installEventFilter(self)

    def _connect(self) -> None:
        self._document.opened.connect(self.refresh)
        self._document.changed.connect(self.refresh)
        self._session.selection.changed.connect(self.refresh)
        self._session.mark_defaults.changed.connect(self.refresh)

    def _told(self, hand: InHand) -> str:
        if len(hand.marks) > 1:
            return self.tr("%n mark(s)", "", len(hand.marks))
        return name_of(next(iter(hand.kinds)))
