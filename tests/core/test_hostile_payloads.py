"""Whatever comes in – wrong types, huge numbers, NUL, SQL, HTML, other people's ids –: done, or refused in words."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from core.database import reading
from core.errors import CrmError, Invalid
from core.i18n import translator
from core.listing import get
from core.operations import REGISTRY, parse
from tests.builders.cast import RIVAL, Firm
from tests.builders.databases import at_work
from tests.builders.rows import Counts, business, counts
from tests.builders.wishes import WISHES, wish_for

Path = tuple[str | int, ...]
HOSTILE = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, -1, 2**31, 2**63, -(2**63) - 1, 10**30, 1e308, float("inf"), float("nan"), -0.0]),
    st.sampled_from([
        "", " ", "\x00", "a\x00b", "\ud800", "\udfff\ud800", "'; DROP TABLE accounts; --", "<script>alert(1)</script>",
        "x" * 201, "x" * 20_001, "{name}", "%s %(x)s", "😀" * 150, "\u202eabc", "0001-01-01", "9999-12-31",
        "2026-02-30", "2026-12-01T10:00:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "a@b",
        "a@" + "b" * 300 + ".es", "+" * 40, "+34" + "9" * 36, "00000000-0000-0000-0000-000000000000", "ZZZ", "null",
    ]),
    st.lists(st.none() | st.text(max_size=3), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=3), max_size=3),
    st.recursive(st.none(), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.just("a"), inner)),
)  # fmt: skip


@pytest.mark.parametrize("locale", ["es", "en"])
def test_what_is_wrong_with_a_field_is_said_in_both_languages(locale: str) -> None:
    payload = {"title": "", "amount": -1, "currency": "euro", "probability": 101, "expected_close": "x", "zzz": 1}
    with pytest.raises(Invalid) as refusal:
        parse(REGISTRY["opportunity.create"], payload)
    said = refusal.value.say_fields(translator(locale))
    assert set(said) == set(payload)
    assert all(said.values())


def fields_of(name: str) -> list[str]:
    return sorted(REGISTRY[name].payload.model_fields)


@st.composite
def spoilt(draw: st.DrawFn, name: str, payload: dict[str, Any], ids: list[str]) -> dict[str, Any]:
    """A payload that would do, with some fields taken away, replaced or added."""
    given = dict(payload)
    for _ in range(draw(st.integers(1, 3))):
        field = draw(st.sampled_from([*fields_of(name), *fields_of(name), "unknown"]))
        if draw(st.integers(0, 9)) == 0:
            given.pop(field, None)
        else:
            given[field] = draw(HOSTILE | st.sampled_from(ids) | nested(given.get(field)))
    return given


def nested(value: Any) -> st.SearchStrategy[Any]:
    """The value with one thing inside it spoilt."""
    if isinstance(value, dict) and value:
        return st.sampled_from(sorted(value)).flatmap(lambda key: HOSTILE.map(lambda bad: {**value, key: bad}))
    if isinstance(value, list) and value:
        return nested(value[0]).map(lambda bad: [bad, *value[1:]])
    return HOSTILE


@dataclass
class Trial:
    """Operations of a firm, tried one after the other; nobody else writes meanwhile."""

    firm: Firm
    _counted: Counts | None = None
    """What the tables have, where the last thing tried was refused: nothing is counted twice."""

    async def of(self, name: str, payload: dict[str, Any], who: str) -> None:
        """Fails unless this is done, or refused in words and without a trace."""
        before = self._counted or await counts(self.firm)
        self._counted = None
        if (refusal := await refusal_of(self.firm, name, payload, who)) is not None:
            self._counted = await counts(self.firm)
            assert self._counted == before
            for locale in ("es", "en"):
                said = [refusal.say(translator(locale))]
                said += refusal.say_fields(translator(locale)).values() if isinstance(refusal, Invalid) else []
                assert all(said)
                assert "{" not in "".join(said) or "{" in repr(payload)


async def refusal_of(firm: Firm, name: str, payload: dict[str, Any], who: str) -> CrmError | None:
    try:
        await firm.do(name, payload, who)
    except CrmError as error:
        return error
    return None


def check(url: str, folder: File, name: str, examples: int) -> None:
    """Runs the property on this database, in one loop for all examples."""
    with asyncio.Runner() as runner:
        at = at_work(url, folder)
        runner.run(at.__aenter__())

        async def prepare() -> tuple[Firm, str, dict[str, Any], list[str]]:
            firm, rival = await Firm.known(), await Firm.known(RIVAL)
            who, payload = await wish_for(firm, name)
            ids = [await rival.account(), await firm.account("southerner"), rival.people["rep"], rival.units["north"]]
            return firm, who, payload, ids

        firm, who, payload, ids = runner.run(prepare())
        trial = Trial(firm)

        @settings(
            max_examples=examples, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(spoilt(name, payload, ids))
        def never_anything_but_an_answer_in_words(bad: dict[str, Any]) -> None:
            runner.run(trial.of(name, bad, who))

        never_anything_but_an_answer_in_words()
        runner.run(at.__aexit__(None, None, None))


@pytest.mark.parametrize("name", sorted(WISHES))
def test_an_operation_is_done_or_refused_in_words(sqlite_url: str, tmp_path: File, name: str) -> None:
    check(sqlite_url, tmp_path, name, 8)


def test_postgresql_refuses_in_words_too(postgresql_url: str, tmp_path: File) -> None:
    # Those that take rights away come last.
    for name in sorted(WISHES, key=lambda name: (name in ("member.edit", "member.disable", "role.edit"), name)):
        check(postgresql_url, tmp_path, name, 3)


def paths_to_fields(model: Any, before: Path = ()) -> Iterator[Path]:
    """Every field of a payload, those of what is nested in it too, as the way to it."""
    for name, field in model.model_fields.items():
        yield (*before, name)
        for inner in _models_in(field.annotation):
            is_list = "list" in str(field.annotation)
            yield from paths_to_fields(inner, (*before, name, 0) if is_list else (*before, name))


def _models_in(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models_in(inner)]


def with_text(payload: Any, path: Path, text: str) -> Any:
    """The payload with this text in one place."""
    if not path:
        return text
    step, *rest = path
    if isinstance(step, int):
        items = list(payload) if isinstance(payload, list) and payload else [{}]
        return [with_text(items[0], tuple(rest), text), *items[1:]]
    fields = dict(payload) if isinstance(payload, dict) else {}
    return {**fields, step: with_text(fields.get(step), tuple(rest), text)}


MUCH_IN_ONE = "a\x00b\x07c <script>alert(1)</script> '; DROP TABLE accounts; --"


async def test_no_text_in_any_field_of_any_operation_is_more_than_text(postgresql: str) -> None:
    """Every field of every schema, on the stricter database; NUL and its like are left out whatever the door."""
    firm = await Firm.known()
    last = ("member.edit", "member.disable", "role.edit")  # they take rights away
    for name in sorted(WISHES, key=lambda name: (name in last, name)):
        who, payload = await wish_for(firm, name)
        trial = Trial(firm)
        for path in paths_to_fields(REGISTRY[name].payload):
            await trial.of(name, with_text(payload, path, MUCH_IN_ONE), who)
    assert "\\x00" not in str(await business(firm))
    assert "\\x07" not in str(await business(firm))


async def test_a_character_that_nobody_means_is_left_out(sqlite: str) -> None:
    firm = await Firm.known()
    made = await firm.do("activity.log", {"note": "one\n\ttwo\x00\x07 \x1bthree", "new_account": "A\x00cme"})
    async with reading(firm.company_id) as session:
        viewer = await firm.viewer()
        activity = await get(session, viewer, "activity", made["id"])
        account = await get(session, viewer, "account", activity["account_id"])
    assert (activity["note"], account["name"]) == ("one\n\ttwo three", "Acme")


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(WISHES))
def test_an_operation_is_done_or_refused_in_words_for_long(database_url: str, tmp_path: File, name: str) -> None:
    check(database_url, tmp_path, name, 1500)
