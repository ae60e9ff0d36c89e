"""English nouns and verbs: rules for the regular ones, tables of `nouns.yml` for the others."""

from __future__ import annotations

from typing import Any

from claims.language.words import of_language, vocabulary


@of_language
def _rules() -> tuple[tuple[str, str], ...]:
    """Ending → what stands for it in the singular; the first that fits decides."""
    return tuple((plural, one) for plural, one in vocabulary("nouns")["plural_endings"])


@of_language
def _never() -> tuple[str, ...]:
    return tuple(vocabulary("nouns")["no_plural_endings"])


@of_language
def _irregular() -> dict[str, str]:
    table: dict[str, str] = dict(vocabulary("nouns")["irregular"])
    return table


@of_language
def _words(name: str) -> frozenset[str]:
    listed: Any = vocabulary("nouns")[name]
    return frozenset(listed)


@of_language(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether `word` can only be read as several: "people", "airstrikes", not "class", "various", "crisis", "news"."""
    low = word.lower()
    if low in _irregular() or low in _words("always_plural"):
        return True
    if len(low) < 4 or low in _words("not_plural"):
        return False
    return low.endswith(_rules()[-1][0]) and not low.endswith(_never())


@of_language(maxsize=8192)
def singular(word: str) -> str:
    """`word` in the singular, as far as it is a plural: "people" → "person", "bodies" → "body"; else unchanged."""
    low = word.lower()
    if low in _irregular():
        return _cased(_irregular()[low], word)
    if not is_plural(word) or low in _words("always_plural"):
        return word
    if "-" in word:
        first, _, last = word.rpartition("-")
        return f"{first}-{singular(last) if len(last) > 3 else last.removesuffix(_rules()[-1][0])}"
    for ending, instead in _rules():
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return word[: len(word) - len(ending)] + instead
    return word


def _cased(form: str, like: str) -> str:
    """`form` with the capital of `like` where that is the only one: "Children" → "Child"."""
    return form.capitalize() if like[:1].isupper() and like[1:].islower() else form


def plurals(word: str) -> tuple[str, ...]:
    """ "kilometre" → "kilometres"; nothing for "hertz", whose plural is itself or is listed."""
    return (word + "s",) if word[-1].isalpha() and not word.endswith("s") else ()


def ordinal_endings(value: int) -> tuple[str, ...]:
    """1st, 2nd, 3rd, 4th, 11th to 13th, 21st."""
    first, second, third, other = vocabulary("ordinals")["suffixes"]
    if value % 100 in (11, 12, 13):
        return (str(other),)
    return (str({1: first, 2: second, 3: third}.get(value % 10, other)),)


@of_language
def stem(word: str) -> str:
    """A word without its commonest ending: "killed", "killing" and "kills" are "kill"."""
    for ending in vocabulary("same_figure")["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            cut = word[: -len(ending)]
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "ls" else cut.rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word
