"""Spanish words for calls, visits, meetings, mails and tasks, in the forms that people type (folded)."""

from collections.abc import Iterator

from core.understanding.conjugation_es import Forms, forms_of
from core.understanding.triggers import Kind, Role, TriggerRow, trigger_row

CALL = forms_of("llamar telefonear hablar contactar conversar charlar")
VISIT = forms_of(
    "visitar",
    Forms("ir", "fui|fuimos", "ido", "voy|vamos", "ire|iremos", "vaya|vayamos", "fue|fueron", "iran|van"),
    Forms(
        "pasar por|pasarme|pasarnos|pasarme por|pasar a ver|ir a ver|acercarme|acercarnos|pasar a visitar",
        "pase por|pasamos por|me pase|nos pasamos|fui a ver|fuimos a ver|pase a ver|pasamos a ver|me acerque",
        "pasado por|pasado a ver|ido a ver|estado en|estado con|estado donde|acercado",
        "paso|paso por|me paso|me acerco|paso a ver",
        "pasare|me pasare|pasaremos|nos pasaremos",
        "pase|pasemos|me pase|nos pasemos|vuelva",
        "pasaron",
        "pasaran|vendra|vendran",
    ),
)
MEETING = forms_of(
    "",
    Forms(
        "reunirme|reunirnos|reunirse|juntarme|juntarnos|quedar|vernos|comer|almorzar|"
        "desayunar|cenar|tomar cafe|tomar un cafe|verme",
        "me reuni|nos reunimos|comi|comimos|almorce|almorzamos|desayune|desayunamos|cene|"
        "cenamos|tome cafe|tome un cafe|tomamos cafe|tomamos un cafe|me junte|nos juntamos",
        "reunido|comido|almorzado|desayunado|tomado cafe|tomado un cafe|juntado",
        "me reuno|nos reunimos|como|almuerzo|desayuno|ceno",
        "me reunire|nos reuniremos|comeremos|comere|quedaremos",
        "me reuna|nos reunamos|nos veamos|quedemos",
        "se reunieron",
        "se reuniran",
    ),
)
SEND = forms_of(
    "enviar mandar remitir reenviar",
    Forms(
        "pasarle|pasarles|hacerle llegar|hacerles llegar",
        "le pase|les pase|les pasamos|le pasamos",
        "hecho llegar",
        "le paso|les paso|le hago llegar",
        "le pasare|les pasare",
        "le pase",
        "pasaron",
        "pasaran",
    ),
)
WRITE = forms_of(
    "contestar responder",
    Forms(
        "escribir",
        "escribi|escribimos",
        "escrito",
        "escribo",
        "escribire|escribiremos",
        "escriba|escribamos",
        "escribio|escribieron",
        "escribira|escribiran",
    ),
)
TASK = forms_of(
    "preparar revisar comprobar gestionar tramitar redactar actualizar confirmar llevar presentar cerrar consultar "
    "mirar buscar ofertar calcular entregar recoger negociar reclamar cobrar insistir avisar recordar pasar",
    Forms(
        "hacer|hacerle|hacerles|pedir|pedirle|retomar|dar seguimiento|hacer seguimiento|ver",
        "hice|hicimos|pedi|pedimos|retome",
        "hecho|pedido|retomado",
        "hago|pido|retomo|hacemos",
        "hare|haremos|pedire|retomare|retomaremos",
        "haga|hagamos|pida|retomemos",
        "hicieron",
        "haran|pediran",
    ),
)

