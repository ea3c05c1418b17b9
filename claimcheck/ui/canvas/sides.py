"""The two views with their scenes and pixels, and how they move together."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimcheck.errors import KnownError
from claimcheck.imaging.measuring.measure import plane_of
from claimcheck.imaging.pixels import RGBA
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Comparison, Discrepancy, Evidence, Review, find
from claimcheck.model.showing import ShownEvidence
from claimcheck.model.sizes import Scale
from claimcheck.ui.canvas.framing import Framing, followed
from claimcheck.ui.canvas.picture_source import PictureSource
from claimcheck.ui.canvas.rulers import Rulers
from claimcheck.ui.canvas.scene import PictureScene
from claimcheck.ui.canvas.sticker_source import StickerSource
from claimcheck.ui.canvas.view import PictureView
from claimcheck.ui.names import name_of
from claimcheck.ui.session import Session
from claimcheck.ui.settings import Settings


class Sides(QObject):
    """Listing image and photo, each with view, scene and source of pixels."""

    linked_changed = Signal(bool)
    rulers_changed = Signal(bool)
    active_changed = Signal()
    """The pointer or keyboard went to the other view."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.is_linked = not session.settings.views_apart
        self.views: dict[Role, PictureView] = {}
        self.sources: dict[Role, PictureSource] = {}
        self.rulers: dict[Role, Rulers] = {}
        for role in SIDES:
            self._add(role, parent)
        self._show_aids()
        self.stickers = StickerSource(session.originals, session.tasks, self)
        self.stickers.arrived.connect(self._show_sticker)
        self.active = self.views[Role.LISTING]
        """The view that was used last."""
        self.same_spot: Callable[[Role, Framing], Framing] | None = None
        """What the other side shows of the same thing, where the two pictures are aligned."""

    def scene(self, role: Role) -> PictureScene:
        """One side's scene."""
        return self.views[role].picture_scene

    @property
    def scenes(self) -> tuple[PictureScene, ...]:
        """Both, the listing's first."""
        return tuple(view.picture_scene for view in self.views.values())

    def other(self, view: PictureView) -> PictureView:
        """The view on the other side."""
        role = view.picture_scene.role
        return self.views[Role.PHOTO if role is Role.LISTING else Role.LISTING]

    def opposite(self, scene: PictureScene) -> PictureScene:
        """The scene on the other side."""
        return self.scene(Role.PHOTO if scene.role is Role.LISTING else Role.LISTING)

    def show(self, review: Review | None, comparison: Comparison | None) -> None:
        """Show the two pictures of ``comparison`` with what lies on them."""
        for role, view in self.views.items():
            scene = view.picture_scene
            if scene.show_review(review, comparison):
                self.sources[role].show(scene.evidence)
                view.fit()
            self.rulers[role].set_scale(_scale_of(review, scene.evidence))
        self.stickers.want(review)

    def fit(self) -> None:
        """Show the whole pictures; only the active one when they aren't linked."""
        views = (*self.views.values(), self.active) if self.is_linked else (self.active,)
        for view in views:
            view.fit()

    @property
    def has_rulers(self) -> bool:
        """Whether both views have rulers."""
        return self._session.settings.rulers

    def set_rulers(self, shown: bool) -> None:
        """Show rulers along both views, or none; kept."""
        if shown != self.has_rulers:
            self._keep(replace(self._session.settings, rulers=shown))
            self.rulers_changed.emit(shown)

    def set_ruler_unit(self, in_pixels: bool) -> None:
        """Pixels, or millimetres where they are known; kept."""
        self._keep(replace(self._session.settings, ruler_in_pixels=in_pixels))

    def toggle_pixel_grid(self) -> bool:
        """Part the pixels by lines above 800 %, or don't; kept. Whether they are parted now."""
        settings = self._session.settings
        self._keep(replace(settings, no_pixel_grid=not settings.no_pixel_grid))
        return settings.no_pixel_grid

    def toggle_snapping(self) -> bool:
        """Let gestures snap to what lies near, or don't; kept. Whether they snap now."""
        settings = self._session.settings
        self._keep(replace(settings, no_snapping=not settings.no_snapping))
        return settings.no_snapping

    def _keep(self, settings: Settings) -> None:
        self._session.change_settings(settings)
        self._show_aids()

    def _show_aids(self) -> None:
        settings = self._session.settings
        for role, rulers in self.rulers.items():
            rulers.set_shown(settings.rulers)
            rulers.set_in_pixels(settings.ruler_in_pixels)
            scene = self.scene(role)
            scene.show_grid(not settings.no_pixel_grid)
            scene.snaps = not settings.no_snapping

    def set_linked(self, linked: bool) -> None:
        """Whether zooming and panning one view moves the other one along."""
        if linked != self.is_linked:
            self.is_linked = linked
            self._keep(replace(self._session.settings, views_apart=not linked))
            self.linked_changed.emit(linked)

    def show_places(self, discrepancy: Discrepancy) -> None:
        """Bring the places of a discrepancy into the middle of both views."""
        for role, view in self.views.items():
            place = discrepancy.place(role)
            if place is not None and view.picture_scene.evidence is not None:
                view.show_place(place)

    def _add(self, role: Role, parent: QWidget) -> None:
        scene = PictureScene(role)
        view = PictureView(scene, parent)
        for widget in (view, view.viewport()):
            widget.setAccessibleName(name_of(role))
        source = PictureSource(self._session.originals, self._session.tasks, self)
        source.arrived.connect(scene.show_pixels)
        view.reframed.connect(lambda: self._want(role))
        scene.previewed.connect(lambda: self._want(role))
        view.framing_changed.connect(lambda before, _after: self._follow(view, before))
        view.entered.connect(lambda: self.activate(view))
        self.views[role], self.sources[role] = view, source
        self.rulers[role] = Rulers(view)
        self.rulers[role].unit_chosen.connect(self.set_ruler_unit)

    def _show_sticker(self, evidence_id: str, pixels: RGBA) -> None:
        for scene in self.scenes:
            scene.show_sticker(evidence_id, pixels)

    def _want(self, role: Role) -> None:
        """Ask for as many pixels as are shown, also by the magnifiers."""
        view = self.views[role]
        scale = view.framing.scale * view.devicePixelRatioF()
        self.sources[role].want(scale * view.picture_scene.closest_look)

    def activate(self, view: PictureView) -> None:
        """This view is the one in use now: keys and the zoom bar act on it."""
        if view is not self.active:
            self.active = view
            self.active_changed.emit()

    def _follow(self, view: PictureView, before: Framing) -> None:
        other = self.other(view)
        if not self.is_linked or other.picture_scene.evidence is None:
            return
        if self.same_spot is not None:
            other.show_framing(self.same_spot(view.picture_scene.role, view.framing))
            return
        other.show_framing(
            followed(
                other.framing,
                before,
                view.framing,
                view.picture_size,
                other.picture_size,
                view.view_size,
                other.view_size,
            )
        )


