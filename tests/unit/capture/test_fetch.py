"""Fetching from a real server on this machine: honest, slow, lying, huge, and turned inward."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from claimcheck.capture import addresses
from claimcheck.capture.addresses import is_public
from claimcheck.capture.fetch import Fetched, clean_url, fetch
from claimcheck.capture.reading import read_page
from claimcheck.errors import Cancelled, ErrorKind, KnownError
from tests.helpers.web import Conversation, Web, serving
from tests.helpers.web_pages import JSON_LD

PAGE = b"<html><h1>Gummies</h1>" + b"<p>Longer, thicker hair in four weeks.</p>" * 50


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made


def get(web: Web, path: str, seconds: float = 5.0, bytes_at_most: int = 2_000_000) -> Fetched:
    return fetch(web.url(path), allow_private=True, seconds=seconds, bytes_at_most=bytes_at_most)


def refused(web: Web, path: str, seconds: float = 5.0) -> ErrorKind:
    with pytest.raises(KnownError) as caught:
        get(web, path, seconds)
    assert web.url(path) in str(caught.value) or caught.value.file is not None
    return caught.value.kind


def test_a_page_comes_with_its_headers_and_no_cookie(web: Web) -> None:
    web.page("/p", PAGE, "Content-Type: text/html; charset=utf-8", "Set-Cookie: id=1")
    fetched = get(web, "/p")
    assert (fetched.content, fetched.status, fetched.hops) == (PAGE, 200, ())
    assert fetched.header("content-type") == "text/html; charset=utf-8"
    assert fetched.url == web.url("/p")
    get(web, "/p")
    assert not any("cookie" in head.lower() for head in web.requests)


def test_redirects_are_followed_and_told(web: Web) -> None:
    web.page("/a", b"", "Location: /b?x=1", "Set-Cookie: id=1", status="302 Found")
    web.page("/b?x=1", b"", f"Location: {web.url('/c')}", status="308 Permanent")
    web.page("/c", PAGE)
    fetched = get(web, "/a")
    assert fetched.hops == (web.url("/b?x=1"), web.url("/c"))
    assert (fetched.asked, fetched.url) == (web.url("/a"), web.url("/c"))
    assert not any("cookie" in head.lower() for head in web.requests)


def test_a_redirect_that_goes_round_ends(web: Web) -> None:
    web.page("/a", b"", "Location: /a", status="302 Found")
    assert refused(web, "/a") is ErrorKind.PAGE_UNREACHABLE


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://x.org/", "javascript:alert(1)", "data:text/html,x"]
)
def test_a_redirect_to_something_else_is_refused(web: Web, to: str) -> None:
    web.page("/a", b"", f"Location: {to}", status="302 Found")
    with pytest.raises(KnownError) as caught:
        get(web, "/a")
    assert caught.value.kind is ErrorKind.ADDRESS_INVALID


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "172.20.0.1", "169.254.169.254", "0.0.0.0",
     "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1", "::",
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "nonsense",
     "::127.0.0.1", "::10.0.0.1", "fec0::1", "64:ff9b:1::1", "::ffff:a9fe:a9fe", "100::1",
     "2001:0:53aa:64c:0:0:80ff:fffe", "192.0.2.1", "198.18.0.1"],
)  # fmt: skip
def test_addresses_of_the_users_own_network(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::808:808"])
def test_addresses_of_the_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "0177.0.0.1", "127.1", "0",
     "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]", "①②⑦.⓪.⓪.①", "127。0。0。1"],
)  # fmt: skip
def test_the_own_network_is_not_opened(web: Web, host: str) -> None:
    web.page("/p", PAGE)
    with pytest.raises(KnownError) as caught:
        fetch(f"http://{host}:{web.port}/p")
    assert caught.value.kind in {ErrorKind.ADDRESS_PRIVATE, ErrorKind.PAGE_UNREACHABLE}
    assert web.requests == []


def test_a_redirect_does_not_lead_inside(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here, the one it leads to is this machine under its name."""
    web.page("/a", b"", f"Location: http://localhost:{web.port}/secret", status="302 Found")
    web.page("/secret", PAGE)
    monkeypatch.setattr(addresses, "_addresses", lambda _host, _port: ["127.0.0.1"])
    answers = iter([True, False])
    monkeypatch.setattr(addresses, "is_public", lambda _: next(answers))
    with pytest.raises(KnownError) as caught:
        fetch(f"http://shop.example:{web.port}/a")
    assert caught.value.kind is ErrorKind.ADDRESS_PRIVATE
    assert len(web.requests) == 1


