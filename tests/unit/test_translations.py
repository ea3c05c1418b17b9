"""Every string is there in both languages, whole. ``make translations`` updates the files."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "resources" / "translations"
UPDATE = COMMITTED / "update.py"
PLACEHOLDER = re.compile(r"%L?n|%L?\d|\{\w*\}")
FORMS = 2  # Dutch and English: one, and more


@dataclass(frozen=True)
class Message:
    """One string of a ``.ts`` file; ``forms`` has one text, or one for each plural form."""

    context: str
    source: str
    plural: bool
    state: str
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


def read_messages(file: Path) -> list[Message]:
    return [
        _message(context.findtext("name") or "", message)
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ET.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    plural = message.get("numerus") == "yes"
    texts = translation.findall("numerusform") if plural else [translation]
    return Message(
        context,
        message.findtext("source") or "",
        plural,
        translation.get("type", ""),
        tuple("".join(text.itertext()) for text in texts),
    )


def faults(message: Message) -> list[str]:
    """What is wrong with a translation, in words; nothing when it is whole."""
    found = []
    if not message.context:
        found.append("has no context: call tr() on self")
    if message.state:
        found.append(message.state)
    if message.plural and len(message.forms) != FORMS:
        found.append(f"has {len(message.forms)} plural forms instead of {FORMS}")
    if "%n" in message.source and not message.plural:
        found.append("counts, but isn’t marked as a plural: give tr() a number")
    if not all(form.strip() for form in message.forms):
        found.append("is empty")
        return found
    wanted = sorted(PLACEHOLDER.findall(message.source))
    for form in message.forms:
        given = sorted(PLACEHOLDER.findall(form))
        # One form of a plural may say “one photo” without its number.
        if given != wanted and not (message.plural and {*given, "%n"} == {*wanted, "%n"}):
            found.append(f"has placeholders {given} instead of {wanted}")
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both files as ``make translations`` would leave them now."""
    folder = tmp_path_factory.mktemp("translations")
    subprocess.run([sys.executable, UPDATE, "--into", folder], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", ["claimcheck_nl.ts", "claimcheck_en.ts"])
def test_the_files_hold_the_strings_of_the_source(fresh: Path, name: str) -> None:
    committed = {message.key for message in read_messages(COMMITTED / name)}
    in_source = {message.key for message in read_messages(fresh / name)}
    assert in_source
    assert in_source - committed == set(), "new in the source: make translations, then translate"
    assert committed - in_source == set(), "gone from the source: make translations"


@pytest.mark.parametrize("name", ["claimcheck_nl.ts", "claimcheck_en.ts"])
def test_every_translation_is_whole(fresh: Path, name: str) -> None:
    wrong = [
        f"{m.context}: “{m.source}” {'; '.join(faults(m))}"
        for m in read_messages(fresh / name)
        if faults(m)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["claimcheck_nl", "claimcheck_en"])
def test_the_compiled_file_is_of_this_source(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.ts").write_bytes((COMMITTED / f"{name}.ts").read_bytes())
    release = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([release, tmp_path / f"{name}.ts"], check=True, capture_output=True)
    compiled = (tmp_path / f"{name}.qm").read_bytes()
    assert (COMMITTED / f"{name}.qm").read_bytes() == compiled, "make translations"


def test_translatable_strings_are_constants() -> None:
    """An f-string is another text each time, so no translation can be found for it."""
    built = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in sorted((ROOT / "claimcheck").rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and _name_called(call) in {"tr", "translate", "QT_TRANSLATE_NOOP"}
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert built == []


def test_contexts_are_those_of_the_running_program(fresh: Path) -> None:
    """For ``parent.tr("More")`` lupdate notes the context “parent”, where Qt looks for a class."""
    known: set[object] = set()
    for file in (ROOT / "claimcheck").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                known.add(node.name)
            elif (
                isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
            ):
                known.add(node.args[0].value)
    noted = {message.context for message in read_messages(fresh / "claimcheck_nl.ts")}
    assert noted - known == set()


def _name_called(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("C", "Photos", False, "unfinished", ("",)), "unfinished; is empty"),
        (Message("C", "Photos", False, "vanished", ("Foto’s",)), "vanished"),
        (Message("", "Photos", False, "", ("Foto’s",)), "has no context: call tr() on self"),
        (
            Message("C", "%n photo(s)", True, "", ("%n foto",)),
            "has 1 plural forms instead of 2",
        ),
        (
            Message("C", "%n photo(s)", False, "", ("%n foto’s",)),
            "counts, but isn’t marked as a plural: give tr() a number",
        ),
        (
            Message("C", "{file} is gone", False, "", ("{bestand} is weg",)),
            "has placeholders ['{bestand}'] instead of ['{file}']",
        ),
        (
            Message("C", "%n of %1", True, "", ("één van %1", "%n van")),
            "has placeholders ['%n'] instead of ['%1', '%n']",
        ),
        (Message("C", "%n photo(s)", True, "", ("één foto", "%n foto’s")), ""),
    ],
)
def test_faults_are_found(message: Message, fault: str) -> None:
    assert "; ".join(faults(message)) == fault


def test_lupdate_is_given_forms_that_it_reads() -> None:
    spelled: Callable[[str], str] = runpy.run_path(str(UPDATE))["spelled_for_lupdate"]
    source = (
        "_ = QT_TRANSLATE_NOOP\n"
        'A = {"é": _("errors", "{file} is “not” "\n    "there."),\n'
        '     "b": QT_TRANSLATE_NOOP("history", "Move %n mark(s)")}\n'
        "QT_TRANSLATE_NOOP(context, text)\n"
        "class C(QObject):\n"
        "    def f(self):\n"
        "        name = f\"{self.tr('Pictures')} (*.jpg)\"\n"
        '        self.tr("%n photo(s)", "", len(self.photos[1]))\n'
        '        QCoreApplication.translate("checks", "%n note(s)", "", int(match[1]))\n'
        '        parent.tr("More")\n'
    )
    assert spelled(source) == (
        'translate("errors", "{file} is “not” there.", "")\n'
        'translate("history", "Move %n mark(s)", "", 1)\n'
        'translate("C", "Pictures", "")\n'
        'translate("C", "%n photo(s)", "", 1)\n'
        'translate("checks", "%n note(s)", "", 1)\n'
        'translate("parent", "More", "")\n'
    )
