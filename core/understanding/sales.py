"""Whether what was won, lost or put off is something that we sell."""

import re
from datetime import datetime

from core.understanding import common_verbs_es
from core.understanding.dates import WhenWords, resolve
from core.understanding.entry_words import ADVERBS
from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE, PUNCTUATION
from core.understanding.no_facts import BARE_FACT
from core.understanding.stages import StageWords
from core.understanding.text import Sentence, word_set
from core.understanding.world import World


def is_of_a_sale(move: StageWords, sentence: Sentence, named: frozenset[int], world: World) -> bool:
    """Whether a participle alone is said of a sale or a name, not of calls or mornings: "2 llamadas perdidas"."""
    if _STANDS.fullmatch(" ".join(sentence.keys[slice(*move.span)])):
        earlier = range(max(0, move.span[0] - _NEAR), move.span[0])
        return any(world.titles.has_word(sentence.key(index)) or sentence.key(index) in _SOLD for index in earlier)
    before = move.span[0] - 1
    if before in named and _IS_THEIR_OWN.match(sentence.plain, sentence.place(move.span[0])):
        return False
    if not BARE_FACT.fullmatch(" ".join(sentence.keys[slice(*move.span)])) or before < 0 or before in named:
        return True
    noun = sentence.key(before)
    if sentence.key(move.span[0]) in {"firma", "firman"}:
        return False  # a name signs: "contrato s/ firma" does not
    return (
        not noun.isalpha()
        or noun in GLUE | _SALES | ADVERBS
        or noun in common_verbs_es.forms()
        or world.titles.has_word(noun)
    )


def is_of_an_appointment(move: StageWords, times: list[WhenWords], now: datetime) -> bool:
    """Whether what was put off is but a meeting of these days: "lo dejamos para el lunes a las 10"."""
    if move.key != "postponed" or move.is_asked:
        return False
    time = next(
        (one for one in times if move.span[1] <= one.span[0] <= move.span[1] + 1 or move.span[1] in range(*one.span)),
        None,
    )
    when = resolve(time, now, is_future=True) if time else None
    return when is not None and (when.at is not None or (when.day - now.date()).days <= _THESE_DAYS)


_THESE_DAYS = 10


def has_a_sale_for_object(
    move: StageWords, sentence: Sentence, known: frozenset[int], timed: frozenset[int], world: World
) -> bool:
    """Whether what was lost or won, if it is said, is something that is sold: not "he perdido *la mañana* en Vega"."""
    end, key = move.span[1], sentence.key(move.span[1])
    is_said = (key in _ARTICLES and (key != "a" or is_english(sentence))) or key.isdigit()
    if move.is_asked or not is_said or end in known or end in timed:
        return True
    for index in range(end + 1, min(end + _LONGEST_OBJECT, len(sentence.tokens))):
        key = sentence.key(index)
        if index in known or key in _SALES | _SOLD or world.titles.has_word(key) or world.titles.near(key):
            return True
        if key in PUNCTUATION or key in _BESIDE_AN_OBJECT:
            break
    return False


_BESIDE_AN_OBJECT = word_set("en con por para porque at with in because since cos")


_ARTICLES = word_set("el la los las un una unos unas a the an some my his her their our media media mi su sus")


_LONGEST_OBJECT = 6


_IS_THEIR_OWN = re.compile(
    r"(?:won|lost|sold|has won|has lost|have won|have lost|ha ganado|ha perdido|gano|perdio|vendio|ha vendido) "
    r"(?:a|an|un|una|his|"
    r"her|their|su|sus|another|two|three|some)\b"
)
"""What somebody named won or lost: "Kent lost a contract", not one of ours."""


def may_be_alone(move: StageWords, sentence: Sentence) -> bool:
    """Whether a move may name nothing: one that was asked for, or told in a few words ("firmado!!")."""
    left = [
        key for index, key in enumerate(sentence.keys) if key.isalpha() and not move.span[0] <= index < move.span[1]
    ]
    return move.is_asked or (len(left) < _FEWEST_WORDS and all(key in GLUE | _SALES | ADVERBS for key in left))


_FEWEST_WORDS = 4


_STANDS = re.compile(r"(?:se )?(?:esta|estan|queda|quedan|quedo) (?:todo )?parad[oa]s?")
"""Somebody, or works, may stand still without any sale doing so."""


_NEAR = 5


_SOLD = word_set("venta oportunidad operacion proyecto oferta compra pedido contrato inversion")


_SALES = word_set(
    "venta ventas trato operacion oportunidad oportunidades acuerdo negocio contrato contratos pedido pedidos proyecto "
    "proyectos oferta propuesta concurso licitacion licitaciones lote renovacion todo dado dada damos lo la doy "
    "pdte ya "
    "deal opp tender bid order job business account sale finally just we es esta estan fue ha han he hemos is was "
    "has have"
)
