"""A picture for people of what was seen: the listing, the photo, and the one on the other."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from claimcheck.imaging.align import Alignment
from claimcheck.imaging.differences import Difference
from claimcheck.imaging.homography import Matrix, shifting
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.resample import resize
from claimcheck.imaging.segment import Product

_HEIGHT_PX = 900
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
        laid = _laid(photo, found.homography, (listing.shape[1], listing.shape[0]))
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
    panels.append(_laid(photo, from_middles, (listing.shape[1], listing.shape[0])))
    return _beside(panels)


def _beside(panels: Sequence[RGB]) -> RGB:
    gap = np.full((_HEIGHT_PX, _GAP_PX, 3), _PAPER, np.uint8)
    return np.hstack([part for panel in panels for part in (panel, gap)][:-1])


def _laid(photo: RGB, photo_to_listing: Matrix, size: tuple[int, int]) -> RGB:
    """The photo in the listing's frame, as large as it is shown: a small listing would blur it."""
    scale = _HEIGHT_PX / size[1]
    grown = np.diag([scale, scale, 1.0])
    grown[:2, 2] = (scale - 1) / 2
    whole = max(1, min(round(size[0] * scale), 4 * _HEIGHT_PX)), _HEIGHT_PX
    laid = cv2.warpPerspective(
        photo, grown @ photo_to_listing, whole, flags=cv2.INTER_AREA, borderValue=_PAPER
    )
    return np.asarray(laid, np.uint8)


def _shown(rgb: RGB) -> RGB:
    width = max(1, round(rgb.shape[1] * _HEIGHT_PX / rgb.shape[0]))
    return resize(rgb, min(width, 4 * _HEIGHT_PX), _HEIGHT_PX)


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
