"""The pictures of one role as rows for a view; thumbnails come when they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Evidence, Review
from claimcheck.ui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
_Key = tuple[Evidence, tuple[Rect, ...]]

THUMBNAIL_PX = 512
EVIDENCE = Qt.ItemDataRole.UserRole
PICTURE = Qt.ItemDataRole.UserRole + 1
COMPARED = Qt.ItemDataRole.UserRole + 2


class PictureModel(QAbstractListModel):
    """The evidence of one role in the open review, with thumbnails fetched when first shown."""

    def __init__(self, session: Session, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._role = session, role
        self._items: tuple[Evidence, ...] = ()
        self._compared: str | None = None
        self._hidden: dict[str, tuple[Rect, ...]] = {}
        self._pictures: dict[_Key, QPixmap | None] = {}
        session.document.opened.connect(self.refresh)
        session.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the open review again."""
        document = self._session.document
        items: tuple[Evidence, ...] = ()
        compared, hidden = None, {}
        if document.is_open:
            shown = document.shown
            items = shown.pictures(self._role)
            comparison = document.comparison
            if comparison is not None:
                is_listing = self._role is Role.LISTING
                compared = comparison.listing_image_id if is_listing else comparison.photo_id
            hidden = {item.id: redactions(shown, item.id) for item in items}
        if items != self._items:
            self.beginResetModel()
            self._items, self._compared, self._hidden = items, compared, hidden
            self.endResetModel()
        elif (compared, hidden) != (self._compared, self._hidden):
            self._compared, self._hidden = compared, hidden
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    def row_of(self, evidence_id: str) -> int:
        """Where a picture is in the grid; -1 when it isn't."""
        return next((i for i, item in enumerate(self._items) if item.id == evidence_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: item.name,
            Qt.ItemDataRole.ToolTipRole: lambda: f"{item.name}\n{describe(item)}",
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._told(item),
            EVIDENCE: lambda: item,
            COMPARED: lambda: item.id == self._compared,
            PICTURE: lambda: self._picture(item),
        }
        return answers[role]() if role in answers else None

    def _told(self, item: Evidence) -> str:
        compared = self.tr("Compared") if item.id == self._compared else ""
        return ", ".join(part for part in (item.name, describe(item), compared) if part)

    def _picture(self, item: Evidence) -> QPixmap | None:
        key = (item, self._hidden.get(item.id, ()))
        if key not in self._pictures:
            self._pictures[key] = None  # asked for: once is enough
            self._session.thumbnail(item, THUMBNAIL_PX, _Landing(self, key).take, redactions=key[1])
        return self._pictures[key]

    def take_picture(self, key: _Key, image: QImage) -> None:
        """A thumbnail arrived."""
        self._pictures[key] = QPixmap.fromImage(image)
        at = self.row_of(key[0].id)
        if at >= 0:
            self.dataChanged.emit(self.index(at), self.index(at), [PICTURE])


class _Landing:
    """Remembers which picture a thumbnail was asked for."""

    def __init__(self, model: PictureModel, key: _Key) -> None:
        self._model, self._key = model, key

    def take(self, image: QImage) -> None:
        if is_alive(self._model):
            self._model.take_picture(self._key, image)


def describe(item: Evidence) -> str:
    """Size in pixels, and when it was taken as far as the camera wrote it down."""
    size = f"{item.width_px} × {item.height_px}"
    if item.taken_at is None:
        return size
    day = QDate(item.taken_at.year, item.taken_at.month, item.taken_at.day)
    return f"{size} · {QLocale().toString(day, 'd MMM yyyy')}"


def redactions(review: Review, evidence_id: str) -> tuple[Rect, ...]:
    """The places on a picture that must never be shown."""
    return tuple(
        mark.covered for mark in review.marks_on(evidence_id) if mark.kind is MarkKind.REDACTION
    )


def is_alive(thing: object) -> bool:
    """Whether the Qt object behind ``thing`` still exists."""
    return bool(shiboken6.isValid(thing))
