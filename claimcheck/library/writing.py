"""From values to the tables: only rows that differ are written. The caller's transaction."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from sqlite_utils import Database

from claimcheck.library.reading import read_rows
from claimcheck.library.rows import TABLES, ItemTable, rows_of
from claimcheck.library.search import searchable
from claimcheck.library.values import change_to_plain, to_plain
from claimcheck.model.changes import Change
from claimcheck.model.history import History
from claimcheck.model.review import Review


def write_review(db: Database, review: Review) -> None:
    """Make the tables hold ``review``, and nothing of it that it no longer has."""
    _write_head(db, review)
    for table in TABLES:
        _write_items(db, table, review)


def write_history(db: Database, review_id: str, history: History) -> None:
    """Make the tables hold ``history``; steps that are there already are never written again."""
    stored = {
        row[0] for row in db.execute("SELECT id FROM history WHERE review_id = ?", [review_id])
    }
    kept = {step.id for step in history.steps}
    db.conn.executemany(
        "DELETE FROM history WHERE review_id = ? AND id = ?",
        [(review_id, step_id) for step_id in stored - kept],
    )
    db.conn.executemany(
        "INSERT INTO history (review_id, id, name, count, patches) VALUES (?, ?, ?, ?, ?)",
        [
            (review_id, step.id, step.change.name, step.change.count, _patches(step.change))
            for step in history.steps
            if step.id not in stored
        ],
    )
    db.execute("UPDATE reviews SET history_done = ? WHERE id = ?", [history.done, review_id])


def utc(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds, so that text sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _patches(change: Change) -> str:
    return json.dumps(change_to_plain(change), ensure_ascii=False)


def _write_head(db: Database, review: Review) -> None:
    db.execute(
        """
        INSERT INTO reviews (id, created_at, updated_at, product_name, product_brand,
            product_gtin, product_category, card, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at,
            updated_at = excluded.updated_at, product_name = excluded.product_name,
            product_brand = excluded.product_brand, product_gtin = excluded.product_gtin,
            product_category = excluded.product_category, card = excluded.card,
            words = excluded.words""",
        [
            review.id,
            utc(review.created_at),
            utc(review.updated_at),
            *to_plain(review.product).values(),
            json.dumps(to_plain(review.card), ensure_ascii=False),
            to_plain(searchable(review)),
        ],
    )


def _write_items(db: Database, table: ItemTable, review: Review) -> None:
    stored = {row[1]: row for row in read_rows(db, table, review.id)}
    wanted = rows_of(table, review)
    db.conn.executemany(
        f"DELETE FROM {table.name} WHERE review_id = ? AND id = ?",
        [(review.id, item_id) for item_id in stored.keys() - wanted.keys()],
    )
    columns = table.columns
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns[2:])
    db.conn.executemany(
        f"INSERT INTO {table.name} ({', '.join(columns)})"
        f" VALUES ({', '.join('?' for _ in columns)})"
        f" ON CONFLICT (review_id, id) DO UPDATE SET {updates}",
        [row for item_id, row in wanted.items() if stored.get(item_id) != row],
    )
