"""How pictures come in: copied, looked at in another process, kept by hash, and then described.

What is looked at is the copy that was hashed, so that nothing can change in between.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.errors import KnownError
from claimcheck.imaging.files.examine import Examined
from claimcheck.imaging.files.guarded import Guarded, examination
from claimcheck.imaging.files.opening import check_kind
from claimcheck.imaging.files.probe import PictureInfo
from claimcheck.library.originals import Originals, Received
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence, new_id
from claimcheck.workflow.pictures import keep_small
from claimcheck.workflow.progress import Progress, silent

_AHEAD = 4
"""So many pictures are copied while the first of them is still looked at."""
_SETTLING_AT_MOST = 24
_DISK_THREADS = 8
"""Waiting for the disk takes longer than all else; it waits for several files at once."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A picture that was there already, and what it is there."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the pictures: each is in exactly one of the three, in the order given."""

    evidence: tuple[Evidence, ...] = ()
    """New, not yet in any review."""
    repeated: tuple[Repeated, ...] = ()
    problems: tuple[KnownError, ...] = ()


@dataclass(frozen=True, slots=True)
class _Picture:
    """One picture on its way in: ``data`` when it is in memory, else the file ``path``."""

    path: Path
    data: bytes | None
    source: str


@dataclass(frozen=True, slots=True)
class _Purpose:
    """What is the same for all pictures of one intake."""

    role: Role
    origin: Origin
    listing_id: str | None


def take_in(
    originals: Originals,
    sources: Sequence[Path],
    role: Role,
    origin: Origin = Origin.FILE,
    listing_id: str | None = None,
    known: Iterable[Evidence] = (),
    progress: Progress = silent,
) -> Intake:
    """Copy picture files into the originals and describe them; nothing is put in a review.

    A file that fails becomes a problem and the others still come in. What is among ``known``
    already, or twice among ``sources``, is reported as repeated. When ``progress`` raises
    ``Cancelled`` it comes through: the originals so far stay whole, with nothing half-written.
    """
    pictures = [_Picture(source, None, _folder_of(source)) for source in sources]
    return _taken_in(originals, pictures, _Purpose(role, origin, listing_id), known, progress)


def take_in_bytes(
    originals: Originals,
    data: bytes,
    name: str,
    role: Role,
    origin: Origin = Origin.PASTE,
    listing_id: str | None = None,
    known: Iterable[Evidence] = (),
    source: str = "",
) -> Intake:
    """Take in one picture that is in memory, such as a pasted one; see ``take_in``.

    ``name`` is what it is called; ``source`` is where it came from, such as a page's URL.
    """
    picture = _Picture(Path(name), data, source)
    return _taken_in(originals, [picture], _Purpose(role, origin, listing_id), known, silent)


def from_source(intake: Intake, source: str) -> Intake:
    """The same, told to come from ``source``: the address that a browser's file is from."""
    return replace(
        intake, evidence=tuple(replace(item, source=source[:500]) for item in intake.evidence)
    )


def _taken_in(
    originals: Originals,
    pictures: Sequence[_Picture],
    purpose: _Purpose,
    known: Iterable[Evidence],
    progress: Progress,
) -> Intake:
    """Copy some pictures ahead while others are looked at; what comes of each stays in order."""
    with ThreadPoolExecutor(_DISK_THREADS, "settling") as disk:
        taking = _Taking(originals, purpose, {item.sha256: item for item in known}, disk)
        try:
            for done, picture in enumerate(pictures):
                progress(done, len(pictures), picture.path.name)
                taking.begin(picture)
                while len(taking.under_way) > _AHEAD:
                    taking.finish_first()
            while taking.under_way:
                taking.finish_first()
            taking.settle_rest()
        finally:
            taking.drop_rest()
    progress(len(pictures), len(pictures), "")
    return taking.intake()


@dataclass(slots=True)
class _UnderWay:
    """A picture that is copied and perhaps being looked at, or what went wrong with it."""

    picture: _Picture
    received: Received | None = None
    looked_at: Guarded[Examined] | None = None
    problem: KnownError | None = None


