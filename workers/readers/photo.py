"""A photo's bytes → pixels: any format a phone makes, turned as its EXIF says, never a decompression bomb."""

import io
import warnings

import cv2
import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from workers.readers.errors import PhotoTooLarge, UnreadablePhoto

Pixels = NDArray[np.uint8]
"""Rows × columns × (blue, green, red), as OpenCV has it."""

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "TIFF", "BMP", "GIF")
LARGEST = 200_000_000
"""Pixels; the largest sensors of phones have 200 megapixels."""
LONG_SIDE = 3200
"""A card that fills a third of such a picture still has 1,000 pixels, enough for its smallest print."""

# A camera's picture has 2 to 30 pixels a byte; one flat colour in JPEG or PNG reaches 300 and more.
DENSE_FROM, DENSEST = 20_000_000, 200

Image.init()  # else only the commonest formats are known by name
pillow_heif.register_heif_opener()
# Pillow refuses twice this number; it would refuse photos of 180 megapixels by its own default.
Image.MAX_IMAGE_PIXELS = LARGEST // 2


def open_photo(data: bytes) -> Pixels:
    """The picture in these bytes, upright by its EXIF, its long side at most `LONG_SIDE` pixels.

    Raises `PhotoTooLarge` from its header alone, before anything is decoded, and `UnreadablePhoto`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large and of slightly damaged files: we decide
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                _refuse_bomb(image.width * image.height, len(data))
                return _decoded(image)
    except Image.DecompressionBombError as error:
        raise PhotoTooLarge from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, RuntimeError, EOFError) as error:
        raise UnreadablePhoto from error


def _refuse_bomb(pixels: int, size: int) -> None:
    if pixels > LARGEST or (pixels > DENSE_FROM and pixels > size * DENSEST):
        raise PhotoTooLarge
    if pixels == 0:
        raise UnreadablePhoto


def _decoded(image: Image.Image) -> Pixels:
    image.draft("RGB", (LONG_SIDE, LONG_SIDE))  # JPEG alone can be decoded at a half, a quarter, an eighth
    image.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        paper = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(paper, upright.convert("RGBA"))
    return np.asarray(cv2.cvtColor(np.asarray(upright.convert("RGB")), cv2.COLOR_RGB2BGR), dtype=np.uint8)
