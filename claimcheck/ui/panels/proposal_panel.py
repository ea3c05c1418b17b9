"""What the program sees differing: each proposal is accepted, edited or dismissed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from claimcheck.cards.colours import INK, WHITE
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import findings
from claimcheck.model.alignment import Alignment, Proposal, Sameness
from claimcheck.model.review import find, new_id
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.canvas.looks.looks import Looks, letter_of
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.parts import INSET, TEXT_INSET, TITLE_TOP, column, row, title_row
from claimcheck.ui.session import Session
from claimcheck.ui.theme import barlow
from claimcheck.ui.widgets.buttons import button, dividing_line, icon_button, label
from claimcheck.ui.widgets.roles import give_role
from claimcheck.ui.widgets.tips import serve

_ = QT_TRANSLATE_NOOP
ACCEPT = _("history", "Accept a proposal")
DISMISS = _("history", "Dismiss %n proposal(s)")
_STRONG, _FAIR = 0.8, 0.6


class ProposalPanel(QWidget):
    """Of the comparison in view; hidden while there is nothing to say."""

    pointed = Signal(object)
    """The id of the proposal that is looked at, or ``None``."""
    note_requested = Signal(str)
    """The note of the discrepancy that was just made should get the keyboard."""
    visited = Signal(object)
    """Bring the place of this ``Proposal`` into view."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self.rows: dict[str, ProposalRow] = {}
        self.count = label("", "count")
        self.none_of_them = button(self.tr("Dismiss all"), kind="tertiary")
        self.none_of_them.setProperty("size", "small")
        self.none_of_them.clicked.connect(lambda: self.dismiss(set(self.rows)))
        serve(self.none_of_them, session.shortcuts, BY_NAME["dismiss_all"])
        self.doubt = label("", "", wrap=True)
        self.doubt.setContentsMargins(TEXT_INSET, 0, TEXT_INSET, 8)
        title = title_row(label(self.tr("Proposals"), "title"), self.count, None, self.none_of_them)
        title.setContentsMargins(TEXT_INSET, TITLE_TOP - 6, INSET, 2)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(12, 0, 12, 12)
        self._list.setSpacing(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(dividing_line())
        outer.addLayout(title)
        outer.addWidget(self.doubt)
        outer.addLayout(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._document.opened.connect(self.refresh)
        self._document.changed.connect(self.refresh)
        self.refresh()

    def lead(self, looks: Looks) -> None:
        """What is looked at here is marked and shown on the pictures."""
        self.pointed.connect(looks.point_at)
        self.visited.connect(looks.visit)

    def refresh(self, _change: object = None) -> None:
        """Show the proposals as they are now."""
        proposals, alignment = self._proposals(), self._alignment()
        wanted = [proposal.id for proposal in proposals]
        for gone in [key for key in self.rows if key not in wanted]:
            old = self.rows.pop(gone)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        for at, proposal in enumerate(proposals):
            made = self.rows.get(proposal.id)
            if made is None:
                made = self.rows[proposal.id] = self._made_row(proposal)
            made.show_proposal(proposal, letter_of(at))
            if self._list.indexOf(made) != at:
                self._list.removeWidget(made)
                self._list.insertWidget(at, made)
        doubtful = alignment is not None and alignment.same in (
            Sameness.OTHER_VARIANT,
            Sameness.NO,
        )
        self.doubt.setText(self._doubt_told(alignment))
        self.doubt.setVisible(doubtful)
        self.count.setText(str(len(wanted)) if wanted else "")
        self.none_of_them.setVisible(len(wanted) > 1 and not self._session.read_only)
        self.setVisible(bool(wanted) or doubtful)

    def accept(self, proposal_id: str) -> str:
        """Make it a numbered discrepancy and select that; its id."""
        made = new_id()
        self._document.apply_shown(
            lambda review: findings.accept_proposal(review, proposal_id, made), ACCEPT
        )
        self._session.selection.select_discrepancy(made)
        return made

    def edit(self, proposal_id: str) -> None:
        """Accept it, and write its note."""
        self.note_requested.emit(self.accept(proposal_id))

    def dismiss(self, ids: set[str]) -> None:
        """These are no differences."""
        self._document.apply(
            lambda review: findings.dismiss_proposals(review, ids), DISMISS, len(ids)
        )
        self.pointed.emit(None)

    def _made_row(self, proposal: Proposal) -> ProposalRow:
        made = ProposalRow(proposal, self._session)
        id_ = proposal.id
        made.accepted.connect(lambda: self.accept(id_))
        made.edited.connect(lambda: self.edit(id_))
        made.dismissed.connect(lambda: self.dismiss({id_}))
        made.looked_at.connect(lambda: self._look_at(id_))
        return made

    def _look_at(self, proposal_id: str) -> None:
        proposal = find(self._proposals(), proposal_id)
        if proposal is not None:
            self.pointed.emit(proposal_id)
            self.visited.emit(proposal)

    def _proposals(self) -> tuple[Proposal, ...]:
        comparison = self._document.comparison
        if comparison is None:
            return ()
        found = self._document.shown.proposals
        return tuple(p for p in found if p.comparison_id == comparison.id)

    def _alignment(self) -> Alignment | None:
        comparison = self._document.comparison
        return find(self._document.shown.alignments, comparison.id) if comparison else None

    def _doubt_told(self, alignment: Alignment | None) -> str:
        if alignment is None or alignment.same is Sameness.YES:
            return ""
        if alignment.same is Sameness.NO:
            return self.tr("This looks like another product.")
        if alignment.doubts:
            return self.tr("This looks like another variant: see the orange frames.")
        return self.tr("This looks like another variant.")


class ProposalRow(QFrame):
    """Letter, kind, how plain it is; a tick, a pencil and a cross."""

    accepted = Signal()
    edited = Signal()
    dismissed = Signal()
    looked_at = Signal()

    def __init__(self, proposal: Proposal, session: Session) -> None:
        super().__init__()
        self.proposal = proposal
        self.tag = LetterTag()
        self.kind = label("", "strong", wrap=True)
        self.plain = label("", "meta")
        self.tick = icon_button("check", self.tr("Accept: number it"), size=18)
        self.pencil = icon_button("pencil", self.tr("Accept and write a note"), size=16)
        self.cross = icon_button("x", self.tr("Dismiss"), size=18)
        self.tick.clicked.connect(self.accepted)
        self.pencil.clicked.connect(self.edited)
        self.cross.clicked.connect(self.dismissed)
        for control, name in (
            (self.tick, "accept"),
            (self.pencil, "accept_note"),
            (self.cross, "dismiss"),
        ):
            serve(control, session.shortcuts, BY_NAME[name], control.toolTip())
        lock_when_read_only(session.document, (self.tick, self.pencil, self.cross))
        self._read_only = session.read_only
        line = row(self.tag, spacing=11)
        line.addLayout(column(self.kind, self.plain, spacing=0), 1)
        for control in (self.tick, self.pencil, self.cross):
            line.addWidget(control)
        line.setSpacing(2)
        line.insertSpacing(1, 9)
        line.setContentsMargins(12, 4, 4, 4)
        self.setLayout(line)
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        give_role(self, QAccessible.Role.ListItem)
        self.setProperty("ringRadius", 10)

    def show_proposal(self, proposal: Proposal, letter: str) -> None:
        """Show this version."""
        self.proposal = proposal
        self.tag.show_letter(letter)
        self.kind.setText(proposal.note or name_of(proposal.kind))
        strength = proposal.strength
        plain = self.tr("clear") if strength >= _STRONG else self.tr("likely")
        self.plain.setText(plain if strength >= _FAIR else self.tr("perhaps"))
        if proposal.is_of_words:
            self.plain.setText(f"{name_of(proposal.kind)} · {self.plain.text()}")
        named = proposal.note or name_of(proposal.kind)
        self.setAccessibleName(f"{letter}: {named}, {self.plain.text()}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.looked_at.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.looked_at.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._read_only:
            self.accepted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._read_only:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


class LetterTag(QWidget):
    """The square that stands at the proposal on both pictures."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""
        self.setFixedSize(24, 24)

    def show_letter(self, letter: str) -> None:
        """Paint this one."""
        self._letter = letter
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(2, 2, 20, 20)
        painter.setPen(QPen(QColor(INK), 2))
        painter.setBrush(QColor(WHITE))
        painter.drawRect(box)
        painter.setFont(barlow(14, 800))
        painter.setPen(QColor(INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
