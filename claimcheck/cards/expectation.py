"""Expectation and reality in big type, the pictures divided by a slanted seam."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

from claimcheck.cards.beside_column import lay_beside_column
from claimcheck.cards.boxes import Layout, Polygon, Shade, WarningKind
from claimcheck.cards.colours import INK, TEXT_2, WHITE, YELLOW, contrast, opposite
from claimcheck.cards.content import CardContent
from claimcheck.cards.fonts import BARLOW, INTER
from claimcheck.cards.formats import Format
from claimcheck.cards.ornaments import slider_handle
from claimcheck.cards.parts import SEAM, Sheet, joined, slip_span
from claimcheck.cards.scene import Draft, PanelPlan, Pictures, Slip, assemble
from claimcheck.cards.splits import slanted_columns
from claimcheck.cards.stacked import slip_sheet
from claimcheck.cards.stacked_head import carries_type
from claimcheck.cards.templates import SMALLEST_TEXT, Template
from claimcheck.cards.text import Fitted, TextStyle, fit_line, fit_text, ink
from claimcheck.cards.words import EXPECTATION, REALITY, CardWords
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

_BIG = TextStyle(BARLOW, 900, 173, leading=0.9)
_NAME = TextStyle(INTER, 700, 44, leading=1.14)
_META = TextStyle(INTER, 500, 34, leading=1.27)
_SIZES = (173, 150, 128, 104, 88)
_BAR, _BAR_EDGE = 30.0, 8.0
_STAIRS = 12
_EDGE = 40.0
_SMALLER_COST = 0.25
"""Of a pixel that the big words are smaller: they are what such a card is about …"""
_LOST_COST = 40.0
"""… but other words should be whole."""


@dataclass(frozen=True, slots=True)
class _Seam:
    """The slanted line from the card's left edge to its right one."""

    start: Point
    end: Point

    @property
    def top(self) -> float:
        """Where its higher end is."""
        return min(self.start.y, self.end.y)

    @property
    def bottom(self) -> float:
        """Where its lower end is."""
        return max(self.start.y, self.end.y)

    def y_at(self, x: float) -> float:
        """Where it passes ``x``."""
        part = (x - self.start.x) / (self.end.x - self.start.x)
        return self.start.y + part * (self.end.y - self.start.y)


