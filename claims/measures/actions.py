"""The listed forms of actions."""

from __future__ import annotations

from collections.abc import Iterable

from claims.language.words import of_language, vocabulary
from claims.quick_records import dataclass
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


def _actions() -> Iterable[tuple[str, Action]]:
    for family, forms in vocabulary("measure_words")["actions"].items():
        sides: dict[str, list[str]] = {}
        for kind in ("both", "before", "after", "nouns"):
            for form in forms[kind]:
                sides.setdefault(form, []).extend(("before", "after") if kind == "both" else (kind,))
        for form, where in sides.items():
            yield form, Action(family, tuple(where), form in forms["weak"])
