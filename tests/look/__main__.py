"""Pictures of every page with every sample view, to be looked at: `python -m tests.look [PAGE …] [--quick]`.

Writes PNG files and a contact sheet for each page into var/look and prints what a machine can see for itself: text
under 7:1, pages wider than the screen, targets too small for a thumb, errors on the console.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.look.serving import RESOLVING
from tests.look.site import VIEWS, Site, audit, bring_axe, sample
from tests.services import browser_program

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "var" / "look"
SIZES = {"phone": (360, 740), "wide": (1280, 800)}
THEMES = ("light", "dark")
LOCALES = ("es", "en")
LONGEST = 2600
"""Of a picture, in pixels: pages are drawn to their foot, but not without end."""


@dataclass(frozen=True)
class Shot:
    page: str
    case: str
    locale: str
    theme: str
    size: str

    @property
    def file(self) -> Path:
        return OUT / self.page / f"{self.case}.{self.size}.{self.theme}.{self.locale}.png"


def main() -> None:
    arguments = _arguments()
    found = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=["--no-sandbox", RESOLVING])
        for page in pages(arguments.pages):
            shots = list(_shots(page, quick=arguments.quick))
            for shot in shots:
                for problem in take(browser, shot):
                    found += 1
                    _say(f"{shot.file.relative_to(OUT)}: {problem}")
            _contact_sheet(page, shots)
        browser.close()
    _say(f"{found} problems; pictures in {OUT.relative_to(ROOT)}")
    sys.exit(1 if found else 0)


def pages(prefixes: list[str]) -> Iterator[str]:
    """The pages that have sample views (`accounts/show`), those that begin so where prefixes are given."""
    for folder in sorted({file.parent for file in VIEWS.rglob("*.json")}):
        name = folder.relative_to(VIEWS).as_posix()
        if not prefixes or name.startswith(tuple(prefixes)):
            yield name


def take(browser: Browser, shot: Shot) -> list[str]:
    """Takes one picture and says what is wrong with the page in it."""
    width, height = SIZES[shot.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.theme == "dark" else "light",
        has_touch=shot.size == "phone",
        is_mobile=shot.size == "phone",
        reduced_motion="reduce",
    )
    bring_axe(context)
    site = Site({"/page": sample(shot.page, shot.case, shot.locale)})
    if shot.page == "accounts/show":  # its list stands beside it
        site.pages["/accounts"] = sample("lists/index", "accounts_full", shot.locale)
    page = site.open(context, "/page")
    page.wait_for_load_state("networkidle")
    shot.file.parent.mkdir(parents=True, exist_ok=True)
    problems = site.problems + audit(page)
    foot = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(foot, height), LONGEST)})
    page.screenshot(path=shot.file)
    context.close()
    return problems


def _shots(page: str, *, quick: bool) -> Iterator[Shot]:
    cases = sorted(file.stem for file in (VIEWS / page).glob("*.json"))
    for case, locale, theme, size in product(cases, LOCALES, THEMES, SIZES):
        if not quick or (locale, theme) in {("es", "light"), ("en", "dark")}:
            yield Shot(page, case, locale, theme, size)


def _contact_sheet(page: str, shots: list[Shot]) -> None:
    for size, (width, _) in SIZES.items():
        columns, scale = (8, 1) if size == "phone" else (4, 2)
        pictures = [Image.open(shot.file).reduce(scale) for shot in shots if shot.size == size]
        lines = [pictures[start : start + columns] for start in range(0, len(pictures), columns)]
        heights = [max(picture.height for picture in line) for line in lines]
        sheet = Image.new("RGB", (columns * width // scale, sum(heights)), "#888")
        for number, line in enumerate(lines):
            for column, picture in enumerate(line):
                sheet.paste(picture, (column * width // scale, sum(heights[:number])))
        sheet.save(OUT / f"{page.replace('/', '.')}.{size}.png")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("pages", nargs="*", help="pages that begin so; all when none is named")
    parser.add_argument("--quick", action="store_true", help="Spanish by day and English by night only")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
