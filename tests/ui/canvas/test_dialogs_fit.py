"""Dialogs stay within the screen, however small or magnified it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from pytestqt.qtbot import QtBot

from claimcheck.ui.points.colour_dialog import ColourDialog
from claimcheck.ui.points.frame_dialog import FrameDialog
from claimcheck.ui.points.hand_dialog import HandDialog
from claimcheck.ui.points.size_dialog import SizeDialog
from claimcheck.ui.session import Session


@pytest.mark.parametrize("kind", [ColourDialog, FrameDialog, HandDialog, SizeDialog])
def test_the_buttons_are_within_reach_at_150_percent(
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[ColourDialog | FrameDialog | HandDialog | SizeDialog],
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 960, 600))
    dialog = kind(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.width() <= 960
    assert dialog.height() <= 600
    dialog.reject()
