"""Whatever a review says and marks: nothing overlaps, nothing leaves the safe area."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.cards.boxes import Callout, Layout, PictureShape, Stamp, WarningKind
from claimcheck.cards.callouts import DISC, TARGET
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.formats import Format, all_formats, find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import all_templates, find_template
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import SIDES, CalloutStyle, Role, Verdict
from claimcheck.model.review import Claim

WORDS = {
    Verdict.HOLDS: ("HOLDS", "KLOPT"),
    Verdict.PARTLY: ("PARTLY", "DEELS"),
    Verdict.MISLEADING: ("MISLEADING", "MISLEIDEND"),
    Verdict.FALSE: ("FALSE", "ONWAAR"),
    Verdict.UNPROVEN: ("UNPROVEN", "ONBEWEZEN"),
}

SAMPLES = (
    "Yellow cap online. Green cap in store.",
    "Aansprakelijkheidswaardevaststellingsveranderingen bij haargroeivitaminegummies",
    "😀 Hair growth 🍓 gummies 👩‍👩‍👧‍👦 💊",
    "חולצת כותנה רכה במיוחד לכל המשפחה",
    "قميص قطني ناعم جدا لكل العائلة",
    "超柔软纯棉T恤适合全家人穿着舒适透气不易变形",
    "Éclairs crème brûlée à l’ancienne, Ångström & Škoda",
    "x" * 120,
    "w i d e " * 30,
)

texts = st.one_of(
    st.sampled_from(SAMPLES), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=140)
).map(lambda text: " ".join(text.split()))


def full_size() -> st.SearchStrategy[tuple[int, int]]:
    side = st.integers(60, 4000)
    return st.tuples(side, side)


@st.composite
def shapes(draw: st.DrawFn) -> PictureShape:
    width, height = draw(full_size())
    part = st.floats(0.0, 0.6)
    x, y = draw(part) * width, draw(part) * height
    subject = Rect(x, y, max((width - x) * 0.7, 2.0), max((height - y) * 0.7, 2.0))
    background = draw(st.sampled_from((None, "#ffffff", "#101010", "#8a8a8a")))
    return PictureShape(width, height, subject, background)


@st.composite
def places(draw: st.DrawFn, shape: PictureShape) -> Rect | None:
    if draw(st.integers(0, 4)) == 0:
        return None
    x, y = draw(st.floats(0, shape.width)), draw(st.floats(0, shape.height))
    if draw(st.booleans()):
        return Rect(x, y, 0.0, 0.0)
    return Rect(x, y, (shape.width - x) * 0.5, (shape.height - y) * 0.5)


@st.composite
def cards(draw: st.DrawFn) -> tuple[CardContent, dict[Role, PictureShape]]:
    pictures = {role: draw(shapes()) for role in SIDES}
    count = draw(st.integers(0, 3))
    legend = tuple(
        LegendEntry(
            number,
            draw(texts) or "Different",
            draw(places(pictures[Role.LISTING])),
            draw(places(pictures[Role.PHOTO])),
        )
        for number in range(1, count + 1)
    )
    quote = draw(texts)
    verdict = draw(st.sampled_from((None, *Verdict))) if quote else None
    content = CardContent(
        language="en",
        title=draw(texts) or "What they show. What you got.",
        quote=f"“{quote}”" if quote else "",
        reasoning=draw(texts) if quote else "",
        verdict=verdict,
        verdict_word=draw(st.sampled_from(WORDS[verdict])) if verdict else "",
        listing_tab=draw(st.sampled_from(("WEBSHOP", "AD", "TIKTOK SHOP", "ADVERTENTIE"))),
        photo_tab=draw(st.sampled_from(("REAL LIFE", "IN HET ECHT"))),
        seller=draw(st.one_of(st.just(""), texts)),
        handle=draw(st.one_of(st.just(""), texts)),
        date="24 Nov 2026",
        legend=legend,
        left_out=draw(st.integers(0, 3)) if count == 3 else 0,
        claims=tuple(
            Claim(
                str(number),
                draw(texts) or "60 gummies",
                verdict=draw(st.sampled_from(Verdict)),
                reasoning=draw(texts),
            )
            for number in range(draw(st.integers(0, 6)))
        ),
        price=draw(st.sampled_from(("", "€ 39,90", "€ 12.345,67", "KRW 49000"))),
        alternative=draw(st.one_of(st.just(""), texts)),
        listing_scale=draw(st.none() | st.floats(0.01, 100.0)),
        photo_scale=draw(st.none() | st.floats(0.01, 100.0)),
        footer=draw(st.sampled_from(("", "Pictures unchanged; colours unchanged"))),
        callouts=draw(st.sampled_from(CalloutStyle)),
    )
    return content, pictures


def boxes(layout: Layout) -> list[tuple[str, Rect]]:
    """Everything that must be read, by what is painted."""
    found = [(text.name, text.painted()) for text in layout.texts]
    found += [(f"row {d.number}", around(d.center, 28.5)) for d in layout.legend_discs]
    found += [(f"disc {c.role} {c.number}", around(c.disc, DISC)) for c in layout.callouts]
    return found


def apart(first: Callout, second: Callout) -> float:
    """Between the middles of two discs, which are round."""
    return math.hypot(first.disc.x - second.disc.x, first.disc.y - second.disc.y)


def around(point: Point, radius: float) -> Rect:
    return Rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius)


def check(layout: Layout, card_format: Format) -> None:
    found = boxes(layout)
    safe = card_format.safe_area
    for name, box in found:
        box = box.grown(-0.75)  # noqa: PLW2901 - the antialiased edge
        assert safe.encloses(box.x, box.y, box.right, box.bottom), f"{name} leaves: {box}"
    for (name, box), (other, second) in combinations(found, 2):
        if name.startswith("disc") or other.startswith("disc"):
            continue  # they are round, see below
        assert not box.grown(-1.0).overlaps(second.grown(-1.0)), f"{name} on {other}"
    for callout in layout.callouts:
        for name, box in found:
            if not name.startswith("disc"):
                assert gap(callout.disc, box) >= DISC - 1.0, f"{callout} on {name}"
    if layout.stamp is not None:
        check_stamp(layout, layout.stamp, safe.encloses)
    for one, another in combinations(layout.callouts, 2):
        assert not crosses(one, another), f"leaders {one} and {another} cross"
        assert apart(one, another) >= 2 * DISC, f"discs {one} and {another} touch"
    for callout in layout.callouts:
        assert callout.panel is not None
        assert callout.panel.contains(callout.disc)
        shown = layout.panel(callout.role).rect.grown(0.01)
        # A ring around a spot at a print's edge runs over it.
        assert (callout.panel if callout.ring else shown).contains(callout.target)


def gap(point: Point, rect: Rect) -> float:
    """From a point to a rectangle; 0 inside."""
    dx = max(rect.x - point.x, point.x - rect.right, 0.0)
    dy = max(rect.y - point.y, point.y - rect.bottom, 0.0)
    return math.hypot(dx, dy)


def check_stamp(layout: Layout, stamp: Stamp, encloses: object) -> None:
    corners = stamp.corners()
    box = Rect.spanning(corners).grown(-0.01)  # what rounding leaves
    assert callable(encloses)
    assert encloses(box.x, box.y, box.right, box.bottom), f"stamp leaves: {box}"
    for name, other in boxes(layout):
        if name.startswith("disc"):
            continue
        assert not box.grown(-1.0).overlaps(other.grown(-1.0)), f"stamp on {name}"
    for callout in layout.callouts:
        assert gap(callout.disc, box) >= DISC - 1.0, f"stamp on {callout}"


def crosses(a: Callout, b: Callout) -> bool:
    def side(start: Point, end: Point, point: Point) -> float:
        return (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)

    return (
        side(a.disc, a.target, b.disc) * side(a.disc, a.target, b.target) < 0
        and side(b.disc, b.target, a.disc) * side(b.disc, b.target, a.target) < 0
    )


@pytest.mark.parametrize("template", [item.id for item in all_templates()])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(card=cards(), format_id=st.sampled_from([item.id for item in all_formats()]))
def test_any_card_is_tidy(
    template: str, card: tuple[CardContent, dict[Role, PictureShape]], format_id: str
) -> None:
    content, pictures = card
    card_format = find_format(format_id)
    layout = lay_out(find_template(template), content, card_format, pictures)
    assert lint(layout, card_format) == ()
    if template in ("side-by-side", "stacked"):
        check(layout, card_format)
        check_told(layout, content)
    for panel in layout.panels:
        assert panel.rect.width > 0
        assert panel.rect.height > 0


def check_told(layout: Layout, content: CardContent) -> None:
    """What isn't on the card whole is warned of."""
    told = {(w.kind, w.text) for w in layout.warnings}
    for text in layout.texts:
        if text.fitted.elided:
            assert (WarningKind.ELIDED, text.name) in told
        assert text.fitted.style.size >= 32
    names = {text.name for text in layout.texts}
    assert "title" in names
    if content.reasoning and "reasoning" not in names:
        assert (WarningKind.LEFT_OUT, "reasoning") in told
    shown = {(c.role, c.number) for c in layout.callouts}
    listed = {disc.number for disc in layout.legend_discs}
    for entry in content.legend:
        if entry.number not in listed:
            assert WarningKind.LEFT_OUT in {kind for kind, _ in told}
            continue
        for role in SIDES:
            if entry.place(role) is not None and (role, entry.number) not in shown:
                assert (WarningKind.COVERED, f"{role} {entry.number}") in told
    assert (layout.stamp is None) == (content.verdict is None)


