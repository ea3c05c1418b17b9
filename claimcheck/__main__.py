"""``claimcheck`` and ``python -m claimcheck``."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # not typing's: whatever is imported up here, Ctrl-C during it is not quiet
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the app, or do what the command line asks for; the exit code."""
    try:
        # Here, so that Ctrl-C while this loads is as quiet as it is later.
        from claimcheck.cli.main import main as command_line  # noqa: PLC0415
    except KeyboardInterrupt:
        return 130
    return command_line(arguments, _open_window)


def _open_window(library_folder: Path, read_only: bool) -> int:
    from claimcheck import app  # noqa: PLC0415 - loads all of Qt, which no command needs

    return app.run(library_folder, read_only)


if __name__ == "__main__":
    sys.exit(main())
