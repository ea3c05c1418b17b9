"""The composition root of the window: application, theme, language, session, main window."""

from __future__ import annotations

import logging
import logging.handlers
import os
import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from claimcheck.cards.text.fonts import load_fonts
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.files.tuning import tune_process
from claimcheck.paths import cache_folder, default_library
from claimcheck.ui.dialogs.library_trouble import Choice, ask_about_library
from claimcheck.ui.garbage import GarbageTimer
from claimcheck.ui.language import speak
from claimcheck.ui.main_window import MainWindow
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme

log = logging.getLogger(__name__)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, with a display elsewhere."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class App(QObject):
    """Holds the session and the window on it, and rebuilds the window when its look changes."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self._look: tuple[str, str, bool] | None = None
        theme().changed.connect(self._on_look_changed)

    def open_library(self, folder: Path, read_only: bool = False) -> bool:
        """Open a library and show it, asking the user when that fails; ``False`` to quit."""
        while True:
            try:
                session = Session(folder, read_only)
                break
            except KnownError as error:
                speak("")
                theme().apply("")
                choice = ask_about_library(error, folder)
                if choice.action is Choice.READ_ONLY:
                    read_only = True
                elif choice.action is Choice.OTHER and choice.folder is not None:
                    folder, read_only = choice.folder, False
                else:
                    return False
        self._leave_session()
        self.session = session
        session.settings_changed.connect(self._on_look_changed)
        self._build_window()
        return True

    def close(self) -> None:
        """Save and let go of everything."""
        self._leave_session()

    def _leave_session(self) -> None:
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        if self.session is not None:
            session, self.session = self.session, None
            try:
                session.close()
            finally:
                session.deleteLater()  # here, not wherever Python happens to collect it

    def _build_window(self) -> None:
        """Language and theme are chosen before any widget exists, so none has to follow them."""
        assert self.session is not None
        settings = self.session.settings
        speak(settings.language)
        theme().apply(settings.theme)
        self._look = (settings.language, settings.theme, theme().dark)
        old, self.window = self.window, MainWindow(self.session)
        self.window.reviews.other_library_chosen.connect(self._on_other_library)
        if old is not None:
            self.window.setGeometry(old.geometry())
            self.window.show_step(old.step)
        self.window.show()
        if old is not None:
            old.hide()
            old.deleteLater()

    def _on_look_changed(self) -> None:
        """The user chose another language or theme, or the system went dark."""
        QTimer.singleShot(0, self._rebuild_if_needed)

    def _rebuild_if_needed(self) -> None:
        if self.session is None or self.window is None:
            return
        settings = self.session.settings
        if (settings.language, settings.theme, theme().dark) != self._look:
            self._build_window()

    def _on_other_library(self, folder: Path) -> None:
        QTimer.singleShot(0, lambda: self._change_library(folder))

    def _change_library(self, folder: Path) -> None:
        if self.window is not None and self.window.may_leave():
            self.open_library(folder)


def run(library_folder: Path | None = None, read_only: bool = False) -> int:
    """Open the window and stay until it is closed; the exit code.

    Raises ``KnownError`` when there is no display to show a window on.
    """
    if not has_display():
        raise KnownError(ErrorKind.NO_DISPLAY)
    _write_log()
    tune_process()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("claimcheck")
    application.setApplicationDisplayName("claimcheck")
    application.setDesktopFileName("claimcheck")
    application.setStyle("Fusion")
    load_fonts()
    garbage = GarbageTimer(application)
    garbage.start()
    app = App(application)
    _tell_bugs(app)
    keep_listening = _quit_on_signals(application)
    try:
        if not app.open_library(library_folder or default_library(), read_only):
            return 1
        return application.exec()
    finally:
        keep_listening.stop()
        app.close()
        garbage.stop()


def _write_log() -> None:
    """Warnings and bugs go to a small rotating file in the cache folder; never a reason to fail."""
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            cache_folder() / "claimcheck.log", maxBytes=500_000, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _tell_bugs(app: App) -> None:
    """An exception nobody caught is logged and told, and the window lives on."""
    telling = False

    def on_bug(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        nonlocal telling
        log.critical("bug", exc_info=(kind, error, trace))
        if app.session is None or telling or not isinstance(error, Exception):
            return
        telling = True  # a bug in the telling itself is not told
        try:
            app.session.problems.emit([error])
        finally:
            telling = False

    sys.excepthook = on_bug


def _quit_on_signals(application: QApplication) -> QTimer:
    """Ctrl-C and a polite kill close the window, and so save; the timer lets Python hear them.

    A question about the library is asked before there is a window, and Qt knows of nothing to quit
    then: open dialogs are closed as by Escape.
    """

    def leave(*_: object) -> None:
        left: QWidget | None = None
        while (dialog := QApplication.activeModalWidget()) is not left:
            if isinstance(dialog, QDialog):
                dialog.reject()
            left = dialog
        application.quit()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, leave)
    timer = QTimer()
    timer.timeout.connect(lambda: None)
    timer.start(200)
    return timer
