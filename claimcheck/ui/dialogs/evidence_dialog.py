"""All that is known of one piece of evidence, with what to be careful of."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from claimcheck.errors import KnownError
from claimcheck.library.atomic import write_atomically
from claimcheck.model.review import Evidence
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.icons import pixmap
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.parts import DownScroll, row
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.workflow.frames import timecode
from claimcheck.workflow.pictures import working_size
from claimcheck.workflow.provenance import provenance


class EvidenceDialog(FramedDialog):
    """Where a file comes from; “Save as JSON” writes the same for others to check."""

    find_asked = Signal()
    """Look for this picture in other reviews."""

    def __init__(self, session: Session, item: Evidence, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Where it comes from"))
        self._session, self._item = session, item
        self.lines = self._told()
        if item.has_location:
            self.body.addLayout(self._warning())
        self.body.addWidget(DownScroll(self._table()), 1)
        self.search = button(self.tr("Find this picture"), "search", "tertiary")
        self.search.clicked.connect(self._find)
        self.save = button(self.tr("Save as JSON …"), "save")
        self.save.clicked.connect(self._choose_file)
        close = button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.add_button(self.search, at_left=True)
        self.add_button(self.save)
        self.add_button(close)
        self.take_room(620, 520)

    def write(self, path: Path) -> None:
        """Write it as JSON for others to read; ``KnownError`` as ``write_atomically``."""
        plain = provenance(self._session.document.review.id, self._item, for_others=True)
        text = json.dumps(plain, ensure_ascii=False, indent=2)
        write_atomically(path, f"{text}\n".encode())

    def _choose_file(self) -> None:
        name = f"{Path(self._item.name).stem}.json"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as JSON"), name, "JSON (*.json)"
        )
        if chosen:
            try:
                self.write(Path(chosen))
            except KnownError as error:
                self._session.problems.emit([error])

    def _find(self) -> None:
        self.accept()
        self.find_asked.emit()

    def _warning(self) -> QHBoxLayout:
        sign = QLabel()
        colour = theme().tokens.misleading
        sign.setPixmap(pixmap("map-pin", 18, colour, self.devicePixelRatioF() or 1.0))
        words = label(
            self.tr(
                "The original tells where it was taken. It stays in your library; cards, clips "
                "and other exports never carry it."
            ),
            wrap=True,
        )
        made = row(sign, words, spacing=12)
        made.setStretch(1, 1)
        return made

    def _table(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(self.lines):
            grid.addWidget(label(name, "secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            words = label(value, wrap=True)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            words.setAccessibleName(f"{name}: {value}")
            grid.addWidget(words, at, 1)
        grid.setRowStretch(len(self.lines), 1)
        return page

    def _told(self) -> list[tuple[str, str]]:
        item, locale = self._item, QLocale()
        zone = item.taken_at.tzinfo if item.taken_at else None
        taken = item.taken_at.strftime("%Y-%m-%d %H:%M:%S") if item.taken_at else ""
        if taken:
            taken += f" ({zone})" if zone else f" ({self.tr('time zone unknown')})"
        facts: list[tuple[str, Callable[[], str]]] = [
            (self.tr("Name"), lambda: item.name),
            (self.tr("Used as"), lambda: name_of(item.role)),
            (self.tr("Kind"), lambda: item.suffix.lstrip(".").upper()),
            (self.tr("Size"), lambda: self._size(locale)),
            (self.tr("Taken"), lambda: taken),
            (self.tr("Camera"), lambda: item.camera),
            (self.tr("Place in the clip"), self._timecode),
            (self.tr("Came in"), lambda: item.added_at.strftime("%Y-%m-%d %H:%M:%S UTC")),
            (self.tr("How"), lambda: name_of(item.origin)),
            (self.tr("From"), lambda: item.source),
            (self.tr("SHA-256"), lambda: item.sha256),
        ]
        lines = [(name, value()) for name, value in facts]
        called = {
            "page": self.tr("Page"),
            "video": self.tr("Clip"),
            "video_sha256": self.tr("SHA-256 of the clip"),
            "codec": self.tr("Codec"),
        }
        lines += [(called.get(name, name), value) for name, value in item.told]
        return [(name, value) for name, value in lines if value]

    def _size(self, locale: QLocale) -> str:
        size = locale.formattedDataSize(self._item.size_bytes)
        pixels = f"{self._item.width_px} × {self._item.height_px}"
        width, height = working_size(self._item)
        if width < self._item.width_px:
            pixels += " " + self.tr("(worked on at {size})").format(size=f"{width} × {height}")
        return f"{pixels} · {size}" if self._item.width_px else size

    def _timecode(self) -> str:
        return "" if self._item.timecode_s is None else timecode(self._item.timecode_s)