_CLITIC = r"(?:(?:se )?(?:le|les|lo|los|la|las|te|os|me|nos) )?"
_TO_THEM = r"(?:(?:se )?(?:le|les|lo|los|la|las|os|te) )"
_AGAIN = r"(?:volver a |volvere a |vuelvo a |volvemos a |volveremos a )?"
_DUTY = (
    r"(?:(?:tengo|tenemos|hay|habra|tendre|tendria|tendriamos) que |debo(?: de)? |"
    r"debemos |voy a |vamos a |ire a |toca |me toca |falta |"
    r"(?:he|hemos) quedado en |quede en |quedo en |quedamos en |quedamos para |queda |"
    r"pendiente(?: de)? |recordar |recuerdame(?: que tengo que| que)? |recordarme |"
    r"acuerdame (?:de )?|acordarme de |que no se me olvide |no olvidar |no olvides |"
    r"no te olvides de |no olvidarme de |no se me olvide |"
    r"apunta(?:me)?(?: que tengo que)? |anota(?:me)?(?: que tengo que)? |programa(?:r|"
    r"me)? |planifica(?:r)? |avisame para |necesito |hace falta |"
    r"para el \w+ |me comprometo a |me he comprometido a |comprometido a |y a |"
    r"nos emplazamos (?:a|para) )"
)
_AS_AGREED = r"(?:(?:he|hemos) quedado|quede|quedo|quedamos|quedado)(?: en)? que (?:yo )?"
_AS_THEY_WISH = (
    r"(?:quiere|quieren|me (?:ha|han) (?:pedido|dicho)|me (?:pide|piden|dice|dicen)|pide|"
    r"piden|ha pedido|han pedido|dice|dicen|"
    r"prefiere|prefieren|necesitan|necesita|espera|esperan) que (?:yo )?"
)
_ENCLITIC = r"(?:se?)?(?:le|les|lo|los|la|las|te)?(?:lo|la)?"
_NO = r"(?:no|nunca|tampoco|todavia no|aun no|sin) "
_WILL_NOT_BE_OURS = (
    r"(?:me|nos|le|les)? ?(?:quiere|quieren|querrian|querria|va|van|iba|iban|piensa|"
    r"piensan|puede|pueden|podrian|podria|espera|esperan|prefiere|prefieren|"
    r"quedaron en|quedo el en|quedan en|han quedado en|ha quedado en|tienen que|tiene que|"
    r"deben|debe|necesitan|necesita|intentaran|suelen|"
    r"querran|ha dicho de|acaban de|acaba de) (?:a )?"
)
_IF = (
    r"(?:si|cuando|aunque|quizas?|igual|a lo mejor|puede que|ojala|me gustaria|"
    r"nos gustaria|deberia|deberiamos|podria|podriamos|por si|antes de|despues de|al|sin|"
    r"a ver si) "
)


def _verbs(kind: Kind, forms: Forms, *, keeps: bool = False) -> Iterator[TriggerRow]:
    infinitive = rf"{_AGAIN}(?:{forms.infinitive}){_ENCLITIC}"
    done = rf"(?:(?:le|les|lo|los|la|las|ya) ){{0,3}}(?:{forms.past})"
    yield trigger_row(
        rf"(?:ya )?{_CLITIC}(?:he|hemos) (?:ya |vuelto a )?(?:{forms.participle}|"
        rf"{forms.infinitive})",
        Role.DONE,
        kind,
        keeps_verb=keeps,
    )
    yield trigger_row(
        rf"(?:acabo|acabamos|vengo|venimos|salgo|termino) de (?:{forms.infinitive})(?:le|les|"
        r"los?|las?)?",
        Role.DONE,
        kind,
        keeps_verb=keeps,
    )
    yield trigger_row(rf"(?:me|nos) (?:ha|han) (?:{forms.participle})", Role.DONE, kind, keeps_verb=keeps)
    if kind in {Kind.CALL, Kind.EMAIL}:
        yield trigger_row(rf"(?:me|nos) (?:{forms.they_did})", Role.DONE, kind, keeps_verb=keeps)
    yield trigger_row(done, Role.DONE, kind, keeps_verb=keeps)
    yield trigger_row(rf"(?:{forms.participle})s?", Role.DONE, kind, keeps_verb=keeps, starts_clause=True)
    yield trigger_row(
        rf"{_DUTY}{_CLITIC}(?P<verb>{_AGAIN}(?:{forms.infinitive}){_ENCLITIC})", Role.TO_DO, kind, keeps_verb=keeps
    )
    yield trigger_row(rf"volver a (?:{forms.infinitive}){_ENCLITIC}", Role.TO_DO, kind, keeps_verb=keeps)
    yield trigger_row(infinitive, Role.TO_DO, kind, keeps_verb=keeps, starts_clause=True)
    yield trigger_row(rf"{_CLITIC}(?:{forms.future})", Role.TO_DO, kind, keeps_verb=keeps)
    asked = (
        rf"{_CLITIC}(?:{forms.subjunctive}|{forms.present}|{forms.future}|(?:vuelva|"
        rf"volvamos) a (?:{forms.infinitive}))"
    )
    yield trigger_row(rf"{_AS_AGREED}{asked}", Role.TO_DO, kind, keeps_verb=keeps)
    yield trigger_row(rf"{_AS_THEY_WISH}{asked}", Role.ASKED, kind, keeps_verb=keeps)
    yield trigger_row(rf"{_TO_THEM}(?:{forms.present})", Role.AGREED, kind, keeps_verb=keeps)
    yield trigger_row(
        rf"(?:vuelvo a (?:{forms.infinitive})|{forms.present})", Role.OPEN, kind, keeps_verb=keeps, starts_clause=True
    )
    yield trigger_row(
        rf"{_NO}{_CLITIC}(?:(?:he|hemos|ha|han) (?:podido )?)?(?:pude |pudimos |consegui |"
        rf"conseguimos |logre )?(?:{forms.past}|{forms.participle}|"
        rf"{forms.infinitive}){_ENCLITIC}",
        Role.NOT_DONE,
        kind,
    )
    yield trigger_row(rf"{_WILL_NOT_BE_OURS}(?:{forms.infinitive})(?:me|nos|le|les|lo|la|se)?", Role.NOT_OURS, kind)
    yield trigger_row(
        rf"{_IF}{_CLITIC}(?:{forms.infinitive}|{forms.present}|{forms.past}|"
        rf"{forms.subjunctive}){_ENCLITIC}",
        Role.NOT_OURS,
        kind,
    )
    yield trigger_row(rf"(?:ya )?(?:me|nos|el|ella|ellos) (?:{forms.they_will})", Role.NOT_OURS, kind)
    yield trigger_row(rf"(?:{forms.infinitive})(?:me|nos)", Role.NOT_OURS, kind)


