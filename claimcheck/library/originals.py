"""Where the pictures themselves lie: by SHA-256, read-only, never changed. No database here.

``originals/ab/abcd….jpg``; on the way in they pass through ``originals/incoming``. Safe to use
from several threads at once, since a name is only ever given to a whole file with that content.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.atomic import sync_file, sync_folder, write_errors_told
from claimcheck.model.review import Evidence

_CHUNK = 1 << 18  # stays in the processor's cache between being read, hashed and written
_NAME = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Stored:
    """An original that is in its place and on the disk."""

    sha256: str
    size_bytes: int
    path: Path


@dataclass(frozen=True, slots=True)
class Received:
    """A whole copy on its way in, whose name is not yet given."""

    path: Path
    sha256: str
    size_bytes: int
    is_synced: bool = True
    """Whether it is on the disk; else settling it puts it there."""


class Originals:
    """The folder of originals of one library."""

    def __init__(self, folder: Path, read_only: bool = False) -> None:
        """``folder`` is ``originals`` itself, made when the first one comes; not its parent."""
        self.folder = folder
        self.read_only = read_only
        self._incoming = folder / "incoming"

    def keep(self, source: Path, suffix: str) -> Stored:
        """Copy a file in, hashing on the way; the same content twice is one original.

        Raises ``KnownError`` naming ``source``: FILE_MISSING, FILE_IS_FOLDER or FILE_UNREADABLE
        when it can't be read; DISK_FULL, FOLDER_READ_ONLY, FOLDER_MISSING, WRITE_FAILED or
        LIBRARY_READ_ONLY when it can't be kept. Then nothing is left behind.
        """
        return self._kept(self.receive(source), suffix, source)

    def keep_bytes(self, data: bytes, suffix: str) -> Stored:
        """Keep what isn't a file, such as a pasted picture; errors as in ``keep``."""
        called = Path(f"picture{suffix}")
        return self._kept(self.receive(called, data), suffix, called)

    def receive(self, source: Path, data: bytes | None = None, synced: bool = True) -> Received:
        """Copy a file in (or ``data``, called ``source``), to be looked at before it is kept.

        Settle it or drop it afterwards; errors as in ``keep``. Without ``synced`` the disk is not
        waited for: settling does that, and what is dropped never needs it.
        """
        if data is not None:
            return self._receive(io.BytesIO(data), source, synced)
        with _reading(source) as file:
            return self._receive(file, source, synced)

    def settle(self, received: Received, suffix: str, source: Path) -> Stored:
        """Give what was received its place; errors as in ``keep``, naming ``source``."""
        path = self.path_of(received.sha256, suffix)
        stored = Stored(received.sha256, received.size_bytes, path)
        with write_errors_told(source):
            if not received.is_synced:
                with received.path.open("r+b") as file:
                    sync_file(file)
                received.path.chmod(0o444)
            self._settle(received.path, path, stored)
        return stored

    def drop(self, received: Received) -> None:
        """Leave nothing of what was received; nothing happens when it was settled."""
        with suppress(OSError):
            received.path.unlink(missing_ok=True)

    def path_of(self, sha256: str, suffix: str) -> Path:
        """Where the original with this hash is, or would be."""
        name = sha256 + suffix
        if not _NAME.fullmatch(name):
            raise ValueError(f"not an original's name: {name!r}")
        return self.folder / sha256[:2] / name

    def find(self, evidence: Evidence) -> Path:
        """The file of ``evidence``; ``KnownError`` ORIGINAL_MISSING when it is not there."""
        path = self.path_of(evidence.sha256, evidence.suffix)
        if not path.is_file():
            raise KnownError(ErrorKind.ORIGINAL_MISSING, evidence.name)
        return path

    def remove(self, path: Path) -> None:
        """Delete an original that nothing refers to, and its folder when it was the last."""
        with write_errors_told(path):
            path.chmod(0o644)  # Windows deletes no read-only file
            path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()

    def files(self) -> Iterator[Path]:
        """Every file in the folder but those on their way in, ours or not, in order."""
        if not self.folder.is_dir():
            return
        for entry in sorted(self.folder.iterdir()):
            if entry == self._incoming:
                continue
            yield from sorted(entry.iterdir()) if entry.is_dir() else [entry]

    def clear_incoming(self) -> None:
        """Delete what a crash left half-copied; only when nobody else can be writing."""
        if self._incoming.is_dir():
            for part in self._incoming.iterdir():
                with suppress(OSError):
                    part.unlink()

    def _kept(self, received: Received, suffix: str, source: Path) -> Stored:
        try:
            return self.settle(received, suffix, source)
        finally:
            self.drop(received)

    def _receive(self, file: BinaryIO, source: Path, synced: bool) -> Received:
        if self.read_only:
            raise KnownError(ErrorKind.LIBRARY_READ_ONLY, self.folder.parent)
        library = self.folder.parent
        if not library.is_dir():  # never made here: its disk may be pulled out, and come back
            raise KnownError(ErrorKind.FOLDER_MISSING, library)
        with write_errors_told(source):
            self.folder.mkdir(exist_ok=True)
            self._incoming.mkdir(exist_ok=True)
            part = self._incoming / secrets.token_hex(8)
            try:
                return Received(part, *_copy(file, part, source, synced), synced)
            except BaseException:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise

    def _settle(self, part: Path, path: Path, stored: Stored) -> None:
        """Give the whole copy its name, unless a sound original has it already."""
        if path.is_file() and path.stat().st_size == stored.size_bytes and is_sound(path):
            # A sign for emptying the trash: someone has just counted on this file.
            with suppress(OSError):
                os.utime(path)
            return
        if not path.parent.is_dir():
            path.parent.mkdir(exist_ok=True)
            sync_folder(self.folder)
        if path.exists() and os.name == "nt":
            path.chmod(0o644)
        part.replace(path)
        sync_folder(path.parent)


