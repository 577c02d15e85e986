"""What Spanish says to the family, and one's own errands."""

from core.understanding.kinds import Kind
from core.understanding.others.rows import Row, Table, one_of
from core.understanding.others.words import ONES_OWN_ES, OPENING_ES, RELATIVE_ES
from core.understanding.reading import Reading

_DEAR = "cari, carino, amor, mi amor, cielo, mama, papa, mami, papi, nena, gordi, churri, hijo, hija, peques"
_DEAR_ALONE = one_of(_DEAR)
_DEAR_BEFORE_A_COMMA = one_of(
    f"{_DEAR}, ama, aita, amatxo, aitatxo, mare, pare, mi vida, vida, corazon, mi cielo, gorda, gordo, negra, vieja, "
    "viejo, ma, pa, bebe, cuqui, mi rey, mi reina, mijo, mija, mor, amorcito"
)
"""What else one's own people are called, in other tongues and lands: "ama, llego tarde"."""
_GONE_TO = one_of(
    "nin[oa]s?, cri[oa]s?, peques?, chiquill[oa]s?, bebe, perr[oa]s?, gat[oa]s?, suegr[oa]s?, abuel[oa]s?, canguro, "
    "pediatra, dentista, medico, fisio, psicologo, podologo, oculista, veterinario, fontanero, cerrajero, albanil, "
    "antenista, tecnico de la lavadora, ginecologo, traumatologo, tintoreria, guarde, itv, ampa, gimnasio, "
    "colegio de (?:los|mis|las), cole"
)
_DOCTORS = one_of("medico, dentista, pediatra, fisio, podologo, oculista, itv")
_OF_THE_HOUSE = one_of(
    "pan, leche, panales, huevos, basura, lavadora, lavavajillas, colada, compra, cena, cenas?, deberes, disfraz, "
    "ibuprofeno, paracetamol, gasolina, gasoil, aceite del coche, ruedas del coche, entradas, concierto, cine, teatro, "
    "gafas, traje, regalos?, cumple, cumpleanos, tarta, boda, comunion, bautizo, netflix, vuelos?, billetes?, "
    "alquiler, luz, perro, gato, a casa, plantas, multa, seguro del coche, persianas?, grifo, caldera, renta, "
    "declaracion"
)

AT_HOME = Table(
    Row(
        "one's own people called",
        rf"{OPENING_ES}(?:{_DEAR_BEFORE_A_COMMA}(?= ,)|{_DEAR_ALONE}\b)(?! (?:{_DEAR_ALONE}|y|de|del)\b)",
        "cari, compra pan",
    ),
    Row("your family", r"\btus (?:padres|hijos|suegros|amigos)\b", "mañana vienen tus padres", anywhere=True),
    Row(
        "a kiss to somebody",
        r"\b(?:un beso|un abrazo|besos|recuerdos|saludos) (?:a|para|de mi parte)\b",
        "un beso a los niños",
        anywhere=True,
    ),
)
"""Said at home, whoever is named."""
_RELATIVES = Table(
    Row("one's own people", rf"(?<!\S)mis? {RELATIVE_ES}(?!\S)", "me ha llamado mi mujer", anywhere=True),
)
_ERRANDS = Table(
    Row("what is one's own", rf"(?<!\S)mis? {ONES_OWN_ES}(?!\S)", "llevar mi coche al taller", anywhere=True),
    Row(
        "to whom one goes",
        rf"(?<!\S)(?:al?|el|la|los|las|un|una) {_GONE_TO}(?!\S)",
        "recoger a los niños a las 5",
        anywhere=True,
    ),
    Row(
        "from where one comes",
        r"(?<!\S)del? (?:cole|futbol|guarde|baile|ingles|piano|medico|dentista)(?!\S)",
        "recoger a Lucas del cole",
        anywhere=True,
    ),
    Row(
        "at the doctor's",
        rf"(?<!\S)cita (?:con |en |del? |para )?(?:el |la )?{_DOCTORS}(?!\S)",
        "pedir cita pediatra",
        anywhere=True,
    ),
    Row(
        "family, home and papers by their names",
        r"(?<!\S)(?:mama|papa|yayos?|itv|ampa|de vecinos|hipoteca|dni|pasaporte|cole)(?!\S)",
        "renovar DNI el lunes",
        anywhere=True,
    ),
)
"""Whom and where one goes to for oneself and one's own."""
_FOR_THE_HOUSE = Table(
    Row("bought, fetched or mended at home", rf"(?<!\S){_OF_THE_HOUSE}(?!\S)", "comprar pan", anywhere=True),
)
"""Private where it is a task and nobody is named."""


def is_of_the_family(reading: Reading) -> bool:
    """Whether what was done was with one's own people: "me ha llamado *mi mujer*", where nobody else is named."""
    return not _names_somebody(reading) and _RELATIVES.holds(reading.sentence.plain)


def is_private(reading: Reading, kind: Kind | None) -> bool:
    """Whether what is to be done is an errand of one's own: "recoger a Lucas del cole", "llevar el coche a la ITV"."""
    if _names_somebody(reading):
        return False
    plain = reading.sentence.plain
    is_errand = kind is Kind.TASK or " a por " in plain
    return _ERRANDS.holds(plain) or (is_errand and _FOR_THE_HOUSE.holds(plain))


def _names_somebody(reading: Reading) -> bool:
    return any(not one.is_weak for one in reading.mentions) or bool(reading.strangers) or bool(reading.titles)
