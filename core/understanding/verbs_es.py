"""What Spanish verbs of deeds mean by their form and the words before them (folded)."""

import re
from collections.abc import Iterator

from core.understanding import nouns_es, phrases_es
from core.understanding.conjugation_es import conjugated
from core.understanding.frames_es import (
    AGAIN,
    AS_AGREED,
    AS_THEY_WISH,
    AS_THEY_WISHED,
    CLITIC,
    CONVENIENT,
    DUTY,
    IF,
    MAYBE_CLITIC,
    NO,
    NOT_OURS,
    REMINDER,
    TO_THEM,
)
from core.understanding.kinds import Role
from core.understanding.text import word_set
from core.understanding.trigger_rows import Grammar, VerbRow, verb_row
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


ROWS: tuple[VerbRow, ...] = (
    verb_row(rf"(?:ya )?{MAYBE_CLITIC} ?(?:he|hemos)(?: ya)?", "participle", Role.DONE),
    verb_row(
        r"(?:(?:me|nos) )?(?:tuve|tuvimos|he tenido|hemos tenido|toco|ha tocado)(?: que)?", "infinitive", Role.DONE
    ),
    verb_row(r"(?:he|hemos) (?:vuelto a|podido|conseguido|logrado)", "infinitive", Role.DONE),
    verb_row(
        rf"{MAYBE_CLITIC} ?(?:acabo|acabamos|vengo|venimos|salgo|salimos|termino|terminamos|termine|regreso|llego) de",
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
    verb_row("", "participle", Role.DONE, starts_clause=True, kinds="call visit meeting email",
             right=r"(?!(?:toda|todo|hasta|desde|con su|con el jefe)\b)"),
    verb_row(
        "",
        "participle",
        Role.DONE,
        starts_clause=True,
        kinds="task",
        right=r"(?=(?:el|la|los|las|un|una|lo de|oferta|presupuesto|propuesta|contrato|pedido|muestras?|catalogo|"
        r"cheques?|material|piezas|papeles|documentacion|datos|dinero|maquina|equipo|equipos) )",
    ),
    verb_row(
        r"(?:falta|faltaba|pendiente(?: de)?|espera|esperando|esperamos|hasta|antes de|para|en cuanto|a falta de|"
        r"solo falta)"
        r"(?: a)? que(?: \S+){0,2}",
        "past subjunctive",
        Role.NOT_OURS,
    ),
    verb_row(r"que (?:me|nos)", "subjunctive", Role.NOT_OURS, kinds="call visit meeting email"),
    verb_row(rf"(?:{CLITIC} )?{DUTY}(?: {CLITIC})?(?: {AGAIN})?", "infinitive", Role.TO_DO),
    verb_row(rf"{DUTY}(?: que)? {DUTY}(?: {CLITIC})?(?: {AGAIN})?", "infinitive", Role.TO_DO),
    verb_row(
        rf"(?:me gustaria|nos gustaria|quisiera|deberia|deberiamos|me interesa|me interesaria|estaria bien|habria que|"
        rf"podria|a ver si)"
        rf"(?: {CLITIC})?(?: {AGAIN})?",
        "infinitive",
        Role.TO_DO,
        needs_time=True,
        starts_clause=True,
    ),
    verb_row(
        rf"{REMINDER}(?: (?!que )\S+){{0,4}}? que(?: \S+){{0,5}}?",
        "subjunctive present infinitive",
        Role.TO_DO,
        starts_clause=True,
    ),
    verb_row(rf"{CONVENIENT}(?: {CLITIC})?", "subjunctive", Role.TO_DO, starts_clause=True, needs_time=True),
    verb_row(
        r"(?:dice |dicen |pide |piden |quiere |quieren )?que (?:yo )?(?:(?:se|me|nos) )?(?:le|la|lo|les|los|las)",
        "subjunctive",
        Role.ASKED,
        starts_clause=True,
    ),
    verb_row(
        r"(?:y )?que(?: yo)?(?: (?:le|la|lo|les))? (?:vuelva|volvamos) a", "infinitive", Role.ASKED, starts_clause=True
    ),
    verb_row(r"(?:y )?que(?: yo)?", "subjunctive", Role.ASKED, kinds="call visit", starts_clause=True),
    verb_row(r"volver a", "infinitive", Role.TO_DO),
    verb_row("", "infinitive", Role.TO_DO, starts_clause=True),
    verb_row(rf"{AGAIN}", "infinitive", Role.TO_DO, starts_clause=True),
    verb_row("", "imperative", Role.TO_DO, starts_clause=True),
    verb_row(
        rf"a ver si(?: (?:un dia(?: de estos)?|algun dia|pronto|luego|hoy))?(?: {CLITIC})?", "present", Role.TO_DO
    ),
    verb_row("", "future", Role.TO_DO),
    verb_row(CLITIC, "future", Role.TO_DO),
    verb_row(rf"{AS_AGREED}(?: {CLITIC})?", "subjunctive present future", Role.TO_DO),
    verb_row(rf"{AS_AGREED}(?: {CLITIC})? (?:vuelva|volvamos|volveria) a", "infinitive", Role.TO_DO),
    verb_row(AS_THEY_WISHED, "wished", Role.ASKED),
    verb_row(rf"{AS_AGREED}(?: {CLITIC})?", "imperfect conditional", Role.TO_DO),
    verb_row(rf"{AS_THEY_WISH}(?: {CLITIC})?", "subjunctive present future", Role.ASKED),
    verb_row(rf"{AS_THEY_WISH}(?: {CLITIC})? (?:vuelva|volvamos) a", "infinitive", Role.ASKED),
    verb_row(
        r"(?:(?<!que )(?<!y )(?<!, )si )?(?<!que si )(?<!y si )(?<!, si )(?<!si no )(?:se )?(?:le|les|lo|los|la|las)",
        "present",
        Role.AGREED,
    ),
    verb_row(
        r"(?:(?:dije|dijimos|dicho|prometi|prometimos|prometido) )?(?:que )?(?:yo )?(?:se )?(?:le|les|lo|los|la|las)",
        "imperfect conditional",
        Role.AGREED,
        needs_time=True,
    ),
    verb_row(
        r"(?:dije|dijimos|dicho|prometi|prometimos|prometido) que(?: yo)?",
        "conditional",
        Role.AGREED,
        needs_time=True,
    ),
    verb_row(r"(?:me|nos)", "present", Role.AGREED, kinds="visit"),
    verb_row(rf"(?:{TO_THEM} )?vuelvo a|(?:{TO_THEM} )?volvemos a", "infinitive", Role.TO_DO),
    verb_row("", "present", Role.OPEN, starts_clause=True),
    verb_row("", "they_present", Role.TO_DO, right=r"(?=(?:a|al|con) (?!su|sus|mi|nuestro))", starts_clause=True,
             needs_time=True, kinds="call email"),
    verb_row(rf"{NO}(?: {CLITIC})?(?: (?:he|hemos)(?: (?:podido|conseguido|logrado))?| (?:pude|pudimos|consegui|"
             r"conseguimos|logre|logramos|alcance a))?", "past participle infinitive", Role.NOT_DONE),
    verb_row(NOT_OURS, "infinitive", Role.NOT_OURS),
    verb_row(r"(?:me|nos) (?:va|van|tiene que|tienen que) a", "infinitive", Role.NOT_OURS),
    verb_row(rf"{IF}(?: {CLITIC})?", "infinitive present past subjunctive", Role.NOT_OURS),
    verb_row(rf"(?:para|por|de|al|sin|antes de)(?: {CLITIC})?", "infinitive", Role.NOT_OURS),
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
GRAMMAR = Grammar(nouns_es.ROWS + phrases_es.PHRASES, Lexicon(VERBS, conjugated, _unclitic), ROWS, _SMALL_WORDS)
