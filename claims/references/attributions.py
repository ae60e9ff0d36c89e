"""The sources that sentences name in their wording: "according to the UN", "Alder Watch has documented"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claims.language.words import of_language
from claims.model import Producer, Span
from claims.quick_records import dataclass
from claims.references.producers import producer_named
from claims.text.openings import either, phrase_set, phrases
from claims.times.full_dates import find_full_dates

NAME = r"(?:[A-Z][\w’'.\-]*|[A-Z]{2,})"
BRACKETS = re.compile(r"\((?P<lead>[a-z]{2,8}:\s)?(?P<source>[A-Z][^()]{2,80},[^()]{0,24}(?:19|20)\d\d)\)")
DATED = re.compile(r",\s+(?:[^\W\d_]+\.?,?\s+|\d{1,2},?\s+){0,4}(?:19|20)\d\d")


@of_language
def _proper() -> re.Pattern[str]:
    link, the = either("letter_words", "source_links"), either("letter_words", "source_articles")
    return re.compile(
        rf"(?:(?i:{the})\s+)?{NAME}(?:\s+(?:{link}\s+){{0,2}}{NAME}){{0,11}}(?:\s*\([A-Z][\w\s.\-]{{1,30}}\))?"
    )


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source named in a sentence: `span` its name ("the UN"), `cue` the words that make it one ("according to")."""

    span: Span
    text: str
    cue: Span
    producer: str | None
    published_on: date | None = None
    bracketed: bool = False


def find_attributions(text: str, producers: Sequence[Producer]) -> tuple[Attribution, ...]:
    """The sources that `text` (a sentence or more) names in its wording: "according to the UN", "Alder Watch reports".

    Spans point into `text`. A source that is no known producer stands there with `producer=None`.
    """
    found: dict[int, Attribution] = {}
    for cue in _cues("attribution_before").finditer(text):
        if source := _source_at(text, cue.end(), producers):
            found.setdefault(source[0].start, Attribution(source[0], source[0].of(text), Span(*cue.span()), source[1]))
    for cue in _cues("attribution_after").finditer(text):
        if cue[0].islower() and (source := _source_before(text, cue.start(), producers)):
            found.setdefault(source[0].start, Attribution(source[0], source[0].of(text), Span(*cue.span()), source[1]))
    for cue in _cues("attribution_said").finditer(text):
        # "Mr Ruiz said" is a quotation; "Alder Watch said" is where a figure comes from.
        source = _source_before(text, cue.start(), producers) if cue[0].islower() else None
        if source and (source[1] or source[0].of(text).casefold() in phrase_set("citations", "plain_sources")):
            found.setdefault(source[0].start, Attribution(source[0], source[0].of(text), Span(*cue.span()), source[1]))
    for attribution in _bracketed(text, producers):
        found.setdefault(attribution.span.start, attribution)
    return tuple(found[start] for start in sorted(found))


def _bracketed(text: str, producers: Sequence[Producer]) -> Iterator[Attribution]:
    """ "(Gull Bureau, 1 January 2024)" behind a figure: a source in brackets with the date of what it published."""
    for found in BRACKETS.finditer(text) if "(" in text else ():
        proper = _proper_at(text, found.start("source"))
        rest = text[proper.end() : found.end() - 1] if proper else ""
        if proper and DATED.fullmatch(rest):
            span = Span(*proper.span())
            days = find_full_dates(rest)
            producer = producer_named(proper[0], producers)
            if producer or _is_name(proper[0]):
                day = days[0].date if days else None
                yield Attribution(span, proper[0], Span(*found.span()), producer, day, bracketed=True)


def _cues(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases("citations", name))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _source_at(text: str, at: int, producers: Sequence[Producer]) -> tuple[Span, str | None] | None:
    gap = text[at : at + 10]
    at += len(gap) - len(gap.lstrip())
    lowered = text[at : at + 60].casefold()
    proper = _proper_at(text, at)
    if proper and (producer := _longest(proper[0], producers)):
        return Span(at, at + len(producer[0])), producer[1]
    plain = next(
        (
            p
            for p in phrases("citations", "plain_sources")
            if lowered.startswith(p) and not lowered[len(p) : len(p) + 1].isalnum()
        ),
        None,
    )
    if plain:
        span = Span(at, at + len(plain))
        return span, producer_named(span.of(text), producers)
    if proper and _is_name(proper[0]):
        return Span(at, proper.end()), None
    return None


def _proper_at(text: str, at: int) -> re.Match[str] | None:
    proper = _proper().match(text, at)
    # "according to OCRA." ends with the sentence's stop, "in the U.S." with its own.
    if proper and proper[0][-1] in ".-'’" and not re.search(r"\b(?:[A-Z]\.){2,}$", proper[0]):
        return _proper().match(text, at, proper.end() - 1)
    return proper


def _longest(name: str, producers: Sequence[Producer]) -> tuple[str, str] | None:
    """The whole of a proper name as a producer's, never a part of it ("Coastal Watch" in "Coastal Watch Youth")."""
    bare = re.sub(r"(?:['’]s?)$", "", name)
    producer = producer_named(bare, producers)
    return (bare, producer) if producer else None


def _source_before(text: str, at: int, producers: Sequence[Producer]) -> tuple[Span, str | None] | None:
    floor = max(0, at - 160)
    before = text[floor:at].rstrip()
    plain = next((p for p in phrases("citations", "plain_sources") if before.casefold().endswith(p)), None)
    if plain:
        span = Span(floor + len(before) - len(plain), floor + len(before))
        return span, producer_named(span.of(text), producers)
    proper = next((m for m in _proper().finditer(before) if m.end() == len(before)), None)
    if not proper or not _is_name(proper[0]):
        return None
    span = Span(floor + proper.start(), floor + proper.end())
    return span, producer_named(span.of(text), producers)


def _is_name(name: str) -> bool:
    bare = name.casefold()
    if bare in phrase_set("citations", "not_sources") or bare.split()[0] in phrase_set("letter_words", "pronouns"):
        return False
    words = [w for w in name.split() if w.casefold() not in phrase_set("letter_words", "name_links")]
    return len(words) > 1 or (bool(words) and words[0][:6].isupper() and len(words[0]) > 1)