def plain(**changes: object) -> CardContent:
    values: dict[str, object] = {
        "language": "en",
        "title": "What they show. What you got.",
        "quote": "",
        "reasoning": "",
        "verdict": None,
        "verdict_word": "",
        "listing_tab": "WEBSHOP",
        "photo_tab": "REAL LIFE",
        "seller": "",
        "handle": "",
        "date": "24 Nov 2026",
        **changes,
    }
    return CardContent(**values)  # type: ignore[arg-type]


STUDIO = PictureShape(200, 200, Rect(60, 10, 80, 180), "#ffffff")
SHELF = PictureShape(348, 348, Rect(80, 40, 180, 280))
PAIR = {Role.LISTING: STUDIO, Role.PHOTO: SHELF}


@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_a_card_without_claim_has_neither_slip_nor_stamp(template: str) -> None:
    layout = lay_out(find_template(template), plain(), find_format("tiktok"), PAIR)
    paper = find_template(template).slip_colour
    assert layout.stamp is None
    assert not [fill for fill in layout.fills if fill.colour == paper]
    assert {text.name for text in layout.texts} <= {
        *("title", "listing tab", "photo tab", "source", "handle"),
    }


@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_pictures_keep_more_than_half_of_the_card(template: str) -> None:
    content = plain(
        title="Four lines of a title that goes on and on, until the header is as high as can be",
        quote="“Not from concentrate.”",
        verdict=Verdict.UNPROVEN,
        verdict_word="UNPROVEN",
        legend=tuple(LegendEntry(n, "Cap: yellow → green", None, None) for n in (1, 2, 3)),
    )
    layout = lay_out(find_template(template), content, find_format("tiktok"), PAIR)
    area = sum(panel.rect.width * panel.rect.height for panel in layout.panels)
    assert area >= 0.55 * 1080 * 1920


