"""What is left for the note: the person's own words for everything that no field holds."""

from core.understanding.clause_deeds import Deed
from core.understanding.clauses import Clause
from core.understanding.dates import is_over
from core.understanding.deed_times import zone_end
from core.understanding.deeds import Deeds
from core.understanding.entry_words import KIND_WORDS, OPENERS
from core.understanding.heads import SIGNS
from core.understanding.kinds import Kind, Role
from core.understanding.lexicon import GLUE, PUNCTUATION
from core.understanding.new_names import introduction_before
from core.understanding.note_noise import noise
from core.understanding.others import is_small_talk
from core.understanding.reading import Reading
from core.understanding.text import Span, indexes, word_set
from core.understanding.whom import Who

_FILLERS = word_set(
    """
    oye mira hola buenas bueno pues che lamentablemente desgraciadamente afortunadamente unfortunately sadly
    well so hey hi hiya fyi kindly
    note update recordatorio nota apunta anota xfa porfa please pls btw reminder tarea todo recuerda oiga fwd
    apuntame anotame quedo entrante entra buenos dias tardes noches morning afternoon duration duracion ahorita
    """
)
_TRIMMED_LEFT = _FILLERS - word_set("dias tardes noches morning afternoon") | word_set(
    """
    's y e and que , ; : . - – — ! ? ( ) para to luego then pero but so despues also tambien & * •
    """
)
_TRIMMED_RIGHT = word_set(
    """
    y e and , ; : . - – — ! ? ( ) a de del al en el la los las un una con at to by for on with the para por que of from
    & porque because due @ d dna lic ing dr dra sr sra
    """
)
_OF_MOVES = word_set(
    """
    oportunidad oportunidades venta operacion opp deal opportunity order business one account cuenta stage etapa
    fase porque because due debido motivo razon reason since project proyecto contract contrato proposal
    propuesta oferta quote
    pedido compra sale till until hasta plan tender concurso offer
    """
)
_SMALL = (
    GLUE
    | _FILLERS
    | word_set(
        "vat plus ex net inc me nos i we they it is was ha ha han hoy today again hay tengo quedamos him her them us "
        "there then ill im 'm 'll 've 's hq all both mainly mostly only done"
    )
)


def write_note(reading: Reading, deeds: Deeds, who: Who, dropped: list[Span]) -> str:
    """The clauses that say more than the fields, without the words of the deed, `dropped` spans left out."""
    gone = {index for span in dropped for index in range(*span)}
    gone |= noise(reading)
    if who.new_account:
        gone |= introduction_before(who.new_account, reading)
    if deeds.main is None and not reading.moves:
        gone |= _heading(reading, who)
    pieces = [piece for clause in deeds.clauses for piece in _kept(clause, reading, deeds, who, gone)]
    return _joined(pieces, reading)


def _heading(reading: Reading, who: Who) -> set[int]:
    """The names, kinds and times that a verbless entry begins with: the fields hold them."""
    names = _named(who, reading)
    said = names | indexes(reading.times, reading.durations, reading.channels)
    end, last = 0, len(reading.sentence.tokens)
    while end < last and (end in said or reading.sentence.key(end) in GLUE or _opens(end, names, reading)):
        end += 1
    while (
        end > 0 and not (names | said).intersection(range(end - 1, end)) and reading.sentence.key(end - 1) not in SIGNS
    ):
        end -= 1
    return set(range(end)) if names.intersection(range(end)) else set()


def _opens(index: int, names: set[int], reading: Reading) -> bool:
    """Whether the word only leads to the name: "quick call with", "hi, this is for"."""
    key = reading.sentence.key(index)
    return (key in KIND_WORDS or key in OPENERS) and index < max(names, default=0)


def words_at(places: list[int], reading: Reading) -> str:
    """The person's words at these tokens, without small words at the edges of what hangs together."""
    return _joined(_runs(places, reading), reading)


def subject_of(deed: Deed, reading: Reading, who: Who) -> str:
    """The words for a deed to come: empty where its kind and time say all."""
    return " ".join(reading.sentence.words(span) for span in _of_deed(deed, reading, who, set()))


