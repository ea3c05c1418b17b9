"""From what a file holds (palette, grey, 16 bit, CMYK, a camera's colours) to 8-bit sRGB.

NumPy is loaded by the few kinds of picture that need it: processes that look at files and may be
killed at any time start in half the time without it.
"""

from __future__ import annotations

import io
from contextlib import suppress
from functools import lru_cache

from PIL import Image, ImageChops, ImageCms

TYPE_CHECKING = False
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK", "LAB": "Lab"}
"""What ICC calls the colour space of a Pillow mode."""
_ALPHA = {"LA": "L", "RGBA": "RGB"}
# As browsers and Photoshop convert; without lcms' one-pixel cache, since threads share transforms.
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_STEPS = (0, 31, 63, 95, 127, 159, 191, 223, 255)
_LATTICE = [
    level for red in _STEPS for green in _STEPS for blue in _STEPS for level in (red, green, blue)
]
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOCACHE


def to_srgb(image: Image.Image) -> Image.Image:
    """Mode ``RGB`` in sRGB: embedded profile applied, transparency laid over white.

    Loads the pixels; what Pillow raises then comes through.
    """
    profile = image.info.get("icc_profile")
    image = _in_plain_mode(image)
    mode = _ALPHA.get(image.mode, image.mode)
    colours = image if image.mode == mode else image.convert(mode)
    colours = _by_profile(colours, profile if isinstance(profile, bytes) else b"")
    if image.mode not in _ALPHA:
        return colours
    over_white = Image.new("RGB", image.size, (255, 255, 255))
    over_white.paste(colours, mask=image.getchannel("A"))
    return over_white


def is_srgb(image: Image.Image) -> bool:
    """Whether the pixels of a picture of mode ``RGB`` are sRGB as they are; loads nothing."""
    profile = image.info.get("icc_profile")
    if image.mode != "RGB" or "transparency" in image.info:
        return False
    return not (isinstance(profile, bytes) and profile) or _transform(profile, "RGB") is None


def alpha_of(image: Image.Image) -> NDArray[np.uint8]:
    """How opaque each pixel is, 0 to 255; height × width. Loads the pixels, as ``to_srgb``."""
    import numpy as np  # noqa: PLC0415 - see above

    plain = _in_plain_mode(image)
    if plain.mode not in _ALPHA:
        return np.full((plain.height, plain.width), 255, np.uint8)
    return np.asarray(plain.getchannel("A"), dtype=np.uint8)


def _in_plain_mode(image: Image.Image) -> Image.Image:
    """The picture in one of the modes L, LA, RGB, RGBA, CMYK, LAB, 8 bits each."""
    image.load()
    mode = image.mode
    if mode.startswith("I") or mode == "F":
        import numpy as np  # noqa: PLC0415 - see above

        return Image.fromarray(_in_8_bits(np.asarray(image), mode))
    clear = "transparency" in image.info
    if mode in {"P", "PA"}:
        return image.convert("RGBA" if clear or mode == "PA" else "RGB")
    if mode == "1":
        return image.convert("L")
    if mode in {"L", "RGB"}:
        return image.convert({"L": "LA", "RGB": "RGBA"}[mode]) if clear else image
    if mode in {"LA", "RGBA", "CMYK", "LAB"}:
        return image
    return image.convert({"La": "LA", "RGBa": "RGBA"}.get(mode, "RGB"))


def _in_8_bits(values: NDArray[np.generic], mode: str) -> NDArray[np.uint8]:
    """Grey of more than 8 bits. 16-bit means 0 to 65535; wider has no agreed range: stretch it."""
    import numpy as np  # noqa: PLC0415 - see above

    wide = values.astype(np.float32)
    if mode.startswith("I;16"):
        low, high = 0.0, 65535.0
    else:
        finite = wide[np.isfinite(wide)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        wide = np.nan_to_num(wide, nan=low, posinf=high, neginf=low)
    # Halves, for the whole of a range may be more than a float holds.
    scaled = (wide / 2 - low / 2) * (255.0 / max(high / 2 - low / 2, 1e-9))
    grey: NDArray[np.uint8] = np.rint(np.clip(scaled, 0.0, 255.0)).astype(np.uint8)
    return grey


def _by_profile(colours: Image.Image, profile: bytes) -> Image.Image:
    """Mode RGB in sRGB; a profile that is damaged or of another colour space is left aside."""
    if colours.mode == "L" and _space(profile) == "RGB":
        colours = colours.convert("RGB")
    if profile or colours.mode == "LAB":
        transform = _transform(profile, colours.mode)
        if transform is not None:
            converted = ImageCms.applyTransform(colours, transform)
            if converted is not None:
                return converted
    return colours if colours.mode == "RGB" else colours.convert("RGB")


@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """From ``profile`` to sRGB, or ``None`` when there is nothing to do or no way to do it."""
    with suppress(Exception):
        if mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        elif _space(profile) == _SPACES.get(mode):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        else:
            return None
        transform = ImageCms.buildTransform(
            source, ImageCms.createProfile("sRGB"), mode, "RGB", _INTENT, _FLAGS
        )
        return None if mode == "RGB" and _changes_nothing(transform) else transform
    return None


@lru_cache(maxsize=16)
def _space(profile: bytes) -> str:
    with suppress(Exception):
        return ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space.strip()
    return ""


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Most embedded profiles are sRGB under some name; applying them costs more than decoding."""
    lattice = Image.frombytes("RGB", (81, 9), bytes(_LATTICE))
    after = ImageCms.applyTransform(lattice, transform)
    if after is None:
        return False
    return max(ImageChops.difference(after, lattice).tobytes()) <= 1
