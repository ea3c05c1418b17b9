"""Align by hand: the same spot on both pictures, four times or more, with an instant preview."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP, KnownError
from claimcheck.imaging.aligning.by_hand import LEAST_PAIRS
from claimcheck.model import findings
from claimcheck.model.alignment import Alignment, mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, Role
from claimcheck.model.review import find
from claimcheck.ui.canvas.looks.layers import Layers
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.language import tell
from claimcheck.ui.panels.parts import DownScroll, row
from claimcheck.ui.points.figures import number_told
from claimcheck.ui.points.pairs import Pairs, corners_of
from claimcheck.ui.points.pane import PointsPane, Spot
from claimcheck.ui.points.preview import AlignPreview
from claimcheck.ui.points.three_columns import three_columns
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, icon_button, label

ALIGN_BY_HAND = QT_TRANSLATE_NOOP("history", "Align by hand")


class HandDialog(FramedDialog):
    """Of the comparison in view; one undo step when it is accepted, nothing otherwise."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Align by hand"))
        self._session = session
        document = session.document
        comparison = document.comparison
        assert comparison is not None
        self._comparison = comparison
        self.panes = {role: PointsPane(session, role) for role in SIDES}
        self.layers = Layers(self.panes[Role.LISTING].scene, self.panes[Role.PHOTO].scene)
        self.preview = AlignPreview(self.layers)
        self.pairs = Pairs()
        self._past: list[Pairs] = []
        self.alignment: Alignment | None = None
        self._build()
        for role, pane in self.panes.items():
            pane.clicked.connect(lambda point, role=role: self._add(role, point))
            pane.moved.connect(lambda at, point, role=role: self._move(role, at, point))
            pane.chosen.connect(self._choose)
            pane.removed.connect(self._remove)
            pane.source.arrived.connect(lambda _pyramid: self.preview.update())
            pane.show_picture(document.shown, comparison)
        before = find(document.shown.alignments, comparison.id)
        if before is not None and before.is_exact and before.pairs:
            self.pairs = Pairs(
                tuple(p.listing for p in before.pairs), tuple(p.photo for p in before.pairs)
            )
        self._show()

    def accept(self) -> None:
        """Keep it with the review."""
        found = self.alignment
        if found is None:
            return
        self._session.document.apply_shown(
            lambda review: findings.set_alignment(review, found), ALIGN_BY_HAND
        )
        super().accept()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(0)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.preview, 3)
        side.addWidget(DownScroll(self.list), 2)
        self.body.addLayout(three_columns(self.panes, self.tr("How it lies"), side, 220), 1)
        self.words = label("", "secondary", wrap=True)
        self.words.setMinimumHeight(20)
        self.body.addWidget(self.words)
        self.corners = button(self.tr("Four corners"), "scan-line")
        self.corners.setToolTip(self.tr("Begin with the corners of a flat face, and drag them"))
        self.back = button(self.tr("Back"), "undo-2", "tertiary")
        self.cancel = button(self.tr("Cancel"))
        self.keep = button(self.tr("Use it"), kind="primary")
        self.add_button(self.corners, at_left=True)
        self.add_button(self.back, at_left=True)
        self.add_button(self.cancel)
        self.add_button(self.keep)
        self.corners.clicked.connect(self._begin_with_corners)
        self.back.clicked.connect(self.step_back)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.step_back)
        self.take_room(1120, 680)

    # --- what the hand does -----------------------------------------------------------------------

    def step_back(self) -> None:
        """Undo within the dialog."""
        if self._past:
            self.pairs = self._past.pop()
            self._show()

    def _add(self, role: Role, point: Point) -> None:
        added = self.pairs.added(role, point)
        other = Role.PHOTO if role is Role.LISTING else Role.LISTING
        # Where the fit so far says it is: the user only has to correct it.
        if self.alignment is not None and len(added.side(other)) < len(added.side(role)):
            way = self.alignment.to_photo if role is Role.LISTING else self.alignment.homography
            guess = mapped(way, point)
            if self.panes[other].scene.has_point(guess):
                added = added.added(other, Point(round(guess.x, 1), round(guess.y, 1)))
        self._set(added)

    def _move(self, role: Role, index: int, point: Point) -> None:
        self._set(self.pairs.moved(role, index, point))

    def _choose(self, index: int) -> None:
        self.pairs = Pairs(self.pairs.listing, self.pairs.photo, index)
        self._show()

    def _remove(self, index: int) -> None:
        self._set(self.pairs.removed(index))

    def _begin_with_corners(self) -> None:
        """On both, four corners inside: where a face may be."""
        rects = [
            Rect(width * 0.2, height * 0.2, width * 0.6, height * 0.6)
            for width, height in (self.panes[role].scene.size for role in SIDES)
        ]
        self._set(corners_of(*rects))

    def _set(self, pairs: Pairs) -> None:
        self._past.append(self.pairs)
        self.pairs = pairs
        self._show()

    # --- showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        names = [pane.evidence.name for pane in self.panes.values() if pane.evidence]
        found = self.pairs.alignment(self._comparison.id, names[-1] if names else "")
        self.alignment = found if isinstance(found, Alignment) else None
        residuals: list[float] = []
        worst: int | None = None
        if self.alignment is not None:
            fit = self.pairs.fit("")
            residuals, worst = fit.residuals_px.tolist(), fit.worst
        for role, pane in self.panes.items():
            pane.show_spots(
                tuple(
                    Spot(point, str(i + 1), i == worst, i == self.pairs.chosen)
                    for i, point in enumerate(self.pairs.side(role))
                )
            )
        self._show_rows(residuals, worst)
        missing = self.tr("The preview appears with the fourth pair.")
        laid = self.alignment.homography if self.alignment is not None else None
        self.preview.show_laid(laid, tell(found) if isinstance(found, KnownError) else missing)
        self.words.setText(self._told(found))
        self.keep.setEnabled(self.alignment is not None)
        self.back.setEnabled(bool(self._past))

    def _told(self, found: Alignment | KnownError | None) -> str:
        if isinstance(found, KnownError):
            return self.tr("These points can’t be one flat face. Move or remove one.")
        if len(self.pairs.listing) != len(self.pairs.photo):
            where = self.pairs.next_side
            if where is Role.PHOTO:
                return self.tr("Now click the same spot on the photo.")
            return self.tr("Now click the same spot on the listing image.")
        if found is None:
            left = LEAST_PAIRS - self.pairs.count
            told = self.tr("Click a spot on the listing image, then on the photo: %1 more.")
            return told.replace("%1", str(left))
        if self.pairs.count == LEAST_PAIRS:
            return self.tr("Four pairs always agree; a fifth shows how well.")
        return self.tr("Drag a point to correct it; the arrow keys move it by a pixel.")

    def _show_rows(self, residuals: list[float], worst: int | None) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        exact = self.pairs.count <= LEAST_PAIRS
        for index in range(self.pairs.count):
            line = QWidget()
            told = label(self.tr("Pair %1").replace("%1", str(index + 1)))
            error = "–" if exact or not residuals else f"{number_told(residuals[index])} px"
            figure = label(error, "strong" if index == worst else "secondary")
            if index == worst and not exact:
                told.setText(f"{told.text()} · {self.tr('worst')}")
            gone = icon_button("x", self.tr("Remove this pair"), size=16)
            gone.clicked.connect(lambda _=False, at=index: self._remove(at))
            layout = row(told, None, figure, gone)
            line.setLayout(layout)
            self._rows.addWidget(line)
        self._rows.addStretch(1)
