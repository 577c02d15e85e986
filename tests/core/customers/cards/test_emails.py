"""E-mail and web addresses as readers give them."""

import pytest

from core.customers.cards.emails import find_emails
from core.customers.cards.websites import find_websites
from tests.core.customers.cards.printed import card


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("E: ana.perez@firma.es", "ana.perez@firma.es"),
        ("E-mail ANA@FIRMA.COM.MX", "ana@firma.com.mx"),
        ("E-mailana@firma.es", "ana@firma.es"),
        ("E info@firma.es", "info@firma.es"),
        ("@ a.acedo@yahoo.es", "a.acedo@yahoo.es"),
        ("@luz@orbena.com", "luz@orbena.com"),
        ("ana @ firma.es", "ana@firma.es"),
        ("ana(at)firma.es", "ana@firma.es"),
        ("info(Agrupofirma.com", "info@grupofirma.com"),
        ("ana@firma. es", "ana@firma.es"),
        ("ana@firma,es", "ana@firma.es"),
        ("ana@firma.com.coWeb www.firma.com.co", "ana@firma.com.co"),
        ("mailto:ana@firma.es", "ana@firma.es"),
        ("Correo: ana_perez@firma.com.mx", "ana_perez@firma.com.mx"),
        ("j-m.o'neil ana+cards@firma.io", "ana+cards@firma.io"),
    ],
)
def test_an_address_is_found_whatever_is_glued_to_it(text: str, address: str) -> None:
    assert [one.value for one in find_emails(text)] == [address]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Einfo@firma.de", "info@firma.de"),
        ("E: ana perez@firma.es", "ana_perez@firma.es"),
        ("ana. perez@firma.es", "ana.perez@firma.es"),
    ],
)
def test_a_mended_address_is_doubtful(text: str, address: str) -> None:
    [one] = find_emails(text)

    assert (one.value, one.is_doubtful) == (address, True)


@pytest.mark.parametrize("text", ["@firma", "ana@firma", "a 3 @ 5 €", "www.firma.es"])
def test_what_has_no_domain_is_no_address(text: str) -> None:
    assert find_emails(text) == []


def test_an_address_broken_over_two_lines_is_one() -> None:
    parsed = card("2|Ana Pérez Soto", "Directora", "ana.perez@", "construccionesperezsoto.es", "655 44 33 22")

    assert parsed.emails == ("ana.perez@construccionesperezsoto.es",)
    assert parsed.website is None


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("www.firma.es", "www.firma.es"),
        ("Web firma.com.mx", "firma.com.mx"),
        ("https://www.firma.es/contacto", "www.firma.es/contacto"),
        ("WWW.FIRMA.ES", "www.firma.es"),
        ("www firma.es", "www.firma.es"),
        ("firma-norte.io", "firma-norte.io"),
    ],
)
def test_a_website_is_found_with_or_without_www(text: str, site: str) -> None:
    assert [one.value for one in find_websites(text)] == [site]


@pytest.mark.parametrize(
    "text", ["Calzada y Viña, S.L.", "Pol. Ind. Las Labradas", "linkedin.com/in/ana", "3.º B", "Núm.12", "Cía.Ltda"]
)
def test_abbreviations_and_social_networks_are_no_websites(text: str) -> None:
    assert [one.value for one in find_websites(text) if one.value] == []


@pytest.mark.parametrize("text", ["@acme.tools", "IG @acmetools", "instagram.com/acmetools", "facebook: @acme_tools"])
def test_a_handle_in_a_social_network_is_taken_out(text: str) -> None:
    assert [(one.value, text[one.start : one.end]) for one in find_websites(text)] == [("", text)]


def test_a_scheme_marks_a_website() -> None:
    text = "https://acme.io"

    assert [(one.value, one.start) for one in find_websites(text)] == [("acme.io", 0)]


def test_domains_that_nearly_agree_are_doubted() -> None:
    parsed = card("2|Ana Pérez Soto", "Directora", "Tresnor S.L.", "ana@tresn0r.com", "www.tresnor.com")

    assert {"emails", "website"} <= set(parsed.doubtful)


def test_an_at_sign_read_as_a_letter_is_put_right_where_the_firm_tells_and_is_asked() -> None:
    parsed = card("2|Cheryl Robinson", "Sales Director", "", "cheryl.robinsonesystemsharbour.co.uk", "020 7946 0991",
                  "Systems Harbour Ltd", region="GB")  # fmt: skip

    assert parsed.emails == ("cheryl.robinson@systemsharbour.co.uk",)
    assert parsed.doubtful == ("emails",)


def test_a_firm_that_is_nearly_its_domain_is_asked_about() -> None:
    parsed = card("2|Florentino Clavero", "Abogado", "Clavero & Caellas, S.L.", "f.clavero@claverocanellas.com")

    assert parsed.doubtful == ("company",)


def test_what_only_a_hyphen_or_nothing_parts_from_an_address_is_no_part_of_it() -> None:
    parsed = card("2|Olga Peña Soto", "Fax: 01730-8445olga-pena@durabel.com.mx-linkedin.com/in/olga", region="MX")

    assert parsed.emails == ("olga-pena@durabel.com.mx",)


def test_an_initial_read_as_a_digit_is_mended_and_doubted() -> None:
    parsed = card("2|Luis Ordóñez Cid", "Fontanero", "1.ordonez@fontaneriaordonez.es", "www.fontaneriaordonez.es")

    assert (parsed.emails, parsed.doubtful) == (("l.ordonez@fontaneriaordonez.es",), ("emails",))


def test_one_at_read_as_two_letters_is_one() -> None:
    parsed = card("2|Rosa Huamán", "Directora", "r.huamanOqqhapaq.edu.pe", "www.qhapaq.edu.pe", region="PE")

    assert (parsed.emails, parsed.doubtful) == (("r.huaman@qhapaq.edu.pe",), ("emails",))


@pytest.mark.parametrize("site", ["www.livrariaguerra.com.br", "livrariaguerra.com.br"])
def test_a_site_that_a_firm_in_two_lines_spells_has_lost_no_at(site: str) -> None:
    parsed = card(
        "2|Livraria", "2|Guerra S.A.", "", "1.5|Ana Pérez Soto", "Gerente", site, "(11) 3316-4923", region="BR"
    )

    assert (parsed.emails, parsed.website) == ((), site)
