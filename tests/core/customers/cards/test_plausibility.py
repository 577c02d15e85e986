"""No contact from what is no card."""
# ruff: noqa: E501 - a card a line is easier to compare

import pytest

from core.customers.cards import Reading, parse
from tests.core.customers.cards.printed import reading

NO_CARDS = {
    "receipt": ["BAR LA ESQUINA", "NIF B84123456", "Tel. 915 55 10 22", "2 Café con leche", "1.60", "TOTAL", "42,30 EUR",
                "IVA 10% incluido", "Le atendió: Marta García"],
    "invoice": ["FACTURA 2026/113", "Talleres Ruiz S.L.", "CIF B12345678", "Cliente: Juan Pérez García",
                "Tel. 944 11 22 33", "Base imponible 120,00", "IVA 21% 25,20", "TOTAL 145,20 €"],
    "leaflet": ["2|GRAN OFERTA", "Colchones Sueño Feliz", "Descuento 50% hasta el domingo", "Tel. 912 345 678",
                "Desde 199,00 €"],
    "letter": ["Ayuntamiento de Villar", "Calle Real 1, 44001 Teruel, Tel. 978 12 34 56", "Estimado Sr. Pérez:",
               "Por la presente le comunicamos que su solicitud ha sido admitida a trámite.", "Atentamente,",
               "Juan López Marín", "Concejal"],
    "note": ["Comprar tóner y folios", "Reunión martes 10:30", "Llamar a Marta 655443322"],
    "sign": ["2|SALIDA DE EMERGENCIA", "No obstruir"],
    "notice": ["2|Se vende piso", "3 habitaciones, 2 baños", "Llamar a Juan García 655 44 33 22"],
    "restaurant": ["2|Restaurante Casa Amparo", "Cocina tradicional desde 1954", "Reservas 923 21 22 23"],
    "menu": ["2|Menú del día", "Sopa castellana 6,50 €", "Merluza a la vasca 12,00 €", "Flan casero 3,50 €",
             "Reservas: Ana Gómez 912 34 56 78"],
    "gibberish": ["aR nnn ette", "lJ| e1 o0", "— ~ ii"],
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_CARDS)
def test_no_contact_is_made_from(kind: str) -> None:
    assert parse(reading(*NO_CARDS[kind]), "ES") is None


def test_an_empty_reading_is_no_card() -> None:
    assert parse(Reading(), "ES") is None


def test_a_name_alone_is_no_card() -> None:
    assert parse(reading("2|Ana Pérez Soto"), "ES") is None


def test_a_long_list_of_services_is_still_a_card() -> None:
    services = ["Reformas integrales", "Fontanería", "Electricidad", "Presupuestos sin compromiso"]

    assert parse(reading("2|Antonio Gil Marín", "Instalador", *services, "655 443 322"), "ES") is not None
