"""Whom two letters stand for: the given name and the first surname; of a firm the first and last word."""

import pytest

from core.initials import initials_of, initials_of_firm


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Núñez Vidal", "AN"),
        ("María José de la Torre", "MT"),
        ("María de la Torre Soto", "MT"),
        ("José Luis García Sanz", "JG"),
        ("Pedro Martínez Ruiz Gil", "PM"),
        ("Luis", "L"),
        ("", "?"),
    ],
)
def test_a_person_is_the_given_name_and_the_first_surname(name: str, letters: str) -> None:
    assert initials_of(name) == letters


def test_a_firm_is_its_first_and_last_word_without_the_legal_form() -> None:
    assert initials_of_firm("Suministros Domínguez Hermanos, S.L.") == "SH"
