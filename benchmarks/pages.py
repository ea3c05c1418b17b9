"""Seventy real product pages, scored as the published Product Extraction Benchmark scores them.

``python benchmarks/pages.py [--errors] [FOLDER]`` prints F1 per field, ours beside extruct alone
and the published services, and seconds per page. A value counts when it is exactly one of those
listed (a price as a decimal number); a value where none is listed counts against precision. A
currency counts by its code, since the list gives the page's sign. FOLDER holds ``NAME.html.gz``
and ``ground-truth.json``; the default is ``../shared/data/pages``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from claimcheck.capture.currencies import SIGNS
from claimcheck.capture.reading import read_page
from claimcheck.errors import KnownError

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
FIELDS = ("price", "brand", "sku", "currency", "gtin")
PUBLISHED = {  # README of the benchmark, its 140 pages
    "Zyte (published, 140 pages)": {"price": 0.918, "sku": 0.841},
    "Diffbot (published, 140 pages)": {"price": 0.824, "sku": 0.765},
    "extruct (published, 140 pages)": {"price": 0.685, "sku": 0.537},
}
Values = dict[str, str | None]


def ours(data: bytes) -> Values:
    try:
        page = read_page(data)
    except KnownError:
        return {}
    price = None if page.price is None else str(page.price)
    values = {"price": price, "brand": page.brand, "sku": page.sku, "gtin": page.gtin}
    return {name: value or None for name, value in {**values, "currency": page.currency}.items()}


def extruct_alone(data: bytes) -> Values:
    """The first product in markup, as the benchmark's own baseline takes it."""
    import extruct  # noqa: PLC0415 - only for this comparison
    from price_parser import Price  # noqa: PLC0415

    text = gzip.decompress(data).decode("utf-8", "replace")
    found = extruct.extract(
        text, uniform=True, syntaxes=["microdata", "opengraph", "json-ld"], errors="ignore"
    )
    values: dict[str, Any] = {}
    for graph in found.get("opengraph", [])[:1]:
        plain = {key.lower(): value for key, value in graph.items()}
        values |= {
            "price": plain.get("og:price:amount") or plain.get("product:price:amount"),
            "currency": plain.get("og:price:currency") or plain.get("product:price:currency"),
            "sku": plain.get("product:sku"),
            "brand": plain.get("product:brand") or plain.get("og:brand"),
        }
    for syntax in ("json-ld", "microdata"):
        product: dict[str, Any] = next(
            (item for item in found.get(syntax, []) if "Product" in str(item.get("@type"))), {}
        )
        offers = product.get("offers") or {}
        offer = offers[0] if isinstance(offers, list) else offers
        brand = product.get("brand")
        fresh = {
            "price": offer.get("price") or offer.get("highPrice") or offer.get("lowPrice"),
            "currency": offer.get("priceCurrency"),
            "sku": product.get("sku") or product.get("productID"),
            "brand": brand.get("name") if isinstance(brand, dict) else brand,
            "gtin": product.get("gtin13"),
        }
        values |= {key: value for key, value in fresh.items() if value}
    amount = Price.fromstring(str(values.get("price") or "")).amount
    values["price"] = None if amount is None else str(amount)
    return {key: str(value) if value else None for key, value in values.items()}


def is_right(field: str, listed: Sequence[str], value: str) -> bool:
    if field == "price":
        return Decimal(value) in {Decimal(text.strip()) for text in listed}
    if field == "currency":
        codes = {code for text in listed for code in SIGNS.get(text.upper(), (text,))}
        return value in codes | set(listed)
    return value in listed


def counts(
    field: str, truth: Mapping[str, Any], found: Mapping[str, Values]
) -> tuple[int, int, int]:
    """Right, wrong or not listed, missed."""
    right = wrong = missed = 0
    for key, listed in truth.items():
        values, value = listed.get(field, []), found[key].get(field)
        hit = bool(value) and bool(values) and is_right(field, values, value or "")
        right += hit
        wrong += bool(value) and not hit
        missed += bool(values) and not hit
    return right, wrong, missed


def f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / max(1, 2 * right + wrong + missed)


def measure(
    read: Callable[[bytes], Values], pages: Mapping[str, bytes]
) -> tuple[dict[str, Values], list[float]]:
    found, seconds = {}, []
    for key, data in pages.items():
        start = time.perf_counter()
        found[key] = read(data)
        seconds.append(time.perf_counter() - start)
    return found, seconds


def row(name: str, scores: Mapping[str, float], seconds: Sequence[float] = ()) -> str:
    cells = "".join(
        f"{scores[field]:>10.3f}" if field in scores else f"{'–':>10}" for field in FIELDS
    )
    times = f"{statistics.median(seconds):>10.3f}{max(seconds):>10.3f}" if seconds else ""
    return f"{name:<34}{cells}{times}"


def show_errors(truth: Mapping[str, Any], found: Mapping[str, Values]) -> None:
    for field in FIELDS:
        for key, listed in truth.items():
            values, value = listed.get(field, []), found[key].get(field)
            if (value and not values) or (
                values and not (value and is_right(field, values, value))
            ):
                print(
                    f"{field:<9}{key[:8]}  listed {values!r}  found {value!r}  {listed['url'][:90]}"
                )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    arguments.add_argument("--errors", action="store_true", help="list what was read wrong")
    chosen = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    truth = json.loads((chosen.folder / "ground-truth.json").read_text("utf-8"))
    pages = {key: (chosen.folder / f"{key}.html.gz").read_bytes() for key in truth}
    head = "".join(f"{field:>10}" for field in FIELDS)
    print(f"{f'F1 on {len(pages)} pages':<34}{head}{'median s':>10}{'worst s':>10}")
    systems: dict[str, Callable[[bytes], Values]] = {"claimcheck": ours}
    try:
        import extruct  # noqa: F401, PLC0415

        systems["extruct alone"] = extruct_alone
    except ImportError:
        print("(extruct is not installed; its row is left out)")
    results = {}
    for name, read in systems.items():
        found, seconds = measure(read, pages)
        results[name] = found
        scores = {field: f1(*counts(field, truth, found)) for field in FIELDS}
        print(row(name, scores, seconds))
        listed_only = {
            key: {
                field: found[key].get(field) if truth[key].get(field) else None for field in FIELDS
            }
            for key in truth
        }
        print(
            row(
                "  where the list has a value",
                {field: f1(*counts(field, truth, listed_only)) for field in FIELDS},
            )
        )
    for name, scores in PUBLISHED.items():
        print(row(name, scores))
    if chosen.errors:
        show_errors(truth, results["claimcheck"])


if __name__ == "__main__":
    main()
