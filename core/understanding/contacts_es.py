"""Further ways in Spanish to have talked to, seen or written to somebody: "localizado Ana", "le dejé muestras a"."""

from core.understanding.kinds import Kind, Role
from core.understanding.trigger_rows import trigger_row

_LE = r"(?:(?:ya|yo|hoy|ayer|por fin|al final|le|les|se lo|se la|se los|se las|lo|la|los|las|me|nos) )*"
_THINGS = (
    r"(?:muestras?|catalogos?|folletos?|tarifas?|tarjetas?|fichas?|muestrarios?|dossier|dossieres|documentacion|"
    r"papeles|"
    r"presupuestos?|oferta|propuesta|cotizacion|contrato|facturas?|albaran|albaranes|pedido|expositor|expositores|"
    r"material|"
    r"piezas?|regalos?|calendarios?|cajas?|lotes?|equipo de prueba|demo|degustacion|recambios?|repuestos?|mercaderia|"
    r"mercancia|lista de precios|listas? de precios|promo|promos|publicidad|plv|info|informacion)"
)
_SOME = r"(?:(?:la|el|las|los|un|una|unas|unos|mi|mis|su|sus|nueva|nuevo|otra|otras|algunas|varias|\d+|dos|tres) )*"
_GAVE = (
    r"(?:(?:he|hemos|acabo de|acabamos de) (?:dejado|llevado|entregado|acercado|ensenado|dejar|llevar|entregar|"
    r"ensenar)|"
    r"deje|dejamos|lleve|llevamos|entregue|entregamos|acerque|ensene|ensenamos|dejad[oa]s?|entregad[oa]s?|llevad[oa]s?)"
)
_CALLS = (
    trigger_row(
        rf"{_LE}(?:(?:he|hemos) )?(?:localizado|localice|localizamos|pille|pillado|contactado telefonicamente) "
        rf"(?:a|al|con)",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(r"(?:por fin )?localizad[oa]", Role.DONE, Kind.CALL, needs_name=True),
    trigger_row(
        r"(?:estuve|he estado|estuvimos|hemos estado|estaba|me he tirado|me tire) (?:\S+ ){0,5}?(?:al|por|en el) "
        r"(?:telefono|"
        r"movil|tlf|tel)(?: con)?",
        Role.DONE,
        Kind.CALL,
    ),
    trigger_row(
        r"(?:(?:sigo|seguimos|todavia|aun|otra vez) )*(?:no (?:consigo|conseguimos|logro|logramos|puedo|he "
        r"conseguido|he logrado|"
        r"consegui|logre|hay manera de|hay forma de|he podido|hemos podido|pude|pudimos)|sin (?:poder|conseguir|"
        r"lograr)|imposible) (?:hablar|contactar|"
        r"localizar|"
        r"dar|conectar|comunicar(?:me)?|comunicarse)(?:le|les|lo|la|los|las)? ?(?:con|a|al)?|no (?:doy|damos|di|"
        r"dimos) con|no (?:localizo|localizamos|localice|pillo|pille|he localizado|he pillado) a",
        Role.DONE,
        Kind.CALL,
        keeps_verb=True,
        is_set_phrase=True,
        needs_name=True,
    ),
    trigger_row(
        r"(?:me|nos) (?:ha|han) colgado|(?:me|nos) (?:colgo|colgaron|cuelga|cuelgan)(?: el telefono)?",
        Role.DONE,
        Kind.CALL,
        keeps_verb=True,
    ),
    trigger_row(
        r"(?:(?:un|otro|buen|largo) )*rato (?:al|por|en el) (?:telefono|movil|tel) con",
        Role.OPEN,
        Kind.CALL,
        is_noun=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:acabo|acabamos|termino|terminamos)(?: ahora| ya| de hablar)? con",
        Role.DONE,
        Kind.CALL,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(r"(?:le |les )?eche un telefonazo(?: a| al)?", Role.DONE, Kind.CALL),
    trigger_row(
        r"(?:tel|tlf|telef|telf)(?: \.)? (?:con|a)",
        Role.OPEN,
        Kind.CALL,
        is_noun=True,
        starts_clause=True,
    ),
)
_TOLD_THEM = (
    trigger_row(
        r"(?:(?:ya|hoy|ayer) )*(?:le|les) (?:dije|he dicho|prometi|he prometido|explique|he explicado|comente|he "
        r"comentado|"
        r"conte|propuse|plantee|ofreci|adverti) a",
        Role.DONE,
        Kind.CALL,
        keeps_verb=True,
        needs_name=True,
        is_set_phrase=True,
    ),
)
"""What one told somebody, by no means that is said."""
_VISITS = (
    trigger_row(
        r"(?:estare|estaremos|me planto|nos plantamos) (?:en|con|donde)",
        Role.TO_DO,
        Kind.VISIT,
        needs_time=True,
        needs_name=True,
    ),
    trigger_row(
        r"(?:toda la (?:manana|tarde)|todo el dia|media (?:manana|tarde)|(?:un )?(?:buen )?rato|un par de horas) (?:en|"
        r"con|donde)",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
        starts_clause=True,
    ),
    trigger_row(
        r"(?:llevo|llevamos|he pasado|hemos pasado|pase|pasamos|me he tirado) (?:(?:toda|casi|media|la|el|las?|\S+ "
        r"horas?|un rato|"
        r"rato|desde las \S+|hora y media) )*(?:en|con|donde)",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        rf"(?:pase|he pasado|hemos pasado|pasado) (?:ayer |hoy |ahora )?(?:con|a|al)(?!(?: (?!a |y |con |"
        rf"por )\S+){{0,4}}? "
        rf"(?:la|el|las|los|un|una|unas|unos|su) {_THINGS}\b)|"
        r"pasamos con",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:(?:tengo que|hay que|debo|quiero|voy a|toca) )?(?:pasar|pasarme) (?:con|a|al)",
        Role.TO_DO,
        Kind.VISIT,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(r"vistos?", Role.DONE, Kind.VISIT, needs_name=True, starts_clause=True, is_set_phrase=True),
    trigger_row(
        r"(?:he entrado|hemos entrado|entre|entramos|entrado) a puerta fria (?:en|a|con)", Role.DONE, Kind.VISIT
    ),
    trigger_row(
        r"(?:he parado|hemos parado|pare|paramos|parado|hice parada|he hecho (?:una )?parada) (?:en|donde|con)",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        r"(?:he parado|hemos parado|pare|paramos) en(?= un[ao]? )",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
    ),
    trigger_row(
        r"(?:(?:me|nos) )?(?:subi|subimos|(?:he|hemos) subido|baje|bajamos|(?:he|hemos) bajado|fui|fuimos|(?:he|"
        r"hemos) ido|"
        r"llegue|llegamos|(?:he|hemos) llegado|viaje|viajamos|cruce|tire|tiramos|escape|desplace)"
        r"(?= (?:(?:el|ayer|hoy|esta|este|la|semana|lunes|martes|miercoles|jueves|viernes|sabado|pasado|pasada|"
        r"manana|tarde|"
        r"mismo) )+(?:a|al|hasta|por) )",
        Role.DONE,
        Kind.VISIT,
        is_set_phrase=True,
    ),
    trigger_row(
        r"puerta fria(?= (?:en|a|con) |$| [,.:;])",
        Role.OPEN,
        Kind.VISIT,
        is_noun=True,
        keeps_verb=True,
        starts_clause=True,
    ),
    trigger_row(r"(?:sali|salimos|salido) (?:ahora |ya )?de", Role.DONE, Kind.VISIT, needs_name=True),
    trigger_row(
        r"(?:cai|caimos|anduve|anduvimos|he andado|estuve dando una vuelta|me di una vuelta|nos dimos una vuelta|"
        r"di una vuelta|"
        r"me he dado una vuelta|he dado una vuelta|me meti|me colé|entre|he entrado)"
        r"(?: (?:ayer|hoy|un momento|un momentito|un rato|un ratito|antes|rapido|esta manana|esta tarde))*"
        r" (?:(?:en|por|a|con) )?(?:(?:lo|casa) de|por|en|donde|a|con)",
        Role.DONE,
        Kind.VISIT,
        needs_name=True,
    ),
    trigger_row(
        rf"{_LE}{_GAVE} {_SOME}{_THINGS}(?: (?!a |al |en |con |para )\S+){{0,3}}? (?:a|al|en|con|para|por)",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
        is_set_phrase=True,
    ),
    trigger_row(
        rf"{_SOME}{_THINGS}(?: (?!a |al |que |y )\S+){{0,4}}? (?:entregad|dejad|llevad)[oa]s? "
        r"(?:(?:en mano|en persona|personalmente|hoy|ayer) )*(?:a|al|en)",
        Role.DONE,
        Kind.VISIT,
        keeps_verb=True,
        needs_name=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
    trigger_row(
        r"(?:voy|ando|estoy) (?:saliendo|manejando|conduciendo)(?: de)?", Role.NOT_OURS, Kind.VISIT, is_set_phrase=True
    ),
    trigger_row(
        r"(?:presencial|cara a cara|en persona)(?= con)", Role.OPEN, Kind.VISIT, is_noun=True, starts_clause=True
    ),
)
_MEETINGS = (
    trigger_row(
        r"(?:canas|cana|cervezas|cerveza|birras?|vinos|vino|copas|copa|asado|asadito|barbacoa|paella|carajillo|"
        r"chelas|chela|"
        r"merienda|vermut|tereré|terere|mate|brindis|torneo de padel|partida)(?= con)",
        Role.OPEN,
        Kind.MEETING,
        is_noun=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_LE}(?:(?:he|hemos) (?:hecho|dado|presentado|ensenado)|hice|hicimos|di|dimos|presente|presentamos) "
        rf"{_SOME}(?:demo|demos|"
        r"demostracion|presentacion|producto|productos|gama|gamas|novedades|coleccion|temporada|maquina|programa|linea)"
        r"(?: (?!a |al |en |con )\S+){0,3}? (?:a|al|en|con)",
        Role.DONE,
        Kind.MEETING,
        keeps_verb=True,
        needs_name=True,
        is_set_phrase=True,
    ),
)
_WRITINGS = (
    trigger_row(r"env(?: \.)?", Role.OPEN, Kind.EMAIL, is_noun=True, starts_clause=True),
    trigger_row(
        r"(?:audio|nota de voz|wasap|wassap|wsp|guasap|sms|mensaje|correo|mail|email)(?: (?:recibido|entrante|"
        r"nuevo))? de",
        Role.DONE,
        Kind.EMAIL,
        needs_name=True,
        starts_clause=True,
    ),
    trigger_row(
        rf"{_LE}(?:(?:he|hemos) )?(?:comparti|compartimos|compartido|adjunte|adjuntado|reenvie|reenviado|traslade) "
        rf"(?:\S+ ){{1,5}}?"
        r"(?:a|al|con)",
        Role.DONE,
        Kind.EMAIL,
        keeps_verb=True,
        needs_name=True,
    ),
    trigger_row(
        r"(?:enviad[oa]s?|mandad[oa]s?|pasad[oa]s?)(?= (?:ya )?(?:el |la |los |las )?(?:ppto|presupuesto|oferta|"
        r"tarifa|catalogo|"
        r"cotizacion|propuesta|factura|contrato|muestras)\b)",
        Role.DONE,
        Kind.EMAIL,
        keeps_verb=True,
        starts_clause=True,
        is_set_phrase=True,
    ),
)
CONTACTS = (*_CALLS, *_TOLD_THEM, *_VISITS, *_MEETINGS, *_WRITINGS)
