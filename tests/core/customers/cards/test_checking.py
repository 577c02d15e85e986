"""The second reader settles what the first is in doubt about; what neither agreement nor evidence decides is asked."""

from dataclasses import replace

from core.customers.cards import Card, Doubt, Phone
from core.customers.cards.checking import checked, is_sure
from tests.core.customers.cards.printed import card

SURE = Card(
    given="Nuria",
    family="Valls Peris",
    full_name="Nuria Valls Peris",
    job_title="Jefa de Compras",
    company="Hilados Turia, S.L.",
    emails=("nvalls@hiladosturia.es",),
    phones=(Phone("+34963112233", "office"),),
    website="www.hiladosturia.es",
    confidences={"name": 0.95, "company": 0.95, "emails": 0.9, "phones": 0.7},
)


def in_doubt(*doubts: Doubt, **values: object) -> Card:
    return replace(SURE, doubts=doubts, **values)  # type: ignore[arg-type]


def test_a_card_without_doubt_needs_no_second_reader() -> None:
    assert is_sure(SURE)
    assert not is_sure(in_doubt(Doubt("phones", "+34963112233")))
    assert not is_sure(None)


def test_a_card_of_which_only_a_number_was_read_is_looked_at_again() -> None:
    alone = replace(SURE, company=None, emails=(), website=None)

    assert not is_sure(alone)
    assert is_sure(replace(alone, emails=("nuria.valls@gmail.com",)))


def test_what_both_read_alike_is_no_longer_in_doubt() -> None:
    settled = checked(in_doubt(Doubt("phones", "+34963112233")), SURE)

    assert settled.doubts == ()
    assert settled.confidences["phones"] == 0.95


def test_what_they_read_differently_is_asked_with_both_readings() -> None:
    other = replace(SURE, phones=(Phone("+34963112238", "office"),))
    asked = checked(in_doubt(Doubt("phones", "+34963112233")), other)

    assert asked.doubts == (Doubt("phones", "+34963112233", ("+34963112238",)),)
    assert asked.phones == SURE.phones


def test_an_address_that_agrees_with_web_and_name_is_taken() -> None:
    wrong = in_doubt(Doubt("emails", "nvals@hiladosturja.es"), emails=("nvals@hiladosturja.es",))
    settled = checked(wrong, SURE)

    assert (settled.emails, settled.doubts) == (("nvalls@hiladosturia.es",), ())


def test_the_first_reader_is_not_overruled_without_evidence() -> None:
    other = replace(SURE, emails=("nvalis@hiladosturla.es",), website=None)
    settled = checked(in_doubt(Doubt("emails", "nvalls@hiladosturia.es")), other)

    assert (settled.emails, settled.doubts) == (SURE.emails, ())


def test_the_firm_whose_name_is_its_domains_is_the_right_one() -> None:
    wrong = in_doubt(Doubt("company", "Hiados Turia, S.L."), company="Hiados Turia, S.L.")

    assert checked(wrong, SURE).company == "Hilados Turia, S.L."


def test_an_accent_that_the_other_reader_saw_is_kept() -> None:
    bare = in_doubt(Doubt("name", "Nuria Valls Perez"), full_name="Nuria Valls Perez", family="Valls Perez")
    seen = replace(SURE, full_name="Nuria Valls Pérez", family="Valls Pérez")

    assert checked(bare, seen).family == "Valls Pérez"


def test_what_the_first_reader_is_sure_of_stays() -> None:
    other = replace(SURE, full_name="Nuria Vals Peris", job_title="Jefa de Cornpras")

    assert checked(in_doubt(Doubt("phones", "+34963112233")), other).full_name == "Nuria Valls Peris"


def test_a_phone_that_only_the_other_reader_made_out_is_offered() -> None:
    more = replace(SURE, phones=(*SURE.phones, Phone("+34611223344", "mobile")))

    assert checked(in_doubt(Doubt("phones")), more).doubts == (Doubt("phones", "", ("+34611223344",)),)


def test_what_only_the_other_reader_saw_is_taken_and_asked() -> None:
    filled = checked(replace(SURE, emails=(), doubts=()), SURE)

    assert filled.emails == SURE.emails
    assert filled.doubts == (Doubt("emails", "nvalls@hiladosturia.es"),)


def test_a_firm_that_one_reader_alone_saw_needs_its_domain_or_its_legal_form() -> None:
    alone = replace(SURE, company=None, doubts=())

    assert checked(alone, replace(SURE, company="Vino con paciencia")).company is None
    assert checked(alone, SURE).company == "Hilados Turia, S.L."


def test_who_works_alone_has_no_firm_to_be_looked_for() -> None:
    assert is_sure(replace(SURE, company=None, website=None, emails=("nvalls@gmail.com",)))
    assert not is_sure(replace(SURE, company=None))


def test_a_name_that_lacks_a_letter_of_its_address_is_in_doubt_and_the_other_readers_is_taken() -> None:
    lost = ("2|Jos Olmedo Pacheco", "Responsable de Ventas", "jose_olmedo@maderas.es", "Maderas S.L.", "655 44 33 22")
    first, second = card(*lost), card("2|José Olmedo Pacheco", *lost[1:])

    assert first.doubtful == ("name",)
    assert (checked(first, second).full_name, checked(first, second).doubts) == ("José Olmedo Pacheco", ())


def test_who_works_alone_under_the_own_name_needs_no_second_reading() -> None:
    alone = card("2|Mireia Sentís Roig", "Ilustradora", "mireia@mireiasentis.com", "655 44 33 22")
    employed = card("2|Mireia Sentís Roig", "Ilustradora", "mireia@estudiolluna.com", "655 44 33 22")

    assert alone.company is None
    assert is_sure(alone)
    assert not is_sure(employed)
