"""An e-mail address put right by what else the card says: the person's name, the firm's, its website."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from core.customers.cards.card import FIELDS, Card, Doubt
from core.customers.cards.companies import bare_company
from core.customers.cards.domains import likeness
from core.customers.cards.emails import is_free, is_shared
from core.customers.cards.weighing import name_in_emails

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
