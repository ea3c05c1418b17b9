"""Where reviews and originals are kept. No Qt."""

from claimcheck.library.library import Library
from claimcheck.library.originals import Originals, Stored
from claimcheck.library.records import CheckReport, ExportRecord, Problem, ReviewSummary

__all__ = [
    "CheckReport",
    "ExportRecord",
    "Library",
    "Originals",
    "Problem",
    "ReviewSummary",
    "Stored",
]
