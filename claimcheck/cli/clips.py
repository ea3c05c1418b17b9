"""``clip``: the review as a short film."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.cards.clips.clip import LONGEST_S, SHORTEST_S, Motion
from claimcheck.cards.qt import ensure_gui_application
from claimcheck.cli import values
from claimcheck.cli.card_words import as_given
from claimcheck.cli.files import tell_exported
from claimcheck.cli.interrupt import progress
from claimcheck.cli.opening import open_to_export
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.workflow.clip import export_clip
from claimcheck.workflow.reviews import find_review


def clip(chosen: Namespace) -> None:
    """Write the review as an MP4 that moves as asked."""
    seconds = _seconds(chosen.seconds)
    with open_to_export(chosen) as library:
        review = library.load(find_review(library, chosen.review))
        review = as_given(review, chosen)
        ensure_gui_application()
        exported = export_clip(
            library,
            review,
            chosen.output,
            language=review.card.language or values.usual_language(),
            motion=Motion(chosen.motion),
            seconds=seconds,
            template=chosen.template,
            format=chosen.format,
            progress=progress,
        )
    tell_exported(exported, chosen)


def _seconds(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        seconds = 0.0
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise KnownError(
            ErrorKind.VALUE_INVALID,
            what="The length of a clip",
            value=text,
            todo=f"Give {SHORTEST_S:g} to {LONGEST_S:g} seconds.",
        )
    return seconds
