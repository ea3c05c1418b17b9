"""A creator's own look: one colour for yellow, corners, faces, handle and logo, for every template.

It lies as ``brand.toml`` in the library's folder, logo and fonts beside it. All of it is optional.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QColor, QFontDatabase, QImage, QImageReader

from claimcheck.cards.colours import INK, WHITE, contrast
from claimcheck.cards.fonts import load_fonts
from claimcheck.cards.tables import Table

FILE = "brand.toml"
CORNERS = {"square": 0.0, "round": 18.0}
"""Names and radii, in card pixels."""
_LEAST_CONTRAST = 7.0
_LARGEST_LOGO = 4096


@dataclass(frozen=True, slots=True)
class Brand:
    """What replaces claimcheck's own look; empty leaves it."""

    colour: str = ""
    """``#RRGGBB`` that ink or white stands out from, 7 : 1 or more."""
    radius: float = 0.0
    handle: str = ""
    title_family: str = ""
    text_family: str = ""
    logo: QImage | None = field(default=None, compare=False)


PLAIN = Brand()


def read_brand(folder: Path) -> Brand:
    """The brand kit of the library in ``folder``; the plain one where there is none.

    ``KnownError`` TEMPLATE_FAULTY says which line is wrong and why. Needs a ``QGuiApplication``.
    """
    path = folder / FILE
    if not path.is_file():
        return PLAIN
    table = Table(path)
    table.only("colour", "handle", "corners", "logo", "fonts.title", "fonts.text")
    colour = table.colour("colour") if table.has("colour") else ""
    if colour and max(_contrasts(colour)) < _LEAST_CONTRAST:
        raise table.fault_at("colour", "must stand out from ink or white, 7 : 1 or more")
    corners = table.choice("corners", tuple(CORNERS)) if table.has("corners") else "square"
    load_own_fonts(folder)
    return Brand(
        colour,
        CORNERS[corners],
        table.get("handle", str) if table.has("handle") else "",
        _family(table, "fonts.title"),
        _family(table, "fonts.text"),
        _logo(table, folder),
    )


def _contrasts(colour: str) -> tuple[float, float]:
    return contrast(QColor(colour), QColor(INK)), contrast(QColor(colour), QColor(WHITE))


def _family(table: Table, name: str) -> str:
    """A font that this computer or the library has."""
    family = table.get(name, str) if table.has(name) else ""
    if family and family not in QFontDatabase.families():
        raise table.fault_at(name, "is no font of this computer or of the library's fonts folder")
    return family


def _logo(table: Table, folder: Path) -> QImage | None:
    if not table.has("logo"):
        return None
    file = folder / table.get("logo", str)
    if folder.resolve() not in file.resolve().parents:
        raise table.fault_at("logo", "must lie in the library's folder")
    reader = QImageReader(str(file))
    size = reader.size()
    if max(size.width(), size.height()) > _LARGEST_LOGO:
        raise table.fault_at("logo", f"must be at most {_LARGEST_LOGO} pixels wide and high")
    image = reader.read()
    if image.isNull():
        raise table.fault_at("logo", "is no picture that can be read")
    return image


_loaded: set[Path] = set()


def load_own_fonts(folder: Path) -> None:
    """Make the fonts in the library's ``fonts`` folder known; those that are none are passed by."""
    load_fonts()
    for file in sorted((folder / "fonts").glob("*.[ot]tf")):
        if file not in _loaded and QFontDatabase.addApplicationFont(str(file)) >= 0:
            _loaded.add(file)
