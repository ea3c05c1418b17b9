"""Switching language or theme builds the panels anew on the same session; the old ones are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from claimcheck.model import edits
from claimcheck.ui.panels.card_step import CardStep
from claimcheck.ui.panels.claims_step import ClaimsStep
from claimcheck.ui.panels.discrepancy_panel import DiscrepancyPanel
from claimcheck.ui.panels.listing_step import ListingStep
from claimcheck.ui.panels.mark_panel import MarkPanel
from claimcheck.ui.panels.photos_step import PhotosStep
from claimcheck.ui.session import Session

PANELS: list[Callable[[Session], QWidget]] = [
    ListingStep,
    PhotosStep,
    DiscrepancyPanel,
    MarkPanel,
    ClaimsStep,
    CardStep,
]


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_that_is_gone_hears_nothing(
    qtbot: QtBot, session: Session, panel: Callable[[Session], QWidget]
) -> None:
    old = panel(session)
    old.resize(1016, 664)
    old.show()
    qtbot.waitExposed(old)
    session.selection.select_discrepancy(session.document.review.discrepancies[0].id)
    qtbot.wait(30)  # thumbnails and cards are on their way now
    shiboken6.delete(old)
    new = panel(session)
    qtbot.addWidget(new)
    new.show()
    product = replace(session.document.review.product, name="Changed")
    session.document.apply(lambda review: edits.set_product(review, product), "Edit product")
    session.selection.clear()
    qtbot.wait(500)  # an exception in a slot or a callback fails the test
    session.new_review("Another")
    qtbot.wait(50)


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_can_do_without_an_open_review(
    qtbot: QtBot, session: Session, panel: Callable[[Session], QWidget]
) -> None:
    made = panel(session)
    qtbot.addWidget(made)
    made.resize(1016, 664)
    made.show()
    session.document.open(None)
    session.selection.clear()
    qtbot.wait(50)
    assert made.isVisible()


class Longer(QTranslator):
    """Stands in for the longest language: every string a third longer, in breakable words."""

    def translate(
        self,
        _context: str,
        source: str | bytes | bytearray | memoryview,
        _disambiguation: str | bytes | bytearray | memoryview | None = None,
        n: int = -1,
    ) -> str:
        words = (source if isinstance(source, str) else bytes(source).decode()).replace(
            "%n", str(n)
        )
        extra = max(1, len(words) // 3)
        return words + ("mmmm " * extra)[:extra].rstrip()


@pytest.fixture
def longer_words(qtbot: QtBot) -> Iterator[None]:
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("longer_words")
@pytest.mark.parametrize(
    ("panel", "most"),
    [
        (ListingStep, 896),
        (PhotosStep, 896),
        (ClaimsStep, 896),
        (CardStep, 896),
        (DiscrepancyPanel, 312),
        (MarkPanel, 312),
    ],
)
def test_it_fits_the_smallest_window_with_words_a_third_longer(
    qtbot: QtBot, session: Session, panel: Callable[[Session], QWidget], most: int
) -> None:
    session.selection.select_discrepancy(session.document.review.discrepancies[0].id)
    made = panel(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.wait(20)
    assert "mmm" in "".join(one.text() for one in made.findChildren(QLabel)), "they are longer"
    assert made.minimumSizeHint().width() <= most
