"""Two sides of one card."""

from dataclasses import replace

import pytest

from core.customers.cards import Card, Doubt, Phone, parse_side
from core.customers.cards.sides import are_one, both_sides, without_doubtful
from tests.core.customers.cards.printed import reading

FRONT = Card(
    full_name="Nuria Valls Peris",
    job_title="Jefa de Compras",
    company="Hilados Turia, S.L.",
    emails=("nvalls@hiladosturia.es",),
    phones=(Phone("+34963112233", "office"),),
)


@pytest.mark.parametrize(
    "back",
    [
        Card(company="HILADOS TURIA"),
        Card(website="www.hiladosturia.es"),
        Card(phones=(Phone("+34963112233", "office"),)),
        Card(company="Hilados Turia International", emails=("export@hiladosturia.es",)),
        replace(FRONT, job_title="Head of Purchasing"),
    ],
)
def test_sides_that_share_the_firm_or_a_number_are_one_card(back: Card) -> None:
    assert are_one(FRONT, back)


@pytest.mark.parametrize(
    "other",
    [
        Card(company="Aceros Vega", website="www.acerosvega.es"),
        Card(phones=(Phone("+34600111222", "mobile"),)),
        replace(FRONT, full_name="Luis Pla Soler"),
    ],
)
def test_others_are_not(other: Card) -> None:
    assert not are_one(FRONT, other)


def test_a_pair_is_one_card_unless_it_contradicts_itself() -> None:
    assert are_one(FRONT, Card(phones=(Phone("+34600111222", "mobile"),)), are_together=True)
    assert not are_one(FRONT, Card(company="Aceros Vega"), are_together=True)
    assert not are_one(FRONT, replace(FRONT, full_name="Luis Pla Soler"), are_together=True)


def test_both_sides_together_say_what_either_says_the_front_first() -> None:
    back = Card(company="HILADOS TURIA", phones=(Phone("+34963112234", "fax"),), website="www.hiladosturia.es",
                doubts=(Doubt("phones", "+34963112234"), Doubt("company", "HILADOS TURIA")))  # fmt: skip
    both = both_sides(FRONT, back)

    assert (both.company, both.website) == ("Hilados Turia, S.L.", "www.hiladosturia.es")
    assert [phone.kind for phone in both.phones] == ["office", "fax"]
    assert both.doubts == (Doubt("phones", "+34963112234"),)


def test_what_nobody_can_be_asked_about_stays_out() -> None:
    doubtful = replace(FRONT, doubts=(Doubt("emails", "nvalls@hiladosturia.es"), Doubt("company", FRONT.company or "")))

    assert without_doubtful(doubtful) == replace(FRONT, emails=(), company=None, doubts=())


def test_a_side_without_a_name_is_kept_but_is_no_card() -> None:
    side = parse_side(reading("2|HILADOS TURIA", "www.hiladosturia.es", "Calle Colón 12", "46004 Valencia"), "ES")

    assert side.card is None
    assert side.back is not None
    assert (side.back.full_name, side.back.website) == (None, "www.hiladosturia.es")


def test_a_receipt_is_no_side_of_a_card() -> None:
    bill = ["BAR LA ESQUINA", "NIF B84123456", "Tel. 915 55 10 22", "2 Café con leche  1,60", "TOTAL  42,30 EUR",
            "IVA 10% incluido"]  # fmt: skip

    assert parse_side(reading(*bill), "ES").back is None


def test_a_card_comes_back_whole_from_its_json() -> None:
    assert Card.from_json(FRONT.as_json()) == FRONT
