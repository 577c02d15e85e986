"""The second factor: on once a code was seen, each code good once, tries counted, recovery codes kept as digests."""

import asyncio
from datetime import UTC, datetime

import pyotp
import pytest
from sqlalchemy import select, update

from core.cleaning import clean_up
from core.database import EVERY_COMPANY, reading, transaction
from core.errors import CodeNeeded, Conflict, Expired, Invalid, SignInFailed, TooMany
from core.people.credentials import RecoveryCode, SecondFactor
from core.people.devices import device
from core.people.models import RateCounter, Ticket
from core.people.second_factor import (
    RECOVERY_CODES,
    confirm,
    enrol,
    enrolment,
    finish_sign_in,
    forget_everything,
    new_recovery_codes,
    state,
    turn_off,
)
from core.people.sign_in import Purpose, give_password, new_ticket, open_from_chat, set_password, sign_in
from tests.builders.cast import Firm

EMAIL, PASSWORD = "rep@ebro.example", "correct horse battery"


@pytest.fixture
async def rep(firm: Firm) -> str:
    """The rep, who has a password."""
    await give_password([firm.people["rep"]], PASSWORD)
    return firm.people["rep"]


async def test_it_is_asked_for_only_once_a_code_of_it_was_seen(rep: str) -> None:
    await enrol(rep)
    assert await sign_in(EMAIL, PASSWORD, "", "::1")
    with pytest.raises(Invalid) as refused:
        await confirm(rep, "000000" if await _code(rep) != "000000" else "111111")
    assert set(refused.value.fields) == {"code"}
    assert not (await _state(rep))["is_on"]
    await confirm(rep, await _code(rep))
    with pytest.raises(CodeNeeded):
        await sign_in(EMAIL, PASSWORD, "", "::1")
    with pytest.raises(Conflict):
        await enrol(rep)
    with pytest.raises(Expired):
        await confirm(rep, await _code(rep, later=1))


async def test_the_phone_learns_the_secret_by_an_address_that_every_app_knows(rep: str) -> None:
    await enrol(rep)
    async with reading(EVERY_COMPANY) as session:
        shown = await enrolment(session, rep)
    assert shown is not None
    assert shown.address == f"otpauth://totp/Ronda:rep%40ebro.example?secret={shown.secret}&issuer=Ronda"
    learnt = pyotp.parse_uri(shown.address)
    assert isinstance(learnt, pyotp.TOTP)
    assert learnt.now() == pyotp.TOTP(shown.secret).now()


async def test_a_code_comes_in_once_and_no_earlier_one_after_it(rep: str) -> None:
    await _turned_on(rep)
    used, earlier = await _code(rep, later=1), await _code(rep)
    assert await _is_rep(rep, await finish_sign_in(await _step(), used, "Firefox"))
    for code in (used, earlier):
        with pytest.raises(SignInFailed):
            await finish_sign_in(await _step(), code, "")


async def test_two_who_send_one_code_at_once_are_not_both_let_in(rep: str) -> None:
    await _turned_on(rep)
    code, steps = await _code(rep, later=1), [await _step() for _ in range(4)]
    entries = await asyncio.gather(*(finish_sign_in(step, code, "") for step in steps), return_exceptions=True)
    assert [isinstance(one, str) for one in entries].count(True) == 1


async def test_the_first_half_opens_nothing_and_is_good_once(rep: str) -> None:
    await _turned_on(rep)
    step = await _step()
    assert not await _is_rep(rep, step)
    await finish_sign_in(step, await _code(rep, later=1), "")
    with pytest.raises(Expired):
        await finish_sign_in(step, await _code(rep), "")
    for purpose in (Purpose.OPEN, Purpose.RESET):
        other = await new_ticket(purpose, rep)
        with pytest.raises(Expired):
            await finish_sign_in(other, await _code(rep), "")


async def test_the_first_half_is_over_after_five_minutes(rep: str) -> None:
    await _turned_on(rep)
    step = await _step()
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(Ticket).values(expires_at=datetime.now(UTC)))
    with pytest.raises(Expired):
        await finish_sign_in(step, await _code(rep, later=1), "")


