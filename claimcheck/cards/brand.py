"""A creator's own look: one colour for yellow, corners, faces, handle and logo, for every template.

It lies as ``brand.toml`` in the library's folder, logo and fonts beside it. All of it is optional.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QImageReader

from claimcheck.cards.colours import INK, WHITE, contrast
from claimcheck.cards.tables import Table
from claimcheck.cards.text.fonts import load_fonts

FILE = "brand.toml"
CORNERS = {"square": 0.0, "round": 18.0}
"""Names and radii, in card pixels."""
LEAST_CONTRAST = 7.0
LARGEST_LOGO = 4096
_DRAWN, _DRAWINGS = 600, (b"svg", b"svgz")


@dataclass(frozen=True, slots=True)
class Kit:
    """What ``brand.toml`` says, in its own words; empty leaves what is claimcheck's own."""

    colour: str = ""
    """``#RRGGBB`` that ink or white stands out from, 7 : 1 or more."""
    corners: str = "square"
    handle: str = ""
    title_family: str = ""
    text_family: str = ""
    logo: str = ""
    """A file in the library's folder."""


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
    load_own_fonts(folder)
    kit = _kit_in(table)
    for name, fault in (
        ("colour", colour_fault(kit.colour)),
        ("fonts.title", family_fault(kit.title_family)),
        ("fonts.text", family_fault(kit.text_family)),
    ):
        if fault:
            raise table.fault_at(name, fault)
    return brand_of(kit, _logo(table, folder, kit))


def read_kit(folder: Path) -> Kit:
    """What the library's ``brand.toml`` says, to be edited; ``KnownError`` TEMPLATE_FAULTY."""
    path = folder / FILE
    return _kit_in(Table(path)) if path.is_file() else Kit()


def _kit_in(table: Table) -> Kit:
    table.only("colour", "handle", "corners", "logo", "fonts.title", "fonts.text")

    def text(name: str) -> str:
        return table.get(name, str) if table.has(name) else ""

    corners = table.choice("corners", tuple(CORNERS)) if table.has("corners") else "square"
    colour = table.colour("colour") if table.has("colour") else ""
    families = text("fonts.title"), text("fonts.text")
    return Kit(colour, corners, text("handle"), *families, text("logo"))


def brand_of(kit: Kit, logo: QImage | None) -> Brand:
    """What a kit without faults means for cards."""
    radius = CORNERS[kit.corners]
    return Brand(kit.colour, radius, kit.handle, kit.title_family, kit.text_family, logo)


def kit_as_toml(kit: Kit) -> str:
    """The kit as ``brand.toml`` has it: nothing of what is empty."""
    # A text of JSON is one of TOML, but for characters that neither may hold bare.
    top = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in (
            ("handle", kit.handle),
            ("colour", kit.colour),
            ("corners", kit.corners if kit.corners != "square" else ""),
            ("logo", kit.logo),
        )
        if value
    ]
    fonts = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in (("title", kit.title_family), ("text", kit.text_family))
        if value
    ]
    return "\n".join([*top, *(["", "[fonts]", *fonts] if fonts else [])]).strip() + "\n"


# --- what is wrong with a value ------------------------------------------------------------------


def colour_fault(colour: str) -> str:
    """Why a colour can't take the place of yellow; empty when it can, or there is none."""
    if not colour:
        return ""
    if not is_colour(colour):
        return "must be a colour such as #FFD60A"
    if max(contrasts(colour)) < LEAST_CONTRAST:
        return "must stand out from ink or white, 7 : 1 or more"
    return ""


def is_colour(text: str) -> bool:
    """Whether it is written as ``#RRGGBB``."""
    return bool(re.fullmatch(r"#[0-9A-Fa-f]{6}", text))


def contrasts(colour: str) -> tuple[float, float]:
    """How much ink and white stand out from a colour."""
    return contrast(QColor(colour), QColor(INK)), contrast(QColor(colour), QColor(WHITE))


def nearest_usable(colour: str) -> str:
    """The colour that can take the place of yellow: ``colour``, or it so much lighter or darker."""
    given = QColor(colour)
    hue, saturation, lightness = given.hslHueF(), given.hslSaturationF(), given.lightnessF()
    for step in range(101):
        for side in (1, -1):
            changed = min(max(lightness + side * 0.01 * step, 0.0), 1.0)
            found = QColor.fromHslF(max(hue, 0.0), saturation, changed).name().upper()
            if max(contrasts(found)) >= LEAST_CONTRAST:
                return found
    raise AssertionError("black and white can always be used")


def family_fault(family: str) -> str:
    """Why a font can't be used; empty when it can, or none is named."""
    if not family or family in QFontDatabase.families():
        return ""
    return "is no font of this computer or of the library's fonts folder"


def logo_in(file: Path) -> tuple[QImage | None, str]:
    """A logo, or why it can't be one."""
    reader = QImageReader(str(file))
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST_LOGO:
        return None, f"must be at most {LARGEST_LOGO} pixels wide and high"
    if bytes(reader.format().data()) in _DRAWINGS and size.isValid():
        # Drawn as large as any card shows it: it has no pixels of its own.
        reader.setScaledSize(size.scaled(_DRAWN, _DRAWN, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return (None, "is no picture that can be read") if image.isNull() else (image, "")


def _logo(table: Table, folder: Path, kit: Kit) -> QImage | None:
    if not kit.logo:
        return None
    file = folder / kit.logo
    if folder.resolve() not in file.resolve().parents:
        raise table.fault_at("logo", "must lie in the library's folder")
    image, fault = logo_in(file)
    if fault:
        raise table.fault_at("logo", fault)
    return image


_loaded: set[Path] = set()


def load_own_fonts(folder: Path) -> None:
    """Make the fonts in the library's ``fonts`` folder known; those that are none are passed by."""
    load_fonts()
    for file in sorted((folder / "fonts").glob("*.[ot]tf")):
        if file not in _loaded and QFontDatabase.addApplicationFont(str(file)) >= 0:
            _loaded.add(file)
