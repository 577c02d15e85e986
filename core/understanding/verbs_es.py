"""What Spanish verbs of deeds mean by their form and the words before them (folded)."""

import re
from collections.abc import Iterator

from core.understanding import nouns_es
from core.understanding.conjugation_es import conjugated
from core.understanding.kinds import Role
from core.understanding.text import word_set
from core.understanding.triggers import Grammar, VerbRow, verb_row
from core.understanding.verb_forms import Lexicon
from core.understanding.verb_table_es import VERBS

_ENCLITIC = re.compile(
    r"(?P<bare>\w*(?:[aei]r|[aei]ndo|[aei]|[ae]n))"
    r"(?P<clitics>(?:se|me|nos|te|os)(?:le|les|lo|los|la|las)?|le|les|lo|los|la|las)$"
)


def _unclitic(key: str) -> Iterator[tuple[str, bool, bool]]:
    """`llamarle` is `llamar`; `llamarme` too, done to us; `reunirnos`, `reunirse` are `reunir` reflexive."""
    if match := _ENCLITIC.match(key):
        clitics = match["clitics"]
        is_self = clitics.startswith(("me", "nos", "se", "os"))
        yield match["bare"], clitics in {"me", "nos"}, is_self


_CLITIC = r"(?:(?:se )?(?:le|les|lo|los|la|las|te|os|me|nos))"
_MAYBE_CLITIC = rf"(?:(?:ya )?{_CLITIC})?"
_TO_THEM = r"(?:(?:se )?(?:le|les|lo|los|la|las|os|te))"
_AGAIN = r"(?:volver a|volvere a|vuelvo a|volvemos a|volveremos a)"
_DUTY = (
    r"(?:(?:tengo|tenemos|hay|habra|habria|tendre|tendremos|tendria|tendriamos|tenia|habia) que|debo(?: de)?|"
    r"debemos|voy a|vamos a|ire a|iremos a|toca|me toca|nos toca|me queda|nos queda|me pongo a|"
    r"nos ponemos a|a ver si puedo|quisiera|falta|me falta|faltaria|"
    r"(?:he|hemos) quedado (?:en|de)|quede (?:en|de)|quedo en|quedamos (?:en|de)|quedamos para|queda|"
    r"pendiente(?: de| por)?|recordar|recordad|recuerda|recuerdame(?: \S+){0,4}?(?: que tengo que| que| de)?|"
    r"recordarme|hazme acordar de|"
    r"acuerdame(?: de)?|acordarme de|acordarse de|acuerdate de|que no se me (?:olvide|pase)|no olvidar|no olvides|"
    r"no te olvides de|no olvidarme de|no olvidarse de|no se me (?:olvide|pase)|"
    r"apunta(?:me)?(?: que tengo que)?|anota(?:me)?(?: que tengo que)?|programa(?:r|me)?|agendar?(?:me)?|"
    r"planifica(?:r)?|avisame (?:para|de)|necesito|necesitamos|hace falta|"
    r"para el \w+|me comprometo a|me he comprometido a|nos comprometimos a|me comprometi a|comprometido a|y a|"
    r"nos emplazamos (?:a|para)|ponme(?: un aviso para| un recordatorio para| para)?|"
    r"(?:recordatorio|aviso|nota|tarea|pendiente)(?: de| para)|siguiente paso|proximo paso|"
    r"quedo pendiente(?: de)?|me encargo de|nos encargamos de|me ocupo de|prometi|prometo|he prometido|pienso|"
    r"quiero|queremos|habra que|tocaria|tengo pendiente|tenemos pendiente)"
)
_REMINDER = (
    r"(?:recuerdame|recuerda|recordarme|recordar|acuerdame|avisame|acuerdate de|"
    r"(?:que )?no se me (?:olvide|pase)|no olvides|"
    r"no me dejes olvidar|(?:puedes |podrias )?(?:ponerme|apuntarme|recordarme|anotarme|apuntame|anotame|ponme))"
)
_AS_AGREED = r"(?:(?:he|hemos) quedado|quede|quedo|quedamos|quedado)(?: en)? que(?: yo)?"
_AS_THEY_WISH = (
    r"(?:quiere|quieren|querian|queria|me (?:ha|han) (?:pedido|dicho)|me (?:pide|piden|dice|dicen|dijo|dijeron|pidio|"
    r"pidieron)|nos (?:pide|piden|dice|dicen|dijo|dijeron|pidio|pidieron)|pide|pidio|pidieron|"
    r"piden|ha pedido|han pedido|dice|dicen|dijo|dijeron|prefiere|prefieren|necesitan|necesita|espera|esperan) "
    r"que(?: yo)?"
)
_NO = r"(?:no|nunca|tampoco|todavia no|aun no|sin|ni)"
_NOT_OURS = (
    r"(?:(?:me|nos|le|les|se) )?(?:quiere|quieren|querrian|querria|queria|querian|va|van|iba|iban|piensa|pensaban|"
    r"piensan|puede|pueden|podran|podra|podrian|podria|espera|esperan|prefiere|prefieren|planean|planea|preven|preve|"
    r"quedaron (?:en|de)|quedo el en|quedo de|quedan (?:en|de)|queda (?:en|de)|(?:han|ha) quedado (?:en|de)|"
    r"tienen que|tiene que|tendran que|tendra que|"
    r"deben|debe|necesitan|necesita|intentaran|intentara|suelen|suele|prometio|prometieron|prometen|promete|"
    r"querran|querra|(?:ha|han) dicho de|acaban de|acaba de|dudan si|dudan|estan por|esta por|estan pensando|"
    r"les toca|le toca|son capaces de|desean|desea|decidieron|decidio|han decidido|ha decidido|"
    r"les interesa|le interesa|les interesaria|le interesaria|les gustaria|le gustaria|les falta|le falta)(?: a)?"
)
_IF = (
    r"(?:si|cuando|aunque|quizas?|igual|a lo mejor|puede que|ojala|me gustaria|cada vez que|en cuanto|hasta que|"
    r"nos gustaria|deberian|deberiamos|podria|podriamos|por si|"
    r"a ver si|para que|hace tiempo que|como|a punto de)"
)

