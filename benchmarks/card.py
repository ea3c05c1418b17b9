"""A card of two 12-megapixel photos, from files to a file, beside peers that paste two pictures.

``python benchmarks/card.py`` prints milliseconds and ratios of one interleaved run. *Ours* is what
an export does: it opens the originals, lays out, paints all words, marks and stamps, and gives the
bytes. Decoded pictures are forgotten before; where the product is was found once, when a picture
was first on a card, and is kept (``workflow/prepared.py``).
Peers decode both photos, crop and scale them (Lanczos) to the same two panels, and encode at the
same quality: no layout, no words. The quality gate: each picture's SSIM against full decoding and
Lanczos. ``pip install pyvips`` for libvips; what isn't installed is left out.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
from PIL import Image

from claimcheck.cards.boxes import Layout, intersection
from claimcheck.cards.files.encode import as_rgb, encode_picture
from claimcheck.cards.formats import all_formats
from claimcheck.cards.qt import ensure_gui_application
from claimcheck.library.library import Library
from claimcheck.model import edits
from claimcheck.model.geometry import Rect
from claimcheck.model.kinds import Role
from claimcheck.model.review import Review
from claimcheck.workflow import card as cards
from claimcheck.workflow.carousel import export_carousel
from claimcheck.workflow.intake import take_in
from claimcheck.workflow.prepared import forget_pictures
from claimcheck.workflow.sample import add_sample

ROUNDS = 9
QUALITY = 93
SAMPLE = Path(__file__).parents[1] / "resources" / "sample"


def main() -> None:
    ensure_gui_application()
    with tempfile.TemporaryDirectory() as name, Library.open(Path(name) / "library") as library:
        paths = photos(Path(name))
        review = a_review(library, paths)
        originals = library.originals

        def rendered() -> cards.RenderedCard:
            forget_pictures()
            return cards.render_card(originals, review, language="en")

        card = rendered()
        boxes = shown(card.layout)
        gate(as_rgb(card.image), paths, boxes)
        runs: dict[str, Callable[[], bytes]] = {
            "claimcheck, JPEG": lambda: encode_picture(rendered().image, "jpeg", 10**8),
            "claimcheck, PNG": lambda: encode_picture(rendered().image, "png", 10**8),
            "Pillow, JPEG": lambda: pasted(paths, boxes, "JPEG", draft=False),
            "Pillow with draft, JPEG": lambda: pasted(paths, boxes, "JPEG", draft=True),
            "Pillow with draft, PNG": lambda: pasted(paths, boxes, "PNG", draft=True),
        }
        if importlib.util.find_spec("pyvips"):
            runs["libvips, JPEG"] = lambda: by_vips(paths, boxes, ".jpg[Q=93,subsample_mode=off]")
            runs["libvips, PNG"] = lambda: by_vips(paths, boxes, ".png")
        else:
            print("libvips left out: pyvips is not installed")
        report(interleaved(runs))
        report_formats(library, review, Path(name))


def photos(folder: Path) -> tuple[Path, Path]:
    """Two photos of 12 megapixels: the sample's, enlarged, with a sensor's noise."""
    made = []
    for number, source in enumerate(("listing.jpg", "photo.jpg")):
        with Image.open(SAMPLE / source) as picture:
            width, height = (4000, 3000) if picture.width > picture.height else (3000, 4000)
            scale = max(width / picture.width, height / picture.height)
            size = round(picture.width * scale), round(picture.height * scale)
            large = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        rgb = np.asarray(large.crop((0, 0, width, height))).astype(np.int16)
        noise = np.random.default_rng(number).normal(0, 2.0, rgb.shape[:2])
        noisy = np.clip(rgb + np.rint(cv2.GaussianBlur(noise, (0, 0), 0.7))[..., None], 0, 255)
        made.append(folder / f"photo-{number}.jpg")
        Image.fromarray(noisy.astype(np.uint8)).save(made[-1], quality=90, subsampling=2)
    return made[0], made[1]


def a_review(library: Library, paths: tuple[Path, Path]) -> Review:
    """All that the sample says, with these two photos."""
    review = add_sample(library, "en")
    bare = review
    for item in review.evidence:
        bare = edits.remove_evidence(bare, item.id)
    for path, role in zip(paths, (Role.LISTING, Role.PHOTO), strict=True):
        bare = edits.add_evidence(bare, take_in(library.originals, [path], role).evidence)
    library.save(bare)
    return bare


def shown(layout: Layout) -> dict[Role, tuple[Rect, Rect]]:
    """Of each picture: the part that the card shows, in its pixels, and where, in the card's."""
    found = {}
    for panel in layout.panels:
        p = panel.placement
        shape = Rect(0, 0, 3000, 4000)
        on_card = intersection(panel.rect, p.rect(shape))
        assert on_card is not None
        x, y = round(on_card.x), round(on_card.y)
        whole = Rect(x, y, round(on_card.right) - x, round(on_card.bottom) - y)
        source = Rect(
            *((whole.x - p.x) / p.scale, (whole.y - p.y) / p.scale),
            *(whole.width / p.scale, whole.height / p.scale),
        )
        found[panel.role] = (source.clipped_to(3000, 4000), whole)
    return found


Boxes = dict[Role, tuple[Rect, Rect]]


