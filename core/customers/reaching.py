"""How an account or a contact is reached, as its page shows it."""

from typing import Any

from core.customers.places import ADDRESS_LABELS, EMAIL_LABELS, PHONE_LABELS, label, map_of, shown_address, shown_number
from core.i18n import Translator
from core.policy import Viewer

View = dict[str, Any]


def ways_to_reach(of: View, viewer: Viewer, translate: Translator) -> View:
    """`phones`, `emails`, `addresses` of a record as `accounts_by_id` or `contacts_by_id` give it."""
    return {
        "phones": [
            {
                "number": phone["number"],
                "shown": shown_number(phone["number"], viewer.country, phone["extension"]),
                "label_name": label(PHONE_LABELS, phone["label"], translate),
            }
            for phone in of["phones"]
        ],
        "emails": [
            {
                "address": email["address"],
                "label_name": label(EMAIL_LABELS, email["label"], translate) if email["label"] != "work" else None,
            }
            for email in of["emails"]
        ],
        "addresses": [
            {
                "label_name": label(ADDRESS_LABELS, address["label"], translate),
                "shown": shown_address(address, viewer.country, translate.locale),
                "map": map_of(address),
            }
            for address in of["addresses"]
        ],
    }
