"""The checklist of a clip: claims on a receipt over the photo, each with room for its stamp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.cards.arrangements.draft import Draft, PanelPlan, Pictures
from claimcheck.cards.arrangements.ornaments import torn_paper
from claimcheck.cards.arrangements.parts import (
    TAB_HEIGHT,
    Sheet,
    fit_title,
    meta_lines,
    set_meta,
    set_tab,
    set_title,
    tab_width,
)
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.boxes import Fill, InkedStamp, Layout, Panel, Placement
from claimcheck.cards.colours import INK, TEXT_2, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.paint.stamp import inked_size
from claimcheck.cards.templates import SMALLEST_TEXT, Template
from claimcheck.cards.text.fitting import Fitted, TextStyle, fit_text, ink
from claimcheck.cards.text.fonts import INTER
from claimcheck.cards.words import VERDICT_WORDS, CardWords
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Claim

MOST_ROWS = 5
_ROW, _TALLEST_ROW, _TALL_ROW = 130.0, 190.0, 250.0
_FEW, _SPACIOUS = 2, 255.0
_FILLING, _HIGHEST_ROW = 640.0, 400.0
"""So few claims get a larger title; how high all rows may be beside pictures; and from which height
a row's words and stamp are larger.
"""
LONG_QUOTE = 60
"""Letters: a longer promise needs more lines than rows usually have room for."""
_LEAST_ROW, _MOST_LINES = 104.0, 12
"""How high a row is that gives some of its height to a longer one, for its stamp turned as it is;
and lines of a promise that nobody reads to its end.
"""
_RULE = 4.0
_RULE_COLOUR = "#B9B2A0"
_DASH, _GAP = 10.0, 6.0
_THUMB_BORDER = 5.0
_MARGIN = 36.0
_TORN = 46.0
_WIDEST = 900.0
_TITLE_LINES = 5
_ANGLES = (-5.0, 3.5, -7.0, -4.0, 2.0)
_QUOTE = TextStyle(INTER, 700, 42, leading=1.14)
_REASON = TextStyle(INTER, 400, 34, leading=1.16)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything but the stamps, which come one by one, and the claims that had no room."""

    paper: Rect
    layout: Layout
    stamps: tuple[InkedStamp, ...]
    left_out: int


def lay_receipt(
    template: Template,
    content: CardContent,
    claims: tuple[Claim, ...],
    card_format: Format,
    pictures: Pictures,
    column: tuple[float, float] | None = None,
) -> Receipt:
    """Lay out ``claims`` (each with a verdict) from the safe area's top downwards.

    With a ``column``, its left and right x, the pictures are elsewhere than on the receipt. Small
    pictures on it give way to a promise that would lose words: the photo is behind it.
    """
    receipt = _laid(template, content, claims, card_format, pictures, column, True)
    if receipt.layout.panels and receipt.layout.warnings:
        bare = _laid(template, content, claims, card_format, pictures, column, False)
        if len(bare.layout.warnings) < len(receipt.layout.warnings):
            return bare
    return receipt


