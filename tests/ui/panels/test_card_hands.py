"""On the preview: pictures are dragged and zoomed, words edited in place; all of it undoable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Role
from claimcheck.ui.panels.card_hands import shown_part
from claimcheck.ui.panels.card_step import CardStep
from claimcheck.ui.session import Session
from tests.ui.panels.test_card_step import card, shown

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def step(qtbot: QtBot, session: Session) -> CardStep:
    made = shown(qtbot, session)
    qtbot.waitUntil(lambda: made.card is not None, timeout=10_000)
    return made


def at(step: CardStep, place: Point) -> QPoint:
    """Where a place of the card is on the preview."""
    assert step.card is not None
    box = step.preview.card_box()
    by = box.width() / step.card.format.width
    return QPoint(round(box.x() + place.x * by), round(box.y() + place.y * by))


def on_photo(step: CardStep) -> QPoint:
    assert step.card is not None
    panel = step.card.layout.panel(Role.PHOTO).rect
    return at(step, Point(panel.center.x, panel.bottom - 120.0))


def drag(step: CardStep, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(step.preview, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(step.preview, start + (end - start) * part)
    QTest.mouseRelease(step.preview, LEFT, Qt.KeyboardModifier.NoModifier, end)


def wheel(step: CardStep, place: QPoint, notches: int) -> None:
    turned = QPoint(0, 120 * notches)
    event = QWheelEvent(
        QPointF(place),
        QPointF(step.preview.mapToGlobal(place)),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(step.preview, event)


def test_a_picture_is_zoomed_at_the_pointer_and_dragged_and_taken_back(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    assert step.card is not None
    before = shown_part(step.card.layout.panel(Role.PHOTO))
    assert card(session).photo_crop is None
    assert not step.automatic.isEnabled()
    wheel(step, on_photo(step), 4)
    zoomed = card(session).photo_crop
    assert zoomed is not None
    assert zoomed.width == pytest.approx(before.width / 1.1**4)
    qtbot.waitUntil(
        lambda: (
            step.card is not None
            and abs(shown_part(step.card.layout.panel(Role.PHOTO)).width - zoomed.width) < 1.0
        ),
        timeout=5000,
    )
    start = on_photo(step)
    drag(step, start, start + QPoint(-20, 0))
    dragged = card(session).photo_crop
    assert dragged is not None
    assert dragged.x > zoomed.x
    assert dragged.width == pytest.approx(zoomed.width)
    session.document.stack.undo()
    assert card(session).photo_crop == zoomed
    session.document.stack.undo()
    assert card(session).photo_crop is None


def test_automatic_frames_both_pictures_again(session: Session, step: CardStep) -> None:
    wheel(step, on_photo(step), 2)
    assert card(session).photo_crop is not None
    QTest.mouseClick(step.automatic, LEFT)
    assert card(session).photo_crop is None
    session.document.stack.undo()
    assert card(session).photo_crop is not None


def test_automatic_chooses_what_is_shown_again(session: Session, step: CardStep) -> None:
    step.form.choices.differences.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert card(session).shown_differences
    QTest.mouseClick(step.automatic, LEFT)
    assert card(session).shown_differences == ()
    assert not step.automatic.isEnabled()
    session.document.stack.undo()
    assert card(session).shown_differences


def test_what_was_dragged_out_of_view_is_told_and_moved_inside_again(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    def wrong() -> list[str]:
        return [c.sentence for c in step.form.checks.shown or () if not c.is_fine]

    checks = step.form.checks
    start = on_photo(step)
    wheel(step, start, 12)
    drag(step, start, start + QPoint(-200, -300))
    qtbot.waitUntil(lambda: any("on the photo" in sentence for sentence in wrong()), timeout=5000)
    moved = card(session)
    assert moved.photo_crop is not None
    assert not checks.move_inside.isHidden()
    QTest.mouseClick(checks.move_inside, LEFT)
    assert card(session).photo_crop is None
    qtbot.waitUntil(checks.move_inside.isHidden, timeout=5000)
    session.document.stack.undo()
    assert card(session) == moved


def test_the_title_is_edited_where_it_stands(
    qtbot: QtBot, session: Session, step: CardStep
) -> None:
    assert step.card is not None
    title = next(text for text in step.card.layout.texts if text.name == "title")
    before = card(session).title
    QTest.mouseClick(
        step.preview, LEFT, Qt.KeyboardModifier.NoModifier, at(step, title.painted().center)
    )
    editor = step.hands.editor
    assert editor.isVisible()
    QTest.keyClicks(editor, "Half a jar")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert card(session).title == "Half a jar"
    session.document.stack.undo()
    assert card(session).title == before


def test_escape_gives_up_words_in_place(session: Session, step: CardStep) -> None:
    assert step.card is not None
    legend = next(text for text in step.card.layout.texts if text.name.startswith("legend"))
    notes = [one.note for one in session.document.review.discrepancies]
    QTest.mouseClick(
        step.preview, LEFT, Qt.KeyboardModifier.NoModifier, at(step, legend.painted().center)
    )
    assert step.hands.editor.toPlainText() == "Other contents"  # as long as nobody noted more
    QTest.keyClicks(step.hands.editor, "something else")
    QTest.keyClick(step.hands.editor, Qt.Key.Key_Escape)
    assert [one.note for one in session.document.review.discrepancies] == notes


def test_tab_goes_from_text_to_text_and_a_day_that_is_none_is_told(
    session: Session, step: CardStep
) -> None:
    QTest.mouseClick(step.texts, LEFT)
    editor, seen = step.hands.editor, []
    for _ in step.hands.texts:
        seen.append(editor.toPlainText())
        if seen[-1] == "REAL LIFE":
            QTest.keyClicks(editor, "at home")
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert seen == [text.said for text in step.hands.texts]
    assert card(session).photo_label == "at home"
    day = next(text for text in step.hands.texts if text.key == "date")
    QTest.mouseClick(step.preview, LEFT, Qt.KeyboardModifier.NoModifier, at(step, day.rect.center))
    QTest.keyClicks(editor, "as soon as it can be and not before, or so it was told")
    assert editor.horizontalScrollBar().value() == 0
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.property("faulty")
    assert editor.font().family() == day.style.family
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    session.document.stack.undo()
    assert card(session).photo_label == ""
    assert not session.document.stack.canUndo()  # what was left as it was is no step


def test_a_row_that_is_left_off_stays_where_it_is_and_the_last_one_stays_on(
    session: Session, step: CardStep
) -> None:
    rows = step.form.choices.differences
    first, second = rows.ids()
    rows.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert rows.ids() == (second,)
    rows.item(0).setCheckState(Qt.CheckState.Checked)
    assert rows.ids() == (first, second)
    assert card(session).shown_differences == ()
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert card(session).shown_differences == (second, first)
    rows.item(0).setCheckState(Qt.CheckState.Unchecked)
    rows.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert card(session).shown_differences == (first,)
    assert rows.ids() == (first,)


def test_a_difference_is_left_off_the_card_and_comes_back(session: Session, step: CardStep) -> None:
    rows = step.form.choices.differences
    assert rows.count() > 1
    every = rows.ids()
    rows.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert card(session).shown_differences == every[1:]
    rows.insertItem(0, rows.takeItem(1))
    rows.model().rowsMoved.emit(rows.rootIndex(), 1, 1, rows.rootIndex(), 0)
    session.document.stack.undo()
    assert card(session).shown_differences == ()
    assert rows.ids() == every
