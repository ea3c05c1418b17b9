"""One claim: the promise word for word, the verdict, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Topic, Verdict
from claimcheck.model.review import Claim, Discrepancy, Listing, Review, find
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.fields import (
    FIELD_TO_FIELD,
    ChoiceLink,
    Field,
    TextLink,
    lock_when_read_only,
)
from claimcheck.ui.panels.one_line_note import OneLineNote
from claimcheck.ui.panels.parts import TEXT_INSET, TITLE_TOP, Flowing, row, title_row
from claimcheck.ui.panels.verdict_chips import VerdictChips
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.buttons import button, icon_button, label
from claimcheck.ui.widgets.tips import serve

FIELD_WIDTH = 520
_RING = 3
"""Room for a focus ring beside a control."""


class ClaimEditor(QWidget):
    """Follows the selected claim; every field writes through the document."""

    delete_requested = Signal(str)
    discrepancy_visited = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self._id: str | None = None
        self.quote = OneLineNote(56)
        self.topic = Choice((topic, name_of(topic)) for topic in Topic)
        self.source = Choice()
        self.verdicts = VerdictChips()
        self.reasoning = _text_box(76)
        self.tested_how = _text_box(56)
        self._links: list[TextLink] = []
        self._choices: list[ChoiceLink] = []
        self._shown_sources: object = None
        self._shown_bearing: object = None
        self._build()
        self._link()
        lock_when_read_only(
            self._document,
            (
                self.quote, self.topic, self.source, self.verdicts,
                self.reasoning, self.tested_how, self.delete,
            ),
        )  # fmt: skip
        self._document.changed.connect(self.refresh)
        self._document.opened.connect(self.refresh)
        session.selection.changed.connect(self._follow)
        self._follow()

    def refresh(self) -> None:
        """Show what isn't linked: verdict, sources, discrepancies."""
        if not self._document.is_open or self._claim(self._document.review) is None:
            return
        review = self._document.review
        self.verdicts.set_verdict(self._of(review).verdict)
        self._fill_sources(review.listings)
        self._fill_bearing(review)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.delete = icon_button("trash-2", self.tr("Delete this claim"), 18)
        self.delete.clicked.connect(self._ask_to_delete)
        serve(self.delete, self._session.shortcuts, BY_NAME["delete_claim"])
        for verdict, chip in self.verdicts.chips.items():
            serve(chip, self._session.shortcuts, BY_NAME[f"verdict {verdict}"])
        self._bearing = Flowing(gap=8)
        self._nothing = label(
            self.tr("None yet. In Compare, open a discrepancy and choose this claim."),
            "meta",
            wrap=True,
        )
        fields = QWidget()
        fields.setMaximumWidth(FIELD_WIDTH + 2 * _RING)
        inner = QVBoxLayout(fields)
        inner.setContentsMargins(_RING, 0, _RING, 0)
        inner.setSpacing(FIELD_TO_FIELD)
        inner.addLayout(title_row(label(self.tr("Claim"), "title"), None, self.delete))
        inner.addSpacing(-6)
        self._place_fields(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(TEXT_INSET - _RING, TITLE_TOP, TEXT_INSET - _RING, TEXT_INSET)
        outer.addWidget(fields)
        outer.addStretch(1)

    def _place_fields(self, inner: QVBoxLayout) -> None:
        inner.addLayout(Field(self.tr("The promise, word for word"), self.quote))
        pair = row(spacing=12)
        pair.addLayout(Field(self.tr("Topic"), self.topic), 1)
        pair.addLayout(Field(self.tr("From"), self.source), 1)
        inner.addLayout(pair)
        inner.addSpacing(12)
        inner.addLayout(Field(self.tr("Verdict"), self.verdicts))
        inner.addLayout(Field(self.tr("Because"), self.reasoning))
        inner.addLayout(Field(self.tr("How it was tested"), self.tested_how))
        inner.addSpacing(12)
        inner.addWidget(label(self.tr("Discrepancies that bear on it"), "label"))
        inner.addWidget(self._bearing)
        inner.addWidget(self._nothing)

    def _link(self) -> None:
        for control, attribute, name in (
            (self.quote, "quote", QT_TRANSLATE_NOOP("history", "Edit claim")),
            (self.reasoning, "reasoning", QT_TRANSLATE_NOOP("history", "Edit reasoning")),
            (self.tested_how, "tested_how", QT_TRANSLATE_NOOP("history", "Edit test")),
        ):
            self._links.append(self._text_link(control, attribute, name))
        self._choices.append(
            ChoiceLink(
                self._document,
                self.topic,
                lambda review: self._of(review).topic,
                lambda review, value: self._put(review, topic=Topic(str(value))),
                QT_TRANSLATE_NOOP("history", "Choose topic"),
            )
        )
        self._choices.append(
            ChoiceLink(
                self._document,
                self.source,
                lambda review: self._of(review).listing_id,
                lambda review, value: self._put(review, listing_id=value),
                QT_TRANSLATE_NOOP("history", "Choose source of claim"),
            )
        )
        self.verdicts.chosen.connect(self._judge)

    def _text_link(self, control: QPlainTextEdit, attribute: str, name: str) -> TextLink:
        return TextLink(
            self._document,
            control,
            lambda review: getattr(self._of(review), attribute),
            lambda review, text: self._put(review, **{attribute: text}),
            name,
            f"claim/{attribute}",
        )

    # --- following the selection ------------------------------------------------------------------

    def _follow(self) -> None:
        selected = self._session.selection.claim
        if selected == self._id:
            return
        self._id = selected
        self.refresh()
        for link in self._links:
            link.reset()
        for choice in self._choices:
            choice.refresh()

    def _claim(self, review: Review) -> Claim | None:
        return find(review.claims, self._id)

    def _of(self, review: Review) -> Claim:
        return self._claim(review) or Claim("", "")

    def _put(self, review: Review, **changed: Any) -> Review:
        claim = self._claim(review)
        return edits.put_claim(review, replace(claim, **changed)) if claim else review

    def _judge(self, verdict: Verdict | None) -> None:
        self._document.apply(
            lambda review: self._put(review, verdict=verdict),
            QT_TRANSLATE_NOOP("history", "Judge claim"),
        )

    def _ask_to_delete(self) -> None:
        if self._id is not None:
            self.delete_requested.emit(self._id)

    def _fill_sources(self, listings: tuple[Listing, ...]) -> None:
        shown = tuple((listing.id, describe_listing(listing)) for listing in listings)
        if shown == self._shown_sources:
            return
        self._shown_sources = shown
        items = [(None, self.tr("Not noted"), QIcon())]
        self.source.fill([*items, *((key, words, QIcon()) for key, words in shown)])
        for choice in self._choices:
            choice.refresh()

    def _fill_bearing(self, review: Review) -> None:
        comparison = self._document.comparison
        found = review.discrepancies_of(comparison.id) if comparison else ()
        bearing = [(review.number_of(d), d) for d in found if d.claim_id == self._id]
        if bearing == self._shown_bearing:
            return
        self._shown_bearing = bearing
        while (item := self._bearing.flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, discrepancy in bearing:
            self._bearing.flow.addWidget(self._disc_button(number, discrepancy))
        self._bearing.setVisible(bool(bearing))
        self._nothing.setVisible(not bearing)

    def _disc_button(self, number: int, discrepancy: Discrepancy) -> QWidget:
        made = button(name_of(discrepancy.kind))
        made.setIcon(_disc_icon(number, self.devicePixelRatioF()))
        made.setIconSize(QSize(26, 22))
        made.setToolTip(discrepancy.note or self.tr("Show it in Compare"))
        words = f"{number}: {name_of(discrepancy.kind)}. {self.tr('Show it in Compare')}"
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self.discrepancy_visited.emit(discrepancy.id))
        return made


def describe_listing(listing: Listing) -> str:
    """A listing in few words: its platform, and seller or site."""
    host = urlsplit(listing.url).hostname or "" if "//" in listing.url else ""
    who = listing.seller or listing.promoter or host.removeprefix("www.")
    platform = name_of(listing.platform)
    return f"{platform} · {who}" if who else platform


def _text_box(height: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setFixedHeight(height)
    made.setTabChangesFocus(True)
    return made


def _disc_icon(number: int, ratio: float) -> QIcon:
    image = QPixmap(round(26 * ratio), round(22 * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(theme().tokens.colour("text", 0))
    painter = QPainter(image)
    painting.number_disc(painter, QPointF(11, 11), 22, number)
    painter.end()
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        made.addPixmap(image, mode)
    return made
