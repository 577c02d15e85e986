"""What is asked of the bot that is no entry: show, delete, mend; and the entries that are asked for politely."""

from core.understanding.others.rows import Row, Table, after, one_of
from core.understanding.others.words import CALLING_ES, OPENING_EN
from core.understanding.stages import SYNONYMS

_PLEASE = r"(?:[¿¡] ?)?" + after(
    "por favor, porfa, please, can you, could you, puedes, podrias, me puedes, quiero, quisiera, i want to, "
    "i 'd like to, i need to, necesito"
)
_APPOINTMENT_ES = one_of("reunion, visita, llamada, cita")
_STAGE = rf"(?:(?:la |the )?(?:fase|etapa|stage|{'|'.join(SYNONYMS.values())}))\b"
_TO_ANOTHER_STAGE = rf"(?:a|como|to|as) {_STAGE}"


COMMANDS = Table(
    Row(
        "to delete or to call off",
        rf"{_PLEASE}(?:borra(?!d[oa])\w*|descarta la {_APPOINTMENT_ES}|desconvoca\w*|desconv(?: \.)?|suspende\w*|"
        r"suspender|desagenda\w*|desprograma\w*|elimina(?!d[oa])\w*|quita(?!d[oa])\w*|cancela(?!d[oa])\w*|"
        r"anula(?!d[oa])\w*|deshaz\w*|deshacer|deshago)\b",
        "borra la última visita",
    ),
    Row(
        "to show or to look for",
        rf"{_PLEASE}(?:muestra(?!s\b)\w*|mostrar\w*|ensena(?!d[oa]|mos)\w*|ensename|busca(?:me)?|buscar|encuentra\w*|"
        r"lista(?!d[oa]|s?\b(?! (?:de|mis|las|los|todo)))\w*|dime|dame|abre\w*|ver(?! a )|veo|"
        r"saca(?!d[oa]|mos|ron)\w*|exporta(?!d[oa])\w*|imprime\w*)\b",
        "muéstrame las visitas de ayer",
    ),
    Row(
        "to move an appointment",
        rf"{_PLEASE}(?:cambia (?:la|el) (?:{_APPOINTMENT_ES}|hora|fecha)|mueve (?:la|mi) {_APPOINTMENT_ES}|"
        r"retrasa (?:la|mi)|adelanta (?:la|mi)|(?:pasa|corre|mueve|cambia|atrasa|adelanta|reprograma|reagenda)(?:me)? "
        rf"(?:la|el|mi) {_APPOINTMENT_ES} (?:de|del) (?:hoy|manana|pasado|lunes|martes|miercoles|jueves|viernes)|"
        rf"(?:reprograma|reagenda)(?:me)? (?:la|el|mi) {_APPOINTMENT_ES})\b",
        "cambia la hora de la visita",
    ),
    Row("to delete, in English", rf"{_PLEASE}(?:delete|remove|cancel|undo)\b", "please delete the last one"),
    Row(
        "to show or to look for, in English",
        rf"{_PLEASE}(?:show|list|find|search|look up|give me|tell me|open|export|print|display|view)\b",
        "show me my week",
    ),
    Row(
        "to move an appointment, in English",
        rf"{_PLEASE}(?:reschedule|change the (?:time|date|meeting|visit|call)|"
        r"move (?:the|my|tomorrow 's) (?:meeting|visit|call|appointment))\b",
        "move my meeting to Monday",
    ),
)
"""Commands in words; a firm's whole name may begin as they do: "*Open Door*"."""

OF_THE_BOT = Table(
    Row("what the bot can do", rf"{CALLING_ES}(?:me )?(?:puedes|podrias|sabes)\b", "oye, sabes sumar"),
    Row(
        "to mend an entry, or to tell somebody",
        r"(?:ponle|anadele|agregale|sumale|quitale|cambiale|corrige|me falto poner|falta poner|dile|diles|preguntale|"
        r"comentale)\b",
        "ponle una hora más",
    ),
    Row(
        "work on the records, unless a stage is named",
        r"(?:reenvia|renombra|fusiona|archiva|duplica|crea|creame|anade|anademe|actualiza|modifica|rectifica|corrige|"
        r"descarga|comparte|adjunta)\b"
        r"(?!.*\b(?:etapa|fase|negociacion|propuesta|ganad[oa]|perdid[oa]|cualificacion|prospeccion)\b)",
        "renombra Vega como Vega Norte",
    ),
    Row(
        "a list of what stands at a stage, unless it is to go to another",
        rf"{CALLING_ES}(?:pasa|manda|envia|pon|saca|da|ensena|lista|muestra|prepara|haz)(?:me|nos)?\b[^,.;:]*? "
        rf"(?:(?:todas|las|mis|nuestras) )+(?:oportunidades|ventas) (?:que (?:estan|tengo|hay|siguen) )?en {_STAGE}"
        rf"(?!.* {_TO_ANOTHER_STAGE})",
        "pásame a Excel todas las oportunidades en negociación",
    ),
    Row(
        "the same in English",
        r"(?:(?:please|pls|can you|could you) )?(?:list|put|get|send|pull|give|make|print|mail|email|export)\b"
        r"[^,.;:]*? (?:(?:all|the|my|our|of) )*(?:opportunities|deals|opps) (?:(?:that|which) are )?"
        rf"(?:in|at) {_STAGE}(?!.* {_TO_ANOTHER_STAGE})",
        "list all deals in negotiation",
    ),
    Row(
        "it is to leave it",
        r"\b(?:dejalo|olvidalo|olvidadlo|da igual|no importa|no me hagas caso)(?: [.!,]| anda)*$",
        "bueno, da igual",
        anywhere=True,
    ),
    Row(
        "to show or to delete, in English",
        rf"{OPENING_EN}(?:pull up|bring up|look up|list|display|print|export|count|search|find me|get me|read me|"
        r"tell me|give me|show me|send me|remove|delete|undo|cancel|cancell?|bin|ditch|clear|wipe|rename|merge|unlog|"
        r"unbook|unschedule|forget|ignore)\b(?! (?:from|by))",
        "hey, read me the last entry",
    ),
)
"""What is asked of the bot in other ways."""

ENTRIES_ASKED_FOR = Table(
    Row(
        "an entry asked for politely",
        rf"{CALLING_ES}(?:me )?(?:puedes|podrias|puede) (?:me )?(?:poner|apuntar|anotar|agendar|meter|registrar|"
        r"recordar|programar|guardar|crear|reservar)(?:me|lo|la|nos)?\b",
        "¿puedes apuntarme una visita a Vega?",
    ),
    Row(
        "an entry in the form of a question",
        rf"{CALLING_ES}(?:me|nos) (?:apuntas|pones|agendas|anotas|recuerdas|programas|metes|reservas|apuntais|"
        r"poneis)\b",
        "¿me apuntas visita a Acme el 22?",
    ),
)
"""What is asked of the bot and is an entry."""
