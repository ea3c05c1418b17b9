"""The open review in every template."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from claimcheck.cards.templates import all_templates, own_templates
from claimcheck.ui.language import chosen_language
from claimcheck.ui.panels.card_render import CardRenderer, Turns
from claimcheck.ui.panels.card_tile import RING, CardTile
from claimcheck.ui.session import Session

_WIDTH, _HEIGHT = 120, 213
_DELAY_MS = 700
"""The big preview comes first."""


class TemplateGallery(QWidget):
    """Two columns of tiles; arrow keys go from one to the next, Space or a click chooses."""

    chosen = Signal(str)

    def __init__(
        self, session: Session, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(24 - RING, 0, 24 - RING, 12)
        grid.setHorizontalSpacing(12 - RING)
        grid.setVerticalSpacing(12)
        self.tiles: dict[str, CardTile] = {}
        self._renderers: dict[str, CardRenderer] = {}
        language = chosen_language(session.settings.language)
        own, problems = own_templates(session.library_folder / "templates")
        if problems:
            session.problems.emit(problems)
        for at, template in enumerate((*all_templates(), *own)):
            tile = CardTile(template.name(language), (_WIDTH, _HEIGHT), parent=self)
            renderer = CardRenderer(session, _DELAY_MS, template.id, self, turns=turns)
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
