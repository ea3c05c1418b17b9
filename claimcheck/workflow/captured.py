"""From a product page to a review: listing, claims and pictures beside the page itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from claimcheck.capture.fetch import Fetched, fetch
from claimcheck.errors import KnownError
from claimcheck.library.originals import Originals
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Claim, Evidence, Listing, Review, new_id
from claimcheck.workflow.intake import Intake, take_in, take_in_bytes
from claimcheck.workflow.page_source import Capture, keep_page, name_of, told_by
from claimcheck.workflow.progress import Progress, silent

PICTURES_AT_MOST = 12


def fetch_pictures(
    originals: Originals,
    urls: Iterable[str],
    listing_id: str | None,
    known: Sequence[Evidence],
    allow_private: bool = False,
    progress: Progress = silent,
    role: Role = Role.LISTING,
    page_url: str = "",
) -> Intake:
    """Fetch pictures by their addresses into the originals; those that fail become problems.

    ``page_url`` is the page that showed them, where that is known.
    """
    wanted = list(urls)

    def take(url: str) -> Intake:
        fetched = fetch(url, allow_private=allow_private)
        return picture_of(originals, fetched, role, listing_id, seen, page_url)

    intakes: list[Intake] = []
    seen = list(known)
    for done, url in enumerate(wanted):
        progress(done, len(wanted), name_of(url))
        intakes.append(_or_problem(lambda url=url: take(url)))  # type: ignore[misc]
        seen += intakes[-1].evidence
    progress(len(wanted), len(wanted), "")
    return _together(intakes)


def picture_of(
    originals: Originals,
    fetched: Fetched,
    role: Role,
    listing_id: str | None,
    known: Sequence[Evidence] = (),
    page_url: str = "",
) -> Intake:
    """Take in a fetched picture, with what the server told of it."""
    intake = take_in_bytes(
        originals, fetched.content, name_of(fetched.asked), role, Origin.WEB, listing_id, known,
        fetched.url[:500],
    )  # fmt: skip
    told = told_by(fetched) + ((("page", page_url[:500]),) if page_url else ())
    return replace(intake, evidence=tuple(replace(e, told=told) for e in intake.evidence))


def pictures_at_hand(
    originals: Originals,
    capture: Capture,
    urls: Iterable[str],
    listing_id: str | None,
    known: Sequence[Evidence] = (),
    progress: Progress = silent,
) -> Intake:
    """Take in pictures that came with the page: in its file, or in the folder saved beside it."""
    wanted = [url for url in urls if capture.has(url)]
    seen, intakes = list(known), list[Intake]()
    source = (capture.page.url or capture.source)[:500]
    for done, url in enumerate(wanted):
        progress(done, len(wanted), name_of(url))
        if url in capture.page.embedded:
            data = capture.page.embedded[url]
            at = url if "://" in url else source
            intake = take_in_bytes(
                originals, data, name_of(url), Role.LISTING, capture.origin, listing_id, seen,
                at[:500],
            )  # fmt: skip
        else:
            path = capture.beside[url]
            intake = take_in(originals, [path], Role.LISTING, capture.origin, listing_id, seen)
            intake = replace(
                intake, evidence=tuple(replace(e, source=source) for e in intake.evidence)
            )
        seen += intake.evidence
        intakes.append(intake)
    return _together(intakes)


def chosen_pictures(
    originals: Originals,
    capture: Capture,
    urls: Sequence[str],
    listing_id: str,
    known: Sequence[Evidence] = (),
    allow_private: bool = False,
    progress: Progress = silent,
) -> Intake:
    """The page itself and the chosen ones of its pictures: those at hand, the others fetched."""
    page = keep_page(originals, capture, listing_id)
    at_hand = pictures_at_hand(originals, capture, urls, listing_id, known, progress)
    away = [url for url in urls if not capture.has(url)]
    seen = (*known, *at_hand.evidence)
    fetched = fetch_pictures(
        originals, away, listing_id, seen, allow_private, progress, page_url=capture.page.url
    )
    return _together([Intake((page,)), at_hand, fetched])


def listing_of(capture: Capture, listing_id: str) -> Listing:
    """What the page says of its offer, with the day on which it was seen."""
    page = capture.page
    return Listing(
        listing_id,
        url=page.url,
        seller=page.seller,
        price=page.price,
        currency=page.currency,
        seen_on=capture.at.astimezone().date(),
    )


def with_capture(
    review: Review,
    capture: Capture,
    listing: Listing,
    evidence: Iterable[Evidence],
    promises: Iterable[str],
) -> Review:
    """``review`` with the listing, its evidence, and the ticked promises as claims.

    What the review says of the product already stays; what it doesn't say is filled in. An empty
    listing gives its place to the captured one.
    """
    page, product = capture.page, review.product
    review = edits.set_product(
        review,
        replace(
            product,
            name=product.name or page.name,
            brand=product.brand or page.brand,
            gtin=product.gtin or page.gtin,
        ),
    )
    review = edits.put_listing(review, listing)
    for promise in promises:
        claim = Claim(new_id(), promise, listing_id=listing.id)
        review = edits.put_claim(review, claim)
    return edits.add_evidence(review, evidence)


def place_for(review: Review) -> str:
    """The id that a captured listing gets: of the empty one that waits for it, or a new one."""
    waiting = next((one for one in review.listings if one == Listing(one.id)), None)
    return waiting.id if waiting is not None else new_id()


def review_of_page(
    originals: Originals,
    capture: Capture,
    with_claims: bool,
    fetch_at_most: int = 0,
    allow_private: bool = False,
    progress: Progress = silent,
) -> tuple[Review, Intake]:
    """A new review of what a page says, not kept yet, and what became of its pictures.

    The promises become claims word for word when ``with_claims``. Pictures come along as far as
    they came with the page; of others ``fetch_at_most`` are fetched, the largest first.
    """
    review = edits.new_review()
    listing = listing_of(capture, place_for(review))
    urls = [image.url for image in capture.page.images]
    at_hand = [url for url in urls if capture.has(url)][:PICTURES_AT_MOST]
    away = [url for url in urls if not capture.has(url)][:fetch_at_most]
    intake = chosen_pictures(
        originals, capture, [*at_hand, *away], listing.id, (), allow_private, progress
    )
    promises = capture.page.promises if with_claims else ()
    return with_capture(review, capture, listing, intake.evidence, promises), intake


def _together(intakes: Sequence[Intake]) -> Intake:
    return Intake(
        tuple(e for intake in intakes for e in intake.evidence),
        tuple(r for intake in intakes for r in intake.repeated),
        tuple(p for intake in intakes for p in intake.problems),
    )


def _or_problem(take: Callable[[], Intake]) -> Intake:
    try:
        return take()
    except KnownError as problem:
        return Intake(problems=(problem,))
