"""Spanish entries without a verb of ours: what makes one, what comes of it, and what is no entry at all."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


@pytest.mark.parametrize(
    ("text", "account", "minutes"),
    [
        ("1h con Marta Gil, el modelo B sí pero más barato", "Acme Iberia S.A.", 60),
        ("40 min tlf Begoña, falta la firma", "Imprenta Rápida", 40),
        ("con Inés Calvo 20 min por tel: ok flota, espera a fin de mes", "Grupo Duero Logística", 20),
        ("3/4 de hora en Valdeoro, duda con el precio", "Bodegas Valdeoro", 45),
        ("Ortega 1/2 hora. mesa nueva NO", "Muebles Ortega", 30),
    ],
)
def test_a_length_and_a_name_are_an_entry(text: str, account: str, minutes: int) -> None:
    meant = understand(text, MARKET, NOW, "es").as_json()
    assert (meant["intent"], meant["account"], meant["minutes"]) == ("log", account, minutes)


@pytest.mark.parametrize(
    "text",
    [
        "Begoña Díaz (imprenta): dos tiradas, 18k máx",
        "Marta de Acme: que necesita 200 cajas para ya",
        "Inés que sí, que no, que ya veremos",
        "Aceros Vega cerrado por vacaciones",
        "José Luis Ortega de baja hasta septiembre",
        "Valdeoro. Marta. 12 cajas de crianza",
        "No está Laura Martínez",
        "Me ha dicho Javier Soler que van justos este año",
        "Pide precio Carmen Vega",
    ],
)
def test_a_name_and_what_is_said_of_it_are_an_entry(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.intent is Intent.LOG
    assert meant.account is not None


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("Begoña Díaz no contesta. 2º intento mañana 13h", "call", "2026-03-19T13:00"),
        ("Marta Gil comunica. Mañana otra vez", "call", "2026-03-19"),
        ("Inés Calvo salta el buzón, insisto el viernes", "call", "2026-03-20"),
        ("tlf Javier Soler ocupado. Mañana 8:15", "call", "2026-03-19T08:15"),
        ("Acme cancela visita de hoy. Nueva fecha 26/3 11h", "visit", "2026-03-26T11:00"),
        ("Correo a Begoña Díaz con la tarifa. Rellamar 1 sem", "call", "2026-03-25"),
        ("Acme: Marta ok con el modelo B. Presup. martes 12h", "email", "2026-03-24T12:00"),
        ("No está Carmen Vega, vuelve el 7/4. Llamar ese día 9:30", "call", "2026-04-07T09:30"),
        ("Javier Soler de viaje hasta el 27, le llamo entonces", "call", "2026-03-27"),
        ("Aceros Vega cerrado por vacaciones. Volver 1 sept", "visit", "2026-09-01"),
        ("Acme, Marta, buena onda, le mando lista de precios el viernes", "email", "2026-03-20"),
    ],
)
def test_what_is_to_come_of_it_is_the_follow_up(text: str, kind: str, start: str) -> None:
    meant = understand(text, MARKET, NOW, "es").as_json()
    assert (meant["intent"], meant["next"]) == ("log", {"kind": kind, "start": start})


@pytest.mark.parametrize(
    "text",
    [
        "los de Acme a lo mejor amplían el almacén",
        "Grupo Duero abre delegación en Zaragoza en mayo",
        "si me llama Marta Gil avísame",
        "en el bar dicen que Aceros Vega busca proveedor",
        "iba a ver a Carmen Vega pero se me pinchó una rueda",
        "no llego a lo de Acme a las 5",
        "no, Acme no, Aceros",
        "Acme me tiene frito con los papeles",
        "Uf qué mañana llevo",
        "vaya tela con el tráfico, dos horas para llegar",
        "el GPS me ha llevado por media sierra para llegar a Valdeoro",
        "Acme quiere que vayamos el lunes",
    ],
)
def test_hearsay_wishes_plans_of_theirs_and_groans_are_none(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").intent is Intent.OTHER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bodegas López Hermanos, primera visita, 30 min, catan vino", "Bodegas López Hermanos"),
        ("Talleres Mecánicos Ruiz e Hijos, puerta fría, nada", "Talleres Mecánicos Ruiz e Hijos"),
        ("Hierros Ferrer: quieren presupuesto", "Hierros Ferrer"),
        ("Muebles Vega, 25 min, interesados", "Muebles Vega"),
        ("visité Panadería Los Abuelos, no conocían la marca", "Panadería Los Abuelos"),
        ("he estado en un sitio nuevo se llama piscinas aguamar y quieren bombas", "piscinas aguamar"),
        ("Maderas Cuenca, 25 min, interesados en sierra, llamar a Luisa el 21", "Maderas Cuenca"),
    ],
)
def test_a_firm_that_shares_a_word_with_a_known_one_is_another(text: str, name: str) -> None:
    meant = understand(text, MARKET, NOW, "es").as_json()
    assert (meant["account"], meant["new_account"], meant["ask"]) == (None, name, ["account"])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("el viernes por la tarde me paso por Acme y Marta me dice que no", "2026-03-13T16:00"),
        ("hoy 9h Valdeoro con Marta, etiquetas: ven fin de obra en noviembre", "2026-03-18T09:00"),
        ("Quedé esta mañana a las 9 con Javier Soler en la clínica. Le vale", "2026-03-18T09:00"),
        ("Pasé el lunes por Aceros Vega, Carmen me atendió de pie", "2026-03-16"),
    ],
)
def test_what_is_over_is_no_plan(text: str, start: str) -> None:
    meant = understand(text, MARKET, NOW, "es").as_json()
    assert (meant["intent"], meant["start"]) == ("log", start)


@pytest.mark.parametrize(
    "text",
    [
        "llevo el coche al taller mañana a las 8",
        "el viernes cierro la bodega de casa",
        "Reunión de equipo mañana a las 9",
    ],
)
def test_a_trade_word_alone_neither_picks_nor_asks_where_the_rest_does_not_fit(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.account is None
    assert meant.asks == ()


def test_the_only_one_of_its_trade_is_called_by_it() -> None:
    meant = understand("llamar mañana a la imprenta", MARKET, NOW, "es")
    assert meant.account is not None
    assert meant.account.name == "Imprenta Rápida"


@pytest.mark.parametrize(
    ("text", "stage", "title"),
    [
        ("Inés firma!! 45k", "won", "Flota 2026"),
        ("cámara Frío Norte cerrado en 21.500", "won", "Cámara frigorífica"),
        ("Acme deja el modelo B para el año que viene, no les cuadran los números", "postponed", "Modelo B"),
        ("La Espiga retrasa los hornos hasta octubre porque están de obras", "postponed", "Renovación hornos"),
        ("Duero nos deja, han comprado a otro", "lost", "Flota 2026"),
        ("presentada la oferta a Marta Gil por el modelo B, 11.900 + iva", "proposal", "Modelo B"),
    ],
)
def test_facts_told_in_few_words_move(text: str, stage: str, title: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.stage == stage
    assert meant.opportunity is not None
    assert meant.opportunity.title == title


@pytest.mark.parametrize(
    "text",
    [
        "Begoña Díaz 2 llamadas perdidas mías",
        "Me ha dicho Marta Gil que la cosa está parada hasta que llegue la subvención",
        "Pedro Ibáñez, obra parada. 3er aviso",
        "le pasé presupuesto a Acme",
        "enviada la oferta a Marta Gil por el modelo B, 11.900 + iva",
        "enviada la oferta de Flota 2026 a Inés, 44.000",
    ],
)
def test_calls_works_and_offers_of_what_is_further_move_nothing(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").stage is None
