"""Two originals that differ only under a redaction, to its very border, give the same files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from claimcheck.cards.clips.clip import Motion
from claimcheck.imaging.pixels import RGB, turned_upright
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.adjustment import Adjustment
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Role, Severity, Verdict
from claimcheck.model.review import CardSettings, Claim, Discrepancy, Mark, Review, new_id
from claimcheck.workflow.card import export_card
from claimcheck.workflow.carousel import export_carousel
from claimcheck.workflow.clip import export_clip, plan_clip, render_clip
from claimcheck.workflow.intake import take_in
from claimcheck.workflow.overlays import export_overlays
from claimcheck.workflow.pictures import thumbnail
from tests.helpers.pictures import exif, photo, studio, written

SIZE = (400, 300)
PLACE = Rect(101.0, 53.0, 61.0, 47.0)
"""Off every grid of 8 or 16 pixels."""
TURNED = 6
"""EXIF's orientation of a phone held upright."""


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Painting needs one."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def with_secret(rgb: RGB, seed: int) -> RGB:
    """Noise all over ``PLACE``: it could not ripple more."""
    x, y, w, h = (round(v) for v in (PLACE.x, PLACE.y, PLACE.width, PLACE.height))
    secret = np.random.default_rng(seed).integers(0, 256, (h, w, 3), dtype=np.uint8)
    shown = rgb.copy()
    shown[y : y + h, x : x + w] = secret
    return shown


def unturned(rgb: RGB) -> RGB:
    """As a camera stores what is to be turned by ``TURNED``."""
    stored = np.ascontiguousarray(np.rot90(rgb, 1))
    assert np.array_equal(turned_upright(stored, TURNED), rgb)
    return stored


def a_review(library: Library, folder: Path, seed: int, **options: Any) -> Review:
    """With secrets in both pictures, JPEGs of which the photo is stored on its side."""
    review = edits.new_review("Jar", "Ökobär")
    listing = written(folder / "listing.jpg", with_secret(studio(), seed), quality=70)
    stored = unturned(with_secret(photo(*SIZE), seed + 10))
    shot = written(
        folder / "photo.jpg", stored, quality=70, subsampling=2, exif=exif(TURNED), **options
    )
    for path, role in ((listing, Role.LISTING), (shot, Role.PHOTO)):
        intake = take_in(library.originals, [path], role)
        assert not intake.problems
        review = edits.add_evidence(review, intake.evidence)
    beside = Rect(PLACE.x + 30.5, PLACE.y + 20.5, 60.0, 60.0)
    review = edits.put_discrepancy(
        review,
        Discrepancy(
            new_id(),
            review.comparisons[0].id,
            beside,
            beside,
            severity=Severity.MAJOR,
            note="A → B",
        ),
    )
    review = edits.put_claim(review, Claim(new_id(), "Full", verdict=Verdict.FALSE))
    corners = (Point(PLACE.x, PLACE.y), Point(PLACE.right, PLACE.bottom))
    return edits.put_marks(
        review, [Mark(new_id(), e.id, MarkKind.REDACTION, corners) for e in review.evidence]
    )


def turned_and_cropped(review: Review) -> Review:
    """Straightened, mirrored and cropped to half pixels, through the secret."""
    for number, evidence in enumerate(review.evidence):
        crop = Rect(90.5, 40.5, 200.0, 180.0)
        angle = 3.0 if number else 0.0
        adjustment = Adjustment(evidence.id, *SIZE, 0, bool(number), angle, crop)
        review = edits.set_adjustment(review, adjustment)
    return review


def zoomed(review: Review) -> Review:
    """The card shows both from half a pixel on, larger than life, beside the secret."""
    crop = Rect(PLACE.right - 20.5, PLACE.y - 10.5, 81.0, 120.0)
    return edits.set_card(review, CardSettings(listing_crop=crop, photo_crop=crop))


@pytest.fixture(params=["as it is", "turned and cropped", "zoomed"])
def pair(
    request: pytest.FixtureRequest, library: Library, tmp_path: Path
) -> tuple[tuple[Review, Path], ...]:
    change = {
        "as it is": lambda review: review,
        "turned and cropped": turned_and_cropped,
        "zoomed": zoomed,
    }[request.param]
    made = []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        review = change(a_review(library, folder, seed))
        library.save(review)
        made.append((review, folder / "out"))
    assert made[0][0].evidence[0].sha256 != made[1][0].evidence[0].sha256
    return tuple(made)


def test_no_file_tells_what_was_redacted(
    library: Library, pair: tuple[tuple[Review, Path], ...]
) -> None:
    for review, out in pair:
        export_carousel(library, review, out, language="en", formats=["square"], kind="png")
        export_overlays(library, review, out, language="en", format="square")
        export_card(library, review, out / "zoom.png", language="en", template="zoom")
        for number, evidence in enumerate(review.evidence):
            for side in (64, 150):
                small = thumbnail(library.originals, evidence, side, (PLACE,))
                np.save(out / f"thumbnail-{number}-{side}.npy", small)
    first, second = ({f.name: f.read_bytes() for f in out.iterdir()} for _, out in pair)
    assert len(first) >= 4 + 5 + 1 + 4
    assert first == second


@pytest.mark.parametrize("motion", [Motion.ZOOM, Motion.STORY])
def test_no_frame_tells_what_was_redacted(
    library: Library, pair: tuple[tuple[Review, Path], ...], motion: Motion
) -> None:
    clips = []
    for review, _ in pair:
        plan = plan_clip(review, language="en", motion=motion, seconds=6.0, format="square")
        clips.append(render_clip(library.originals, review, plan))
    for t in (0.0, 0.7, 1.3, 2.0, 3.1, 4.2, 5.5):
        first, second = (clip.frame_at(t) for clip in clips)
        for one, other in zip(first.each, second.each, strict=True):
            assert np.array_equal(one, other), t


@pytest.mark.parametrize("suffix", [".mp4", ".gif", ".webp"])
def test_no_film_tells_what_was_redacted(library: Library, tmp_path: Path, suffix: str) -> None:
    films = []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        out = folder / f"film{suffix}"
        review = a_review(library, folder, seed)
        library.save(review)
        export_clip(
            library, review, out, language="en", motion=Motion.WIPE, seconds=3.0, format="square"
        )
        films.append(out.read_bytes())
    assert films[0] == films[1]
