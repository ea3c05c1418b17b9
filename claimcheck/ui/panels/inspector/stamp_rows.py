"""Which stamp it is, and what stands on it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind, Sticker
from claimcheck.model.review import Mark
from claimcheck.ui.mark_aspects import Aspect, common
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.inspector.rows import InHand, merge_key, set_field
from claimcheck.ui.panels.parts import column
from claimcheck.ui.restyling import change_marks
from claimcheck.ui.session import Session
from claimcheck.ui.stickers import fitted_stamp, with_sticker

CHANGE_STAMP = QT_TRANSLATE_NOOP("history", "Change %n stamp(s)")
WRITE_STAMP = QT_TRANSLATE_NOOP("history", "Write on %n stamp(s)")
DRAWN = tuple(sticker for sticker in Sticker if sticker is not Sticker.PICTURE)
"""Those that are drawn; pictures of one's own are brought in."""


class StampRows(QWidget):
    """The stamp and its words, typed as one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sticker = Choice(((s, name_of(s)) for s in DRAWN), self.tr("Stamp"))
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Words on the stamp"))
        self.setLayout(column(self.sticker, self.words, spacing=8))
        self.sticker.activated.connect(self._set_sticker)
        self.words.textEdited.connect(self._write)
        self.words.editingFinished.connect(session.document.end_merging)

    def show_common(self, hand: InHand) -> None:
        """Show the stamp that all are."""
        self.setVisible(Aspect.STICKER in hand.aspects)
        if Aspect.STICKER not in hand.aspects:
            return
        sticker = hand.common(lambda style: style.sticker)
        self.sticker.setPlaceholderText(self.tr("Mixed") if sticker is None else name_of(sticker))
        self.sticker.setCurrentIndex(-1 if sticker is None else self.sticker.index_of(sticker))
        self.words.setVisible(bool(hand.marks) and sticker is not Sticker.PICTURE)
        words = common(mark.text for mark in hand.marks)
        self.words.setPlaceholderText(self.tr("Mixed") if words is None else self.tr("Words"))
        if self.words.text() != (words or ""):
            self.words.setText(words or "")

    def _set_sticker(self, index: int) -> None:
        sticker = Sticker(self.sticker.itemData(index))
        if not InHand.of(self._session).marks:
            set_field(self._session, CHANGE_STAMP, sticker=sticker)
            return
        change_marks(self._session, CHANGE_STAMP, lambda mark: with_sticker(mark, sticker))
        defaults = self._session.mark_defaults
        style = defaults.style(MarkKind.STAMP)
        defaults.set_style(MarkKind.STAMP, replace(style, sticker=sticker))

    def _write(self, text: str) -> None:
        def written(mark: Mark) -> Mark:
            return fitted_stamp(replace(mark, text=text))

        change_marks(self._session, WRITE_STAMP, written, merge_key(self._session, "words"))
