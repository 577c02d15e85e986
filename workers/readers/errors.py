"""What can go wrong while a photo is read; each error carries an English message, marked for translation."""

from core.i18n import N_


class ReaderError(Exception):
    """A photo could not be read; `message` is English and is translated at the door that shows it."""

    message = N_("The photo could not be read.")

    def __init__(self, message: str | None = None) -> None:
        self.message = message or type(self).message
        super().__init__(self.message)


class UnreadablePhoto(ReaderError):
    """Not an image, of a kind that we do not open, or broken."""

    message = N_("This is not a photo that I can open. Send it as JPEG, PNG, WebP or HEIC.")


class PhotoTooLarge(ReaderError):
    """More pixels than any camera makes, or so many in so few bytes that it is no photo."""

    message = N_("This photo is too large. Send one of less than 200 megapixels.")


class ReaderMissing(ReaderError):
    """The program or the models behind a reader are not installed on this machine."""

    message = N_("The card reader is not installed on this machine.")
