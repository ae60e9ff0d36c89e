"""What stands behind a number of signers: what they do, and whether they do it in this letter."""

from __future__ import annotations

import re

from claims.language.words import of_language
from claims.text.openings import either, phrases


@of_language
def have_signed() -> re.Pattern[str]:
    """After the number: "organisations and 1,200 individuals have signed this letter"."""
    verb, letter = either("signatory_totals", "sign"), either("signatories", "own_documents")
    which, adverb = either("signatory_totals", "this"), either("signatory_totals", "adverbs")
    onto = either("signatory_totals", "onto")
    return re.compile(
        rf"[^.;:]{{0,160}}\b(?:{adverb}\s+){{0,3}}{verb}\s+(?:{onto}\s+)?{which}\s+(?:[^\W\d_]+\s+){{0,2}}{letter}\b"
    )


@of_language
def signs_now() -> re.Pattern[str]:
    """After the number, what signers do where they stand: " unions put their names to these lines", " sign."."""
    verb, here = either("signatory_totals", "signs_now"), either("signatory_totals", "signed_here")
    told, who = either("letter_words", "told"), either("signatory_totals", "aside")
    near = rf"(?:\s+(?!{told}\b|{who}\b)[\w'’-]+){{0,8}}?"
    return re.compile(rf"{near}(?:,[^.;:?!,]{{3,80}})?,?\s+{verb}(?:\s+{here}\b|\s*[.,;:!]|\s*$)")


@of_language
def of_us() -> re.Pattern[str]:
    """After the number: " of us", not " of us who were there"."""
    return re.compile(rf"\s+{either('signatory_totals', 'of_us')}\b(?!\s+{either('signatory_totals', 'aside')}\b)")


@of_language
def whose_names() -> re.Pattern[str]:
    """After the number: " whose names are known to the editors"."""
    return re.compile(rf",?\s+{either('signatory_totals', 'whose')}\s+{either('signatories', 'kept_names')}\b")


@of_language
def is_all() -> re.Pattern[str]:
    """Up to the number: "all "."""
    return re.compile(rf"\b{either('signatory_totals', 'every')}\s+$")


@of_language
def leads() -> re.Pattern[str]:
    """After the number in a headline, up to what its signers do: " from 20 countries have today called on".

    Their verb is the first one, with no punctuation before it but a list of examples between commas.
    """
    told, verb = either("letter_words", "told"), either("signatories", "lead_verbs")
    adverbs = rf"(?:{either('signatory_totals', 'adverbs')}\s+){{0,3}}"
    near = rf"(?:\s+(?!{told}\b)[\w'’-]+){{0,8}}?\s+{adverbs}{verb}\b"
    aside = r"(?:,\s+[^.;:?!]{3,250}?,|\s+[–—-]\s+[^.;:?!]{3,250}?\s+[–—-])"
    boxed = rf"(?:\s+(?!{told}\b)[\w'’-]+){{0,8}}?{aside}\s+{adverbs}{verb}\b"
    examples = rf",?\s+{either('signatory_totals', 'including')}\b[^.;:]{{0,350}}?,?\s+{adverbs}{verb}\b"
    return re.compile(rf"(?:{near}|{boxed}|{examples})")


@of_language
def headlines() -> re.Pattern[str]:
    """After the number in a title, where the text of the headline is what they say: ": open the ports", " from six
    countries: no new coal", " on the Growth Plan".
    """
    about, from_ = either("signatory_totals", "headline_on"), either("signatory_totals", "headline_from")
    others = rf"(?:,?\s+{either('letter_words', 'joints')}\s+[^:.;]{{2,60}}?)?"
    home = rf"(?:\s+{from_}\s+[^:.;]{{2,60}}?)?"
    return re.compile(rf"{others}{home}(?:\s*:\s+\S|\s+{about}\s+\S)", re.IGNORECASE)


@of_language
def says_in_it() -> re.Pattern[str]:
    """After the number, what a report on the letter says of its signers: " said today in a letter to the summit"."""
    verb, adverb = either("signatories", "lead_verbs"), either("signatory_totals", "adverbs")
    document = either("signatories", "own_documents")
    told, within = either("letter_words", "told"), either("signatory_totals", "in_a")
    return re.compile(
        rf"(?:\s+(?!{told}\b)[\w'’-]+){{0,6}}?(?:\s+{verb})?(?:\s+{adverb})?\s+{within}\s+(?:[\w'’-]+\s+)?{document}\b"
    )


@of_language
def calls_to() -> re.Pattern[str]:
    """After the number in a title: " Groups to the Minister: Open the Ports"."""
    to, article = either("signatory_totals", "addressed_to"), either("letter_words", "articles")
    return re.compile(rf"\s+{to}\s+(?:{article}\s+)?[^\W\d_a-z][^:]{{1,80}}:\s+\S")


