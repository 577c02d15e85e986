"""Orders to the bot and to colleagues as Spanish gives them with *usted* and with *vos*, read as those with *tú*."""

_WITH_USTED = {
    "apunta": "apunte", "anota": "anote", "agenda": "agende", "registra": "registre", "programa": "programe",
    "reserva": "reserve", "recuerda": "recuerde", "acuerda": "acuerde", "avisa": "avise", "marca": "marque",
    "mueve": "mueva", "pasa": "pase", "deja": "deje", "cambia": "cambie", "sube": "suba", "baja": "baje",
    "manda": "mande", "envia": "envie", "llama": "llame", "busca": "busque", "muestra": "muestre", "borra": "borre",
    "quita": "quite", "cancela": "cancele", "anula": "anule", "elimina": "elimine", "corrige": "corrija",
    "ayuda": "ayude", "mete": "meta", "carga": "cargue", "cuadra": "cuadre",
    "avanza": "avance", "actualiza": "actualice",
}  # fmt: skip
"""Whose forms with a pronoun are told by it: "anóteme", "muévalo"; "anote" alone may be a past."""
_CLITICS = ("me", "lo", "la", "los", "las", "le", "les", "nos", "melo", "mela", "selo", "sela")
_OTHERS = {
    "ponga": "pon", "pongame": "ponme", "pongalo": "ponlo", "pongala": "ponla", "pongamelo": "ponmelo",
    "pongamela": "ponmela", "hagame": "hazme", "digame": "dime", "digale": "dile", "digales": "diles", "deme": "dame",
    "muestreme": "muestrame", "mueva": "mueve", "recordame": "recuerdame", "recordamelo": "recuerdamelo",
    "acordame": "acuerdame", "acordate": "acuerdate", "poneme": "ponme", "ponelo": "ponlo", "ponela": "ponla",
    "ponemelo": "ponmelo", "ponele": "ponle", "movelo": "muevelo", "movela": "muevela", "haceme": "hazme",
    "decime": "dime", "decile": "dile", "deciles": "diles", "mostrame": "muestrame", "contame": "cuentame",
    "veni": "ven", "cargame": "apuntame", "cargalo": "apuntalo",
    "cargueme": "apuntame", "meteme": "apuntame", "resolveme": "resuelveme",
    "vos": "tu", "tenes": "tienes", "podes": "puedes", "queres": "quieres", "venis": "vienes",
    "sos": "eres", "decis": "dices", "seguis": "sigues", "pensas": "piensas",
}  # fmt: skip


def _table() -> dict[str, str]:
    with_clitic = {
        polite + clitic: familiar + clitic for familiar, polite in _WITH_USTED.items() for clitic in _CLITICS
    }
    return {**with_clitic, **_OTHERS}


_FAMILIAR = _table()


def familiar(key: str) -> str:
    """The order with *tú* for one with *usted* or *vos*: `anótame` for `anóteme`, `recuérdame` for `recordame`."""
    return _FAMILIAR.get(key, key)
