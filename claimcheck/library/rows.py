"""Between a review and the rows of its tables: one table for each of its collections."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from claimcheck.library.values import KINDS, from_plain, to_plain
from claimcheck.model.changes import COLLECTIONS
from claimcheck.model.geometry import Rect
from claimcheck.model.review import Identified, Review, Style

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ItemTable:
    """The table of one collection of a review; it is named after it.

    A nested value becomes columns of its own (``listing_place_x``), a sequence or a value that
    holds one JSON text. The
    first two columns are ``review_id`` and ``id``, together the key; then ``position``.
    """

    name: str
    kind: type
    nested: dict[str, tuple[str, ...]]
    """Names of the fields that are values themselves, with the names of their fields."""

    @property
    def columns(self) -> tuple[str, ...]:
        """In the order of the rows that ``to_row`` gives."""
        names = ["review_id", "id", "position"]
        for field in fields(self.kind):
            if field.name in self.nested:
                names += [f"{field.name}_{sub}" for sub in self.nested[field.name]]
            elif field.name != "id":
                names.append(field.name)
        return tuple(names)

    def to_row(self, review_id: str, position: int, item: Identified) -> Row:
        """The row of an item."""
        plain = to_plain(item)
        row: list[Any] = [review_id, plain.pop("id"), position]
        for name, value in plain.items():
            if name in self.nested:
                row += [value[sub] if value else None for sub in self.nested[name]]
            elif isinstance(value, list | tuple | dict):
                row.append(json.dumps(value, ensure_ascii=False))
            else:
                row.append(value)
        return tuple(row)

    def from_row(self, row: Row) -> Any:
        """The item of a row; its position is left out."""
        columns = dict(zip(self.columns, row, strict=True))
        plain: dict[str, Any] = {}
        for field in fields(self.kind):
            subs = self.nested.get(field.name)
            if subs:
                values = {sub: columns[f"{field.name}_{sub}"] for sub in subs}
                plain[field.name] = None if None in values.values() else values
            elif field.name in _AS_JSON:
                plain[field.name] = json.loads(columns[field.name])
            else:
                plain[field.name] = columns[field.name]
        return from_plain(plain, self.kind)


_AS_JSON = {"hashtags", "points", "told", "homography", "pairs", "doubts", "matrix"}
_AS_JSON |= {"face", "listing", "photo", "listing_patch", "photo_patch"}
_NESTED: dict[str, type] = {
    "listing_place": Rect,
    "photo_place": Rect,
    "style": Style,
    "crop": Rect,
}


def _table(name: str) -> ItemTable:
    kind = KINDS[name]
    nested = {
        field.name: tuple(sub.name for sub in fields(_NESTED[field.name]))
        for field in fields(kind)
        if field.name in _NESTED
    }
    return ItemTable(name, kind, nested)


TABLES: tuple[ItemTable, ...] = tuple(_table(name) for name in COLLECTIONS)


def rows_of(table: ItemTable, review: Review) -> dict[str, Row]:
    """The rows of one collection by the items' ids."""
    items: tuple[Identified, ...] = getattr(review, table.name)
    return {item.id: table.to_row(review.id, position, item) for position, item in enumerate(items)}
