"""The reviews of the library as a list: looked up off the GUI thread, sorted as the user likes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QCollator, QModelIndex, QObject, Qt, Signal

from claimcheck.library.records import ReviewSummary
from claimcheck.ui.names import name_of
from claimcheck.ui.session import Session

SUMMARY = Qt.ItemDataRole.UserRole + 1
_TOP = QModelIndex()


class LibraryModel(QAbstractListModel):
    """What is in the library, or in its trash, and matches the search."""

    refreshed = Signal()
    """The answer to the latest question is here."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._summaries: tuple[ReviewSummary, ...] = ()
        self._found: tuple[ReviewSummary, ...] = ()
        self._asked = 0
        self.search = ""
        self.trashed = False
        self.by_name = False
        self.known = False
        """Whether any answer has come yet."""
        session.library_changed.connect(self.ask)

    def ask(self) -> None:
        """Look the reviews up again; a late answer to an older question is dropped."""
        self._asked += 1
        self._session.summaries(self.search, self.trashed, partial(self._arrive, self._asked))

    def look_for(self, search: str, trashed: bool) -> None:
        """Ask for other reviews."""
        if (search, trashed) != (self.search, self.trashed):
            self.search, self.trashed = search, trashed
            self.ask()

    def sort_by_name(self, by_name: bool) -> None:
        """By name, or the latest first."""
        self.by_name = by_name
        self._arrange()

    @property
    def summaries(self) -> tuple[ReviewSummary, ...]:
        """The reviews in the order in which they are shown."""
        return self._summaries

    def row_of(self, review_id: str) -> int:
        """The row of a review, or -1."""
        rows = (row for row, one in enumerate(self._summaries) if one.id == review_id)
        return next(rows, -1)

    def rowCount(self, parent: QModelIndex = _TOP) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(self._summaries)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        if not index.isValid():
            return None
        summary = self._summaries[index.row()]
        if role == SUMMARY:
            return summary
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.title(summary)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(summary)}: {self.standing(summary)}"
        return None

    def title(self, summary: ReviewSummary) -> str:
        """The product's name, or a stand-in."""
        return summary.product or summary.brand or self.tr("Unnamed product")

    def standing(self, summary: ReviewSummary) -> str:
        """The verdicts in words, or how far the review is."""
        if summary.verdicts:
            return ", ".join(name_of(verdict) for verdict in summary.verdicts)
        if summary.claims:
            return self.tr("%n claim(s), none judged", "", summary.claims)
        return self.tr("No claims yet")

    def _arrive(self, asked: int, found: Sequence[object]) -> None:
        if asked == self._asked:
            self._found = tuple(one for one in found if isinstance(one, ReviewSummary))
            self.known = True
            self._arrange()
            self.refreshed.emit()

    def _arrange(self) -> None:
        wanted = self._found
        if self.by_name:
            collator = QCollator()
            collator.setNumericMode(True)
            wanted = tuple(sorted(wanted, key=lambda one: collator.sortKey(self.title(one))))
        if [one.id for one in wanted] == [one.id for one in self._summaries]:
            self._summaries = wanted
            if wanted:
                self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return
        self.beginResetModel()
        self._summaries = wanted
        self.endResetModel()
