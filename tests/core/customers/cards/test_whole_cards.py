"""Whole cards as they are printed: columns, logos in two words, local habits."""

from core.customers.cards import Address, Phone
from tests.core.customers.cards.placed import placed_card


def test_a_firm_in_two_sizes_is_joined_as_its_domain_joins_it() -> None:
    card = placed_card(
        ("NORDIA", 60, 60, 70),
        ("CONSULTORES", 60, 135, 30),
        ("Beatriz Olmedo Prats", 700, 80, 48),
        ("Socia Directora", 700, 140, 28),
        ("Paseo de la Castellana 120, 4ª planta", 700, 300, 26),
        ("28046 Madrid", 700, 335, 26),
        ("T 915 55 66 77", 700, 380, 26),
        ("M 600 70 80 90", 700, 415, 26),
        ("bolmedo@nordiaconsultores.com", 700, 450, 26),
    )

    assert (card.full_name, card.job_title) == ("Beatriz Olmedo Prats", "Socia Directora")
    assert card.company == "NORDIA CONSULTORES"
    assert card.address == Address("Paseo de la Castellana 120, 4ª planta", "28046", "Madrid", "ES")


def test_one_number_for_phone_and_fax_is_a_phone() -> None:
    card = placed_card(
        ("Ferretería", 60, 60, 60),
        ("Hermanos Lloret", 60, 130, 60),
        ("Todo para el hogar y la industria", 60, 200, 26),
        ("Vicent Lloret Mas", 60, 300, 40),
        ("Gerente", 60, 345, 28),
        ("Tel./Fax 965 20 30 40", 560, 450, 26),
        ("vicent@ferreterialloret.es", 560, 485, 26),
    )

    assert card.company == "Ferretería Hermanos Lloret"
    assert card.phones == (Phone("+34965203040", "office"),)


def test_a_mexican_accountants_card() -> None:
    card = placed_card(
        ("MAQUILADOS DEL NORTE SA DE CV", 60, 60, 50),
        ("C.P. Rosa Isela Garza Treviño", 60, 200, 44),
        ("Contadora General", 60, 250, 28),
        ("rgarza@maquilados.com.mx", 60, 350, 26),
        ("Oficina: +52 (81) 8123 4567", 60, 385, 26),
        ("Celular: +52 1 81 1234 5678", 60, 420, 26),
        ("Carretera Miguel Alemán km 12.5, Apodaca, N.L. C.P. 66600", 60, 455, 26),
        region="MX",
    )

    assert (card.given, card.family) == ("Rosa Isela", "Garza Treviño")
    assert card.phones == (Phone("+528181234567", "office"), Phone("+528112345678", "mobile"))
    assert card.address == Address("Carretera Miguel Alemán km 12.5", "66600", "Apodaca", "MX")


def test_a_catalan_card_keeps_its_double_l() -> None:
    card = placed_card(
        ("Marc Puigdemont Ferrer", 60, 60, 50),
        ("Enginyer Industrial", 60, 115, 28),
        ("Col·legiat núm. 14.562", 60, 150, 24),
        ("Instal·lacions Puig, SCP", 60, 220, 36),
        ("C. de Balmes, 200, 2n 1a", 60, 300, 26),
        ("08006 Barcelona", 60, 335, 26),
        ("932 00 11 22 · 666 77 88 99", 60, 370, 26),
        ("mpuig@instalpuig.cat", 60, 405, 26),
    )

    assert (card.job_title, card.company) == ("Enginyer Industrial", "Instal·lacions Puig, SCP")
    assert card.phones == (Phone("+34932001122", "office"), Phone("+34666778899", "mobile"))


def test_an_argentine_lawyers_card_makes_no_number_up() -> None:
    card = placed_card(
        ("Estudio Jurídico Balcarce & Asoc.", 60, 60, 40),
        ("Dra. María Eugenia Balcarce", 60, 200, 44),
        ("Abogada (U.B.A.) T° 55 F° 123 C.P.A.C.F.", 60, 250, 26),
        ("Lavalle 1430 Piso 3", 60, 350, 26),
        ("(C1048AAJ) C.A.B.A.", 60, 385, 26),
        ("Tel/Fax: 4371-2233", 60, 420, 26),
        ("mebalcarce@estudiobalcarce.com.ar", 60, 455, 26),
        region="AR",
    )

    assert (card.given, card.family) == ("María Eugenia", "Balcarce")
    assert card.address == Address("Lavalle 1430 Piso 3", "C1048AAJ", "CABA", "AR")
    assert card.phones == ()
    assert "phones" in card.doubtful


