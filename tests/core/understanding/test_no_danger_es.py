"""What Spanish only asks, hears, mends or hopes is no entry, and a day that is not surely ours no date."""

import pytest

from core.understanding.meaning import Intent
from core.understanding.understand import understand
from core.understanding.world import World
from tests.core.understanding.said import NOW
from tests.core.understanding.world import WORLD

MARKET = World.from_json(WORLD)


def meant(text: str) -> dict[str, object]:
    return understand(text, MARKET, NOW, "es").as_json()


@pytest.mark.parametrize(
    "text",
    [
        "¿has llamado tú a Talleres Núñez o me toca a mí?",
        "¿viste a Marta Gil el martes?",
        "oye ¿le mandaste la oferta a Acme?",
        "Pili, ¿tú ya visitaste Imprenta Rápida?",
        "¿te he dicho que ayer estuve en Acme?",
        "y vos qué decís, llamo a Acme el lunes o espero",
        "llamo a Inés Calvo mañana, ¿tú qué crees?",
        "¿fue Begoña Díaz a la reunión de ayer?",
        "sabes si Acme firmó el contrato?",
        "alguien ha visitado ya Frío Norte?",
        "¿Usted ya habló con Inés Calvo o la llamo yo?",
        "¿te conté alguna vez lo del camión de Acme?",
        "no sé si llamar a Marta Gil o dejarlo para el lunes",
    ],
)
def test_what_is_asked_is_not_done(text: str) -> None:
    assert meant(text)["intent"] == Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "la visita que te dije de Acme era de una hora",
        "la llamada a Begoña fue el lunes, no el martes",
        "La comida con Javier Soler no fue en Acme, fue en su clínica, cámbialo",
        "en la visita de Acme el contacto está mal, corrige eso",
        "eso último no lo apuntes",
        "no pongas visita en lo de Acme, que fue llamada",
        "lo que apuntaste de Frío Norte está mal, son 40 minutos",
        "Frío Norte ganada?? uy no, déjala en propuesta",
        "la llamada de Inés Calvo cámbiela a 20 minutos, no fueron 10",
        "la reunión de ayer con Marta Gil fue por teléfono, no presencial",
        "la visita de Acme pásala al jueves",
        "Acme a negociación?? no espera, déjala como está",
    ],
)
def test_what_mends_a_record_is_no_entry(text: str) -> None:
    assert meant(text)["intent"] == Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "dicen en la feria que Frío Norte cierra",
        "una camarera me ha contado que Hotel Miramar lo venden",
        "mi cuñado trabaja en Acme y dice que van a comprar maquinaria",
        "el de la gasolinera me dijo que Talleres Núñez está fatal de dinero",
        "otro comercial me ha soplado que Acme firma con la competencia",
        "me da que Panadería La Espiga no compra los hornos",
        "supongo que Marta Gil firmará el lunes",
        "me gustaría visitar Frío Norte algún día",
        "qué ganas de cerrar lo de Duero",
        "tendría que haber llamado a Marta Gil ayer",
        "día perdido en Acme, nadie me ha atendido",
        "todo el día parado en el taller con la furgo",
        "seguro que Frío Norte nos compra los compresores",
        "Ojalá el sí de Acme antes del 15.",
        "mi mujer dice que el domingo comemos en Hotel Miramar con los cuñados",
        "me ha dicho el repartidor que en Acme están echando gente",
        "sin cobertura toda la mañana en Talleres Núñez. Nada hecho.",
    ],
)
def test_what_is_nobodys_deed_is_no_entry(text: str) -> None:
    assert meant(text)["intent"] == Intent.OTHER


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Visita Acme. ¿Precio? Bien. ¿Plazo? Mal. Llamarles el lunes", Intent.LOG),
        ("reunión con Marta Gil 1h, ¿y si le bajamos el precio? mañana le mando oferta", Intent.LOG),
        ("¿me apuntas visita a Acme el 22?", Intent.PLAN),
        ("me parece que Acme lo quiere, le llamo el viernes", Intent.LOG),
        ("yo diría que la visita a Acme ha ido bien", Intent.LOG),
        ("mi mujer me espera a las 8, mañana llamo a Acme", Intent.PLAN),
        ("me ha dicho el de compras de Acme que sí, 1200 euros", Intent.LOG),
        ("la reunión con Marta Gil fue bien, no puso pegas", Intent.LOG),
        ("no contesta Marta Gil, sin cobertura en su nave", Intent.LOG),
        ("no puedo el martes, así que a Marta Gil la visito el miércoles por la tarde", Intent.PLAN),
        ("muchachos se ganó la flota del Duero nos la adjudicaron", Intent.MOVE),
        ("estoy atascado en la M40, llamé a Marta Gil para avisar", Intent.LOG),
    ],
)
def test_what_is_beside_it_stays_an_entry(text: str, intent: Intent) -> None:
    assert meant(text)["intent"] == intent


@pytest.mark.parametrize(
    "text",
    [
        "he estado en Acme con Marta Gil, el marido viene los viernes por la tarde así que mejor ir un viernes",
        "visité Acme y en junio quiere que vayamos con tres máquinas",
        "visité ayer a Laura Martínez. Las bombas que montamos en enero aguantan bien",
        "le hice demo a Javier Soler, me dice que habla con el contador esta semana y que la compra ya",
        "reunión con Begoña Díaz, los martes no abren y el técnico viene el lunes",
        "visita Frío Norte, cierran en agosto, vuelven el 1 de septiembre",
        "llamé a Inés Calvo, dice que su jefe me llama el martes",
    ],
)
def test_a_day_that_is_not_ours_is_no_follow_up(text: str) -> None:
    assert (meant(text)["intent"], meant(text)["next"]) == (Intent.LOG, None)


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("voy para Talleres Núñez que me espera Laura a las seis", "visit", "2026-03-18T18:00"),
        (
            "tengo que llamar a Inés Calvo a las 6, me pidió el porte y no me contestó logística",
            "call",
            "2026-03-18T18:00",
        ),
        ("reunión cancelada con Marta Gil, la pasamos al 28 a las 11", "meeting", "2026-03-28T11:00"),
        ("el viernes llamo a Javier Soler a ver qué ha decidido del equipo", "call", "2026-03-20"),
        ("agéndame llamada con Inés Calvo el jueves 15hs", "call", "2026-03-19T15:00"),
    ],
)
def test_what_lies_ahead_beats_what_others_did(text: str, kind: str, start: str) -> None:
    found = meant(text)
    assert (found["intent"], found["kind"], found["start"], found["next"]) == (Intent.PLAN, kind, start, None)
