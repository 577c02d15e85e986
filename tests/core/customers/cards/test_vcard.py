"""Contacts in QR codes."""

from core.customers.cards import Address, Phone, parse, parse_vcard
from tests.core.customers.cards.printed import card, reading

VCARD = """BEGIN:VCARD
VERSION:3.0
N:Beltrán Quiroga;Noa;;;
FN:Noa Beltrán Quiroga
ORG:Estudio Quiroga\\, S.L.;Proyectos
TITLE:Arquitecta
TEL;TYPE=CELL:+34611223344
TEL;TYPE=WORK,FAX:91 401 22 33
item1.EMAIL;TYPE=INTERNET:noa@estudioquiroga.es
URL:https://www.estudioquiroga.es/
ADR;TYPE=WORK:;;Calle del Pez\\, 7;Madrid;;28004;España
END:VCARD"""


def test_every_field_of_a_vcard_is_read() -> None:
    contact = parse_vcard(VCARD)

    assert contact is not None
    assert (contact.given, contact.family, contact.full_name) == ("Noa", "Beltrán Quiroga", "Noa Beltrán Quiroga")
    assert (contact.company, contact.job_title) == ("Estudio Quiroga, S.L.", "Arquitecta")
    assert contact.phones == (Phone("+34611223344", "mobile"), Phone("+34914012233", "fax"))
    assert contact.emails == ("noa@estudioquiroga.es",)
    assert contact.website == "www.estudioquiroga.es"
    assert contact.address == Address("Calle del Pez, 7", "28004", "Madrid", "ES")
    assert contact.doubts == ()


def test_folded_lines_and_quoted_printable_are_read() -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Jos=C3=A9\r\n"
        "EMAIL:jose@fir\r\n ma.es\r\nEND:VCARD"
    )
    contact = parse_vcard(text)

    assert contact is not None
    assert (contact.full_name, contact.emails) == ("José Núñez", ("jose@firma.es",))


def test_a_name_without_parts_is_split() -> None:
    contact = parse_vcard("BEGIN:VCARD\nFN:María José de la Torre\nTEL:+34611223344\nEND:VCARD")

    assert contact is not None
    assert (contact.given, contact.family) == ("María José", "de la Torre")


def test_a_mecard_is_read() -> None:
    contact = parse_vcard("MECARD:N:Núñez,José;TEL:+34611223344;EMAIL:jose@firma.es;;")

    assert contact is not None
    assert (contact.given, contact.family, contact.emails) == ("José", "Núñez", ("jose@firma.es",))


def test_other_codes_are_no_contacts() -> None:
    assert parse_vcard("https://firma.es") is None
    assert parse_vcard("WIFI:S:red;T:WPA;P:clave;;") is None
    assert parse_vcard("BEGIN:VCARD\nTEL:+34611223344\nEND:VCARD") is None


def test_what_is_no_phone_is_left_out() -> None:
    contact = parse_vcard("BEGIN:VCARD\nFN:Ana Gil\nTEL:ninguno\nTEL:12\nEND:VCARD")

    assert contact is not None
    assert contact.phones == ()


def test_the_code_goes_before_the_print() -> None:
    both = card("2|Noa Beltran Quiroqa", "Arquitecta", "n0a@estudioquiroga.es", "611 22 33 44", qr=VCARD)

    assert both.full_name == "Noa Beltrán Quiroga"
    assert both.emails == ("noa@estudioquiroga.es",)


def test_the_print_gives_what_the_code_leaves_out() -> None:
    code = "BEGIN:VCARD\nFN:Noa Beltrán Quiroga\nTEL:+34611223344\nEND:VCARD"
    both = card("2|Noa Beltrán Quiroga", "Arquitecta", "Calle del Pez, 7", "28004 Madrid", qr=code)

    assert both.address == Address("Calle del Pez, 7", "28004", "Madrid", "ES")
    assert both.job_title == "Arquitecta"


def test_the_code_alone_is_enough() -> None:
    assert parse(reading(qr=VCARD), "ES") is not None


def test_a_code_that_is_no_contact_leaves_the_print() -> None:
    assert card("2|Ana Pérez Soto", "Directora", "655 44 33 22", qr="https://firma.es").full_name == "Ana Pérez Soto"


def test_a_coded_number_is_as_mobile_as_a_printed_one() -> None:
    coded = parse_vcard("BEGIN:VCARD\nFN:Matías Carreño Fuentes\nTEL;WORK:+56984366994\nEND:VCARD", "CL")

    assert coded is not None
    assert coded.phones == (Phone("+56984366994", "mobile"),)
