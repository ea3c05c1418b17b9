"""What the documents point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r'\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"')


def name(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_lead_somewhere(document: Path) -> None:
    lost = [target for target in _links(document) if not _is_there(document, target)]
    assert lost == []


def test_every_screenshot_is_shown() -> None:
    shown = {
        (document.parent / target).resolve()
        for document in DOCUMENTS
        for target in _links(document)
    }
    made = set((ROOT / "docs" / "screenshots").iterdir())
    assert made
    assert made - shown == set()


def _links(document: Path) -> list[str]:
    found = LINK.findall(document.read_text("utf-8"))
    return [one or other for one, other in found if "://" not in (one or other)]


def _is_there(document: Path, target: str) -> bool:
    path, _, heading = target.partition("#")
    page = (document.parent / path).resolve() if path else document
    return page.exists() and (not heading or heading in _headings(page))


def _headings(page: Path) -> set[str]:
    """The names that a heading gets in a link: lower case, hyphens, no punctuation."""
    lines = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}
