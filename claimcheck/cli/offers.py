"""``formats`` and ``templates``: what cards can be."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.cards.formats import all_formats
from claimcheck.cards.templates import all_templates
from claimcheck.cli.console import table, tell
from claimcheck.cli.values import usual_language


def formats(chosen: Namespace) -> None:
    """List the formats with their sizes."""
    language = usual_language()
    plain = [
        {"id": item.id, "name": item.name("en"), "width": item.width, "height": item.height}
        for item in all_formats()
    ]
    rows = [
        (item.id, f"{item.width} × {item.height}", item.name(language)) for item in all_formats()
    ]
    tell({"formats": plain}, table(rows), chosen.json)


def templates(chosen: Namespace) -> None:
    """List the templates."""
    language = usual_language()
    plain = [{"id": item.id, "name": item.name("en")} for item in all_templates()]
    rows = [(item.id, item.name(language)) for item in all_templates()]
    tell({"templates": plain}, table(rows), chosen.json)
