"""What several wishes speak of."""

from typing import Any

DIGEST = "a" * 64
DOCUMENT = {"name": "card.jpg", "media_type": "image/jpeg", "size": 7, "digest": DIGEST}
REACHED: dict[str, Any] = {
    "phones": [{"number": "976 123 456"}, {"number": "+34 600 123 456", "label": "mobile"}],
    "emails": [{"address": "info@example.com"}],
    "addresses": [{"city": "Zaragoza", "street": "Calle Mayor, 1"}],
}
