"""Stages, pipelines and kinds of activity are named, put in order and put away."""

import re

import httpx

from tests.builders.cast import Firm
from tests.pwa.pages.administration.forms import send
from tests.pwa.visitors import Visitors


async def test_a_stage_is_named_in_both_languages_moved_and_put_away(
    firm: Firm, admin: httpx.AsyncClient, visitors: Visitors
) -> None:
    names = {"name_es": "Prueba gratuita", "name_en": "Free trial", "outcome": "open", "probability": "35"}
    page = await send(admin, f"/admin/pipelines/{firm.pipeline_id}/stages", **names)
    assert page.index("Free trial") > page.index("Postponed")
    (stage,) = re.findall(r'href="/admin/stages/([^"]+)">Free trial', page)
    page = await send(admin, f"/admin/pipelines/{firm.pipeline_id}/arrange", id=stage)
    assert page.index("Free trial") < page.index("Postponed")
    await firm.opportunity()
    spanish = await visitors.of(firm, "manager")
    await firm.do("settings.edit", {"locale": "es"}, "manager")
    board = (await spanish.get("/opportunities?whose=all")).text
    assert "Prueba gratuita" in board
    assert "Free trial" not in board
    await send(admin, f"/admin/stages/{stage}/archive")
    assert "Prueba gratuita" not in (await spanish.get("/opportunities?whose=all")).text
    assert "Bring back" in (await admin.get("/admin/pipelines")).text
    wrong = await admin.post(f"/admin/stages/{firm.stages['won']}", data={**names, "outcome": "lost"})
    assert wrong.status_code == 422


async def test_a_name_that_stays_as_it_was_is_said_in_every_language(firm: Firm, admin: httpx.AsyncClient) -> None:
    path = f"/admin/stages/{firm.stages['proposal']}"
    page = (await admin.get(path)).text
    fields = dict(re.findall(r'name="(name_\w\w)" value="([^"]*)"', page))
    assert fields == {"name_es": "Propuesta", "name_en": "Proposal"}
    await send(admin, path, **fields, outcome="open", probability="55")
    assert "55%" in (await admin.get("/admin/pipelines")).text
    assert dict(re.findall(r'name="(name_\w\w)" value="([^"]*)"', (await admin.get(path)).text)) == fields


async def test_another_pipeline_begins_like_the_first_and_may_become_it(firm: Firm, admin: httpx.AsyncClient) -> None:
    page = await send(admin, "/admin/pipelines", name_es="Servicios", name_en="Services")
    assert page.count(">Proposal</a>") == 2
    (services,) = re.findall(r'id="pipeline-([^"]+)">Services', page)
    await send(admin, "/admin/pipelines/arrange", id=services)
    page = await send(admin, f"/admin/pipelines/{services}", name_es="Servicio técnico", name_en="Technical service")
    assert page.index("Technical service") < page.index(">Sales<")
    await send(admin, f"/admin/pipelines/{services}/archive")
    await send(admin, f"/admin/pipelines/{services}/archive", back="yes")
    last = await admin.post(f"/admin/pipelines/{firm.pipeline_id}/archive", data={})
    assert last.status_code == 303
    assert (await admin.post(f"/admin/pipelines/{services}/archive", data={})).status_code == 422


async def test_a_kind_of_activity_is_made_moved_and_put_away(firm: Firm, admin: httpx.AsyncClient) -> None:
    page = await send(admin, "/admin/activity-types", name_es="Comida", name_en="Lunch")
    (lunch,) = re.findall(r'href="/admin/activity-types/([^"]+)">Lunch', page)
    await send(admin, "/admin/activity-types/arrange", id=firm.types["call"], down="yes")
    assert "Lunch" in (await admin.get("/activities/new")).text.title()
    await send(admin, f"/admin/activity-types/{lunch}", name_es="Comida de trabajo", name_en="Business lunch")
    await send(admin, f"/admin/activity-types/{lunch}/archive")
    assert "lunch" not in (await admin.get("/activities/new")).text.lower()
