"""The figures behind a verdict, as they are named to people outside the report."""

from __future__ import annotations

from claims.quick_records import dataclass
from reports.exports.safe_words import one_line
from reports.words.addresses_shown import address
from reports.words.table_names import Names
from reports.words.wording import HANDING_ON as WORDS
from reports.words.wording import day, figure, interval_words, pattern
from sources.model import Observation, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A figure that decides: whose, what it was read in, as of when, and where to find it."""

    producer: str
    title: str
    as_of: str
    figure: str
    url: str


def sources_of(verdict: Verdict | None, names: Names) -> tuple[SourceRow, ...]:
    """The figures that decide a verdict."""
    return tuple(_source(one.observation, names) for one in (verdict.evidence if verdict else ()) if one.decides)


def _source(one: Observation, names: Names) -> SourceRow:
    link = address(one.url)
    return SourceRow(
        producer=names.producer(one.producer_id),
        title=one_line(one.title),
        as_of=day(one.period_end, one.period_end_grain) if one.period_end else "",
        figure=figure(one.value) if one.comparator == "=" else interval_words(one.interval),
        url=link.href or "" if link else "",
    )


def source_line(source: SourceRow) -> str:
    """A source in a line, without its address."""
    key = "figure_as_of" if source.as_of else "figure_of"
    said = pattern(WORDS, key, producer=source.producer, title=source.title, day=source.as_of)
    return pattern(WORDS, "source_figure", source=said, figure=source.figure)
