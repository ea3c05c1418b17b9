"""Qt for painting without a window: what a command needs before it makes a card."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from claimcheck.imaging.files.tuning import tune_process

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_kept: list[QGuiApplication] = []


def ensure_gui_application() -> None:
    """Make the one application object that fonts and painting need, unless there is one.

    On Linux it never talks to a display, so it works over SSH and in a container; Windows and
    macOS always have one. What Qt remarks on goes to the log instead of the terminal.
    """
    tune_process()
    if QGuiApplication.instance() is not None:
        return
    qInstallMessageHandler(_to_log)
    # As an argument it outweighs QT_QPA_PLATFORM, which may name a display that isn't there.
    windowless = [] if sys.platform in {"win32", "darwin"} else ["-platform", "offscreen"]
    _kept.append(QGuiApplication(["claimcheck", *windowless]))


def _to_log(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
