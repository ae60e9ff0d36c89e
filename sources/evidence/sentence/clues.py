"""What a sentence gives to find its row by: whose figure, of which day, where, in which words, as what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from claims.measures.units_of_measures import is_rate_within
from claims.model import Claim, Letter, Span
from claims.text.phrases import split_words
from sources.evidence.number_slips import digits
from sources.evidence.sentence.beside import Beside, in_sentence
from sources.evidence.sentence.carried import carried, is_pointed_at
from sources.evidence.sentence.days_told import days_in, last_days_in, starts_in, without_day_of_saying
from sources.evidence.sentence.letter_told import LetterTold
from sources.evidence.sentence.localities import left_of, narrower_places
from sources.evidence.sentence.named_places import without_places
from sources.evidence.sentence.names_told import Named, clause_of
from sources.evidence.sentence.narrowed import has_phrase, is_supposed, parts_told, taken_up, takes_up
from sources.evidence.sentence.own_stretches import Setting
from sources.evidence.sentence.read_around import blanked, placed_by_title, places_around, setting_of
from sources.evidence.sentence.tellers import are_several, cited_in, is_told_by_strangers, with_own_sources
from sources.evidence.sentence.unread import own_text
from sources.evidence.shared_words import Wording, own_part, roots_of, wording_of
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What finds a row. All days are those of dates and notes as read; all words those of the sentence.

    `cited`: producers that tell the figure; `named`: those whose name stands in its sentence at all. `strange`:
    somebody tells it whom the table does not know. `days`: first and last day of every date told in its sentence,
    `own_days` in its own part of it, `said` those of when it was said, `up_to` the last days of those up to which it
    counts. `places`: ids of the places its own part of the sentence names, `beside` of those of the rest. `starts`:
    the days that it may count from. `taken`: the numbers of the sentence's other figures. `leans`: it is told as a
    part of what was counted before ("157 of them"), in `own_words`. `supposed`: it is foretold or feared;
    `over_time`: it came about over a stretch of time. `parts`: words that make it a part of something. `elsewhere`: a
    place is named in its clause that the table does not know. `rate`: it is so many in
    each stretch of time, and no measure of counts was read. `setting`: where the figure stands among what was read.
    Of the letter: `mentioned` the producers that it names up to here, `letter_places` the places and `letter_numbers`
    how often each telling number stands in it, `words_before` the roots of the words of the paragraph before.
    `taken_over`: source or day are those of the sentence before; `several`: somebody
    unknown tells beside those who are cited.
    """

    claim: Claim
    letter_date: date | None
    cited: frozenset[str]
    named: frozenset[str]
    strange: bool
    days: tuple[tuple[date, date], ...]
    own_days: tuple[tuple[date, date], ...]
    said: tuple[date, date] | None
    up_to: tuple[date, ...]
    places: tuple[str, ...]
    beside: tuple[str, ...]
    starts: frozenset[date]
    taken: frozenset[Decimal]
    wording: Wording
    leans: bool
    own_words: frozenset[str]
    supposed: bool
    over_time: bool
    parts: tuple[str, ...]
    elsewhere: bool
    setting: Setting
    rate: bool = False
    mentioned: frozenset[str] = frozenset()
    letter_places: frozenset[str] = frozenset()
    letter_numbers: Mapping[Decimal, int] = field(default_factory=dict)
    words_before: frozenset[str] = frozenset()
    taken_over: bool = False
    several: bool = False

    @property
    def exactness(self) -> int:
        """How many significant digits the number has: 7,265 four, 2.8 million two."""
        return len(digits(self.value))

    @property
    def value(self) -> Decimal:
        return self.claim.quantity.value

    def before_fit(self, measure_id: str, index: Index) -> float:
        """The share of a measure's own words that the paragraph told before and the sentence itself does not."""
        own = wordbook(index).measures.label_words(measure_id)
        here = own & (self.wording.near | self.wording.far)
        return len((own & self.words_before) - here) / max(1, len(own))

    @property
    def told_source(self) -> bool:
        """Whether the sentence or a note says whose figure it is."""
        claim = self.claim
        return self.strange or bool(self.cited) or claim.attribution is not None or bool(claim.citations)


