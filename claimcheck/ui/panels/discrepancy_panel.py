"""The inspector of Compare: the numbered differences, the selected one open for editing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.review import Discrepancy, find
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.icons import pixmap
from claimcheck.ui.panels.discrepancy_row import DiscrepancyRow
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.numbering_menu import NumberingMenu
from claimcheck.ui.panels.parts import INSET, TEXT_INSET, TITLE_TOP, DownScroll, title_row
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import button, icon_button, label
from claimcheck.ui.widgets.tips import serve


class DiscrepancyPanel(QWidget):
    """Rows in the order of their numbers, in step with the selection on the canvas."""

    add_requested = Signal()
    """Start the number tool."""
    reflowed = Signal()
    """The rows may want another height."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.rows: dict[str, DiscrepancyRow] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._title = self._build_title()
        outer.addLayout(self._title)
        self._list = _RowList()
        self._list.reflowed.connect(self.reflowed)
        self._empty = self._build_empty()
        self._list.column.addWidget(self._empty)
        self._list.column.addStretch(1)
        self._scroll = DownScroll(self._list)
        outer.addWidget(self._scroll, 1)
        self._keys: list[QShortcut] = []
        session.shortcuts.changed.connect(self._build_shortcuts)
        self._build_shortcuts()
        self._document.opened.connect(self.refresh)
        self._document.changed.connect(self.refresh)
        session.selection.changed.connect(self._show_selection)
        self.refresh()

    def refresh(self) -> None:
        """Make the rows those of the comparison in view, in order."""
        discrepancies = self._discrepancies()
        wanted = [d.id for d in discrepancies]
        for gone in [key for key in self.rows if key not in wanted]:
            old = self.rows.pop(gone)
            self._list.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for at, discrepancy_id in enumerate(wanted):
            made = self.rows.get(discrepancy_id) or self._make_row(discrepancy_id)
            if self._list.column.indexOf(made) != at:
                self._list.column.removeWidget(made)
                self._list.column.insertWidget(at, made)
                made.show()
            if at:
                QWidget.setTabOrder(self.rows[wanted[at - 1]], made)
        self._count.setText(str(len(wanted)) if wanted else "")
        self._empty.setVisible(not wanted)
        self._show_selection()

    def wanted_height(self) -> int:
        """How high the panel would be without scrolling."""
        return self._title.sizeHint().height() + self._list.sizeHint().height()

    def renumber(self, discrepancy_id: str, number: int) -> None:
        """Give a discrepancy another number as one undo step."""
        self._document.apply(
            lambda review: edits.renumber(review, discrepancy_id, number),
            QT_TRANSLATE_NOOP("history", "Renumber"),
        )

    # --- building ---------------------------------------------------------------------------------

    def _build_title(self) -> QVBoxLayout:
        self._count = label("", "count")
        self._count.setAccessibleName(self.tr("Number of discrepancies"))
        self.add = icon_button("plus", self.tr("Number a discrepancy"))
        self.add.clicked.connect(self.add_requested)
        self.numbering = icon_button("list-ordered", self.tr("How discrepancies are numbered"))
        self.numbering.setMenu(NumberingMenu(self._session, self))
        self.numbering.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        shortcuts = self._session.shortcuts
        serve(self.add, shortcuts, BY_NAME["tool number"], self.add.toolTip())
        serve(self.numbering, shortcuts, BY_NAME["numbering"])
        lock_when_read_only(self._session.document, (self.numbering, self.add))
        title = label(self.tr("Discrepancies"), "title")
        line = title_row(title, self._count, None, self.numbering, self.add)
        line.setContentsMargins(TEXT_INSET, TITLE_TOP, INSET, 6)
        holder = QVBoxLayout()
        holder.addLayout(line)
        return holder

    def _build_empty(self) -> QWidget:
        empty = QWidget()
        rows = QVBoxLayout(empty)
        rows.setContentsMargins(12, 4, 12, 12)
        rows.setSpacing(12)
        rows.addWidget(
            label(
                self.tr(
                    "Nothing numbered yet. Click a difference on one picture, then the same spot "
                    "on the other: both get the same number."
                ),
                "secondary",
                wrap=True,
            )
        )
        start = button(self.tr("Number a difference"), "hash")
        start.clicked.connect(self.add_requested)
        serve(start, self._session.shortcuts, BY_NAME["tool number"])
        lock_when_read_only(self._session.document, (start,))
        rows.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
        return empty

    def _build_shortcuts(self) -> None:
        """The keys that move a number on the canvas do so here, too."""
        for old in self._keys:
            old.setEnabled(False)
            old.deleteLater()
        self._keys = []
        for name, step in (("number_up", -1), ("number_down", 1)):
            for key in self._session.shortcuts.keys(BY_NAME[name]):
                made = QShortcut(QKeySequence(key), self)
                made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                made.activated.connect(lambda step=step: self._move_selected(step))
                self._keys.append(made)

    def _make_row(self, discrepancy_id: str) -> DiscrepancyRow:
        dots = pixmap("grip-vertical", 16, theme().tokens.text_2, self.devicePixelRatioF())
        made = DiscrepancyRow(self._session, discrepancy_id, dots)
        made.picked.connect(self._session.selection.select_discrepancy)
        made.visited.connect(self._session.selection.go_to)
        made.grip.dragged.connect(self._on_dragged)
        made.grip.dropped.connect(lambda at, key=discrepancy_id: self._on_dropped(key, at))
        self.rows[discrepancy_id] = made
        return made

    # --- selecting and moving ---------------------------------------------------------------------

    def _discrepancies(self) -> tuple[Discrepancy, ...]:
        comparison = self._document.comparison
        if comparison is None:
            return ()
        return self._document.review.discrepancies_of(comparison.id)

    def _show_selection(self) -> None:
        selected = self._session.selection.discrepancy
        for key, shown in self.rows.items():
            shown.set_open(key == selected)
        if selected in self.rows:
            # After the layout has made room for the fields that just opened.
            QTimer.singleShot(0, self._reveal)

    def _reveal(self) -> None:
        shown = self.rows.get(self._session.selection.discrepancy or "")
        if shown is not None:
            self._scroll.ensureWidgetVisible(shown, 0, 8)

    def _move_selected(self, step: int) -> None:
        review = self._document.review
        moving = find(review.discrepancies, self._session.selection.discrepancy)
        if moving is not None:
            self.renumber(moving.id, review.number_of(moving) + step)

    def _on_dragged(self, at: QPoint) -> None:
        gap = self._gap_at(at)
        order = [self.rows[d.id] for d in self._discrepancies()]
        y = order[gap].y() - 2 if gap < len(order) else order[-1].geometry().bottom() + 2
        self._list.show_gap(y)

    def _on_dropped(self, discrepancy_id: str, at: QPoint) -> None:
        self._list.show_gap(None)
        order = [d.id for d in self._discrepancies()]
        gap, old = self._gap_at(at), order.index(discrepancy_id)
        comparison = self._document.comparison
        if comparison is not None:
            place = gap if gap <= old else gap - 1
            number = self._document.review.number_at(comparison.id, place)
            self.renumber(discrepancy_id, number)

    def _gap_at(self, at: QPoint) -> int:
        """How many rows lie above this place on the screen."""
        y = self._list.mapFromGlobal(at).y()
        middles = [self.rows[d.id].geometry().center().y() for d in self._discrepancies()]
        return sum(middle < y for middle in middles)


class _RowList(QWidget):
    """The rows, with a line where a dragged one would land."""

    reflowed = Signal()
    """A row came, went, opened or closed."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 0, 12, 12)
        self.column.setSpacing(4)
        self._gap: int | None = None

    def show_gap(self, y: int | None) -> None:
        """Paint the line at ``y``, or none."""
        self._gap = y
        self.update()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.reflowed.emit()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._gap is not None:
            line = QRect(12, max(self._gap - 1, 0), self.width() - 24, 3)
            QPainter(self).fillRect(line, theme().tokens.colour("text"))
