"""Comparing the print from the looks' menu: proposals, undo, cancel, and nothing to say."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.differing.print_words import WordDifference
from claimcheck.model import findings
from claimcheck.model.alignment import Proposal
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import DiscrepancyKind
from claimcheck.ui.canvas.looks import aligning
from claimcheck.ui.canvas.looks.words_told import told
from claimcheck.ui.panels.proposal_panel import ProposalPanel
from claimcheck.ui.session import Session
from claimcheck.workflow.printed_words import Reading
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.test_looks import aligned

PLACE = Rect(100, 120, 60, 40)


def choose(hands: Hands, text: str) -> None:
    menu = hands.compare.looks_bar.menu()
    (action,) = (one for one in menu.actions() if one.text().split("\t")[0] == text)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def of_words(session: Session, note: str = "“Organic” isn’t on the product") -> Proposal:
    comparison = session.document.review.comparisons[0]
    return Proposal("w1", comparison.id, PLACE, DiscrepancyKind.PRINT, 0.95, note, PLACE)


def test_words_are_proposed_kept_and_undone(
    hands: Hands, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    aligned(session)
    found = of_words(session)
    monkeypatch.setattr(aligning, "find_words", lambda *_, **__: Reading((found,), True))
    panel = ProposalPanel(session)
    qtbot.addWidget(panel)
    choose(hands, "Compare the print")
    qtbot.waitUntil(lambda: session.document.review.proposals == (found,))
    assert panel.rows["w1"].kind.text() == "“Organic” isn’t on the product"
    assert "Print" in panel.rows["w1"].plain.text()
    panel.accept("w1")
    assert session.document.review.discrepancies[-1].note == "“Organic” isn’t on the product"
    session.document.stack.undo()
    session.document.stack.undo()
    assert session.document.review.proposals == ()


@pytest.mark.parametrize(
    ("was_read", "words"), [(True, "no words differ"), (False, "no print could be read on both")]
)
def test_nothing_found_is_said(
    hands: Hands,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    was_read: bool,
    words: str,
) -> None:
    aligned(session)
    monkeypatch.setattr(aligning, "find_words", lambda *_, **__: Reading((), was_read))
    hands.compare.looks.aligning.read_print()
    qtbot.waitUntil(lambda: hands.compare.looks.aligning.words.endswith(words))


def test_a_missing_extra_is_told(
    hands: Hands, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    aligned(session)

    def lacking(*_: object, **__: object) -> Reading:
        raise KnownError(ErrorKind.EXTRA_MISSING, package="rapidocr", command="pip install …")

    monkeypatch.setattr(aligning, "find_words", lacking)
    with qtbot.waitSignal(session.tasks.broke) as broke:
        hands.compare.looks.aligning.read_print()
    assert broke.args[0].kind is ErrorKind.EXTRA_MISSING
    assert hands.compare.looks.aligning.step is None


def test_reading_is_stopped_at_once(
    hands: Hands, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    aligned(session)
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    found = of_words(session)

    def slow(*_: object, **__: object) -> Reading:
        begun.set()
        go_on.wait(10)
        ended.set()
        return Reading((found,), True)

    monkeypatch.setattr(aligning, "find_words", slow)
    bar = hands.compare.looks_bar
    hands.compare.looks.aligning.read_print()
    assert bar.words.whole_text() == "Reading the print …"
    qtbot.waitUntil(begun.is_set)  # else it would be dropped before it began
    bar.cancel.click()
    assert not bar.cancel.isVisible()
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    qtbot.wait(50)
    assert session.document.review.proposals == ()


def test_words_stay_when_differences_are_proposed_again_but_not_on_another_alignment(
    session: Session,
) -> None:
    aligned(session)
    review, word = session.document.review, of_words(session)
    seen = Proposal("d1", word.comparison_id, PLACE, DiscrepancyKind.COLOUR, 0.7)
    review = findings.propose_words(review, word.comparison_id, [word])
    review = findings.propose(review, word.comparison_id, [seen])
    assert [p.id for p in review.proposals] == ["d1", "w1"]
    review = findings.set_alignment(review, review.alignments[0])
    assert [p.id for p in review.proposals] == ["w1"]
    assert findings.remove_alignment(review, word.comparison_id).proposals == ()


def test_where_words_differ_nothing_says_only_that_print_does(session: Session) -> None:
    aligned(session)
    review, word = session.document.review, of_words(session)
    at = word.comparison_id
    print_ = Proposal("d1", at, PLACE.grown(4), DiscrepancyKind.PRINT, 0.7)
    colour = replace(print_, id="d2", kind=DiscrepancyKind.COLOUR)
    elsewhere = replace(print_, id="d3", listing_place=PLACE.moved(0, 3 * PLACE.height))
    review = findings.propose(review, at, [print_, colour, elsewhere])
    review = findings.propose_words(review, at, [word])
    assert [p.id for p in review.proposals] == ["d2", "d3", "w1"]
    review = findings.propose(review, at, [print_, elsewhere])
    assert [p.id for p in review.proposals] == ["d3", "w1"]


def test_the_note_says_which_side_lacks_what() -> None:
    assert told(WordDifference("Bio", "", PLACE, 1)) == "“Bio” isn’t on the product"
    assert told(WordDifference("", "Bio", PLACE, 1)) == "“Bio” isn’t on the listing"
    swapped = told(WordDifference("100 %2", "5 %1", PLACE, 1))
    assert swapped == "“100 %2” is “5 %1” on the product"
