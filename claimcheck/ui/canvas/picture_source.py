"""Bring the pixels of one picture: first a quick reduced decode, all when needed."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from claimcheck import paths
from claimcheck.library.originals import Originals
from claimcheck.model.review import Evidence
from claimcheck.model.showing import ShownEvidence
from claimcheck.ui.canvas.pyramid import Pyramid, build_pyramid
from claimcheck.ui.tasks import Task, TaskRunner
from claimcheck.workflow.pictures import read_picture, read_reduced, read_stored, working_size
from claimcheck.workflow.progress import Progress

QUICK_PX = 1000
"""At least so long is a picture when it is first shown, unless it is smaller."""
_WAIT_S = 0.1

_decoding_fully = threading.Lock()
"""Two large pictures decoded at once would take twice the memory, and no less time."""


class PictureSource(QObject):
    """The pyramid of the picture in view; decoding happens off the GUI thread."""

    arrived = Signal(object)
    """A better ``Pyramid`` of the picture asked for last, or ``None`` to forget the one before."""
    failed = Signal(object)
    """The ``Exception`` that decoding ended with."""

    def __init__(self, originals: Originals, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._originals = originals
        self._tasks = tasks
        self._evidence: Evidence | None = None
        self._pyramid: Pyramid | None = None
        self._quick: Task[Pyramid] | None = None
        self._full: Task[Pyramid] | None = None
        self._wanted_scale = 0.0

    @property
    def pyramid(self) -> Pyramid | None:
        """The best one so far."""
        return self._pyramid

    def show(self, evidence: Evidence | None) -> None:
        """Drop the last picture and start on this one."""
        for task in (self._quick, self._full):
            if task is not None:
                task.cancel()
        self._quick = self._full = self._pyramid = None
        self._wanted_scale = 0.0
        self._evidence = evidence
        self.arrived.emit(None)
        if evidence is not None:
            self._quick = self._decode(evidence, QUICK_PX)

    def want(self, scale: float) -> None:
        """Say at how many device pixels per picture pixel it is shown now."""
        self._wanted_scale = max(scale, self._wanted_scale)
        self._decode_fully_if_needed()

    def _decode_fully_if_needed(self) -> None:
        pyramid = self._pyramid
        if self._evidence is None or pyramid is None or pyramid.is_full or self._full is not None:
            return
        if self._wanted_scale > pyramid.scale:
            side = max(working_size(self._evidence))
            self._full = self._decode(self._evidence, side)

    def _decode(self, evidence: Evidence, at_most_px: int) -> Task[Pyramid]:
        originals = self._originals

        fully = at_most_px > QUICK_PX
        folder = paths.cache_folder() / "pixels"

        def work(progress: Progress) -> Pyramid:
            progress(0, 2, evidence.name)  # raises when the picture was changed meanwhile
            if fully:
                pixels = read_stored(originals, evidence, at_most_px, folder)
            elif isinstance(evidence, ShownEvidence) and evidence.adjustment is not None:
                pixels = read_picture(originals, evidence, 2 * QUICK_PX)
            else:
                pixels = read_reduced(originals, evidence, QUICK_PX)
            progress(1, 2, evidence.name)
            return build_pyramid(pixels, (evidence.width_px, evidence.height_px), folder)

        def alone(progress: Progress) -> Pyramid:
            while not _decoding_fully.acquire(timeout=_WAIT_S):
                progress(0, 2, evidence.name)
            try:
                return work(progress)
            finally:
                _decoding_fully.release()

        return self._tasks.run(
            alone if at_most_px > QUICK_PX else work, self._take, self.failed.emit
        )

    def _take(self, pyramid: Pyramid) -> None:
        self._pyramid = pyramid
        self.arrived.emit(pyramid)
        self._decode_fully_if_needed()
