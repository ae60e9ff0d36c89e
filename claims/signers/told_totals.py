"""Every total of signatories a letter tells, from its sentences and from the headings of its lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from claims.model import Letter, Quantity, SegmentKind, Span, StatedTotal
from claims.parts.blocks import Block
from claims.parts.layout import Layout
from claims.signers.acts.act_places import placed
from claims.signers.acts.line_totals import counters, moved, of_labels
from claims.signers.agreeing import agreeing
from claims.signers.counted_signers import counts_in
from claims.signers.counts_told import Told, Total
from claims.signers.label_totals import behalf, goes_on, totals_beside_names
from claims.signers.lead_totals import lead_totals
from claims.signers.signatory_totals import totals_in_sentence
from claims.signers.signing_context import of_signers
from claims.signers.tallies import tallies
from claims.signers.title_totals import totals_in_title
from claims.text.passages import Passage

Reads = Sequence[tuple[Passage, Sequence[Quantity]]]
FAR, MANY_MORE = 60, 3
# Of two any number may be one by chance.
LEAST = 3
APART: frozenset[SegmentKind] = frozenset({"notes", "contact", "chrome", "title"})


def told_totals(letter: Letter, plan: Layout, reads: Reads, listed: int = 0) -> tuple[StatedTotal, ...]:
    """The totals in the order of the letter, one a number. `reads`: its sentences with the numbers read in them;
    `listed`: how many its list holds, 0 where nobody knows.
    """
    found: dict[Span, StatedTotal] = {}
    for total, at, where in _all(plan, reads):
        found.setdefault(*_placed(letter, plan, total, at, where))
    hidden = sum(total.value for total in found.values() if total.role == "undisclosed")
    counts = {listed, listed + hidden} if listed >= LEAST else set()
    if any(one.role == "total" and one.value + one.beside in counts for one in found.values()):
        counts = set()  # the letter's own words tell
    for total, at, where in agreeing(plan, reads, frozenset(counts)):
        number, stated = _placed(letter, plan, total, at, where)
        if not any(number.overlaps(one.span) for one in found.values()):
            found[number] = stated
    told = _of_kinds(plan, _of_parts(plan, sorted(found.values(), key=lambda total: total.span)))
    return _for_others(letter, _apart(told))


def _of_parts(plan: Layout, totals: Sequence[StatedTotal]) -> list[StatedTotal]:
    """ "Signed by the following 17 groups:" gives the list alone, where others keep their names back or the letter has
    no one number for all.
    """
    whole = not any(t.role == "undisclosed" or t.comparator != "=" for t in totals)
    heads = {} if whole else {head.start: head.end for head in _heads(plan)}
    return [
        replace(t, role="listed") if t.role == "total" and _within(plan, t, heads) and _others_told(totals, t) else t
        for t in totals
    ]


def _others_told(totals: Sequence[StatedTotal], one: StatedTotal) -> bool:
    return any(t.role == "total" and t.value != one.value for t in totals)


def _heads(plan: Layout) -> list[Span]:
    """The lines that announce the lists, in the letter."""
    at = [roster.announcer for roster in plan.rosters if roster.announcer is not None]
    return [plan.view.to_source(plan.lines[i].span) for i in at]


def _within(plan: Layout, total: StatedTotal, heads: dict[int, int]) -> bool:
    return any(start <= total.span.start < end for start, end in heads.items())


def _of_kinds(plan: Layout, totals: Sequence[StatedTotal]) -> list[StatedTotal]:
    """ "Signed by nine organisations:" over nine names counts a kind of its own where "and six individuals:" heads more
    names of the same list.
    """
    heads = {
        plan.view.to_source(plan.lines[roster.announcer].span): _first_kind(roster)
        for roster in plan.rosters
        if roster.announcer is not None
    }
    own = {span.start: (span.end, count) for span, count in heads.items() if count}
    return [
        replace(t, role="group", group=t.noun)
        if t.role == "total" and any(a <= t.span.start < b and t.value == n for a, (b, n) in own.items())
        else t
        for t in totals
    ]


def _first_kind(roster: Block) -> int:
    """How many names stand above the first head within a list; 0 where none does."""
    first = roster.entries[0].line if roster.entries else 0
    later = [at for _, at in roster.labels if at > first]
    return sum(entry.line < min(later) for entry in roster.entries) if later else 0


def _for_others(letter: Letter, totals: tuple[StatedTotal, ...]) -> tuple[StatedTotal, ...]:
    """Those on whose behalf the counted signers speak are a kind of their own: "on behalf of 1,284 households"; those
    beside whom the listed ones sign ("on behalf of the four cooperatives and of", over a list) are no total of it.
    """
    totals = tuple(t for t in totals if t.role != "total" or not goes_on().match(letter.text, t.span.end))
    before = {t: letter.text[max(0, t.span.start - FAR) : t.span.start].casefold() for t in totals}
    spoken = [t for t in totals if t.role == "total" and behalf().search(before[t])]
    most = max((t.value for t in totals if t.role == "total" and t not in spoken), default=0)
    # Two numbers that are near each other are of the same people, and one is a slip.
    apart = [t for t in spoken if most and t.value > MANY_MORE * most]
    return tuple(replace(t, role="group", group=t.noun) if t in apart else t for t in totals)


def _placed(letter: Letter, plan: Layout, total: Total, at: int, where: str) -> tuple[Span, StatedTotal]:
    """A total with the span of its number in the letter."""
    span = plan.view.to_source(total.count.span.shifted(at))
    return plan.view.to_source(total.count.number.shifted(at)), _stated(total, span, letter, where)


def _apart(totals: Sequence[StatedTotal]) -> tuple[StatedTotal, ...]:
    """Where a kind of signers is told beside the rest ("It was also signed by …"), the rest is a kind too."""
    beside = [t for t in totals if t.role == "group" and t.where == "body" and t.group == t.noun]
    alone = beside and not any(t.role == "group" and t not in beside for t in totals) and len(beside) == 1
    if not alone:
        return tuple(totals)
    whole = [t for t in totals if t.role == "total" and t.noun != beside[0].noun and t.value < beside[0].value]
    return tuple(replace(t, role="group", group=t.noun) if t in whole else t for t in totals)


def _stated(total: Total, span: Span, letter: Letter, where: str) -> StatedTotal:
    return StatedTotal(
        value=total.count.value,
        comparator=total.count.comparator,
        span=span,
        text=span.of(letter.text),
        role=total.role,
        where=where,
        group=total.group,
        noun=total.count.noun,
        interval=total.count.interval,
        beside=total.beside,
        by_list=total.by_list,
    )


def _all(plan: Layout, reads: Reads) -> Iterator[tuple[Total, int, str]]:
    """Totals with the offset of their sentence and the part they stand in."""
    yield from _of_titles(plan, reads)
    yield from of_labels(plan, reads)
    yield from _of_sentences(plan, reads)
    # What the words tell for the total of all goes before what the place alone tells.
    yield from lead_totals(plan, reads)


def _of_sentences(plan: Layout, reads: Reads) -> Iterator[tuple[Total, int, str]]:
    yield from _beside_the_sentences(reads)
    body = plan.lines[plan.head.body].span.start if plan.head.body < len(plan.lines) else 0
    for one in placed(plan, reads):
        passage, told = one.passage, one.told
        if passage.kind == "body" and passage.span.start < body:
            headline = replace(told, lead=True)
            yield from ((total, passage.span.start, "title") for total in totals_in_title(headline))
        for total in totals_in_sentence(told):
            if total.role == "undisclosed" or told.lead or not one.below:
                yield total, passage.span.start, passage.kind


def _beside_the_sentences(reads: Reads) -> Iterator[tuple[Total, int, str]]:
    """Counters of signatures, notes on a list, what stands for signers beside its names."""
    for passage, quantities in reads:
        found: Iterable[Total] = ()
        if passage.kind not in APART:
            found = (Total(c, "total") for c in tallies(passage.text, quantities))
        if passage.kind == "notes":
            found = _below_a_mark(passage, quantities)
        if passage.kind in {"signatories", "signature"}:
            found = chain(found, totals_beside_names(passage.text, quantities))
        yield from ((total, passage.span.start, passage.kind) for total in found)


def _below_a_mark(passage: Passage, quantities: Sequence[Quantity]) -> Iterator[Total]:
    """ "* Twenty-two of the signatories have asked that their names not be disclosed.": a note on the list."""
    if of_signers(passage.text):
        for total in totals_in_sentence(Told(passage.text, counts_in(passage.text, quantities), signature=True)):
            if total.role == "undisclosed":
                yield total


def _of_titles(plan: Layout, reads: Reads) -> Iterator[tuple[Total, int, str]]:
    title = plan.head.title_span
    for passage, quantities in reads:
        inside = title is not None and passage.kind == "front_matter" and passage.span.overlaps(title)
        if passage.kind != "title" and not inside:
            continue
        cut = max(0, title.start - passage.span.start) if title is not None and inside else 0
        counts = [moved(count, -cut) for count in counts_in(passage.text, quantities) if count.lead >= cut]
        for total in totals_in_title(Told(passage.text[cut:], counts, lead=True)):
            yield total, passage.span.start + cut, "title"
        yield from ((total, at, "title") for total, at in counters(plan, passage, quantities))
