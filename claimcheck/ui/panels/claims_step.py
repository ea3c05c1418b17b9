"""Fourth step: what was promised, and whether it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.changes import Change
from claimcheck.model.review import find
from claimcheck.ui.panels.claim_editor import ClaimEditor
from claimcheck.ui.panels.claim_list import ClaimAdder, ClaimList
from claimcheck.ui.panels.parts import (
    INSET,
    TEXT_INSET,
    TITLE_TOP,
    DownScroll,
    headline,
    row,
    surface,
    title_row,
)
from claimcheck.ui.panels.picture_pair import PicturePair
from claimcheck.ui.panels.undo_toast import UndoToast
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import dividing_line, label

LIST_WIDTH, PAIR_WIDTH = 296, 312


class ClaimsStep(QWidget):
    """The list, the editor of the selected claim, and both pictures beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.list = ClaimList()
        self.editor = ClaimEditor(session)
        self.pair = PicturePair(session)
        self.adder = ClaimAdder(session, 64)
        self.first_adder = ClaimAdder(session, 140)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._build_empty())
        self._pages.addWidget(self._build_filled())
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._pages, 5)
        across.addWidget(dividing_line(vertical=True))
        across.addWidget(self.pair, 2)
        self.pair.setMinimumWidth(200)
        self.pair.setMaximumWidth(PAIR_WIDTH)
        self._toast = UndoToast(self._document, self)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the claims of the open review; one is always selected when there are any."""
        claims = self._document.review.claims if self._document.is_open else ()
        selection = self._session.selection
        self._pages.setCurrentIndex(1 if claims else 0)
        self._count.setText(str(len(claims)))
        self.list.show_claims(claims, selection.claim)
        if claims and selection.claim is None and self.isVisible():
            selection.select_claim(claims[0].id)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _connect(self) -> None:
        self._document.opened.connect(self.refresh)
        self._document.changed.connect(self._on_changed)
        self._session.selection.changed.connect(self.refresh)
        self.list.picked.connect(self._session.selection.select_claim)
        self.list.delete_requested.connect(self._delete)
        self.editor.delete_requested.connect(self._delete)
        self.editor.discrepancy_visited.connect(self._visit)

    def _on_changed(self, change: Change) -> None:
        self.refresh()
        # Undo may change another claim than the one in view: then that one is what to look at.
        touched = [p.item_id for p in change.patches if p.part == "claims" and p.before and p.after]
        touched = [item_id for item_id in touched if item_id]
        if self.isVisible() and len(touched) == 1 and touched[0] != self._session.selection.claim:
            self._session.selection.select_claim(touched[0])

    def _build_empty(self) -> QWidget:
        page = surface(role="bg")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(24, 24, 24, 24)
        block = QWidget()
        block.setMaximumWidth(520)
        words = QVBoxLayout(block)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        lead = label(
            self.tr("Each promise becomes a claim that you judge: it holds, or it doesn’t."),
            "lead",
            wrap=True,
        )
        for line in (headline(self.tr("What did they promise?")), lead):
            line.setContentsMargins(3, 0, 0, 0)  # in line with the box, which has a focus ring
            words.addWidget(line)
        words.addSpacing(16)
        words.addWidget(self.first_adder)
        inner.addStretch(2)
        centred = row(None, spacing=0)
        centred.addWidget(block, 8)
        centred.addStretch(1)
        inner.addLayout(centred)
        inner.addStretch(3)
        return page

    def _build_filled(self) -> QWidget:
        page = QWidget()
        side = surface(LIST_WIDTH)
        self._count = label("", "secondary")
        title = title_row(label(self.tr("Claims"), "title"), self._count, None)
        title.setContentsMargins(TEXT_INSET, TITLE_TOP, INSET, 8)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(title)
        held = row(self.list)
        held.setContentsMargins(12, 0, 12, 0)
        inner.addLayout(held, 1)
        inner.addWidget(dividing_line())
        foot = row(self.adder)
        foot.setContentsMargins(21, 12, 21, 9)
        inner.addLayout(foot)
        ground = surface()
        ground_rows = QVBoxLayout(ground)
        ground_rows.setContentsMargins(0, 0, 0, 0)
        ground_rows.addWidget(DownScroll(self.editor))
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(dividing_line(vertical=True))
        across.addWidget(ground, 1)
        return page

    def _delete(self, claim_id: str) -> None:
        claims = self._document.review.claims
        gone = find(claims, claim_id)
        if gone is None:
            return
        at = claims.index(gone)
        done = self._document.apply(
            lambda review: edits.remove_claim(review, claim_id),
            QT_TRANSLATE_NOOP("history", "Delete claim"),
        )
        if not done:
            return
        left = self._document.review.claims
        if left:
            self._session.selection.select_claim(left[min(at, len(left) - 1)].id)
        self._toast.offer(self.tr("Claim “%1” deleted").replace("%1", gone.quote))

    def _visit(self, discrepancy_id: str) -> None:
        self._session.step_requested.emit("compare")
        self._session.selection.go_to(discrepancy_id)
