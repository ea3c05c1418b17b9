"""One discrepancy in the inspector: a row, and a card with its fields while it is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QWidget,
)

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Discrepancy, Review, find
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.discrepancy_editor import RING, DiscrepancyEditor
from claimcheck.ui.panels.fields import say_when_read_only
from claimcheck.ui.panels.parts import column, row
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import ElidedLabel, icon_button, label
from claimcheck.ui.widgets.number_disc import NumberDisc
from claimcheck.ui.widgets.roles import give_role
from claimcheck.ui.widgets.tips import serve

DISC = 24


class Grip(QLabel):
    """The dots by which a row is dragged to another number."""

    dragged = Signal(QPoint)
    """Where the mouse is, on the screen, while the button is down."""
    dropped = Signal(QPoint)

    def __init__(self, pixmap: QPixmap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(pixmap)
        self.setFixedSize(24, 32)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to renumber (Alt+Up, Alt+Down)"))
        self._from: QPoint | None = None
        self._moving = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from, self._moving = event.globalPosition().toPoint(), False
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        at = event.globalPosition().toPoint()
        self._moving = self._moving or (at - self._from).manhattanLength() > 4
        if self._moving:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._from is not None and self._moving:
            self.dropped.emit(event.globalPosition().toPoint())
        self._from = None


class DiscrepancyRow(QFrame):
    """Disc, kind and note; opens as a card."""

    picked = Signal(str)
    visited = Signal(str)
    """Double click: go to its places."""

    def __init__(self, session: Session, discrepancy_id: str, grip: QPixmap) -> None:
        super().__init__()
        self._session, self.discrepancy_id = session, discrepancy_id
        self.editor: DiscrepancyEditor | None = None
        self.disc = NumberDisc(1, DISC)
        self.kind = label("", "strong")
        self.note = ElidedLabel("", "meta")
        self.grip = Grip(grip)
        self.more = icon_button("ellipsis", self.tr("More"), size=18)
        self.more.clicked.connect(self._open_menu)
        serve(self.more, session.shortcuts, BY_NAME["number_menu"])
        self._words = column(self.kind, self.note, spacing=0)
        head = row(self.disc, spacing=11)
        head.setContentsMargins(RING, 0, 0, 0)
        head.addLayout(self._words, 1)
        head.addWidget(self.more)
        head.addWidget(self.grip)
        self._column = column(spacing=8)
        self._column.addLayout(head)
        self.setLayout(self._column)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_role(self, QAccessible.Role.ListItem)
        self.setProperty("ringRadius", 10)
        self.set_open(False)
        session.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the discrepancy as it is now."""
        review = self._session.document.review
        discrepancy = find(review.discrepancies, self.discrepancy_id)
        if discrepancy is None:
            return
        number = review.number_of(discrepancy)
        self.disc.set_number(number)
        self.kind.setText(name_of(discrepancy.kind))
        self.note.set_whole_text(discrepancy.note or self._where(discrepancy))
        self.setAccessibleName(
            self.tr("Discrepancy %1: %2, %3")
            .replace("%1", str(number))
            .replace("%2", name_of(discrepancy.kind))
            .replace("%3", self.note.whole_text())
        )

    def set_open(self, is_open: bool) -> None:
        """Show the fields below the row, on a card, or only the row."""
        self.setProperty("role", "card" if is_open else "row")
        self.style().polish(self)
        self.note.setVisible(not is_open)
        self.grip.setVisible(not is_open and not self._session.read_only)
        self.more.setVisible(is_open)
        # A card's border takes a pixel: the disc stays where it is when the row opens.
        self._column.setContentsMargins(*((8, 7, 3, 8) if is_open else (9, 8, 4, 8)))
        if is_open and self.editor is None:
            self.editor = DiscrepancyEditor(self._session, self.discrepancy_id, self)
            self._column.addWidget(self.editor)
        elif not is_open and self.editor is not None:
            self._column.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.picked.emit(self.discrepancy_id)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._session.selection.hover(self.discrepancy_id)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._session.selection.hover(None)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.visited.emit(self.discrepancy_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.visited.emit(self.discrepancy_id)
        elif event.key() is Qt.Key.Key_Space:
            self.picked.emit(self.discrepancy_id)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        else:
            super().keyPressEvent(event)

    def delete(self) -> None:
        """Take the discrepancy out; the numbers after it move up."""
        self._session.document.apply(
            lambda review: edits.remove_discrepancies(review, {self.discrepancy_id}),
            QT_TRANSLATE_NOOP("history", "Delete %n difference(s)"),
        )

    def menu(self) -> QMenu:
        """What can be done with this discrepancy beside editing it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addAction(self.tr("Go there")).triggered.connect(
            lambda: self.visited.emit(self.discrepancy_id)
        )
        discrepancy = find(self._session.document.review.discrepancies, self.discrepancy_id)
        menu.addSeparator()
        for role, text in (
            (Role.LISTING, self.tr("Clear the place on the listing image")),
            (Role.PHOTO, self.tr("Clear the place on the photo")),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, side=role: self._clear_place(side))
            on_both = discrepancy is not None and all(discrepancy.place(r) for r in SIDES)
            action.setEnabled(on_both and not self._session.read_only)
            say_when_read_only(self._session.document, action)
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete"))
        delete.triggered.connect(self.delete)
        delete.setEnabled(not self._session.read_only)
        say_when_read_only(self._session.document, delete)
        return menu

    def _open_menu(self) -> None:
        at = self.more.mapToGlobal(QPoint(0, self.more.height() + 4))
        menu = self.menu()
        menu.popup(at - QPoint(max(0, menu.sizeHint().width() - self.more.width()), 0))

    def _clear_place(self, role: Role) -> None:
        def edit(review: Review) -> Review:
            discrepancy = find(review.discrepancies, self.discrepancy_id)
            if discrepancy is None:
                return review
            return edits.put_discrepancy(review, edits.with_place(discrepancy, role, None))

        self._session.document.apply(edit, QT_TRANSLATE_NOOP("history", "Clear place"))

    def _where(self, discrepancy: Discrepancy) -> str:
        if discrepancy.photo_place is None:
            return self.tr("Only on the listing image")
        if discrepancy.listing_place is None:
            return self.tr("Only on the photo")
        return self.tr("No note yet")
