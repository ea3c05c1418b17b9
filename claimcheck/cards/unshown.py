"""Letters that no font on this computer has: a card would show empty boxes for them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QTextLayout

from claimcheck.cards.boxes import CardWarning, Layout, WarningKind
from claimcheck.cards.text.fitting import TextStyle, line_layout

_ALWAYS = "\u024f"
"""Up to here, the last letter of Latin Extended-B, a text is not looked at: Inter has them all."""
_INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})
"""Unicode's categories of what shows nothing by itself, or only on another letter."""
_RETRIEVED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


def telling_unshown(layout: Layout) -> Layout:
    """``layout`` with a warning for each text that would have boxes: ``title: Hangul``."""
    found = []
    for box in layout.texts:
        style = box.fitted.style
        scripts = dict.fromkeys(
            script
            for line in box.fitted.lines
            if max(line, default="") > _ALWAYS
            for script in _unshown(line, style, box.fitted.rtl)
        )
        if scripts:
            found.append(CardWarning(WarningKind.UNSHOWN, f"{box.name}: {', '.join(scripts)}"))
    return replace(layout, warnings=(*layout.warnings, *found)) if found else layout


@lru_cache(maxsize=1024)
def _unshown(line: str, style: TextStyle, rtl: bool) -> tuple[str, ...]:
    """The scripts of a line's letters without a glyph, by their names in Unicode."""
    # Qt counts in UTF-16: what is beyond its first plane takes two places.
    letters = [letter for letter in line for _ in range(1 + (letter > "\uffff"))]
    found: dict[str, None] = {}
    for run in line_layout(line, style, rtl).glyphRuns(-1, -1, _RETRIEVED):
        for glyph, at in zip(run.glyphIndexes(), run.stringIndexes(), strict=True):
            letter = letters[at]
            if glyph == 0 and unicodedata.category(letter) not in _INVISIBLE:
                found[_script(letter)] = None
    return tuple(found)


def _script(letter: str) -> str:
    """As Unicode's names of letters begin with, or the code of a letter without a name."""
    name = unicodedata.name(letter, "")
    return name.split()[0].capitalize() if name else f"U+{ord(letter):04X}"
