"""What hands do on the card's preview: drag and zoom pictures in their panels, edit words in place.

The card is painted anew with every movement; a gesture is one step of the history.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from claimcheck.cards.boxes import Panel
from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.content import pictures_of
from claimcheck.cards.text.fonts import face
from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.geometry import Point, Rect
from claimcheck.model.kinds import Role, Verdict
from claimcheck.model.review import Review
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.card_preview import CardPreview
from claimcheck.ui.panels.card_render import card_language, card_review
from claimcheck.ui.panels.card_texts import CardStamp, CardText, judge, stamps_of, texts_of
from claimcheck.ui.panels.card_words import WordsEditor
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.verdict_icon import verdict_qicon

_STEP = 1.1
"""How much a notch of the wheel enlarges."""
_CLOSEST = 12.0
"""Times as large as the panel at first, at most."""
_ZOOMED_MS = 500
"""A turn of the wheel is over when it rests so long."""


class CardHands(QObject):
    """Mouse and wheel on the preview, as edits of the open review."""

    def __init__(self, session: Session, preview: CardPreview) -> None:
        super().__init__(preview)
        self._session, self._document, self._preview = session, session.document, preview
        self._card: RenderedCard | None = None
        self.texts: tuple[CardText, ...] = ()
        """What can be changed on the card, in the order in which one reads it."""
        self.stamps: tuple[CardStamp, ...] = ()
        self._edited = ""
        """The key of the text that is being edited."""
        self._grip: tuple[QPointF, Panel] | None = None
        self._moved = False
        self.editor = WordsEditor(preview)
        self._rest = QTimer(self, singleShot=True, interval=_ZOOMED_MS)
        self._rest.timeout.connect(self._document.end_merging)
        preview.setMouseTracking(True)
        preview.installEventFilter(self)

    def show_card(self, card: RenderedCard | None) -> None:
        """The card that is on the preview now."""
        self._card, self.texts, self.stamps = card, (), ()
        if card is None:
            self.editor.give_up()
            return
        review = card_review(self._session)
        language = card_language(self._session, review)
        self.texts = texts_of(card, review, language)
        self.stamps = stamps_of(card, review, language)
        again = next((one for one in self.texts if one.key == self._edited), None)
        if again is not None and self.editor.isVisible():
            self.editor.move_to(self._on_preview(again.rect))

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

    def _on_preview(self, rect: Rect) -> QRectF:
        """A part of the card in the preview's pixels."""
        assert self._card is not None
        box = self._preview.card_box()
        by = box.width() / self._card.format.width
        return QRectF(
            box.x() + rect.x * by, box.y() + rect.y * by, rect.width * by, rect.height * by
        )

    def _text_at(self, at: Point) -> CardText | None:
        return next((text for text in self.texts if text.rect.grown(8.0).contains(at)), None)

    def _stamp_at(self, at: Point) -> CardStamp | None:
        return next((stamp for stamp in self.stamps if stamp.rect.contains(at)), None)

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
        stamp = self._stamp_at(place)
        if stamp is not None:
            self._choose_verdict(stamp)
            return True
        text = self._text_at(place)
        if text is not None:
            self._edit(text)
            return True
        panel = self._panel_at(place)
        if panel is None:
            return False
        self._grip, self._moved = (at, panel), False
        return True

    def edit_first(self) -> None:
        """Begin with the title, or whatever stands highest; Tab goes on from there."""
        if self.texts and not self._document.read_only:
            title = next((one for one in self.texts if one.key == "title"), self.texts[0])
            self._edit(title)

    def _edit(self, text: CardText) -> None:
        assert self._card is not None
        self._edited = text.key
        by = self._preview.card_box().width() / self._card.format.width
        style = text.style
        font = face(style.family, max(round(style.size * by), 1), style.weight)

        def keep(typed: str) -> str:
            try:
                self._document.apply(lambda review: text.write(review, typed), text.name)
            except ValueError:
                return self._unread(text)
            return ""

        place = self._on_preview(text.rect)
        self.editor.edit(text.said, font, place, keep, self._edit_beside)

    def _unread(self, text: CardText) -> str:
        if text.key == "date":
            return self.tr("Write a day like 24 Nov 2026.")
        return self.tr("Write an amount like 12.50.")

    def _edit_beside(self, by: int) -> None:
        keys = [one.key for one in self.texts]
        if self._edited in keys:
            self._edit(self.texts[(keys.index(self._edited) + by) % len(keys)])
        else:
            self.editor.give_up()

    def _choose_verdict(self, stamp: CardStamp) -> None:
        menu = QMenu(self._preview)
        for verdict in Verdict:
            action = menu.addAction(verdict_qicon(verdict), name_of(verdict))
            action.triggered.connect(lambda _=False, one=verdict: self._judge(stamp, one))
            if verdict is stamp.claim.verdict:
                menu.setActiveAction(action)
        menu.setAccessibleName(self.tr("Verdict"))
        menu.aboutToHide.connect(menu.deleteLater)
        below = self._on_preview(stamp.rect).bottomLeft().toPoint()
        menu.popup(self._preview.mapToGlobal(below))

    def _judge(self, stamp: CardStamp, verdict: Verdict) -> None:
        self._document.apply(
            lambda review: judge(review, stamp.claim, verdict),
            QT_TRANSLATE_NOOP("history", "Judge claim"),
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
        if self._stamp_at(at) is not None:
            self._preview.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._text_at(at) is not None:
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
