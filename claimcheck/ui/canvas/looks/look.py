"""The ways to look, each with its key and icon."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.errors import QT_TRANSLATE_NOOP


class Look(StrEnum):
    """How listing image and photo are looked at."""

    BESIDE = "beside"
    STACKED = "stacked"
    WIPE = "wipe"
    ONION = "onion"
    BLINK = "blink"
    DIFFERENCE = "difference"
    LOUPE = "loupe"

    @property
    def lays_over(self) -> bool:
        """Whether the photo is laid over the listing image, in one view."""
        return self not in (Look.BESIDE, Look.STACKED)


@dataclass(frozen=True, slots=True)
class LookSpec:
    """What a look is called, and how it is chosen. Words are of the context ``looks``."""

    look: Look
    title: str
    icon: str
    key: str
    hint: str


_ = QT_TRANSLATE_NOOP
LOOKS: tuple[LookSpec, ...] = (
    LookSpec(Look.BESIDE, _("looks", "Side by side"), "columns-2", "F2", ""),
    LookSpec(Look.STACKED, _("looks", "One above the other"), "rows-2", "F3", ""),
    LookSpec(
        Look.WIPE,
        _("looks", "Wipe"),
        "flip-horizontal-2",
        "F4",
        _("looks", "Drag the line to wipe; F4 turns it."),
    ),
    LookSpec(
        Look.ONION,
        _("looks", "See through"),
        "layers",
        "F5",
        _("looks", "The slider says how much of the photo shows; [ and ] move it."),
    ),
    LookSpec(
        Look.BLINK,
        _("looks", "Blink"),
        "repeat",
        "F6",
        _("looks", "Listing image and photo in turn; [ and ] change how fast."),
    ),
    LookSpec(
        Look.DIFFERENCE,
        _("looks", "Difference map"),
        "contrast",
        "F7",
        _("looks", "The redder, the more the photo differs; light and tint are evened out."),
    ),
    LookSpec(
        Look.LOUPE,
        _("looks", "Double loupe"),
        "scan-search",
        "F8",
        _("looks", "Point at a spot to see it on both, close up."),
    ),
)
SPECS: dict[Look, LookSpec] = {spec.look: spec for spec in LOOKS}
ALIGN_TITLE = _("looks", "Find the listing’s product in the photo")