def _laid(
    template: Template,
    content: CardContent,
    claims: tuple[Claim, ...],
    card_format: Format,
    pictures: Pictures,
    column: tuple[float, float] | None,
    with_pictures: bool,
) -> Receipt:
    safe = card_format.safe_area
    left, right = column or column_of(card_format)
    sheet = Sheet()
    rows = min(len(claims), MOST_ROWS, max(int(_free(card_format, 1.0) / _ROW), 1))
    spare = _free(card_format, 0.0) - rows * _ROW
    y = safe.top + 8.0
    panels: tuple[Panel, ...] = ()
    if spare > 150.0 and column is None and with_pictures:
        panels, y = _thumbs(sheet, content, card_format, pictures, y, min(spare, 240.0))
    few = column is not None and rows <= _FEW
    largest = template if few else replace(template, title_largest=min(92, template.title_largest))
    title = fit_title(largest, content.title, right - left, 300.0 if few else 176.0, _TITLE_LINES)
    y = set_title(sheet, title, left, right, y + 14.0, INK) + 0.27 * title.style.size
    foot = 70.0 + 43.0 * (meta_lines(content, right - left) - 1)
    is_long = any(len(claim.quote) > LONG_QUOTE for claim in claims[:rows])
    tallest = _TALL_ROW if is_long else _TALLEST_ROW
    if column is not None:  # nothing of a picture lies below the receipt: it fills its column
        tallest = max(tallest, min(_FILLING / rows, _HIGHEST_ROW))
    room = safe.bottom - foot - y
    words = CardWords(content.language)
    stamps = []
    heights = _row_heights(words, claims[:rows], right - left, min(room / rows, tallest), room)
    stamp_size, quotes = _fit_rows(words, claims[:rows], right - left, heights)
    for index, (claim, height, quote) in enumerate(zip(claims, heights, quotes, strict=False)):
        set_dashes(sheet, left, right, y)
        row = Rect(left, y, right - left, height)
        stamps.append(_set_row(sheet, words, claim, index, row, quote, stamp_size))
        y += height
    set_dashes(sheet, left, right, y)
    y = set_meta(sheet, content, left, right, y + 46.0)
    end = y + 24.0 + _TORN
    if end > card_format.height:  # teeth that are cut off would look like a fault
        end = card_format.height + _TORN
    paper = Rect(left - _MARGIN, -40.0, right - left + 2 * _MARGIN, end + 40.0)
    layout = Layout(
        card_format.width,
        card_format.height,
        (),
        panels,
        (),
        tuple(sheet.fills),
        tuple(sheet.texts),
        (),
        (),
        None,
        tuple(sheet.warnings),
    )
    return Receipt(paper, layout, tuple(stamps), len(claims) - rows)


def column_of(card_format: Format) -> tuple[float, float]:
    """Where the words begin and end: beside the paper some of the photo stays in view."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.bottom)
    left = max(left, 2 * _MARGIN)
    return left, min(right, left + min(0.76 * card_format.width, _WIDEST))


def _free(card_format: Format, wanted: float) -> float:
    """The height left for rows below a title of two lines and above the source line."""
    safe = card_format.safe_area
    return safe.bottom - safe.top - 250.0 - wanted


def _row_heights(
    words: CardWords, claims: Sequence[Claim], width: float, pitch: float, room: float
) -> list[float]:
    """As high as ``pitch``; a promise too long for that gets what ``room`` there is for all, then
    the short ones' rows give it some of theirs, their reasons last.
    """
    quotes = [_least_height(words, claim, width, False) for claim in claims]
    wanted = [max(quote - pitch, 0.0) for quote in quotes]
    if not any(wanted):
        return [pitch] * len(claims)
    free = room - pitch * len(claims)
    lacking = max(sum(wanted) - free, 0.0)
    for keeping_reasons in (True, False):
        spare = [
            max(pitch - max(_least_height(words, claim, width, keeping_reasons), _LEAST_ROW), 0.0)
            for claim in claims
        ]
        if sum(spare) >= lacking:
            break
    moved = min(lacking, sum(spare))
    gets = min((free + moved) / sum(wanted), 1.0)
    gives = moved / sum(spare) if moved else 0.0
    pairs = zip(wanted, spare, strict=True)
    return [pitch + gets * more - gives * less for more, less in pairs]


def _least_height(words: CardWords, claim: Claim, width: float, with_reason: bool) -> float:
    """Of a row that shows all of a promise, as small as can be read."""
    room = width - inked_size(*_stamp_of(words, claim, width, False))[0] - 22.0
    quote = fit_text(_quoted(claim), _QUOTE, room, (SMALLEST_TEXT,), _MOST_LINES)
    reason = " ".join(claim.reasoning.split()) if with_reason else ""
    if not reason:
        return quote.height + 20.0
    said = fit_text(reason, _REASON, room, (SMALLEST_TEXT,), 2)
    return quote.height + 20.0 + (0.0 if said.elided else said.height + _gap(quote, said))


def _stamp_of(words: CardWords, claim: Claim, width: float, spacious: bool) -> tuple[str, int]:
    """The stamp's word, and the size that it has in a row of this width."""
    assert claim.verdict is not None
    word = words.text(VERDICT_WORDS[claim.verdict])
    sizes = (68, 60, 52, 48, 44) if spacious else (52, 48, 44)
    return word, next((s for s in sizes if inked_size(word, s)[0] <= 0.42 * width), 41)


