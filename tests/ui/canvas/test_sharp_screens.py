"""What a screen of two pixels to the point shows: Qt's scale is chosen as a program starts."""

from __future__ import annotations

import os
import subprocess
import sys

_SCRIPT = """
import sys
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from claimcheck.cards.paint.marks import paint_mark
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind
from claimcheck.model.review import Mark, Style

class Canvas(QWidget):
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        way = Point(160.0, 180.0), Point(190.0, 180.0)
        style = Style(colour="#ff0000", stroke=100.0, opacity=0.5)
        paint_mark(painter, Mark("m", "e", MarkKind.HIGHLIGHTER, way, style), (200, 200))
        painter.end()

application = QApplication(sys.argv)
canvas = Canvas()
canvas.resize(200, 200)
image = canvas.grab().toImage()
print(image.width(), image.pixelColor(350, 360).name())
"""


def test_what_is_seen_through_shows_in_every_corner() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    made = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert made.stdout.split() == ["400", "#ff8080"]
