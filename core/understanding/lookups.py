"""One sentence looked up in an index of names: what each of its words may be meant for."""

from core.understanding.lexicon import COMMON, NO_SLIPS
from core.understanding.mending import is_known_word
from core.understanding.names import CONNECTORS, NameIndex
from core.understanding.nicknames import FIRST_NAMES, NICKNAMES
from core.understanding.text import Sentence

LETTERS_ALONE = 3
"""Fewer initials, alone, are no name."""


class Lookup:
    """One sentence against one index; what a token may be meant for is looked up once."""

    def __init__(self, sentence: Sentence, names: NameIndex) -> None:
        self.sentence, self.names = sentence, names
        self._near: dict[int, list[str]] = {}

    def words_at(self, index: int) -> list[str]:
        """The words of names that the token is, stands for, or may be a slip or the beginning of."""
        key = self.sentence.key(index)
        if self.names.has_word(key):
            return [key]
        return self._short_for(index) or self._near_words(index) or self._begun_at(index)

    def holders(self, positions: list[int]) -> set[str]:
        """The names that hold the tokens at all these positions.

        Short forms count only where no name holds the tokens as typed, slips where no short form does either;
        beginnings and initials only beside a word that was said whole.
        """
        keys = [self.sentence.key(position) for position in positions]
        joined = self.names.written_as_one("".join(keys))
        if len(keys) > 1 and all(key in COMMON for key in keys):
            found = self.names.holding_all([key] for key in keys)
            return joined or (found if len(found) == 1 else set())
        exact = self.names.holding_all([key] for key in keys) | joined
        return exact or self._meant(positions, keys) or self._shortened(positions, keys)

    def _meant(self, positions: list[int], keys: list[str]) -> set[str]:
        short = [[key, *self._short_for(index)] for key, index in zip(keys, positions, strict=True)]
        found = self.names.holding_all(short) if any(len(words) > 1 for words in short) else set()
        return (
            found
            or self._by_two_names(keys)
            or self.names.holding_all(
                [*words, *self._near_words(index)] for words, index in zip(short, positions, strict=True)
            )
        )

    def _by_two_names(self, keys: list[str]) -> set[str]:
        """Whom a pet name of two first names means: "Maribel" is María Isabel, "Juanjo Ruiz" Juan José Ruiz."""
        for both in NICKNAMES.get(keys[0], ()):
            if " " in both and (found := self.names.holding_all([word] for word in (*both.split(), *keys[1:]))):
                return found
        return set()

    def _shortened(self, positions: list[int], keys: list[str]) -> set[str]:
        if len(keys) == 1:
            is_written_large = self.sentence.words((positions[0], positions[0] + 1)).isupper()
            return self.names.of_initials(keys[0]) if is_written_large and len(keys[0]) >= LETTERS_ALONE else set()
        is_letter = len(keys[-1]) == 1 and keys[-1].isalpha()
        if is_letter and (keys[-1] not in CONNECTORS or self.sentence.is_capitalised(positions[-1])):
            places = zip(keys[:-1], positions[:-1], strict=True)
            return self.names.with_initial([[key, *self._short_for(index)] for key, index in places], keys[-1])
        if not any(self.names.has_word(key) for key in keys):
            return set()
        found = self.names.holding_all(
            [key, *self._short_for(index), *self._begun_at(index)] for key, index in zip(keys, positions, strict=True)
        )
        if found:
            return found
        if keys[-1] in COMMON:
            return set()
        return self.names.of_initials(keys[-1]) & self.names.holding_all([key] for key in keys[:-1])

    def _near_words(self, index: int) -> list[str]:
        if index not in self._near:
            key = self.sentence.key(index)
            is_meant = key in NO_SLIPS or key.removesuffix("s") in NO_SLIPS or key in FIRST_NAMES or is_known_word(key)
            self._near[index] = [] if is_meant or not key.isalpha() else self.names.near(key)
        return self._near[index]

    def _short_for(self, index: int) -> list[str]:
        key = self.sentence.key(index)
        if key in COMMON and not self.sentence.is_capitalised(index):
            return []
        return self.names.standing_for(key)

    def _begun_at(self, index: int) -> list[str]:
        key = self.sentence.key(index)
        return [] if key in NO_SLIPS or not key.isalpha() else self.names.beginning_with(key)
