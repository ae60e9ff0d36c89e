"""Numbers of people or bodies that may sign, from the numbers that were read: "45 local and regional organisations"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.language.words import of_language, vocabulary
from claims.model import Comparator, Interval, Quantity, Span
from claims.parts.counting.never_signers import may_sign
from claims.parts.counting.signer_nouns import signers_after
from claims.quick_records import dataclass
from claims.signers.joined_numbers import joined
from claims.text.openings import either, phrases
from claims.text.plurals import is_plural


@dataclass(frozen=True, slots=True)
class Count:
    """A number that may count signers: `span` from number to noun, `number` its own; its words go from `lead` to `stop`
    ("or more" behind the noun is among them).

    `noun` is what it counts in small letters: the words of signers, or what was read, or "" for a bare number.
    `signers`: the noun is one of those who sign letters.
    """

    span: Span
    number: Span
    value: int
    comparator: Comparator
    interval: Interval
    lead: int
    stop: int
    noun: str
    signers: bool


def can_sign(count: Count) -> bool:
    """Whether those counted may sign a letter, as far as their noun tells; a bare number tells nothing."""
    return count.signers or may_sign(count.noun)


def counts_in(text: str, quantities: Sequence[Quantity]) -> list[Count]:
    """The counts of a sentence `text` among its `quantities`, in order; nought and one count nobody."""
    return list(_counts_in(text, tuple(quantities)))


@of_language(maxsize=1024)
def _counts_in(text: str, quantities: tuple[Quantity, ...]) -> tuple[Count, ...]:
    # every way to say how many sign asks each sentence for its counts
    whole = [one for one in joined(text, quantities) if one.value >= 2 and one.value == int(one.value)]
    again = {at for at in range(1, len(whole)) if _restates(text, whole[at - 1], whole[at])}
    found = []
    for at, one in enumerate(whole):
        if at not in again:
            until = whole[at + 1].number_span.end + 1 if at + 1 in again else one.number_span.end
            found.append(_count(text, one, Span(one.number_span.start, until)))
    return tuple(sorted([*_sharing(text, found), *_sets_of_us(text)], key=lambda count: count.number))


def _sets_of_us(text: str) -> list[Count]:
    """ "The pair of us", "both of us": a word for a set counts those who speak."""
    found: list[Count] = []
    low = text.casefold()
    if not any(word in low for word in _set_words()):
        return found
    for match in _of_us().finditer(text):
        value = int(vocabulary("signatories")["sets"][match["set"].casefold()])
        number, exact = Span(*match.span("set")), Interval(low=Decimal(value), high=Decimal(value))
        whole = Span(*match.span())
        found.append(Count(whole, number, value, "=", exact, whole.start, whole.end, match["us"].casefold(), True))
    return found


@of_language
def _set_words() -> tuple[str, ...]:
    return tuple(str(word).casefold() for word in vocabulary("signatories")["sets"])


@of_language
def _of_us() -> re.Pattern[str]:
    sets = "|".join(map(re.escape, vocabulary("signatories")["sets"])) or "(?!)"
    return re.compile(rf"\b(?P<set>{sets})\s+(?P<us>{either('signatory_totals', 'of_us')})\b", re.IGNORECASE)


def _restates(text: str, one: Quantity, again: Quantity) -> bool:
    """ "twelve (12) groups": one number, printed twice."""
    between = text[one.number_span.end : again.number_span.start]
    shut = text[again.number_span.end : again.number_span.end + 1] == ")"
    return between.strip() == "(" and shut and one.value == again.value


def _count(text: str, quantity: Quantity, number: Span) -> Count:
    """The count of a quantity whose number stands at `number`."""
    noun = signers_after(text, number.end)
    bound = quantity.comparator_span or number
    lead = min(bound.start, number.start)
    words = noun.of(text) if noun else quantity.counted or ""
    end = noun.end if noun else max(quantity.span.end, number.end)
    return Count(
        Span(number.start, end),
        number,
        int(quantity.value),
        quantity.comparator,
        quantity.interval,
        _lead(text, lead),
        max(end, bound.end),
        words.casefold(),
        noun is not None,
    )


def _lead(text: str, at: int) -> int:
    """Where the words of a number begin: "a coalition of", "a total of" before it belong to it."""
    before = text[max(0, at - 40) : at]
    stripped = before.rstrip()
    lowered = stripped.casefold()
    for phrase in phrases("signatory_totals", "counted_as"):
        if lowered.endswith(phrase) and not lowered[: -len(phrase)][-1:].isalnum():
            return at - len(before) + len(stripped) - len(phrase)
    return at


def _is_own_noun(text: str, one: Count, two: Count) -> bool:
    """Whether a number has its own noun, of several: "5 elected members and 2,314 others", not "12 local and 9 …"."""
    words = re.sub(rf"\s+{either('letter_words', 'joints')}\s*$", "", text[one.number.end : two.lead]).split()
    return bool(words) and is_plural(words[-1].casefold())


@of_language
def _shared() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+[^\W\d_][\w'’-]*){{1,3}}\s+{either('letter_words', 'joints')}\s*")


def _sharing(text: str, counts: list[Count]) -> list[Count]:
    """ "12 local and 9 partner organisations": the first number counts what the second one does."""
    found = list(counts)
    for n in range(len(found) - 1):
        one, two = found[n], found[n + 1]
        between = text[one.number.end : two.lead]
        own = _is_own_noun(text, one, two)
        if not one.signers and two.signers and not own and len(between) <= 60 and _shared().fullmatch(between):
            end = one.number.end + len(re.sub(rf"\s+{either('letter_words', 'joints')}\s*$", "", between))
            found[n] = Count(
                Span(one.number.start, end),
                one.number,
                one.value,
                one.comparator,
                one.interval,
                one.lead,
                max(end, one.stop),
                two.noun,
                True,
            )
    return found
