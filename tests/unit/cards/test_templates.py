"""Templates and formats are data: ours are sound, a faulty one is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.cards.formats import all_formats, read_format
from claimcheck.cards.templates import all_templates, find_template, read_template
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.paths import resources

TEMPLATE = (resources() / "templates" / "stacked.toml").read_text("utf-8")
FORMAT = (resources() / "formats" / "tiktok.toml").read_text("utf-8")


def test_the_templates_and_the_formats_are_there() -> None:
    assert [item.id for item in all_templates()] == [
        *("side-by-side", "stacked", "slider", "slanted-slider", "expectation"),
        *("zoom", "checklist", "size", "price"),
    ]
    shapes = {(item.width, item.height) for item in all_formats()}
    assert shapes == {(1080, 1920), (1080, 1350), (1080, 1080), (1920, 1080)}
    tiktok = next(item for item in all_formats() if item.id == "tiktok")
    assert (tiktok.width, tiktok.height) == (1080, 1920)
    assert tiktok.safe_area.corners == (
        *((120.0, 240.0), (960.0, 240.0), (960.0, 840.0)),
        *((780.0, 840.0), (780.0, 1260.0), (120.0, 1260.0)),
    )
    for item in all_formats():
        assert item.source
        assert {language for language, _ in item.names} == {"en", "nl"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("largest = 126", 'largest = "big"'),
        ("largest = 126", ""),
        ('header = "#FFD60A"', 'header = "yellowish"'),
        ('arrangement = "stacked"', 'arrangement = "sideways"'),
        ("lines = 4", "lines = 4\nsurprise = 1"),
        ("[title]", "[title"),
    ],
)
def test_a_faulty_template_is_told_with_file_and_line(
    tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "mine.toml"
    assert before in TEMPLATE
    path.write_text(TEMPLATE.replace(before, after), "utf-8")
    with pytest.raises(KnownError) as told:
        read_template(path)
    assert told.value.kind is ErrorKind.TEMPLATE_FAULTY
    assert str(told.value).startswith("mine.toml, line ")
    assert "…" not in str(told.value)


@pytest.mark.parametrize(
    ("before", "after"),
    [("width = 1080", "width = 10"), ("1260", "99999"), ("max_bytes", "most_bytes")],
)
def test_a_faulty_format_is_told_with_file_and_line(
    tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "mine.toml"
    assert before in FORMAT
    path.write_text(FORMAT.replace(before, after), "utf-8")
    with pytest.raises(KnownError) as told:
        read_format(path)
    assert told.value.kind is ErrorKind.TEMPLATE_FAULTY
    assert "mine.toml" in str(told.value)


def test_an_unknown_template_is_named() -> None:
    with pytest.raises(KnownError) as told:
        find_template("sideways")
    assert told.value.kind is ErrorKind.TEMPLATE_UNKNOWN
    assert "sideways" in str(told.value)