_MEETING_NOUN = (
    "reunion|cita|comida|cafe|almuerzo|desayuno|cena|videollamada|videoconferencia|demo|"
    "demostracion|presentacion|teams|zoom|meet|encuentro|junta"
)
_NOUNS = (
    (
        Kind.CALL,
        r"llamada|llamadita|call(?= (?:con|a|de|rapida|y|,))|telefonazo|"
        r"conversacion telefonica|conversacion|charla",
    ),
    (Kind.VISIT, r"visita|visitilla"),
    (Kind.MEETING, _MEETING_NOUN),
    (Kind.EMAIL, r"correo|email|e mail|mail|whatsapp"),
    (Kind.TASK, r"seguimiento|tarea"),
)
_ARTICLE = r"(?:(?:la|el|una|un|mi|nueva|otra|otro|breve|primera|segunda) ){0,3}"
_WITH = (
    r"(?: (?:telefonica|comercial|rapida|rapido|tecnica|de seguimiento|de cortesia|"
    r"de trabajo|de negocios|informativo|presencial|online))?"
)
_PLANNED = (
    r"(?:tengo|tenemos|agenda(?:r|me)?|apunta(?:r|me)?|anota(?:r|me)?|programa(?:r|me)?|"
    r"pon(?:er|me)?|concertar|fijar|planifica(?:r)?|"
    r"recuerdame|recordar|crea(?:r)?|organizar|reservar|hay|pendiente(?: de)?|proxima|"
    r"siguiente|hemos quedado para|quedamos para|he concertado|hemos concertado|"
    r"concertada|agendada|programada|cierro|cerramos|cerrada) "
)
_HELD = (
    r"(?:tuve|tuvimos|he tenido|hemos tenido|acabo de tener|acabamos de tener|vengo de|"
    r"venimos de|salgo de|he hecho|hemos hecho|hice|hicimos|hecha|hecho|realizada|"
    r"realizado|he realizado|terminada) "
)


def _nouns() -> Iterator[TriggerRow]:
    for kind, nouns in _NOUNS:
        yield trigger_row(rf"{_PLANNED}{_ARTICLE}(?:{nouns}){_WITH}", Role.TO_DO, kind)
        yield trigger_row(rf"{_HELD}{_ARTICLE}(?:{nouns}){_WITH}", Role.DONE, kind)
        yield trigger_row(rf"(?:me|nos) (?:han|ha) (?:hecho )?{_ARTICLE}(?:{nouns})", Role.DONE, kind)
        yield trigger_row(rf"{_ARTICLE}(?:{nouns}){_WITH}(?: (?:hecha|hecho|realizada|terminada))", Role.DONE, kind)
        yield trigger_row(rf"{_ARTICLE}(?:{nouns}){_WITH}", Role.OPEN, kind, is_noun=True)
        yield trigger_row(
            r"(?:tienen|tiene|tendran|piden|pide|quieren|quiere|para la|para el|despues de la|"
            rf"antes de la|de la|del) {_ARTICLE}(?:{nouns}){_WITH}",
            Role.NOT_OURS,
            kind,
        )


