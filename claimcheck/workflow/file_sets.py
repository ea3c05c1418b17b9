"""Several files made in one go: named by a pattern, written all or none, each on record."""

from __future__ import annotations

import hashlib
import re
import time
import unicodedata
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from claimcheck.cards.boxes import CardWarning
from claimcheck.cards.files.encode import encode_picture
from claimcheck.cards.render import Painted
from claimcheck.errors import QT_TRANSLATE_NOOP, ErrorKind, KnownError
from claimcheck.library.atomic import writing_together
from claimcheck.library.records import ExportRecord
from claimcheck.model.review import Review
from claimcheck.workflow.exports import (
    Exported,
    Keeping,
    Recipe,
    Seconds,
    keep_records,
    recorded,
    refuse_private,
)
from claimcheck.workflow.progress import Progress

FIELDS = ("product", "brand", "format", "template", "language", "number", "what", "date")
"""What a pattern may name, in braces."""
_THREADS = 2
_AHEAD = 8
"""How many files are begun before one is painted, and how many may wait to be packed: as many as
there are formats, so that painting a card in all of them never stops for that; some 100 MB."""
_LONGEST_NAME = 150
"""Bytes; file systems take 255 with the suffix, and while it is written the name is longer."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What Windows keeps for devices, whatever the suffix."""
SUFFIX_OF = {"jpeg": ".jpg", "png": ".png", "webp": ".webp"}


@dataclass(frozen=True, slots=True)
class Planned:
    """One file to make."""

    recipe: Recipe
    kind: str
    """``jpeg``, ``png`` or ``webp``."""
    words: Mapping[str, str]
    """For the pattern: ``number`` and ``what``."""
    begin: Callable[[Executor], Callable[[], Painted]]
    """Lays it out and has its pictures made by the threads; what comes back paints it."""


def check_pattern(pattern: str, needed: Iterable[str] = ()) -> None:
    """VALUE_INVALID when a pattern names what there isn't, or not what tells files apart."""
    named = re.findall(r"\{([^{}]*)\}", pattern)
    rest = re.sub(r"\{[^{}]*\}", "", pattern)
    unknown = [name for name in named if name not in FIELDS]
    missing = [name for name in needed if name not in named]
    if unknown or "{" in rest or "}" in rest or not pattern.strip():
        todo, fields = QT_TRANSLATE_NOOP("errors", "Use {fields}."), [*FIELDS]
    elif missing:
        todo = QT_TRANSLATE_NOOP("errors", "It needs {fields}, or files would collide.")
        fields = missing
    else:
        return
    raise KnownError(
        ErrorKind.VALUE_INVALID,
        what=QT_TRANSLATE_NOOP("errors", "The pattern of file names"),
        value=pattern,
        todo=todo,
        fields=", ".join(f"{{{name}}}" for name in fields),
    )


def file_name(pattern: str, planned: Planned) -> str:
    """The file's name, with its suffix."""
    recipe = planned.recipe
    filled = fill_pattern(
        pattern,
        recipe.review,
        format=recipe.format.id,
        template=recipe.template.id,
        language=recipe.language,
        **planned.words,
    )
    return f"{filled}{SUFFIX_OF[planned.kind]}"


def fill_pattern(pattern: str, review: Review, **words: str) -> str:
    """A file's name without its suffix: letters, digits and dashes, safe on every system.

    ``words`` are the pattern's fields that the review doesn't give; those left out are empty.
    """
    values = dict.fromkeys(FIELDS, "") | {
        "product": plain_words(review.product.name) or "card",
        "brand": plain_words(review.product.brand),
        "date": review.updated_at.date().isoformat(),
        **words,
    }
    name = re.sub(r"[^\w.-]+", "-", pattern.format_map(values)).strip("-.")
    while len(name.encode()) > _LONGEST_NAME:
        name = name[:-1]
    name = name.strip("-.") or "card"
    return f"card-{name}" if _RESERVED.fullmatch(name) else name


