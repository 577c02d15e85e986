"""Names: found by a part, without accents, with slips; kept up one by one."""

import pytest

from core.understanding.meaning import Ask, Intent
from core.understanding.names import NameIndex, name_words
from core.understanding.understand import understand
from core.understanding.world import Account, Contact, Known, Opportunity, World
from tests.core.understanding.said import NOW


def world(*known: Known, recent: tuple[str, ...] = ()) -> World:
    built = World(recent=recent)
    for one in known:
        built.put(one)
    return built


NUNEZ, VEGA, VEGAS = (
    Account("1", "Talleres Núñez, S.L."),
    Account("2", "Aceros Vega"),
    Account("3", "Vega Instalaciones"),
)


@pytest.mark.parametrize("name", ["Talleres Núñez, S.L.", "TALLERES NUÑEZ SL", "Talleres de Núñez"])
def test_legal_forms_case_accents_and_connectors_do_not_count(name: str) -> None:
    assert name_words(name) == ("talleres", "nunez")


@pytest.mark.parametrize(
    "said",
    ["Núñez", "nunez", "Talleres Núñez", "taleres nuñes", "TALLERES NUÑEZ S.L.", "talleres nunez sl", "talleresnunez"],
)
def test_part_of_a_name_is_enough_where_only_one_fits(said: str) -> None:
    meant = understand(f"llamé a {said}", world(NUNEZ, VEGA, VEGAS), NOW, "es")
    assert meant.account == NUNEZ
    assert meant.asks == ()


def test_two_that_fit_are_asked_for_and_the_recent_one_comes_first() -> None:
    meant = understand("llamé a Vega", world(NUNEZ, VEGA, VEGAS, recent=("3",)), NOW, "es")
    assert meant.account is None
    assert meant.asks == (Ask.ACCOUNT,)
    assert meant.account_candidates == (VEGAS, VEGA)


def test_an_exact_name_decides_between_two() -> None:
    hotel, beach = Account("1", "Hotel Miramar"), Account("2", "Hotel Miramar Playa")
    assert understand("visité Hotel Miramar", world(hotel, beach), NOW, "es").account == hotel


def test_a_contact_decides_between_two_accounts() -> None:
    carmen = Contact("c", "Carmen Ruiz", ("2",))
    meant = understand("visité Vega con Carmen", world(VEGA, VEGAS, carmen), NOW, "es")
    assert (meant.account, meant.contact) == (VEGA, carmen)


def test_an_opportunity_decides_between_two_accounts() -> None:
    ovens = Opportunity("o", "Renovación hornos", "3")
    meant = understand("llamé a Vega por la renovación de hornos", world(VEGA, VEGAS, ovens), NOW, "es")
    assert (meant.account, meant.opportunity) == (VEGAS, ovens)


def test_a_name_that_fits_nothing_is_offered_as_a_new_account() -> None:
    meant = understand("llamé a Ferretería Pérez, quieren catálogo", world(Account("1", "Ferretería López")), NOW, "es")
    assert meant.account is None
    assert meant.new_account == "Ferretería Pérez"


def test_a_short_word_with_another_letter_is_another_name() -> None:
    meant = understand("llamé a Aceros Vera", world(VEGA), NOW, "es")
    assert meant.account is None


def test_a_longer_name_that_was_perhaps_meant_is_asked_for() -> None:
    short, longer = Account("1", "Ferretería Golica"), Account("2", "Ferretería Golica Vime")
    meant = understand("llame a ferreteria golica vme", world(short, longer), NOW, "es")
    assert meant.account is None
    assert set(meant.account_candidates) == {short, longer}


def test_a_title_in_the_talk_does_not_choose_an_account_for_an_unknown_name() -> None:
    model = Opportunity("o", "Modelo B", "2")
    meant = understand("llamé a Suministros Tajo, quieren el modelo B", world(VEGA, model), NOW, "es")
    assert meant.account is None
    assert meant.new_account == "Suministros Tajo"


def test_a_title_in_the_talk_does_not_choose_an_account_where_none_was_named() -> None:
    model = Opportunity("o", "Modelo B", "2")
    meant = understand("he llamado otra vez quieren precio del modelo B", world(VEGA, model), NOW, "es")
    assert meant.account is None
    assert Ask.ACCOUNT in meant.asks


def test_a_contact_of_two_accounts_asks_which() -> None:
    luis = Contact("c", "Luis Prado", ("2", "3"))
    meant = understand("llamé a Luis Prado", world(VEGA, VEGAS, luis), NOW, "es")
    assert meant.contact == luis
    assert meant.account_candidates == (VEGA, VEGAS)


def test_what_one_may_not_see_is_not_found() -> None:
    everything = world(VEGA, VEGAS)
    mine = everything.narrowed(lambda known: known.id != "3")
    assert understand("llamé a Vega", mine, NOW, "es").account == VEGA
    assert understand("llamé a Vega", everything, NOW, "es").account is None


