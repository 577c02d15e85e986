"""A hand on the keyboard: goes from stop to stop and sees to it that one always sees where one is."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.pwa.waiting import until

MOST_STOPS = 120
_WHERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const label = at.labels?.[0];
  const words = at.ariaLabel || label?.innerText || at.innerText || at.title || at.name || "";
  const ringed = (one) => one && getComputedStyle(one).outlineStyle !== "none" && one.getBoundingClientRect().width > 1;
  const shown = [at, at.nextElementSibling, at.closest(".row, .card, .photo")].find(ringed);
  const box = (shown ?? at).getBoundingClientRect();
  const x = Math.min(Math.max(box.left, 0) + Math.min(box.width, 200) / 2, innerWidth - 1);
  const y = Math.min(Math.max(box.top, 0) + Math.min(box.height, 60) / 2, innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const belongs = [at, label, shown].some((one) => one && (one.contains(top) || top?.contains(one)));
  return {
    name: words.trim().replace(/\\s+/g, " "),
    what: at.outerHTML.slice(0, 120),
    wrong: !shown ? "no ring" : belongs ? "" : `under ${top?.outerHTML.slice(0, 120)}`,
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the keyboard is, and why one would not see it."""

    name: str
    what: str
    wrong: str


class Hand:
    """Presses keys and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.press = page.keyboard.press
        self.type = page.keyboard.type

    def where(self) -> Stop | None:
        """Where the keyboard is; None: nowhere."""
        found = self.page.evaluate(_WHERE)
        return Stop(**found) if found else None

    def to(self, name: str, key: str = "Tab") -> None:
        """On to what is called `name` or begins so; every stop on the way can be seen."""
        passed = []
        for _ in range(MOST_STOPS):
            stop = self.where()
            if stop:
                passed.append(stop.name)
                assert not stop.wrong, stop
                if stop.name.startswith(name):
                    return
            self.press(key)
        raise AssertionError(f"no way to “{name}”: {passed}")

    def at(self, name: str) -> None:
        """Comes to be where `name` is without a key: a sheet opens, a swap is over."""
        until(self.page, f"name => (({_WHERE})()?.name ?? '').startsWith(name)", name, patience_seconds=20)
