"""Numbers of people or bodies that may sign: "45 local, regional and international organisations"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.language.words import of_language, vocabulary
from claims.model import Comparator, Span
from claims.text.openings import either, phrase_set, phrases

WORD = re.compile(r"[^\W\d_]+(?:['’\-/][^\W\d_]+)*")
GROUPED = r"(?<![\w.,$€£%/\-#])\d{1,3}(?:[,.\u00a0\u202f ]\d{3}(?!\d))+(?![.,]?\d)"
DIGITS = GROUPED + r"|(?<![\w.,$€£/\-#])\d{1,7}(?![\d%]|[.,]\d|[a-zA-Z]|/)"
STEP = re.compile(r"[\s,\-–—/&+]*(?:\(|“|\")?")
PLUS = re.compile(r"\s?\+(?!\d)")


@of_language
def _shared() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+[^\W\d_][\w'’-]*){{1,3}}\s+{either('letter_words', 'joints')}\s*")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of possible signers as it stands: `span` from number to noun, `number` the number's own span."""

    span: Span
    number: Span
    value: int
    comparator: Comparator
    lead: int
    noun: str


def counts_in(text: str, span: Span) -> Iterator[Count]:
    end = span.start
    bare: re.Match[str] | None = None
    for found in _number().finditer(text, span.start, span.end):
        if found.start() < end:
            continue
        if count := _count(text, found, span):
            end = count.span.end
            if bare and (shared := _shares_noun(text, bare, count, span)):
                yield shared
            yield count
        bare = None if count else found


def _shares_noun(text: str, bare: re.Match[str], count: Count, span: Span) -> Count | None:
    """ "12 local and 9 partner organisations": the first number counts what the second one does."""
    between = text[bare.end() : count.lead]
    value = value_of(bare[0])
    if value < 2 or len(between) > 60 or not _shared().fullmatch(between) or "\n" in between:
        return None
    comparator, lead = _comparator(text, bare.start(), span.start)
    end = bare.end() + len(re.sub(rf"\s+{either('letter_words', 'joints')}\s*$", "", between))
    return Count(Span(bare.start(), end), Span(*bare.span()), value, comparator, lead, count.noun)


def _count(text: str, found: re.Match[str], span: Span) -> Count | None:
    """The number at `found` with the signers it counts, if it counts any."""
    plus = PLUS.match(text, found.end(), span.end)
    noun = _signers(text, plus.end() if plus else found.end(), span.end)
    if noun is None:
        return None
    value = value_of(found[0])
    if value < 2:
        return None
    comparator, lead = _comparator(text, found.start(), span.start)
    if plus and comparator == "=":
        comparator = ">="
    return Count(Span(found.start(), noun.end), Span(*found.span()), value, comparator, lead, noun.of(text).casefold())


def _signers(text: str, at: int, limit: int) -> Span | None:
    """The noun of the signers after a number: up to eight words on, then on through "companies, and individuals"."""
    nouns = phrase_set("signatories", "signers")
    noun: Span | None = None
    first = at
    for _ in range(12):
        step = STEP.match(text, at, limit)
        word = WORD.match(text, step.end() if step else at, limit)
        if not word or (step and "(" in step[0]):
            break
        lowered = word[0].casefold()
        two = WORD.match(text, min(word.end() + 4, limit), limit) if lowered == "heads" else None
        if two or lowered in nouns or lowered.rpartition("-")[2] in nouns:
            noun = Span(two.start() if two and not noun else word.start(), two.end() if two else word.end())
            word = two or word
        elif (
            lowered in vocabulary("signatories")["numbers"]
            or lowered in phrase_set("signatory_totals", "stops")
            or (noun and lowered in phrase_set("signatories", "lead_verbs"))
        ):
            break
        at = word.end()
    if noun is None or noun.end - first > 140:
        return None
    return noun


def _comparator(text: str, at: int, floor: int) -> tuple[Comparator, int]:
    table = vocabulary("signatories")["comparators"]
    before = text[max(floor, at - 40) : at]
    stripped = before.rstrip()
    lowered = stripped.casefold()
    for phrase in phrases("signatories", "comparators"):
        if lowered.endswith(phrase) and not lowered[: -len(phrase)][-1:].isalnum():
            return table[phrase], at - len(before) + len(stripped) - len(phrase)
    return "=", at


def value_of(written: str) -> int:
    digits = re.sub(r"\D", "", written)
    if digits:
        return int(digits)
    words = vocabulary("signatories")
    total = current = 0
    for word in re.findall(r"[a-z]+", written.casefold()):
        if word in words["numbers"]:
            current += words["numbers"][word]
        elif word in words["scales"]:
            scale = words["scales"][word]
            current = max(1, current) * scale
            if scale >= 1000:
                total, current = total + current, 0
    return total + current


@of_language
def _number() -> re.Pattern[str]:
    words = vocabulary("signatories")
    simple = "|".join(sorted(words["numbers"], key=len, reverse=True))
    any_word = "|".join(sorted([*words["numbers"], *words["scales"]], key=len, reverse=True))
    scale = "|".join(words["scales"])
    start = rf"\b(?:a\s+(?={scale})|(?={simple}))"
    spelled = rf"{start}(?:(?:{any_word})\b(?:[\s-]+(?:and\s+)?(?=(?:{any_word})\b))?){{1,8}}"
    return re.compile(rf"{DIGITS}|{spelled}", re.IGNORECASE)
