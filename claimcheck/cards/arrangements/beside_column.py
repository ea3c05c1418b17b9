"""Words in a column at the left, the pictures at its right: for formats that are not upright.

From the top: title and legend on the template's colour; at the foot, on paper, the promise with its
stamp across the edge between the two, and source, handle and date.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.cards.arrangements.draft import Draft, Pictures
from claimcheck.cards.arrangements.legend import fit_rows
from claimcheck.cards.arrangements.parts import (
    LEGEND_INDENT,
    SEAM,
    TAB_HEIGHT,
    Sheet,
    fit_title,
    make_stamp,
    meta_lines,
    moved_stamp,
    set_meta,
    set_tab,
    set_title,
    tab_width,
)
from claimcheck.cards.arrangements.quotes import fit_long_quote, fit_quote, set_quote
from claimcheck.cards.arrangements.scene import assemble
from claimcheck.cards.arrangements.splits import OTHERWISE_COST, Split, Splitter
from claimcheck.cards.boxes import (
    LEGEND_DISC,
    CardWarning,
    Fill,
    Layout,
    NumberDisc,
    Stamp,
    WarningKind,
)
from claimcheck.cards.colours import INK, WHITE, YELLOW
from claimcheck.cards.content import CardContent
from claimcheck.cards.formats import Format
from claimcheck.cards.templates import SMALLEST_TEXT, Template
from claimcheck.cards.text.fitting import Fitted, TextStyle, fit_text, spread_lines
from claimcheck.cards.text.fonts import INTER
from claimcheck.cards.words import more_words
from claimcheck.model.geometry import Point, Rect

_PART, _PART_SQUARE = 0.36, 0.44
"""Of the card's width: the pictures keep well over half."""
_ROW = TextStyle(INTER, 600, 40, leading=1.12)
_ROW_GAP = 18.0
_META_PITCH = 43.0
_BETWEEN_TABS = 14.0
_NARROWER = (0.7, 0.76, 0.82, 0.88, 0.94)
"""Of the column's usual width."""
_TITLE_LINES = 6
"""In so narrow a column."""
_FEET = (0.44, 0.36, 0.28)
"""Of the column's height, at most, for the promise: the title reads first."""
_LONG_FOOT = 1.36
"""Times that, for a promise that would lose words."""


def column_width(card_format: Format) -> float:
    """How wide the column of words is, with its seam."""
    part = _PART if card_format.width > 1.3 * card_format.height else _PART_SQUARE
    return float(round(part * card_format.width))


def lay_beside_column(
    template: Template,
    content: CardContent,
    card_format: Format,
    pictures: Pictures,
    splitter: Splitter,
    big_tabs: bool = False,
    otherwise: Splitter | None = None,
) -> Layout:
    """Column and pictures; how these share their part of the card is the splitter's business.

    ``otherwise`` shares it where ``splitter`` doesn't show all that is marked.
    """
    width, height = float(card_format.width), float(card_format.height)
    edge, column = _narrowest(template, content, card_format)
    region = Rect(edge, 0.0, width - edge, height)
    ground = (Fill(Rect(0.0, 0.0, edge, height), template.header_colour),)

    def draft(splitter: Splitter, cost: float) -> Draft:
        split = splitter(region, card_format, content, pictures)
        sheet = Sheet()
        sheet.fills += split.seams
        sheet.discs += split.discs
        sheet.add(split.words)
        sheet.fills.append(Fill(Rect(edge - SEAM, 0.0, SEAM, height), INK))
        sheet.add(column.sheet)
        tabs = set_tabs(sheet, content, card_format, region, split, 2.0 if big_tabs else 1.0)
        covers = (*tabs, *([column.stamp.painted()] if column.stamp else []))
        return Draft(
            ground,
            split.panels,
            sheet,
            column.stamp,
            covers,
            cost,
            shapes=split.shapes,
            below=split.below,
            one_frame=split.one_frame,
        )

    return assemble(
        card_format,
        content,
        pictures,
        [draft(splitter, 0.0)],
        lambda: [draft(otherwise, OTHERWISE_COST)] if otherwise else (),
    )


def set_tabs(
    sheet: Sheet,
    content: CardContent,
    card_format: Format,
    region: Rect,
    split: Split,
    largest: float = 1.0,
) -> tuple[Rect, ...]:
    """The tabs at the left seam of their pictures, within the safe area."""
    safe = card_format.safe_area
    corners = (Point(region.x, region.y), split.photo_tab)
    tops = [max(corner.y - 5.0, safe.top) for corner in corners]
    ends = [safe.span(y, y + TAB_HEIGHT)[1] for y in tops]
    if tops[0] == tops[1]:
        ends[0] = split.photo_tab.x - 28.0
    words = (content.listing_tab, content.photo_tab)
    rooms = [end - max(corner.x, region.x) for end, corner in zip(ends, corners, strict=True)]
    widths = [tab_width(word, 1e4) for word in words]
    scale = min(largest, *(room / width for room, width in zip(rooms, widths, strict=True)))
    scale = max(scale, 1.0)
    rects: list[Rect] = []
    for name, word, colour, corner, y, end in zip(
        ("listing tab", "photo tab"), words, (WHITE, YELLOW), corners, tops, ends, strict=True
    ):
        start = max([region.x, *(rect.right + _BETWEEN_TABS for rect in rects if rect.y == y)])
        width = min(tab_width(word, 1e4) * scale, end - start)
        x = min(corner.x - 5.0, end - width)
        rect = Rect(x, y, width, round(TAB_HEIGHT * scale))
        set_tab(sheet, name, word, rect, colour)
        rects.append(rect)
    return tuple(rects)


