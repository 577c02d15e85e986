"""Whom a sentence is about, what must be asked, and whom buttons may offer."""

from dataclasses import dataclass

from core.understanding.meaning import Ask
from core.understanding.text import Span
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
