"""The menu of the right mouse button: what can be done with what is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from claimcheck.ui.canvas import actions, copying
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.view import Pointing


class CanvasMenu(QMenu):
    """Says the keys as well; deletes itself."""

    def __init__(self, canvas: Canvas, at: Pointing, parent: QWidget) -> None:
        """What lies at ``at`` is selected first, unless it is already."""
        super().__init__(parent)
        self._canvas = canvas
        self.aboutToHide.connect(self.deleteLater)
        _select_at(canvas, at)
        marks, read_only = bool(canvas.selected_marks()), canvas.read_only
        discrepancy = canvas.selected_discrepancy() is not None
        changes = marks and not read_only
        both = all(scene.evidence is not None for scene in canvas.sides.scenes)
        self._offer(self.tr("Cut"), "Ctrl+X", copying.cut_selected, changes)
        self._offer(self.tr("Copy"), "Ctrl+C", copying.copy_selected, marks)
        self._offer(self.tr("Paste"), "Ctrl+V", _paste, not read_only and _can_paste())
        self._offer(self.tr("Duplicate"), "Ctrl+D", actions.duplicate_selected, changes)
        across = (marks or discrepancy) and both and not read_only
        self._offer(
            self.tr("Copy to the other picture"), "Ctrl+Shift+D", copying.copy_across, across
        )
        self.addSeparator()
        self._offer(self.tr("Copy style"), "Ctrl+Shift+C", copying.copy_style, marks)
        styled = changes and canvas.session.mark_defaults.copied is not None
        self._offer(self.tr("Paste style"), "Ctrl+Shift+V", copying.paste_style, styled)
        self.addSeparator()
        self._offer(self.tr("Bring to the front"), "Ctrl+]", actions.raise_selected, changes)
        self._offer(self.tr("Send to the back"), "Ctrl+[", actions.lower_selected, changes)
        self.addSeparator()
        gone = (marks or discrepancy) and not read_only
        self._offer(self.tr("Delete"), "Del", actions.delete_selected, gone)

    def _offer(self, text: str, keys: str, act: Callable[[Canvas], object], possible: bool) -> None:
        told = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{text}\t{told}")
        action.setEnabled(possible)
        action.triggered.connect(lambda: act(self._canvas))


def _select_at(canvas: Canvas, at: Pointing) -> None:
    selection = canvas.session.selection
    discrepancy_id = at.scene.discrepancy_at(at.point)
    if discrepancy_id is not None:
        selection.select_discrepancy(discrepancy_id)
        return
    mark = at.scene.mark_at(at.point) or at.scene.mark_around(at.point)
    if mark is not None and mark.id not in selection.marks:
        selection.select_marks({mark.id})


def _can_paste() -> bool:
    return copying.has_marks_to_paste() or copying.has_text_to_paste()


def _paste(canvas: Canvas) -> None:
    if copying.has_marks_to_paste():
        copying.paste_marks(canvas)
    else:
        copying.paste_text(canvas)