def _narrowest(
    template: Template, content: CardContent, card_format: Format
) -> tuple[float, Column]:
    """The column, and where it ends: as narrow as sets its words no worse than the usual one."""
    usual = column_width(card_format)
    column = set_column(template, content, card_format, usual)
    for part in _NARROWER:
        edge = float(round(part * usual))
        narrower = set_column(template, content, card_format, edge)
        if narrower.reads == column.reads:
            return edge, narrower
    return usual, column


# --- the column ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """All that stands in the column."""

    sheet: Sheet
    stamp: Stamp | None

    @property
    def reads(self) -> object:
        """How large its words are, and on how many lines; and what is missing."""
        stamp = self.stamp.height if self.stamp else None
        fits = [(text.name, text.fitted) for text in self.sheet.texts]
        sizes = [(name, fitted.style, len(fitted.lines)) for name, fitted in fits]
        return sizes, stamp, self.sheet.warnings


def set_column(
    template: Template, content: CardContent, card_format: Format, edge: float
) -> Column:
    """Title, legend, promise and source in a column that ends at ``edge``."""
    safe = card_format.safe_area
    left, right = safe.span(safe.top, safe.bottom)[0], edge - SEAM - 24.0
    width = right - left
    top = safe.top + 8.0
    texts = [row.text for row in content.legend]
    rows = fit_rows(texts, [width - LEGEND_INDENT] * len(texts))
    more = more_words(content.language, content.left_out)
    below = sum(_row_height(row) + _ROW_GAP for row in rows) + (_META_PITCH if more else 0.0)
    for part in _FEET:  # a promise loses words before the title does
        foot, stamp, foot_top = _set_foot(template, content, card_format, (left, right), edge, part)
        limit = (stamp.painted().y if stamp else foot_top) - 14.0
        room = limit - top - below - (20.0 if rows else 0.0)
        title = _fit_title(template, content.title, width, room)
        if not title.elided:
            break
    sheet = Sheet()
    sheet.add(foot)
    y = set_title(sheet, title, left, right, top, INK) + 0.27 * title.style.size + 26.0
    for entry, row in zip(content.legend, rows, strict=True):
        if y + _row_height(row) > limit:
            sheet.warn_left_out(f"legend {entry.number}")
            continue
        _set_row(sheet, entry.number, row, left, right, y)
        y += _row_height(row) + _ROW_GAP
    if more and y + 34.0 <= limit:
        fitted = fit_text(more, _ROW, width, (34, SMALLEST_TEXT), 1)
        sheet.set_text("more", fitted, left + LEGEND_INDENT, right, y + 30.0, INK)
    if content.left_out:
        text = f"{content.left_out} discrepancies"
        sheet.warnings.append(CardWarning(WarningKind.LEFT_OUT, text))
    return Column(sheet, stamp)


def _fit_title(template: Template, title: str, width: float, room: float) -> Fitted:
    for part in (1.0, 0.9, 0.82):
        fitted = fit_title(template, title, width, part * room, _TITLE_LINES)
        if spread_lines(fitted).height <= room:
            break  # lines that would touch get apart, which takes room
    return fitted


def _row_height(row: Fitted) -> float:
    return max(2 * LEGEND_DISC + 4.0, row.height)


def _set_row(sheet: Sheet, number: int, row: Fitted, left: float, right: float, y: float) -> None:
    height, style = _row_height(row), row.style
    sheet.discs.append(NumberDisc(number, Point(left + LEGEND_DISC, y + height / 2)))
    first = y + (height - row.height) / 2 + 0.5 * style.line_height + 0.36 * style.size
    sheet.set_text(f"legend {number}", row, left + LEGEND_INDENT, right, first, INK)


def _set_foot(
    template: Template,
    content: CardContent,
    card_format: Format,
    span: tuple[float, float],
    edge: float,
    part: float,
) -> tuple[Sheet, Stamp | None, float]:
    """The paper with promise and source from its top to the card's lower edge; its top."""
    safe, (left, right) = card_format.safe_area, span
    sheet = Sheet()
    width = right - left
    meta = _META_PITCH * meta_lines(content, width)
    if not content.quote:
        last = safe.bottom - 12.0
        set_meta(sheet, content, left, right, last - meta + _META_PITCH)
        return sheet, None, last - meta
    column = safe.bottom - safe.top
    fit = fit_quote(content, width, part * column - meta)
    if fit.quote.elided:
        fit = fit_long_quote(content, width, _LONG_FOOT * part * column - meta)
    height = fit.quote.height + (fit.reason.height + 12.0 if fit.reason else 0.0)
    inset = 24.0
    if content.verdict:
        stamp = make_stamp(content.verdict, content.verdict_word, width, largest=62)
        inset = stamp.painted().height / 2 + 6.0
    else:
        stamp = None
    top = float(round(safe.bottom - 8.0 - meta - height - inset))
    baseline = set_quote(sheet, fit, left, right, top + inset)
    lowest = safe.bottom - 12.0 - (meta - _META_PITCH)
    set_meta(sheet, content, left, right, min(baseline + _META_PITCH + 4.0, lowest))
    paper = Rect(0.0, top, edge - SEAM, card_format.height - top)
    sheet.fills[:0] = [
        Fill(paper, template.slip_colour),
        Fill(Rect(0.0, top - SEAM, edge - SEAM, SEAM), INK),
    ]
    if stamp:
        reach = stamp.painted()
        center = Point(right + 8.0 - reach.width / 2, top - SEAM / 2)
        stamp = moved_stamp(stamp, center)
    return sheet, stamp, top - SEAM
