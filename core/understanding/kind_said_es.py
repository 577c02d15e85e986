"""The kind of a Spanish entry without a verb of ours: a noun, a means, how they reached us, what one found there."""

import re

from core.understanding.feedback import tells_feedback
from core.understanding.kinds import Kind
from core.understanding.reading import Reading
from core.understanding.text import word_set


def kind_said(reading: Reading, last: int | None = None) -> Kind | None:
    """The kind that a noun outside their talk tells ("20 min tlf Laura"), or a means before `last`."""
    keys = reading.sentence.keys
    nouns = [one for one in reading.triggers if one.is_noun and not tells_feedback(keys[: one.span[0]])]
    channels = [one for one in reading.channels if last is None or one.span[0] < last]
    kinds = [one.kind for one in nouns] + [one.kind for one in channels if one.kind]
    if kinds:
        return kinds[0]
    plain = reading.sentence.plain
    if _PHONE.intersection(keys) or _UNANSWERED.search(plain) or _RANG.search(plain):
        return Kind.CALL
    if _WROTE.search(plain):
        return Kind.EMAIL
    return Kind.VISIT if _ON_SITE.search(plain) else None


_RANG = re.compile(
    r"^(?:(?:hola|hoy|ahora|ahora mismo) (?:, )?)*(?:me|nos|m) llaman?\b|"
    r"^llaman? (?!a |al |tu |cuando |me |si |en )(?:\S+ ){1,5}?(?:que|para|porque|diciendo|preguntando) |"
    r"^(?:[a-z]+ ){1,4}?(?:\( \S+ \) )?(?:(?:me|nos) )?llaman? (?:,|para|que|por|porque|preguntando|quejandose)(?!\S)"
)
_WROTE = re.compile(
    r"^(?:(?:hola|hoy|ahora) (?:, )?)*(?:me|nos|m) escriben?\b|"
    r"\b(?:me|nos) (?:escriben?|mandan?|envian?|ponen?) (?:un |por )?(?:mail|correo|email|whatsapp|mensaje)\b"
)
"""What they do with us, told as it happens."""
_ON_SITE = re.compile(
    r"\b(?:(?:estaba|esta|encuentro|encontre|me encuentro|he encontrado) (?:todo )?cerrad[oa]|cerrad[oa](?= (?:hoy|"
    r"por)| [,.;]|$)|"
    r"(?:ha|han) cerrado hoy|no hay nadie|no habia nadie|nadie en|persiana|(?:me|nos) (?:ha |han )?(?:dej\w+ "
    r"plantad\w+|d\w+ "
    r"planton)|no se presento(?! a la (?:call|llamada|video\w*|reunion|demo))|no aparecio|ni aparecio|ni se presento|"
    r"recibir(?:me|nos)|presencial|en persona)\b"
)
"""Nobody there, or seen face to face: one had gone."""


_UNANSWERED = re.compile(
    r"\bno se (?:presento|conecto|conectaron|presentaron|unio) a la (?:call|llamada|video\w*|teams|zoom)|no se "
    r"conect\w+|"
    r"\b(?:no|sin|ni)(?: (?:me|nos|lo|la|los|las|le|les)){0,2} (?:coge|cogen|cogio|contesta|contestan|contesto|"
    r"responde|"
    r"responden|descuelga|descuelgan|atiende|atienden)\b(?! (?:al?|los|el) (?:correo|mail|whatsapp|wasap|mensaje)s?)"
)
_PHONE = word_set("telefono tlf tel phone telephone")
