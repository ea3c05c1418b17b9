"""An eighth of a JPEG from the means of its 8 by 8 blocks, in little over half a decoder's time.

A decoder that is asked for an eighth works out the same means, but reads every coefficient on its
way; here they are passed over several at once (``block_means.wat``). What that can't read, and what
isn't whole to its end, is left to the decoder, which can also tell what is the matter.
The scan runs in WebAssembly: compiled, yet unable to touch anything but memory of its own.
"""

from __future__ import annotations

import ctypes
import logging
import struct
import threading
from functools import lru_cache
from importlib import resources
from typing import Any

from PIL import Image

from claimcheck.imaging.jpeg_header import Component, OtherJpegError, Scan, read_header

log = logging.getLogger(__name__)

RESERVED_BYTES = 4352 << 20
"""Of address space, hardly any of it memory: what is around a scan's own is out of its bounds."""

_END_OF_IMAGE = b"\xff\xd9"
_ENTRY = struct.Struct("<8I")  # of the plan
_CODES_BYTES = 2 << 16
_LOOKS_BYTES = 2 << 14
_PAGE = 1 << 16
_NEAREST = Image.Resampling.NEAREST  # a mean is of all that is there
_MARGIN = 512
"""Bytes around the bits: that a block ran over their end is noticed after it, and it is shorter."""


def block_means(data: bytes) -> Image.Image | None:
    """A JPEG at an eighth of its size (rounded up), not turned, of mode ``RGB`` or ``L``.

    ``None`` unless it is whole, of the usual build (see ``jpeg_header``) and below some 18 MB.
    """
    try:
        scan = read_header(data)
    except OtherJpegError:
        return None
    sandbox = _sandbox()
    return None if sandbox is None else sandbox.means(data, scan)


def get_ready() -> bool:
    """Get ready in this process, which takes ``RESERVED_BYTES``; whether that is possible."""
    return _sandbox() is not None


@lru_cache(maxsize=1)
def _sandbox() -> _Sandbox | None:
    try:
        return _Sandbox()
    except Exception as error:  # no machine that it knows, or a limit on address space
        log.info("JPEGs are left to the decoder: %s", error)
        return None


class _Sandbox:
    """The compiled scan and its memory, which is filled from the bottom for each picture."""

    def __init__(self) -> None:
        import wasmtime  # noqa: PLC0415 - 30 ms, which only who looks at JPEGs has to spend

        config = wasmtime.Config()
        config.parallel_compilation = False  # its threads would outlive it
        engine = wasmtime.Engine(config)
        source = resources.files(__package__).joinpath("block_means.wat").read_text("utf-8")
        self._store = wasmtime.Store(engine)
        module = wasmtime.Module(engine, source)
        self._exports = wasmtime.Instance(self._store, module, []).exports(self._store)
        self._memory: Any = self._exports["memory"]
        self._problems = (OtherJpegError, wasmtime.WasmtimeError, wasmtime.Trap)
        self._filled = 0
        self._lock = threading.Lock()

    def means(self, data: bytes, scan: Scan) -> Image.Image | None:
        """See ``block_means``; any thread."""
        with self._lock:
            try:
                return self._means(data, scan)
            except self._problems:  # not what it should be, out of bounds, too large
                return None

    def _means(self, data: bytes, scan: Scan) -> Image.Image:
        self._filled = 0
        file = self._put(data)
        end = self._room(len(data) + 2 * _MARGIN) + len(data) + _MARGIN
        size, stop = self._run("unstuff", file + scan.begins, file + len(data), end)
        if not data.startswith(_END_OF_IMAGE, stop - file):
            raise OtherJpegError
        columns = -(-scan.width // (8 * scan.components[0].across))
        rows = -(-scan.height // (8 * scan.components[0].down))
        planes = [self._room(columns * rows * one.across * one.down) for one in scan.components]
        plan = self._put(self._plan(scan.components, planes, columns))
        left = self._run("means", end, size, plan, self._filled, columns, rows)
        if not 0 <= left < 8:  # the last byte is filled up
            raise OtherJpegError
        return self._image(scan, planes, columns)

    def _plan(self, components: tuple[Component, ...], planes: list[int], columns: int) -> bytes:
        """An entry for each block of an MCU, in the order in which they come."""
        entries = []
        tables: dict[bytes, int] = {}
        for one, plane in zip(components, planes, strict=True):
            for table in (one.firsts, one.others):
                if table not in tables:
                    tables[table] = self._codes(table)
            looks = self._room(_LOOKS_BYTES)
            self._run("looks", tables[one.others], looks)
            before = self._put(bytes(4))
            row = columns * one.across
            entries += [
                _ENTRY.pack(
                    tables[one.firsts],
                    tables[one.others],
                    looks,
                    before,
                    one.quantisation,
                    plane + down * row + across,
                    one.across,
                    (one.down - 1) * row,
                )
                for down in range(one.down)
                for across in range(one.across)
            ]
        return b"".join(entries)

    def _codes(self, table: bytes) -> int:
        """Where the codes of a Huffman table are, for any 16 bits."""
        codes = self._room(_CODES_BYTES)
        if not self._run("codes", self._put(table), codes):
            raise OtherJpegError
        return codes

    def _image(self, scan: Scan, planes: list[int], columns: int) -> Image.Image:
        """What the planes hold, without what is there to fill up an MCU; colours put together."""
        size = -(-scan.width // 8), -(-scan.height // 8)
        most = scan.components[0]
        parts = []
        for one, plane in zip(scan.components, planes, strict=True):
            across, down = most.across // one.across, most.down // one.down
            width, height = -(-size[0] // across), -(-size[1] // down)
            row = columns * one.across
            pixels = ctypes.string_at(self._address(plane), row * height)
            grey = Image.frombytes("L", (width, height), pixels, "raw", "L", row)
            if (across, down) != (1, 1):
                grey = grey.resize((width * across, height * down), _NEAREST)
                grey = grey.crop((0, 0, *size))
            parts.append(grey)
        return parts[0] if len(parts) == 1 else Image.merge("YCbCr", parts).convert("RGB")

    def _put(self, data: bytes) -> int:
        """Where a copy of ``data`` is."""
        at = self._room(len(data))
        ctypes.memmove(self._address(at), data, len(data))
        return at

    def _room(self, size: int) -> int:
        """Where there are ``size`` bytes that nothing else has."""
        at = self._filled
        self._filled += size
        short = self._filled - self._memory.data_len(self._store)
        if short > 0:
            self._memory.grow(self._store, -(-short // _PAGE))
        return at

    def _address(self, at: int) -> int:
        return ctypes.addressof(self._memory.data_ptr(self._store).contents) + at

    def _run(self, name: str, *arguments: int) -> Any:
        return self._exports[name](self._store, *arguments)  # type: ignore[operator]
