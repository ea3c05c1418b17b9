"""Overlays as a use case: the card's words and signs as transparent pictures."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.layers import Layer, layers_of, paint_layer
from claimcheck.cards.render import Painted
from claimcheck.model.review import Review
from claimcheck.workflow.card import house_style, render_card
from claimcheck.workflow.exports import Exported, Keeping, Recipe, Seconds
from claimcheck.workflow.file_sets import Planned, check_pattern, export_all
from claimcheck.workflow.progress import Progress, silent

PATTERN = "{product}-{format}-overlay-{what}"


def export_overlays(
    library: Keeping,
    review: Review,
    folder: Path,
    *,
    language: str,
    template: str = "",
    format: str = "",  # noqa: A002 - the vocabulary's word
    layers: Collection[Layer] = tuple(Layer),
    pattern: str = PATTERN,
    overwrite: bool = False,
    progress: Progress = silent,
) -> Exported:
    """Write each of ``layers`` that has something in it, and all of them together, as PNG.

    They have the card's size, and everything lies where it lies on the card. ``KnownError``:
    VALUE_INVALID for a pattern, what ``render_card`` and ``export_all`` raise.
    """
    check_pattern(pattern, ["what"])
    seconds, style = Seconds(), house_style(library.originals.folder.parent)
    card = render_card(
        library.originals,
        review,
        language=language,
        template=template,
        format=format,
        style=style,
        progress=lambda _done, _all, what: progress(0, len(Layer), what),
        seconds=seconds,
    )
    planned = tuple(
        plan_layer(review, card, language, layer, style.digest)
        for layer in layers_of(card.layout)
        if layer in layers
    )
    return export_all(
        library,
        folder,
        pattern,
        planned,
        overwrite=overwrite,
        seconds=seconds,
        progress=progress,
        left_out=card.warnings,
    )


def plan_layer(
    review: Review, card: RenderedCard, language: str, layer: Layer, brand: str
) -> Planned:
    """One layer as a file to make; ``brand`` is the digest of the brand kit."""
    painted = card.layout, card.artwork
    options = {"layer": layer.value, "type": "png", "brand": brand}
    recipe = Recipe("overlay", review, language, card.template, card.format, options)
    words = {"number": "", "what": layer.value}
    return Planned(recipe, "png", words, lambda _: lambda: Painted(paint_layer(*painted, layer)))
