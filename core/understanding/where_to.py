"""Towns that one but goes to, and that somebody is called by too: "subo a *Bilbao* el miércoles"."""

import re

from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.mentions import Mention
from core.understanding.text import Sentence

_GOING = re.compile(
    r"(?<!\S)(?:subo|subimos|subire|bajo|bajamos|bajare|viajo|viajamos|viajare|viaje|salgo|salimos|sali|saldre|llego|"
    r"llegamos|llegue|tiro|vuelo|conduzco|manejo|madrugo|duermo|de camino|camino|rumbo|tren|avion|vuelo)"
    r"(?: (?!con )\S+){0,3}? (?:a|de|desde|hacia|para|hasta|en) $"
)


def is_where_one_goes(mention: Mention, sentence: Sentence) -> bool:
    """Whether a surname alone is but the town that one travels to, nobody there."""
    first, end = mention.span
    is_surname = bool(mention.contacts) and not mention.accounts and end - first == 1
    if not is_surname or mention.is_whole_contact or sentence.key(first) in FIRST_NAMES:
        return False
    return bool(_GOING.search(sentence.plain[: sentence.place(first)]))
