"""The lint finds, by name, what was spoilt on a card that is otherwise tidy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.cards.boxes import Fill, Layout, Polygon
from claimcheck.cards.colours import INK
from claimcheck.cards.content import LegendEntry
from claimcheck.cards.formats import find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import Finding, FindingKind, lint
from claimcheck.cards.templates import find_template
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Verdict
from tests.helpers.layouts import PAIR, plain

TIKTOK = find_format("tiktok")


@pytest.fixture
def layout() -> Layout:
    content = plain(
        quote="“Not from concentrate.”",
        verdict=Verdict.FALSE,
        verdict_word="FALSE",
        handle="@me",
        legend=(
            LegendEntry(1, "Cap: yellow → green", Rect(70, 20, 0, 0), Rect(90, 50, 30, 30)),
            LegendEntry(2, "Flap: plain → printed", None, Rect(200, 150, 0, 0)),
        ),
    )
    laid = lay_out(find_template("side-by-side"), content, TIKTOK, PAIR)
    assert lint(laid, TIKTOK) == ()
    return laid


def moved(layout: Layout, name: str, **changes: object) -> Layout:
    texts = tuple(replace(t, **changes) if t.name == name else t for t in layout.texts)  # type: ignore[arg-type]
    return replace(layout, texts=texts)


def test_a_title_under_the_platforms_buttons_is_found(layout: Layout) -> None:
    found = lint(moved(layout, "title", x=700.0), TIKTOK)
    assert Finding(FindingKind.OUTSIDE, "title") in found


def test_a_title_on_the_legend_is_found(layout: Layout) -> None:
    legend = next(text for text in layout.texts if text.name == "legend 1")
    found = lint(moved(layout, "title", baseline=legend.baseline), TIKTOK)
    pairs = {frozenset((f.what, f.with_what)) for f in found if f.kind is FindingKind.OVERLAP}
    assert frozenset(("title", "legend 1")) in pairs


def test_a_title_that_runs_onto_a_tab_is_found(layout: Layout) -> None:
    title = next(text for text in layout.texts if text.name == "title")
    tab = next(text for text in layout.texts if text.name == "listing tab").painted()
    low = replace(title, baseline=tab.y - 8.0 - 0.9 * title.fitted.style.size)
    spoilt = replace(layout, texts=(low, *(t for t in layout.texts if t.name == "listing tab")))
    assert Finding(FindingKind.OVERLAP, "title", "listing tab") in lint(spoilt, TIKTOK)


def test_small_type_and_pale_type_are_found(layout: Layout) -> None:
    title = next(text for text in layout.texts if text.name == "title")
    small = replace(title.fitted, style=title.fitted.style.sized(28))
    found = lint(moved(layout, "title", fitted=small, colour="#FFFFFF"), TIKTOK)
    assert {Finding(FindingKind.SMALL, "title"), Finding(FindingKind.CONTRAST, "title")} <= {*found}


def test_type_on_a_photo_is_found_whatever_its_colour(layout: Layout) -> None:
    for colour in ("#FFFFFF", "#17150F", "#FFD60A"):
        found = lint(moved(layout, "title", baseline=1600.0, x=640.0, colour=colour), TIKTOK)
        assert Finding(FindingKind.CONTRAST, "title") in found


def test_a_fill_under_a_part_of_a_text_is_found(layout: Layout) -> None:
    title = next(text for text in layout.texts if text.name == "title").painted()
    for part in (0.2, 0.8):
        half = Fill(Rect(title.x - 20.0, title.y, 20.0 + part * title.width, title.height), INK)
        found = lint(replace(layout, fills=(half, *layout.fills)), TIKTOK)
        assert Finding(FindingKind.CONTRAST, "title") in found


def test_a_slanted_shape_is_under_a_text_only_where_it_is(layout: Layout) -> None:
    title = next(text for text in layout.texts if text.name == "title").painted()
    corners = [(title.x, title.bottom), (title.right, title.bottom), (title.x, title.y)]
    under = Polygon(tuple(Point(*corner) for corner in corners), INK)
    beside = Polygon(tuple(Point(x - 0.7 * title.width, y + 400.0) for x, y in corners), INK)
    assert Finding(FindingKind.CONTRAST, "title") in lint(replace(layout, shapes=(under,)), TIKTOK)
    assert lint(replace(layout, shapes=(beside,)), TIKTOK) == ()


def test_a_stamp_and_a_disc_on_words_and_crossing_leaders_are_found(layout: Layout) -> None:
    assert layout.stamp is not None
    title = next(text for text in layout.texts if text.name == "title")
    on_title = replace(layout, stamp=replace(layout.stamp, center=title.painted().center))
    assert any(f.what == "title" and f.with_what == "stamp" for f in lint(on_title, TIKTOK))
    one, other = (c for c in layout.callouts if c.role == "photo")
    disc = replace(one, disc=title.painted().center)
    on_words = replace(layout, callouts=(disc, other))
    assert any(f.with_what == "callout photo 1" for f in lint(on_words, TIKTOK))
    crossing = replace(
        layout,
        callouts=(
            replace(one, disc=one.target.moved(60, 60)),
            replace(other, target=one.target.moved(60, 0), disc=one.target.moved(0, 60)),
        ),
    )
    assert any(f.what.startswith("callout") and f.with_what for f in lint(crossing, TIKTOK))
