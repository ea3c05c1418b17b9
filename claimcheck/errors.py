"""The user's errors: what failed, which file, what to do. Anything else that is raised is a bug.

The sentences stand here in English, marked for Qt's translation tools; whoever shows one translates
``MESSAGES[error.kind]`` (context ``errors``) and fills in ``error.details``. No Qt is needed to
raise one.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - lupdate looks for this name
    """Mark ``text`` for translation and give it back as it is."""
    return text


class ErrorKind(StrEnum):
    """Stable names, part of the command line's JSON."""

    FILE_MISSING = "file-missing"
    FILE_EMPTY = "file-empty"
    FILE_UNREADABLE = "file-unreadable"
    FILE_IS_FOLDER = "file-is-folder"
    FILE_SLOW = "file-slow"
    PICTURE_DAMAGED = "picture-damaged"
    PICTURE_UNKNOWN = "picture-unknown"
    PICTURE_UNSUPPORTED = "picture-unsupported"
    PICTURE_TOO_LARGE = "picture-too-large"
    PICTURE_TOO_SMALL = "picture-too-small"
    MEMORY_FULL = "memory-full"
    DISK_FULL = "disk-full"
    FOLDER_READ_ONLY = "folder-read-only"
    FOLDER_MISSING = "folder-missing"
    WRITE_FAILED = "write-failed"
    FILE_EXISTS = "file-exists"
    EXPORT_PRIVATE = "export-private"
    EXPORT_UNKNOWN = "export-unknown"
    LIBRARY_BUSY = "library-busy"
    LIBRARY_READ_ONLY = "library-read-only"
    LIBRARY_TOO_NEW = "library-too-new"
    LIBRARY_DAMAGED = "library-damaged"
    NOT_A_LIBRARY = "not-a-library"
    ORIGINAL_MISSING = "original-missing"
    REVIEW_UNKNOWN = "review-unknown"
    ITEM_UNKNOWN = "item-unknown"
    COMPARISON_MISSING = "comparison-missing"
    TEMPLATE_FAULTY = "template-faulty"
    TEMPLATE_UNKNOWN = "template-unknown"
    FORMAT_UNKNOWN = "format-unknown"
    VALUE_INVALID = "value-invalid"
    PAGE_DAMAGED = "page-damaged"
    PAGE_TOO_LARGE = "page-too-large"
    PAGE_WITHOUT_PRODUCT = "page-without-product"
    PAGE_UNREACHABLE = "page-unreachable"
    PAGE_SLOW = "page-slow"
    PAGE_MISSING = "page-missing"
    PAGE_BLOCKED = "page-blocked"
    VIDEO_DAMAGED = "video-damaged"
    ADDRESS_INVALID = "address-invalid"
    ADDRESS_PRIVATE = "address-private"
    PATCH_OUTSIDE = "patch-outside"
    PATCH_TOO_DARK = "patch-too-dark"
    CHART_NOT_FOUND = "chart-not-found"
    CHART_MISMATCH = "chart-mismatch"
    CORNERS_UNCLEAR = "corners-unclear"
    POINTS_UNCLEAR = "points-unclear"
    BOX_TOO_SMALL = "box-too-small"
    BOX_TOO_LARGE = "box-too-large"
    BOX_PLAIN = "box-plain"
    EXTRA_MISSING = "extra-missing"
    CLIPBOARD_EMPTY = "clipboard-empty"
    NO_DISPLAY = "no-display"


