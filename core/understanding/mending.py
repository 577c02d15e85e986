"""Misspelt words of time, deeds and stages mended: "juevs", "bisité", "yesteday"."""

import re
from functools import cache, lru_cache

from core.understanding import common_verbs_es, dates_en, dates_es, verbs_en, verbs_es
from core.understanding.feedback import is_told_of
from core.understanding.lexicon import NO_SLIPS
from core.understanding.orders_es import familiar
from core.understanding.spelling import Spelling
from core.understanding.text import word_set

_LONG_ENOUGH = 5
_STRETCHED = re.compile(r"(.)\1{2,}")
"""Letters that a finger stayed on, or that shout: calll, soooo."""
_WORDS = [
    "manana",
    "pasado",
    "ayer",
    "anteayer",
    "mediodia",
    "primera",
    "semana",
    "quincena",
    "proximo",
    "llamar",
    "llame",
    "llamado",
    "llamada",
    "llamamos",
    "hablar",
    "hable",
    "hablado",
    "hablamos",
    "visitar",
    "visite",
    "visitado",
    "visita",
    "visitamos",
    "reunion",
    "reunirme",
    "enviar",
    "envie",
    "enviado",
    "mandar",
    "mande",
    "mandado",
    "correo",
    "volver",
    "vuelvo",
    "estuve",
    "estado",
    "quedamos",
    "quedado",
    "recuerdame",
    "presupuesto",
    "preparar",
    "telefono",
    "yesterday",
    "tomorrow",
    "fortnight",
    "morning",
    "afternoon",
    "evening",
    "called",
    "visited",
    "emailed",
    "phoned",
    "meeting",
    "spoke",
    "schedule",
    "remind",
    "visit",
    "follow",
    "quarter",
    "prospeccion",
    "cualificacion",
    "propuesta",
    "negociacion",
    "ganada",
    "perdida",
    "aplazada",
    "negotiation",
    "proposal",
    "qualification",
    "postponed",
    "prospecting",
    "minutos",
    "minutes",
    "euros",
]


_RIGHT = word_set(
    "mates marta martin marcas mantes mares granada granado granados estadio angosto angosta vuelco coreo llanada "
    "semanal semanales quincenal mananero sabados domingos telefonos propuestas proximos visitador visitadora pedidas"
)
"""Right as they are, though a day, a month or a stage is near."""
_TWINS = frozenset({"negociacion", "negotiation"})
"""One word in two languages: what is near both means either."""


@lru_cache(maxsize=50_000)
def mended(key: str) -> str:
    """The word of our grammar that `key` was meant for; `key` itself where it is right or nothing is near."""
    if (order := familiar(key)) != key:
        return order
    if _STRETCHED.search(key) and key.isalpha():
        shorter = [_STRETCHED.sub(letters, key) for letters in (r"\1\1", r"\1")]
        return next((one for one in shorter if one in NO_SLIPS or is_known_word(one)), key)
    return _by_its_sound(key) or _with_its_g(key) or _with_its_double(key) or _without_slips(key)


def _with_its_g(key: str) -> str | None:
    """The word in -ing that is said without its g: `wantin`, `callin`."""
    is_cut = key.endswith("in") and len(key) >= _LONG_ENOUGH and key not in NO_SLIPS and not is_known_word(key)
    return key + "g" if is_cut and (key + "g" in _words_of_patterns() or is_told_of(key[:-2] + "s")) else None


def _with_its_double(key: str) -> str | None:
    """The English deed whose double letter was typed once, or another one twice: `droped`, `colect`, `visitted`."""
    if len(key) < _LONG_ENOUGH or not key.isalpha() or key in NO_SLIPS or key in _ONE_LETTER or is_known_word(key):
        return None
    return _by_their_letters().get(_DOUBLED.sub(r"\1", key))


_DOUBLED = re.compile(r"(.)\1")
_ONE_LETTER = word_set(
    "hoped hoping filed filing taped taping caned striped caner comite canal canales filial tales pases ases proces"
)
"""Words of their own, though a deed is but a double letter away."""


@cache
def _by_their_letters() -> dict[str, str]:
    """Forms of English deeds by their letters, none of them twice; those that two forms share tell none."""
    found: dict[str, set[str]] = {}
    for word in verbs_en.GRAMMAR.lexicon.words:
        if len(word) > _LONG_ENOUGH and _DOUBLED.search(word):
            found.setdefault(_DOUBLED.sub(r"\1", word), set()).add(word)
    return {letters: next(iter(words)) for letters, words in found.items() if len(words) == 1}


def _without_slips(key: str) -> str:
    """The word of the grammar that is a slip or two away; `key` where none is, or it is right."""
    if len(key) < _LONG_ENOUGH or key in NO_SLIPS or key in _RIGHT or not key.isalpha():
        return key
    if key.endswith("ao") and (key[:-1] + "do") in _words_of_patterns():
        return key[:-1] + "do"  # llamao, quedao
    spelling = _spelling()
    if key in spelling or key in _words_of_patterns() or key in common_verbs_es.forms():
        return key
    near = spelling.near(key)
    is_clear = len(near) == 1 or (bool(near) and _TWINS.issuperset(near))
    return near[0] if is_clear and _begins_alike(near[0], key) else key


def _begins_alike(right: str, typed: str) -> bool:
    """Whether they begin with one letter or one sound: `bisite` is `visite`, but `danada` is not `ganada`."""
    firsts = {right[0], typed[0]}
    return len(firsts) == 1 or firsts in _SOUNDING_ALIKE or right[1:3] == typed[:2] or typed[1:3] == right[:2]


_SOUNDING_ALIKE = ({"b", "v"}, {"c", "k"}, {"c", "q"}, {"k", "q"}, {"c", "s"}, {"s", "z"}, {"g", "j"}, {"y", "l"})


def _by_its_sound(key: str) -> str | None:
    """The word that sounds so, typed with a k or without its h: `kedo`, `kon`, `ablado`, `acer`."""
    if len(key) < _SHORTEST_SOUNDED or not key.isalpha() or key in NO_SLIPS or key in _WITHOUT_H or is_known_word(key):
        return None
    sounds = [re.sub("k(?=[ei])", "qu", key).replace("k", "c")] if "k" in key else ["h" + key]
    return next((one for one in sounds if one in NO_SLIPS or is_known_word(one)), None)


_SHORTEST_SOUNDED = 3
_WITHOUT_H = word_set("ours air eat ell arbour ope")
"""English words that sound like another one without its h."""


def is_known_word(key: str) -> bool:
    """Whether some pattern or some common verb's form is this word."""
    return key in _words_of_patterns() or key in common_verbs_es.forms()


@cache
def _words_of_patterns() -> frozenset[str]:
    """Every word that some pattern knows: it is right as it is."""
    grammars = (verbs_es.GRAMMAR, verbs_en.GRAMMAR)
    deeds = [row.pattern for grammar in grammars for row in grammar.rows]
    before = [row.left for grammar in grammars for row in grammar.verb_rows if row.left]
    times = [row.pattern for row in dates_es.ROWS + dates_en.ROWS]
    said = {word for pattern in deeds + before + times for word in re.findall(r"[a-z]+", pattern.pattern)}
    return frozenset(said.union(*(grammar.lexicon.words for grammar in grammars)))


@cache
def _spelling() -> Spelling:
    spelling = Spelling()
    long_names = [*dates_es.WEEKDAYS, *dates_es.MONTHS, *dates_en.WEEKDAYS, *dates_en.MONTHS]
    for word in {*_WORDS, *(name for name in long_names if len(name) >= _LONG_ENOUGH)}:
        spelling.add(word)
    return spelling
