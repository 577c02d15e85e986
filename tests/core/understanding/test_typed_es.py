"""Spanish as it is typed with a thumb or dictated: letters left out, no commas, names in small letters."""

import pytest

from core.understanding.kinds import Kind
from core.understanding.meaning import Ask, Intent
from core.understanding.text import tokenise
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("e visitado acme", "he visitado acme"),
        ("m an dicho k no", "me han dicho que no"),
        ("se an ido", "se han ido"),
        ("visita a ana", "visita a ana"),
        ("la m40", "la m 40"),
    ],
)
def test_letters_left_out_are_read(typed: str, read: str) -> None:
    assert tokenise(typed).plain == read


@pytest.mark.parametrize(
    "text", ["kedo en llamar a Marta Gil el viernes", "e ablado con Marta Gil, la llamo el viernes"]
)
def test_words_are_known_by_their_sound(text: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert meant.account is not None
    assert meant.account.name.startswith("Acme")
    start = meant.start or (meant.next.start if meant.next else None)
    assert start is not None
    assert start.iso() == "2026-03-20"


@pytest.mark.parametrize(
    "text", ["videollamada con Marta Gil", "Teams con Marta Gil, 20 min", "zoom con Marta Gil 20 min"]
)
def test_a_video_call_is_a_call(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").kind is Kind.CALL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("visita al hotel playa golf en toledo, muy bien", "hotel playa golf"),
        ("llamar a bar el rincon de lola mañana", "bar el rincon de lola"),
        ("visitada la taberna o muiño, quieren precios", "taberna o muiño"),
    ],
)
def test_a_firm_in_small_letters_that_nobody_bears_is_new(text: str, name: str) -> None:
    meant = understand(text, MARKET, NOW, "es")
    assert (meant.account, meant.new_account, meant.asks) == (None, name, (Ask.ACCOUNT,))


def test_a_day_right_before_what_we_will_do_is_of_that() -> None:
    meant = understand(
        "ayer llamé a Marta Gil y me dijo que lo compara con otro proveedor el lunes le mando referencias",
        MARKET,
        NOW,
        "es",
    )
    assert meant.next is not None
    assert meant.next.kind is Kind.EMAIL
    assert meant.next.start is not None
    assert meant.next.start.iso() == "2026-03-23"


def test_the_words_of_a_follow_up_are_its_own_not_the_notes() -> None:
    meant = understand("llamé a Marta Gil, muy contenta. le mando el catálogo el lunes", MARKET, NOW, "es")
    assert meant.note == "muy contenta"
    assert meant.next is not None
    assert "catálogo" in meant.next.subject


@pytest.mark.parametrize("text", ["la llamo un dia de estos a Marta Gil", "habrá que ver a Marta Gil en mayo"])
def test_some_day_is_no_date_of_a_follow_up(text: str) -> None:
    meant = understand(f"visita a Acme, todo bien. {text}", MARKET, NOW, "es")
    assert meant.next is None or meant.next.start is None


@pytest.mark.parametrize(
    "text",
    [
        "han adjudicado el modelo B a otro proveedor por el plazo",
        "perdido el modelo B que les salía más barato en otro sitio",
    ],
)
def test_what_another_gets_is_lost_and_why_is_told(text: str) -> None:
    meant = understand(f"llamada con Marta Gil: {text}", MARKET, NOW, "es")
    assert meant.stage == "lost"
    assert meant.reason


@pytest.mark.parametrize(
    "text",
    [
        "me ha llamado mi mujer que recoja a los niños",
        "Mari Ángeles, pásale a contabilidad la factura de Acme",
        "vaya lunes llevo",
        "cancelada la reunión de mañana con Marta Gil",
        "la m40 petadísima otra vez",
        "hace cuánto que no paso por Acme",
        "hoy toca Toledo, a ver si no llueve",
    ],
)
def test_what_is_no_entry_is_none(text: str) -> None:
    assert understand(text, MARKET, NOW, "es").intent is Intent.OTHER


def test_pesos_and_dollars_are_the_companys_own() -> None:
    mexican = World.from_json({**WORLD, "currency": "MXN"})
    for text in ("Acme firma, $62,500", "Acme firma, 62,500 pesos"):
        meant = understand(text, mexican, NOW, "es")
        assert meant.amount is not None
        assert meant.amount.currency == "MXN"
