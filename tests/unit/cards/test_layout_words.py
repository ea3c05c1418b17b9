"""Words on a card: what gives way when there are many; letters of any script keep apart."""

from __future__ import annotations

import pytest

from claimcheck.cards.boxes import PictureShape
from claimcheck.cards.content import LegendEntry
from claimcheck.cards.formats import Format, all_formats, find_format
from claimcheck.cards.layout import lay_out
from claimcheck.cards.lint import lint
from claimcheck.cards.templates import all_templates, find_template
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role, Verdict
from claimcheck.model.review import Claim
from tests.helpers.layouts import PAIR, SHELF, STUDIO, check, check_told, plain


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


ARABIC = {
    "title": "هل هذا العصير طبيعي تماماً كما يقولون؟",
    "quote": "“عصير تفاح طبيعي مئة بالمئة بدون سكر مضاف”",
    "reasoning": "الملصق يذكر سكراً مضافاً",
    "verdict": Verdict.MISLEADING,
    "verdict_word": "MISLEADING",
    "seller": "shop.example",
    "handle": "@me",
    "legend": tuple(LegendEntry(n, "ملصق أقل وضوحاً", None, None) for n in (2, 4, 7)),
    "left_out": 6,
}


@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
@pytest.mark.parametrize("template", [item.id for item in all_templates()])
def test_arabic_letters_keep_apart_though_they_hang_deep(
    template: str, card_format: Format
) -> None:
    layout = lay_out(find_template(template), plain(**ARABIC), card_format, PAIR)
    assert lint(layout, card_format) == ()


@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
@pytest.mark.parametrize("template", [item.id for item in all_templates()])
@pytest.mark.parametrize(
    "labels",
    [
        ("OFFICIËLE PRODUCTPAGINA", "ZOALS BIJ MIJ BEZORGD"),
        ("SHOP", "AS IT CAME TO MY DOOR"),
        ("متجر", "الواقع"),
    ],
)
def test_labels_of_ones_own_keep_apart(
    template: str, card_format: Format, labels: tuple[str, str]
) -> None:
    content = plain(
        title="Is deze zachtgefermenteerde bosbessensojayoghurtverpakking werkelijk zo rijkgevuld?",
        quote="“Zongerijpte bessen, met de hand geplukt”",
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEIDEND",
        listing_tab=labels[0],
        photo_tab=labels[1],
        listing_label=labels[0],
        photo_label=labels[1],
        legend=tuple(LegendEntry(n, "Etiket 8 mm lager", None, None) for n in (1, 2, 3)),
    )
    layout = lay_out(find_template(template), content, card_format, PAIR)
    assert lint(layout, card_format) == ()


@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
@pytest.mark.parametrize("template", ["stacked", "expectation"])
def test_no_word_of_a_promise_is_torn_to_make_room_for_its_stamp(
    template: str, card_format: Format
) -> None:
    wide = PictureShape(3000, 600, Rect(100, 150, 2800, 300))
    places = (Rect(2400, 100, 300, 150), Rect(300, 300, 0, 0))
    content = plain(
        title="From wall to wall",
        quote="“Covers any wall”",
        reasoning="Any wall up to 2 m",
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEADING",
        handle="@me",
        legend=tuple(
            LegendEntry(n, "Shorter by a third than the shop says", place, place)
            for n, place in enumerate(places, start=1)
        ),
    )
    pictures = {Role.LISTING: wide, Role.PHOTO: wide}
    layout = lay_out(find_template(template), content, card_format, pictures)
    claim = next(text.fitted for text in layout.texts if text.name == "claim")
    assert " ".join(claim.lines) == content.quote


@pytest.mark.parametrize("format_id", ["tiktok", "youtube-short", "instagram-portrait"])
def test_a_price_cards_promise_keeps_off_its_pictures(format_id: str) -> None:
    content = plain(
        title="Biologisch, maar dan echt?",
        quote="“Melk van koeien die altijd buiten lopen”",
        reasoning="120 dagen per jaar",
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEIDEND",
        price="€ 1,45",
        footer="Foto’s onveranderd; kleuren onveranderd",
        seller="shop.example",
        handle="@me",
        legend=tuple(LegendEntry(n, "Kleur: roze → beige", None, None) for n in (4, 5, 6)),
    )
    card_format = find_format(format_id)
    layout = lay_out(find_template("price"), content, card_format, PAIR)
    claim = next(text.painted() for text in layout.texts if text.name == "claim")
    assert not any(panel.rect.overlaps(claim) for panel in layout.panels)
    assert lint(layout, card_format) == ()


def test_a_slip_goes_to_the_header_rather_than_over_the_product() -> None:
    content = plain(
        title="Havermelk die nooit schift?",
        quote="“Schift nooit in de koffie”",
        reasoning="Bij 80 °C wel, drie van de vijf keer",
        verdict=Verdict.MISLEADING,
        verdict_word="MISLEIDEND",
        seller="shop.example",
        handle="@deinfluence",
        legend=(
            LegendEntry(
                1,
                "Veel minder bosbessenvruchtvleesdeeltjes dan de productafbeelding in "
                "de webwinkel laat zien",
                Rect(75, 100, 0, 0),
                Rect(130, 170, 0, 0),
            ),
            LegendEntry(2, "Kleur: roze → beige", Rect(105, 110, 0, 0), Rect(190, 190, 0, 0)),
        ),
    )
    layout = lay_out(find_template("side-by-side"), content, find_format("tiktok"), PAIR)
    panel = layout.panel(Role.LISTING)
    product = panel.placement.rect(STUDIO.subject)
    papers = [fill.rect for fill in layout.fills if fill.colour == "#FBF8F0"]
    assert papers
    assert not any(paper.overlaps(product) for paper in papers)


@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
@pytest.mark.parametrize("template", ["side-by-side", "stacked", "expectation"])
def test_the_rows_of_a_legend_have_one_size(template: str, card_format: Format) -> None:
    notes = ("Shade: linen → paper, glued", "Foot: heavy → wobbly", "160 cm → 131 cm")
    legend = tuple(LegendEntry(n, note, None, None) for n, note in enumerate(notes, start=1))
    content = plain(title="Designer lamp vs. what came", legend=legend, left_out=4)
    layout = lay_out(find_template(template), content, card_format, PAIR)
    sizes = {text.fitted.style.size for text in layout.texts if text.name.startswith("legend")}
    assert len(sizes) == 1


@pytest.mark.parametrize("card_format", all_formats(), ids=lambda item: str(item.id))
def test_all_claims_of_a_checklist_and_their_stamps_have_one_size(card_format: Format) -> None:
    claims = (
        Claim("a", "Perfect waffles in three minutes", verdict=Verdict.FALSE, reasoning="Nine."),
        Claim("b", "Non-stick for life", verdict=Verdict.MISLEADING),
        Claim("c", "Ships from the EU", verdict=Verdict.HOLDS),
    )
    layout = lay_out(find_template("checklist"), plain(claims=claims), card_format, PAIR)
    sizes = {text.fitted.style.size for text in layout.texts if text.name.startswith("claim ")}
    assert len(sizes) == 1
    assert len({stamp.size for stamp in layout.inked}) == 1
