"""The firm: by its domain, however that is shortened, by its logo's two lines, and without what it says of itself."""

import pytest

from core.customers.cards.domains import likeness
from tests.core.customers.cards.placed import Placed, placed_card
from tests.core.customers.cards.printed import card


@pytest.mark.parametrize(
    ("firm", "domain"),
    [
        ("Killarney Dairy Co-op", "kdcoop.ie"),
        ("Drukkerij De Pers", "depersdru24.nl"),
        ("Kwekerij Groenland", "kwekerijg.nl"),
        ("Quinta do Salgueiro", "qsalgueir.pt"),
    ],
)
def test_a_domain_may_have_something_of_every_word(firm: str, domain: str) -> None:
    assert likeness(firm, domain) >= 0.95


@pytest.mark.parametrize(
    ("line", "domain"),
    [
        ("Dairy Co-op", "kdcoop.ie"),
        ("Harriet Whitcombe", "kdcoop.ie"),
        ("Ana Soto", "as.es"),
        ("Quinta Vinhos", "qsalgueir.pt"),
    ],
)
def test_a_domain_that_has_more_than_the_words_is_another(line: str, domain: str) -> None:
    assert likeness(line, domain) < 0.55


def test_a_hyphened_domain_may_open_with_the_initials() -> None:
    assert likeness("Tidewater Marine Insurance", "tmi-cover.com") >= 0.8


@pytest.mark.parametrize(
    ("upper", "lower", "mail"),
    [
        ("Killarney", "Dairy Co-op", "tom@kdcoop.ie"),
        ("Stonebridge", "Brewery Ltd", "tom.baker@gmail.com"),
        ("Residencia", "Cisternas", "tom@residenciacisternas.es"),
        ("familia", "ferreras", "tom.baker@ferreras.es"),
    ],
)
def test_a_large_name_in_two_lines_of_one_height_is_one(upper: str, lower: str, mail: str) -> None:
    lines: list[Placed] = [(upper, 900, 60, 60), (lower, 900, 135, 60), ("Tom Baker", 60, 300, 50),
                           ("Sales Director", 60, 360, 34), (mail, 60, 500, 32), ("Tel. 944 11 22 33", 60, 540, 32),
                           ("Calle Sol 4", 60, 580, 32)]  # fmt: skip

    assert placed_card(*lines).company == f"{upper} {lower}"


def test_what_a_firm_says_of_itself_in_its_line_is_no_part_of_its_name() -> None:
    parsed = card(
        "2|FERRETERÍA EL TORNILLO Todo para su obra", "1.6|Ana Pérez Soto", "Gerente", "ana@ferreteriaeltornillo.mx"
    )

    assert parsed.company == "FERRETERÍA EL TORNILLO"


def test_a_firm_called_after_a_town_is_no_address() -> None:
    parsed = card("2|CÁCERES", "1.6|Ana Pérez Soto", "Jefa de Obra", "ana@caceres.com", "655 44 33 22")

    assert (parsed.company, parsed.address) == ("CÁCERES", None)


def test_a_legal_form_makes_no_town_of_a_firm() -> None:
    parsed = card("2|Faro, Lda.", "1.6|Ana Pérez Soto", "Gerente", "ana@gmail.com", "655 44 33 22", region="PT")

    assert (parsed.company, parsed.address) == ("Faro, Lda.", None)


def test_a_particle_that_the_domain_leaves_out_is_the_firms() -> None:
    parsed = card(
        "1.5|VAN LEEUWEN & CLAES B.V.", "1.5|Philip de Vries", "Inkoper", "p.devries@leeuwenclaes.nl", region="NL"
    )

    assert parsed.company == "VAN LEEUWEN & CLAES B.V."


def test_the_accented_letter_that_was_not_read_is_put_back_and_asked_about() -> None:
    parsed = card("1.5|Clavero & Caellas, S.L.U.", "1.6|Ana Pérez Soto", "Abogada", "ana@claverocanellas.com")

    assert parsed.company == "Clavero & Cañellas, S.L.U."
    assert "company" in parsed.doubtful


def test_a_letter_that_stands_behind_the_name_is_not_put_back() -> None:
    assert card("1.5|Grupo Olmeda", "1.6|Ana Pérez", "Abogada", "ana@grupoolmedas.es").company == "Grupo Olmeda"


@pytest.mark.parametrize("line", ["SABORES 4 4 DE OAXACA", "SABORES DE OAXACA 2"])
def test_a_drawing_within_a_logo_is_left_out_where_the_domain_is_the_rest(line: str) -> None:
    parsed = card(f"1.6|{line}", "1.6|Ana Pérez Soto", "Gerente", "ana@saboresdeoaxaca.es")

    assert parsed.company == "SABORES DE OAXACA"


def test_a_legal_form_glued_to_the_name_is_one() -> None:
    parsed = card("1.6|METALÚRGICA FERROMARS.A.", "1.6|Ana Pérez Soto", "Gerente", "ana@gmail.com", "655 44 33 22")

    assert parsed.company == "METALÚRGICA FERROMAR S.A."