def _kept(clause: Clause, reading: Reading, deeds: Deeds, who: Who, gone: set[int]) -> list[Span]:
    if deeds.main and clause is deeds.main.clause:
        return _of_deed(deeds.main, reading, who, gone)
    if deeds.follow_up and clause is deeds.follow_up.clause:
        return _of_deed(deeds.follow_up, reading, who, gone)
    moves = [span for span in (reading.stage.also if reading.stage else ()) if clause.holds(span[0])]
    if moves and (clause.trigger is None or clause.trigger.role in {Role.NOT_OURS, Role.NOT_DONE}):
        told = _content(range(clause.span[0], moves[0][0]), reading, gone, who) if deeds.main else []
        return [*told, *_beside_move(range(moves[-1][1], clause.span[1]), reading, gone, who)]
    return _content(range(*clause.span), reading, gone | _whom_one_saw(clause, reading, who), who)


def _whom_one_saw(clause: Clause, reading: Reading, who: Who) -> set[int]:
    """The words of a piece that tell whom one met there: "been in Acme, *saw Nigel*, they want …"."""
    trigger = clause.trigger
    if trigger is None or trigger.keeps_verb or trigger.role is not Role.DONE or trigger.kind not in _TALKS:
        return set()
    names = _named(who, reading)
    end = zone_end(trigger, clause, reading)
    said = range(trigger.span[1], end)
    others = [one for one in reading.mentions if one.span[0] in said and one.span[0] not in names]
    is_of_them = bool(names.intersection(said)) or reading.sentence.key(trigger.span[1]) in _THEM
    return set(range(trigger.span[0], end)) if is_of_them and not others else set()


_TALKS = {Kind.CALL, Kind.VISIT, Kind.MEETING}
_THEM = word_set("him her them")


def _beside_move(places: range, reading: Reading, gone: set[int], who: Who) -> list[Span]:
    """What follows a move in its clause: "until after the summer", but not "the opportunity of" and the names."""
    known = _named(who, reading)
    known |= gone | indexes(reading.durations, reading.amounts, reading.titles)
    rest = [index for index in places if index not in known]
    past = indexes(one for one in reading.times if is_over(one, reading.now))
    if not any(
        _says(index, reading) and index not in past and reading.sentence.key(index) not in _OF_MOVES for index in rest
    ):
        return []
    return _runs(rest, reading)


def _of_deed(deed: Deed, reading: Reading, who: Who, gone: set[int]) -> list[Span]:
    """What a deed's clause says besides kind, names, time and duration, with its verb where the note needs it."""
    trigger, clause = deed.trigger, deed.clause
    end = zone_end(trigger, clause, reading)
    names = _named(who, reading)
    slots = indexes(deed.times, reading.durations, reading.amounts, reading.channels) | names
    if trigger.tail:
        slots |= set(range(*trigger.tail))
    after = trigger.span[1] if not deed.is_done or trigger.keeps_verb else end
    rest = [index for index in range(after, clause.span[1]) if index not in slots and index not in gone]
    rest = sorted({*rest, *(_others_named(range(trigger.span[1], after), names, reading) - gone)})
    if not any(_says(index, reading) for index in rest):
        verb = trigger.verb or trigger.span
        tells = (
            (trigger.kind is Kind.TASK or (trigger.kind in {Kind.CALL, Kind.VISIT} and deed.is_done))
            and trigger.keeps_verb
            and not _VAGUE.intersection(reading.sentence.keys[slice(*verb)])
        )
        return [verb] if tells else []
    kept = set(rest)
    if trigger.keeps_verb:
        kept |= set(range(*(trigger.verb or trigger.span)))
    return _runs(sorted(kept), reading)


_VAGUE = word_set(
    "follow followup up retomar insistir seguimiento chase hacer dar pasar check ver do mirar tomar get poner take "
    "back hice di"
)
"""Verbs that say nothing by themselves."""


def _others_named(places: range, names: set[int], reading: Reading) -> set[int]:
    """Names beside those that the fields hold, with their preposition: "llamé a Acme y a Núñez"."""
    others = [one for one in reading.mentions if one.span[0] in places and not names.intersection(range(*one.span))]
    return {index for one in others for index in range(max(one.span[0] - 1, places.start), one.span[1])}


