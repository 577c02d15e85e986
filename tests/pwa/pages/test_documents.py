"""Files on a record: a picture is small in the list, whole when it is opened; a PDF is shown; neither can do harm."""

from io import BytesIO

import httpx
import pytest
from PIL import Image

from core.documents.service import keep_bytes
from core.records import new_id
from tests.builders.cast import Firm
from tests.pwa.pages.test_lists import names
from tests.pwa.visitors import Visitors


def picture(media_type: str, size: tuple[int, int] = (1200, 800), mode: str = "RGB", *, turned: bool = False) -> bytes:
    made, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6 if turned else 1
    Image.new(mode, size, "red").save(made, media_type, exif=exif)
    return made.getvalue()


async def _file(firm: Firm, content: bytes, media_type: str, **about: str) -> str:
    digest, size = await keep_bytes(firm.company_id, content)
    file = {"name": "a file", "media_type": media_type, "size": size, "digest": digest, **about}
    return str((await firm.do("document.attach", file))["id"])


async def test_a_picture_is_small_in_the_list(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account()
    browser = await visitors.of(firm)
    for media_type, size in {"jpeg": (320, 213), "png": (320, 213), "webp": (320, 213), "gif": (320, 213)}.items():
        content = picture(media_type, mode="P" if media_type == "gif" else "RGB")
        document = await _file(firm, content, f"image/{media_type}", account_id=account)
        answer = await browser.get(f"/documents/{document}/small")
        assert answer.headers["content-type"] == "image/jpeg", media_type
        assert "sandbox" in answer.headers["content-security-policy"]
        assert Image.open(BytesIO(answer.content)).size == size, media_type
        assert f'src="/documents/{document}/small"' in (await browser.get(f"/accounts/{account}")).text
    turned = await _file(firm, picture("jpeg", turned=True), "image/jpeg")
    assert Image.open(BytesIO((await browser.get(f"/documents/{turned}/small")).content)).size == (213, 320)
    tiny = await _file(firm, picture("png", (20, 10), "RGBA"), "image/png")
    assert Image.open(BytesIO((await browser.get(f"/documents/{tiny}/small")).content)).size == (20, 10)


async def test_what_is_no_picture_has_no_small_one(firm: Firm, visitors: Visitors) -> None:
    browser = await visitors.of(firm)
    whole = picture("png")
    for content, media_type in (
        (b"%PDF-1.7", "application/pdf"), (b"not a picture", "image/jpeg"), (whole[:200], "image/png"),
        (picture("png", (5200, 5200), "1"), "image/png"), (whole, "text/html"), (picture("tiff"), "image/jpeg"),
    ):  # fmt: skip
        document = await _file(firm, content, media_type)
        assert (await browser.get(f"/documents/{document}/small")).status_code == 404, (media_type, content[:10])


async def test_a_pdf_is_shown_in_its_place(firm: Firm, visitors: Visitors) -> None:
    document = await _file(firm, b"%PDF-1.7", "application/pdf")
    answer = await (await visitors.of(firm)).get(f"/documents/{document}/file")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    page = await (await visitors.of(firm)).get(f"/documents/{document}")
    assert f'<iframe class="on-wide paper" src="/documents/{document}/file"' in page.text
    assert "frame-src 'self'" in page.headers["content-security-policy"]


async def file_away(browser: httpx.AsyncClient, *files: tuple[str, bytes, str], **about: str) -> httpx.Response:
    sent = [("files", file) for file in files]
    return await browser.post("/documents", data={"operation_id": new_id(), **about}, files=sent)


async def test_several_files_are_filed_on_a_record_and_found_by_name(firm: Firm, visitors: Visitors) -> None:
    browser, account = await visitors.of(firm), await firm.account(name="Acme")
    sent = (("C:\\x\\Tarifa ñ.PDF", b"%PDF-1.7", ""), ("note.txt", "precio: 12 €".encode(), "text/plain"))
    assert (await file_away(browser, *sent, account=account)).headers["location"] == f"/accounts/{account}"
    page = (await browser.get(f"/accounts/{account}")).text
    assert "Tarifa ñ.PDF" in page
    assert "note.txt" in page
    rows = (await browser.get("/documents?q=tarifa")).text
    document = rows.split('href="/documents/')[-1].split('"')[0]
    assert "Tarifa ñ.PDF" in (await browser.get(f"/documents/{document}")).text
    saved = await browser.get(f"/documents/{document}/file?save=1")
    assert saved.headers["content-disposition"] == "attachment; filename*=UTF-8''Tarifa%20%C3%B1.PDF"
    assert "note.txt" in (await browser.get("/documents?kind=text")).text
    assert "note.txt" not in (await browser.get("/documents?kind=pdf")).text


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("empty.txt", b"", "text/plain"), "“empty.txt” is empty."),
        (("Setup.EXE.", b"MZ", "application/pdf"), "“Setup.EXE.” is a program"),
    ],
)
async def test_what_is_not_kept_is_said_and_nothing_is_filed(
    firm: Firm, visitors: Visitors, file: tuple[str, bytes, str], said: str
) -> None:
    browser = await visitors.of(firm)
    answer = await file_away(browser, ("good.txt", b"x", "text/plain"), file)
    assert answer.status_code == 422
    assert said in answer.text
    assert "good.txt" not in (await browser.get("/documents")).text


