"""Spanish words for how somebody or something stands: beside a name they tell what came of it ("Vidal conforme")."""

from core.understanding.text import word_set

_BY_GENDER = """
contento satisfecho encantado ilusionado emocionado entusiasmado interesado enfadado mosqueado molesto cabreado quemado
agobiado liado ocupado cansado preocupado decepcionado harto convencido decidido indeciso dudoso dispuesto listo
receptivo majo seco rarillo raro frio tibio flojo parado estancado bloqueado atascado retrasado cerrado abierto
apalabrado aprobado rechazado pagado cobrado entregado recibido renovado cancelado aceptado acordado confirmado
instalado resuelto solucionado arreglado revisado firmado sellado enviado mandado remitido descartado
enfermo malo fino tocado tranquilo apretado pillado servido cubierto saturado caro barato carisimo reunido apagado
perdido ganado hecho visto hablado avisado animado ingresado jubilado despedido desaparecido impresionado volcado
sordo verde
"""
_AS_THEY_ARE = """
bien mal regular fatal genial perfecto estupendo fenomenal guay brutal conforme disconforme amable borde pendiente
feliz imposible si ok oki okay vale nada ninguna ninguno sin novedad novedades igual mejor peor fuera baja vacaciones
verde urgente inventario contestador buzon ilocalizable vibes raras viaje onda rollo sensaciones acogida pinta vistazo
full vuelta reunido permiso curro gripe medico
"""


def _genders(word: str) -> tuple[str, ...]:
    if not word.endswith("o"):
        return word, word + "s"
    return word, word[:-1] + "a", word + "s", word[:-1] + "as"


STATES = word_set(_AS_THEY_ARE) | {form for word in _BY_GENDER.split() for form in _genders(word)}
