"""Where things lie: our own resources, and the folders that each platform gives a program."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Folder of templates, formats, translations, theme and sample.

    Inside the package when installed from a wheel, beside it in a checkout or editable install.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def default_library() -> Path:
    """``CLAIMCHECK_LIBRARY`` if set, else ``library`` in the platform's data folder."""
    chosen = os.environ.get("CLAIMCHECK_LIBRARY")
    if chosen:
        return Path(chosen).expanduser()
    return Path(platformdirs.user_data_dir("claimcheck", appauthor=False)) / "library"


def cache_folder() -> Path:
    """The platform's cache folder for thumbnails and log; may be deleted at any time."""
    return Path(platformdirs.user_cache_dir("claimcheck", appauthor=False))
