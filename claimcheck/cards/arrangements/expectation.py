"""Expectation and reality in big type, the pictures divided by a slanted seam.

Above the seam what was promised, below it what came: each word stands on its own picture, the
legend beside the product where the shop's background carries it, and the promise on a low slip.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimcheck.cards.arrangements.beside_column import lay_beside_column
from claimcheck.cards.arrangements.claim_slip import (
    narrowest_slip,
    reads_badly,
    slip_sheet,
    tall_slip_sheet,
)
from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures, Slip
from claimcheck.cards.arrangements.expectation_head import (
    BIG,
    Head,
    big_words,
    head_of,
    product_room,
    span_of,
)
from claimcheck.cards.arrangements.ornaments import slider_handle
from claimcheck.cards.arrangements.parts import SEAM, Sheet, slip_span
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.arrangements.slanted_seam import BAR, SlantedSeam
from claimcheck.cards.arrangements.splits import slanted_columns
from claimcheck.cards.arrangements.stacked_head import EDGE, carries_type, product_size
from claimcheck.cards.boxes import Layout, Shade, Stamp, WarningKind
from claimcheck.cards.colours import YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import Template
from claimcheck.cards.text.fitting import Fitted, fit_line, ink
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role

_SIZES = (173, 150, 124, 100, 76)
_FALL = 0.07
"""Of the card's height: how far the seam falls to the right, where the product needs room."""
_FOR_NUMBERS = 120.0
"""Between the photo's word and the slip below it, where the seam could be lower."""
_MUCH_LOWER = 0.03
"""Of the card's height: less makes no difference to a product."""
_LARGE, _SMALL_COST = 0.34, 40.0
"""Side of a square as large as a product that is large enough, as a part of the card's width; and
what it costs to show it e times smaller.
"""
_HANDLE_AT = 0.36
_NARROW = 0.75
"""Of the card's width: a safe area that ends before has room for numbers beside a tall slip."""
_COLUMNS = (0.44, 0.49, 0.54)
"""Of the card's width: where a tall slip ends, as narrow as shows its words well."""
_TALL_COST = 2.0
_SMALLER_COST = 0.25
"""Of a pixel that the big words are smaller: they are what such a card is about …"""
_LOST_COST = 40.0
"""… but other words should be whole …"""
_NO_REASON_COST = 200.0
"""… and the reasoning is given up only where it would hide what differs."""


def lay_expectation(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """The listing image under “expectation”, the photo under “reality”, as large as words leave."""
    if card_format.width > 1.3 * card_format.height:
        expectation, reality = big_words(content)
        said = replace(content, listing_tab=expectation, photo_tab=reality)
        return lay_beside_column(
            template, said, card_format, pictures, slanted_columns, big_tabs=True
        )
    drafts = _as_large_as_fits(template, content, card_format, pictures, _SIZES)
    if not drafts:
        return _squeezed(template, content, card_format, pictures)
    if content.reasoning:
        bare = replace(content, reasoning="")
        barer = _as_large_as_fits(template, bare, card_format, pictures, _SIZES[-2:])
        for draft in barer:
            draft.sheet.warn_left_out("reasoning")
        drafts += [replace(draft, cost=draft.cost + _NO_REASON_COST) for draft in barer]
    return assemble(card_format, content, pictures, drafts)


def _as_large_as_fits(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
    sizes: Iterable[int],
) -> list[Draft]:
    """With the largest words that leave the others whole, or the largest that fit at all, and with
    smaller ones, which leave the pictures more room.
    """
    found: list[Draft] = []
    for size in sizes:
        for draft in _upright(template, content, card_format, pictures, size):
            cost = draft.cost + _SMALLER_COST * (_SIZES[0] - size) + _LOST_COST * _lost(draft)
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
) -> list[Draft]:
    """Listing image above, photo below; none when this size leaves the slip too little room.

    The seam lies as high as the words above it let it, or lower, which leaves the product more
    room: down to where the photo's word nears the slip, or both pictures are equally large.
    """
    height = float(card_format.height)
    head = head_of(content, card_format, pictures, size)
    highest = max(head.below + 30.0, (0.25 + 0.06 * head.word.style.size / _SIZES[0]) * height)
    words = _words(content, card_format, head, highest)
    slips: list[Slip | None] = [None]
    if head.slip_content.quote or head.slip_content.legend:
        slips = [*_slips(template, head.slip_content, card_format, words.letters.bottom + 22.0)]
    if not slips:
        return []
    drafts = _divided(card_format, pictures, head, words, slips)
    end = max(_top_of(slip) if slip else card_format.safe_area.bottom for slip in slips)
    lowest = min(highest + end - words.letters.bottom - _FOR_NUMBERS, (0.5 - _FALL / 2) * height)
    if lowest > highest + _MUCH_LOWER * height:
        lower = _words(content, card_format, head, lowest)
        drafts += _divided(card_format, pictures, head, lower, slips)
    return drafts


