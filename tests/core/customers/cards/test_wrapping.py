"""Names, titles and firms that go on in the next line."""

import pytest

from tests.core.customers.cards.placed import Placed, placed_card
from tests.core.customers.cards.printed import card


@pytest.mark.parametrize(
    ("upper", "lower", "email", "name"),
    [
        ("Andrés Villalba", "Quiroga", "avillalba@orbena.es", "Andrés Villalba Quiroga"),
        ("MARÍA JOSÉ FONSECA", "BARRIENTOS", "mfonseca@orbena.es", "María José Fonseca Barrientos"),
        ("Dra. Lidia", "Otaola Bilbao", "lidia@orbena.es", "Lidia Otaola Bilbao"),
        ("Pere Antoni", "Mestre Sastre", "pereantoni@orbena.es", "Pere Antoni Mestre Sastre"),
        ("SUNNIVA", "HALVORSDATTER", "post@orbena.no", "Sunniva Halvorsdatter"),
    ],
)
def test_a_name_goes_on_in_a_line_of_its_size(upper: str, lower: str, email: str, name: str) -> None:
    lines: list[Placed] = [(upper, 60, 60, 60), (lower, 60, 128, 60), ("Gerente", 60, 196, 34), (email, 60, 400, 34),
                           ("+34 655 44 33 22", 60, 440, 34), ("Orbena, S.L.", 700, 440, 34)]  # fmt: skip

    parsed = placed_card(*lines)

    assert (parsed.full_name, parsed.job_title, parsed.company) == (name, "Gerente", "Orbena, S.L.")


@pytest.mark.parametrize("firm", ["Talleres", "Orbena", "Ventas"])
def test_what_means_something_else_is_no_surname(firm: str) -> None:
    parsed = card("2|Andrés Villalba", f"2|{firm}", "Gerente", "andres@orbena.es", "655 44 33 22")

    assert parsed.full_name == "Andrés Villalba"


def test_the_title_of_the_line_under_the_name_is_that_lines() -> None:
    parsed = card("2|Calor del Sur", "1.5|Wilson Arce", "Técnico", "calordelsur@gmail.com", "655 44 33 22")

    assert (parsed.full_name, parsed.company) == ("Wilson Arce", "Calor del Sur")


def test_a_title_in_two_languages_ends_with_its_role() -> None:
    parsed = card(
        "2|Ana Silva",
        "Diretora de Compras / Purchasing",
        "Director",
        "Orbena, Lda.",
        "ana.silva@orbena.pt",
        "+351 218 123 456",
    )

    assert parsed.job_title == "Diretora de Compras / Purchasing Director"


@pytest.mark.parametrize(
    ("lines", "company"),
    [
        (["1.1|MIRA", "0.8|Peluquería"], "MIRA Peluquería"),
        (["0.9|Clínica Dental", "1.1|OTAOLA"], "Clínica Dental OTAOLA"),
        (["1.6|ROTH & PARTNER", "Rechtsanwälte"], "ROTH & PARTNER Rechtsanwälte"),
        (["1.2|NOTARÍA DE LA CUEVA RIAZA"], "NOTARÍA DE LA CUEVA RIAZA"),
        (["1.4|Clínica Veterinaria El Roble"], "Clínica Veterinaria El Roble"),
    ],
)  # fmt: skip
def test_a_firm_is_its_name_with_its_trade(lines: list[str], company: str) -> None:
    own = {"ROTH": "kanzlei-roth.de", "NOTARÍA": "delacuevariaza.es", "Clínica V": "vetelroble.es"}
    domain = next(
        (domain for start, domain in own.items() if lines[0].partition("|")[2].startswith(start)), "gmail.com"
    )

    parsed = card(
        "1.5|Yolanda Prieto", "Gerente", "", *lines, "", "C/ Sol 4", "33003 Oviedo", f"info@{domain}", "985 58 15 01"
    )

    assert (parsed.full_name, parsed.company) == ("Yolanda Prieto", company)


@pytest.mark.parametrize("line", ["Urgencias 24 h", "24 horas", "Mon-Sat 9am-5.30pm", "Cita previa", "in/anagil"])
def test_nobody_is_called_as_a_notice_is(line: str) -> None:
    parsed = card("2|Ana Gil Soto", "Electricista", "", "655 44 33 22", "ana.gil@gmail.com", "", line)

    assert (parsed.job_title, parsed.company) == ("Electricista", None)


