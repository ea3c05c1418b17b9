"""Looking for pictures in all reviews: the database, the pixels and the screen, each in turn."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from claimcheck.library.library import Library
from claimcheck.library.originals import Originals
from claimcheck.model.kinds import SIDES
from claimcheck.model.review import Evidence
from claimcheck.ui.tasks import TaskRunner
from claimcheck.workflow.seen_before import (
    Known,
    Seen,
    elsewhere,
    find_seen,
    keep_hashes,
    prints_of,
    read_known,
)

log = logging.getLogger(__name__)


OnLibrary = Callable[[Callable[[Library], object], Callable[..., None] | None], None]
"""Runs work on the database's thread, and hands its result on."""


def find_again(
    evidence: Sequence[Evidence],
    review_id: str,
    originals: Originals,
    tasks: TaskRunner,
    on_library: OnLibrary,
    done: Callable[[tuple[Seen, ...]], None],
) -> None:
    """Look for pictures in reviews other than theirs; ``done`` gets where, perhaps nowhere."""
    wanted = [item for item in evidence if item.role in SIDES]
    if not wanted:
        return

    def look(known: Known) -> None:
        tasks.run(
            lambda progress: find_seen(originals, prints_of(originals, wanted), known, progress),
            lambda found: tell(*found),
            lambda error: log.info("nothing looked for: %s", error),
        )

    def tell(found: tuple[tuple[Seen, ...], ...], fresh: dict[str, bytes]) -> None:
        on_library(lambda library: keep_hashes(library, fresh), None)
        done(elsewhere(found, wanted, review_id))

    on_library(read_known, look)