_ = QT_TRANSLATE_NOOP
MESSAGES: dict[ErrorKind, str] = {
    ErrorKind.FILE_MISSING: _(
        "errors", "{file} is not there any more. Check the name, or choose the file again."
    ),
    ErrorKind.FILE_EMPTY: _(
        "errors", "{file} is empty (0 bytes). Copy it from your phone or download it again."
    ),
    ErrorKind.FILE_UNREADABLE: _(
        "errors", "{file} can’t be read. Check that you may open it, then try again."
    ),
    ErrorKind.FILE_IS_FOLDER: _("errors", "{file} is a folder. Choose the pictures inside it."),
    ErrorKind.FILE_SLOW: _(
        "errors",
        "{file} took too long to open, so that was stopped. Try again when the computer is less busy; if that doesn’t help, copy the file again from where it came.",
    ),
    ErrorKind.PICTURE_DAMAGED: _(
        "errors",
        "{file} is damaged: it stops or breaks off halfway. Copy it again from where it came.",
    ),
    ErrorKind.PICTURE_UNKNOWN: _(
        "errors",
        "{file} is not a picture that claimcheck knows. Use JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or BMP.",
    ),
    ErrorKind.PICTURE_UNSUPPORTED: _(
        "errors",
        "{file} is a {format} file, which claimcheck doesn’t open. Save it as JPEG or PNG first.",
    ),
    ErrorKind.PICTURE_TOO_LARGE: _(
        "errors",
        "{file} has {megapixels} megapixels; claimcheck opens up to {limit}. Save a smaller copy and use that.",
    ),
    ErrorKind.PICTURE_TOO_SMALL: _(
        "errors",
        "{file} is only {width} × {height} pixels. Use a picture of at least {limit} × {limit}.",
    ),
    ErrorKind.MEMORY_FULL: _(
        "errors",
        "There is not enough memory to open {file}. Close other programs, or save a smaller copy and use that.",
    ),
    ErrorKind.DISK_FULL: _(
        "errors", "The disk is full: {file} was not written. Make room, then try again."
    ),
    ErrorKind.FOLDER_READ_ONLY: _(
        "errors", "{file} can’t be written: the folder is read-only. Choose another folder."
    ),
    ErrorKind.FOLDER_MISSING: _(
        "errors", "{file} can’t be written: the folder is not there. Choose another folder."
    ),
    ErrorKind.WRITE_FAILED: _(
        "errors",
        "{file} could not be written ({reason}). Nothing was left half-written; try again or choose another folder.",
    ),
    ErrorKind.FILE_EXISTS: _(
        "errors", "{file} already exists. Choose another name, or allow it to be replaced."
    ),
    ErrorKind.EXPORT_PRIVATE: _(
        "errors",
        "{file} was not written, because it would hold more than the picture: {what}. Please report this.",
    ),
    ErrorKind.EXPORT_UNKNOWN: _(
        "errors", "There is no export {id} on record. See “claimcheck review show”."
    ),
    ErrorKind.LIBRARY_BUSY: _(
        "errors",
        "The library {file} is open in another claimcheck. Close that one, or open this one read-only.",
    ),
    ErrorKind.LIBRARY_READ_ONLY: _(
        "errors", "The library {file} is open read-only, so nothing can be changed."
    ),
    ErrorKind.LIBRARY_TOO_NEW: _(
        "errors", "The library {file} was made by a newer claimcheck. Update claimcheck to open it."
    ),
    ErrorKind.LIBRARY_DAMAGED: _(
        "errors",
        "The library {file} is damaged ({reason}). Its backups are in the folder “backups”.",
    ),
    ErrorKind.NOT_A_LIBRARY: _(
        "errors", "{file} is not a claimcheck library. Choose another folder."
    ),
    ErrorKind.ORIGINAL_MISSING: _(
        "errors",
        "The original of {file} is missing from the library. Put the folder “originals” back, or add the picture again.",
    ),
    ErrorKind.REVIEW_UNKNOWN: _("errors", "There is no review {id}. See “claimcheck review list”."),
    ErrorKind.ITEM_UNKNOWN: _("errors", "There is no {what} {id} in this review."),
    ErrorKind.COMPARISON_MISSING: _("errors", "This review has no {what} yet. Add one first."),
    ErrorKind.TEMPLATE_FAULTY: _(
        "errors", "{file}, line {line}: {reason}. Mend the template, or remove it."
    ),
    ErrorKind.TEMPLATE_UNKNOWN: _(
        "errors", "There is no template {id}. See “claimcheck templates”."
    ),
    ErrorKind.FORMAT_UNKNOWN: _("errors", "There is no format {id}. See “claimcheck formats”."),
    ErrorKind.VALUE_INVALID: _("errors", "{what} can’t be “{value}”. {todo}"),
    ErrorKind.PAGE_DAMAGED: _(
        "errors",
        "{file} is not a whole web page: it breaks off, or is something else. Save the page from your browser again.",
    ),
    ErrorKind.PAGE_TOO_LARGE: _(
        "errors",
        "{file} is larger than {limit} MB, too large for a product page. Save it without its videos, or as “HTML only”.",
    ),
    ErrorKind.PAGE_WITHOUT_PRODUCT: _(
        "errors",
        "No product was found in {file}. Open the product’s own page in your browser, wait until its price shows, and save that.",
    ),
    ErrorKind.PAGE_UNREACHABLE: _(
        "errors",
        "{address} could not be fetched: {reason}. Check the address and your connection, or save the page from your browser and open that.",
    ),
    ErrorKind.PAGE_SLOW: _(
        "errors",
        "{address} did not answer in time. Try again, or save the page from your browser and open that.",
    ),
    ErrorKind.PAGE_MISSING: _(
        "errors",
        "{address} answers that there is no such page ({status}). Copy the address from your browser again.",
    ),
    ErrorKind.PAGE_BLOCKED: _(
        "errors",
        "{address} lets no app read it. Open it in your browser, press Ctrl+S (on a Mac ⌘S), save the whole page, and drop that file here.",
    ),
    ErrorKind.VIDEO_DAMAGED: _(
        "errors",
        "{file} can’t be played: it is damaged, or no video. Copy it from the phone again, or save it as MP4.",
    ),
    ErrorKind.ADDRESS_INVALID: _(
        "errors",
        "“{address}” is not a web address. It begins with https:// or http://.",
    ),
    ErrorKind.ADDRESS_PRIVATE: _(
        "errors",
        "{address} is on your own network, not on the internet, so it is not opened.",
    ),
    ErrorKind.PATCH_OUTSIDE: _(
        "errors", "The patch lies outside {file} ({width} × {height} pixels). Choose another place."
    ),
    ErrorKind.PATCH_TOO_DARK: _(
        "errors", "The patch in {file} is too dark to tell its colour. Choose a lighter place."
    ),
    ErrorKind.CHART_NOT_FOUND: _(
        "errors", "No chart of 24 patches was found in {file}. Mark its four corners yourself."
    ),
    ErrorKind.CHART_MISMATCH: _(
        "errors",
        "What the four corners in {file} enclose is not a chart of 24 patches. Mark the outer corners of its corner patches.",
    ),
    ErrorKind.CORNERS_UNCLEAR: _(
        "errors",
        "The marked points in {file} can’t be the outline of a flat {what}. Mark its corners, or its rim, again.",
    ),
    ErrorKind.POINTS_UNCLEAR: _(
        "errors",
        "Nothing can be measured between the points marked in {file}: they lie behind the camera or on the horizon of the plane.",
    ),
    ErrorKind.BOX_TOO_SMALL: _(
        "errors", "The box on {file} is too small. Drag it around the whole product."
    ),
    ErrorKind.BOX_TOO_LARGE: _(
        "errors",
        "The box on {file} leaves nothing around the product to tell it from. Drag it closer around the product.",
    ),
    ErrorKind.BOX_PLAIN: _(
        "errors",
        "In the box on {file} is only one colour, and no product. Drag it around the product.",
    ),
    ErrorKind.EXTRA_MISSING: _(
        "errors", "For this claimcheck needs {package}. Install it with: {command}"
    ),
    ErrorKind.CLIPBOARD_EMPTY: _("errors", "There is no picture on the clipboard. Copy one first."),
    ErrorKind.NO_DISPLAY: _(
        "errors",
        "There is no display to open a window on. Use the commands: see “claimcheck --help”.",
    ),
}


