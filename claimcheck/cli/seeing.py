"""``align``: where the product of the listing is in the photo."""

from __future__ import annotations

from argparse import Namespace

from claimcheck.cli.console import tell
from claimcheck.imaging.align import Alignment, align
from claimcheck.imaging.load import load_rgb


def align_pictures(chosen: Namespace) -> None:
    """Find the listing in the photo; not finding it is an answer too."""
    found = align(load_rgb(chosen.listing), load_rgb(chosen.photo))
    if isinstance(found, Alignment):
        result = {
            "accepted": True,
            "homography": found.homography.tolist(),
            "outline": found.outline.tolist(),
            "inliers": found.inliers,
            "reprojection_error_px": round(found.reprojection_error_px, 3),
            "confidence": round(found.confidence, 3),
            "method": str(found.method),
            "reason": None,
        }
        corners = "  ".join(f"({x:.0f}, {y:.0f})" for x, y in found.outline)
        line = f"found at {corners}, {100 * found.confidence:.0f} % sure"
    else:
        result = {
            "accepted": False,
            "homography": None,
            "outline": None,
            "inliers": found.inliers,
            "reprojection_error_px": None,
            "confidence": round(found.confidence, 3),
            "method": None,
            "reason": str(found.reason),
        }
        line = f"not found: {found.reason}"
    tell(result, [line], chosen.json)