def _named(who: Who, reading: Reading) -> set[int]:
    """The tokens of the names that became account and contact, of those who were with them, and of the one to "
    "create."""
    named = set(range(*who.new_account)) if who.new_account else set()
    colleagues = {one.id for one in reading.world.contacts_at(who.account.id)} if who.account else set()
    for mention in reading.mentions:
        accounts = {who.account.id} if who.account else {one.id for one in who.accounts}
        contacts = {who.contact.id} if who.contact else {one.id for one in who.contacts}
        if accounts.intersection(mention.accounts) or contacts.intersection(mention.contacts):
            named.update(range(*mention.span))
        elif colleagues.intersection(mention.contacts) and (joint := _joint(mention.span[0], named, reading)):
            named.update(range(mention.span[0] - joint, mention.span[1]))
    return named


def _joint(start: int, named: set[int], reading: Reading) -> int:
    """How many small words join the name at `start` to one before it: "con Pepe *y con* Bea", "Nati *+* Jorge"."""
    for count in (1, 2):
        before = reading.sentence.keys[max(0, start - count) : start]
        if start - count - 1 in named and all(key in _JOINTS for key in before) and before[0] != "con":
            return count
    return 0


_JOINTS = word_set("y e and & + / con with")


def _content(places: range, reading: Reading, gone: set[int], who: Who) -> list[Span]:
    """A clause of talk stays whole, names, dates and amounts included, unless it is made of nothing else."""
    new = set(range(*who.new_account)) if who.new_account else set()
    rest = [index for index in places if index not in gone | new]
    known = _named(who, reading) | indexes(reading.durations, reading.amounts, reading.times)
    if who.opportunity:
        known |= indexes(title for title in reading.titles if who.opportunity.id in title.opportunities)
    if not any(_says(index, reading) and index not in known for index in rest):
        return []
    said = " ".join(key for key in reading.sentence.keys[places.start : places.stop] if key not in PUNCTUATION)
    if is_small_talk(said) and said not in {"no", "nope", "yes", "yep", "si"}:
        return []
    return _runs([index for index in rest if index not in indexes(reading.durations)], reading)


def _says(index: int, reading: Reading) -> bool:
    key = reading.sentence.key(index)
    return key not in _SMALL and any(letter.isalnum() or letter in "%€$£" for letter in key)


def _runs(places: list[int], reading: Reading) -> list[Span]:
    """The places as runs, each without small words at its edges; runs of small words alone are dropped."""
    runs: list[list[int]] = []
    for index in places:
        if runs and runs[-1][1] == index:
            runs[-1][1] = index + 1
        else:
            runs.append([index, index + 1])
    trimmed = (_trimmed((first, end), reading) for first, end in runs)
    return [(first, end) for first, end in trimmed if any(_says(index, reading) for index in range(first, end))]


def _trimmed(span: Span, reading: Reading) -> Span:
    first, end = span
    while first < end and reading.sentence.key(first) in _TRIMMED_LEFT:
        first += 1
    while end > first and reading.sentence.key(end - 1) in _TRIMMED_RIGHT:
        end -= 1
    return first, end


def _joined(pieces: list[Span], reading: Reading) -> str:
    """The pieces in order; small words and signs alone between two of them stay, else a sign that stood there."""
    sentence = reading.sentence
    spans: list[Span] = []
    for first, end in pieces:
        if spans and spans[-1][1] <= first and _is_small(spans[-1][1], first, reading):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((first, end))
    text, last = "", None
    for first, end in spans:
        if last is not None:
            between = [key for key in sentence.keys[last:first] if key in PUNCTUATION]
            text += (between[-1] if between and between[-1] in ",;:.!?" else "," if between else "") + " "
        text += sentence.words((first, end))
        last = end
    return text.strip()


def _is_small(first: int, end: int, reading: Reading) -> bool:
    return all(reading.sentence.key(index) in _TRIMMED_LEFT | _TRIMMED_RIGHT | _CLITICS for index in range(first, end))


_CLITICS = word_set("le les lo la los las se me nos i we i'll")
