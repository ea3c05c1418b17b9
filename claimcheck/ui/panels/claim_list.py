"""The claims as a list, and the box that several promises can be pasted into."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from claimcheck.cards.paint.marks import paint_verdict_shape
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.review import Claim, Review, new_id
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.entries import read_promises
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.parts import column, row
from claimcheck.ui.session import Session
from claimcheck.ui.theme import inter, theme
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.ui.widgets.tips import serve

AnyIndex = QModelIndex | QPersistentModelIndex
CLAIM = Qt.ItemDataRole.UserRole
_ROW, _LINE, _INSET, _SHAPE, _BAR = 52, 17, 12, 18, 4
_TEXT_LEFT = _INSET + _SHAPE + 10


class ClaimDelegate(QStyledItemDelegate):
    """Verdict shape, the quote in at most two lines, the topic."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else 240
        lines = _lines(_quoted(index.data(CLAIM)), width - _TEXT_LEFT - _INSET, 2)
        return QSize(120, _ROW + _LINE * (len(lines) - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = theme().tokens
        claim: Claim = index.data(CLAIM)
        box: QRect = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(tokens.colour("selected"))
            painter.drawRoundedRect(QRectF(box), 10, 10)
            bar = QRectF(box.x(), box.y() + 12, _BAR, box.height() - 24)
            painter.fillRect(bar, tokens.colour("yellow" if theme().dark else "ink"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(tokens.colour("text", 0.06))
            painter.drawRoundedRect(QRectF(box), 10, 10)
        shape = QRectF(box.x() + _INSET, box.y() + 9, _SHAPE, _SHAPE)
        if claim.verdict is not None:
            paint_verdict_shape(painter, shape, claim.verdict, tokens.verdict(claim.verdict))
        else:
            painter.setPen(tokens.colour("control"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(shape.adjusted(1.5, 1.5, -1.5, -1.5))
        text = box.adjusted(_TEXT_LEFT, 8, -_INSET, -8)
        painter.setPen(tokens.colour("text"))
        lines = _lines(_quoted(claim), text.width(), 2)
        painter.setFont(inter(13, 550))
        for at, line in enumerate(lines):
            painter.drawText(text.x(), text.y() + 14 + _LINE * at, line)
        painter.setFont(inter(12, 400))
        painter.setPen(tokens.colour("text_2"))
        painter.drawText(text.x(), text.y() + 14 + _LINE * len(lines), _about(claim))
        painter.restore()


class ClaimList(QListWidget):
    """The claims in the order in which they were added; Delete removes the selected one."""

    picked = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(ClaimDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Claims"))
        self.currentItemChanged.connect(self._on_current_changed)

    def show_claims(self, claims: tuple[Claim, ...], selected: str | None) -> None:
        """Show these, with one selected; rows are kept while their claims are the same."""
        blocked = self.blockSignals(True)
        if [self.claim_at(i).id for i in range(self.count())] != [c.id for c in claims]:
            self.clear()
            for _ in claims:
                self.addItem(QListWidgetItem())
        for at, claim in enumerate(claims):
            item = self.item(at)
            item.setData(CLAIM, claim)
            item.setToolTip(claim.quote)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{claim.quote}, {_about(claim)}")
        at = next((i for i, claim in enumerate(claims) if claim.id == selected), -1)
        if at != self.currentRow():
            self.setCurrentRow(at)
        self.blockSignals(blocked)
        self.viewport().update()

    def claim_at(self, index: int) -> Claim:
        """The claim in one row."""
        claim: Claim = self.item(index).data(CLAIM)
        return claim

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit(item.data(CLAIM).id)
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.picked.emit(item.data(CLAIM).id)


class PromiseBox(QPlainTextEdit):
    """Ctrl+Enter adds what stands here; Enter starts the next promise."""

    submitted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class ClaimAdder(QWidget):
    """Type or paste promises, one a line; all of them come in as one undo step."""

    def __init__(self, session: Session, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.box = PromiseBox()
        self.box.setFixedHeight(height)
        self.box.setTabChangesFocus(True)
        words = self.tr("Promises from the listing, one a line")
        self.box.setPlaceholderText(self.tr("“Grows hair in 14 days”"))
        self.box.setAccessibleName(words)
        title = label(words, "label", wrap=True)
        title.setBuddy(self.box)
        self.add = button(self.tr("Add"), "plus")
        self.add.setEnabled(False)
        foot = row(None, self.add)
        whole = column(title, self.box, spacing=4)
        whole.setContentsMargins(3, 0, 3, 3)  # room for a focus ring
        whole.addSpacing(4)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.box.textChanged.connect(self._count)
        self.box.submitted.connect(self.submit)
        self.add.clicked.connect(self.submit)
        for widget in (self.box, self.add):  # with nothing written yet, the key leads to the box
            serve(widget, session.shortcuts, BY_NAME["add_claims"])
        lock_when_read_only(session.document, (self.box, self.add))

    def submit(self) -> None:
        """Add a claim for each line, and show the first of them."""
        quotes = read_promises(self.box.toPlainText())
        document = self._session.document
        if not quotes or not document.is_open:
            return
        listings = document.review.listings
        source = listings[0].id if listings else None
        claims = [Claim(new_id(), quote, listing_id=source) for quote in quotes]

        def edit(review: Review) -> Review:
            for claim in claims:
                review = edits.put_claim(review, claim)
            return review

        name = QT_TRANSLATE_NOOP("history", "Add %n claim(s)")
        if document.apply(edit, name, len(claims)):
            self.box.clear()
            self._session.selection.select_claim(claims[0].id)

    def _count(self) -> None:
        count = len(read_promises(self.box.toPlainText()))
        self.add.setEnabled(count > 0 and not self._session.read_only)
        self.add.setText(self.tr("Add %n claim(s)", "", count) if count > 1 else self.tr("Add"))


def _quoted(claim: Claim) -> str:
    return f"“{claim.quote}”"


def _about(claim: Claim) -> str:
    if claim.verdict is None:
        return name_of(claim.topic)
    return f"{name_of(claim.topic)} · {name_of(claim.verdict)}"


def _lines(text: str, width: int, most: int) -> list[str]:
    """``text`` broken into at most ``most`` lines of 13 px type, the last one elided."""
    font = inter(13, 550)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[a:b].rstrip() for a, b in zip(starts, ends, strict=True)][: most - 1]
    if len(starts) >= most:
        rest = text[starts[most - 1] :]
        elide = Qt.TextElideMode.ElideRight
        lines.append(QFontMetrics(font).elidedText(rest, elide, width))
    return lines
