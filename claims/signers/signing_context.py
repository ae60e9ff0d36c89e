"""What stands around a number of signers: whether the sentence speaks of this letter, or of somebody else's."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.signers.acts.others_letters import former
from claims.signers.counted_signers import Count
from claims.text.openings import either, phrase_set, phrases

REACH = 240


@of_language
def undersigned() -> re.Pattern[str]:
    """Up to the number: "We, the undersigned "."""
    return re.compile(rf"\b{either('signatory_totals', 'undersigned')}[\s,:]+$")


def names_undersigned(inside: str, after: str = "") -> bool:
    """Whether the words of a count, or the first word behind it, say who signs: "45 undersigned groups"."""
    words = either("signatory_totals", "undersigned")
    return re.search(words, inside.casefold()) is not None or re.match(rf"\s+{words}\b", after) is not None


@of_language
def of_all() -> re.Pattern[str]:
    """Up to the number: "the ", "all the "."""
    return re.compile(rf"\b(?:{either('letter_words', 'articles')}|{either('signatory_totals', 'every')})\s+$")


@of_language
def our_number() -> re.Pattern[str]:
    """Up to the number: "Our number is"."""
    return re.compile(rf"\b{either('signatory_totals', 'our_number')}\s+$")


def is_signing(inside: str) -> bool:
    """Whether the words of a count say that it signs: "18 signatory organisations"."""
    return re.search(rf"\b{either('signatory_totals', 'signing_words')}\b", inside.casefold()) is not None


@of_language
def signed_by() -> re.Pattern[str]:
    """Up to the number: "signed by", "endorsed by a total of", "Signed:"."""
    verb, after = either("signatory_totals", "signed_by"), either("signatory_totals", "after_signed")
    by = either("signatory_totals", "by")
    return re.compile(rf"\b{verb} {by}(?:\s+{after})?\s*$|\b{either('signatory_totals', 'signed_alone')}[:,]?\s*$")


@of_language
def letter_was() -> re.Pattern[str]:
    """Up to the number: "It was agreed by post, and it is signed by "."""
    it, is_ = either("signatory_totals", "it"), either("signatory_totals", "letter_is")
    return re.compile(rf"\b{it}\s+{is_}\s+(?:[^\W\d_]+\s+)?{either('signatory_totals', 'signed_by')}\b[^.;:]*$")


@of_language
def speaking_as() -> re.Pattern[str]:
    """Up to the number: "As a coalition of"; the sentence goes on with "we"."""
    return re.compile(
        rf"^\W*(?:{either('signatory_totals', 'opening')}\s+)?{either('signatory_totals', 'speaking_as')}\s+"
        rf"(?:{either('signatory_totals', 'between')}\s+){{0,4}}$"
    )


@of_language
def opening() -> re.Pattern[str]:
    """All before the number in a headline: "Today, a global coalition of", "BRUSSELS, 3 March 2022 –", "(3 May)"."""
    words = either("signatory_totals", "opening")
    day = r"[\w .,'’/]{0,60}\d{4}"
    dated = rf"(?:\({day}\)|{day}\s*[–—:-]+)\s*[–—:-]*\s*"
    return re.compile(rf"(?:{dated})?\W*(?:{words}[\s,]+){{0,8}}")


@of_language
def ends_by() -> re.Pattern[str]:
    """All before the number at the end of a title: "Submission on the draft code by "."""
    return re.compile(
        rf"\b{either('signatories', 'own_documents')}\b(?:\W+[\w'’-]+){{0,10}}\W+{either('signatory_totals', 'by')}$"
    )


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


@of_language
def our() -> re.Pattern[str]:
    """All before the number: "Our "."""
    return re.compile(rf"\W*{either('signatory_totals', 'ours')}\s+")


@of_language
def our_union() -> re.Pattern[str]:
    """All before the number: "Our alliance of "."""
    return re.compile(
        rf"\W*{either('signatory_totals', 'ours')}\s+(?:{either('signatory_totals', 'between')}\s+){{2,4}}"
    )


@of_language
def we_are() -> re.Pattern[str]:
    """Up to the number, with which the sentence ends: "Today we are "."""
    return re.compile(rf"\b{either('signatories', 'we_are')}\s+(?:{either('signatory_totals', 'adverbs')}\s+)?$")


@of_language
def we_joined() -> re.Pattern[str]:
    """Up to the number: "Today we joined ", "we are joined by "."""
    return re.compile(
        rf"\b{either('signatory_totals', 'we')}\b[^.;:]{{0,30}}\b{either('signatory_totals', 'joined')}\s*$"
    )


@of_language
def also_signed() -> re.Pattern[str]:
    """Up to the number: "It was also signed by ": those it counts come beside others."""
    verb, also = either("signatory_totals", "signed_by"), either("signatory_totals", "also")
    letter, by = either("signatory_totals", "it"), either("signatory_totals", "by")
    return re.compile(rf"^\W*{letter}\b[^.;:]{{0,30}}\b{also}\s+(?:[^\W\d_]+\s+){{0,2}}{verb}\s+{by}\s*$")


@of_language
def letter_bears() -> re.Pattern[str]:
    """Up to the number: "This letter bears ", "Our appeal now has "."""
    which, letter = either("signatory_totals", "this"), either("signatories", "own_documents")
    adverb = either("signatory_totals", "adverbs")
    return re.compile(
        rf"\b{which}\s+(?:[^\W\d_]+\s+)?{letter}\s+(?:{adverb}\s+)?{either('signatory_totals', 'bears')}\s+$"
    )


@of_language
def for_the() -> re.Pattern[str]:
    """All before the number: "For the ", "On behalf of the "."""
    article = either("letter_words", "articles")
    return re.compile(rf"\W*{either('signatory_totals', 'for_the')}\s+(?:{article}\s+)?")


@of_language
def is_ours() -> re.Pattern[str]:
    """Up to the number: "What follows is the position of the "."""
    document, by = either("signatories", "own_documents"), either("signatory_totals", "title_by")
    article = either("letter_words", "articles")
    return re.compile(
        rf"{either('signatory_totals', 'presents')}\s+(?:[^\W\d_]+\s+){{0,3}}{document}\s+{by}\s+(?:{article}\s+)?$"
    )


@of_language
def named() -> re.Pattern[str]:
    """All before the number: "The Alder Watch and ", "Alder Watch, Beta Union and more than "."""
    return re.compile(
        rf"\W*(?P<names>[^.;:()\d]{{3,160}}?(?:\([A-Z]+\))?),?\s+{either('signatory_totals', 'together')}\s+"
    )


def of_signers(text: str) -> bool:
    """Whether a sentence speaks of the letter's own signers: "Twenty-two of the signatories have asked …"."""
    words = set(re.findall(r"[a-z-]+", text.casefold()))
    if words & phrase_set("signatories", "others_documents"):
        return False
    return any(word.startswith(phrases("signatories", "announcing")) for word in words)


