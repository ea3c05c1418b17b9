"""Fonts and painting need a Qt application; the one of pytest-qt, so that all tests share it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Make sure that there is one."""