@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
@pytest.mark.parametrize("spot", [(20, 20), (330, 60), (30, 300), (170, 170), (300, 330)])
def test_slip_and_stamp_keep_off_a_marked_spot(template: str, spot: tuple[int, int]) -> None:
    place = Rect(*spot, 0.0, 0.0)
    content = plain(
        quote="“Not from concentrate.”",
        reasoning="A photo can’t show this.",
        verdict=Verdict.UNPROVEN,
        verdict_word="UNPROVEN",
        legend=(LegendEntry(1, "Cap: yellow → green", None, place),),
    )
    layout = lay_out(find_template(template), content, find_format("tiktok"), PAIR)
    target = layout.panel(Role.PHOTO).placement.point(place.center)
    (callout,) = layout.callouts
    assert callout.target == target
    for fill in layout.fills:
        assert not fill.rect.grown(TARGET - 1.0).contains(target)
    assert layout.stamp is not None
    assert not layout.stamp.painted().contains(target)


def test_the_same_review_gives_the_same_card() -> None:
    content = plain(legend=(LegendEntry(1, "Cap", Rect(70, 20, 0, 0), Rect(90, 50, 30, 30)),))
    first, second = (
        lay_out(find_template("stacked"), content, find_format("tiktok"), PAIR) for _ in range(2)
    )
    assert first == second


