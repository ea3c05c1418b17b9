"""Bring the translation files up to date with the source, and compile them: ``make translations``.

Qt's own ``lupdate`` and ``lrelease`` do the work. In Python, lupdate misses two things that we use,
so it reads copies of the source in which they are spelled in a way that it knows:

- ``QT_TRANSLATE_NOOP`` under another name (``_ = QT_TRANSLATE_NOOP``);
- plurals that are marked in one place and counted in another: ``QT_TRANSLATE_NOOP("history",
  "Move %n mark(s)")`` stands for ``translate("history", "Move %n mark(s)", "", count)``.

    python resources/translations/update.py [--into FOLDER]
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER.parent.parent / "claimcheck"
DUTCH, ENGLISH = "claimcheck_nl.ts", "claimcheck_en.ts"


def main() -> None:
    """Update and compile the files here, or copies of them in another folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=FOLDER, metavar="FOLDER")
    folder: Path = parser.parse_args().into
    update(folder)
    release(folder)


def update(folder: Path) -> None:
    """Make ``folder`` hold both files with exactly the strings of the source.

    Existing translations are taken from ``folder``, else from the committed files. Dutch holds all
    strings; English only the plurals, with the regular ones (“photo(s)”) filled in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in (DUTCH, ENGLISH):
        if not (folder / name).exists() and (FOLDER / name).exists():
            shutil.copy(FOLDER / name, folder / name)
    with tempfile.TemporaryDirectory() as scratch:
        copies = [_readable_copy(file, Path(scratch)) for file in sorted(SOURCE.rglob("*.py"))]
        common = ["-silent", "-no-obsolete", "-locations", "none", *copies, "-ts"]
        _run("lupdate", "-target-language", "nl", *common, str(folder / DUTCH))
        _run("lupdate", "-target-language", "en", "-pluralonly", *common, str(folder / ENGLISH))
    _fill_regular_plurals(folder / ENGLISH)


def release(folder: Path) -> None:
    """Compile the ``.ts`` files of ``folder`` to ``.qm`` beside them."""
    for name in (DUTCH, ENGLISH):
        _run("lrelease", "-silent", str(folder / name))


def spelled_for_lupdate(source: str) -> str:
    """``source`` with every marked string in a form that lupdate reads."""
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    text = source.encode()
    for call in reversed(_marking_calls(ast.parse(source))):
        context, marked = (ast.literal_eval(argument) for argument in call.args)
        name, count = ("translate", ', "", 1') if "%n" in marked else ("QT_TRANSLATE_NOOP", "")
        quoted = [json.dumps(part, ensure_ascii=False) for part in (context, marked)]
        begin = starts[call.lineno - 1] + call.col_offset
        end = starts[(call.end_lineno or 0) - 1] + (call.end_col_offset or 0)
        text = text[:begin] + f"{name}({', '.join(quoted)}{count})".encode() + text[end:]
    return text.decode()


def _marking_calls(tree: ast.Module) -> list[ast.Call]:
    """Calls that mark a constant string, in the order of the source."""
    names = {"QT_TRANSLATE_NOOP"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and getattr(node.value, "id", "") == "QT_TRANSLATE_NOOP":
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in names
        and len(node.args) == 2
        and all(isinstance(argument, ast.Constant) for argument in node.args)
    ]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _readable_copy(file: Path, scratch: Path) -> str:
    copy = scratch / file.relative_to(SOURCE)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(spelled_for_lupdate(file.read_text("utf-8")), "utf-8")
    return str(copy)


def _fill_regular_plurals(file: Path) -> None:
    text = file.read_text("utf-8")
    filled = re.sub(
        r"<source>([^<]*\(s\)[^<]*)</source>\s*"
        r'<translation type="unfinished">(?:\s*<numerusform></numerusform>)+\s*</translation>',
        _both_forms,
        text,
    )
    ET.fromstring(filled)
    file.write_text(filled, "utf-8")


def _both_forms(empty: re.Match[str]) -> str:
    source = empty[1]
    forms = "".join(
        f"            <numerusform>{source.replace('(s)', ending)}</numerusform>\n"
        for ending in ("", "s")
    )
    return f"<source>{source}</source>\n        <translation>\n{forms}        </translation>"


def _run(tool: str, *arguments: str) -> None:
    scripts = Path(sysconfig.get_path("scripts"))
    subprocess.run([scripts / f"pyside6-{tool}", *arguments], check=True, stdout=sys.stderr)


if __name__ == "__main__":
    main()
