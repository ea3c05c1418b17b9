"""One picture with what lies on it, kept equal to the review: items are matched by id.

A gesture that is under way shows its outcome as a *preview*: values laid over those of the review
until it is pushed or given up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsScene

from claimcheck.cards.paint.backdrop import Backdrop
from claimcheck.cards.paint.labels import swatch_patch
from claimcheck.imaging.pixels import RGBA
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Comparison, Evidence, Mark, Review, find
from claimcheck.model.showing import ShownEvidence
from claimcheck.ui.canvas.dimming import DimmingItem
from claimcheck.ui.canvas.disc_places import is_point
from claimcheck.ui.canvas.discs import Discs
from claimcheck.ui.canvas.guides import GuidesItem
from claimcheck.ui.canvas.handles import (
    Framed,
    HandlesItem,
    framed_mark,
    framed_place,
)
from claimcheck.ui.canvas.hits import Hits
from claimcheck.ui.canvas.items import MarkItem
from claimcheck.ui.canvas.pixel_grid import PixelGridItem
from claimcheck.ui.canvas.pyramid import Pyramid
from claimcheck.ui.canvas.reshaping import source_and_inset
from claimcheck.ui.canvas.snapping import Guide, Targets, targets_of
from claimcheck.ui.canvas.tiles import PictureItem


class PictureScene(QGraphicsScene):
    """The scene of one side of the comparison."""

    previewed = Signal()
    """The place of a discrepancy is shown elsewhere than before."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self.role = role
        self.evidence: Evidence | None = None
        self.picture = PictureItem()
        self.marks: dict[str, MarkItem] = {}
        self.discs = Discs(self)
        self.discs.moved.connect(self._on_discs_moved)
        self.hits = Hits(self)
        self.handles = HandlesItem()
        self.guides, self._dimming = GuidesItem(), DimmingItem()
        self._grid = PixelGridItem()
        self.backdrop: Backdrop | None = None
        """The pixels that marks show again; ``None`` until they are decoded."""
        self._stickers: dict[str, RGBA] = {}
        for item in (self.picture, self._grid, self._dimming, self.guides, self.handles):
            self.addItem(item)
        self.snaps = True
        """Whether gestures snap to what lies here; Ctrl means the other way round."""
        self.scale = 1.0
        """Screen pixels per picture pixel."""
        self._marks: tuple[Mark, ...] = ()
        self._preview_marks: dict[str, Mark] = {}
        self._hidden: str | None = None
        self._band: Rect | None = None
        self._selected_marks: frozenset[str] = frozenset()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture; (0, 0) without one."""
        return (self.evidence.width_px, self.evidence.height_px) if self.evidence else (0, 0)

    # --- what is shown ----------------------------------------------------------------------------

    def show_review(self, review: Review | None, comparison: Comparison | None) -> bool:
        """Show this side of ``comparison``; whether its picture is another one than before."""
        evidence = None
        if review is not None and comparison is not None:
            listing = self.role is Role.LISTING
            side = comparison.listing_image_id if listing else comparison.photo_id
            evidence = find(review.evidence, side)
            if isinstance(evidence, ShownEvidence):
                # Covers are painted over the pixels here: a new one is no reason to decode anew.
                evidence = replace(evidence, covered=())
        another = evidence != self.evidence
        if another:
            self._show_evidence(evidence)
        self._marks = ()
        if review is not None and evidence is not None and comparison is not None:
            self._marks = review.marks_on(evidence.id)
            self.discs.show_review(review, comparison, self.role)
        self._reconcile_marks()
        self._show_handles()
        return another

    def show_pixels(self, pyramid: Pyramid | None) -> None:
        """Paint these pixels from now on, below the marks and in them."""
        self.picture.show_pixels(pyramid)
        self.backdrop = None
        if pyramid is not None:
            self.backdrop = Backdrop(
                pyramid.levels, pyramid.full_size, enlarges=False, stickers=self._stickers
            )
        self._reconcile_marks()
        for item in self.marks.values():
            item.update()

    def show_grid(self, shown: bool) -> None:
        """Part the pixels by lines where they are large, or don't."""
        self._grid.setVisible(shown)

    def show_sticker(self, evidence_id: str, pixels: RGBA) -> None:
        """The picture that some stamps show is here."""
        self._stickers[evidence_id] = pixels
        if self.backdrop is not None:
            self.backdrop = self.backdrop.covered_by(self.backdrop.covers)
        for item in self.marks.values():
            if item.mark.picture_id == evidence_id:
                item.update()

    @property
    def closest_look(self) -> float:
        """How many times any magnifier enlarges, at least 1."""
        zooms = [1.0]
        for item in self.marks.values():
            if item.mark.kind is MarkKind.MAGNIFIER:
                source, inset = source_and_inset(item.mark)
                zooms.append(inset.width / max(source.width, 1.0))
        return max(zooms)

    def settled(self, mark: Mark) -> Mark:
        """``mark`` as it is once it is where it is: a swatch has the colour below it."""
        if mark.kind is not MarkKind.SWATCH or self.backdrop is None:
            return mark
        colour = self.backdrop.mean(swatch_patch(mark, self.size))
        return replace(mark, text=colour.name().upper())

    def set_scale(self, scale: float) -> None:
        """Discs and handles are constant on the screen, so they follow the zoom."""
        if scale != self.scale:
            self.scale = scale
            self.discs.set_scale(scale)
            self._show_handles()

    def select(self, marks: Collection[str], discrepancy: str | None) -> None:
        """Show what is selected."""
        self._selected_marks = frozenset(marks)
        self.discs.select(discrepancy)
        self._show_handles()

    # --- previews of a gesture --------------------------------------------------------------------

    def preview_marks(self, marks: Iterable[Mark]) -> None:
        """Show these instead of, or on top of, the marks of the review."""
        self._preview_marks = {mark.id: mark for mark in marks}
        self._reconcile_marks()
        self._show_handles()

    def preview_band(self, band: Rect | None) -> None:
        """Show a rubber band."""
        self._band = band
        self._show_handles()

    def snap_targets(self, leaving: Collection[str] = ()) -> Targets:
        """Where a gesture snaps to: everything but the marks or the discrepancy it moves."""
        marks = (item.mark.frame for id_, item in self.marks.items() if id_ not in leaving)
        return targets_of([*marks, *self.discs.areas(leaving)], self.size)

    def show_guides(self, guides: Sequence[Guide]) -> None:
        """Show what a gesture snapped to."""
        self.guides.show_guides(guides, self.size)

    def hide_mark(self, mark_id: str | None) -> None:
        """Leave one mark out, because it is being written."""
        self._hidden = mark_id
        self._reconcile_marks()

    def clear_previews(self) -> None:
        """Show the review as it is."""
        self._preview_marks, self._band = {}, None
        self.show_guides(())
        self._reconcile_marks()
        self.discs.end_preview()

    def has_point(self, point: Point) -> bool:
        """Whether ``point`` lies on the picture."""
        return self.evidence is not None and Rect(0, 0, *self.size).contains(point)

    @property
    def marks_seen(self) -> frozenset[str]:
        """The marks of which something is in the picture as it is shown."""
        return frozenset(id_ for id_, item in self.marks.items() if item.isVisible())

    # --- keeping the items equal to the values ----------------------------------------------------

    def _show_evidence(self, evidence: Evidence | None) -> None:
        for item in self.marks.values():
            self.removeItem(item)
        self.marks, self._preview_marks, self._band = {}, {}, None
        self.evidence, self.backdrop = evidence, None
        self.discs.show_size(self.size)
        self.picture.show_size(self.size)
        self._grid.show_size(self.size)

    def _on_discs_moved(self) -> None:
        self._show_handles()
        self.previewed.emit()

    def _reconcile_marks(self) -> None:
        wanted = {mark.id: self._preview_marks.get(mark.id, mark) for mark in self._marks}
        wanted |= {id_: m for id_, m in self._preview_marks.items() if id_ not in wanted}
        wanted.pop(self._hidden or "", None)
        for gone in self.marks.keys() - wanted.keys():
            self.removeItem(self.marks.pop(gone))
        self._show_light(wanted.values())
        for height, (id_, mark) in enumerate(wanted.items()):
            item = self.marks.get(id_)
            if item is None:
                item = self.marks[id_] = MarkItem(mark, self.size, lambda: self.backdrop)
                self.addItem(item)
            item.show_mark(mark)
            item.setVisible(item.is_in_picture)
            if item.zValue() != height:
                item.setZValue(height)

    def _show_light(self, marks: Collection[Mark]) -> None:
        """What is dimmed, and what magnifiers must not show."""
        self._dimming.show_spotlights(
            [mark for mark in marks if mark.kind is MarkKind.SPOTLIGHT], self.size
        )
        covers = tuple(mark for mark in marks if mark.kind is MarkKind.REDACTION)
        if self.backdrop is not None and self.backdrop.covers != covers:
            self.backdrop = self.backdrop.covered_by(covers)
            for item in self.marks.values():
                item.update()

    def _show_handles(self) -> None:
        framed: list[Framed] = []
        selected = [self.marks[id_] for id_ in self._selected_marks if id_ in self.marks]
        alone = len(self._selected_marks) == 1
        framed += [framed_mark(item, self.scale, alone) for item in selected]
        discrepancy = self.discs.selected
        if discrepancy is not None and not is_point(discrepancy.place):
            framed.append(framed_place(discrepancy, self.scale))
        self.handles.show_framed(framed, self.scale, self._band)
