"""Discrepancies and marks in the inspector: edited, renumbered, in step with the selection."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Cover, DiscrepancyKind, MarkKind, Role, Severity
from claimcheck.model.review import Discrepancy, Mark, find, new_id
from claimcheck.ui.canvas.tools.bench import Bench
from claimcheck.ui.canvas.tools.box import BoxTool
from claimcheck.ui.exact_places import Number
from claimcheck.ui.mark_aspects import Aspect
from claimcheck.ui.panels.discrepancy_editor import DiscrepancyEditor
from claimcheck.ui.panels.discrepancy_panel import DiscrepancyPanel
from claimcheck.ui.panels.discrepancy_row import DiscrepancyRow
from claimcheck.ui.panels.mark_panel import MarkPanel
from claimcheck.ui.session import Session
from claimcheck.ui.step_pages import Inspector


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    made.resize(312, 844)
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, holder: QWidget, panel: QWidget) -> None:
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(panel)
    holder.show()
    qtbot.waitExposed(holder)
    holder.activateWindow()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, holder: QWidget) -> DiscrepancyPanel:
    made = DiscrepancyPanel(session)
    shown(qtbot, holder, made)
    return made


@pytest.fixture
def marks(qtbot: QtBot, session: Session, holder: QWidget) -> MarkPanel:
    made = MarkPanel(session)
    shown(qtbot, holder, made)
    return made


def numbered(session: Session) -> tuple[Discrepancy, ...]:
    comparison = session.document.comparison
    assert comparison is not None
    return session.document.review.discrepancies_of(comparison.id)


def row_of(panel: DiscrepancyPanel, discrepancy: Discrepancy) -> DiscrepancyRow:
    return panel.rows[discrepancy.id]


def opened(
    qtbot: QtBot, panel: DiscrepancyPanel, session: Session, number: int
) -> DiscrepancyEditor:
    row = row_of(panel, numbered(session)[number - 1])
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 16))
    assert row.editor is not None
    return row.editor


def test_a_click_opens_one_and_closes_the_other(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    first, second = numbered(session)
    opened(qtbot, panel, session, 1)
    assert session.selection.discrepancy == first.id
    opened(qtbot, panel, session, 2)
    assert session.selection.discrepancy == second.id
    assert row_of(panel, first).editor is None


def test_the_selection_on_the_canvas_opens_the_row(
    session: Session, panel: DiscrepancyPanel
) -> None:
    first, second = numbered(session)
    session.selection.select_discrepancy(second.id)
    assert row_of(panel, second).editor is not None
    session.selection.select_discrepancy(None)
    assert row_of(panel, second).editor is None
    assert row_of(panel, first).editor is None


def test_a_double_click_goes_there(qtbot: QtBot, session: Session, panel: DiscrepancyPanel) -> None:
    second = numbered(session)[1]
    with qtbot.waitSignal(session.selection.go_to_requested) as blocker:
        QTest.mouseDClick(row_of(panel, second), Qt.MouseButton.LeftButton, pos=QPoint(60, 16))
    assert blocker.args == [second.id]


def test_kind_weight_note_and_claim_are_written(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    editor = opened(qtbot, panel, session, 1)
    editor.kind.setFocus()
    QTest.keyClick(editor.kind, Qt.Key.Key_Down)
    QTest.mouseClick(
        editor.severity,
        Qt.MouseButton.LeftButton,
        pos=editor.severity.segment_rect(2).center().toPoint(),
    )
    editor.note.setFocus()
    QTest.keyClicks(editor.note, "Full jar")
    QTest.keyClick(editor.note, Qt.Key.Key_Return)
    editor.claim.setFocus()
    QTest.keyClick(editor.claim, Qt.Key.Key_Down)
    found = numbered(session)[0]
    assert found.kind is DiscrepancyKind.PRINT
    assert found.severity is Severity.MAJOR
    assert found.note == "Full jar", "Enter is not part of a note"
    assert found.claim_id == session.document.review.claims[0].id
    row = row_of(panel, found)
    assert row.kind.text() == "Print"
    assert row.note.whole_text() == "Full jar"
    while session.document.stack.canUndo():
        session.document.stack.undo()
    assert numbered(session)[0].note == ""
    assert editor.note.toPlainText() == ""
    assert editor.severity.key == Severity.CLEAR
    assert editor.claim.currentData() is None
    while session.document.stack.canRedo():
        session.document.stack.redo()
    assert numbered(session)[0] == found
    assert editor.note.toPlainText() == "Full jar"


def test_a_claim_written_elsewhere_can_be_chosen_at_once(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    editor = opened(qtbot, panel, session, 1)
    claim = replace(session.document.review.claims[0], quote="Sixty pieces")
    session.document.apply(lambda review: edits.put_claim(review, claim), "Edit claim")
    assert "“Sixty pieces”" in [editor.claim.itemText(i) for i in range(editor.claim.count())]


def test_alt_down_renumbers_and_undo_puts_back(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    first, second = numbered(session)
    editor = opened(qtbot, panel, session, 1)
    editor.note.setFocus()
    QTest.keyClick(editor.note, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [d.id for d in numbered(session)] == [second.id, first.id]
    assert row_of(panel, first).disc.number == 2
    qtbot.waitUntil(lambda: row_of(panel, second).y() < row_of(panel, first).y())
    assert session.document.stack.count() == 1
    session.document.stack.undo()
    assert row_of(panel, first).disc.number == 1


def test_dragging_the_grip_renumbers(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    first, second = numbered(session)
    grip = row_of(panel, second).grip
    target = row_of(panel, first).mapToGlobal(QPoint(10, 2))
    start = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for at in (start - QPoint(0, 8), grip.mapFromGlobal(target)):
        _move(grip, at)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(target))
    assert [d.id for d in numbered(session)] == [second.id, first.id]


def _move(widget: QWidget, at: QPoint) -> None:
    """The offscreen platform moves no pointer with the button down."""
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(widget, event)


def test_delete_moves_the_numbers_up(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    first, second = numbered(session)
    row = row_of(panel, first)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert [d.id for d in numbered(session)] == [second.id]
    assert row_of(panel, second).disc.number == 1
    session.document.stack.undo()
    assert [d.id for d in numbered(session)] == [first.id, second.id]
    assert row_of(panel, first).disc.number == 1


def test_backspace_in_the_note_deletes_a_letter_only(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    editor = opened(qtbot, panel, session, 1)
    editor.note.setFocus()
    QTest.keyClick(editor.note, Qt.Key.Key_Backspace)
    QTest.keyClick(editor.note, Qt.Key.Key_Delete)
    assert len(numbered(session)) == 2


def test_a_place_is_cleared_only_while_the_other_is_left(
    session: Session, panel: DiscrepancyPanel
) -> None:
    first, second = numbered(session)
    session.selection.select_discrepancy(first.id)
    menu = row_of(panel, first).menu()
    clear = next(a for a in menu.actions() if "photo" in a.text())
    assert clear.isEnabled()
    clear.trigger()
    assert numbered(session)[0].photo_place is None
    assert numbered(session)[0].place(Role.LISTING) is not None
    for discrepancy in (first, second):
        actions = row_of(panel, discrepancy).menu().actions()
        assert not any(a.isEnabled() for a in actions if "Clear" in a.text())


def test_without_discrepancies_it_says_what_to_do(
    qtbot: QtBot, session: Session, panel: DiscrepancyPanel
) -> None:
    ids = {d.id for d in numbered(session)}
    session.document.apply(lambda r: edits.remove_discrepancies(r, ids), "Delete")
    assert panel.rows == {}
    with qtbot.waitSignal(panel.add_requested):
        QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)


def draw(session: Session, kind: MarkKind) -> Mark:
    evidence = session.document.review.evidence[0]
    mark = Mark(new_id(), evidence.id, kind, (Point(10, 10), Point(50, 40)), text="Half")
    session.document.apply(lambda review: edits.put_marks(review, [mark]), "Draw")
    return mark


def test_colour_is_set_on_all_selected_marks_in_one_step(
    qtbot: QtBot, session: Session, marks: MarkPanel
) -> None:
    drawn = [draw(session, kind) for kind in (MarkKind.BOX, MarkKind.ARROW)]
    session.selection.select_marks([mark.id for mark in drawn])
    steps = session.document.stack.count()
    palette = marks.colour.colours
    at = palette.middle_of(4).toPoint()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=at)
    assert {mark.style.colour for mark in session.document.review.marks} == {"#C04608"}
    assert session.document.stack.count() == steps + 1
    assert session.mark_defaults.style(MarkKind.BOX).colour == "#C04608"
    assert session.mark_defaults.style(MarkKind.ARROW).colour == "#C04608"
    assert session.mark_defaults.style(MarkKind.TEXT).colour == "#17150F"
    session.document.stack.undo()
    assert {mark.style.colour for mark in session.document.review.marks} == {"#17150F"}
    assert palette.colour == "#17150F"


def test_an_exact_colour_is_typed_and_nonsense_put_back(
    qtbot: QtBot, session: Session, marks: MarkPanel
) -> None:
    drawn = draw(session, MarkKind.BOX)
    session.selection.select_marks([drawn.id])
    entry = marks.colour.exact
    entry.selectAll()
    QTest.keyClicks(entry, "1ab")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert only_mark(session).style.colour == "#11AABB"
    entry.selectAll()
    QTest.keyClicks(entry, "reddish")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert only_mark(session).style.colour == "#11AABB"
    assert entry.text() == "#11AABB"


def test_what_differs_shows_as_mixed(session: Session, marks: MarkPanel) -> None:
    first, second = draw(session, MarkKind.BOX), draw(session, MarkKind.BOX)
    other = replace(second, style=replace(second.style, stroke=12.0, colour="#1558E0"))
    session.document.apply(lambda review: edits.put_marks(review, [other]), "Restyle")
    session.selection.select_marks([first.id])
    width = marks.style_rows.slides[Aspect.STROKE]
    assert width.field.text() == "6 px"
    session.selection.select_marks([first.id, second.id])
    assert (width.field.text(), width.field.placeholderText()) == ("", "Mixed")
    assert marks.colour.colours.colour == ""
    assert marks.what.text().startswith("2 mark")


def test_dragging_a_slider_is_one_step_and_the_next_drag_another(
    qtbot: QtBot, session: Session, marks: MarkPanel
) -> None:
    drawn = draw(session, MarkKind.BOX)
    session.selection.select_marks([drawn.id])
    steps = session.document.stack.count()
    bar = marks.style_rows.slides[Aspect.STROKE].bar
    left, right = QPoint(20, bar.height() // 2), QPoint(bar.width() - 20, bar.height() // 2)
    for start, end in ((left, right), (right, left)):
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
        for share in range(1, 9):
            QTest.mouseMove(bar, start + (end - start) * share / 8)
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end)
    assert session.document.stack.count() == steps + 2
    thin = only_mark(session).style.stroke
    session.document.stack.undo()
    assert only_mark(session).style.stroke > thin
    session.document.stack.undo()
    assert only_mark(session).style == drawn.style


def test_keys_on_a_slider_count_in_what_is_shown(session: Session, marks: MarkPanel) -> None:
    drawn = draw(session, MarkKind.BOX)
    session.selection.select_marks([drawn.id])
    steps = session.document.stack.count()
    corners = marks.style_rows.slides[Aspect.RADIUS]
    corners.bar.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Left):
        QTest.keyClick(corners.bar, key)
    assert corners.field.text() == "11 px"
    assert only_mark(session).style.radius == 11
    assert session.document.stack.count() == steps + 1
    QTest.keyClick(corners.bar, Qt.Key.Key_End)
    assert only_mark(session).style.radius == 200
    QTest.keyClick(corners.bar, Qt.Key.Key_Home)
    assert only_mark(session).style.radius == 0


def test_a_place_is_typed_to_the_pixel(qtbot: QtBot, session: Session, marks: MarkPanel) -> None:
    drawn = draw(session, MarkKind.BOX)
    session.selection.select_marks([drawn.id])
    entry = marks.place.entries[Number.X]
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "33,5")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert only_mark(session).points == (Point(33.5, 10), Point(73.5, 40))
    steps = session.document.stack.count()
    for _ in range(3):
        QTest.keyClick(entry, Qt.Key.Key_Up)
    assert only_mark(session).points[0].x == 36.5
    assert session.document.stack.count() <= steps + 1


def test_without_a_selection_it_sets_the_next_marks_style(
    qtbot: QtBot, session: Session, marks: MarkPanel
) -> None:
    session.mark_defaults.set_kind(MarkKind.TEXT)
    rows = marks.style_rows
    size = rows.slides[Aspect.SIZE]
    assert size.isVisible()
    assert not rows.slides[Aspect.STROKE].isVisible()
    assert not marks.place.isVisible()
    before = session.mark_defaults.style(MarkKind.TEXT).font_size
    size.field.setFocus()
    QTest.keyClick(size.field, Qt.Key.Key_Up)
    letters = rows.picks[Aspect.LETTERS]
    middle = letters.segment_rect(1).center().toPoint()
    QTest.mouseClick(letters, Qt.MouseButton.LeftButton, pos=middle)
    style = session.mark_defaults.style(MarkKind.TEXT)
    assert (style.font_size, style.filled) == (before + 1, True)
    assert session.document.stack.count() == 0


def test_a_redaction_offers_its_cover_alone_and_warns_of_what_can_be_reversed(
    qtbot: QtBot, session: Session, marks: MarkPanel
) -> None:
    drawn = draw(session, MarkKind.REDACTION)
    session.selection.select_marks([drawn.id])
    rows = marks.style_rows
    assert rows.solid.isVisible()
    assert not rows.decorative.isVisible()
    assert not marks.colour.isVisible()
    assert not any(slide.isVisible() for slide in rows.slides.values())
    cover = rows.picks[Aspect.COVER]
    blurred = cover.segment_rect(2).center().toPoint()
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton, pos=blurred)
    assert only_mark(session).style.cover is Cover.BLUR
    assert rows.decorative.isVisible()
    # The next one hides for good again.
    assert session.mark_defaults.style(MarkKind.REDACTION).cover is Cover.SOLID


def test_a_look_is_kept_under_a_name_and_put_on_another_mark(
    qtbot: QtBot, session: Session, marks: MarkPanel
) -> None:
    first, second = draw(session, MarkKind.BOX), draw(session, MarkKind.ARROW)
    red = replace(first, style=replace(first.style, colour="#8A0620", stroke=9.0))
    session.document.apply(lambda review: edits.put_marks(review, [red]), "Restyle")
    session.selection.select_marks([first.id])
    marks.presets.save.trigger()
    QTest.keyClicks(marks.presets.name, "Shame")
    QTest.keyClick(marks.presets.name, Qt.Key.Key_Return)
    session.selection.select_marks([second.id])
    assert marks.presets.choice.isEnabled()
    marks.presets.choice.setFocus()
    marks.presets.choice.setCurrentIndex(-1)
    QTest.keyClick(marks.presets.choice, Qt.Key.Key_Down)
    styled = find(session.document.review.marks, second.id)
    assert styled is not None
    assert (styled.style.colour, styled.style.stroke) == ("#8A0620", 9.0)


def test_a_name_that_is_taken_is_told_and_waits_to_be_changed(
    qtbot: QtBot, session: Session, marks: MarkPanel
) -> None:
    row, defaults = marks.presets, session.mark_defaults
    first, second = draw(session, MarkKind.BOX), draw(session, MarkKind.BOX)
    thick = replace(second, style=replace(second.style, stroke=20.0))
    session.document.apply(lambda review: edits.put_marks(review, [thick]), "Restyle")
    defaults.put_preset("Thin", first.style)
    defaults.put_preset("Thick", thick.style)
    session.selection.select_marks([second.id])
    assert row.choice.currentData() == "Thick"
    row.rename.trigger()
    row.name.selectAll()
    QTest.keyClicks(row.name, "Thin")
    assert row.remark.text() == "Another look has this name."
    assert row.remark.isVisible()
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert row.name.isVisible(), "what was typed can still be changed"
    assert {one.name for one in defaults.presets} == {"Thin", "Thick"}
    QTest.keyClicks(row.name, "ner")
    assert not row.remark.isVisible()
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert {one.name for one in defaults.presets} == {"Thin", "Thinner"}
    assert row.choice.currentData() == "Thinner"
    row.save.trigger()
    QTest.keyClicks(row.name, "Thin")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    kept = defaults.preset("Thin")
    assert kept is not None
    assert kept.style == first.style, "keeping a look must not overwrite another"
    QTest.keyClick(row.name, Qt.Key.Key_Escape)
    assert not row.remark.isVisible()


def test_a_looks_name_stays_with_the_mark_that_took_it(session: Session, marks: MarkPanel) -> None:
    first, second = draw(session, MarkKind.BOX), draw(session, MarkKind.BOX)
    session.mark_defaults.put_preset("Thick", replace(first.style, stroke=20.0))
    session.selection.select_marks([first.id])
    thick = replace(first, style=replace(first.style, stroke=20.0))
    session.document.apply(lambda review: edits.put_marks(review, [thick]), "Restyle")
    assert marks.presets.choice.currentData() == "Thick"
    pale = replace(thick, style=replace(thick.style, opacity=0.5))
    session.document.apply(lambda review: edits.put_marks(review, [pale]), "Restyle")
    assert marks.presets.choice.currentData() == "Thick", "changed since: it can be replaced"
    session.selection.select_marks([second.id])
    assert marks.presets.choice.currentIndex() == -1


def test_a_letter_typed_into_a_number_changes_nothing(session: Session, marks: MarkPanel) -> None:
    drawn = draw(session, MarkKind.BOX)
    session.selection.select_marks([drawn.id])
    entry = marks.place.entries[Number.WIDTH]
    entry.setFocus()
    entry.setCursorPosition(1)
    QTest.keyClicks(entry, "n")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert only_mark(session) == drawn
    assert entry.text() == "40"


def test_the_panel_is_as_high_as_what_it_shows_at_once(
    qtbot: QtBot, session: Session, holder: QWidget
) -> None:
    inspector = Inspector(session)
    shown(qtbot, holder, inspector)
    session.mark_defaults.set_kind(MarkKind.BOX)
    inspector.follow_tool(BoxTool(cast(Bench, None)))
    marks = inspector.marks
    qtbot.wait(50)
    session.selection.select_marks([draw(session, MarkKind.BOX).id])
    qtbot.wait(50)
    assert marks.height() == marks.sizeHint().height()


def only_mark(session: Session) -> Mark:
    (mark,) = session.document.review.marks
    return mark
