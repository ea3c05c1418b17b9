"""A place to drop pictures of one side on, with its tab, what to do, and the buttons for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from claimcheck.model.kinds import Role
from claimcheck.ui.icons import paint_icon
from claimcheck.ui.payload import accept_copy, count_pictures, has_pictures, read_payload
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.buttons import label
from claimcheck.ui.widgets.side_tab import SideTab

_TAB_RISE = 14
"""Half the tab stands above the edge."""


class _Emblem(QWidget):
    """The icon on its plate: white for the shop, yellow for real life."""

    def __init__(self, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(66, 66)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme().tokens, QPainter(self)
        real = self._role is Role.PHOTO
        fill = QColor(colours.yellow if real else colours.raised)
        painting.plate(painter, QRectF(self.rect()), 16, fill, QColor(colours.line))
        name = "smartphone" if real else "shopping-bag"
        paint_icon(painter, name, 18, 18, 30, colours.ink if real else colours.text)


class DropZone(QWidget):
    """Dashed edge; while pictures hover above it, solid, and it says how many it will take."""

    dropped = Signal(object)
    """A ``Payload`` with files or one picture's bytes."""

    def __init__(
        self, role: Role, tab: str, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.role = role
        self._incoming = 0
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self._tab = SideTab(role, tab, self)
        self._tab.move(22, 0)
        self._tab.resize(self._tab.sizeHint())
        self._title = label(title, "subtitle", wrap=True)
        self._whole_title = title
        self._subtitle = label(subtitle, "secondary", wrap=True)
        for text in (self._title, self._subtitle):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, _TAB_RISE + 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(_Emblem(role, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(18)
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addWidget(self._subtitle)
        column.addSpacing(24)
        column.addLayout(self._buttons)
        column.addStretch(1)

    def add_button(self, made: QPushButton) -> None:
        """Put a button in the row below the text."""
        self._buttons.insertWidget(self._buttons.count() - 1, made)

    @property
    def incoming(self) -> int:
        """How many pictures hover above it."""
        return self._incoming

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        own = event.source() is not None  # a card that is on its way out of this window
        if self.isEnabled() and not own and has_pictures(event.mimeData()):
            self._hover(count_pictures(event.mimeData()))
            accept_copy(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._hover(0)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(0)
        payload = read_payload(event.mimeData(), self.tr("Dropped picture"))
        if payload.count:
            accept_copy(event)
            self.dropped.emit(payload)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        current = theme()
        colours, painter = current.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 3.0 if self._incoming else 2.0
        box = QRectF(self.rect()).adjusted(width / 2, _TAB_RISE + width / 2, -width / 2, -width / 2)
        edge = QColor(colours.control)
        pen = QPen(edge, width)
        if self._incoming:
            pen.setColor(QColor(colours.yellow if current.dark else colours.ink))
        else:
            pen.setDashPattern([3.0, 2.2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.selected if self._incoming else colours.surface))
        painter.drawRoundedRect(box, 15, 15)

    def _hover(self, count: int) -> None:
        self._incoming = count
        if not count:
            self._title.setText(self._whole_title)
        elif self.role is Role.PHOTO:
            self._title.setText(self.tr("Drop %n photo(s)", "", count))
        else:
            self._title.setText(self.tr("Drop %n listing image(s)", "", count))
        self.update()
