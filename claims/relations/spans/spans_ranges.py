"""Stretches between two dates: "from 3 May 2020 until 24 March 2021", "2015–2018"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.language.words import vocabulary
from claims.model import Span
from claims.quick_records import dataclass
from claims.relations.spans.spans_dated import Dated, in_year
from claims.relations.spans.spans_model import Moment
from claims.relations.spans.spans_scene import Told, listed
from claims.text.phrases import norms
from claims.times.calendar_steps import month_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Two dates joined to a stretch; `span` counts in the sentence. `exchanged`: as printed it runs backwards."""

    span: Span
    first: Moment
    last: Moment
    exchanged: bool = False


def ranges_of(told: Told) -> list[Range]:
    """Every stretch between two dates of a sentence, in order."""
    found = [_inside(dated) for dated in told.dates]
    pairs = [_pair(told, first, last) for first, last in _neighbours(told)]
    return sorted((one for one in [*found, *pairs] if one is not None), key=lambda one: one.span)


def _neighbours(told: Told) -> Iterator[tuple[Dated, Dated]]:
    for at in range(len(told.dates) - 1):
        yield told.dates[at], told.dates[at + 1]


def _pair(told: Told, first: Dated, last: Dated) -> Range | None:
    between = [word for word in told.between(first.span.end, last.span.start) if word not in _lean()]
    if _begins_anew(told.reading.text[first.span.end : last.span.start]):
        return None
    joiner = " ".join(between)
    before = [word for word in told.between(0, first.span.start)[-4:] if word not in _lean()]
    opener = before[-1] if before else ""
    words = vocabulary("elapsed")
    for opening, closing in words["range_pairs"].items():
        # "between the raid of 3 May 2019 and the ruling of 4 May 2023"
        if between[:1] == [closing] and len(between) <= 6 and opening in told.between(0, first.span.start)[-7:]:
            joiner, opener = closing, opening
    if joiner not in words["range_joiners"] or not _opened(joiner, opener):
        return None
    if opener not in words["range_openers"] and joiner not in words["range_joiners_alone"]:
        return None
    start, end = _in_one_year(first, last)
    return Range(span=Span(first.span.start, last.span.end), first=start, last=end, exchanged=start.first > end.last)


def _opened(joiner: str, opener: str) -> bool:
    """Whether a joiner that makes a range only behind its opener has it: "between … and"."""
    pairs: dict[str, str] = vocabulary("elapsed")["range_pairs"]
    return joiner not in pairs.values() or pairs.get(opener) == joiner


def _begins_anew(gap: str) -> bool:
    """ "Brussels, 14 September 2023 – On 14 March 2022 …": behind the dateline a sentence begins."""
    words = [word for word in gap.split() if word.isalpha()]
    return any(word[0].isupper() and word.lower() in listed("range_lean") for word in words)


def _lean() -> frozenset[str]:
    return listed("range_lean") | set(vocabulary("dates")["weekdays"])


def _in_one_year(first: Dated, last: Dated) -> tuple[Moment, Moment]:
    """The year printed once holds for both ends, unless that turns them round: then the next one."""
    start, end = first.moment, last.moment
    if first.mention.year_stated == last.mention.year_stated:
        if not first.mention.year_stated and start.first > end.last:
            start = in_year(start, -1) or start
        return start, end
    if last.mention.year_stated:
        start = in_year(start, end.first.year - start.first.year) or start
        return (in_year(start, -1) or start if start.first > end.last else start), end
    end = in_year(end, start.first.year - end.first.year) or end
    return start, (in_year(end, 1) or end if start.first > end.last else end)


def _inside(dated: Dated) -> Range | None:
    """A date that holds both its ends: "3-7 May 2022", "2015 to 2018"."""
    moment, words = dated.moment, norms(dated.mention.text)
    if moment.first == moment.last or not set(words[1:-1]) & set(vocabulary("elapsed")["range_joiners"]):
        return None
    if moment.grain == "day":
        first, last = replace(moment, last=moment.first), replace(moment, first=moment.last)
    elif moment.grain == "month":
        first, last = replace(moment, last=month_end(moment.first)), replace(moment, first=moment.last.replace(day=1))
    elif moment.grain == "year":
        first = replace(moment, last=moment.first.replace(month=12, day=31))
        last = replace(moment, first=moment.last.replace(month=1, day=1))
    else:
        return None
    return Range(span=dated.span, first=first, last=last)
