"""Nobody gets at the command line what is not theirs to see, by no command that speaks as somebody."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from core.listing import KINDS, OWNED, SET_UP
from tests.builders.cast import EBRO, RIVAL, Firm
from tests.builders.databases import at_work
from tests.builders.rows import business
from tests.system.running import Ronda, installation
from tests.system.secrets import CONTACT, NAME, Secrets, nowhere, secrets_of
from workers.cli import app

OUTSIDERS = ("admin@rival.example", "rep@rival.example", "southerner@ebro.example", "mate@ebro.example")
"""Another company, another unit, a peer whose reach is the own and the team's."""
SEERS = ("reader@ebro.example", "colleague@ebro.example")
NOBODY = "nobody@ebro.example"
RECORDS = frozenset({"account", "contact", "lead", "opportunity", "activity", "document"})
"""What people own; everything else is how the company is set up, and what has happened in it."""
COMPANY_S_OWN = frozenset({"pipeline", "stage", "activity_type", "unit", "team", "membership", "role"})

# What speaks as somebody, with a try of each on the rep's things; the rest is the operator's own.
AS_SOMEBODY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "do": (("account.archive", '{{"id": "{account}"}}'), ("operation.undo", '{{"operation_id": "{operation}"}}')),
    "get": tuple((kind, f"{{{kind}}}") for kind in sorted(RECORDS)),
    "list": tuple((kind, f"id={{{kind}}}") for kind in sorted(RECORDS)),
    "import": ((__file__,),),
    "user invite": (("new@ebro.example", "--name", "New"),),
    "user disable": (("rep@ebro.example",),),
}
THE_OPERATOR_S = frozenset({
    "up", "web", "worker", "clock", "bot", "chat", "broker", "doctor", "operations", "init", "user reset",
    "user unlock", "user link", "failed", "backup", "restore", "understand",
})  # fmt: skip


@pytest.fixture
def ronda(sqlite_url: str) -> Iterator[Ronda]:
    """The program, with no process at work."""
    with installation(DATABASE_URL=sqlite_url) as made:
        yield made


@pytest.fixture
async def firm(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Firm]:
    async with at_work(sqlite_url, tmp_path):
        yield await Firm.known(EBRO)


@pytest.fixture
async def secrets(firm: Firm) -> Secrets:
    return await secrets_of(firm)


def test_every_command_and_every_kind_is_tried() -> None:
    assert set(_commands(app)) == {*AS_SOMEBODY, *THE_OPERATOR_S}
    assert set(KINDS) == {*RECORDS, *COMPANY_S_OWN, "event"}
    assert (sorted(OWNED), sorted(SET_UP)) == (sorted(RECORDS), sorted(COMPANY_S_OWN))


async def test_what_one_may_not_see_looks_like_what_never_existed(firm: Firm, secrets: Secrets) -> None:
    before = await business(firm)
    for whom in OUTSIDERS:
        for command in ("do", "get", "list"):
            for words in AS_SOMEBODY[command]:
                unseen = await _ask(command, *_filled(words, secrets.ids), as_=whom)
                never = await _ask(command, *_filled(words, nowhere(secrets.ids)), as_=whom)
                assert (unseen.exit_code, unseen.output) == (never.exit_code, never.output), (whom, command, words)
                assert unseen.exit_code == 1 or json.loads(unseen.output) == [], (whom, command, words)
    assert await business(firm) == before


async def test_only_a_companys_admin_lets_people_in_and_out_and_only_there(firm: Firm, secrets: Secrets) -> None:
    for whom in ("rep@rival.example", "southerner@ebro.example", "manager@ebro.example", *SEERS):
        invited = await _ask("user invite", *AS_SOMEBODY["user invite"][0], as_=whom)
        assert "You may not" in invited.output, whom
        disabled = await _ask("user disable", *AS_SOMEBODY["user disable"][0], as_=whom)
        assert ("no user rep@ebro.example" if "rival" in whom else "You may not") in disabled.output, whom
    for email in ("rep@ebro.example", NOBODY):
        disabled = await _ask("user disable", email, as_="admin@rival.example")
        assert f"There is no user {email}" in disabled.output


