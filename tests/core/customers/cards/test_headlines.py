"""Which line is the person, which the job, which the firm."""
# ruff: noqa: E501 - a card a line is easier to compare

import pytest

from tests.core.customers.cards.printed import card


@pytest.mark.parametrize(
    ("lines", "name", "title", "company"),
    [
        (["2|Ana Pérez Soto", "Directora Comercial", "Talleres Núñez, S.L.", "ana@nunez.es"],
         "Ana Pérez Soto", "Directora Comercial", "Talleres Núñez, S.L."),
        (["2|Kivo", "Líderes en su sector", "", "1.4|Vito Carro", "Técnico Comercial", "vcarro@thekivo.com"],
         "Vito Carro", "Técnico Comercial", "Kivo"),
        (["Calzada y Viña, S.L.", "2|Anselma Calzada-López de la Fuente", "Abogada", "anselma@calzadayvina.es"],
         "Anselma Calzada-López de la Fuente", "Abogada", "Calzada y Viña, S.L."),
        (["1.5|K Kivo GmbH & Co. KG", "2|Dr. Bodo Pieper", "Einkaufsleiter", "bodo_pieper@thekivo.com"],
         "Bodo Pieper", "Einkaufsleiter", "Kivo GmbH & Co. KG"),
        (["2|LUZ MARINA MORCILLO URIBE", "Directora de Operaciones / Account Manager", "Orbena", "luz@orbena.com"],
         "Luz Marina Morcillo Uribe", "Directora de Operaciones / Account Manager", "Orbena"),
        (["1.5|Roberts & Ware LLC", "2|James B. Roberts", "Co-founder & CTO", "james@robertsware.com"],
         "James B. Roberts", "Co-founder & CTO", "Roberts & Ware LLC"),
        (["2|Isaac Rodrigues", "Ingénieur d'études", "Rodrigues & Jean SAS", "irodrigues@grupotresnor.fr"],
         "Isaac Rodrigues", "Ingénieur d'études", "Rodrigues & Jean SAS"),
        (["Ana Belén Soto, Directora de Marketing", "Cosmética Natura Viva S.L.", "anabelen.soto@naturaviva.es"],
         "Ana Belén Soto", "Directora de Marketing", "Cosmética Natura Viva S.L."),
        (["2|Tom Baker", "CEO, Blue Ridge Tools Inc.", "tom@blueridgetools.com"], "Tom Baker", "CEO", "Blue Ridge Tools Inc."),
        (["2|bright", "", "1.5|Lucía Santamaría", "Growth Hacker", "lucia@bright.io"],
         "Lucía Santamaría", "Growth Hacker", "bright"),
        (["1.5|Carlos", "1.5|Echeverría Zabala", "CEO & Co-founder", "Lumen Robotics", "carlos@lumenrobotics.com"],
         "Carlos Echeverría Zabala", "CEO & Co-founder", "Lumen Robotics"),
        (["2|Marta Ruiz Gil", "Responsable de Desarrollo de Negocio", "y Alianzas", "Norte Solar S.A.", "marta@nortesolar.es"],
         "Marta Ruiz Gil", "Responsable de Desarrollo de Negocio y Alianzas", "Norte Solar S.A."),
        (["Supplies Bright Inc.", "2|Matthew Bautista", "VP, Engineering", "m.bautista@suppliesbright.com"],
         "Matthew Bautista", "VP, Engineering", "Supplies Bright Inc."),
        (["2|Xochitl Nahuatlaca", "Ventas", "xochitl@aztlan.mx", "Aztlán"], "Xochitl Nahuatlaca", "Ventas", "Aztlán"),
    ],
)  # fmt: skip
def test_the_lines_tell_each_other_apart(lines: list[str], name: str, title: str, company: str) -> None:
    parsed = card(*lines, "655 44 33 22")

    assert (parsed.full_name, parsed.job_title, parsed.company) == (name, title, company)


