"""Pictures for cards: the same with and without a cache, and nothing of what is hidden in them."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import numpy as np
import pytest

from claimcheck import paths
from claimcheck.cards.compose import redactions_of
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.redact import INK
from claimcheck.library.originals import Originals
from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Evidence, Mark, Review
from claimcheck.workflow import prepared
from claimcheck.workflow.intake import take_in_bytes
from claimcheck.workflow.pictures import thumbnail
from claimcheck.workflow.prepared import forget_pictures, known_shapes, prepared_picture
from tests.helpers.pictures import encoded, photo, studio

SIZE = (1000, 800)


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    (tmp_path / "library").mkdir()
    return Originals(tmp_path / "library" / "originals")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(paths, "cache_folder", lambda: folder)
    monkeypatch.setattr(prepared, "ENOUGH_PX", 300)  # so that 1000 pixels are decoded to 500
    forget_pictures()
    return folder


def with_photo(
    originals: Originals, rgb: RGB, kind: str, hidden: Rect | None = None
) -> tuple[Review, Evidence]:
    """A review whose photo is ``rgb``, with ``hidden`` under a solid redaction."""
    options = {"quality": 95, "subsampling": 2} if kind == "JPEG" else {}
    item = take_in_bytes(originals, encoded(rgb, kind, **options), "a", Role.PHOTO).evidence[0]
    listing = take_in_bytes(
        originals, encoded(studio((600, 450)), "PNG"), "b", Role.LISTING
    ).evidence[0]
    review = edits.add_evidence(edits.new_review("Jar"), [listing, item])
    if hidden is not None:
        corners = Point(hidden.x, hidden.y), Point(hidden.right, hidden.bottom)
        review = edits.put_marks(review, [Mark("m", item.id, MarkKind.REDACTION, corners)])
    return review, item


def test_where_the_product_is_does_not_depend_on_the_cache(
    originals: Originals, cache: Path
) -> None:
    review, item = with_photo(originals, photo(*SIZE), "JPEG")
    first = prepared_picture(originals, review, item)
    kept = next(cache.rglob("*-shape-*.json"))
    shapes = [first.shape]
    for spoilt in (None, "", "{}", '{"size": [1, 2]}', '{"size": [1000, 800], "subject": [1]}'):
        if spoilt is None:
            shutil.rmtree(cache)
        else:
            kept.write_text(spoilt)
        forget_pictures()
        again = prepared_picture(originals, review, item)
        assert np.array_equal(again.rgb, first.rgb)
        shapes.append(again.shape)
        assert kept.is_file()
    assert len(set(shapes)) == 1
    assert known_shapes(originals, review)


def test_large_pictures_are_decoded_at_a_fraction(originals: Originals) -> None:
    review, item = with_photo(originals, photo(*SIZE), "JPEG")
    assert prepared_picture(originals, review, item).rgb.shape == (400, 500, 3)
    crop = Rect(0, 0, 500, 400)
    assert prepared_picture(originals, review, item, crop).rgb.shape == (800, 1000, 3)


# Blocks of a JPEG are 16 pixels wide here, and the colour of the pixel beside one takes from it.
ON_BLOCKS, BETWEEN = Rect(320, 240, 160, 128), Rect(325.3, 245.6, 149.2, 117.1)


@pytest.mark.parametrize(("kind", "hidden"), [("JPEG", ON_BLOCKS), ("PNG", BETWEEN)])
def test_nothing_hidden_shows_beside_its_redaction(
    originals: Originals, kind: str, hidden: Rect
) -> None:
    shown, small = [], []
    for colour in ((255, 0, 255), (0, 255, 0)):
        rgb = photo(*SIZE)
        left, top = math.floor(hidden.x), math.floor(hidden.y)
        rgb[top : math.ceil(hidden.bottom), left : math.ceil(hidden.right)] = colour
        review, item = with_photo(originals, rgb, kind, hidden)
        picture = prepared_picture(originals, review, item)
        assert picture.rgb.shape == (400, 500, 3)
        assert tuple(picture.rgb[150, 200]) == INK
        shown.append(picture)
        small.append(thumbnail(originals, item, 200, redactions_of(review.marks_on(item.id))))
        assert known_shapes(originals, review) is None
    assert np.array_equal(shown[0].rgb, shown[1].rgb)
    assert shown[0].shape == shown[1].shape
    assert np.array_equal(small[0], small[1])


def test_a_redaction_covers_no_more_than_it_must(originals: Originals) -> None:
    rgb = photo(*SIZE)
    review, item = with_photo(originals, rgb, "PNG", BETWEEN)
    bare, _ = with_photo(originals, rgb, "PNG")
    hidden = prepared_picture(originals, review, item).rgb.astype(int)
    forget_pictures()
    plain = prepared_picture(originals, bare, item).rgb.astype(int)
    changed = np.abs(hidden - plain).max(axis=2) > 0
    assert changed.sum() <= (149.2 / 2 + 5) * (117.1 / 2 + 5)
