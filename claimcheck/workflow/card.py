"""The card as a use case: read the originals, compose, and write the file with its record."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claimcheck.cards import brand
from claimcheck.cards.boxes import Panel
from claimcheck.cards.brand import Brand
from claimcheck.cards.compose import (
    CardPictures,
    CardPlan,
    PreparedPicture,
    RenderedCard,
    both_pictures,
    compose,
    paint_plan,
    plan_card,
)
from claimcheck.cards.content import footer_of
from claimcheck.cards.files.encode import encode_picture, kind_for
from claimcheck.cards.outfit import HouseStyle
from claimcheck.cards.paint.card import all_panels
from claimcheck.cards.paint.panel_images import PanelImage, Source, begin_panel_images
from claimcheck.cards.render import begin, device_transform
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.atomic import write_atomically
from claimcheck.library.originals import Originals
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence, Review
from claimcheck.model.showing import as_shown
from claimcheck.workflow.exports import (
    Exported,
    Keeping,
    Recipe,
    Seconds,
    keep_records,
    recorded,
    refuse_private,
)
from claimcheck.workflow.pictures import read_stickers
from claimcheck.workflow.prepared import known_shapes, prepared_picture
from claimcheck.workflow.progress import Progress, silent


def read_pictures(
    originals: Originals, review: Review, progress: Progress = silent
) -> CardPictures:
    """Both pictures of the card of ``review`` (as it is shown), decoded side by side.

    Those that were decoded for a card before are not read again. ``KnownError``:
    COMPARISON_MISSING, or what ``prepared_picture`` raises.
    """
    with _reading(originals, review, progress) as coming:
        return coming.pictures()


@dataclass(frozen=True, slots=True)
class _Coming:
    """Both pictures of a card, decoded side by side, and what becomes of each as it arrives."""

    threads: ThreadPoolExecutor
    prepared: Mapping[Role, Future[PreparedPicture]]
    pictures: Callable[[], CardPictures]
    """Waits for them."""
    took: list[float]
    """Seconds, of each that is there."""

    def panel_images(self, plan: CardPlan, scale: float) -> Callable[[], dict[Panel, PanelImage]]:
        """Resample each picture for its panels when it is there; the result waits for all."""

        def source_of(role: Role) -> tuple[Source, tuple[int, int]]:
            # Decoding was begun first, so there is always a thread that gets on with it.
            picture = self.prepared[role].result()
            return picture.source, (picture.width, picture.height)

        panels, to_device = all_panels(plan.layout), device_transform(plan.layout, scale)
        return begin_panel_images(panels, source_of, to_device, self.threads)


@contextmanager
def _reading(originals: Originals, review: Review, progress: Progress) -> Iterator[_Coming]:
    listing, photo = both_pictures(review)
    progress(0, 3, listing.name)
    crops = review.card.listing_crop, review.card.photo_crop
    took: list[float] = []

    def prepared(evidence: Evidence, crop: Rect | None) -> PreparedPicture:
        start = time.perf_counter()
        picture = prepared_picture(originals, review, evidence, crop)
        took.append(time.perf_counter() - start)
        return picture

    with ThreadPoolExecutor(max_workers=2) as threads:
        first = threads.submit(prepared, listing, crops[0])
        second = threads.submit(prepared, photo, crops[1])

        def wait() -> CardPictures:
            stickers = read_stickers(originals, review)
            pictures = CardPictures(first.result(), second.result(), stickers)
            progress(2, 3, review.product.name)
            return pictures

        yield _Coming(threads, {Role.LISTING: first, Role.PHOTO: second}, wait, took)


def render_card(
    originals: Originals,
    review: Review,
    *,
    language: str,
    template: str = "",
    format: str = "",  # noqa: A002 - the vocabulary's word
    scale: float = 1.0,
    style: HouseStyle | None = None,
    progress: Progress = silent,
    seconds: Seconds | None = None,
) -> RenderedCard:
    """Paint the card of ``review``, ``scale`` times its size.

    ``template`` and ``format`` are ids, empty for the review's own; ``style`` is the library's own
    when it isn't given; ``seconds`` is added to.
    ``KnownError``: TEMPLATE_UNKNOWN, FORMAT_UNKNOWN, or what ``read_pictures`` raises.
    """
    review, seconds = as_shown(review), seconds or Seconds()
    with _reading(originals, review, progress) as coming:
        with seconds.during("compose"):
            style = style or house_style(originals.folder.parent)
            # Where the products are known, all but the pictures is made while they are decoded.
            shapes = known_shapes(originals, review)
            if shapes is not None:
                plan = plan_card(review, shapes, language, template, format, style)
                images = coming.panel_images(plan, scale)
                begun = begin(plan.layout, scale)
        pictures = coming.pictures()
        seconds.decode += max(coming.took)  # beside the other one, and beside the layout
        with seconds.during("compose"):
            if shapes is None:
                card = compose(review, pictures, language, template, format, scale, style)
            else:
                card = paint_plan(plan, pictures, scale, begun, images())
    progress(3, 3, review.product.name)
    return card


def house_style(folder: Path) -> HouseStyle:
    """The brand kit and the templates of the library in ``folder``.

    ``KnownError`` TEMPLATE_FAULTY when its ``brand.toml`` can't be used.
    """
    file = folder / brand.FILE
    state = (file.stat().st_mtime_ns, file.stat().st_size) if file.is_file() else (0, 0)
    return HouseStyle(_brand_of(folder, state), folder / "templates", brand_digest(folder))


def brand_digest(folder: Path) -> str:
    """What a library's brand kit was when something was made with it; empty for none."""
    file = folder / brand.FILE
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


