"""What the creator chooses for the card: texts, claim, language, format, caption."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from claimcheck.cards.caption import caption_of
from claimcheck.cards.content import footer_of
from claimcheck.cards.formats import all_formats
from claimcheck.cards.themes import all_themes
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import CalloutStyle
from claimcheck.model.review import Review
from claimcheck.model.showing import as_shown
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.dialogs.brand_dialog import BrandDialog
from claimcheck.ui.language import chosen_language
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.card_choices import CardChoices
from claimcheck.ui.panels.card_render import card_language, card_review
from claimcheck.ui.panels.choice import Choice, blank_icon
from claimcheck.ui.panels.fields import (
    FIELD_TO_FIELD,
    ChoiceLink,
    Field,
    TextControl,
    TextLink,
    lock_when_read_only,
)
from claimcheck.ui.panels.one_line_note import OneLineNote
from claimcheck.ui.panels.parts import TEXT_INSET, TITLE_TOP, title_row
from claimcheck.ui.panels.ready_list import ReadyList
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, dividing_line, label, set_button_icon
from claimcheck.ui.widgets.tips import serve
from claimcheck.ui.widgets.verdict_icon import verdict_qicon

_COPIED_MS, _BAR = 2000, 8


class CardForm(QWidget):
    """One column of fields, then the checks, then the caption."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self._shown_claims: object = None
        self._column = QVBoxLayout(self)
        # At the right: room for the scroll bar, so that fields and dividers stay where they are.
        self._column.setContentsMargins(0, TITLE_TOP, _BAR, TEXT_INSET)
        self._column.setSpacing(FIELD_TO_FIELD)
        self._build_texts()
        self._build_looks()
        self._build_footer()
        self._divide()
        self.checks = ReadyList()
        serve(
            self.checks.move_inside,
            session.shortcuts,
            BY_NAME["move_inside"],
            self.checks.move_inside.toolTip(),
        )
        self._inset(title_row(label(self.tr("Ready to post"), "title"), None))
        self._column.addSpacing(-FIELD_TO_FIELD)
        self._add(self.checks)
        self._divide()
        self._build_caption()
        self._column.addStretch(1)
        lock_when_read_only(
            self._document,
            (
                *(self.title, self.claim, self.handle, self.language, self.theme),
                *(self.format, self.instead, self.caption, self.callouts, self.footer),
            ),
        )
        self._document.opened.connect(self.refresh)
        self._document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what isn't linked: which claims there are, and what an empty field stands for."""
        if not self._document.is_open:
            return
        review = self._document.review
        self.title.setPlaceholderText(review.product.name)
        self.handle.setPlaceholderText(self._session.settings.handle or "@handle")
        self._show_footer()
        shown = tuple((c.id, c.quote, c.verdict) for c in review.claims)
        if shown != self._shown_claims:
            self._shown_claims = shown
            first = self.tr("The first judged") if review.claims else self.tr("No claims yet")
            items: list[tuple[object, str, QIcon]] = [(None, first, QIcon())]
            for claim in review.claims:
                shape = verdict_qicon(claim.verdict) if claim.verdict else blank_icon()
                items.append((claim.id, f"“{claim.quote}”", shape))
            self.claim.fill(items)
            self._claim_link.refresh()

    # --- building ---------------------------------------------------------------------------------

    def _build_texts(self) -> None:
        self._inset(title_row(label(self.tr("Card"), "title"), None))
        self._column.addSpacing(-6)
        self.title, self.claim = OneLineNote(56), Choice()
        self._text(
            self.title, self.tr("Title"), "title", QT_TRANSLATE_NOOP("history", "Edit title")
        )
        name = QT_TRANSLATE_NOOP("history", "Choose quoted claim")
        self._claim_link = self._choice(self.claim, self.tr("Quoted claim"), "claim_id", name)
        self.choices = CardChoices(self._document)
        self._add(self.choices)
        self.handle, self.instead = QLineEdit(), QLineEdit()
        name = QT_TRANSLATE_NOOP("history", "Edit handle")
        self._text(self.handle, self.tr("Your handle"), "handle", name)
        name = QT_TRANSLATE_NOOP("history", "Edit alternative")
        self._text(self.instead, self.tr("What to buy instead"), "alternative", name)

    def _build_looks(self) -> None:
        mine = chosen_language(self._session.settings.language)
        self.language = Choice(
            (("", self.tr("As the app")), ("en", "English"), ("nl", "Nederlands"))
        )
        name = QT_TRANSLATE_NOOP("history", "Choose language of card")
        self._choice(self.language, self.tr("Language of the card"), "language", name)
        self.theme = Choice(
            (theme.id if theme.id != "yellow" else "", theme.name(mine)) for theme in all_themes()
        )
        name = QT_TRANSLATE_NOOP("history", "Choose colours")
        self._choice(self.theme, self.tr("Colours"), "theme", name)
        self._build_own_look()
        self.callouts = Choice(tuple((style, name_of(style)) for style in CalloutStyle))
        name = QT_TRANSLATE_NOOP("history", "Choose how numbers point")
        self._choice(self.callouts, self.tr("Numbers on the pictures"), "callouts", name)
        self.format = Choice(
            (one.id, f"{one.name(mine)} · {one.width} × {one.height}") for one in all_formats()
        )
        name = QT_TRANSLATE_NOOP("history", "Choose format")
        self._choice(self.format, self.tr("Format"), "format", name)

    def _build_own_look(self) -> None:
        self.look = button(self.tr("Your look …"), "palette", "tertiary")
        self.look.setToolTip(self.tr("Your colour, fonts, logo and corners, on every card"))
        serve(self.look, self._session.shortcuts, BY_NAME["brand"], self.look.toolTip())
        self.look.clicked.connect(lambda: BrandDialog(self._session, self.window()).exec())
        line = QHBoxLayout()
        line.addWidget(self.look)
        line.addStretch(1)
        self._inset(line)

    def _build_footer(self) -> None:
        self.footer = QCheckBox(self.tr("Say what was done to the pictures"))
        serve(self.footer, self._session.shortcuts, BY_NAME["footer"])
        self.footer.setToolTip(self.tr("A line on the card, from what the review records."))
        self.footer_words = label("", "meta", wrap=True)
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(self.footer)
        both.addWidget(self.footer_words)
        self._inset(both)
        self.footer.toggled.connect(self._choose_footer)

    def _choose_footer(self, chosen: bool) -> None:
        if chosen != self._document.review.card.footer:
            self._document.apply(
                lambda review: _writer("footer")(review, chosen),
                QT_TRANSLATE_NOOP("history", "Say what was done to the pictures")
                if chosen
                else QT_TRANSLATE_NOOP("history", "Leave out what was done to the pictures"),
            )

    def _show_footer(self) -> None:
        review = self._document.review
        with QSignalBlocker(self.footer):
            self.footer.setChecked(review.card.footer)
        said = footer_of(as_shown(review), card_language(self._session, review))
        self.footer_words.setText(said)
        self.footer_words.setVisible(bool(said))

    def _build_caption(self) -> None:
        self.copy = button(self.tr("Copy"), "copy", "tertiary")
        self.copy.setToolTip(self.tr("With hashtags, sources and alt text"))
        serve(self.copy, self._session.shortcuts, BY_NAME["copy_caption"], self.copy.toolTip())
        self.copy.clicked.connect(self._copy_caption)
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(self._show_copy)
        title = label(self.tr("Caption"), "title")
        line = title_row(title, None, self.copy)
        self._inset(line)
        line.setContentsMargins(TEXT_INSET, 0, 12 - _BAR, 0)
        self._column.addSpacing(-FIELD_TO_FIELD + 4)
        self.caption = QPlainTextEdit()
        self.caption.setFixedHeight(92)
        self.caption.setTabChangesFocus(True)
        self.caption.setAccessibleName(self.tr("Caption"))
        title.setBuddy(self.caption)
        self.caption.setPlaceholderText(self.tr("What you checked, and what you found."))
        self._add(self.caption)
        self._link_text(self.caption, "caption", QT_TRANSLATE_NOOP("history", "Edit caption"))

    def _divide(self) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(dividing_line())

    def _add(self, widget: QWidget) -> None:
        holder = QHBoxLayout()
        holder.addWidget(widget)
        self._inset(holder)

    def _inset(self, line: QBoxLayout) -> None:
        line.setContentsMargins(TEXT_INSET, 0, TEXT_INSET - _BAR, 0)
        self._column.addLayout(line)

    def _text(self, control: TextControl, title: str, attribute: str, name: str) -> None:
        self._inset(Field(title, control))
        self._link_text(control, attribute, name)

    def _link_text(self, control: TextControl, attribute: str, name: str) -> None:
        TextLink(
            self._document,
            control,
            lambda review: getattr(review.card, attribute),
            _writer(attribute),
            name,
            f"card/{attribute}",
        )

    def _choice(self, control: Choice, title: str, attribute: str, name: str) -> ChoiceLink:
        self._inset(Field(title, control))
        write = _writer(attribute)
        return ChoiceLink(
            self._document, control, lambda review: getattr(review.card, attribute), write, name
        )

    def _copy_caption(self) -> None:
        review = card_review(self._session)
        whole = caption_of(review, card_language(self._session, review)).whole
        QGuiApplication.clipboard().setText(whole)
        self.copy.setMinimumWidth(self.copy.width())
        set_button_icon(self.copy, "check")
        self.copy.setText(self.tr("Copied"))
        self._copied.start()

    def _show_copy(self) -> None:
        set_button_icon(self.copy, "copy")
        self.copy.setText(self.tr("Copy"))


def _writer(attribute: str) -> Callable[[Review, Any], Review]:
    def write(review: Review, value: Any) -> Review:
        # What comes out of a combo box is the bare text of an enumeration's member.
        told = CalloutStyle(value) if attribute == "callouts" else value
        changed: dict[str, Any] = {attribute: told}
        return edits.set_card(review, replace(review.card, **changed))

    return write
