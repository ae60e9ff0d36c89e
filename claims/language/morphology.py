"""What a language's own module tells of the forms of its words; `about.yml` names the module."""

from __future__ import annotations

from typing import Protocol


class Morphology(Protocol):
    """How words change their form. A module of plain functions is one; they may ask for lists of the language."""

    def is_plural(self, word: str) -> bool:
        """Whether a word can only be read as several."""
        ...

    def singular(self, word: str) -> str:
        """A word in the singular, as far as it is a plural; else unchanged. A capital is kept."""
        ...

    def plurals(self, word: str) -> tuple[str, ...]:
        """The regular plural of a unit's name in small letters; empty where its last word has none."""
        ...

    def ordinal_endings(self, value: int) -> tuple[str, ...]:
        """The endings that an ordinal in digits may have ("th" of "11th"), the usual one first."""
        ...

    def stem(self, word: str) -> str:
        """A word in small letters without its commonest ending: two sentences may speak of one thing."""
        ...
