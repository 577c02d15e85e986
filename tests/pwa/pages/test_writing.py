"""Forms: what is sent is done once, what is wrong stands beside its field, what was typed stays."""

import re

import httpx
import pytest

from core.records import new_id
from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.visitors import FRAGMENT, Visitors, hidden


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm)


async def test_an_account_is_made_once_however_often_its_form_is_sent(firm: Firm, browser: httpx.AsyncClient) -> None:
    form = {"operation_id": hidden((await browser.get("/accounts/new")).text), "name": "Acme", "kinds": "customer",
            "phones.new-0.number": "976 123 456", "emails.new-0.address": "info@acme.example",
            "addresses.new-0.city": "Huesca"}  # fmt: skip
    first, second = await browser.post("/accounts", data=form), await browser.post("/accounts", data=form)
    assert first.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    page = (await browser.get(first.headers["location"])).text
    assert "Acme is among the customers now." in page
    assert "976 12 34 56" in page
    assert "info@acme.example" in page
    assert (await browser.get("/accounts")).text.count("data-record-link>Acme") == 1


async def test_what_was_done_is_told_once_and_can_be_undone(firm: Firm, browser: httpx.AsyncClient) -> None:
    made = await browser.post("/accounts", data={"name": "Acme", "kinds": "customer", "operation_id": new_id()})
    page = (await browser.get(made.headers["location"])).text
    assert "is among the customers now" in page
    assert "is among the customers now" not in (await browser.get(made.headers["location"])).text
    undo = page.split('action="/operations/')[1].split('"')[0]
    operation = page.split('action="/operations/')[1].split('name="operation_id" value="')[1].split('"')[0]
    undone = await browser.post(f"/operations/{undo}", data={"operation_id": operation})
    assert undone.status_code == 303
    assert (await browser.get(made.headers["location"])).status_code == 404


async def test_a_form_that_is_wrong_comes_back_as_it_was_typed(firm: Firm, browser: httpx.AsyncClient) -> None:
    typed = {"name": "Acme <b>", "kinds": "customer", "phones.new-0.number": "what?", "notes": "first\nsecond"}
    answer = await browser.post("/accounts", data=typed)
    assert answer.status_code == 422
    assert "Acme &lt;b&gt;" in answer.text
    assert "first\nsecond" in answer.text
    assert 'id="phones.new-0-error"' in answer.text
    assert "not a phone number" in answer.text
    nameless = await browser.post("/accounts", data={"name": " ", "kinds": "customer"})
    assert 'id="name-error"' in nameless.text


async def test_a_contact_is_made_at_the_account_that_is_named(firm: Firm, browser: httpx.AsyncClient) -> None:
    account = await firm.account(name="Acme")
    typed = {"name": "Laura Gil", "account": "acme", "operation_id": new_id()}
    made = await browser.post("/contacts", data=typed)
    assert made.headers["location"] == f"/accounts/{account}"
    assert "Laura Gil" in (await browser.get(made.headers["location"])).text
    unknown = await browser.post("/contacts", data={**typed, "account": "Nobody", "operation_id": new_id()})
    assert unknown.status_code == 422
    assert 'id="account-error"' in unknown.text
    assert 'value="Nobody"' in unknown.text


