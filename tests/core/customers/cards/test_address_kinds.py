"""Addresses in narrow columns, with towns that we do not know, beside seals."""

import pytest

from core.customers.cards.addresses import Address, find_address
from core.customers.cards.layout import page
from tests.core.customers.cards.printed import reading


def found(*lines: str, country: str) -> Address:
    address = find_address(page(reading(*lines).lines).pieces, [country])
    assert address is not None, lines
    return address.address


@pytest.mark.parametrize(
    ("lines", "country", "street", "postcode", "city"),
    [
        # A town that we do not know is told by the region behind it.
        (["Carrera 7 # 12-30 – Sonsón, Antioquia"], "CO", "Carrera 7 # 12-30", None, "Sonsón"),
        (["Av. Grau 120, Chincha Alta, Ica"], "PE", "Av. Grau 120", None, "Chincha Alta"),
        (["Calle 8 # 4-20, Palmira - Valle del Cauca"], "CO", "Calle 8 # 4-20", None, "Palmira"),
        (["Unit 3, Mill Business Park", "Cahir", "Co. Tipperary"], "IE", "Unit 3, Mill Business Park", None, "Cahir"),
        # A street one word a line, its number in the last.
        (["Av.", "Elmer Gómez", "2851, of. 7", "Callao", "Perú"], "PE", "Av. Elmer Gómez 2851, of. 7", None, "Callao"),
        (["Av. Belgrano", "1250", "(S2000) Rosario,", "Santa Fe"], "AR", "Av. Belgrano 1250", "S2000", "Rosario"),
        # A house's number before its floor is no postcode.
        (["Conde 2240, PB", "(C1428) Buenos Aires"], "AR", "Conde 2240, PB", "C1428", "Buenos Aires"),
        (["Calle Triana, 12 – 35001", "Las Palmas de Gran Canaria"], "ES", "Calle Triana, 12", "35001",
         "Las Palmas de Gran Canaria"),
        (["C/ Triana, 12", "35001 Las Palmas de Gran Canaria (Las Palmas)"], "ES", "C/ Triana, 12", "35001",
         "Las Palmas de Gran Canaria"),
        (["Peirao Novo, s/n", "36940 Cangas (Pontevedra)"], "ES", "Peirao Novo, s/n", "36940", "Cangas"),
        (["Via Garibaldi 4", "31046 Oderzo [TV]"], "IT", "Via Garibaldi 4", "31046", "Oderzo"),
    ],
)  # fmt: skip
def test_an_address_is_read_in_its_parts(
    lines: list[str], country: str, street: str, postcode: str | None, city: str
) -> None:
    address = found(*lines, country=country)

    assert (address.street, address.postcode, address.city) == (street, postcode, city)


@pytest.mark.parametrize("seal", [["ISO 45001"], ["ISO", "45001"], ["UNE-EN ISO 14001:2015"], ["ISO/IEC 27001"]])
def test_a_seal_is_no_postcode(seal: list[str]) -> None:
    address = found("Av. Grau 120", "Lima, Perú", "", *seal, country="PE")

    assert (address.postcode, address.city) == (None, "Lima")
