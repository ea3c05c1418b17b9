"""Everything that is painted, on canvas, card and clip: one painter, QtGui only."""
