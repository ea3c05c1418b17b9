"""Bring the pictures that stamps show: each once, off the GUI thread."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from claimcheck.library.originals import Originals
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Review
from claimcheck.ui.tasks import TaskRunner
from claimcheck.workflow.pictures import read_sticker

log = logging.getLogger(__name__)


class StickerSource(QObject):
    """Small pictures with transparency, by the evidence's id."""

    arrived = Signal(str, object)
    """An evidence's id and its pixels."""

    def __init__(self, originals: Originals, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._originals, self._tasks = originals, tasks
        self._asked: set[str] = set()

    def want(self, review: Review | None) -> None:
        """Read all that ``review`` has and that wasn't asked for yet: one may be stamped next."""
        for item in review.pictures(Role.STICKER) if review is not None else ():
            if item.id not in self._asked:
                self._asked.add(item.id)
                self._read(item)

    def _read(self, item: Evidence) -> None:
        self._tasks.run(
            lambda _: read_sticker(self._originals, item),
            lambda pixels: self.arrived.emit(item.id, pixels),
            # The grey plate stays; exporting the card names the file and says what to do.
            lambda error: log.info("no picture for a stamp, %s: %s", item.name, error),
        )
