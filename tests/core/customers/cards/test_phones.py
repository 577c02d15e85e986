"""Phones, their kinds and extensions, and numbers that are none."""

import pytest

from core.customers.cards.card import Phone
from core.customers.cards.phones import find_phones
from tests.core.customers.cards.placed import Placed, placed_card
from tests.core.customers.cards.printed import card


def found(text: str, *regions: str) -> list[tuple[str, str, str | None]]:
    phones = [one.phone for one in find_phones(text, regions or ("ES",))]
    return [(phone.e164, phone.kind, phone.extension) for phone in phones]


@pytest.mark.parametrize(
    ("text", "region", "e164", "kind"),
    [
        ("Móvil 655 13 85 15", "ES", "+34655138515", "mobile"),
        ("T: +34-961.54.23.55", "ES", "+34961542355", "office"),
        ("M: (+34) 65 538 60 66", "ES", "+34655386066", "mobile"),
        ("T.0034961 584575", "ES", "+34961584575", "office"),
        ("(+34) 93-297-05-13", "MX", "+34932970513", "office"),
        ("Móvil+34655848359", "ES", "+34655848359", "mobile"),
        ("655443322", "ES", "+34655443322", "mobile"),
        ("Cel. 33 1234 5678", "MX", "+523312345678", "mobile"),
        ("Tel. 33 1234 5678", "MX", "+523312345678", "office"),
        ("Cel. +52 1 33 1234 5678", "MX", "+523312345678", "mobile"),
        ("T: 81 0181 0033", "MX", "+528101810033", "office"),
        ("PBX: (604) 444 55 66", "CO", "+576044445566", "office"),
        ("300.1836791", "CO", "+573001836791", "mobile"),
        ("Cel: +54 9 11 5123-4567", "AR", "+5491151234567", "mobile"),
        ("Fono: +56 2 2345 6789", "CL", "+56223456789", "office"),
        ("Phone: +44 (0)161 278 5318", "ES", "+441612785318", "office"),
        ("Telefon 07331 / 30580", "DE", "+49733130580", "office"),
        ("Port. 06 12 34 56 78", "FR", "+33612345678", "mobile"),
        ("Fax (+34) 985.391.096", "ES", "+34985391096", "fax"),
        ("Télécopie : 04 72 12 34 57", "FR", "+33472123457", "fax"),
        ("Cell (404) 555-0177", "US", "+14045550177", "mobile"),
        ("WhatsApp 612 34 56 78", "ES", "+34612345678", "mobile"),
        ("612 34 56 78 (móvil)", "ES", "+34612345678", "mobile"),
    ],
)
def test_a_number_is_read_as_its_country_and_label_say(text: str, region: str, e164: str, kind: str) -> None:
    assert found(text, region) == [(e164, kind, None)]


@pytest.mark.parametrize(
    ("text", "region", "extension"),
    [
        ("Tel. 91 401 22 33 ext. 338", "ES", "338"),
        ("Office: (770) 555-0134 x215", "US", "215"),
        ("Of. (477) 718 90 00 Extensión 112", "MX", "112"),
        ("Fono +56 2 2345 6789 anexo 12", "CL", "12"),
        ("Tel. 11 4123-4567 int. 45", "AR", "45"),
    ],
)
def test_an_extension_belongs_to_its_number(text: str, region: str, extension: str) -> None:
    [(_, _, read)] = found(text, region)

    assert read == extension


def test_several_numbers_in_a_line_keep_their_own_labels() -> None:
    kinds = [kind for _, kind, _ in found("Tel. 915 390 266 | Móvil 612 36 74 30 | Fax 985 391 096")]

    assert kinds == ["office", "mobile", "fax"]


def test_numbers_parted_by_a_slash_are_two() -> None:
    assert [e164 for e164, _, _ in found("T 944 123 456 / 629 123 456")] == ["+34944123456", "+34629123456"]


def test_look_alike_letters_among_digits_are_digits() -> None:
    assert found("+44 7710 SI4743", "GB") == [("+447710514743", "mobile", None)]
    assert found("Fax +34-961.03.13.1I") == [("+34961031311", "fax", None)]


@pytest.mark.parametrize(
    "text",
    [
        "CIF B84123456",
        "NIF 12345678Z",
        "NIT 900.123.456-7",
        "CUIT 30-71234567-8",
        "RUC 20512345678",
        "USt-IdNr. DE123456789",
        "SIRET 123 456 789 00012",
        "12/03/2026",
        "28004 Madrid",
        "Calle 52 # 63-46, Of. 502",
    ],
)
def test_tax_numbers_dates_and_addresses_are_no_phones(text: str) -> None:
    phones = card("2|Ana Pérez Soto", "Directora", "Móvil 655 13 85 15", text).phones

    assert [phone.e164 for phone in phones] == ["+34655138515"]


def test_the_cards_own_country_goes_before_the_tenants() -> None:
    [phone] = card(
        "2|Céline Dubois", "Menuiserie Dubois", "04 72 12 34 56", "c@menuiserie-dubois.fr", region="ES"
    ).phones

    assert phone.e164 == "+33472123456"


