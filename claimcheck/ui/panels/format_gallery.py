"""The open review's card in every format, small: a click chooses the format."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from claimcheck.cards.formats import all_formats
from claimcheck.ui.language import chosen_language
from claimcheck.ui.panels.card_render import CardRenderer, Turns
from claimcheck.ui.panels.card_tile import CardTile
from claimcheck.ui.panels.tile_grid import TileGrid
from claimcheck.ui.session import Session

_WIDTH, _HEIGHT, _COLUMNS = 76, 76, 3
_DELAY_MS = 1500
"""After the big preview and the templates."""


class FormatGallery(TileGrid):
    """Rows of small tiles; arrow keys and Tab go on, Space or a click chooses."""

    def __init__(
        self, session: Session, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_COLUMNS, (2, 4), parent)
        language = chosen_language(session.settings.language)
        for one in all_formats():
            tile = CardTile(one.name(language), (_WIDTH, _HEIGHT), self)
            tile.setToolTip(f"{one.name(language)} · {one.width} × {one.height}")
            renderer = CardRenderer(
                session, _DELAY_MS, parent=self, card_format=one.id, turns=turns
            )
            self.add(one.id, tile, renderer)

    def refresh(self) -> None:
        """Paint the open review in every format again."""
        for card_format in all_formats():
            room = min(_WIDTH / card_format.width, _HEIGHT / card_format.height)
            renderer = self.renderers[card_format.id]
            renderer.set_scale(2 * room * self.devicePixelRatioF())
            renderer.refresh()
