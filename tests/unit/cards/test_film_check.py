"""A film is held against what platforms ask of it: one thing is wrong with each, and is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from claimcheck.cards.files.file_check import check_file
from tests.helpers.films import picture
from tests.helpers.pictures import encoded, photo


@dataclass
class Film:
    """How a film is made; as it stands here, only its size and its encoder's name are wrong."""

    codec: str = "libx264"
    profile: str = "high"
    pixels: str = "yuv420p"
    groups: str = "keyint=15:min-keyint=15:scenecut=0:open-gop=0"
    colours: tuple[int, int, int] = (1, 1, 1)
    full_range: bool = False
    rate: int = 30
    frames: int = 100
    when: Callable[[int], int] = lambda number: number
    """At which frame's turn a frame is shown."""
    sound: str = "aac"
    sound_rate: int = 48_000
    flags: str = "+faststart"

    def write(self, path: Path) -> Path:
        options = {"movflags": self.flags, "avoid_negative_ts": "disabled"}
        with av.open(str(path), "w", options=options) as out:
            stream = out.add_stream(self.codec, rate=self.rate)
            assert isinstance(stream, av.VideoStream)
            stream.width, stream.height, stream.pix_fmt = 108, 192, self.pixels
            if self.codec == "libx264":
                stream.options = {"profile": self.profile, "x264-params": self.groups}
            context = stream.codec_context
            context.time_base = Fraction(1, self.rate)
            context.color_primaries, context.color_trc, context.colorspace = self.colours
            context.color_range = 2 if self.full_range else 1
            if self.sound:
                self._write_sound(out)
            for number in range(self.frames):
                rgb = picture(number % 60, 108, 192)
                frame = av.VideoFrame.from_ndarray(rgb, format="rgb24").reformat(format=self.pixels)
                frame.pts, frame.time_base = self.when(number), Fraction(1, self.rate)
                out.mux(stream.encode(frame))
            out.mux(stream.encode(None))
        return path

    def _write_sound(self, out: av.container.OutputContainer) -> None:
        stream = out.add_stream(self.sound, rate=self.sound_rate, layout="stereo")
        assert isinstance(stream, av.AudioStream)
        samples = round(self.sound_rate * self.frames / self.rate)
        silence = np.zeros((2, samples), np.float32)
        frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = self.sound_rate, 0
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


def faults(path: Path, card_format: str = "tiktok") -> set[tuple[str, str]]:
    found = check_file(path, path.read_bytes(), card_format).faults
    return {(one.kind, one.text) for one in found if one.kind not in {"private", "size"}}


def test_a_film_made_right_has_no_fault(tmp_path: Path) -> None:
    assert faults(Film().write(tmp_path / "film.mp4")) == set()


@pytest.mark.parametrize(
    ("film", "kind", "words"),
    [
        (Film(profile="main"), "codec", "Main"),
        (Film(profile="baseline"), "codec", "Constrained Baseline"),
        (Film(profile="high444", pixels="yuv444p"), "codec", "yuv444p"),
        (Film(profile="high422", pixels="yuv422p"), "codec", "yuv422p"),
        (Film(profile="high10", pixels="yuv420p10le"), "codec", "yuv420p10le"),
        (Film(codec="mpeg4"), "codec", "mpeg4"),
        (Film(pixels="yuvj420p", full_range=True), "colour", "full range"),
        (Film(colours=(9, 16, 9)), "colour", "BT.709"),
        (Film(colours=(6, 6, 6)), "colour", "BT.709"),
        (Film(colours=(1, 1, 6)), "colour", "BT.709"),
        (Film(colours=(2, 2, 2)), "colour", "BT.709"),
        (Film(groups="keyint=250:scenecut=0"), "keyframes", "3.3 s apart"),
        (Film(groups="keyint=30:min-keyint=30:scenecut=0"), "keyframes", "1.0 s apart"),
        (Film(groups="keyint=15:scenecut=0:open-gop=1:bframes=3"), "keyframes", "open"),
        (Film(rate=15, frames=60, groups="keyint=7"), "rate", "15 frames a second"),
        (Film(rate=120, frames=400, groups="keyint=60"), "rate", "120 frames a second"),
        (
            Film(when=lambda n: n if n < 95 else n + 9, groups="keyint=5"),
            "rate",
            "stands still for 0.33 s",
        ),
        (Film(when=lambda n: n + 20), "edits", "0.67 s late"),
        (Film(when=lambda n: n - 8), "edits", "hides 8 frames"),
        (Film(sound=""), "sound", "no sound track"),
        (Film(sound="mp3"), "sound", "mp3"),
        (Film(sound_rate=44_100), "sound", "44100 Hz"),
        (Film(flags="+disable_chpl"), "order", "index comes last"),
        (Film(frames=60), "length", "2.0 s"),
    ],
)
def test_what_is_wrong_with_a_film_is_named(
    film: Film, kind: str, words: str, tmp_path: Path
) -> None:
    found = faults(film.write(tmp_path / "film.mp4"))
    assert {name for name, _ in found} >= {kind}
    assert any(words in text for name, text in found if name == kind), found
    if film.codec == "libx264":
        assert {name for name, _ in found} == {kind}


def test_a_name_that_says_something_else_is_told(tmp_path: Path) -> None:
    data = Film().write(tmp_path / "film.mp4").read_bytes()
    for name in ("film.mov", "film.jpg", "film.txt"):
        found = check_file(tmp_path / name, data, "tiktok").faults
        assert [one.text for one in found if one.kind == "name"] == [
            f"It holds MP4 video, but its name ends in {Path(name).suffix}."
        ]
    card = encoded(photo(1080, 1920))
    assert [one.kind for one in check_file(Path("card.png"), card, "tiktok").faults] == ["name"]
    assert check_file(Path("CARD.JPEG"), card, "tiktok").faults == ()


def test_films_of_another_container_are_told_where_they_are_not_taken(tmp_path: Path) -> None:
    film = Film().write(tmp_path / "film.mov")
    assert faults(film, "tiktok") == set()
    assert {kind for kind, _ in faults(film, "instagram-story")} == {"type"}
    matroska = Film().write(tmp_path / "film.mkv")
    assert faults(matroska, "tiktok") == {
        ("type", "It is a file of type matroska; TikTok takes mp4, mov, webm.")
    }
    web = Film(codec="libvpx-vp9", sound="libopus").write(tmp_path / "film.webm")
    assert {kind for kind, _ in faults(web, "instagram-story")} >= {"type", "codec", "sound"}


def test_a_picture_wider_than_is_taken_is_told() -> None:
    wide = encoded(photo(2160, 2160), quality=60)
    assert [one.kind for one in check_file(Path("f"), wide, "square").faults] == ["size"]
