"""Which machines a page may be fetched from: those of the public internet, checked when connecting.

A name is resolved once and the connection made to the very address that was checked, so neither a
redirect nor a name that answers differently the second time (DNS rebinding) leads inside.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any

import httpcore

from claimcheck.errors import ErrorKind, KnownError

# An IPv4 address in their last 32 bits: RFC 6052, and the compatible ones of RFC 4291 (deprecated)
_IPV4_WITHIN = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")  # RFC 8215; Python before 3.13 takes it for global


def is_public(address: str) -> bool:
    """Whether an IP address is a machine of the public internet (IANA's special registries)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and any(ip in network for network in _IPV4_WITHIN):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local or ip in _LOCAL:
            return False
    return ip.is_global and not ip.is_multicast


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects to public addresses alone, and to nothing after its time is over.

    ``seconds`` is for everything together: a server that sends a byte now and then, in its
    headers or in what follows, gets no further than one that sends none.
    """

    def __init__(self, seconds: float, allow_private: bool = False) -> None:
        self._inner = httpcore.SyncBackend()
        self._allow_private = allow_private
        self._end = time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of ``host`` that answers; KnownError ADDRESS_PRIVATE."""
        refused: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in _addresses(host, port):
            if not self._allow_private and not is_public(address):
                raise KnownError(ErrorKind.ADDRESS_PRIVATE, address=host)
            try:
                stream = self._inner.connect_tcp(
                    address, port, _left(self._end, timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refused = error
            else:
                return _TimedStream(stream, self._end)
        raise refused


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends when the time for all of them is over."""

    def __init__(self, inner: httpcore.NetworkStream, end: float) -> None:
        self._inner, self._end = inner, end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._end, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._end, timeout)
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._end)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(end: float, timeout: float | None) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for the whole page is over")
    return left if timeout is None else min(left, timeout)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
