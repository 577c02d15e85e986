"""The forms of Spanish verbs as people type them: folded, so that llamé is `llame`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the verbs of one kind, each as alternatives of a pattern."""

    infinitive: str
    past: str
    participle: str
    present: str
    future: str
    subjunctive: str
    they_did: str
    they_will: str


def forms_of(regular: str, *irregular: Forms) -> Forms:
    """The forms of the regular verbs, given by their infinitives, and of the irregular ones together."""
    every = [*(_regular(verb) for verb in regular.split()), *irregular]
    return Forms(*("|".join(getattr(forms, name) for forms in every) for name in Forms.__slots__))


def _regular(verb: str) -> Forms:
    stem, ending = verb[:-2], verb[-2:]
    vowel = ending[0]
    they = "a" if ending == "ar" else "e"
    if ending == "ar":
        past, they_did, subjunctive = ("e", "amos"), ("o", "aron"), ("e", "emos")
    else:
        past, they_did, subjunctive = ("i", "imos"), ("io", "ieron"), ("a", "amos")
    return Forms(
        infinitive=verb,
        past=_alternatives(stem, past),
        participle=stem + ("ado" if ending == "ar" else "ido"),
        present=stem + "o",
        future=f"{verb}e|{verb}emos",
        subjunctive=_alternatives(stem, subjunctive),
        they_did=_alternatives(stem, they_did),
        they_will=_alternatives(stem, (f"{vowel}ra", f"{vowel}ran", they, f"{they}n")),
    )


def _alternatives(stem: str, endings: tuple[str, ...]) -> str:
    return "|".join(_spelt(stem, ending) + ending for ending in endings)


def _spelt(stem: str, ending: str) -> str:
    """`contactar` has no change, `tocar` is `toque`, `almorzar` is `almorce`."""
    if not ending.startswith("e"):
        return stem
    for hard, soft in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(hard):
            return stem[: -len(hard)] + soft
    return stem
