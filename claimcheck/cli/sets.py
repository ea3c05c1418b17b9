"""``carousel``, ``overlays``, ``caption`` and ``again``: what leaves the app besides one card."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimcheck.cards.caption import caption_of
from claimcheck.cards.formats import all_formats
from claimcheck.cards.qt import ensure_gui_application
from claimcheck.cli import values
from claimcheck.cli.card_words import as_given
from claimcheck.cli.console import tell, tell_warning
from claimcheck.cli.files import tell_exported
from claimcheck.cli.interrupt import progress
from claimcheck.cli.opening import open_to_export, open_to_read
from claimcheck.library import Library
from claimcheck.model.review import Review
from claimcheck.workflow import carousel as carousels
from claimcheck.workflow import overlays as overlay_files
from claimcheck.workflow.again import export_again
from claimcheck.workflow.reviews import find_review


def carousel(chosen: Namespace) -> None:
    """Write the slides of a review in every format that was named."""
    formats = [one for given in chosen.format for one in given.split(",") if one]
    if "all" in formats:
        formats = [one.id for one in all_formats()]
    with _review_to_export(chosen) as (library, review, language):
        exported = carousels.export_carousel(
            library,
            review,
            chosen.output,
            language=language,
            formats=formats,
            template=chosen.template,
            kind=chosen.type,
            pattern=chosen.name or (_COVER_PATTERN if chosen.cover_only else carousels.PATTERN),
            only_cover=chosen.cover_only,
            overwrite=chosen.overwrite,
            progress=progress,
        )
    tell_exported(exported, chosen)


_COVER_PATTERN = "{product}-{format}"


def overlays(chosen: Namespace) -> None:
    """Write the card's words and signs as transparent PNGs."""
    with _review_to_export(chosen) as (library, review, language):
        exported = overlay_files.export_overlays(
            library,
            review,
            chosen.output,
            language=language,
            template=chosen.template,
            format=chosen.format,
            pattern=chosen.name or overlay_files.PATTERN,
            overwrite=chosen.overwrite,
            progress=progress,
        )
    tell_exported(exported, chosen)


def caption(chosen: Namespace) -> None:
    """Print the words to post beside a card."""
    with open_to_read(chosen) as library:
        review = library.load(find_review(library, chosen.review))
    ensure_gui_application()
    language = review.card.language or values.usual_language()
    found = caption_of(review, values.language(chosen.language) if chosen.language else language)
    result = {
        "text": found.text,
        "hashtags": list(found.hashtags),
        "sources": list(found.sources),
        "alt": found.alt,
        "caption": found.whole,
    }
    tell(result, [found.whole], chosen.json)


def again(chosen: Namespace) -> int:
    """Make an export again from its record; 1 when it did not come out the same."""
    ensure_gui_application()
    with open_to_read(chosen) as library:
        made = export_again(library, _export_named(chosen.export), chosen.output, progress)
    result = {
        "output": str(chosen.output),
        "export": made.record.id,
        "same": made.same,
        "sha256": made.sha256,
        "bytes": made.bytes,
        "changed": list(made.changed),
    }
    if not made.same and not chosen.json:
        why = ", ".join(made.changed) or "something outside claimcheck"
        tell_warning(f"this is not the same file byte for byte: {why} changed since.")
    tell(result, [str(chosen.output)], chosen.json)
    return 0 if made.same else 1


def _export_named(text: str) -> str:
    """An id as it is; of a file that is there, its SHA-256, whatever it is called by now."""
    file = Path(text)
    with suppress(OSError):
        if file.is_file():
            return hashlib.sha256(file.read_bytes()).hexdigest()
    return text


@contextmanager
def _review_to_export(chosen: Namespace) -> Iterator[tuple[Library, Review, str]]:
    """The library, the review with what was given for this once, and the language."""
    with open_to_export(chosen) as library:
        review = as_given(library.load(find_review(library, chosen.review)), chosen)
        ensure_gui_application()
        yield library, review, review.card.language or values.usual_language()
        if library.read_only and not chosen.json:
            tell_warning("the library is in use or read-only, so these are not on its record.")
