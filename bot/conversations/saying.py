"""One message in own words: understood, asked back where in doubt, saved, shown with Undo and Edit."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.answers import FREE, TAKERS, takes
from bot.context import BotContext
from bot.conversations.asking_back import QUESTIONS, ask_back, put_question
from bot.conversations.forwarding import take_forwarded
from bot.conversations.new_opportunity import new_button, told_in
from bot.conversations.questioning import answer_question, asks_the_bot, give_hint
from bot.conversations.recorded import begin_with_files
from bot.keyboards import cut, keyboard
from bot.mending import mend
from bot.saved import after_saving, another_of, describe, files_line, planned_of
from bot.views import bold
from core.agenda.sentences import NEW, NONE, PLANNED, Sentence, interpret, when_said
from core.chat_state import State
from core.done import performed
from core.errors import CannotUndo, Conflict
from core.policy import Permission, require
from core.search import search
from core.understanding.meaning import Ask, Intent
from core.understanding.world import Account

LONGEST = 3500

_NEEDS = {Intent.MOVE: Permission.OPPORTUNITY_EDIT}
"""What else than one's activities may be changed by words."""
_ANSWERED_BY_A_MOVE = {Ask.OPPORTUNITY, Ask.STAGE, Ask.REASON}
"""“The oven, to proposal” may be the answer to these; “the other one won it” is why it is lost."""


async def take_words(update: Update, context: BotContext) -> None:
    """Words that are no command: a forwarded message, the answer to an open question, or something new."""
    text = context.message.text or ""
    if context.message.forward_origin is not None:
        await take_forwarded(context, text)
        return
    if len(text) > LONGEST:
        _ = context.translate
        await context.say(_("That is long. Send it in parts, please: the first sentence tells me what and with whom."))
        return
    await take_text(context, text, [])


async def take_text(context: BotContext, text: str, files: list[str]) -> None:
    """Words, typed or spoken: the answer to an open question, or something new. `files` are kept with what it gives."""
    if (asked := context.asked()) is not None and (_takes_any_words(asked[1]) or not asks_the_bot(text)):
        key, question = asked
        if _takes_any_words(question) or not await _is_of_its_own(context, key, question, text):
            more = {"files": [*question.get("files", ()), *files]} if files else {}
            await TAKERS[question["kind"]](context, key, question | more, text)
            return
        if question.get("wants_words"):
            context.settle(key)
            files = [*question["files"], *files]
    message = context.message
    question = {"kind": "say", "text": text, "at": message.date.isoformat(), "answers": {}, "files": files}
    await understand_and_go_on(context, str(message.message_id), question)


async def understand_and_go_on(context: BotContext, key: str, question: State) -> None:
    """From a text and the answers so far to what is saved, or to the next question.

    `question` has `text`, `at`, `answers`; `files` that are to be kept with it; `amends` where it mends what was saved:
    that `operation` and its `name`, the activities that it `made`, the one that it completed (`planned`).
    """
    async with context.reading() as session:
        sentence = await _understood(context, session, question)
    if sentence.question is not None:
        # Nobody is asked about what he or she may not save anyway.
        require(context.viewer, _NEEDS.get(sentence.meaning.intent, Permission.ACTIVITY_EDIT))
        await ask_back(context, key, question, sentence)
    elif sentence.operation:
        await _save_once(context, key, question, sentence)
    elif sentence.has_nothing_to_move:
        context.settle(key)
        account = sentence.meaning.account
        make_it = new_button(context, account.id if account else "")
        await context.show(_nothing_to_move(context, account), keyboard(make_it))
    else:
        context.settle(key)
        if await answer_question(context, question["text"], sentence.meaning):
            return
        if question.get("files"):
            await begin_with_files(context, "", question["text"], question["files"])
        else:
            await give_hint(context)


async def _understood(context: BotContext, session: AsyncSession, question: State) -> Sentence:
    """The sentence; one that mends what completed a plan completes that again where it is still what it tells."""
    amends, answers = question.get("amends") or {}, question["answers"]
    at, say = datetime.fromisoformat(question["at"]), (session, context.viewer, question["text"])
    if planned := amends.get("planned"):
        sentence = await interpret(*say, at, context.language, answers | {PLANNED: planned["id"]})
        if sentence.planned is not None:
            return sentence
    return await interpret(*say, at, context.language, answers, amends.get("made", ()))


async def choose(update: Update, context: BotContext) -> None:
    """A tap on an answer."""
    assert context.query is not None and context.query.data is not None  # noqa: S101, PT018 - the pattern matched
    _prefix, key, choice = context.query.data.split(":", 2)
    question = context.question(key)
    _ = context.translate
    if question is None or question["kind"] != "say":
        await context.answer_tap(_("That is settled already."))
        return
    if choice == "x":
        context.settle(key)
        await context.show(_("Dropped. Nothing was saved."))
        return
    value = question["choices"][int(choice)]
    question = question | {"answers": question["answers"] | {question["about"]: value}}
    await understand_and_go_on(context, key, question)


