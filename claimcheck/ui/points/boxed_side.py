"""One picture with a box that is dragged around its product, and what is found inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from claimcheck.cards.compose import redactions_of
from claimcheck.imaging.segment import Product
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Comparison, Review
from claimcheck.ui.language import tell
from claimcheck.ui.points.pane import PointsPane, Spot, Stroke
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.workflow.alignment import subject_box
from claimcheck.workflow.framing import find_in_box
from claimcheck.workflow.progress import Progress

_RESTS_MS = 150
"""After a corner moved last: before that nobody waits for an answer."""
_LEFT = 0.3
"""Of both sides of a box: nobody means to leave less by dragging a corner, but draws it anew."""
_STEP = 0.01
"""Of the picture's longer side: how far an arrow key goes."""
_LEAST_STEPS = 4
_TO_BEGIN = 0.25
"""Of both sides of the picture: what a box begins to leave where nobody could guess one."""

T = TypeVar("T")


class BoxedSide(QObject):
    """The box, what was found in it, or why nothing was."""

    changed = Signal()

    def __init__(self, session: Session, role: Role, parent: QObject) -> None:
        super().__init__(parent)
        self.pane = PointsPane(session, role)
        self.pane.takes_areas = True
        self.box: Rect | None = None
        self.product: Product | None = None
        self.refusal = ""
        self._session = session
        self._hidden: tuple[Rect, ...] = ()
        self._is_guess = False
        """Nobody drew the box: it has no corners to take hold of, for one is drawn over it."""
        self._held: tuple[Point, Point] | None = None
        """A corner when it was taken hold of, and the one opposite."""
        self._at: Point | None = None
        """The chosen corner now."""
        self._task: Task[Any] | None = None
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(_RESTS_MS)
        self._rests.timeout.connect(self._seek)
        self.pane.banded.connect(self.set_box)
        self.pane.clicked.connect(self._let_go)
        self.pane.moved.connect(self._on_moved)
        self.pane.chosen.connect(self._on_chosen)
        self.pane.steered.connect(self._on_steered)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._task is not None or self._rests.isActive()

    def show_picture(self, review: Review, comparison: Comparison, box: Rect | None) -> None:
        """Begin with ``box``, or with where the product seems to be."""
        self.pane.show_picture(review, comparison)
        evidence = self.pane.evidence
        if evidence is None:
            return
        self._hidden = redactions_of(review.marks_on(evidence.id))
        if box is None:
            self._guess()
        else:
            self.set_box(box)

    def set_box(self, box: Rect) -> None:
        """Another box; it is looked into once it rests."""
        self._held, self._at, self._is_guess = None, None, False
        self._look_into(box)

    def stop(self) -> None:
        """Nobody waits any more."""
        self._stop()
        self._rests.stop()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _look_into(self, box: Rect) -> None:
        self.box, self.product, self.refusal = box, None, ""
        self._stop()
        self._rests.start()
        self._show()

    def _on_chosen(self, index: int) -> None:
        if self.box is not None:
            corners = self.box.corners
            self._held, self._at = (corners[index], corners[(index + 2) % 4]), corners[index]
        self._show()

    def _on_moved(self, _index: int, corner: Point) -> None:
        """A corner goes elsewhere; one drawn across to its opposite or beyond begins a new box."""
        if self._held is None:
            return
        first, opposite = self._held
        left = (corner.x - opposite.x) / ((first.x - opposite.x) or 1.0)
        is_across = max(left, (corner.y - opposite.y) / ((first.y - opposite.y) or 1.0)) < _LEFT
        self._at = corner
        self._look_into(Rect.spanning((first if is_across else opposite, corner)))

    def _on_steered(self, across: int, down: int, sizes: bool) -> None:
        """An arrow key moves the box, with Shift its right or lower edge; it stays inside."""
        width, height = self.pane.scene.size
        if self.box is None:
            low, left = _TO_BEGIN, 1 - 2 * _TO_BEGIN
            self.set_box(Rect(low * width, low * height, left * width, left * height))
            return
        step = _STEP * max(width, height)
        box, least = self.box, _LEAST_STEPS * step
        if sizes:
            wide = min(max(box.width + across * step, least), width - box.x)
            high = min(max(box.height + down * step, least), height - box.y)
            self.set_box(Rect(box.x, box.y, wide, high))
        else:
            x = min(max(box.x + across * step, 0.0), width - box.width)
            y = min(max(box.y + down * step, 0.0), height - box.height)
            self.set_box(Rect(x, y, box.width, box.height))

    def _let_go(self, _point: Point) -> None:
        self._held, self._at = None, None
        self._show()

    def _guess(self) -> None:
        """Where the product seems to be."""
        evidence, hidden, originals = self.pane.evidence, self._hidden, self._session.originals
        if evidence is not None:
            self._run(lambda _progress: subject_box(originals, evidence, hidden), self._on_guessed)

    def _seek(self) -> None:
        """What is in the box."""
        evidence, box, hidden = self.pane.evidence, self.box, self._hidden
        originals = self._session.originals
        if evidence is not None and box is not None:
            self._run(
                lambda progress: find_in_box(originals, evidence, box, progress, hidden),
                self._on_found,
            )

    def _on_guessed(self, box: Rect) -> None:
        self._is_guess = True
        self._look_into(box)

    def _on_found(self, product: Product) -> None:
        self.product = product

    def _on_failed(self, error: Exception) -> None:
        self.refusal = tell(error)

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Off the GUI thread; only the last answer counts."""

        def finished() -> None:
            if self._task is task:
                self._task = None
                self._show()

        task = self._session.tasks.run(work, done, self._on_failed, None, finished)
        self._task = task
        self._show()

    def _is_chosen(self, corner: Point) -> bool:
        at = self._at
        return at is not None and abs(corner.x - at.x) + abs(corner.y - at.y) < 1e-6

    def _show(self) -> None:
        spots: tuple[Spot, ...] = ()
        strokes: list[Stroke] = []
        if self.product is not None:
            strokes.append(Stroke(self.product.outline, closed=True))
        if self.box is not None:
            strokes.append(Stroke(self.box.corners, closed=True, strong=False))
            corners = () if self._is_guess else self.box.corners
            spots = tuple(
                Spot(c, bad=bool(self.refusal), chosen=self._is_chosen(c)) for c in corners
            )
        self.pane.show_spots(spots, tuple(strokes))
        self.changed.emit()