def plain_words(text: str) -> str:
    """``hair-growth-gummies``: letters of the Latin alphabet, digits and dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")


def existing(folder: Path, pattern: str, planned: Iterable[Planned]) -> tuple[Path, ...]:
    """Which of the files are there already."""
    paths = (folder / file_name(pattern, one) for one in planned)
    return tuple(path for path in paths if path.exists())


def export_all(
    library: Keeping,
    folder: Path,
    pattern: str,
    planned: tuple[Planned, ...],
    *,
    overwrite: bool,
    seconds: Seconds,
    progress: Progress,
    left_out: tuple[CardWarning, ...] = (),
) -> Exported:
    """Make the files, two at a time, and let them appear all at once.

    ``KnownError``: FILE_EXISTS names the first that is there, unless ``overwrite``;
    EXPORT_PRIVATE; and what ``writing_together`` raises. ``progress`` may raise ``Cancelled``:
    then nothing is left.
    """
    there = existing(folder, pattern, planned)
    if there and not overwrite:
        raise KnownError(ErrorKind.FILE_EXISTS, there[0], count=len(there))
    records: list[ExportRecord] = []
    warnings: list[CardWarning] = list(left_out)
    with writing_together(folder) as together, closing(_made(planned, seconds)) as made:
        for number, one in enumerate(planned):
            name = file_name(pattern, one)
            progress(number, len(planned), name)
            file = next(made)
            refuse_private(file.data, folder / name)
            together.write(folder / name, file.data)
            warnings += file.warnings
            digest = file.sha256, len(file.data)
            records.append(recorded(one.recipe, folder / name, digest, file.size, file.warnings))
        progress(len(planned), len(planned), "")
    keep_records(library, records)
    return Exported(tuple(records), tuple(dict.fromkeys(warnings)), seconds)


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    sha256: str
    size: tuple[int, int]
    warnings: tuple[CardWarning, ...]
    seconds: float
    """To encode it."""


def _made(planned: Sequence[Planned], seconds: Seconds) -> Generator[_File, None, None]:
    """The files in their order; ``seconds`` is added to.

    Laying out and painting are Python's and Qt's, and gain nothing by a second thread; they go on
    here, while threads make the next ones' pictures and pack the ones before. No more are begun
    than are soon taken, so that few lie in memory and stopping takes no time.
    """
    with ThreadPoolExecutor(_THREADS) as threads:
        packing: deque[Future[_File]] = deque()

        def packed() -> _File:
            file = packing.popleft().result()
            seconds.encode += file.seconds
            return file

        try:
            for one, paint in _begun(planned, threads, seconds):
                with seconds.during("compose"):
                    painted = paint()
                # Others keep the cores busy, except at the end.
                cores = 2 if one is planned[-1] else 1
                packing.append(threads.submit(_packed, one, painted, cores))
                # What is done goes to the disk; only when too many wait is one waited for.
                while packing and (packing[0].done() or len(packing) > _AHEAD):
                    yield packed()
            while packing:
                yield packed()
        finally:
            for file in packing:
                file.cancel()


def _begun(
    planned: Iterable[Planned], threads: Executor, seconds: Seconds
) -> Iterator[tuple[Planned, Callable[[], Painted]]]:
    """Each file when those after it are begun as well."""
    begun: deque[tuple[Planned, Callable[[], Painted]]] = deque()
    for one in planned:
        with seconds.during("compose"):
            begun.append((one, one.begin(threads)))
        if len(begun) > _AHEAD:
            yield begun.popleft()
    yield from begun


def _packed(one: Planned, painted: Painted, threads: int) -> _File:
    start = time.perf_counter()
    data = encode_picture(painted.image, one.kind, one.recipe.format.max_bytes, threads)
    size, sha256 = (painted.image.width(), painted.image.height()), hashlib.sha256(data).hexdigest()
    return _File(data, sha256, size, painted.warnings, time.perf_counter() - start)
