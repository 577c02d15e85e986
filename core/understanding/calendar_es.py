"""The names of Spanish days, months and parts of the day, and how a day is written, as pattern text."""

from core.understanding.clock import Part
from core.understanding.numbers import SMALL
from core.understanding.text import word_set

WEEKDAYS = {
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
    "lun": 0, "mier": 2, "mie": 2, "jue": 3, "juev": 3, "vie": 4, "vier": 4, "vi": 4, "mart": 1, "miercole": 2,
    "mierc": 2,
    "sab": 5, "dom": 6,
}  # fmt: skip
MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
    "ene": 1, "feb": 2, "abr": 4, "jun": 6, "jul": 7, "ago": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dic": 12,
}  # fmt: skip
SHORT_WEEKDAYS = {"lun", "mierc", "mie", "mier", "jue", "juev", "vie", "vier", "vi", "sab", "dom", "mart"}
WD = "(?P<wd>" + "|".join(sorted((w for w in WEEKDAYS if w not in SHORT_WEEKDAYS), key=len, reverse=True)) + ")"
ANY_WD = "(?P<wd>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?: \.)?"
FULL_MONTH = "(?P<month>" + "|".join(name for name in MONTHS if len(name) > 3 and name != "sept") + ")"  # noqa: PLR2004 - whole names
NEXT = r"(?:que viene|proximo|proxima|prox(?: \.)?|siguiente|que entra|q viene|entrante|que vienen)"
NEXT_WEEK = rf"(?:otra semana|semana {NEXT}|(?:proxima|proximo|prox(?: \.)?|siguiente) semana)"
N = rf"(?P<n>{SMALL}|un par de)"
IN = r"(?:en|dentro de|de aqui a|a|para dentro de|d aqui a)"
PAYING = word_set(
    "pago pagos pagar paga pagan pagaban cobro cobrar giro letra plazo plazos financiar financia financian "
    "financiacion factura facturas transferencia confirming pagare pagares contrato renting leasing vencimiento"
)
UNPAID = "".join(rf"(?<!{word} )" for word in sorted(PAYING))
"""After these, `a 60 días` is how they pay, no day."""
AGO = r"(?:hace|hara)(?: ya| como| unos| unas)?"
PREFIX = (
    r"(?:(?:a mas tardar |como muy tarde |como tarde |sin falta )?(?:para |desde |hasta |antes )?(?:el |este |"
    r"la |al |del )(?:dia )?)"
)
DEEDS_AHEAD = word_set(
    "llamar rellamar volver seguimiento revisar rev retomar insistir pasar contactar recontactar escribir visitar "
    "visita reunion llamada vuelvo llamo rellamo repetir revision seguimos hablamos aviso"
)
AFTER_A_DEED = "|".join(rf"(?<={word}{stop} )" for word in sorted(DEEDS_AHEAD) for stop in ("", r" \."))
"""After these, a bare `15 d` says in how many days."""
DAY_WORDS = (
    "diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidos|"
    "veintitres|veinticuatro|veinticinco|veintiseis|veintisiete|veintiocho|veintinueve|treinta|treinta y uno"
)
PARTS = {"manana": Part.MORNING, "tarde": Part.AFTERNOON, "noche": Part.EVENING, "mediodia": Part.MIDDAY}
