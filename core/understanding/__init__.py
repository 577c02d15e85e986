"""Words → operation: what a sales rep types in Spanish or English, understood without network or language model."""

from core.understanding.amounts import Money, parse_amount
from core.understanding.dates import When, parse_when
from core.understanding.durations import parse_duration
from core.understanding.kinds import Kind
from core.understanding.meaning import Ask, Intent, Next, Understanding
from core.understanding.understand import understand
from core.understanding.world import Account, Contact, Opportunity, Stage, World

__all__ = [
    "Account",
    "Ask",
    "Contact",
    "Intent",
    "Kind",
    "Money",
    "Next",
    "Opportunity",
    "Stage",
    "Understanding",
    "When",
    "World",
    "parse_amount",
    "parse_duration",
    "parse_when",
    "understand",
]
