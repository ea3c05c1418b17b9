"""Where the keyboard is: a ring around the control that has it, outside its edge.

A style sheet can't paint outside a widget, so one ring lies beside the focused control and follows
it: in the nearest of the widgets around it that has room for the whole ring. Fields always show
it; buttons only when the keyboard brought the focus.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from claimcheck.ui.theme import theme

_GAP, _WIDTH = 1, 2
_REACH = _GAP + _WIDTH
_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize}
RADIUS_PROPERTY = "ringRadius"
"""Dynamic property with the control's own radius in px, where it isn't 8."""
NO_RING_PROPERTY = "ownFocus"
"""Dynamic property, true for a control that shows its focus itself."""


class _Ring(QWidget):
    """The painted ring; it takes no mouse and no focus."""

    def __init__(self, around: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around = around
        self._radius = float(around.property(RADIUS_PROPERTY) or 8)
        self.follow()

    def follow(self) -> None:
        """Lie around the control, wherever it is now."""
        home = self.parentWidget()
        if home is None:
            return
        self.setGeometry(_ring_box(self._around, home))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().tokens.focus), _WIDTH))
        half = _WIDTH / 2
        radius = self._radius + _GAP + half
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )


class FocusRing(QObject):
    """Watches the application's focus; one per application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._control: QWidget | None = None
        self._between: list[QWidget] = []
        """What lies between the control and its ring's parent: the ring moves when one does."""
        self._ring: _Ring | None = None
        self._reason = Qt.FocusReason.OtherFocusReason
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def ring(self) -> QWidget | None:
        """The ring in view, if any."""
        return self._ring

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched in self._between:
            if kind in _MOVES and self._ring:
                self._ring.follow()
        elif watched is self._control:
            if kind is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                self._reason = event.reason()
            elif kind in _MOVES and self._ring:
                self._ring.follow()
            elif kind in {QEvent.Type.Hide, QEvent.Type.EnabledChange}:
                self._drop_ring()
            elif kind is QEvent.Type.KeyPress and self._ring is None and not _is_canvas(watched):
                self._show(Qt.FocusReason.TabFocusReason)
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._drop_ring()
        if old is not None and old is self._control and shiboken6.isValid(old):
            old.removeEventFilter(self)
        self._control = new
        # By now the focus has moved: why, only the control that lost it was told in time.
        reason, self._reason = self._reason, Qt.FocusReason.OtherFocusReason
        if new is not None:
            new.installEventFilter(self)
            self._show(reason)

    def _show(self, reason: Qt.FocusReason) -> None:
        control = self._control
        if control is None or not (reason in _BY_KEYBOARD or _is_field(control)):
            return
        home = _home(control)
        if home is None or control.property(NO_RING_PROPERTY):
            return
        self._drop_ring()
        self._between = _between(control, home)
        for widget in self._between:
            widget.installEventFilter(self)
        self._ring = _Ring(control, home)
        self._ring.show()

    def _drop_ring(self) -> None:
        if self._ring is not None:
            if shiboken6.isValid(self._ring):
                self._ring.hide()
                self._ring.deleteLater()
            self._ring = None
        for widget in self._between:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._between = []


def _is_canvas(control: QObject) -> bool:
    """Whether keys are tools there, so that pressing one doesn't mean looking for the focus."""
    return isinstance(control, QGraphicsView)


def _is_field(control: QWidget) -> bool:
    """Whether one types or chooses in it, so that the ring shows however the focus came."""
    return isinstance(control, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox)


def _home(control: QWidget) -> QWidget | None:
    """Whose child the ring becomes: the nearest that has room for it and doesn't lay it out.

    Where none has, the outermost that moves along with the control.
    """
    if control.isWindow():
        return None
    if isinstance(control, QAbstractItemView):
        return None  # lists show their current row themselves
    nearest: QWidget | None = control.parentWidget()
    while isinstance(nearest, QSplitter | QStackedWidget):
        nearest = nearest.parentWidget()
    if nearest is None or isinstance(nearest, QComboBox | QAbstractSpinBox):
        return None
    home = nearest
    while not home.rect().contains(_ring_box(control, home)):
        around = home.parentWidget()
        if home.isWindow() or _scrolls(home) or around is None:
            break
        home = around
    return nearest if isinstance(home, QSplitter | QStackedWidget) else home


def _ring_box(control: QWidget, home: QWidget) -> QRect:
    """The whole ring around ``control``, in the coordinates of ``home``."""
    box = control.rect().translated(control.mapTo(home, QPoint(0, 0)))
    return box.adjusted(-_REACH, -_REACH, _REACH, _REACH)


def _scrolls(widget: QWidget) -> bool:
    """Whether it is what a scroll area moves: outside of it, a ring would stay behind."""
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is viewport


def _between(control: QWidget, home: QWidget) -> list[QWidget]:
    found, widget = [], control.parentWidget()
    while widget is not None and widget is not home:
        found.append(widget)
        widget = widget.parentWidget()
    return found


def install_focus_ring() -> FocusRing:
    """Let the application show where its keyboard focus is; a second call changes nothing."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("A focus ring needs an application.")
    return application.findChild(FocusRing) or FocusRing(application)
