"""From the tables to values: a review, its history, the list of all reviews."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from claimcheck.library.records import ExportRecord, ReviewSummary
from claimcheck.library.rows import TABLES, ItemTable, Row
from claimcheck.library.search import patterns
from claimcheck.library.values import change_from_plain, from_plain
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.history import History, Step
from claimcheck.model.kinds import Verdict
from claimcheck.model.review import CardSettings, Evidence, Product, Review
from claimcheck.model.showing import with_adjustment

_EVIDENCE = next(table for table in TABLES if table.kind is Evidence)
_ADJUSTMENTS = next(table for table in TABLES if table.kind is Adjustment)

_SHORTEST_START = 4
_SHA256_LETTERS = 64


def read_review(db: Database, review_id: str) -> Review | None:
    """The review with this id, in the trash or not."""
    row = db.execute(
        "SELECT product_name, product_brand, product_gtin, product_category, card,"
        " created_at, updated_at FROM reviews WHERE id = ?",
        [review_id],
    ).fetchone()
    if row is None:
        return None
    name, brand, gtin, category, card, created_at, updated_at = row
    return Review(
        id=review_id,
        product=Product(name, brand, gtin, category),
        created_at=datetime.fromisoformat(created_at),
        updated_at=datetime.fromisoformat(updated_at),
        card=from_plain(json.loads(card), CardSettings),
        **{table.name: read_items(db, table, review_id) for table in TABLES},
    )


def read_items(db: Database, table: ItemTable, review_id: str) -> tuple[Any, ...]:
    """The items of one collection of a review, in their order."""
    return tuple(
        table.from_row(row)
        for row in sorted(read_rows(db, table, review_id), key=lambda row: int(row[2]))
    )


def read_rows(db: Database, table: ItemTable, review_id: str) -> list[Row]:
    """The rows of one collection of a review, as ``ItemTable.to_row`` makes them."""
    columns = ", ".join(table.columns)
    sql = f"SELECT {columns} FROM {table.name} WHERE review_id = ?"
    return db.execute(sql, [review_id]).fetchall()


def read_history(db: Database, review_id: str) -> History:
    """What undo steps through; empty for a review without."""
    done = db.execute("SELECT history_done FROM reviews WHERE id = ?", [review_id]).fetchone()
    rows = db.execute(
        "SELECT id, name, count, patches FROM history WHERE review_id = ? ORDER BY id", [review_id]
    )
    steps = tuple(
        Step(step_id, change_from_plain(name, count, json.loads(patches)))
        for step_id, name, count, patches in rows
    )
    return History(steps, done[0] if done else 0)


def read_summaries(db: Database, search: str, trashed: bool) -> tuple[ReviewSummary, ...]:
    """The reviews that have all words of ``search``, newest first."""
    likes = patterns(search)
    where = " AND ".join(
        [f"r.trashed_at IS {'NOT ' if trashed else ''}NULL", *("r.words LIKE ?" for _ in likes)]
    )
    sql = f"""
        SELECT r.id, r.product_name, r.product_brand, r.updated_at,
            (SELECT count(*) FROM claims c WHERE c.review_id = r.id),
            (SELECT count(*) FROM discrepancies d WHERE d.review_id = r.id),
            (SELECT json_group_array(verdict) FROM (
                SELECT verdict FROM claims c
                WHERE c.review_id = r.id AND verdict IS NOT NULL ORDER BY position)),
            p.listing_image_id, p.photo_id
        FROM reviews r
        LEFT JOIN comparisons p ON p.review_id = r.id AND p.position = 0
        WHERE {where}
        ORDER BY r.updated_at DESC, r.rowid DESC"""
    rows = db.execute(sql, likes).fetchall()
    pictures = _pictures_in_view(db)
    return tuple(
        ReviewSummary(
            id=row[0],
            product=row[1],
            brand=row[2],
            updated_at=datetime.fromisoformat(row[3]),
            claims=row[4],
            discrepancies=row[5],
            verdicts=tuple(Verdict(verdict) for verdict in json.loads(row[6])),
            listing_image=pictures.get((row[0], row[7])),
            photo=pictures.get((row[0], row[8])),
        )
        for row in rows
    )


def _pictures_in_view(db: Database) -> dict[tuple[str, str], Evidence]:
    """The pictures of every review's first comparison as they are shown, by review and id."""
    columns = ", ".join(f"e.{column}" for column in _EVIDENCE.columns)
    sql = f"""
        SELECT {columns} FROM comparisons p
        JOIN evidence e ON e.review_id = p.review_id AND e.id IN (p.listing_image_id, p.photo_id)
        WHERE p.position = 0"""
    found = {(row[0], row[1]): _EVIDENCE.from_row(row) for row in db.execute(sql)}
    columns = ", ".join(f"a.{column}" for column in _ADJUSTMENTS.columns)
    for row in db.execute(f"SELECT {columns} FROM adjustments a").fetchall():
        key = (row[0], row[1])
        if key in found:
            found[key] = with_adjustment(found[key], _ADJUSTMENTS.from_row(row))
    return found


def read_exports(db: Database, review_id: str) -> tuple[ExportRecord, ...]:
    """The files made from a review, newest first."""
    rows = db.query(
        "SELECT * FROM exports WHERE review_id = ? ORDER BY made_at DESC, rowid DESC", [review_id]
    )
    return tuple(from_plain(row, ExportRecord) for row in rows)


def read_exports_like(db: Database, start: str) -> tuple[ExportRecord, ...]:
    """At most two whose ids begin with ``start``, of at least four letters; for a whole SHA-256 the
    newest with that content.
    """
    if len(start) < _SHORTEST_START:
        return ()
    if len(start) == _SHA256_LETTERS:
        sql = "SELECT * FROM exports WHERE sha256 = ? ORDER BY made_at DESC LIMIT 1"
        return tuple(from_plain(row, ExportRecord) for row in db.query(sql, [start]))
    sql = "SELECT * FROM exports WHERE substr(id, 1, ?) = ? LIMIT 2"
    rows = db.query(sql, [len(start), start])
    return tuple(from_plain(row, ExportRecord) for row in rows)
