"""What a sentence gives to find its row by: whose figure, of which day, where, in which words, as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from claims.measures.units_of_measures import is_rate_within
from claims.model import Claim, DateMention, Letter, Quantity, Span
from claims.places.gazetteer import gazetteer
from claims.text.phrases import Word, split_words, words_within
from sources.evidence.localities import left_of, narrower_places
from sources.evidence.misprints import digits
from sources.evidence.names import Named, clause_of
from sources.evidence.shared_words import Wording, own_part, roots_of, wording_of
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.words import words

_LEAST_SAID = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What else was read in a claim's sentence: its dates and its other figures, with their spans in the letter.

    `before`: the last claim of the sentence before, in the same paragraph, with the dates of that sentence.
    """

    dates: tuple[DateMention, ...] = ()
    others: tuple[Quantity, ...] = ()
    before: Claim | None = None
    dates_before: tuple[DateMention, ...] = ()


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
    each stretch of time, and no measure of counts was read.
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
    rate: bool = False

    @property
    def exactness(self) -> int:
        """How many significant digits the number has: 7,265 four, 2.8 million two."""
        return len(digits(self.value))

    @property
    def value(self) -> Decimal:
        return self.claim.quantity.value

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
        taken=own.taken | {before.value},
        wording=replace(own.wording, far=own.wording.far | before.wording.near | before.wording.far),
    )


def _speaks_on(own: Clues, beside: Beside) -> bool:
    """Whether a sentence takes up the one before: by its first word, or as a part of what nothing in it counts."""
    first = next((token.norm for token in split_words(own.claim.sentence)), "")
    return first in words("sourcing")["back_openers"] or (own.leans and not beside.others)


def _clues_of(claim: Claim, letter: Letter, index: Index, beside: Beside) -> Clues:
    """The clues of one sentence, and the claim without the sources that speak of another part of it."""
    figure = _within(claim.quantity.span, claim)
    others = [_within(other.span, claim) for other in beside.others]
    clause = clause_of(claim.sentence, figure, "turns")
    part = own_part(claim.sentence, figure, others)
    names = _without_places(wordbook(index).producers.named_in(claim.sentence), claim.sentence, index)
    blank = _blanked(claim.sentence, [each.span for each in names if each.producers])
    said, claim = claim.period, _without_day_of_saying(_own_sources(claim, clause))
    claim = _placed_by_title(claim, letter, index)
    cited = _cited(claim, names, clause, figure, index)
    under = () if cited else wordbook(index).producers.under(claim.attribution or clause.of(claim.sentence))
    places, others_named = _places(claim, part, index)
    nearby = Span(min(part.start, left_of(claim.sentence, figure, others)), part.end)
    narrower = narrower_places(blank, nearby, figure, index)
    return Clues(
        claim=claim,
        letter_date=letter.written_on or letter.published_on,
        cited=frozenset(cited),
        named=frozenset([*under, *(producer for each in names for producer in each.producers)]),
        strange=not cited and not under and _strange(names, clause, claim),
        days=_days(claim, beside.dates, letter.written_on or letter.published_on),
        said=(said.start, said.end) if said and claim.period is None and said.start and said.end else None,
        own_days=_days(claim, [each for each in beside.dates if _within(each.span, claim).overlaps(part)], None),
        up_to=tuple(dict.fromkeys(each.end for each in beside.dates if each.end is not None and _closes(each, claim))),
        places=places,
        beside=others_named,
        starts=_starts(claim, beside, index),
        taken=frozenset(each.value for each in beside.others),
        wording=wording_of(blank, _taken_up(claim.sentence, part)),
        leans=_takes_up(claim.sentence, part),
        own_words=roots_of(part.of(blank)),
        supposed=_supposed(claim.sentence, clause),
        over_time=_has(clause.of(claim.sentence), "over_time"),
        parts=(*_parts(claim.sentence, part), *_parts(claim.sentence, clause, "parts"), *narrower),
        elsewhere=bool(narrower),
        rate=not claim.measures_possible and is_rate_within(claim.sentence, nearby),
    )