def test_a_crop_chosen_by_hand_is_shown_whole_and_centred() -> None:
    crop = Rect(100, 40, 120, 200)
    content = plain(photo_crop=crop)
    layout = lay_out(find_template("side-by-side"), content, find_format("tiktok"), PAIR)
    panel = layout.panel(Role.PHOTO)
    shown = panel.placement.rect(crop)
    assert panel.rect.grown(0.01).encloses(shown)
    assert np.isclose(shown.width, panel.rect.width) or np.isclose(shown.height, panel.rect.height)


def test_enlarging_more_than_four_times_is_told() -> None:
    small = PictureShape(60, 60, Rect(10, 5, 40, 50))
    pictures = {Role.LISTING: STUDIO, Role.PHOTO: small}
    layout = lay_out(find_template("stacked"), plain(), find_format("tiktok"), pictures)
    assert (WarningKind.ENLARGED, "photo") in {(w.kind, w.text) for w in layout.warnings}


@pytest.mark.parametrize("size", [(1, 400), (400, 1), (1, 1), (8000, 20), (20, 8000)])
@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_pictures_of_extreme_shape_cover_their_panels(template: str, size: tuple[int, int]) -> None:
    shape = PictureShape(*size, Rect(0.0, 0.0, *(float(side) for side in size)))
    pictures = {Role.LISTING: shape, Role.PHOTO: shape}
    layout = lay_out(find_template(template), plain(), find_format("tiktok"), pictures)
    for panel in layout.panels:
        assert panel.placement.rect(shape.whole).grown(0.01).encloses(panel.rect)


@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_the_fullest_card_still_has_a_place_for_its_slip(
    template: str, card_format: Format
) -> None:
    """High header, long claim, two lines of source: what gives way is the claim, and it says so."""
    content = plain(
        title="Aansprakelijkheidswaardevaststellingsveranderingen bij haargroeivitaminegummies",
        quote=f"“{'x' * 120}”",
        reasoning="Op het etiket staat een derde van de aanbevolen dagelijkse hoeveelheid. " * 2,
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEIDEND",
        seller="Kruidvat Drogisterij Nederland BV",
        handle="@eerlijk.getest.en.gewogen",
        legend=tuple(LegendEntry(n, "Aantal: 60 → 41", None, None) for n in (1, 2, 3)),
    )
    layout = lay_out(find_template(template), content, card_format, PAIR)
    check(layout, card_format)
    check_told(layout, content)
    assert layout.stamp is not None


def test_a_promise_keeps_its_words_before_the_reasoning_does() -> None:
    """Beside a stamp in a slip full of rows there is room for two words; so the stamp moves."""
    content = plain(
        title="Crème brûlée à l’ancienne: Ångström & Škoda",
        quote="“The yogurt is carefully sugared with 30 percent less added sugar.”",
        reasoning="The label says so, but the shelf card names another farm.",
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEIDEND",
        legend=tuple(
            LegendEntry(n, "Top flap: plain → printed, with a date", None, None) for n in (1, 2, 3)
        ),
    )
    layout = lay_out(find_template("stacked"), content, find_format("tiktok"), PAIR)
    claim = next(text for text in layout.texts if text.name == "claim")
    assert not claim.fitted.elided


def test_a_slider_lays_the_photo_over_the_listing_image_where_it_is_aligned() -> None:
    """Half as large and shifted: the same spot of the product lies on the same spot of the card."""
    to_listing = (0.5, 0.0, -20.0, 0.0, 0.5, 10.0, 0.0, 0.0, 1.0)
    content = plain(photo_to_listing=to_listing)
    photo = PictureShape(1200, 1200, Rect(300, 100, 500, 700))
    listing = PictureShape(600, 600, Rect(130, 60, 250, 350), "#ffffff")
    pictures = {Role.LISTING: listing, Role.PHOTO: photo}
    layout = lay_out(find_template("slider"), content, find_format("landscape"), pictures)
    shop, real = (layout.panel(role).placement for role in SIDES)
    assert real.scale == pytest.approx(0.5 * shop.scale)
    spot = Point(550.0, 450.0)
    there = Point(0.5 * spot.x - 20.0, 0.5 * spot.y + 10.0)
    assert real.point(spot).x == pytest.approx(shop.point(there).x, abs=0.5)
    assert real.point(spot).y == pytest.approx(shop.point(there).y, abs=0.5)