@takes("say")
async def take_answer(context: BotContext, key: str, question: State, text: str) -> None:
    """Words typed as the answer to a question about an entry."""
    about, _ = question["about"], context.translate
    value: str | None = text[:300]
    if about == Ask.TIME:
        value = when_said(text, context.viewer, context.now, context.language)
        if value is None:
            await context.say(_("I did not find a day in that. For example: “tomorrow”, “Thursday at 10”, “15 March”."))
            return
    elif about in (Ask.ACCOUNT, Ask.CONTACT, Ask.OPPORTUNITY):
        value = await _found_by_name(context, key, question, text)
        if value is None:
            return
    elif about == Ask.STAGE:
        await context.say(_("Tap one of the stages, please."))
        return
    await understand_and_go_on(context, key, question | {"answers": question["answers"] | {about: value}})


def _takes_any_words(question: State) -> bool:
    return question["kind"] in FREE or bool(question.get("takes_anything"))


async def _is_of_its_own(context: BotContext, key: str, question: State, text: str) -> bool:
    """Whether words typed while the question `key` is open are an entry, or correct a later one, and no answer."""
    async with context.reading() as session:
        sentence = await interpret(session, context.viewer, text, context.now, context.language, {})
    meaning = sentence.meaning
    if meaning.is_correction:
        last = context.state.get("last") or ""
        return last.isdigit() and key.isdigit() and int(last) > int(key)  # messages are numbered as they come
    if meaning.intent is Intent.OTHER:
        return await told_in(context, text) is not None
    moves = bool(meaning.opportunity) and question.get("about") not in _ANSWERED_BY_A_MOVE
    return bool(moves or meaning.account or meaning.new_account or meaning.contact or meaning.account_candidates)


async def _found_by_name(context: BotContext, key: str, question: State, text: str) -> str | None:
    """The one record that the name fits; else asks again with those that it may be."""
    about = question["about"]
    async with context.reading() as session:
        found = await search(session, context.viewer, text, (about,), limit=6)
    if len(found) == 1:
        return found[0].id
    _ = context.translate
    if not found and about != Ask.ACCOUNT:
        await context.say(_("I find nobody called {name}.", {"name": bold(cut(text, 60))}))
        return None
    choices = [(one.id, f"{one.title} · {one.detail}" if one.detail else one.title) for one in found]
    if about == Ask.ACCOUNT:
        choices.append((NEW + cut(text, 200), "➕ " + _("Create “{name}”", {"name": cut(text, 24)})))
    asked = _(QUESTIONS[about]) if found else _("I do not know {name}.", {"name": bold(cut(text, 60))})
    await put_question(context, key, question, asked, choices)
    return None


def _nothing_to_move(context: BotContext, account: Account | None) -> str:
    _ = context.translate
    if account is None:
        return _("I find no open opportunity to move. /opp shows yours.")
    return _("{name} has no open opportunity to move. Nothing was changed.", {"name": bold(account.name)})


async def _save_once(context: BotContext, key: str, question: State, sentence: Sentence) -> None:
    """Saves it, or, where the update has come again, finds what it did: what it completed then is planned no more."""
    try:
        await _save(context, key, question, sentence)
    except (CannotUndo, Conflict):
        action = f"amend:{question['version']}:say" if question.get("amends") else "say"
        async with context.reading() as session:
            done = await performed(session, context.operation_id(action, key), context.viewer.user_id)
        if done is None or PLANNED in question["answers"]:
            raise
        planned = done.result["id"] if done.name == "activity.complete" else NONE
        answers = question["answers"] | {PLANNED: planned}
        await understand_and_go_on(context, key, question | {"answers": answers})


async def _save(context: BotContext, key: str, question: State, sentence: Sentence) -> None:
    before, files, _ = question.get("amends"), question.get("files") or [], context.translate
    payload = sentence.payload | ({"document_ids": files} if files else {})
    if before:
        action = f"amend:{question['version']}"
        outcome = await mend(context, before, sentence.operation, payload, action, key)
    else:
        outcome = await context.perform(sentence.operation, payload, "say", key)
    context.settle(key)
    entry: State = {
        "operation": outcome.operation_id,
        "name": sentence.operation,
        "payload": (sentence.log or sentence.payload) | ({"document_ids": files} if files else {}),
        "planned": planned_of(sentence.planned, _) if sentence.planned else None,
        "files": files,
        "text": question["text"],
        "at": question["at"],
        "answers": question["answers"],
        "result": outcome.result,
    }
    head = "✏️ " + _("Corrected.") + "\n" if before else ""
    text = head + await describe(context, sentence.operation, outcome.result)
    text += files_line(files, _)
    if sentence.has_nothing_to_move:
        text += "\n" + _("No opportunity was moved: it has none that is open.")
    buttons = after_saving(outcome, _, another=another_of(entry))
    if context.query is None and question.get("shown"):
        shown = await context.turn_into(question["shown"], text, buttons)
    else:
        shown = await context.show(text, buttons)
    context.remember(key, entry | {"shown": shown})
    context.state["last"] = key


HANDLERS = [CallbackQueryHandler(choose, pattern=r"^q:\d+:(x|\d+)$")]
LAST_HANDLERS = [
    MessageHandler(filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE, take_words),
]
