"""Where pages keep their description, and what around it is none: each page an invented one."""

from __future__ import annotations

import pytest

from claimcheck.capture.page import CapturedPage
from claimcheck.capture.reading import read_page


def read(body: str, head: str = "") -> CapturedPage:
    source = f"<html><head><title>Oak Table</title>{head}</head><body>{body}</body></html>"
    return read_page(source.encode())


def test_a_block_marked_as_the_description_need_not_repeat_the_head() -> None:
    page = read(
        '<main itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Oak Table</h1>'
        '<meta itemprop="description" content="A table that is given at weddings, handed down to '
        "children and grandchildren, and polished every spring by whoever happens to own it at the "
        'time of the first swallow."><b itemprop="price">€ 97</b>'
        '<div class="bottom description" itemprop="description"><p>[SOLID] Its top carries a '
        "grown horse.</p></div></main>"
    )
    assert "[SOLID] Its top carries a grown horse." in page.promises
    assert page.promises[0].startswith("A table that is given at weddings")


@pytest.mark.parametrize(
    "heads",
    [
        ("<dl><dt>{}</dt><dd>", "</dd>", "<dt>Shipping</dt><dd>", "</dd></dl>"),
        ("<details><summary>{}</summary>", "</details>", "<details>", "</details>"),
    ],
)
@pytest.mark.parametrize("heading", ["Overview", "Über dieses Produkt", "Sobre este producto"])
def test_an_accordion_holds_the_description(heads: tuple[str, ...], heading: str) -> None:
    opened, closed, opened_next, closed_next = heads
    page = read(
        f"<h1>Oak Table</h1><b>€ 97</b>{opened.format(heading)}<p>Stands on any floor for life.</p>"
        f"{closed}{opened_next}<p>The lorry comes on a Monday.</p>{closed_next}",
        '<meta name="description" content="We make tables.">',
    )
    assert page.promises == ("Stands on any floor for life.",)


@pytest.mark.parametrize(
    "line",
    [
        '<p class="error-block">Alas, we could not translate these lines for you.</p>',
        "<p>Not happy? Write to help@oak.test and we will see to it.</p>",
        "<p>Made to order and sent off in 2 to 6 business days.</p>",
        "<p>Lieferung in drei bis fünf Werktagen.</p>",
    ],
)
def test_what_in_a_description_is_not_about_the_product(line: str) -> None:
    page = read(
        f'<h1>Oak Table</h1><b>€ 97</b><div class="description">{line}'
        "<p>Stands on any floor for life.</p><p>Its top carries a grown horse.</p></div>"
    )
    assert page.promises == ("Stands on any floor for life.", "Its top carries a grown horse.")


@pytest.mark.parametrize(
    ("above", "brand"),
    [
        ("<ul><li><a href='/t'>Tables</a></li></ul>", ""),
        ("<ul><li>Home</li><li>Tables</li></ul>", ""),
        ("<a href='/acme'>Acme</a>", "Acme"),
    ],
)
def test_the_last_of_a_list_above_the_heading_is_no_brand(above: str, brand: str) -> None:
    menu = "<nav><a href='/t'>Tables</a><a href='/acme'>Acme</a></nav>"
    foot = "<p>More in <a href='/t'>Tables</a> by <a href='/acme'>Acme</a></p>"
    assert read(f"{menu}<div>{above}<h1>Oak Table</h1></div><b>€ 97</b>{foot}").brand == brand