def _quoted(claim: Claim) -> str:
    return f"“{' '.join(claim.quote.split()).strip('“”')}”"


def _fit_rows(
    words: CardWords, claims: Sequence[Claim], width: float, heights: Sequence[float]
) -> tuple[int, list[Fitted]]:
    """The size of all stamps, and the promises beside them: large, usual, or as they are whole.

    The promises have one size as well.
    """
    ways: tuple[tuple[bool, tuple[int, ...], int], ...] = (
        (True, (60, 54, 48, 42, 38, 36, 34), 3),
        (False, (42, 38, 36, 34), 2),
        (False, (38, 36, 34, SMALLEST_TEXT), _MOST_LINES),
    )
    for spacious, sizes, most in ways if min(heights) > _SPACIOUS else ways[1:]:
        stamps = [_stamp_of(words, claim, width, spacious) for claim in claims]
        stamp_size = min(size for _, size in stamps)
        widths = [width - inked_size(word, stamp_size)[0] - 22.0 for word, _ in stamps]
        quotes = _fit_promises(claims, widths, heights, sizes, most)
        if not any(quote.elided for quote in quotes):
            break
    smallest = min(quote.style.size for quote in quotes)
    return stamp_size, _fit_promises(claims, widths, heights, (smallest,), most)


def _fit_promises(
    claims: Sequence[Claim],
    widths: Sequence[float],
    heights: Sequence[float],
    sizes: tuple[int, ...],
    lines: int,
) -> list[Fitted]:
    """Each promise as large as fits beside its stamp."""
    return [
        fit_text(_quoted(claim), _QUOTE, width, sizes, lines, height - 20.0)
        for claim, width, height in zip(claims, widths, heights, strict=True)
    ]


def _set_row(
    sheet: Sheet,
    words: CardWords,
    claim: Claim,
    index: int,
    row: Rect,
    fitted: Fitted,
    stamp_size: int,
) -> InkedStamp:
    assert claim.verdict is not None
    word = words.text(VERDICT_WORDS[claim.verdict])
    stamp_width, _ = inked_size(word, stamp_size)
    text_right, room = row.right - stamp_width - 22.0, row.height - 20.0
    reason = " ".join(claim.reasoning.split())
    line, gap = None, 0.0
    for lines in (1, 2) if reason else ():
        # Half a sentence is worse than none: the reason is there when all of it is.
        whole = fit_text(reason, _REASON, text_right - row.x, (34, SMALLEST_TEXT), lines)
        gap = _gap(fitted, whole)
        if not whole.elided and fitted.height + whole.height + gap <= room:
            line = whole
            break
    letters = ink(fitted.lines[0], fitted.style, fitted.rtl)
    height = fitted.height - fitted.style.line_height - letters.y
    height += (line.height + gap) if line else 0.0
    baseline = row.y + _RULE / 2 + (row.height - height) / 2 - letters.y
    name = f"claim {index + 1}"
    sheet.set_text(name, fitted, row.x, text_right, baseline, INK)
    if line:
        below = baseline + (len(fitted.lines) - 1) * fitted.style.line_height
        below += line.style.line_height + gap
        sheet.set_text(f"reasoning {index + 1}", line, row.x, text_right, below, TEXT_2)
    center = Point(row.right - stamp_width / 2, row.y + row.height / 2 + _RULE / 2)
    angle = _ANGLES[index % len(_ANGLES)]
    bounds = inked_size(word, stamp_size)
    return InkedStamp(center, *bounds, angle, claim.verdict, word, stamp_size)


