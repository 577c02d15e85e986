"""Both readers on real photos."""

import io
from collections.abc import Iterator

import pytest
import segno

from core.customers.cards import Address, Phone
from tests.system.cards import card_of
from tests.workers.readers.shown import photo
from workers.readers.errors import ReaderMissing, UnreadablePhoto
from workers.readers.photo import Pixels
from workers.readers.provider import CardReader, Seen
from workers.readers.reading import read_card
from workers.readers.registry import READERS, available_readers, reader
from workers.readers.tesseract import Tesseract


@pytest.fixture(scope="module", params=["rapidocr", "tesseract"])
def any_reader(request: pytest.FixtureRequest) -> Iterator[CardReader]:
    chosen = reader(request.param)
    if not chosen.available():
        pytest.skip(f"{chosen.name} is not installed on this machine")
    yield chosen
    chosen.release()


@pytest.fixture(scope="module")
def rapidocr() -> Iterator[CardReader]:
    chosen = reader("rapidocr")
    yield chosen
    chosen.release()


def test_a_plain_card_is_read_whole(any_reader: CardReader) -> None:
    card = read_card(photo("plain.jpg"), "ES", any_reader)

    assert card is not None
    assert (card.given, card.family, card.job_title) == ("Uxía", "Carballeira Souto", "Jefa de Compras")
    assert card.company == "Suministros Albariño, S.L."
    assert card.emails == ("uxia.carballeira@albarino.gal",)
    assert card.phones == (Phone("+34986123456", "office"), Phone("+34636987654", "mobile"))
    assert card.address is not None
    assert (card.address.postcode, card.address.city, card.address.country) == ("36202", "Vigo", "ES")


def test_light_print_on_a_dark_card_is_read(any_reader: CardReader) -> None:
    card = read_card(photo("light_on_dark.jpg"), "ES", any_reader)

    assert card is not None
    assert (card.full_name, card.company) == ("Gareth Pembury", "Pembury & Lowe Ltd")
    assert card.website == "www.pemburylowe.co.uk"


def test_a_card_on_its_head_is_turned(any_reader: CardReader) -> None:
    card = read_card(photo("upside_down.jpg"), "ES", any_reader)

    assert card is not None
    assert card.full_name == "Uxía Carballeira Souto"


def test_a_receipt_makes_no_contact(any_reader: CardReader) -> None:
    assert read_card(photo("receipt.jpg"), "ES", any_reader) is None


@pytest.mark.parametrize("name", ["turned_left.jpg", "turned_by_exif.jpg"])
def test_a_card_on_its_side_is_turned(rapidocr: CardReader, name: str) -> None:
    card = read_card(photo(name), "ES", rapidocr)

    assert card is not None
    assert card.full_name == "Uxía Carballeira Souto"


def test_a_heic_photo_of_a_mexican_card_is_read(rapidocr: CardReader) -> None:
    card = read_card(photo("mexican.heic"), "MX", rapidocr)

    assert card is not None
    assert (card.full_name, card.tax_id) == ("Itzel Zamarripa Cruz", "AZA010203XY9")
    assert card.phones == (Phone("+523312345678", "mobile"),)


def test_the_qr_code_goes_first_and_the_print_fills_it_up(rapidocr: CardReader) -> None:
    card = read_card(photo("qr.jpg"), "ES", rapidocr)

    assert card is not None
    assert (card.full_name, card.company) == ("Noa Beltrán Quiroga", "Estudio Quiroga")
    assert card.phones == (Phone("+34611223344", "mobile"),)
    assert card.address == Address("Calle del Pez, 7", "28004", "Madrid", "ES")


def test_a_code_that_says_everything_is_enough() -> None:
    card = read_card(photographed_code(WHOLE), "ES", Blind())

    assert card is not None
    assert (card.full_name, card.job_title, card.company) == ("Noa Beltrán Quiroga", "Directora", "Estudio Quiroga")
    assert card.address == Address("Calle del Pez, 7", "28004", "Madrid", "ES")


def test_a_code_that_lacks_something_sends_us_to_the_print() -> None:
    with pytest.raises(AssertionError):
        read_card(photographed_code(WHOLE.replace("TITLE:Directora\n", "")), "ES", Blind())


@pytest.mark.parametrize("family", ["Fnfbrvvyyr", "Pmksgpoodh"])
def test_a_code_is_not_taken_for_print(family: str) -> None:
    """Tesseract saw a street in the first, a title in the second."""
    tesseract = reader("tesseract")
    if not tesseract.available():
        pytest.skip("Tesseract is not installed on this machine")
    card = read_card(card_of(f"Zoe {family}", f"{family.lower()}@example.com"), "ES", tesseract)

    assert card is not None
    assert (card.full_name, card.job_title, card.address) == (f"Zoe {family}", None, None)
    assert card.doubts == ()


def test_a_blank_card_makes_no_contact(rapidocr: CardReader) -> None:
    assert read_card(photo("blank.jpg"), "ES", rapidocr) is None


def test_a_released_reader_reads_again(rapidocr: CardReader) -> None:
    rapidocr.release()

    assert read_card(photo("light_on_dark.jpg"), "GB", rapidocr) is not None


def test_reading_says_nothing_on_the_console(rapidocr: CardReader, capfd: pytest.CaptureFixture[str]) -> None:
    rapidocr.release()
    read_card(photo("light_on_dark.jpg"), "GB", rapidocr)

    assert capfd.readouterr() == ("", "")


def test_a_photo_that_cannot_be_opened_is_an_error(rapidocr: CardReader) -> None:
    with pytest.raises(UnreadablePhoto):
        read_card(b"no photo", "ES", rapidocr)


def test_a_reader_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    missing = Tesseract()

    assert not missing.available()
    with pytest.raises(ReaderMissing):
        read_card(photo("plain.jpg"), "ES", missing)


def test_where_the_preferred_reader_is_missing_another_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert [one.name for one in available_readers("tesseract")] == ["rapidocr"]


def test_every_reader_is_known_by_its_own_name() -> None:
    assert {name: reader(name).name for name in READERS} == {name: name for name in READERS}


WHOLE = """BEGIN:VCARD
VERSION:3.0
N:Beltrán Quiroga;Noa
FN:Noa Beltrán Quiroga
TITLE:Directora
ORG:Estudio Quiroga
TEL;TYPE=CELL:+34 611 22 33 44
EMAIL:noa@estudioquiroga.example
ADR:;;Calle del Pez, 7;Madrid;;28004;España
END:VCARD
"""


class Blind(Tesseract):
    """A reader that must not be asked."""

    def read(self, image: Pixels) -> Seen:
        raise AssertionError("There was nothing to read.")


def photographed_code(text: str) -> bytes:
    """A photo of nothing but a QR code."""
    png = io.BytesIO()
    segno.make(text, error="m", micro=False).save(png, kind="png", scale=8, border=8)
    return png.getvalue()
