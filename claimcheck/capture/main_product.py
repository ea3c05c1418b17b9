"""Which product on the page is the main one: what its title, heading and address speak of."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from claimcheck.capture.items import Item
from claimcheck.capture.tree import EDGE, Page

_PRODUCTS = (
    "product", "productmodel", "productgroup", "individualproduct", "someproducts", "vehicle",
    "car", "book", "softwareapplication", "event", "course", "movie", "musicalbum",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that write words without spaces between them."""

_ENTITY = re.compile(r"&#?\w{2,10};")
_SEPARATORS = re.compile(r"\s+[-–—|:·•»«]+\s+|[｜|]")
# A list of other things: inside one of these a product isn't the main one.
_LISTED = {
    "isrelatedto", "issimilarto", "isaccessoryorsparepartfor", "isconsumablefor", "itemlistelement",
    "related", "itemoffered", "model", "hasvariant",
}  # fmt: skip


# Languages with a script of their own; Japanese has Chinese letters too.
_SCRIPTS = (
    ("ja", "[\u3041-\u30fa]"), ("ko", "[\uac00-\ud7a3]"), ("zh", "[\u4e00-\u9fff]"),
    ("th", "[\u0e01-\u0e4e]"), ("he", "[\u05d0-\u05ea]"), ("el", "[\u03b1-\u03c9]"),
)  # fmt: skip


