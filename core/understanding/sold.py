"""What is done to an opportunity that is called by its title: "sold the weighbridge", "el horno vendido".

A verb that may be said of anything moves an opportunity only where its title is the verb's object or subject.
"""

import re

from core.understanding.lexicon import COMMON
from core.understanding.no_facts import SIGNED_ELSE, is_wish
from core.understanding.stage_facts_es import TO_ANOTHER
from core.understanding.stage_reasons import reason_after
from core.understanding.stages import StageWords
from core.understanding.text import Sentence
from core.understanding.titles import TitleWords

_THE = r"(?: (?:the|our|that|this|a|el|la|los|las|lo de|lo del|nuestro|nuestra|full|whole|\d+))*"
_OBJECT = {
    "won": (
        r"(?:(?:sold|closed(?: out)?(?= (?:the|our|that|this)\b)|landed|bagged|sealed|clinched|secured|nailed|"
        r"won)(?: them| him| her| \S+ and co)?|"
        r"(?:we|we 've|i 've|we have) (?:just |finally |only )?got(?! (?:a|an|some|to)\b)|signed|took(?= (?:\S+ "
        r"){1,5}(?:[,.;!]|for|at|$))|acept(?:a|an|ando|aron|o|ado)|(?:placed|confirmed|"
        r"accepted)(?=(?: \S+){1,6} (?:order|quote|offer|deal|contract|proposal|po)\b)|"
        r"(?:(?:are|is|'re|'s|now|all) )*(?<!not )(?<!n't )(?:going|gone) ahead with|went ahead with|(?:said|says) "
        r"yes to|"
        r"(?:gave|given|giving|got|have|has)(?: us| me)? (?:the |a )?(?:green light|go ahead|nod|thumbs up|ok|po|"
        r"order|deal) "
        r"(?:on|for|to|with)|(?:signed|signing) off (?:on|for)|"
        r"(?<!no )(?<!si )(?<!cuando )(?:firmamos|hemos firmado)(?: ya)?(?: por)?|"
        r"(?<!no )(?<!la )(?<!lo )firman?(?! si\b)|(?:nos|me) (?:han dado|dan|dieron|conceden|han concedido)|"
        r"(?:(?<!ha )(?<!han )vendid[oa]s?|vendimos|(?:he|hemos) (?:vendido|colocado|cerrado)|(?:nos|me) (?:compra|"
        r"compran|compro|compraron|han "
        r"comprado|ha comprado|adjudican|firman|han firmado|ha firmado)|(?:han|ha) (?:firmado|adjudicado)|coloque|"
        r"colocad[oa]s?|"
        r"(?:nos |me )?(?:dan|da|dieron|dio|han dado|ha dado) (?:el )?(?:ok|si|visto bueno) (?:a|al|para)))"
    ),
    "lost": (
        r"(?:se (?:nos |me )?(?:perdio|perdieron|pierde|pierden|cayo|cayeron|fue|fueron)(?: con)?|(?:turned|"
        r"turning) down|(?:have |"
        r"has |'ve )?(?:rejected|scrapped|cancelled|canceled|binned|dropped|"
        r"pulled)|"
        r"decided against|(?:(?:we|i) )?(?:didn't|did not) (?:get|win|land)|no (?:joy|luck|dice) (?:on|with)|"
        r"(?:lost|missed) out on|(?:(?:we |i |that )?(?:'re|'m|are|am|is|'s) )?(?:dead|out|finished|toast|done for|"
        r"beaten|out of it) on|"
        r"(?:(?:is|are|do|does|was|were)?(?:not|n't)|not|no longer)(?: be)? (?:going ahead with|"
        r"buying|taking|proceeding with|interested in buying|"
        r"renewing)|passed on|passing on|pulled out of|"
        r"(?:(?:ha|han) (?:tirado|echado)|tiran|tira|echan|echa) (?:para|pa) atras|"
        r"(?:descartan|descarta|han descartado|ha descartado|descartad[oa]s?|rechazan|rechaza|han rechazado|ha "
        r"rechazado|"
        r"tumban|han tumbado|ha tumbado|(?:nos|me) (?:tumban|tumba|cancelan|cancela)|(?:(?:ha|han) dicho|dijo|"
        r"dijeron|dice|dicen) que no a|no (?:compran|compra|se quedan|"
        r"se queda)(?: ya)?(?: con)?|ya no (?:quieren|quiere)|se olvidan de|se olvida de|pasan de|pasa de))"
    ),
}
"""Before the title."""
_SUBJECT = {
    "won": (
        r" (?:(?:is|are|was|has been|been|now|all|finally|esta|estan|ya|por fin) )*(?:sold|signed (?:and|&) sealed|"
        r"signed(?: off)?|in the bag|ours|(?:a )?done deal|"
        r"vendid[oa]s?|"
        r"adjudicad[oa]s?|firmad[oa]s?)(?= [,.;!]| at| for| to| por| en| a | this| today| yesterday|$)"
    ),
    "lost": (
        r"(?: (?:quote|offer|proposal|order|deal|job))? (?:(?:is|are|was|were|has been|have been|been|got|now|'s|"
        r"esta|estan|se) )*"
        r"(?:dead|scrapped|binned|cancelled|canceled|turned down|rejected|off the table|a no go|muert[oa]s?|"
        r"gone (?:to|with) (?:a|the|another|some|somebody|someone) (?:\S+ )?(?:competitor|competition|rival|crowd|else|"
        r"printer|supplier|outfit|firm|lot)|descartad[oa]s?|"
        r"rechazad[oa]s?|cancelad[oa]s?)(?= [,.;!]| because| cos| on| by| for| por| porque|$)"
    ),
}
"""Behind it."""
_BOUGHT_ELSEWHERE = re.compile(
    r" (?:from|off|at) (?:a |an |the )?(?:competitor|competition|rival|somebody else|someone else|elsewhere|"
    r"another \S+|other "
    r"\S+|la competencia|otr[oa]s?)\b|"
    r" (?:a|con) (?:la competencia|otr[oa]s?)\b"
)
_BUYING = re.compile(rf"(?:bought|ordered|buying|compran|compra|han comprado|ha comprado|compraron|compro){_THE} $")
_BEFORE = {key: re.compile(rf"(?<!\S){pattern}{_THE} $") for key, pattern in _OBJECT.items()}
_BEHIND = {key: re.compile(pattern) for key, pattern in _SUBJECT.items()}


