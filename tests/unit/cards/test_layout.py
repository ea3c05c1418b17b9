"""Whatever a review says and marks: nothing overlaps, nothing leaves the safe area."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.cards.boxes import PictureShape
from claimcheck.cards.content import CardContent, LegendEntry
from claimcheck.cards.formats import all_formats, find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import all_templates, find_template
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import SIDES, CalloutStyle, Role, Verdict
from claimcheck.model.review import Claim
from tests.helpers.layouts import PAIR, check, check_told, plain

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


@pytest.mark.parametrize("template", ["side-by-side", "stacked"])
def test_a_card_without_claim_has_neither_slip_nor_stamp(template: str) -> None:
    layout = lay_out(find_template(template), plain(), find_format("tiktok"), PAIR)
    paper = find_template(template).slip_colour
    assert layout.stamp is None
    assert not [fill for fill in layout.fills if fill.colour == paper]
    assert {text.name for text in layout.texts} <= {
        *("title", "listing tab", "photo tab", "source", "handle"),
    }


def test_the_same_review_gives_the_same_card() -> None:
    content = plain(legend=(LegendEntry(1, "Cap", Rect(70, 20, 0, 0), Rect(90, 50, 30, 30)),))
    first, second = (
        lay_out(find_template("stacked"), content, find_format("tiktok"), PAIR) for _ in range(2)
    )
    assert first == second
