"""A contact's line says what is the first of each, whether it is read with everything or as a line alone."""

from core.customers.contact_lines import contact_line, contact_lines
from core.customers.queries import contacts_by_id
from core.database import reading
from tests.builders.cast import Firm

FAX, OFFICE, MOBILE, OTHER = "+34976123456", "+34976123457", "+34600111222", "+34600111223"


async def _line(firm: Firm, contact: str, who: str) -> dict[str, object]:
    viewer = await firm.viewer(who)
    async with reading(firm.company_id) as session:
        [line] = await contact_lines(session, viewer, [contact])
        [whole] = await contacts_by_id(session, viewer, [contact])
    assert line == contact_line(whole, beside_account=False)
    return line


async def test_a_mobile_goes_before_an_office_and_a_fax_comes_last(firm: Firm) -> None:
    phones = [
        {"number": FAX, "label": "fax"},
        {"number": OFFICE, "label": "office"},
        {"number": MOBILE, "label": "mobile"},
        {"number": OTHER, "label": "mobile"},
    ]
    for left, first in ((4, MOBILE), (2, OFFICE), (1, FAX)):
        contact = await firm.contact(phones=phones[:left])
        assert (await _line(firm, contact, "rep"))["phone"] == first


async def test_the_first_account_that_one_sees_is_named_with_the_role_there(firm: Firm) -> None:
    ours, theirs = await firm.account(name="Ours"), await firm.account("southerner", name="Theirs")
    contact = await firm.contact(account_id=ours, role="Chef", emails=[{"address": "a@b.es"}, {"address": "c@b.es"}])
    await firm.do("contact.tie", {"contact_id": contact, "account_id": theirs, "role": "Adviser"}, "admin")
    line = await _line(firm, contact, "rep")
    assert (line["account"], line["job_title"], line["email"]) == ({"id": ours, "name": "Ours"}, "Chef", "a@b.es")
    elsewhere = await firm.contact()
    await firm.do("contact.tie", {"contact_id": elsewhere, "account_id": theirs, "role": "Adviser"}, "admin")
    line = await _line(firm, elsewhere, "rep")
    assert (line["account"], line["job_title"]) == (None, None)
    line = await _line(firm, elsewhere, "admin")
    assert (line["account"], line["job_title"]) == ({"id": theirs, "name": "Theirs"}, "Adviser")
