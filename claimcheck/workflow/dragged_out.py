"""Cards on their way out of the window: finished files in a private place of the cache."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from claimcheck import paths
from claimcheck.library.originals import Originals
from claimcheck.model.review import Review
from claimcheck.workflow.card import export_card
from claimcheck.workflow.exports import Deferred, Exported
from claimcheck.workflow.progress import Progress, silent

KEPT_S = 7 * 24 * 3600.0
"""A program may go on reading a file that was dropped on it, rather than copying it."""


def export_to_drag(
    originals: Originals, review: Review, name: str, *, language: str, progress: Progress = silent
) -> Exported:
    """Write the card of ``review`` as ``name`` to a folder of its own that nobody else can read.

    It is looked through as every export; its record is for the caller to keep, once the file has
    been dropped somewhere. Those of last week are deleted. ``KnownError`` as ``export_card``.
    """
    folder = paths.cache_folder() / "dragged"
    folder.mkdir(parents=True, exist_ok=True)
    _forget_old(folder)
    own = Path(tempfile.mkdtemp(dir=folder))  # for this user alone
    try:
        return export_card(
            Deferred(originals), review, own / name, language=language, progress=progress
        )
    except BaseException:
        shutil.rmtree(own, ignore_errors=True)
        raise


def _forget_old(folder: Path) -> None:
    oldest = time.time() - KEPT_S
    for one in folder.iterdir():
        with suppress(OSError):
            if one.stat().st_mtime < oldest:
                shutil.rmtree(one, ignore_errors=True)
