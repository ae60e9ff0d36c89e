"""How a length stands to the two days it may lie between: features of structure, each a number by its name."""

from __future__ import annotations

from claims.language.words import vocabulary
from claims.relations.fits.dates_days import Day, place_in
from claims.relations.fits.dates_lengths import fits_words
from claims.relations.fits.dates_pairs import Candidate, turns
from claims.relations.fits.dates_words import of_length, of_words, says
from claims.relations.spans.spans_scene import holds, listed
from claims.relations.spans.spans_tie import Place, finished

_READ = frozenset({"body", "list", "title", "address"})


def tie_features(one: Candidate) -> dict[str, float]:
    """All features of a pair of days but how the length fits them."""
    found = {**of_length(one.stretch), **of_words(one.stretch.place), **_days(one), **_leads(one), **_nearest(one)}
    return {name: float(value) for name, value in (found | _of_own(found) | _of_near(found)).items()}


def _days(one: Candidate) -> dict[str, float]:
    """Where the two days stand, and how finely and fully they are told."""
    place, printed = one.stretch.place, one.printed
    far = max(abs(day.away) for day in printed)
    return {
        "start_is_now": one.start.is_own,
        "end_is_now": one.end.is_own,
        "away": min(far, 8),
        "far": far > 3,
        "ahead": any(day.away > 0 for day in printed),
        "other_paragraph": any(_paragraph(day) != place.told.reading.passage.paragraph for day in printed),
        "between": min(max(_between(place, day) for day in printed), 6),
        "guessed_year": sum(day.moment.read == "year" for day in printed),
        "other_year": any(day.dated is not None and _is_other_year(day) for day in printed),
        "undated": not place.scene.now,
        "both_years": one.start.moment.grain == one.end.moment.grain == "year",
        "backwards": one.end.moment.last < one.start.moment.first,
        "document": any(day.told is not None and day.told.reading.passage.kind not in _READ for day in printed),
    }


def runs_to_a_day_untold(one: Candidate) -> bool:
    """ "In the five years since March 2019" of a letter without a day: it runs to a day that is not known."""
    return not one.stretch.place.scene.now and says(_lead(one.start), "since")


def _paragraph(day: Day) -> int:
    return day.told.reading.passage.paragraph if day.told is not None else -1


def _is_other_year(day: Day) -> bool:
    """Whether a day without its year is taken in the less likely of two."""
    return day.dated is not None and day.moment.read == "year" and day.moment.first.year != day.dated.moment.first.year


def _between(place: Place, day: Day) -> int:
    """How many other printed dates lie between the length and the day."""
    if day.told is None or day.dated is None:
        return 0
    ends = sorted([(place.told.at, place.length.whole.start), (day.told.at, day.dated.span.start)])
    at = place_in(place.scene, place.told)
    near = place.scene.told[max(0, at + min(day.away, 0)) : at + max(day.away, 0) + 1]
    return sum(ends[0] < (told.at, dated.span.start) < ends[1] for told in near for dated in told.dates)


def _leads(one: Candidate) -> dict[str, float]:
    """The words right before each day."""
    start, end = _lead(one.start), _lead(one.end)
    return {
        "start_since": says(start, "since"),
        "start_begun": holds(start, "founded") or holds(start, "begun"),
        "start_done": any(finished(start, at) for at in range(len(start))) or bool(set(start) & listed("copulas")),
        "start_from": holds(start[-2:], "range_openers"),
        "start_after": holds(start, "after"),
        "end_until": holds(end, "term_ends"),
        "end_on": bool(set(end[-1:]) & fits_words("upon")),
        "end_before": holds(end, "before"),
        "pair_range": _is_range(one),
    }


def _lead(day: Day) -> tuple[str, ...]:
    if day.told is None or day.dated is None:
        return ()
    return day.told.between(0, day.dated.span.start)[-4:]


def _is_range(one: Candidate) -> bool:
    """ "from 3 May to 9 June": the two days stand in one sentence, joined."""
    start, end = one.start, one.end
    if start.dated is None or end.dated is None or start.told is None or start.told is not end.told:
        return False
    words = start.told.between(start.dated.span.end, end.dated.span.start)
    return start.dated is end.dated or (0 < len(words) <= 5 and bool(set(words) & _joiners()))


