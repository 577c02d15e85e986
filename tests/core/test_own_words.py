"""A company's own names in two languages: stored, undone, and said to each reader in his or her own."""

import json

from sqlalchemy import select

from core.database import reading
from core.events import Event
from core.i18n import translator
from core.own_words import OwnWords, as_json, from_json, read, written
from core.sales.models import Stage
from core.standard_names import stage_name
from tests.builders.cast import Firm


async def _name(firm: Firm, key: str = "proposal") -> str:
    async with reading(firm.company_id) as session:
        return (await session.execute(select(Stage.name).where(Stage.id == firm.stages[key]))).scalar_one()


def test_a_name_in_one_language_is_a_plain_text() -> None:
    assert type(OwnWords.of("Oferta", {"en": "Oferta", "es": ""})) is str
    assert written("Oferta") == read("Oferta") == from_json("Oferta") == "Oferta"


def test_a_name_in_two_comes_back_from_column_and_event() -> None:
    name = OwnWords.of("Oferta firme", {"en": "Firm offer"})
    assert isinstance(name, OwnWords)
    for again in (read(written(name)), from_json(json.loads(json.dumps(as_json(name))))):
        assert isinstance(again, OwnWords)
        assert (str(again), again.in_language("en"), again.in_language("es")) == (
            "Oferta firme", "Firm offer", "Oferta firme",
        )  # fmt: skip


async def test_each_reader_is_told_the_name_in_his_own_language(firm: Firm) -> None:
    given = {"id": firm.stages["proposal"], "name": "Oferta firme", "names": {"en": "Firm offer"}}
    await firm.do("stage.edit", given, "admin")
    name = await _name(firm)
    assert stage_name("proposal", name, translator("es")) == "Oferta firme"
    assert stage_name("proposal", name, translator("en")) == "Firm offer"


async def test_a_change_of_one_language_alone_is_kept_and_undone(firm: Firm) -> None:
    given = {"id": firm.stages["proposal"], "name": "Oferta", "names": {"en": "Offer"}}
    await firm.do("stage.edit", given, "admin")
    done = await firm.perform("stage.edit", {**given, "names": {"en": "Quote"}}, "admin")
    assert stage_name("", await _name(firm), translator("en")) == "Quote"
    async with reading(firm.company_id) as session:
        event = await session.scalar(select(Event).where(Event.operation_id == done.operation_id))
    assert event is not None
    assert event.difference["name"] == [{"": "Oferta", "en": "Offer"}, {"": "Oferta", "en": "Quote"}]
    await firm.do("operation.undo", {"operation_id": done.operation_id}, "admin")
    assert stage_name("", await _name(firm), translator("en")) == "Offer"
