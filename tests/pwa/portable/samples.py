"""Where the differential test finds the pages: every module of tests/pwa/samples."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from pwa.portable.values import View
from tests.pwa import samples


def templates_with_views() -> Iterator[tuple[str, View]]:
    """Each (template, view) of each module's `SAMPLES`."""
    for module in pkgutil.iter_modules(samples.__path__, samples.__name__ + "."):
        yield from import_module(module.name).SAMPLES
