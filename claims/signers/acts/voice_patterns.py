"""How those who speak tell what they do together, and how they close a letter: patterns made of the words of the
language; all text in small letters.
"""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.text.openings import either

OURSELVES = ("signing_acts", "ourselves")


@of_language
def we_act() -> re.Pattern[str]:
    """After "of us": what those do who put a letter together: ", all weavers, have put our names to this"."""
    return re.compile(rf"[^.;:?!]{{0,160}}?\b{either('signing_acts', 'we_act')}\b")


@of_language
def measures() -> re.Pattern[str]:
    """After a noun: it tells how far off one is, not who one is: " short", " away from it"."""
    return re.compile(rf"\s+{either('signing_acts', 'measures')}\b")


@of_language
def of_place() -> re.Pattern[str]:
    """Up to the number: "21 organisations from (four coasts have joined)"."""
    return re.compile(rf"\w\s+{either('signing_acts', 'homes')}\s+$")


@of_language
def copula() -> re.Pattern[str]:
    """Up to the number: " are ", " are only "."""
    just = either("signatory_totals", "just")
    return re.compile(rf"\b{either('signing_acts', 'are')}\s+(?:{just}\s+)?$")


@of_language
def our_names() -> re.Pattern[str]:
    """Up to the number: "The names of our ", "the signatures of us "."""
    ours = f"(?:{either('signatory_totals', 'our')}|{either('signing_acts', 'ourselves')})"
    return re.compile(
        rf"\b{either('signing_acts', 'names_of')}\s+(?:{either('signatory_totals', 'every')}\s+)?{ours}\s+$"
    )


@of_language
def named_one_by_one() -> re.Pattern[str]:
    """Up to the number, behind the names themselves: "signed by the Owl Club, the Reed Trust and Fen Aid, "."""
    verb, by = either("signatory_totals", "signed_by"), either("signatory_totals", "by")
    return re.compile(rf"\b{verb} {by}\s[^.;:?!]{{8,300}},\s+(?:{either('signatory_totals', 'whole')}\s+)?$")


@of_language
def closing_lead() -> re.Pattern[str]:
    """All before the number in a last line: "— ", "Signed, for the ", "With respect, your ", "All ", "Let us in – "."""
    articles, every, us = (
        either(*key) for key in (("letter_words", "articles"), ("signatory_totals", "every"), OURSELVES)
    )
    article = f"(?:{articles}|{every}|{us})"
    by = rf"{either('signatory_totals', 'signed_by')}\s+{either('signatory_totals', 'by')}"
    signed = f"(?:{either('signatory_totals', 'signed_alone')}|{by})"
    parts = rf"(?:{signed}|{either('signatory_totals', 'for_the')}|{either('signatory_totals', 'addressed')}|{article})"
    yours = rf"\W*[^.;:?!,]{{0,40}},\s+(?={either('signatory_totals', 'addressed')}\b)"
    hope = r"\W*(?:[^\W\d_]+\s+){0,3}[^\W\d_]+,\s+(?=" + either("letter_words", "articles") + r"\s)"
    return re.compile(rf"(?:.*\s[–—-]\s+|{yours}|{hope})?\W*(?:{parts}[\s,:]+){{0,4}}")


@of_language
def no_verb() -> re.Pattern[str]:
    """All after the noun of a last line: " of the west side, in one voice,", " who still work there"."""
    where = either("signing_acts", "where")
    we = f"(?:{either('letter_words', 'told')}|{either('signatory_totals', 'we')})"
    who, own = either("signatory_totals", "aside"), rf"(?!{we}\b)[^\W\d_][\w'’-]*"
    phrase = rf"\s+{where}(?:\s+{own}){{1,7}}?"
    clause = rf"\s+{who}(?:\s+(?!{either('signatory_totals', 'we')}\b)[\w'’-]+){{1,7}}"
    return re.compile(rf"(?:{phrase}|{clause})?(?:,\s+{where}(?:\s+{own}){{1,5}})?\s*[.,]?\s*")


@of_language
def speaks_out() -> re.Pattern[str]:
    """After the number in a headline, whoever is counted ("Twelve wells fail"): what only those do who have a voice."""
    others = f"(?:{either('letter_words', 'told')}|{either('signatory_totals', 'we')})"
    verb = either("signing_acts", "speaks_out")
    return re.compile(rf"(?:\s+(?!{others}\b)[\w'’-]+){{0,8}}?\s+{verb}\b")


@of_language
def openly() -> re.Pattern[str]:
    """After the number, of a part of those who sign: " sign with their names", " have agreed to be named"."""
    return re.compile(rf"\b{either('signing_acts', 'openly')}\b")