async def test_two_who_edit_the_same_see_both_values_and_decide(
    firm: Firm, browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    account = await firm.account(by="manager", name="Acme", website="old.example")
    mine, theirs = await visitors.of(firm, "manager"), await visitors.of(firm, "admin")
    form = (await mine.get(f"/accounts/{account}/edit")).text
    base = hidden(form, "base")
    common = {"name": "Acme", "kinds": "customer", "base": base}
    await theirs.post(f"/accounts/{account}", data={**common, "website": "theirs.example"})
    await mine.post(f"/accounts/{account}", data={**common, "website": "mine.example", "sector": "food"})
    page = (await mine.get(f"/accounts/{account}")).text
    assert "decide which value stays" in page
    assert "mine.example" in page
    assert "theirs.example" in page
    conflict = page.split('action="/conflicts/')[1].split("/")[0]
    await mine.post(f"/conflicts/{conflict}/resolve", data={"keep": "mine"})
    page = (await mine.get(f"/accounts/{account}")).text
    assert "/conflicts/" not in page
    assert "theirs.example" not in page


async def test_two_who_edit_the_same_lead_decide_on_its_page(firm: Firm, visitors: Visitors) -> None:
    lead = (await firm.do("lead.create", {"firm": "Posada Real", "subject": "Oven"}, "manager"))["id"]
    for who, subject in (("admin", "Two ovens"), ("manager", "Fridge")):
        await firm.do("lead.edit", {"id": lead, "base": 1, "subject": subject}, who)
    mine = await visitors.of(firm, "manager")
    conflict = (await mine.get(f"/leads/{lead}")).text.split('action="/conflicts/')[1].split("/")[0]
    decided = await mine.post(f"/conflicts/{conflict}/resolve", data={"keep": "mine"})
    assert decided.headers["location"] == f"/leads/{lead}"
    page = (await mine.get(f"/leads/{lead}")).text
    assert "Fridge" in page
    assert "/conflicts/" not in page


async def test_an_opportunity_takes_money_as_people_write_it(firm: Firm, browser: httpx.AsyncClient) -> None:
    for written, shown in (("1.234,50", "€1,235"), ("2,000", "€2,000"), ("300", "€300"), ("4.5", "€5")):
        made = await browser.post("/opportunities", data={"title": "Oven", "amount": written})
        assert shown in (await browser.get(made.headers["location"])).text, written
    wrong = await browser.post("/opportunities", data={"title": "Oven", "amount": "a lot"})
    assert (wrong.status_code, "not an amount" in wrong.text) == (422, True)


async def test_a_lost_opportunity_needs_a_reason(firm: Firm, browser: httpx.AsyncClient) -> None:
    opportunity = await firm.opportunity()
    address = f"/opportunities/{opportunity}/move"
    lost = {"stage": firm.stages["lost"]}
    asked = await browser.post(address, data=lost)
    assert asked.status_code == 422
    assert 'id="reason-error"' in asked.text
    assert (await browser.post(address, data={**lost, "reason": "price"})).status_code == 303
    page = (await browser.get(f"/opportunities/{opportunity}")).text
    assert "Because: price" in page


async def test_a_usual_reason_that_is_chosen_will_do_and_own_words_go_before_it(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    for own_words, kept in (("", "Competitor"), ("Their nephew sells them", "Their nephew sells them")):
        opportunity = await firm.opportunity()
        sent = {"stage": firm.stages["lost"], "usual": "Competitor", "reason": own_words}
        await browser.post(f"/opportunities/{opportunity}/move", data=sent)
        assert f"Because: {kept}" in (await browser.get(f"/opportunities/{opportunity}")).text


async def test_the_usual_reasons_of_the_company_are_offered_where_one_is_asked(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    for _ in range(2):
        lost = {"id": await firm.opportunity(), "stage_id": firm.stages["lost"], "reason": "Their nephew sells them"}
        await firm.do("opportunity.move", lost)
    page = (await browser.get(f"/opportunities/{await firm.opportunity()}/move")).text
    assert re.findall(r'class="choice for-lost"><input type="radio" name="usual" value="([^"]*)"', page)[:2] == [
        "Their nephew sells them",
        "Price",
    ]
    await firm.opportunity(title="Cold room", account_id=await firm.account(name="Acme"))
    asked = (await browser.post("/quick-log", data={"words": "Cold room is lost", "kind": "call"})).text
    assert re.findall(r'name="answer_reason" value="([^"]*)"', asked)[0] == "Their nephew sells them"


async def test_a_card_that_is_dragged_gets_the_board_back(firm: Firm, browser: httpx.AsyncClient) -> None:
    opportunity = await firm.opportunity()
    headers = {**FRAGMENT, "HX-Current-URL": "http://ronda.test/opportunities?whose=me"}
    moved = {"operation_id": new_id(), "stage": firm.stages["proposal"], "revision": "1"}
    answer = await browser.post(f"/opportunities/{opportunity}/move", data=moved, headers=headers)
    assert answer.status_code == 200
    assert 'id="board-region"' in answer.text
    assert "Horno mixto is in Proposal now." in answer.text
    assert 'hx-swap-oob="beforeend"' in answer.text


async def test_a_move_that_crosses_anothers_is_asked_about(
    firm: Firm, browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    opportunity = await firm.opportunity()
    form = (await browser.get(f"/opportunities/{opportunity}/move")).text
    revision = hidden(form, "revision")
    await firm.do("opportunity.move", {"id": opportunity, "stage_id": firm.stages["proposal"]}, "manager")
    move = {"stage": firm.stages["negotiation"], "revision": revision}
    asked = await browser.post(f"/opportunities/{opportunity}/move", data=move)
    assert asked.status_code == 409
    assert "Manager has moved it meanwhile" in asked.text
    again = {**move, "revision": hidden(asked.text, "revision")}
    assert (await browser.post(f"/opportunities/{opportunity}/move", data=again)).status_code == 303


async def test_a_row_that_is_ticked_comes_back_done(firm: Firm, browser: httpx.AsyncClient) -> None:
    activity = await firm.activity(subject="Call back")
    sent = {"operation_id": f"{new_id()}.done.{activity}"}
    for _ in range(2):
        answer = await browser.post(f"/activities/{activity}/complete", data=sent, headers=FRAGMENT)
        assert answer.status_code == 200
        assert "is-done" in answer.text
        assert answer.text.count("data-toast") == 1


async def test_an_activity_is_put_off_and_cancelled(firm: Firm, browser: httpx.AsyncClient) -> None:
    made = await browser.post(
        "/activities", data={"type": "visit", "subject": "See them", "day": day(3), "hour": "10:30"}
    )
    page = made.headers["location"]
    assert "10:30" in (await browser.get(page)).text
    put_off = await browser.post(f"{page}/move", data={"day": day(5)})
    assert put_off.status_code == 303
    assert (await browser.post(f"{page}/cancel")).status_code == 303
    refused = await browser.post(f"{page}/cancel")
    assert refused.status_code == 422


async def test_words_are_understood_shown_and_then_saved(firm: Firm, browser: httpx.AsyncClient) -> None:
    account = await firm.account(name="Talleres Núñez")
    words = "called Talleres Núñez, they want a price, call back on Thursday at 10"
    sent = {"operation_id": new_id(), "words": words, "kind": "call"}
    shown = await browser.post("/quick-log", data=sent)
    assert shown.status_code == 200
    for part in ("Is this right?", "Talleres Núñez", "they want a price", "10:00"):
        assert part in shown.text, part
    assert "they want a price" not in (await browser.get(f"/accounts/{account}")).text
    said_at = hidden(shown.text, "said_at")
    confirmed = {**sent, "said_at": said_at, "confirmed": "yes"}
    saved = [await browser.post("/quick-log", data=confirmed) for _ in range(2)]
    assert [one.headers["location"] for one in saved] == [f"/accounts/{account}"] * 2
    page = (await browser.get(f"/accounts/{account}")).text
    assert page.lower().count("they want a price") == 1
    assert "10:00" in page


async def test_an_amount_that_no_opportunity_takes_stays_in_the_note(firm: Firm, browser: httpx.AsyncClient) -> None:
    await firm.account(name="Talleres Núñez")
    words = "called Talleres Núñez, they want a price for 40 boxes, about 3200 euros, call back on Thursday at 10"
    shown = await browser.post("/quick-log", data={"words": words, "kind": "call"})
    assert "they want a price for 40 boxes, €3,200" in shown.text


async def test_what_is_in_doubt_is_asked(firm: Firm, browser: httpx.AsyncClient) -> None:
    first = await firm.account(name="Talleres Núñez")
    await firm.account(name="Bodegas Núñez")
    asked = await browser.post("/quick-log", data={"words": "called Núñez, they want a price", "kind": "call"})
    assert "Which account?" in asked.text
    chosen = {"words": hidden(asked.text, "words"), "said_at": hidden(asked.text, "said_at"), "answer_account": first}
    shown = await browser.post("/quick-log", data=chosen)
    assert "Is this right?" in shown.text
    assert "Talleres Núñez" in shown.text


async def test_a_question_shows_what_was_understood_and_days_to_tap(firm: Firm, browser: httpx.AsyncClient) -> None:
    account = await firm.account(name="Talleres Núñez")
    asked = await browser.post("/quick-log", data={"words": "visit Talleres Núñez", "kind": "plan"})
    for part in ("When?", "Talleres Núñez", "Tomorrow"):
        assert part in asked.text, part
    answers: list[dict[str, str]] = [
        {"answer_time": hidden(asked.text, "answer_time")},
        {"answer_time": hidden(asked.text, "answer_time"), "answer_time_typed": "tomorrow"},
    ]
    for answer in answers:
        sent = {"words": "visit Talleres Núñez", "said_at": hidden(asked.text, "said_at"), **answer}
        shown = await browser.post("/quick-log", data=sent)
        assert "Is this right?" in shown.text
    assert "omorrow" in shown.text, "Enter in the field presses the first button; what was typed holds"
    saved = await browser.post("/quick-log", data={**sent, "confirmed": "yes", "operation_id": new_id()})
    assert saved.headers["location"] == f"/accounts/{account}"


async def test_words_without_a_verb_are_about_the_account_that_the_form_names(
    firm: Firm, browser: httpx.AsyncClient
) -> None:
    account = await firm.account(name="Talleres Núñez")
    shown = await browser.post("/quick-log", data={"words": "nobody there", "kind": "visit", "account": account})
    assert "Is this right?" in shown.text
    saved = {"words": "nobody there", "kind": "visit", "account": account, "confirmed": "yes"}
    assert (await browser.post("/quick-log", data=saved)).headers["location"] == f"/accounts/{account}"
    assert "nobody there" in (await browser.get(f"/accounts/{account}")).text
    nothing = await browser.post("/quick-log", data={"words": "blah", "kind": "visit"})
    assert nothing.status_code == 422
    assert ">blah</textarea>" in nothing.text


async def test_settings_are_ones_own(firm: Firm, browser: httpx.AsyncClient) -> None:
    saved = {"name": "Rosa", "timezone": "Atlantic/Canary", "digest_at": "", "remind_minutes": "30"}
    assert (await browser.post("/settings", data=saved)).status_code == 303
    page = (await browser.get("/settings")).text
    assert "<option selected>Atlantic/Canary</option>" in page
    assert 'value="30"' in page
    wrong = await browser.post("/settings", data={**saved, "timezone": "Moon/Crater"})
    assert wrong.status_code == 422
    assert (await browser.post("/settings", data={"theme": "dark"})).status_code == 303
    assert 'data-theme="dark"' in (await browser.get("/today")).text


async def test_the_chat_is_linked_by_a_code_that_is_shown_once(
    firm: Firm, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.inbox import this_bot
    from core.people.chats import link

    async def username() -> str:
        return "RondaBot"

    monkeypatch.setattr("pwa.pages.chat.bot_username", username)
    page = (await browser.post("/chat")).text
    code = page.split('class="code">')[1].split("<")[0]
    assert f"RondaBot?start={code}" in page
    assert "<svg" in page.split('class="qr')[1]
    waiting = await browser.get("/chat?waiting=none", headers=FRAGMENT)
    assert waiting.status_code == 204
    await link(this_bot(), 4711, code)
    linked = await browser.get("/chat?waiting=none", headers=FRAGMENT)
    assert linked.headers["hx-redirect"] == "/chat"
    page = (await browser.get("/chat")).text
    assert "Linked to @RondaBot" in page
    assert code not in page
    chat = page.split('action="/chat/')[1].split("/")[0]
    await browser.post(f"/chat/{chat}/unlink")
    assert "No chat is linked yet" in (await browser.get("/chat")).text
