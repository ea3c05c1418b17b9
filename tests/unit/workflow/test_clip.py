"""A clip on the disk: whole or not at all, recorded, and showing what the painter painted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from claimcheck.cards.clips.clip import Motion
from claimcheck.cards.clips.encode import planes_in
from claimcheck.cards.clips.planes import rgb_of
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from claimcheck.library import Library
from claimcheck.model.alignment import AlignedBy, Alignment
from claimcheck.model.findings import set_alignment
from claimcheck.model.review import Review
from claimcheck.workflow.again import export_again
from claimcheck.workflow.clip import export_clip, plan_clip, render_clip
from claimcheck.workflow.sample import add_sample
from tests.helpers.disks import small_disk


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Fonts and painting need one."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


@pytest.fixture
def review(library: Library) -> Review:
    return add_sample(library, "en")


@pytest.mark.parametrize("motion", list(Motion))
def test_decoded_frames_match_the_painter(
    library: Library, review: Review, tmp_path: Path, motion: Motion
) -> None:
    out = tmp_path / f"{motion}.mp4"
    exported = export_clip(library, review, out, language="en", motion=motion, seconds=4.0)
    plan = plan_clip(review, language="en", motion=motion, seconds=4.0)
    clip = render_clip(library.originals, review, plan)
    worst = {"y": 99.0, "rgb": 99.0}
    with av.open(str(out)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index % 6:
                continue
            decoded, painted = planes_in(frame), clip.frame_at(index / 30)
            worst["y"] = min(worst["y"], cv2.PSNR(np.ascontiguousarray(decoded.y), painted.y))
            worst["rgb"] = min(worst["rgb"], cv2.PSNR(rgb_of(decoded), rgb_of(painted)))
    assert index == 119
    assert worst["y"] >= 38.0
    assert worst["rgb"] >= 38.0
    assert exported.record.bytes == out.stat().st_size
    assert exported.record.bytes * 8 / 4.0 <= 25_000_000  # what Reels takes


def test_a_clip_is_recorded(library: Library, review: Review, tmp_path: Path) -> None:
    out = tmp_path / "clip.mp4"
    exported = export_clip(
        library, review, out, language="en", motion=Motion.BLINK, seconds=3.0, format="everywhere"
    )
    record = exported.record
    assert library.exports(review.id) == (record,)
    assert record.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (record.width_px, record.height_px, record.format) == (1080, 1920, "everywhere")
    settings = json.loads(record.settings)
    assert (settings["motion"], settings["seconds"], settings["fps"]) == ("blink", 3.0, 30)
    assert settings["pictures"]["photo"]["sha256"] == review.evidence[1].sha256


@pytest.mark.parametrize(("suffix", "seconds"), [(".mp4", 3.02), (".gif", None), (".webp", 3.0)])
def test_a_clip_is_made_again_from_its_record(
    library: Library, review: Review, tmp_path: Path, suffix: str, seconds: float | None
) -> None:
    """Byte for byte, though its length is no round number and the review went on."""
    out = tmp_path / f"clip{suffix}"
    motion = Motion.ZOOM if suffix == ".mp4" else Motion.CHECKLIST
    record = export_clip(
        library, review, out, language="nl", motion=motion, seconds=seconds, format="square"
    ).record
    card = replace(review.card, title="Other", theme="ink")
    changed = replace(review, discrepancies=(), marks=(), card=card)
    library.save(changed)
    again = export_again(library, record.id, tmp_path / f"again{suffix}")
    assert (again.same, again.changed) == (True, ())
    assert (tmp_path / f"again{suffix}").read_bytes() == out.read_bytes()
    (library.folder / "brand.toml").write_text('colour = "#0A3D91"\n', "utf-8")
    again = export_again(library, record.id, tmp_path / f"other{suffix}")
    assert (again.same, again.changed) == (False, ("brand",))


def test_progress_counts_frames(library: Library, review: Review, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    export_clip(
        library,
        review,
        tmp_path / "clip.mp4",
        language="en",
        motion=Motion.WIPE,
        seconds=3.0,
        progress=lambda done, total, _what: seen.append((done, total)),
    )
    assert seen == [(i, 90) for i in range(91)]


@pytest.mark.parametrize("stop_at", [0, 1, 45, 90])
def test_cancelling_leaves_nothing_behind(
    library: Library, review: Review, tmp_path: Path, stop_at: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "clip.mp4"
    out.write_bytes(b"an earlier clip")

    def cancel(done: int, _total: int, _what: str) -> None:
        if done == stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_clip(
            library, review, out, language="en", motion=Motion.BLINK, seconds=3.0, progress=cancel
        )
    assert [file.name for file in folder.iterdir()] == ["clip.mp4"]
    assert out.read_bytes() == b"an earlier clip"
    assert library.exports(review.id) == ()


@pytest.mark.parametrize("size_kib", [100, 1500])
def test_a_full_disk_is_told_and_left_empty(
    library: Library, review: Review, tmp_path: Path, size_kib: int
) -> None:
    with small_disk(tmp_path / "small", size_kib) as disk:
        with pytest.raises(KnownError) as raised:
            export_clip(
                library, review, disk / "c.mp4", language="en", motion=Motion.WIPE, seconds=4.0
            )
        assert raised.value.kind is ErrorKind.DISK_FULL
        assert list(disk.iterdir()) == []
    assert library.exports(review.id) == ()


def test_a_folder_that_is_not_there_is_told(
    library: Library, review: Review, tmp_path: Path
) -> None:
    with pytest.raises(KnownError) as raised:
        export_clip(library, review, tmp_path / "no" / "c.mp4", language="en", motion=Motion.BLINK)
    assert raised.value.kind is ErrorKind.FOLDER_MISSING


def test_other_names_and_existing_files_are_refused(
    library: Library, review: Review, tmp_path: Path
) -> None:
    with pytest.raises(KnownError) as raised:
        export_clip(library, review, tmp_path / "c.avi", language="en", motion=Motion.WIPE)
    assert raised.value.kind is ErrorKind.VALUE_INVALID
    out = tmp_path / "c.MP4"
    out.write_bytes(b"mine")
    with pytest.raises(KnownError) as raised:
        export_clip(library, review, out, language="en", motion=Motion.WIPE, overwrite=False)
    assert raised.value.kind is ErrorKind.FILE_EXISTS
    assert out.read_bytes() == b"mine"


def test_a_review_without_photo_says_so(library: Library, review: Review, tmp_path: Path) -> None:
    bare = replace(review, comparisons=())
    with pytest.raises(KnownError) as raised:
        export_clip(library, bare, tmp_path / "c.mp4", language="en", motion=Motion.WIPE)
    assert raised.value.kind is ErrorKind.COMPARISON_MISSING


def test_a_library_that_is_open_read_only_exports_too(
    library: Library, review: Review, tmp_path: Path
) -> None:
    library.close()
    with Library.open(tmp_path / "library", read_only=True) as other:
        export_clip(
            other, review, tmp_path / "c.mp4", language="en", motion=Motion.BLINK, seconds=3.0
        )
        assert other.exports(review.id) == ()
    assert (tmp_path / "c.mp4").stat().st_size > 10_000


def test_a_slider_follows_the_alignment_that_the_review_keeps(
    library: Library, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was aligned in the window, perhaps by hand, is not looked for again."""

    def wipe(of: Review) -> np.ndarray:
        plan = plan_clip(of, language="en", motion=Motion.WIPE, seconds=3.0)
        clip = render_clip(library.originals, of, plan)
        return clip.frame_at(1.5).y

    found = wipe(review)
    comparison = review.comparisons[0]
    by_hand = Alignment(comparison.id, (0.9, 0, 40, 0, 0.9, 25, 0, 0, 1), AlignedBy.HAND)
    monkeypatch.setattr(
        "claimcheck.workflow.clip.lie_on_each_other", lambda *_: pytest.fail("looked again")
    )
    assert not np.array_equal(wipe(set_alignment(review, by_hand)), found)
