"""Evidence across all reviews, wherever it belongs."""

from __future__ import annotations

from sqlite_utils import Database

from claimcheck.library.rows import TABLES
from claimcheck.model.review import Evidence

_EVIDENCE = next(table for table in TABLES if table.kind is Evidence)


def read_evidence(db: Database, id_start: str) -> tuple[tuple[str, Evidence], ...]:
    """Evidence outside the trash whose id begins with ``id_start``, in order of arrival."""
    columns = ", ".join(f"e.{column}" for column in _EVIDENCE.columns)
    sql = f"""
        SELECT {columns} FROM evidence e
        JOIN reviews r ON r.id = e.review_id AND r.trashed_at IS NULL
        WHERE substr(e.id, 1, ?) = ? ORDER BY e.added_at, e.id"""
    rows = db.execute(sql, [len(id_start), id_start])
    return tuple((row[0], _EVIDENCE.from_row(row)) for row in rows)
