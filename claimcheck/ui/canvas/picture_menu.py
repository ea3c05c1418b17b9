"""A film strip of one side's pictures that opens below its header."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QMenu, QScrollArea, QToolButton, QWidget, QWidgetAction

from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Evidence, Review
from claimcheck.ui.session import Session

_COLUMNS, _ROWS_SHOWN = 4, 4
_THUMBNAIL_PX, _BUTTON_PX, _GAP = 64, 72, 4


class PictureButton(QToolButton):
    """One picture as a thumbnail; checked when it is in view."""

    def __init__(self, evidence: Evidence, parent: QWidget) -> None:
        super().__init__(parent)
        self.evidence = evidence
        self.setCheckable(True)
        self.setIconSize(QSize(_THUMBNAIL_PX, _THUMBNAIL_PX))
        self.setFixedSize(_BUTTON_PX, _BUTTON_PX)
        self.setStyleSheet(f"QToolButton {{ max-height: {_BUTTON_PX}px; }}")
        self.setToolTip(evidence.name)
        self.setAccessibleName(evidence.name)

    def show_thumbnail(self, image: QImage) -> None:
        """Its picture is ready."""
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.setIcon(QIcon(pixmap))


class PictureMenu(QMenu):
    """Closes when a picture is chosen; deletes itself."""

    chosen = Signal(object)
    """The ``Evidence`` to compare instead."""

    def __init__(
        self,
        session: Session,
        review: Review,
        pictures: Sequence[Evidence],
        shown: Evidence | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        strip = QWidget()
        strip.setProperty("role", "raised")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(strip)
        grid.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        grid.setSpacing(_GAP)
        self.buttons: list[PictureButton] = []
        side_px = round(_THUMBNAIL_PX * self.devicePixelRatioF())
        for number, evidence in enumerate(pictures):
            button = PictureButton(evidence, strip)
            button.setChecked(evidence == shown)
            button.clicked.connect(lambda _=False, one=evidence: self._choose(one))
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            hidden = redactions_on(review, evidence.id)
            session.thumbnail(evidence, side_px, button.show_thumbnail, hidden)
            self.buttons.append(button)
        action = QWidgetAction(self)
        action.setDefaultWidget(self._scrolled(strip))
        self.addAction(action)

    @staticmethod
    def _scrolled(strip: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(strip)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size, tallest = strip.sizeHint(), _ROWS_SHOWN * (_BUTTON_PX + _GAP) + _GAP
        bar = 10 if size.height() > tallest else 0
        area.setFixedSize(size.width() + bar, min(size.height(), tallest))
        return area

    def _choose(self, evidence: Evidence) -> None:
        self.chosen.emit(evidence)
        self.close()


def redactions_on(review: Review, evidence_id: str) -> tuple[Rect, ...]:
    """The redacted places of one picture; a thumbnail must not show what is below them."""
    return tuple(m.covered for m in review.marks_on(evidence_id) if m.kind is MarkKind.REDACTION)
