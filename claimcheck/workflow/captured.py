"""From a saved product page to a review: product, listing, claims, and the pictures it holds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from claimcheck.capture.page import CapturedPage
from claimcheck.library import Library
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Claim, Listing, Product, Review, new_id
from claimcheck.workflow.intake import take_in_bytes

_PICTURES_AT_MOST = 12


def review_of_page(library: Library, page: CapturedPage, with_claims: bool) -> Review:
    """Begin a review with what ``page`` says, and keep it in ``library``.

    The promises become claims word for word when ``with_claims``. Pictures come along as far as
    the saved page holds them; one that can't be read is left out.
    """
    review = edits.new_review()
    review = edits.set_product(review, Product(page.name, page.brand, page.gtin))
    listing = Listing(
        new_id(),
        url=page.url,
        seller=page.seller,
        price=page.price,
        currency=page.currency,
        seen_on=dt.datetime.now(dt.UTC).astimezone().date(),
    )
    review = edits.put_listing(review, listing)
    for promise in page.promises if with_claims else ():
        review = edits.put_claim(review, Claim(new_id(), promise, listing_id=listing.id))
    for url in [image.url for image in page.images if image.url in page.embedded]:
        if len(review.evidence) == _PICTURES_AT_MOST:
            break
        intake = take_in_bytes(
            library.originals,
            page.embedded[url],
            Path(url.partition("?")[0]).name[:80] or "picture",
            Role.LISTING,
            Origin.FILE,
            listing.id,
            review.evidence,
            url[:500],
        )
        review = edits.add_evidence(review, intake.evidence)
    library.save(review)
    return review