def test_it_connects_to_the_address_that_was_checked(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is asked for once: a second answer could be another one."""
    web.page("/p", PAGE)
    asked: list[str] = []

    def answer(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    monkeypatch.setattr(addresses, "_addresses", answer)
    fetch(f"http://shop.example:{web.port}/p", allow_private=True)
    assert asked == ["shop.example"]


@pytest.mark.parametrize("to", ["http://user:pw@127.0.0.1/", "//user@127.0.0.1/"])
def test_a_redirect_with_a_user_in_it_is_refused(web: Web, to: str) -> None:
    web.page("/a", b"", f"Location: {to}", status="302 Found")
    with pytest.raises(KnownError) as caught:
        get(web, "/a")
    assert caught.value.kind is ErrorKind.ADDRESS_INVALID


def test_each_redirect_is_checked_also_on_a_connection_that_is_open(web: Web) -> None:
    web.page("/a", b"", "Location: http://0177.0.0.1:1/", status="302 Found")
    with pytest.raises(KnownError) as caught:
        fetch(web.url("/a"))
    assert caught.value.kind is ErrorKind.ADDRESS_PRIVATE
    assert web.requests == []


def test_a_name_with_one_address_inside_is_refused_whole(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public address that doesn't answer must not lead on to a private one that does."""
    web.page("/p", PAGE)
    monkeypatch.setattr(addresses, "_addresses", lambda _host, _port: ["127.0.0.2", "127.0.0.1"])
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.2")
    with pytest.raises(KnownError) as caught:
        fetch(f"http://shop.example:{web.port}/p", seconds=5)
    assert caught.value.kind is ErrorKind.ADDRESS_PRIVATE
    assert web.requests == []


def test_a_long_chain_of_redirects_ends(web: Web) -> None:
    for number in range(60):
        web.page(f"/{number}", b"", f"Location: /{number + 1}", status="302 Found")
    assert refused(web, "/0") is ErrorKind.PAGE_UNREACHABLE
    assert len(web.requests) < 12


def _endless_head(connection: socket.socket, _path: str) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(10**9):
        connection.sendall(f"X-{number}: {'x' * 1000}\r\n".encode() * 20)


def _endless_continue(connection: socket.socket, _path: str) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.001)


def _endless_chunk_sizes(connection: socket.socket, _path: str) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"0" * 65536)


def _endless_chunks(connection: socket.socket, _path: str) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"ffff\r\n" + b"x" * 65535 + b"\r\n")


def _endless_trailer(connection: socket.socket, _path: str) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
    while True:
        connection.sendall(b"X-More: x\r\n" * 500)


@pytest.mark.parametrize(
    ("conversation", "kinds"),
    [
        (_endless_head, {ErrorKind.PAGE_UNREACHABLE}),
        (_endless_continue, {ErrorKind.PAGE_SLOW, ErrorKind.PAGE_UNREACHABLE}),
        (_endless_chunk_sizes, {ErrorKind.PAGE_UNREACHABLE, ErrorKind.PAGE_SLOW}),
        (_endless_chunks, {ErrorKind.PAGE_TOO_LARGE}),
        (_endless_trailer, {ErrorKind.PAGE_UNREACHABLE}),
    ],
)
def test_what_never_ends_is_left_and_fills_no_memory(
    web: Web, conversation: Conversation, kinds: set[ErrorKind]
) -> None:
    web.answers["/p"] = conversation
    tracemalloc.start()
    try:
        assert refused(web, "/p", seconds=3) in kinds
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["br", "zstd", "gzip, gzip", "x" * 500])
def test_an_encoding_that_nobody_asked_for(web: Web, name: str) -> None:
    web.page("/packed", b"\x0b\x02\x80packed somehow\x03", f"Content-Encoding: {name}")
    assert refused(web, "/packed") is ErrorKind.PAGE_UNREACHABLE
    web.page("/plain", PAGE, f"Content-Encoding: {name}")
    assert get(web, "/plain").content == PAGE


def test_what_the_server_says_of_its_letters(web: Web) -> None:
    russian = JSON_LD.replace(b"Rosy Hair Gummies", "Мармелад для волос".encode("cp1251"))
    web.page("/p", russian, "Content-Type: text/html; charset=windows-1251")
    fetched = get(web, "/p")
    page = read_page(fetched.content, charset=fetched.charset)
    assert "Мармелад для волос" in page.name
    web.page("/lie", JSON_LD, "Content-Type: text/html; charset=utf-7")
    fetched = get(web, "/lie")
    assert read_page(fetched.content, charset=fetched.charset).name == "Rosy Hair Gummies"


def _slow_head(connection: socket.socket, _path: str) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Filler: " + b"x" * 500:
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def _slow_body(connection: socket.socket, _path: str) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(500):
        connection.sendall(b"x")
        time.sleep(0.05)


def _silence(connection: socket.socket, _path: str) -> None:
    time.sleep(20)


@pytest.mark.parametrize("conversation", [_slow_head, _slow_body, _silence])
def test_a_server_that_stalls_is_left(web: Web, conversation: object) -> None:
    web.answers["/p"] = conversation  # type: ignore[assignment]
    start = time.monotonic()
    assert refused(web, "/p", seconds=0.6) is ErrorKind.PAGE_SLOW
    assert time.monotonic() - start < 3


