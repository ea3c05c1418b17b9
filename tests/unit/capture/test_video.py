"""Frames of clips in the kinds and ways that phones film, each with its number as a colour."""

from __future__ import annotations

import random
from pathlib import Path

import av
import numpy as np
import pytest

from claimcheck.capture.video import Video
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from tests.helpers.films import FRAMES, RATE, film, number_of, picture


@pytest.mark.parametrize(
    ("codec", "suffix"),
    [("libx264", ".mp4"), ("libx264", ".mov"), ("libx265", ".mp4"), ("libvpx-vp9", ".webm")],
)
def test_every_frame_can_be_taken(tmp_path: Path, codec: str, suffix: str) -> None:
    try:
        path = film(tmp_path / f"clip{suffix}", codec)
    except av.error.FFmpegError:
        pytest.skip(f"this PyAV does not encode with {codec}")
    with Video(path) as video:
        assert (video.info.width_px, video.info.height_px) == (160, 96)
        assert abs(video.info.duration_s - FRAMES / RATE) < 0.1
        assert [number_of(video.frame_at((n + 0.5) / RATE).rgb) for n in range(FRAMES)] == [
            *range(FRAMES)
        ]


def test_scrubbing_lands_on_the_frame_that_is_shown(tmp_path: Path) -> None:
    chance = random.Random(3)
    with Video(film(tmp_path / "clip.mp4", gop=60, start=45)) as video:
        for _ in range(60):
            number = chance.randrange(FRAMES)
            frame = video.frame_at((number + chance.uniform(0.05, 0.9)) / RATE)
            assert number_of(frame.rgb) == number
            assert abs(frame.time_s - number / RATE) < 0.002
        assert number_of(video.frame_at(-5).rgb) == 0
        assert number_of(video.frame_at(500).rgb) == FRAMES - 1


def test_stepping_goes_frame_by_frame_both_ways(tmp_path: Path) -> None:
    with Video(film(tmp_path / "clip.mp4")) as video:
        frame = video.frame_at(0.5)
        seen = [number_of(frame.rgb)]
        for by in (1, 1, 1, -1, -1, -1, -1, -1):
            frame = video.step(frame, by)
            seen.append(number_of(frame.rgb))
        assert seen == [15, 16, 17, 18, 17, 16, 15, 14, 13]
        assert video.step(video.frame_at(0), -1).time_s == 0
        last = video.frame_at(60)
        assert video.step(last, 1).time_s == last.time_s


@pytest.mark.parametrize("held", [4 * 160 * 96, 100_000_000])
def test_stepping_back_decodes_from_the_key_frame_only_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr("claimcheck.capture.video._HELD_PIXELS", held)
    sought: list[float] = []
    seek = Video._seek

    def count(video: Video, time_s: float) -> None:
        sought.append(time_s)
        seek(video, time_s)

    monkeypatch.setattr(Video, "_seek", count)
    with Video(film(tmp_path / "clip.mp4", gop=FRAMES)) as video:
        frame = video.frame_at(40.5 / RATE)
        seen = []
        for _ in range(12):
            frame = video.step(frame, -1)
            seen.append(number_of(frame.rgb))
        assert seen == list(range(39, 27, -1))
    assert len(sought) <= 1 + (3 if held < 1_000_000 else 0)


@pytest.mark.parametrize(
    ("degrees", "size", "corner"),
    [(90, (96, 160), (0, -1)), (180, (160, 96), (-1, -1)), (270, (96, 160), (-1, 0))],
)
def test_a_phone_held_upright(
    tmp_path: Path, degrees: int, size: tuple[int, int], corner: tuple[int, int]
) -> None:
    with Video(film(tmp_path / "clip.mp4", turn=degrees)) as video:
        rgb = video.frame_at(0).rgb
        assert (video.info.width_px, video.info.height_px) == size == (rgb.shape[1], rgb.shape[0])
        row = slice(None, 10) if corner[0] == 0 else slice(-10, None)
        column = slice(None, 10) if corner[1] == 0 else slice(-10, None)
        red, green, _ = rgb[row, column].reshape(-1, 3).mean(axis=0)
        assert red > 150
        assert green < 80


def test_a_preview_is_small(tmp_path: Path) -> None:
    with Video(film(tmp_path / "clip.mp4", turn=90)) as video:
        assert max(video.frame_at(0.2, at_most_px=80).rgb.shape) == 80


def test_when_it_was_filmed_is_told(tmp_path: Path) -> None:
    with Video(film(tmp_path / "clip.mp4")) as video:
        assert video.info.taken_at is not None
        assert video.info.taken_at.isoformat().startswith("2026-05-04T10:20:30")
        assert video.info.codec == "h264"
        assert not video.info.has_location


def test_a_camera_whose_name_is_not_text_can_still_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w", options={"movflags": "use_metadata_tags"}) as out:
        stream = out.add_stream("libx264", rate=30)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        out.metadata["make"] = "Kamera!"
        for number in range(3):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture(number), format="rgb24")))
        out.mux(stream.encode(None))
    path.write_bytes(path.read_bytes().replace(b"Kamera!", b"Kam\xe9ra!"))
    with Video(path) as video:
        assert video.info.camera.startswith("Kam")
        video.info.camera.encode()  # as the database does


def refused(path: Path) -> ErrorKind:
    with pytest.raises(KnownError) as caught:
        Video(path)
    assert path.name in str(caught.value)
    return caught.value.kind


def test_what_is_no_video(tmp_path: Path) -> None:
    empty, text = tmp_path / "empty.mp4", tmp_path / "text.mp4"
    empty.touch()
    text.write_text("not a video" * 500)
    assert refused(empty) is ErrorKind.FILE_EMPTY
    assert refused(text) is ErrorKind.VIDEO_DAMAGED
    assert refused(tmp_path / "gone.mp4") is ErrorKind.FILE_MISSING
    sound = tmp_path / "sound.mp4"
    with av.open(str(sound), "w") as out:
        stream = out.add_stream("aac", rate=44100)
        assert isinstance(stream, av.AudioStream)
        silence = np.zeros((1, 1024), np.float32)
        frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="mono")
        frame.sample_rate = 44100
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    assert refused(sound) is ErrorKind.VIDEO_DAMAGED


@pytest.mark.parametrize("seed", range(40))
def test_damage_ends_in_frames_or_one_error(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = film(tmp_path / "clip.mp4")
    data = bytearray(path.read_bytes())
    if chance.random() < 0.4:
        del data[chance.randrange(len(data)) :]
    for _ in range(chance.randint(1, 30)):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    kinds, shapes = set(), set()
    try:
        with Video(path) as video:
            for time_s in (0, 1.0, 0.3, 99):
                shapes.add(video.frame_at(time_s).rgb.ndim)
    except KnownError as error:
        kinds.add(error.kind)
    assert kinds <= {ErrorKind.VIDEO_DAMAGED, ErrorKind.FILE_EMPTY}
    assert shapes <= {3}
    assert kinds or shapes


def test_decoding_that_is_given_up_leaves_the_clip_as_good(tmp_path: Path) -> None:
    asked: list[int] = []

    def until_the_tenth() -> bool:
        asked.append(len(asked))
        return len(asked) < 10

    with Video(film(tmp_path / "clip.mp4", gop=FRAMES)) as video:
        with pytest.raises(Cancelled):
            video.frame_at(1.5, is_wanted=until_the_tenth)
        assert len(asked) == 10
        assert number_of(video.frame_at(1.5, is_wanted=lambda: True).rgb) == 45
        assert number_of(video.frame_at(0.1).rgb) == 3
