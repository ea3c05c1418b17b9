"""The claim that measured figures are about, and the verdict that they propose for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits, findings
from claimcheck.model.kinds import Verdict
from claimcheck.model.review import Claim, Review, find
from claimcheck.model.sizes import KNOWN_WORDS, Known, Measured, Measurement, Quantity
from claimcheck.ui.document import Document
from claimcheck.ui.points.figures import claim_told
from claimcheck.ui.points.size_side import SizeSide

JUDGE = QT_TRANSLATE_NOOP("history", "Judge by measuring")


class SizeClaim(QObject):
    """Of the chosen claim: what the figures say, and that as its verdict when the user wants it."""

    def __init__(self, document: Document, side: SizeSide, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._side = document, side
        self._measurements: tuple[Measurement, ...] = ()
        self._told: tuple[Verdict, str] | None = None
        self._figures: list[tuple[Measured, Quantity]] = []
        self._known = Known.LINE
        side.claims.activated.connect(self._show)
        side.judge.clicked.connect(self._judge)

    def show_figures(
        self,
        measurements: Sequence[Measurement],
        figures: dict[str, Quantity | None],
        known: Known,
        is_scaled: bool,
    ) -> None:
        """What was measured, by what; without a scale only what was counted says anything."""
        self._measurements, self._known = tuple(measurements), known
        self._figures = [
            (one.kind, figure)
            for one in measurements
            if (figure := figures[one.id]) is not None and (one.kind is Measured.COUNT or is_scaled)
        ]
        self._side.show_claims(self._document.review.claims)
        self._show()

    def _claim(self) -> Claim | None:
        return find(self._document.review.claims, self._side.claims.currentData())

    def _show(self, _index: int = 0) -> None:
        claim = self._claim()
        self._told = None if claim is None else claim_told(claim.quote, self._figures)
        if claim is None:
            self._side.proposal.setText(self.tr("No claims yet: quote one in step 4."))
        elif self._told is None:
            self._side.proposal.setText(self.tr("Measure what this claim promises."))
        else:
            self._side.proposal.setText(self._told[1])
        self._side.judge.setVisible(self._told is not None)
        self._side.judge.setEnabled(not self._document.read_only)

    def _judge(self) -> None:
        claim, told = self._claim(), self._told
        if claim is None or told is None:
            return
        by = QCoreApplication.translate("sizes", KNOWN_WORDS[self._known])
        how = self.tr("Measured in the photo by %1").replace("%1", by)
        kept = replace(claim, verdict=told[0], reasoning=told[1], tested_how=how)
        about = tuple(replace(m, claim_id=claim.id) for m in self._measurements)

        def edit(review: Review) -> Review:
            review = edits.put_claim(review, kept)
            for one in about:
                review = findings.put_measurement(review, one)
            return review

        self._document.apply(edit, JUDGE)
