"""What of a note the fields hold already: the tokens of the names, and of the opportunity's title."""

from core.understanding.languages import is_english
from core.understanding.lexicon import GLUE
from core.understanding.note_words import BEFORE_A_FIRM, JOINTS
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set
from core.understanding.titles import SHORTEST_CUT, SHORTEST_TELLING, is_said, stem
from core.understanding.whom import Who


def at_names(who: Who, reading: Reading) -> set[int]:
    """The tokens of the names that became account and contact, of those who were with them, and of the one to
    create."""
    named = set(range(*who.new_account)) if who.new_account else set()
    colleagues = {one.id for one in reading.world.contacts_at(who.account.id)} if who.account else set()
    for mention in reading.mentions:
        if mention.is_weak and _is_of_a_thing(mention.span[1], reading):
            continue
        accounts = {who.account.id} if who.account else {one.id for one in who.accounts}
        contacts = {who.contact.id} if who.contact else {one.id for one in who.contacts}
        if accounts.intersection(mention.accounts) or contacts.intersection(mention.contacts):
            named.update(range(*mention.span))
        elif colleagues.intersection(mention.contacts) and (joint := _joint(mention.span[0], named, reading)):
            named.update(range(mention.span[0] - joint, mention.span[1]))
    firsts = {index for index in named if index - 1 not in named and reading.sentence.key(index - 1) in BEFORE_A_FIRM}
    lasts = {index for index in range(len(reading.sentence.tokens)) if _is_premises(index, named, reading)}
    return (
        named
        | lasts
        | {index - 1 for index in firsts}
        | _called_by_the_trade(who, named, reading)
        | _of_the_firm(named, reading)
    )


def _is_of_a_thing(index: int, reading: Reading) -> bool:
    """Whether the word of a trade before it only tells what sort of thing it is: "at the *hotel* show"."""
    key = reading.sentence.key(index)
    return is_english(reading.sentence) and key.isalpha() and key in _SHOWS


_SHOWS = word_set("show expo fair conference exhibition event mart trade dinner awards stand association")


def _is_premises(index: int, named: set[int], reading: Reading) -> bool:
    """Whether it but says that one was at their place, behind the name: "in Boyne Valley *office*"."""
    is_firm = any(one.accounts and one.span[1] == index and one.span[0] in named for one in reading.mentions)
    after = reading.sentence.key(index + 1)
    ends = not after.isalpha() or after in GLUE or index + 1 in indexes(reading.times, reading.durations)
    return is_firm and ends and reading.sentence.key(index) in _PLACES


_PLACES = word_set("office offices hq yard shop depot site branch place premises warehouse")


def _of_the_firm(named: set[int], reading: Reading) -> set[int]:
    """What English puts behind a firm's name for it: "at the Harrow *plant*", "with the Kent *crew*"."""
    ends = {one.span[1] for one in reading.mentions if one.span[0] in named and one.accounts}
    return {
        end
        for end in ends
        if reading.sentence.key(end) in _PREMISES
        and reading.sentence.key(next(one.span[0] for one in reading.mentions if one.span[1] == end) - 1) == "the"
    }


_PREMISES = word_set(
    "plant yard office offices site depot shop store branch works factory warehouse showroom crew guys boys lads team "
    "people crowd lot mob folks girls"
)


def _called_by_the_trade(who: Who, named: set[int], reading: Reading) -> set[int]:
    """The trade of the account said again beside a name: "con Avelino *en el taller*", "Trini, la *del super*"."""
    if who.account is None:
        return set()
    own, keys = reading.world.account_names.words(who.account.id), reading.sentence.keys
    return {
        index
        for index, key in enumerate(keys)
        if keys[index - 1] in _THE
        and named.intersection(range(index - _NEAR, index))
        and any(stem(key) == stem(word) or (len(key) >= SHORTEST_CUT and word.startswith(key)) for word in own)
    }


_THE = word_set("en de del al la el los las")
_NEAR = 5


def _joint(start: int, named: set[int], reading: Reading) -> int:
    """How many small words join the name at `start` to one before it: "con Pepe *y con* Bea", "Nati *+* Jorge"."""
    for count in (1, 2):
        before = reading.sentence.keys[max(0, start - count) : start]
        if start - count - 1 in named and all(key in JOINTS for key in before) and before[0] != "con":
            return count
    return 0


def of_the_title(who: Who, reading: Reading, places: range) -> set[int]:
    """The tokens that say the opportunity's title, or beside a sum any words of it."""
    if who.opportunity is None:
        return set()
    whole = indexes(title for title in reading.titles if who.opportunity.id in title.opportunities)
    if not any(one.span[0] in places for one in reading.amounts):
        return whole
    return whole | words_of_the_title(who, reading, places)


def words_of_the_title(who: Who, reading: Reading, places: range) -> set[int]:
    """Any words of the opportunity's title at these places."""
    if who.opportunity is None:
        return set()
    own = [word for word in reading.world.titles.words(who.opportunity.id) if len(word) >= SHORTEST_TELLING]
    keys = reading.sentence.keys
    return {index for index in places if any(is_said(word, {keys[index]}, reading.world) for word in own)}
