"""What a process that works on pictures in several threads sets for itself as it starts."""

from __future__ import annotations

import ctypes
import platform
import sys

_TURN_S = 0.0001
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # mallopt(3)
_KEPT_BYTES = 64 << 20
_FROM_THE_HEAP_BYTES = 32 << 20  # the most that glibc takes


def tune_process() -> None:
    """Let threads take turns sooner, and keep the memory that pictures leave for the next ones.

    A card takes some 45 ms. A thread that comes back from decoding may wait for Python's lock for
    5 ms, unless it is told to be handed on after less; at half a millisecond, threads that make and
    pack the pictures of several cards still stood still for a twentieth of the time. And where
    glibc allocates, it hands most of the 60 MB that a card took back to the system, and a fifth of
    the time goes into fetching and clearing that memory anew; up to 64 MB is kept instead. Other
    allocators needn't be told.
    """
    sys.setswitchinterval(_TURN_S)
    if platform.libc_ver()[0] != "glibc":
        return
    mallopt = ctypes.CDLL(None).mallopt
    mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)
    mallopt(_MMAP_THRESHOLD, _FROM_THE_HEAP_BYTES)
