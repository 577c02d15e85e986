"""Which account, contact and opportunity a sentence speaks of; two that fit are asked for, none is guessed."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from core.understanding.deed_times import zone_end
from core.understanding.deeds import Deeds
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.heads import unknown_run
from core.understanding.kinds import Kind
from core.understanding.languages import is_english
from core.understanding.lexicon import COMMON, GLUE, NO_SLIPS
from core.understanding.meaning import Ask
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.names import CONNECTORS, TRADE_WORDS
from core.understanding.new_names import firm_of_a_namesake, introduced_name, is_whole, overlap, unknown_name
from core.understanding.numbers import DIGITS, digits_value
from core.understanding.reading import Reading
from core.understanding.stages import asks_for_a_move
from core.understanding.text import Span, indexes, keys_of, word_set
from core.understanding.titles import LEAST, TitleWords, opportunities_named
from core.understanding.world import Account, Contact, Opportunity


@dataclass(frozen=True, slots=True)
class Who:
    """What was found, what must be asked, the candidates for buttons, and the tokens that named them."""

    account: Account | None = None
    new_account: Span | None = None
    contact: Contact | None = None
    opportunity: Opportunity | None = None
    asks: tuple[Ask, ...] = ()
    accounts: tuple[Account, ...] = ()
    contacts: tuple[Contact, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()


def find_who(reading: Reading, deeds: Deeds) -> Who:
    """Accounts first, then whom at them; a contact or a title decides between accounts that share a name."""
    introduced = introduced_name(reading)
    if introduced and reading.strangers:
        introduced = reading.strangers[0]  # "contacto nuevo: Iván Ruz, *Talleres Ruz*"
    is_known = any(one.is_whole_account or (one.accounts and not one.is_weak) for one in reading.mentions)
    if introduced and (deeds.main or deeds.is_told) and not is_known:
        return Who(new_account=introduced, asks=(Ask.ACCOUNT,))
    unknown = _firm_of(_if_a_name(unknown_name(reading, deeds), reading), reading) or _stranger(reading)
    unknown = unknown or firm_of_a_namesake(reading)
    if deeds.main is None and unknown and (firm := _stranger(reading)):
        unknown = firm
    mentions = [
        one
        for one in reading.mentions
        if not (unknown and (overlap(one.span, unknown) or _is_a_namesake(one, unknown)))
        and not _is_part_of_a_title(one, reading)
    ]
    inside = _told_first([one for one in mentions if _is_in_zone(one.span, reading, deeds)], reading, deeds)
    if deeds.is_told and unknown is None and not any(not one.is_weak for one in inside):
        inside = [one for one in mentions if not deeds.follow_up or one.span[0] < deeds.follow_up.clause.span[0]]
    is_move = deeds.main is None and bool(reading.moves)
    is_plan = deeds.main is not None and not deeds.main.is_done
    titled = [
        one
        for one in reading.titles
        if is_move
        or (
            not one.is_part and _is_in_zone(one.span, reading, deeds) and (is_plan or not _is_talk(one, reading, deeds))
        )
    ]
    if has_two_moves(reading):
        return _two_moves(reading)
    who = _account(inside, mentions, titled, reading, deeds) if inside or not unknown else Who()
    if who.account is None and not who.asks:
        who = replace(who, new_account=unknown, asks=(Ask.ACCOUNT,))
    who = _contact(who, inside, mentions, reading)
    return _opportunity(who, reading, is_move=bool(reading.moves) or asks_for_a_move(reading.sentence))


def _if_a_name(unknown: Span | None, reading: Reading) -> Span | None:
    """The words unless they are everyday ones without a capital: "vacaciones del 1", "mi mujer", "un tal"."""
    if unknown is None or reading.sentence.is_capitalised(unknown[0]):
        return unknown
    first = reading.sentence.key(unknown[0])
    is_name = first not in NO_SLIPS or first in TRADE_WORDS | FIRST_NAMES
    return unknown if is_name else None


def _firm_of(unknown: Span | None, reading: Reading) -> Span | None:
    """The firm where an unknown person was said to be: "Bruno Paredes, de *Envases Norte*"."""
    inside = next((one for one in reading.strangers if unknown and overlap(unknown, one)), None)
    if unknown is None or inside:
        return inside if inside and reading.sentence.key((unknown or inside)[0]) in FIRST_NAMES else unknown
    sentence = reading.sentence
    is_person = any(key in FIRST_NAMES for key in sentence.keys[slice(*unknown)][:2])
    after = unknown[1] + 1 if sentence.key(unknown[1]) == "," else unknown[1]
    if not is_person or sentence.key(after) not in {"de", "del"}:
        return unknown
    stranger = next((one for one in reading.strangers if one[0] == after + 1), None)
    return stranger or unknown_run(after + 1, len(sentence.tokens), indexes(reading.times), reading) or unknown


def _stranger(reading: Reading) -> Span | None:
    """The unknown firm that is named, where nobody known is."""
    is_alone = all(one.is_weak for one in reading.mentions)
    return reading.strangers[0] if reading.strangers and is_alone else None


def _is_a_namesake(mention: Mention, firm: Span) -> bool:
    """Whether a first name stands right before the unknown firm that it is of: nobody whom we know."""
    return not is_whole(mention) and mention.span[1] == firm[0] - 1


def _is_part_of_a_title(mention: Mention, reading: Reading) -> bool:
    """Whether the word belongs to a longer title: the equipment of `street cleaning equipment`."""
    return not is_whole(mention) and any(
        title.span[0] <= mention.span[0] and mention.span[1] <= title.span[1] and title.span != mention.span
        for title in reading.titles
    )


def _told_first(mentions: list[Mention], reading: Reading, deeds: Deeds) -> list[Mention]:
    """The names that stand with the deed's own words before those that stand anywhere else in its clause."""
    if deeds.main is None:
        return mentions
    first, end = deeds.main.trigger.span[1], zone_end(deeds.main.trigger, deeds.main.clause, reading)
    return sorted(mentions, key=lambda one: not first <= one.span[0] < max(end, first + 1))


