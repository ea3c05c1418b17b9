"""Emptying the trash: which originals go with it, and which must stay."""

from __future__ import annotations

import time
from datetime import datetime

from sqlite_utils import Database

from claimcheck.library.check import referenced_originals
from claimcheck.library.originals import Originals, is_original

_IN_FLIGHT_SECONDS = 24 * 60 * 60


def trashed_originals(db: Database) -> dict[str, float]:
    """File names of what the trashed reviews need, with when the last of them was trashed."""
    sql = "SELECT id, trashed_at FROM reviews WHERE trashed_at IS NOT NULL"
    moments = {
        review_id: datetime.fromisoformat(trashed_at).timestamp()
        for review_id, trashed_at in db.execute(sql)
    }
    found: dict[str, float] = {}
    for review_id, file, _ in referenced_originals(db):
        if review_id in moments:
            found[file] = max(moments[review_id], found.get(file, 0.0))
    return found


def delete_trashed(db: Database) -> int:
    """Delete the rows of all reviews in the trash; how many they were."""
    return db.execute("DELETE FROM reviews WHERE trashed_at IS NOT NULL").rowcount


def sweep_originals(db: Database, originals: Originals, trashed: dict[str, float]) -> None:
    """Delete the originals that neither a review nor its undo steps name.

    Spared is what may be on its way in: stored, but its row not yet written. That is what was
    stored (or stored again) after its review went to the trash, and what no trashed review had
    and is less than a day old. Spared, too, is what is older than the database itself:
    it would belong to a database that was lost.
    """
    needed = {file for _, file, _ in referenced_originals(db)}
    first = db.execute("SELECT applied_at FROM _sqlite_migrations ORDER BY id").fetchone()[0]
    born = datetime.fromisoformat(first).timestamp()
    for path in list(originals.files()):
        if not is_original(path) or path.name in needed:
            continue
        stored = path.stat().st_mtime
        if path.name in trashed:
            unneeded = stored <= trashed[path.name]
        else:
            unneeded = born < stored < time.time() - _IN_FLIGHT_SECONDS
        if unneeded:
            originals.remove(path)
