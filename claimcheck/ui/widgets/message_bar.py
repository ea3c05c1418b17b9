"""Problems, told where they happened: one line each, naming the file and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from claimcheck.ui.icons import pixmap
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import button, dividing_line, icon_button, label

_MOST_PX = 148
_FEW = 3
"""So many are in view at once; of more than these there is a way to dismiss all."""


class _Line(QWidget):
    """One problem with its own cross."""

    def __init__(
        self,
        text: str,
        close_word: str,
        action: QPushButton | None = None,
        is_problem: bool = False,
    ) -> None:
        super().__init__()
        self.text = text
        sign, colours = QLabel(), theme().tokens
        name, colour = ("circle-alert", colours.false) if is_problem else ("info", colours.text)
        sign.setPixmap(pixmap(name, 18, colour, self.devicePixelRatioF() or 1.0))
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cross = icon_button("x", close_word, 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        if action is not None:
            row.addWidget(action)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)


class MessageBar(QFrame):
    """A list of problems above what they are about; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._list)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAutoFillBackground(False)
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _top, end: bar.setValue(end))  # the newest is in view
        # Placed by hand: with a layout, Qt would ask that for the height and not this widget.
        self._area.setParent(self)
        self._rest = QWidget(self)
        self._count = label("", "meta")
        self.dismiss_all = button(self.tr("Dismiss all"), kind="tertiary")
        self.dismiss_all.clicked.connect(self.clear)
        under = QHBoxLayout(self._rest)
        under.setContentsMargins(46, 0, 8, 4)
        under.addWidget(self._count, 1)
        under.addWidget(self.dismiss_all)
        self._line = dividing_line(parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Problems"))
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """The problems in view, oldest first."""
        return tuple(line.text for line in self._lines())

    def tell(self, problems: Iterable[str] | Mapping[str, str]) -> None:
        """Add problems, with their particulars as tool tips where a mapping gives them.

        One that is in view already is not told twice.
        """
        given = problems if isinstance(problems, Mapping) else dict.fromkeys(problems, "")
        for text, particulars in given.items():
            if text in self.texts:
                continue
            line = _Line(text, self.tr("Dismiss"), is_problem=True)
            line.setToolTip(particulars)
            line.cross.clicked.connect(lambda _=False, line=line: self._drop(line))
            self._column.addWidget(line)
        self._fit()

    def note(self, text: str) -> None:
        """Say something to know that asks for nothing."""
        self.forget(text)
        line = _Line(text, self.tr("Dismiss"))
        line.cross.clicked.connect(lambda: self._drop(line))
        self._column.addWidget(line)
        self._fit()

    def inform(self, text: str, word: str, act: Callable[[], None]) -> None:
        """Say something to know, with a button that leads on and then takes the line away."""
        self.forget(text)
        line = _Line(text, self.tr("Dismiss"), action := button(word, kind="tertiary"))
        line.cross.clicked.connect(lambda: self._drop(line))
        action.clicked.connect(lambda: self._drop(line))
        action.clicked.connect(act)
        self._column.addWidget(line)
        self._fit()

    def forget(self, text: str) -> None:
        """Drop a problem that is over."""
        for line in self._lines():
            if line.text == text:
                self._drop(line)

    def clear(self) -> None:
        """Dismiss them all."""
        for line in self._lines():
            self._drop(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        under = self._height_of_rest()
        self._area.setGeometry(0, 0, self.width(), self.height() - 1 - under)
        self._rest.setGeometry(0, self.height() - 1 - under, self.width(), under)
        self._line.setGeometry(0, self.height() - 1, self.width(), 1)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        needed = self._column.totalHeightForWidth(width)
        return min(max(needed, 0), _MOST_PX) + self._height_of_rest() + 1

    def _height_of_rest(self) -> int:
        return self._rest.sizeHint().height() if len(self._lines()) > _FEW else 0

    def _lines(self) -> list[_Line]:
        items = (self._column.itemAt(i) for i in range(self._column.count()))
        found = (item.widget() for item in items if item is not None)
        return [line for line in found if isinstance(line, _Line)]

    def _drop(self, line: _Line) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._fit()

    def _fit(self) -> None:
        count = len(self._lines())
        self.setVisible(count > 0)
        self._rest.setVisible(count > _FEW)
        self._count.setText(self.tr("%n message(s)", "", count))
        self.updateGeometry()
