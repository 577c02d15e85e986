"""The verbs that Spanish uses most, by their infinitive (folded): what people say of others, and no slip of a name.

A form of them is right as it stands (`corre` is no slip of `correo`), and in the third person it tells what somebody
said, did or is like. Forms that are nouns before all (`oferta`, `muestra`) tell nothing by themselves.
"""

from functools import cache

from core.understanding.conjugation_es import conjugated
from core.understanding.text import word_set
from core.understanding.verb_forms import Form

_VERBS = """
abandonar abonar abrir aburrir acabar aceptar acercar aclarar acompanar aconsejar acordar acudir adelantar
adjudicar admitir adquirir advertir afectar agobiar agotar agradecer aguantar ahorrar alargar alegrar alquilar
alucinar ampliar analizar andar animar anular anadir apagar aparecer apetecer aplazar aportar apostar apoyar
apreciar aprender apretar aprobar aprovechar apuntar arrancar arreglar asegurar asistir asumir asustar atender
atrasar aumentar autorizar avanzar averiguar avisar ayudar bajar bastar bloquear borrar bromear buscar caber caer
calcular callar cambiar cancelar cansar cargar ceder celebrar cerrar cobrar coger coincidir colar colgar colocar
comentar comer comparar compensar comprar comprender comprobar comprometer comunicar concretar confesar confiar
confirmar confundir congelar conocer conseguir considerar consultar consumir contar contestar contratar controlar
convencer convenir convertir corregir correr costar creer criticar cuadrar cubrir cuidar cumplir dar deber decantar
decidir decir dedicar dejar demostrar depender desaparecer descartar desconfiar descontar desear desistir despedir
detectar devolver discutir disponer distribuir doler dudar durar echar elegir eliminar embotellar emitir empezar
encajar encantar encargar encontrar enfadar ensenar entender enterar entrar entregar entusiasmar equivocar escribir
escuchar esperar estar estrenar estropear estudiar evaluar evitar exagerar exigir existir explicar exportar fabricar
faltar fallar felicitar fiar fichar financiar firmar flipar formar funcionar ganar garantizar gastar gestionar
gustar hablar hacer ilusionar implantar importar incluir indicar informar ingresar insinuar insistir instalar
intentar interesar invertir investigar invitar ir jubilar juntar jurar justificar lanzar liar licitar limitar llamar
llegar llenar llevar localizar lograr luchar mandar manejar mantener marchar matizar medir mejorar mencionar merecer
meter mirar molar molestar montar morir mostrar mover mudar necesitar negar negociar notar ocupar ofrecer
olvidar opinar organizar pagar parar parecer participar partir pasar pedir pegar pelear pensar perder permitir
pesar planear plantear poder poner posponer preferir preguntar preocupar preparar presentar presionar prestar
prever probar producir prometer proponer protestar quedar quejar querer quitar reaccionar rebajar recalcar rechazar
recibir reclamar recoger recomendar reconocer recordar recortar recuperar reducir referir reformar regalar regatear
rellenar remitir renegociar renovar renunciar reparar repetir replantear resistir resolver responder resultar
retirar retrasar reunir revisar saber sacar salir saltar saludar seguir sentir servir significar sobrar
solicitar soltar sonar sonreir sorprender sospechar subir sugerir suponer surgir suspender sustituir tardar temer
tener terminar tirar tocar tomar trabajar tragar traer tramitar transmitir tratar urgir usar utilizar valer valorar
vender venir ver verificar viajar vivir volver votar
agarrar apurar arrendar cotizar encabronar enojar extranar jalar platicar provocar regresar
"""
_NOUNS_TOO = word_set(
    """
    acabado alta anima apoyo avance aviso ayuda baja bajas broma busca calca cambio carga cargas cargo cara caras
    cargue cierre cita citas cobro compra compras consulta consultas contrata copia corte cosa costa coste costes
    cuenta cuentas cuida cobre doble deja dejo descarga duda dudas entrada entrega entregas enfada envase era estudio
    estreno falla falta fallo ficha firma formas forma ganas gasto gasta guarda importe informe invita lanza liga
    limite llama llena lucha manda mando marcha marca media mejora mejoras mide mira monta monte montes muestra
    muestras muda nota notas obra oferta ofertas paga para parte partes pasa pase pega pelea pena pesa peso pesa
    plancha planta prepara presenta presta presa prueba pruebas puesto quita quejas queja rebaja rebajas recoge
    recorte reforma reformas regalo renta reserva reservas reto reunion reune ruta saluda salta sube subida suelta
    tarda tarde tira toca toma trabajo trata traje uso usa vale venta ventas viaje visita visitas viste vive vuelta
    contra entre sobre ve vino vinos fabrica junta contrato cola lio duro come animo cita lleno cubo plan planes
    limpia rota corta seca larga
    """
)
"""Forms that are other words before all: they tell of nobody."""


@cache
def forms() -> dict[str, frozenset[Form]]:
    """Every form of the common verbs, with all that it may be."""
    found: dict[str, set[Form]] = {}
    for verb in _VERBS.split():
        for word, said in conjugated(verb).items():
            if said == {Form.CONDITIONAL}:
                continue  # "la notaría" is no form of "notar"
            found.setdefault(word, set()).update(said)
    return {word: frozenset(said) for word, said in found.items()}


@cache
def of_others() -> frozenset[str]:
    """What is said of others and is no other word: `necesita`, `pidieron`, `dudan`."""
    return frozenset(
        word
        for word, said in forms().items()
        if said & {Form.THEY_PRESENT, Form.THEY_PAST} and Form.PRESENT not in said and word not in _NOUNS_TOO
    )


def may_be_asked(word: str) -> bool:
    """Whether the word may be an imperative as well: `mueve`, `busca`."""
    said = forms().get(word, frozenset())
    return Form.THEY_PRESENT in said and not word.endswith("n")


def infinitives() -> str:
    """The infinitives as alternatives of a pattern."""
    return "|".join(sorted(set(_VERBS.split()) - _NO_DEEDS, key=len, reverse=True))


_NO_DEEDS = word_set(
    "ir estar poder deber querer soler parecer costar doler faltar sobrar existir depender durar caber gustar encantar "
    "haber morir vivir andar poner dar tener venir ver saber creer temer valer"
)
"""What nobody puts down as a task by itself."""
