"""Pages that say who, how to reach and where, and are no cards."""
# ruff: noqa: E501 - a page a line is easier to compare

import pytest

from core.customers.cards import parse
from tests.core.customers.cards.printed import reading

PAGES = {
    "curriculum": ["2|Lucía Ferrer Navas", "Ingeniera industrial", "lucia.ferrer@gmail.com", "655 44 33 22", "C/ Sol 4, 28004 Madrid",
                   "Experiencia profesional", "2019 - actualidad  Jefa de proyecto, Aceros Lar S.A.", "2015 - 2019  Técnica, Grupo Norte",
                   "Formación", "2010 - 2015  Ingeniería, Universidad de Oviedo", "Idiomas", "Inglés, francés"],
    "English resume": ["2|Emily Carter", "Marketing Manager", "emily.carter@gmail.com", "(415) 555-0132", "PROFILE", "WORK EXPERIENCE",
                       "2018 – present  Brand Lead, Acme Inc.", "2014 – 2018  Associate, Blue Co.", "EDUCATION", "BA, 2010 – 2014", "SKILLS"],
    "Lebenslauf": ["2|Jonas Weber", "Projektleiter", "jonas.weber@gmx.de", "0171 4550938", "Berufserfahrung", "2016 - heute  Bauleiter, Huber GmbH",
                   "2012 - 2016  Techniker", "Ausbildung", "Sprachen"],
    "French resume": ["2|Claire Moreau", "Cheffe de projet", "claire.moreau@orange.fr", "06 12 34 56 78", "Expérience professionnelle",
                      "2017 - aujourd'hui  Cheffe de projet, Altis SAS", "Formation", "2012 - 2016  Master", "Langues"],
    "list of members": ["2|Cámara de Comercio", "Junta directiva", "Ana Gil Soto, presidenta, ana.gil@camara.es", "Luis Prieto, vocal, luis.prieto@camara.es",
                        "Marta Ruiz, vocal, marta.ruiz@camara.es", "Pedro Marín, tesorero, pedro.marin@camara.es", "Javier Otero, vocal, j.otero@camara.es",
                        "Tel. 985 22 11 00"],
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_about_a_person_is_no_card(kind: str) -> None:
    assert parse(reading(*PAGES[kind]), "ES") is None


def test_a_trainer_who_offers_languages_has_a_card() -> None:
    lines = ["2|Lucía Ferrer Navas", "Formadora", "Formación", "Desde 2015", "lucia@ferrerformacion.es", "655 44 33 22"]

    assert parse(reading(*lines), "ES") is not None


def test_two_persons_addresses_are_still_a_card() -> None:
    lines = [
        "2|Ana Gil Soto",
        "Gerente",
        "Olivos del Sur, S.L.",
        "ana.gil@olivosdelsur.es",
        "luis.prieto@olivosdelsur.es",
        "955 44 33 22",
    ]

    assert parse(reading(*lines), "ES") is not None
