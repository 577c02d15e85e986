"""Which account is meant: by its name, by somebody there, or by what is sold to it; two that fit are asked for."""

import re

from core.understanding.deeds import Deeds
from core.understanding.kinds import Kind
from core.understanding.lexicon import COMMON, NO_SLIPS
from core.understanding.meaning import Ask
from core.understanding.mending import is_known_word
from core.understanding.mentions import Mention
from core.understanding.names import CONNECTORS
from core.understanding.reading import Reading
from core.understanding.text import indexes, keys_of, word_set
from core.understanding.titles import TitleWords, stem
from core.understanding.towns_en import is_where_one_met
from core.understanding.whom import Who
from core.understanding.world import Account, Contact


def find_account(
    inside: list[Mention], everywhere: list[Mention], titled: list[TitleWords], reading: Reading, deeds: Deeds
) -> Who:
    """The account of the names in the deed's zone (`inside`), else of those anywhere, of people, or of a title."""
    world = reading.world
    weak = [one for one in inside if one.is_weak and one.accounts]
    inside, everywhere = (
        [one for one in some if not one.is_weak and not _is_about(one, reading)] for some in (inside, everywhere)
    )
    if _OF_BOTH.search(reading.sentence.plain) and any(len(world.homes(one.contacts)) > 1 for one in inside):
        inside, everywhere = ([one for one in some if one.contacts] for some in (inside, everywhere))
    if deeds.main is None and not reading.moves:
        inside, everywhere = (_without_the_talked_about(some, reading) for some in (inside, everywhere))
    kind = deeds.main.kind if deeds.main else None
    inside = [one for one in inside if not is_where_one_met(one, inside, kind, reading)]
    named, contacts = _named_and_people(inside, reading)
    if named is None and not contacts:
        named = _named_account([one for one in everywhere if one.is_whole_account or one.is_capitalised])
        contacts = [] if named else _people_anywhere(everywhere, reading, deeds)
    if named is None:
        who = _account_of(contacts, titled, weak, reading)
        return who if who.account or not weak else _of_a_trade(weak[0], who, everywhere, reading, deeds)
    ids = set(named.similar_accounts if _goes_on(named, reading) else named.accounts)
    if named.contacts and not named.is_whole_account and not _has_its_article(named, reading):
        ids |= world.homes(named.contacts)
    candidates = world.accounts(ids)
    if len(candidates) > 1:
        candidates = _told_apart(candidates, [one for one in everywhere if one is not named], reading)
    if len(candidates) == 1:
        return Who(account=candidates[0])
    if _is_somebodys_first_name(named, reading):
        return Who(asks=(Ask.CONTACT,), contacts=tuple(world.contacts(named.contacts)))
    people = _at_all_of_them(candidates, everywhere, reading)
    contact = people[0] if len(people) == 1 else None
    return Who(contact=contact, asks=(Ask.ACCOUNT,), accounts=tuple(candidates))


def _has_its_article(named: Mention, reading: Reading) -> bool:
    """Whether the article before the word is that of the firm's name, which no surname has: "*la Pineda*"."""
    first, end = named.span
    said = " ".join(reading.sentence.keys[first - 1 : end]) if first else ""
    is_article = said.startswith(("la ", "el ", "los ", "las "))
    names = (" ".join(keys_of(one.name)) for one in reading.world.accounts(named.accounts))
    return is_article and any(f" {said} " in f" {name} " for name in names)


def _at_all_of_them(candidates: list[Account], everywhere: list[Mention], reading: Reading) -> list[Contact]:
    """Who was named and works at each of the firms that are asked for: the person is certain, the place is not."""
    ids = {one.id for one in candidates}
    named = {person for one in everywhere if not one.accounts for person in one.contacts}
    return [one for one in reading.world.contacts(named) if ids.issubset(one.account_ids)]


def _is_somebodys_first_name(named: Mention, reading: Reading) -> bool:
    """Whether the one word is what several people are called by, though a firm's name has it too: "con *Cristina*"."""
    first, end = named.span
    key = reading.sentence.key(first)
    people = reading.world.contacts(named.contacts)
    is_called_so = len(people) > 1 and all(keys_of(one.name)[:1] == [key] for one in people)
    return end - first == 1 and is_called_so and reading.sentence.key(first - 1) not in _OF_A_FIRM


_OF_A_FIRM = word_set("en de del desde hasta la el los las at from in the of")


def _named_and_people(inside: list[Mention], reading: Reading) -> tuple[Mention | None, list[Mention]]:
    """The name of an account, and the people named beside it: a person's whole name says more than a firm's word."""
    inside = [one for one in inside if not _is_of_a_title(one, inside, reading)]
    named = _named_account(inside)
    if named and _is_but_a_place(named, inside, reading):
        inside = [one for one in inside if one is not named]
        named = _named_account(inside)
    whole = [one for one in inside if one.is_whole_contact and one is not named and one.span[1] - one.span[0] > 1]
    if named and whole and not named.is_whole_account and not named.accounts & reading.world.homes(whole[0].contacts):
        return None, [one for one in whole if one.contacts]  # "Chloe Barnes … Costa"
    return named, [one for one in inside if one.contacts and one is not named]


