"""An e-mail address put right by what else the card says: the person's name, the firm's, its website."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from core.customers.cards.card import FIELDS, Card, Doubt
from core.customers.cards.companies import bare_company
from core.customers.cards.domains import likeness, own_name
from core.customers.cards.emails import is_free, is_shared
from core.customers.cards.folding import fold, slug
from core.customers.cards.names import TWO_SURNAMES
from core.customers.cards.weighing import name_in_emails

_ACCENTED = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "n": "ñ"}
"""What Spanish writes over letters: such a letter is what readers leave out."""
SHORTEST = 4
"""Letters of a word in which one that is missing is told."""
_LOOK_ALIKE = {"i": "l", "l": "i", "1": "l", "0": "o", "j": "i", "q": "g", "g": "q", "u": "v", "v": "u"}
"""Letters that readers take for each other."""


def with_agreeing_emails(card: Card, sites: Sequence[str]) -> Card:
    """The card with its addresses put right; one that was changed is in doubt."""
    emails, doubts = [], list(card.doubts)
    for address in card.emails:
        right = agreeing_email(address, card.full_name or "", card.company or "", sites)
        emails.append(right)
        if right != address:
            doubts = [doubt for doubt in doubts if doubt.value != address]
            doubts.append(Doubt("emails", right, (address,)))
    doubts.sort(key=lambda doubt: FIELDS.index(doubt.field))
    return replace(card, emails=tuple(dict.fromkeys(emails)), doubts=tuple(doubts))


def with_letters_left_out(card: Card, country: str | None, domains: Sequence[str]) -> Card:
    """The card with the accented letter that a reader left out of the firm or the name, where the country has such.

    "Clima Logstica" at climalogistica.es is Logística, "Garca" in ana.garcia@ is García. What was changed is in doubt.
    """
    if country not in TWO_SURNAMES:
        return card
    doubts = list(card.doubts)
    firm = card.company and next(
        filter(None, (_restored(card.company, own_name(one)) for one in domains)), card.company
    )
    if card.company and firm != card.company:
        doubts = [doubt for doubt in doubts if doubt.field != "company"] + [
            Doubt("company", firm or "", (card.company,))
        ]
    doubts.sort(key=lambda doubt: FIELDS.index(doubt.field))
    locals_ = [re.split(r"[._\-\d]+", email.partition("@")[0]) for email in card.emails if not is_shared(email)]
    parts = {token[at:] for one in locals_ for token in one for at in (0, 1)}  # "jperez" has an initial
    given, family = (
        " ".join(_whole_word(word, parts) for word in (text or "").split()) for text in (card.given, card.family)
    )
    if (given, family) != (card.given or "", card.family or ""):
        full = " ".join(part for part in (given, family) if part)
        doubts = [Doubt("name", full, (card.full_name or "",)), *(doubt for doubt in doubts if doubt.field != "name")]
        card = replace(card, given=given or None, family=family or None, full_name=full)
    return replace(card, company=firm or None, doubts=tuple(doubts))


def _whole_word(word: str, tokens: Collection[str]) -> str:
    if len(word) < SHORTEST or fold(word) in tokens:
        return word
    return next(filter(None, (_restored(word, token) for token in sorted(tokens))), word)


def _restored(text: str, whole: str) -> str | None:
    """`text` with the one letter that `whole` has more, accented; None where they differ in anything else."""
    bare, whole = bare_company(text), slug(whole)
    flat = [(at, letter) for at, c in enumerate(bare) for letter in slug(c)]
    read = "".join(letter for _, letter in flat)
    if len(whole) != len(read) + 1 or len(read) < SHORTEST or read in (whole[1:], whole[:-1]):
        return None  # "aaponte" is A. Aponte
    cut = next((i for i, letter in enumerate(read) if letter != whole[i]), len(read))
    if whole[:cut] + whole[cut + 1 :] != read or whole[cut] not in _ACCENTED or not 0 < cut < len(read):
        return None
    before, after = flat[cut - 1][0], flat[cut][0]
    if after != before + 1 or (whole[cut] == "e" and read[cut - 1] in "aou"):
        return None  # between two words, or as domains write an umlaut
    return f"{text[:after]}{_ACCENTED[whole[cut]]}{text[after:]}"


def agreeing_email(address: str, name: str, firm: str, sites: Sequence[str]) -> str:
    """The address with one look-alike letter changed where only so it is the person's name, or the firm's domain.

    "ibustamante@" is Luis Bustamante's "lbustamante@"; a domain a letter away from the website's is the website's
    where the firm's name is. What two things do not agree about stays as it was read.
    """
    local, _, domain = address.partition("@")
    if name and not is_shared(address) and name_in_emails(name, (address,)) < 1:
        spelt = [one for one in _look_alikes(local) if name_in_emails(name, (f"{one}@{domain}",)) == 1]
        local = spelt[0] if len(spelt) == 1 else local
    if firm and not is_free(address) and likeness(bare_company(firm), domain) < 1:
        hosts = {site.partition("/")[0].removeprefix("www.") for site in sites}
        near = [host for host in hosts if Levenshtein.distance(host, domain) == 1]
        right = [host for host in near if likeness(bare_company(firm), host) == 1]
        domain = right[0] if len(right) == 1 else domain
    return f"{local}@{domain}"


def _look_alikes(local: str) -> Iterator[str]:
    for at, letter in enumerate(local):
        if letter in _LOOK_ALIKE:
            yield local[:at] + _LOOK_ALIKE[letter] + local[at + 1 :]