def has_two_moves(reading: Reading) -> bool:
    """Whether the sentence tells moves to different stages."""
    return len({move.key for move in reading.moves}) > 1


def _two_moves(reading: Reading) -> Who:
    """Nobody is chosen where two moves were told: what was named is offered."""
    ids = {one for title in reading.titles for one in title.opportunities}
    named = {one for mention in reading.mentions for one in mention.accounts}
    open_ones = [one for account in named for one in reading.world.open_opportunities_of(account)]
    offered = {one.id: one for one in (*reading.world.opportunities(ids), *open_ones)}
    return Who(asks=(Ask.OPPORTUNITY,), opportunities=tuple(offered.values()))


def _account(
    inside: list[Mention], everywhere: list[Mention], titled: list[TitleWords], reading: Reading, deeds: Deeds
) -> Who:
    world, kind, is_told = reading.world, deeds.main.kind if deeds.main else None, deeds.is_told
    may_be_meant = is_told or (deeds.main is not None and not deeds.main.is_done)
    weak = [one for one in inside if one.is_weak and one.accounts]
    inside, everywhere = ([one for one in some if not one.is_weak] for some in (inside, everywhere))
    named = _named_account(inside)
    people = [one for one in inside if one.is_whole_contact and one is not named and one.span[1] - one.span[0] > 1]
    if named and people and not named.is_whole_account and not named.accounts & world.homes(people[0].contacts):
        named, inside = (
            None,
            people,
        )  # "Chloe Barnes … Costa": a whole name of a person says more than a word of a firm's
    contacts = [one for one in inside if one.contacts and one is not named]
    if named is None and not contacts:
        named = _named_account([one for one in everywhere if one.is_whole_account or one.is_capitalised])
        contacts = (
            []
            if named
            else [
                one
                for one in everywhere
                if one.contacts and (one.is_whole_contact or (may_be_meant and one.is_capitalised))
            ]
        )
    if named is None:
        who = _account_of(contacts, titled, weak, reading)
        if who.account is None and weak and (one := _home_of_somebody(weak[0], everywhere, reading)):
            return Who(account=one)
        if who.account is None and not who.asks and weak:
            if one := _the_only_one(weak[0], reading, Kind.CALL if is_told else kind):
                return Who(account=one)
            return Who(asks=(Ask.ACCOUNT,), accounts=tuple(world.accounts(weak[0].accounts)))
        return who
    ids = set(named.similar_accounts if _goes_on(named, reading) else named.accounts)
    if named.contacts and not named.is_whole_account:
        ids |= world.homes(named.contacts)
    candidates = world.accounts(ids)
    if len(candidates) > 1:
        candidates = _told_apart(candidates, [one for one in everywhere if one is not named], reading)
    if len(candidates) == 1:
        return Who(account=candidates[0])
    return Who(asks=(Ask.ACCOUNT,), accounts=tuple(candidates))


