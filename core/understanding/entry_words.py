"""Small tables of what an entry without a verb may begin with besides names, times and durations."""

from core.understanding.kinds import Kind
from core.understanding.text import word_set

KIND_WORDS = {
    **dict.fromkeys(
        word_set("call calls tel telephone phone zoom teams video vm voicemail llamada videollamada telefono tlf"),
        Kind.CALL,
    ),
    **dict.fromkeys(word_set("visit visits site onsite survey inspection visita"), Kind.VISIT),
    **dict.fromkeys(
        word_set(
            "meeting meet lunch coffee breakfast dinner demo f2f review session training presentation "
            "workshop pint beers drinks reunion comida"
        ),
        Kind.MEETING,
    ),
    **dict.fromkeys(word_set("email mail text whatsapp message correo"), Kind.EMAIL),
}
"""Nouns that say what kind of entry it is, wherever they stand in its head."""

OPENERS = word_set(
    """
    kindly please pls ok okay right so well hi hey hiya just yes yep yeah ah oh btw fyi update news note log logging
    record talk
    conversation convo discussion word natter um uh er eh aye yo listen you us day out time golf padel tennis round trip
    evening quick short
    long good great bad awful lovely nice brief decent tough productive first second another new lead prospect
    customer client enquiry big done finished chat catch up follow intro one cold re regarding all went very really
    hola bueno pues todo muy bien genial mal fatal regular perfecto estupendo super rapida rapido buena
    """
)
"""What may lead to the name: how it was, what it is about."""

RESULTS = word_set(
    "todo muy bien genial mal fatal ok regular perfecto estupendo super all good great fine went well bad awful "
    "lovely "
    "nice brilliant terrible excellent productive"
)
"""How it went, told before the name: "muy bien con Moya", "all good with Tom"."""

ADVERBS = word_set(
    "basically apparently anyway actually obviously so also just finally still really def definitely now very so "
    "quite all too v bit a rather pretty always already "
    "tambien ya me nos le les se lo la los las te aun todavia ahora hoy ayer siempre solo casi al final tampoco"
)
"""What may stand between a name and what is told of it."""

DENIALS = word_set("no not never nope nah isn't wasn't doesn't didn't don't won't can't ni nada tampoco")

PEOPLE = word_set(
    """
    head manager owner buyer boss guy lady receptionist reception director chef landlord landlady gatekeeper secretary
    partner brother sister son daughter wife husband father someone somebody team staff mr mrs ms miss dr doctor foreman
    receptionist pa accountant
    supervisor assistant buyers owners managers purchasing procurement maintenance accounts principal headteacher
    teacher nurse vet farmer engineer technician mechanic caretaker steward bursar colleague colleagues replacement
    facilities operations sales finance it marketing people folks lads crowd place shop firm company outfit business
    """
)
"""Who or what one may have been with at somebody's, before the firm is named."""
ANYBODY = PEOPLE | word_set(
    "mum dad mother kids family friend girlfriend boyfriend number one client customer prospect lead enquiry guys "
    "joint outfit mob crowd bunch "
    "restaurant inge ingeniero ingeniera arqui profe doc jefe jefa encargado encargada dueno duena gerente contador"
)
"""Words for any firm or person: no name begins with them."""