def _without_the_talked_about(mentions: list[Mention], reading: Reading) -> list[Mention]:
    """Without the firms that somebody of another tells something of: "Paddy Duffy says *Moy Vets* are for sale"."""
    speaker = next((one for one in mentions if one.contacts), None)
    if speaker is None or not (
        (speaker.is_whole_contact and speaker.span[1] - speaker.span[0] > 1) or _tells_us(speaker, reading)
    ):
        return mentions
    homes = reading.world.homes(speaker.contacts)
    if reading.sentence.key(speaker.span[1]) not in _TELLING or not homes:
        return mentions
    return [one for one in mentions if one.span[0] <= speaker.span[0] or not one.accounts or one.accounts & homes]


def _tells_us(speaker: Mention, reading: Reading) -> bool:
    """Whether the message begins with who told us: "Simon *told me* Tidewater were taken over"."""
    said = reading.sentence.keys[speaker.span[1] : speaker.span[1] + 2]
    return speaker.span[0] == 0 and said[:1] in (["told"], ["tells"]) and said[1:] in (["me"], ["us"])


_TELLING = word_set("says said reckons thinks told tells heard hears mentioned mentions")


def _people_anywhere(everywhere: list[Mention], reading: Reading, deeds: Deeds) -> list[Mention]:
    """The people named outside the deed's zone: by their whole name, or by one that is surely a name."""
    may_be_meant = deeds.is_told or (deeds.main is not None and not deeds.main.is_done)
    return [
        one
        for one in everywhere
        if one.contacts and (one.is_whole_contact or (may_be_meant and _is_surely_a_name(one, reading)))
    ]


def _of_a_trade(trade: Mention, who: Who, everywhere: list[Mention], reading: Reading, deeds: Deeds) -> Who:
    """The firm that was called by its trade alone, where one can be meant; asked for where not."""
    if home := _home_of_somebody(trade, everywhere, reading):
        return Who(account=home)
    if who.asks:
        return who
    kind = Kind.CALL if deeds.is_told else deeds.main.kind if deeds.main else None
    one = _the_only_one(trade, reading, kind)
    return Who(account=one) if one else Who(asks=(Ask.ACCOUNT,), accounts=tuple(reading.world.accounts(trade.accounts)))


def _is_of_a_title(one: Mention, inside: list[Mention], reading: Reading) -> bool:
    """Whether it is what is to be sold to somebody else who is named: "Harrisons *bricks* to proposal"."""
    is_small = not (one.is_whole_account or one.is_capitalised) and one.span[1] - one.span[0] == 1
    if not is_small or one.contacts or len(inside) == 1:
        return False
    world, said = reading.world, stem(reading.sentence.key(one.span[0]))
    homes = {home for other in inside if other is not one for home in (*other.accounts, *world.homes(other.contacts))}
    titles = [
        world.titles.words(deal.id) for home in homes - one.accounts for deal in world.open_opportunities_of(home)
    ]
    return any(said == stem(word) for words in titles for word in words)


def _is_but_a_place(named: Mention, inside: list[Mention], reading: Reading) -> bool:
    """Whether it is where somebody else's man was met: "met Declan at *the mart*", who is no man of Tullow Mart's."""
    is_small = not (named.is_whole_account or named.is_capitalised) and named.span[1] - named.span[0] == 1
    if not is_small or reading.sentence.key(named.span[0] - 1) not in {"the", "la", "el"}:
        return False
    others = [one for one in inside if one.contacts and not one.accounts]
    return bool(others) and not any(named.accounts & reading.world.homes(one.contacts) for one in others)


def _is_about(one: Mention, reading: Reading) -> bool:
    """Whether it is what one talks about, and but shares a word with a firm: "call Steve re *bricks*"."""
    before = reading.sentence.key(one.span[0] - 1)
    is_small = not (one.is_whole_account or one.is_capitalised) and one.span[1] - one.span[0] == 1
    return bool(one.accounts) and not one.contacts and is_small and before in _ABOUT


_ABOUT = word_set("re about regarding some more any these those new another sobre unas unos varios varias mas")


def _is_surely_a_name(one: Mention, reading: Reading) -> bool:
    """Whether it is written large, or but a name: a first name as typed that is no everyday word."""
    key = reading.sentence.key(one.span[0])
    return one.is_capitalised or (
        reading.world.contact_names.has_word(key) and key not in NO_SLIPS | COMMON and not is_known_word(key)
    )


