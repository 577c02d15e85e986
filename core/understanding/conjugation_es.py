"""The forms of Spanish verbs as people type them: folded, so that llamé is `llame`."""

from core.understanding.verb_forms import Form

Forms = dict[str, frozenset[Form]]
"""Each word that a verb may be, with all the forms that it may be."""

_STEMS = {
    "ie": "cerrar empezar comenzar pensar recomendar atender perder calentar despertar acertar negar sentar extender "
    "confesar defender querer sentir preferir sugerir referir transferir invertir tener mantener venir convenir "
    "entender mentir convertir apretar gobernar regar tropezar atravesar divertir arrepentir detener sostener "
    "obtener requerir",
    "ue": "contar mostrar volver mover probar almorzar acordar encontrar recordar devolver resolver sonar comprobar "
    "renovar costar colgar apostar rodar soltar aprobar demostrar desenvolver dormir poder doler morir llover sonar "
    "consolar volar tronar envolver",
    "i": "pedir seguir medir servir despedir repetir conseguir perseguir elegir corregir impedir rendir decir reir "
    "sonreir",
    "ué": "jugar",
}
_CHANGES = {verb: change.replace("é", "e") for change, verbs in _STEMS.items() for verb in verbs.split()}

_ZCO = ("ecer", "ocer", "ucir")
"""`ofrezco`, `conozco`, `traduzco`."""

# Present "I", past "I", past "they (one)", past "they", future stem, participle; empty where regular.
_IRREGULAR = {
    "ir": ("voy", "fui", "fue", "fueron", "ir", "ido"),
    "hacer": ("hago", "hice", "hizo", "hicieron", "har", "hecho"),
    "ver": ("veo", "vi", "vio", "vieron", "ver", "visto"),
    "dar": ("doy", "di", "dio", "dieron", "dar", "dado"),
    "estar": ("estoy", "estuve", "estuvo", "estuvieron", "estar", "estado"),
    "tener": ("tengo", "tuve", "tuvo", "tuvieron", "tendr", "tenido"),
    "poner": ("pongo", "puse", "puso", "pusieron", "pondr", "puesto"),
    "venir": ("vengo", "vine", "vino", "vinieron", "vendr", "venido"),
    "salir": ("salgo", "sali", "salio", "salieron", "saldr", "salido"),
    "traer": ("traigo", "traje", "trajo", "trajeron", "traer", "traido"),
    "decir": ("digo", "dije", "dijo", "dijeron", "dir", "dicho"),
    "ducir": ("duzco", "duje", "dujo", "dujeron", "ducir", "ducido"),
    "escribir": ("", "", "", "", "", "escrito"),
    "abrir": ("", "", "", "", "", "abierto"),
    "cubrir": ("", "", "", "", "", "cubierto"),
    "volver": ("", "", "", "", "", "vuelto"),
    "solver": ("", "", "", "", "", "suelto"),
    "romper": ("", "", "", "", "", "roto"),
    "caer": ("caigo", "", "cayo", "cayeron", "", "caido"),
    "leer": ("", "", "leyo", "leyeron", "", "leido"),
    "oir": ("oigo", "", "oyo", "oyeron", "", "oido"),
    "saber": ("se", "supe", "supo", "supieron", "sabr", "sabido"),
    "querer": ("", "quise", "quiso", "quisieron", "querr", "querido"),
    "poder": ("", "pude", "pudo", "pudieron", "podr", "podido"),
}
_NOUNS = frozenset(
    [
        "llamada",
        "llamadas",
        "comida",
        "comidas",
        "pedido",
        "pedidos",
        "propuesta",
        "propuestas",
        "vista",
        "vistas",
        "salida",
        "salidas",
        "entrada",
        "entradas",
        "ida",
        "idas",
        "recogida",
        "recogidas",
        "medida",
        "medidas",
        "puesta",
        "puestas",
        "cita",
        "citas",
    ]
)
"""Participles that are nouns before all."""
_WE_PAST = {"fui": "fuimos", "vi": "vimos", "di": "dimos", "sali": "salimos"}


