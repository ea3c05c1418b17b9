"""``frame``: lay what can't be aligned over the listing with the same size and middle."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.cli.many import Told, each_pair
from claimcheck.cli.seeing import refuse_many_overlays
from claimcheck.cli.values import place
from claimcheck.imaging.aligning.homography import shifting
from claimcheck.imaging.differing.overlay_picture import draw_framing
from claimcheck.imaging.files.load import load_rgb
from claimcheck.imaging.pixels import RGB
from claimcheck.imaging.segment import Product, find_product
from claimcheck.imaging.subject import find_subject
from claimcheck.model.geometry import Rect
from claimcheck.workflow.framing import same_size_and_middle
from claimcheck.workflow.write_picture import write_picture


def frame(chosen: Namespace) -> int:
    """Both products with one area and one middle, each found in a box."""
    return each_pair(chosen, _frame)


def _frame(chosen: Namespace) -> Told:
    listing, photo = load_rgb(Path(chosen.listing)), load_rgb(Path(chosen.photo))
    theirs = _product(listing, chosen.listing_box, "The listing's box", str(chosen.listing))
    ours = _product(photo, chosen.photo_box, "The photo's box", str(chosen.photo))
    way = np.array(same_size_and_middle(theirs, ours)).reshape(3, 3)
    if chosen.output is not None:
        refuse_many_overlays(chosen)
        write_picture(draw_framing(listing, photo, way, (theirs, ours)), chosen.output)
    from_middles = shifting(-0.5, -0.5) @ way @ shifting(0.5, 0.5)
    result = {
        "homography": from_middles.tolist(),
        "scale": round(float(way[0, 0]), 4),
        "listing": _told(theirs),
        "photo": _told(ours),
    }
    return result, f"the photo {way[0, 0]:.2f} times as large lies on the listing"


def _product(rgb: RGB, text: str | None, what: str, name: str) -> Product:
    """In the box that was given: a pixel's middle counts as its place, an area as whole pixels."""
    return find_product(rgb, place(text, what) if text else find_subject(rgb).frame, name)


def _told(product: Product) -> dict[str, Any]:
    frame: Rect = product.frame
    return {
        "x": round(frame.x, 1),
        "y": round(frame.y, 1),
        "width": round(frame.width, 1),
        "height": round(frame.height, 1),
        "area": round(product.area),
    }