def _joiners() -> set[str]:
    return set(vocabulary("elapsed")["range_joiners"])


def _nearest(one: Candidate) -> dict[str, float]:
    """How the nearer of the days in the length's own sentence hangs on it."""
    place = one.stretch.place
    own = [(len(place.gap_to(day.dated)), day) for day in one.printed if day.dated is not None and not day.away]
    size, near = min(own, key=lambda pair: pair[0], default=(15, None))
    gap = place.gap_to(near.dated) if near is not None and near.dated is not None else ()
    apposed = near is not None and size <= 6 and all(word in vocabulary("elapsed")["apposed"] for word in gap)
    behind = near is not None and near.dated is not None and near.dated.span.start >= place.length.whole.end
    return {
        "gap": min(size, 15) / 5,
        "beside": near is not None and size <= 3,
        "apposed": apposed,
        "comma_between": "," in gap,
        "new_subject": turns(gap),
        "near_start": near is one.start,
        "near_end": near is one.end,
        "apposed_start": apposed and near is one.start,
        "apposed_end": apposed and near is one.end,
        "behind_start": behind and near is one.start,
        "behind_end": behind and near is one.end,
    }


def _of_own(found: dict[str, float]) -> dict[str, float]:
    """What the words ask for where one of the days is the letter's own."""
    now = found["end_is_now"]
    return {
        "now_present": now and found["now"],
        "now_past": now and not found["now"] and not found["ago"],
        "of_now": now and found["of_behind"],
        "bare_now": now and found["bare"] and not found["ago"],
        "given_now": now and found["given"],
        "later_past": now and found["later"] and not found["now"],
        "ago_now": found["ago"] and now,
        "ago_apposed": found["ago"] and found["apposed"] and now,
        "later_now": found["later"] and now,
        "since_now": (found["since_behind"] or found["start_since"]) and now,
        "passed_now": found["passed"] and now,
        "future_now": found["future"] and now,
        "from_now_now": found["from_now"] and found["start_is_now"],
        "left_now": found["left"] and found["start_is_now"],
        "after_it_now": found["after_it"] and now and found["now"],
        "after_it_past": found["after_it"] and now and not found["now"],
        "of_far": found["of_behind"] and now and found["far"],
        "bare_opens": found["bare"] and found["opens_sentence"] and not found["ago"] and not found["later"],
        "age_now": found["age"] and now,
        "done_now": found["start_done"] and now and not found["between"],
        "lasted_now": found["lasted"] and now,
        "told_now": now and not found["between"] and found["opens_sentence"],
        "for_now": now and found["for"] and not found["between"],
        "today_nth": found["today"] and (found["nth"] or found["anniversary"]) and now,
    }


def _of_near(found: dict[str, float]) -> dict[str, float]:
    """What the words ask for where both days are printed, or the nearer one stands on this side or that."""
    printed = not found["end_is_now"] and not found["start_is_now"]
    joined = found["later"] or found["after"] or found["before_it"] or found["pair_range"] or found["end_until"]
    return {
        "for_since": found["for"] and found["start_since"],
        "later_near_end": found["later"] and found["near_end"],
        "after_behind_start": found["after"] and found["behind_start"],
        "after_undated": found["after"] and not found["behind_start"],
        "before_behind_end": found["before_it"] and found["behind_end"],
        "before_undated": found["before_it"] and not found["behind_end"],
        "nth_near_start": found["nth"] and found["apposed_start"],
        "nth_beside_start": found["nth"] and found["near_start"] and found["beside"] and not found["behind_start"],
        "nth_first": found["nth"] and found["small"],
        "age_founded": found["age"] and (found["start_begun"] or found["start_since"]),
        "lasted_printed": found["lasted"] and printed,
        "next_before": printed and found["between"] <= 1 and not found["ahead"],
        "comma_apposed": found["comma_before"] and found["stop_behind"] and found["apposed"],
        "apposed_pair": found["apposed"] and printed,
        "range_beside": found["pair_range"] and found["beside"],
        "wordless_pair": printed and not joined,
    }
