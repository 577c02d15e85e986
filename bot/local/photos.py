"""Photos as Telegram keeps them: turned upright, without EXIF, as JPEG in several sizes."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.local.refusals import bad_request

SIDES = (90, 320, 800, 1280)
MAX_SUM, MAX_RATIO = 10_000, 20
MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Size:
    """One rendering of a photo."""

    width: int
    height: int
    content: bytes


def photo_sizes(content: bytes) -> list[Size]:
    """The sizes of a photo, smallest first; the last is at most 1280 pixels on its longer side.

    Raises RefusedError for what is no picture, is over 10 MB, or has sides that Telegram does not take
    (width and height together at most 10,000, neither more than 20 times the other).
    """
    if len(content) > MAX_BYTES:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; the maximum size is 10485760 bytes"
        )
    image = _opened(content)
    sizes = [_size(image, side) for side in SIDES if side < max(image.size)]
    return sizes if len(sizes) == len(SIDES) else [*sizes, _size(image, max(image.size))]


def _opened(content: bytes) -> Image.Image:
    try:
        source = Image.open(BytesIO(content))
        if sum(source.size) > MAX_SUM or max(source.size) > MAX_RATIO * min(source.size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return ImageOps.exif_transpose(source).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error


def _size(image: Image.Image, side: int) -> Size:
    picture = image.copy()
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=87, optimize=True)
    return Size(picture.width, picture.height, buffer.getvalue())
