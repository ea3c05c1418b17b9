"""How a card is arranged: pure functions from content and a region to placed boxes."""
