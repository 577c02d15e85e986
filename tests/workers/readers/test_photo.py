"""Opening photos: formats, orientation, size, bombs."""

import io
import pickle
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from tests.workers.readers.shown import photo
from workers.readers.errors import PhotoTooLarge, ReaderError, UnreadablePhoto
from workers.readers.photo import LONG_SIDE, open_photo


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises so many pixels and has none."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_the_formats_of_phones_and_scanners_are_opened(kind: str) -> None:
    pixels = open_photo(encoded(Image.new("RGB", (60, 40), (250, 10, 10)), kind))

    assert pixels.shape == (40, 60, 3)
    blue, _, red = pixels[20, 30]
    assert red > 200
    assert blue < 60


def test_heic_is_opened() -> None:
    assert open_photo(photo("mexican.heic")).shape == (960, 1280, 3)


def test_a_photo_is_turned_as_its_exif_says() -> None:
    assert open_photo(photo("turned_left.jpg")).shape == (1280, 960, 3)
    assert open_photo(photo("turned_by_exif.jpg")).shape == (960, 1280, 3)


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK", "1", "LA", "I;16"])
def test_any_colour_mode_becomes_three_channels(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"

    assert open_photo(encoded(Image.new(mode, (30, 20)), kind)).shape == (20, 30, 3)


def test_what_is_transparent_is_white_paper() -> None:
    pixels = open_photo(encoded(Image.new("RGBA", (30, 20), (0, 0, 0, 0)), "PNG"))

    assert int(pixels.min()) == 255


def test_fifty_megapixels_are_read_and_made_smaller() -> None:
    noise = Image.effect_noise((2200, 1400), 90).resize((8700, 5800), Image.Resampling.NEAREST)
    pixels = open_photo(encoded(noise, "JPEG", quality=80))

    assert max(pixels.shape) == LONG_SIDE
    assert np.std(pixels) > 20


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (200_001, 1_000), (60_000, 60_000)])
def test_more_than_two_hundred_megapixels_are_refused_by_the_header_alone(width: int, height: int) -> None:
    with pytest.raises(PhotoTooLarge):
        open_photo(png_header(width, height))


def test_many_pixels_in_few_bytes_are_a_bomb() -> None:
    with pytest.raises(PhotoTooLarge):
        open_photo(encoded(Image.new("1", (9_000, 6_000)), "PNG"))


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.4", b"PK\x03\x04", b"\xff\xd8\xff"]
)
def test_what_is_no_photo_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadablePhoto):
        open_photo(data)


def test_half_a_photo_is_unreadable() -> None:
    with pytest.raises(UnreadablePhoto):
        open_photo(photo("plain.jpg")[:9_000])


def test_a_png_that_keeps_no_promise_is_unreadable() -> None:
    with pytest.raises(UnreadablePhoto):
        open_photo(png_header(400, 300))


@pytest.mark.parametrize("error", [UnreadablePhoto, PhotoTooLarge])
def test_an_error_comes_back_whole_from_another_process(error: type[ReaderError]) -> None:
    back = pickle.loads(pickle.dumps(error()))  # noqa: S301 - our own

    assert (type(back), back.message) == (error, error().message)


@pytest.mark.parametrize("error", [UnreadablePhoto, PhotoTooLarge])
def test_an_error_carries_a_message_for_people(error: type[ReaderError]) -> None:
    assert str(error()) == error().message
    assert error().message.endswith(".")
