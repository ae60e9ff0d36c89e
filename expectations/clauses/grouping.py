"""Which units count people."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary


def is_people(unit: str | None) -> bool:
    """Whether a unit counts people: man, child, teacher."""
    return unit is not None and unit.split()[-1] in _people()


@of_language
def _people() -> frozenset[str]:
    return frozenset(str(word) for word in vocabulary("sums")["people"])
