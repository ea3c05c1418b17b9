"""Pictures brought into a session, as a test needs them before it begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import Role
from claimcheck.ui.session import Session


def bring_in(qtbot: QtBot, session: Session, paths: Iterable[Path], role: Role) -> None:
    """Add the pictures to the open review, and wait until they are there."""
    with qtbot.waitSignal(session.arrivals.finished, timeout=10_000):
        session.arrivals.add_pictures(paths, role)
