"""Hold the finished pictures to what the app's tutorial needs of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Bgr = NDArray[np.uint8]
Truth = dict[str, Any]

BORDER_PX = 8


def check(folder: Path, bytes_at_most: dict[str, int], drawing: Path | None) -> bool:
    """Say of each demand whether it is met; True if all are.

    `folder` holds the JPEGs named in `bytes_at_most` and truth.json. With
    `drawing`, both pictures are drawn there with what was found in them.
    """
    listing, photo = cv2.imread(str(folder / "listing.jpg")), cv2.imread(str(folder / "photo.jpg"))
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    homography, inliers, matches = _align(photo, listing)
    label = _mapped_label(homography, truth)
    off = np.linalg.norm(label - np.float32(truth["listing"]["label_corners"]), axis=1)
    if drawing is not None:
        _draw_findings(listing, photo, truth, label, drawing)
    darkest = _darkest_in_border(listing)
    results = {
        f"border minimum {darkest} (>= 250)": darkest >= 250,
        f"inliers {inliers} of {matches} matches (>= 40)": inliers >= 40,
        f"label corners off by {off.round(1).tolist()} px (<= 15)": bool(off.max() <= 15),
    }
    for name, limit in bytes_at_most.items():
        file = folder / f"{name}.jpg"
        results[f"{name} fits"] = file.stat().st_size <= limit
        results[f"{name} has no metadata"] = not Image.open(file).getexif()
    for text, passed in results.items():
        print("ok  " if passed else "FAIL", text)
    return all(results.values())


def _darkest_in_border(image: Bgr) -> int:
    """The smallest value in any channel of the outermost pixels."""
    edges = (image[:BORDER_PX], image[-BORDER_PX:], image[:, :BORDER_PX], image[:, -BORDER_PX:])
    return min(int(edge.min()) for edge in edges)


def _align(photo: Bgr, listing: Bgr) -> tuple[NDArray[np.float64], int, int]:
    """The homography from photo to listing, its inliers, and how many matches there were."""
    photo_points, photo_found = _root_sift(photo)
    listing_points, listing_found = _root_sift(listing)
    pairs = cv2.BFMatcher(cv2.NORM_L2).knnMatch(photo_found, listing_found, k=2)
    good = [a for a, b in pairs if a.distance < 0.8 * b.distance]
    source = np.float32([photo_points[m.queryIdx].pt for m in good])
    target = np.float32([listing_points[m.trainIdx].pt for m in good])
    homography, mask = cv2.findHomography(source, target, cv2.USAC_MAGSAC, 4.0)
    return homography, int(mask.sum()), len(good)


def _root_sift(image: Bgr) -> tuple[Any, NDArray[np.float32]]:
    gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    points, found = cv2.SIFT_create(8000).detectAndCompute(gray, None)
    return points, np.sqrt(found / (np.abs(found).sum(axis=1, keepdims=True) + 1e-7))


def _mapped_label(homography: NDArray[np.float64], truth: Truth) -> NDArray[np.float32]:
    """The photo's label corners, where the alignment takes them in the listing; (4, 2) pixels."""
    corners = np.float32(truth["photo"]["label_corners"]).reshape(-1, 1, 2)
    return cv2.perspectiveTransform(corners, homography).reshape(-1, 2)


def _draw_findings(
    listing: Bgr, photo: Bgr, truth: Truth, label: NDArray[np.float32], file: Path
) -> None:
    cv2.polylines(listing, [label.astype(np.int32)], True, (255, 0, 0), 3)
    for image, name in ((listing, "listing"), (photo, "photo")):
        for key in ("bears", "fill_level", "lid"):
            x, y = (int(v) for v in truth[name][key])
            cv2.drawMarker(image, (x, y), (0, 255, 0), cv2.MARKER_CROSS, 40, 4)
            beside = (x + 14, y - 8)
            cv2.putText(image, key, beside, cv2.FONT_HERSHEY_SIMPLEX, 0.9, (0, 120, 0), 2)
        x, y, w, h = (int(v) for v in truth[name]["box"])
        cv2.rectangle(image, (x, y), (x + w, y + h), (0, 160, 255), 2)
    tall = cv2.resize(photo, (900, 1200), interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(file), np.hstack([listing, tall]))
