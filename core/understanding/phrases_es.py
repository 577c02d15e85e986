"""Spanish set phrases that tell a deed: "no coge", "vuelvo", "he dejado recado", "hay que mirar"."""

from core.understanding.attempts_es import ATTEMPTS
from core.understanding.common_verbs_es import infinitives
from core.understanding.contacts_es import CONTACTS
from core.understanding.done_there_es import DONE_THERE
from core.understanding.due_es import DUE
from core.understanding.frames_es import AGAIN, CLITIC, MUST
from core.understanding.kinds import Kind, Role
from core.understanding.theirs_es import THEIRS
from core.understanding.trigger_rows import TriggerRow, trigger_row

_PAPERS = (
    r"(?:presupuesto|presupuestos|cotizacion|oferta|propuesta|catalogo|ficha tecnica|ficha|fichas|"
    r"tarifa|tarifas|dossier|"
    r"contrato|factura|correo|mail|email|presentacion|comparativa|informacion|info|documentacion|pedido de prueba)"
)
PHRASES: tuple[TriggerRow, ...] = (
    *CONTACTS,
    *DUE,
    *ATTEMPTS,
    *THEIRS,
    *DONE_THERE,
    trigger_row(
        rf"(?:la |el |una |un |nueva |nuevo )?{_PAPERS}(?: (?!lo|la|se|me|no|que|y|,|\.)[a-z0-9]+){{0,4}} "
        r"(?:ya )?(?P<verb>enviad[oa]s?|mandad[oa]s?|entregad[oa]s?|remitid[oa]s?|"
        r"pasad[oa]s?|"
        r"presentad[oa]s?)",
        Role.DONE,
        Kind.EMAIL,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"(?:(?:le|les|se lo|se la) )?(?:la |el |una |un |nueva |nuevo )?{_PAPERS}(?: (?:nueva|nuevo|"
        rf"revisada|revisado|"
        r"final|corregida|actualizada))?(?: (?:a|para) (?:el|ella|ellos))?",
        Role.TO_DO,
        Kind.EMAIL,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
        is_paper=True,
    ),
    trigger_row(
        r"(?:recordatorio|recordar|recuerdame|acordarme|no olvidar|no olvidarme|apuntar|apuntame|anotar|aviso)(?: "
        r":| de| que)?"
        r"(?= (?!(?:(?:para|el|la|a|las|este|esta|que|viene|proximo|lunes|martes|miercoles|jueves|viernes|"
        r"manana|pasado|"
        r"dia|por|tarde|hora|primera|no|otro|hoy|\d+|una|un) )*(?:visita|reunion|llamada|cita|comida)))",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:cumple(?:anos)?|aniversario|santo)(?= (?:de |del )?)",
        Role.OPEN,
        Kind.TASK,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:vino|vinieron|ha venido|han venido|se (?:ha|han) pasado|se paso|se pasaron|se acerco|se acercaron|se "
        r"(?:ha|han) "
        r"acercado|aparecio|se presento) (?:hoy |ayer |esta manana )?(?:(?:por|a|en) (?:la|nuestra|mi) (?:oficina|"
        r"tienda|nave|"
        r"fabrica|exposicion|sede|delegacion|central|casa|feria|stand)|a (?:vernos|verme|recoger|buscar))",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
    ),
    trigger_row(
        r"(?:quiere|quieren|pide|piden|propone|proponen|me propone|me proponen|necesita|necesitan) (?:reunirse|"
        r"verse|vernos|"
        r"verme|quedar|hablar|que nos veamos|una reunion|una visita|una demo|una llamada|una cita|cita|reunion)(?: "
        r"conmigo| con "
        r"nosotros)?",
        Role.ASKED,
        Kind.MEETING,
    ),
    trigger_row(
        r"(?:viene|vienen|vendra|vendran)(?= (?:\S+ ){0,6}?a (?:(?:la |nuestra |mi )?(?:oficina|oficinas|tienda|"
        r"fabrica|nave|sede|"
        r"exposicion|central|casa)|vernos|verme)(?!\S))",
        Role.ASKED,
        Kind.MEETING,
    ),
    trigger_row(
        r"(?:lo|la|los|las) vemos(?: otra vez| de nuevo)?",
        Role.AGREED,
        Kind.MEETING,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:me|nos) (?:espera|esperan|recibe|reciben|cita|citan|ha citado|han citado|ha dado cita|han dado cita|"
        r"dan cita|da "
        r"cita|atiende|atienden)(?! (?:que|a que))",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:dice|dicen|pide|piden|quiere|quieren|y|me dice|me dicen) )?que (?:yo )?(?:vuelva|volvamos|regrese|"
        r"regresemos|"
        r"vaya|vayamos|me pase|nos pasemos|me acerque|nos acerquemos)(?! a (?!ver))(?: por alli| otra vez| de nuevo)?",
        Role.ASKED,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:queda |quedan )?pendientes? (?:la|el|los|las|una|un) (?P<verb>[a-z]+)",
        Role.TO_DO,
        Kind.TASK,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:siguiente|proximo|proxima|prox|next)(?: paso| accion| hito| cita| tarea)?(?: \.)? :",
        Role.TO_DO,
        Kind.TASK,
        needs_time=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:salgo|tiro|marcho|me marcho|arranco) (?:ya |ahora )?(?:para|hacia|a)(?= )",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(
        r"se (?:me|nos) (?:paso|olvido|fue|ha pasado|ha olvidado|ha ido|han pasado|pasaba)(?: \S+)? "
        r"[a-z]{2,}[aei]r(?:se)?(?:l[aeo]s?)?",
        Role.NOT_DONE,
        Kind.TASK,
    ),
    trigger_row(
        r"(?:voy|vamos|estoy|estamos|salgo|salimos|ando) (?:ya |ahora )?(?:de camino|camino|en camino|yendo|"
        r"para alla|llegando|para|hacia)(?: (?:de|a|al|hacia|por|para))?",
        Role.TO_DO,
        Kind.VISIT,
        starts_clause=True,
    ),
    trigger_row(r"(?:nada|poco) (?:hay )?que (?:hacer|rascar|ver|decir|objetar)", Role.NOT_OURS, Kind.TASK),
    trigger_row(
        r"(?:al final )?no (?:hubo|se (?:celebro|hizo|dio|pudo|ha celebrado|ha hecho|ha podido|realizo|llego a))"
        r"(?: (?:hacer|celebrar|realizar|la|el|ninguna|ningun))*(?: (?:reunion|visita|llamada|cita))?",
        Role.NOT_DONE,
        Kind.MEETING,
    ),
    trigger_row(
        r"(?:ya )?(?:quedo|queda|esta) (?:hecha |lista |realizada )?(?:la |mi )(?:visita|reunion|llamada)(?: (?:hecha|"
        r"lista|realizada))?(?= (?:con|a|en|de))",
        Role.DONE,
        Kind.VISIT,
    ),
    trigger_row(
        r"(?:agendame|agenda|agendar|apuntame|anotame|ponme|programame|meteme|reservame|citame|cuadrame) (?:a|con)"
        r"(?! (?:las?|el|primera|ultima|medio|mediodia|todo))",
        Role.TO_DO,
        Kind.MEETING,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:(?:he|hemos) intentado|intente|intentamos|intentando|(?:he|hemos) tratado de|trate de|tratamos de|(?:he|"
        r"hemos) probado a|"
        r"probe a) (?:llamar|contactar|hablar|localizar|telefonear)(?:le|les|lo|la|los|las)?(?: con| a)?",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(r"(?:golf|padel|partido|paseo)(?= con)", Role.OPEN, Kind.MEETING, is_noun=True, starts_clause=True),
    trigger_row(
        r"(?:acabo de (?:colgar|cortar)|he colgado|cuelgo|recien (?:cuelgo|corto|colgue|corte|hablo))(?: con| a)?",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:dar(?:le|les)?|dale|dales)(?= (?:a (?:\S+ ){1,3})?un (?:toque|telefonazo))", Role.TO_DO, Kind.CALL
    ),
    trigger_row(
        r"(?:he estado|hemos estado|estuve|estuvimos|vengo|venimos|salgo|salimos|saliendo|"
        r"acabo de salir|acabamos de salir|acabo de estar|he salido|de vuelta) (?:ahora |ya |ahora mismo )?(?:con|"
        r"en|de|"
        r"donde|por)",
        Role.DONE,
        Kind.VISIT,
    ),
    trigger_row(r"(?:he visto|hemos visto|vi|vimos) a", Role.DONE, Kind.VISIT),
    trigger_row(
        r"(?:ya )?(?:he estado|hemos estado|estuve|estuvimos|estaba|estabamos) (?:(?:yo|nosotros|ya|hoy|ayer) )*de "
        r"visita (?:con|en|por|a|al|de)",
        Role.DONE,
        Kind.VISIT,
        is_set_phrase=True,
    ),
    *(
        trigger_row(
            rf"(?:he quedado|hemos quedado|quede|quedamos)(?= con (?:\S+ ){{1,4}}?(?:en )?(?:que (?:yo )?(?:(?:le|les|"
            rf"la|lo|los|las|me) )?"
            rf")?(?:volver a )?(?:{verbs})(?:le|les|la|lo|las|los)?\b)",
            Role.TO_DO,
            kind,
            is_set_phrase=True,
        )
        for kind, verbs in (
            (Kind.CALL, "llamar|hablar|telefonear|llamaba|llamaria|llamo"),
            (Kind.EMAIL, "mandar|enviar|escribir|pasar|mandaba|mandaria|enviaba|enviaria|mando|envio|pasaba(?! por)"),
            (Kind.VISIT, "llevar|llevaba|llevo|ir|visitar|pasarme|volver|ver|iba|volvia|visitaba|pasaba por"),
        )
    ),
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
    trigger_row(
        r"(?<!me )(?<!se )(?<!le )(?<!les )(?<!lo )(?<!la )(?<!ya )(?:(?:he|hemos) quedado|quedamos|quedo|quede)"
        r"(?! (?:[.!;?]|$|a la espera|a la expectativa|atento|atenta|tirad|sin|fuera|content|list|clar|"
        r"bien|mal|fatal|corto|[a-z]+[ai]d[oa]s?(?!\S)|"
        r"pensando|esperando|pendiente de que|a su|a tu|a vuestra|a disposicion|muy|todo|asi|cerrad|hech|"
        r"en nada|igual|en (?:\d|un |dos |unos |total)))",
        Role.AGREED,
        Kind.MEETING,
    ),
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
        r"(?:me )?(?:pasar|paso|pasare|pasarme)(?: por (?:alli|ahi))? (?:otra vez|de nuevo)|"
        r"(?:vuelvo|volvere|volver|volvemos|volveremos) a (?:pasar|pasarme|ir)(?! (?:la|los|las|presupuesto|"
        r"oferta|precio)\b)",
        Role.TO_DO,
        Kind.VISIT,
        is_set_phrase=True,
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
    trigger_row(
        r"(?:la )?firma(?: del? contrato)?(?= con (?!otr|la competencia))",
        Role.OPEN,
        Kind.MEETING,
        is_noun=True,
        starts_clause=True,
    ),
    trigger_row(r"intento (?:llamar|contactar|hablar|localizar)(?:l[aeo]s?)?(?: con| a)?", Role.OPEN, Kind.CALL),
    trigger_row(r"(?:me|nos) (?:devuelven?|devolvio|devolvieron|(?:ha|han) devuelto) la llamada", Role.DONE, Kind.CALL),
    trigger_row(
        r"(?:dejado |dejo )?(?:mensaje|recado|audio) (?:en|a) (?:el|su|la) (?:contestador|buzon|secretaria|recepcion)"
        r"(?: de voz)?",
        Role.DONE,
        Kind.CALL,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(r"(?:no me|no nos) (?:ha|han|llamo|llamaron|escribio|coge|cogen)", Role.NOT_DONE, Kind.CALL),
    trigger_row(
        r"(?:le|les) (?:deje|he dejado|dejo) (?:un |el )?(?:mensaje|recado)", Role.DONE, Kind.CALL, keeps_verb=True
    ),
    trigger_row(
        rf"{MUST}(?: {CLITIC})?(?: {AGAIN})? (?P<verb>[a-z]{{2,}}[aei]r(?:se|me|nos)?(?:l[aeo]s?)?)",
        Role.TO_DO,
        Kind.TASK,
        keeps_verb=True,
        needs_time=True,
    ),
    trigger_row(
        rf"(?:re)?(?:{infinitives()})(?:se)?(?:l[aeo]s?)?",
        Role.TO_DO,
        Kind.TASK,
        keeps_verb=True,
        needs_time=True,
        starts_clause=True,
    ),
)
