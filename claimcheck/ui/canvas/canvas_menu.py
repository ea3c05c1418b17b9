"""The menu of the right mouse button: what can be done with what is there."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from claimcheck.model.kinds import MarkKind
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.keys import deed, paste_here
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.panels.fields import say_when_read_only

_CHANGES_NOTHING = {"copy", "copy_style"}


class CanvasMenu(QMenu):
    """Says the keys as well; deletes itself."""

    def __init__(self, canvas: Canvas, at: Pointing, parent: QWidget) -> None:
        """What lies at ``at`` is selected first, unless it is already."""
        super().__init__(parent)
        self._canvas = canvas
        self.setToolTipsVisible(True)
        self.aboutToHide.connect(self.deleteLater)
        _select_at(canvas, at)
        marks, read_only = bool(canvas.selected_marks()), canvas.read_only
        discrepancy = canvas.selected_discrepancy() is not None
        changes = marks and not read_only
        both = all(scene.evidence is not None for scene in canvas.sides.scenes)
        across = (marks or discrepancy) and both and not read_only
        styled = changes and canvas.session.mark_defaults.copied is not None
        texts = [mark for mark in canvas.selected_marks() if mark.kind is MarkKind.TEXT]
        first = "note" if discrepancy else "edit_text" if texts else ""
        if first:
            self._offer(first, not read_only and (discrepancy or len(canvas.selected_marks()) == 1))
            self.addSeparator()
        for name, possible in (
            ("cut", changes),
            ("copy", marks),
            ("paste", not read_only and paste_here(canvas) is not None),
            ("duplicate", changes),
            ("copy_across", across),
            ("", True),
            ("copy_style", marks),
            ("paste_style", styled),
            ("", True),
            ("raise", changes),
            ("lower", changes),
            ("", True),
            ("delete", (marks or discrepancy) and not read_only),
        ):
            self._offer(name, possible)

    def _offer(self, name: str, possible: bool) -> None:
        """A line for the action of this name; without one, a line between groups."""
        if not name:
            self.addSeparator()
            return
        action, shortcuts = BY_NAME[name], self._canvas.session.shortcuts
        made = self.addAction(shortcuts.line(action))
        made.setEnabled(possible)
        if not possible and name not in _CHANGES_NOTHING:
            say_when_read_only(self._canvas.session.document, made)
        act = paste_here(self._canvas) if name == "paste" else deed(name)
        if act is not None:
            made.triggered.connect(partial(act, self._canvas))


def _select_at(canvas: Canvas, at: Pointing) -> None:
    selection = canvas.session.selection
    discrepancy_id = at.scene.hits.discrepancy_at(at.point)
    if discrepancy_id is not None:
        selection.select_discrepancy(discrepancy_id)
        return
    mark = at.scene.hits.mark_at(at.point) or at.scene.hits.mark_around(at.point)
    if mark is not None and mark.id not in selection.marks:
        selection.select_marks({mark.id})
