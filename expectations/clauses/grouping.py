"""The claims of a letter sentence by sentence, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from claims.extraction import Extraction
from claims.language.words import of_language, vocabulary
from claims.model import Claim


def by_sentence(extraction: Extraction, least: int = 2) -> list[tuple[Claim, ...]]:
    """The claims of every sentence that holds at least `least`, in order; ordinals and durations are left out."""
    counted = [claim for claim in extraction.claims if claim.kind not in ("ordinal", "duration", "signatories")]
    groups = (tuple(group) for _, group in groupby(counted, key=lambda claim: claim.sentence_span))
    return [group for group in groups if len(group) >= least]


def between(extraction: Extraction, before: Claim, after: Claim) -> str:
    """The words between two figures, on one line, without footnote marks."""
    stretch = extraction.letter.text[before.span.end : after.span.start]
    return " ".join(re.sub(r"\[\w{1,5}\]", " ", stretch).split())


@of_language
def phrases(vocabulary_name: str, *keys: str) -> re.Pattern[str]:
    """A pattern of the phrases under some keys of a vocabulary, as whole words, case ignored."""
    words = sorted(
        {str(word) for key in keys for word in vocabulary(vocabulary_name)[key]}, key=lambda word: (-len(word), word)
    )
    return re.compile("|".join(_bounded(word) for word in words), re.IGNORECASE)


def _bounded(word: str) -> str:
    left = r"(?<![\w-])" if word[0].isalnum() else ""
    right = r"(?![\w-])" if word[-1].isalnum() else ""
    return f"{left}{re.escape(word)}{right}"


def is_people(unit: str | None) -> bool:
    """Whether a unit counts people: man, child, teacher."""
    return unit is not None and unit.split()[-1] in _people()


def is_of_people(unit: str | None) -> bool:
    """Whether a unit counts people by what befell each of them: "61 murders: 34 men, 15 women and 12 children"."""
    return unit is not None and unit.split()[-1] in _befallen()


@of_language
def _befallen() -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("sums")["befallen"])


@of_language
def _people() -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("sums")["people"])


def one_kind(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts may be parts of the whole: of its unit, or all people, or bare numbers."""
    unit = whole.quantity.unit
    people = is_people(unit) or is_of_people(unit)
    return all(
        part.quantity.dimension == whole.quantity.dimension
        and (part.quantity.unit in (unit, None) or (people and is_people(part.quantity.unit)))
        for part in parts
    )
