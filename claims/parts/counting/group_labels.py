"""The labels of groups inside a list of signatories: "Organisations:", "KENYA (14)", "Individuals"."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.text.openings import KEPT_LINES, either, phrase_set
from claims.text.plurals import is_plural

COUNTED = re.compile(r"(?P<label>[^\W\d_][^()\[\]\d]{1,60}?)\s*[(\[](?P<count>\d{1,4})[)\]]")

YEAR = re.compile(r"(?:19|20)\d\d")
CALL = re.compile(r"[^\W\d_][.'’)]?\[\d{1,3}\]\W*$")


@of_language
def _count() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?\s*\d[\d,.]*\s*{either('letter_words', 'total')}?[)\]]?")


@of_language(maxsize=KEPT_LINES)
def is_group_label(text: str) -> bool:
    """Whether a line heads a group of a list: "Organisations:", "INDIVIDUALS", "Regional and international (12)"."""
    bare = _joint().sub("", _count().sub(" ", text).strip(" :.-–—*_#"))
    words = [w.casefold().strip(",;:()") for w in re.split(r"[\s/]+", bare) if w.strip(",;:()")]
    unknown = sum(w not in phrase_set("signatories", "group_words") and not _names_kind(w) for w in words)
    # "Thai organisations": a country's people, and what they are; "Dune Forum" is a name.
    of_a_country = unknown == 1 and len(words) > 1 and words[-1] in phrase_set("signatories", "plural_kinds")
    return 0 < len(words) <= 9 and (unknown == 0 or of_a_country)


@of_language
def _joint() -> re.Pattern[str]:
    """ "as well as by" before "three individuals:"."""
    joint, by = either("signatory_totals", "conjunctions"), either("signatory_totals", "by")
    return re.compile(rf"^{joint}\s+(?:{by}\s+)?", re.IGNORECASE)


def _names_kind(word: str) -> bool:
    """Whether a word is of several who may sign: "residents"; "network" may end a name."""
    return word in phrase_set("signatories", "signers") and is_plural(word)


def label_of(text: str) -> str:
    """The label of a group without marks and count: "**Individuals (30):**" → "Individuals"."""
    return re.sub(r"\s*[(\[]\s*\d+\s*[)\]]$", "", text.strip(" :*#_-–—")).strip(" :*#_-–—")


@of_language(maxsize=KEPT_LINES)
def counted_label(text: str) -> tuple[str, int] | None:
    """A heading that says how many stand below it: "KENYA (14)" → ("KENYA", 14)."""
    found = COUNTED.fullmatch(text.strip(" :*#_"))
    if found and CALL.search(text):
        return None  # "Alder Watch[1]" calls a note
    if found and YEAR.fullmatch(found["count"]):
        return None  # "Leilani Kahue (2009)", who won then
    return (found["label"], int(found["count"])) if found and len(found["label"].split()) <= 6 else None
