"""Which stamp it is, and what stands on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import MarkKind, Role, Sticker
from claimcheck.model.review import Evidence, Mark
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.mark_aspects import Aspect, common
from claimcheck.ui.names import name_of
from claimcheck.ui.own_stamps import CHANGE_STAMP, OwnStamps
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.inspector.rows import InHand, merge_key, set_field
from claimcheck.ui.panels.parts import column, row
from claimcheck.ui.panels.picture_model import is_alive
from claimcheck.ui.restyling import change_marks
from claimcheck.ui.session import Session
from claimcheck.ui.stickers import fitted_stamp, picture_in_hand, with_sticker
from claimcheck.ui.widgets.buttons import icon_button
from claimcheck.ui.widgets.tips import keep_tip
from claimcheck.workflow.folders import PICTURE_SUFFIXES

WRITE_STAMP = QT_TRANSLATE_NOOP("history", "Write on %n stamp(s)")
DRAWN = tuple(sticker for sticker in Sticker if sticker is not Sticker.PICTURE)
"""Those that are drawn; pictures of one's own are brought in."""
_PICTURE, _BRING = "picture ", "bring"
ICON_PX = 16


class StampRows(QWidget):
    """The stamp and its words, typed as one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.own = OwnStamps(session, self)
        self._offered: tuple[Evidence, ...] | None = None
        self._icons: dict[str, QIcon] = {}
        self.sticker = Choice((), self.tr("Stamp"))
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Words on the stamp"))
        self.remove = icon_button("trash-2", "", 18)
        keep_tip(self.remove, session.shortcuts, BY_NAME["remove_stamp"])
        self.remove.clicked.connect(self._remove)
        line = row(self.sticker, self.remove, spacing=4)
        line.setStretch(0, 1)
        both = column(spacing=8)
        both.addLayout(line)
        both.addWidget(self.words)
        self.setLayout(both)
        self.sticker.activated.connect(self._set_sticker)
        self.words.textEdited.connect(self._write)
        self.words.editingFinished.connect(session.document.end_merging)

    def show_common(self, hand: InHand) -> None:
        """Show the stamp that all are."""
        self.setVisible(Aspect.STICKER in hand.aspects)
        if Aspect.STICKER not in hand.aspects:
            return
        self._offer()
        sticker = hand.common(lambda style: style.sticker)
        self.sticker.setPlaceholderText(self.tr("Mixed") if sticker is None else name_of(sticker))
        self.sticker.setCurrentIndex(self.sticker.index_of(self._key_of(hand, sticker)))
        self._show_remove()
        self.words.setVisible(bool(hand.marks) and sticker is not Sticker.PICTURE)
        words = common(mark.text for mark in hand.marks)
        self.words.setPlaceholderText(self.tr("Mixed") if words is None else self.tr("Words"))
        if self.words.text() != (words or ""):
            self.words.setText(words or "")

    def _offer(self) -> None:
        """The drawn ones, the pictures that were brought in, and the way to bring one."""
        document = self._session.document
        pictures = document.review.pictures(Role.STICKER) if document.is_open else ()
        if pictures == self._offered:
            return
        self._offered = pictures
        items: list[tuple[object, str, QIcon]] = [(s.value, name_of(s), QIcon()) for s in DRAWN]
        for one in pictures:
            items.append((_PICTURE + one.id, one.name, self._icons.get(one.id, QIcon())))
            if one.id not in self._icons:
                self._icons[one.id] = QIcon()
                self._session.thumbnail(one, 2 * ICON_PX, partial(self._take_icon, one.id))
        items.append((_BRING, self.tr("Own picture …"), QIcon()))
        self.sticker.fill(items)

    def _take_icon(self, evidence_id: str, image: QImage) -> None:
        if not is_alive(self):
            return
        self._icons[evidence_id] = QIcon(QPixmap.fromImage(image))
        at = self.sticker.index_of(_PICTURE + evidence_id)
        if at >= 0:
            self.sticker.setItemIcon(at, self._icons[evidence_id])

    def _key_of(self, hand: InHand, sticker: Sticker | None) -> object:
        """The item of what all are; one that isn't there when they differ."""
        if sticker is not Sticker.PICTURE:
            return sticker.value if sticker else ""
        if hand.marks:
            shown = common(mark.picture_id for mark in hand.marks)
            return _PICTURE + (shown or "")
        document = self._session.document
        if not document.is_open:
            return ""
        picture = picture_in_hand(document.review, self._session.mark_defaults.picture_id)
        return _PICTURE + picture.id if picture else ""

    def _own_picture(self) -> str:
        """The id of the picture of one's own that is chosen; empty when none is."""
        key = str(self.sticker.currentData() or "")
        return key.removeprefix(_PICTURE) if key.startswith(_PICTURE) else ""

    def _show_remove(self) -> None:
        own = self._own_picture()
        self.remove.setVisible(bool(own))
        if self._session.read_only:
            return  # it is off, and says why
        count = self.own.stamps_of(own) if own else 0
        action = BY_NAME["remove_stamp"]
        words = self.tr("Remove this picture and %n stamp(s) that show it", "", count)
        self.remove.setToolTip(self._session.shortcuts.tip(action, words if count else ""))

    def _remove(self) -> None:
        own = self._own_picture()
        if own:
            self.own.remove(own)
            self.show_common(InHand.of(self._session))

    def _choose_picture(self) -> None:
        pattern = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES))
        kinds = f"{self.tr('Pictures')} ({pattern});;{self.tr('All files')} (*)"
        title = self.tr("Choose a picture for a stamp")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.own.bring([Path(name)])

    def _set_sticker(self, index: int) -> None:
        key = str(self.sticker.itemData(index))
        if key == _BRING:
            self.show_common(InHand.of(self._session))  # as it was, until there is a picture
            self._choose_picture()
            return
        if key.startswith(_PICTURE):
            self.own.use(key.removeprefix(_PICTURE))
            return
        sticker = Sticker(key)
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
