"""What hands do on the card's preview: drag and zoom pictures in their panels, edit words in place.

The card is painted anew with every movement; a gesture is one step of the history.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from claimcheck.cards.boxes import Panel, TextBox
from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.content import pictures_of
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Review
from claimcheck.ui.document import Document
from claimcheck.ui.panels.card_preview import CardPreview
from claimcheck.ui.panels.card_words import WordsEditor, Write, words_behind

_STEP = 1.1
"""How much a notch of the wheel enlarges."""
_CLOSEST = 12.0
"""Times as large as the panel at first, at most."""
_ZOOMED_MS = 500
"""A turn of the wheel is over when it rests so long."""


class CardHands(QObject):
    """Mouse and wheel on the preview, as edits of the open review."""

    def __init__(self, document: Document, preview: CardPreview) -> None:
        super().__init__(preview)
        self._document, self._preview = document, preview
        self._card: RenderedCard | None = None
        self._grip: tuple[QPointF, Panel] | None = None
        self._moved = False
        self.editor = WordsEditor(preview)
        self._rest = QTimer(self, singleShot=True, interval=_ZOOMED_MS)
        self._rest.timeout.connect(document.end_merging)
        preview.setMouseTracking(True)
        preview.installEventFilter(self)

    def show_card(self, card: RenderedCard | None) -> None:
        """The card that is on the preview now."""
        self._card = card
        if card is None:
            self.editor.give_up()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._card is None or self._document.read_only:
            return False
        if isinstance(event, QWheelEvent):
            return self._zoom(event)
        return isinstance(event, QMouseEvent) and self._mouse(event)

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False  # the whole card is meant, to drag it out of the window
            return self._take(event.position())
        if kind == QEvent.Type.MouseMove:
            return self._drag(event.position())
        if kind == QEvent.Type.MouseButtonRelease and self._grip is not None:
            self._let_go()
            return True
        return False

    # --- where ------------------------------------------------------------------------------------

    def _on_card(self, at: QPointF) -> Point:
        """A place of the preview in the card's pixels."""
        assert self._card is not None
        box = self._preview.card_box()
        by = self._card.format.width / max(box.width(), 1.0)
        return Point((at.x() - box.x()) * by, (at.y() - box.y()) * by)

    def _text_at(self, at: Point) -> TextBox | None:
        assert self._card is not None
        texts = self._card.layout.texts
        return next((text for text in texts if text.painted().grown(8.0).contains(at)), None)

    def _panel_at(self, at: Point) -> Panel | None:
        """The picture there; of details that are always chosen automatically, none."""
        assert self._card is not None
        layout = self._card.layout
        if any(fill.rect.contains(at) for fill in layout.fills):
            return None
        found = [panel for panel in layout.panels if _shows(panel, at)]
        whole = [panel for panel in found if panel is layout.panel(panel.role)]
        return whole[0] if whole else None

    # --- words ------------------------------------------------------------------------------------

    def _take(self, at: QPointF) -> bool:
        if self._rest.isActive():  # a turn of the wheel is another gesture than what begins now
            self._rest.stop()
            self._document.end_merging()
        place = self._on_card(at)
        text = self._text_at(place)
        words = words_behind(self._document.review, text.name) if text is not None else None
        if text is not None and words is not None:
            self._edit(text, *words)
            return True
        panel = self._panel_at(place)
        if panel is None:
            return False
        self._grip, self._moved = (at, panel), False
        return True

    def _edit(self, text: TextBox, words: str, name: str, write: Write) -> None:
        box = self._preview.card_box()
        assert self._card is not None
        by = box.width() / self._card.format.width
        painted = text.painted()
        place = QRectF(
            box.x() + painted.x * by,
            box.y() + painted.y * by,
            max(painted.width * by, 180.0),
            painted.height * by,
        )
        document = self._document
        self.editor.edit(
            words,
            place,
            lambda typed: document.apply(lambda review: write(review, typed), name),
        )

    # --- pictures ---------------------------------------------------------------------------------

    def _drag(self, at: QPointF) -> bool:
        if self._grip is None:
            self._show_what_is_there(self._on_card(at))
            return False
        start, panel = self._grip
        if not self._moved and (at - start).manhattanLength() < QApplication.startDragDistance():
            return True
        self._moved = True
        self._preview.setCursor(Qt.CursorShape.ClosedHandCursor)
        first, now = self._on_card(start), self._on_card(at)
        scale = panel.placement.scale
        shown = shown_part(panel)
        self._frame(panel.role, shown.moved((first.x - now.x) / scale, (first.y - now.y) / scale))
        return True

    def _show_what_is_there(self, at: Point) -> None:
        text = self._text_at(at)
        if text is not None and words_behind(self._document.review, text.name) is not None:
            self._preview.setCursor(Qt.CursorShape.IBeamCursor)
        elif self._panel_at(at) is not None:
            self._preview.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._preview.unsetCursor()

    def _let_go(self) -> None:
        self._grip = None
        self._preview.setCursor(Qt.CursorShape.OpenHandCursor)
        self._document.end_merging()

    def _zoom(self, event: QWheelEvent) -> bool:
        at = self._on_card(event.position())
        panel = self._panel_at(at)
        if panel is None or not event.angleDelta().y():
            return False
        shown, scale = shown_part(panel), panel.placement.scale
        factor = _STEP ** (-event.angleDelta().y() / 120.0)
        still = Point((at.x - panel.placement.x) / scale, (at.y - panel.placement.y) / scale)
        self._frame(panel.role, scaled_about(shown, still, factor))
        self._rest.start()
        return True

    def _frame(self, role: Role, crop: Rect) -> None:
        self._document.apply(
            lambda review: with_crop(review, role, crop),
            QT_TRANSLATE_NOOP("history", "Frame picture on card"),
            merge=f"card/{role}_crop",
        )


def _shows(panel: Panel, at: Point) -> bool:
    if not panel.rect.contains(at):
        return False
    inside, corners = not panel.outline, panel.outline
    for one, other in zip(corners, (*corners[1:], *corners[:1]), strict=True):
        if (one.y > at.y) != (other.y > at.y):
            along = (at.y - one.y) / (other.y - one.y)
            inside ^= at.x < one.x + along * (other.x - one.x)
    return inside


def shown_part(panel: Panel) -> Rect:
    """What a panel shows of its picture, in the picture's pixels; maybe more than there is."""
    scale, rect = panel.placement.scale, panel.rect
    return Rect(
        (rect.x - panel.placement.x) / scale,
        (rect.y - panel.placement.y) / scale,
        rect.width / scale,
        rect.height / scale,
    )


def scaled_about(rect: Rect, still: Point, factor: float) -> Rect:
    """``rect`` larger or smaller, with the point ``still`` at the same part of it."""
    return Rect(
        still.x - (still.x - rect.x) * factor,
        still.y - (still.y - rect.y) * factor,
        rect.width * factor,
        rect.height * factor,
    )


def with_crop(review: Review, role: Role, crop: Rect) -> Review:
    """The review with a picture of its card framed; what covers its panel stays inside it."""
    listing, photo = pictures_of(review)
    picture = listing if role is Role.LISTING else photo
    if picture is None:
        return review
    least = max(picture.width_px, picture.height_px) / _CLOSEST / 4.0
    if max(crop.width, crop.height) < least:
        return review
    settings = review.card
    if role is Role.LISTING:
        return edits.set_card(review, replace(settings, listing_crop=crop))
    return edits.set_card(review, replace(settings, photo_crop=crop))
