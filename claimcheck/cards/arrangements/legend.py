"""The legend: a numbered row for each difference, in two lines where one won't do."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.cards.arrangements.parts import LEGEND_INDENT, META, Sheet
from claimcheck.cards.boxes import LEGEND_DISC, CardWarning, NumberDisc, WarningKind
from claimcheck.cards.colours import INK, TEXT_2
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.templates import SMALLEST_TEXT
from claimcheck.cards.text.fitting import Fitted, TextStyle, fit_line, fit_text
from claimcheck.cards.text.fonts import INTER
from claimcheck.model.geometry import Point

LEGEND_PITCH = 62.0
_LEGEND = TextStyle(INTER, 600, 40)
_GOOD = 36
_TWO_LINES = TextStyle(INTER, 600, 40, leading=1.1)
_SIZES, _TWO_LINE_SIZES = (40, 38, 36, 35, 34, SMALLEST_TEXT), (35, 34, SMALLEST_TEXT)


def set_legend(
    sheet: Sheet,
    content: CardContent,
    words_more: str,
    x: float,
    right: float,
    first_center: float,
    pitch: float = LEGEND_PITCH,
    lines: int = 2,
    colour: str = INK,
) -> float:
    """Put the legend's rows down, each in at most so many lines; gives the last disc's y, or what
    stands for it.
    """
    text_x = x + LEGEND_INDENT
    more = fit_line(words_more, META, 200.0, (SMALLEST_TEXT,)) if content.left_out else None
    rows = _fit_rows(content.legend, right - text_x, more.width + 24 if more else 0.0, lines)
    center, quiet = first_center, TEXT_2 if colour == INK else colour
    for index, (row, fitted) in enumerate(zip(content.legend, rows, strict=True)):
        below = _beyond_disc(fitted)
        center += below + (pitch if index else 0.0)
        sheet.discs.append(NumberDisc(row.number, Point(x + LEGEND_DISC, center)))
        style, last = fitted.style, index == len(rows) - 1
        more_lines = (len(fitted.lines) - 1) * style.line_height
        baseline = center + 0.36 * style.size - more_lines / 2
        limit = right - (more.width + 24 if more and last else 0.0)
        sheet.set_text(f"legend {row.number}", fitted, text_x, limit, baseline, colour)
        if more and last:
            start = text_x + fitted.width + 24 if not fitted.rtl else right - more.width
            sheet.set_text("more", more, start, start + more.width, baseline, quiet)
        center += below
    if content.left_out:
        sheet.warnings.append(
            CardWarning(WarningKind.LEFT_OUT, f"{content.left_out} discrepancies")
        )
    return center


def one_line_width(content: CardContent, words_more: str) -> float:
    """How wide a legend is with each row on one line, in letters that a phone shows well."""
    sample = _LEGEND.sized(_GOOD)
    widths = [fit_line(row.text, sample, 1e4, (_GOOD,)).width for row in content.legend]
    if content.left_out:
        widths[-1] += 24.0 + fit_line(words_more, META, 200.0, (SMALLEST_TEXT,)).width
    return LEGEND_INDENT + 4.0 + max(widths, default=0.0)


def legend_height(content: CardContent, width: float, pitch: float, lines: int = 2) -> float:
    """How high ``set_legend`` will be, a pitch for each row that takes one line."""
    rows = _fit_rows(content.legend, width - LEGEND_INDENT, 0.0, lines)
    return sum(pitch + 2 * _beyond_disc(row) for row in rows)


def _fit_rows(
    rows: tuple[LegendEntry, ...], width: float, more: float, lines: int = 2
) -> list[Fitted]:
    """The rows at one size, as ``fit_rows``; ``more`` is what the last leaves free at its end."""
    widths = [width] * (len(rows) - 1) + [width - more]
    return fit_rows([row.text for row in rows], widths, lines)


def fit_rows(texts: Sequence[str], widths: Sequence[float], lines: int = 2) -> list[Fitted]:
    """All of a legend at one size, each row in a line; in two where one won't do even small.

    Each has its own width to fit into. Rows that are too long for that are elided.
    """
    rows: list[Fitted] = []
    for style, sizes, most in ((_LEGEND, _SIZES, 1), (_TWO_LINES, _TWO_LINE_SIZES, lines)):
        for size in sizes:
            rows = [
                fit_text(text, style, width, (size,), most)
                for text, width in zip(texts, widths, strict=False)
            ]
            if not any(row.elided for row in rows):
                return rows
    return rows


def _beyond_disc(row: Fitted) -> float:
    """How far a row of two lines reaches above its disc, and below it."""
    return max(row.height / 2 - LEGEND_DISC + 5.0, 0.0) if len(row.lines) > 1 else 0.0