def _cited(claim: Claim, names: Sequence[Named], clause: Span, figure: Span, index: Index) -> set[str]:
    """Whose figure it is: of those that tell in its own half of the clause, else of all that tell in the clause."""
    half = clause_of(claim.sentence, figure, "turns", "pauses")
    sources = (*(each.producer for each in claim.citations), claim.attribution)
    noted = {known for each in sources if (known := index.producer_named(each)) is not None}
    for stretch in (half, clause):
        told = [each for each in names if each.tells and each.span.overlaps(stretch)]
        if told:
            return {producer for each in told for producer in each.producers} | noted
        if stretch != clause and _says(claim.sentence, stretch):
            return noted
    return noted


def _without_places(names: Sequence[Named], sentence: str, index: Index) -> list[Named]:
    """Without those that are places: "Borland counted its dead" names no source."""
    places = [each.span for each in gazetteer(index.places).mentions(sentence)]
    return [each for each in names if each.producers or each.span not in places]


def _within(span: Span, claim: Claim) -> Span:
    """A span of the letter as one of the claim's sentence."""
    return span.shifted(-claim.sentence_span.start)


def _own_sources(claim: Claim, clause: Span) -> Claim:
    """ "The regime admits to 258 deaths, but AB has confirmed 810": AB says nothing of the 258."""
    kept = tuple(
        each
        for each in claim.citations
        if each.kind != "attribution" or each.span is None or _within(each.span, claim).overlaps(clause)
    )
    if len(kept) == len(claim.citations):
        return claim
    told = any(each.kind == "attribution" for each in kept)
    return replace(claim, citations=kept, attribution=claim.attribution if told else None)


def _without_day_of_saying(claim: Claim) -> Claim:
    """ "AB announced last week", "said this month": when it was said is not when it was so."""
    period = claim.period
    if period is None or period.span is None or not claim.sentence_span.contains(period.span):
        return claim
    before = [token.norm for token in split_words(claim.sentence[: _within(period.span, claim).start])[-1:]]
    return replace(claim, period=None) if set(before) & set(words("sourcing")["announcing"]) else claim


def _placed_by_title(claim: Claim, letter: Letter, index: Index) -> Claim:
    """The place that the letter's title names within the country that the letter is about."""
    if claim.place is None or "letter" not in (claim.place_inherited or ""):
        return claim
    whole = index.gazetteer.resolve(claim.place)
    titled = {each.place.place_id for each in gazetteer(index.places).mentions(letter.title or "")}
    inside = [each for each in titled if index.gazetteer.relation(each, whole) == "inside"]
    return replace(claim, place=index.gazetteer.name(inside[0])) if len(titled) == len(inside) == 1 else claim


def _strange(names: Sequence[Named], clause: Span, claim: Claim) -> bool:
    """Whether the figure is told by somebody whom the table does not know, be it by name or as "the regime"."""
    unknown = any(each.tells and not each.producers and each.span.overlaps(clause) for each in names)
    elsewhere = any(each.tells and not each.span.overlaps(clause) for each in names)
    return unknown or elsewhere or claim.attribution is not None or _says(claim.sentence, clause)


def _says(sentence: str, clause: Span) -> bool:
    """Whether somebody without a name says the figure ("residents say", "the regime admits")."""
    told = {token.norm for token in split_words(clause.of(sentence))}
    known = words("sourcing")
    return bool(told & set(known["saying"])) and not told & set(known["ourselves"])


def _days(claim: Claim, dates: Sequence[DateMention], letter: date | None) -> tuple[tuple[date, date], ...]:
    """First and last day of the dates up to which a sentence counts: not of those since which, nor the letter's own."""
    found = [(each.start, each.end or each.start) for each in dates if not _opens(each, claim)]
    period = claim.period
    if (
        letter is not None
        and period is not None
        and period.end is not None
        and period.span is not None
        and period.end != letter
    ):
        found.append((period.start if period.start is not None and period.grain != "day" else period.end, period.end))
    found += [(each.published_on, each.published_on) for each in claim.citations if each.published_on is not None]
    return tuple(dict.fromkeys((start, end) for start, end in found if start is not None and end is not None))