def hash_file(path: Path) -> str:
    """SHA-256 of a file, as 64 hexadecimal digits; ``OSError`` when it can't be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_sound(path: Path) -> bool:
    """Whether an original still has the content that its name says."""
    return hash_file(path) == path.name.partition(".")[0]


def is_original(path: Path) -> bool:
    """Whether a file in the folder has the name and place of an original."""
    return _NAME.fullmatch(path.name) is not None and path.parent.name == path.name[:2]


def _copy(file: BinaryIO, part: Path, source: Path, synced: bool) -> tuple[str, int]:
    """Copy into ``part``, if ``synced`` onto the disk and read-only; SHA-256 and size in bytes."""
    digest = hashlib.sha256()
    size_bytes = 0
    buffer = memoryview(bytearray(_CHUNK))
    with part.open("xb") as out:
        while size := _read(file, buffer, source):
            digest.update(buffer[:size])
            out.write(buffer[:size])
            size_bytes += size
        if synced:
            out.flush()
            part.chmod(0o444)
            sync_file(out)
    return digest.hexdigest(), size_bytes


def _read(file: BinaryIO, buffer: memoryview, source: Path) -> int:
    try:
        return file.readinto(buffer)  # type: ignore[attr-defined,no-any-return]
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, source) from error


@contextmanager
def _reading(source: Path) -> Iterator[BinaryIO]:
    try:
        file = source.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KnownError(ErrorKind.FILE_MISSING, source) from error
    except IsADirectoryError as error:
        raise KnownError(ErrorKind.FILE_IS_FOLDER, source) from error
    except OSError as error:
        folder = source.is_dir()  # Windows says "permission denied" about folders
        kind = ErrorKind.FILE_IS_FOLDER if folder else ErrorKind.FILE_UNREADABLE
        raise KnownError(kind, source) from error
    with file:
        yield file
