"""The fields of one discrepancy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import DiscrepancyKind, Severity
from claimcheck.model.review import Discrepancy, Review, find
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.choice import Choice, blank_icon
from claimcheck.ui.panels.fields import ChoiceLink, Field, TextLink, lock_when_read_only
from claimcheck.ui.panels.one_line_note import OneLineNote
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.verdict_icon import verdict_qicon

RING = 3
"""Room for a focus ring beside a control."""


class DiscrepancyEditor(QWidget):
    """Kind, weight, note and claim of one discrepancy."""

    def __init__(self, session: Session, discrepancy_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._id = session.document, discrepancy_id
        self.kind = Choice((kind, name_of(kind)) for kind in DiscrepancyKind)
        matters = self.tr("How much it matters")
        self.severity = SegmentedControl([(s.value, name_of(s)) for s in Severity], matters)
        self.note = OneLineNote(54)
        self.note.setPlaceholderText(self.tr("Yellow cap → green cap"))
        self.claim = Choice()
        fields = (
            Field(self.tr("Kind"), self.kind),
            Field(matters, self.severity),
            Field(self.tr("Note on the card"), self.note),
            Field(self.tr("Bears on claim"), self.claim),
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(RING, 0, 8, RING)
        rows.setSpacing(10)
        for field in fields:
            rows.addLayout(field)
        self._link()
        lock_when_read_only(self._document, (self.kind, self.severity, self.note, self.claim))

    def _link(self) -> None:
        document = self._document
        ChoiceLink(
            document,
            self.kind,
            lambda review: self._of(review).kind,
            lambda review, value: self._put(review, kind=DiscrepancyKind(str(value))),
            QT_TRANSLATE_NOOP("history", "Choose kind of discrepancy"),
        )
        self.severity.chosen.connect(self._set_severity)
        TextLink(
            document,
            self.note,
            lambda review: self._of(review).note,
            lambda review, text: self._put(review, note=text),
            QT_TRANSLATE_NOOP("history", "Edit note"),
            f"discrepancy/{self._id}/note",
        )
        document.changed.connect(self.refresh)
        self._fill_claims()
        self._claim_link = ChoiceLink(
            document,
            self.claim,
            lambda review: self._of(review).claim_id,
            lambda review, value: self._put(review, claim_id=value),
            QT_TRANSLATE_NOOP("history", "Connect discrepancy with claim"),
        )
        self.refresh()

    def refresh(self) -> None:
        """Show what the fields that aren't linked hold."""
        if find(self._document.review.discrepancies, self._id) is None:
            return
        self.severity.set_key(self._of(self._document.review).severity.value)
        self._fill_claims()

    def _fill_claims(self) -> None:
        claims = self._document.review.claims
        shown = tuple((c.id, c.quote, c.verdict) for c in claims)
        if shown == getattr(self, "_shown_claims", None):
            return
        self._shown_claims = shown
        items: list[tuple[object, str, QIcon]] = [(None, self.tr("No claim"), blank_icon())]
        for claim in claims:
            shape = verdict_qicon(claim.verdict) if claim.verdict else blank_icon()
            items.append((claim.id, f"“{claim.quote}”", shape))
        self.claim.fill(items)
        if hasattr(self, "_claim_link"):
            self._claim_link.refresh()

    def _of(self, review: Review) -> Discrepancy:
        # A widget outlives its discrepancy by the few signals between delete and reconcile.
        found = find(review.discrepancies, self._id)
        return found or Discrepancy(self._id, "")

    def _put(self, review: Review, **changed: Any) -> Review:
        return edits.put_discrepancy(review, replace(self._of(review), **changed))

    def _set_severity(self, key: str) -> None:
        self._document.apply(
            lambda review: self._put(review, severity=Severity(key)),
            QT_TRANSLATE_NOOP("history", "Weigh discrepancy"),
        )
