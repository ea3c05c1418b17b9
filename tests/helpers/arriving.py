"""Pictures brought into a session, as a test needs them before it begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Origin, Role
from claimcheck.ui.session import Session
from claimcheck.workflow.intake import take_in_bytes
from tests.helpers.pictures import encoded, photo


def bring_in(qtbot: QtBot, session: Session, paths: Iterable[Path], role: Role) -> None:
    """Add the pictures to the open review, and wait until they are there."""
    with qtbot.waitSignal(session.arrivals.finished, timeout=10_000):
        session.arrivals.add_pictures(paths, role)


def paste(session: Session, role: Role) -> None:
    """Begin to bring in a picture that has no file, ``pasted.jpg``."""
    session.arrivals.bring_in(
        lambda known, listing_id, _: take_in_bytes(
            session.originals, encoded(photo()), "pasted.jpg", role, Origin.PASTE, listing_id, known
        ),
        role,
    )