def conjugated(verb: str) -> Forms:
    """Every word of the verb, given by its infinitive (folded, without `se`)."""
    found: dict[str, set[Form]] = {}

    def add(form: Form, *words: str) -> None:
        for word in words:
            if word:
                found.setdefault(word, set()).add(form)

    stem, ending = verb[:-2], verb[-2:]
    prefix, irregular = _irregular(verb)
    present, past, one_past, they_past, future, participle = (f"{prefix}{part}" if part else "" for part in irregular)
    changed = _changed(stem, _CHANGES.get(verb, ""))
    is_ar, vowel = ending == "ar", ending[0]
    add(Form.INFINITIVE, verb)
    weak = _weak(verb, stem)
    add(Form.GERUND, (stem + "ando") if is_ar else _gerund(weak))
    said = _genders(participle or stem + ("ado" if is_ar else "ido"))
    add(Form.PARTICIPLE, *(word for word in said if word not in _NOUNS))
    if is_ar and not participle:
        add(Form.PARTICIPLE, stem + "ao")
    first = present or _zco(verb, stem) or _spelt_o(changed, verb) + "o"
    add(Form.PRESENT, first, stem + ("amos" if is_ar else "imos" if ending == "ir" else "emos"))
    if verb == "ir":
        add(Form.PRESENT, "vamos")
        add(Form.THEY_PRESENT, "va", "van")
        add(Form.SUBJUNCTIVE, "vaya", "vayamos")
    else:
        e = "a" if is_ar else "e"
        add(Form.THEY_PRESENT, changed + e, changed + e + "n")
        add(Form.SUBJUNCTIVE, *_subjunctive(first, changed, stem, is_ar=is_ar))
    if past:
        we = _WE_PAST.get(past.removeprefix(prefix), past.removeprefix(prefix)[:-1] + "imos")
        add(Form.PAST, past, prefix + we)
    else:
        add(Form.PAST, _spelt(stem, "e") if is_ar else stem + "i", stem + ("amos" if is_ar else "imos"))
    add(Form.THEY_PAST, one_past or (stem + "o" if is_ar else weak + "io"))
    add(Form.THEY_PAST, they_past or (stem + "aron" if is_ar else weak + "ieron"))
    asked = (they_past or (stem + "aron" if is_ar else weak + "ieron")).removesuffix("ron")
    add(Form.WISHED, asked + "ra", asked + "ramos", asked + "se", asked + "semos")
    ahead = future or verb
    add(Form.FUTURE, ahead + "e", ahead + "emos")
    add(Form.THEY_FUTURE, ahead + "a", ahead + "an")
    imperfect = "iba" if verb == "ir" else stem + ("aba" if is_ar else "ia")
    add(Form.IMPERFECT, imperfect, imperfect[:-1] + "amos")
    add(Form.CONDITIONAL, ahead + "ia", ahead + "iamos")
    assert vowel in "aei"  # noqa: S101 - the tables hold infinitives
    return {word: frozenset(forms) for word, forms in found.items()}


def _irregular(verb: str) -> tuple[str, tuple[str, ...]]:
    """The longest irregular verb that this one is made of (`proponer`), and what comes before it."""
    for base in sorted(_IRREGULAR, key=len, reverse=True):
        is_compound = len(base) > 3 and base not in {"estar", "salir"} and verb.endswith(base)  # noqa: PLR2004
        if verb == base or is_compound:
            return verb[: -len(base)], _IRREGULAR[base]
    return "", ("",) * 6


def _changed(stem: str, change: str) -> str:
    """The stem where the stress falls on it: cierr-, vuelv-, pid-."""
    if not change:
        return stem
    vowel = "u" if change == "ue" and "o" not in stem else {"ie": "e", "ue": "o", "i": "e"}[change]  # jugar, else
    place = stem.rfind(vowel)
    return stem if place < 0 else stem[:place] + change + stem[place + 1 :]


def _weak(verb: str, stem: str) -> str:
    """The stem of `pidió`, `sintieron`, `durmiendo`."""
    change = _CHANGES.get(verb, "")
    if not verb.endswith("ir") or not change:
        return stem
    vowel, other = ("o", "u") if change == "ue" else ("e", "i")
    place = stem.rfind(vowel)
    return stem if place < 0 else stem[:place] + other + stem[place + 1 :]


def _gerund(stem: str) -> str:
    return stem + ("yendo" if not stem or stem[-1] in "aeo" or stem.endswith("du") else "iendo")


def _genders(participle: str) -> tuple[str, ...]:
    return participle, participle[:-1] + "a", participle + "s", participle[:-1] + "as"


def _zco(verb: str, stem: str) -> str:
    return stem[:-1] + "zco" if verb.endswith(_ZCO) and verb not in {"hacer"} else ""


def _spelt_o(stem: str, verb: str) -> str:
    """`recojo`, `sigo`, `venzo`."""
    if verb.endswith(("ger", "gir")):
        return stem[:-1] + "j"
    return stem[:-1] if verb.endswith("guir") else stem


def _subjunctive(first: str, changed: str, stem: str, *, is_ar: bool) -> tuple[str, ...]:
    if is_ar:
        return tuple(_spelt(part, "e") + end for part, end in ((changed, ""), (changed, "n"), (stem, "mos")))
    own = first[:-1] if first.endswith("o") else stem
    return own + "a", own + "an", own + "amos"


def _spelt(stem: str, ending: str) -> str:
    """`contactar` has no change, `tocar` is `toque`, `almorzar` is `almorce`."""
    for hard, soft in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(hard):
            return stem[: -len(hard)] + soft + ending
    return stem + ending
