"""Compare colours: one spot on both pictures, in figures and in words, honestly."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits, findings
from claimcheck.model.alignment import mapped_rect
from claimcheck.model.colours import ColourComparison, ColourCorrection, Reference
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Evidence, Review, find
from claimcheck.ui.canvas.picture_side import side_name
from claimcheck.ui.language import chosen_language
from claimcheck.ui.panels.parts import DownScroll, row
from claimcheck.ui.points.chart_corners import ChartCorners, from_middles
from claimcheck.ui.points.colour_row import ColourRow
from claimcheck.ui.points.colour_words import reference_hint, reference_told, spot_hint
from claimcheck.ui.points.pane import PointsPane, Spot, Stroke, rect_corners
from claimcheck.ui.points.points_dialog import PointsDialog
from claimcheck.ui.points.swatches import swatch_mark
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, dividing_line, label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.side_tab import SideTab
from claimcheck.workflow.colour_reference import read_reference
from claimcheck.workflow.compare_colours import compare_colours, read_anew
from claimcheck.workflow.pictures import read_picture
from claimcheck.workflow.progress import Progress

_ = QT_TRANSLATE_NOOP
COMPARE_COLOURS = _("history", "Compare colours")
REMOVE = _("history", "Remove a colour comparison")
DRAW = _("history", "Draw swatches")
SET_REFERENCE = _("history", "Set the colours right")
_SPOT = "spot"


class ColourDialog(PointsDialog):
    """Two pictures, the colours compared, and what sets the photo's colours right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "", parent)
        self.set_title(self.tr("Compare colours"))
        self._language = chosen_language(session.settings.language)
        self.panes = {role: PointsPane(session, role) for role in SIDES}
        self.patches: dict[Role, Rect] = {}
        """What was picked of the next comparison."""
        self.chart = ChartCorners()
        self._first_corner = 0
        """Among the photo's spots."""
        self._build()
        for role, pane in self.panes.items():
            pane.takes_areas = True
            pane.clicked.connect(lambda p, role=role: self._on_picked(role, Rect(p.x, p.y, 0, 0)))
            pane.banded.connect(lambda area, role=role: self._on_picked(role, area))
            pane.show_picture(self._document.review, self._comparison)
        self.panes[Role.PHOTO].moved.connect(self._on_moved)
        self._connect()
        self._show()

    def evidence(self, role: Role) -> Evidence | None:
        """One side's picture, as it is recorded."""
        listing = role is Role.LISTING
        id_ = self._comparison.listing_image_id if listing else self._comparison.photo_id
        return self._kept(id_)

    @property
    def correction(self) -> ColourCorrection | None:
        """What sets the photo's colours right."""
        return find(self._document.review.colour_corrections, self._comparison.photo_id)

    @property
    def comparisons(self) -> tuple[ColourComparison, ...]:
        """Those of this pair of pictures."""
        found = self._document.review.colour_comparisons
        return tuple(c for c in found if c.comparison_id == self._comparison.id)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(12)
        for role in SIDES:
            side = QVBoxLayout()
            side.setSpacing(8)
            side.addWidget(SideTab(role, side_name(role)), 0, Qt.AlignmentFlag.AlignLeft)
            side.addWidget(self.panes[role], 1)
            across.addLayout(side, 3)
        self.what = SegmentedControl(
            (
                (_SPOT, self.tr("Colours")),
                (Reference.WHITE.value, self.tr("Paper")),
                (Reference.NEUTRAL.value, self.tr("Grey")),
                (Reference.CHART.value, self.tr("Chart")),
            ),
            self.tr("What a click picks"),
        )
        self.what.set_key(_SPOT)
        self.reference = label("", "secondary", wrap=True)
        self.seek = button(self.tr("Find the chart"), "search")
        self.forget = button(self.tr("Read as it is"), "x", "tertiary")
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(12)
        column = QWidget()
        column.setFixedWidth(320)
        side = QVBoxLayout(column)
        side.setContentsMargins(12, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(label(self.tr("A click picks"), "title"))
        side.addWidget(self.what)
        side.addWidget(self.reference)
        side.addLayout(row(self.seek, self.forget, None))
        side.addWidget(dividing_line())
        side.addWidget(label(self.tr("Compared"), "title"))
        side.addWidget(DownScroll(self.list), 1)
        across.addWidget(column)
        self.body.addLayout(across, 1)
        self.body.addWidget(self.words)
        self.add_button(self.ready)

    def _connect(self) -> None:
        self.what.chosen.connect(self._on_what)
        self.seek.clicked.connect(lambda: self._set_reference(Reference.CHART, None))
        self.forget.clicked.connect(self._forget_reference)
        self.stale.connect(self._show)
        self._follow_document()

    # --- what the hand does -----------------------------------------------------------------------

    def _on_what(self, _key: str) -> None:
        self.patches = {}
        self._show()

    def _on_picked(self, role: Role, patch: Rect) -> None:
        if self._task is not None:
            return
        if self.what.key != _SPOT:
            if role is Role.PHOTO:
                self._pick_reference(Reference(self.what.key), patch)
            return
        self.patches[role] = patch
        other = Role.PHOTO if role is Role.LISTING else Role.LISTING
        if other not in self.patches:
            guess = self._same_spot(role, patch)
            if guess is not None:
                self.patches[other] = guess
        if len(self.patches) == 2:
            self._compare(self.patches[Role.LISTING], self.patches[Role.PHOTO])
            self.patches = {}
        self._show()

    def _pick_reference(self, reference: Reference, patch: Rect) -> None:
        if reference is not Reference.CHART:
            self._set_reference(reference, patch)
        elif patch.width and patch.height:
            self.chart = ChartCorners(rect_corners(patch))
            self._read_corners()

    def _on_moved(self, index: int, corner: Point) -> None:
        """A corner of the chart goes elsewhere: it is read anew, again and again until it rests."""
        if self.what.key != Reference.CHART.value:
            return
        moved = self.chart.with_moved(self.correction, index - self._first_corner, corner)
        if moved is not None:
            self.chart = moved
            self._show()
            if self._task is None:
                self._read_corners()

    def _read_corners(self) -> None:
        self.chart = self.chart.now_tried()
        self._set_reference(Reference.CHART, self.chart.marked)

    def _on_finished(self) -> None:
        super()._on_finished()
        if self.chart.moved_on:
            self._read_corners()

    def _same_spot(self, role: Role, patch: Rect) -> Rect | None:
        """Where the alignment says the other picture has it."""
        alignment = find(self._document.review.alignments, self._comparison.id)
        if alignment is None:
            return None
        way = alignment.to_photo if role is Role.LISTING else alignment.homography
        found = mapped_rect(way, patch)
        other = Role.PHOTO if role is Role.LISTING else Role.LISTING
        size = self.panes[other].scene.size
        return found if Rect(0, 0, *size).encloses(found) else None

    # --- off the GUI thread -----------------------------------------------------------------------

    def _compare(self, listing_patch: Rect, photo_patch: Rect) -> None:
        originals, correction = self._session.originals, self.correction
        listing, photo = self.evidence(Role.LISTING), self.evidence(Role.PHOTO)
        comparison_id = self._comparison.id
        if listing is None or photo is None:
            return

        def work(_progress: Progress) -> ColourComparison:
            return compare_colours(
                read_picture(originals, listing),
                read_picture(originals, photo),
                (listing_patch, photo_patch),
                correction,
                comparison_id=comparison_id,
                names=(listing.name, photo.name),
            )

        def done(found: ColourComparison) -> None:
            self._apply(lambda r: findings.put_colour_comparison(r, found), COMPARE_COLOURS)

        self._run(work, done, self.tr("Reading …"))

    def _set_reference(self, reference: Reference, place: Rect | tuple[Point, ...] | None) -> None:
        """Read the reference, and everything compared so far anew by it.

        ``place`` is a patch, a chart's four corners, or ``None`` for a chart that is to be found.
        """
        originals, photo = self._session.originals, self.evidence(Role.PHOTO)
        listing, known = self.evidence(Role.LISTING), self.comparisons
        if photo is None or listing is None:
            return

        where = from_middles(place) if isinstance(place, tuple) else place

        def work(_progress: Progress) -> tuple[ColourCorrection, list[ColourComparison]]:
            rgb = read_picture(originals, photo)
            correction = read_reference(rgb, reference, where, photo.name)
            return correction, read_anew(originals, listing, photo, known, correction)

        def done(found: tuple[ColourCorrection, list[ColourComparison]]) -> None:
            correction, anew = found

            moving = reference is Reference.CHART and isinstance(place, tuple)
            edit = _with_reference(photo.id, correction, anew)
            self._apply(edit, SET_REFERENCE, "chart corners" if moving else "")
            if reference is not Reference.CHART:  # whose corners may still be moved
                self.what.set_key(_SPOT)
            elif not moving or place == self.chart.marked:
                self.chart = ChartCorners()
            self._show()

        self._run(work, done, self.tr("Reading …"))

    def _forget_reference(self) -> None:
        originals, photo = self._session.originals, self.evidence(Role.PHOTO)
        listing, known = self.evidence(Role.LISTING), self.comparisons
        if photo is None or listing is None:
            return

        def work(_progress: Progress) -> list[ColourComparison]:
            return read_anew(originals, listing, photo, known, None)

        def done(anew: list[ColourComparison]) -> None:
            self._apply(_with_reference(photo.id, None, anew), SET_REFERENCE)

        self._run(work, done, self.tr("Reading …"))

    # --- showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        if not self._document.is_open or self.evidence(Role.PHOTO) is None:
            self.reject()
            return
        self._show_pictures()
        self._show_rows()
        correction = self.correction
        self.seek.setVisible(self.what.key == Reference.CHART.value)
        self.forget.setVisible(correction is not None)
        self.reference.setText(reference_told(correction))
        self.words.setText(self._hint())

    def _show_pictures(self) -> None:
        corners = self.chart.shown(self.correction)
        for role, pane in self.panes.items():
            spots, strokes = [], []
            for number, one in enumerate(self.comparisons, 1):
                patch = one.listing_patch if role is Role.LISTING else one.photo_patch
                spots.append(Spot(patch.center, str(number)))
                if patch.width and patch.height:
                    strokes.append(Stroke(rect_corners(patch), "", closed=True))
            if role in self.patches:
                spots.append(Spot(self.patches[role].center, "", chosen=True))
            if role is Role.PHOTO and self.what.key == Reference.CHART.value and corners:
                self._first_corner = len(spots)
                spots += [Spot(point) for point in corners]
                strokes.append(Stroke(corners, "", closed=True))
            elif role is Role.PHOTO and self.correction is not None:
                points = self.correction.points
                shape = points if len(points) > 2 else rect_corners(Rect.spanning(points))
                strokes.append(Stroke(shape, "", closed=True, strong=False))
            pane.show_spots(tuple(spots), tuple(strokes))

    def _show_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, one in enumerate(self.comparisons, 1):
            made = ColourRow(number, one, self._language)
            made.draw.setEnabled(not self._session.read_only)
            made.draw.clicked.connect(lambda _=False, one=one: self._draw(one))
            made.gone.clicked.connect(lambda _=False, id_=one.id: self._remove(id_))
            self._rows.addWidget(made)
        self._rows.addStretch(1)

    def _draw(self, one: ColourComparison) -> None:
        listing, photo = self.evidence(Role.LISTING), self.evidence(Role.PHOTO)
        if listing is not None and photo is not None:
            marks = (
                swatch_mark(listing, one.listing_patch, one.listing),
                swatch_mark(photo, one.photo_patch, one.photo),
            )
            self._apply(lambda r: edits.put_marks(r, marks), DRAW)

    def _remove(self, comparison_id: str) -> None:
        self._apply(lambda r: findings.remove_colour_comparisons(r, {comparison_id}), REMOVE)

    def _hint(self) -> str:
        if self.what.key == _SPOT:
            return spot_hint(next(iter(self.patches), None))
        has_corners = bool(self.chart.shown(self.correction))
        return reference_hint(Reference(self.what.key), has_corners)


def _with_reference(
    photo_id: str, correction: ColourCorrection | None, anew: Iterable[ColourComparison]
) -> Callable[[Review], Review]:
    """The edit that sets a reference, with the colours that were read anew by it."""

    def edit(review: Review) -> Review:
        review = findings.set_colour_correction(review, photo_id, correction)
        for one in anew:
            review = findings.put_colour_comparison(review, one)
        return review

    return edit
