"""What a quote promises in figures, and the verdict that figures propose."""

from __future__ import annotations

import pytest

from claimcheck.model.kinds import Verdict
from claimcheck.model.promised import judge_figures, promised_count, promised_lengths_mm
from claimcheck.model.sizes import Quantity


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ("Size: 30 × 20 cm", (300, 200)),
        ("30x20cm", (300, 200)),
        ("30 cm x 20 cm groot", (300, 200)),
        ("12,5 bij 8 mm", (12.5, 8)),
        ("a 15.6 inch screen", (396.24,)),
        ("10 x 20 x 30 cm", (100, 200, 300)),
        ("1.2 m long", (1200,)),
        ("60 gummies", ()),
        ("grows hair 2x faster", ()),
        ("", ()),
    ],
)
def test_sizes_are_read_from_the_words(quote: str, wanted: tuple[float, ...]) -> None:
    assert promised_lengths_mm(quote) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [("60 gummies in a jar", 60), ("pot met 41 snoepjes", 41), ("30 cm", None), ("none", None)],
)
def test_numbers_of_things_are_read_from_the_words(quote: str, wanted: int | None) -> None:
    assert promised_count(quote) == wanted


def sized(*figures: tuple[float, float]) -> list[Quantity]:
    return [Quantity(value, around, "mm") for value, around in figures]


@pytest.mark.parametrize(
    ("promised", "measured", "wanted"),
    [
        ((300, 200), ((174, 6), (118, 5)), Verdict.FALSE),
        ((300, 200), ((201, 2), (299, 3)), Verdict.HOLDS),
        ((300,), ((285, 4),), Verdict.MISLEADING),
        ((300,), ((285, 20),), Verdict.UNPROVEN),
        ((300,), ((330, 4),), Verdict.PARTLY),
        ((60,), ((41, 0),), Verdict.FALSE),
        ((60,), ((60, 0),), Verdict.HOLDS),
    ],
)
def test_figures_propose_a_verdict(
    promised: tuple[float, ...], measured: tuple[tuple[float, float], ...], wanted: Verdict
) -> None:
    judged = judge_figures(promised, sized(*measured))
    assert judged is not None
    assert judged.verdict is wanted


def test_too_few_figures_say_nothing() -> None:
    assert judge_figures((300, 200), sized((300, 1))) is None
    assert judge_figures((), sized((300, 1))) is None
