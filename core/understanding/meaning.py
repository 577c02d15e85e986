"""What a sentence means: the typed result, and its JSON shape."""

from dataclasses import dataclass
from enum import StrEnum

from core.understanding.amounts import Money
from core.understanding.dates import When, WhenWords
from core.understanding.kinds import Kind
from core.understanding.world import Account, Contact, Opportunity


class Intent(StrEnum):
    """What is to be done with a sentence."""

    LOG = "log"
    PLAN = "plan"
    MOVE = "move"
    OTHER = "other"


class Ask(StrEnum):
    """What must be asked back before it can be saved."""

    ACCOUNT = "account"
    CONTACT = "contact"
    OPPORTUNITY = "opportunity"
    TIME = "time"
    REASON = "reason"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Next:
    """The follow-up; `subject` are the person's own words for it where they say more than its kind."""

    kind: Kind
    start: When | None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Understanding:
    """The meaning of one sentence; `asks` is empty where it can be saved as it is.

    A plan has its time in `start` and no `next`; a move has no kind. Where `asks` names the account, the contact or
    the opportunity, that field is None and the candidates, the recent ones first, are what buttons may offer.
    """

    intent: Intent
    kind: Kind | None = None
    account: Account | None = None
    new_account: str | None = None
    contact: Contact | None = None
    opportunity: Opportunity | None = None
    asks: tuple[Ask, ...] = ()
    start: When | None = None
    minutes: int | None = None
    next: Next | None = None
    amount: Money | None = None
    stage: str | None = None
    reason: str | None = None
    note: str = ""
    account_candidates: tuple[Account, ...] = ()
    contact_candidates: tuple[Contact, ...] = ()
    opportunity_candidates: tuple[Opportunity, ...] = ()
    has_two_moves: bool = False
    """It moves two opportunities, or one to two stages: which one and where to is asked, the rest is left."""
    is_correction: bool = False
    """It mends the last entry ("no, era con Marta"): what it names replaces what was saved."""
    time: WhenWords | None = None
    """Of a correction: its time as it was said; the entry tells whether that is past or to come."""

    def as_json(self) -> dict[str, object]:
        """The plain shape: names instead of records, local times as text; of what is no entry, nothing but that."""
        if self.intent is Intent.OTHER and self != Understanding(Intent.OTHER):
            return Understanding(Intent.OTHER).as_json()
        return {
            "intent": self.intent.value,
            "kind": self.kind.value if self.kind else None,
            "account": self.account.name if self.account else None,
            "new_account": self.new_account,
            "contact": self.contact.name if self.contact else None,
            "opportunity": self.opportunity.title if self.opportunity else None,
            "ask": [ask.value for ask in self.asks],
            "start": self.start.iso() if self.start else None,
            "minutes": self.minutes,
            "next": {"kind": self.next.kind.value, "start": self.next.start.iso() if self.next.start else None}
            if self.next
            else None,
            "amount": self.amount.as_json() if self.amount else None,
            "stage": self.stage,
            "reason": self.reason,
            "note": self.note,
        }
