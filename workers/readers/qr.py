"""QR codes on a card, by zxing-cpp."""

import zxingcpp

from workers.readers.photo import Pixels

CONTACT = ("BEGIN:VCARD", "MECARD:")


def read_qr(photo: Pixels) -> str | None:
    """The text of a QR code in the photo: of one that holds a contact, if any does."""
    codes = zxingcpp.read_barcodes(photo, formats=zxingcpp.BarcodeFormat.QRCode)
    texts: list[str] = [code.text for code in codes if code.text]
    contacts = [text for text in texts if text.lstrip().upper().startswith(CONTACT)]
    return next(iter(contacts or texts), None)
