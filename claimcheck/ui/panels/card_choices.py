"""Which differences and claims the card shows, and in which order; nothing chosen is automatic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from claimcheck.cards.content import compared
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.review import CardSettings, Review
from claimcheck.ui.document import Document
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.widgets.buttons import label

_ROW, _MOST_ROWS = 30, 5

Rows = Sequence[tuple[str, str]]
"""Ids and what they say."""


class ChoiceList(QListWidget):
    """Rows to tick and to drag into another order; emits the ticked ids after either."""

    chosen = Signal(tuple)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._how = self.tr("Drag rows, or press Alt+↑ and Alt+↓, for another order.")
        self.setAccessibleDescription(self._how)
        self._filling = False
        self.itemChanged.connect(self._tell)
        # The rows are in their new places only once the drop is over.
        self.model().rowsMoved.connect(lambda *_: QTimer.singleShot(0, self._tell))

    def ids(self) -> tuple[str, ...]:
        """Those that are ticked, in the order of the rows."""
        rows = [self.item(row) for row in range(self.count())]
        return tuple(
            row.data(Qt.ItemDataRole.UserRole)
            for row in rows
            if row.checkState() is Qt.CheckState.Checked
        )

    def fill(self, rows: Rows, ticked: Sequence[str]) -> None:
        """Show ``rows`` as they stand, if the ticked ones are in order; else those come first."""
        known, there, current = dict(rows), self._rows(), self.currentItem()
        order = [*(i for i in ticked if i in known), *(i for i in known if i not in ticked)]
        if sorted(there) == sorted(known) and [i for i in there if i in ticked] == list(ticked):
            order = there
        chosen = current.data(Qt.ItemDataRole.UserRole) if current else None
        self._filling = True
        self.clear()
        for item_id in order:
            item = QListWidgetItem(known[item_id], self)
            item.setToolTip(f"{known[item_id]}\n{self._how}")
            item.setData(Qt.ItemDataRole.UserRole, item_id)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            is_ticked = item_id in ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            if item_id == chosen:
                self.setCurrentItem(item)
        self.setFixedHeight(_ROW * max(1, min(len(order), _MOST_ROWS)) + 4)
        self._filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count() and self.isEnabled():
            self._filling = True
            self.insertItem(row + by, self.takeItem(row))
            self._filling = False
            self.setCurrentRow(row + by)
            self._tell()

    def _rows(self) -> list[str]:
        rows = (self.item(row) for row in range(self.count()))
        return [row.data(Qt.ItemDataRole.UserRole) for row in rows]

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.ids())


class CardChoices(QWidget):
    """The differences of the card's pictures and the judged claims, each as rows to tick."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.differences = ChoiceList(self.tr("Differences on the card"))
        self.claims = ChoiceList(self.tr("Claims on the checklist"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._groups: list[tuple[QWidget, ChoiceList, Callable[[Review], Rows], str]] = []
        for choices, rows_of, field in (
            (self.differences, differences_of, "shown_differences"),
            (self.claims, claims_of, "shown_claims"),
        ):
            title = label(choices.accessibleName(), "label")
            column.addWidget(title)
            column.addWidget(choices)
            self._groups.append((title, choices, rows_of, field))
        self.differences.chosen.connect(lambda ids: self._choose("shown_differences", ids))
        self.claims.chosen.connect(lambda ids: self._choose("shown_claims", ids))
        self._shown: object = None
        document.opened.connect(self.refresh)
        document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the open review's; what has but one row or none has nothing to choose."""
        if not self._document.is_open:
            return
        review = self._document.review
        state = [(rows_of(review), getattr(review.card, f)) for _, _, rows_of, f in self._groups]
        if state == self._shown:
            return
        self._shown = state
        for (title, choices, _, _), (rows, chosen) in zip(self._groups, state, strict=True):
            for part in (title, choices):
                part.setVisible(len(rows) > 1)
            choices.fill(rows, chosen or [item_id for item_id, _ in rows])
            lock_when_read_only(self._document, (choices,))

    def _choose(self, field: str, ids: tuple[str, ...]) -> None:
        rows_of = next(rows_of for _, _, rows_of, name in self._groups if name == field)
        every = tuple(item_id for item_id, _ in rows_of(self._document.review))
        if not ids:  # one at least stays
            self._shown = None
            self.refresh()
            return
        if ids == every:
            ids = ()  # all in their own order is what automatic means
        self._document.apply(
            lambda review: edits.set_card(review, _with(review.card, field, ids)),
            QT_TRANSLATE_NOOP("history", "Choose what the card shows"),
        )


def automatic(review: Review) -> Review:
    """Without framing by hand, and showing what it shows without anybody's choice."""
    return edits.set_card(
        review,
        replace(
            review.card,
            listing_crop=None,
            photo_crop=None,
            divided_at=None,
            shown_differences=(),
            shown_claims=(),
        ),
    )


def placed_automatically(review: Review) -> Review:
    """Without framing by hand, and what was chosen for the card in the order of its numbers."""
    card = replace(review.card, listing_crop=None, photo_crop=None, divided_at=None)
    for field, rows in (
        ("shown_differences", differences_of(review)),
        ("shown_claims", claims_of(review)),
    ):
        chosen = getattr(card, field)
        card = _with(card, field, tuple(item_id for item_id, _ in rows if item_id in chosen))
    return edits.set_card(review, card)


def _with(card: CardSettings, field: str, ids: tuple[str, ...]) -> CardSettings:
    if field == "shown_claims":
        return replace(card, shown_claims=ids)
    return replace(card, shown_differences=ids)


def differences_of(review: Review) -> Rows:
    """The differences of the pictures on the card, each with its number."""
    comparison = compared(review)
    if comparison is None:
        return []
    found = review.discrepancies_of(comparison.id)
    return [(one.id, f"{review.number_of(one)}  {one.note or name_of(one.kind)}") for one in found]


def claims_of(review: Review) -> Rows:
    """The claims that have a verdict."""
    return [(claim.id, f"“{claim.quote}”") for claim in review.claims if claim.verdict]
