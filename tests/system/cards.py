"""A photo of a card with a name and a firm that nobody else has: in a QR code, as many cards have it."""

import io

import numpy as np
import segno
from PIL import Image

WIDTH, HEIGHT = 900, 600


def card_of(name: str, email: str) -> bytes:
    """A JPEG of a card whose QR code says this name, this address, and a firm called after the family.

    Without a firm one would be looked for in the printed text, and what is found there may be asked about.
    """
    given, _, family = name.partition(" ")
    facts = f"N:{family};{given}\nFN:{name}\nORG:{family}, S.L.\nEMAIL:{email}"
    vcard = f"BEGIN:VCARD\nVERSION:3.0\n{facts}\nEND:VCARD"
    code = io.BytesIO()
    segno.make(vcard, error="m", micro=False).save(code, kind="png", scale=8, border=4)
    card = Image.fromarray(np.full((HEIGHT, WIDTH, 3), 245, np.uint8))
    card.paste(Image.open(code).convert("RGB"), (60, 60))
    photo = io.BytesIO()
    card.save(photo, "JPEG", quality=85)
    return photo.getvalue()
