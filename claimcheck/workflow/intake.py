"""How pictures come in: looked at, decoded once to the end, kept by hash, and then described."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.load import load_rgb
from claimcheck.imaging.probe import PictureInfo, probe
from claimcheck.library.originals import Originals, Stored
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence, new_id
from claimcheck.workflow.progress import Progress, silent

SMALLEST_SIDE_PX = 24

_CHECKED_AT_PX = 64  # every byte of a JPEG is read for this, most of its pixels are never made
_BROKEN_OFF = 4096  # so many zeros at the end of a JPEG: room that a copy was to fill


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
    purpose = _Purpose(role, origin, listing_id)
    by_hash = {item.sha256: item for item in known}
    evidence: list[Evidence] = []
    repeated: list[Repeated] = []
    problems: list[KnownError] = []
    for done, source in enumerate(sources):
        progress(done, len(sources), source.name)
        picture = _Picture(source, None, _folder_of(source))
        try:
            item = _taken_in(originals, picture, purpose, by_hash)
        except KnownError as problem:
            problems.append(problem)
            continue
        if item.sha256 in by_hash:
            repeated.append(Repeated(source.name, by_hash[item.sha256]))
        else:
            by_hash[item.sha256] = item
            evidence.append(item)
    progress(len(sources), len(sources), "")
    return Intake(tuple(evidence), tuple(repeated), tuple(problems))


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
    by_hash = {item.sha256: item for item in known}
    picture = _Picture(Path(name), data, source)
    try:
        item = _taken_in(originals, picture, _Purpose(role, origin, listing_id), by_hash)
    except KnownError as problem:
        return Intake(problems=(problem,))
    if item.sha256 in by_hash:
        return Intake(repeated=(Repeated(name, by_hash[item.sha256]),))
    return Intake(evidence=(item,))


def from_source(intake: Intake, source: str) -> Intake:
    """The same, told to come from ``source``: the address that a browser's file is from."""
    return replace(
        intake, evidence=tuple(replace(item, source=source[:500]) for item in intake.evidence)
    )


def _taken_in(
    originals: Originals, picture: _Picture, purpose: _Purpose, by_hash: dict[str, Evidence]
) -> Evidence:
    """Keep and describe one picture; a known one is given as it is known."""
    _check_sides(probe(picture.path, picture.data), picture.path)  # before reading a gigabyte
    # Read once, so that what is checked is what is hashed, even while someone still writes it.
    data = _content(picture)
    info = probe(picture.path, data)
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 in by_hash:
        return by_hash[sha256]
    _check_whole(data, info, picture.path)
    stored = _kept(originals, picture, data, info.suffix)
    if stored.sha256 != sha256:
        raise KnownError(ErrorKind.FILE_UNREADABLE, picture.path)
    return Evidence(
        id=new_id(),
        sha256=stored.sha256,
        role=purpose.role,
        name=picture.path.name,
        suffix=info.suffix,
        size_bytes=stored.size_bytes,
        width_px=info.width_px,
        height_px=info.height_px,
        added_at=datetime.now(UTC),
        origin=purpose.origin,
        source=picture.source,
        taken_at=info.taken_at,
        listing_id=purpose.listing_id,
        has_location=info.has_location,
        camera=info.camera,
    )


def _check_sides(info: PictureInfo, path: Path) -> None:
    if min(info.width_px, info.height_px) < SMALLEST_SIDE_PX:
        raise KnownError(
            ErrorKind.PICTURE_TOO_SMALL,
            path,
            width=info.width_px,
            height=info.height_px,
            limit=SMALLEST_SIDE_PX,
        )


def _content(picture: _Picture) -> bytes:
    if picture.data is not None:
        return picture.data
    try:
        return picture.path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorKind.FILE_MISSING, picture.path) from error
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, picture.path) from error
    except MemoryError as error:
        raise KnownError(ErrorKind.MEMORY_FULL, picture.path) from error


def _check_whole(data: bytes, info: PictureInfo, path: Path) -> None:
    """Decode to the end, and look for the zeros that a copy which broke off leaves behind.

    A JPEG decoder takes such zeros for grey; a whole one has its end marker before any padding.
    """
    load_rgb(path, _CHECKED_AT_PX, data)
    filled_up = info.suffix == ".jpg" and not data[-_BROKEN_OFF:].strip(b"\0")
    if filled_up and not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise KnownError(ErrorKind.PICTURE_DAMAGED, path)


def _kept(originals: Originals, picture: _Picture, data: bytes, suffix: str) -> Stored:
    if picture.data is None:
        return originals.keep(picture.path, suffix)
    return originals.keep_bytes(data, suffix)


def _folder_of(source: Path) -> str:
    return str(source.absolute().parent)
