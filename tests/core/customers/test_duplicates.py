"""Who is there already: an e-mail decides, a phone or a firm supports the name, a name alone is not enough."""

from dataclasses import replace
from typing import Any

import pytest

from core.customers.duplicates import (
    CERTAIN,
    LIKELY,
    Likeness,
    score_account,
    score_contact,
    similar_accounts,
    similar_contacts,
)
from core.database import reading
from tests.builders.cast import Firm

ANA = {
    "name": "Ana Pérez Soto",
    "emails": [{"address": "ana@acme.es"}],
    "phones": [{"number": "+34600111222"}],
    "accounts": [{"name": "Acme Iberia S.A."}],
    "addresses": [{"city": "Madrid"}],
}
ACME = {
    "name": "Acme Iberia S.A.",
    "tax_id": "A-12345678",
    "website": "https://www.acme.es/",
    "emails": [{"address": "info@acme.es"}],
    "phones": [{"number": "+34912345678"}],
    "addresses": [{"city": "Madrid"}],
}


@pytest.mark.parametrize(
    "same",
    [
        Likeness("Ana Perez", emails=("Ana@Acme.es",)),
        Likeness("Ana Pérez", phones=("+34600111222",)),
        Likeness("Ana Pérez", firm="ACME IBERIA"),
        Likeness("Ana Pérez Soto", firm="Otra Cosa"),
    ],
)
def test_the_same_person_is_recognised(same: Likeness) -> None:
    assert score_contact(same, ANA) >= LIKELY


@pytest.mark.parametrize(
    "other",
    [
        Likeness("Luis Gómez", phones=("+34600111222",)),
        Likeness("Luis Gómez", firm="Acme Iberia S.A."),
        Likeness("Marta Pérez Soto"),
        Likeness(""),
    ],
)
def test_somebody_else_is_not_taken_for_her(other: Likeness) -> None:
    assert score_contact(other, ANA) < LIKELY


@pytest.mark.parametrize(
    "same",
    [
        Likeness(firm="Acme Ibérica", tax_id="ESA12345678"),
        Likeness(firm="ACME IBERIA, S.A."),
        Likeness(firm="Acme", emails=("luis@acme.es",)),
        Likeness(firm="Acme Iberia Ventas", phones=("+34912345678",)),
    ],
)
def test_the_same_firm_is_taken_without_asking(same: Likeness) -> None:
    assert score_account(same, ACME) >= CERTAIN


def test_a_firm_with_a_similar_name_is_asked_about() -> None:
    assert LIKELY <= score_account(Likeness(firm="Acme Iberica", city="Madrid"), ACME) < CERTAIN


def test_firms_with_different_tax_numbers_are_not_taken_for_each_other_by_a_word_in_common() -> None:
    view = {**ACME, "website": None, "emails": [], "name": "Colegio San Fermín", "tax_id": "B83007329"}
    school = Likeness(firm="Colegio San Lorenzo", city="Tudela")
    assert score_account(school, view) >= LIKELY
    assert score_account(replace(school, tax_id="B42223031"), view) == 0.0


def test_a_mailbox_that_is_everybodys_makes_nobody_the_same() -> None:
    office = {**ANA, "emails": [{"address": "info@acme.es"}]}
    assert score_contact(Likeness("Luis Gómez", emails=("info@acme.es",)), office) < LIKELY
    assert score_contact(Likeness("Ana Pérez", emails=("info@acme.es",)), office) >= CERTAIN


def test_the_city_supports_a_name() -> None:
    there, nowhere = Likeness("Ana Pérez Soto", city="MADRID"), Likeness("Ana Pérez Soto")
    assert score_contact(there, ANA) > score_contact(nowhere, ANA)


def test_everybodys_mail_domain_says_nothing_of_the_firm() -> None:
    shared: dict[str, Any] = {**ACME, "website": None, "emails": [{"address": "acme@gmail.com"}]}
    assert score_account(Likeness(firm="Bodegas Sol", emails=("sol@gmail.com",)), shared) < LIKELY


async def test_candidates_are_only_those_that_one_may_see(firm: Firm) -> None:
    account = await firm.account(name="Acme Iberia S.A.")
    await firm.contact(name="Ana Pérez", account_id=account, phones=[{"number": "600 111 222"}])
    wanted = Likeness("Ana Peres", phones=("+34600111222",), firm="Acme Iberia")
    async with reading(firm.company_id) as session:
        mine = await firm.viewer("rep")
        assert [one.name for one in await similar_contacts(session, mine, wanted)] == ["Ana Pérez"]
        assert [one.name for one in await similar_accounts(session, mine, wanted)] == ["Acme Iberia S.A."]
        theirs = await firm.viewer("southerner")
        assert await similar_contacts(session, theirs, wanted) == []
        assert await similar_accounts(session, theirs, wanted) == []
