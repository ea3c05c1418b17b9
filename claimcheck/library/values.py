"""Between the model's values and plain ones (dicts, lists, strings, numbers) that fit in JSON."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

import cattrs

from claimcheck.model.adjustment import Adjustment
from claimcheck.model.alignment import Alignment, Proposal
from claimcheck.model.changes import COLLECTIONS, Change, Patch
from claimcheck.model.colours import ColourComparison, ColourCorrection
from claimcheck.model.review import (
    CardSettings,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Listing,
    Mark,
    Product,
)
from claimcheck.model.sizes import Measurement, Scale

T = TypeVar("T")

KINDS: dict[str, type] = {
    "product": Product,
    "card": CardSettings,
    "listings": Listing,
    "evidence": Evidence,
    "claims": Claim,
    "comparisons": Comparison,
    "discrepancies": Discrepancy,
    "marks": Mark,
    "adjustments": Adjustment,
    "alignments": Alignment,
    "proposals": Proposal,
    "colour_corrections": ColourCorrection,
    "colour_comparisons": ColourComparison,
    "scales": Scale,
    "measurements": Measurement,
}
"""What each part of a review is made of."""


def _storable(text: str) -> str:
    """Halves of characters, as pasted text and odd file names hold them, fit in no database."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    converter.register_unstructure_hook(float, float)  # a whole number given for a length
    converter.register_unstructure_hook(str, _storable)
    return converter


_CONVERTER = _make_converter()


def to_plain(value: object) -> Any:
    """``value`` of the model as dicts, sequences, strings, numbers, booleans and ``None``."""
    return _CONVERTER.unstructure(value)


def from_plain(plain: object, kind: type[T]) -> T:
    """The value again; a field that is missing in ``plain`` gets its default."""
    return _CONVERTER.structure(plain, kind)


def change_to_plain(change: Change) -> list[dict[str, Any]]:
    """The patches of a change."""
    return [
        {
            "part": patch.part,
            "id": patch.item_id,
            "before": to_plain(patch.before),
            "after": to_plain(patch.after),
        }
        for patch in change.patches
    ]


def change_from_plain(name: str, count: int, patches: list[dict[str, Any]]) -> Change:
    """The change again, with its name and count."""
    return Change(name, count, tuple(_patch_from_plain(plain) for plain in patches))


def _patch_from_plain(plain: dict[str, Any]) -> Patch:
    part, item_id = plain["part"], plain["id"]
    is_order = part in COLLECTIONS and not item_id
    kind: Any = tuple[str, ...] if is_order else KINDS[part] | None
    return Patch(part, item_id, from_plain(plain["before"], kind), from_plain(plain["after"], kind))
