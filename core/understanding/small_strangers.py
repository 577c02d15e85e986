"""Unknown firms in small letters: "hotel playa golf" is not Hotel Playa, "taberna o faiado" not Taberna O Gato."""

import re
from collections.abc import Iterator, Set

from core.understanding.entry_words import ANYBODY
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.frames_es import INFINITIVE
from core.understanding.lexicon import COMMON, GLUE, NO_SLIPS
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.names import CONNECTORS, LEGAL_FORMS, TRADE_WORDS
from core.understanding.states_es import STATES
from core.understanding.text import Sentence, Span, word_set
from core.understanding.world import World

PREMISES = word_set(
    """
    taller talleres ferreteria hotel hostal pension bodega bodegas clinica panaderia restaurante bar farmacia optica
    imprenta muebles distribuciones suministros instalaciones transportes construcciones carniceria pescaderia fruteria
    floristeria peluqueria libreria papeleria autoescuela academia residencia gimnasio cooperativa inmobiliaria gestoria
    asesoria carpinteria metalurgica hostal pension posada meson granja conservas quesos embutidos hierros aceros
    reformas excavaciones viveros gruas conservas hormigones neumaticos perfumeria queseria tintoreria drogueria
    pasteleria heladeria pizzeria cafeteria asador ortopedia lavanderia hospital colegio guarderia funeraria camping
    sidreria taberna marisqueria pulperia churreria confiteria obrador vinoteca cerveceria
    parrillada comedores yeguada ganaderia cortijo caserio hacienda
    supermercado semillas congelados piscinas automocion concesionario panificadora zapateria tapiceria
    """
)
"""Trades that begin a firm's name even without a capital."""
_OF_TRADES = ("eria", "erias", "ados", "icos", "icas", "oras", "eros")
_PARTICLES = word_set("la el los las o a os as do da de del can els les san santa sant")
"""What may stand in a name before a word of it: "taberna *o* faiado", "sidreria *la* mariña"."""
_OF_PLACES = word_set(
    "playa golf mar sol monte sierra valle rio costa puerto plaza parque park palace palacio real azul verde norte sur"
)
"""Everyday words that firms are called by."""
_ENCLITIC = re.compile(r"([a-z]{2,}?[aei])(?:me|se|le|la|lo)(?:la|lo)?s?")
_ARTICLES = word_set("la el los las")
"""Right behind a trade they begin a name: "bar *el* rincon"."""
_MOST_WORDS = 3
_SHORTEST = 4


def small_strangers(sentence: Sentence, mentions: list[Mention], world: World, taken: Set[int]) -> Iterator[Span]:
    """The names that a trade begins and that no single known name explains, where they end at an edge."""
    end = 0
    for first, key in enumerate(sentence.keys):
        is_trade = key in PREMISES or (key in TRADE_WORDS and key.endswith(_OF_TRADES))
        if first < end or not is_trade or first in taken or sentence.is_capitalised(first + 1):
            continue
        end = _end_of_name(sentence, first, world, taken)
        if end > first and _is_edge(sentence, end, taken) and not _is_explained((first, end), sentence, mentions):
            yield first, end


def _end_of_name(sentence: Sentence, first: int, world: World, taken: Set[int]) -> int:
    index, end, said = first + 1, first, 0
    while index < len(sentence.tokens) and index not in taken and said < _MOST_WORDS:
        key, before = sentence.key(index), sentence.key(index - 1)
        is_somebody = key in FIRST_NAMES and (index == first + 1 or (said > 0 and before in {"de", "del"}))
        if key in _ARTICLES and index == first + 1 and first > 0 and sentence.is_capitalised(first):
            break  # "a los de Hormigones *la póliza*"
        is_called_so = index == first + 2 and before in _ARTICLES and key.isalpha() and key not in COMMON | ANYBODY
        if before == "a" and INFINITIVE.fullmatch(key):
            break  # paso por bodegas Monteagudo *a enseñarles* …
        if is_somebody or is_called_so or _may_be_of_a_name(key, world):
            said, end = said + 1, index + 1
        elif key not in _PARTICLES:
            break
        index += 1
    return end


def _may_be_of_a_name(key: str, world: World) -> bool:
    """Whether it is no everyday word, or one of a known firm's name."""
    if not key.isalpha() or len(key) < _SHORTEST or key in COMMON:
        return False
    is_everyday = key in NO_SLIPS or key in STATES or is_known_word(key)
    if (verb := _ENCLITIC.fullmatch(key)) and (verb[1] in COMMON or is_known_word(verb[1])):
        return False  # la cooperativa pásala a ganada
    return not is_everyday or key in _OF_PLACES or world.account_names.has_word(key)


def _is_edge(sentence: Sentence, end: int, taken: Set[int]) -> bool:
    """Whether nothing stands there that could be told of a known firm without a comma."""
    key = sentence.key(end)
    return end in taken or not key or not key[0].isalnum() or key in GLUE


def _is_explained(run: Span, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether one known name holds all that was said."""
    words = [
        index for index in range(run[0] + 1, run[1]) if sentence.key(index) not in CONNECTORS | LEGAL_FORMS | _PARTICLES
    ]
    return any(all(one.span[0] <= index < one.span[1] for index in words) for one in mentions)
