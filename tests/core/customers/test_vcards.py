"""A contact's card for an address book: whatever is in it comes out as it went in."""

from core.customers.cards.vcard import parse_vcard
from core.customers.queries import contacts_by_id
from core.customers.vcards import vcard
from core.database import reading
from tests.builders.cast import Firm

LONG = "Le gusta el café; «muy» corto, y los viernes no.\nLlamar antes – siempre\\nunca. " * 4


async def test_a_card_is_read_as_it_was_written(firm: Firm) -> None:
    account = await firm.account(name="Construcciones Íñiguez; Ñoño, S.L.")
    contact = await firm.contact(
        name="María José Peñarrubia Íñiguez", given_name="María José", family_name="Peñarrubia Íñiguez",
        job_title="Jefa de compras, zona norte", notes=LONG, account_id=account,
        phones=[{"number": "600 123 456", "label": "mobile"}, {"number": "+34976123456;ext=12"}],
        emails=[{"address": "maria@example.com"}],
        addresses=[{"street": "Cº de la Ñora, 3; bajo", "postcode": "50001", "city": "Zaragoza", "country": "FR"}],
    )  # fmt: skip
    async with reading(firm.company_id) as session:
        [view] = await contacts_by_id(session, await firm.viewer(), [contact])
    written = vcard(view, "es")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    text = written.decode()
    assert text.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert text.endswith("END:VCARD\r\n")
    read = parse_vcard(text)
    assert read is not None
    assert (read.given, read.family, read.full_name) == (
        "María José", "Peñarrubia Íñiguez", "María José Peñarrubia Íñiguez",
    )  # fmt: skip
    assert read.company == "Construcciones Íñiguez; Ñoño, S.L."
    assert read.job_title == "Jefa de compras, zona norte"
    assert read.emails == ("maria@example.com",)
    assert {phone.e164 for phone in read.phones} == {"+34600123456", "+34976123456"}
    assert read.address is not None
    assert (read.address.street, read.address.city) == ("Cº de la Ñora, 3; bajo", "Zaragoza")
    assert ";Francia" in text
    unfolded = text.replace("\r\n ", "")
    assert LONG.strip().replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n") in unfolded


async def test_a_name_alone_makes_a_card(firm: Firm) -> None:
    contact = await firm.contact(name="Ana\x00 Gil")
    async with reading(firm.company_id) as session:
        [view] = await contacts_by_id(session, await firm.viewer(), [contact])
    assert b"FN:Ana Gil\r\n" in vcard(view, "en")
    assert b"N:;Ana Gil;;;\r\n" in vcard(view, "en")