def clues_of(claim: Claim, letter: Letter, index: Index, beside: Beside) -> Clues:
    """The clues of a claim, with those of the sentence before where its own takes that up ("Of these, 300 …")."""
    own = _clues_of(claim, letter, index, beside)
    if beside.before is None or own.told_source or own.days or not _speaks_on(own, beside):
        return own
    before = _clues_of(beside.before, letter, index, Beside(dates=beside.dates_before))
    return replace(
        own,
        cited=before.cited,
        named=before.named,
        strange=before.strange,
        days=before.days,
        up_to=before.up_to,
        beside=own.beside or (*before.places, *before.beside),
        starts=own.starts | before.starts,
        taken_over=True,
        taken=own.taken | {before.value},
        wording=replace(own.wording, far=own.wording.far | before.wording.near | before.wording.far),
    )


def _speaks_on(own: Clues, beside: Beside) -> bool:
    """Whether a sentence takes up the one before: by its first word, or as a part of what nothing in it counts."""
    first = next((token.norm for token in split_words(own.claim.sentence)), "")
    return first in words("sourcing")["back_openers"] or (own.leans and not beside.others)


def _clues_of(claim: Claim, letter: Letter, index: Index, beside: Beside) -> Clues:
    """The clues of one sentence, and the claim without the sources that speak of another part of it."""
    figure = in_sentence(claim.quantity.span, claim)
    others = [in_sentence(other.span, claim) for other in beside.others]
    clause = clause_of(claim.sentence, figure, "turns")
    part = own_part(claim.sentence, figure, others)
    names = without_places(wordbook(index).producers.named_in(claim.sentence), claim.sentence, index)
    blank = blanked(claim.sentence, [each.span for each in names if each.producers])
    told, said, claim = claim, claim.period, without_day_of_saying(with_own_sources(claim, clause))
    claim = placed_by_title(claim, letter, index)
    cited = cited_in(claim, names, clause, figure, index) or _carried(claim, names, clause, beside)
    under = () if cited else wordbook(index).producers.under(claim.attribution or clause.of(claim.sentence))
    places, others_named = places_around(claim, part, index)
    nearby = Span(min(part.start, left_of(claim.sentence, figure, others)), part.end)
    narrower = narrower_places(blank, nearby, figure, index)
    setting = setting_of(told, clause, beside, names, index)
    return Clues(
        claim=claim,
        letter_date=letter.written_on or letter.published_on,
        cited=frozenset(cited),
        named=frozenset([*under, *(producer for each in names for producer in each.producers)]),
        strange=not cited and not under and is_told_by_strangers(names, clause, claim),
        days=days_in(claim, beside.dates, letter.written_on or letter.published_on),
        said=(said.start, said.end) if said and claim.period is None and said.start and said.end else None,
        own_days=days_in(claim, [each for each in beside.dates if in_sentence(each.span, claim).overlaps(part)], None),
        up_to=last_days_in(claim, beside.dates),
        places=places,
        beside=others_named,
        starts=starts_in(claim, beside, index),
        taken=frozenset(each.value for each in beside.others),
        wording=wording_of(blank, taken_up(claim.sentence, part)),
        leans=takes_up(claim.sentence, part),
        own_words=roots_of(part.of(blank)),
        supposed=is_supposed(own_text(setting)),
        over_time=has_phrase(clause.of(claim.sentence), "over_time"),
        parts=(*parts_told(claim.sentence, part), *parts_told(claim.sentence, clause, "parts"), *narrower),
        elsewhere=bool(narrower),
        setting=setting,
        rate=not claim.measures_possible and is_rate_within(claim.sentence, nearby),
        several=are_several(claim.sentence, names, clause),
        **_of_letter(claim, beside.told),
    )


def _of_letter(claim: Claim, told: LetterTold | None) -> dict[str, Any]:
    """What of the letter stands before a claim and beside it."""
    if told is None:
        return {}
    start = claim.sentence_span.start
    return {
        "mentioned": told.mentioned_to(claim.sentence_span.end),
        "letter_places": told.places,
        "letter_numbers": told.numbers,
        "words_before": frozenset().union(*(each.roots for each in told.paragraph_before(start))),
    }


def _carried(claim: Claim, names: Sequence[Named], clause: Span, beside: Beside) -> frozenset[str]:
    """Who is told without a name, where nobody is told with one and no note is cited."""
    half = clause_of(claim.sentence, in_sentence(claim.quantity.span, claim), "turns", "pauses")
    tellers = [each for each in names if each.tells and each.span.overlaps(clause)]
    if beside.told is None or claim.citations or not all(is_pointed_at(claim.sentence, each.span) for each in tellers):
        return frozenset()
    return carried(claim.sentence, half, claim.sentence_span.start, beside.told)
