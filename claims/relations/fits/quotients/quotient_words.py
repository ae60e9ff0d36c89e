"""The closed classes of words that features of quotients ask for."""

from __future__ import annotations

from claims.language.words import of_language, vocabulary


@of_language
def listed(key: str) -> frozenset[str]:
    """A list of `fits_quotients.yml` as a set."""
    return frozenset(str(word) for word in vocabulary("fits_quotients")[key])
