"""The view as an inset on the card, where no card shows two pictures so.

A picture of the view is kept with the review, told to be made here, and lies as a stamp on the
photo: it is moved, sized and taken away as any other. What is redacted is not in it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.alignment import mapped
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import MarkKind, Origin, Role, Sticker
from claimcheck.model.review import Evidence, Mark, Review, Style, find, new_id
from claimcheck.model.showing import on_shown
from claimcheck.ui.canvas.gestures import corners
from claimcheck.ui.canvas.looks.look import LOOKS, Look
from claimcheck.ui.canvas.looks.looks import Looks
from claimcheck.ui.canvas.looks.save_view import encoded, overlaid_image
from claimcheck.ui.canvas.looks.send_view import is_the_cards
from claimcheck.ui.landing import Known, Landing
from claimcheck.workflow.intake import Intake, take_in_bytes
from claimcheck.workflow.progress import Progress

AS_INSET = QT_TRANSLATE_NOOP("history", "Show the view as an inset on the card")
INSET_LOOKS = (Look.ONION, Look.DIFFERENCE, Look.LOUPE)
"""A still picture tells nothing of a blink."""
_PART, _MARGIN = 0.5, 0.04
"""Of both sides of the photo: how large an inset is at most, and how far from the edge."""


def can_inset(looks: Looks) -> bool:
    """Whether the card can show the view as a picture of it."""
    return looks.look in INSET_LOOKS and is_the_cards(looks)


def send_inset(looks: Looks) -> None:
    """Keep a picture of the view and put it on the photo, as one undo step; then show the card."""
    session, pair = looks.canvas.session, looks.aligning.pair
    if pair is None or not can_inset(looks):
        return
    photo_id, image, way = pair[1].id, overlaid_image(looks), looks.aligning.way
    whole = Rect(0, 0, *looks.layers.listing.size).center
    middle = mapped(way.to_photo, whole) if way is not None else Point(0, 0)
    at_left = middle.x > pair[1].width_px / 2
    title = next(spec.title for spec in LOOKS if spec.look is looks.look)
    said = QCoreApplication.translate("looks", title)
    name = f"{said} – {pair[0].name}, {pair[1].name}.png"

    def work(known: Known, _listing_id: str | None, _progress: Progress) -> Intake:
        data = encoded(image, ".png")
        return take_in_bytes(session.originals, data, name, Role.STICKER, Origin.VIEW, None, known)

    def landed(review: Review, intake: Intake) -> Review:
        review = edits.add_evidence(review, intake.evidence)
        return _with_inset(review, photo_id, intake.evidence[0], at_left)

    def finished(intake: object) -> None:
        if not isinstance(intake, Intake):
            return
        if intake.repeated and not intake.evidence:  # kept before, and taken off perhaps
            made = intake.repeated[0].evidence
            session.document.apply(lambda r: _with_inset(r, photo_id, made, at_left), AS_INSET)
        session.step_requested.emit("card")

    session.arrivals.finished.connect(finished, Qt.ConnectionType.SingleShotConnection)
    session.arrivals.bring_in(work, Role.STICKER, Landing(landed, AS_INSET))


def _with_inset(review: Review, photo_id: str, picture: Evidence, at_left: bool) -> Review:
    """On the photo as it is shown, low beside the product, on the card with most room across."""

    def put(shown: Review) -> Review:
        photo = find(shown.evidence, photo_id)
        if photo is None:
            return shown
        across, down = _PART * photo.width_px, _PART * photo.height_px
        scale = min(across / picture.width_px, down / picture.height_px)
        width, height = scale * picture.width_px, scale * picture.height_px
        edge = _MARGIN * max(photo.width_px, photo.height_px)
        x = edge if at_left else photo.width_px - edge - width
        y = photo.height_px - edge - height
        mark = Mark(
            id=new_id(),
            evidence_id=photo_id,
            kind=MarkKind.STAMP,
            points=corners(Rect(max(x, 0.0), max(y, 0.0), width, height)),
            style=replace(Style(), sticker=Sticker.PICTURE),
            picture_id=picture.id,
        )
        card = replace(shown.card, template="stacked", photo_crop=None)
        return edits.set_card(edits.put_marks(shown, [mark]), card)

    return on_shown(put)(review)
