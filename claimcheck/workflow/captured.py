"""From a product page to a review: the page kept as evidence, listing, claims and pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from claimcheck.capture.fetch import Fetched, fetch
from claimcheck.capture.page import CapturedPage
from claimcheck.capture.reading import read_page
from claimcheck.errors import ErrorKind, KnownError
from claimcheck.library.originals import Originals
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Claim, Evidence, Listing, Review, new_id
from claimcheck.workflow.intake import Intake, take_in, take_in_bytes
from claimcheck.workflow.progress import Progress, silent

PICTURES_AT_MOST = 12
_TOLD_HEADERS = ("date", "content-type", "last-modified", "etag", "server", "content-language")
_FILES_AT_MOST = 2000


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it came, and what it says."""

    page: CapturedPage
    content: bytes = field(repr=False)
    name: str
    origin: Origin
    source: str
    """The address that answered, or the folder of the file."""
    told: tuple[tuple[str, str], ...] = ()
    beside: Mapping[str, Path] = field(default_factory=dict, repr=False)
    """Files that a browser saved along with it, as the page names them."""
    at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    """UTC."""

    def has(self, image_url: str) -> bool:
        """Whether a picture came with the page, so that nothing need be fetched for it."""
        return image_url in self.page.embedded or image_url in self.beside


def open_page(path: Path, url: str = "", origin: Origin = Origin.FILE) -> Capture:
    """Read a page that a browser saved, with the folder beside it where there is one.

    Raises ``KnownError`` as ``read_page``, and FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE.
    """
    content = _content(path)
    beside = _files_beside(path)
    page = read_page(content, url, path.name, beside=beside)
    return Capture(page, content, path.name, origin, str(path.absolute().parent), (), beside)


def fetch_page(url: str, allow_private: bool = False, progress: Progress = silent) -> Capture:
    """Fetch a page by its address, and read it; ``KnownError`` as ``fetch`` and ``read_page``.

    A page that shows its product only to a browser that runs its scripts is PAGE_BLOCKED: then
    saving it from the browser helps.
    """
    fetched = fetch(url, allow_private=allow_private, progress=progress)
    if fetched.is_picture:
        raise KnownError(ErrorKind.PAGE_WITHOUT_PRODUCT, _name_of(fetched.url))
    return page_of(fetched)


def page_of(fetched: Fetched) -> Capture:
    """Read what was fetched as a page; ``KnownError`` as ``read_page``, and PAGE_BLOCKED."""
    name = PurePosixPath(unquote(urlsplit(fetched.url).path)).name or "page"
    try:
        page = read_page(fetched.content, fetched.url, name, charset=fetched.charset)
    except KnownError as error:
        if error.kind is ErrorKind.PAGE_WITHOUT_PRODUCT:
            raise KnownError(ErrorKind.PAGE_BLOCKED, address=fetched.url) from error
        raise
    return Capture(
        page, fetched.content, name, Origin.WEB, fetched.url, _told(fetched), at=fetched.fetched_at
    )


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
        progress(done, len(wanted), _name_of(url))
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
        originals, fetched.content, _name_of(fetched.asked), role, Origin.WEB, listing_id, known,
        fetched.url[:500],
    )  # fmt: skip
    told = _told(fetched) + ((("page", page_url[:500]),) if page_url else ())
    return replace(intake, evidence=tuple(replace(e, told=told) for e in intake.evidence))


def keep_page(originals: Originals, capture: Capture, listing_id: str | None) -> Evidence:
    """Keep the page itself, byte for byte, as evidence of where everything came from."""
    suffix = ".mhtml" if capture.name.lower().endswith((".mht", ".mhtml")) else ".html"
    suffix = ".gz" if capture.content.startswith(b"\x1f\x8b") else suffix
    stored = originals.keep_bytes(capture.content, suffix)
    told = capture.told
    if not told and capture.page.url:  # of a saved page, the address that it tells
        told = (("page", capture.page.url[:500]),)
    return Evidence(
        id=new_id(),
        sha256=stored.sha256,
        role=Role.PAGE,
        name=capture.name,
        suffix=suffix,
        size_bytes=stored.size_bytes,
        width_px=0,
        height_px=0,
        added_at=capture.at,
        origin=capture.origin,
        source=capture.source,
        listing_id=listing_id,
        told=told,
    )


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
        progress(done, len(wanted), _name_of(url))
        if url in capture.page.embedded:
            data = capture.page.embedded[url]
            at = url if "://" in url else source
            intake = take_in_bytes(
                originals, data, _name_of(url), Role.LISTING, capture.origin, listing_id, seen,
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


def _told(fetched: Fetched) -> tuple[tuple[str, str], ...]:
    """What is worth keeping of an answer: never cookies, nor anything long."""
    told = [("asked", fetched.asked)]
    told += [("redirect", hop) for hop in fetched.hops]
    told.append(("status", str(fetched.status)))
    told += [(name, fetched.header(name)[:300]) for name in _TOLD_HEADERS if fetched.header(name)]
    return tuple(told)


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


def _name_of(url: str) -> str:
    name = PurePosixPath(unquote(url.partition("?")[0].partition("#")[0])).name
    return "".join(c for c in name if c.isprintable())[-80:] or "picture"


def _files_beside(path: Path) -> dict[str, Path]:
    """``Page.html`` lies beside ``Page_files/`` (or ``Page_bestanden``, ``Page-Dateien`` …)."""
    found: dict[str, Path] = {}
    try:
        folders = [one for one in path.parent.iterdir() if one.is_dir()]
    except OSError:
        return found
    for folder in folders:
        rest = folder.name.removeprefix(path.stem)
        if rest == folder.name or rest[:1] not in {"_", "-", ".", ""}:
            continue
        for number, file in enumerate(sorted(folder.rglob("*"))):
            if number == _FILES_AT_MOST:
                break
            if file.is_file() and not file.is_symlink():
                found[file.relative_to(path.parent).as_posix()] = file
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(ErrorKind.FILE_MISSING, path) from error
    except IsADirectoryError as error:
        raise KnownError(ErrorKind.FILE_IS_FOLDER, path) from error
    except OSError as error:
        raise KnownError(ErrorKind.FILE_UNREADABLE, path) from error