def test_a_slogan_is_neither_title_nor_firm() -> None:
    parsed = card("2|Ana Pérez Soto", "", "Calidad desde 1987", "ana@gmail.com", "655 44 33 22")

    assert (parsed.job_title, parsed.company) == (None, None)


def test_the_firm_is_the_line_that_is_in_the_domain() -> None:
    parsed = card("Soluciones Globales", "Zentria", "2|Dulce Escalante Arroyo", "dulce@zentria.com", "655 44 33 22")

    assert parsed.company == "Zentria"


def test_no_firm_is_made_up_from_a_domain() -> None:
    assert card("2|José del Río García", "Corredor de Seguros", "jrio@segurosnorte.es").company is None


def test_a_free_mail_provider_is_no_firm() -> None:
    assert card("2|Ana Pérez Soto", "Pintora", "ana.perez@gmail.com", "655 44 33 22").company is None


def test_what_little_speaks_for_is_doubted() -> None:
    parsed = card("2|Priya Raghunathan", "Cardiology", "Lakeside Heart Center", "praghunathan@lakesideheart.org")

    assert parsed.job_title == "Cardiology"
    assert "job_title" in parsed.doubtful


def test_a_line_that_was_read_badly_is_doubted() -> None:
    from core.customers.cards import Box, Line, Reading, parse

    lines = (
        Line("Ana Pérez Soto", Box(60, 40, 500, 100), 0.6),
        Line("Directora", Box(60, 110, 300, 140), 0.99),
        Line("ana@firma.es", Box(60, 300, 400, 330), 0.99),
    )
    parsed = parse(Reading(lines), "ES")

    assert parsed is not None
    assert parsed.doubtful == ("name",)
    assert parsed.confidences["name"] == pytest.approx(0.6, abs=0.05)


def test_a_tax_number_is_kept_apart() -> None:
    parsed = card("2|Itzel Zamarripa Cruz", "Gerente", "Aceros Zamarripa S.A. de C.V.", "RFC AZA010203XY9",
                  "itzel@aceroszamarripa.com.mx", region="MX")  # fmt: skip

    assert parsed.tax_id == "AZA010203XY9"
    assert parsed.phones == ()


def test_a_card_is_plain_json() -> None:
    import json

    plain = card("2|Ana Pérez Soto", "Directora", "Calle Mayor 5", "28013 Madrid", "655 44 33 22").as_json()

    assert json.loads(json.dumps(plain)) == plain
    assert plain["phones"] == [{"e164": "+34655443322", "kind": "mobile", "extension": None}]


def test_a_letter_that_was_not_read_is_left_out_and_doubted() -> None:
    parsed = card("2|Urbano Casals □lvaro", "Jefe de Obra", "casals@climalogistica.es", "655 44 33 22")

    assert parsed.family == "Casals lvaro"
    assert "name" in parsed.doubtful


def test_rules_and_edges_around_a_line_are_no_part_of_it() -> None:
    parsed = card("2|_ Marie Simpson", "Head of Procurement", "Partners Keystone Limited |", "msimpson@gmail.com")

    assert (parsed.full_name, parsed.company) == ("Marie Simpson", "Partners Keystone Limited")


def test_a_logo_read_as_a_word_is_no_part_of_the_firm() -> None:
    parsed = card("1.4|al. Energía Montajes, S.A.", "2|Ana García Gómez", "Socia", "agarcia@energiamontajes.com.co")

    assert parsed.company == "Energía Montajes, S.A."


def test_an_unknown_given_name_is_recognised_by_the_title_beneath() -> None:
    parsed = card("2|Oihanbeltz Zubizarreta", "Directora de Compras", "Goierri Koop. Elk.", "info@goierri.eus")

    assert parsed.full_name == "Oihanbeltz Zubizarreta"


@pytest.mark.parametrize("line", ["Auto · Vida · Gastos médicos", "Adultos y adolescentes", "@anaperez.studio", "AP"])
def test_what_stands_on_a_card_without_a_firm_is_none(line: str) -> None:
    parsed = card(line, "2|Ana Pérez Soto", "Psicóloga", "anaperez@gmail.com", "655 44 33 22")

    assert parsed.company is None