def _the_only_one(trade: Mention, reading: Reading, kind: Kind | None) -> Account | None:
    """The one firm of a trade that there is, called by it: "llamar a *la residencia*"; not where one goes oneself."""
    accounts = reading.world.accounts(trade.accounts)
    said = {reading.sentence.key(index) for index in range(*trade.span)}
    is_private = kind not in {Kind.CALL, Kind.EMAIL} and bool(said & _PRIVATE)
    is_the_one = reading.sentence.key(trade.span[0] - 1) in _THE and kind is not Kind.TASK and not is_private
    return accounts[0] if len(accounts) == 1 and is_the_one else None


_THE = word_set("la el al del the las los")
_PRIVATE = word_set(
    "gimnasio gym banco bank taller garage farmacia pharmacy hospital clinica clinic notaria gestoria asesoria colegio "
    "school medico dentista peluqueria veterinario veterinaria bar restaurante supermercado autoescuela hotel"
)
"""Where one goes for oneself too."""


def _home_of_somebody(weak: Mention, everywhere: list[Mention], reading: Reading) -> Account | None:
    """The one firm of a trade that was said where somebody who is named works: "the hospital … Pilar says"."""
    people = {person for one in everywhere for person in one.contacts}
    homes = reading.world.homes(people) & weak.accounts
    found = reading.world.accounts(homes)
    return found[0] if len(found) == 1 else None


def _named_account(mentions: list[Mention]) -> Mention | None:
    """The surest mention of an account: one that is nobody's name first, then one that may be a person's too."""
    named = [one for one in mentions if one.accounts]
    return next((one for one in named if not one.contacts or one.is_whole_account), named[0] if named else None)


def _told_apart(candidates: list[Account], others: list[Mention], reading: Reading) -> list[Account]:
    """Those of the candidates where a named contact is, or whose opportunity's title was said; all if nothing tells."""
    world = reading.world
    ids = {one.id for one in candidates}
    homes = [world.homes(one.contacts) for one in others]
    titles = [title for title in reading.titles if reading.moves or not title.is_part]
    homes += [{one.account_id for one in world.opportunities(title.opportunities)} for title in titles]
    for home in homes:
        ids = ids & home or ids
    return [one for one in candidates if one.id in ids]


def _goes_on(named: Mention, reading: Reading) -> bool:
    """Whether a whole name is followed by a word that may belong to a longer one: `Ferretería Golica Vme`."""
    index, sentence = named.span[1], reading.sentence
    key = sentence.key(index)
    if not named.is_whole_account or not key.isalpha() or key in COMMON or key in CONNECTORS:
        return False
    if named.is_capitalised and not sentence.is_capitalised(index):
        return False
    return index not in indexes(reading.mentions, reading.triggers, reading.times)


def _account_of(contacts: list[Mention], titled: list[TitleWords], weak: list[Mention], reading: Reading) -> Who:
    """The account of a contact or of an opportunity that was named without it."""
    world = reading.world
    homes = _homes_of(titled, reading)
    if not contacts:
        accounts = world.accounts(homes)
        return Who(account=accounts[0]) if len(accounts) == 1 else Who()
    people = world.contacts(contacts[0].contacts)
    is_told_whole = len(homes) == 1 and not all(title.is_part for title in titled)
    if is_told_whole and not any(homes.intersection(one.account_ids) for one in people):
        return Who(account=world.accounts(homes)[0])  # the title that was said is another firm's
    homes |= {home for one in contacts[1:] for home in world.homes(one.contacts)}
    homes |= _homes_of(reading.titles, reading)
    homes |= {account for one in weak for account in one.accounts}
    if len(people) > 1:
        people = [one for one in people if homes.intersection(one.account_ids)] or people
    if len(people) > 1:
        return Who(asks=(Ask.CONTACT,), contacts=tuple(people))
    accounts = world.accounts(people[0].account_ids)
    if len(accounts) > 1:
        homes |= _homes_of(reading.titles, reading)
        accounts = [one for one in accounts if one.id in homes] or accounts
    if len(accounts) > 1:
        return Who(contact=people[0], asks=(Ask.ACCOUNT,), accounts=tuple(accounts))
    return Who(contact=people[0], account=accounts[0] if accounts else None, asks=() if accounts else (Ask.ACCOUNT,))


