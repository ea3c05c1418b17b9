"""What is typed about a listing, for ``compare`` and ``add``."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.cli import values
from claimcheck.model.kinds import Platform
from claimcheck.workflow.reviews import ListingDetails


def details_of(chosen: Namespace) -> ListingDetails:
    """The details that were given; VALUE_INVALID when one can't be meant."""
    return ListingDetails(
        platform=chosen.platform and values.one_of(Platform, chosen.platform, "The platform"),
        url=chosen.url,
        seller=chosen.seller,
        promoter=chosen.promoter,
        is_ad=chosen.ad,
        price=values.price(chosen.price) if chosen.price is not None else None,
        currency=values.currency(chosen.currency) if chosen.currency is not None else None,
        seen_on=values.day(chosen.seen_on) if chosen.seen_on is not None else None,
    )
