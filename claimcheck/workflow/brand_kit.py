"""Keep a creator's brand kit: the logo and ``brand.toml`` in the library's folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimcheck.cards.brand import FILE, Kit, kit_as_toml
from claimcheck.library.atomic import write_atomically, write_errors_told


def keep_kit(folder: Path, kit: Kit, logo: Path | None = None) -> Kit:
    """Write ``kit`` to the library in ``folder``, and a copy of ``logo`` where one is given.

    A kit that says nothing leaves no file. Gives the kit as it was kept. ``KnownError`` as
    ``write_atomically``, or FILE_MISSING and the like for a logo that can't be read.
    """
    if logo is not None:
        name = f"logo{logo.suffix.lower()}"
        if logo.resolve() != (folder / name).resolve():
            with write_errors_told(logo):
                data = logo.read_bytes()
            write_atomically(folder / name, data)
        kit = replace(kit, logo=name)
    if kit == Kit():
        with write_errors_told(folder / FILE):
            (folder / FILE).unlink(missing_ok=True)
    else:
        write_atomically(folder / FILE, kit_as_toml(kit).encode())
    return kit