def _homes_of(titled: list[TitleWords], reading: Reading) -> set[str]:
    """The accounts of the opportunities that were named: the whole titles tell where parts of others are said too."""
    whole = [title for title in titled if not title.is_part]
    named = whole or titled
    homes = [{one.account_id for one in reading.world.opportunities(title.opportunities)} for title in named]
    common = set.intersection(*homes) if homes else set()
    return common or set().union(*homes)


def _contact(who: Who, inside: list[Mention], everywhere: list[Mention], reading: Reading) -> Who:
    """The person at the account whom the sentence names; one who is named where the deed is told is asked for."""
    if who.account is None or who.contact:
        return who
    here = {one.id: one for one in reading.world.contacts_at(who.account.id)}
    every = [*inside, *(one for one in everywhere if one not in inside)]
    for mention in sorted(every, key=lambda one: (_is_absent(one, reading), not _attended(one, reading))):
        people = [person for key, person in here.items() if key in mention.contacts]
        is_person = len(people) == 1 and (
            reading.sentence.key(mention.span[0] - 1) in _BEFORE_A_PERSON or _is_first_name(mention, people[0], reading)
        )
        if mention.accounts and not mention.is_whole_contact and who.account.id in mention.accounts and not is_person:
            continue  # the firm's own name, which is its owner's surname
        if len(people) == 1:
            return replace(who, contact=people[0])
        if people and mention in inside:
            return replace(who, contacts=tuple(people), asks=(*who.asks, Ask.CONTACT))
    return _called_by_the_beginning(_called_like_a_word(who, here, reading), here, reading)


def _called_by_the_beginning(who: Who, here: dict[str, Contact], reading: Reading) -> Who:
    """Somebody at the account called by the beginning of the first name: "Facu" for Facundo, "Cati" for Catalina."""
    if who.contact or not here:
        return who
    known = indexes(reading.mentions, reading.times, reading.triggers, reading.titles)
    for index, key in enumerate(reading.sentence.keys):
        is_word = (key in NO_SLIPS or is_known_word(key)) and not (index and reading.sentence.is_capitalised(index))
        if index in known or len(key) < _SHORTEST_BEGINNING or is_word:
            continue
        people = [one for one in here.values() if _begins_alike(keys_of(one.name)[0], key)]
        if len(people) == 1:
            return replace(who, contact=people[0])
    return who


def _begins_alike(first_name: str, said: str) -> bool:
    """Whether it is the name's beginning, or that with the ending of a pet name: `Cati`, `Merche`, `Susi`."""
    return first_name != said and (
        first_name.startswith(said)
        or (len(said) > _SHORTEST_BEGINNING and said[-1] in "iya" and first_name.startswith(said[:-1]))
    )


_SHORTEST_BEGINNING = 3


def _attended(mention: Mention, reading: Reading) -> bool:
    """Whether the person is told to have been there instead: "me atendió *Estíbaliz*"."""
    return bool(_ATTENDED.search(reading.sentence.plain[: reading.sentence.place(mention.span[0])]))


_ATTENDED = re.compile(
    r"\b(?:me|nos) (?:ha |han )?(?:atendi[oó]|atiende|atendido|recibio|recibe|recibido|cogio|cogido) $"
)


def _is_first_name(mention: Mention, person: Contact, reading: Reading) -> bool:
    """Whether one word that a firm shares with its owner is the owner's first name: "Marisa at the salon"."""
    first, end = mention.span
    return end - first == 1 and reading.sentence.key(first) == keys_of(person.name)[0]


