"""The closed lists of the vocabulary. Values are stable: they stand in databases and in JSON."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a piece of evidence shows."""

    LISTING = "listing"
    """What the shop shows."""
    PHOTO = "photo"
    """What the creator photographed."""
    PAGE = "page"
    """The shop's page itself, as it was saved or fetched."""
    RECEIPT = "receipt"
    """Proof of the purchase: private, never on a card without redaction."""
    STICKER = "sticker"
    """Shows nothing of the product: a picture that the creator puts on others as a stamp."""


SIDES = (Role.LISTING, Role.PHOTO)
"""The two that are compared."""


class Origin(StrEnum):
    """How a piece of evidence came in."""

    FILE = "file"
    DROP = "drop"
    PASTE = "paste"
    COMMAND_LINE = "command-line"
    SAMPLE = "sample"
    WEB = "web"
    """Fetched by its address, at the user's wish."""
    VIDEO = "video"
    """A frame taken from a clip."""
    VIEW = "view"
    """Made here: two pictures as they were looked at."""


class Platform(StrEnum):
    """Where a product was offered or praised."""

    WEBSHOP = "webshop"
    TIKTOK_SHOP = "tiktok-shop"
    INSTAGRAM_STORY = "instagram-story"
    INFLUENCER_POST = "influencer-post"
    AD = "ad"
    MARKETPLACE = "marketplace"
    OTHER = "other"


class Topic(StrEnum):
    """What a claim is about."""

    APPEARANCE = "appearance"
    SIZE = "size"
    COLOUR = "colour"
    MATERIAL = "material"
    CONTENTS = "contents"
    EFFECT = "effect"
    PRICE = "price"
    DELIVERY = "delivery"
    ORIGIN = "origin"
    OTHER = "other"


class Verdict(StrEnum):
    """The reviewer's judgement of one claim."""

    HOLDS = "holds"
    PARTLY = "partly"
    MISLEADING = "misleading"
    FALSE = "false"
    UNPROVEN = "unproven"


class DiscrepancyKind(StrEnum):
    """In what the photo differs from the listing image."""

    COLOUR = "colour"
    SIZE = "size"
    SHAPE = "shape"
    MATERIAL = "material"
    CONTENTS = "contents"
    PRINT = "print"
    PACKAGING = "packaging"
    MISSING = "missing"
    DAMAGE = "damage"
    OTHER = "other"


class Severity(StrEnum):
    """How much a discrepancy matters."""

    MINOR = "minor"
    CLEAR = "clear"
    MAJOR = "major"


class MarkKind(StrEnum):
    """What is drawn."""

    BOX = "box"
    ELLIPSE = "ellipse"
    ARROW = "arrow"
    TEXT = "text"
    REDACTION = "redaction"
    LINE = "line"
    PEN = "pen"
    """Drawn by hand: smooth through its points."""
    HIGHLIGHTER = "highlighter"
    MAGNIFIER = "magnifier"
    """A part of the picture, shown enlarged elsewhere on it."""
    SPOTLIGHT = "spotlight"
    """What stays bright while the rest of the picture is dimmed."""
    MEASURE = "measure"
    """A line that tells how long it is."""
    SWATCH = "swatch"
    """The colour that the picture has at one spot."""
    STAMP = "stamp"


class Numbering(StrEnum):
    """What stands on the discs."""

    DIGITS = "digits"
    LETTERS = "letters"


class Dash(StrEnum):
    """How a line is broken."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Cover(StrEnum):
    """What a redaction covers a place with. Only solid can't be reversed."""

    SOLID = "solid"
    PIXELATE = "pixelate"
    BLUR = "blur"


class Typeface(StrEnum):
    """What a text mark is written in."""

    INTER = "inter"
    BARLOW = "barlow"
    """Heavy and narrow, as the titles of cards."""


class Sticker(StrEnum):
    """What a stamp mark shows."""

    HOLDS = "holds"
    PARTLY = "partly"
    MISLEADING = "misleading"
    FALSE = "false"
    UNPROVEN = "unproven"
    PRICE = "price"
    """A price tag."""
    SHAME = "shame"
    """A fat arrow."""
    PICTURE = "picture"
    """A picture of the creator's own, with its transparency."""


class CalloutStyle(StrEnum):
    """How a card points at a difference."""

    LEADER = "leader"
    """A numbered disc beside it, with a line to its edge."""
    PIN = "pin"
    """The disc right at it, with a point that touches it."""
    RING = "ring"
    """A ring around it, the disc on the ring."""
