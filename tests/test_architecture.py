"""The house as docs/architecture.md draws it: who may import whom, who may know Qt, how big."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
OUR_PYTHON = [
    file
    for folder in ("claimcheck", "tests", "resources", "docs", "benchmarks")
    for file in sorted((ROOT / folder).rglob("*.py"))
]

LONGEST_MODULE = 400
LONGER_FOR_A_REASON: dict[str, str] = {}
"""Modules over the limit that would not be clearer in two: path from the root → why."""

MAY_KNOW = {
    "PySide6.QtWidgets": ("claimcheck/ui/", "claimcheck/app.py"),
    "PySide6.QtGui": ("claimcheck/ui/", "claimcheck/app.py", "claimcheck/cards/"),
}


def test_the_layers_hold() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert " 0 broken" in checked.stdout


@pytest.mark.parametrize("qt_module", MAY_KNOW)
def test_qt_stays_in_its_rooms(qt_module: str) -> None:
    elsewhere = [
        name
        for name, imported in _imports()
        if imported.startswith(qt_module) and not name.startswith(MAY_KNOW[qt_module])
    ]
    assert elsewhere == []
    assert any(imported.startswith(qt_module) for _, imported in _imports())


def test_modules_stay_readable() -> None:
    lengths = {_name(file): len(file.read_text("utf-8").splitlines()) for file in MODULES}
    too_long = {name for name, length in lengths.items() if length > LONGEST_MODULE}
    assert too_long == set(LONGER_FOR_A_REASON), "split the module, or take it off the list"


def test_nothing_is_left_for_later() -> None:
    left = [
        f"{_name(file)}:{token.start[0]}: {token.string}"
        for file in OUR_PYTHON
        for token in _comments(file)
        if re.search(r"\b(TODO|FIXME|XXX)\b", token.string)
    ]
    assert left == []


@pytest.mark.parametrize("word", ["Manager", "Helper", "Utils", "Processor"])
def test_names_say_what_a_thing_is(word: str) -> None:
    vague = [
        f"{_name(file)}:{node.lineno}: {node.name}"
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and word in node.name
    ]
    assert vague == []
    assert not [_name(file) for file in MODULES if word.lower() in file.stem]


def _imports() -> Iterator[tuple[str, str]]:
    """Every import: the module's path from the root, and the dotted name that it imports."""
    for file in MODULES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((_name(file), alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((_name(file), f"{node.module}.{alias.name}") for alias in node.names)


def _comments(file: Path) -> Iterator[tokenize.TokenInfo]:
    with file.open("rb") as source:
        for token in tokenize.tokenize(source.readline):
            if token.type == tokenize.COMMENT:
                yield token


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
