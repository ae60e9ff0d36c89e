"""The listed forms of actions, and what forms of one word share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.language.words import of_language, vocabulary
from claims.text.phrases import PhraseIndex


@dataclass(frozen=True, slots=True)
class Action:
    """A listed form of an action: its family ("kill"), on which side of a number it stands, whether no doer."""

    family: str
    sides: tuple[str, ...]
    weak: bool


@of_language
def action_index() -> PhraseIndex[Action]:
    """Every listed form of an action."""
    return PhraseIndex(_actions())


def stem(word: str) -> str:
    """A plural's singular, roughly: enough to let "airstrike" meet "airstrikes"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _actions() -> Iterable[tuple[str, Action]]:
    for family, forms in vocabulary("measure_words")["actions"].items():
        sides: dict[str, list[str]] = {}
        for kind in ("both", "before", "after", "nouns"):
            for form in forms[kind]:
                sides.setdefault(form, []).extend(("before", "after") if kind == "both" else (kind,))
        for form, where in sides.items():
            yield form, Action(family, tuple(where), form in forms["weak"])
