"""Qt's own dialogs speak the window's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QTreeView
from pytestqt.qtbot import QtBot

from claimcheck.ui.language import speak


def test_a_file_dialog_names_a_folder_in_dutch(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    speak("nl")
    try:
        dialog = QFileDialog(None, "Openen", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setViewMode(QFileDialog.ViewMode.Detail)
        dialog.show()
        files = dialog.findChild(QTreeView, "treeView")
        assert isinstance(files, QTreeView)
        qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
        row = [str(files.model().index(0, column, files.rootIndex()).data()) for column in range(3)]
        assert row == ["inside", "", "Map"]
    finally:
        speak("en")
