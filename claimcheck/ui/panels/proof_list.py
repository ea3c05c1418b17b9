"""What proves the review and is never on a card: saved pages, and receipts of the purchase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence, find
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.dialogs.evidence_dialog import EvidenceDialog
from claimcheck.ui.icons import pixmap
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import ElidedLabel, button, icon_button, label
from claimcheck.ui.widgets.tips import serve
from claimcheck.workflow.folders import PICTURE_SUFFIXES

_ICONS = {Role.PAGE: "globe", Role.RECEIPT: "receipt"}


class ProofRow(QWidget):
    """One file, with a look at where it comes from and a way to take it out."""

    details_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, item: Evidence, removable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        sign = QLabel()
        ratio = self.devicePixelRatioF() or 1.0
        sign.setPixmap(pixmap(_ICONS[item.role], 18, theme().tokens.text_2, ratio))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(ElidedLabel(item.name))
        day = item.added_at.astimezone().strftime("%Y-%m-%d %H:%M")
        lines.addWidget(label(f"{name_of(item.role)} · {day}", "meta"))
        self.details = icon_button(
            "info", self.tr("Where {name} comes from").format(name=item.name)
        )
        self.details.clicked.connect(lambda: self.details_asked.emit(item.id))
        self.remove = icon_button("trash-2", self.tr("Remove {name}").format(name=item.name))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(item.id))
        self.remove.setEnabled(removable)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(sign)
        across.addSpacing(4)
        across.addLayout(lines, 1)
        across.addWidget(self.details)
        across.addWidget(self.remove)


class ProofList(QWidget):
    """Below the listing's fields."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self._shown: tuple[Evidence, ...] | None = None
        self.rows: list[ProofRow] = []
        self.add = button(self.tr("Add receipt"), "receipt")
        self.add.clicked.connect(self._choose)
        serve(self.add, session.shortcuts, BY_NAME["add_receipt"])
        lock_when_read_only(self._document, (self.add,))
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(label(self.tr("Proof"), "title"))
        whole.addWidget(
            label(
                self.tr("Receipts and saved pages stay private: they are never put on a card."),
                "secondary",
                wrap=True,
            )
        )
        whole.addLayout(self._column)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._document.opened.connect(self.refresh)
        self._document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the open review has."""
        is_open = self._document.is_open
        evidence = self._document.review.evidence if is_open else ()
        items = tuple(item for item in evidence if item.role in _ICONS)
        if items == self._shown:
            return
        self._shown = items
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [ProofRow(item, not self._session.read_only) for item in items]
        shortcuts = self._session.shortcuts
        for made in self.rows:
            serve(made.details, shortcuts, BY_NAME["proof_details"], made.details.toolTip())
            serve(made.remove, shortcuts, BY_NAME["remove_proof"], made.remove.toolTip())
            lock_when_read_only(self._document, (made.remove,))
            made.details_asked.connect(self._show_details)
            made.remove_asked.connect(self._remove)
            self._column.addWidget(made)

    def _choose(self) -> None:
        pattern = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES))
        kinds = f"{self.tr('Pictures')} ({pattern});;{self.tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose receipts"), "", kinds)
        if names:
            paths = [Path(name) for name in names]
            self._session.arrivals.add_pictures(paths, Role.RECEIPT, Origin.FILE)

    def _show_details(self, evidence_id: str) -> None:
        item = find(self._document.review.evidence, evidence_id)
        if item is not None:
            dialog = EvidenceDialog(self._session, item, self)
            dialog.search.hide()
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _remove(self, evidence_id: str) -> None:
        self._document.apply(
            lambda review: edits.remove_evidence(review, evidence_id),
            QT_TRANSLATE_NOOP("history", "Remove proof"),
        )
