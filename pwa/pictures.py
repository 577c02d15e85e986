"""Pictures made small for a list: never larger than they are, turned as they were taken."""

import asyncio
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

SIDE = 320
"""Pixels of the longer side: a thumb's size on a sharp screen, and enough to know the picture by."""
_MOST_PIXELS = {"JPEG": 64_000_000, "PNG": 25_000_000, "WEBP": 25_000_000, "GIF": 25_000_000}
"""By format: JPEG alone is decoded small, the others whole, at four bytes a pixel."""


_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class NotAPicture(ValueError):
    """What is no picture that we show, or one that is too large."""


async def made_small(content: bytes) -> bytes:
    """The picture as a small JPEG, made beside the loop. Raises `NotAPicture`."""
    return await asyncio.to_thread(_made_small, content)


def _made_small(content: bytes) -> bytes:
    try:
        picture = Image.open(BytesIO(content), formats=tuple(_MOST_PIXELS))
        if picture.width * picture.height > _MOST_PIXELS[str(picture.format)]:
            raise NotAPicture
        picture.draft("RGB", (SIDE, SIDE))  # a JPEG is decoded at an eighth of its size, where that is enough
        small: Image.Image = ImageOps.exif_transpose(picture)
        small.thumbnail((SIDE, SIDE))
        flat = Image.new("RGB", small.size, "white")
        flat.paste(small, mask=small.convert("RGBA").getchannel("A"))
        made = BytesIO()
        flat.save(made, "JPEG", quality=80)
    except (*_BOMBS, UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise NotAPicture from error
    return made.getvalue()
