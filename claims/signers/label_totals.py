"""The number in a heading of a list of signatories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.language.words import of_language, vocabulary
from claims.model import Quantity, Span
from claims.parts.counting.signer_nouns import WORD
from claims.signers.counted_signers import Count, counts_in
from claims.signers.counts_told import Total
from claims.text.openings import either, phrase_set, phrases

BOX = re.compile(r"[^()\[\]]*[(\[]\s*(?:[a-z ]+:?\s*)?$", re.IGNORECASE)


def total_of_label(text: str, counts: Sequence[Count]) -> Total | None:
    """The number in a heading of a list: "Signatories (45)", "Individuals: 30", "33 organisations", "Co-signers – 11".

    `text` is the line, `counts` are those of the line.
    """
    if not counts or len(text) > 100:
        return None
    count = counts[0]
    if len(counts) > 1 and _of().fullmatch(text, count.number.end, counts[1].number.start):
        return Total(counts[1], "total")  # "First 5 of 163 signatories"
    before, after = text[: count.number.start], text[count.number.end :]
    if not _labelled(before, after):
        return None
    named = before.strip(' (“"*_#-–—•|').casefold() not in {"", *phrases("letter_words", "joints")}
    plain = re.sub(r"[(\[].*?[)\]]", " ", before if named else after)
    label = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    words = [w.casefold() for w in WORD.findall(label)]
    stems = phrases("signatories", "announcing")
    other = phrase_set("signatory_totals", "whole_words")
    signed = phrase_set("signatories", "signed_verbs").intersection(words)
    whole = (
        not words
        or signed
        or label.casefold() in phrase_set("signatories", "senders_heads")
        or any(w.startswith(stems) for w in words)
        or all(w in other for w in words)
    )
    # "Signatories (45)" is one figure; "Endorsed by 6 unions and 41 branches (47 in total)" holds others.
    alone = sum(c.isdigit() for c in text) == sum(c.isdigit() for c in text[count.number.start : count.number.end])
    shown = replace(
        count, span=Span(0, len(text)) if alone and len(counts) == 1 else count.number, noun=label.casefold()
    )
    if _first().search(before):
        return None  # "Economists (first ten; full list on request)"
    return Total(shown, "total" if whole else "group", None if whole else label)


@of_language
def _of() -> re.Pattern[str]:
    of, article = either("signatory_totals", "of_m"), either("letter_words", "articles")
    return re.compile(rf"\s+{of}\s+(?:{article}\s+)?", re.IGNORECASE)


@of_language
def _first() -> re.Pattern[str]:
    return re.compile(rf"\b{either('signatory_totals', 'first')}\s*$", re.IGNORECASE)


def totals_beside_names(text: str, quantities: Sequence[Quantity]) -> Iterator[Total]:
    """What stands for signers beside the names of a list: "… and 31 others", "on behalf of 148 members of staff".

    Those for whom others sign are counted as a group: the names are not to make their number.
    """
    for count in counts_in(text, quantities):
        before, after = text[: count.lead].casefold(), text[count.number.end :].casefold()
        if _plus().search(before) and others_after(after):
            yield Total(count, "undisclosed")
        elif count.signers and before.strip() and behalf().search(before):
            yield Total(count, "group", count.noun)


@of_language
def _plus() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,;]){either('letter_words', 'plus')}\s+$")


def others_after(after: str) -> bool:
    """Whether the number before `after` counts others than those named or told before: " other unions", " more"."""
    return _others().match(after) is not None


@of_language
def _others() -> re.Pattern[str]:
    # "40 or more organisations" are no others
    word = rf"(?!{either('signatory_totals', 'noun_joints')}\s)[^\W\d_]+"
    return re.compile(
        rf"\s+(?:{word}\s+)?(?:{either('letter_words', 'other')}|{either('signatory_totals', 'further')})\b"
    )


@of_language
def behalf() -> re.Pattern[str]:
    """Up to the number: "on behalf of "."""
    return re.compile(rf"\b{either('signatory_totals', 'on_behalf')}\s+$")


@of_language
def goes_on() -> re.Pattern[str]:
    """Behind a count, to the end of its line: " and of", " together with the following:", for the list below."""
    beside, by = either("signatory_totals", "beside_listed"), either("signatory_totals", "title_by")
    these = rf"{either('signatory_totals', 'list_articles')}(?:[ \t]+[^\W\d_]+){{0,2}}[ \t]*:"
    return re.compile(rf"[ \t]+{beside}[ \t]+(?:{by}|{these})[ \t]*(?=\n|$)")


def sums_up(text: str) -> bool:
    """Whether a line below a list counts it: "Total: 18", "Eight names in total.", "Total number of signers: 18"."""
    words = [word.casefold() for word in WORD.findall(text)]
    known = phrase_set("signatory_totals", "whole_words") | phrase_set("signatories", "signers")
    known |= vocabulary("signatories")["numbers"].keys()
    return (
        bool(words)
        and all(word in known for word in words)
        and any(word in phrase_set("signatory_totals", "whole") for word in words)
    )


def _labelled(before: str, after: str) -> bool:
    """Whether a number stands in a heading as a count does: in brackets, behind a colon or a dash, first, last."""
    if BOX.fullmatch(before):
        return True
    if before.strip(' *_#“"(-–—•|').casefold() in {"", *phrases("letter_words", "joints")}:
        return bool(after[:1].isspace())
    if all(word.casefold() in phrase_set("signatories", "signers") for word in WORD.findall(after)):
        after = WORD.sub("", after)  # "Total: 13 organisations"
    last = before.rstrip()[-1:] in ":–—-" or _numbering().search(before) is not None
    return last and not re.sub(r"[\s.:)*_|]+", "", after)


@of_language
def _numbering() -> re.Pattern[str]:
    """ "The signatories are 27:"."""
    return re.compile(rf"\b{either('signatory_totals', 'numbering')}\s*$", re.IGNORECASE)
