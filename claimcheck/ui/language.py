"""The window's language: Qt's own translation files, and errors told in it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from claimcheck.errors import MESSAGES, QT_TRANSLATE_NOOP, KnownError
from claimcheck.model.changes import Change
from claimcheck.paths import cache_folder, resources

LANGUAGES = ("en", "nl")
_FEWEST_ALIKE = 3
"""More files with the same problem than that one are told as a number."""
# Kinds in Qt's own file dialog, which its Dutch file leaves out; ours is asked before it.
KINDS_OF_FILE = (
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)
_installed: list[QTranslator] = []
_QT_LACKS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of Qt's own dialogs that its Dutch translation hasn't; ours then has the say."""


def chosen_language(setting: str) -> str:
    """``setting`` when it is a language we speak, else the system's, else English."""
    if setting in LANGUAGES:
        return setting
    system = QLocale.system().name()[:2]
    return system if system in LANGUAGES else "en"


def speak(setting: str) -> str:
    """Install the translations of ``setting`` (``en``, ``nl``, or empty for the system's).

    Numbers and dates follow: the default ``QLocale`` becomes Dutch for Dutch, and stays the
    system's for English on an English system. Returns the language's code.
    """
    language = chosen_language(setting)
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resources() / "translations")
    for name, folder in ((f"qtbase_{language}", qt_folder), (f"claimcheck_{language}", ours)):
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    system = QLocale.system()
    QLocale.setDefault(system if system.name()[:2] == language else QLocale(language))
    return language


def tell(error: Exception) -> str:
    """What to show for an error: what failed, which file, what to do."""
    if isinstance(error, KnownError):
        return error.told_with(_said(MESSAGES[error.kind]), _said)
    return QCoreApplication.translate(
        "errors",
        "Something went wrong in claimcheck itself. Your review is safe. Details are in {file}.",
    ).format(file=cache_folder() / "claimcheck.log")


def _said(words: str) -> str:
    return QCoreApplication.translate("errors", words)


def tell_together(errors: Iterable[Exception]) -> dict[str, str]:
    """What to show for errors that came at once: each line, with the names of more files below it.

    Many files with the same problem make one line, as the first of them and how many more there
    are; the others' names are in its second half, one a line. A few are told one by one.
    """
    alike: dict[object, dict[str, Exception]] = {}
    for error in errors:
        kind = error.kind if isinstance(error, KnownError) else type(error)
        alike.setdefault(kind, {}).setdefault(tell(error), error)
    lines: dict[str, str] = {}
    for group in alike.values():
        first, *more = group
        if len(more) < _FEWEST_ALIKE:
            lines |= dict.fromkeys(group, "")
            continue
        count = QCoreApplication.translate(
            "errors", "%n more file(s) have the same problem.", "", len(more)
        )
        others = (group[text] for text in more)
        names = [str(e.details["file"]) for e in others if isinstance(e, KnownError)]
        lines[f"{first} {count}"] = "\n".join(names)
    return lines


def name_of(change: Change) -> str:
    """A history name in the user's language, such as “Move 3 marks”."""
    return QCoreApplication.translate("history", change.name, "", change.count)