@lru_cache(maxsize=2)
def _brand_of(folder: Path, _state: tuple[int, int]) -> Brand:
    """Read once for each state of the file."""
    return brand.read_brand(folder)


def export_card(
    library: Keeping,
    review: Review,
    out: Path,
    *,
    language: str,
    template: str = "",
    format: str = "",  # noqa: A002
    overwrite: bool = True,
    style: HouseStyle | None = None,
    progress: Progress = silent,
) -> Exported:
    """Write the card of ``review`` to ``out`` (``.jpg``, ``.png`` or ``.webp``), whole or not.

    The library keeps a record of it, unless it is open read-only. ``KnownError``: VALUE_INVALID for
    another suffix, FILE_EXISTS, EXPORT_PRIVATE, what ``render_card`` raises, and what
    ``write_atomically`` raises.
    """
    kind = kind_for(out, "The name of the card")
    if not overwrite and out.exists():
        raise KnownError(ErrorKind.FILE_EXISTS, out)
    seconds, style = Seconds(), style or house_style(library.originals.folder.parent)
    card = render_card(
        library.originals,
        review,
        language=language,
        template=template,
        format=format,
        style=style,
        progress=progress,
        seconds=seconds,
    )
    with seconds.during("encode"):
        data = encode_picture(card.image, kind, card.format.max_bytes)
    refuse_private(data, out)
    write_atomically(out, data)
    options = {"type": kind, "brand": style.digest}
    if review.card.footer:
        said = footer_of(as_shown(review), review.card.language or language)
        options["footer"] = said
    recipe = Recipe("card", review, language, card.template, card.format, options)
    digest = hashlib.sha256(data).hexdigest(), len(data)
    size = card.image.width(), card.image.height()
    record = recorded(recipe, out, digest, size, card.warnings, _shown(card))
    keep_records(library, [record])
    return Exported((record,), card.warnings, seconds, card.findings)


def _shown(card: RenderedCard) -> dict[str, dict[str, object]]:
    """Of both pictures: how large, and which part of it, in its own pixels."""
    told: dict[str, dict[str, object]] = {}
    for panel in card.layout.panels:
        scale = panel.placement.scale
        told[panel.role] = {
            "scale": round(scale, 4),
            "shown": [
                round((panel.rect.x - panel.placement.x) / scale, 1),
                round((panel.rect.y - panel.placement.y) / scale, 1),
                round(panel.rect.width / scale, 1),
                round(panel.rect.height / scale, 1),
            ],
        }
    return told