class KnownError(Exception):
    """Something in the user's world went wrong, and the user can do something about it.

    ``details`` fill the placeholders of the message; ``file`` is added as ``{file}`` by its name.
    """

    def __init__(self, kind: ErrorKind, file: Path | str | None = None, **details: object) -> None:
        self.kind = kind
        self.file = Path(file) if file is not None else None
        self.details = {"file": self.file.name or str(self.file) if self.file else "", **details}
        super().__init__(self.told_with(MESSAGES[kind]))

    def told_with(self, sentence: str, say: Callable[[str], str] = str) -> str:
        """Fill ``sentence``, a translation of ``MESSAGES[self.kind]``, with this error's details.

        ``say`` translates those that are words themselves; ``todo`` may have gaps of its own.
        """
        told: dict[str, object] = {
            name: say(str(self.details[name])) for name in ("what", "todo") if name in self.details
        }
        if "{" in (todo := str(told.get("todo", ""))):
            told["todo"] = todo.format_map(_Missing(self.details))
        return sentence.format_map(_Missing({**self.details, **told}))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.kind, self.file, self.details)


def _rebuild(kind: ErrorKind, file: Path | None, details: dict[str, object]) -> KnownError:
    return KnownError(kind, file, **{key: value for key, value in details.items() if key != "file"})


class _Missing(dict[str, object]):
    """A message with a gap is better than an error about an error."""

    def __missing__(self, key: str) -> str:
        return "…"


class Cancelled(Exception):  # noqa: N818 - it is not an error
    """The user asked to stop; nothing is wrong and nothing is left behind."""
