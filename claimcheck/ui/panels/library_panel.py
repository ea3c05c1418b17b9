"""The library at the left: search, the reviews, the trash; folds to a rail of photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.icons import icon
from claimcheck.ui.panels.library_list import LibraryList
from claimcheck.ui.panels.library_model import LibraryModel
from claimcheck.ui.panels.library_row import LibraryDelegate
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.buttons import button, dividing_line, icon_button, label
from claimcheck.ui.widgets.tips import LOCKED_PROPERTY, serve
from claimcheck.ui.widgets.twin_thumbnail import Thumbnails

WIDTH, RAIL_WIDTH = 264, 64
_SEARCH_AFTER_MS = 60


class _Skeleton(QWidget):
    """Where reviews will be listed, fading out downwards."""

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 232)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row, strength in enumerate((0.75, 0.55, 0.35)):
            top = row * 72 + 28
            fill = theme().tokens.colour("line", strength * 0.62)
            painting.plate(painter, QRectF(20, top, 72, 48), 6, fill)
            painting.plate(painter, QRectF(104, top + 12, 112, 8), 4, fill)
            painting.plate(painter, QRectF(104, top + 29, 70, 8), 4, fill)


class _SearchField(QLineEdit):
    """Escape empties it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class LibraryPanel(QWidget):
    """Reviews as rows; emits what the user wants and keeps no review itself."""

    open_asked = Signal(str)
    new_asked = Signal()
    trash_asked = Signal(str, str)
    """Id and name of the review to put into the trash."""
    other_library_asked = Signal()
    fold_asked = Signal(bool)
    """The user wants the rail (``True``) or the whole panel."""
    refreshed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = LibraryModel(session, self)
        self.thumbnails = Thumbnails(session, self)
        self._delegate = LibraryDelegate(self.thumbnails, self)
        self.list = LibraryList(self.model, self._delegate)
        self.list.editable = not session.read_only
        self.search = self._build_search()
        self.folded = False
        self._opens_first = False
        self._build_controls()
        self._build()
        self._connect()
        self.model.ask()

    @property
    def is_empty(self) -> bool:
        """Whether the library holds no review at all, as far as is known."""
        model = self.model
        return model.known and not (model.summaries or model.search or model.trashed)

    def fold(self, folded: bool, foldable: bool) -> None:
        """Show the rail or the panel; ``foldable`` offers to fold it back."""
        self.folded = folded
        self._delegate.rail = folded
        for widget in (self._head, self._new, self._other):
            widget.setVisible(not folded)
        self._rail_head.setVisible(folded)
        self._rail_new.setVisible(folded)
        self._collapse.setVisible(foldable and not folded)
        self.setFixedWidth(RAIL_WIDTH if folded else WIDTH)
        self.list.scheduleDelayedItemsLayout()
        self._show_state()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_trash(self, trashed: bool) -> None:
        """List what is in the trash, or the reviews."""
        self.search.clear()
        self.model.look_for("", trashed)
        self._show_state()

    def name_of(self, review_id: str) -> str:
        """What a listed review is called."""
        found = (one for one in self.model.summaries if one.id == review_id)
        return next((self.model.title(one) for one in found), "")

    # --- building ---------------------------------------------------------------------------------

    def _build_search(self) -> QLineEdit:
        made = _SearchField()
        made.setPlaceholderText(self.tr("Search reviews"))
        made.setAccessibleName(self.tr("Search reviews"))
        sign = made.addAction(
            icon("search", 16, "text-2"), QLineEdit.ActionPosition.LeadingPosition
        )
        sign.setText(self.tr("Search"))
        clear = made.addAction(icon("x", 16, "text-2"), QLineEdit.ActionPosition.TrailingPosition)
        clear.setText(self.tr("Clear"))
        clear.setVisible(False)
        clear.triggered.connect(made.clear)
        made.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        return made

    def _build_controls(self) -> None:
        self._count = label(role="meta")
        self._back = icon_button("arrow-left", self.tr("Back to the reviews"), 16, "small")
        self._collapse = icon_button("panel-left", self.tr("Fold the library"), 16, "small")
        self.sort = QToolButton()
        self.sort.setProperty("kind", "small")
        self.sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.sort.setIcon(icon("chevron-down", 14, "text-2"))
        self.sort.setIconSize(QSize(14, 14))
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setMenu(self._build_menu())
        self._new = self._full(button(self.tr("New review"), "plus"))
        self._other = self._full(button(self.tr("Open another library"), "folder-open"))
        self.empty_trash = self._full(button(self.tr("Empty trash"), "trash-2"))
        self._unfold = icon_button("panel-left", self.tr("Unfold the library"), 18)
        self._rail_new = icon_button("plus", self.tr("New review"))
        for widget, name in (
            (self.sort, "library_menu"),
            (self._new, "new_review"),
            (self._rail_new, "new_review"),
            (self._other, "library"),
            (self.empty_trash, "empty_trash"),
            (self._collapse, "fold_library"),
            (self._unfold, "fold_library"),
            (self._back, "show_trash"),
        ):
            words = widget.toolTip()
            serve(widget, self._session.shortcuts, BY_NAME[name], words)
        if self._session.read_only:
            reason = self.tr("This library is open read-only: nothing can be changed.")
            for widget in (self._new, self._rail_new, self.empty_trash):
                widget.setEnabled(False)
                widget.setProperty(LOCKED_PROPERTY, True)
                widget.setToolTip(reason)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._recent = QAction(self.tr("Recent"), menu, checkable=True, checked=True)
        self._by_name = QAction(self.tr("Name"), menu, checkable=True)
        self._recent.triggered.connect(lambda: self._sort(by_name=False))
        self._by_name.triggered.connect(lambda: self._sort(by_name=True))
        menu.addActions([self._recent, self._by_name])
        menu.addSeparator()
        trash = menu.addAction(self.tr("Show the trash"))
        trash.triggered.connect(lambda: self.show_trash(True))
        other = menu.addAction(self.tr("Open another library …"))
        other.triggered.connect(self.other_library_asked)
        self.sort.setText(self.tr("Recent"))
        self.sort.setAccessibleName(self.tr("Order and trash"))
        self.sort.setToolTip(self.tr("Order and trash"))
        return menu

    def _build(self) -> None:
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(12, 12, 12, 0)
        head.setSpacing(4)
        head.addWidget(self.search)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(8, 2, 0, 6)
        line.setSpacing(4)
        for widget in (self._back, self._count):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.sort)
        line.addWidget(self._collapse)
        head.addWidget(self._line)
        self._rail_head = QWidget()
        rail_head = QVBoxLayout(self._rail_head)
        rail_head.setContentsMargins(0, 12, 0, 6)
        rail_head.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages = QStackedWidget()
        for page in (self.list, self._build_empty(), self._build_nothing()):
            self._pages.addWidget(page)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 12, 12, 12)
        foot.setSpacing(0)
        for made in (self._new, self._other, self.empty_trash):
            foot.addWidget(made)
        foot.addWidget(self._rail_new, 0, Qt.AlignmentFlag.AlignHCenter)
        self._foot_line = dividing_line()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._rail_head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot_line)
        column.addLayout(foot)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(column, 1)
        outer.addWidget(dividing_line(vertical=True))

    def _build_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_Skeleton())
        words = label(
            self.tr("Your reviews will be listed here. They stay on this computer."),
            "secondary",
            wrap=True,
        )
        words.setContentsMargins(20, 0, 12, 0)
        column.addWidget(words)
        self._to_trash = button(self.tr("Show the trash"), "trash-2", "tertiary")
        self._to_trash.clicked.connect(lambda: self.show_trash(True))
        serve(self._to_trash, self._session.shortcuts, BY_NAME["show_trash"])
        self._to_trash.hide()
        indented = QHBoxLayout()
        indented.setContentsMargins(8, 0, 12, 0)
        indented.addWidget(self._to_trash, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(indented)
        column.addStretch(1)
        return page

    def _build_nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 12, 12, 12)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "secondary")
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._nothing)
        column.addStretch(1)
        return page

    @staticmethod
    def _full(made: QPushButton) -> QPushButton:
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _connect(self) -> None:
        self._wait = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._wait.timeout.connect(
            lambda: self.model.look_for(self.search.text().strip(), self.model.trashed)
        )
        self.search.textChanged.connect(self._wait.start)
        self.search.returnPressed.connect(self._open_first)
        self.model.refreshed.connect(self._on_refreshed)
        self.thumbnails.arrived.connect(self.list.viewport().update)
        self.list.open_asked.connect(self.open_asked)
        self.list.trash_asked.connect(lambda key: self.trash_asked.emit(key, self.name_of(key)))
        self.list.restore_asked.connect(self._session.restore_review)
        self._back.clicked.connect(lambda: self.show_trash(False))
        self._new.clicked.connect(self.new_asked)
        self._rail_new.clicked.connect(self.new_asked)
        self._other.clicked.connect(self.other_library_asked)
        self._unfold.clicked.connect(lambda: self.fold_asked.emit(False))
        self._collapse.clicked.connect(lambda: self.fold_asked.emit(True))
        self._session.document.opened.connect(self._show_current)

    # --- showing ----------------------------------------------------------------------------------

    def _on_refreshed(self) -> None:
        opens, self._opens_first = self._opens_first, False
        if opens:
            self._open_first()
        self._show_current()
        self._show_state()
        if self.is_empty:
            self._session.summaries("", True, self._offer_trash)
        self.refreshed.emit()

    def _offer_trash(self, trashed: Sequence[object]) -> None:
        self._to_trash.setVisible(bool(trashed))

    def _show_current(self) -> None:
        document = self._session.document
        self._delegate.current_id = document.review.id if document.is_open else ""
        row = self.model.row_of(self._delegate.current_id)
        if row >= 0:
            self.list.scrollTo(self.model.index(row))
            if not self.list.hasFocus():
                self.list.setCurrentIndex(self.model.index(row))
        self.list.viewport().update()

    def _show_state(self) -> None:
        model, count = self.model, len(self.model.summaries)
        empty, trashed = self.is_empty, self.model.trashed
        if trashed:
            self._count.setText(self.tr("Trash · %n review(s)", "", count))
        else:
            self._count.setText(self.tr("%n review(s)", "", count))
        self._nothing.setText(
            self.tr("No review has “{words}”.").format(words=model.search)
            if model.search
            else self.tr("The trash is empty.")
        )
        page = 0 if count or not model.known or self.folded else 1 if empty else 2
        self._pages.setCurrentIndex(page)
        self._back.setVisible(trashed)
        self.sort.setVisible(not trashed)
        self._line.setVisible(not empty)
        self.search.setEnabled(not empty)
        self._new.setVisible(not (self.folded or empty or trashed))
        self._other.setVisible(empty and not self.folded)
        self.empty_trash.setVisible(trashed and not self.folded)
        if not self._session.read_only:
            self.empty_trash.setEnabled(bool(count))

    def _sort(self, by_name: bool) -> None:
        self._recent.setChecked(not by_name)
        self._by_name.setChecked(by_name)
        self.sort.setText(self._by_name.text() if by_name else self._recent.text())
        self.model.sort_by_name(by_name)
        self._show_current()

    def _open_first(self) -> None:
        """Enter in the search field: the first hit, once the answer to what was typed is here."""
        self._wait.stop()
        words = self.search.text().strip()
        if words != self.model.search:
            self._opens_first = True
            self.model.look_for(words, self.model.trashed)
            return
        first = next(iter(self.model.summaries), None)
        if first is not None and not self.model.trashed:
            self.open_asked.emit(first.id)
