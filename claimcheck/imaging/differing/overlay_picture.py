"""A picture for people of what was seen: the listing, the photo, and the one on the other."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from claimcheck.imaging.aligning.align import Alignment
from claimcheck.imaging.aligning.homography import Matrix, scaling, shifting
from claimcheck.imaging.differing.differences import Difference
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.segment import Product

_HEIGHT_PX, _WIDEST_PX = 900, 1600
_GAP_PX = 12
_PAPER = (247, 245, 240)
_FOUND, _DIFFERS = (20, 150, 90), (226, 61, 48)


def draw_overlay(
    listing: RGB, photo: RGB, found: Alignment | None, regions: Sequence[Difference]
) -> RGB:
    """Side by side: the listing, the photo with the product's outline, the photo laid over.

    Regions are numbered by strength, on the first and the last. Without an alignment, two pictures.
    """
    panels = [_numbered(_shown(listing), listing, regions), _outlined(photo, found)]
    if found is not None:
        laid = _laid(listing, photo, found.homography)
        panels.append(_numbered(laid, listing, regions))
    return _beside(panels)


def draw_framing(
    listing: RGB, photo: RGB, photo_to_listing: Matrix, products: tuple[Product, Product]
) -> RGB:
    """Side by side: the listing and the photo with their silhouettes, the photo laid over.

    ``photo_to_listing`` counts from the edges of pixels, as ``Product`` does.
    """
    panels = []
    for rgb, product in zip((listing, photo), products, strict=True):
        panel = np.ascontiguousarray(_shown(rgb))
        scale = panel.shape[1] / rgb.shape[1], panel.shape[0] / rgb.shape[0]
        line = np.array(
            [[p.x * scale[0], p.y * scale[1]] for p in product.outline or product.frame.corners]
        )
        cv2.polylines(panel, [np.round(line).astype(np.int32)], True, _FOUND, 3, cv2.LINE_AA)
        panels.append(panel)
    from_middles = shifting(-0.5, -0.5) @ photo_to_listing @ shifting(0.5, 0.5)
    panels.append(_laid(listing, photo, from_middles))
    return _beside(panels)


def _beside(panels: Sequence[RGB]) -> RGB:
    parts = []
    for panel in panels:
        column = np.full((_HEIGHT_PX, panel.shape[1], 3), _PAPER, np.uint8)
        column[: panel.shape[0]] = panel
        parts += [column, np.full((_HEIGHT_PX, _GAP_PX, 3), _PAPER, np.uint8)]
    return np.hstack(parts[:-1])


def _panel_size(rgb: RGB) -> tuple[int, int]:
    """Width and height at which a picture is shown: a strip stays a strip."""
    height, width = rgb.shape[:2]
    scale = min(_HEIGHT_PX / height, _WIDEST_PX / width)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _laid(listing: RGB, photo: RGB, photo_to_listing: Matrix) -> RGB:
    """The photo in the listing's frame, as large as it is shown: a small listing would blur it."""
    size = _panel_size(listing)
    grown = scaling(size[0] / listing.shape[1], size[1] / listing.shape[0])
    laid = cv2.warpPerspective(
        photo, grown @ photo_to_listing, size, flags=cv2.INTER_AREA, borderValue=_PAPER
    )
    return np.asarray(laid, np.uint8)


def _shown(rgb: RGB) -> RGB:
    size = _panel_size(rgb)
    larger = size[0] > rgb.shape[1]
    way = cv2.INTER_CUBIC if larger else cv2.INTER_AREA  # quick: it is only to be looked at
    return np.asarray(cv2.resize(rgb, size, interpolation=way), np.uint8)


def _outlined(photo: RGB, found: Alignment | None) -> RGB:
    panel = np.ascontiguousarray(_shown(photo))
    if found is not None:
        scale = np.array([panel.shape[1] / photo.shape[1], panel.shape[0] / photo.shape[0]])
        outline = np.round((found.outline + 0.5) * scale).astype(np.int32)
        cv2.polylines(panel, [outline], True, _FOUND, 3, cv2.LINE_AA)
    return panel


def _numbered(panel: RGB, listing: RGB, regions: Sequence[Difference]) -> RGB:
    panel = np.ascontiguousarray(panel)
    across, down = panel.shape[1] / listing.shape[1], panel.shape[0] / listing.shape[0]
    for number, region in enumerate(regions, 1):
        place = region.place
        low = round(place.x * across), round(place.y * down)
        high = round(place.right * across), round(place.bottom * down)
        cv2.rectangle(panel, low, high, _DIFFERS, 3, cv2.LINE_AA)
        cv2.circle(panel, low, 18, _DIFFERS, -1, cv2.LINE_AA)
        text = str(number)
        (width, height), _below = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 0.7, 2)
        at = low[0] - width // 2, low[1] + height // 2
        white = (255, 255, 255)
        cv2.putText(panel, text, at, cv2.FONT_HERSHEY_SIMPLEX, 0.7, white, 2, cv2.LINE_AA)
    return panel
