"""Fingerprints of originals, by SHA-256: made from the pictures, so they may be made anew."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database


def read_fingerprints(db: Database, version: int) -> dict[str, bytes]:
    """The hashes of each original of that version, as they were kept."""
    rows = db.execute("SELECT sha256, hashes FROM fingerprints WHERE version = ?", [version])
    return {row[0]: row[1] for row in rows}


def write_fingerprints(db: Database, version: int, hashes: Mapping[str, bytes]) -> None:
    """Keep hashes; those of another version of the same original are replaced."""
    for sha256, one in hashes.items():
        db.execute(
            "INSERT OR REPLACE INTO fingerprints (sha256, version, hashes) VALUES (?, ?, ?)",
            [sha256, version, one],
        )