def _the_only_one(trade: Mention, reading: Reading, kind: Kind | None) -> Account | None:
    """The one firm of a trade that there is, called by it: "llamar a *la residencia*"; not where one goes oneself."""
    accounts = reading.world.accounts(trade.accounts)
    said = {reading.sentence.key(index) for index in range(*trade.span)}
    is_sold_to = bool(reading.moves) or reading.sentence.keys[max(0, trade.span[0] - 3) : trade.span[0] - 1] == [
        "lo",
        "de",
    ]
    is_private = kind not in {Kind.CALL, Kind.EMAIL} and bool(said & _PRIVATE) and not is_sold_to
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
    whole = [one for one in named if one.is_whole_account and one.span[1] - one.span[0] > 1]
    if len(whole) == 1 and not (named[0].is_capitalised or named[0].contacts or named[0].is_whole_account):
        return whole[0]  # "demo de la *cafetera* en Cafetería Moncho"
    return next((one for one in named if not one.contacts or one.is_whole_account), named[0] if named else None)


def _told_apart(candidates: list[Account], others: list[Mention], reading: Reading) -> list[Account]:
    """Those of the candidates where a named contact is, or whose opportunity's title was said; all if nothing tells."""
    world = reading.world
    ids = {one.id for one in candidates}
    homes = [world.homes(one.contacts) for one in others]
    titles = [title for title in reading.titles if reading.moves or not title.is_part or _is_subject(title, reading)]
    homes += [{one.account_id for one in world.opportunities(title.opportunities)} for title in titles]
    for home in homes:
        ids = ids & home or ids
    return [one for one in candidates if one.id in ids]


def _is_telling(title: TitleWords, reading: Reading) -> bool:
    """Whether a part of a title is no word that everybody uses for other things: "the voip", but not "beer mats"."""
    return reading.sentence.key(title.span[0]) not in NO_SLIPS


def _is_subject(title: TitleWords, reading: Reading) -> bool:
    """Whether a telling part of a title is what one talked about: "rang Hartley *about the voip*"."""
    before = [reading.sentence.key(title.span[0] - count) for count in (1, 2)]
    leads = before[1] if before[0] in {"the", "their", "his", "her", "that"} else before[0]
    return leads in {"about", "re", "regarding", "over"} and _is_telling(title, reading)


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
    homes = homes & {account for one in weak for account in one.accounts} or homes
    if not contacts:
        accounts = world.accounts(homes)
        return Who(account=accounts[0]) if len(accounts) == 1 else Who(accounts=tuple(accounts))
    ids = contacts[0].contacts
    for other in contacts[1:]:
        ids = ids & other.contacts or ids  # "Rojo: Javier pide …" is one person
    people = world.contacts(ids)
    is_told_whole = len(homes) == 1 and not all(title.is_part for title in titled)
    is_sure = contacts[0].is_whole_contact and contacts[0].span[1] - contacts[0].span[0] > 1
    if is_told_whole and not is_sure and not any(homes.intersection(one.account_ids) for one in people):
        return Who(account=world.accounts(homes)[0])  # the title that was said is another firm's
    with_them = {home for one in contacts[1:] for home in world.homes(one.contacts)}
    of_a_trade = {account for one in weak for account in one.accounts}
    for told in (homes | with_them, _homes_of(reading.titles, reading), of_a_trade):
        people = [one for one in people if told.intersection(one.account_ids)] or people
    homes |= with_them | of_a_trade
    if len(people) > 1:
        return Who(asks=(Ask.CONTACT,), contacts=tuple(people))
    accounts = world.accounts(people[0].account_ids)
    if len(accounts) > 1 and not _OF_BOTH.search(reading.sentence.plain):
        telling = [title for title in reading.titles if not title.is_part or _is_telling(title, reading)]
        homes = _homes_of(telling, reading) | {
            account for one in reading.mentions if not one.is_weak for account in one.accounts
        }
        accounts = [one for one in accounts if one.id in homes] or accounts
    if len(accounts) > 1:
        return Who(contact=people[0], asks=(Ask.ACCOUNT,), accounts=tuple(accounts))
    return Who(contact=people[0], account=accounts[0] if accounts else None, asks=() if accounts else (Ask.ACCOUNT,))


def _homes_of(titled: list[TitleWords], reading: Reading) -> set[str]:
    """The accounts of the opportunities that were named: the whole titles tell where parts of others are said too.

    Where several are called so, those that are open.
    """
    world = reading.world
    whole = [title for title in titled if not title.is_part]
    called = [world.opportunities(title.opportunities) for title in whole or titled]
    homes = [{one.account_id for one in world.open_among(ones) or ones} for ones in called]
    common = set.intersection(*homes) if homes else set()
    return common or set().union(*homes)


_OF_BOTH = re.compile(
    r"\bboth (?:the |his |her |their )?(?:of them|stores|sites|shops|places|branches|depots|practices|plants|hotels|"
    r"yards|"
    r"locations|offices|houses|firms|companies)\b"
)
"""What is said of both firms of somebody is of neither alone."""
