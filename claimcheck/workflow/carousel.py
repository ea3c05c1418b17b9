"""The carousel as a use case: every slide in every chosen format, in one go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from claimcheck.cards.boxes import CardWarning, WarningKind
from claimcheck.cards.compose import CardPictures
from claimcheck.cards.formats import Format, find_format
from claimcheck.cards.outfit import PLAIN_STYLE, HouseStyle
from claimcheck.cards.slides import SlidePainter, SlidePlan, plan_slides
from claimcheck.cards.templates import find_template
from claimcheck.model.review import Review
from claimcheck.model.showing import as_shown
from claimcheck.workflow.card import house_style, read_pictures
from claimcheck.workflow.exports import Exported, Keeping, Recipe, Seconds
from claimcheck.workflow.file_sets import Planned, check_pattern, export_all
from claimcheck.workflow.progress import Progress, silent

PATTERN = "{product}-{format}-{number}-{what}"


def export_carousel(
    library: Keeping,
    review: Review,
    folder: Path,
    *,
    language: str,
    formats: Iterable[str] = (),
    template: str = "",
    kind: str = "",
    pattern: str = PATTERN,
    only_cover: bool = False,
    overwrite: bool = False,
    progress: Progress = silent,
) -> Exported:
    """Write all slides of ``review`` in ``formats`` (ids; none is the review's own) to ``folder``.

    ``kind`` is ``jpeg``, ``png`` or ``webp``; empty for what each format takes. With
    ``only_cover`` just the card in each format. ``KnownError``: VALUE_INVALID for a pattern,
    TEMPLATE_UNKNOWN, FORMAT_UNKNOWN, what ``read_pictures`` and ``export_all`` raise.
    """
    chosen = [find_format(one) for one in dict.fromkeys(formats)] or [
        find_format(review.card.format)
    ]
    check_names(pattern, [one.id for one in chosen], only_cover)
    style = house_style(library.originals.folder.parent)
    find_template(template or review.card.template, style.templates)
    shown, seconds = as_shown(review), Seconds()
    plans, missing = plan_slides(shown)
    plans = plans[:1] if only_cover else plans
    with seconds.during("decode"):
        pictures = read_pictures(
            library.originals,
            shown,
            lambda _done, _all, what: progress(0, len(plans) * len(chosen), what),
        )
    planned = tuple(
        plan_slide(review, pictures, language, template, card_format, kind, plan, number, style)
        for card_format in chosen
        for number, plan in enumerate(plans, start=1)
    )
    left_out = (CardWarning(WarningKind.LEFT_OUT, f"{missing} discrepancies"),) if missing else ()
    return export_all(
        library,
        folder,
        pattern,
        planned,
        overwrite=overwrite,
        seconds=seconds,
        progress=progress,
        left_out=() if only_cover else left_out,
    )


def check_names(pattern: str, formats: Sequence[str], only_cover: bool) -> None:
    """``KnownError`` VALUE_INVALID for a pattern that doesn't tell these files apart."""
    needed = (["format"] if len(formats) > 1 else []) + ([] if only_cover else ["number"])
    check_pattern(pattern, needed)


def plan_slide(
    review: Review,
    pictures: CardPictures,
    language: str,
    template: str,
    card_format: Format,
    kind: str,
    plan: SlidePlan,
    number: int,
    style: HouseStyle = PLAIN_STYLE,
) -> Planned:
    """One slide as a file to make."""
    chosen = find_template(template or review.card.template, style.templates)
    kind = kind or card_format.picture_kinds[0]
    painter = SlidePainter(as_shown(review), pictures, language, chosen, card_format, style)
    options = {
        "slide": plan.kind.value,
        "about": plan.number,
        "number": number,
        "type": kind,
        "brand": style.digest,
    }
    recipe = Recipe("slide", review, language, chosen, card_format, options)
    words = {"number": f"{number:02}", "what": plan.kind.value}
    return Planned(recipe, kind, words, lambda threads: painter.begin(plan, threads))
