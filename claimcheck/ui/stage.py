"""The middle of the window: takes pictures dropped anywhere on it, and shows where they will go."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import Role
from claimcheck.ui.payload import accept_copy, count_pictures, has_pictures, read_payload
from claimcheck.ui.theme import inter, theme

_WORDS = {
    Role.LISTING: QT_TRANSLATE_NOOP("Stage", "Drop %n listing image(s)"),
    Role.PHOTO: QT_TRANSLATE_NOOP("Stage", "Drop %n photo(s)"),
}


class Stage(QStackedWidget):
    """The pages; ``sides`` says which sides take a drop now, from left to right."""

    dropped = Signal(object, object)
    """A ``Payload`` and the ``Role`` of the side it was dropped on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides: tuple[Role, ...] = ()
        self.setAcceptDrops(True)
        self.veil = Veil(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        own = event.source() is not None  # a card that is on its way out of this window
        if self.sides and not own and has_pictures(event.mimeData()):
            self.veil.cover(self.sides, count_pictures(event.mimeData()))
            self.veil.aim(event.position().toPoint())
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.veil.aim(event.position().toPoint())
        accept_copy(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.veil.hide()
        role = self.veil.aim(event.position().toPoint())
        payload = read_payload(event.mimeData(), self.tr("Dropped picture"))
        if role is not None and payload.count:
            accept_copy(event)
            self.dropped.emit(payload, role)


class Veil(QWidget):
    """Lies over the step while pictures hover; one half for each side, or all for the only one."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sides: tuple[Role, ...] = ()
        self._count = 0
        self.role: Role | None = None
        self.hide()

    def cover(self, sides: tuple[Role, ...], count: int) -> None:
        """Show places for ``sides``, left to right, and how many pictures there are."""
        self._sides, self._count, self.role = sides, count, None
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def aim(self, at: QPoint) -> Role | None:
        """Light the place below ``at`` and say whose it is."""
        across = min(max(at.x() / max(self.width(), 1), 0.0), 0.999)
        self.role = self._sides[int(across * len(self._sides))] if self._sides else None
        self.update()
        return self.role

    def paintEvent(self, _event: QPaintEvent) -> None:
        current, painter = theme(), QPainter(self)
        colours = current.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colours.colour("bg", 0.72))
        width = self.width() / max(len(self._sides), 1)
        for place, role in enumerate(self._sides):
            aimed = role is self.role
            box = QRectF(place * width, 0, width, self.height()).adjusted(16, 16, -16, -16)
            edge = QColor(colours.yellow if current.dark else colours.ink)
            pen = QPen(edge if aimed else QColor(colours.control), 3 if aimed else 2)
            if not aimed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(colours.colour("selected" if aimed else "surface", 0.94))
            painter.drawRoundedRect(box, 16, 16)
            painter.setPen(QColor(colours.text))
            painter.setFont(inter(17, 600))
            words = QCoreApplication.translate("Stage", _WORDS[role], "", self._count)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(16, 0, -16, 0), flags, words)
