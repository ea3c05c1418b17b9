"""``read_page``: from the bytes of a saved page to a captured page."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from claimcheck.capture.brand import choose_brand
from claimcheck.capture.currencies import currencies_of_place
from claimcheck.capture.deadline import Deadline
from claimcheck.capture.decoding import decode
from claimcheck.capture.description import choose_description
from claimcheck.capture.identifiers import choose_gtin, choose_sku
from claimcheck.capture.images import choose_images
from claimcheck.capture.items import Item, read_items
from claimcheck.capture.main_product import (
    Head,
    choose_product,
    product_name,
    read_head,
    set_apart,
)
from claimcheck.capture.maker import choose_seller
from claimcheck.capture.offers import in_whole_units, told_prices
from claimcheck.capture.page import CapturedPage
from claimcheck.capture.price import choose_price
from claimcheck.capture.promises import find_promises
from claimcheck.capture.scripts import read_scripts
from claimcheck.capture.seen_prices import is_article, seen_prices
from claimcheck.capture.state import product_of_state
from claimcheck.capture.tree import Page, parse, settle
from claimcheck.capture.unpack import unpack
from claimcheck.errors import ErrorKind, KnownError

_FIELDS = ("name", "brand", "price", "currency", "sku", "gtin", "seller", "description")

SECONDS = 5.0
"""After this a page is read no further; real ones take a tenth of a second."""


def read_page(
    data: bytes,
    url: str = "",
    name: str = "",
    seconds: float = SECONDS,
    beside: Collection[str] = (),
    charset: str = "",
) -> CapturedPage:
    """Read the product of a saved page: HTML, gzip-ed or not, MHTML or SingleFile.

    ``url`` is where it came from, when known; ``name`` the file's name, for errors; ``beside`` the
    files that a browser saved along with it, as the page names them (``Page_files/jar.jpg``);
    ``charset`` what its server said that it is written in.
    Nothing is fetched and no script runs. When ``seconds`` are over, what has been read is given
    and every field is unsure. Raises ``KnownError``: FILE_EMPTY, PAGE_DAMAGED, PAGE_TOO_LARGE, or
    PAGE_WITHOUT_PRODUCT when there is neither a name with a price nor a product in markup.
    """
    saved = unpack(data, name)
    deadline = Deadline(seconds)
    page = parse(decode(saved.html, saved.charset or charset), deadline)
    head = read_head(page, url or saved.url)
    settle(page, head.heading_at)
    items = read_items(page, deadline)
    product = choose_product(items, page, head)
    set_apart(items, product, page, head)
    embedded = dict(saved.embedded)
    at_hand = dict.fromkeys(beside, 0) | {url: len(picture) for url, picture in embedded.items()}
    is_guess = product is None
    if product is None:
        product = product_of_state(page, head, deadline)
    captured = _captured(page, head, items, product, embedded, at_hand, deadline)
    if is_guess and product is not None:
        captured = _with_unsure(captured, dict.fromkeys(_FIELDS, False), False)
    told = product is not None or "product" in head.first("og:type").lower()
    if not told and is_article(page, head):
        raise KnownError(ErrorKind.PAGE_WITHOUT_PRODUCT, name or "page")
    if not captured.name or not (told or captured.price is not None or captured.sku):
        raise KnownError(ErrorKind.PAGE_WITHOUT_PRODUCT, name or "page")
    return captured


def _captured(
    page: Page,
    head: Head,
    items: list[Item],
    product: Item | None,
    embedded: dict[str, bytes],
    at_hand: dict[str, int],
    deadline: Deadline,
) -> CapturedPage:
    places = currencies_of_place(head.url, head.languages)
    carried = read_scripts(page, deadline)
    told, seen = told_prices(product, items, head), seen_prices(page, head, deadline)
    told = in_whole_units(told, {price.amount for price in seen})
    price = choose_price(told, seen, carried.amounts(), places)
    brand = choose_brand(page, product, items, carried, head, deadline)
    sku = choose_sku(page, product, items, carried, head, deadline)
    gtin = choose_gtin(page, product, carried, head, deadline)
    seller = choose_seller(page, product, head, deadline)
    description = choose_description(page, product, head, deadline)
    title = product_name(product, head)
    images = choose_images(page, product, head, at_hand, deadline)
    sure = {
        "name": product is not None or bool(head.heading),
        "brand": brand.is_sure,
        "price": price.is_sure,
        "currency": bool(price.currency) and price.is_sure,
        "sku": sku.is_sure,
        "gtin": gtin.is_sure,
        "seller": seller.is_sure,
        "description": description.is_sure,
    }
    captured = CapturedPage(
        name=title[:300],
        brand=brand.value,
        price=price.amount,
        currency=price.currency if price.amount is not None else "",
        currency_text=price.sign if price.amount is not None else "",
        sku=sku.value,
        gtin=gtin.value,
        seller=seller.value,
        url=head.url,
        description=description.text,
        images=images,
        promises=find_promises(description.lines, title),
        embedded=MappingProxyType(
            {image.url: embedded[image.url] for image in images if image.url in embedded}
        ),
    )
    return _with_unsure(captured, sure, deadline.missed)


def _with_unsure(captured: CapturedPage, sure: dict[str, bool], is_cut_short: bool) -> CapturedPage:
    given = [name for name in sure if getattr(captured, name) not in {"", None}]
    unsure = tuple(name for name in given if is_cut_short or not sure[name])
    values = {name: getattr(captured, name) for name in CapturedPage.__slots__}
    return CapturedPage(**{**values, "unsure": unsure})
