"""What stands around a number of signers: whether the sentence speaks of this letter, or of somebody else's."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.model import Span
from claims.signers.signer_counts import Count
from claims.text.openings import either, phrases

REACH = 240
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@of_language
def _former() -> re.Pattern[str]:
    # "In our letter of 3 May, signed by 120 groups, …", "our statement last year": an earlier one.
    our, letter = either("signatory_totals", "our"), either("signatories", "own_documents")
    return re.compile(rf"\b{our} (?:[^\W\d_]+ )?{letter} (?:{either('signatory_totals', 'former')}\b|\d)")


@of_language
def undersigned() -> re.Pattern[str]:
    """Up to the number: "We, the undersigned", "We are a coalition of", "As spring comes, we, ", "On behalf of the"."""
    between, we = either("signatory_totals", "between"), either("signatory_totals", "we")
    return re.compile(
        rf"(?:\b{either('signatory_totals', 'undersigned')}\b[\s,:(–—-]*(?:{between}\s+){{0,4}}"
        rf"|^\W*{we}\b[\s,:–—-]*(?:{between}[\s,]+){{0,7}}"
        rf"|,\s+{we},\s+(?:{between}[\s,]+){{0,4}}"
        rf"|\b{either('signatory_totals', 'on_behalf')}\s+)$"
    )


def names_undersigned(inside: str, after: str = "") -> bool:
    """Whether the words of a count, or the first word behind it, say who signs: "45 undersigned groups"."""
    words = either("signatory_totals", "undersigned")
    return re.search(words, inside.casefold()) is not None or re.match(rf"\s+{words}\b", after) is not None


@of_language
def signed_by() -> re.Pattern[str]:
    """Up to the number: "signed by", "endorsed by a total of", "Signed:"."""
    verb, after = either("signatory_totals", "signed_by"), either("signatory_totals", "after_signed")
    by = either("signatory_totals", "by")
    return re.compile(rf"\b{verb} {by}(?:\s+{after})?\s*$|\b{either('signatory_totals', 'signed_alone')}[:,]?\s*$")


@of_language
def have_signed() -> re.Pattern[str]:
    """After the number: "organisations and 1,200 individuals have signed this letter"."""
    verb, letter = either("signatory_totals", "sign"), either("signatories", "own_documents")
    which, adverb = either("signatory_totals", "this"), either("signatory_totals", "adverbs")
    onto = either("signatory_totals", "onto")
    return re.compile(
        rf"[^.;:]{{0,60}}\b(?:{adverb}\s+){{0,3}}{verb}\s+(?:{onto}\s+)?{which}\s+(?:[^\W\d_]+\s+){{0,2}}{letter}\b"
    )


@of_language
def speaking_as() -> re.Pattern[str]:
    """Up to the number: "As a coalition of"; the sentence goes on with "we"."""
    return re.compile(
        rf"^\W*{either('signatory_totals', 'speaking_as')}\s+(?:{either('signatory_totals', 'between')}\s+){{0,4}}$"
    )


@of_language
def opening() -> re.Pattern[str]:
    """All before the number in a headline: "Today, a global coalition of", "BRUSSELS, 3 March 2022 –"."""
    words = either("signatory_totals", "opening")
    return re.compile(rf"(?:\(?[\w .,'’/]{{0,60}}\d{{4}}\)?\s*[–—:-]+\s*)?\W*(?:{words}[\s,]+){{0,8}}")


@of_language
def leads() -> re.Pattern[str]:
    """After the number in a headline, up to what its signers do: " from 20 countries have today called on".

    Their verb is the first one, with no punctuation before it but a list of examples between commas.
    """
    told, verb = either("letter_words", "told"), either("signatories", "lead_verbs")
    adverbs = rf"(?:{either('signatory_totals', 'adverbs')}\s+){{0,3}}"
    near = rf"(?:\s+(?!{told}\b)[\w'’-]+){{0,8}}?\s+{adverbs}{verb}\b"
    examples = rf",?\s+{either('signatory_totals', 'including')}\b[^.;:]{{0,350}}?,?\s+{adverbs}{verb}\b"
    return re.compile(rf"(?:{near}|{examples})")


@of_language
def reported() -> re.Pattern[str]:
    """After the number in a first sentence that tells of others: " organisations have long condemned"; not "today"."""
    have, adverb = either("signatory_totals", "have"), either("signatory_totals", "long_since")
    verb = either("signatory_totals", "reported_verbs")
    return re.compile(rf"(?:\s+[\w'’-]+){{0,8}}?\s+{have}\s+(?:{adverb}\s+){{0,2}}{verb}\b")


@of_language
def title_by() -> re.Pattern[str]:
    """Up to the number in a title: "Joint statement by", "Open letter to the Minister from", "signed by"."""
    letter, by = either("signatories", "own_documents"), either("signatory_totals", "title_by")
    signed, passive = either("signatory_totals", "signed_by"), either("signatory_totals", "by")
    to, sender = either("signatory_totals", "addressed_to"), either("signatory_totals", "senders")
    return re.compile(
        rf"\b(?:{letter}(?:\W+[\w'’-]+){{0,2}}?\W+{by}|{letter}\W+{to}\W[^:;]{{0,120}}?\W{sender}|{signed}\W+{passive})$"
    )


@of_language
def conjunction() -> re.Pattern[str]:
    """All between two numbers of one list: ", and some"."""
    words = either("signatory_totals", "conjunctions")
    return re.compile(rf"[\s,;]*(?:{words}[\s,]+){{0,3}}", re.IGNORECASE)


@of_language
def including() -> re.Pattern[str]:
    """Up to the number: "including some", "of whom"."""
    return re.compile(rf"{either('signatory_totals', 'including')}\W+(?:\w+\W+){{0,3}}$", re.IGNORECASE)


@of_language
def context() -> re.Pattern[str]:
    """What every sentence about signatories holds."""
    return re.compile(rf"\b{either('signatory_totals', 'context')}", re.IGNORECASE)


def before(text: str, span: Span, count: Count) -> str:
    """The sentence up to the number, in small letters; marked where it is cut, so that "^" is its true start only."""
    start = max(span.start, count.lead - REACH)
    return (("… " if start > span.start else "") + text[start : count.lead]).casefold()


def is_own(text: str, span: Span) -> bool:
    """Whether the sentence speaks of the letter it stands in: "This letter …", "Signed by …"."""
    lowered = _former().sub(" ", " ".join(span.of(text)[:300].casefold().split()))
    return any(p in lowered for p in phrases("signatories", "own")) or lowered.lstrip("*_ ").startswith(
        phrases("demands", "signed_starts")
    )


def is_others(text: str, span: Span, count: Count) -> bool:
    """Whether the sentence speaks of another letter: "Last year a petition signed by …", "In 2020, 448 groups …"."""
    start, end = max(span.start, count.lead - REACH), min(span.end, count.span.end + REACH)
    lowered = " ".join(text[start:end].casefold().split())
    return YEAR.search(lowered) is not None or re.search(rf"\b{either('signatories', 'others')}\b", lowered) is not None
