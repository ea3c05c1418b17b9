"""The open review's card in several ways, small, in rows; a click chooses one of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QWidget

from claimcheck.ui.panels.card_render import CardRenderer
from claimcheck.ui.panels.card_tile import RING, CardTile


class TileGrid(QWidget):
    """Tiles by their keys, each with what renders its preview."""

    chosen = Signal(str)

    def __init__(self, columns: int, gaps: tuple[int, int], parent: QWidget | None = None) -> None:
        """``gaps`` are those beside and below a tile, in pixels."""
        super().__init__(parent)
        self._grid, self._columns = QGridLayout(self), columns
        self._grid.setContentsMargins(24 - RING, 0, 8, 0)
        self._grid.setHorizontalSpacing(gaps[0])
        self._grid.setVerticalSpacing(gaps[1])
        self._grid.setColumnStretch(columns, 1)
        self.tiles: dict[str, CardTile] = {}
        self.renderers: dict[str, CardRenderer] = {}

    def add(self, key: str, tile: CardTile, renderer: CardRenderer) -> None:
        """One more tile, after the others."""
        at = len(self.tiles)
        renderer.rendered.connect(tile.show_card)
        tile.clicked.connect(lambda _=False: self.chosen.emit(key))
        self._grid.addWidget(tile, at // self._columns, at % self._columns)
        self.tiles[key], self.renderers[key] = tile, renderer

    def set_chosen(self, chosen: str) -> None:
        """Show which one is chosen, without telling anyone."""
        for key, tile in self.tiles.items():
            tile.setChecked(key == chosen)

    def forget(self) -> None:
        """What the tiles show is of another review, or is no card any more."""
        for key, tile in self.tiles.items():
            self.renderers[key].forget()
            tile.image = QImage()
            tile.update()
