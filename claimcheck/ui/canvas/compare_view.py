"""The Compare step: tool rail, two linked views, close-ups of what is selected, zoom bar."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from claimcheck.model.kinds import SIDES
from claimcheck.model.review import find
from claimcheck.ui.action_table import BY_NAME, LOOK_ACTIONS, PAIR_ACTIONS
from claimcheck.ui.canvas import stepping
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.canvas_menu import CanvasMenu
from claimcheck.ui.canvas.close_up import CloseUp
from claimcheck.ui.canvas.keys import action_for, deed
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.canvas.looks.looks import Looks
from claimcheck.ui.canvas.looks.looks_bar import LooksBar
from claimcheck.ui.canvas.looks.save_view import ask_and_save
from claimcheck.ui.canvas.picture_side import PictureHeader, PictureSide
from claimcheck.ui.canvas.tool_rail import ToolRail
from claimcheck.ui.canvas.view import Pointing
from claimcheck.ui.canvas.zoom_bar import ZoomBar
from claimcheck.ui.dialogs.adjust_dialog import AdjustDialog
from claimcheck.ui.points.colour_dialog import ColourDialog
from claimcheck.ui.points.frame_dialog import FrameDialog
from claimcheck.ui.points.hand_dialog import HandDialog
from claimcheck.ui.points.size_dialog import SizeDialog
from claimcheck.ui.session import Session
from claimcheck.ui.shortcuts import Action, pressed
from claimcheck.ui.widgets.buttons import label

_INSET, _GAP = 16, 12
_FIRST, _CLOSE = 2, 9
"""Rows of the first header (then a gap and its picture, and all three again) and the close-ups."""
_BAR_ABOVE_EDGE = 14
_ROOM_FOR_BAR = 74
_VIEW_SHARE, _CLOSE_UP_SHARE = 10, 7

_DIALOGS: dict[str, type[HandDialog | FrameDialog | ColourDialog | SizeDialog]] = {
    "hand": HandDialog,
    "frame_by_box": FrameDialog,
    "colours": ColourDialog,
    "sizes": SizeDialog,
}


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
        for view in self.canvas.sides.views.values():
            view.menu_asked.connect(self._open_menu)
            view.walk = partial(stepping.walk, self.canvas, view)
        self.headers = {role: PictureHeader(self.canvas, role) for role in SIDES}
        self.sides = {role: PictureSide(self.canvas, role) for role in SIDES}
        self.close_ups = {role: CloseUp(self.canvas, role) for role in SIDES}
        self._nothing_close = label(
            self.tr("Click a difference: its close-up appears here."), "secondary", wrap=True
        )
        self._nothing_close.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing_close.setMinimumHeight(64)
        self.looks = Looks(self.canvas, self)
        self.looks_bar = LooksBar(self.looks)
        self._ground = self._build_ground()
        self.rail = ToolRail(self.canvas)
        self.zoom_bar = ZoomBar(self.canvas, self._ground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._ground, 1)
        self.canvas.shown.connect(self._refresh)
        self.canvas.tool_changed.connect(self._refresh)
        self.looks.changed.connect(self._arrange)
        self.looks.hint_changed.connect(self._say_hint)
        self.looks_bar.asked.connect(self._on_asked)
        self._arranged: Look | None = None
        self._arrange()
        self._refresh()

    @property
    def hint(self) -> str:
        """What ``hint_changed`` said last."""
        return self.looks.hint or self.canvas.hint

    def use_tool(self, name: str) -> None:
        """Take a tool in hand: ``select``, ``hand``, ``number``, ``box`` …"""
        self.canvas.use(name)

    def take_keyboard(self) -> None:
        """Give the keyboard to the picture that had it last, and show that it has it."""
        self.canvas.sides.active.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def do(self, name: str) -> None:
        """Do what the action of this name in the action table means here."""
        look = name.removeprefix("look ")
        if name == "align":
            self.looks.aligning.align()
        elif BY_NAME[name] in PAIR_ACTIONS:
            self.looks_bar.do(name)
        elif look == name:
            deed(name)(self.canvas)
            self.canvas.say_hint()
        elif self.looks.aligning.pair is not None or not Look(look).lays_over:
            self.looks.choose(Look(look))

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not the window's shortcuts meanwhile."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and self._means_something(cast(QKeyEvent, event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        look, meant = self._look_by(event), action_for(event, self.canvas)
        if look is not None:
            self.do(look.name)
        elif meant is not None:
            meant(self.canvas)
            self.canvas.say_hint()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_bar()
        self._arrange()
        self.canvas.sides.active.setFocus()
        self.canvas.say_hint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another step: what is being written stays, a drag under way is dropped."""
        self.canvas.writer.finish()
        self.canvas.give_up()
        super().hideEvent(event)

    def _on_asked(self, what: str) -> None:
        """What the menu of the looks offers."""
        if what in {"save", "save instead"}:
            ask_and_save(self.looks, self, what != "save")
        elif self.looks.aligning.pair is not None and not self._session.read_only:
            dialog = _DIALOGS[what](self._session, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            if isinstance(dialog, FrameDialog):
                dialog.framed.connect(self.looks.show_alike)
            dialog.open()

    def _means_something(self, event: QKeyEvent) -> bool:
        return self._look_by(event) is not None or action_for(event, self.canvas) is not None

    def _look_by(self, event: QKeyEvent) -> Action | None:
        """The way of looking, or aligning, that ``event`` asks for."""
        key, shortcuts = pressed(event), self._session.shortcuts
        return next((one for one in LOOK_ACTIONS if key in shortcuts.keys(one)), None)

    def _open_menu(self, at: Pointing, on_screen: QPoint) -> None:
        if at.scene.evidence is not None and not self.canvas.tool.is_busy:
            CanvasMenu(self.canvas, at, self).popup(on_screen)

    def _adjust(self, evidence_id: str, perspective: bool) -> None:
        """Open a picture to be cropped and turned, or rectified."""
        document = self._session.document
        evidence = find(document.review.evidence, evidence_id) if document.is_open else None
        if evidence is None or self._session.read_only:
            return
        dialog = AdjustDialog(self._session, evidence, self)
        if perspective:
            dialog.show_perspective()
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
        grid.addWidget(self.looks_bar, 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, _GAP)
        for column, role in enumerate(SIDES):
            grid.addWidget(self.close_ups[role], _CLOSE, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._nothing_close, _CLOSE, 0, 1, 2)
        grid.addWidget(self.looks.view, _FIRST + 2, 0, 1, 2)
        grid.setRowMinimumHeight(_FIRST + 1, 8)
        grid.setRowStretch(_FIRST + 2, _VIEW_SHARE)
        self._grid = grid
        return ground

    def _arrange(self) -> None:
        """Put the two sides where the look has them, or the one view on both in their place."""
        look, has_pair = self.looks.look, self.looks.aligning.pair is not None
        if look.lays_over and not has_pair:
            look = Look.BESIDE
        if look is self._arranged:
            return
        self._arranged = look
        stacked = look is Look.STACKED
        for at, role in enumerate(SIDES):
            row = _FIRST + (3 * at if stacked else 0)
            column, across = (0, 2) if stacked else (at, 1)
            for widget, down in ((self.headers[role], 0), (self.sides[role], 2)):
                self._grid.removeWidget(widget)
                self._grid.addWidget(widget, row + down, column, 1, across)
            self.sides[role].setVisible(not look.lays_over)
        self._grid.setRowMinimumHeight(_FIRST + 4, 8 if stacked else 0)
        self._grid.setRowStretch(_FIRST + 5, _VIEW_SHARE if stacked else 0)
        self.looks.view.setVisible(look.lays_over)
        self._refresh()
        if self.isVisible():
            self.canvas.sides.active.setFocus()

    def _refresh(self) -> None:
        for role in SIDES:
            view = self.canvas.sides.views[role]
            view.setAccessibleDescription(stepping.describe(self.canvas, view))
            self.headers[role].refresh()
            self.sides[role].refresh()
        self._show_close_ups()

    def _show_close_ups(self) -> None:
        """Close-ups have their row as soon as something is numbered, so that nothing jumps.

        Until then the pictures have all the room, unless a number is about to be placed. One view
        on both needs no close-ups of either: it zooms itself.
        """
        beside = self._arranged is Look.BESIDE
        pictures = any(self.canvas.sides.scene(role).evidence is not None for role in SIDES)
        numbered = beside and self.canvas.close_discrepancy() is not None
        coming = beside and pictures and self.canvas.tool.name == "number"
        for close_up in self.close_ups.values():
            close_up.setVisible(numbered)
            close_up.refresh()
        self._nothing_close.setVisible(coming and not numbered)
        self._grid.setRowStretch(_CLOSE, _CLOSE_UP_SHARE if numbered or coming else 0)
        self._grid.setRowMinimumHeight(_CLOSE - 1, _GAP if numbered or coming else 0)
        self._grid.activate()  # the next click falls on what is in view then

    def _place_bar(self) -> None:
        bar, shade = self.zoom_bar, self.zoom_bar.shade
        bar.adjustSize()
        left = (self._ground.width() - bar.width()) // 2
        bottom = self._ground.height() - _BAR_ABOVE_EDGE + shade.bottom()
        bar.move(left, bottom - bar.height())
        bar.raise_()
