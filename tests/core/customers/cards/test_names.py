"""How printed names are split and written."""

import pytest

from core.customers.cards.names import bare_name, knows_given_name, looks_like_name, split_name


@pytest.mark.parametrize(
    ("printed", "country", "given", "family"),
    [
        ("Ana Pérez", "ES", "Ana", "Pérez"),
        ("Juan García López", "ES", "Juan", "García López"),
        ("María José Fernández Ruiz", "ES", "María José", "Fernández Ruiz"),
        ("José Luis Miralles", "ES", "José Luis", "Miralles"),
        ("María del Carmen Elías Camps", "ES", "María del Carmen", "Elías Camps"),
        ("Mª Ángeles Roldán Ibáñez", "ES", "Mª Ángeles", "Roldán Ibáñez"),
        ("Vera de la Calle Mosquera", "ES", "Vera", "de la Calle Mosquera"),
        ("Diana Arias-Vargas de la Vega", "CO", "Diana", "Arias-Vargas de la Vega"),
        ("Íñigo de la Cruz Mateo", "ES", "Íñigo", "de la Cruz Mateo"),
        ("Laura Vicente Gil", "ES", "Laura", "Vicente Gil"),
        ("Antonio Alonso Martín", "ES", "Antonio", "Alonso Martín"),
        ("Matías Ezequiel Fernández", "AR", "Matías Ezequiel", "Fernández"),
        ("Rosa Elvira Quispe Mamani", "PE", "Rosa Elvira", "Quispe Mamani"),
        ("Rosa Isela Garza Treviño", "MX", "Rosa Isela", "Garza Treviño"),
        ("Ana Pérez Galdós Soto", "ES", "Ana", "Pérez Galdós Soto"),
        ("Pau Ferrer i Soler", "ES", "Pau", "Ferrer i Soler"),
        ("José Ortega y Gasset", "ES", "José", "Ortega y Gasset"),
        ("João Pedro da Silva Santos", "PT", "João Pedro", "da Silva Santos"),
        ("Eleanor J. Whitcombe", "GB", "Eleanor J.", "Whitcombe"),
        ("Mary Ann Smith", "US", "Mary Ann", "Smith"),
        ("Vincent van der Berg", "NL", "Vincent", "van der Berg"),
        ("Siobhán Ní Dhomhnaill", "IE", "Siobhán", "Ní Dhomhnaill"),
        ("Seán Ó Súilleabháin", "IE", "Seán", "Ó Súilleabháin"),
        ("Jean-Pierre Dupont", "FR", "Jean-Pierre", "Dupont"),
        ("García López, Juan", "ES", "Juan", "García López"),
        ("Thérèse FERREIRA", "FR", "Thérèse", "Ferreira"),
        ("FERREIRA Thérèse", "FR", "Thérèse", "Ferreira"),
        ("Hans von TRAPP", "DE", "Hans", "von Trapp"),
    ],
)
def test_given_names_end_where_people_there_say_so(printed: str, country: str, given: str, family: str) -> None:
    name = split_name(printed, country)

    assert (name.given, name.family) == (given, family)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("JOSÉ MANUEL DEL RÍO GARCÍA", "José Manuel del Río García"),
        ("JAMES B. ROBERTS", "James B. Roberts"),
        ("MICHAEL O'CONNOR", "Michael O'Connor"),
        ("FIONA MCDOUGALL", "Fiona McDougall"),
        ("ANSELMA CALZADA-LÓPEZ DE LA FUENTE", "Anselma Calzada-López de la Fuente"),
        ("Ann-Kathrin deVries", "Ann-Kathrin deVries"),
    ],
)
def test_capitals_are_written_as_people_write_their_names(printed: str, written: str) -> None:
    assert split_name(printed, "ES").full == written


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Lic. Virginia Armendáriz", "Virginia Armendáriz"),
        ("Dr. Gudrun Ditschlerin", "Gudrun Ditschlerin"),
        ("Dipl.-Ing. Jürgen Schäfer", "Jürgen Schäfer"),
        ("Prof. Dr. med. Anna Wolf", "Anna Wolf"),
        ("Priya Raghunathan, MD", "Priya Raghunathan"),
        ("Laura Sanz, PhD", "Laura Sanz"),
        ("D. Pedro Rojas", "Pedro Rojas"),
        ("Mª Luisa Rey", "Mª Luisa Rey"),
    ],
)
def test_titles_and_degrees_are_no_part_of_a_name(printed: str, bare: str) -> None:
    assert bare_name(printed) == bare


@pytest.mark.parametrize(
    "text",
    [
        "Ana Pérez",
        "ANA BELÉN SOTO",
        "Lic. Itzel Cruz",
        "Carlos de la Torre y Vega",
        "Juan Pablo de la Torre de los Ríos",
        "Alex van 't Wel",
        "Pedro ngel Ruiz",
    ],
)
def test_two_or_more_capitalised_words_look_like_a_name(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize("text", ["Orbena", "Calidad desde 1987", "soluciones a medida", "Av. Vallarta 1500", "A B"])
def test_one_word_digits_or_small_letters_do_not(text: str) -> None:
    assert not looks_like_name(text)


def test_a_common_given_name_is_known_without_its_accents() -> None:
    assert knows_given_name("IÑIGO VILLAR")
    assert knows_given_name("Inigo Villar")
    assert not knows_given_name("Villar Hermanos")


@pytest.mark.parametrize(
    ("printed", "given", "family"),
    [
        ("Urbano Casals lvaro", "Urbano", "Casals Álvaro"),
        ("Pedro ngel Ruiz", "Pedro Ángel", "Ruiz"),
        ("Hernán Miranda Ibáñez", "Hernán", "Miranda Ibáñez"),
        ("José María Ibáñez", "José María", "Ibáñez"),
        ("Ana Rosario Gil", "Ana Rosario", "Gil"),
    ],
)
def test_letters_left_out_and_genders_tell_where_a_name_parts(printed: str, given: str, family: str) -> None:
    name = split_name(printed, "ES")

    assert (name.given, name.family) == (given, family)
