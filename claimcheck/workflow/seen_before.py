"""The same picture in other reviews, or under another seller's name: a drop-shipper's trace."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimcheck.errors import KnownError
from claimcheck.imaging.files.examine import SMALL_PX
from claimcheck.imaging.files.guarded import examination
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.fingerprint import VERSION, Fingerprint, Smalls, fingerprint, small_copies
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.seen import Index
from claimcheck.library import Library
from claimcheck.library.originals import Originals
from claimcheck.model.kinds import SIDES
from claimcheck.model.review import Evidence
from claimcheck.workflow.pictures import thumbnail
from claimcheck.workflow.progress import Progress, silent

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture that shows the same as the one looked for."""

    review_id: str
    evidence: Evidence
    distance: float
    """0 for the same pixels; see ``claimcheck.imaging.seen``."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of its pictures, read at one moment."""

    evidence: tuple[tuple[str, Evidence], ...]
    """Review id and evidence, pictures only."""
    hashes: Mapping[str, bytes]
    """By SHA-256; those of pictures that nobody looked for yet are missing."""


def read_known(library: Library) -> Known:
    """Ask the library; for the thread of its database."""
    pictures = tuple(pair for pair in library.evidence() if pair[1].role in SIDES)
    return Known(pictures, library.fingerprints(VERSION))


def keep_hashes(library: Library, hashes: Mapping[str, bytes]) -> None:
    """Keep what ``find_seen`` had to work out."""
    if not library.read_only:
        library.keep_fingerprints(VERSION, hashes)


def print_of_file(path: Path) -> Fingerprint:
    """The fingerprint of a picture's file; it is looked at in another process.

    ``KnownError`` as ``examine``.
    """
    return fingerprint(load_rgb(path, None, examination(path, path).result().small))


def prints_of(originals: Originals, evidence: Iterable[Evidence]) -> list[Fingerprint]:
    """Of those that can be read."""
    made = []
    for item in evidence:
        try:
            made.append(print_of(originals, item))
        except KnownError as error:
            log.info("no fingerprint of %s: %s", item.name, error)
    return made


def print_of(originals: Originals, evidence: Evidence) -> Fingerprint:
    """The fingerprint of a picture in the library; ``KnownError`` as ``thumbnail``."""
    return fingerprint(_small(originals, evidence))


def find_seen(
    originals: Originals,
    wanted: Sequence[Fingerprint],
    known: Known,
    progress: Progress = silent,
) -> tuple[tuple[tuple[Seen, ...], ...], dict[str, bytes]]:
    """For each fingerprint the pictures that show the same, nearest first; and new hashes to keep.

    Originals that can't be read are passed over.
    """
    by_hash: dict[str, list[tuple[str, Evidence]]] = {}
    for review_id, item in known.evidence:
        by_hash.setdefault(item.sha256, []).append((review_id, item))
    fresh = _missing(originals, known, by_hash, progress)
    every = {key: known.hashes.get(key) or fresh.get(key) for key in by_hash}
    index = Index({key: _unpacked(held) for key, held in every.items() if held})

    def smalls_of(key: str) -> Smalls | None:
        try:
            return small_copies(_small(originals, by_hash[key][0][1]))
        except KnownError:
            return None

    found = tuple(
        tuple(
            Seen(review_id, item, match.distance)
            for match in index.search(one, smalls_of)
            for review_id, item in by_hash[match.key]
        )
        for one in wanted
    )
    return found, fresh


def elsewhere(
    found: Iterable[Iterable[Seen]], evidence: Sequence[Evidence], review_id: str
) -> tuple[Seen, ...]:
    """Of what was found for ``evidence``, what is in other reviews than theirs; each once."""
    own = {item.id for item in evidence}
    once: dict[str, Seen] = {}
    for matches in found:
        for one in matches:
            if one.review_id != review_id and one.evidence.id not in own:
                once.setdefault(one.evidence.id, one)
    return tuple(once.values())


def _missing(
    originals: Originals,
    known: Known,
    by_hash: Mapping[str, list[tuple[str, Evidence]]],
    progress: Progress,
) -> dict[str, bytes]:
    wanted = [key for key in by_hash if key not in known.hashes]
    made: dict[str, bytes] = {}
    for done, key in enumerate(wanted):
        item = by_hash[key][0][1]
        progress(done, len(wanted), item.name)
        try:
            made[key] = print_of(originals, item).hashes.tobytes()
        except KnownError as error:
            log.info("no fingerprint of %s: %s", item.name, error)
    return made


def _unpacked(held: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint64]]:
    return np.frombuffer(held, np.uint64).reshape(-1, 2)


def _small(originals: Originals, evidence: Evidence) -> RGB:
    return thumbnail(originals, evidence, SMALL_PX)