@pytest.mark.parametrize("template", ["slider", "slanted-slider"])
@pytest.mark.parametrize("format_id", ["landscape", "square", "tiktok"])
def test_a_sliders_products_are_equally_large_though_the_photo_is_far_larger(
    template: str, format_id: str
) -> None:
    """An upright photo full of its product must be large to fill a wide card."""
    content = plain(photo_to_listing=(0.05, 0.0, 20.0, 0.0, 0.05, 5.0, 0.0, 0.0, 1.0))
    pictures = {
        Role.LISTING: PictureShape(200, 220, Rect(60, 15, 80, 190), "#ffffff"),
        Role.PHOTO: PictureShape(3000, 4000, Rect(800, 200, 1600, 3800)),
    }
    layout = lay_out(find_template(template), content, find_format(format_id), pictures)
    shop, real = (layout.panel(role).placement for role in SIDES)
    assert real.scale / (0.05 * shop.scale) < 1.05


@pytest.mark.parametrize("part", [0.35, 0.7])
def test_a_sliders_line_stands_over_the_spot_where_it_was_put(part: float) -> None:
    content = plain(divided_at=part)
    layout = lay_out(find_template("slider"), content, find_format("tiktok"), PAIR)
    shop, real = (layout.panel(role) for role in SIDES)
    line = shop.placement.x + shop.placement.scale * part * PAIR[Role.LISTING].width
    assert (max(p.x for p in shop.outline), min(p.x for p in real.outline)) == (line, line)


@pytest.mark.parametrize("part", [0.0, 1.0])
def test_a_sliders_line_leaves_something_of_both_pictures(part: float) -> None:
    layout = lay_out(find_template("slider"), plain(divided_at=part), find_format("tiktok"), PAIR)
    for role in SIDES:
        panel = layout.panel(role)
        xs = [point.x for point in panel.outline]
        assert max(xs) - min(xs) > 0.1 * panel.rect.width


def test_an_upright_card_magnifies_all_three_differences() -> None:
    legend = tuple(
        LegendEntry(n, "Cap", Rect(70, 20, 9, 9), Rect(90, 50, 30, 30)) for n in (1, 2, 3)
    )
    layout = lay_out(find_template("zoom"), plain(legend=legend), find_format("tiktok"), PAIR)
    assert {disc.number for disc in layout.legend_discs} == {1, 2, 3}
    assert not layout.warnings
    details = [panel.rect.height for panel in layout.panels[2:]]
    assert len(details) == 6
    assert min(details) >= 190.0


@pytest.mark.parametrize("format_id", ["tiktok", "square", "landscape"])
def test_a_detail_is_enlarged_two_to_four_times(format_id: str) -> None:
    legend = (LegendEntry(1, "Cap", Rect(700, 200, 0, 0), Rect(900, 500, 300, 300)),)
    studio = PictureShape(2000, 2000, Rect(600, 100, 800, 1800), "#ffffff")
    shelf = PictureShape(3480, 3480, Rect(800, 400, 1800, 2800), "#ffffff")
    pictures = {Role.LISTING: studio, Role.PHOTO: shelf}
    layout = lay_out(find_template("zoom"), plain(legend=legend), find_format(format_id), pictures)
    whole = {panel.role: panel.placement.scale for panel in layout.panels[:2]}
    for detail in layout.panels[2:]:
        assert 1.9 <= detail.placement.scale / whole[detail.role] <= 4.1


def _missing_of(layout: Layout) -> set[str]:
    return {w.text for w in layout.warnings if w.kind is WarningKind.COVERED}


