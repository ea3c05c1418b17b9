"""The file itself: what a player and a platform read in it, and that it shows what was painted."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from claimcheck.cards.clips.encode import encode_clip, planes_in
from claimcheck.cards.clips.planes import Planes, empty_planes, planes_of
from claimcheck.cards.files.file_check import check_file
from claimcheck.cards.files.private_film_parts import box_order, private_parts
from claimcheck.cards.formats import all_formats


class Moving:
    """A picture with detail that slides along."""

    def __init__(
        self, width: int = 320, height: int = 568, fps: int = 30, frames: int = 100
    ) -> None:
        self.size, self.fps, self.frame_count = (width, height), fps, frames
        tile = np.random.default_rng(3).integers(0, 256, (height // 8, width // 4, 3), np.uint8)
        wide = cv2.resize(tile, (width * 2, height), interpolation=cv2.INTER_CUBIC)
        self.still = planes_of(np.asarray(wide, dtype=np.uint8))

    def write_frame(self, index: int, out: Planes, holds: int | None = None) -> None:  # noqa: ARG002
        shift = 2 * (index * 2 % (self.size[0] // 2))
        for number, (plane, target) in enumerate(zip(self.still.each, out.each, strict=True)):
            start = shift if number == 0 else shift // 2
            target[...] = plane[:, start : start + target.shape[1]]


def encoded(source: Moving, path: Path) -> Path:
    with path.open("wb") as file:
        assert list(encode_clip(source, file)) == list(range(source.frame_count))
    return path


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> tuple[Moving, Path]:
    source = Moving()
    return source, encoded(source, tmp_path_factory.mktemp("clip") / "ä clip.mp4")


def test_the_picture_is_what_platforms_take(clip: tuple[Moving, Path]) -> None:
    source, path = clip
    with av.open(str(path)) as container:
        (video,) = container.streams.video
        context = video.codec_context
        assert (context.name, video.profile, context.pix_fmt) == ("h264", "High", "yuv420p")
        assert (video.width, video.height) == source.size
        assert video.average_rate == Fraction(30)
        assert video.frames == source.frame_count
        assert video.duration is not None
        assert video.time_base is not None
        assert video.duration * video.time_base == Fraction(100, 30)
        colours = (
            *(context.color_primaries, context.color_trc, context.colorspace),
            context.color_range,
        )
        assert colours == (1, 1, 1, 1)  # BT.709 three times, limited range
        assert not container.metadata.get("encoder")
        assert set(video.metadata) <= {"language", "handler_name", "vendor_id"}


def test_the_sound_is_silent_and_as_long_as_the_picture(clip: tuple[Moving, Path]) -> None:
    with av.open(str(clip[1])) as container:
        (audio,) = container.streams.audio
        assert (audio.codec_context.name, audio.rate, audio.channels) == ("aac", 48_000, 2)
        assert audio.duration is not None
        assert audio.time_base is not None
        assert float(audio.duration * audio.time_base) == pytest.approx(100 / 30, abs=0.001)
        loudest = max(np.abs(frame.to_ndarray()).max() for frame in container.decode(audio))
        assert loudest < 1e-4


def test_groups_are_closed_and_half_a_second(clip: tuple[Moving, Path]) -> None:
    with av.open(str(clip[1])) as container:
        packets = [p for p in container.demux(container.streams.video[0]) if p.size]
    keys = [i for i, packet in enumerate(packets) if packet.is_keyframe]
    assert keys == list(range(0, 100, 15))
    for key in keys:
        # Closed: nothing after a keyframe is shown before it, and it starts the decoder anew.
        shown = [packet.pts or 0 for packet in packets[key:]]
        assert min(shown) == shown[0]
        assert 5 in nal_kinds(bytes(packets[key]))
    assert all(6 not in nal_kinds(bytes(packet)) for packet in packets)  # no encoder's remarks


def nal_kinds(packet: bytes) -> list[int]:
    kinds, at = [], 0
    while at + 4 < len(packet):
        kinds.append(packet[at + 4] & 31)
        at += 4 + int.from_bytes(packet[at : at + 4])
    return kinds


def test_the_index_comes_first_and_nothing_private_follows(clip: tuple[Moving, Path]) -> None:
    with clip[1].open("rb") as file:
        order = [kind for kind in box_order(file) if kind != "free"]
        assert order == ["ftyp", "moov", "mdat"]
        assert private_parts(file) == ()


def test_what_is_decoded_is_what_was_painted(clip: tuple[Moving, Path]) -> None:
    source, path = clip
    out = empty_planes(*source.size)
    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            source.write_frame(index, out)
            assert frame.time == pytest.approx(index / 30, abs=1e-4)
            for plane, painted in zip(planes_in(frame).each, out.each, strict=True):
                assert cv2.PSNR(np.ascontiguousarray(plane), painted) >= 38.0
    assert index == 99


def test_the_same_frames_give_the_same_bytes(tmp_path: Path) -> None:
    one = encoded(Moving(frames=40), tmp_path / "one.mp4").read_bytes()
    assert encoded(Moving(frames=40), tmp_path / "two.mp4").read_bytes() == one


@pytest.mark.parametrize(("fps", "frames"), [(24, 72), (60, 181)])
def test_other_rates_keep_their_groups(fps: int, frames: int, tmp_path: Path) -> None:
    path = encoded(Moving(fps=fps, frames=frames), tmp_path / "clip.mp4")
    with av.open(str(path)) as container:
        packets = [p for p in container.demux(container.streams.video[0]) if p.size]
    assert len(packets) == frames
    keys = [i for i, packet in enumerate(packets) if packet.is_keyframe]
    assert keys == list(range(0, frames, fps // 2))


@pytest.mark.parametrize(
    ("altered", "found"),
    [
        (lambda data: data.replace(b"vmhd", b"Xtra"), "box Xtra"),
        (lambda data: data.replace(b"\x08ilst", b"\x09ilst"), "box udta"),
        (lambda data: data + b"\0\0\0\x0cuuidGPS!", "box uuid"),
        (lambda data: data[:-9] + b"Lavc61.19", "text Lavc"),
        (lambda data: data[:-5], "box broken"),
    ],
)
def test_anything_else_in_a_file_is_found(
    clip: tuple[Moving, Path], altered: object, found: str
) -> None:
    assert callable(altered)
    assert found in private_parts(io.BytesIO(altered(clip[1].read_bytes())))


def probed(path: Path) -> dict[str, Any]:
    """What ffprobe, another program than the one that wrote the file, says of it."""
    ffprobe = shutil.which("ffprobe")
    if ffprobe is None:
        pytest.skip("ffprobe is not installed")
    shown = ("-show_streams", "-show_format", "-count_frames", "-of", "json")
    done = subprocess.run(
        [ffprobe, "-v", "error", *shown, str(path)], capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


SIZES = sorted({(one.width, one.height) for one in all_formats()})


@pytest.mark.parametrize(
    ("size", "frames"), [*((size, 90) for size in SIZES), ((108, 192), 1800)], ids=str
)
def test_ffprobe_agrees(size: tuple[int, int], frames: int, tmp_path: Path) -> None:
    path = encoded(Moving(*size, frames=frames), tmp_path / "clip.mp4")
    told = probed(path)
    video, audio = told["streams"]
    assert {
        name: video[name]
        for name in (
            *("codec_name", "profile", "pix_fmt", "width", "height", "r_frame_rate"),
            *("color_space", "color_transfer", "color_primaries", "color_range", "nb_read_frames"),
        )
    } == {
        "codec_name": "h264",
        "profile": "High",
        "pix_fmt": "yuv420p",
        "width": size[0],
        "height": size[1],
        "r_frame_rate": "30/1",
        "color_space": "bt709",
        "color_transfer": "bt709",
        "color_primaries": "bt709",
        "color_range": "tv",
        "nb_read_frames": str(frames),
    }
    sound = {name: audio[name] for name in ("codec_name", "sample_rate", "channels")}
    assert sound == {"codec_name": "aac", "sample_rate": "48000", "channels": 2}
    assert float(told["format"]["duration"]) == pytest.approx(frames / 30, abs=0.03)
    assert not told["format"].get("tags", {}).keys() & {"encoder", "comment", "title", "location"}
    shaped = [one for one in all_formats() if (one.width, one.height) == size]
    for card_format in shaped:
        assert check_file(path, path.read_bytes(), card_format.id).faults == ()