async def test_lists_and_searches_hold_nothing_of_others(firm: Firm, secrets: Secrets) -> None:
    rep = firm.people["rep"]
    for whom in OUTSIDERS:
        for kind in sorted(RECORDS):
            for filters in ((), (NAME,), (CONTACT,), (f"owner_id={rep}",), (f"unit_id={firm.units['north']}",)):
                told = (await _ask("list", kind, *filters, as_=whom)).output
                assert [word for word in secrets.words if word in told] == [], (whom, kind, filters)
                assert rep not in told, (whom, kind, filters)


async def test_another_company_sees_nothing_of_how_this_one_is_set_up(firm: Firm, secrets: Secrets) -> None:
    rival = await Firm.known(RIVAL)
    for kind in sorted({*COMPANY_S_OWN, "event"}):
        ours = json.loads((await _ask("list", kind, "--limit", "9999", as_="admin@ebro.example")).output)
        theirs = json.loads((await _ask("list", kind, "--limit", "9999", as_="admin@rival.example")).output)
        assert ours or kind == "team", kind
        assert {one["company_id"] for one in theirs} <= {rival.company_id}, kind
        if "id" in (ours or [{}])[0]:
            refused = await _ask("get", kind, ours[0]["id"], as_="admin@rival.example")
            assert (refused.exit_code, "There is nothing here" in refused.output) == (1, True), kind


async def test_what_has_happened_is_for_who_may_look_into_it(firm: Firm, secrets: Secrets) -> None:
    for whom in ("rep@ebro.example", "manager@ebro.example", *SEERS):
        for words in (("list", "event"), ("get", "event", "1")):
            assert "You may not" in (await _ask(*words, as_=whom)).output, (whom, words)


async def test_who_may_only_see_sees_and_changes_nothing(firm: Firm, secrets: Secrets) -> None:
    before = await business(firm)
    for whom in SEERS:
        for kind in sorted(RECORDS):
            seen = json.loads((await _ask("get", kind, secrets.ids[kind], as_=whom)).output)
            assert seen["id"] == secrets.ids[kind], (whom, kind)
        archived = await _ask("do", *_filled(AS_SOMEBODY["do"][0], secrets.ids), as_=whom)
        assert "You may not" in archived.output, whom
    assert await business(firm) == before


async def test_nobody_gets_nothing(firm: Firm, secrets: Secrets) -> None:
    for whom, company in ((NOBODY, ()), ("rep@rival.example", ("--company", firm.company_id)), ("", ())):
        for command, tries in AS_SOMEBODY.items():
            for words in tries:
                refused = await _ask(command, *_filled(words, secrets.ids), *company, as_=whom)
                assert (refused.exit_code, refused.output) == (
                    1, f"There is no user {whom}{' in that company' if company else ''}.\n",
                ), (whom, command)  # fmt: skip


async def test_the_program_itself_refuses_alike(ronda: Ronda, firm: Firm, secrets: Secrets) -> None:
    asked = ("get", "account", secrets.ids["account"], "--as")
    seen, unseen = [await asyncio.to_thread(ronda.do, *asked, f"{who}@ebro.example") for who in ("rep", "southerner")]
    assert json.loads(seen.stdout)["name"] == NAME
    assert (unseen.returncode, unseen.stdout) == (1, "")
    assert unseen.stderr == "There is nothing here, or you may not see it.\n"


def _commands(of: Typer, before: str = "") -> list[str]:
    """Every command's name, with its group's."""
    own = [before + (one.name or str(one.callback.__name__)) for one in of.registered_commands if one.callback]
    groups = [_commands(one.typer_instance, f"{one.name} ") for one in of.registered_groups if one.typer_instance]
    return own + [name for group in groups for name in group]


def _filled(words: tuple[str, ...], ids: Mapping[str, str]) -> list[str]:
    return [word.format(**ids) for word in words]


async def _ask(command: str, *words: str, as_: str) -> Result:
    """The command in this process, with a loop of its own."""
    arguments: list[Any] = [*command.split(), *words, "--as", as_]
    return await asyncio.to_thread(CliRunner().invoke, app, arguments)
