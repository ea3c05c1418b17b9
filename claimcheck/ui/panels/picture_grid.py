"""The pictures of one role as a grid: seen whole, with name, size and date; one is compared."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.ui.icons import paint_icon
from claimcheck.ui.panels.fields import say_when_read_only
from claimcheck.ui.panels.picture_model import (
    COMPARED,
    EVIDENCE,
    PICTURE,
    AnyIndex,
    PictureModel,
    describe,
)
from claimcheck.ui.session import Session
from claimcheck.ui.theme import barlow, inter, theme

SIDES = (360, 272, 208, 152)
"""How large a picture may be shown: as large as all of them fit without scrolling."""
_INSET, _RADIUS, _TEXT = 12, 6, 44


class PictureDelegate(QStyledItemDelegate):
    """Paints one tile: the picture whole, name and measures below, the tab of the compared one."""

    def __init__(self, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self.side = SIDES[-1]

    @property
    def tile(self) -> QSize:
        """A picture with its insets and the lines below it."""
        return QSize(self.side + 2 * _INSET, self.side + 2 * _INSET + _TEXT)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return self.tile

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        colours = theme().tokens
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        item: Evidence = index.data(EVIDENCE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(box).adjusted(2, 2, -2, -2)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("selected"))
            painter.drawRoundedRect(tile, 10, 10)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("text", 0.06))
            painter.drawRoundedRect(tile, 10, 10)
        if (
            state & QStyle.StateFlag.State_HasFocus
            and state & QStyle.StateFlag.State_KeyboardFocusChange
        ):
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tile, 10, 10)
        frame = QRectF(box.x() + _INSET, box.y() + _INSET, self.side, self.side)
        self._paint_picture(painter, frame, index.data(PICTURE))
        if index.data(COMPARED):
            self._paint_tab(painter, frame)
        if item.has_location:
            self._paint_pin(painter, frame)
        text = QRect(box.x() + _INSET, box.y() + _INSET + self.side + 6, self.side, 18)
        painter.setFont(inter(12, 550))
        painter.setPen(colours.colour("text"))
        self._line(painter, text, item.name, Qt.TextElideMode.ElideMiddle)
        painter.setFont(inter(12, 400))
        painter.setPen(colours.colour("text_2"))
        self._line(painter, text.translated(0, 17), describe(item), Qt.TextElideMode.ElideRight)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRectF, picture: QPixmap | None) -> None:
        colours = theme().tokens
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.setBrush(colours.colour("raised"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if picture is None or picture.isNull():
            return
        room = QSize(self.side - 8, self.side - 8)
        size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _paint_tab(self, painter: QPainter, frame: QRectF) -> None:
        # The code of the whole app: white is the webshop, yellow is real life.
        colours = theme().tokens
        painter.setFont(barlow(13, 800, 6))
        word = self.tr("Compared").upper()
        width = painter.fontMetrics().horizontalAdvance(word) + 14
        tab = QRectF(frame.x() - 4, frame.y() + 8, width, 22)
        painter.setPen(QPen(colours.colour("ink"), 2))
        is_listing = self._role is Role.LISTING
        painter.setBrush(Qt.GlobalColor.white if is_listing else colours.colour("yellow"))
        painter.drawRect(tab)
        painter.setPen(colours.colour("ink"))
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_pin(self, painter: QPainter, frame: QRectF) -> None:
        """The original tells where it was taken."""
        colours = theme().tokens
        disc = QRectF(frame.right() - 30, frame.y() + 6, 24, 24)
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.setBrush(colours.colour("surface"))
        painter.drawEllipse(disc)
        paint_icon(painter, "map-pin", disc.x() + 5, disc.y() + 5, 14, colours.text)

    def _line(self, painter: QPainter, box: QRect, text: str, elide: Qt.TextElideMode) -> None:
        short = painter.fontMetrics().elidedText(text, elide, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)


class PictureGrid(QListView):
    """Choose with mouse or arrow keys; Enter or a double click compares, Delete removes."""

    compare_requested = Signal(str)
    remove_requested = Signal(str)
    details_requested = Signal(str)
    search_requested = Signal(str)
    picked = Signal()
    """Another picture is selected, or none."""

    def __init__(self, session: Session, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.pictures = PictureModel(session, role, self)
        self.setModel(self.pictures)
        self._delegate = PictureDelegate(role, self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(
            self.tr("Listing images") if role is Role.LISTING else self.tr("Photos")
        )
        self.doubleClicked.connect(self._ask_to_compare)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())
        self.pictures.modelReset.connect(self._fit_tiles)
        self.pictures.modelReset.connect(self.picked)
        self._fit_tiles()

    @property
    def selected(self) -> Evidence | None:
        """The selected picture."""
        rows = self.selectionModel().selectedIndexes()
        return rows[0].data(EVIDENCE) if rows else None

    def select(self, evidence_id: str) -> None:
        """Select a picture and bring it into view."""
        at = self.pictures.row_of(evidence_id)
        if at >= 0:
            self.setCurrentIndex(self.pictures.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.selected
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.compare_requested.emit(item.id)
        elif item is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(item.id)
        elif item is not None and event.key() == Qt.Key.Key_I and not event.modifiers():
            self.details_requested.emit(item.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if by_keyboard else event.pos()
            self.menu_for(index.data(EVIDENCE)).popup(self.viewport().mapToGlobal(QPoint(at)))

    def menu_for(self, item: Evidence) -> QMenu:
        """What can be done with one picture."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        compare = menu.addAction(self.tr("Compare this one"))
        compare.triggered.connect(lambda: self.compare_requested.emit(item.id))
        details = menu.addAction(self.tr("Where it comes from …"))
        details.triggered.connect(lambda: self.details_requested.emit(item.id))
        again = menu.addAction(self.tr("Find this picture"))
        again.triggered.connect(lambda: self.search_requested.emit(item.id))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove"))
        remove.triggered.connect(lambda: self.remove_requested.emit(item.id))
        for changes in (compare, remove):
            changes.setEnabled(not self._session.read_only)
            say_when_read_only(self._session.document, changes)
        return menu

    def _ask_to_compare(self, index: QModelIndex) -> None:
        self.compare_requested.emit(index.data(EVIDENCE).id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tiles()

    def _fit_tiles(self) -> None:
        # The widget's own size, not the viewport's: a scroll bar must not change the answer.
        side = fitting_side(self.pictures.rowCount(), self.width() - 12, self.height())
        if side != self._delegate.side or self.gridSize() != self._delegate.tile:
            self._delegate.side = side
            self.setGridSize(self._delegate.tile)
            self.scheduleDelayedItemsLayout()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)


def fitting_side(count: int, width: int, height: int) -> int:
    """The largest side at which ``count`` tiles fit into ``width`` × ``height``, or the least."""
    for side in SIDES:
        across = max(1, width // (side + 2 * _INSET))
        down = height // (side + 2 * _INSET + _TEXT)
        if across * down >= count:
            return side
    return SIDES[-1]
