"""Rectify, turn, mirror, straighten and crop how a picture is shown; the file stays as it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.imaging.pixels import RGB
from claimcheck.model import edits
from claimcheck.model.adjustment import STEEPEST, Adjustment
from claimcheck.model.face import Face, seen_ratio
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Evidence, find
from claimcheck.ui.canvas.cropping import as_recorded, crop_in_ratio
from claimcheck.ui.dialogs.crop_stage import CropStage
from claimcheck.ui.dialogs.face_preview import FacePreview
from claimcheck.ui.dialogs.face_stage import FaceStage
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.language import tell
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.parts import row
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, icon_button, label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.slide import Slide
from claimcheck.workflow.pictures import read_redacted

ADJUST = QT_TRANSLATE_NOOP("history", "Crop and straighten a picture")
RECTIFY = QT_TRANSLATE_NOOP("history", "Correct the perspective of a picture")
_PREVIEW_PX = 1600
_FREE, _OWN = "free", "own"
_RATIOS = ("1:1", "4:5", "3:4", "9:16", "16:9")
_CROP, _FACE = "crop", "face"
_SEEN = "seen"
_PROPORTIONS: dict[str, float] = {
    "1:1": 1.0,
    "4:3": 4 / 3,
    "3:4": 3 / 4,
    "3:2": 3 / 2,
    "2:3": 2 / 3,
    "a4": 210 / 297,
    "a4-lying": 297 / 210,
    "card": 85.60 / 53.98,
}
"""Width to height of faces that are often photographed."""


class AdjustDialog(FramedDialog):
    """One picture; everything is one undo step when it is accepted, and nothing otherwise."""

    def __init__(self, session: Session, evidence: Evidence, parent: QWidget | None = None) -> None:
        """``evidence`` is the picture as it is recorded, not as it is shown."""
        super().__init__("", parent)
        self.set_title(self.tr("Crop, straighten and perspective"))
        self._session, self._evidence = session, evidence
        review = session.document.review
        nothing = Adjustment(evidence.id, evidence.width_px, evidence.height_px)
        self.adjustment = find(review.adjustments, evidence.id) or nothing
        self._before, self._nothing = self.adjustment, nothing
        self._build()
        self._connect()
        chosen = (key for key, one in _PROPORTIONS.items() if one == self.adjustment.face_ratio)
        self.proportions.setCurrentIndex(self.proportions.index_of(next(chosen, _SEEN)))
        self._load()
        self._show()
        self.stage.setFocus()

    def accept(self) -> None:
        """Record it."""
        chosen = self.adjustment
        if chosen != self._before:
            name = ADJUST if chosen.face == self._before.face else RECTIFY
            self._session.document.apply(lambda r: edits.set_adjustment(r, chosen), name)
        super().accept()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.stage = CropStage(self.adjustment)
        self.corners = FaceStage(self.adjustment)
        self.stages = QStackedWidget()
        for stage in (self.stage, self.corners):
            self.stages.addWidget(stage)
        ways = ((_CROP, self.tr("Crop")), (_FACE, self.tr("Perspective")))
        self.way = SegmentedControl(ways, self.tr("What to adjust"))
        self.way.set_key(_CROP)
        self.way.setToolTip(self.tr("Crop or perspective (P)"))
        self.left = icon_button("rotate-ccw", self.tr("Turn left ([)"))
        self.right = icon_button("rotate-cw", self.tr("Turn right (])"))
        self.mirror = icon_button("flip-horizontal-2", self.tr("Mirror (M)"))
        self.flip = icon_button("flip-vertical-2", self.tr("Upside down, mirrored (U)"))
        self.angle = Slide(self.tr("Straighten"), "°", -STEEPEST, STEEPEST, decimals=2)
        self.angle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.straighten_told = label(self.tr("Straighten"), "label")
        self.face_told = label(
            self.tr("Drag the corners onto those of something flat: a box, a label, a sheet."),
            "secondary",
        )
        self.size_told = label("", "meta")
        self.shape = Choice(self._shapes(), self.tr("Shape"))
        self.proportions = Choice(self._proportions(), self.tr("Proportions"))
        self.face_preview = FacePreview()
        turns = (self.left, self.right, self.mirror, self.flip)
        self.body.addLayout(row(self.stages, self.face_preview), 1)
        self.body.addLayout(row(self.way, *turns, self.straighten_told, self.angle, self.face_told))
        self.body.addLayout(row(self.shape, self.proportions, self.size_told, None))
        for choice in (self.shape, self.proportions):
            choice.setFixedWidth(208)
        self.reset = button(self.tr("As it was taken"), "undo-2", "tertiary")
        self.cancel = button(self.tr("Cancel"))
        self.keep = button(self.tr("Show it so"), kind="primary")
        self.add_button(self.reset, at_left=True)
        self.add_button(self.cancel)
        self.add_button(self.keep)
        self.take_room(900, 680)

    def _shapes(self) -> tuple[tuple[str, str], ...]:
        return (
            (_FREE, self.tr("Any shape")),
            (_OWN, self.tr("As the picture")),
            *((ratio, ratio.replace(":", " : ")) for ratio in _RATIOS),
        )

    def _proportions(self) -> tuple[tuple[str, str], ...]:
        words = {
            "a4": self.tr("A4, upright"),
            "a4-lying": self.tr("A4, lying"),
            "card": self.tr("Bank card"),
        }
        named = ((key, words.get(key, key.replace(":", " : "))) for key in _PROPORTIONS)
        return ((_SEEN, self.tr("Proportions as seen")), *named)

    def _connect(self) -> None:
        self.stage.changed.connect(self._set)
        self.corners.changed.connect(self._set_face)
        self.way.chosen.connect(self._choose_way)
        self.proportions.activated.connect(lambda: self._set_face(self.corners.face))
        self.left.clicked.connect(lambda: self._set(self.adjustment.quarter_turned(-1)))
        self.right.clicked.connect(lambda: self._set(self.adjustment.quarter_turned(1)))
        self.mirror.clicked.connect(self._mirror)
        self.flip.clicked.connect(self._flip)
        self.angle.moved.connect(self._straighten)
        self.angle.done.connect(self._straightened)
        self.shape.activated.connect(self._choose_shape)
        self.reset.clicked.connect(lambda: self._set(self._nothing))
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        for keys, act in (
            ("[", self.left.click),
            ("]", self.right.click),
            ("M", self.mirror.click),
            ("U", self.flip.click),
            ("P", self._other_way),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _load(self) -> None:
        evidence, originals = self._evidence, self._session.originals
        marks = self._session.document.review.marks_on(evidence.id)
        hidden = tuple(mark.covered for mark in marks if mark.kind is MarkKind.REDACTION)

        def work(_progress: object) -> RGB:
            return read_redacted(originals, evidence, hidden, _PREVIEW_PX)

        self._session.tasks.run(work, self._show_picture, self._fail)

    def _show_picture(self, rgb: RGB) -> None:
        for shows in (self.stage, self.corners, self.face_preview):
            shows.show_picture(rgb)

    def _fail(self, error: Exception) -> None:
        self.stage.words = tell(error)
        self.keep.setEnabled(False)
        self.stage.update()

    # --- changing ---------------------------------------------------------------------------------

    def _set(self, adjustment: Adjustment) -> None:
        self.adjustment = adjustment
        self._show()

    def _choose_way(self, key: str) -> None:
        self.stages.setCurrentWidget(self.corners if key == _FACE else self.stage)
        self._show()

    def show_perspective(self) -> None:
        """Begin with the corners of a face."""
        if self.way.key != _FACE:
            self._other_way()

    def _other_way(self) -> None:
        self.way.set_key(_CROP if self.way.key == _FACE else _FACE)
        self._choose_way(self.way.key)
        (self.corners if self.way.key == _FACE else self.stage).setFocus()

    def _set_face(self, face: Face) -> None:
        size = self._evidence.width_px, self._evidence.height_px
        chosen = str(self.proportions.currentData() or _SEEN)
        self._set(
            self.adjustment.rectified(face, _PROPORTIONS.get(chosen) or seen_ratio(face, size))
        )

    def _mirror(self) -> None:
        self._set(self.adjustment.flipped())

    def _flip(self) -> None:
        self._set(self.adjustment.flipped().quarter_turned(2))

    def _straighten(self, angle: float) -> None:
        self.stage.fine = True
        self._set(self._in_shape(self.adjustment.turned_to(angle)))

    def _straightened(self) -> None:
        self.stage.fine = False
        self.stage.update()

    def _choose_shape(self) -> None:
        self.stage.ratio = self._ratio()
        self._set(self._in_shape(self.adjustment))

    def _in_shape(self, adjustment: Adjustment) -> Adjustment:
        ratio = self._ratio()
        if not ratio:
            return adjustment
        crop = crop_in_ratio(adjustment, adjustment.frame, ratio)
        return replace(adjustment, crop=as_recorded(adjustment, crop))

    def _ratio(self) -> float:
        """Width to height that is asked for; 0 for any."""
        chosen = str(self.shape.currentData() or _FREE)
        if chosen == _FREE:
            return 0.0
        if chosen == _OWN:
            width, height = self.adjustment.upright_size
            return width / height
        across, down = chosen.split(":")
        return int(across) / int(down)

    def _show(self) -> None:
        on_face = self.way.key == _FACE
        crops: tuple[QWidget, ...] = (self.angle, self.straighten_told, self.shape)
        faces: tuple[QWidget, ...] = (self.face_told, self.proportions, self.face_preview)
        for widget in (*crops, *faces):
            widget.setVisible(on_face == (widget in faces))
        self.stage.ratio = self._ratio()
        self.stage.show_adjustment(self.adjustment)
        self.corners.show_adjustment(self.adjustment)
        self.face_preview.show_adjustment(self.adjustment)
        if self.angle.value != self.adjustment.angle:
            self.angle.set_value(self.adjustment.angle)
        width, height = self.adjustment.shown_size
        whole = self._evidence.width_px, self._evidence.height_px
        told = f"{width} × {height} px"
        if (width, height) != whole:
            told += self.tr(", of {size}").format(size=f"{whole[0]} × {whole[1]} px")
        self.size_told.setText(told)
        self.reset.setEnabled(not self.adjustment.is_nothing)
        self._told(self.adjustment.frame)

    def _told(self, frame: Rect) -> None:
        self.stage.setAccessibleDescription(
            f"{frame.x:.0f}, {frame.y:.0f}, {frame.width:.0f} × {frame.height:.0f} px"
        )
