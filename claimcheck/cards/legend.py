"""The legend: a numbered row for each difference, in two lines where one won't do."""

from __future__ import annotations

from claimcheck.cards.boxes import CardWarning, NumberDisc, WarningKind
from claimcheck.cards.colours import INK, TEXT_2
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.fonts import INTER
from claimcheck.cards.parts import LEGEND_DISC, LEGEND_INDENT, META, Sheet
from claimcheck.cards.templates import SMALLEST_TEXT
from claimcheck.cards.text import Fitted, TextStyle, fit_line, fit_text
from claimcheck.model.geometry import Point

LEGEND_PITCH = 62.0
_LEGEND = TextStyle(INTER, 600, 40)
_GOOD = 36
_TWO_LINES = TextStyle(INTER, 600, 40, leading=1.1)


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
    """All rows at one size; one that is too long for a line even at the smallest gets two.

    ``more`` is what the last one leaves free at its end.
    """
    size = min((_legend_size(row, width) for row in rows), default=40)
    found = []
    for index, row in enumerate(rows):
        free = width - (more if index == len(rows) - 1 else 0.0)
        fitted = fit_line(row.text, _LEGEND, free, (size, SMALLEST_TEXT))
        if fitted.elided and lines > 1:
            fitted = fit_text(row.text, _TWO_LINES, free, (min(size, 36), 34, SMALLEST_TEXT), 2)
        found.append(fitted)
    return found


def _beyond_disc(row: Fitted) -> float:
    """How far a row of two lines reaches above its disc, and below it."""
    return max(row.height / 2 - LEGEND_DISC + 5.0, 0.0) if len(row.lines) > 1 else 0.0


def _legend_size(row: LegendEntry, width: float) -> int:
    """All rows have one size; rows that don't fit at 35 are set smaller on their own."""
    fitted = fit_line(row.text, _LEGEND, width, (40, 38, 36, 35))
    return fitted.style.size