def _opens(mention: DateMention, claim: Claim) -> bool:
    """Whether a date stands as the one since which something is counted: "since October 2023", "between 1 May and"."""
    before = claim.sentence[: max(0, mention.span.start - claim.sentence_span.start)]
    words_before = [token.norm for token in split_words(before)[-2:]]
    return bool(set(words("sourcing")["from_when"]) & set(words_before))


def _closes(mention: DateMention, claim: Claim) -> bool:
    """Whether a date stands as the one up to which something is counted: "by 3 May", "up to the last day of 2022"."""
    before = claim.sentence[: max(0, mention.span.start - claim.sentence_span.start)]
    last = [token.norm for token in split_words(before)[-2:]]
    known = words("sourcing")
    return bool(last) and (last[-1] in known["up_to"] or (last[-1] in known["of"] and last[0] in known["ends_of"]))


def _places(claim: Claim, part: Span, index: Index) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places of the figure's own part of the sentence, and those of the rest."""
    found = gazetteer(index.places).mentions(claim.sentence)
    mentions = [each for each in found if not _excepted(claim.sentence[: each.span.start])]
    near = tuple(dict.fromkeys(each.place.place_id for each in mentions if each.span.overlaps(part)))
    own = index.gazetteer.resolve(claim.place) if claim.place is not None and not claim.place_inherited else None
    rest = dict.fromkeys(each.place.place_id for each in mentions if each.place.place_id not in near)
    return near, tuple(dict.fromkeys([*([own] if own is not None and own not in near else []), *rest]))


def _excepted(before: str) -> bool:
    """Whether a place is named only to leave it out ("outside Borland", "without Borland")."""
    return any(token.norm in words("sourcing")["excepting"] for token in split_words(before)[-1:])


def _starts(claim: Claim, beside: Beside, index: Index) -> frozenset[date]:
    """The first days that a sentence names: those of its dates, of its period, of the events in it."""
    found = {each.start for each in beside.dates if each.start is not None}
    if claim.period is not None and claim.period.start is not None:
        found.add(claim.period.start)
    hits = wordbook(index).events.find(split_words(claim.sentence))
    found |= {event.start for hit in hits for event in hit.payloads if event.start is not None}
    return frozenset(found)


def _blanked(sentence: str, spans: Sequence[Span]) -> str:
    """A sentence without the names of producers: the "Ministry of Health" counts no health."""
    for span in spans:
        sentence = sentence[: span.start] + " " * len(span) + sentence[span.end :]
    return sentence


def _taken_up(sentence: str, part: Span) -> Span:
    """A figure's own part, with what stands before where it only takes that up ("157 of them minors", "3 in 2022")."""
    back = _takes_up(sentence, part)
    return Span(0, part.end) if back or len(roots_of(part.of(sentence))) < _LEAST_SAID else part


def _takes_up(sentence: str, part: Span) -> bool:
    return _has(part.of(sentence), "back")


def _has(text: str, key: str) -> bool:
    """Whether one of the phrases of a list stands in a text."""
    told = f" {' '.join(token.norm for token in split_words(text))} "
    return any(f" {phrase} " in told for phrase in words("sourcing")[key])


def _supposed(sentence: str, clause: Span) -> bool:
    """Whether a word of foretelling stands in the figure's clause, a month's name aside ("in May")."""
    tokens = split_words(sentence)
    supposing = frozenset(words("sourcing")["supposed"])
    told = (tokens[at] for at in words_within(tokens, clause))
    return any(token.norm in supposing and token.text[0].islower() for token in told)


def _parts(sentence: str, part: Span, *kinds: str) -> tuple[str, ...]:
    """The words beside a figure that narrow what is counted: a group, an instrument, a manner, a penalty.

    A group behind "by" does it and is not counted: "hauled off by the soldiers".
    """
    known = words("narrowings")
    narrow = frozenset(word for kind in kinds or known for word in known[kind])
    tokens = split_words(sentence)
    return tuple(
        tokens[at].norm
        for at in words_within(tokens, part)
        if tokens[at].norm in narrow and not (tokens[at].norm in known["groups"] and _does(tokens, at))
    )


def _does(tokens: Sequence[Word], at: int) -> bool:
    """Whether "by" stands before a word, an article and a qualifier at most between."""
    return bool(set(words("sourcing")["doers"]) & {token.norm for token in tokens[max(0, at - 3) : at]})
