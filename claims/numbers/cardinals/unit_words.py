"""The units and the money of a language that are one word each."""

from __future__ import annotations

from claims.language.words import vocabulary


def money_words() -> frozenset[str]:
    """The words for money that are one word: "kyat", "dollars"."""
    tables = vocabulary("currencies")
    listed = [word for group in ("plain", "codes") for entry in tables[group].values() for word in entry["words"]]
    words = {word.lower() for word in [*listed, *tables["with_scale"]] if " " not in word}
    return frozenset(words | {word + "s" for word in words})


def measure_words() -> frozenset[str]:
    """The units of measuring that are one word: "mile", "hours"."""
    groups = [vocabulary("units")[name] for name in ("physical", "duration")]
    words = {word for group in groups for ways in group.values() for word in ways.get("words", ()) if " " not in word}
    return frozenset(words | {word + "s" for word in words})
