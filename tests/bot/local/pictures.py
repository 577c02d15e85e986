"""Pictures for the tests."""

from io import BytesIO

from PIL import Image


def picture(width: int = 640, height: int = 480, kind: str = "JPEG") -> bytes:
    """A plain picture of this size."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, kind)
    return buffer.getvalue()