def _gap(upper: Fitted, lower: Fitted) -> float:
    """What lies between two texts beyond the lower one's line height, so that no letters touch."""
    hangs = ink(upper.lines[-1], upper.style, upper.rtl).bottom
    rises = -ink(lower.lines[0], lower.style, lower.rtl).y
    return max(4.0, hangs + rises + 4.0 - lower.style.line_height)


def set_dashes(sheet: Sheet, left: float, right: float, y: float) -> None:
    """A dashed rule from edge to edge."""
    x = left
    while x < right:
        sheet.fills.append(Fill(Rect(x, y, min(_DASH, right - x), _RULE), _RULE_COLOUR))
        x += _DASH + _GAP


def _thumbs(
    sheet: Sheet,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
    y: float,
    height: float,
) -> tuple[tuple[Panel, ...], float]:
    """Both pictures, small, side by side, with their tabs; gives the y below them."""
    left, right = column_of(card_format)
    gap = 16.0
    width = (right - left - gap) / 2
    frames = {
        Role.LISTING: Rect(left, y, width, height),
        Role.PHOTO: Rect(left + width + gap, y, width, height),
    }
    words = {Role.LISTING: content.listing_tab, Role.PHOTO: content.photo_tab}
    plans = []
    for role, frame in frames.items():
        inner = frame.grown(-_THUMB_BORDER)
        tab = Rect(frame.x, frame.bottom - 52.0, 0.0, 52.0)
        plans.append(PanelPlan(role, inner, inner.grown(-8.0), (tab,)))
    bare = replace(content, legend=(), left_out=0)  # discs would fill so small a picture
    laid = assemble(card_format, bare, pictures, [Draft((), tuple(plans), Sheet(), None, (), 0.0)])
    for role, frame in frames.items():
        _outline(sheet, frame)
        word = words[role]
        tab = Rect(frame.x, frame.bottom - TAB_HEIGHT, tab_width(word, width), TAB_HEIGHT)
        set_tab(sheet, f"{role} tab", word, tab, WHITE if role is Role.LISTING else YELLOW)
    return laid.panels, y + height + 22.0


def _outline(sheet: Sheet, frame: Rect) -> None:
    line = _THUMB_BORDER
    sheet.fills += [
        Fill(Rect(frame.x, frame.y, frame.width, line), INK),
        Fill(Rect(frame.x, frame.bottom - line, frame.width, line), INK),
        Fill(Rect(frame.x, frame.y, line, frame.height), INK),
        Fill(Rect(frame.right - line, frame.y, line, frame.height), INK),
    ]


def on_photo(layout: Layout, paper: Rect, card_format: Format, pictures: Pictures) -> Layout:
    """``layout`` on torn paper that hangs over the photo, which goes from edge to edge."""
    return replace(layout, below=(_behind(paper, card_format, pictures), *torn_paper(paper)))


def _behind(paper: Rect, card_format: Format, pictures: Pictures) -> Panel:
    """The photo from edge to edge, its product where the receipt leaves the most of it in view."""
    photo = pictures[Role.PHOTO]
    whole = Rect(0.0, 0.0, float(card_format.width), float(card_format.height))
    beside = Rect(paper.right, 0.0, whole.right - paper.right, whole.height)
    below = Rect(0.0, paper.bottom, whole.width, whole.bottom - paper.bottom)
    clear = max((beside, below), key=lambda rect: rect.width * rect.height)
    scale = max(whole.width / photo.width, whole.height / photo.height)
    middle = photo.subject.center
    x, y = clear.center.x - scale * middle.x, clear.center.y - scale * middle.y
    return Panel(Role.PHOTO, whole, Placement(scale, x, y).over(whole, photo.whole), None)