def _called_like_a_word(who: Who, here: dict[str, Contact], reading: Reading) -> Who:
    """A first name that is a common word as well, before its firm: "rang will at stag", "grace from Acme"."""
    account = who.account
    for mention in reading.mentions:
        place = mention.span[0] - 2
        if account is None or account.id not in mention.accounts or reading.sentence.key(place + 1) not in _AT_A_FIRM:
            continue
        first = reading.sentence.key(place)
        people = [one for one in here.values() if first and keys_of(one.name)[:1] == [first]]
        if len(people) == 1:
            return replace(who, contact=people[0])
    return who


_BEFORE_A_PERSON = word_set("el la don dona sr sra senor senora")
_AT_A_FIRM = word_set("at from of @ de en with in")


_ABSENT = re.compile(
    r"(?:no (?:estaba|esta|estuvo|vino|pudo|me cogio|cogio|contesta|me contesta)|(?:was|is|were)n't|(?:was |is |'s "
    r")?(?:not |away|off|out|sick|on holiday|on leave)|"
    r"(?:esta |estaba )?(?:de (?:baja|vacaciones|viaje|permiso)|fuera|en (?:obra|una reunion|el campo|reuniones)|"
    r"reunid[oa]|"
    r"ocupad[oa]|enferm[oa]|liad[oa]))\b"
)


def _is_absent(mention: Mention, reading: Reading) -> bool:
    """Whether the person is told not to have been there: somebody else was talked to."""
    is_denied = reading.sentence.key(mention.span[0] - 1) in {"not", "no"}
    return is_denied or bool(_ABSENT.match(reading.sentence.plain, reading.sentence.place(mention.span[1])))


def _opportunity(who: Who, reading: Reading, *, is_move: bool) -> Who:
    """The opportunity that is called by its title or amount; a move takes the account's only open one."""
    if who.account is None:
        return who
    candidates = reading.world.open_opportunities_of(who.account.id)
    account_words = indexes(one for one in reading.mentions if who.account.id in one.accounts)
    named = opportunities_named(reading.sentence, candidates, reading.world, account_words, LEAST)
    if len(named) == 1:
        return replace(who, opportunity=named[0])
    remaining = named or ([] if _names_a_closed_one(who.account, candidates, reading) else candidates)
    said: set[Decimal | None] = {amount.money.value for amount in reading.amounts}
    if is_move:
        said |= {digits_value(key) for key in reading.sentence.keys if re.fullmatch(DIGITS, key)}
    by_amount = [one for one in remaining if one.amount in said]
    if not is_move:
        is_it = len(by_amount) == 1 and not is_english(reading.sentence)
        return replace(who, opportunity=by_amount[0]) if is_it else who
    if len(by_amount) == 1 or len(remaining) == 1:
        return replace(who, opportunity=(by_amount if len(by_amount) == 1 else remaining)[0])
    return replace(who, opportunities=tuple(remaining), asks=(*who.asks, Ask.OPPORTUNITY))


def _names_a_closed_one(account: Account, open_ones: list[Opportunity], reading: Reading) -> bool:
    """Whether the sentence calls an opportunity of the account by its title that is closed: it is no other one."""
    told = {one for title in reading.titles if not title.is_part for one in title.opportunities}
    return any(one.account_id == account.id and one not in open_ones for one in reading.world.opportunities(told))


def _is_in_zone(span: Span, reading: Reading, deeds: Deeds) -> bool:
    """Whether a name stands where the deed or the move is told, or heads the sentence, rather than in talk."""
    clause = next(one for one in deeds.clauses if one.holds(span[0]))
    main = deeds.main.clause if deeds.main else None
    if clause is main or clause is deeds.clauses[0]:
        return True
    if reading.stage and overlap(clause.span, reading.stage.span):
        return True
    if deeds.follow_up and clause is deeds.follow_up.clause:
        return main is None or not any(main.holds(one.span[0]) for one in reading.mentions)
    rest = [reading.sentence.key(index) for index in range(*clause.span) if not span[0] <= index < span[1]]
    return all(key in GLUE for key in rest)


def _is_talk(title: TitleWords, reading: Reading, deeds: Deeds) -> bool:
    """Whether a title comes after the deed's own words: what they want, dictated without a comma."""
    main = deeds.main
    if main is None or not main.clause.holds(title.span[0]):
        return False
    return title.span[0] >= max(zone_end(main.trigger, main.clause, reading), main.trigger.span[1])