def test_a_labelled_number_of_an_unknown_range_is_kept_and_doubted() -> None:
    parsed = card("2|Eleanor Whitcombe", "Senior Associate", "M: 07700 900123", "eleanor@hartley.co.uk", region="GB")

    assert [phone.e164 for phone in parsed.phones] == ["+447700900123"]
    assert "phones" in parsed.doubtful


def test_a_labelled_number_with_a_digit_lost_is_left_out_and_doubted() -> None:
    parsed = card("2|Ana Pérez Soto", "Directora", "Móvil 655 13 85", "ana@firma.es")

    assert parsed.phones == ()
    assert "phones" in parsed.doubtful


def test_a_label_in_a_column_of_its_own_counts() -> None:
    [phone] = card("2|Ana Pérez Soto", "Directora", "Fax   985 391 096", "ana@firma.es").phones

    assert phone.kind == "fax"


@pytest.mark.parametrize(
    ("line", "region", "number", "kind"),
    [
        ("+56 9 8765 4321", "CL", "+56987654321", "mobile"),
        ("Cel. (223) 522-6992", "AR", "+5492235226992", "mobile"),
        ("Cel: 044 55 1234 5678", "MX", "+525512345678", "mobile"),
        ("Telf. 00 34 915 390 306 ext. 899", "MX", "+34915390306", "office"),
        ("0661-57 57 17", "ES", "+34661575717", "mobile"),
    ],
)
def test_numbers_as_each_country_prints_and_dials_them(line: str, region: str, number: str, kind: str) -> None:
    parsed = card("2|Ana Pérez Soto", "Gerente", "ana@empresa.com", line, region=region)

    assert [(phone.e164, phone.kind) for phone in parsed.phones] == [(number, kind)]


@pytest.mark.parametrize("line", ["120 Main St, Suite 400", "C/ Vara de Rey 12, 26002 Logroño", "C.A.L. 64742"])
def test_what_only_begins_like_a_label_is_no_phone(line: str) -> None:
    parsed = card("2|Ana Pérez Soto", "Gerente", "ana@empresa.com", line, region="US")

    assert (parsed.phones, "phones" in parsed.doubtful) == ((), False)


def test_a_telephone_drawn_as_a_box_labels_a_mobile() -> None:
    parsed = placed_card(
        ("Sofía Cano Ruiz", 100, 40, 60), ("Planeadora de bodas", 100, 110, 40),
        ("口", 100, 200, 40), ("+52 55 2397 8585", 180, 200, 40),
    )  # fmt: skip

    assert parsed.phones == (Phone("+525523978585", "mobile"),)


@pytest.mark.parametrize(
    ("line", "region", "number", "kind"),
    [
        ("(1) 234 5678", "CO", "+576012345678", "office"),
        ("Cel: 09 8765 4321", "CL", "+56987654321", "mobile"),
        ("01 800 123 4567", "MX", "+528001234567", "office"),
        ("T/F: 986 12 34 56", "ES", "+34986123456", "office"),
        ("07700 900123", "GB", "+447700900123", "mobile"),
    ],
)
def test_numbers_as_old_cards_print_them_are_those_of_today(line: str, region: str, number: str, kind: str) -> None:
    assert found(line, region) == [(number, kind, None)]


def test_a_label_glued_behind_a_number_belongs_to_the_next() -> None:
    parsed = card("2|Ana Pérez Soto", "Gerente", "T. (+34)915 854 800M. 0034 655 47 89 87")

    assert [(phone.e164, phone.kind) for phone in parsed.phones] == [
        ("+34915854800", "office"),
        ("+34655478987", "mobile"),
    ]


def test_the_letter_of_a_postcode_labels_no_mobile() -> None:
    parsed = card("2|Ana Pérez", "Gerente", "M5500 Mendoza – +54 11 2344-8323", "ana@firma.com.ar", region="AR")

    assert [(phone.e164, phone.kind) for phone in parsed.phones] == [("+541123448323", "office")]


def test_a_postcode_before_its_town_is_no_number_of_another_country() -> None:
    parsed = card("2|Salvador Pinho", "Gerente", "Rua das Flores, 136, 8000-151 Faro", "Tel. 21 752 3148", region="PT")

    assert [phone.e164 for phone in parsed.phones] == ["+351217523148"]


def test_a_drawing_read_as_a_letter_makes_no_mobile_of_a_fixed_line() -> None:
    assert found("C (0211) 3692 8194", "DE") == [("+4921136928194", "office", None)]
    assert found("C (0171) 455 09 38", "DE") == [("+491714550938", "mobile", None)]


def test_of_two_labels_in_a_row_the_nearest_counts() -> None:
    lines: list[Placed] = [
        ("Ana Pérez Soto", 60, 60, 60),
        ("Gerente", 60, 130, 34),
        ("Móvil", 60, 300, 34),
        ("614 21 53 34", 260, 300, 34),
        ("Fax", 620, 300, 34),
        ("964 208 913", 820, 300, 34),
    ]

    assert [phone.kind for phone in placed_card(*lines, ("ana@firma.es", 60, 400, 34)).phones] == ["mobile", "fax"]