@pytest.mark.parametrize("format_id", ["tiktok", "everywhere", "youtube-short"])
def test_a_slip_of_long_rows_never_lies_under_the_tabs(format_id: str) -> None:
    long = "Top flap: plain in the shop’s picture → printed with a date on the carton " * 2
    content = plain(
        title="Grapefruitsap met vruchtvlees uit de koeling van een grote supermarkt " * 2,
        quote="“The yogurt is carefully sugared with 30 percent less added sugar.”",
        reasoning="Hair grows about 5 mm in 14 days anyway.",
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEADING",
        legend=tuple(LegendEntry(n, long, None, None) for n in (1, 2, 3)),
    )
    layout = lay_out(find_template("stacked"), content, find_format(format_id), PAIR)
    tabs = [text.painted() for text in layout.texts if text.name.endswith("tab")]
    rows = [text.painted() for text in layout.texts if text.name.startswith("legend")]
    assert min(row.y for row in rows) > max(tab.bottom for tab in tabs) + 10.0


def test_a_flat_product_fills_more_of_a_high_panel_than_its_width_allows() -> None:
    flat = PictureShape(600, 600, Rect(60, 220, 480, 160), "#ffffff")
    pictures = {Role.LISTING: flat, Role.PHOTO: SHELF}
    spot = LegendEntry(1, "Cap", Rect(300, 300, 0, 0), None)
    layout = lay_out(
        find_template("side-by-side"), plain(legend=(spot,)), find_format("tiktok"), pictures
    )
    panel = layout.panel(Role.LISTING)
    shown = panel.placement.rect(flat.subject)
    assert shown.width > 1.2 * panel.rect.width
    assert panel.rect.contains(panel.placement.point(Point(300, 300)))


@pytest.mark.parametrize("template", ["slider", "slanted-slider"])
def test_a_slider_warns_of_a_number_only_when_neither_half_shows_it(template: str) -> None:
    shelf = PictureShape(200, 200, Rect(60, 10, 80, 180))
    pictures = {Role.LISTING: STUDIO, Role.PHOTO: shelf}
    left, right = Rect(75, 60, 0, 0), Rect(125, 60, 0, 0)
    seen = plain(legend=(LegendEntry(1, "Cap", left, left), LegendEntry(2, "Cap", right, right)))
    layout = lay_out(find_template(template), seen, find_format("tiktok"), pictures)
    assert _missing_of(layout) == set()
    assert {c.number for c in layout.callouts} == {1, 2}
    lost = plain(legend=(LegendEntry(1, "Cap", Rect(160, 60, 0, 0), Rect(40, 60, 0, 0)),))
    layout = lay_out(find_template(template), lost, find_format("tiktok"), pictures)
    assert _missing_of(layout) == {"listing 1", "photo 1"}


def test_a_row_that_is_too_long_for_a_line_gets_two_and_loses_no_word() -> None:
    long = "Deksel van de pot: glanzend turquoise → matgrijs met vlekken"
    content = plain(
        quote="“60 gummies”",
        legend=(LegendEntry(1, "Cap", None, None), LegendEntry(2, long, None, None)),
    )
    for template in ("side-by-side", "stacked"):
        layout = lay_out(find_template(template), content, find_format("tiktok"), PAIR)
        row = next(text for text in layout.texts if text.name == "legend 2")
        assert " ".join(row.fitted.lines) == long
        assert lint(layout, find_format("tiktok")) == ()


def test_a_slip_keeps_off_the_product_between_sliders_that_cannot_move() -> None:
    low = PictureShape(200, 200, Rect(20, 70, 160, 60), "#ffffff")
    content = plain(quote="“Round tomatoes.”", verdict=Verdict.PARTLY, verdict_word="PARTLY")
    pictures = {Role.LISTING: low, Role.PHOTO: SHELF}
    layout = lay_out(find_template("slider"), content, find_format("tiktok"), pictures)
    panel = layout.panel(Role.LISTING)
    product = panel.placement.rect(low.subject)
    papers = [fill.rect for fill in layout.fills if fill.colour == "#FBF8F0"]
    assert papers
    assert not any(paper.overlaps(product) for paper in papers)