def _endless(connection: socket.socket, _path: str) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
    while True:
        connection.sendall(b"<p>more</p>" * 5000)


def test_gigabytes_are_cut_off(web: Web) -> None:
    web.answers["/p"] = _endless
    assert refused(web, "/p") is ErrorKind.PAGE_TOO_LARGE


@pytest.mark.parametrize("fold", [gzip.compress, zlib.compress])
def test_what_is_compressed_is_unfolded(web: Web, fold: object) -> None:
    name = "gzip" if fold is gzip.compress else "deflate"
    web.page("/p", fold(PAGE), f"Content-Encoding: {name}")  # type: ignore[operator]
    assert get(web, "/p").content == PAGE


def test_a_gzip_bomb_fills_no_memory(web: Web) -> None:
    folding = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    bomb = b"".join(folding.compress(bytes(1 << 20)) for _ in range(512)) + folding.flush()
    web.page("/p", bomb, "Content-Encoding: gzip")
    tracemalloc.start()
    try:
        assert refused(web, "/p") is ErrorKind.PAGE_TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


def test_a_length_that_is_a_lie(web: Web) -> None:
    web.answers["/long"] = b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + PAGE[:100]
    assert refused(web, "/long") is ErrorKind.PAGE_UNREACHABLE
    web.answers["/short"] = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + PAGE
    assert get(web, "/short").content == PAGE[:20]
    web.answers["/none"] = b"nothing of HTTP"
    assert refused(web, "/none") is ErrorKind.PAGE_UNREACHABLE


def test_a_type_that_is_a_lie(web: Web) -> None:
    web.page("/p", b"\xff\xd8\xff\xe0" + bytes(200), "Content-Type: text/html")
    assert get(web, "/p").is_picture
    web.page("/q", PAGE, "Content-Type: image/png")
    assert not get(web, "/q").is_picture


@pytest.mark.parametrize(
    ("status", "content", "kind"),
    [
        ("403 Forbidden", b"no", ErrorKind.PAGE_BLOCKED),
        ("429 Too Many", b"", ErrorKind.PAGE_BLOCKED),
        ("503 Busy", b"", ErrorKind.PAGE_BLOCKED),
        ("200 OK", b"<title>Just a moment...</title>", ErrorKind.PAGE_BLOCKED),
        ("404 Not Found", b"gone", ErrorKind.PAGE_MISSING),
        ("500 Oops", b"oops", ErrorKind.PAGE_MISSING),
        ("200 OK", b"", ErrorKind.PAGE_UNREACHABLE),
    ],
)  # fmt: skip
def test_what_a_shop_says_instead(web: Web, status: str, content: bytes, kind: ErrorKind) -> None:
    web.page("/p", content, status=status)
    assert refused(web, "/p") is kind


def test_a_small_shop_with_a_captcha_in_its_form_is_no_wall(web: Web) -> None:
    guarded = JSON_LD.replace(
        b"</body>",
        b'<script src="https://www.google.com/recaptcha/api.js"></script>'
        b"<noscript>Enable JavaScript</noscript>"
        b'<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script></body>',
    )
    web.page("/p", guarded)
    assert fetch(web.url("/p"), allow_private=True).content == guarded


def test_nobody_there(web: Web) -> None:
    web.close()
    assert refused(web, "/p") is ErrorKind.PAGE_UNREACHABLE
    with pytest.raises(KnownError) as caught:
        fetch("https://does-not-exist.invalid/")
    assert caught.value.kind is ErrorKind.PAGE_UNREACHABLE


def test_cancelling_closes_the_connection(web: Web) -> None:
    web.answers["/p"] = _endless

    def stop(done: int, _total: int, _what: str) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch(web.url("/p"), allow_private=True, progress=stop)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("shop.example/p 1", "https://shop.example/p%201"),
        (" HTTPS://Shop.example ", "https://shop.example/"),
        ("https://bücher.example/ß?q=ü#top", "https://xn--bcher-kva.example/%C3%9F?q=%C3%BC"),
        ("http://[2606:2800:220:1::1]:8080/", "http://[2606:2800:220:1::1]:8080/"),
        ("https://a.example/%20x?a=b%26c", "https://a.example/%20x?a=b%26c"),
    ],
)
def test_addresses_are_made_plain(text: str, url: str) -> None:
    assert clean_url(text) == url


@pytest.mark.parametrize(
    "text", ["", "nothing", "file:///etc/passwd", "https://", "https://user:pw@shop.example/",
             "http://shop.example:99999/", "https://" + "a" * 70 + ".example/", "gopher://x.example"],
)  # fmt: skip
def test_no_web_address(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        clean_url(text)
    assert caught.value.kind is ErrorKind.ADDRESS_INVALID
