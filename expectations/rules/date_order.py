"""Rule `date-order`: dates that cannot be, weekdays that do not fit, and what is told before it happened."""

from __future__ import annotations

import re
from datetime import date

from claims.extraction import Extraction
from claims.language.words import of_language, vocabulary
from claims.model import DateMention, Field, Note, Span
from claims.text.view import PlainView, plain_view
from expectations.clauses.calendar import impossible_dates, weekday_beside
from expectations.clauses.stretches import dates_within, sentence_around
from expectations.declaring import declared
from expectations.findings import broken, held, listing, unknown
from expectations.model import Finding

ID = "date-order"


def run(extraction: Extraction, field: Field) -> list[Finding]:
    """Impossible dates, weekdays, past events and cited documents after the letter; letter date against header date."""
    view = plain_view(extraction.letter.text)
    slips = [*_impossible(view), *_weekdays(extraction), *_told_too_early(extraction), *_cited_too_early(extraction)]
    header = _header(extraction)
    if slips:
        return [*slips, *header]
    dated = [mention for mention in extraction.dates if mention.start is not None]
    if extraction.letter.written_on is None and extraction.letter.published_on is None:
        return [unknown(ID, "The letter bears no date that its other dates could be held against.")]
    count = len(dated)
    return [
        held(
            ID,
            f"{count} date{'' if count == 1 else 's'} read: each is possible, and none that is told as past or "
            "cited comes after the letter.",
            stated=str(count),
            expected=str(count),
            spans=[mention.span for mention in dated],
        ),
        *header,
    ]


def _impossible(view: PlainView) -> list[Finding]:
    return [
        broken(
            ID,
            "error",
            f"“{' '.join(found.text.split())}” is no date: {found.month_name} has {found.last_day} days.",
            stated=" ".join(found.text.split()),
            expected=f"at most {found.last_day} {found.month_name}",
            spans=[view.to_source(found.span)],
        )
        for found in impossible_dates(view.text)
    ]


def _weekdays(extraction: Extraction) -> list[Finding]:
    findings = []
    for mention in extraction.dates:
        if mention.grain != "day" or mention.start is None or mention.start != mention.end:
            continue
        beside = weekday_beside(extraction.letter.text, mention.span)
        if beside and not _weekday_fits(mention, mention.start, beside[1]):
            findings.append(_wrong_weekday(mention, mention.start, beside[0]))
    return findings


def _weekday_fits(mention: DateMention, day: date, weekday: int) -> bool:
    """Whether the weekday fits the date; where no year is printed, in the year read or one beside it."""
    if mention.year_stated:
        return day.weekday() == weekday
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            if day.replace(year=year).weekday() == weekday:
                return True
        except ValueError:
            continue  # 29 February
    return False


def _wrong_weekday(mention: DateMention, day: date, word: str) -> Finding:
    real = f"{day:%A}"
    return broken(
        ID,
        "warning",
        f"{word} does not fit {mention.text}: {day.day} {day:%B %Y} was a {real}.",
        stated=word,
        expected=real,
        spans=[mention.span],
    )


def _latest(extraction: Extraction) -> date | None:
    """The last date the letter itself bears: a repost may be newer than the letter."""
    own = [day for day in (extraction.letter.written_on, extraction.letter.published_on) if day]
    return max(own, default=None)


@of_language
def _marked(name: str) -> re.Pattern[str]:
    words = sorted((str(word) for word in vocabulary("timeline")[name]), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


def _told_too_early(extraction: Extraction) -> list[Finding]:
    latest = _latest(extraction)
    if latest is None:
        return []
    return [
        broken(
            ID,
            "warning",
            f"{mention.text} is told as past, but the letter is of {_written(latest)}.",
            stated=mention.text,
            expected=f"no later than {_written(latest)}",
            spans=[mention.span, *_own(extraction)],
        )
        for mention in extraction.dates
        if mention.start
        and mention.start > latest
        and mention.year_stated
        and mention.grain == "day"
        and _is_past(extraction, mention)
    ]


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _own(extraction: Extraction) -> list[Span]:
    letter = extraction.letter
    return [span for span in (letter.written_on_span, letter.published_on_span) if span is not None]


def _is_past(extraction: Extraction, mention: DateMention) -> bool:
    """A finished act right beside the date, and no word of the sentence that looks ahead ("scheduled for", "will")."""
    sentence = _sentence(extraction, mention.span)
    if sentence is None:
        return False
    text = _without_dates(extraction, sentence)
    at = mention.span.start - sentence.start
    ahead = _marked("future_before").search(" ".join(text[max(0, at - 30) : at].split()[-2:]))
    if ahead or _marked("future").search(text):
        return False
    return bool(_marked("past").search(text[max(0, at - 60) : at + len(mention.span) + 60]))


def _without_dates(extraction: Extraction, sentence: Span) -> str:
    """The sentence with its dates blanked: "12 May" holds no "may"."""
    letters = list(sentence.of(extraction.letter.text))
    for mention in dates_within(extraction, sentence):
        for at in range(mention.span.start - sentence.start, mention.span.end - sentence.start):
            letters[at] = " "
    return "".join(letters)


def _sentence(extraction: Extraction, span: Span) -> Span | None:
    """The sentence of the letter's own text around a date; dates of headings, notes and lists tell nothing."""
    body = next(
        (part for part in extraction.segments if part.kind in ("body", "list") and part.span.contains(span)), None
    )
    return sentence_around(extraction.letter.text, span, within=body.span) if body else None


def _cited_too_early(extraction: Extraction) -> list[Finding]:
    latest = _latest(extraction)
    if latest is None:
        return []
    return [
        broken(
            ID,
            "warning",
            f"Note [{note.mark}] cites a document of {_written(note.published_on)}, after the letter "
            f"({_written(latest)}).",
            stated=_written(note.published_on),
            expected=f"no later than {_written(latest)}",
            spans=[note.span, *_own(extraction)],
        )
        for note in extraction.notes
        if note.published_on is not None and note.published_on > latest and not _looked_at(note)
    ]


def _looked_at(note: Note) -> bool:
    return bool(_marked("looked_at").search(note.text))


def _header(extraction: Extraction) -> list[Finding]:
    letter = extraction.letter
    if letter.written_on is None or letter.published_on is None or letter.written_on == letter.published_on:
        return []
    days = [_written(letter.written_on), _written(letter.published_on)]
    if letter.published_on < letter.written_on:
        message = f"The page is dated {days[1]}, before the letter itself ({days[0]})."
        return [broken(ID, "info", message, stated=days[1], expected=f"{days[0]} or later", spans=_own(extraction))]
    message = f"The letter is of {listing(days[:1])}, the page that carries it of {days[1]}."
    return [held(ID, message, stated=days[1], expected=f"{days[0]} or later", spans=_own(extraction))]


RULE = declared(ID, run)
