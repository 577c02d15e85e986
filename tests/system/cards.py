"""A photo of a card with a name that nobody else has: the name in a QR code, as many cards have it."""

import io

import numpy as np
import segno
from PIL import Image

WIDTH, HEIGHT = 900, 600


def card_of(name: str, email: str) -> bytes:
    """A JPEG of a card whose QR code says this name and address."""
    family, _, given = name.rpartition(" ")
    vcard = f"BEGIN:VCARD\nVERSION:3.0\nN:{family};{given}\nFN:{name}\nEMAIL:{email}\nEND:VCARD"
    code = io.BytesIO()
    segno.make(vcard, error="m", micro=False).save(code, kind="png", scale=8, border=4)
    card = Image.fromarray(np.full((HEIGHT, WIDTH, 3), 245, np.uint8))
    card.paste(Image.open(code).convert("RGB"), (60, 60))
    photo = io.BytesIO()
    card.save(photo, "JPEG", quality=85)
    return photo.getvalue()
