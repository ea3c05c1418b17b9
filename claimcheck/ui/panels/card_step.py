"""Last step: the card, in every template, checked, and out of the door."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.formats import Format, all_formats
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.language import tell
from claimcheck.ui.panels.card_checks import checks_of, is_misplaced
from claimcheck.ui.panels.card_choices import automatic, placed_automatically
from claimcheck.ui.panels.card_export import CardExport
from claimcheck.ui.panels.card_form import CardForm
from claimcheck.ui.panels.card_hands import CardHands
from claimcheck.ui.panels.card_preview import CardPreview
from claimcheck.ui.panels.card_render import CardRenderer, Turns, missing_side
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.format_gallery import FormatGallery
from claimcheck.ui.panels.parts import (
    TEXT_INSET,
    TITLE_TOP,
    DownScroll,
    headline,
    surface,
    title_row,
)
from claimcheck.ui.panels.template_gallery import TemplateGallery
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, dividing_line, label
from claimcheck.ui.widgets.tips import serve

GALLERY_WIDTH, FORM_WIDTH = 300, 312
_DELAY_MS = 15
"""Gathers the edits of one event, and leaves most of 100 ms for painting."""


class CardStep(QWidget):
    """Templates, the card itself, and what is chosen for it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.card: RenderedCard | None = None
        self.preview = CardPreview()
        turns = Turns()
        self.gallery = TemplateGallery(session, turns)
        self.formats = FormatGallery(session, turns)
        self.form = CardForm(session)
        self.export = CardExport(session)
        self._renderer = CardRenderer(session, _DELAY_MS, parent=self)
        self._build_bar()
        self.export.drag.watch(self.preview)  # hands, which come later, have the first say
        self.hands = CardHands(session, self.preview)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self._build_empty())
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._build_left())
        across.addWidget(dividing_line(vertical=True))
        across.addWidget(self._middle, 1)
        across.addWidget(dividing_line(vertical=True))
        across.addWidget(self._build_right())
        lock_when_read_only(
            self._document, (self.gallery, self.formats, self.texts, self.automatic)
        )
        self._connect()

    def refresh(self) -> None:
        """Show the open review's card; nothing is painted while the step isn't looked at."""
        self.export.refresh()
        if not self._document.is_open:
            return
        review = self._document.review
        self.gallery.set_chosen(review.card.template)
        self.formats.set_chosen(self._format().id)
        missing = missing_side(review)
        self._middle.setCurrentIndex(0 if missing is None else 1)
        if missing is not None:
            self._show_missing(missing)
        by_hand = automatic(review) != review
        self.automatic.setEnabled(by_hand and not self._document.read_only)
        if not self.isVisible():
            return
        card_format = self._format()
        self.preview.set_format(card_format)
        self.covers.setText(self._covers_words(card_format))
        self.preview.place_bar()
        self._renderer.set_scale(self.preview.scale)
        self._renderer.refresh()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    # --- building ---------------------------------------------------------------------------------

    def _build_left(self) -> QWidget:
        side, both = surface(GALLERY_WIDTH), QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for title, gallery in (
            (self.tr("Formats"), self.formats),
            (self.tr("Templates"), self.gallery),
        ):
            head = title_row(label(title, "title"), None)
            head.setContentsMargins(TEXT_INSET, TITLE_TOP if gallery is self.formats else 8, 12, 4)
            column.addLayout(head)
            column.addWidget(gallery)
        column.addStretch(1)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(DownScroll(both), 1)
        return side

    def _build_right(self) -> QWidget:
        side = surface(FORM_WIDTH)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(DownScroll(self.form), 1)
        inner.addWidget(dividing_line())
        inner.addWidget(self.export)
        return side

    def _build_bar(self) -> None:
        self.covers: QPushButton = button("", "smartphone", "tertiary")
        self.covers.setCheckable(True)
        self.covers.setToolTip(
            self.tr("Show what the app covers. It is never part of the exported picture.")
        )
        self.texts = button(self.tr("Edit texts"), "pencil", "tertiary")
        self.texts.setToolTip(self.tr("Tab goes from one text on the card to the next."))
        self.automatic = button(self.tr("Automatic"), "rotate-ccw", "tertiary")
        self.automatic.setToolTip(
            self.tr("Frame both pictures and choose what is shown automatically again.")
        )
        for widget, name in (
            (self.covers, "app_buttons"),
            (self.texts, "edit_card"),
            (self.automatic, "frame_card"),
        ):
            serve(widget, self._session.shortcuts, BY_NAME[name], widget.toolTip())
        self.preview.bar.add(self.automatic)
        self.preview.bar.add_line()
        self.preview.bar.add(self.covers)
        self.preview.bar.add_line()
        self.preview.bar.add(self.texts)

    def _build_empty(self) -> QWidget:
        page = surface(role="canvas")
        self._headline = headline("")
        self._what_to_do = label("", "lead", wrap=True)
        self.add_missing = button("", "image-plus")
        for words in (self._headline, self._what_to_do):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(32, 32, 32, 32)
        inner.setSpacing(12)
        inner.addStretch(2)
        inner.addWidget(self._headline)
        inner.addWidget(self._what_to_do)
        inner.addSpacing(8)
        inner.addWidget(self.add_missing, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(3)
        return page

    def _connect(self) -> None:
        self._document.opened.connect(self._forget)
        self._document.changed.connect(self.refresh)
        self._session.settings_changed.connect(self.refresh)
        self.preview.resized.connect(self.refresh)
        self.gallery.chosen.connect(self._choose_template)
        self.formats.chosen.connect(self._choose_format)
        self._renderer.rendered.connect(self._show_card)
        self._renderer.failed.connect(self._show_failure)
        self.covers.toggled.connect(self.preview.set_covers)
        self.texts.clicked.connect(self.hands.edit_first)
        self.automatic.clicked.connect(self._frame_automatically)
        self.form.checks.move_inside.clicked.connect(self._move_inside)
        self.add_missing.clicked.connect(self._add_missing)

    # --- showing ----------------------------------------------------------------------------------

    def _forget(self) -> None:
        self.card = None
        self.hands.show_card(None)
        self._renderer.forget()
        self.gallery.forget()
        self.formats.forget()
        self.preview.show_sentence("")
        self.form.checks.show_checks(())
        self.refresh()

    def _show_card(self, card: RenderedCard) -> None:
        self.card = card
        self.preview.show_card(card.image)
        self.hands.show_card(card)
        self.gallery.refresh(card.format.height)  # after it: pictures are decoded once then
        self.formats.refresh()
        findings, review = card.findings, self._document.review
        by_hand = placed_automatically(review).card != review.card
        self.form.checks.show_checks(
            checks_of(card.warnings, findings),
            mendable=by_hand
            and is_misplaced(card.warnings, findings)
            and not self._document.read_only,
        )

    def _show_failure(self, error: Exception) -> None:
        self.card = None
        self.hands.show_card(None)
        self.preview.show_sentence(tell(error))
        self.form.checks.show_checks(())

    def _show_missing(self, role: Role) -> None:
        self.form.checks.show_checks(())
        self.gallery.forget()
        self.formats.forget()
        if role is Role.LISTING:
            self._headline.setText(self.tr("What does the shop show?"))
            self._what_to_do.setText(self.tr("The card needs a listing image beside your photo."))
            self.add_missing.setText(self.tr("Add a listing image"))
        else:
            self._headline.setText(self.tr("What did you get?"))
            self._what_to_do.setText(self.tr("The card needs a photo beside the listing image."))
            self.add_missing.setText(self.tr("Add a photo"))

    def _format(self) -> Format:
        chosen = self._document.review.card.format
        formats = all_formats()
        return next((one for one in formats if one.id == chosen), formats[0])

    def _covers_words(self, card_format: Format) -> str:
        if card_format.id.startswith("tiktok"):
            return self.tr("TikTok buttons")
        return self.tr("Safe area")

    def _choose_template(self, template_id: str) -> None:
        self._document.apply(
            lambda review: edits.set_card(review, replace(review.card, template=template_id)),
            QT_TRANSLATE_NOOP("history", "Choose template"),
        )

    def _choose_format(self, format_id: str) -> None:
        self._document.apply(
            lambda review: edits.set_card(review, replace(review.card, format=format_id)),
            QT_TRANSLATE_NOOP("history", "Choose format"),
        )

    def _frame_automatically(self) -> None:
        self._document.apply(
            automatic, QT_TRANSLATE_NOOP("history", "Frame pictures automatically")
        )

    def _move_inside(self) -> None:
        self._document.apply(
            placed_automatically, QT_TRANSLATE_NOOP("history", "Move everything inside")
        )

    def _add_missing(self) -> None:
        missing = missing_side(self._document.review)
        if missing is not None:
            self._session.step_requested.emit("listing" if missing is Role.LISTING else "photos")
