"""What a card tells everybody: when it is open, that it comes at night, by appointment only. Nobody is called so."""

import re

from core.customers.cards.folding import fold

_HOURS = re.compile(
    r"\b(?:24\s?h(?:oras|ours|eures|rs?|s)?|24\s?/\s?7|24\s?stunden)\b"
    r"|\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|h|uhr)\b"
    r"|^(?:urgencias|urgences|emergenc(?:y|ies|ias)|notdienst|notfall|emergenze|pronto intervento|guardia)\b"
    r"|^(?:horario|abierto|abertos?|open|opening|cerrado|offnungszeiten|sprechzeiten|orari[oa]?|horaires?)\b"
    r"|\b(?:cita previa|con cita|by appointment|sur rendez-?vous|nach vereinbarung|su appuntamento|com marcacao)\b"
    r"|^(?:lunes|martes|mon|monday|lundi|montag|segunda|lunedi|l|lun)\.?\s?(?:a|al|to|au|bis|-|–|y)\s"
)


def is_notice(text: str) -> bool:
    """Whether the line says when and for whom the firm is there."""
    return bool(_HOURS.search(fold(text).strip()))