def test_a_doctors_field_is_her_title() -> None:
    parsed = card(
        "2|Dra. Ana Gil Soto",
        "Traumatología y Ortopedia",
        "",
        "Consultorios Belmar",
        "turnos@belmar.com.ar",
        "+54 11 4966-2578",
    )

    assert (parsed.job_title, parsed.company) == ("Traumatología y Ortopedia", "Consultorios Belmar")


def test_a_legal_form_in_a_line_of_its_own_is_the_firms() -> None:
    parsed = card(
        "1.5|Ana Gil Soto", "Gerente", "", "ana.gil@orbena.com", "655 44 33 22", "", "Orbena", "Renovables,", "S.A."
    )

    assert parsed.company == "Orbena Renovables, S.A."


@pytest.mark.parametrize("firm", ["Guarnicionería Osuna", "Schreinerei Osuna", "Parqueterie Osuna"])
def test_a_trade_is_told_by_its_ending(firm: str) -> None:
    parsed = card("1.5|Ana Gil Osuna", "Gerente", "", firm, "", "osunataller@gmail.com", "655 44 33 22")

    assert (parsed.full_name, parsed.company) == ("Ana Gil Osuna", firm)


def test_what_stands_right_under_the_name_is_the_title_though_nobody_knows_its_words() -> None:
    parsed = card(
        "1.5|Alasdair Macrae", "Master Wrangler", "", "Macrae Roofing", "alasdair@macraeroofing.co.uk", "655 44 33 22"
    )

    assert (parsed.full_name, parsed.job_title, parsed.company) == (
        "Alasdair Macrae",
        "Master Wrangler",
        "Macrae Roofing",
    )


def test_a_firm_that_begins_with_a_given_name_is_no_person() -> None:
    parsed = card("1.3|Mar Azul", "", "1.5|Noé Quintero", "Instructor", "noe@marazulbuceo.com", "655 44 33 22")

    assert parsed.full_name == "Noé Quintero"


def test_a_name_ends_with_the_surname_that_stands_in_capitals() -> None:
    lines: list[Placed] = [
        ("Mr. Bas HOEKSTRA", 60, 60, 60),
        ("Zandmeester", 60, 128, 50),
        ("bas@orbena.nl", 60, 400, 34),
    ]

    assert placed_card(*lines, region="NL").full_name == "Bas Hoekstra"


def test_a_name_ends_where_the_address_has_all_of_it() -> None:
    lines: list[Placed] = [("Cameron Williams", 60, 60, 40), ("Tasting Pioneer", 60, 112, 34),
                           ("cameron_williams@orbena.co.uk", 60, 400, 30), ("Tel. 0121 211 7118", 60, 440, 30),
                           ("Unit 4, York YO1 7HH", 60, 480, 30)]  # fmt: skip

    assert placed_card(*lines, region="GB").full_name == "Cameron Williams"


def test_the_label_of_a_column_goes_on_no_line_over_it() -> None:
    lines: list[Placed] = [
        ("Marta Ferrer", 600, 60, 60),
        ("Administradora", 600, 150, 40),
        ("e-mail", 600, 200, 40),
        ("marta@tecnoriego.mx", 820, 200, 40),
        ("Tel", 600, 250, 40),
        ("442 126 6641", 820, 250, 40),
    ]

    assert placed_card(*lines, region="MX").job_title == "Administradora"


def test_a_given_name_alone_has_its_surnames_under_it_though_the_firm_bears_them() -> None:
    lines: list[Placed] = [("Excavaciones Loyola Núñez", 60, 60, 46), ("José Ramón", 60, 330, 60),
                           ("Loyola Núñez", 60, 410, 60), ("Ingeniero", 60, 490, 32), ("info@nunez.es", 60, 640, 30),
                           ("Tel. 944 11 22 33", 60, 690, 30), ("Calle Sol 4", 60, 740, 30)]  # fmt: skip

    assert placed_card(*lines).full_name == "José Ramón Loyola Núñez"
