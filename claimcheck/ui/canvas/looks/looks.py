"""Which way the two pictures are looked at, and what lies on them because of that."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from claimcheck.imaging.subject import find_subject
from claimcheck.model.alignment import AlignedBy, Proposal, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.framing import Framing, held, held_scale
from claimcheck.ui.canvas.looks.aligning import Aligning
from claimcheck.ui.canvas.looks.blend_view import BlendView
from claimcheck.ui.canvas.looks.layers import Layers
from claimcheck.ui.canvas.looks.look import SPECS, Look
from claimcheck.ui.canvas.looks.outline import FoundItem
from claimcheck.ui.canvas.pyramid import Pyramid


class Looks(QObject):
    """The look of the Compare step."""

    changed = Signal()
    """Another look, or another alignment below it."""
    hint_changed = Signal(str)

    def __init__(self, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self.look = Look.STACKED if canvas.session.settings.stacked else Look.BESIDE
        self.aligning = Aligning(canvas, self)
        sides = canvas.sides
        self.layers = Layers(sides.scene(Role.LISTING), sides.scene(Role.PHOTO))
        self.view = BlendView(self.layers, canvas.session.tasks, parent)
        self.pointed: str | None = None
        """The proposal that is looked at."""
        self._subject: tuple[Evidence, Rect] | None = None
        self._found = {role: FoundItem() for role in (Role.LISTING, Role.PHOTO)}
        for role, item in self._found.items():
            sides.scene(role).addItem(item)
            sides.sources[role].arrived.connect(self._on_pixels)
        self.view.reframed.connect(self._want_pixels)
        self.aligning.changed.connect(self.refresh)
        canvas.session.document.changed.connect(self.refresh)
        self.refresh()

    def choose(self, look: Look) -> None:
        """Look so from now on; the wipe chosen again turns its line."""
        if look is self.look:
            if look is Look.WIPE:
                self.view.turn_line()
            return
        before, self.look = self.look, look
        if not look.lays_over:
            session = self.canvas.session
            session.change_settings(replace(session.settings, stacked=look is Look.STACKED))
        listing = self.canvas.sides.views[Role.LISTING]
        sides = self.canvas.sides
        sides.activate(self.view if look.lays_over else listing)
        if look.lays_over:
            self.canvas.give_up()
            if not before.lays_over and not listing.is_fitted:
                self.view.refresh()
                self.view.show_framing(listing.framing)
            self.view.show_look(look)
            self.aligning.want_way()
        elif before.lays_over and not self.view.is_fitted:
            self._hand_back()
        self.refresh()
        self.hint_changed.emit(self.hint)

    @property
    def hint(self) -> str:
        """The next useful thing to do in this look; empty where the tool in hand has one."""
        return QCoreApplication.translate("looks", SPECS[self.look].hint)

    def refresh(self) -> None:
        """Lay the photo as it is known now, and show what was found."""
        way = self.aligning.way
        if way is not None:
            self.layers.lay(way.homography, way.to_photo)
        aligned = self.aligning.alignment is not None
        self.canvas.sides.same_spot = self._followed if aligned else None
        if self.look.lays_over:
            if way is None:
                self.aligning.want_way()
            self.view.refresh()
        self._show_found()
        self.changed.emit()

    def show_alike(self, part: Rect) -> None:
        """Bring a part of the listing image into view, and the same of the photo, as large."""
        sides = self.canvas.sides
        sides.views[Role.LISTING].show_place(part)
        sides.views[Role.PHOTO].show_framing(
            self.followed_on_photo(sides.views[Role.LISTING].framing)
        )
        if self.look.lays_over:
            self.view.show_place(part)

    def point_at(self, proposal_id: str | None) -> None:
        """Mark one of the proposals."""
        self.pointed = proposal_id
        self._show_found()

    def visit(self, proposal: Proposal) -> None:
        """Bring the place of a proposal into view."""
        sides = self.canvas.sides
        if self.look.lays_over:
            self.view.show_place(proposal.listing_place)
            return
        sides.views[Role.LISTING].show_place(proposal.listing_place)
        if proposal.photo_place is not None:
            sides.views[Role.PHOTO].show_place(proposal.photo_place)

    def proposals(self) -> tuple[Proposal, ...]:
        """Those of the comparison in view, strongest first."""
        review, comparison = self.canvas.review, self.canvas.session.document.comparison
        if review is None or comparison is None:
            return ()
        return tuple(p for p in review.proposals if p.comparison_id == comparison.id)

    def _show_found(self) -> None:
        found = self.aligning.alignment
        outline: tuple[Point, ...] = ()
        doubts: tuple[Rect, ...] = ()
        if found is not None and found.aligned_by is not AlignedBy.FRAMED:
            outline, doubts = found.outline_of(self._product()), found.doubts
        lettered = [(p, letter_of(i), p.id == self.pointed) for i, p in enumerate(self.proposals())]
        self._found[Role.LISTING].show_found(
            (), tuple((p.listing_place, letter, at) for p, letter, at in lettered), doubts
        )
        self._found[Role.PHOTO].show_found(
            outline, tuple((p.photo_place, t, at) for p, t, at in lettered if p.photo_place)
        )

    def _product(self) -> Rect:
        """Where the product is on the listing image: all of it without a plain ground around it."""
        evidence, pyramid = self.layers.listing.evidence, self._listing_pixels()
        whole = Rect(0, 0, *self.layers.listing.size)
        if evidence is None or pyramid is None:
            return whole
        if self._subject is None or self._subject[0] != evidence:
            small = pyramid.smallest  # at most 256 pixels: some milliseconds
            found, scale = find_subject(small), evidence.width_px / small.shape[1]
            frame = found.frame
            parts = (frame.x, frame.y, frame.width, frame.height)
            place = Rect(*(scale * part for part in parts))
            self._subject = evidence, place if found.background is not None else whole
        return self._subject[1]

    def _listing_pixels(self) -> Pyramid | None:
        return self.canvas.sides.sources[Role.LISTING].pyramid

    def _hand_back(self) -> None:
        """The two views go where the one was."""
        framing, sides = self.view.framing, self.canvas.sides
        listing, photo = sides.views[Role.LISTING], sides.views[Role.PHOTO]
        ratio = min(listing.view_size[0] / self.view.view_size[0], 1.0)
        framing = Framing(framing.scale * ratio, framing.center)
        listing.show_framing(framing)
        if sides.is_linked and self.aligning.way is not None:
            photo.show_framing(self.followed_on_photo(framing))

    def _followed(self, role: Role, framing: Framing) -> Framing:
        """What the other side shows when it follows spot by spot."""
        if role is Role.LISTING:
            return self.followed_on_photo(framing)
        listing = self.canvas.sides.views[Role.LISTING]
        center = mapped(self.layers.homography, framing.center)
        scale = framing.scale / self.layers.photo_scale(center)
        scale = held_scale(scale, listing.picture_size, listing.view_size)
        return Framing(scale, held(center, listing.picture_size))

    def followed_on_photo(self, framing: Framing) -> Framing:
        """What the photo's view shows when it follows the listing image's, spot by spot."""
        photo = self.canvas.sides.views[Role.PHOTO]
        scale = framing.scale * self.layers.photo_scale(framing.center)
        scale = held_scale(scale, photo.picture_size, photo.view_size)
        spot = self.layers.photo_point(framing.center)
        return Framing(scale, held(spot, photo.picture_size))

    def _on_pixels(self) -> None:
        self._want_pixels()
        self._show_found()
        if self.look.lays_over:
            self.view.refresh()

    def _want_pixels(self) -> None:
        """Both sources bring what the one view shows."""
        if not self.look.lays_over:
            return
        ratio = self.view.devicePixelRatioF()
        scale = self.view.framing.scale * ratio * (3.5 if self.look is Look.LOUPE else 1.0)
        sources = self.canvas.sides.sources
        sources[Role.LISTING].want(scale)
        sources[Role.PHOTO].want(scale * self.layers.photo_scale(self.view.framing.center))


def letter_of(index: int) -> str:
    """A, B, C … of proposals."""
    return chr(ord("A") + index % 26)
