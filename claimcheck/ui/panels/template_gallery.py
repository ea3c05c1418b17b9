"""The open review in every template."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from claimcheck.cards.compose import RenderedCard
from claimcheck.cards.templates import Template, all_templates, own_templates
from claimcheck.ui.language import chosen_language
from claimcheck.ui.panels.card_render import CardRenderer
from claimcheck.ui.session import Session
from claimcheck.ui.theme import DISABLED, inter, theme

_WIDTH, _HEIGHT, _RING, _NAME = 120, 213, 5, 24
_DELAY_MS = 700
"""The big preview comes first."""


class TemplateTile(QAbstractButton):
    """One template with a true preview, and its name below."""

    def __init__(self, template: Template, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        self.image = QImage()
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 10)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _RING, _HEIGHT + 2 * _RING + _NAME)

    def show_card(self, card: RenderedCard) -> None:
        """The preview arrived."""
        self.image = card.image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        box = QRectF(_RING, _RING, _WIDTH, _HEIGHT)
        painter.fillRect(box, tokens.colour("bg"))
        if not self.image.isNull():
            fitted = self.image.size().scaled(_WIDTH, _HEIGHT, Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, fitted.width(), fitted.height())
            place.moveCenter(box.center())
            painter.drawImage(place, self.image, QRectF(self.image.rect()))
        if self.isChecked():
            # Yellow between two lines of ink: told from hover and from focus at a glance.
            for grow, width, role in ((1.0, 2.0, "ink"), (3.0, 3.0, "yellow"), (4.5, 1.0, "ink")):
                painter.setPen(QPen(tokens.colour(role), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), 4, 4)
        else:
            edge = "control" if self.underMouse() else "line"
            painter.setPen(QPen(tokens.colour(edge), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(tokens.colour("text" if self.isChecked() else "text_2"))
        painter.setFont(inter(12, 600 if self.isChecked() else 450))
        line = QRectF(_RING, _RING + _HEIGHT + 6, _WIDTH, 18)
        short = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)


class TemplateGallery(QWidget):
    """Two columns of tiles; arrow keys go from one to the next, Space or a click chooses."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(24 - _RING, 0, 24 - _RING, 12)
        grid.setHorizontalSpacing(12 - _RING)
        grid.setVerticalSpacing(12)
        self.tiles: dict[str, TemplateTile] = {}
        self._renderers: dict[str, CardRenderer] = {}
        language = chosen_language(session.settings.language)
        own, problems = own_templates(session.library_folder / "templates")
        if problems:
            session.problems.emit(problems)
        for at, template in enumerate((*all_templates(), *own)):
            tile = TemplateTile(template, template.name(language), self)
            renderer = CardRenderer(session, _DELAY_MS, template.id, self)
            renderer.rendered.connect(tile.show_card)
            tile.clicked.connect(lambda _=False, key=template.id: self.chosen.emit(key))
            grid.addWidget(tile, at // 2, at % 2)
            self.tiles[template.id] = tile
            self._renderers[template.id] = renderer
        grid.setRowStretch(len(self.tiles), 1)
        grid.setColumnStretch(2, 1)

    def set_template(self, template_id: str) -> None:
        """Show which one is chosen, without telling anyone."""
        for key, tile in self.tiles.items():
            tile.setChecked(key == template_id)

    def forget(self) -> None:
        """What the tiles show is of another review, or is no card any more."""
        for key, tile in self.tiles.items():
            self._renderers[key].forget()
            tile.image = QImage()
            tile.update()

    def refresh(self, card_height: int) -> None:
        """Paint the open review in every template again, for cards ``card_height`` px high."""
        for renderer in self._renderers.values():
            renderer.set_scale(_HEIGHT * self.devicePixelRatioF() / card_height)
            renderer.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -2,
            Qt.Key.Key_Down: 2,
        }.get(Qt.Key(event.key()))
        tiles = list(self.tiles.values())
        at = next((i for i, tile in enumerate(tiles) if tile.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(tiles):
            super().keyPressEvent(event)
            return
        tiles[at + step].setFocus(Qt.FocusReason.TabFocusReason)