def _scale_of(review: Review | None, evidence: Evidence | None) -> float | None:
    """How many millimetres a pixel of a picture is, where something of known size lies in it."""
    sized = find(review.scales, evidence.id) if review and evidence else None
    if sized is None or evidence is None:
        return None
    if not isinstance(evidence, ShownEvidence) or evidence.adjustment is None:
        return mm_per_pixel(sized, evidence.width_px, evidence.height_px)
    own = evidence.adjustment
    known = mm_per_pixel(sized, own.width_px, own.height_px)
    middle = Rect.spanning(sized.points).center
    return None if known is None else known / evidence.enlargement(middle)


@lru_cache(maxsize=16)
def mm_per_pixel(scale: Scale, width_px: int, height_px: int) -> float | None:
    """How large a picture pixel is around the thing of known size; ``None`` where it can't be told.

    Where the plane leans it is only right there: rulers show the order of size, measuring is exact.
    """
    try:
        plane = plane_of(scale, (width_px, height_px))
    except KnownError:
        return None
    middle = np.mean([(p.x, p.y) for p in scale.points], axis=0)
    here, right, down = plane.to_mm(middle + np.array([[0, 0], [1, 0], [0, 1]], float))
    return float((math.dist(here, right) + math.dist(here, down)) / 2)
