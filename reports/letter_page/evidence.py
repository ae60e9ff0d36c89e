"""An observation as a card shows it: whose figure, as of when, where it was read, in its own words."""

from __future__ import annotations

from claims.quick_records import dataclass
from reports.words.addresses_shown import Address, address, host
from reports.words.table_names import Names
from reports.words.wording import Word, day, figure, interval_words, period_words, word
from sources.model import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One observation. `why`: the part it plays in a verdict, or why it was left out."""

    observation_id: str
    figure: str
    measure: str
    producer: str
    published_by: str
    title: str
    as_of: str
    window: str
    place: str
    published: str
    published_by_rule: bool
    address: Address | None
    site: str
    printed: str
    grade: Word
    note: str
    cites: str
    superseded_by: str
    accessed: str
    licence: str
    why: str
    decides: bool


def source_view(one: Observation, names: Names, why: str, *, decides: bool = False) -> SourceView:
    """The view of one observation."""
    published = one.published_on or one.published_by_rule
    link = address(one.url)
    return SourceView(
        observation_id=one.observation_id,
        figure=observed(one),
        measure=names.measure(one.measure_id),
        producer=names.producer(one.producer_id),
        published_by=one.published_by,
        title=one.title,
        as_of=day(one.period_end, one.period_end_grain) if one.period_end else "",
        window=period_words(one.period_start, one.period_end, one.period_end_grain),
        place=one.place or "",
        published=day(published) if published else "",
        published_by_rule=one.published_on is None and published is not None,
        address=link,
        site=host(link.href) if link and link.href else "",
        printed=one.as_printed,
        grade=word("grade", one.grade),
        note=one.note,
        cites=one.cites or "",
        superseded_by=one.superseded_by or "",
        accessed=day(one.accessed_on) if one.accessed_on else "",
        licence=one.licence,
        why=why,
        decides=decides,
    )


def observed(one: Observation) -> str:
    """The figure as observed: "3,888", "more than 5,800", "1,550,000 to just below 1,650,000"."""
    if one.comparator == "=":
        return figure(one.value)
    if one.comparator == "~":
        return f"{word('comparator', '~').label} {figure(one.value)}"
    return interval_words(one.interval)
