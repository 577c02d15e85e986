"""Tax and register numbers: kept apart, because they look like phones."""

import re

from core.customers.cards.emails import Found
from core.customers.cards.folding import fold

_NUMBER = (
    r"(?P<number>[a-zñ&]{3,4}[\s\-]?\d{6}[\s\-]?[a-z0-9]{3}"
    r"|[a-z]{0,3}[\s\-.]?\d[\d.\-/\s]{4,17}[\da-z](?:-?[a-z0-9])?)"
)
_LABELLED = re.compile(
    r"\b(?:n\.?i\.?f|c\.?i\.?f|d\.?n\.?i|n\.?i\.?e|r\.?f\.?c|n\.?i\.?t|c\.?u\.?i\.?[tl]|r\.?u\.?c|r\.?u\.?t|cnpj|cpf|"
    r"vat(?:\s*(?:no|reg|number|id))*|ust\.?\s*-?\s*id(?:\.?\s*-?\s*nr)?|steuer(?:nummer|-?nr)|tva|siret|siren|"
    r"p\.?\s?iva|partita iva|nipc|ein|tin|uid)\b[\s.:#º°-]*(?:no\.?|nr\.?|n[ºo°]\.?)?[\s.:#]*" + _NUMBER
)
_REGISTER = re.compile(
    r"\b(?:hr\s?[ab]|rcs|reg(?:istered|istration)?\.?\s*(?:no|number)|"
    r"company\s*(?:no|number|reg\w*)|"
    r"colegiad[oa]|n[ºo°]\.?\s*col\w*|col(?=\.\s*(?:n[ºo°]?\.?\s*)?[a-z]{0,3}\d{3})|"
    r"cedula(?: prof\w*)?|c\.?\s?p\.?\s?no|iban|bic|swift)\b"
    r"[\s.:#º°-]*(?:n[ºo°r]\.?)?[\s.:]*(?:[a-z]{1,12}\s)?[a-z]{0,3}\d[\w\s.\-]{3,30}"
    # Whose register it is, and then the number: "Reg. CAL N° 45678", "Lic. #355568", "Mat. CPCECABA T° 312 F° 45".
    r"|\b(?:reg|mat|matr|matricula|lic|licencia|licen[cs]e|colegiatura|cmp|cop|cip|cal)\b\.?\s*(?:[a-z.]{2,10}\s+)?"
    r"(?:n[ºo°]\.?|no\.?|nro\.?|num\.?|#|t[ºo°])\s*\d[\d.\-]*(?:\s*f[ºo°]\s*\d+)?"
)
_MERCANTILE = re.compile(r"\breg(?:istro|\.)?\s*merc(?:antil|\.)?\b.*$")
# A professional's number in a register: "C.A.L. 64742", "M.N. 89030"; C.P. is a postcode's or an accountant's.
_MEMBER = re.compile(r"^\s*(?!c\.\s?p\.)(?:[a-z]\.\s?){2,5}(?:n[ºo°]?\.?\s?)?\d{3,7}\s*$")
# A Spanish company's number needs no label: a letter, seven digits, a check letter or digit.
_BARE = re.compile(r"(?<![a-z0-9])(?:es)?[abcdefghjnpqrsuvw][\s\-.]?\d{2}\.?\d{3}\.?\d{2}[0-9a-j](?![a-z0-9])")


def find_tax_ids(text: str) -> list[Found]:
    """Tax numbers (their value as printed) and register numbers (value empty) in `text`."""
    flat = "".join(f if len(f := fold(c)) == 1 else c.lower()[:1] for c in text)
    found = []
    for match in _LABELLED.finditer(flat):
        start, end = match.span("number")
        found.append(Found(text[start:end].strip(" .-"), match.start(), end))
    taken = [(one.start, one.end) for one in found]
    for pattern, has_value in ((_BARE, True), (_REGISTER, False), (_MEMBER, False), (_MERCANTILE, False)):
        for match in pattern.finditer(flat):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                value = text[match.start() : match.end()].strip() if has_value else ""
                found.append(Found(value, match.start(), match.end()))
                taken.append(match.span())
    return found
