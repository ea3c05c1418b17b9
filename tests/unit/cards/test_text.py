"""Text fits its column at any size, breaks by sense, and is parted or elided only when it must."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck.cards.text.breaking import Piece, break_evenly, hyphenation_points, line_text
from claimcheck.cards.text.fitting import (
    Fitted,
    TextStyle,
    advance,
    fit_line,
    fit_text,
    is_rtl,
    is_torn,
    joined,
    line_layout,
    spread_lines,
)
from claimcheck.cards.text.fonts import BARLOW, INTER

TITLE = TextStyle(BARLOW, 800, 126, tracking=-0.01, leading=0.9)
BODY = TextStyle(INTER, 600, 40)
TITLE_SIZES = range(126, 71, -4)

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).map(
    lambda text: " ".join(text.split())
)


@pytest.mark.parametrize("style", [TITLE, BODY])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=words, width=st.integers(200, 900))
@example(text="Aansprakelijkheidswaardevaststellingsveranderingen", width=300)
@example(text="👩‍👩‍👧‍👦" * 30, width=240)
@example(text="x" * 200, width=200)
def test_no_line_is_wider_than_its_column(style: TextStyle, text: str, width: int) -> None:
    if not text:
        return
    fitted = fit_text(text, style, width, (style.size, 48, 36), 4)
    assert 1 <= len(fitted.lines) <= 4
    assert fitted.width <= width


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=words)
def test_words_are_lost_only_when_it_says_so(text: str) -> None:
    fitted = fit_text(text, BODY, 420, (40, 36, 32), 4)
    if not fitted.elided:
        shown = "".join("".join(fitted.lines).split())
        wanted = "".join(text.split())
        assert shown.replace("-", "") == wanted.replace("-", "")
    else:
        assert fitted.lines[-1].endswith(("…", "…”"))
        assert fitted.style.size == 32


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Yellow cap online. Green cap in store.",
            ("Yellow cap online.", "Green cap in store."),
        ),
        ("What they show. What you got.", ("What they show.", "What you got.")),
        ("Wat zij laten zien. Wat jij kreeg.", ("Wat zij laten zien.", "Wat jij kreeg.")),
        ("Arla Ecological Medium Fat Milk", ("Arla Ecological", "Medium Fat Milk")),
        ("Vine Tomato", ("Vine Tomato",)),
    ],
)
def test_titles_break_by_sense(text: str, lines: tuple[str, ...]) -> None:
    assert fit_text(text, TITLE, 840, TITLE_SIZES, 4).lines == lines


def test_a_number_stays_with_what_it_counts() -> None:
    """It stood alone on a line of its own, or at the end of the sentence before."""
    text = "60 bears promised. 38 showed up."
    for width in (500, 556, 640, 840):
        lines = fit_text(text, TITLE, width, TITLE_SIZES, 6).lines
        assert not any(line.endswith(("60", "38")) for line in lines), lines


def test_no_word_stands_alone_under_a_long_line() -> None:
    fitted = fit_text("Creamy vanilla yoghurt from Swedish milk today", TITLE, 840, TITLE_SIZES, 4)
    last, before = fitted.lines[-1], fitted.lines[-2]
    assert " " in last or advance(last, fitted.style) > 0.6 * advance(before, fitted.style)


def test_a_line_does_not_end_with_an_article() -> None:
    pieces = [Piece(word, 100.0, 20.0) for word in ("found", "behind", "the", "shelf", "again")]
    lines = break_evenly(pieces, 400.0, 2)
    assert lines is not None
    assert [line_text(line) for line in lines] == ["found behind", "the shelf again"]


def test_type_shrinks_before_a_word_is_parted() -> None:
    fitted = fit_text("Voedingssupplementenmerk", TITLE, 800, TITLE_SIZES, 4)
    assert fitted.lines == ("Voedingssupplementenmerk",)
    assert fitted.style.size < 126


def test_long_dutch_words_are_parted_between_syllables() -> None:
    fitted = fit_text("Aansprakelijkheidswaardevaststellingsverandering", TITLE, 460, (72,), 4)
    assert not fitted.elided
    assert all(line.endswith("-") for line in fitted.lines[:-1])
    assert hyphenation_points("verpakking") == [3, 6]


def test_a_compound_is_parted_between_syllables_into_even_parts() -> None:
    fitted = fit_text("Volkorenhavermoutontbijtgranen", TITLE, 560, (72,), 4)
    assert fitted.lines == ("Volkorenhaver-", "moutontbijtgranen")
    assert hyphenation_points("120-pack") == []


def test_a_product_name_of_120_characters_keeps_every_word() -> None:
    name = (
        "Ultra long product name with many words, vitamin B12, biotin and zinc, "
        "natural strawberry flavour, 120 gummies for hair"
    )
    assert len(name) == 119
    fitted = fit_text(name, TITLE, 840, (72, 68, 64, 60), 4)
    assert not fitted.elided
    assert " ".join(fitted.lines) == name


def test_an_elided_quote_keeps_its_closing_mark() -> None:
    fitted = fit_line("“Not from concentrate, never, not even a little”", BODY, 400, (36, 32))
    assert fitted.elided
    assert fitted.lines[0].endswith("…”")


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("Milk", False), ("“חלב”", True), ("123 حليب", True), ("牛奶", False), ("", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl


def test_text_is_as_wide_at_any_size_as_its_measure_says() -> None:
    """What lets one shaping serve all sizes; a face with an optical axis breaks it easily."""
    for style in (TITLE, BODY):
        at_100 = advance("Not from concentrate → ever", style.sized(100))
        for size in (32, 48, 72, 126):
            assert advance("Not from concentrate → ever", style.sized(size)) == pytest.approx(
                at_100 * size / 100, rel=0.004
            )


def test_lines_of_a_title_give_way_only_where_letters_would_touch() -> None:
    apart = Fitted(TITLE, ("Yellow cap online.", "Green cap in store."))
    assert spread_lines(apart) == apart
    touching = Fitted(TITLE, ("God Morgon", "Orange Juice"))
    spread = spread_lines(touching)
    assert TITLE.leading < spread.style.leading <= 1.1
    assert spread.lines == touching.lines


def test_a_name_in_arabic_leaves_the_date_beside_it_in_order() -> None:
    """Its digits were taken along: “Store · @20 · … Nov 2026”."""
    line = joined("Store", "@أنا", "20 Nov 2026")
    drawn = line_layout(line, BODY, False)  # its line is gone as soon as it is
    places = [drawn.lineAt(0).cursorToX(line.index(part)) for part in ("Store", "20", "Nov")]
    xs = [place[0] if isinstance(place, tuple) else float(place) for place in places]  # type: ignore[arg-type]
    assert xs == sorted(xs)
    assert xs[2] - xs[1] < 2.0 * BODY.size
    assert joined("Store", "", "@me", "20 Nov 2026") == "Store · @me · 20 Nov 2026"


def test_an_article_does_not_stand_alone_on_the_first_line() -> None:
    assert fit_text("A panorama", TITLE, 400, TITLE_SIZES, 4).lines == ("A panorama",)


def test_no_line_begins_with_an_emoji() -> None:
    title = "Matzwarte speaker 🔊 is hij luid? 😅"
    for width in range(500, 900, 20):
        lines = fit_text(title, TITLE, width, TITLE_SIZES, 4).lines
        assert not any(line.startswith(("🔊", "😅")) for line in lines)


def test_type_shrinks_before_two_lines_end_with_an_article() -> None:
    lines = fit_text("In het echt: het melkpak", TITLE, 409, TITLE_SIZES, 6).lines
    assert lines == ("In het echt:", "het melkpak")


def test_a_price_stays_with_its_sign() -> None:
    title = "The perfume everyone smells like: is the € 8 dupe as good?"
    for width in range(400, 900, 20):
        assert not any(
            line.endswith("€") for line in fit_text(title, TITLE, width, TITLE_SIZES, 6).lines
        )


def test_a_number_with_its_unit_is_torn_as_a_word_is() -> None:
    assert is_torn(Fitted(BODY, ("“4", "K”")), "“4K”")
    assert not is_torn(Fitted(BODY, ("120-", "pack")), "120-pack")
