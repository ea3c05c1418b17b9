#!/usr/bin/env python3
"""Make claimcheck's two sample pictures from nothing but code.

The app compares a webshop picture with a real-life photo. So that nobody's
product is accused and nobody's picture is borrowed, this script invents the
product, draws its label and renders it twice with Blender's Cycles:

* ``listing.jpg``  the studio shot: pure white, full jar, saturated gummies
* ``photo.jpg``    the same jar as delivered, on a kitchen table
* ``truth.json``   where things are in each picture, in pixels from the top left

How to run (Python 3.11, about 10 minutes on two cores)::

    python3.11 -m venv /tmp/sample-venv
    /tmp/sample-venv/bin/pip install bpy==5.0.1 numpy pillow \\
        opencv-python-headless fontpkg-barlow-condensed fontpkg-inter
    /tmp/sample-venv/bin/python resources/sample/make_pictures.py
    /tmp/sample-venv/bin/python resources/sample/make_pictures.py --check

``--check`` renders nothing; it verifies the finished pictures (uniform border,
file sizes, and that RootSIFT finds the label of the one in the other).

This is a workshop tool. The app ships its results and never imports it.
"""

# Blender is imported only to render, OpenCV only to check: neither half needs the other's library.
# ruff: noqa: PLC0415

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from label.design import draw_label
from PIL import Image

HERE = Path(__file__).resolve().parent

# The pictures come along with every installation.
BYTES_AT_MOST = {"listing": 250_000, "photo": 600_000}


def main() -> int:
    """Make or check what the command line asks for; return the exit code."""
    options = _read_command_line()
    if options.check:
        from check_pictures import check

        return 0 if check(options.out, BYTES_AT_MOST, options.drawing) else 1
    options.out.mkdir(parents=True, exist_ok=True)
    label = draw_label()
    if options.only == "label":
        label.save(options.out / "label.png")
    else:
        _make_pictures(label, options)
    return 0


def _read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make claimcheck's sample pictures.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for the results")
    parser.add_argument("--only", choices=("label", "listing", "photo"), help="make just this one")
    parser.add_argument(
        "--samples", type=int, default=20, help="per pixel; the denoiser does the rest"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="below 1 for a quick preview")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--check", action="store_true", help="verify the finished pictures, render nothing"
    )
    parser.add_argument("--drawing", type=Path, help="with --check: where to draw what was found")
    return parser.parse_args()


def _make_pictures(label: Image.Image, options: argparse.Namespace) -> None:
    """Render what is asked for; the other picture's entry in truth.json stays as it is."""
    from scene.camera import Quality
    from scene.studio import make_listing
    from scene.table import make_photo

    quality = Quality(options.samples, options.scale, options.threads)
    truth_file = options.out / "truth.json"
    truth = json.loads(truth_file.read_text("utf-8")) if truth_file.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        texture = work / "label.png"
        label.save(texture)
        for name, make in (("listing", make_listing), ("photo", make_photo)):
            if options.only in (None, name):
                begun = time.monotonic()
                picture, truth[name] = make(texture, work, quality)
                _save(picture, options.out / f"{name}.jpg", BYTES_AT_MOST[name])
                print(f"{name}: {time.monotonic() - begun:.0f} s")
    truth_file.write_text(json.dumps(truth, indent=2) + "\n", "utf-8")


def _save(picture: Image.Image, file: Path, limit: int) -> None:
    """The best JPEG quality that fits; Pillow writes no metadata unless asked."""
    for quality in range(93, 60, -2):
        picture.save(file, "JPEG", quality=quality, optimize=True, subsampling="4:2:0")
        if file.stat().st_size <= limit:
            print(f"{file.name}: {file.stat().st_size // 1000} kB at quality {quality}")
            return
    raise RuntimeError(f"{file.name} does not fit in {limit} bytes")


if __name__ == "__main__":
    raise SystemExit(main())
