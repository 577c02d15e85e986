"""The forms of English verbs; `they` forms are those of he and she."""

from core.understanding.verb_forms import Form

_IRREGULAR = {
    "send": ("sent", "sent"), "speak": ("spoke", "spoken"), "meet": ("met", "met"), "see": ("saw", "seen"),
    "ring": ("rang", "rung"), "go": ("went", "gone"), "get": ("got", "got"), "give": ("gave", "given"),
    "write": ("wrote", "written"), "swing": ("swung", "swung"), "catch": ("caught", "caught"),
    "take": ("took", "taken"), "bring": ("brought", "brought"), "leave": ("left", "left"), "sit": ("sat", "sat"),
    "run": ("ran", "run"), "put": ("put", "put"), "do": ("did", "done"), "have": ("had", "had"),
    "make": ("made", "made"), "tell": ("told", "told"), "pay": ("paid", "paid"), "find": ("found", "found"),
    "build": ("built", "built"), "show": ("showed", "shown"), "drive": ("drove", "driven"), "hang": ("hung", "hung"),
    "shoot": ("shot", "shot"), "come": ("came", "come"), "hold": ("held", "held"), "think": ("thought", "thought"),
    "redo": ("redid", "redone"), "rewrite": ("rewrote", "rewritten"), "resend": ("resent", "resent"),
    "eat": ("ate", "eaten"), "ride": ("rode", "ridden"), "fly": ("flew", "flown"), "buy": ("bought", "bought"),
    "sell": ("sold", "sold"), "set": ("set", "set"), "draw": ("drew", "drawn"), "teach": ("taught", "taught"),
    "quote": ("quoted", "quoted"), "spend": ("spent", "spent"), "drink": ("drank", "drunk"),
    "feed": ("fed", "fed"), "wine": ("wined", "wined"), "be": ("was", "been"),
    "stick": ("stuck", "stuck"),
}  # fmt: skip
_DOUBLING = frozenset(
    [
        "drop",
        "swap",
        "fit",
        "slot",
        "stop",
        "refit",
        "tap",
        "nab",
        "chat",
        "quit",
        "commit",
        "wrap",
        "jot",
        "slip",
        "step",
        "grab",
        "tag",
        "pop",
        "stop",
        "prep",
        "plan",
        "chat",
        "nip",
        "grab",
        "ship",
        "submit",
        "step",
        "trip",
        "pin",
        "chip",
        "demob",
        "refer",
        "travel",
        "hop",
        "slip",
        "tap",
        "bid",
        "rev",
        "dm",
    ]
)
_VOWELS = "aeiou"


def conjugated(verb: str) -> dict[str, frozenset[Form]]:
    """Every word of the verb, given by its infinitive."""
    found: dict[str, set[Form]] = {}
    past, participle = _IRREGULAR.get(verb, (_regular_past(verb),) * 2)
    rows = (
        (Form.INFINITIVE, verb),
        (Form.GERUND, _gerund(verb)),
        (Form.PAST, past),
        (Form.PARTICIPLE, participle),
        (Form.THEY_PRESENT, _third_person(verb)),
    )
    for form, word in rows:
        found.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in _DOUBLING else verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLING or verb in {"run", "get", "put", "sit", "set"} else verb) + "ing"


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