@dataclass(frozen=True, slots=True)
class _Words:
    """The words on both pictures, for one place of the seam."""

    sheet: Sheet
    seam: SlantedSeam
    letters: Rect
    """What the photo's word paints."""


def _words(content: CardContent, card_format: Format, head: Head, start: float) -> _Words:
    """With a seam that begins at ``start``."""
    end = Point(float(card_format.width), start + _FALL * card_format.height)
    seam = SlantedSeam(Point(0.0, start), end)
    sheet = Sheet()
    sheet.add(head.sheet)
    word = _fit_reality(content, card_format, seam, head.word.style.size)
    return _Words(sheet, seam, _set_reality(sheet, word, seam, *span_of(card_format)))


def _divided(
    card_format: Format,
    pictures: Pictures,
    head: Head,
    words: _Words,
    slips: Iterable[Slip | None],
) -> list[Draft]:
    """A draft with each of the slips that lie below the words."""
    width, seam, letters = float(card_format.width), words.seam, words.letters
    panels = _panels(card_format, pictures, seam, words.sheet, letters.grown(18.0))
    shades = _shades(head, letters, panels, width, carries_type(pictures[Role.LISTING]))
    center = Point(_HANDLE_AT * width, seam.y_at(_HANDLE_AT * width))
    reach = Rect(center.x - 56.0, center.y - 56.0, 112.0, 112.0)
    shapes = (*seam.bar(), *slider_handle(center, upright=True))
    side = product_size(panels[0].room, pictures[Role.LISTING].subject) / width
    small = _SMALL_COST * max(math.log(_LARGE / side), 0.0)
    drafts = []
    for index, slip in enumerate(slips):
        if slip and _top_of(slip) < letters.bottom + 22.0:
            continue
        whole = Sheet()
        if slip:
            whole.add(slip.sheet)
        whole.add(words.sheet)
        stamp, covers = (slip.stamp, slip.covers) if slip else (None, ())
        cost = small + index * _TALL_COST
        drafts.append(
            Draft((), panels, whole, stamp, (*covers, reach), cost, shades=shades, shapes=shapes)
        )
    return drafts


def _shades(
    head: Head,
    letters: Rect,
    panels: tuple[PanelPlan, PanelPlan],
    width: float,
    is_clear: bool,
) -> tuple[Shade, ...]:
    """Under the lower word, and under the words above where the picture doesn't carry them."""
    under = Rect(0.0, letters.y - 40.0, letters.right + 40.0, letters.height + 80.0)
    lower = Shade(under, 190.0, panels[1].outline)
    if is_clear:
        return (lower,)
    # As large as the words: what is beside and above them is shown as bright as on the photo.
    words = [text.painted() for text in head.sheet.texts]
    top, right = min(box.y for box in words) - 40.0, max(box.right for box in words) + 40.0
    upper = Rect(0.0, top, min(right, width), head.below + 24.0 - top)
    return lower, Shade(upper, 190.0, panels[0].outline)


def _fit_reality(content: CardContent, card_format: Format, seam: SlantedSeam, size: int) -> Fitted:
    """The lower word, which may stand where the safe area is narrower than at the upper one."""
    left, right = span_of(card_format)
    lowest = seam.y_at(right) + BAR / 2 + 36.0 + size
    edge = min(left + 0.9 * (right - left), card_format.safe_area.span(lowest - size, lowest)[1])
    return fit_line(big_words(content)[1], BIG, edge - left, range(size, 48, -4))


