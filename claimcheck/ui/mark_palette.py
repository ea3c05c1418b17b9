"""The colours that are offered for marks.

Any two stay apart for people with full protanopia, deuteranopia or tritanopia: at least ΔE2000 19
as simulated after Machado, Oliveira, Fernandes, *A physiologically-based model for simulation of
color vision deficiency*, IEEE TVCG 15(6), 2009; the well-known palette of Okabe and Ito keeps 10.
On a picture each lies in a casing that keeps it readable (``cards.paint_strokes``).
"""

from __future__ import annotations

from claimcheck.errors import QT_TRANSLATE_NOOP

PALETTE: tuple[tuple[str, str], ...] = (
    ("#FFD60A", QT_TRANSLATE_NOOP("palette", "Yellow")),
    ("#FFFFFF", QT_TRANSLATE_NOOP("palette", "White")),
    ("#17150F", QT_TRANSLATE_NOOP("palette", "Ink")),
    ("#1558E0", QT_TRANSLATE_NOOP("palette", "Blue")),
    ("#C04608", QT_TRANSLATE_NOOP("palette", "Orange")),
    ("#56B4E9", QT_TRANSLATE_NOOP("palette", "Sky blue")),
    ("#4A0E4E", QT_TRANSLATE_NOOP("palette", "Plum")),
    ("#8C8C8C", QT_TRANSLATE_NOOP("palette", "Grey")),
)
"""``#RRGGBB`` and the English word."""