@pytest.mark.parametrize("format_id", ["tiktok", "square", "landscape"])
def test_a_letter_that_hangs_low_keeps_off_one_with_an_accent_on_a_receipt(format_id: str) -> None:
    claim = Claim("c", "Ⓐ", verdict=Verdict.HOLDS, reasoning="Ĥ")
    card_format = find_format(format_id)
    layout = lay_out(find_template("checklist"), plain(claims=(claim,)), card_format, PAIR)
    assert {"claim 1", "reasoning 1"} <= {text.name for text in layout.texts}
    assert lint(layout, card_format) == ()


def test_a_promise_too_long_for_its_slip_keeps_more_than_a_word() -> None:
    content = plain(
        quote="“Onze onovertroffen aardbeienyoghurt bevat uitsluitend handgeplukte vruchten en "
        "blijft zes weken lang ongekoeld vers, gegarandeerd of uw geld terug”",
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEIDEND",
        legend=tuple(
            LegendEntry(
                number, "Houdbaarheid: zes weken ongekoeld → zeven dagen gekoeld", None, None
            )
            for number in (1, 2, 3)
        ),
    )
    card_format = find_format("instagram-portrait")
    layout = lay_out(find_template("stacked"), content, card_format, PAIR)
    claim = next(text.fitted for text in layout.texts if text.name == "claim")
    assert sum(len(line) for line in claim.lines) > 40
    assert lint(layout, card_format) == ()


def test_a_title_beside_a_long_promise_loses_no_word_in_a_square() -> None:
    content = plain(
        title="Blueberry, or hardly any at all in there?",
        quote=f"“{'Clinically proven to grow hair three times as fast. ' * 3}”",
        reasoning="The study that they cite had eleven participants.",
        verdict=Verdict.UNPROVEN,
        verdict_word="UNPROVEN",
        legend=tuple(LegendEntry(n, "Colour far duller than shown", None, None) for n in (1, 2, 3)),
        footer="Pictures unchanged; colours unchanged",
        seller="Webshop",
        handle="@me",
    )
    layout = lay_out(find_template("side-by-side"), content, find_format("square"), PAIR)
    title = next(text for text in layout.texts if text.name == "title")
    assert not title.fitted.elided


def test_a_slim_product_stands_beside_its_title_rather_than_smaller_below_it() -> None:
    slim = PictureShape(200, 200, Rect(85, 5, 30, 190), "#ffffff")
    pictures = {Role.LISTING: slim, Role.PHOTO: SHELF}
    card_format = find_format("instagram-portrait")
    layout = lay_out(find_template("stacked"), plain(title="Milk"), card_format, pictures)
    panel = layout.panel(Role.LISTING)
    assert panel.rect.y == 0.0
    assert panel.placement.rect(slim.subject).height > 0.2 * card_format.height


@pytest.mark.parametrize("template", ["slider", "slanted-slider"])
def test_a_moved_line_of_a_slider_leaves_the_product_on_both_sides(template: str) -> None:
    legend = (LegendEntry(1, "Cap", Rect(195, 100, 0, 0), Rect(5, 100, 0, 0)),)
    card_format = find_format("landscape")
    layout = lay_out(find_template(template), plain(legend=legend), card_format, PAIR)
    panel = layout.panel(Role.LISTING)
    product = panel.placement.rect(STUDIO.subject)
    right = sorted(corner.x for corner in panel.outline)[-2:]
    middle = sum(right) / 2
    assert product.x + 0.25 * product.width < middle < product.right - 0.25 * product.width


@pytest.mark.parametrize("format_id", ["tiktok", "youtube-short", "instagram-portrait"])
def test_a_stacked_slip_with_a_footer_keeps_off_the_tabs_below_a_long_title(format_id: str) -> None:
    content = plain(
        title="Clinically proven to make your hair grow up to three times as fast within fourteen "
        "days, recommended by dermatologists all over Europe",
        quote="“60 gummies”",
        verdict=Verdict.FALSE,
        verdict_word="FALSE",
        seller="Webshop BV",
        handle="@your.handle",
        legend=tuple(LegendEntry(n, "Label is a sticker", None, None) for n in (3, 4, 5)),
        left_out=5,
        footer="Pictures unchanged; colours unchanged",
    )
    card_format = find_format(format_id)
    layout = lay_out(find_template("stacked"), content, card_format, PAIR)
    assert lint(layout, card_format) == ()
    assert layout.legend_discs
