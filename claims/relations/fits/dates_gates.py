"""What a length needs of its days beside a near fit: a slip is told only of days that its words may count from."""

from __future__ import annotations

from claims.relations.fits.dates_pairs import Candidate
from claims.relations.fits.dates_ties import tie_features
from claims.relations.phrasing import words_of

_TIED_TO_NOW = (
    "ago", "later", "since_behind", "start_since", "passed", "now", "copula", "age", "anniversary", "nth", "today",
    "left", "from_now", "lasted", "for", "within", "after", "start_begun", "given",
)  # fmt: skip
"""Features of words that count a length up to the letter's own day; without one it is a number of days of its own."""


def may_count_from(one: Candidate) -> bool:
    """Whether the words leave room for a length between these two days; a near fit alone says nothing."""
    found = tie_features(one)
    return not (
        _ends_there(found)
        or _answers_elsewhere(one, found)
        or _is_of_another_paragraph(found)
        or _is_too_far(found)
        or _is_a_count(found)
        or _is_of_another(one, found)
        or _runs_elsewhere(one, found)
    )


def _ends_there(found: dict[str, float]) -> bool:
    """ "closed the file in 2019, after four years": the day before it is its end, unless "since" names its start."""
    return bool(found["after_it"] and found["near_start"] and not found["behind_start"] and not found["since_behind"])


def _answers_elsewhere(one: Candidate, found: dict[str, float]) -> bool:
    """ "We wrote on 3 May and 9 June. The first was answered after 7 weeks": on a day that nobody tells."""
    own = any(not day.away for day in one.printed)
    return bool(found["after_it"] and not own and not found["now"])


def _is_of_another_paragraph(found: dict[str, float]) -> bool:
    """ "has had her plot for 61 years." before a paragraph that tells of a well of 1952."""
    return bool(found["ahead"] and found["other_paragraph"] and not found["anniversary"])


def _is_too_far(found: dict[str, float]) -> bool:
    """ "in the year of the flood, 1991" and paragraphs on "has been driving for 40 years": words must go back there."""
    back = any(found[name] for name in ("today", "later", "since_behind", "passed", "ago", "anniversary", "age", "nth"))
    return bool(found["far"] and found["other_paragraph"] and not back)


def _is_a_count(found: dict[str, float]) -> bool:
    """ "wrote on 21 November that only 15 days were bad": days counted, and none gone by since."""
    return bool(found["end_is_now"] and not any(found[name] for name in _TIED_TO_NOW))


def _is_of_another(one: Candidate, found: dict[str, float]) -> bool:
    """ "The mill was built in 1952. My father worked there for 41 years": a "for" of a sentence without the day counts
    from it only where that tells a beginning ("The line was opened in 1893.") or is taken up ("She has been held for")
    right behind it, and it has lasted until today.
    """
    counted = found["for"] and found["end_is_now"] and found["away"] and not found["since_behind"]
    opening = one.stretch.place.told.norms[:1]
    taken_up = found["away"] == 1 and opening and opening[0] in words_of("subjects_taken_up")
    return bool(counted and not (found["now"] and (found["start_begun"] or taken_up)))


def _runs_elsewhere(one: Candidate, found: dict[str, float]) -> bool:
    """ "ratified it in 2015, nine years ago" runs to the letter's own day; "In 1994 there were …; in the thirty years
    since" counts from the day told last.
    """
    if found["ago"] and not found["end_is_now"]:
        return True
    before = one.stretch.place.dates_before
    return bool(found["since_behind"] and before and one.start.dated is not before[-1])
