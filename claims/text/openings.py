"""Phrases of the vocabulary, and lines that start with them or consist of them."""

from __future__ import annotations

import re

from claims.language.words import of_language, vocabulary

# Every way to read the page asks the same of its lines: what was answered is kept for as many as a long list has.
KEPT_LINES = 8_192
# "© 2023 Alder Watch"; "The photo (© Harbour Union) shows 40 nurses" is a sentence.
RIGHTS = re.compile(r"^\W*©|©\s*(?:19|20)\d\d|^\W*\(c\)\s*(?:19|20)\d\d")


def starts(text: str, name: str, *, words: str = "segments") -> bool:
    """Whether `text` starts with a phrase of that vocabulary list, as whole words."""
    lowered = text[:80].casefold()
    if not lowered.startswith(phrases(words, name)):
        return False
    found = next((p for p in phrases(words, name) if lowered.startswith(p)), None)
    return found is not None and not lowered[len(found) : len(found) + 1].isalnum()


@of_language
def phrases(words: str, name: str) -> tuple[str, ...]:
    """A list of the vocabulary, longest phrase first, in small letters."""
    return tuple(sorted((str(p).casefold() for p in vocabulary(words)[name]), key=lambda p: (-len(p), p)))


@of_language
def phrase_set(words: str, name: str) -> frozenset[str]:
    """A list of the vocabulary for whole-phrase look-ups, in small letters."""
    return frozenset(phrases(words, name))


@of_language
def either(words: str, name: str) -> str:
    """A pattern that matches any phrase of a list of the vocabulary, the longest first; of an empty one nothing."""
    listed = [re.escape(p).replace(r"\ ", r"\s+") for p in phrases(words, name)]
    return "(?:" + "|".join(listed) + ")" if listed else "(?!)"


def is_chrome(text: str) -> bool:
    """Whether a line is part of the web page around a letter: "Social Links", "Share this", "© 2023 …"."""
    lowered = text.casefold().strip()
    if lowered.rstrip(":.* ") in phrase_set("segments", "chrome_lines") or lowered in phrase_set(
        "segments", "chrome_lines"
    ):
        return True
    if len(lowered) > 200:
        return starts(text, "cookie_starts", words="salutations")
    if RIGHTS.search(lowered) or starts(text, "chrome_starts"):
        return True
    return len(lowered) < 80 and lowered.endswith(phrases("segments", "chrome_ends"))