async def test_tries_are_counted_over_all_first_halves(rep: str) -> None:
    await _turned_on(rep)
    right = await _code(rep, later=1)
    for number in range(6):
        with pytest.raises(SignInFailed):
            await finish_sign_in(await _step(), "12345" + ("٣" if number else "x"), "")
    with pytest.raises(TooMany):
        await finish_sign_in(await _step(), right, "")
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(RateCounter).values(window_ends_at=datetime.now(UTC)))
    await clean_up()
    assert await finish_sign_in(await _step(), right, "")


async def test_each_recovery_code_comes_in_once_however_it_is_typed(rep: str) -> None:
    codes = await _turned_on(rep)
    assert len(set(codes)) == RECOVERY_CODES
    assert await _is_rep(rep, await finish_sign_in(await _step(), f" {codes[3].upper().replace('-', ' ')} ", ""))
    with pytest.raises(SignInFailed):
        await finish_sign_in(await _step(), codes[3], "")
    assert (await _state(rep))["codes_left"] == RECOVERY_CODES - 1


async def test_recovery_codes_are_kept_as_digests_and_new_ones_make_the_old_worthless(rep: str) -> None:
    old = await _turned_on(rep)
    async with reading(EVERY_COMPANY) as session:
        kept = " ".join(await session.scalars(select(RecoveryCode.digest)))
    assert not [code for code in old if code in kept or code.replace("-", "") in kept]
    with pytest.raises(Invalid):
        await new_recovery_codes(rep, "wrong")
    new = await new_recovery_codes(rep, PASSWORD)
    with pytest.raises(SignInFailed):
        await finish_sign_in(await _step(), old[0], "")
    assert await finish_sign_in(await _step(), new[0], "")


async def test_somebody_else_s_codes_let_nobody_in(firm: Firm, rep: str) -> None:
    await _turned_on(rep)
    theirs = await _turned_on(firm.people["mate"])
    for code in (theirs[0], await _code(firm.people["mate"], later=1)):
        with pytest.raises(SignInFailed):
            await finish_sign_in(await _step(), code, "")


async def test_only_the_password_turns_it_off(rep: str) -> None:
    await _turned_on(rep)
    with pytest.raises(Invalid):
        await turn_off(rep, "wrong")
    assert (await _state(rep))["is_on"]
    await turn_off(rep, PASSWORD)
    assert await _state(rep) == {"is_on": False, "on_since": None, "codes_left": 0}
    assert await sign_in(EMAIL, PASSWORD, "", "::1")


async def test_a_reset_s_link_does_not_stand_for_the_phone_and_the_chat_s_does(rep: str) -> None:
    await _turned_on(rep)
    with pytest.raises(CodeNeeded) as half:
        await set_password(Purpose.RESET, await new_ticket(Purpose.RESET, rep), "another sentence", "")
    assert half.value.step not in repr(half.value)
    assert await _is_rep(rep, await finish_sign_in(half.value.step, await _code(rep, later=1), ""))
    secret, _ = await open_from_chat(await new_ticket(Purpose.OPEN, rep), "")
    assert await _is_rep(rep, secret)


async def test_who_has_lost_the_phone_begins_anew(rep: str) -> None:
    await _turned_on(rep)
    secret, _ = await open_from_chat(await new_ticket(Purpose.OPEN, rep), "")
    await forget_everything(rep)
    assert not await _is_rep(rep, secret)
    assert await sign_in(EMAIL, PASSWORD, "", "::1")


async def _turned_on(user_id: str) -> list[str]:
    await enrol(user_id)
    codes = await confirm(user_id, await _code(user_id))
    async with transaction(EVERY_COMPANY) as session:
        await session.execute(update(RateCounter).values(count=0))
    return codes


async def _code(user_id: str, later: int = 0) -> str:
    """The code of now, or of so many half minutes later."""
    async with reading(EVERY_COMPANY) as session:
        secret = await session.scalar(select(SecondFactor.secret).where(SecondFactor.user_id == user_id))
    assert secret
    return pyotp.TOTP(secret).at(datetime.now(UTC), counter_offset=later)


async def _step() -> str:
    with pytest.raises(CodeNeeded) as half:
        await sign_in(EMAIL, PASSWORD, "Firefox", "::1")
    return half.value.step


async def _state(user_id: str) -> dict[str, object]:
    async with reading(EVERY_COMPANY) as session:
        return await state(session, user_id)


async def _is_rep(rep: str, secret: str) -> bool:
    async with reading(EVERY_COMPANY) as session:
        found = await device(session, secret)
    return found is not None and found.user_id == rep
