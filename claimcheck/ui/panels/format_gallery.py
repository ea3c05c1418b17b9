"""The open review's card in every format, small: a click chooses the format."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QWidget

from claimcheck.cards.formats import all_formats
from claimcheck.ui.language import chosen_language
from claimcheck.ui.panels.card_render import CardRenderer, Turns
from claimcheck.ui.panels.card_tile import RING, CardTile
from claimcheck.ui.session import Session

_WIDTH, _HEIGHT, _COLUMNS = 76, 76, 3
_DELAY_MS = 1500
"""After the big preview and the templates."""


class FormatGallery(QWidget):
    """Rows of small tiles; arrow keys and Tab go on, Space or a click chooses."""

    chosen = Signal(str)

    def __init__(
        self, session: Session, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(24 - RING, 0, 8, 0)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(4)
        self.tiles: dict[str, CardTile] = {}
        self._renderers: dict[str, CardRenderer] = {}
        language = chosen_language(session.settings.language)
        for at, card_format in enumerate(all_formats()):
            tile = CardTile(card_format.name(language), (_WIDTH, _HEIGHT), 2, self)
            tile.setToolTip(
                f"{card_format.name(language)} · {card_format.width} × {card_format.height}"
            )
            renderer = CardRenderer(
                session, _DELAY_MS, parent=self, card_format=card_format.id, turns=turns
            )
            renderer.rendered.connect(tile.show_card)
            tile.clicked.connect(lambda _=False, key=card_format.id: self.chosen.emit(key))
            grid.addWidget(tile, at // _COLUMNS, at % _COLUMNS)
            self.tiles[card_format.id] = tile
            self._renderers[card_format.id] = renderer
        grid.setColumnStretch(_COLUMNS, 1)

    def set_format(self, format_id: str) -> None:
        """Show which one is chosen, without telling anyone."""
        for key, tile in self.tiles.items():
            tile.setChecked(key == format_id)

    def forget(self) -> None:
        """What the tiles show is of another review, or is no card any more."""
        for key, tile in self.tiles.items():
            self._renderers[key].forget()
            tile.image = QImage()
            tile.update()

    def refresh(self) -> None:
        """Paint the open review in every format again."""
        for card_format in all_formats():
            room = min(_WIDTH / card_format.width, _HEIGHT / card_format.height)
            renderer = self._renderers[card_format.id]
            renderer.set_scale(2 * room * self.devicePixelRatioF())
            renderer.refresh()
