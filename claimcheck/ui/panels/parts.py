"""How panels are laid out: columns, rows, and areas that scroll one way only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QSize, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from claimcheck.ui.widgets.buttons import label
from claimcheck.ui.widgets.flow_layout import FlowLayout

INSET, TEXT_INSET = 12, 24
TITLE_TOP = 14
"""Above a row with a title: titles of all columns stand on one line."""


def column(*parts: QWidget | None, spacing: int = 12) -> QVBoxLayout:
    """Widgets below each other; ``None`` takes the space that is left."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part)
    return made


def row(*parts: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; ``None`` takes the space that is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part)
    return made


def title_row(*parts: QWidget | None, spacing: int = 6) -> QHBoxLayout:
    """A section's title with what belongs to it, as high as a button whether it has one or not."""
    made = row(*parts, spacing=spacing)
    made.addStrut(32)
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return made


def headline(text: str) -> QLabel:
    """What an empty step asks, in the narrow face; less loud than the first run's."""
    made = label(text, "headline", wrap=True)
    made.setStyleSheet("font-size: 40px;")
    return made


class Flowing(QWidget):
    """Widgets in rows that break; asks for one row, and for as many as its width then needs.

    Without that, a scroll area counts with one widget a row and scrolls for nothing.
    """

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap=gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for i in range(self.flow.count()) if (item := self.flow.itemAt(i))]
        return QSize(
            sum(size.width() for size in sizes), max((size.height() for size in sizes), default=0)
        )

    def minimumSizeHint(self) -> QSize:
        return self.flow.minimumSize()


class DownScroll(QScrollArea):
    """``content`` scrolls down only; its right margin makes room for the bar: nothing jumps."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content.setProperty("role", "content")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = content.layout()
        self._margins = layout.contentsMargins() if layout else QMargins()
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, _least: int, most: int) -> None:
        content = self.widget()
        layout = content.layout() if content else None
        if layout is not None:
            bar = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
            margins = QMargins(self._margins)
            margins.setRight(max(0, margins.right() - bar))
            layout.setContentsMargins(margins)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its content may be, and hardly any height."""
        content = self.widget()
        width = content.minimumSizeHint().width() if content else 0
        return QSize(width, 80)


class SideScroll(QScrollArea):
    """``content`` scrolls sideways only, by the wheel too; there is always room for the bar."""

    _GAP = 4

    def __init__(self, content: QWidget, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content.setProperty("role", "content")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(height + self._GAP + self.horizontalScrollBar().sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar, turned = self.horizontalScrollBar(), event.angleDelta()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def show_all_of(self, part: QWidget) -> None:
        """Scroll to a part that was added just now."""
        QApplication.sendPostedEvents(self.widget(), QEvent.Type.LayoutRequest)  # it gets its place
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, 0))


def surface(width: int = 0, role: str = "surface") -> QFrame:
    """A panel on its ground; ``width`` fixes how wide it is."""
    made = QFrame()
    made.setProperty("role", role)
    if width:
        made.setFixedWidth(width)
    return made
