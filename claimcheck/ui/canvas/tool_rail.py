"""The tool rail at the left of the canvas: one icon and one key each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.icons import icon
from claimcheck.ui.widgets.buttons import dividing_line

WIDTH = 52
_BUTTON = 36


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
        column.setSpacing(4)
        for tool in canvas.tools.values():
            if tool.starts_group:
                line = dividing_line()
                line.setFixedWidth(24)
                column.addSpacing(4)
                column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
                column.addSpacing(4)
            made = self._make_button(tool.name, tool.title, tool.icon, tool.key[0])
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        canvas.tool_changed.connect(self._show_tool)
        canvas.session.document.opened.connect(self._show_enabled)
        self._show_tool(canvas.tool.name)
        self._show_enabled()

    def _make_button(self, name: str, title: str, icon_name: str, key: str) -> QToolButton:
        title = QCoreApplication.translate("tools", title)
        made = QToolButton(self)
        made.setProperty("kind", "tool")
        made.setCheckable(True)
        made.setIcon(icon(icon_name, 20))
        made.setIconSize(QSize(20, 20))
        made.setFixedSize(_BUTTON, _BUTTON)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(title)
        made.setToolTip(f"{title} ({key})")
        made.clicked.connect(lambda: self._canvas.use(name))
        self._group.addButton(made)
        self.buttons[name] = made
        return made

    def _show_tool(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def _show_enabled(self) -> None:
        for name, tool in self._canvas.tools.items():
            made = self.buttons[name]
            off = tool.draws and self._canvas.read_only
            made.setEnabled(not off)
            title = made.accessibleName()
            made.setToolTip(
                self.tr("%1: not in a library opened read-only").replace("%1", title)
                if off and self._canvas.review is not None
                else f"{title} ({tool.key[0]})"
            )
