"""Python's cycle collector, kept to the GUI thread.

Python collects cycles in whatever thread happens to allocate. Windows, models and sessions are in
cycles (a signal holds a method that holds its object), and a QObject that a worker thread deletes
takes its timers and the events waiting for it from under the GUI thread, which then crashes. So
the collector is switched off, and run from a timer of the GUI thread, by its own rule of when.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250


def collect_when_due() -> int:
    """Collect the oldest generation that is due by Python's thresholds; how much was garbage."""
    thresholds, counts = gc.get_threshold(), gc.get_count()
    due = [age for age in range(3) if thresholds[age] and counts[age] > thresholds[age]]
    return gc.collect(due[-1]) if due else 0


class GarbageTimer(QObject):
    """While it is running, cycles are collected in this object's thread and in no other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(collect_when_due)

    def start(self) -> None:
        """Switch the automatic collector off; what exists by now is taken to stay."""
        gc.disable()
        gc.freeze()  # modules and tables: what is not looked at again costs no pause
        self._timer.start()

    def stop(self) -> None:
        """Give the collector back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
