"""How an act of signing, or of speaking together, stands around a number of signers: patterns made of the words of the
language.
"""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.text.openings import either


@of_language
def a_letter() -> re.Pattern[str]:
    this, article = either("signing_acts", "present"), either("letter_words", "articles")
    which = f"(?:{this}|{article}|{either('signatory_totals', 'our')})"
    return re.compile(rf"\b{which}\s+(?:[^\W\d_]+\s+)?{either('signatories', 'own_documents')}\b")


@of_language
def _this_letter() -> str:
    """ "this letter", "the present joint letter"."""
    return rf"{either('signing_acts', 'present')}\s+(?:[^\W\d_]+\s+){{0,2}}?{either('signatories', 'own_documents')}"


@of_language
def _lead_in() -> str:
    return rf"(?:(?:{either('signatory_totals', 'opening')}|{either('signatory_totals', 'every')})[\s,]+){{0,4}}"


@of_language
def by_means_of_it() -> re.Pattern[str]:
    """All before the number: "With this letter ", "In the present statement, the "."""
    return re.compile(rf"\W*{either('signing_acts', 'instruments')}\s+{_this_letter()},?\s+{_lead_in()}")


@of_language
def sends() -> re.Pattern[str]:
    """Up to the number: "This letter comes to you from "."""
    adverb, is_ = either("signatory_totals", "adverbs"), either("letter_words", "told")
    by = either("signatory_totals", "by")
    some, made_by = r"(?:[^\W\d_]+\s+){0,2}?", either("signing_acts", "made_by")
    made = rf"(?:{is_}\s+){{1,2}}{some}{made_by}\s+{some}{by}"
    of = either("signing_acts", "letter_is_of")
    ours = rf"{either('signatory_totals', 'our')}\s+{either('signatories', 'own_documents')}"
    return re.compile(
        rf"\b(?:{_this_letter()}|{ours})\s+(?:{adverb}\s+)?(?:{of}|(?:[^.;:]{{0,60}}\b)?{made})\s+{_lead_in()}$"
    )


@of_language
def says_for() -> re.Pattern[str]:
    """All before the number: "We write to you as ", "Today we turn to you in the name of all "."""
    writes, you = either("signing_acts", "we_write"), either("signing_acts", "to_you")
    as_ = either("signing_acts", "speaking_for")
    return re.compile(rf"\W*{_lead_in()}{writes}(?:\s+{you}){{0,2}}\s*{as_}\s+{_lead_in()}")


@of_language
def who_are() -> re.Pattern[str]:
    """Up to the number: "We who sign are ", "Those who sign this letter are "."""
    who, are = either("signing_acts", "who_sign"), either("signing_acts", "are")
    return re.compile(rf"\b{who}\b[^.;:?!,\d]{{0,40}}\s{are}\s+{_lead_in()}$")


@of_language
def opens_with_signers() -> re.Pattern[str]:
    """ "We, ", "The undersigned, ", "The organisations which sign this letter, " at the head of a sentence."""
    article, who = either("letter_words", "articles"), either("signing_acts", "who_sign")
    we = either("signatory_totals", "we")
    return re.compile(rf"\W*(?:{we}\b|(?:{article}\s+)?(?:[\w'’-]+\s+){{0,3}}?{who}\b[^.;:,]{{0,40}},)")


@of_language
def apposed() -> re.Pattern[str]:
    """All before the number: "The signatories of this letter, ", "The undersigned – "."""
    article, of = either("letter_words", "articles"), either("signing_acts", "instruments_of")
    who = either("signing_acts", "signatories")
    return re.compile(rf"\W*(?:{article}\s+)?{who}(?:\s+{of}\s+{_this_letter()})?(?:,|\s[–—-]|\s\()\s*")


@of_language
def of() -> re.Pattern[str]:
    return re.compile(rf"\s+{either('signing_acts', 'signed_to')}\s+(?!{either('signing_acts', 'in_number')})")


