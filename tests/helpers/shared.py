"""Real pictures and pages that lie beside the project, not in it; tests skip where they don't."""

from __future__ import annotations

from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = _ROOT.parent / "shared" / "data"


def shared_folder(name: str) -> Path:
    """The folder ``../shared/data/NAME``; skips the test when it isn't there."""
    folder = _SHARED / name
    if not folder.is_dir():
        pytest.skip(f"needs real data in ../shared/data/{name}, which is not there")
    return folder


def shared_files(name: str, pattern: str = "*") -> list[Path]:
    """The files of such a folder that match, in order."""
    files = sorted(path for path in shared_folder(name).glob(pattern) if path.is_file())
    assert files, f"no {pattern} in ../shared/data/{name}"
    return files
