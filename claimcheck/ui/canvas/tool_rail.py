"""The tool rail at the left of the canvas: one icon and one key each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.icons import icon
from claimcheck.ui.widgets.buttons import dividing_line
from claimcheck.ui.widgets.tips import ACTION_PROPERTY

WIDTH = 52
_BUTTON, _GAP = 36, 4
_SMALL_BUTTON, _SMALL_GAP = 34, 1
"""In a window too low for the usual ones."""


class ToolRail(QWidget):
    """Shows which tool is in hand, and changes it."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setFixedWidth(WIDTH)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 7, 8)
        column.setSpacing(_GAP)
        self._column = column
        for tool in canvas.tools.values():
            if not tool.in_rail:
                continue
            if tool.starts_group:
                line = dividing_line()
                line.setFixedWidth(24)
                column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
            made = self._make_button(tool.name, tool.title, tool.icon)
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        canvas.tool_changed.connect(self._show_tool)
        canvas.session.document.opened.connect(self._show_enabled)
        canvas.session.shortcuts.changed.connect(self._show_enabled)
        self._show_tool(canvas.tool.name)
        self._show_enabled()

    def _make_button(self, name: str, title: str, icon_name: str) -> QToolButton:
        title = QCoreApplication.translate("tools", title)
        made = QToolButton(self)
        made.setProperty("kind", "tool")
        made.setCheckable(True)
        made.setIcon(icon(icon_name, 20))
        made.setIconSize(QSize(20, 20))
        made.setFixedSize(_BUTTON, _BUTTON)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(title)
        made.setProperty(ACTION_PROPERTY, f"tool {name}")
        made.clicked.connect(lambda: self._canvas.use(name))
        self._group.addButton(made)
        self.buttons[name] = made
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every tool stays in view in the lowest window."""
        super().resizeEvent(event)
        lines = len(self.findChildren(QFrame)) if self.buttons else 0
        usual = len(self.buttons) * (_BUTTON + _GAP) + lines * (1 + _GAP) + 16
        small = event.size().height() < usual
        side = _SMALL_BUTTON if small else _BUTTON
        self._column.setSpacing(_SMALL_GAP if small else _GAP)
        for made in self.buttons.values():
            made.setFixedSize(_BUTTON, side)

    def minimumSizeHint(self) -> QSize:
        """Buttons that could be small must not make the window higher."""
        return QSize(WIDTH, 200)

    def _show_tool(self, name: str) -> None:
        made = self.buttons.get(name)
        if made is not None:
            made.setChecked(True)

    def _show_enabled(self) -> None:
        for name, made in self.buttons.items():
            tool = self._canvas.tools[name]
            off = tool.draws and self._canvas.read_only
            made.setEnabled(not off)
            title = made.accessibleName()
            made.setToolTip(
                self.tr("%1: not in a library opened read-only").replace("%1", title)
                if off and self._canvas.review is not None
                else self._canvas.session.shortcuts.tip(BY_NAME[f"tool {name}"])
            )
