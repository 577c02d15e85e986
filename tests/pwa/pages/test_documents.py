"""Files on a record: a picture is small in the list, whole when it is opened; a PDF is shown; neither can do harm."""

from io import BytesIO

from PIL import Image

from core.documents.service import keep_bytes
from tests.builders.cast import Firm
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
    answer = await (await visitors.of(firm)).get(f"/documents/{document}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
