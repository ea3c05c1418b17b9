"""The Compare step: tool rail, two linked views, close-ups of what is selected, zoom bar."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from claimcheck.model.kinds import SIDES
from claimcheck.model.review import find
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.close_up import CloseUp
from claimcheck.ui.canvas.keys import action_for
from claimcheck.ui.canvas.picture_side import PictureHeader, PictureSide
from claimcheck.ui.canvas.tool_rail import ToolRail
from claimcheck.ui.canvas.zoom_bar import ZoomBar
from claimcheck.ui.dialogs.adjust_dialog import AdjustDialog
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import label

_INSET, _GAP = 16, 12
_BAR_ABOVE_EDGE = 14
_ROOM_FOR_BAR = 74
_VIEW_SHARE, _CLOSE_UP_SHARE = 10, 7


class CompareView(QWidget):
    """Everything between the library and the inspector in the Compare step."""

    hint_changed = Signal(str)
    """The next useful action, in one sentence, for the status bar."""
    note_requested = Signal(str)
    """The note of this discrepancy should get the keyboard."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.canvas = Canvas(session, self)
        self.canvas.hint_changed.connect(self._say_hint)
        self.canvas.note_requested.connect(self.note_requested)
        self.canvas.adjust_requested.connect(self._adjust)
        self.headers = {role: PictureHeader(self.canvas, role) for role in SIDES}
        self.sides = {role: PictureSide(self.canvas, role) for role in SIDES}
        self.close_ups = {role: CloseUp(self.canvas, role) for role in SIDES}
        self._nothing_close = label("", "secondary", wrap=True)
        self._nothing_close.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing_close.setMinimumHeight(64)
        self._ground = self._build_ground()
        self.rail = ToolRail(self.canvas)
        self.zoom_bar = ZoomBar(self.canvas, self._ground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._ground, 1)
        self.canvas.shown.connect(self._refresh)
        self._refresh()

    @property
    def hint(self) -> str:
        """What ``hint_changed`` said last."""
        return self.canvas.hint

    def use_tool(self, name: str) -> None:
        """Take a tool in hand: ``select``, ``hand``, ``number``, ``box`` …"""
        self.canvas.use(name)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not the window's shortcuts meanwhile."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and action_for(cast(QKeyEvent, event), self.canvas) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = action_for(event, self.canvas)
        if action is None:
            super().keyPressEvent(event)
            return
        event.accept()
        action(self.canvas)
        self.canvas.say_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_bar()
        self.canvas.sides.active.setFocus()
        self.canvas.say_hint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another step: what is being written stays, a drag under way is dropped."""
        self.canvas.writer.finish()
        self.canvas.give_up()
        super().hideEvent(event)

    def _adjust(self, evidence_id: str) -> None:
        """Open a picture to be cropped and turned."""
        document = self._session.document
        evidence = find(document.review.evidence, evidence_id) if document.is_open else None
        if evidence is None or self._session.read_only:
            return
        dialog = AdjustDialog(self._session, evidence, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda: self.canvas.use("select"))
        dialog.open()

    def _say_hint(self, sentence: str) -> None:
        if self.isVisible():  # edits on another step are no reason to talk about this one
            self.hint_changed.emit(sentence)

    def _build_ground(self) -> QWidget:
        ground = QWidget()
        ground.setProperty("role", "canvas")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(ground)
        grid.setContentsMargins(_INSET, _INSET, _INSET, _ROOM_FOR_BAR)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(0)
        for column, role in enumerate(SIDES):
            grid.addWidget(self.headers[role], 0, column)
            grid.addWidget(self.sides[role], 2, column)
            grid.addWidget(self.close_ups[role], 4, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._nothing_close, 4, 0, 1, 2)
        grid.setRowMinimumHeight(1, 8)
        grid.setRowStretch(2, _VIEW_SHARE)
        grid.setRowMinimumHeight(3, _GAP)
        grid.setRowStretch(4, _CLOSE_UP_SHARE)
        return ground

    def _refresh(self) -> None:
        for role in SIDES:
            self.headers[role].refresh()
            self.sides[role].refresh()
        close = self.canvas.close_discrepancy() is not None
        for close_up in self.close_ups.values():
            close_up.setVisible(close)
            close_up.refresh()
        # The row keeps its height, so nothing jumps when the first difference is numbered.
        self._nothing_close.setVisible(not close)
        pictures = any(self.canvas.sides.scene(role).evidence is not None for role in SIDES)
        what = self.tr("Press N and click a difference: its close-up appears here.")
        self._nothing_close.setText(what if pictures else "")

    def _place_bar(self) -> None:
        bar, shade = self.zoom_bar, self.zoom_bar.shade
        bar.adjustSize()
        left = (self._ground.width() - bar.width()) // 2
        bottom = self._ground.height() - _BAR_ABOVE_EDGE + shade.bottom()
        bar.move(left, bottom - bar.height())
        bar.raise_()
