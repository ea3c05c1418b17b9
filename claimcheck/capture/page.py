"""What a captured product page gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture that the page shows of the product. Sizes are pixels, 0 where it says none."""

    url: str
    """Absolute where the page's address is known; ``embedded:…`` for one without an address."""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class CapturedPage:
    """One product page, read. A field that the page doesn't give is ``""`` or ``None``."""

    name: str = ""
    brand: str = ""
    price: Decimal | None = None
    currency: str = ""
    """ISO 4217 code."""
    currency_text: str = ""
    """The page's own sign, such as ``€`` or ``Lei``."""
    sku: str = ""
    gtin: str = ""
    """8, 12, 13 or 14 digits with a right check digit."""
    seller: str = ""
    url: str = ""
    """The canonical address, else the one that it was saved from."""
    description: str = ""
    """Plain text, one line per paragraph or bullet point."""
    images: tuple[PageImage, ...] = ()
    """The largest first."""
    promises: tuple[str, ...] = ()
    """Sentences and bullet points of the description in the page's own words."""
    unsure: tuple[str, ...] = ()
    """Names of the fields above that are suggestions."""
    embedded: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Picture bytes that the file itself holds, by the ``url`` of an image."""
