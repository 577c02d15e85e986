"""Words that are no entry: a question is answered, a greeting greeted; else a hint how entries look."""

import re
from datetime import datetime

from bot.context import BotContext
from bot.conversations.agenda import show_agenda
from bot.conversations.correcting import correct_last
from bot.conversations.finding import show_found
from bot.conversations.helping import help_, say_hello
from bot.conversations.moving import show_opportunities
from bot.conversations.new_opportunity import make_as_told
from bot.conversations.undoing import undo_last
from core.agenda.sentences import when_said
from core.folding import fold
from core.search import search
from core.understanding.meaning import Understanding

_AGENDA = re.compile(
    r"\b(que tengo|que hay|tengo algo|agenda|mi dia|citas|que me queda|pendiente|what have i|what do i have|what s on|"
    r"whats on|do i have|have i got|my day|schedule|plans?)\b"
)
_UNDO = re.compile(r"^(deshaz|deshacer|undo|borra (lo|la) ultim[oa]|quita lo ultimo|delete (the )?last)\b")
_OPPORTUNITIES = re.compile(r"\b(oportunidad(es)?|embudo|opportunit(y|ies)|opps?|pipeline|deals?)\b")
_HELP = re.compile(r"^(ayuda|help|como funciona|que sabes hacer|que puedes hacer|what can you do|how does)\b")
_GREETING = re.compile(
    r"^(hola|buen[oa]s( dias| tardes| noches)?|hi|hello|hey|good (morning|afternoon|evening))\b.{0,20}$"
)
_THANKS = re.compile(
    r"^(muchas |mil |muchisimas )?(gracias|thanks|thank you|cheers|genial|perfecto|ok|vale|great)\b.{0,20}$"
)
_LOOKING = re.compile(
    r"^(?:por favor |please |puedes |me puedes |can you )*"
    r"(?:busca(?:me|r)?|encuentra|dime|dame|ensename|muestrame|abre|quien es|donde esta|"
    r"find|search|show(?: me)?|look up|give me|tell me|who is|where is|"
    r"cuando (?:llame|visite|hable|vi)|when did i (?:last )?(?:call|visit|see|talk to)|"
    r"(?:cual es )?el (?:telefono|correo|movil)|(?:what is |what s )?the phone)\s*"
)
_FILLING = re.compile(
    r"\b(el|la|los|las|de|del|a|al|con|en|mi|mis|my|the|of|at|to|with|contacto|contact|telefono|phone|number|numero|"
    r"movil|correo|email|direccion|address|ultima vez|last|cuenta|account|oportunidades|opportunities|open|abiertas)\b"
)
_ASKED_OUTRIGHT = re.compile(
    r"^(?:(?:y|oye|and|hey|por favor|please) )?"
    r"(?:(?:que|a quien) (?:tengo|hay|me (?:queda|toca))|tengo algo|what (?:have i|do i have|s on)|whats on|do i have|"
    r"have i got|who do i|who am i|(?:cuando|when) (?:llame|visite|hable|vi|did i)|deshaz|undo|ayuda|help|"
    r"busca(?:me)?|ensename|muestrame|show me|look up)\b|"
    r"(?:hola|hi|hello|hey|buen[oa]s(?: dias| tardes| noches)?|good (?:morning|afternoon|evening)|gracias|thanks|"
    r"thank you)$"
)
_LONGEST_NAME = 5


def asks_the_bot(text: str) -> bool:
    """Whether words that come while something else is asked plainly want an answer themselves.

    Stricter than `answer_question`: a firm may be called Agenda or Hola, and a reason may end in a question mark.
    """
    return bool(_ASKED_OUTRIGHT.match(fold(text)))


async def answer_question(context: BotContext, text: str, meaning: Understanding) -> bool:
    """Answers what it can: the agenda, records by name, opportunities; corrects, undoes, greets. False: none."""
    words = fold(text)
    if meaning.is_correction:
        await correct_last(context, meaning)
        return True
    if await make_as_told(context, text):
        return True
    if _UNDO.match(words):
        await undo_last(context)
    elif _HELP.match(words):
        await help_(context.arrived, context)
    elif _GREETING.match(words):
        await say_hello(context)
    elif _THANKS.match(words):
        await context.say("👍")
    elif _LOOKING.match(words) and await _find(context, words):
        return True
    elif _OPPORTUNITIES.search(words):
        await show_opportunities(context, _name_in(words))
    elif _AGENDA.search(words):
        await _show_day(context, text)
    else:
        return await _find(context, words)
    return True


async def give_hint(context: BotContext) -> None:
    """How entries look, for words that are none."""
    _ = context.translate
    await context.say(_(
        "I did not understand that, and saved nothing.\nTell me what you did and with whom: “I called Acme, they want "
        "a price”. Or what is to be done: “visit Acme on Thursday at 10”. /help shows more."
    ))  # fmt: skip


async def _show_day(context: BotContext, text: str) -> None:
    said = when_said(text, context.viewer, context.now, context.language)
    day = datetime.fromisoformat(said).date() if said else context.today
    await show_agenda(context, day, 7 if re.search(r"\b(semana|week)\b", fold(text)) else 1)


async def _find(context: BotContext, words: str) -> bool:
    """Shows what a name in the words finds; False where it finds nothing."""
    name = _name_in(words)
    if not name or len(name.split()) > _LONGEST_NAME:
        return False
    async with context.reading() as session:
        found = await search(session, context.viewer, name, limit=8)
    if found:
        await show_found(context, name, found)
    return bool(found)


def _name_in(words: str) -> str:
    """What is left of a question when its grammar is taken away."""
    return " ".join(_FILLING.sub(" ", _OPPORTUNITIES.sub(" ", _LOOKING.sub("", words))).split())
