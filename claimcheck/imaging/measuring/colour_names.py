"""What a colour is called, in English and in Dutch: the nearest of some fifty everyday names.

The eleven basic terms (Berlin and Kay, "Basic Color Terms", 1969) with what shops add to them;
each stands for one typical sRGB colour, nearest by ΔE2000.
"""

from __future__ import annotations

from functools import lru_cache

from coloraide import Color

from claimcheck.imaging.measuring.colour_reading import delta_e_2000
from claimcheck.model.colours import Lab

NAMES: tuple[tuple[str, str, str], ...] = (
    ("black", "zwart", "#0D0D0D"),
    ("dark grey", "donkergrijs", "#474747"),
    ("grey", "grijs", "#808080"),
    ("light grey", "lichtgrijs", "#BFBFBF"),
    ("white", "wit", "#FAFAFA"),
    ("cream", "crème", "#FFF4D6"),
    ("beige", "beige", "#DCC9A3"),
    ("taupe", "taupe", "#8A7A6A"),
    ("brown", "bruin", "#7A4A21"),
    ("dark brown", "donkerbruin", "#43270F"),
    ("light brown", "lichtbruin", "#A97B50"),
    ("red", "rood", "#D0161B"),
    ("dark red", "donkerrood", "#8A0F14"),
    ("burgundy", "bordeauxrood", "#5E1022"),
    ("salmon pink", "zalmroze", "#FA8E78"),
    ("pink", "roze", "#F59AB5"),
    ("light pink", "lichtroze", "#FBD3DE"),
    ("bright pink", "felroze", "#EE2A8B"),
    ("dusty pink", "oudroze", "#B97A86"),
    ("magenta", "magenta", "#C21A8A"),
    ("orange", "oranje", "#F57C00"),
    ("dark orange", "donkeroranje", "#C4560B"),
    ("orange", "oranje", "#FFA51E"),
    ("peach", "perzik", "#FCC59B"),
    ("yellow", "geel", "#FBDC14"),
    ("light yellow", "lichtgeel", "#FDF3A0"),
    ("mustard yellow", "mosterdgeel", "#C99A1B"),
    ("khaki", "kaki", "#A89F6B"),
    ("olive green", "olijfgroen", "#6B6B22"),
    ("yellow-green", "geelgroen", "#A9CF2B"),
    ("light green", "lichtgroen", "#A8DBA0"),
    ("mint green", "mintgroen", "#B4ECD2"),
    ("green", "groen", "#2E9E3F"),
    ("bright green", "felgroen", "#22DD33"),
    ("dark green", "donkergroen", "#14532A"),
    ("turquoise", "turquoise", "#20E8E8"),
    ("grey-green", "grijsgroen", "#7F8F78"),
    ("turquoise", "turquoise", "#22B8B0"),
    ("blue-green", "blauwgroen", "#11696B"),
    ("light blue", "lichtblauw", "#A5CDF0"),
    ("sky blue", "hemelsblauw", "#4EA3E6"),
    ("blue", "blauw", "#1F5FD0"),
    ("bright blue", "felblauw", "#1A1AF0"),
    ("dark blue", "donkerblauw", "#12337F"),
    ("dark blue", "donkerblauw", "#0A0A80"),
    ("navy blue", "marineblauw", "#0C1A40"),
    ("grey-blue", "grijsblauw", "#7A8EA3"),
    ("lavender", "lavendel", "#D9D3F2"),
    ("lilac", "lila", "#C8A8E0"),
    ("purple", "paars", "#7A2FA0"),
    ("dark purple", "donkerpaars", "#431A5C"),
)
"""English, Dutch, sRGB."""


def colour_name(lab: Lab, language: str = "en") -> str:
    """The everyday name of a colour (CIELAB, D65) in ``en`` or ``nl``."""
    nearest = min(_labs(), key=lambda named: delta_e_2000(lab, named[1]))
    return NAMES[nearest[0]][1 if language == "nl" else 0]


@lru_cache(maxsize=1)
def _labs() -> tuple[tuple[int, Lab], ...]:
    found = []
    for index, (_english, _dutch, hexadecimal) in enumerate(NAMES):
        lightness, a, b = Color(hexadecimal).convert("lab-d65").coords()
        found.append((index, (lightness, a, b)))
    return tuple(found)
