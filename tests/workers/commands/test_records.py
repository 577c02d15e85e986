"""`ronda do`, `get`, `list`, `operations`: an answer as JSON, or one sentence and the exit code 1."""

import json

import pytest

from core.operations import REGISTRY
from tests.workers.commands.conftest import Command

REP = ("--as", "rep@ebro.example")
ID = "00000000-0000-4000-8000-000000000001"


def test_an_operation_is_done_once_for_its_id(ebro: Command) -> None:
    first = json.loads(ebro("do", "account.create", '{"name": "Acme"}', *REP, "--id", ID).output)
    again = json.loads(ebro("do", "account.create", "-", *REP, "--id", ID, given='{"name": "Acme"}').output)
    assert (first["repeated"], again["repeated"]) == (False, True)
    assert first["result"] == again["result"]
    [account] = json.loads(ebro("list", "account", "acme", *REP).output)
    assert json.loads(ebro("get", "account", account["id"], *REP).output) == account


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("do", "account.create", "{"), "not JSON"),
        (("do", "account.create", "[]"), "not JSON"),
        (("do", "account.create", "{}"), "name: This is needed."),
        (("do", "account.create", '{"name": "A", "nam": 1}'), "nam: There is no such field."),
        (("do", "account.create", '{"name": "A"}', "--id", "x"), "id: That is not an id."),
        (("do", "nothing.such"), "no operation “nothing.such”"),
        (("get", "nothing", ID), "There are: account,"),
        (("get", "account", "7"), "There is nothing here"),
        (("get", "account", ID), "There is nothing here"),
        (("get", "event", "x"), "There is nothing here"),
        (("list", "nothing"), "There are: account,"),
        (("list", "account", "nothing=1"), "nothing: There is no such field."),
        (("list", "account", "created_at=soon"), "created_at:"),
        (("list", "event"), "You may not"),
        (("list", "account", "--company", "Rival"), "no user rep@ebro.example in that company"),
    ],
)
def test_a_slip_is_said_in_words(ebro: Command, words: tuple[str, ...], said: str) -> None:
    as_whom = ("--as", "admin@ebro.example") if words[:2] == ("get", "event") else REP
    refused = ebro(*words, *as_whom)
    assert refused.exit_code == 1
    assert said in refused.output


def test_every_operation_is_listed_with_what_it_takes(ronda: Command) -> None:
    listed = json.loads(ronda("operations").output)
    assert set(listed) == set(REGISTRY)
    assert all(one["about"] and one["payload"]["type"] == "object" for one in listed.values())
