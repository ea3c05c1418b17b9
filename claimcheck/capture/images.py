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
_MOST_ADDRESSES = 400
_META = (
    "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src",
)  # fmt: skip
_TOLD_BY_PRODUCT, _TOLD_BY_HEAD, _ENOUGH = 3.0, 2.5, 1.0
_SMALLEST_PX = 100
_LONGEST_SHAPE = 4  # times as long as wide: a banner
# Attributes that shops put addresses in, which their scripts show later or larger.
_CARRIER = re.compile(
    r"src|data-(?!.*set$).*(?:src|image|img|pic|photo|zoom|large|full|big|hires|original).*"
)
_LARGE = re.compile(r"zoom|large|full|big|hires")
_ADDRESS = re.compile(
    r"(?:https?:)?//|\.{0,2}/|\S{1,500}\.(?:jpe?g|png|webp|avif|gif)(?:$|\?)", re.I
)
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
# How shops tell the sizes of one picture apart that don't give both sides.
_SORT = re.compile(
    r"[_-](?:\d{2,4}[xX]N?|x\d{2,4})(?=[._@])|[@_-][234]x(?=\.)"
    r"|[-_](?:thumb|small|compact|medium|large|grande|master)(?=\.)"
)
_KIND = re.compile(r"\.(?:jpe?g|png|webp|avif)$", re.I)
_SAVED_BESIDE = re.compile(r"(?:\./)?[^/?#]{1,200}_files/")
"""Where browsers put the pictures of a page that is saved whole."""
_WIDTH_IN_QUERY = re.compile(
    r"[?&](?:w|wid|width|imwidth|sw)=(\d{2,4})(?!\d)|[/_,](?:w|width)[_-]?(\d{2,4})(?!\d)|(?:SX|SL|UX|SS|s-l)(\d{3,4})(?!\d)"
)


class _Found:
    """Pictures by address, each with the most that speaks for it being the product's."""

    def __init__(self, base: str, at_hand: Mapping[str, int]) -> None:
        self._base = base
        self._known = frozenset(at_hand)
        self.heavy = frozenset(url for url, size in at_hand.items() if size >= _HEAVY)
        """Addresses of pictures at hand that are no icons, by their bytes."""
        self._images: dict[str, tuple[float, PageImage]] = {}

    def add(self, url: str, width: int, height: int, weight: float) -> None:
        """Note a picture, unless its address or its shape says that it is none of a product."""
        address = _absolute(url, self._base, self._known)
        if not address or len(self._images) > _MOST_ADDRESSES:
            return
        if not (width or height):
            width, height = _told_size(address)
        longer, shorter = max(width, height), min(width or height, height or width)
        if 0 < longer < _SMALLEST_PX or longer > _LONGEST_SHAPE * shorter:
            return
        before = self._images.get(address)
        if before is None or weight > before[0] or width > before[1].width:
            best = max(weight, before[0] if before else 0.0)
            self._images[address] = (best, PageImage(address, width, height))

    def largest_first(self) -> list[PageImage]:
        """Those that enough speaks for."""
        kept = [image for weight, image in self._images.values() if weight >= _ENOUGH]
        return sorted(
            kept,
            key=lambda image: -(image.width or image.height) * max(image.height, image.width),
        )


def choose_images(
    page: Page, product: Item | None, head: Head, embedded: Mapping[str, int], deadline: Deadline
) -> tuple[PageImage, ...]:
    """Pictures that markup tells, and of the page itself those that stand like a gallery.

    ``embedded`` are the addresses of the pictures at hand, with their bytes (0 where unknown).
    """
    found = _Found(head.url, embedded)
    if product is not None:
        for url, width, height in _of_item(product):
            found.add(url, width, height, _TOLD_BY_PRODUCT)
    for name in _META:
        urls = head.meta.get(name, [])
        width = _pixels(head.first("og:image:width")) if len(urls) == 1 else 0
        for url in urls:
            found.add(url, width, 0, _TOLD_BY_HEAD)
    _from_page(page, head, found, deadline)
    return tuple(_one_of_each(found.largest_first())[:_MOST])


def _of_item(product: Item) -> Iterable[tuple[str, int, int]]:
    for value in product.props.get("image", []) + product.props.get("photo", []):
        if isinstance(value, Item):
            url = value.text("contenturl", "url", "@id")
            yield url, _pixels(value.text("width")), _pixels(value.text("height"))
        else:
            yield value, 0, 0


def _from_page(page: Page, head: Head, found: _Found, deadline: Deadline) -> None:
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
                found.add(href, 0, 0, weight)
            continue
        width, height = _pixels(element.get("width")), _pixels(element.get("height"))
        if shared := _SHARED.search(element.get("style") or ""):
            url = variables.get(shared[1], "")
            found.add(url, width, height, weight + _LARGE_BONUS * (url in found.heavy))
        if max(width, height) >= _LARGE_PX or element.get("src") in found.heavy:
            weight += _LARGE_BONUS
        for url, size in _of_set(element.get("srcset") or element.get("data-srcset") or ""):
            found.add(url, size, 0, weight)
        for name, url in element.items():
            if _CARRIER.fullmatch(name) and (name == "src" or _ADDRESS.match(url)):
                found.add(url, *((0, 0) if _LARGE.search(name) else (width, height)), weight)
        if dynamic := element.get("data-a-dynamic-image") or element.get("data-dynamic-images"):
            for url, sizes in _of_sizes(dynamic):
                found.add(url, *sizes, weight)


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
    # A kind of the picture beside it, or a link around a picture to itself at its largest.
    around = element.getparent() if element.tag == "source" else element
    shown = next(around.iter("img"), element) if around is not None else element
    alt = shown.get("alt") or shown.get("title") or ""
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
        or _SAVED_BESIDE.match(url)
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
    """Addresses and widths (0 where not told), those for the finest screens first."""
    found = re.findall(
        r"(\S{5,2000})(?:\s+(\d{1,5})w|\s+(\d(?:\.\d{1,3})?)x|)(?=[,\s]|$)", text[:20_000]
    )
    found.sort(key=lambda one: -float(one[2] or 1))
    return [(url.strip(","), int(width or 0)) for url, width, _ in found]


def _of_sizes(text: str) -> list[tuple[str, tuple[int, int]]]:
    """A JSON object of addresses to their width and height, as galleries carry it."""
    try:
        sizes = json.loads(text[:20_000])
        return [(url, (int(size[0]), int(size[1]))) for url, size in sizes.items()][:20]
    except (ValueError, RecursionError, TypeError, AttributeError, LookupError, OverflowError):
        return []


def _one_of_each(images: list[PageImage]) -> list[PageImage]:
    """Of one picture in several sizes only the largest; the sizes differ in the address only.

    A picture named as another but for "-440x294" is made from that other, which is larger.
    """
    kept: dict[str, PageImage] = {}
    for image in images:
        name = image.url.split("?")[0]
        key = _SIZE_IN_NAME.sub("", _WIDTH_IN_QUERY.sub("", name))
        key = _SORT.sub("", re.sub(r"\._[A-Za-z0-9,_-]+_\.", ".", key))
        bare = _KIND.sub("", key).rstrip("-_")
        is_original = key == image.url and not image.width
        if bare not in kept or (is_original and _SIZE_IN_NAME.search(kept[bare].url)):
            kept[bare] = image
    return list(kept.values())
