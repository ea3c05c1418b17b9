"""Which words differ: by what a pretended reader reads, and by the real one where it is there."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ErrorKind, KnownError
from claimcheck.imaging.aligning.align import Alignment, align
from claimcheck.imaging.aligning.homography import inverse
from claimcheck.imaging.differing import print_reader as reading
from claimcheck.imaging.differing.print_differences import read_pair
from claimcheck.imaging.differing.print_reader import Word, print_reader, words_of
from claimcheck.imaging.differing.print_words import Ground, differing_words, is_legible, likeness
from claimcheck.imaging.pixels import RGB
from claimcheck.model.geometry import Rect
from tests.helpers.labels import CORNERS, FIRST, ROW, label, label_photo
from tests.unit.imaging.test_align import at_corners

needs_reader = pytest.mark.skipif(
    find_spec("rapidocr") is None or find_spec("onnxruntime") is None,
    reason="the extra “ocr” isn't installed",
)
WORDS = ("Ecological", "Müsli", "crunchy", "500 g", "Hafer")


def at(text: str, row: int, score: float = 0.99, x: float = 100) -> Word:
    return Word(text, Rect(x, 100 * row, 30 * len(text), 60), score, row)


def told(
    listing: Sequence[Word], product: Sequence[Word], ground: Ground = Ground.PRINTED
) -> list[tuple[str, str]]:
    found = differing_words(listing, product, lambda _: ground, lambda _: ground)
    return [(one.listing, one.product) for one in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [("MELLANMJÖLK", "mellanmjolk"), ("DRYCK", "ORYCK"), ("3,0%", "3.0%"), ("100", "1OO")],
)
def test_case_accents_and_usual_misreadings_are_no_difference(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.6
    assert told([at(one, 1)], [at(other, 1)], Ground.BLANK) == []


def test_figures_must_be_the_same() -> None:
    assert likeness("500g", "450g") == 0
    assert told([at("500g", 1)], [at("450g", 1)]) == [("500g", "450g")]


def test_a_word_in_the_place_of_another_is_one_difference() -> None:
    assert told([at("Vanilla", 1)], [at("Organic", 1)]) == [("Vanilla", "Organic")]
    assert told([at("Vanilla", 1)], [at("Organic", 1, 0.6)]) == []  # hardly read


def test_words_that_moved_are_there() -> None:
    listing, product = [at("Vanilla", 1), at("Organic", 2)], [at("Organic", 5), at("VANlLLA", 7)]
    assert told(listing, product, Ground.BLANK) == []


def test_a_word_read_as_part_of_a_longer_one_is_there() -> None:
    assert told([at("squeezed", 1)], [at("freshlysqueezedjuice", 4)], Ground.BLANK) == [
        ("", "freshlysqueezedjuice")
    ]


def test_only_what_can_be_told_counts() -> None:
    missing, extra = [at("Vanilla", 1)], [at("Organic", 3)]
    assert told(missing, extra, Ground.HIDDEN) == []
    assert told(missing, extra, Ground.PRINTED) == []
    assert told(missing, extra, Ground.SAME) == []
    assert set(told(missing, extra, Ground.BLANK)) == {("Vanilla", ""), ("", "Organic")}


def test_neighbours_are_told_together() -> None:
    row = words_of("no added sugar", np.array([[0, 0], [420, 0], [420, 40], [0, 40.0]]), 0.97, 1)
    assert [word.text for word in row] == ["no", "added", "sugar"]
    assert row[1].place.x == pytest.approx(90)
    assert told(row[1:], [], Ground.BLANK) == [("added sugar", "")]


def test_scraps_are_not_legible() -> None:
    assert not is_legible(at("ab", 1))
    assert not is_legible(at("7", 1))
    assert not is_legible(at("12", 1, 0.88))
    assert is_legible(at("2%", 1))
    assert not is_legible(at("!!··", 1))


@given(st.lists(st.text(max_size=12), max_size=8))
def test_the_same_words_never_differ(texts: list[str]) -> None:
    words = [at(text, row) for row, text in enumerate(texts)]
    assert told(words, words, Ground.BLANK) == []


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share_and_has_no_sides(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert (likeness(one, other) == 1) == (likeness(other, one) == 1)


# --- in pictures ----------------------------------------------------------------------------------


def pretended(*readings: Sequence[str]) -> reading.Reader:
    """Reads the rows of labels without looking, listing first."""
    left = list(readings)

    def read(rgb: RGB) -> tuple[Word, ...]:
        scale = rgb.shape[1] / 600
        return tuple(
            Word(text, Rect(*(scale * v for v in (150, FIRST + ROW * row, 300, 70))), 0.99, row)
            for row, text in enumerate(left.pop(0))
            if text
        )

    return read


def differing(
    theirs: Sequence[str], ours: Sequence[str], photo: RGB | None = None
) -> list[tuple[str, str]]:
    listing = label(theirs)
    photo = label_photo(ours) if photo is None else photo
    way = inverse(at_corners(listing, CORNERS))
    found = read_pair(listing, photo, way, pretended(theirs, ours))
    return [(one.listing, one.product) for one in found.differences]


def test_a_removed_and_an_added_word_are_found_where_the_ground_is_bare() -> None:
    without = ("Ecological", "", "crunchy", "500 g", "Hafer")
    assert differing(WORDS, WORDS) == []
    assert differing(WORDS, without) == [("Müsli", "")]
    assert differing(without, WORDS) == [("", "Müsli")]


def test_a_covered_word_is_not_missing() -> None:
    photo = label_photo(WORDS)
    middle = cv2.perspectiveTransform(
        np.array([[[300.0, FIRST + ROW + 35]]]), at_corners(label(WORDS), CORNERS)
    ).ravel()
    x, y = (int(v) for v in middle)
    photo[y - 60 : y + 60, x - 230 : x + 230] = (60, 110, 90)
    assert differing(WORDS, ("Ecological", "", "crunchy", "500 g", "Hafer"), photo) == []


def test_a_word_out_of_view_is_not_missing() -> None:
    photo = label_photo(WORDS)[400:]  # the first rows are cut off
    listing = label(WORDS)
    way = inverse(at_corners(listing, [(x, y - 400) for x, y in CORNERS]))
    found = read_pair(listing, photo, way, pretended(WORDS, ("", "", "crunchy", "500 g", "Hafer")))
    assert found.differences == ()


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda _: None)
    with pytest.raises(KnownError) as told_error:
        print_reader()
    assert told_error.value.kind is ErrorKind.EXTRA_MISSING
    assert 'pip install "claimcheck[ocr]"' in str(told_error.value)


@needs_reader
@pytest.mark.parametrize(
    ("row", "instead", "expected"),
    [(1, "Müsli", None), (1, "Kokos", ("Müsli", "Kokos")), (3, "350 g", ("500", "350"))],
)
def test_a_changed_word_is_read(row: int, instead: str, expected: tuple[str, str] | None) -> None:
    ours = [*WORDS[:row], instead, *WORDS[row + 1 :]]
    listing, photo = label(WORDS), label_photo(ours)
    found = align(listing, photo)
    assert isinstance(found, Alignment)
    read = read_pair(listing, photo, found.homography, print_reader())
    assert {"Müsli", "Hafer"} <= {word.text for word in read.listing}
    assert [(d.listing, d.product) for d in read.differences] == ([expected] if expected else [])


@needs_reader
@pytest.mark.parametrize("shape", [(30, 30, 3), (1, 400, 3), (900, 5, 3)])
def test_pictures_without_print_are_read_as_nothing(shape: tuple[int, int, int]) -> None:
    assert print_reader()(np.full(shape, 200, np.uint8)) == ()