async def test_a_text_is_shown_as_it_is_and_does_nothing(firm: Firm, visitors: Visitors) -> None:
    document = await _file(firm, b"<script>alert(1)</script>", "text/plain")
    page = (await (await visitors.of(firm)).get(f"/documents/{document}")).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


async def test_a_document_is_renamed_tied_and_put_away_and_all_of_it_can_be_undone(
    firm: Firm, visitors: Visitors
) -> None:
    browser, account = await visitors.of(firm), await firm.account(name="Acme")
    document = await _file(firm, b"x", "text/plain")
    assert "Not linked" in (await browser.get("/documents?untied=1")).text
    steps: tuple[tuple[str, dict[str, str]], ...] = (
        ("", {"name": "Offer.txt"}),
        ("/tie", {"to": f"account:{account}"}),
        ("/archive", {}),
    )
    for path, sent in steps:
        answer = await browser.post(f"/documents/{document}{path}", data={"operation_id": new_id(), **sent})
        assert answer.status_code == 303, path
    assert (await browser.get(f"/documents/{document}")).status_code == 404
    undo = (await browser.get("/documents")).text.split('action="/operations/')[1].split('"')[0]
    await browser.post(f"/operations/{undo}", data={"operation_id": new_id()})
    page = (await browser.get(f"/documents/{document}")).text
    assert "Offer.txt" in page
    assert f'href="/accounts/{account}"' in page
    assert "Offer.txt" not in (await browser.get("/documents?untied=1")).text


async def test_a_recording_whose_entry_was_undone_is_its_owners_and_untied(firm: Firm, visitors: Visitors) -> None:
    document = await _file(firm, b"sound", "audio/ogg")
    said = {"type": "call", "account_id": await firm.account(), "document_ids": [document]}
    logged = await firm.perform("activity.log", said)
    assert "/documents/" + document not in (await (await visitors.of(firm)).get("/documents?untied=1")).text
    await firm.do("operation.undo", {"operation_id": logged.operation_id})
    assert "/documents/" + document in (await (await visitors.of(firm)).get("/documents?untied=1")).text
    assert "/documents/" + document not in (await (await visitors.of(firm, "mate")).get("/documents")).text


async def test_the_list_of_documents_goes_on_without_doubles(firm: Firm, visitors: Visitors) -> None:
    made = [await _file(firm, b"x", "text/plain") for _ in range(43)]
    browser = await visitors.of(firm)
    page = (await browser.get("/documents")).text
    more = page.split('hx-get="/documents?')[1].split('"')[0].replace("&amp;", "&")
    rest = (await browser.get(f"/documents?{more}", headers={"HX-Request": "true"})).text
    assert [one for one in made if f'/documents/{one}"' in page] == made[3:]
    assert [one for one in made if f'/documents/{one}"' in rest] == made[:3]


async def test_the_list_is_filtered_by_an_account_and_an_opportunity_by_name(firm: Firm, visitors: Visitors) -> None:
    acme, mill = await firm.account(name="Acme"), await firm.account(name="Mill")
    sale = await firm.opportunity(account_id=mill, title="Pumps")
    await _file(firm, b"%PDF-", "application/pdf", name="of acme.pdf", account_id=acme)
    await _file(firm, b"%PDF-", "application/pdf", name="of the sale.pdf", opportunity_id=sale)
    browser = await visitors.of(firm)
    both = ("of acme.pdf", "of the sale.pdf")
    for query, expected in {
        "account=Acme": {both[0]},
        f"account={mill}": {both[1]},
        "opportunity=Pumps": {both[1]},
        "opportunity=Lamps": set(),
        "account=acme&opportunity=pumps": set(),
    }.items():
        assert await names(browser, f"/documents?{query}", *both) == expected, query
    page = (await browser.get(f"/documents?opportunity={sale}")).text
    assert 'name="opportunity" value="Pumps · Mill"' in page
