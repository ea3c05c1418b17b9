"""Frames of a clip as evidence: lossless pictures that tell which clip, and where in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import cv2

from claimcheck.capture.animation import open_film
from claimcheck.capture.film import Frame, VideoInfo
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.originals import Originals
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.intake import Intake, take_in_bytes
from claimcheck.workflow.progress import Progress, silent

_READ_AT_ONCE = 1 << 20
_SMALL_PX = 32


def take_frames(
    originals: Originals,
    path: Path,
    times_s: Sequence[float],
    role: Role,
    listing_id: str | None = None,
    known: Iterable[Evidence] = (),
    progress: Progress = silent,
) -> Intake:
    """Take the frames shown at ``times_s`` seconds of the clip, each as a PNG in the originals.

    The clip itself is not kept, only its SHA-256, name and codec beside each frame. Raises
    ``KnownError`` as ``open_film``; when ``progress`` raises ``Cancelled`` it comes through.
    """
    clip_hash = _sha256(path, progress)
    intakes: list[Intake] = []
    seen = list(known)
    with open_film(path) as video:
        for done, time_s in enumerate(times_s):
            name = name_of_frame(path, time_s)
            progress(done, len(times_s), name)
            frame = video.frame_at(time_s)
            intake = take_in_bytes(
                originals, _png(frame, path), name, role, Origin.VIDEO, listing_id, seen,
                str(path.absolute().parent),
            )  # fmt: skip
            told = (("video", path.name), ("video_sha256", clip_hash), ("codec", video.info.codec))
            intake = replace(
                intake,
                evidence=tuple(_described(e, frame, video.info, told) for e in intake.evidence),
            )
            seen += intake.evidence
            intakes.append(intake)
    return Intake(
        tuple(e for one in intakes for e in one.evidence),
        tuple(r for one in intakes for r in one.repeated),
        tuple(p for one in intakes for p in one.problems),
    )


def time_of_frame(path: Path, number: int, progress: Progress = silent) -> float:
    """When the frame with this number begins, in seconds; the first is 1, past the end the last.

    Raises ``KnownError`` as ``open_film``. Of a clip the frames up to it are decoded, small.
    """
    with open_film(path) as film:
        frame = film.frame_at(0.0, _SMALL_PX)
        for done in range(1, number):
            progress(done, number, path.name)
            following = film.step(frame, 1, _SMALL_PX)
            if following.time_s <= frame.time_s:
                break
            frame = following
        return frame.time_s


def timecode(time_s: float) -> str:
    """Minutes, seconds and milliseconds: ``1:02.345``."""
    whole = round(time_s * 1000)
    return f"{whole // 60000}:{whole // 1000 % 60:02d}.{whole % 1000:03d}"


def name_of_frame(path: Path, time_s: float) -> str:
    """A file name that tells clip and time, without a colon, which Windows refuses."""
    return f"{path.stem} {timecode(time_s).replace(':', 'm')}s.png"


def _described(
    item: Evidence, frame: Frame, info: VideoInfo, told: tuple[tuple[str, str], ...]
) -> Evidence:
    taken_at = info.taken_at + timedelta(seconds=frame.time_s) if info.taken_at else None
    return replace(
        item,
        timecode_s=round(frame.time_s, 6),
        told=told,
        taken_at=taken_at,
        has_location=info.has_location,
        camera=info.camera,
    )


def _png(frame: Frame, path: Path) -> bytes:
    done, encoded = cv2.imencode(".png", cv2.cvtColor(frame.rgb, cv2.COLOR_RGB2BGR))
    if not done:
        raise KnownError(ErrorKind.MEMORY_FULL, path)
    return encoded.tobytes()


def _sha256(path: Path, progress: Progress) -> str:
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while part := file.read(_READ_AT_ONCE):
                found.update(part)
                progress(0, 0, path.name)
    except FileNotFoundError as error:
        raise KnownError(ErrorKind.FILE_MISSING, path) from error
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, path) from error
    return found.hexdigest()
