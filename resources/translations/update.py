"""Bring the translation files up to date with the source, and compile them: ``make translations``.

Qt's own ``lupdate`` and ``lrelease`` do the work. In Python, lupdate misses much of what we use, so
it reads lists of our strings instead of the source, each in the one form that it knows:
``translate("context", "text", "")``. It misses

- ``QT_TRANSLATE_NOOP`` under another name (``_ = QT_TRANSLATE_NOOP``);
- plurals that are marked in one place and counted in another: ``QT_TRANSLATE_NOOP("history",
  "Move %n mark(s)")`` stands for ``translate("history", "Move %n mark(s)", "", count)``;
- calls within f-strings, and plurals counted by more than a name: ``tr("%n mark(s)", "", len(a))``.

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
from collections.abc import Iterator
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
    """Every marked string of a module, one call a line, with its context spelled out."""
    tree = ast.parse(source)
    names = {"QT_TRANSLATE_NOOP"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and getattr(node.value, "id", "") == "QT_TRANSLATE_NOOP":
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return "".join(
        f"translate({', '.join(json.dumps(text, ensure_ascii=False) for text in texts)}"
        f"{', 1' if is_plural else ''})\n"
        for *texts, is_plural in _marked(tree, names, "")
    )


def _marked(node: ast.AST, names: set[str], inside: str) -> Iterator[tuple[str, str, str, bool]]:
    """(context, text, what tells it from another, counted) of each string marked below ``node``.

    ``names`` are those of the function that only marks; ``inside`` is the class around ``node``.
    """
    if isinstance(node, ast.ClassDef):
        inside = node.name
    if isinstance(node, ast.Call):
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        called = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
        if called == "tr" and isinstance(node.func, ast.Attribute):
            # Qt looks for the class of the receiver, which only “self” tells.
            receiver = ast.unparse(node.func.value)
            texts.insert(0, inside if receiver == "self" else receiver)
        elif called != "translate" and called not in names:
            texts = []
        if len(texts) >= 2 and isinstance(texts[0], str) and isinstance(texts[1], str):
            counted = len(texts) > 3 or (called in names and "%n" in texts[1])
            told = texts[2] if len(texts) > 2 and isinstance(texts[2], str) else ""
            yield texts[0], texts[1], told, counted
    for child in ast.iter_child_nodes(node):
        yield from _marked(child, names, inside)


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
