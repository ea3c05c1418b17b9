"""A ruler between two products: ticks to both of them, numbers in centimetres along its middle."""

from __future__ import annotations

import math
from dataclasses import dataclass

from claimcheck.cards.arrangements.parts import SEAM, TAB_HEIGHT, Sheet
from claimcheck.cards.boxes import Fill
from claimcheck.cards.colours import INK, PAPER
from claimcheck.cards.formats import Format
from claimcheck.cards.text.fitting import TextStyle, fit_line, ink
from claimcheck.cards.text.fonts import BARLOW
from claimcheck.model.geometry import Rect

THICK = 104.0
"""From one product to the other."""
_TICK, _LONG_TICK = 18.0, 34.0
_NUMBER = TextStyle(BARLOW, 700, 36)
_CLOSEST = 14.0
"""Card pixels between two ticks, at least."""
_APART, _APART_ACROSS = 64.0, 96.0
"""Between two numbers, at least."""
_HALF_A_LINE = 20.0


@dataclass(frozen=True, slots=True)
class Ruler:
    """Where it lies, upright or across, and what it measures."""

    rect: Rect
    zero: float
    """The y, or across the x, from which it counts: up, or to the right."""
    scale: float
    """Card pixels of a millimetre."""
    upright: bool

    @property
    def length(self) -> float:
        """Card pixels from zero to its end."""
        return (self.zero - self.rect.y if self.upright else self.rect.right - self.zero) - SEAM

    def tick(self, value_mm: float, start: float, length: float) -> Rect:
        """A tick at a value, from ``start`` across it."""
        along = self.scale * value_mm
        if self.upright:
            return Rect(self.rect.x + start, self.zero - along - 2.0, length, 4.0)
        return Rect(self.zero + along - 2.0, self.rect.y + start, 4.0, length)


def set_ruler(sheet: Sheet, ruler: Ruler, card_format: Format) -> None:
    """Paper with ink along its long sides, ticks, and numbers where they can be read."""
    rect = ruler.rect
    sheet.fills.append(Fill(rect, INK))
    if ruler.upright:
        paper = Rect(rect.x + SEAM, rect.y, rect.width - 2 * SEAM, rect.height)
    else:
        paper = Rect(rect.x, rect.y + SEAM, rect.width, rect.height - 2 * SEAM)
    sheet.fills.append(Fill(paper, PAPER))
    step_mm = next(s for s in _steps(1.0) if s * ruler.scale >= _CLOSEST)
    apart = _APART if ruler.upright else _APART_ACROSS
    number_mm = next(s for s in _steps(10.0) if s * ruler.scale >= apart and s % step_mm < 1e-6)
    for index in range(math.floor(ruler.length / (step_mm * ruler.scale)) + 1):
        value = index * step_mm
        length = _LONG_TICK if value % number_mm < 1e-6 else _TICK
        sheet.fills.append(Fill(ruler.tick(value, SEAM, length), INK))
        sheet.fills.append(Fill(ruler.tick(value, THICK - SEAM - length, length), INK))
    # After all ticks, which would run into the wide ones.
    count = math.floor(ruler.length / (number_mm * ruler.scale))
    is_first = True
    for value in (index * number_mm for index in range(1, count + 1)):
        text = f"{round(value / 10)} cm" if is_first else f"{round(value / 10)}"
        is_first = not _set_number(sheet, text, ruler, value, card_format) and is_first


def _steps(least: float) -> list[float]:
    """1, 2, 5, 10 … millimetres, from ``least`` on."""
    found = [digit * 10.0**power for power in range(8) for digit in (1, 2, 5)]
    return [step for step in found if step >= least]


def _set_number(
    sheet: Sheet, text: str, ruler: Ruler, value_mm: float, card_format: Format
) -> bool:
    """A number across the ruler, between its ticks; says whether it can be read there."""
    line = fit_line(text, _NUMBER, THICK - 2 * SEAM - 8.0, (36, 34, 32))
    box = ink(line.lines[0], line.style)
    center = ruler.tick(value_mm, 0.0, THICK).center
    if not _is_readable(
        Rect(center.x - box.width / 2, center.y, box.width, 0.0), ruler, card_format
    ):
        return False
    x, y = center.x - box.width / 2 - box.x, center.y + box.height / 2
    pad = Rect(x + box.x - 4.0, y + box.y - 4.0, box.width + 8.0, box.height + 8.0)
    sheet.fills.append(Fill(pad, PAPER))
    sheet.set_text(f"ruler {text}", line, x, x + line.width + 1.0, y, INK)
    return True


def _is_readable(line: Rect, ruler: Ruler, card_format: Format) -> bool:
    """Whether a number, whose middle ``line`` is, stands in the safe area, off the tabs."""
    safe = card_format.safe_area
    if not ruler.upright:
        left, right = safe.span(line.y - _HALF_A_LINE, line.y + _HALF_A_LINE)
        return left <= line.x and line.right <= right
    top = max(ruler.rect.y + SEAM, safe.top)
    if ruler.rect.y == 0.0:  # beside a column of words, where the tabs hang over the pictures
        top += TAB_HEIGHT
    return line.y - _HALF_A_LINE >= top and line.y + _HALF_A_LINE <= safe.bottom
