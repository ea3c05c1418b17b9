"""Above the pictures: the ways to look, and whether the two lie on each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSlider, QToolButton, QWidget

from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.canvas.looks.blend_view import QUICKEST_MS, SLOWEST_MS
from claimcheck.ui.canvas.looks.inset_view import INSET_LOOKS, can_inset, send_inset
from claimcheck.ui.canvas.looks.look import LOOKS, Look
from claimcheck.ui.canvas.looks.looks import Looks
from claimcheck.ui.canvas.looks.send_view import can_send, send, template_for
from claimcheck.ui.icons import icon
from claimcheck.ui.panels.fields import lock_when_read_only, say_when_read_only
from claimcheck.ui.widgets.buttons import ElidedLabel, button, dividing_line, icon_button
from claimcheck.ui.widgets.tips import keep_tip, serve

HEIGHT = 36


class LooksBar(QWidget):
    """One button a look, the slider that goes with it, and what to do about the alignment."""

    asked = Signal(str)
    """What the menu offers: ``hand``, ``frame_by_box``, ``colours``, ``sizes``, ``save``, or
    ``save instead`` of what no card shows."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setFixedHeight(HEIGHT)
        self.buttons: dict[Look, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._add_looks(row)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setFixedWidth(88)
        self.slider.setRange(0, 100)
        self.slider.valueChanged.connect(self._on_slid)
        self.words = ElidedLabel("", "label")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(6)
        row.addWidget(self.slider)
        row.addSpacing(10)
        row.addWidget(self.words, 1)
        row.addSpacing(8)
        self._add_aligning(row)
        looks.changed.connect(self.refresh)
        looks.view.changed.connect(self.refresh)
        self.refresh()

    def _add_looks(self, row: QHBoxLayout) -> None:
        for spec in LOOKS:
            made = QToolButton()
            made.setProperty("kind", "tool")
            made.setCheckable(True)
            made.setIcon(icon(spec.icon, 18))
            made.setIconSize(QSize(18, 18))
            made.setFixedSize(32, 32)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keep_tip(made, self._looks.canvas.session.shortcuts, BY_NAME[f"look {spec.look}"])
            made.clicked.connect(lambda _=False, look=spec.look: self._looks.choose(look))
            self._group.addButton(made)
            self.buttons[spec.look] = made
            row.addWidget(made)
            if spec.look is Look.STACKED:
                row.addSpacing(4)
                row.addWidget(dividing_line(vertical=True))
                row.addSpacing(4)

    def _add_aligning(self, row: QHBoxLayout) -> None:
        session, aligning = self._looks.canvas.session, self._looks.aligning
        self.align = button(self.tr("Align"), "scan-line")
        keep_tip(self.align, session.shortcuts, BY_NAME["align"])
        lock_when_read_only(session.document, (self.align,))
        self.align.clicked.connect(aligning.align)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(aligning.cancel)
        self.more = icon_button("ellipsis", self.tr("More ways to compare"), size=18)
        self.more.clicked.connect(self._open_menu)
        serve(self.more, session.shortcuts, BY_NAME["more_looks"])
        for widget in (self.align, self.cancel, self.more):
            row.addWidget(widget)

    def refresh(self) -> None:
        """Show the look and the alignment as they are now."""
        looks, aligning = self._looks, self._looks.aligning
        self.buttons[looks.look].setChecked(True)
        pair = aligning.pair is not None
        for look, made in self.buttons.items():
            made.setEnabled(pair or not look.lays_over)
        self.words.set_whole_text(aligning.words)
        self._show_work(aligning.step is not None)
        self.align.setEnabled(aligning.can_align)
        self.align.setText(
            self.tr("Align") if aligning.alignment is None else self.tr("Align again")
        )
        self.more.setEnabled(pair)
        self._show_slider()

    def _show_work(self, busy: bool) -> None:
        """One of the two buttons, which hands on the keyboard when it goes."""
        shown, gone = (self.cancel, self.align) if busy else (self.align, self.cancel)
        had_keyboard = gone.hasFocus()
        shown.show()
        if had_keyboard:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()

    def can(self, name: str) -> bool:
        """Whether the action of this name, one of ``PAIR_ACTIONS``, is possible now."""
        aligning = self._looks.aligning
        alignment = aligning.alignment
        if name == "save":
            return aligning.pair is not None
        if name == "send":
            return can_send(self._looks) or can_inset(self._looks) or self._is_for_no_card
        if name == "forget":
            return aligning.can_align and alignment is not None
        if name in {"differences", "print"}:
            return aligning.can_read
        return aligning.can_align

    def do(self, name: str) -> None:
        """Do it, where it is possible."""
        aligning = self._looks.aligning
        deeds: dict[str, Callable[[], None]] = {
            "frame": aligning.frame,
            "forget": aligning.forget,
            "differences": aligning.propose,
            "print": aligning.read_print,
            "send": lambda: (send_inset if can_inset(self._looks) else send)(self._looks),
        }
        if not self.can(name):
            return
        if name == "send" and self._is_for_no_card:
            self.asked.emit("save instead")
        elif name in deeds:
            deeds[name]()
        else:
            self.asked.emit(name)

    @property
    def _is_for_no_card(self) -> bool:
        """Whether the view can only be saved as a picture: no card blinks."""
        looks = self._looks
        no_card = template_for(looks) is None and looks.look not in INSET_LOOKS
        return looks.aligning.pair is not None and no_card

    def menu(self) -> QMenu:
        """What else can be done with two pictures."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        session = self._looks.canvas.session
        for name in (
            "hand",
            "frame",
            "frame_by_box",
            "forget",
            "",
            "differences",
            "print",
            "colours",
            "sizes",
            "",
            "send",
            "save",
        ):
            if not name:
                menu.addSeparator()
                continue
            if name == "send" and self._is_for_no_card:
                continue  # saving, the next entry, is what there is
            made = menu.addAction(session.shortcuts.line(BY_NAME[name]))
            made.triggered.connect(lambda _=False, name=name: self.do(name))
            made.setEnabled(self.can(name))
            say_when_read_only(session.document, made)
        return menu

    def _open_menu(self) -> None:
        self._looks.aligning.want_way()
        at = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 4))
        menu = self.menu()
        menu.popup(at - QPoint(menu.sizeHint().width(), 0))

    def _show_slider(self) -> None:
        look, view = self._looks.look, self._looks.view
        value, name = 0.0, ""
        if look is Look.ONION:
            value, name = view.item.opacity_of_photo, self.tr("How much of the photo shows")
        elif look is Look.WIPE:
            value, name = view.item.wiped, self.tr("Where the line is")
        elif look is Look.BLINK:
            value = (SLOWEST_MS - view.period_ms) / (SLOWEST_MS - QUICKEST_MS)
            name = self.tr("How fast it blinks")
        self.slider.setVisible(bool(name))
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(name)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(100 * value))

    def _on_slid(self, value: int) -> None:
        look, view, share = self._looks.look, self._looks.view, value / 100
        if look is Look.ONION:
            view.set_opacity(share)
        elif look is Look.WIPE:
            view.set_wiped(share)
        elif look is Look.BLINK:
            view.set_period(SLOWEST_MS - share * (SLOWEST_MS - QUICKEST_MS))