def without_kind(lead: str) -> str:
    """What stands before a number in a title, without "Joint statement:" at its head."""
    head, mark, rest = lead.partition(":")
    kinds = phrase_set("letter_words", "kinds_of_text")
    return rest if mark and head.split() and all(word in kinds for word in head.split()) else lead


def without_page(lead: str) -> str:
    """What stands before a number in a title, without the words of the page: "English pdf "."""
    words = lead.split()
    while words and words[0] in phrase_set("segments", "chrome_lines") | phrase_set("signatory_totals", "page_words"):
        words.pop(0)
    return " ".join(words)


def before(text: str, count: Count) -> str:
    """The sentence up to the number, in small letters; marked where it is cut, so that "^" is its true start only."""
    start = max(0, count.lead - REACH)
    return (("… " if start else "") + text[start : count.lead]).casefold()


@of_language
def the_letter() -> re.Pattern[str]:
    """ "The appeal was signed by": a document that is named as the one at hand, and what became of it."""
    article, document = either("letter_words", "articles"), either("signatories", "own_documents")
    return re.compile(rf"\W*{article}\s+{document}\s+{either('signatory_totals', 'letter_is')}\b")


def is_own(text: str) -> bool:
    """Whether the sentence speaks of the letter it stands in: "This letter …", "Signed by …"."""
    lowered = former().sub(" ", " ".join(text[:300].casefold().split()))
    if names_undersigned(text[:400]) or the_letter().match(lowered):
        return True
    return any(p in lowered for p in phrases("signatories", "own")) or lowered.lstrip("*_ (").startswith(
        phrases("demands", "signed_starts")
    )
