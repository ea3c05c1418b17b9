"""The list of reviews: click or Enter opens, Delete puts into the trash."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from claimcheck.library.records import ReviewSummary
from claimcheck.ui.icons import icon
from claimcheck.ui.panels.fields import why_read_only
from claimcheck.ui.panels.library_model import SUMMARY, LibraryModel
from claimcheck.ui.panels.library_row import LibraryDelegate


class LibraryList(QListView):
    """Asks, and lets the panel answer."""

    open_asked = Signal(str)
    trash_asked = Signal(str)
    restore_asked = Signal(str)

    def __init__(
        self, model: LibraryModel, delegate: LibraryDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reviews = model
        self.editable = True
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Reviews"))
        self.clicked.connect(self._on_clicked)

    def review_at(self, index: QModelIndex) -> ReviewSummary | None:
        """The review of a row."""
        found = index.data(SUMMARY) if index.isValid() else None
        return found if isinstance(found, ReviewSummary) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.review_at(self.currentIndex())
        if chosen is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask_open(chosen)
        elif chosen is not None and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if self.editable and not self._reviews.trashed:
                self.trash_asked.emit(chosen.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        chosen = self.review_at(index)
        if chosen is None:
            return
        self.setCurrentIndex(index)
        at = self.visualRect(index).center() if by_keyboard else event.pos()
        self.menu_for(chosen).popup(self.viewport().mapToGlobal(QPoint(at)))

    def menu_for(self, chosen: ReviewSummary) -> QMenu:
        """What can be done with one review."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        if self._reviews.trashed:
            act = menu.addAction(icon("archive-restore", 16), self.tr("Restore"))
            act.triggered.connect(lambda: self.restore_asked.emit(chosen.id))
        else:
            menu.addAction(icon("arrow-right", 16), self.tr("Open")).triggered.connect(
                lambda: self.open_asked.emit(chosen.id)
            )
            menu.addSeparator()
            act = menu.addAction(icon("trash-2", 16), self.tr("Move to trash"))
            act.triggered.connect(lambda: self.trash_asked.emit(chosen.id))
        act.setEnabled(self.editable)
        if not self.editable:
            act.setToolTip(why_read_only())
        return menu

    def _on_clicked(self, index: QModelIndex) -> None:
        chosen = self.review_at(index)
        if chosen is not None:
            self._ask_open(chosen)

    def _ask_open(self, chosen: ReviewSummary) -> None:
        if not self._reviews.trashed:
            self.open_asked.emit(chosen.id)