class _Taking:
    """One intake at work."""

    def __init__(
        self,
        originals: Originals,
        purpose: _Purpose,
        by_hash: dict[str, Evidence],
        disk: ThreadPoolExecutor,
    ) -> None:
        self._originals, self._purpose, self._by_hash = originals, purpose, by_hash
        self._disk = disk
        self.under_way: deque[_UnderWay] = deque()
        self._settling: deque[tuple[Evidence, Future[None]]] = deque()
        self._lost: dict[str, KnownError] = {}
        """What could not be kept, by hash."""
        self._evidence: list[Evidence] = []
        self._repeated: list[Repeated] = []
        self._problems: list[KnownError] = []

    def begin(self, picture: _Picture) -> None:
        """Copy a picture and have it looked at, unless it is known."""
        entry = _UnderWay(picture)
        self.under_way.append(entry)
        try:
            check_kind(picture.path, picture.data)  # before copying a gigabyte of something else
            entry.received = self._originals.receive(picture.path, picture.data, synced=False)
        except KnownError as problem:
            entry.problem = problem
            return
        if entry.received.sha256 not in self._by_hash:
            entry.looked_at = examination(entry.received.path, picture.path)

    def finish_first(self) -> None:
        """Wait for the picture that began first, and have it kept or leave nothing of it."""
        entry = self.under_way[0]
        try:
            is_kept = self._finish(entry)
        except KnownError as problem:
            self._problems.append(problem)
            is_kept = False
        finally:
            self.under_way.popleft()
        if not is_kept:
            self._drop(entry)
        while len(self._settling) > _SETTLING_AT_MOST:
            self._settle_first()

    def settle_rest(self) -> None:
        """Wait until all that is whole is on the disk."""
        while self._settling:
            self._settle_first()

    def drop_rest(self) -> None:
        """The user stopped it, or something broke: leave nothing of what is under way."""
        while self.under_way:
            self._drop(self.under_way.popleft())

    def intake(self) -> Intake:
        """What became of all; the same picture again is lost when the first one was."""
        kept = [one for one in self._repeated if one.evidence.sha256 not in self._lost]
        lost = [one for one in self._repeated if one.evidence.sha256 in self._lost]
        problems = [*self._problems, *(self._lost[one.evidence.sha256] for one in lost)]
        return Intake(tuple(self._evidence), tuple(kept), tuple(problems))

    def _finish(self, entry: _UnderWay) -> bool:
        """Whether the copy is to be kept."""
        if entry.problem is not None:
            raise entry.problem
        received, looked_at = entry.received, entry.looked_at
        assert received is not None
        if received.sha256 in self._by_hash:
            name = entry.picture.path.name
            self._repeated.append(Repeated(name, self._by_hash[received.sha256]))
            return False
        assert looked_at is not None
        found = looked_at.result()
        item = self._described(entry.picture, received, found.info)
        self._by_hash[item.sha256] = item
        settled = self._disk.submit(self._settle, received, found, entry.picture.path)
        self._settling.append((item, settled))
        return True

    def _settle(self, received: Received, found: Examined, called: Path) -> None:
        try:
            self._originals.settle(received, found.info.suffix, called)
        finally:
            self._originals.drop(received)
        keep_small(received.sha256, found.small)

    def _settle_first(self) -> None:
        item, settled = self._settling.popleft()
        try:
            settled.result()
        except KnownError as problem:
            self._lost[item.sha256] = problem
            self._problems.append(problem)
        else:
            self._evidence.append(item)

    def _drop(self, entry: _UnderWay) -> None:
        if entry.looked_at is not None:
            entry.looked_at.cancel()
        if entry.received is not None:
            self._originals.drop(entry.received)

    def _described(self, picture: _Picture, received: Received, info: PictureInfo) -> Evidence:
        return Evidence(
            id=new_id(),
            sha256=received.sha256,
            role=self._purpose.role,
            name=picture.path.name,
            suffix=info.suffix,
            size_bytes=received.size_bytes,
            width_px=info.width_px,
            height_px=info.height_px,
            added_at=datetime.now(UTC),
            origin=self._purpose.origin,
            source=picture.source,
            taken_at=info.taken_at,
            listing_id=self._purpose.listing_id,
            has_location=info.has_location,
            camera=info.camera,
        )


def _folder_of(source: Path) -> str:
    return str(source.absolute().parent)
