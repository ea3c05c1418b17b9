"""The view as the card's picture: its arrangement, and each picture framed as it is in view.

Nothing is copied: the card paints the same pictures itself, with redactions destroyed, and the
review keeps what was chosen. So only looks that a card has too can be sent.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from claimcheck.cards.content import compared
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.alignment import mapped_rect
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Review
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.canvas.looks.looks import Looks
from claimcheck.ui.canvas.view import PictureView

_BOTH_SHOW = 0.12
"""Of what is in view: less of a picture is not seen as one."""
SEND = QT_TRANSLATE_NOOP("history", "Show the view on the card")


def template_for(looks: Looks) -> str | None:
    """The card that looks like the view, by its template's id; ``None`` where no card does."""
    if looks.look is Look.WIPE:
        return "slider" if looks.view.item.across else "stacked"
    return {Look.BESIDE: "side-by-side", Look.STACKED: "stacked"}.get(looks.look)


def can_send(looks: Looks) -> bool:
    """Whether the card can show these two pictures so."""
    return template_for(looks) is not None and is_the_cards(looks)


def is_the_cards(looks: Looks) -> bool:
    """Whether the two pictures in view are those of the card, which can be changed."""
    document = looks.canvas.session.document
    if not document.is_open or looks.aligning.pair is None or looks.canvas.read_only:
        return False
    shown = compared(document.review)
    comparison = document.comparison
    return shown is not None and comparison is not None and shown.id == comparison.id


def send(looks: Looks) -> None:
    """Make the card show the view, as one undo step, and go to the card."""
    template = template_for(looks)
    if template is None or not can_send(looks):
        return
    listing, photo = _parts(looks)
    item = looks.view.item
    is_slider = looks.look is Look.WIPE and item.across

    def edit(review: Review) -> Review:
        card = replace(
            review.card,
            template=template,
            listing_crop=listing,
            photo_crop=photo,
            divided_at=item.wiped if is_slider else None,
        )
        return edits.set_card(review, card)

    session = looks.canvas.session
    session.document.apply(edit, SEND)
    session.step_requested.emit("card")


def _parts(looks: Looks) -> tuple[Rect | None, Rect | None]:
    """What is in view of listing image and photo; ``None`` leaves the framing to the card."""
    if not looks.look.lays_over:
        views = looks.canvas.sides.views
        return _in_view(views[Role.LISTING]), _in_view(views[Role.PHOTO])
    part, way = _in_view(looks.view), looks.aligning.way
    pair = looks.aligning.pair
    if way is None or pair is None:
        return None, None
    whole = Rect(0, 0, pair[1].width_px, pair[1].height_px)
    if looks.look is Look.WIPE and not looks.view.item.across:
        above, below = _cut(part or Rect(0, 0, *looks.layers.listing.size), looks)
        return above, _common(mapped_rect(way.to_photo, below), whole)
    if part is None:
        return None, None
    return part, _common(mapped_rect(way.to_photo, part), whole)


def _cut(part: Rect, looks: Looks) -> tuple[Rect, Rect]:
    """What a level wipe shows: the listing image above its line, the photo below it."""
    line = looks.view.item.line_at
    least = _BOTH_SHOW * part.height
    y = min(max(line, part.y + least), part.bottom - least)
    return (
        Rect(part.x, part.y, part.width, y - part.y),
        Rect(part.x, y, part.width, part.bottom - y),
    )


def _in_view(view: PictureView) -> Rect | None:
    """The part of its picture that a zoomed view shows; ``None`` of one that shows all of it."""
    if view.is_fitted:
        return None
    inverted, _ = view.viewportTransform().inverted()
    seen = inverted.mapRect(QRectF(view.viewport().rect()))
    part = Rect(seen.x(), seen.y(), seen.width(), seen.height())
    return _common(part, Rect(0, 0, *view.picture_size))


def _common(one: Rect, other: Rect) -> Rect | None:
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None
