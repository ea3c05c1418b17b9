"""Finding a picture among many by its fingerprint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple

import numpy as np

from claimcheck.imaging.fingerprint import (
    Fingerprint,
    Hashes,
    Smalls,
    agreement,
    hash_distances,
    windows,
)

NEAR_BITS = 30
"""Of 99: hashes of a picture and of an altered copy hardly ever differ in more."""
SAME_SHARE = 0.57
_WINDOWS_COMPARED = 3
_COMPARED_AT_MOST = 36


@dataclass(frozen=True, slots=True)
class Match:
    """A picture that is the one looked for, or an altered copy."""

    key: str
    distance: float
    """0 for the same pixels; what agrees less than ``SAME_SHARE`` is no match."""


class _Near(NamedTuple):
    """A picture that is near by hash, to be compared; the fewest bits first."""

    bits: int
    number: int
    half: int
    """Of the one that is whole: of ours, or of theirs when ``inside``."""
    place: int
    """Of the window that it looks like, in the other one."""
    inside: bool
    """Whether their picture looks like a window of ours."""


class Index:
    """Hashes by a key of the caller's; made once, searched often."""

    def __init__(self, hashes: Mapping[str, Hashes]) -> None:
        self._keys = list(hashes)
        every = np.concatenate([*hashes.values(), np.zeros((0, 2), np.uint64)])
        self._windows = np.ascontiguousarray(every.T)
        self._wholes = np.ascontiguousarray(every[:: len(windows())].T)

    def search(self, wanted: Fingerprint, smalls_of: Callable[[str], Smalls | None]) -> list[Match]:
        """Pictures that ``wanted`` is a copy or crop of, or that are crops of it; nearest first.

        ``smalls_of`` gives the small copies of the few that are compared, or ``None`` for one
        that can't be read.
        """
        best: dict[str, float] = {}
        for near in sorted([*self._where_it_lies(wanted), *self._what_lies_in_it(wanted)])[
            :_COMPARED_AT_MOST
        ]:
            key = self._keys[near.number]
            theirs = smalls_of(key)
            if theirs is None:
                continue
            pair = (theirs, near.half, wanted.smalls)
            if not near.inside:
                pair = (wanted.smalls, near.half, theirs)
            best[key] = max(best.get(key, 0.0), agreement(*pair, near.place))
        found = [Match(key, round(1 - share, 4)) for key, share in best.items()]
        found = [match for match in found if match.distance <= 1 - SAME_SHARE]
        return sorted(found, key=lambda match: (match.distance, match.key))

    def _where_it_lies(self, wanted: Fingerprint) -> Iterator[_Near]:
        """Pictures with windows that look like ours."""
        count = len(wanted.hashes)
        for half in (0, 1):
            whole = wanted.hashes[half * len(windows())]
            if half and np.array_equal(whole, wanted.hashes[0]):
                continue  # there is no border
            distances = hash_distances(whole, self._windows)
            near: dict[int, list[tuple[int, int]]] = defaultdict(list)
            for at in np.flatnonzero(distances <= NEAR_BITS):
                number, place = divmod(int(at), count)
                near[number].append((int(distances[at]), place))
            for number, entries in near.items():
                for bits, place in nsmallest(_WINDOWS_COMPARED, entries):
                    yield _Near(bits, number, half, place, inside=False)

    def _what_lies_in_it(self, wanted: Fingerprint) -> Iterator[_Near]:
        """Pictures that look like a window of ours."""
        near: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for place, window in enumerate(wanted.hashes):
            if place % len(windows()) == 0:
                continue  # its wholes were looked for among all windows, wholes as well
            distances = hash_distances(window, self._wholes)
            for found in np.flatnonzero(distances <= NEAR_BITS):
                near[int(found)].append((int(distances[found]), place))
        for at, entries in near.items():
            for bits, place in nsmallest(_WINDOWS_COMPARED, entries):
                yield _Near(bits, at // 2, at % 2, place, inside=True)
