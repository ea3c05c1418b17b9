"""``evidence``: what is kept, where it came from, and whether it is still what it was."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.cli.console import table, tell, tell_error
from claimcheck.cli.interrupt import progress
from claimcheck.cli.opening import open_to_export, open_to_read, open_to_write
from claimcheck.errors import QT_TRANSLATE_NOOP, KnownError
from claimcheck.library import Library
from claimcheck.library.opening import DATABASE
from claimcheck.library.originals import is_sound
from claimcheck.model import edits
from claimcheck.model.kinds import Origin, Role
from claimcheck.model.review import Evidence
from claimcheck.workflow.intake import take_in
from claimcheck.workflow.provenance import provenance
from claimcheck.workflow.reviews import change_review, find_evidence, find_review
from claimcheck.workflow.seen_before import find_seen, keep_hashes, print_of_file, read_known


def listed(chosen: Namespace) -> None:
    """List the evidence of a review."""
    with open_to_read(chosen) as library:
        review_id = find_review(library, chosen.review)
        evidence = library.load(review_id).evidence
    rows = [(item.id, item.role, item.name, item.sha256[:12]) for item in evidence]
    plain = [provenance(review_id, item) for item in evidence]
    tell({"review": review_id, "evidence": plain}, table(rows), chosen.json)


def show(chosen: Namespace) -> None:
    """Tell all that is known about one piece of evidence."""
    with open_to_read(chosen) as library:
        review_id, item = find_evidence(library, chosen.evidence)
    plain = provenance(review_id, item)
    lines = table(
        [(name, _told(value)) for name, value in plain.items() if value not in ("", None)]
    )
    tell(plain, lines, chosen.json)


def verify(chosen: Namespace) -> int:
    """Check originals against their hash; 1 when one is missing or altered."""
    with open_to_read(chosen) as library:
        wanted = find_review(library, chosen.review) if chosen.review else None
        found = [(key, item) for key, item in library.evidence() if wanted in {None, key}]
        results = []
        for done, (_, item) in enumerate(found):
            progress(done, len(found), item.name)
            results.append((item, _state(library, item)))
    plain = [{"id": item.id, "name": item.name, "state": state} for item, state in results]
    ok = all(state == "sound" for _, state in results)
    rows = [(item.id, state, item.name) for item, state in results]
    tell({"ok": ok, "evidence": plain}, table(rows), chosen.json)
    return 0 if ok else 1


def receipt(chosen: Namespace) -> int:
    """Keep proof of the purchase; it is never offered for a card without redaction."""
    with open_to_write(chosen) as library:
        review_id = find_review(library, chosen.review)
        known = library.load(review_id).evidence
        intake = take_in(
            library.originals,
            chosen.files,
            Role.RECEIPT,
            Origin.COMMAND_LINE,
            None,
            known,
            progress,
        )
        if intake.evidence:
            change_review(
                library,
                review_id,
                lambda review: edits.add_evidence(review, intake.evidence),
                QT_TRANSLATE_NOOP("history", "Add %n receipt(s)"),
                len(intake.evidence),
            )
    for problem in intake.problems:
        tell_error(problem, chosen.json)
    added = [item.id for item in intake.evidence]
    tell({"review": review_id, "added": added}, added, chosen.json)
    return 1 if intake.problems else 0


def similar(chosen: Namespace) -> None:
    """Find a picture in the library, though cropped, shrunk or written over."""
    wanted = print_of_file(chosen.image)
    is_there = (chosen.library / DATABASE).exists()
    with open_to_export(chosen) if is_there else open_to_read(chosen) as library:
        found, fresh = find_seen(library.originals, [wanted], read_known(library), progress)
        keep_hashes(library, fresh)
        names = {one.review_id: library.load(one.review_id).product.name for one in found[0]}
    matches = [
        {"review": one.review_id, "evidence": one.evidence.id, "distance": one.distance}
        for one in found[0]
    ]
    rows = [
        (one.review_id, one.evidence.id, f"{one.distance:.2f}", names[one.review_id])
        for one in found[0]
    ]
    tell({"matches": matches}, table(rows) if rows else ["not seen before"], chosen.json)


def _state(library: Library, item: Evidence) -> str:
    try:
        return "sound" if is_sound(library.originals.find(item)) else "altered"
    except KnownError:
        return "missing"
    except OSError:
        return "unreadable"


def _told(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(f"{name}: {text}" for name, text in value)
    return str(value)
