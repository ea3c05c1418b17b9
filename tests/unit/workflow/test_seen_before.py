"""The same picture in another review is found, whatever was done to it; another one isn't."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.imaging.fingerprint import fingerprint, hash_distances
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.seen import Index
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.intake import take_in
from claimcheck.workflow.seen_before import elsewhere, find_seen, keep_hashes, prints_of, read_known
from tests.helpers.command_line import run
from tests.helpers.pictures import written
from tests.helpers.shared import shared_folder


def scene(seed: int, size: tuple[int, int] = (600, 800)) -> RGB:
    """Shapes and letters: something to know again."""
    rng = np.random.default_rng(seed)
    rgb = np.full((*size, 3), rng.integers(150, 255, 3), np.uint8)
    for _ in range(30):
        colour = [int(c) for c in rng.integers(0, 255, 3)]
        x, y = int(rng.integers(0, size[1])), int(rng.integers(0, size[0]))
        if rng.random() < 0.5:
            cv2.circle(rgb, (x, y), int(rng.integers(10, 90)), colour, -1)
        else:
            far = (x + int(rng.integers(20, 200)), y + int(rng.integers(20, 160)))
            cv2.rectangle(rgb, (x, y), far, colour, -1)
    return rgb


CHANGES: dict[str, Callable[[RGB], Any]] = {
    "as it is": lambda rgb: rgb,
    "cropped": lambda rgb: rgb[60:540, 40:680],
    "shrunk": lambda rgb: cv2.resize(rgb, (240, 180), interpolation=cv2.INTER_AREA),
    "tinted": lambda rgb: np.clip(rgb * np.array([1.2, 0.9, 0.8]), 0, 255).astype(np.uint8),
    "framed": lambda rgb: cv2.copyMakeBorder(
        rgb, 80, 80, 80, 80, cv2.BORDER_CONSTANT, value=(9, 90, 9)
    ),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("seed", range(4))
def test_an_altered_copy_is_found_and_nothing_else(change: str, seed: int) -> None:
    pictures = {str(n): fingerprint(scene(n)) for n in range(30)}
    index = Index({key: one.hashes for key, one in pictures.items()})
    wanted = fingerprint(np.asarray(CHANGES[change](scene(seed)), np.uint8))
    found = index.search(wanted, lambda key: pictures[key].smalls)
    assert [match.key for match in found] == [str(seed)]


def test_a_picture_is_found_by_a_crop_and_a_crop_by_its_picture() -> None:
    whole, crop = fingerprint(scene(1)), fingerprint(scene(1)[100:580, 100:740])
    assert Index({"it": whole.hashes}).search(crop, lambda _: whole.smalls)
    assert Index({"it": crop.hashes}).search(whole, lambda _: crop.smalls)


def test_plain_pictures_are_not_the_same() -> None:
    plain = [np.full((300, 400, 3), grey, np.uint8) for grey in (255, 250, 0)]
    prints = [fingerprint(rgb) for rgb in plain]
    index = Index({"white": prints[0].hashes})
    assert all(not index.search(one, lambda _: prints[0].smalls) for one in prints)


def test_an_empty_index_finds_nothing() -> None:
    assert Index({}).search(fingerprint(scene(1)), lambda _: None) == []


@settings(max_examples=30)
@given(st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16))
def test_distances_are_those_of_the_bits(one: bytes, other: bytes) -> None:
    ours, theirs = (np.frombuffer(b, np.uint64) for b in (one, other))
    bits = sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True))
    assert hash_distances(ours, theirs.reshape(2, 1)).tolist() == [bits]


def review_with(library: Library, name: str, path: Path) -> tuple[str, Evidence]:
    review = edits.new_review(name)
    (item,) = take_in(library.originals, [path], Role.LISTING).evidence
    library.save(edits.add_evidence(review, [item]))
    return review.id, item


def test_another_review_has_it_too(tmp_path: Path) -> None:
    first = written(tmp_path / "a.png", scene(5), "PNG")
    again = written(tmp_path / "b.jpg", scene(5)[30:570, 20:760], quality=60)
    other = written(tmp_path / "c.jpg", scene(6))
    with Library.open(tmp_path / "library") as library:
        one, _ = review_with(library, "One", first)
        review_with(library, "Other", other)
        two, wanted = review_with(library, "Two", again)
        known = read_known(library)
        found, fresh = find_seen(library.originals, prints_of(library.originals, [wanted]), known)
        assert [seen.review_id for seen in elsewhere(found, [wanted], two)] == [one]
        assert len(fresh) == 3
        keep_hashes(library, fresh)
        known = read_known(library)
        assert len(known.hashes) == 3
        _, fresh = find_seen(library.originals, [], known)
        assert fresh == {}


def test_an_original_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path / "a.png", scene(5), "PNG")
    with Library.open(tmp_path / "library") as library:
        _, item = review_with(library, "One", path)
        wanted = [fingerprint(scene(5))]
        library.originals.remove(library.originals.find(item))
        for cached in (tmp_path / "cache").rglob("*.*"):
            cached.unlink()
        found, _ = find_seen(library.originals, wanted, read_known(library))
    assert len(found) == 1


def test_on_the_command_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jpg", scene(7))
    with Library.open(tmp_path / "library") as library:
        review, item = review_with(library, "One", path)
    crop = written(tmp_path / "crop.jpg", scene(7)[60:560, 60:760])
    matches = run("--library", tmp_path / "library", "similar", crop, "--json").json["matches"]
    assert [(m["review"], m["evidence"]) for m in matches] == [(review, item.id)]
    assert 0 <= matches[0]["distance"] < 0.43
    strange = written(tmp_path / "strange.jpg", scene(8))
    assert run("--library", tmp_path / "library", "similar", strange, "--json").json == {
        "matches": []
    }
    assert run("--library", tmp_path / "nowhere", "similar", strange).out == "not seen before\n"
    assert not (tmp_path / "nowhere").exists()


def test_real_pictures_are_told_apart(tmp_path: Path) -> None:
    from claimcheck.imaging.files.load import load_rgb

    paths = sorted(shared_folder("grocery").glob("*/listing.jpg"))
    prints = {str(path): fingerprint(load_rgb(path, 400)) for path in paths}
    index = Index({key: one.hashes for key, one in prints.items()})
    wrong = 0
    for path in paths:
        rgb = load_rgb(path, 400)
        height, width = rgb.shape[:2]
        crop = rgb[: round(height * 0.8), width - round(width * 0.8) :]
        found = index.search(fingerprint(crop), lambda key: prints[key].smalls)
        assert str(path) in {match.key for match in found}
        wrong += len(found) - 1
    assert wrong <= 1
