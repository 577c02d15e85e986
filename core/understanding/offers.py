"""Offers presented: with their sum they say where the opportunity stands."""

import re

from core.understanding.deeds import Deeds
from core.understanding.reading import Reading
from core.understanding.who import has_two_moves
from core.understanding.whom import Who


def stage_of_an_offer(reading: Reading, deeds: Deeds, who: Who) -> str | None:
    """An offer presented with its sum, not but sent, puts its opportunity in proposal, if it was no further."""
    if not (deeds.main and deeds.main.is_done and who.opportunity and reading.amounts and not has_two_moves(reading)):
        return None
    keys = [stage.key for stage in reading.world.stages]
    is_known = _PROPOSAL in keys and who.opportunity.stage in keys
    is_no_further = is_known and keys.index(str(who.opportunity.stage)) <= keys.index(_PROPOSAL)
    return _PROPOSAL if is_no_further and _OFFER_GIVEN.search(reading.sentence.plain) else None


_PROPOSAL = "proposal"
_OFFER = r"(?:oferta|presupuesto|propuesta|cotizacion)"
_GIVEN = r"(?:entregad[oa]|presentad[oa])"
_OFFER_GIVEN = re.compile(
    rf"(?<!\S)(?:{_GIVEN} (?:(?:a|al) \S+ )?(?:ya )?(?:la |el |una |un )?{_OFFER}|{_OFFER}(?: \S+){{0,4}}? {_GIVEN}|"
    r"(?:he|hemos) (?:entregado|presentado) (?:\S+ ){0,7}?"
    rf"{_OFFER}|(?:entregue|presente|deje|entregamos|presentamos) (?:\S+ ){{0,6}}?{_OFFER})\b"
)
