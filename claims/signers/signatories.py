"""Who signs a letter: the totals it states and the names it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.language.words import of_language
from claims.model import Letter, Segment, SegmentKind, Signatories, SignatoryName, Span, StatedTotal
from claims.parts.announcers import announces
from claims.parts.layout import Layout, layout
from claims.parts.lists.roster_items import Roster
from claims.parts.lists.walk import is_withheld
from claims.signers.signatory_totals import Total, total_of_label, totals_in_sentence, totals_in_title
from claims.text.lines import Line
from claims.text.openings import phrases
from claims.text.sentences import split_sentences

BELOW = 200
READ: frozenset[SegmentKind] = frozenset({"title", "body", "list", "signature", "signatories", "address"})


def read_signatories(letter: Letter, segments: Sequence[Segment]) -> Signatories:
    """The totals and the list of `letter`, whose parts are `segments`; every span is one of `letter.text`.

    `listed` counts the entries of all lists, late additions too. It is `None` where no list stands in the text, and
    where one does that cannot be counted safely: `partial` then says why.
    """
    plan = layout(letter.text)
    totals = _totals(letter, plan)
    names = tuple(_name(letter, plan, roster, n) for roster in plan.rosters for n in range(len(roster.entries)))
    doubt = next((r.doubt for r in plan.rosters if r.doubt), None)
    return Signatories(
        stated=_stated(totals, plan),
        stated_all=tuple(t.value for t in totals if t.role == "total"),
        stated_listed=_last(totals, "listed"),
        listed=len(names) if names and not doubt else None,
        undisclosed=_last(totals, "undisclosed"),
        totals=totals,
        names=names,
        partial=doubt or _partial(plan),
        groups=tuple(dict.fromkeys(n.group for n in names if n.group)),
    )


def _name(letter: Letter, plan: Layout, roster: Roster, n: int) -> SignatoryName:
    entry = roster.entries[n]
    span = plan.view.to_source(entry.span)
    name = span.of(letter.text)
    return SignatoryName(
        number=entry.number,
        name=name,
        span=span,
        group=entry.group,
        withheld=is_withheld(entry.span.of(plan.view.text)),
        late=roster.late,
    )


def _totals(letter: Letter, plan: Layout) -> tuple[StatedTotal, ...]:
    found: dict[Span, StatedTotal] = {}
    for total, where in _all_totals(plan):
        span = plan.view.to_source(total.count.span)
        found.setdefault(
            plan.view.to_source(total.count.number),
            StatedTotal(
                value=total.count.value,
                comparator=total.count.comparator,
                span=span,
                text=span.of(letter.text),
                role=total.role,
                where=where,
                group=total.group,
            ),
        )
    return tuple(sorted(found.values(), key=lambda t: t.span))


def _all_totals(plan: Layout) -> Iterator[tuple[Total, str]]:
    text = plan.view.text
    # "have chosen not" / "to disclose their names" on two lines is one phrase; every offset stays.
    flat = text.replace("\n", " ")
    if plan.head.title_span:
        yield from ((t, "title") for t in totals_in_title(flat, plan.head.title_span))
    # Right below the list stands who is not on it: "and 4 organisations that have chosen not to be named".
    ends = [plan.lines[roster.end - 1].span.end for roster in plan.rosters]
    lead = True
    for part, span in _stretches(plan):
        if part == "title":
            yield from ((t, "title") for t in totals_in_title(flat, span))
            continue
        for sentence in split_sentences(text, span):
            below = any(0 <= sentence.start - end < BELOW for end in ends)
            at_list = below or part in {"signature", "signatories"}
            for total in totals_in_sentence(flat, sentence, lead=lead and part == "body", signature=at_list):
                opens = lead and part == "body"
                if total.role == "undisclosed" or opens or not (below or part == "signatories"):
                    yield total, part
            # Only the first sentence of the body speaks of its signers as a headline does.
            lead = lead and (part != "body" or len(sentence) < 40)
    for line in _labels(plan):
        if stated := total_of_label(flat, line.span):
            yield stated, "signature"


def _stretches(plan: Layout) -> Iterator[tuple[SegmentKind, Span]]:
    """Runs of neighbouring lines of one part, as spans of the view."""
    at = 0
    for i in range(1, len(plan.lines) + 1):
        if i == len(plan.lines) or plan.parts[i] != plan.parts[at]:
            if plan.parts[at] in READ:
                yield plan.parts[at], Span(plan.lines[at].span.start, plan.lines[i - 1].span.end)
            at = i


def _labels(plan: Layout) -> Iterator[Line]:
    labels = {line for roster in plan.rosters for _, line in roster.labels}
    for i, line in enumerate(plan.lines):
        if line.text and (i in labels or plan.parts[i] == "signature"):
            yield line


def _stated(totals: Sequence[StatedTotal], plan: Layout) -> int | None:
    """The grand total nearest the signatures: beside the first list, else the last one."""
    whole = [t for t in totals if t.role == "total"]
    if not whole:
        # "The twelve organisations listed above" are all, where the letter speaks of no others.
        return _last(totals, "listed") if _last(totals, "undisclosed") is None else None
    if not plan.rosters:
        return whole[-1].value
    first = plan.view.to_source(plan.lines[plan.rosters[0].first].span).start
    return min(whole, key=lambda t: (abs(t.span.start - first), -t.span.start)).value


def _last(totals: Sequence[StatedTotal], role: str) -> int | None:
    return next((t.value for t in reversed(totals) if t.role == role), None)


def _partial(plan: Layout) -> str | None:
    """The words with which the letter says that its list is not whole, if it has one."""
    for roster in plan.rosters:
        around = range(max(0, (roster.announcer or roster.first) - 2), min(len(plan.lines), roster.end + 4))
        for i in around:
            line = plan.lines[i]
            # Above the list only the lines that announce it tell ("Initial signatories:"), not "more and more people".
            tells = announces(line.text) if i < roster.first else len(line.text) <= 160
            if line.text and tells and (phrase := _says_partial(line.text)):
                return f"the letter says so: “{phrase}”"
    return None


def _says_partial(text: str) -> str | None:
    if not _partial_words().search(text):
        return None
    return text if len(text) <= 160 else f"{text[:157]}…"


@of_language
def _partial_words() -> re.Pattern[str]:
    words = "|".join(re.escape(p) for p in phrases("signatories", "partial"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
