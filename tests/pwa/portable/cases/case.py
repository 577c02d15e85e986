"""What a case is."""

from dataclasses import dataclass, field

from pwa.portable.values import View


@dataclass(frozen=True)
class Rendered:
    """A template, its view, and what both places must make of them."""

    name: str
    source: str
    expected: str = ""
    view: View = field(default_factory=dict)
