"""The view sent to the card: arrangement and framing as looked at, one undo step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.ui.canvas.framing import Framing
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.session import Session
from tests.ui.canvas.hands import Hands
from tests.ui.canvas.test_looks import aligned

TEXT = "Show the view on the card"


def offered(hands: Hands) -> bool:
    menu = hands.compare.looks_bar.menu()
    (action,) = (one for one in menu.actions() if one.text().startswith(TEXT))
    enabled = action.isEnabled()
    action.trigger()
    menu.close()
    return enabled


@pytest.mark.parametrize(
    ("look", "template"),
    [(Look.BESIDE, "side-by-side"), (Look.STACKED, "stacked"), (Look.WIPE, "slider")],
)
def test_the_card_gets_the_arrangement_of_the_look(
    hands: Hands, session: Session, qtbot: QtBot, look: Look, template: str
) -> None:
    aligned(session)
    session.document.stack.clear()
    before = session.document.review.card
    hands.compare.looks.choose(look)
    with qtbot.waitSignal(session.step_requested) as asked:
        assert offered(hands)
    assert asked.args == ["card"]
    assert session.document.review.card.template == template
    if before.template != template:
        session.document.stack.undo()
    assert session.document.review.card == before


def test_what_is_zoomed_in_on_is_what_the_card_shows(hands: Hands, session: Session) -> None:
    view = hands.compare.canvas.sides.views[Role.LISTING]
    view.show_framing(Framing(4 * view.framing.scale, Point(200, 200)))
    assert offered(hands)
    crop = session.document.review.card.listing_crop
    assert crop is not None
    assert (crop.center.x, crop.center.y) == pytest.approx((200, 200), abs=3)
    assert Rect(0, 0, 400, 400).encloses(crop)
    assert crop.width < 250


def test_looks_that_no_card_has_are_not_offered(hands: Hands, session: Session) -> None:
    aligned(session)
    before = session.document.review.card
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8):
        hands.key(key)
        assert not offered(hands)
    assert session.document.review.card == before
