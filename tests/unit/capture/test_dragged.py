"""What browsers put in a drag, as they were seen to do it."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.capture.dragged import (
    ADDRESSES,
    CHROMIUM,
    DOWNLOAD,
    FORMATS,
    HTML,
    MOZILLA,
    TEXT,
    WINDOWS_HTML,
    Dragged,
    name_of_picture,
    read_dragged,
)

PICTURE, PAGE = "https://cdn.shop.example/i/jar.jpg?w=1200", "https://shop.example/p/jar"


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


CHROME_LINUX = {
    ADDRESSES: f"{PICTURE}\r\n".encode(),
    TEXT: PICTURE.encode(),
    MOZILLA: utf16(f"{PICTURE}\nJar"),
    HTML: f'<meta http-equiv="content-type" content="text/html; charset=utf-8">'
    f'<img src="{PICTURE}" alt="Jar">'.encode(),
    CHROMIUM: PAGE.encode(),
}
CHROME_LINKED = {
    ADDRESSES: f"{PAGE}\r\n".encode(),
    TEXT: PAGE.encode(),
    HTML: f'<a href="{PAGE}"><img src="{PICTURE}" class="tile"></a>'.encode(),
}
FIREFOX = {
    MOZILLA: utf16(f"{PICTURE}\njar.jpg"),
    ADDRESSES: PICTURE.encode(),
    HTML: utf16(f'<img src="{PICTURE}" alt="">'),
}
EDGE_WINDOWS = {
    HTML: f'<html><body><!--StartFragment--><img src="{PICTURE}"/><!--EndFragment-->'.encode(),
    WINDOWS_HTML: f"Version:0.9\r\nStartHTML:0\r\nSourceURL:{PAGE}\r\n<html>".encode(),
}
LAZY = {
    HTML: b'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" '
    b'srcset="/s/jar-400.webp 400w, /s/jar-1600.webp 1600w">',
    CHROMIUM: PAGE.encode(),
}


@pytest.mark.parametrize(
    ("formats", "picture", "page"),
    [
        (CHROME_LINUX, PICTURE, PAGE),
        (CHROME_LINKED, PICTURE, PAGE),
        (FIREFOX, PICTURE, ""),
        (EDGE_WINDOWS, PICTURE, PAGE),
        (LAZY, "https://shop.example/s/jar-1600.webp", PAGE),
        ({ADDRESSES: PICTURE.encode()}, PICTURE, ""),
    ],
)
def test_the_picture_and_the_page_it_stood_on(
    formats: dict[str, bytes], picture: str, page: str
) -> None:
    found = read_dragged(formats)
    assert (found.picture_url, found.page_url) == (picture, page)
    assert found.address == ""


def test_a_picture_that_the_page_held_itself() -> None:
    data = base64.b64encode(b"\x89PNG and more").decode()
    found = read_dragged(
        {HTML: f'<img src="data:image/png;base64,{data}">'.encode(), CHROMIUM: PAGE.encode()}
    )
    assert found == Dragged(picture=b"\x89PNG and more", page_url=PAGE)


@pytest.mark.parametrize(
    "formats",
    [{TEXT: f"  {PAGE}\n".encode()}, {ADDRESSES: f"# from a list\r\n{PAGE}".encode()}],
)
def test_an_address_alone(formats: dict[str, bytes]) -> None:
    assert read_dragged(formats) == Dragged(address=PAGE)


@pytest.mark.parametrize(
    "formats",
    [
        {},
        {TEXT: b"the jar, see https://shop.example/p/jar, was half empty"},
        {TEXT: b"https://one.example/\nhttps://two.example/"},
        {TEXT: b"javascript:alert(1)"},
        {TEXT: b"file:///etc/passwd"},
        {TEXT: b"https://"},
        {HTML: b"<p>words</p>"},
        {HTML: b'<img src="file:///etc/passwd">'},
        {HTML: b'<img src="a.jpg"><img src="b.jpg">'},
    ],
)
def test_nothing_to_take(formats: dict[str, bytes]) -> None:
    assert read_dragged(formats) == Dragged()


def test_an_article_with_a_picture_is_text() -> None:
    words = "word " * 100
    markup = f'<p>{words}</p><img src="{PICTURE}">'.encode()
    assert read_dragged({HTML: markup, TEXT: words.encode()}) == Dragged()


@given(st.dictionaries(st.sampled_from(FORMATS), st.binary(max_size=300)))
def test_nothing_breaks_it(formats: dict[str, bytes]) -> None:
    found = read_dragged(formats)
    for url in (found.picture_url, found.page_url, found.address):
        assert url == "" or url.lower().startswith(("http://", "https://"))


@given(st.text(max_size=80))
def test_no_markup_breaks_it(words: str) -> None:
    read_dragged({HTML: f"<img src={words}".encode("utf-8", "replace")})


def test_the_name_in_an_address() -> None:
    assert name_of_picture("https://x.example/a/caf%C3%A9%20jar.jpg?w=3") == "café jar.jpg"
    assert name_of_picture("https://x.example/") == ""


def test_a_picture_that_a_page_offers_for_saving() -> None:
    offered = f"image/jpeg:jar.jpg:{PICTURE}".encode()
    alone = read_dragged({DOWNLOAD: offered})
    assert (alone.picture_url, alone.page_url) == (PICTURE, "")
    linked = read_dragged({DOWNLOAD: offered, ADDRESSES: PAGE.encode(), CHROMIUM: PAGE.encode()})
    assert (linked.picture_url, linked.page_url) == (PICTURE, PAGE)
    for other in (b"application/pdf:a.pdf:https://a.example/a.pdf", b"image/png:x:file:///x", b":"):
        assert read_dragged({DOWNLOAD: other}) == Dragged()
