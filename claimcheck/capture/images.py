"""Pictures of the product, the largest first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from claimcheck.capture.deadline import Deadline
from claimcheck.capture.items import Item
from claimcheck.capture.main_product import Head, likeness
from claimcheck.capture.page import PageImage
from claimcheck.capture.tree import Page

_MOST = 40
_SMALLEST_PX = 100
_LONGEST_SHAPE = 4  # times as long as wide: a banner
_LAZY = (
    "src",
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-zoom-image",
    "data-large_image",
    "data-zoom",
    "data-image",
    "data-large",
    "data-full",
    "data-old-hires",
    "data-sf-original-src",
)
_LARGE = {
    "data-zoom-image",
    "data-large_image",
    "data-zoom",
    "data-large",
    "data-full",
    "data-old-hires",
}
_LARGE_PX = 300
_HEAVY = 15_000  # bytes
_LARGE_BONUS = 0.6
_SHARED = re.compile(r"var\((--sf-img-\d{1,5})\)")
_NAMED_ADDRESS = re.compile(r"(--sf-img-\d{1,5})\s*:\s*url\([\"']?(embedded:[\w.]{1,40})")
_GALLERY = re.compile(
    r"gallery|product[-_]?(?:image|img|photo|media|main)|main[-_]?image|zoom|hero|thumb|media|photo|image"
)
_NOT_PRODUCT = re.compile(
    r"logo|icon|sprite|badge|flag|payment|avatar|pixel|spacer|placeholder|rating|star|banner|blank|loading|transparent|facebook|visa|paypal",
    re.I,
)
_SIZE_IN_NAME = re.compile(r"(?<![\d.])(\d{2,4})[xX](\d{2,4})(?!\d)")
_WIDTH_IN_QUERY = re.compile(
    r"[?&](?:w|wid|width|imwidth|sw)=(\d{2,4})(?!\d)|[/_,](?:w|width)[_-]?(\d{2,4})(?!\d)|(?:SX|SL|UX|SS|s-l)(\d{3,4})(?!\d)"
)


def choose_images(
    page: Page, product: Item | None, head: Head, embedded: Mapping[str, int], deadline: Deadline
) -> tuple[PageImage, ...]:
    """Pictures that markup tells, and of the page itself those that stand like a gallery.

    ``embedded`` are the addresses of the pictures at hand, with their bytes (0 where unknown).
    """
    found: dict[str, tuple[float, PageImage]] = {}
    known = frozenset(embedded)

    def add(url: str, width: int, height: int, weight: float) -> None:
        address = _absolute(url, head.url, known)
        if not address or len(found) > 400:
            return
        width, height = (width, height) if width or height else _told_size(address)
        if 0 < max(width, height) < _SMALLEST_PX or max(width, height) > _LONGEST_SHAPE * min(
            width or height, height or width
        ):
            return
        before = found.get(address)
        if before is None or weight > before[0] or width > before[1].width:
            best = max(weight, before[0] if before else 0.0)
            found[address] = (best, PageImage(address, width, height))

    if product is not None:
        for url, width, height in _of_item(product):
            add(url, width, height, 3.0)
    for name in (
        "og:image",
        "og:image:url",
        "og:image:secure_url",
        "twitter:image",
        "twitter:image:src",
    ):
        for url in head.meta.get(name, ()):
            add(
                url,
                _pixels(head.first("og:image:width")) if len(head.meta.get(name, ())) == 1 else 0,
                0,
                2.5,
            )
    heavy = frozenset(url for url, size in embedded.items() if size >= _HEAVY)
    _from_page(page, head, add, heavy, deadline)
    kept = [image for weight, image in found.values() if weight >= 1.0]
    kept.sort(key=lambda image: -(image.width or image.height) * max(image.height, image.width))
    return tuple(_one_of_each(kept)[:_MOST])


def _of_item(product: Item) -> Iterable[tuple[str, int, int]]:
    for value in product.props.get("image", []) + product.props.get("photo", []):
        if isinstance(value, Item):
            url = value.text("contenturl", "url", "@id")
            yield url, _pixels(value.text("width")), _pixels(value.text("height"))
        else:
            yield value, 0, 0


def _from_page(
    page: Page, head: Head, add: object, heavy: frozenset[str], deadline: Deadline
) -> None:
    assert callable(add)
    variables = _variables(page)
    for index, element in deadline.within(enumerate(page.elements)):
        if element.tag not in {"img", "source", "a"} or (
            page.elsewhere[index] and element.tag != "img"
        ):
            continue
        weight = _gallery_weight(page, head, index)
        if element.tag == "a":
            href = element.get("href") or ""
            if weight >= 1.0 and re.search(r"\.(?:jpe?g|png|webp|avif)(?:$|\?)", href, re.I):
                add(href, 0, 0, weight)
            continue
        width, height = _pixels(element.get("width")), _pixels(element.get("height"))
        if shared := _SHARED.search(element.get("style") or ""):
            url = variables.get(shared[1], "")
            add(url, width, height, weight + _LARGE_BONUS * (url in heavy))
        if max(width, height) >= _LARGE_PX or element.get("src") in heavy:
            weight += _LARGE_BONUS
        for name in _LAZY:
            if url := element.get(name):
                add(url, *((0, 0) if name in _LARGE else (width, height)), weight)
        for url, size in _of_set(element.get("srcset") or element.get("data-srcset") or ""):
            add(url, size, 0, weight)
        if dynamic := element.get("data-a-dynamic-image") or element.get("data-dynamic-images"):
            for url, sizes in _of_sizes(dynamic):
                add(url, *sizes, weight)


def _variables(page: Page) -> dict[str, str]:
    """Addresses that SingleFile names once and shows in several places."""
    return {
        found[1]: found[2]
        for style in page.root.iter("style")
        for found in _NAMED_ADDRESS.finditer(style.text or "")
    }


def _gallery_weight(page: Page, head: Head, index: int) -> float:
    if page.unseen[index] == 1:
        return 0.0
    element, names = page.elements[index], page.names[index]
    alt = element.get("alt") or element.get("title") or ""
    weight = 1.0 * likeness(alt, head.heading or head.title) if alt else 0.0
    number = index
    for _ in range(5):
        if number >= 0 and _GALLERY.search(page.names[number]):
            weight += 0.4
            break
        number = page.parent[number] if number >= 0 else -1
    if _NOT_PRODUCT.search(f"{names} {alt} {element.get('src') or ''}"):
        weight -= 1.0
    if head.heading_at >= 0 and abs(page.at[index] - page.at[head.heading_at]) < 600:
        weight += 0.4
    return weight - 1.0 * page.elsewhere[index]


def _absolute(url: str, base: str, known: frozenset[str]) -> str:
    url = url.strip()
    for at_hand in (url, unquote(url.partition("?")[0]).removeprefix("./")):
        if at_hand in known:
            return at_hand
    if (
        not url
        or len(url) > 4000
        or url.startswith(("data:", "javascript:", "blob:", "about:", "embedded:"))
    ):
        return ""
    try:
        address = urljoin(base, url) if base else url
        parts = urlsplit(address)
        if address.startswith("//"):
            return "https:" + address
        path = parts.path.lower()
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https", "cid"} or path.endswith(
        (".svg", ".js", ".css", ".html")
    ):
        return ""
    return address if not _NOT_PRODUCT.search(path.rsplit("/", 1)[-1]) else ""


def _told_size(address: str) -> tuple[int, int]:
    if found := _SIZE_IN_NAME.search(address):
        return int(found[1]), int(found[2])
    if found := _WIDTH_IN_QUERY.search(address):
        return int(next(group for group in found.groups() if group)), 0
    return 0, 0


def _pixels(text: str | None) -> int:
    found = re.match(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$", text or "")
    return int(found[1]) if found else 0


def _of_set(text: str) -> list[tuple[str, int]]:
    found = re.findall(r"(\S{5,2000})\s+(\d{1,5})w", text[:20_000])
    return [(url.lstrip(","), int(width)) for url, width in found]


def _of_sizes(text: str) -> list[tuple[str, tuple[int, int]]]:
    """A JSON object of addresses to their width and height, as galleries carry it."""
    try:
        sizes = json.loads(text[:20_000])
        return [(url, (int(size[0]), int(size[1]))) for url, size in sizes.items()][:20]
    except (ValueError, RecursionError, TypeError, AttributeError, LookupError, OverflowError):
        return []


def _one_of_each(images: list[PageImage]) -> list[PageImage]:
    """Of one picture in several sizes only the largest; the sizes differ in the address only."""
    seen: set[str] = set()
    kept = []
    for image in images:
        key = _SIZE_IN_NAME.sub("", _WIDTH_IN_QUERY.sub("", image.url.split("?")[0]))
        key = re.sub(r"\._[A-Za-z0-9,_-]+_\.", ".", key)
        if key not in seen:
            seen.add(key)
            kept.append(image)
    return kept
