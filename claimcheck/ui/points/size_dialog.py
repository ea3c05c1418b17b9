"""Measure in a photo: by something of known size, with what each figure is worth."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP, KnownError
from claimcheck.imaging.measuring.measure import Plane, plane_of
from claimcheck.imaging.measuring.rim import on_rim
from claimcheck.model import edits, findings
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, find, new_id
from claimcheck.model.sizes import (
    COINS,
    CORNER_PX,
    Known,
    Measured,
    Measurement,
    Quantity,
    Scale,
)
from claimcheck.ui.points.figures import (
    figure_of,
    figure_told,
    length_marks,
)
from claimcheck.ui.points.pane import PointsPane, point_moved
from claimcheck.ui.points.points_dialog import PointsDialog
from claimcheck.ui.points.size_claim import SizeClaim
from claimcheck.ui.points.size_points import (
    BEGUN,
    SCALING,
    Handle,
    count_with,
    drawn,
    scale_with,
    without_point,
)
from claimcheck.ui.points.size_side import SizeSide
from claimcheck.ui.points.size_words import kind_told, plane_told, size_hint
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.workflow.pictures import read_picture

_ = QT_TRANSLATE_NOOP
SET_SCALE = _("history", "Set the scale")
MEASURE = _("history", "Measure")
REMOVE = _("history", "Remove a measurement")
DRAW = _("history", "Draw %n length(s)")
_NEEDED = {Measured.LENGTH: 2, Measured.ANGLE: 3}


class SizeDialog(PointsDialog):
    """The photo, what of known size lies in it, and what was measured by that."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "", parent)
        self.set_title(self.tr("Measure sizes"))
        self._photo_id = self._comparison.photo_id or ""
        self.pane = PointsPane(session, Role.PHOTO)
        self.begun: tuple[Point, ...] = ()
        """Points of what is being set."""
        self._chosen: Handle | None = None
        self._handles: tuple[Handle, ...] = ()
        self._build()
        self.pane.show_picture(self._document.review, self._comparison)
        self._connect()
        scale = self.scale
        self.what.set_key(SCALING if scale is None else Measured.LENGTH.value)
        if scale is not None:
            self.known.setCurrentIndex(self.known.index_of(scale.known.value))
            self.long.set_value(scale.width_mm or None)
            self.wide.set_value(scale.height_mm or None)
        self._show()

    @property
    def evidence(self) -> Evidence | None:
        """The photo, as it is recorded."""
        return self._kept(self._photo_id)

    @property
    def scale(self) -> Scale | None:
        """What is known of it."""
        return find(self._document.review.scales, self._photo_id)

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """What was measured in it."""
        found = self._document.review.measurements
        return tuple(m for m in found if m.evidence_id == self._photo_id)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.what = SegmentedControl(
            (
                (SCALING, self.tr("Scale")),
                *((kind.value, kind_told(kind)) for kind in Measured),
            ),
            self.tr("What a click sets"),
        )
        self.side = side = SizeSide()
        self.known, self.long, self.wide = side.known, side.long, side.wide
        self.claim = SizeClaim(self._document, side, self)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.what)
        left.addWidget(self.pane, 1)
        left.addWidget(self.words)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addLayout(left, 1)
        across.addWidget(side)
        self.body.addLayout(across, 1)
        self.finish = button(self.tr("Finish the area (Enter)"), "check")
        self.add_button(self.finish, at_left=True)
        self.add_button(self.ready)
        self.ready.setDefault(False)

    def _connect(self) -> None:
        self.pane.clicked.connect(self._on_clicked)
        self.pane.moved.connect(self._on_moved)
        self.pane.chosen.connect(self._on_chosen)
        self.pane.removed.connect(self._on_removed)
        self.what.chosen.connect(self._on_what)
        self.known.activated.connect(self._on_known)
        self.long.entered.connect(self._on_sizes)
        self.wide.entered.connect(self._on_sizes)
        self.side.removed.connect(self._remove)
        self.side.draw.clicked.connect(self._draw)
        self.finish.clicked.connect(self._finish)
        QShortcut(QKeySequence("Return"), self).activated.connect(self._finish)
        self.stale.connect(self._show)
        self._follow_document()

    # --- what the hand does -----------------------------------------------------------------------

    def _on_what(self, _key: str) -> None:
        self._finish()
        self.begun = ()
        self._show()

    def _on_known(self) -> None:
        self.begun = ()
        self.what.set_key(SCALING)
        self._show()

    def _on_sizes(self, _value: float) -> None:
        scale = self.scale
        if scale is not None and scale.known in (Known.LINE, Known.RECTANGLE):
            self._keep_scale(replace(scale, width_mm=self._side(0), height_mm=self._side(1)))
        self._show()

    def _on_clicked(self, point: Point) -> None:
        key = self.what.key
        if key == SCALING:
            self._click_scale(point)
        elif key == Measured.COUNT.value:
            self._keep(count_with(self.measurements, self._photo_id, point))
        else:
            self.begun = (*self.begun, point)
            needed = _NEEDED.get(Measured(key))
            if needed is not None and len(self.begun) == needed:
                self._finish()
        self._show()

    def _click_scale(self, point: Point) -> None:
        known = Known(self.known.currentData())
        blank = Scale(self._photo_id, known, (), self._side(0), self._side(1))
        self.begun, made = scale_with(self.scale, blank, self.begun, point)
        if made is not None:
            (self._keep_rim if known in COINS else self._keep_scale)(made)

    def _finish(self) -> None:
        """Keep what was begun, as far as it is whole."""
        key, begun = self.what.key, self.begun
        if key in (SCALING, Measured.COUNT.value) or not begun:
            return
        kind = Measured(key)
        if len(begun) >= _NEEDED.get(kind, 3):
            self.begun = ()
            self._keep(Measurement(new_id(), self._photo_id, kind, begun))
        self._show()

    def _on_chosen(self, index: int) -> None:
        self._chosen = self._handles[index] if index < len(self._handles) else None
        self._show()

    def _on_moved(self, index: int, point: Point) -> None:
        owner, at = self._handles[index]
        self._chosen = (owner, at)
        if owner == BEGUN:
            self.begun = point_moved(self.begun, at, point)
        elif owner == SCALING and self.scale is not None:
            moved_to = point_moved(self.scale.points, at, point)
            scale = replace(self.scale, points=moved_to, corner_px=CORNER_PX)  # by hand
            self._apply(lambda r: findings.set_scale(r, scale), SET_SCALE, f"move {owner} {at}")
        else:
            one = find(self.measurements, owner)
            if one is not None:
                moved = replace(one, points=point_moved(one.points, at, point))
                self._keep(moved, f"move {owner} {at}")
        self._show()

    def _on_removed(self, index: int) -> None:
        owner, at = self._handles[index]
        one = find(self.measurements, owner)
        if owner == BEGUN:
            self.begun = without_point(self.begun, at)
        elif one is not None and one.kind is Measured.COUNT and len(one.points) > 1:
            self._keep(replace(one, points=without_point(one.points, at)))
        elif one is not None:
            self._remove(one.id)
        elif owner == SCALING:
            self._apply(lambda r: findings.remove_scale(r, self._photo_id), SET_SCALE)
        self._chosen = None
        self._show()

    def _side(self, index: int) -> float:
        return (self.long if index == 0 else self.wide).value or 0.0

    # --- changing the review ----------------------------------------------------------------------

    def _keep_scale(self, scale: Scale) -> None:
        self._apply(lambda r: findings.set_scale(r, scale), SET_SCALE)
        if self.plane() is not None and scale.known not in COINS:
            self.what.set_key(Measured.LENGTH.value)

    def _keep_rim(self, marked: Scale) -> None:
        """A coin by its rim in the pixels, where that is plain."""
        originals, photo, known = self._session.originals, self.evidence, self.scale
        if photo is None or self._task is not None:
            return

        def done(found: Scale) -> None:
            if self.scale == known:  # nothing else was set meanwhile
                self._keep_scale(found)

        self._run(
            lambda _progress: on_rim(marked, read_picture(originals, photo)),
            done,
            self.tr("Looking for the rim …"),
        )

    def _keep(self, measurement: Measurement, merge: str = "") -> None:
        self._apply(lambda r: findings.put_measurement(r, measurement), MEASURE, merge)

    def _remove(self, measurement_id: str) -> None:
        self._apply(lambda r: findings.remove_measurements(r, {measurement_id}), REMOVE)

    def _draw(self) -> None:
        """As marks, which the card shows too."""
        plane = self.plane()
        marks = length_marks([(one, self.figure(one, plane)) for one in self.measurements])
        self._document.apply(lambda r: edits.put_marks(r, marks), DRAW, len(marks))

    # --- figures ----------------------------------------------------------------------------------

    def plane(self) -> Plane | KnownError | None:
        """From the photo to millimetres; the error when the scale can't be; ``None`` without."""
        scale, evidence = self.scale, self.evidence
        if scale is None or evidence is None:
            return None
        try:
            return plane_of(scale, (evidence.width_px, evidence.height_px), evidence.name)
        except KnownError as error:
            return error

    def figure(self, one: Measurement, plane: Plane | KnownError | None) -> Quantity | None:
        """What it measures; ``None`` beyond the plane's horizon."""
        return figure_of(one, plane if isinstance(plane, Plane) else None)

    # --- showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        if not self._document.is_open or self.evidence is None:
            self.reject()
            return
        plane = self.plane()
        figures = {one.id: self.figure(one, plane) for one in self.measurements}
        seen = drawn(self.scale, self.measurements, figures, self.begun, self._chosen)
        self._handles = seen.handles
        self.pane.show_spots(seen.spots, seen.strokes)
        self.side.show_scale(Known(self.known.currentData()), plane_told(plane))
        self.side.show_rows(
            [
                (one.id, kind_told(one.kind), figure_told(figures[one.id]))
                for one in self.measurements
            ]
        )
        by = scale.known if (scale := self.scale) else Known(self.known.currentData())
        self.claim.show_figures(self.measurements, figures, by, isinstance(plane, Plane))
        lengths = any(one.kind is Measured.LENGTH for one in self.measurements)
        self.side.draw.setEnabled(lengths and not self._session.read_only)
        self.finish.setVisible(self.what.key == Measured.AREA.value)
        self.finish.setEnabled(len(self.begun) >= 3)
        self.words.setText(size_hint(self.what.key, Known(self.known.currentData())))
