"""Templates: a card's arrangement, sizes and colours, as data. What they mean is in ``layout``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from claimcheck import paths
from claimcheck.cards.tables import Table
from claimcheck.errors import ErrorKind, KnownError

SMALLEST_TEXT = 32
"""Pixels on a 1080-pixel-wide card; nothing on a card is set smaller."""


class Arrangement(StrEnum):
    """How the two pictures stand to each other."""

    SIDE_BY_SIDE = "side-by-side"
    STACKED = "stacked"
    SLIDER = "slider"
    """Both in one frame, divided as if a slider stood halfway."""
    SLANTED_SLIDER = "slanted-slider"
    EXPECTATION = "expectation"
    """Two words in big type, and a slanted seam."""
    ZOOM = "zoom"
    """Whole pictures, and what differs magnified."""
    CHECKLIST = "checklist"
    """Claims on a receipt, each with its verdict."""
    SIZE = "size"
    """Both drawn to one measured scale."""
    PRICE = "price"
    """The price on a tag, and what to buy instead."""


@dataclass(frozen=True, slots=True)
class Template:
    """What differs between cards of one look and another; sizes in pixels of the card."""

    id: str
    names: tuple[tuple[str, str], ...]
    """Language and name, in pairs."""
    arrangement: Arrangement
    title_largest: int
    title_smallest: int
    title_lines: int
    header_colour: str
    slip_colour: str
    order: int

    def name(self, language: str) -> str:
        """The name to show, in ``language`` or else in English."""
        return dict(self.names).get(language) or dict(self.names)["en"]


def read_template(path: Path) -> Template:
    """The template in one TOML file; ``KnownError`` TEMPLATE_FAULTY says what is wrong."""
    table = Table(path)
    table.only(
        *("id", "order", "arrangement", "name.en", "name.nl"),
        *("title.largest", "title.smallest", "title.lines", "colours.header", "colours.slip"),
    )
    smallest = table.number("title.smallest", SMALLEST_TEXT, 400)
    return Template(
        id=table.name_of("id"),
        names=tuple((language, table.get(f"name.{language}", str)) for language in ("en", "nl")),
        arrangement=Arrangement(table.choice("arrangement", tuple(Arrangement))),
        title_largest=table.number("title.largest", smallest, 400),
        title_smallest=smallest,
        title_lines=table.number("title.lines", 1, 6),
        header_colour=table.colour("colours.header"),
        slip_colour=table.colour("colours.slip"),
        order=table.number("order", 0, 1000),
    )


@cache
def all_templates() -> tuple[Template, ...]:
    """The templates that claimcheck brings along, in the order to show them."""
    files = sorted((paths.resources() / "templates").glob("*.toml"))
    return tuple(sorted((read_template(file) for file in files), key=lambda t: (t.order, t.id)))


def own_templates(folder: Path | None) -> tuple[list[Template], list[KnownError]]:
    """The user's templates in ``folder``, and what is wrong with those that can't be used.

    A file whose id is one of claimcheck's own, or of a file before it, is refused as well.
    """
    found: list[Template] = []
    problems: list[KnownError] = []
    taken = {item.id for item in all_templates()}
    for file in sorted(folder.glob("*.toml")) if folder else ():
        try:
            template = read_template(file)
            if template.id in taken:
                raise Table(file).fault_at("id", f"is taken: there is a template {template.id}")
        except KnownError as error:
            problems.append(error)
            continue
        taken.add(template.id)
        found.append(template)
    return found, problems


def find_template(template_id: str, own: Path | None = None) -> Template:
    """The template with this id, one of claimcheck's or of the folder ``own``.

    ``KnownError`` TEMPLATE_UNKNOWN if there is none; what is wrong with the folder's files if that
    may be why.
    """
    for item in all_templates():
        if item.id == template_id:
            return item
    mine, problems = own_templates(own)
    for item in mine:
        if item.id == template_id:
            return item
    for problem in problems:
        raise problem
    raise KnownError(ErrorKind.TEMPLATE_UNKNOWN, id=template_id)