def test_the_initials_of_a_name_with_a_middle_one_are_no_firm() -> None:
    assert card("3|FM", "2|Fiona J. McCrae", "Physiotherapist", "07802 291711", region="GB").company is None


def test_a_logo_in_two_lines_of_one_size_is_one_name() -> None:
    parsed = card(
        "1.4|O'Driscoll Kenny", "1.4|Surveyors", "", "Cormac O'Driscoll", "Chartered Surveyor",
        "cormac@odriscollkenny.ie", "Tel: +353 1 456 6497", "47 Capel Street",
    )  # fmt: skip

    assert parsed.company == "O'Driscoll Kenny Surveyors"


@pytest.mark.parametrize(
    ("firm", "name", "title", "email"),
    [
        ("Kanzlei Brömmelkamp", "Silke Brömmelkamp", "Steuerberaterin", "silke.brommelkamp@broemmelkamp.de"),
        ("Notaría 48", "Guadalupe Ávila Treviño", "Notaria adjunta", "info@notaria48cdmx.mx"),
        ("Constructora Biobío Sur", "Rodrigo Huenchullán Soto", "Constructor civil", "rhuenchullan@biobiosur.cl"),
        ("bright & blue", "Hannah Whitfield", "Creative Director", "hannah@brightandblue.co.uk"),
        ("Lindqvist Barber Co.", "Caleb Lindqvist", "Barber", "caleb@gmail.com"),
    ],
)
def test_a_firm_that_shares_its_words_with_people_is_told_from_them(
    firm: str, name: str, title: str, email: str
) -> None:
    parsed = card(f"1.3|{firm}", "", f"1.2|{name}", title, email)

    assert (parsed.company, parsed.full_name, parsed.job_title) == (firm, name, title)


def test_a_legal_form_whose_s_was_read_as_a_digit_is_mended() -> None:
    parsed = card("2|Ana Pérez Soto", "Gerente", "Frigorífico Las Talas 5.A.", "ana@lastalas.com.ar")

    assert parsed.company == "Frigorífico Las Talas S.A."


@pytest.mark.parametrize("title", ["Martillero público", "Oncóloga", "Physiotherapist", "Escribana", "Videographer"])
def test_a_trade_is_a_job_title_wherever_it_stands(title: str) -> None:
    assert card("2|Ana Pérez Soto", "", "", "ana@firma.es", "", title).job_title == title


def test_a_capital_i_read_as_a_small_l_is_mended_and_doubted() -> None:
    parsed = card("2|Sofía lñárritu Cano", "Planeadora de bodas", "info@firma.mx")

    assert (parsed.family, parsed.doubtful) == ("Iñárritu Cano", ("name",))


@pytest.mark.parametrize("given", ["Marcela", "Lic. Julieta", "María José"])
def test_a_given_name_and_the_surnames_under_it_are_one_name(given: str) -> None:
    parsed = card(f"1.6|{given}", "1.7|Barrientos Santa Cruz, MBA", "Socia", "barrientos@solagrup.com")

    assert parsed.family == "Barrientos Santa Cruz"
    assert parsed.given == given.removeprefix("Lic. ")


@pytest.mark.parametrize("line", ["Ry Kanzlei Brommelkamp", "Kanzlei Brommelkamp ita", "Kanzlei Brommelkamp, s.u."])
def test_drawings_and_misread_legal_forms_are_no_part_of_a_firm_that_its_domain_shows(line: str) -> None:
    parsed = card(f"1.3|{line}", "", "Silke Ahrens", "Steuerberaterin", "ahrens@kanzlei-broemmelkamp.de")

    assert parsed.company == "Kanzlei Brommelkamp"


def test_the_article_of_a_firm_stays_though_its_domain_leaves_it_out() -> None:
    assert card("El Yunque", "2|Ana Pérez Soto", "Gerente", "ana@yunque.es").company == "El Yunque"