@of_language
def of_this() -> re.Pattern[str]:
    """After the number: " of this letter", " to the letter below", " of our appeal"."""
    which = f"(?:{either('signatory_totals', 'this')}|{either('letter_words', 'articles')})"
    kind, letter = either("letter_words", "kinds_of_text"), either("signatories", "own_documents")
    return re.compile(rf"\s+{either('signing_acts', 'signed_to')}\s+{which}\s+(?:{kind}\s+)?{letter}\b")


@of_language
def clause() -> re.Pattern[str]:
    """Up to the number, with what comes before the sentence proper: "Alarmed at it, "."""
    return re.compile(rf",\s+{_lead_in()}$")


@of_language
def who_signed() -> re.Pattern[str]:
    """After the number: " who sign this letter", " unions that signed will come"; not "who signed the pact"."""
    who, article = either("signing_acts", "signed_who"), either("letter_words", "articles")
    return re.compile(
        rf"\s+{who}(?:\s+{_this_letter()}|(?!\s+(?:{article}|{either('signing_acts', 'signed_else')}|[^\W\d_]+s)\b))\b"
    )


@of_language
def names_of() -> re.Pattern[str]:
    """Up to the number: "the signatures of "."""
    return re.compile(rf"\b{either('signing_acts', 'names_of')}\s+{_lead_in()}$")


@of_language
def stands_at() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signing_acts', 'stands_at')}\b")


@of_language
def here() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signing_acts', 'here')}\b")


def _after(act: str) -> str:
    """After the number, up to what those counted do: a few words about them, or an aside between commas."""
    told, who = either("letter_words", "told"), either("signatory_totals", "aside")
    near = rf"(?:\s+(?!{told}\b|{who}\b)[\w'’-]+){{0,8}}?"
    adverb = either("signatory_totals", "adverbs")
    return rf"{near}(?:,\s+[^.;:?!]{{3,160}}?,|\s+[–—-]\s+[^.;:?!]{{3,160}}?\s+[–—-])?\s+(?:{adverb}\s+){{0,3}}{act}\b"


@of_language
def come_together() -> re.Pattern[str]:
    return re.compile(_after(either("signing_acts", "acts")))


@of_language
def view() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signing_acts', 'views')}$")


@of_language
def noun() -> re.Pattern[str]:
    """What is done is done to a letter, of which the last word is a noun."""
    article = either("letter_words", "articles")
    return re.compile(rf"\b{either('signing_acts', 'noun_leads')}\b|\b{article}\s+[\w'’-]+$")


@of_language
def is_told() -> re.Pattern[str]:
    """After the number, up to what is told of those counted: " organisations are named as debtors"."""
    told, who = either("letter_words", "told"), either("signatory_totals", "aside")
    return re.compile(rf"(?:\s+[\w'’-]+){{0,8}}?\s+(?:{told}|{who})\b")


@of_language
def to_them() -> re.Pattern[str]:
    puts, you = either("signing_acts", "puts"), either("signing_acts", "before_you")
    return re.compile(_after(rf"(?:{either('signing_acts', 'to_them')}|{puts}\s+(?:[\w'’-]+\s+){{1,6}}?{you})"))


@of_language
def signed_it() -> re.Pattern[str]:
    return re.compile(_after(either("signing_acts", "signed_it")))


@of_language
def join_in_it() -> re.Pattern[str]:
    """After the number: " add their voices to this call", " endorse the demands set out in this letter"."""
    words = either("signing_acts", "set_out")
    ours = rf"(?:{_this_letter()}|{either('signing_acts', 'present')}\s+{words})\b"
    article, within = either("letter_words", "articles"), either("signing_acts", "instruments")
    of_it = rf"(?:{article}\s+(?:[\w'’-]+\s+){{1,5}}?{within}\s+)?"
    return re.compile(_after(rf"{either('signing_acts', 'joins_in')}\s+{of_it}{ours}"))