def moves_of_titles(sentence: Sentence, titles: list[TitleWords], first_of: dict[int, int]) -> list[StageWords]:
    """Moves that are told of a title; `first_of` gives the first token of the piece that each title stands in."""
    found = []
    for title in titles:
        start, end = sentence.place(title.span[0]), sentence.place(title.span[1]) - 1
        piece = sentence.place(first_of[title.span[0]])
        before = sentence.plain[piece:start]
        for key in ("won", "lost"):
            match = _BEFORE[key].search(sentence.plain, piece, start)
            behind = None if match else _BEHIND[key].match(sentence.plain, end)
            if match and "drop" in match.group() and _HANDED_OVER.match(sentence.plain, end):
                break
            if title.is_part and _is_of_a_thing(sentence, title.span[1]):
                break  # took the *drench* leaflets
            if match and "sign" in match.group() and SIGNED_ELSE.search(sentence.plain):
                break
            led_by = before[: match.start() - piece] if match else before
            is_ahead = bool(match and match.group().startswith("firma") and _AHEAD.search(sentence.plain, end))
            if not (match or behind) or is_wish(led_by) or is_ahead or _HEDGED.match(sentence.plain, end):
                continue
            if match and key == "won" and (other := TO_ANOTHER.match(sentence.plain, end)):
                last = sentence.span(other)[1]
                found.append(StageWords((sentence.span(match)[0], last), "lost", reason_after(sentence, last)))
                break
            last = sentence.span(behind)[1] if behind else title.span[0]
            first = sentence.span(match)[0] if match else title.span[1]
            found.append(StageWords((first, last), key, reason_after(sentence, last) if key == "lost" else None))
            break
        elsewhere = _BOUGHT_ELSEWHERE.match(sentence.plain, end)
        if elsewhere and _BUYING.search(sentence.plain, piece, start) and not is_wish(before):
            span = (title.span[1], sentence.span(elsewhere)[1])
            found.append(StageWords(span, "lost", span))
    return found


_HANDED_OVER = re.compile(r"(?: [a-z]+){0,2}? (?:off|in|round|over|at|with|to|for|by)\b")
"""What is dropped off is not dropped."""


def _is_of_a_thing(sentence: Sentence, index: int) -> bool:
    """Whether the word behind a part of a title makes it something else: leaflets, samples."""
    key = sentence.key(index)
    return key.endswith("s") and key.isalpha() and key not in COMMON


_AHEAD = re.compile(
    r"\b(?:manana|lunes|martes|miercoles|jueves|viernes|semana|mes|dentro|enero|febrero|marzo|abril|mayo|junio|julio|"
    r"agosto|septiembre|octubre|noviembre|diciembre|el \d+|cuando|luego|pronto)\b"
)
"""What is signed then is not signed yet."""
_HEDGED = re.compile(
    r"[^.;!]{0,40}\b(?:in principle|subject to|provided|pending|depending|if|unless|till|until|once|si|hasta|cuando|"
    r"viej[oa]s?|antigu[oa]s?|usad[oa]s?|de segunda mano|en cuanto|a falta|mas barato|mas barata|mas caro|mas cara|"
    r"mas pequen[oa]|mas grande)\b"
)

"""It hangs on something, or another one than ours is meant: "no quiere el horno tan grande"."""
