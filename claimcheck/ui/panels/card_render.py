"""Cards painted off the GUI thread, the newest only: what is overtaken is dropped."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.content import pictures_of
from claimcheck.cards.outfit import HouseStyle
from claimcheck.errors import KnownError
from claimcheck.model.kinds import Role
from claimcheck.model.review import Review
from claimcheck.ui.language import chosen_language
from claimcheck.ui.session import Session
from claimcheck.workflow.card import render_card

log = logging.getLogger(__name__)

SMALLEST_SCALE = 0.05

_Version = tuple[Review, str, int, float]
"""What makes one painting differ from another: review, language, look, scale."""


def card_review(session: Session) -> Review:
    """The open review as its card shows it: with the creator's handle where it has none."""
    review = session.document.review
    handle = review.card.handle or session.settings.handle
    return replace(review, card=replace(review.card, handle=handle))


def card_language(session: Session, review: Review) -> str:
    """The card's language: the one chosen for it, else the app's."""
    return review.card.language or chosen_language(session.settings.language)


def missing_side(review: Review) -> Role | None:
    """Which picture the card still needs; the listing image first."""
    listing_image, photo = pictures_of(review)
    if listing_image is None:
        return Role.LISTING
    return Role.PHOTO if photo is None else None


class Turns:
    """Lets small cards be painted one after another, so that the large one never waits for all."""

    def __init__(self) -> None:
        self._waiting: list[CardRenderer] = []
        self._at_work: CardRenderer | None = None

    def ask(self, renderer: CardRenderer) -> None:
        """Begin when it is this one's turn."""
        if renderer not in self._waiting:
            self._waiting.append(renderer)
        self._go_on()

    def over(self, renderer: CardRenderer) -> None:
        """This one is done."""
        if renderer is self._at_work:
            self._at_work = None
        self._go_on()

    def _go_on(self) -> None:
        while self._at_work is None and self._waiting:
            following = self._waiting.pop(0)
            self._at_work = following
            if not following.begin():
                self._at_work = None


class CardRenderer(QObject):
    """Paints one card again and again while the review changes; never two at a time."""

    rendered = Signal(object)
    """A ``RenderedCard`` of the newest version."""
    failed = Signal(object)
    """The exception."""

    def __init__(
        self,
        session: Session,
        delay_ms: int,
        template: str = "",
        parent: QObject | None = None,
        card_format: str = "",
        turns: Turns | None = None,
    ) -> None:
        """``template`` and ``card_format`` are ids, empty for the review's own.

        ``delay_ms`` gathers a burst of edits; with ``turns`` it waits for its own.
        """
        super().__init__(parent)
        self._session, self._template, self._format = session, template, card_format
        self._turns = turns
        self._scale = SMALLEST_SCALE
        self._style: HouseStyle | None = None
        self._look = 0
        """Counts the changes of what isn't in the review: brand kit, or a style that is tried."""
        self._wanted: _Version | None = None
        self._painted: _Version | None = None
        self._under_way: _Version | None = None
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._start)
        session.brand_changed.connect(self._change_look)

    def set_style(self, style: HouseStyle) -> None:
        """Paint in this look, not in the library's own."""
        self._style = style
        self._change_look()

    def _change_look(self) -> None:
        self._look += 1
        if self._wanted is not None:
            self.refresh()

    def set_scale(self, scale: float) -> None:
        """How large: device pixels per card pixel."""
        self._scale = max(scale, SMALLEST_SCALE)

    def refresh(self) -> None:
        """The review may have changed: paint it, unless that very card is painted already."""
        document = self._session.document
        if not document.is_open or missing_side(document.review) is not None:
            self.forget()
            return
        review = card_review(self._session)
        self._wanted = review, card_language(self._session, review), self._look, self._scale
        if not self._timer.isActive():
            self._timer.start()

    def forget(self) -> None:
        """Another review is in view: what is on its way belongs to the old one."""
        self._timer.stop()
        self._wanted = self._painted = None

    def _start(self) -> None:
        if self._turns is None:
            self.begin()
        else:
            self._turns.ask(self)

    def begin(self) -> bool:
        """Paint what is wanted, if that isn't painted yet; whether there was anything to do."""
        if self._under_way is not None or self._wanted in (None, self._painted):
            return False
        assert self._wanted is not None
        self._under_way = review, language, _, scale = self._wanted
        originals, template, style = self._session.originals, self._template, self._style
        card_format = self._format
        self._session.tasks.run(
            lambda progress: render_card(
                originals,
                review,
                language=language,
                template=template,
                format=card_format,
                scale=scale,
                style=style,
                progress=progress,
            ),
            self._land,
            self._fail,
            finished=self._give_turn,
        )
        return True

    def _give_turn(self) -> None:
        if self._turns is not None:
            self._turns.over(self)

    def _land(self, card: RenderedCard) -> None:
        self._painted, self._under_way = self._under_way, None
        if self._wanted is None:
            self._painted = None
            return
        if self._painted is not None and self._wanted[:3] == self._painted[:3]:
            self.rendered.emit(card)  # the right card, if perhaps not at the last size
        self._start()  # unless it was not overtaken

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            log.error("a card could not be painted", exc_info=error)
        self._painted, self._under_way = self._under_way, None
        if self._wanted == self._painted:
            self.failed.emit(error)
        elif self._wanted is not None:
            self._start()
