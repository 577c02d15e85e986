"""Whatever comes in – wrong types, huge numbers, NUL, SQL, HTML, other people's ids –: done, or refused in words."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import CrmError, Invalid
from core.i18n import translator
from core.operations import REGISTRY, parse
from tests.builders.cast import RIVAL, Firm
from tests.builders.databases import at_work
from tests.builders.rows import counts
from tests.builders.wishes import WISHES, wish_for

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


async def try_it(firm: Firm, name: str, payload: dict[str, Any], who: str) -> None:
    before = await counts(firm)
    if (refusal := await refusal_of(firm, name, payload, who)) is not None:
        assert await counts(firm) == before
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


def check(url: str, folder: Path, name: str, examples: int) -> None:
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

        @settings(
            max_examples=examples, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(spoilt(name, payload, ids))
        def never_anything_but_an_answer_in_words(bad: dict[str, Any]) -> None:
            runner.run(try_it(firm, name, bad, who))

        never_anything_but_an_answer_in_words()
        runner.run(at.__aexit__(None, None, None))


@pytest.mark.parametrize("name", sorted(WISHES))
def test_an_operation_is_done_or_refused_in_words(sqlite_url: str, tmp_path: Path, name: str) -> None:
    check(sqlite_url, tmp_path, name, 12)


def test_postgresql_refuses_in_words_too(postgresql_url: str, tmp_path: Path) -> None:
    # Those that take rights away come last.
    for name in sorted(WISHES, key=lambda name: (name in ("member.edit", "member.disable", "role.edit"), name)):
        check(postgresql_url, tmp_path, name, 4)


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(WISHES))
def test_an_operation_is_done_or_refused_in_words_for_long(database_url: str, tmp_path: Path, name: str) -> None:
    check(database_url, tmp_path, name, 1500)
