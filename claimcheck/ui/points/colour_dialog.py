"""Compare colours: one spot on both pictures, in figures and in words, honestly."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP, KnownError
from claimcheck.imaging.chart import fit_chart
from claimcheck.imaging.chart_finder import find_chart
from claimcheck.imaging.colour_names import colour_name
from claimcheck.imaging.homography import Points
from claimcheck.imaging.white_balance import balance_from_patch
from claimcheck.model import edits, findings
from claimcheck.model.alignment import mapped_rect
from claimcheck.model.colours import (
    DIFFERENCE_WORDS,
    REFERENCE_WORDS,
    UNCALIBRATED,
    ColourComparison,
    ColourCorrection,
    Reference,
)
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import Evidence, Review, find
from claimcheck.ui.canvas.picture_side import side_name
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.language import chosen_language, tell
from claimcheck.ui.panels.parts import DownScroll, row
from claimcheck.ui.points.figures import number_told
from claimcheck.ui.points.pane import PointsPane, Spot, Stroke, rect_corners
from claimcheck.ui.points.swatches import Swatches, lab_told, swatch_mark
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.ui.widgets.buttons import ElidedLabel, button, dividing_line, icon_button, label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.side_tab import SideTab
from claimcheck.workflow.compare_colours import compare_colours, read_anew
from claimcheck.workflow.pictures import read_picture
from claimcheck.workflow.progress import Progress

_ = QT_TRANSLATE_NOOP
COMPARE_COLOURS = _("history", "Compare colours")
REMOVE = _("history", "Remove a colour comparison")
DRAW = _("history", "Draw swatches")
SET_REFERENCE = _("history", "Set the colours right")
_SPOT = "spot"


class ColourDialog(FramedDialog):
    """Of the comparison in view. Each comparison is an undo step of its own, kept at once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Compare colours"))
        self._session, self._document = session, session.document
        comparison = self._document.comparison
        assert comparison is not None
        self._comparison = comparison
        self._language = chosen_language(session.settings.language)
        self.panes = {role: PointsPane(session, role) for role in SIDES}
        self.patches: dict[Role, Rect] = {}
        """What was picked of the next comparison."""
        self._task: Task[object] | None = None
        self._build()
        for role, pane in self.panes.items():
            pane.takes_areas = True
            pane.clicked.connect(lambda p, role=role: self._on_picked(role, Rect(p.x, p.y, 0, 0)))
            pane.banded.connect(lambda area, role=role: self._on_picked(role, area))
            pane.show_picture(self._document.review, comparison)
        self._connect()
        self._show()

    def evidence(self, role: Role) -> Evidence | None:
        """One side's picture, as it is recorded."""
        listing = role is Role.LISTING
        id_ = self._comparison.listing_image_id if listing else self._comparison.photo_id
        return find(self._document.review.evidence, id_)

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
        self.words = label("", "secondary", wrap=True)
        self.words.setMinimumHeight(20)
        self.body.addWidget(self.words)
        self.ready = button(self.tr("Done"), kind="primary")
        self.add_button(self.ready)
        self.resize(1120, 700)

    def _connect(self) -> None:
        self.what.chosen.connect(self._on_what)
        self.seek.clicked.connect(lambda: self._set_reference(Reference.CHART, None))
        self.forget.clicked.connect(self._forget_reference)
        self.ready.clicked.connect(self.accept)
        self._document.changed.connect(self._show)
        stack = self._document.stack
        for keys, act in (("Ctrl+Z", stack.undo), ("Ctrl+Shift+Z", stack.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # --- what the hand does -----------------------------------------------------------------------

    def _on_what(self, _key: str) -> None:
        self.patches = {}
        self._show()

    def _on_picked(self, role: Role, patch: Rect) -> None:
        if self._task is not None:
            return
        if self.what.key != _SPOT:
            if role is Role.PHOTO:
                self._set_reference(Reference(self.what.key), patch)
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

        self._run(work, done)

    def _set_reference(self, reference: Reference, patch: Rect | None) -> None:
        """Read the reference, and everything compared so far anew by it."""
        originals, photo = self._session.originals, self.evidence(Role.PHOTO)
        listing, known = self.evidence(Role.LISTING), self.comparisons
        if photo is None or listing is None:
            return

        def work(_progress: Progress) -> tuple[ColourCorrection, list[ColourComparison]]:
            rgb = read_picture(originals, photo)
            if reference is Reference.CHART:
                corners = find_chart(rgb, photo.name) if patch is None else _corners(patch)
                correction = fit_chart(rgb, corners, name=photo.name).correction
            else:
                assert patch is not None
                correction = balance_from_patch(rgb, patch, reference, name=photo.name)
            return correction, read_anew(originals, listing, photo, known, correction)

        def done(found: tuple[ColourCorrection, list[ColourComparison]]) -> None:
            correction, anew = found

            def edit(review: Review) -> Review:
                review = findings.set_colour_correction(review, photo.id, correction)
                for one in anew:
                    review = findings.put_colour_comparison(review, one)
                return review

            self._apply(edit, SET_REFERENCE)
            self.what.set_key(_SPOT)
            self._show()

        self._run(work, done)

    def _forget_reference(self) -> None:
        originals, photo = self._session.originals, self.evidence(Role.PHOTO)
        listing, known = self.evidence(Role.LISTING), self.comparisons
        if photo is None or listing is None:
            return

        def work(_progress: Progress) -> list[ColourComparison]:
            return read_anew(originals, listing, photo, known, None)

        def done(anew: list[ColourComparison]) -> None:
            def edit(review: Review) -> Review:
                review = findings.set_colour_correction(review, photo.id, None)
                for one in anew:
                    review = findings.put_colour_comparison(review, one)
                return review

            self._apply(edit, SET_REFERENCE)

        self._run(work, done)

    def _run(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        self.words.setText(self.tr("Reading …"))
        self._task = self._session.tasks.run(work, done, self._on_failed, None, self._on_finished)

    def _on_failed(self, error: Exception) -> None:
        self._failure = tell(error)
        if not isinstance(error, KnownError):
            self._session.tasks.broke.emit(error)

    def _on_finished(self) -> None:
        self._task = None
        failure, self._failure = self._failure, ""
        self._show()
        if failure:
            self.words.setText(failure)

    _failure = ""

    def _apply(self, edit: Callable[[Review], Review], name: str) -> None:
        self._document.apply(edit, name)

    # --- showing ----------------------------------------------------------------------------------

    def _show(self, _change: object = None) -> None:
        if not self._document.is_open or self.evidence(Role.PHOTO) is None:
            self.reject()
            return
        self._show_pictures()
        self._show_rows()
        correction = self.correction
        self.seek.setVisible(self.what.key == Reference.CHART.value)
        self.forget.setVisible(correction is not None)
        self.reference.setText(self._reference_told(correction))
        self.words.setText(self._hint())

    def _show_pictures(self) -> None:
        for role, pane in self.panes.items():
            spots, strokes = [], []
            for number, one in enumerate(self.comparisons, 1):
                patch = one.listing_patch if role is Role.LISTING else one.photo_patch
                spots.append(Spot(patch.center, str(number)))
                if patch.width and patch.height:
                    strokes.append(Stroke(rect_corners(patch), "", closed=True))
            if role in self.patches:
                spots.append(Spot(self.patches[role].center, "", chosen=True))
            if role is Role.PHOTO and self.correction is not None:
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
            self._rows.addWidget(self._made_row(number, one))
        self._rows.addStretch(1)

    def _made_row(self, number: int, one: ColourComparison) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        gone = icon_button("x", self.tr("Remove this comparison"), size=16)
        gone.clicked.connect(lambda: self._remove(one.id))
        names = " → ".join(
            colour_name(side.lab, self._language) for side in (one.listing, one.photo)
        )
        head = ElidedLabel(f"{number}  {names}", "strong")
        draw = icon_button("swatch-book", self.tr("Draw swatches on both pictures"), size=16)
        draw.clicked.connect(lambda: self._draw(one))
        draw.setEnabled(not self._session.read_only)
        column.addLayout(row(head, draw, gone))
        head.setSizePolicy(head.sizePolicy().Policy.Expanding, head.sizePolicy().verticalPolicy())
        column.addWidget(Swatches(one.listing, one.photo))
        words = QCoreApplication.translate("colours", DIFFERENCE_WORDS[one.size])
        told = f"{words} · ΔE2000 {number_told(one.delta_e_2000)}"
        if not one.calibrated:
            told += f" · {QCoreApplication.translate('colours', UNCALIBRATED)}"
        column.addWidget(label(told, "", wrap=True))
        column.addWidget(
            label(f"{lab_told(one.listing)}   →   {lab_told(one.photo)}", "meta", wrap=True)
        )
        return made

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

    def _reference_told(self, correction: ColourCorrection | None) -> str:
        if correction is None:
            return self.tr(
                "Nothing neutral is known in the photo: figures are marked “uncalibrated”."
            )
        if correction.clipped:
            return self.tr("The reference is over-exposed, so nothing is corrected by it.")
        told = QCoreApplication.translate("colours", REFERENCE_WORDS[correction.reference])
        told = told[0].upper() + told[1:]
        if correction.reference is Reference.CHART:
            rest = number_told(correction.residual), number_told(correction.largest_residual)
            more = self.tr("Left over: ΔE %1 on average, %2 at most.")
            return f"{told}. {more.replace('%1', rest[0]).replace('%2', rest[1])}"
        return f"{told}."

    def _hint(self) -> str:
        if self.what.key == _SPOT:
            if Role.LISTING in self.patches:
                return self.tr("Now the same spot on the photo.")
            if Role.PHOTO in self.patches:
                return self.tr("Now the same spot on the listing image.")
            return self.tr("Click a spot, or drag over an area, on both pictures.")
        if self.what.key == Reference.CHART.value:
            return self.tr("Let the chart be found, or drag over it in the photo.")
        if self.what.key == Reference.WHITE.value:
            return self.tr("Click or drag over white paper in the photo.")
        return self.tr("Click or drag over something grey in the photo.")


def _corners(patch: Rect) -> Points:
    return np.array([[p.x - 0.5, p.y - 0.5] for p in rect_corners(patch)])