def pasted(paths: tuple[Path, Path], boxes: Boxes, kind: str, draft: bool) -> bytes:
    canvas = Image.new("RGB", (1080, 1920))
    for path, (source, target) in zip(paths, boxes.values(), strict=True):
        picture: Image.Image = Image.open(path)
        full = picture.width
        size = round(target.width), round(target.height)
        if draft:
            wanted = (
                full * target.width / source.width,
                picture.height * target.height / source.height,
            )
            picture.draft("RGB", (round(wanted[0]), round(wanted[1])))
        reduced = picture.width / full
        box = tuple(
            v * reduced for v in (source.x, source.y, min(source.right, full), source.bottom)
        )
        part = picture.resize(size, Image.Resampling.LANCZOS, box=box)  # type: ignore[arg-type]
        canvas.paste(part, (round(target.x), round(target.y)))
    buffer = io.BytesIO()
    options = {"quality": QUALITY, "subsampling": 0} if kind == "JPEG" else {}
    canvas.save(buffer, kind, **options)
    return buffer.getvalue()


def by_vips(paths: tuple[Path, Path], boxes: Boxes, suffix: str) -> bytes:
    vips = importlib.import_module("pyvips")
    canvas = vips.Image.black(1080, 1920, bands=3)
    for path, (source, target) in zip(paths, boxes.values(), strict=True):
        scale = target.width / source.width
        picture = vips.Image.thumbnail(str(path), round(3000 * scale), height=100_000)
        part = picture.crop(
            *(round(source.x * scale), round(source.y * scale)),
            min(round(target.width), picture.width - round(source.x * scale)),
            min(round(target.height), picture.height - round(source.y * scale)),
        )
        canvas = canvas.insert(part, round(target.x), round(target.y))
    return bytes(canvas.write_to_buffer(suffix))


@dataclass
class Run:
    """What was measured of one contender."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Seconds of all its threads: another view where the machine has other work."""
    size: int = 0


def interleaved(runs: dict[str, Callable[[], bytes]]) -> dict[str, Run]:
    found = {name: Run() for name in runs}
    for number in range(ROUNDS + 1):
        order = list(runs.items())
        for name, run in order[number % len(order) :] + order[: number % len(order)]:
            start, cpu = time.perf_counter(), time.process_time()
            data = run()
            if number:  # the first round warms up
                found[name].seconds.append(time.perf_counter() - start)
                found[name].cpu.append(time.process_time() - cpu)
            found[name].size = len(data)
    return found


def report(found: dict[str, Run]) -> None:
    print(f"Card of two 12-megapixel photos, {ROUNDS} rounds; ratio of ours to each, by medians")
    print(f"{'':28}{'median':>8}{'least':>8}{'CPU':>8}{'ratio':>8}{'of least':>9}{'size':>9}")
    for kind in ("JPEG", "PNG"):
        ours = found[f"claimcheck, {kind}"]
        for name, run in found.items():
            if name.endswith(kind):
                ratios = (a / b for a, b in zip(ours.seconds, run.seconds, strict=True))
                middle, least = statistics.median(run.seconds), min(run.seconds)
                cpu, ratio = statistics.median(run.cpu), statistics.median(ratios)
                print(
                    f"{name:28}{1000 * middle:8.0f}{1000 * least:8.0f}{1000 * cpu:8.0f}{ratio:8.2f}"
                    f"{min(ours.seconds) / least:9.2f}{run.size / 1000:6.0f} kB"
                )


def report_formats(library: Library, review: Review, folder: Path) -> None:
    ids = [one.id for one in all_formats()]

    def made(formats: list[str]) -> float:
        forget_pictures()
        start = time.perf_counter()
        export_carousel(
            library,
            review,
            folder / "set",
            language="en",
            formats=formats,
            only_cover=True,
            overwrite=True,
            pattern="{format}",
        )
        return time.perf_counter() - start

    pairs = [(made(ids), made(ids[:1])) for _ in range(2 * ROUNDS)][1:]
    ratio = statistics.median(many / one for many, one in pairs)
    least = min(many for many, _ in pairs) / min(one for _, one in pairs)
    # There are no ten: two more would take what each of these took beyond the first.
    ten, ten_least = (1 + 9 * (value - 1) / (len(ids) - 1) for value in (ratio, least))
    print(
        f"{len(ids)} formats of one card: {ratio:.2f} times one, by least times {least:.2f}; "
        f"ten by the same step: {ten:.2f} and {ten_least:.2f}"
    )


# --- quality -------------------------------------------------------------------------------------


def gate(card: np.ndarray, paths: tuple[Path, Path], boxes: Boxes) -> None:
    """Print each picture's SSIM where nothing else is painted over it."""
    for role, path in zip(boxes, paths, strict=True):
        source, target = boxes[role]
        box = (source.x, source.y, source.right, source.bottom)
        size = round(target.width), round(target.height)
        with Image.open(path) as picture:
            wanted = np.asarray(picture.resize(size, Image.Resampling.LANCZOS, box=box))
        x, y = round(target.x), round(target.y)
        got = card[y : y + size[1], x : x + size[0]]
        # What the card paints over the picture (callouts, tabs, scrim) differs by far more.
        far = np.abs(got.astype(int) - wanted.astype(int)).max(axis=2) > 60
        free = ~cv2.dilate(far.astype(np.uint8), np.ones((25, 25), np.uint8)).astype(bool)
        free[int(0.72 * size[1]) :] = False  # the scrim under the platform's caption
        values = ssim(got, wanted)[free]
        print(f"SSIM of the {role}: {values.mean():.4f} ({free.mean():.0%} of it is bare)")


def ssim(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The structural similarity of each pixel's surroundings (Wang et al. 2004), of luma."""
    a, b = (cv2.cvtColor(x, cv2.COLOR_RGB2GRAY).astype(np.float64) for x in (one, other))

    def mean(values: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(values, (11, 11), 1.5)

    ma, mb = mean(a), mean(b)
    va, vb, vab = mean(a * a) - ma * ma, mean(b * b) - mb * mb, mean(a * b) - ma * mb
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return ((2 * ma * mb + c1) * (2 * vab + c2)) / ((ma**2 + mb**2 + c1) * (va + vb + c2))


if __name__ == "__main__":
    main()
