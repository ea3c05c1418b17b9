"""Proposals after aligning: listed, accepted, edited, dismissed, each undoable."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from claimcheck.model import findings
from claimcheck.model.alignment import AlignedBy, Alignment, Proposal, Sameness
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind, Role, Severity
from claimcheck.model.review import Review
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.panels.proposal_panel import ProposalPanel
from claimcheck.ui.session import Session
from tests.ui.canvas.hands import LEFT

PLACE, ON_PHOTO = Rect(100, 120, 60, 40), Rect(300, 280, 150, 100)


def proposed(review: Review, same: Sameness = Sameness.YES) -> Review:
    id_ = review.comparisons[0].id
    way = (0.4, 0.05, -20.0, -0.03, 0.42, 15.0, 0.00005, 0.00002, 1.0)
    alignment = Alignment(id_, way, AlignedBy.FOUND, same=same, doubts=(Rect(5, 5, 50, 50),))
    review = findings.set_alignment(review, alignment)
    kinds = (
        (DiscrepancyKind.PRINT, 0.9),
        (DiscrepancyKind.COLOUR, 0.6),
        (DiscrepancyKind.SHAPE, 0.5),
    )
    return findings.propose(
        review,
        id_,
        [Proposal(f"p{i}", id_, PLACE, kind, s, "", ON_PHOTO) for i, (kind, s) in enumerate(kinds)],
    )


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[ProposalPanel]:
    home = QWidget()
    qtbot.addWidget(home)
    made = ProposalPanel(session, home)
    home.resize(312, 400)
    home.show()
    assert not made.isVisible()
    session.document.apply(proposed, "Align")
    assert made.isVisible()
    yield made
    home.close()


def test_proposals_are_listed_strongest_first(panel: ProposalPanel) -> None:
    assert [row.proposal.id for row in panel.rows.values()] == ["p0", "p1", "p2"]
    assert panel.count.text() == "3"
    assert not panel.doubt.isVisible()


def test_an_accepted_proposal_is_numbered_on_both_pictures(
    panel: ProposalPanel, session: Session
) -> None:
    QTest.mouseClick(panel.rows["p0"].tick, LEFT)
    (made,) = session.document.review.discrepancies
    assert (made.listing_place, made.photo_place) == (PLACE, ON_PHOTO)
    assert (made.kind, made.severity) == (DiscrepancyKind.PRINT, Severity.MAJOR)
    assert session.selection.discrepancy == made.id
    assert list(panel.rows) == ["p1", "p2"]
    session.document.stack.undo()
    assert not session.document.review.discrepancies
    assert set(panel.rows) == {"p0", "p1", "p2"}


def test_the_keyboard_accepts_and_dismisses(panel: ProposalPanel, session: Session) -> None:
    QTest.keyClick(panel.rows["p1"], Qt.Key.Key_Delete)
    QTest.keyClick(panel.rows["p2"], Qt.Key.Key_Return)
    assert list(panel.rows) == ["p0"]
    assert len(session.document.review.discrepancies) == 1
    session.document.stack.undo()
    session.document.stack.undo()
    assert len(panel.rows) == 3


def test_editing_asks_for_the_note(panel: ProposalPanel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.note_requested) as asked:
        QTest.mouseClick(panel.rows["p0"].pencil, LEFT)
    assert asked.args == [session.document.review.discrepancies[0].id]


def test_all_are_dismissed_as_one_step(panel: ProposalPanel, session: Session) -> None:
    QTest.mouseClick(panel.none_of_them, LEFT)
    assert not panel.rows
    assert not panel.isVisible()
    session.document.stack.undo()
    assert len(panel.rows) == 3


def test_another_variant_is_told_and_shown_where(
    panel: ProposalPanel, session: Session, qtbot: QtBot
) -> None:
    session.document.apply(lambda r: proposed(r, Sameness.OTHER_VARIANT), "Align")
    assert panel.doubt.isVisible()
    assert "variant" in panel.doubt.text()
    compare = CompareView(session)
    qtbot.addWidget(compare)
    compare.resize(900, 700)
    compare.show()
    found = compare.looks._found[Role.LISTING]
    assert found.doubts == (Rect(5, 5, 50, 50),)
    assert [letter for _, letter, _ in found.places] == ["A", "B", "C"]
    compare.looks.point_at("p1")
    assert [chosen for _, _, chosen in found.places] == [False, True, False]
