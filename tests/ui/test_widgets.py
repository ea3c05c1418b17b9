"""The small widgets: clicked, typed at and read aloud as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.payload import Payload, count_pictures, has_pictures, read_payload
from claimcheck.ui.stage import Stage
from claimcheck.ui.theme import theme
from claimcheck.ui.tokens import LIGHT
from claimcheck.ui.widgets.buttons import ElidedLabel, button, icon_button
from claimcheck.ui.widgets.drop_zone import DropZone
from claimcheck.ui.widgets.floating_bar import FloatingBar
from claimcheck.ui.widgets.flow_layout import FlowLayout
from claimcheck.ui.widgets.focus_ring import _Ring, install_focus_ring
from claimcheck.ui.widgets.message_bar import MessageBar
from claimcheck.ui.widgets.number_disc import NumberDisc
from claimcheck.ui.widgets.progress_strip import ProgressStrip
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.side_tab import SideTab
from claimcheck.ui.widgets.stepper import Stepper
from claimcheck.ui.widgets.toast import Toast

STEPS = [
    ("listing", "Listing"),
    ("photos", "Photos"),
    ("compare", "Compare"),
    ("claims", "Claims"),
    ("card", "Card"),
]


@pytest.fixture(autouse=True)
def dressed(qtbot: QtBot) -> None:
    theme().apply("light")


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


def _colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


# --- stepper -------------------------------------------------------------------------------------


def test_a_click_on_a_step_goes_there(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS, "done")
    _shown(qtbot, stepper)
    with qtbot.waitSignal(stepper.chosen) as told:
        QTest.mouseClick(stepper.buttons["claims"], Qt.MouseButton.LeftButton)
    assert told.args == ["claims"]
    assert stepper.current == "claims"


def test_a_click_on_the_current_step_leaves_it_current(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS, "done")
    _shown(qtbot, stepper)
    stepper.set_current("photos")
    QTest.mouseClick(stepper.buttons["photos"], Qt.MouseButton.LeftButton)
    assert stepper.current == "photos"
    assert [made.isChecked() for made in stepper.buttons.values()].count(True) == 1


def test_steps_work_from_the_keyboard(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS, "done")
    _shown(qtbot, stepper)
    stepper.activateWindow()
    stepper.buttons["photos"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stepper.buttons["photos"], Qt.Key.Key_Space)
    assert stepper.current == "photos"


def test_steps_tell_screen_readers_their_state(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS, "done")
    qtbot.addWidget(stepper)
    stepper.set_state("claims", True, 4)
    assert stepper.buttons["claims"].accessibleName() == "4. Claims, 4, done"
    assert stepper.buttons["card"].accessibleName() == "5. Card"


def test_the_current_step_is_yellow_and_done_ones_are_green(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS, "done")
    _shown(qtbot, stepper)
    stepper.set_current("compare")
    stepper.set_state("listing", True)
    assert LIGHT.yellow in _colours(stepper.buttons["compare"])
    assert LIGHT.holds in _colours(stepper.buttons["listing"])
    assert LIGHT.holds not in _colours(stepper.buttons["card"])


def _bare(stepper: Stepper) -> list[bool]:
    return [made.bare for made in stepper.buttons.values()]


def test_with_little_room_the_words_of_other_steps_go(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS, "done")
    _shown(qtbot, stepper)
    stepper.set_current("compare")
    stepper.resize(stepper.sizeHint())
    assert _bare(stepper) == [False] * 5
    stepper.resize(stepper.minimumSizeHint())
    assert _bare(stepper) == [True] * 5
    total = sum(made.sizeHint().width() for made in stepper.buttons.values())
    assert total <= stepper.width()


# --- segmented control ---------------------------------------------------------------------------


def _severity(qtbot: QtBot) -> SegmentedControl:
    control = SegmentedControl(
        [("minor", "Minor"), ("clear", "Clear"), ("major", "Major")], "How much it matters"
    )
    control.resize(260, 32)
    _shown(qtbot, control)
    return control


def test_a_click_chooses_a_segment_once(qtbot: QtBot) -> None:
    control = _severity(qtbot)
    control.set_key("clear")
    told: list[str] = []
    control.chosen.connect(told.append)
    middle = control.segment_rect(2).center().toPoint()
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=middle)
    assert told == ["major"]
    assert control.accessibleName() == "How much it matters: Major"


def test_arrow_keys_move_the_choice_and_stop_at_the_ends(qtbot: QtBot) -> None:
    control = _severity(qtbot)
    control.set_key("minor")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(control, key)
    assert control.key == "major"


def test_setting_a_segment_tells_nobody(qtbot: QtBot) -> None:
    control = _severity(qtbot)
    told: list[str] = []
    control.chosen.connect(told.append)
    control.set_key("major")
    control.set_key("unheard of")
    assert (told, control.key) == ([], "")


def test_segments_with_a_long_word_share_the_room(qtbot: QtBot) -> None:
    control = SegmentedControl([("a", "Kort"), ("b", "Onvoorstelbaarlang woord"), ("c", "Zo")])
    control.resize(control.minimumSizeHint())
    qtbot.addWidget(control)
    metrics = control.fontMetrics()
    for index, word in enumerate(["Kort", "Onvoorstelbaarlang woord", "Zo"]):
        assert control.segment_rect(index).width() >= metrics.horizontalAdvance(word)
    assert control.segment_rect(2).right() <= control.width()


# --- painted signs -------------------------------------------------------------------------------


def test_the_shop_s_tab_is_white_and_real_life_s_is_yellow(qtbot: QtBot) -> None:
    shop, real = SideTab(Role.LISTING, "Webshop"), SideTab(Role.PHOTO, "Real life")
    for tab in (shop, real):
        _shown(qtbot, tab)
        assert LIGHT.ink in _colours(tab)
    assert "#FFFFFF" in _colours(shop)
    assert LIGHT.yellow in _colours(real)
    assert LIGHT.yellow not in _colours(shop)


def test_a_disc_shows_its_number(qtbot: QtBot) -> None:
    disc = NumberDisc(1, 24)
    _shown(qtbot, disc)
    one = disc.grab().toImage()
    disc.set_number(12)
    assert disc.grab().toImage() != one
    assert disc.accessibleName() == "12"


def test_a_long_name_elides_and_keeps_its_whole_in_the_tooltip(qtbot: QtBot) -> None:
    name = "Vine tomatoes of the very best kind from the island"
    text = ElidedLabel(name)
    _shown(qtbot, text)
    text.resize(90, 20)
    assert text.text().endswith("…")
    assert text.toolTip() == name
    text.resize(600, 20)
    assert (text.text(), text.toolTip()) == (name, "")


def test_icon_buttons_have_a_name_and_room_to_hit(qtbot: QtBot) -> None:
    made = icon_button("settings", "Settings")
    _shown(qtbot, made)
    assert made.accessibleName() == "Settings"
    assert min(made.width(), made.height()) >= 32


def test_a_floating_bar_holds_its_controls_inside_its_plate(qtbot: QtBot) -> None:
    bar = FloatingBar()
    child = button("Linked", "link-2")
    bar.add(child)
    bar.add_line()
    bar.add(button("Fit"))
    _shown(qtbot, bar)
    plate = bar.rect().marginsRemoved(FloatingBar.shade)
    assert plate.contains(child.geometry())
    assert LIGHT.raised in _colours(bar)


def test_a_flow_breaks_into_rows(qtbot: QtBot) -> None:
    host = QWidget()
    flow = FlowLayout(host, gap=8)
    boxes = [QPushButton(str(number)) for number in range(4)]
    for box in boxes:
        box.setFixedSize(100, 32)
        flow.addWidget(box)
    host.resize(216, 200)
    _shown(qtbot, host)
    assert [box.pos() for box in boxes] == [
        QPoint(0, 0),
        QPoint(108, 0),
        QPoint(0, 40),
        QPoint(108, 40),
    ]
    assert flow.heightForWidth(216) == 72


# --- drop zone -----------------------------------------------------------------------------------


def _files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in names])
    return mime


def _drag(zone: DropZone, mime: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(20, 40),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(zone, event)
    return event


def _drop(zone: DropZone, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(20, 40),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(zone, event)


def _zone(qtbot: QtBot) -> DropZone:
    zone = DropZone(Role.PHOTO, "Real life", "Drop your photos", "Several at once")
    zone.resize(370, 350)
    _shown(qtbot, zone)
    return zone


def test_a_zone_says_how_many_it_will_take(qtbot: QtBot) -> None:
    zone = _zone(qtbot)
    event = _drag(zone, _files("a.jpg", "b.jpg", "c.jpg", "d.jpg"))
    assert event.isAccepted()
    assert zone.incoming == 4
    assert LIGHT.selected in _colours(zone)


def test_a_zone_hands_over_the_files_and_calms_down(qtbot: QtBot) -> None:
    zone = _zone(qtbot)
    mime = _files("a.jpg", "b c.jpg")
    _drag(zone, mime)
    with qtbot.waitSignal(zone.dropped) as told:
        _drop(zone, mime)
    assert told.args == [Payload((Path("/somewhere/a.jpg"), Path("/somewhere/b c.jpg")))]
    assert zone.incoming == 0
    assert LIGHT.selected not in _colours(zone)


def test_a_drop_copies_so_that_a_file_manager_deletes_nothing(qtbot: QtBot) -> None:
    stage = Stage()
    stage.sides = (Role.PHOTO,)
    qtbot.addWidget(stage)
    mime, move_or_copy = _files("a.jpg"), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for target in (_zone(qtbot), stage):
        entering = QDragEnterEvent(QPoint(20, 40), move_or_copy, mime, buttons, keys)
        letting_go = QDropEvent(QPointF(20, 40), move_or_copy, mime, buttons, keys)
        for event in (entering, letting_go):
            event.setDropAction(Qt.DropAction.MoveAction)
            QApplication.sendEvent(target, event)
            assert event.isAccepted()
            assert event.dropAction() is Qt.DropAction.CopyAction


def test_a_zone_refuses_what_is_no_picture(qtbot: QtBot) -> None:
    zone = _zone(qtbot)
    mime = QMimeData()
    mime.setText("just words")
    assert not _drag(zone, mime).isAccepted()
    assert zone.incoming == 0


def test_pixels_without_a_file_become_a_png() -> None:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    mime = QMimeData()
    mime.setImageData(image)
    payload = read_payload(mime, "Pasted picture")
    assert payload.name == "Pasted picture.png"
    assert QImage.fromData(payload.data).size() == QSize(8, 6)
    assert count_pictures(mime) == 1


def test_encoded_bytes_are_kept_as_they_came() -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", b"\xff\xd8 as the browser sent it")
    assert has_pictures(mime)
    payload = read_payload(mime, "Pasted")
    assert (payload.data, payload.name) == (b"\xff\xd8 as the browser sent it", "Pasted.jpg")


def test_a_clipboard_of_words_has_no_picture() -> None:
    mime = QMimeData()
    mime.setText("see https://example.org/ for more")
    assert not has_pictures(mime)
    assert read_payload(mime, "x").count == 0


# --- progress, problems, undo --------------------------------------------------------------------


def test_progress_is_told_in_words_and_can_be_cancelled(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_progress(3, 40, "IMG_0003.jpg")
    assert strip.words.startswith("3 of 40")
    assert "IMG_0003.jpg" in strip.words
    cancel = strip.findChild(QPushButton)
    assert cancel is not None
    with qtbot.waitSignal(strip.cancelled):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not cancel.isEnabled()


def test_problems_stand_one_below_the_other_and_go_one_by_one(qtbot: QtBot) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    bar = MessageBar()
    column.addWidget(bar)
    column.addStretch(1)
    host.resize(600, 400)
    _shown(qtbot, host)
    assert bar.isHidden()
    bar.tell(["a.jpg is damaged. Copy it again.", "b.txt is not a picture. Use JPEG."])
    bar.tell(["a.jpg is damaged. Copy it again."])
    assert len(bar.texts) == 2
    qtbot.waitUntil(lambda: 60 < bar.height() < 120)
    assert LIGHT.text in _colours(bar)
    crosses = [made for made in bar.findChildren(QWidget) if made.accessibleName() == "Dismiss"]
    QTest.mouseClick(crosses[0], Qt.MouseButton.LeftButton)
    assert list(bar.texts) == ["b.txt is not a picture. Use JPEG."]
    bar.clear()
    assert bar.isHidden()


def test_many_problems_scroll_instead_of_filling_the_window(qtbot: QtBot) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    bar = MessageBar()
    column.addWidget(bar)
    host.resize(600, 400)
    _shown(qtbot, host)
    bar.tell([f"IMG_{number:04}.jpg is damaged. Copy it again." for number in range(40)])
    assert bar.height() < 200


def test_the_newest_message_is_in_view_and_all_go_at_once(qtbot: QtBot) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    bar = MessageBar()
    column.addWidget(bar)
    column.addStretch(1)
    host.resize(600, 400)
    _shown(qtbot, host)
    bar.tell([f"IMG_{number:04}.jpg is damaged. Copy it again." for number in range(3)])
    assert not bar.dismiss_all.isVisible()
    bar.note("IMG_0009.jpg is in this review already.")
    newest = next(one for one in bar.findChildren(QLabel) if one.text().startswith("IMG_0009"))
    qtbot.waitUntil(lambda: not newest.visibleRegion().isEmpty())
    QTest.mouseClick(bar.dismiss_all, Qt.MouseButton.LeftButton)
    assert bar.texts == ()
    assert bar.isHidden()


def test_a_toast_undoes_once_and_goes(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(800, 500)
    _shown(qtbot, host)
    toast = Toast(host)
    undone: list[bool] = []
    toast.offer("“Vine tomatoes” is in the trash", lambda: undone.append(True))
    assert toast.isVisible()
    assert host.rect().contains(toast.geometry())
    undo = toast.findChild(QPushButton)
    assert undo is not None
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toast.isHidden()


# --- focus ---------------------------------------------------------------------------------------


def _two_controls(qtbot: QtBot) -> tuple[QWidget, QLineEdit, QPushButton]:
    host = QWidget()
    host.setProperty("role", "surface")
    column = QVBoxLayout(host)
    field, push = QLineEdit(), button("Next")
    column.addWidget(field)
    column.addWidget(push)
    host.resize(300, 120)
    _shown(qtbot, host)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    return host, field, push


def _rings(host: QWidget) -> list[QWidget]:
    return [child for child in host.findChildren(_Ring) if child.isVisible()]


def test_the_ring_lies_around_a_focused_field(qtbot: QtBot) -> None:
    ring = install_focus_ring()
    _host, field, _ = _two_controls(qtbot)
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.ring is not None
    assert ring.ring.geometry() == field.geometry().adjusted(-3, -3, 3, 3)
    assert LIGHT.focus in _colours(ring.ring)


def test_buttons_show_the_ring_only_for_the_keyboard(qtbot: QtBot) -> None:
    ring = install_focus_ring()
    host, field, push = _two_controls(qtbot)
    push.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not _rings(host)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert push.hasFocus()
    assert ring.ring is not None
    assert ring.ring.geometry() == push.geometry().adjusted(-3, -3, 3, 3)


def test_the_ring_follows_and_goes_with_its_control(qtbot: QtBot) -> None:
    ring = install_focus_ring()
    host, field, push = _two_controls(qtbot)
    push.setEnabled(False)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.setGeometry(QRect(30, 40, 120, 32))
    assert ring.ring is not None
    assert ring.ring.geometry() == QRect(27, 37, 126, 38)
    field.hide()
    assert not _rings(host)


def test_the_ring_is_whole_around_a_control_that_fills_its_parent(qtbot: QtBot) -> None:
    ring = install_focus_ring()
    host, field, _ = _two_controls(qtbot)
    holder = QWidget(host)
    tight = QVBoxLayout(holder)
    tight.setContentsMargins(0, 0, 0, 0)
    tight.addWidget(field)
    holder.setGeometry(40, 60, 120, 32)
    holder.show()
    tight.activate()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.ring is not None
    assert ring.ring.parentWidget() is host
    holder.move(holder.x() + 5, holder.y() + 7)
    assert ring.ring.geometry() == QRect(42, 64, 126, 38)


def test_a_second_ring_is_not_installed(qtbot: QtBot) -> None:
    assert install_focus_ring() is install_focus_ring()


def test_what_painted_widgets_show_survives_dark(qtbot: QtBot) -> None:
    theme().apply("dark")
    stepper = Stepper(STEPS, "done")
    _shown(qtbot, stepper)
    stepper.set_current("compare")
    shot: QPixmap = stepper.grab()
    assert shot.toImage().pixelColor(1, 20).lightness() < 40
    assert theme().tokens.yellow in _colours(stepper.buttons["compare"])