@of_language
def sent_to() -> re.Pattern[str]:
    """All after the number in a title, where what they say stands before it: " groups to the Senate"."""
    to, article = either("signatory_totals", "addressed_to"), either("letter_words", "articles")
    return re.compile(rf"(?:\s+[^\W\d_]+){{0,3}}?\s+{to}\s+(?:{article}\s+)?[^\W\d_a-z][^:]{{1,80}}")


@of_language
def reported() -> re.Pattern[str]:
    """After the number in a first sentence that tells of others: " organisations have long condemned"; not "today"."""
    have, adverb = either("signatory_totals", "have"), either("signatory_totals", "long_since")
    verb = either("signatory_totals", "reported_verbs")
    return re.compile(rf"(?:\s+[\w'’-]+){{0,8}}?\s+{have}\s+(?:{adverb}\s+){{0,2}}{verb}\b")


@of_language
def listed() -> re.Pattern[str]:
    """After the number: "whose names stand below", "under their own names"."""
    return re.compile(rf"\b{either('signatories', 'listed')}\b")


@of_language
def signed_alone() -> re.Pattern[str]:
    """After the number, without an object: " organisations have signed.", " had signed by 3 June 2022"."""
    have, adverb = either("signatory_totals", "have"), either("signatory_totals", "adverbs")
    end = rf"(?=\s*[.,;:)]|\s*$|\s+{either('signatory_totals', 'until')}\b)"
    return re.compile(
        rf"(?:\s+[\w'’-]+){{0,6}}?\s+{have}\s+(?:{adverb}\s+){{0,3}}{either('signatory_totals', 'signed_by')}{end}"
    )


@of_language
def as_of() -> re.Pattern[str]:
    """After the number: " as of 6 November", " so far"."""
    return re.compile(rf"\s+{either('signatory_totals', 'until')}\b")


@of_language
def in_all() -> re.Pattern[str]:
    """After the number: " in all", " altogether"."""
    return re.compile(rf",?\s+{either('signatory_totals', 'whole')}\b")


@of_language
def speaks_on() -> re.Pattern[str]:
    """After "As N networks": "…, we …", or a clause that is no report of what befell them, then "we"."""
    told = either("letter_words", "told")
    return re.compile(rf"(?!\s+{told}\b)[^.;:]{{0,200}}\b{either('signatory_totals', 'we')}\b")


@of_language
def addresses() -> re.Pattern[str]:
    """After the number, up to what its signers do now: " that live by ferry oppose", ", each with a boat, ask"."""
    verb, told = either("signatory_totals", "now_verbs"), either("letter_words", "told")
    who = either("signatory_totals", "aside")
    plain = rf"(?:\s+(?!{told}\b|{who}\b)[\w'’-]+){{0,8}}?\s+{verb}\b"
    not_behind = "".join(rf"(?<!{re.escape(word)})" for word in phrases("signatory_totals", "verb_leads"))
    clause = rf"\s+{who}\s+[^.;:?!]{{3,250}}?{not_behind}(?<!,)\s+{verb}\b"
    adverb = either("signatory_totals", "adverbs")
    boxed = rf"(?:\s+(?!{told}\b)[\w'’-]+){{0,6}},\s+[^.;:?!]{{3,250}}?,\s+(?:{adverb}\s+)?{verb}\b"
    return re.compile(rf"(?:{plain}|{boxed}|{clause}|{asks_you().pattern})")


@of_language
def asks_you() -> re.Pattern[str]:
    """After the number, whom its signers speak to: " organisations from four countries urge you"."""
    verb, told = either("signatory_totals", "now_verbs"), either("letter_words", "told")
    return re.compile(rf"(?:\s+(?!{told}\b)[\w'’-]+){{0,16}}?\s+{verb}\s+{either('signatory_totals', 'addressed')}\b")


def come_beside(text: str, at: int) -> bool:
    """Whether those counted up to `at` sign beside others: "have also signed it.", "added their names"."""
    after = text[at:].casefold()
    if _add().match(after):
        return True
    return _beside().search(text) is not None and _join().match(after) is not None


@of_language
def _add() -> re.Pattern[str]:
    return re.compile(rf"[^.;:]{{0,40}}?\b{either('signatory_totals', 'adds')}{_to_it()}")


@of_language
def _join() -> re.Pattern[str]:
    return re.compile(rf"[^.;:]{{0,40}}?\b{either('signatory_totals', 'joins')}{_to_it()}")


@of_language
def _beside() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signatory_totals', 'beside')}\b", re.IGNORECASE)


@of_language
def _to_it() -> str:
    """Up to the end of the clause nothing stands but this letter: "signed a letter of their own" is another one."""
    it, also = either("signatory_totals", "it"), either("signatory_totals", "beside")
    to = either("signatory_totals", "addressed_to")
    return rf"(?:\s+(?:{to}\s+)?{it}\b)?(?:,?\s+{also}\b)?(?=\s*[.,;!]|\s*$)"
