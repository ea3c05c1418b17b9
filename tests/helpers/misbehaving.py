"""What a decoder could do to the process that it runs in."""

from __future__ import annotations

import ctypes
import os
import time


def well(number: int) -> int:
    return number + 1


def hang() -> None:
    time.sleep(600)


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
