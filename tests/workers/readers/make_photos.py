"""Makes the photos in `photos/`: invented cards on a table. `python -m tests.workers.readers.make_photos`.

Run it again only to change them; the tests read the files as they are.
"""

import io
from pathlib import Path

import cv2
import numpy as np
import pillow_heif
import segno
from PIL import Image, ImageDraw, ImageFont

from workers.readers.photo import Pixels

PHOTOS = Path(__file__).parent / "photos"
FONTS = Path("/usr/share/fonts/truetype/liberation")
CARD = (1050, 600)
Line = tuple[int, int, int, str]
"""Left, top, size, text."""

PLAIN: list[Line] = [
    (60, 50, 44, "Suministros Albariño, S.L."),
    (60, 190, 58, "Uxía Carballeira Souto"),
    (60, 265, 34, "Jefa de Compras"),
    (60, 370, 32, "Tel. 986 12 34 56   Móvil 636 98 76 54"),
    (60, 420, 32, "uxia.carballeira@albarino.gal"),
    (60, 470, 32, "Rúa do Príncipe, 22"),
    (60, 515, 32, "36202 Vigo"),
]
DARK: list[Line] = [
    (60, 60, 60, "Gareth Pembury"),
    (60, 135, 34, "Head of Procurement"),
    (60, 260, 44, "Pembury & Lowe Ltd"),
    (60, 370, 32, "T  +44 20 7946 0991"),
    (60, 420, 32, "gareth@pemburylowe.co.uk"),
    (60, 470, 32, "www.pemburylowe.co.uk"),
]
MEXICAN: list[Line] = [
    (60, 60, 56, "Lic. Itzel Zamarripa Cruz"),
    (60, 135, 34, "Gerente de Ventas"),
    (60, 240, 44, "Aceros Zamarripa S.A. de C.V."),
    (60, 340, 32, "Cel. 33 1234 5678"),
    (60, 390, 32, "itzel@aceroszamarripa.com.mx"),
    (60, 440, 32, "RFC AZA010203XY9"),
    (60, 490, 32, "Av. Vallarta 1500, C.P. 44110 Guadalajara"),
]
CODED: list[Line] = [
    (60, 80, 54, "Noa Beltrán Quiroga"),
    (60, 150, 34, "Arquitecta"),
    (60, 300, 32, "Calle del Pez, 7"),
    (60, 345, 32, "28004 Madrid"),
]
VCARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Beltrán Quiroga;Noa\nFN:Noa Beltrán Quiroga\nORG:Estudio Quiroga\nTITLE:Arquitecta\n"
    "TEL;TYPE=CELL:+34611223344\nEMAIL:noa@estudioquiroga.es\nEND:VCARD"
)
RECEIPT: list[Line] = [
    (60, 60, 40, "CAFETERÍA LUNA"),
    (60, 120, 34, "CIF B36123456"),
    (60, 170, 34, "Tel. 986 22 33 44"),
    (60, 260, 34, "2 Café solo            2,60"),
    (60, 310, 34, "1 Tostada              2,20"),
    (60, 400, 34, "TOTAL                  4,80 EUR"),
    (60, 450, 34, "IVA incluido"),
    (60, 520, 34, "Le atendió: Marta García"),
]


def main() -> None:
    """Write all photos."""
    PHOTOS.mkdir(exist_ok=True)
    plain = photograph(printed(PLAIN), slant=4)
    save(plain, "plain.jpg")
    save(np.rot90(plain), "turned_left.jpg")
    save(np.rot90(plain, 2), "upside_down.jpg")
    sideways = Image.Exif()
    sideways[0x0112] = 6  # the camera was held upright: turn by 90 degrees clockwise to look at it
    save(np.rot90(plain), "turned_by_exif.jpg", sideways)
    save(photograph(printed(DARK, "#1b2a41", "#f4f4f4"), slant=-3), "light_on_dark.jpg")
    heic = Image.fromarray(photograph(printed(MEXICAN, "#fffaf0", "#3b2f2f"), slant=2))
    pillow_heif.from_pillow(heic).save(PHOTOS / "mexican.heic", quality=35)
    save(photograph(with_code(printed(CODED)), slant=1), "qr.jpg")
    save(photograph(printed(RECEIPT), slant=-2), "receipt.jpg")
    save(photograph(printed([]), slant=3), "blank.jpg")


def printed(lines: list[Line], paper: str = "#fdfdfb", ink: str = "#202020") -> Image.Image:
    """A card with these lines on it; the largest are bold."""
    card = Image.new("RGB", CARD, paper)
    draw = ImageDraw.Draw(card)
    for left, top, size, text in lines:
        face = "LiberationSans-Bold.ttf" if size > 40 else "LiberationSans-Regular.ttf"
        draw.text((left, top), text, font=ImageFont.truetype(str(FONTS / face), size), fill=ink)
    return card


def with_code(card: Image.Image) -> Image.Image:
    """The card with a contact in a QR code at its right."""
    png = io.BytesIO()
    segno.make(VCARD, error="m", micro=False).save(png, kind="png", scale=5, border=2)
    code = Image.open(png).convert("RGB")
    card.paste(code.resize((360, 360), Image.Resampling.NEAREST), (CARD[0] - 400, 200))
    return card


def photograph(card: Image.Image, slant: float) -> Pixels:
    """The card on a grey-brown table, seen a little aslant, lit from one side."""
    height, width = 960, 1280
    noise = np.random.default_rng(7)
    table = np.array([96, 104, 118]) + noise.normal(0, 3, (height, width, 1))
    corners = np.array([[0, 0], [CARD[0], 0], [CARD[0], CARD[1]], [0, CARD[1]]], np.float32)
    angle = np.radians(slant)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    seen = (corners - np.array(CARD) / 2) @ turn.T + np.array([width, height]) / 2
    seen[0] += (14, 10)
    matrix = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    laid = cv2.warpPerspective(np.asarray(card), matrix, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((CARD[1], CARD[0]), np.float32), matrix, (width, height))[..., None]
    light = np.linspace(1.02, 0.78, width)[None, :, None]
    photo = (table * (1 - mask) + laid * mask) * light + noise.normal(0, 1.5, (height, width, 3))
    return np.asarray(np.clip(photo, 0, 255), dtype=np.uint8)


def save(photo: Pixels, name: str, exif: Image.Exif | None = None) -> None:
    """As a phone would, in less than 100 KB."""
    Image.fromarray(np.ascontiguousarray(photo)).save(PHOTOS / name, quality=60, exif=exif or Image.Exif())


if __name__ == "__main__":
    main()
