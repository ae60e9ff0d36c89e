"""Whose voice a letter is: whether those whom a number counts are those who speak.

Asked by whoever reads "We, the nine choirs of the valley": evidence for the parts of a page (`told_counts`), the words
by which signers call themselves (`own_nouns`), the totals of a letter (`claims.signers`). All text in small letters.
"""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.text.openings import either


def are_we(head: str) -> bool:
    """Whether those counted right behind `head` speak: "We, the undersigned", "We, who drink it, are", "we speak for".

    Not where others say so of us, or where it is no more than possible: "They say we are twelve troublemakers".
    """
    found = _we().search(head)
    return found is not None and _doubted().search(head[: found.start()]) is None


def counts_us(behind: str) -> bool:
    """Whether the words behind a number say that it counts those who speak: " of us", " strong, we"."""
    return _of_us().match(behind) is not None


def are_called_we(behind: str) -> bool:
    """Whether those counted before `behind` call themselves "we": " of St Ebba's, we have kept silent"."""
    return _then_we().match(behind) is not None


@of_language
def _we() -> re.Pattern[str]:
    we, are, who = either("signatory_totals", "we"), either("signing_acts", "are"), either("signatory_totals", "aside")
    signed = either("signatory_totals", "undersigned")
    clause = rf"(?:,?\s+{who}\s[^.;:?!\d]{{3,120}}?,?\s+{are}(?=\s))?"
    between = rf"(?:{_between()}[\s,:–—-]+){{0,7}}"
    return re.compile(
        rf"\b(?:(?:{we}|{signed})\b{clause}[\s,:(–—-]*{between}|{either('signing_acts', 'voices_for')}\s+{between})$"
    )


@of_language
def _between() -> str:
    """What may stand between "we" and the number: "the undersigned", "are a small group of", "in all"."""
    names = ("between", "undersigned", "just", "every", "whole")
    listed = [either("signing_acts", "by_now"), *(either("signatory_totals", name) for name in names)]
    band = rf"{either('letter_words', 'articles')}\s+[^\W\d_]+\s+{either('signing_acts', 'bands')}"
    return "(?:" + "|".join([band, either("signatory_totals", "on_behalf"), *listed]) + ")"


@of_language
def _doubted() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signing_acts', 'doubted')}\s+$")


@of_language
def _of_us() -> re.Pattern[str]:
    return re.compile(rf"\+?\s+{either('signatory_totals', 'of_us')}\b")


@of_language
def _then_we() -> re.Pattern[str]:
    where = rf"(?:\s+{either('signing_acts', 'where')}(?:\s+[\w'’-]+){{1,7}})?"
    return re.compile(rf"{where}(?:,|\s[–—-])\s+{either('signatory_totals', 'we')}\b")