def test_a_replaced_name_is_found_by_the_new_one_only() -> None:
    names = NameIndex()
    names.put("1", "Talleres Núñez")
    names.put("1", "Garaje Soto")
    assert names.holders("nunez") == set()
    assert names.holders("soto") == {"1"}
    assert names.near("nunes") == []


def test_a_removed_name_is_found_no_more() -> None:
    market = world(NUNEZ, VEGA)
    market.remove(NUNEZ)
    meant = understand("llamé a Talleres Núñez", market, NOW, "es")
    assert meant.intent is Intent.LOG
    assert meant.account is None
    assert meant.new_account == "Talleres Núñez"


WEBB, HARBOUR, BLUE, OLEARY = (
    Account("11", "Tanner & Webb Solicitors"),
    Account("12", "Harbour Eye Centre"),
    Account("13", "Blue Anchor Marina"),
    Account("14", "O'Leary Seafoods"),
)
PETE, GIULIA, BILL = (
    Contact("21", "Pete Fairweather", ("12",)),
    Contact("22", "Giulia Ferrante", ("11",)),
    Contact("23", "William Hartley", ("13",)),
)
COAST = world(WEBB, HARBOUR, BLUE, OLEARY, PETE, GIULIA, BILL)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Webb & Sons Haulage rang, want a quote", "Webb & Sons Haulage"),
        ("Pete from Harrow: needs 200 boxes", "Harrow"),
        ("Carter & Sons, 20 min call, want catalogue", "Carter & Sons"),
        ("Mr. Okafor from Lagoon Foods emailed about freezers", "Lagoon Foods"),
        ("spoke to maria at halcyon yoga studio, 10 min", "halcyon yoga studio"),
        ("visited a new place on Friday, Hollybush Garden Centre, they like it", "Hollybush Garden Centre"),
        ("McGinley no good, has all that already", "McGinley"),
    ],
)
def test_a_name_that_nobody_bears_is_a_new_one_whatever_words_it_shares(text: str, name: str) -> None:
    meant = understand(text, COAST, NOW, "en")
    assert (meant.account, meant.new_account, meant.asks) == (None, name, (Ask.ACCOUNT,))


@pytest.mark.parametrize("text", ["Giulia wants the racking in blue", "met Giulia in Harbour Street"])
def test_an_everyday_word_or_a_street_picks_no_account(text: str) -> None:
    assert understand(text, COAST, NOW, "en").account == WEBB


@pytest.mark.parametrize("said", ["O'Leary", "oleary", "o leary seafoods", "OLeary", "O'Learys"])
def test_an_apostrophe_in_a_name_may_be_left_out(said: str) -> None:
    assert understand(f"rang {said}, no answer", COAST, NOW, "en").account == OLEARY


def test_the_letter_of_a_surname_goes_with_a_nickname_too() -> None:
    meant = understand("Bill H wants two more", COAST, NOW, "en")
    assert (meant.contact, meant.note) == (BILL, "wants two more")


@pytest.mark.parametrize("text", ["Traffic awful today", "Funeral tomorrow, not working", "Ahorita no puedo"])
def test_an_everyday_word_that_opens_a_message_is_no_new_name(text: str) -> None:
    meant = understand(text, COAST, NOW, "en")
    assert (meant.intent, meant.new_account) == (Intent.OTHER, None)


def test_of_opportunities_of_one_title_a_move_is_of_the_open_one() -> None:
    bell, won = Opportunity("5", "Campana extractora", "2"), Opportunity("6", "Campana extractora", "3", stage="won")
    meant = understand("ganada la campana", world(VEGA, VEGAS, bell, won), NOW, "es")
    assert (meant.intent, meant.account, meant.opportunity) == (Intent.MOVE, VEGA, bell)


def test_the_firms_of_opportunities_that_are_called_alike_are_offered() -> None:
    here, there = Opportunity("5", "Renovación de cocina", "2"), Opportunity("6", "Renovación de cocina", "3")
    meant = understand("renovación de cocina a propuesta", world(NUNEZ, VEGA, VEGAS, here, there), NOW, "es")
    assert (meant.asks, set(meant.account_candidates)) == ((Ask.ACCOUNT,), {VEGA, VEGAS})


def test_two_of_one_first_name_at_a_firm_are_asked_for_wherever_one_is_said() -> None:
    people = Contact("7", "Rafael Lasheras", ("1",)), Contact("8", "Rafael León", ("1",))
    meant = understand("visita a Núñez, 30 min con Rafael, contento", world(NUNEZ, *people), NOW, "es")
    assert (meant.asks, set(meant.contact_candidates)) == ((Ask.CONTACT,), set(people))
