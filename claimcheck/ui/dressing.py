"""Fusion dressed up with what a style sheet can't say: weights of the typeface, and our icons."""

from __future__ import annotations

from typing import overload

from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QWidget,
)

from claimcheck.ui.icons import icon

_Which = QStyle.StandardPixmap
_ICONS = {
    _Which.SP_ArrowBack: "arrow-left",
    _Which.SP_ArrowForward: "arrow-right",
    _Which.SP_ComputerIcon: "monitor",
    _Which.SP_DesktopIcon: "monitor",
    _Which.SP_DirClosedIcon: "folder",
    _Which.SP_DirHomeIcon: "house",
    _Which.SP_DirIcon: "folder",
    _Which.SP_DirLinkIcon: "folder-symlink",
    _Which.SP_DirOpenIcon: "folder-open",
    _Which.SP_DriveHDIcon: "hard-drive",
    _Which.SP_FileDialogBack: "arrow-left",
    _Which.SP_FileDialogDetailedView: "list",
    _Which.SP_FileDialogListView: "layout-grid",
    _Which.SP_FileDialogNewFolder: "folder-plus",
    _Which.SP_FileDialogToParent: "arrow-up",
    _Which.SP_FileIcon: "file",
    _Which.SP_FileLinkIcon: "file-symlink",
    _Which.SP_LineEditClearButton: "x",
    _Which.SP_MessageBoxCritical: "octagon-x",
    _Which.SP_MessageBoxInformation: "info",
    _Which.SP_MessageBoxQuestion: "circle-question-mark",
    _Which.SP_MessageBoxWarning: "triangle-alert",
    _Which.SP_TrashIcon: "trash-2",
}

_WEIGHTS = {
    "title": 600,
    "subtitle": 600,
    "sample-title": 600,
    "strong": 600,
    "label": 500,
    "meta": 500,
    "key": 500,
    "primary": 600,
}
_BUTTON_WEIGHT = 550


class Dressing(QProxyStyle):
    """What Qt's own dialogs show is ours too, where the desktop doesn't bring its dialogs."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("claimcheck")

    @overload  # type: ignore[override]
    def polish(self, item: QWidget) -> None: ...
    @overload
    def polish(self, item: QApplication) -> None: ...
    @overload
    def polish(self, item: QPalette) -> QPalette: ...
    def polish(self, item: QWidget | QApplication | QPalette) -> QPalette | None:
        """Give labels and buttons the weight of their ``role`` or ``kind``."""
        if isinstance(item, QLabel | QAbstractButton):
            self._weigh(item)
        return super().polish(item)

    def _weigh(self, widget: QLabel | QAbstractButton) -> None:
        name = widget.property("role") or widget.property("kind") or ""
        weight = _WEIGHTS.get(name, _BUTTON_WEIGHT if isinstance(widget, QPushButton) else 0)
        if weight:
            font = widget.font()
            font.setVariableAxis(QFont.Tag("wght"), weight)
            widget.setFont(font)

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803 - Qt may pass it by this name
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        name = _ICONS.get(standardIcon)
        return icon(name, 18) if name else super().standardIcon(standardIcon, option, widget)