def lay_expectation(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """The listing image under “expectation”, the photo under “reality”, as large as words leave."""
    if card_format.width > 1.3 * card_format.height:
        words = CardWords(content.language)
        said = replace(content, listing_tab=words.text(EXPECTATION), photo_tab=words.text(REALITY))
        return lay_beside_column(
            template, said, card_format, pictures, slanted_columns, big_tabs=True
        )
    drafts = _both_ways(template, content, card_format, pictures)
    if not drafts:
        return _squeezed(template, content, card_format, pictures)
    layout = assemble(card_format, content, pictures, drafts)
    if not content.reasoning or not _hidden(layout):
        return layout
    # The reasoning is given up where it would hide what differs.
    bare = replace(content, reasoning="")
    barer = _both_ways(template, bare, card_format, pictures)
    for draft in barer:
        draft.sheet.warn_left_out("reasoning")
    other = assemble(card_format, bare, pictures, barer) if barer else layout
    return min(layout, other, key=_hidden)


def _both_ways(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> list[Draft]:
    return [
        draft
        for falls in (False, True)
        for draft in _as_large_as_fits(template, content, card_format, pictures, falls)
    ]


def _hidden(layout: Layout) -> int:
    """How many numbers stand nowhere near what they are about."""
    kinds = (WarningKind.COVERED, WarningKind.FAR)
    return sum(warning.kind in kinds for warning in layout.warnings)


def _as_large_as_fits(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures, falls: bool
) -> list[Draft]:
    """With the largest words that leave the others whole, or the largest that fit at all, and with
    the smallest, which leave the pictures more room.
    """
    found: list[Draft] = []
    for size in _SIZES:
        if len(found) == 1 and not _lost(found[0]) and size != _SIZES[-1]:
            continue
        draft = _upright(template, content, card_format, pictures, size, falls)
        if draft is None:
            continue
        cost = _SMALLER_COST * (_SIZES[0] - size) + _LOST_COST * _lost(draft)
        if not found or not _lost(draft):
            found.append(replace(draft, cost=cost))
    return found


def _lost(draft: Draft) -> int:
    """How much of what should be read is not on it."""
    kinds = (WarningKind.ELIDED, WarningKind.LEFT_OUT)
    told = [warning for warning in draft.sheet.warnings if warning.kind in kinds]
    return sum(not warning.text.endswith("discrepancies") for warning in told)


# --- upright -------------------------------------------------------------------------------------


def _upright(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
    size: int,
    falls: bool,
) -> Draft | None:
    """Listing image above, photo below; ``None`` when this size leaves the slip too little room.

    Where the seam ``falls`` to the right, its left end is high: more room for words below it.
    """
    safe, words = card_format.safe_area, CardWords(content.language)
    width, height = float(card_format.width), float(card_format.height)
    left, right = safe.span(safe.top, safe.top + 300.0)
    expectation = fit_line(words.text(EXPECTATION), _BIG, right - left, range(size, 60, -3))
    reality = fit_line(words.text(REALITY), _BIG, 0.9 * (right - left), (expectation.style.size,))
    size = expectation.style.size
    sheet = Sheet()
    y = safe.top + 12.0 + 0.72 * size
    colour, quiet = _type_colours(pictures)
    sheet.set_text("expectation", expectation, left, right, y, colour)
    below = _set_name(sheet, content, (left, left + 0.62 * (right - left)), y, (colour, quiet))
    seam = _seam_below(below, size, (width, height), falls)
    letters = _set_reality(sheet, reality, seam, left, right)
    slip = _low_slip(template, content, card_format, letters.bottom + 22.0)
    if slip is None and (content.quote or content.legend):
        return None
    handle = min(letters.right + 90.0, 0.7 * width) if falls else 0.27 * width
    reach = Rect(handle - 56.0, seam.y_at(handle) - 56.0, 112.0, 112.0)
    shapes = (
        *_slanted_bar(seam),
        *slider_handle(Point(handle, seam.y_at(handle)), upright=True),
    )
    panels = _panels(card_format, pictures, seam, sheet, (left, below), letters.grown(18.0))
    under = Rect(0.0, letters.y - 40.0, letters.right + 40.0, letters.height + 80.0)
    shades = [Shade(under, 190.0, panels[1].outline)]
    if not carries_type(pictures[Role.LISTING]):
        top = Rect(0.0, 0.0, right, below + 34.0)
        shades.append(Shade(top, width - right + 1.0, panels[0].outline))
    whole = Sheet()
    if slip:
        whole.add(slip.sheet)
    whole.add(sheet)
    covers = (*(slip.covers if slip else ()), reach)
    stamp = slip.stamp if slip else None
    return Draft((), panels, whole, stamp, covers, 0.0, shades=tuple(shades), shapes=shapes)


def _seam_below(below: float, size: int, card: tuple[float, float], falls: bool) -> _Seam:
    """The seam of a card of this size, below small type that ends at ``below``."""
    width, height = card
    if falls:
        head = max(below + 30.0, (0.25 + 0.06 * size / _SIZES[0]) * height)
        return _Seam(Point(0.0, head), Point(width, head + 0.07 * height))
    head = max(below + 40.0 + 0.08 * height, (0.30 + 0.06 * size / _SIZES[0]) * height)
    return _Seam(Point(0.0, head + 0.07 * height), Point(width, head - 0.01 * height))


def _set_reality(sheet: Sheet, word: Fitted, seam: _Seam, left: float, right: float) -> Rect:
    """The lower word, as near to the seam as it may be; gives what it paints."""
    letters = ink(word.lines[0], word.style, word.rtl)
    top = max(seam.y_at(left), seam.y_at(left + letters.right)) + _BAR / 2 + 36.0
    baseline = top + 0.72 * word.style.size
    sheet.set_text("reality", word, left, right, baseline, YELLOW)
    return letters.moved(left, baseline)


def _panels(
    card_format: Format,
    pictures: Pictures,
    seam: _Seam,
    sheet: Sheet,
    corner: tuple[float, float],
    word: Rect,
) -> tuple[PanelPlan, PanelPlan]:
    """Both pictures, on their sides of the seam."""
    width, height = float(card_format.width), float(card_format.height)
    hidden_above, hidden_below = _level_stairs(seam, width)
    name = [box for box in sheet.texts if box.name != "reality"]
    shadows = tuple(box.painted().grown(14.0) for box in name)
    low = 0.82 * height - seam.bottom
    return (
        PanelPlan(
            Role.LISTING,
            Rect(0.0, 0.0, width, seam.bottom),
            _product_room(seam, corner, sheet, pictures, width),
            shadows,
            shadows if carries_type(pictures[Role.LISTING]) else (),
            outline=(Point(0.0, 0.0), Point(width, 0.0), seam.end, seam.start),
            hidden=hidden_below,
        ),
        PanelPlan(
            Role.PHOTO,
            Rect(0.0, seam.top, width, height - seam.top),
            Rect(_EDGE, seam.bottom + 20.0, width - 2 * _EDGE, low),
            (word,),
            outline=(seam.start, seam.end, Point(width, height), Point(0.0, height)),
            hidden=hidden_above,
        ),
    )


def _squeezed(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """With as much of the slip as there is room for: the last differences give way, then words."""
    for count in range(len(content.legend) - 1, -1, -1):
        out = content.left_out + len(content.legend) - count
        less = replace(content, legend=content.legend[:count], left_out=out)
        draft = _upright(template, less, card_format, pictures, _SIZES[-1], falls=True)
        if draft is not None:
            return assemble(card_format, less, pictures, [draft])
    bare = replace(content, legend=(), quote="", reasoning="", verdict=None)
    draft = _upright(template, bare, card_format, pictures, _SIZES[-1], falls=True)
    if draft is None:
        raise ValueError("no room for as much as two words")
    draft.sheet.warn_left_out("claim")
    if content.footer:
        draft.sheet.warn_left_out("footer")
    return assemble(card_format, bare, pictures, [draft])


def _type_colours(pictures: Pictures) -> tuple[str, str]:
    """What big and small type on the listing image is set in."""
    listing = pictures[Role.LISTING]
    if not carries_type(listing):
        return WHITE, WHITE
    ground = QColor(listing.background or WHITE)
    colour = opposite(ground).name()
    return colour, TEXT_2 if contrast(ground, QColor(TEXT_2)) >= 4.5 else colour


def _set_name(
    sheet: Sheet,
    content: CardContent,
    span: tuple[float, float],
    baseline: float,
    colours: tuple[str, str],
) -> float:
    """What it is about, and whose card it is, below the big word; gives where they end."""
    left, right = span
    sizes = (44, 40, 36, 34)
    name = fit_text(content.title, _NAME, right - left, sizes, 3)
    y = baseline + 26.0 + 0.76 * name.style.size
    sheet.set_text("title", name, left, right, y, colours[0])
    y += (len(name.lines) - 1) * name.style.line_height
    said = joined(content.handle, content.date)
    meta = fit_line(said, _META, right - left, (34, SMALLEST_TEXT))
    sheet.set_text("source", meta, left, right, y + 48.0, colours[1])
    return y + 58.0


def _product_room(
    seam: _Seam, corner: tuple[float, float], sheet: Sheet, pictures: Pictures, width: float
) -> Rect:
    """Beside the small type for what is high, below it for what is wide."""
    left, below = corner
    subject = pictures[Role.LISTING].subject
    small = [box.painted() for box in sheet.texts if box.name in ("title", "source")]
    big = next(box.painted() for box in sheet.texts if box.name == "expectation")
    beside = max(box.right for box in small) + 36.0
    rooms = [
        Rect(beside, big.bottom + 20.0, width - _EDGE - beside, 0.0),
        Rect(left + 90.0, below + 12.0, width - _EDGE - left - 90.0, 0.0),
    ]
    found = []
    for room in rooms:
        bottom = min(seam.y_at(room.x), seam.y_at(room.center.x)) - 26.0
        whole = Rect(room.x, room.y, max(room.width, 1.0), max(bottom - room.y, 1.0))
        scale = min(whole.width / max(subject.width, 1.0), whole.height / max(subject.height, 1.0))
        found.append((scale, whole))
    return max(found, key=lambda item: item[0])[1]


def _low_slip(
    template: Template, content: CardContent, card_format: Format, top: float
) -> Slip | None:
    """Legend, promise and stamp low in the safe area; ``None`` for no room below ``top``."""
    if not content.quote and not content.legend:
        return None
    safe = card_format.safe_area
    left, right = slip_span(card_format)
    room = safe.bottom + 12.0 - top
    sheet, stamp, height = slip_sheet(template, content, left, right, room)
    slip = Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp)
    y = safe.bottom + 12.0 - height
    if stamp:
        y = min(y, safe.bottom - stamp.painted().bottom)
    placed = slip.at(float(int(y)))
    highest = min(placed.paper.y, placed.stamp.painted().y if placed.stamp else placed.paper.y)
    return placed if highest >= top else None


def _level_stairs(seam: _Seam, width: float) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """What lies above and below the seam, as stairs of rectangles with the bar in both."""
    step, above, below = width / _STAIRS, [], []
    for index in range(_STAIRS):
        x = index * step
        ends = seam.y_at(x), seam.y_at(x + step)
        above.append(Rect(x, -100.0, step, max(ends) + _BAR + 100.0))
        top = min(ends) - _BAR
        below.append(Rect(x, top, step, max(seam.bottom - top, 1.0) + 200.0))
    return tuple(above), tuple(below)


def _slanted_bar(seam: _Seam) -> tuple[Polygon, ...]:
    shapes = []
    for half, colour in ((_BAR / 2, INK), (_BAR / 2 - _BAR_EDGE, YELLOW)):
        corners = (
            seam.start.moved(0.0, -half),
            seam.end.moved(0.0, -half),
            seam.end.moved(0.0, half),
            seam.start.moved(0.0, half),
        )
        shapes.append(Polygon(corners, colour))
    return tuple(shapes)
