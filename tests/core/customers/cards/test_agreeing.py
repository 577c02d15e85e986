"""An e-mail address is put right by the name, the firm and the website, or left as it was read."""

import pytest

from core.customers.cards.agreeing import agreeing_email
from tests.core.customers.cards.printed import card


@pytest.mark.parametrize(
    ("read", "name", "firm", "sites", "right"),
    [
        ("ibarrios@nortex.es", "Lucía Barrios Gil", "Nortex", [], "lbarrios@nortex.es"),
        ("lgnacio.mora@nortex.es", "Ignacio Mora", "Nortex", [], "ignacio.mora@nortex.es"),
        ("ana.gil@norvento.es", "Ana Gil", "Norventa", ["www.norventa.es"], "ana.gil@norventa.es"),
        # The website may be what was read wrongly, and a free provider is nobody's firm.
        ("ana.gil@norvento.es", "Ana Gil", "Norvento", ["www.norventa.es"], "ana.gil@norvento.es"),
        ("ana.gil@norvento.es", "Ana Gil", "Talleres Gil", ["www.norventa.es"], "ana.gil@norvento.es"),
        # Whose address it is, is not known: nothing agrees with the name.
        ("info@nortex.es", "Lucía Barrios Gil", "Nortex", [], "info@nortex.es"),
        ("ivega@nortex.es", "Lucía Barrios Gil", "Nortex", [], "ivega@nortex.es"),
        ("lbarrios@nortex.es", "Lucía Barrios Gil", "Nortex", [], "lbarrios@nortex.es"),
    ],
)
def test_only_a_letter_that_all_else_speaks_against_is_changed(
    read: str, name: str, firm: str, sites: list[str], right: str
) -> None:
    assert agreeing_email(read, name, firm, sites) == right


def test_a_changed_address_is_doubted_with_what_was_read_beside_it() -> None:
    parsed = card("2|Lucía Barrios Gil", "Gerente", "Nortex, S.L.", "ibarrios@nortex.es", "655 44 33 22")

    assert parsed.emails == ("lbarrios@nortex.es",)
    assert [(doubt.value, doubt.others) for doubt in parsed.doubts] == [("lbarrios@nortex.es", ("ibarrios@nortex.es",))]


def test_two_letters_that_were_read_as_one_are_two() -> None:
    parsed = card("2|Mario Villæscusa Gil", "Gerente", "Nortex, S.L.", "mvillæscusa@nortex.es", "655 44 33 22")

    assert (parsed.full_name, parsed.emails) == ("Mario Villaescusa Gil", ("mvillaescusa@nortex.es",))


def test_a_danes_letter_stays() -> None:
    parsed = card("2|Søren Kjær", "Direktør", "Nordhavn A/S", "soren@nordhavn.dk", "+45 32 12 34 56", region="DK")

    assert parsed.full_name == "Søren Kjær"


@pytest.mark.parametrize(
    ("printed", "mail", "name"),
    [
        ("Ana Garca Soto", "ana.garcia@orbena.es", "Ana García Soto"),
        ("Luis Prez Gil", "lperez@orbena.es", "Luis Pérez Gil"),
        ("Ana Aponte Soto", "aaponte@orbena.es", "Ana Aponte Soto"),
        ("Luis Gmez Gil", "luis.gil@orbena.es", "Luis Gmez Gil"),
    ],
)
def test_a_letter_of_the_name_that_only_the_address_has_is_put_back_accented(
    printed: str, mail: str, name: str
) -> None:
    parsed = card(f"2|{printed}", "Abogada", "Orbena, S.L.", mail, "655 44 33 22")

    assert parsed.full_name == name
    assert printed == name or "name" in parsed.doubtful