@dataclass
class Head:
    """What the page calls itself."""

    url: str = ""
    title: str = ""
    og_title: str = ""
    heading: str = ""
    heading_at: int = -1
    """Number of the heading's element, -1 when there is none."""
    meta: dict[str, list[str]] = field(default_factory=dict)
    """Texts of meta elements by property or name, in lower case."""
    languages: tuple[str, ...] = ()

    def first(self, *names: str) -> str:
        """The first meta text under any of ``names``, "" when there is none."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), "")


def read_head(page: Page, url: str) -> Head:
    """Title, heading, meta elements and address."""
    meta: dict[str, list[str]] = {}
    for element in page.root.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        if value := (element.get("content") or "").strip():
            meta.setdefault(name.strip().lower(), []).append(value[:5000])
    head = Head(meta=meta)
    head.url = _canonical(page, head, url)
    titles = [
        element
        for element in page.root.iter("title")
        if element.getparent() is not None and element.getparent().tag != "svg"
    ]
    head.title = " ".join((titles[0].text or "").split())[:500] if titles else ""
    head.og_title = head.first("og:title", "twitter:title")
    head.languages = (
        tuple(
            text
            for text in (page.root.get("lang"), head.first("og:locale", "content-language"))
            if text
        )
        or tuple(name for name, script in _SCRIPTS if re.search(script + "{2}", head.title))[:1]
    )
    head.heading_at = _heading(page, head)
    if head.heading_at >= 0:
        head.heading = page.text(head.heading_at) or page.long_text(head.heading_at)
    return head


def _canonical(page: Page, head: Head, url: str) -> str:
    """The page's own address when it gives an absolute one, made so with ``url`` otherwise."""
    links = [
        element.get("href") or ""
        for element in page.root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for link in (*links, head.first("og:url")):
        try:
            joined = urljoin(url, link.strip()) if url else link.strip()
            parts = urlsplit(joined)
            if parts.scheme in {"http", "https"} and parts.hostname and len(parts.path) > 1:
                return joined
        except ValueError:
            continue
    return url


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(
        word for word in _WORD.findall(text.lower()) if len(word) > 1 or word.isdigit()
    )


def likeness(one: str, other: str) -> float:
    """0 to 1: how much of the shorter text's words stand in the other too."""
    ours, theirs = words_of(one), words_of(other)
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / min(len(ours), len(theirs))


def _heading(page: Page, head: Head) -> int:
    """The element that names the product: a heading that the page's titles repeat."""
    titles = f"{head.title} {head.og_title}"
    parts = _title_parts(head)
    best, best_score = -1, 0.5
    for index, element in enumerate(page.elements):
        level = {"h1": 2.0, "h2": 0.8, "h3": 0.3}.get(element.tag, 0.0)
        if re.search(
            r"(?:product|item|listing)[-_]{0,2}(?:title|name)|producttitle", page.names[index]
        ):
            level = max(level, 1.0)
        if parts and page.short[index] and page.text(index).lower() in parts:
            level = max(level, 1.2)
        if not level or page.unseen[index] == 1 or _is_inside(page, index, "breadcrumb", 6):
            continue
        text = page.text(index) or page.long_text(index)
        if not words_of(text):
            continue
        if level < 2 and likeness(text, titles) < 0.6:
            continue
        score = level + 3 * likeness(text, titles) * min(1.0, len(words_of(text)) / 3)
        score -= 0.6 * bool(page.unseen[index]) + index / len(page.elements) * 0.5
        score -= 1.5 * _is_inside(page, index, "logo", 3)  # shops make their own name a heading too
        if score > best_score:
            best, best_score = index, score
    return best


def _is_inside(page: Page, index: int, name: str, levels: int) -> bool:
    """Whether the element, or one of so many around it, has ``name`` in its names."""
    for _ in range(levels):
        if index < 0:
            return False
        if name in page.names[index]:
            return True
        index = page.parent[index]
    return False


def _title_parts(head: Head) -> set[str]:
    """What stands first in the titles before "| Shop", and the whole titles, in lower case."""
    return {
        " ".join(part.lower().split())
        for title in (head.og_title, head.title)
        for part in (_SEPARATORS.split(title)[0], title)
        if len(part) >= 5
    }


def choose_product(items: list[Item], page: Page, head: Head) -> Item | None:
    """The item that is the page's own product, None when no item is or none fits its title."""
    products = [
        item
        for item in items
        if item.is_a(*_PRODUCTS) and (item.props.get("name") or item.props.get("offers"))
    ]
    scored = [(_fit(item, page, head), -item.order, count) for count, item in enumerate(products)]
    if not scored:
        return None
    score, _, count = max(scored)
    return products[count] if score > 0 else None


def set_apart(items: list[Item], product: Item | None, page: Page, head: Head) -> None:
    """Note that what stands in another product's markup is that one's: its price, its number."""
    for item in items:
        name, start = item.text("name"), item.order
        if item is product or not item.inline or not item.is_a("product") or not name:
            continue
        end = page.last[start]
        is_around = start <= head.heading_at <= end or (product and start <= product.order <= end)
        if not is_around and head.heading and likeness(name, head.heading) < 1.0:
            page.elsewhere[start : end + 1] = b"\1" * (end + 1 - start)


def _fit(item: Item, page: Page, head: Head) -> float:
    name = item.text("name")
    titles = (head.heading, head.og_title, head.title)
    score = (
        3 * max((likeness(name, title) for title in titles if title), default=0.3) if name else 1.0
    )
    score += 1.0 * bool(item.props.get("offers")) + 0.3 * bool(item.props.get("sku"))
    score += 1.5 * any(
        same_page(url, head.url) for url in item.texts("url", "@id", "mainentityofpage")
    )
    if item.inline and page.elsewhere[item.order]:
        score -= 2
    if item.inline and _is_other_model(name, head.heading):
        score -= 4
    above: Item | None = item
    for _ in range(8):
        if above is None:
            break
        if above.role in _LISTED or above.is_a("itemlist"):
            score -= 2.5
            break
        above = above.above
    return score - 0.5 * (not any(title for title in titles))


def _is_other_model(one: str, other: str) -> bool:
    """Whether both have numbers or model codes, and no two of them are alike."""
    ours, theirs = (
        {word for word in words_of(text) if any(character.isdigit() for character in word)}
        for text in (one, other)
    )
    if not ours or not theirs:
        return False
    return not any(code in model or model in code for code in ours for model in theirs)


def same_page(url: str, canonical: str) -> bool:
    """Whether two addresses have the same path, whatever their host's prefix and query."""
    try:
        one, other = urlsplit(url), urlsplit(canonical)
    except ValueError:
        return False
    path = unquote(one.path).rstrip("/").lower()
    return len(path) > 1 and path == unquote(other.path).rstrip("/").lower()


def product_name(product: Item | None, head: Head) -> str:
    """What the product is called: by its markup, its heading or the page's title."""
    name = shown(product.text("name") if product else "") or head.heading
    for title in (head.og_title, head.title):
        first = shown(_SEPARATORS.split(title)[0])
        # Headings carry words for screen readers before the name ("Details about …").
        if len(first) >= 10 and name.lower().endswith(first.lower()):
            return first
    return name or shown(head.og_title or head.title)


def shown(text: str) -> str:
    """A text as a person reads it: no edges, no entities, single spaces."""
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return " ".join(text.replace(EDGE, " ").split())
