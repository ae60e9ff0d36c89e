"""How many a letter says sign it, as far as its lines show before they are read: evidence for one reading of its list.

A list that counts what the letter says is likely read as it was meant; one that does not may be read wrongly. Numbers
of anything else do no harm: evidence speaks only where the count of a reading is among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, zip_longest

from claims.language.words import of_language, vocabulary
from claims.parts.counting.kept_back import keep_back
from claims.parts.counting.never_signers import counts_things
from claims.parts.counting.signer_nouns import signers_after
from claims.parts.counting.voice import are_we, counts_us
from claims.quick_records import dataclass
from claims.text.lines import Line
from claims.text.openings import either, phrase_set, phrases

LONGEST, REACH, APART = 4_000, 60, 60
MOST, MANY, KEPT = 20_000, 60, 100
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class ToldCounts:
    """`likely`: numbers of people or bodies that may sign, sums of such numbers told in one breath in their stead;
    `own`: those of the letter's own voice ("We, the 16 undersigned", "Six of us"); `sure`: these, and those of headings
    that announce who signs.
    """

    likely: frozenset[int]
    sure: frozenset[int]
    own: frozenset[int] = frozenset()


NONE_TOLD = ToldCounts(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class _Found:
    value: int
    start: int
    end: int
    own: bool
    signers: bool


def told_counts(lines: Sequence[Line], announcing: Sequence[int]) -> ToldCounts:
    """The counts of all `lines`; in those whose numbers are `announcing` every number may be one of signers."""
    heads = set(announcing)
    found = [list(_counts(line.text[:LONGEST], every=i in heads)) if line.text else [] for i, line in enumerate(lines)]
    likely: set[int] = set()
    sure: set[int] = set()
    ours: set[int] = set()
    for i, line in enumerate(lines):
        for values, own in _breaths(line.text, found[i]):
            likely.update(values)
            sure.update(values if own or i in heads else ())
            ours.update(values if own else ())
    # "Initiators (4)" above four names, "Co-signatories (22)" above the others
    in_heads = [found[i][0].value for i in sorted(heads) if len(found[i]) == 1]
    sure.update(list(accumulate(in_heads))[1:] if 1 < len(in_heads) <= MANY else ())
    unnamed = [one.value for i in range(len(lines)) for one in _unnamed(_on(lines, i), found[i])]
    if len(set(unnamed)) == 1:
        # "We, the 41 …" of whom three do not give their names: 38 are to be found
        likely, sure, ours = (_less(values, unnamed[0]) for values in (likely, sure, ours))
    # a page full of numbers would agree with any list
    return NONE_TOLD if len(likely) > MANY else ToldCounts(frozenset(likely | sure), frozenset(sure), frozenset(ours))


def _on(lines: Sequence[Line], i: int) -> str:
    """A line with the one below it, on which its sentence may go on."""
    return f"{lines[i].text} {lines[i + 1].text}" if i + 1 < len(lines) else lines[i].text


def _less(values: set[int], unnamed: int) -> set[int]:
    return {value - unnamed for value in values if value - unnamed >= 2}


def _unnamed(text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Those said to keep their names back, up to the next number: 31 of "285 groups, 31 of which stay anonymous"."""
    for one, following in zip_longest(found, found[1:]):
        told = re.split(r"[.!?](?:\s|$)", text[one.start : following.start if following else None], maxsplit=1)[0]
        behind = told[one.end - one.start :].casefold()
        if any(phrase in told.casefold() for phrase in phrases("signatories", "undisclosed")) or keep_back(
            behind, told
        ):
            yield one


def _counts(text: str, *, every: bool) -> Iterator[_Found]:
    if not _may_hold_a_number(text):
        return
    for match in _number().finditer(text):
        value = _value(match)
        noun = signers_after(text, match.end())
        own = is_own_count(text, *match.span()) or noun is not None and follows_listed(text, noun.end)
        if noun is not None and noun.of(text).casefold() in phrase_set("signatory_totals", "anybody") and not own:
            noun = None  # "Nine people died"
        if _goes_on().match(text, match.end()):
            continue  # "four hundred families"
        if counts_things(text, match.end()):
            continue  # "Our three countries signed the treaty", "Our ten demands"
        known = own or noun is not None or keep_back(text[match.end() : match.end() + KEPT].casefold(), text)
        if 2 <= value <= MOST and (known or every and len(match[0]) < 4):
            yield _Found(value, match.start(), noun.end if noun else match.end(), own, every or noun is not None)


