"""The open review in every template."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from claimcheck.cards.templates import all_templates, own_templates
from claimcheck.ui.language import chosen_language
from claimcheck.ui.panels.card_render import CardRenderer, Turns
from claimcheck.ui.panels.card_tile import RING, CardTile
from claimcheck.ui.panels.tile_grid import TileGrid
from claimcheck.ui.session import Session

_WIDTH, _HEIGHT, _COLUMNS = 120, 213, 2
_DELAY_MS = 700
"""The big preview comes first."""


class TemplateGallery(TileGrid):
    """Two columns of tiles; arrow keys go from one to the next, Space or a click chooses."""

    def __init__(
        self, session: Session, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_COLUMNS, (12 - RING, 12), parent)
        self._grid.setContentsMargins(24 - RING, 0, 24 - RING, 12)
        language = chosen_language(session.settings.language)
        own, problems = own_templates(session.library_folder / "templates")
        if problems:
            session.problems.emit(problems)
        for template in (*all_templates(), *own):
            tile = CardTile(template.name(language), (_WIDTH, _HEIGHT), self)
            self.add(
                template.id,
                tile,
                CardRenderer(session, _DELAY_MS, template.id, self, turns=turns),
            )
        self._grid.setRowStretch(len(self.tiles), 1)

    def refresh(self, card_height: int) -> None:
        """Paint the open review in every template again, for cards ``card_height`` px high."""
        for renderer in self.renderers.values():
            renderer.set_scale(_HEIGHT * self.devicePixelRatioF() / card_height)
            renderer.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }.get(Qt.Key(event.key()))
        tiles = list(self.tiles.values())
        at = next((i for i, tile in enumerate(tiles) if tile.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(tiles):
            super().keyPressEvent(event)
            return
        tiles[at + step].setFocus(Qt.FocusReason.TabFocusReason)