def _set_reality(sheet: Sheet, word: Fitted, seam: SlantedSeam, left: float, right: float) -> Rect:
    """The lower word, as near to the seam as it may be; gives what it paints."""
    letters = ink(word.lines[0], word.style, word.rtl)
    top = max(seam.y_at(left), seam.y_at(left + letters.right)) + BAR / 2 + 36.0
    baseline = top + 0.72 * word.style.size
    sheet.set_text("reality", word, left, right, baseline, YELLOW)
    return letters.moved(left, baseline)


def _panels(
    card_format: Format,
    pictures: Pictures,
    seam: SlantedSeam,
    sheet: Sheet,
    word: Rect,
) -> tuple[PanelPlan, PanelPlan]:
    """Both pictures, on their sides of the seam."""
    width, height = float(card_format.width), float(card_format.height)
    hidden_above, hidden_below = seam.stairs()
    head = Sheet(texts=[box for box in sheet.texts if box.name != "reality"], discs=sheet.discs)
    shadows = tuple(head.shadowed(14.0))
    low = 0.82 * height - seam.bottom
    return (
        PanelPlan(
            Role.LISTING,
            Rect(0.0, 0.0, width, seam.bottom),
            product_room(seam, head, pictures, width),
            shadows,
            shadows if carries_type(pictures[Role.LISTING]) else (),
            outline=(Point(0.0, 0.0), Point(width, 0.0), seam.end, seam.start),
            hidden=hidden_below,
        ),
        PanelPlan(
            Role.PHOTO,
            Rect(0.0, seam.top, width, height - seam.top),
            Rect(EDGE, seam.bottom + 20.0, width - 2 * EDGE, low),
            (word,),
            outline=(seam.start, seam.end, Point(width, height), Point(0.0, height)),
            hidden=hidden_above,
        ),
    )


def _squeezed(
    template: Template, content: CardContent, card_format: Format, pictures: Pictures
) -> Layout:
    """With as much as there is room for: the last differences give way, then the promise."""
    for count in range(len(content.legend) - 1, -1, -1):
        out = content.left_out + len(content.legend) - count
        less = replace(content, legend=content.legend[:count], left_out=out)
        drafts = _upright(template, less, card_format, pictures, _SIZES[-1])
        if drafts:
            return assemble(card_format, less, pictures, drafts)
    bare = replace(content, legend=(), quote="", reasoning="", verdict=None)
    draft = _upright(template, bare, card_format, pictures, _SIZES[-1])[0]
    draft.sheet.warn_left_out("claim")
    if content.footer:
        draft.sheet.warn_left_out("footer")
    return assemble(card_format, bare, pictures, [draft])


def _slips(
    template: Template, content: CardContent, card_format: Format, top: float
) -> Iterator[Slip]:
    """Promise and stamp low in the safe area; from edge to edge, then beside the photo's numbers.

    None where there is no room for it below ``top``.
    """
    safe = card_format.safe_area
    left, right = slip_span(card_format)
    room = safe.bottom + 12.0 - top
    wide = slip_sheet(template, content, left, right, room, low=True)
    if placed := _placed(wide, right, card_format, top):
        yield placed
    if content.legend:
        if column := narrowest_slip(template, content, left, right, room):
            edge = max(fill.rect.right for fill in column[0].fills) - SEAM
            if placed := _placed(column, edge, card_format, top):
                yield placed
        return
    if right > _NARROW * card_format.width:
        return
    for part in _COLUMNS:
        right = part * card_format.width
        column = tall_slip_sheet(template, content, left, right, room)
        placed = (
            None
            if reads_badly(column[0], content.quote)
            else _placed(column, right, card_format, top)
        )
        if placed:
            yield placed
        if placed and not column[0].warnings:
            return


def _placed(
    slip_sheet: tuple[Sheet, Stamp | None, float], right: float, card_format: Format, top: float
) -> Slip | None:
    """The slip as low as the safe area lets it lie, if that is below ``top``."""
    sheet, stamp, height = slip_sheet
    bottom = card_format.safe_area.bottom
    slip = Slip(sheet, Rect(0.0, 0.0, right + SEAM, height), stamp)
    y = bottom + 12.0 - height
    if stamp:
        y = min(y, bottom - stamp.painted().bottom)
    placed = slip.at(float(int(y)))
    return placed if _top_of(placed) >= top else None


def _top_of(slip: Slip) -> float:
    return min(cover.y for cover in slip.covers)
