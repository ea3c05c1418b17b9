"""Words of the card, edited where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.review import Review, find
from claimcheck.ui.panels.card_preview import CardPreview
from claimcheck.ui.theme import inter

Write = Callable[[Review, str], Review]


def words_behind(review: Review, name: str) -> tuple[str, str, Write] | None:
    """What a text of the card says in the review, the history's phrase, and how it is changed."""
    card, claim = review.card, review.quoted_claim
    if name == "title":
        return (
            card.title or review.product.name,
            QT_TRANSLATE_NOOP("history", "Edit title"),
            lambda r, typed: edits.set_card(r, replace(r.card, title=typed)),
        )
    if name in ("source", "handle"):
        return (
            card.handle,
            QT_TRANSLATE_NOOP("history", "Edit handle"),
            lambda r, typed: edits.set_card(r, replace(r.card, handle=typed)),
        )
    if name == "claim" and claim is not None:
        return (
            claim.quote,
            QT_TRANSLATE_NOOP("history", "Edit claim"),
            lambda r, typed: edits.put_claim(r, replace(claim, quote=typed or claim.quote)),
        )
    if name == "reasoning" and claim is not None:
        return (
            claim.reasoning,
            QT_TRANSLATE_NOOP("history", "Edit reasoning"),
            lambda r, typed: edits.put_claim(r, replace(claim, reasoning=typed)),
        )
    if name.startswith("legend "):
        number = name.removeprefix("legend ")
        one = next((d for d in review.discrepancies if str(review.number_of(d)) == number), None)
        if one is not None:
            return (
                one.note,
                QT_TRANSLATE_NOOP("history", "Edit note"),
                lambda r, typed: edits.put_discrepancy(
                    r, replace(find(r.discrepancies, one.id) or one, note=typed)
                ),
            )
    return None


class WordsEditor(QPlainTextEdit):
    """A field over the words on the card: Enter or a click elsewhere keeps, Escape gives up."""

    def __init__(self, preview: CardPreview) -> None:
        super().__init__(preview)
        self._done: Callable[[str], object] | None = None
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Words on the card"))
        self.hide()

    def edit(self, words: str, place: QRectF, done: Callable[[str], object]) -> None:
        """Begin with ``words`` over ``place``; ``done`` gets what was typed."""
        self._done = done
        self.setPlainText(words)
        self.setFont(inter(15, 600))
        self.setGeometry(place.adjusted(-8, -6, 8, 6).toAlignedRect())
        self.setMinimumHeight(40)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def give_up(self) -> None:
        """Close and forget what was typed."""
        self._done = None
        self.hide()

    def _keep(self) -> None:
        done, self._done = self._done, None
        self.hide()
        if done is not None:
            done(" ".join(self.toPlainText().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._keep()
