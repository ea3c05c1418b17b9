"""``formats`` and ``templates``: what cards can be."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.cards.formats import all_formats, find_format
from claimcheck.cards.templates import all_templates, own_templates
from claimcheck.cli.console import table, tell, tell_error
from claimcheck.cli.values import usual_language
from claimcheck.errors import ErrorKind, KnownError


def formats(chosen: Namespace) -> int:
    """List the formats with their sizes, or check a file against one; 1 when it doesn't pass."""
    if chosen.check is not None:
        return _check(chosen)
    language = usual_language()
    plain = [
        {"id": item.id, "name": item.name("en"), "width": item.width, "height": item.height}
        for item in all_formats()
    ]
    rows = [
        (item.id, f"{item.width} × {item.height}", item.name(language)) for item in all_formats()
    ]
    tell({"formats": plain}, table(rows), chosen.json)
    return 0


def _check(chosen: Namespace) -> int:
    # Here, for they load pixels and Qt, and lists are to be there at once.
    from claimcheck.cards.files.file_check import check_file  # noqa: PLC0415
    from claimcheck.cards.qt import ensure_gui_application  # noqa: PLC0415

    if chosen.format:
        find_format(chosen.format)
    try:
        data = chosen.check.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorKind.FILE_MISSING, chosen.check) from error
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, chosen.check) from error
    ensure_gui_application()
    found = check_file(chosen.check, data, chosen.format)
    problems = [{"kind": fault.kind, "text": fault.text} for fault in found.faults]
    result = {"ok": not problems, "format": found.format.id, "problems": problems}
    fine = f"{chosen.check}: fine for {found.format.name('en')}."
    tell(result, [fault.text for fault in found.faults] or [fine], chosen.json)
    return 1 if problems else 0


def templates(chosen: Namespace) -> None:
    """List the templates, the library's own among them, and what is wrong with any of these."""
    language = usual_language()
    own, problems = own_templates(chosen.library / "templates")
    items = (*all_templates(), *own)
    plain = [{"id": item.id, "name": item.name("en")} for item in items]
    for problem in problems:
        tell_error(problem, chosen.json)
    tell({"templates": plain}, table([(i.id, i.name(language)) for i in items]), chosen.json)
