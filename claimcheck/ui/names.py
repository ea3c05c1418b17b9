"""What the vocabulary's closed lists are called in the window, in the language of the app."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import (
    CalloutStyle,
    Cover,
    Dash,
    DiscrepancyKind,
    MarkKind,
    Numbering,
    Origin,
    Platform,
    Role,
    Severity,
    Sticker,
    Topic,
    Typeface,
    Verdict,
)

# One dictionary per list: two lists may share a stable value ("colour") and yet need other words.
_NAMES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Verdict: {
        Verdict.HOLDS: QT_TRANSLATE_NOOP("names", "Holds"),
        Verdict.PARTLY: QT_TRANSLATE_NOOP("names", "Partly"),
        Verdict.MISLEADING: QT_TRANSLATE_NOOP("names", "Misleading"),
        Verdict.FALSE: QT_TRANSLATE_NOOP("names", "False"),
        Verdict.UNPROVEN: QT_TRANSLATE_NOOP("names", "Unproven"),
    },
    Topic: {
        Topic.APPEARANCE: QT_TRANSLATE_NOOP("names", "Appearance"),
        Topic.SIZE: QT_TRANSLATE_NOOP("names", "Size"),
        Topic.COLOUR: QT_TRANSLATE_NOOP("names", "Colour"),
        Topic.MATERIAL: QT_TRANSLATE_NOOP("names", "Material"),
        Topic.CONTENTS: QT_TRANSLATE_NOOP("names", "Contents"),
        Topic.EFFECT: QT_TRANSLATE_NOOP("names", "Effect"),
        Topic.PRICE: QT_TRANSLATE_NOOP("names", "Price"),
        Topic.DELIVERY: QT_TRANSLATE_NOOP("names", "Delivery"),
        Topic.ORIGIN: QT_TRANSLATE_NOOP("names", "Origin"),
        Topic.OTHER: QT_TRANSLATE_NOOP("names", "Other"),
    },
    DiscrepancyKind: {
        DiscrepancyKind.COLOUR: QT_TRANSLATE_NOOP("names", "Colour"),
        DiscrepancyKind.SIZE: QT_TRANSLATE_NOOP("names", "Size"),
        DiscrepancyKind.SHAPE: QT_TRANSLATE_NOOP("names", "Shape"),
        DiscrepancyKind.MATERIAL: QT_TRANSLATE_NOOP("names", "Material"),
        DiscrepancyKind.CONTENTS: QT_TRANSLATE_NOOP("names", "Contents"),
        DiscrepancyKind.PRINT: QT_TRANSLATE_NOOP("names", "Print"),
        DiscrepancyKind.PACKAGING: QT_TRANSLATE_NOOP("names", "Packaging"),
        DiscrepancyKind.MISSING: QT_TRANSLATE_NOOP("names", "Missing"),
        DiscrepancyKind.DAMAGE: QT_TRANSLATE_NOOP("names", "Damage"),
        DiscrepancyKind.OTHER: QT_TRANSLATE_NOOP("names", "Other"),
    },
    Severity: {
        Severity.MINOR: QT_TRANSLATE_NOOP("names", "Minor"),
        Severity.CLEAR: QT_TRANSLATE_NOOP("names", "Clear"),
        Severity.MAJOR: QT_TRANSLATE_NOOP("names", "Major"),
    },
    Platform: {
        Platform.WEBSHOP: QT_TRANSLATE_NOOP("names", "Webshop"),
        Platform.TIKTOK_SHOP: "TikTok Shop",
        Platform.INSTAGRAM_STORY: "Instagram Story",
        Platform.INFLUENCER_POST: QT_TRANSLATE_NOOP("names", "Influencer’s post"),
        Platform.AD: QT_TRANSLATE_NOOP("names", "Ad"),
        Platform.MARKETPLACE: QT_TRANSLATE_NOOP("names", "Marketplace"),
        Platform.OTHER: QT_TRANSLATE_NOOP("names", "Other"),
    },
    Role: {
        Role.LISTING: QT_TRANSLATE_NOOP("names", "Listing image"),
        Role.PHOTO: QT_TRANSLATE_NOOP("names", "Photo"),
        Role.PAGE: QT_TRANSLATE_NOOP("names", "Saved page"),
        Role.RECEIPT: QT_TRANSLATE_NOOP("names", "Receipt"),
        Role.STICKER: QT_TRANSLATE_NOOP("names", "Sticker"),
    },
    Origin: {
        Origin.FILE: QT_TRANSLATE_NOOP("names", "Chosen file"),
        Origin.DROP: QT_TRANSLATE_NOOP("names", "Dropped"),
        Origin.PASTE: QT_TRANSLATE_NOOP("names", "Pasted"),
        Origin.COMMAND_LINE: QT_TRANSLATE_NOOP("names", "Command line"),
        Origin.SAMPLE: QT_TRANSLATE_NOOP("names", "Sample"),
        Origin.WEB: QT_TRANSLATE_NOOP("names", "Fetched from the web"),
        Origin.VIDEO: QT_TRANSLATE_NOOP("names", "Frame of a video"),
        Origin.VIEW: QT_TRANSLATE_NOOP("names", "View of two pictures, made here"),
    },
    MarkKind: {
        MarkKind.BOX: QT_TRANSLATE_NOOP("names", "Box"),
        MarkKind.ELLIPSE: QT_TRANSLATE_NOOP("names", "Ellipse"),
        MarkKind.ARROW: QT_TRANSLATE_NOOP("names", "Arrow"),
        MarkKind.TEXT: QT_TRANSLATE_NOOP("names", "Text"),
        MarkKind.REDACTION: QT_TRANSLATE_NOOP("names", "Redaction"),
        MarkKind.LINE: QT_TRANSLATE_NOOP("names", "Line"),
        MarkKind.PEN: QT_TRANSLATE_NOOP("names", "Pen"),
        MarkKind.HIGHLIGHTER: QT_TRANSLATE_NOOP("names", "Highlighter"),
        MarkKind.MAGNIFIER: QT_TRANSLATE_NOOP("names", "Magnifier"),
        MarkKind.SPOTLIGHT: QT_TRANSLATE_NOOP("names", "Spotlight"),
        MarkKind.MEASURE: QT_TRANSLATE_NOOP("names", "Measurement"),
        MarkKind.SWATCH: QT_TRANSLATE_NOOP("names", "Colour swatch"),
        MarkKind.STAMP: QT_TRANSLATE_NOOP("names", "Stamp"),
    },
    Dash: {
        Dash.SOLID: QT_TRANSLATE_NOOP("names", "Solid line"),
        Dash.DASHED: QT_TRANSLATE_NOOP("names", "Dashed"),
        Dash.DOTTED: QT_TRANSLATE_NOOP("names", "Dotted"),
    },
    Numbering: {
        Numbering.DIGITS: QT_TRANSLATE_NOOP("names", "Numbers"),
        Numbering.LETTERS: QT_TRANSLATE_NOOP("names", "Letters"),
    },
    Cover: {
        Cover.SOLID: QT_TRANSLATE_NOOP("names", "Solid"),
        Cover.PIXELATE: QT_TRANSLATE_NOOP("names", "Pixelated"),
        Cover.BLUR: QT_TRANSLATE_NOOP("names", "Blurred"),
    },
    Sticker: {
        Sticker.HOLDS: QT_TRANSLATE_NOOP("names", "Holds"),
        Sticker.PARTLY: QT_TRANSLATE_NOOP("names", "Partly"),
        Sticker.MISLEADING: QT_TRANSLATE_NOOP("names", "Misleading"),
        Sticker.FALSE: QT_TRANSLATE_NOOP("names", "False"),
        Sticker.UNPROVEN: QT_TRANSLATE_NOOP("names", "Unproven"),
        Sticker.PRICE: QT_TRANSLATE_NOOP("names", "Price tag"),
        Sticker.SHAME: QT_TRANSLATE_NOOP("names", "Arrow of shame"),
        Sticker.PICTURE: QT_TRANSLATE_NOOP("names", "Own picture"),
    },
    Typeface: {
        Typeface.INTER: "Inter",
        Typeface.BARLOW: "Barlow Condensed",
    },
    CalloutStyle: {
        CalloutStyle.LEADER: QT_TRANSLATE_NOOP("names", "Disc with a line"),
        CalloutStyle.PIN: QT_TRANSLATE_NOOP("names", "Disc on the spot"),
        CalloutStyle.RING: QT_TRANSLATE_NOOP("names", "Ring around the spot"),
    },
}


def name_of(value: StrEnum) -> str:
    """The word for ``value`` in the app's language; ``KeyError`` for a list that has no words."""
    return QCoreApplication.translate("names", _NAMES[type(value)][value])
