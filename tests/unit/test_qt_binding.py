"""The Qt binding that pyproject.toml lets in must survive a long day.

PySide6 6.12.0 on Python 3.11 gives back a reference to ``None`` too many in every call that returns
nothing; after some 5,000 of them the interpreter aborts. So: ask for more than a day's worth.
"""

from __future__ import annotations

import subprocess
import sys

VOID_CALLS = """
from PySide6.QtCore import QObject
from PySide6.QtGui import QPainterPath
thing, path = QObject(), QPainterPath()
for _ in range(30_000):
    thing.setObjectName("x")
    path.moveTo(1.0, 2.0)
print("alive")
"""


def test_sixty_thousand_void_calls_leave_the_program_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr[-2000:]
