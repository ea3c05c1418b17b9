"""Colour themes: what is yellow by default, and what the words stand on, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck import paths
from claimcheck.cards.tables import Table
from claimcheck.errors import ErrorKind, KnownError


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a card; ink, white and the verdicts' own stay what they are."""

    id: str
    names: tuple[tuple[str, str], ...]
    """Language and name, in pairs."""
    header: str
    """Under title and legend."""
    accent: str
    """Of callouts, of the photo's tab, of slider and price tag."""
    slip: str
    order: int

    def name(self, language: str) -> str:
        """The name to show, in ``language`` or else in English."""
        return dict(self.names).get(language) or dict(self.names)["en"]


def read_theme(path: Path) -> Theme:
    """The theme in one TOML file; ``KnownError`` TEMPLATE_FAULTY says what is wrong."""
    table = Table(path)
    table.only(
        *("id", "order", "name.en", "name.nl"),
        *("colours.header", "colours.accent", "colours.slip"),
    )
    return Theme(
        id=table.get("id", str),
        names=tuple((language, table.get(f"name.{language}", str)) for language in ("en", "nl")),
        header=table.colour("colours.header"),
        accent=table.colour("colours.accent"),
        slip=table.colour("colours.slip"),
        order=table.number("order", 0, 1000),
    )


@cache
def all_themes() -> tuple[Theme, ...]:
    """The themes that claimcheck brings along, in the order to show them."""
    files = sorted((paths.resources() / "themes").glob("*.toml"))
    return tuple(sorted((read_theme(file) for file in files), key=lambda t: (t.order, t.id)))


def find_theme(theme_id: str) -> Theme:
    """The theme with this id; ``KnownError`` VALUE_INVALID if there is none."""
    for item in all_themes():
        if item.id == theme_id:
            return item
    known = ", ".join(item.id for item in all_themes())
    raise KnownError(
        ErrorKind.VALUE_INVALID, what="The theme", value=theme_id, todo=f"There are: {known}."
    )
