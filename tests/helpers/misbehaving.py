"""What a decoder could do to the process that it runs in."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

import av

from claimcheck.capture.film import Frame, Wanted
from claimcheck.capture.video import Video


def well(number: int) -> int:
    return number + 1


def hang() -> None:
    """Wait for what never comes."""
    time.sleep(600)


def deadlock() -> None:
    """Wait for what never comes, and let no other thread of Python on."""
    ctypes.PyDLL(None).sleep(600)


def work_on() -> None:
    """Compute without end."""
    while True:
        pass


def be_held_up(seconds: float) -> str:
    """A sound picture on a machine that is busy: others have the processor for most of the time."""
    subprocess.Popen(["sh", "-c", f"sleep {seconds}; kill -CONT {os.getpid()}"])
    os.kill(os.getpid(), signal.SIGSTOP)
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass
    return "whole"


def crash() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(3)


def eat() -> None:
    held = []
    while True:
        held.append(bytes(256 << 20))  # asked for, but never touched: that would take seconds


def process() -> int:
    return os.getpid()


class HangingFilm(Video):
    """A clip whose decoder never comes back from the second half."""

    def frame_at(
        self, time_s: float, at_most_px: int | None = None, is_wanted: Wanted | None = None
    ) -> Frame:
        if time_s > 0.5:
            time.sleep(600)
        return super().frame_at(time_s, at_most_px, is_wanted)


class CrashingFilm(Video):
    """A clip that ends the decoder's process in the second half."""

    def frame_at(
        self, time_s: float, at_most_px: int | None = None, is_wanted: Wanted | None = None
    ) -> Frame:
        if time_s > 0.5:
            os.abort()
        return super().frame_at(time_s, at_most_px, is_wanted)


class EatingFilm(Video):
    """A clip that asks for memory without end."""

    def frame_at(
        self, time_s: float, at_most_px: int | None = None, is_wanted: Wanted | None = None
    ) -> Frame:
        if time_s > 0.5:
            eat()
        return super().frame_at(time_s, at_most_px, is_wanted)


class SlowFilm(Video):
    """A clip whose frames take 0.03 s each to decode."""

    def _peek(self) -> av.VideoFrame | None:
        time.sleep(0.03)
        return super()._peek()


def open_for_ever(path: Path) -> Video:
    time.sleep(600)
    return Video(path)
