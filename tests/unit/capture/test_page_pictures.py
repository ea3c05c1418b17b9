"""How pages offer one picture in several sizes and kinds: each page an invented one."""

from __future__ import annotations

import pytest

from claimcheck.capture.reading import read_page


def pictures(gallery: str) -> list[str]:
    page = read_page(
        '<html><head><title>Oak Table</title><link rel="canonical" href="https://s.test/oak">'
        f'</head><body><h1>Oak Table</h1><b>€ 97</b><div class="gallery">{gallery}</div></body>'
        "</html>".encode()
    )
    return [image.url.removeprefix("https://s.test/") for image in page.images]


@pytest.mark.parametrize(
    ("gallery", "urls"),
    [
        (  # a width in the name only
            '<img alt="Oak Table" src="/oak_100x.jpg" srcset="/oak_200x.jpg 200w,/oak_2000x.jpg '
            '2000w"><img alt="Oak Table" src="/oak_grande.jpg">',
            ["oak_2000x.jpg"],
        ),
        (  # for finer screens
            '<img alt="Oak Table" src="/oak.jpg" srcset="/oak.jpg 1x, /oak@2x.jpg 2x">',
            ["oak@2x.jpg"],
        ),
        (  # commas in an address
            '<img alt="Oak Table" srcset="/w_200,h_100/a.jpg 200w, /w_900,h_450/b.jpg 900w">',
            ["w_900,h_450/b.jpg", "w_200,h_100/a.jpg"],
        ),
        (  # in several kinds
            '<picture><source srcset="/oak.webp" type="image/webp"><source srcset="/oak.jpg">'
            '<img alt="Oak Table" src="/oak.png"></picture>',
            ["oak.webp"],
        ),
        (  # for a program, under a name of the shop's own
            '<img alt="Oak Table" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" '
            'data-bigpic="//s.test/oak.jpg" data-image-id="40012345">',
            ["oak.jpg"],
        ),
        (  # the original is linked
            '<a href="/oak.jpg"><img alt="Oak Table" src="/oak-440x294.jpg" srcset="'
            '/oak-440x294.jpg 440w, /oak-300x200.jpg 300w"></a>',
            ["oak.jpg"],
        ),
        (  # saved whole by a browser, whose folder isn't at hand
            '<picture><source srcset="/oak-full.webp"><img alt="Oak Table" '
            'src="./Oak%20Table_files/0a1b.jpg"></picture>',
            ["oak-full.webp"],
        ),
        ('<img alt="Oak Table" src="/oak-1.jpg"><img alt="Oak Table" src="/oak-2.jpg">',
         ["oak-1.jpg", "oak-2.jpg"]),
    ],
)  # fmt: skip
def test_one_picture_counts_once_at_its_largest(gallery: str, urls: list[str]) -> None:
    assert pictures(gallery) == urls
