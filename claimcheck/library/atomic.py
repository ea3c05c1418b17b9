"""Writing a file so that it is there whole or not at all: temporary file, fsync, rename, fsync."""

from __future__ import annotations

import errno
import os
import secrets
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import ErrorKind, KnownError

_KINDS = {
    errno.ENOSPC: ErrorKind.DISK_FULL,
    errno.EDQUOT: ErrorKind.DISK_FULL,
    errno.EFBIG: ErrorKind.DISK_FULL,
    errno.EROFS: ErrorKind.FOLDER_READ_ONLY,
    errno.EACCES: ErrorKind.FOLDER_READ_ONLY,
    errno.EPERM: ErrorKind.FOLDER_READ_ONLY,
    errno.ENOENT: ErrorKind.FOLDER_MISSING,
    errno.ENOTDIR: ErrorKind.FOLDER_MISSING,
}


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; a file that is there is replaced only when all is on disk.

    Raises ``KnownError``: DISK_FULL, FOLDER_READ_ONLY, FOLDER_MISSING or WRITE_FAILED; then
    nothing is left half-written and an earlier file is untouched.
    """
    with writing(path) as file:
        file.write(data)


_UNFINISHED_S = 3600.0
"""Longer than any file takes between two writes."""


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to stream into, which becomes ``path`` when the block ends without an exception.

    Links are followed. What isn't an ordinary file (``/dev/stdout``, a pipe) is written straight
    into, since replacing it would do harm. Errors as in ``write_atomically``.
    """
    with write_errors_told(path):
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise KnownError(ErrorKind.WRITE_FAILED, path, reason="it is a folder")
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
            return
        _forget_left_over(target.parent)
        # Not named after the target, whose name may already be as long as names can be.
        part = target.with_name(f".claimcheck-{secrets.token_hex(6)}.part")
        try:
            with part.open("xb") as file:
                yield file
                sync_file(file)
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)


def _forget_left_over(folder: Path) -> None:
    """Delete the unfinished files of a program that was killed: nobody has written to them since.

    Only a killed one leaves any, hidden, so the next file in the same folder tidies up.
    """
    oldest = time.time() - _UNFINISHED_S
    with suppress(OSError):
        for part in folder.glob(".claimcheck-*.part"):
            with suppress(OSError):
                if part.stat().st_mtime < oldest:
                    part.unlink()


@contextmanager
def write_errors_told(file: Path) -> Iterator[None]:
    """Turn the system's errors about writing ``file`` into the user's."""
    try:
        yield
    except OSError as error:
        raise write_error(error, file) from error


def write_error(error: OSError, file: Path) -> KnownError:
    """The user's error for a failed write of ``file``."""
    kind = _KINDS.get(error.errno or 0, ErrorKind.WRITE_FAILED)
    return KnownError(kind, file, reason=(error.strerror or str(error)).lower())


def sync_file(file: BinaryIO) -> None:
    """Wait until what was written to ``file`` is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until names created or renamed in ``folder`` are on the disk."""
    if os.name == "nt":
        return  # Windows has no such call; its renames are journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.EBADF}:  # some network file systems can't
            raise
    finally:
        os.close(handle)


class Together:
    """Files that become their paths all at the end, or none of them.

    A thread of ``disk`` writes them and waits for the disk, while the next ones are made.
    """

    def __init__(self, disk: Executor) -> None:
        self._parts: list[tuple[Path, Path]] = []
        self._disk = disk
        self._written: list[Future[None]] = []

    def write(self, path: Path, data: bytes) -> None:
        """Have ``data`` written beside ``path``, under another name; ``finish`` tells its errors.

        ``KnownError`` WRITE_FAILED when a folder is there.
        """
        with write_errors_told(path):
            target = Path(os.path.realpath(path))
            if target.exists() and not target.is_file():
                raise KnownError(ErrorKind.WRITE_FAILED, path, reason="it is a folder")
        part = target.with_name(f".claimcheck-{secrets.token_hex(6)}.part")
        self._parts.append((part, target))
        self._written.append(self._disk.submit(_write, part, data))

    def finish(self) -> None:
        """Give all files their names; should that fail midway, new ones are taken back.

        Errors as ``write_atomically``, of the first file that isn't on the disk.
        """
        for (_, target), written in zip(self._parts, self._written, strict=True):
            with write_errors_told(target):
                written.result()
        named: list[Path] = []
        try:
            for part, target in self._parts:
                is_new = not target.exists()
                with write_errors_told(target):
                    part.replace(target)
                if is_new:
                    named.append(target)
        except BaseException:
            for target in named:
                with suppress(OSError):
                    target.unlink()
            raise
        for folder in {target.parent for _, target in self._parts}:
            sync_folder(folder)

    def forget(self) -> None:
        """Leave nothing of what hasn't its name yet."""
        self._disk.shutdown(cancel_futures=True)
        for part, _ in self._parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write(part: Path, data: bytes) -> None:
    with part.open("xb") as file:
        file.write(data)
        sync_file(file)


@contextmanager
def writing_together(folder: Path) -> Iterator[Together]:
    """Several files in ``folder``, which is made where it isn't there: all, or nothing at all."""
    with write_errors_told(folder):
        made = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(max_workers=1) as disk:
        together = Together(disk)
        try:
            yield together
            together.finish()
        except BaseException:
            together.forget()
            for one in made:
                with suppress(OSError):  # something else is in it meanwhile
                    one.rmdir()
            raise
