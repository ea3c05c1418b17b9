"""Where a piece of evidence comes from, for people and for scripts."""

from __future__ import annotations

from typing import Any

from claimcheck.library.values import to_plain
from claimcheck.model.review import Evidence


def provenance(review_id: str, item: Evidence, for_others: bool = False) -> dict[str, Any]:
    """All that is kept about a piece of evidence, in plain values.

    ``for_others`` leaves out in which folder of this machine it lay: that names its user.
    """
    plain: dict[str, Any] = to_plain(item)
    if for_others and "://" not in item.source:
        plain["source"] = ""
    plain["told"] = [list(pair) for pair in item.told]
    zone = item.taken_at.tzinfo if item.taken_at else None
    return {"review": review_id, **plain, "taken_in_time_zone": str(zone) if zone else None}