_PHRASES = (
    trigger_row(r"(?:acabo de colgar|he colgado|cuelgo)(?: con| a)?", Role.DONE, Kind.CALL),
    trigger_row(
        r"(?:dar(?:le|les)?|dale|dales)(?= (?:a (?:\S+ ){1,3})?un (?:toque|telefonazo))", Role.TO_DO, Kind.CALL
    ),
    trigger_row(
        r"(?:he estado|hemos estado|estuve|estuvimos|vengo|venimos|salgo|salimos|saliendo|"
        r"acabo de salir|acabamos de salir|acabo de estar|he salido|de vuelta) (?:con|en|de|"
        r"donde|por)",
        Role.DONE,
        Kind.VISIT,
    ),
    trigger_row(r"(?:he visto|hemos visto|vi|vimos) a", Role.DONE, Kind.VISIT),
    trigger_row(
        r"(?:he|hemos) (?:mandado|enviado|puesto|escrito) (?:un |el )?(?:correo|mail|email|"
        r"e mail|whatsapp|mensaje)|(?:mande|envie|mandamos|enviamos|puse|escribi) (?:un |"
        r"el )?(?:correo|mail|email|e mail|whatsapp|mensaje)",
        Role.DONE,
        Kind.EMAIL,
    ),
    trigger_row(
        r"(?:mandar|enviar|escribir|poner)(?:le|les)? (?:un |el )?(?:correo|mail|email|e mail|"
        r"whatsapp|mensaje)",
        Role.TO_DO,
        Kind.EMAIL,
        starts_clause=True,
    ),
    trigger_row(r"(?:he|hemos) quedado|quedamos|quedo|quede", Role.AGREED, Kind.MEETING),
    trigger_row(
        r"(?:he|hemos) quedado en que (?:me|nos) \w+|quedamos en que (?:me|nos) \w+|"
        r"quede en que (?:me|nos) \w+|en que (?:me|nos) \w+",
        Role.NOT_OURS,
        Kind.CALL,
    ),
    trigger_row(r"(?:nos vemos|nos veremos|nos reunimos|nos reuniremos)", Role.AGREED, Kind.MEETING),
    trigger_row(
        r"(?:vuelvo|volvere|volvemos|volveremos|ire|iremos|voy|regreso|me vuelvo a pasar|"
        r"volver|regresar)",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:intentarlo|intentar|insistir|probar)(?: (?:de nuevo|otra vez))?|reintentar|"
        r"lo intento|lo vuelvo a intentar|volver a intentar(?:lo)?|vuelvo a intentar(?:lo)?|"
        r"rellamar",
        Role.TO_DO,
        Kind.CALL,
        starts_clause=True,
    ),
    trigger_row(
        r"no (?:he podido|pude|hemos podido|pudimos) (?:ir|visitar|llamar|pasar|ver)", Role.NOT_DONE, Kind.VISIT
    ),
    trigger_row(r"(?:no me|no nos) (?:ha|han|llamo|llamaron|escribio|coge|cogen)", Role.NOT_DONE, Kind.CALL),
    trigger_row(r"(?:le|les) (?:deje|he dejado|dejo) (?:un |el )?(?:mensaje|recado)", Role.DONE, Kind.CALL),
)

ROWS: tuple[TriggerRow, ...] = (
    *_verbs(Kind.CALL, CALL),
    *_verbs(Kind.VISIT, VISIT),
    *_verbs(Kind.MEETING, MEETING),
    *_verbs(Kind.EMAIL, SEND, keeps=True),
    *_verbs(Kind.EMAIL, WRITE),
    *(row for row in _verbs(Kind.TASK, TASK, keeps=True) if row.role is not Role.DONE),
    *_nouns(),
    *_PHRASES,
)