ROWS: tuple[VerbRow, ...] = (
    verb_row(rf"(?:ya )?{_MAYBE_CLITIC} ?(?:he|hemos)(?: ya)?", "participle", Role.DONE),
    verb_row(r"(?:he|hemos) (?:vuelto a|podido|conseguido|logrado)", "infinitive", Role.DONE),
    verb_row(
        rf"{_MAYBE_CLITIC} ?(?:acabo|acabamos|vengo|venimos|salgo|salimos|termino|terminamos|termine|regreso|llego) de",
        "infinitive",
        Role.DONE,
    ),
    verb_row(r"(?:pude|pudimos|consegui|conseguimos|logre|logramos|alcance a|por fin pude)", "infinitive", Role.DONE),
    verb_row(
        r"(?:tras|despues de(?: haber)?|luego de)", "infinitive participle", Role.DONE, kinds="call visit meeting"
    ),
    verb_row(r"(?:estuve|estuvimos|he estado|hemos estado|llevo \S+ \S+|anduve)", "gerund", Role.DONE),
    verb_row(r"(?:estuve|estuvimos|he estado|hemos estado)", "participle", Role.DONE, kinds="meeting"),
    verb_row(r"(?:me|nos|m) (?:ha|han|a|an)", "participle", Role.DONE, kinds="call visit email"),
    verb_row(r"(?:me|nos)", "they_past", Role.DONE, kinds="call visit email"),
    verb_row("", "they_past", Role.DONE, kinds="call email", starts_clause=True, is_sure=True),
    verb_row(r"(?:ha|han)", "participle", Role.DONE, kinds="call", starts_clause=True),
    verb_row(
        r"(?:(?:le|les|lo|los|la|las|ya|te|os|se|me|nos|yo|hoy|ayer) ){0,3}(?:le|les|lo|los|la|las|ya|te|os|se|me|nos|"
        r"yo)",
        "past",
        Role.DONE,
        kinds="call visit meeting email",
    ),
    verb_row("", "past", Role.DONE, kinds="call visit meeting email"),
    verb_row("", "past", Role.DONE, kinds="task", starts_clause=True),
    verb_row(r"(?:ya )?(?:le|les|se lo|se la|se los|se las|ya)", "past", Role.DONE, kinds="task", starts_clause=True),
    verb_row("", "participle", Role.DONE, starts_clause=True, kinds="call visit meeting email"),
    verb_row(rf"{_DUTY}(?: {_CLITIC})?(?: {_AGAIN})?", "infinitive", Role.TO_DO),
    verb_row(rf"{_DUTY}(?: que)? {_DUTY}(?: {_CLITIC})?(?: {_AGAIN})?", "infinitive", Role.TO_DO),
    verb_row(
        rf"(?:me gustaria|nos gustaria|quisiera|deberia|deberiamos|me interesa|me interesaria|estaria bien|habria que|"
        rf"podria|a ver si)"
        rf"(?: {_CLITIC})?(?: {_AGAIN})?",
        "infinitive",
        Role.TO_DO,
        needs_time=True,
        starts_clause=True,
    ),
    verb_row(rf"{_REMINDER} que(?: \S+){{0,6}}?", "subjunctive present infinitive", Role.TO_DO, starts_clause=True),
    verb_row(
        r"(?:dice |dicen |pide |piden |quiere |quieren )?que (?:yo )?(?:(?:se|me|nos) )?(?:le|la|lo|les|los|las)",
        "subjunctive",
        Role.ASKED,
        starts_clause=True,
    ),
    verb_row(r"volver a", "infinitive", Role.TO_DO),
    verb_row("", "infinitive", Role.TO_DO, starts_clause=True),
    verb_row(rf"{_AGAIN}", "infinitive", Role.TO_DO, starts_clause=True),
    verb_row("", "future", Role.TO_DO),
    verb_row(_CLITIC, "future", Role.TO_DO),
    verb_row(rf"{_AS_AGREED}(?: {_CLITIC})?", "subjunctive present future", Role.TO_DO),
    verb_row(rf"{_AS_AGREED}(?: {_CLITIC})? (?:vuelva|volvamos|volveria) a", "infinitive", Role.TO_DO),
    verb_row(rf"{_AS_THEY_WISH}(?: {_CLITIC})?", "subjunctive present future", Role.ASKED),
    verb_row(rf"{_AS_THEY_WISH}(?: {_CLITIC})? (?:vuelva|volvamos) a", "infinitive", Role.ASKED),
    verb_row(r"(?:si )?(?:se )?(?:le|les|lo|los|la|las)", "present", Role.AGREED),
    verb_row(r"(?:me|nos)", "present", Role.AGREED, kinds="visit"),
    verb_row(rf"(?:{_TO_THEM} )?vuelvo a|(?:{_TO_THEM} )?volvemos a", "infinitive", Role.TO_DO),
    verb_row("", "present", Role.OPEN, starts_clause=True),
    verb_row("", "they_present", Role.TO_DO, right=r"(?=(?:a|al|con) (?!su|sus|mi|nuestro))", starts_clause=True,
             needs_time=True, kinds="call email"),
    verb_row(rf"{_NO}(?: {_CLITIC})?(?: (?:he|hemos)(?: (?:podido|conseguido|logrado))?| (?:pude|pudimos|consegui|"
             r"conseguimos|logre|logramos|alcance a))?", "past participle infinitive", Role.NOT_DONE),
    verb_row(_NOT_OURS, "infinitive", Role.NOT_OURS),
    verb_row(r"(?:me|nos) (?:va|van|tiene que|tienen que) a", "infinitive", Role.NOT_OURS),
    verb_row(rf"{_IF}(?: {_CLITIC})?", "infinitive present past subjunctive", Role.NOT_OURS),
    verb_row(rf"(?:para|por|de|al|sin|antes de)(?: {_CLITIC})?", "infinitive", Role.NOT_OURS),
    verb_row(
        r"(?:ya )?(?:me|nos|el|ella|ellos|se lo|me lo|nos lo)",
        "they_future they_present",
        Role.NOT_OURS,
        kinds="call visit meeting email",
    ),
    verb_row(r"(?:(?:me|nos) )?(?:habia|habian|habiamos|habra|habran)", "participle", Role.NOT_OURS),
)  # fmt: skip

_SMALL_WORDS = word_set(
    "el la los las un una de del en que con por para y a al le les lo se su me mi es no ya si muy esta este como pero"
)
GRAMMAR = Grammar(nouns_es.ROWS, Lexicon(VERBS, conjugated, _unclitic), ROWS, _SMALL_WORDS)
