"""The noun of those who sign, behind a number: "45 local and regional organisations"."""

from __future__ import annotations

import re

from claims.language.words import vocabulary
from claims.model import Span
from claims.text.openings import phrase_set
from claims.text.plurals import is_plural

WORD = re.compile(r"[^\W\d_]+(?:['’\-/][^\W\d_]+)*")
# "16 farmers' groups": the mark of a plural's possessive stands before a blank.
STEP = re.compile(r"(?:['’](?=\s))?[\s,\-–—/&+]*(?:\(|“|\")?")
ASIDE = re.compile(r"\s[-–—]+\s")
POSSESSIVE = frozenset("'’")
LONGEST = 140


def signers_after(text: str, at: int) -> Span | None:
    """The noun of the signers after a number: up to eight words on, then on through "companies, and individuals".

    Not beyond what those of another noun do: "Eleven potters ask the museum".
    """
    nouns = phrase_set("signatories", "signers")
    noun: Span | None = None
    first, last = at, ""
    for _ in range(12):
        step = STEP.match(text, at)
        word = WORD.match(text, step.end() if step else at)
        if not word or (step and "(" in step[0]):
            break
        if (
            step
            and step[0][:1] in POSSESSIVE
            and word[0].casefold() not in phrase_set("signatory_totals", "own_bodies")
        ):
            break  # "12 ministries' officers": how many officers, nobody says
        if noun and step and ASIDE.search(step[0]):
            break  # "Five organisations – the Law Office, the Parents' Association – called"
        lowered = word[0].casefold()
        if noun and noun.end == at and not (step and step[0].strip(' ("“')) and lowered not in _joints():
            break  # "associations put their name to this letter"
        two = WORD.match(text, word.end() + 4) if lowered == "heads" else None
        if two or lowered in nouns or lowered.rpartition("-")[2] in nouns:
            noun = Span(two.start() if two and not noun else word.start(), two.end() if two else word.end())
            word = two or word
        elif _ends_search(lowered, found=noun is not None or is_plural(last)):
            break
        at, last = word.end(), lowered
    return None if noun is None or noun.end - first > LONGEST else noun


def _joints() -> frozenset[str]:
    return phrase_set("letter_words", "joints") | phrase_set("signatory_totals", "noun_joints")


def _ends_search(word: str, *, found: bool) -> bool:
    if word in vocabulary("signatories")["numbers"] or word in phrase_set("signatory_totals", "stops"):
        return True
    return found and word in phrase_set("signatories", "lead_verbs")