def _may_hold_a_number(text: str) -> bool:
    """Whether digits, or the letters of a number in words, stand in `text`: few lines hold any."""
    if _DIGIT.search(text) is not None:
        return True
    low = text.casefold()
    return any(word.casefold() in low for word in vocabulary("signatories")["numbers"])


def counts_signers(text: str) -> bool:
    """Whether a number of people or bodies that may sign stands in `text`: "and 31 colleagues of the clinic"."""
    if not _may_hold_a_number(text):
        return False
    return any(signers_after(text, match.end()) is not None for match in _number().finditer(text))


def _breaths(text: str, found: Sequence[_Found]) -> Iterator[tuple[list[int], bool]]:
    """ "10 organisations and 8 individuals" are 18 signers, "6 unions, 5 parties and 30 teachers" 41 or 11."""
    runs: list[list[_Found]] = []
    for n, one in enumerate(found):
        beside = n > 0 and one.signers and found[n - 1].signers and _is_joint(text[found[n - 1].end : one.start])
        if beside:
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        first, *rest = (one.value for one in run)
        # "30 signatories (24 organisations and 6 individuals)": the first counts the others
        whole = len(rest) > 1 and first == sum(rest)
        yield [first] if whole else list(accumulate(rest, initial=first))[1:] or [first], any(one.own for one in run)


def _is_joint(between: str) -> bool:
    return len(between) <= APART and not re.search(r"[.:!?]", between)


def _value(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(re.sub(r"\D", "", match["digits"]))
    numbers = vocabulary("signatories")["numbers"]
    return sum(int(numbers[word]) for word in re.split(r"[\s-]+", match["words"].casefold()) if word in numbers)


def is_own_count(text: str, start: int, end: int) -> bool:
    """Whether those counted by the number at `[start, end)` speak: "We, the 16", "The undersigned, six in number",
    "all 115 of us", "9 undersigned".
    """
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    head, behind = before.casefold(), after.casefold()
    if are_we(head) or counts_us(behind):
        return True
    return _ours().search(head) is not None or _signing().match(behind) is not None


def follows_listed(text: str, at: int) -> bool:
    """Whether those counted up to `at` stand in the letter: "As the eight bodies named above we say"."""
    return _listed().match(text, at) is not None


@of_language
def _listed() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[^\W\d_]+\s+)?{either('signatories', 'listed')}\b", re.IGNORECASE)


@of_language
def _number() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, vocabulary("signatories")["numbers"]), key=len, reverse=True))
    digits = r"(?<![\w.,/:§$€£-])(?P<digits>\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d{1,5})(?![\w/:%€]|[.,-]\d|\s?(?:%|°))"
    return re.compile(rf"{digits}|\b(?P<words>(?:{words})(?:[\s-](?:{words}))?)\b", re.IGNORECASE)


@of_language
def _ours() -> re.Pattern[str]:
    ours = "|".join(either("signatory_totals", name) for name in ("our", "ours", "of_us"))
    between = "|".join(either("signatory_totals", name) for name in ("between", "adverbs", "just"))
    # "We helped six groups" does not speak of those who sign.
    return re.compile(rf"\b(?:{ours})\b[\s,:(–—-]*(?:(?:{between})[\s,]+){{0,4}}$")


@of_language
def _signing() -> re.Pattern[str]:
    """Behind the number: " undersigned", " have now signed"."""
    signed = either("signatory_totals", "undersigned")
    have, by = either("signatory_totals", "have"), either("signatory_totals", "signed_by")
    return re.compile(rf"\+?\s+(?:{signed}|{have}\s+(?:[^\W\d_]+\s+)?{by})\b")


@of_language
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"[\s-]+{either('signatory_totals', 'scales')}\b", re.IGNORECASE)
