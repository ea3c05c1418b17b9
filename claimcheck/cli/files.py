"""How every command tells of the files that it made, in lines and as JSON."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from claimcheck.cards.boxes import CardWarning, WarningKind
from claimcheck.cli.console import tell, tell_warning
from claimcheck.workflow.exports import Exported

_WARNINGS = {
    WarningKind.ELIDED: "shortened, there was no room for all of it",
    WarningKind.LEFT_OUT: "left out, there was no room",
    WarningKind.ENLARGED: "shown at more than four times its size",
    WarningKind.COVERED: "under other things on the card, or outside what it shows",
    WarningKind.UNMEASURED: "not measured, so nothing is drawn to scale",
    WarningKind.UNKNOWN: "not known, so the card is without it",
    WarningKind.UNSHOWN: "no font on this computer has these letters, so they are empty boxes",
    WarningKind.FAR: "far from its spot, which lies where the platform covers the card",
}


def tell_exported(
    exported: Exported,
    chosen: Namespace,
    more: dict[str, Any] | None = None,
    lines: Sequence[str] = (),
) -> None:
    """Tell of files; ``more`` goes into the JSON, ``lines`` follow the paths for people."""
    if not chosen.json:
        for warning in exported.warnings:
            tell_warning(f"{warning.text}: {_WARNINGS.get(warning.kind, warning.kind)}.")
    paths = [record.path for record in exported.records]
    if not chosen.output.is_absolute():  # named from here, so told from here
        paths = [os.path.relpath(path) for path in paths]
    tell({**(more or {}), **plain_files(exported)}, [*paths, *lines], chosen.json)


def plain_files(exported: Exported) -> dict[str, Any]:
    """``files``, ``warnings`` and ``seconds``, as every command has them."""
    seconds = exported.seconds
    return {
        "files": [
            {
                "path": record.path,
                "width": record.width_px,
                "height": record.height_px,
                "bytes": record.bytes,
                "sha256": record.sha256,
                "format": record.format,
            }
            for record in exported.records
        ],
        "warnings": [_plain(warning) for warning in exported.warnings],
        "seconds": {
            "decode": round(seconds.decode, 4),
            "compose": round(seconds.compose, 4),
            "encode": round(seconds.encode, 4),
        },
    }


def _plain(warning: CardWarning) -> dict[str, str]:
    return {"kind": warning.kind.value, "text": warning.text}