def test_a_membership_behind_the_name_is_no_part_of_it() -> None:
    card = placed_card(
        ("GREENFIELD", 60, 60, 60),
        ("Landscape Design", 60, 125, 30),
        ("Joanna Whitaker, ASLA", 60, 250, 44),
        ("Principal", 60, 300, 28),
        ("(503) 555-0142", 60, 400, 26),
        ("joanna@greenfieldland.com", 60, 435, 26),
        ("1420 NW Lovejoy St., Portland, OR 97209", 60, 470, 26),
        region="US",
    )

    assert (card.full_name, card.job_title) == ("Joanna Whitaker", "Principal")
    assert card.address == Address("1420 NW Lovejoy St.", "97209", "Portland", "US")


def test_a_colombian_address_in_one_line_gives_its_city() -> None:
    card = placed_card(
        ("Jorge Iván Cárdenas", 60, 60, 50),
        ("Arquitecto Urbanista", 60, 115, 28),
        ("jicardenas@gmail.com", 60, 300, 26),
        ("+57 310 555 1234", 60, 335, 26),
        ("Calle 93B No. 17-25 Of. 304, Bogotá D.C.", 60, 370, 26),
        region="CO",
    )

    assert card.address == Address("Calle 93B No. 17-25 Of. 304", None, "Bogotá", "CO")
    assert card.company is None


def test_a_firm_in_two_lines_may_bear_its_owners_name() -> None:
    card = placed_card(
        ("CONSTRUCCIONES", 60, 60, 60),
        ("RAÚL OLMEDO", 60, 125, 60),
        ("Raúl Olmedo Prats", 60, 300, 40),
        ("Maestro de obras", 60, 345, 28),
        ("600 70 80 90", 60, 420, 26),
        ("raulolmedo79@gmail.com", 60, 455, 26),
    )

    assert (card.full_name, card.company) == ("Raúl Olmedo Prats", "CONSTRUCCIONES RAÚL OLMEDO")


def test_letters_beside_a_firms_name_are_not_its_name() -> None:
    card = placed_card(
        ("HI", 60, 60, 80),
        ("Halcyon", 60, 160, 70),
        ("Interiors", 60, 235, 60),
        ("Colin Pemberton", 600, 60, 50),
        ("Business Development Manager", 600, 115, 28),
        ("Mob 07515 761374", 600, 300, 26),
        ("colin@higroup.co.uk", 600, 335, 26),
        region="GB",
    )

    assert card.company == "Halcyon Interiors"


def test_of_two_offices_the_first_is_the_address_and_neither_city_is_the_firm() -> None:
    card = placed_card(
        ("Gestoría Elizondo", 60, 60, 60),
        ("Amparo Machado", 60, 180, 40),
        ("HARO", 60, 300, 26),
        ("SEVILLA", 700, 297, 26),
        ("Avda. de la Constitución, 34, 2º", 60, 335, 26),
        ("Calle Alfareros 45", 700, 335, 26),
        ("B", 60, 370, 26),
        ("41038 - Sevilla", 700, 370, 26),
        ("26227 Haro", 60, 405, 26),
        ("amachado@elizondo.es", 60, 440, 26),
    )

    assert card.company == "Gestoría Elizondo"
    assert card.address == Address("Avda. de la Constitución, 34, 2º B", "26227", "Haro", "ES")


def test_what_a_firm_does_is_not_who_it_is() -> None:
    card = placed_card(
        ("Dr. Federico Iturralde", 600, 60, 50),
        ("Podólogo", 600, 115, 30),
        ("• Urgencias", 60, 200, 26),
        ("• Implantes", 60, 235, 26),
        ("Cel 444 693 9784", 600, 300, 26),
        ("fiturralde@gmail.com", 600, 335, 26),
        region="MX",
    )

    assert (card.full_name, card.company) == ("Federico Iturralde", None)
