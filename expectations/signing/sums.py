"""The ways to add up the signatories of a letter that its makers may have meant."""

from __future__ import annotations

from claims.extraction import Extraction
from claims.language.words import vocabulary
from claims.model import Field
from claims.quick_records import dataclass
from expectations.arith import figure, sum_of
from expectations.declaring import say
from expectations.signing.roll import late_additions, repeats

RULE = "signatory-total"
"""The rule whose messages these are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to add up the signatories: its terms with their names, how the letter is read (None: plainly)."""

    terms: tuple[tuple[int, str], ...]
    how: str | None = None

    @property
    def total(self) -> int:
        return sum(value for value, _ in self.terms)

    @property
    def words(self) -> str:
        return " + ".join(say(RULE, "term", count=figure(value), name=name) for value, name in self.terms)

    @property
    def figures(self) -> str:
        return sum_of(value for value, _ in self.terms)


def readings_of(extraction: Extraction, field: Field) -> list[Reading]:
    """The ways to add up, the plain one first; empty where the text gives nothing to add."""
    signatories = extraction.signatories
    hidden = signatories.undisclosed
    beside: tuple[tuple[int, str], ...] = ((hidden, say(RULE, "undisclosed")),) if hidden else ()
    if signatories.listed is None:
        named = signatories.stated_listed
        return [Reading(terms=((named, say(RULE, "listed")), *beside))] if named else []
    counts = [(signatories.listed, say(RULE, "listed"), None), *_other_counts(extraction, field)]
    readings = [Reading(terms=((count, name), *beside), how=how) for count, name, how in counts]
    if hidden and not _inside(extraction):
        how = say(RULE, "beside")
        readings += [Reading(terms=((count, name),), how=how) for count, name, how_ in counts[:1] if how_ is None]
    return readings


def _other_counts(extraction: Extraction, field: Field) -> list[tuple[int, str, str | None]]:
    """The list counted in other ways that its makers may have meant."""
    names = extraction.signatories.names
    listed, late = len(names), late_additions(names)
    numbers = [name.number for name in names if name.number is not None]
    ways: list[tuple[int, str, str | None]] = []
    if numbers and numbers[0] == 1 and max(numbers) != listed:
        ways.append((max(numbers), say(RULE, "numbered"), say(RULE, "by_last", last=figure(max(numbers)))))
    first = [name for name in names if name.group == names[0].group]
    if names[0].group and len(first) < listed:
        ways.append((len(first), say(RULE, "listed"), say(RULE, "under_first", heading=names[0].group)))
    if late:
        ways.append((listed - len(late), say(RULE, "listed"), say(RULE, "without_late", late=str(len(late)))))
    if surplus := repeats(extraction.signatories, field).surplus:
        ways.append((listed - surplus, say(RULE, "bodies"), say(RULE, "each_once", twice=str(surplus))))
    withheld = sum(1 for name in names if name.withheld)
    if withheld and extraction.signatories.undisclosed:
        ways.append((listed - withheld, say(RULE, "by_name"), say(RULE, "withheld")))
    return ways


def _inside(extraction: Extraction) -> bool:
    """Whether the letter says that the undisclosed belong to the total: "64 organizations, including 9 that …"."""
    text, totals = extraction.letter.text, extraction.signatories.totals
    hidden = [total.span for total in totals if total.role == "undisclosed"]
    between = [
        text[a.span.end : span.start].casefold()
        for a in totals
        if a.role == "total"
        for span in hidden
        if 0 <= span.start - a.span.end < 200
    ]
    return any(word in stretch for stretch in between for word in vocabulary("totals")["inside"])
