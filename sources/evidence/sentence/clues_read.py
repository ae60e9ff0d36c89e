"""The clues of a claim, read from its sentence, from the one before it, and from what of the letter stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claims.measures.units_of_measures import is_rate_within
from claims.model import Claim, Letter, Span
from claims.text.phrases import split_words
from sources.evidence.sentence.beside import Beside, in_sentence
from sources.evidence.sentence.clues import Clues
from sources.evidence.sentence.days_told import (
    dates_between,
    days_in,
    days_taken_up,
    is_cell_of_no_day,
    is_in_clause_behind,
    last_days_in,
    starts_in,
    without_day_of_saying,
)
from sources.evidence.sentence.letter_told import LetterTold
from sources.evidence.sentence.localities import left_of, narrower_places
from sources.evidence.sentence.named_places import without_places
from sources.evidence.sentence.narrowed import has_phrase, is_supposed, parts_told, taken_up, takes_up
from sources.evidence.sentence.own_stretches import Setting
from sources.evidence.sentence.read_around import blanked, placed_by_title, places_around, setting_of
from sources.evidence.sentence.unread import own_text, unread_words
from sources.evidence.sentence.whose.carried import carried, is_pointed_at
from sources.evidence.sentence.whose.clause_of_figure import clause_of
from sources.evidence.sentence.whose.names_told import Named
from sources.evidence.sentence.whose.tellers import (
    are_several,
    cited_in,
    is_told_by_strangers,
    one_office,
    told_by_unknown,
    with_own_sources,
)
from sources.evidence.shared_words import own_part, roots_of, wording_of
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.words import words


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
    mentioned = beside.told.mentioned_to(claim.sentence_span.start) if beside.told is not None else frozenset[str]()
    names = without_places(wordbook(index).producers.named_in(claim.sentence), claim.sentence, index)
    blank = blanked(claim.sentence, [each.span for each in names if each.producers])
    told, said, claim = claim, claim.period, without_day_of_saying(with_own_sources(claim, clause))
    claim = placed_by_title(claim, letter, index)
    cited = cited_in(claim, names, clause, figure, others, index) or _carried(claim, names, clause, beside)
    under = () if cited else wordbook(index).producers.under(claim.attribution or clause.of(claim.sentence))
    days = days_in(claim, beside.dates, letter.written_on or letter.published_on) or days_taken_up(claim, beside)
    places, others_named = places_around(claim, part, _lead(clause, figure, part, others), names, index)
    nearby = Span(min(part.start, left_of(claim.sentence, figure, others)), part.end)
    narrower = narrower_places(blank, nearby, figure, index)
    setting = setting_of(told, clause, beside, names, index)
    return Clues(
        claim=claim,
        letter_date=letter.written_on or letter.published_on,
        cited=frozenset(cited),
        office=one_office(under, claim, days, index),
        named=frozenset([*under, *(producer for each in names for producer in each.producers)]),
        strange=not cited and not under and is_told_by_strangers(names, clause, claim),
        days=days,
        said=(said.start, said.end) if said and claim.period is None and said.start and said.end else None,
        own_days=days_in(claim, [each for each in beside.dates if in_sentence(each.span, claim).overlaps(part)], None),
        up_to=last_days_in(claim, beside.dates),
        places=places,
        beside=others_named,
        starts=starts_in(claim, beside, index),
        taken=frozenset(each.value for each in beside.others),
        wording=wording_of(blank, taken_up(claim.sentence, part)),
        leans=takes_up(claim.sentence, part),
        own_words=roots_of(part.of(blank) if others else blank),
        supposed=is_supposed(own_text(setting)),
        over_time=has_phrase(clause.of(claim.sentence), "over_time"),
        parts=(*parts_told(claim.sentence, part), *parts_told(claim.sentence, clause, "parts"), *narrower),
        elsewhere=bool(narrower),
        setting=setting,
        rate=not claim.measures_possible and is_rate_within(claim.sentence, nearby),
        several=are_several(claim.sentence, names, clause),
        like_before=_same_thing(claim, setting, beside),
        own_dates=dates_between(claim, beside.dates, figure, others),
        unknown=told_by_unknown(claim, names, clause, mentioned, index),
        day_apart=is_in_clause_behind(told, figure) or is_cell_of_no_day(claim, others),
        part_named=wordbook(index).soft_names.told_in(claim.sentence),
        measures_beside=beside.measures | beside.measures_before,
        measures_here=beside.measures,
        **_of_letter(claim, beside.told),
    )


def _same_thing(claim: Claim, setting: Setting, beside: Beside) -> frozenset[str]:
    """ "A year earlier it had 14.6 million": of what the figures of the sentence before are, where no word tells."""
    told = claim.measure is not None or claim.measures_possible or unread_words(setting)
    return frozenset() if told else beside.measures_before


def _lead(clause: Span, figure: Span, part: Span, others: Sequence[Span]) -> Span:
    """What leads up to a figure's own part: back to the figure before it, or to the head of the clause."""
    before = (other.end for other in others if other.end <= figure.start)
    start = max(clause.start, max(before, default=0))
    return Span(min(start, part.start), part.start)


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
        "tellers_before": told.last_tellers(start),
        "days_before": told.last_days(start),
        "series": told.series,
        "lines": told.texts.lines_near(claim.span.start),
        "texts_of": told.texts.producers_beside(claim.quantity.value),
        "texts_at": told.texts.places_beside(claim.quantity.value),
    }


def _carried(claim: Claim, names: Sequence[Named], clause: Span, beside: Beside) -> frozenset[str]:
    """Who is told without a name, where nobody is told with one and no note is cited."""
    half = clause_of(claim.sentence, in_sentence(claim.quantity.span, claim), "turns", "pauses")
    tellers = [each for each in names if each.tells and each.span.overlaps(clause)]
    cited = any(each.kind != "attribution" or each.producer or each.text[:1].isupper() for each in claim.citations)
    if beside.told is None or cited or not all(is_pointed_at(claim.sentence, each.span) for each in tellers):
        return frozenset()
    return carried(claim.sentence, half, claim.sentence_span.start, beside.told)
