"""Spanish verbs of deeds, one use a line; how a line is written stands in `verb_forms.verbs_in`."""

from core.understanding.kinds import Kind
from core.understanding.verb_forms import Verb, verbs_in

_HANDINGS = """
pasar < (?:le|les|se lo|se la)(?: he| hemos| acabo de| voy a| tengo que)?
"""
"""Before what is else said with the verb: "se lo *paso* el 23" is no visit."""
_CALLS = """
decir/present,future,infinitive > (?:algo|cosas|si o no)
contactar > (?:telefonicamente|por telefono|vi[ao] telefonica)(?: con)?
contactar/past,participle,infinitive,future,subjunctive,imperative
llamar telefonear hablar conversar charlar platicar rellamar dialogar cotorrear
marcar < (?:le|les|lo|la|me|nos)
marcar/past,participle > (?:a|al)(?! (?:la|el) (?:oportunidad|venta))
hablar > por (?:telefono|movil|tlf|whatsapp|videollamada|zoom|teams)(?: con)?
timbrar < (?:le|les)
comunicarse > con
tomar > contacto(?: con)?
cortar/past,participle > con
colgar/past,participle > (?:con|a|al)
devolver >> (?:la|una|su) llamada
quedar/past,participle > al telefono
ponerse > en contacto(?: con)?
ponerse > al (?:habla|telefono)(?: con)?
dar >> un (?:toque|telefonazo|toquecito|golpe de telefono|timbrazo)
pegar >> (?:un (?:toque|telefonazo)|una llamada)
echar >> una (?:llamada|llamadita)
hacer >> (?:otra |una |la )?(?:llamada|llamadita|videollamada|video llamada|videoconferencia)
insistir reintentar reinsistir
probar/infinitive,present,future > (?:otra vez|de nuevo|(?:a |el |la |por la )?(?:lunes|martes|miercoles|jueves|viernes|
    manana|tarde|dia|semana|mas tarde|luego|ultima hora|primera hora))
intentar/infinitive,present,future > (?:otra vez|de nuevo|el|manana|la semana|mas tarde|luego)
"""
_MESSAGES = """
dejar >> (?:un )?(?:mensaje de voz|mensaje|recado)
"""
_VISITS = """
visitar
ir/infinitive,gerund,participle,present,past,future,subjunctive,conditional
recorrer/past,participle
parar/past,participle > (?:en|donde|por|a saludar a|a ver a)(?! (?:la gasolinera|una gasolinera|el arcen|
    el peaje|seco|casa|todo|todos))
llegar/past,participle > (?:a|al|hasta|donde)(?! (?:un acuerdo|acuerdo|acuerdos|la conclusion|conclusion|
    tiempo|casa|eso|fin|final|pensar|decir|creer|las? \\d|las (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|
    once|doce)|la una|[a-z]+[aei]r\\b))
acompanar/past,participle,present,future,infinitive > a
acudir/past,participle,present,future,infinitive
entrar/past,participle > (?:en|donde)(?! (?:negociaci|convers|detalle|tema|materia|concurso|plazo|contacto|razon|calor|
    (?:el|la|los|las|un|una) (?:tema|detalle|concurso|portal|crm|sistema|web|app|plataforma|negociaci|licitaci|fase)))
atender/past,participle > (?:a|al|en)
estar/infinitive > (?:en|con|donde)
pasar/past,participle > (?:la manana|la tarde|el dia|un rato|un buen rato|\\S+ horas?|un par de horas|
    toda la manana|toda la tarde) (?:con|en)
estar/past,participle > (?:en|con|donde|por)
estar/past,participle >> (?:en|con|donde)(?= (?:el|la|los|las|casa|\\w+))
pasar > a(?= (?!ser|estar|tener|limpio|negociar|mandar|enviar|llamar|detallar|comentar|contar|explicar|hacer|preparar)
    [a-z]+[aei]r(?:se)?(?:l[aeo]s?)?(?!\\S))
pasar > a por(?! (?:todas|ello|mas|otra cosa|el pedido\\b(?! (?:a|en))))
pasarse > a por
ir > a por(?! (?:todas|ello|mas|el cafe|cafe|comida|pan|gasolina|los (?:ninos|crios)|las (?:ninas|crias)))
pasar > a(?= hacer(?:le|les)? (?:inventario|visita|demo|una|el|la|fotos))
hacer >> (?:otra |una |la )?visita
pasar > (?:por(?! (?:mail|correo|email|whatsapp|telefono|escrito|alto))|a ver|a visitar|a saludar|donde|
    a verl[oea]s?)(?: a)?
pasarse > (?:por(?! (?:mail|correo|email|whatsapp|telefono))|a ver|a visitar|a saludar|donde|a verl[oea]s?)(?: a)?
pasarse/infinitive,past,present,future,subjunctive
pasar/present,future > (?=(?:el|este|manana|la semana)\\b)
acercarse asomarse plantarse escaparse arrimarse
desplazarse > (?:a|al|hasta)
personarse presentarse > (?:en|donde)
dejarse > caer por
ver > (?:a|al)
caer/past,present,future,infinitive < (?:le|les)
caer/infinitive,future
volver/past,participle > (?:a|por)(?= (?:ver|visitar|donde|el|la|los|las))
ir > a (?:ver|visitar|saludar|conocer)(?: a)?
subir > a ver(?: a)?
bajar > a ver(?: a)?
subir/present,future > (?=(?:el (?:lunes|martes|miercoles|jueves|viernes|dia|\\d)|otra vez|de nuevo|manana|la semana|
    por alli)\\b)
bajar/present,future > (?=(?:el (?:lunes|martes|miercoles|jueves|viernes|dia|\\d)|otra vez|de nuevo|manana|la semana|
    por alli)\\b)
pasar/subjunctive > (?!(?:la|lo|los|las|una|un|me|le|les|presupuesto|oferta|precio|precios|tarifas?|a|
    el(?! (?:lunes|martes|miercoles|jueves|viernes|sabado|dia|\\d)))\\b)
recibir/they_past,participle < (?:me|nos|me ha|nos ha|me han|nos han)
atender/they_past,participle < (?:me|nos|me ha|nos ha|me han|nos han)
"""
_BRINGINGS = """
llevar < (?:le|les|se los?|se las?)(?: (?:tengo|tenemos|hay) que| voy a| vamos a)?
"""
"""What is brought to somebody is a visit that says for what."""
_MEETINGS = """
reunirse juntarse entrevistarse verse citarse
echar > (?:un |unos |unas )?(?:cafe|cafes|canas|cerveza|cervezas|padel|cafelito|cafecito)
quedar/infinitive,future,subjunctive
almorzar desayunar cenar merendar
comer/infinitive,gerund,participle,past,imperfect,future,subjunctive,imperative
comer/present > (?=(?:con|en|a las?|hoy|manana|juntos|el (?:lunes|martes|miercoles|jueves|viernes|sabado))(?!\\S))
tomar > (?:un |una |unas |unos )?(?:cafe|cafes|cafelito|cafecito|algo|cerveza|cervezas|canas|cana|vermut|copa|
    copas|vinos|vino|refresco|tinto|tintico|mate|mates|chela|chelas|aperitivo|once|trago|tragos|desayuno|almuerzo)
sentarse > (?:con|a hablar)
presentar < (?:les|le|que les|que le)
presentar/present,future,past > en
encontrarse/past,participle > con
cruzarse/past,participle > con
conocer/past,participle > a
coincidir/past,participle >> con
"""
_SENDINGS = """
remitir reenviar
enviar > (?!(?:(?:a|al) )?(?:la |el |un |una |los )?(?:tecnic|transport|mensajer|alguien|chic|operari|
    instalador|repartidor|montador))
mandar > (?!(?:(?:a|al) )?(?:la |el |un |una |los )?(?:tecnic|transport|mensajer|alguien|chic|operari|
    instalador|repartidor|montador))
hacer > llegar
facilitar < (?:le|les)
"""
_WRITINGS = """
escribir contestar responder mailear emailear whatsappear wasapear guasapear
mandar > (?:un |una |el )?(?:correo|mail|email|e mail|whatsapp|mensaje|audio|nota de voz)
enviar > (?:un |una |el )?(?:correo|mail|email|e mail|whatsapp|mensaje|audio|nota de voz)
poner > (?:un |el )?(?:correo|mail|email|e mail|whatsapp|mensaje)
mandar >> (?:un |el )(?:correo|mail|email|e mail|whatsapp|mensaje)
enviar >> (?:un |el )(?:correo|mail|email|e mail|whatsapp|mensaje)
"""
_TASKS = """
enviar > (?=(?:(?:a|al) )?(?:la |el |un |una |los )?(?:tecnic|transport|mensajer|alguien|chic|operari|
    instalador|repartidor|montador))
mandar > (?=(?:(?:a|al) )?(?:la |el |un |una |los )?(?:tecnic|transport|mensajer|alguien|chic|operari|
    instalador|repartidor|montador))
preparar revisar comprobar gestionar tramitar redactar actualizar confirmar llevar presentar consultar
cerrar/infinitive,gerund,participle
mirar buscar ofertar calcular entregar recoger negociar reclamar cobrar avisar recordar
pasar > (?!(?:el|la|los|las|estos|estas|este|esta) (?:puente|festivo|feriado|feriados|verano|vacaciones|navidad|
    navidades|reyes|carnaval|carnavales|semana santa|feria|fiestas|finde|fin de semana|lluvias|cosecha|vendimia|
    temporada|inventario|cierre|auditoria|mudanza|elecciones|paro|huelga|agosto|enero)\\b)
hacer pedir retomar felicitar cotizar facturar instalar montar reparar cambiar devolver formar
reprogramar reagendar
capacitar configurar organizar coordinar reservar imprimir verificar ajustar corregir traer encargar
medir valorar resolver arreglar renovar estudiar analizar elaborar armar retirar despachar averiguar investigar
seguir/present,future continuar/present,future invitar
informar/infinitive,past,participle,future solicitar/infinitive,past,participle,future
proponer explicar ensenar mostrar tantear sondear cuadrar repasar rehacer validar completar
presupuestar/infinitive,past,participle,future,subjunctive rellenar firmar probar sustituir reponer suministrar
ofrecer subir dejar perseguir liquidar pagar desbloquear
planificar simular dibujar disenar rematar concretar concertar acordar afinar apretar cursar ordenar poner dar
agradecer saludar rescatar reactivar refrescar comentar trasladar plantear inspeccionar auditar tomar
"""


def _verbs() -> tuple[Verb, ...]:
    return (
        *verbs_in(_HANDINGS, Kind.EMAIL, keeps=True),
        *verbs_in(_CALLS, Kind.CALL),
        *verbs_in(_MESSAGES, Kind.CALL, keeps=True),
        *verbs_in(_VISITS, Kind.VISIT),
        *verbs_in(_BRINGINGS, Kind.VISIT, keeps=True),
        *verbs_in(_MEETINGS, Kind.MEETING),
        *verbs_in(_SENDINGS, Kind.EMAIL),
        *verbs_in(_WRITINGS, Kind.EMAIL),
        *verbs_in(_TASKS, Kind.TASK, keeps=True),
    )


VERBS = _verbs()
