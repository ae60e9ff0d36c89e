"""What a figure is so much per, as the words say it: "240 a week", "N500,000 to each", "one for each 1.8 km"."""

from __future__ import annotations

from claims.language.words import vocabulary
from claims.relations.figures import Figure, Told
from claims.relations.phrasing import Words, ends, holds, starts, without_end, words_of
from claims.text.plurals import singular

EACH = "each"
_REACH = 4
_LEAD = 9
_BEFORE = 5
_MANNER = 4


def per_of(told: Told, figure: Figure) -> str | None:
    """What a figure is per, in the singular: "month", "spill"; "each" where only that is said."""
    unit = figure.claim.quantity.unit or ""
    if figure.is_amount and ends(without_end(told.before(figure), "hedges"), "one_each"):
        return EACH
    if each_before(told, figure):
        return EACH
    if (manner := _by_manner(told, figure)) is not None:
        return manner
    if " per " in unit:
        return singular(unit.partition(" per ")[2].split()[-1])
    after = _behind_noun(told, figure)
    for at in range(min(_REACH, len(after))):
        taken = starts(after[at:], "per")
        if taken and at + taken == len(after) and at == 0:
            return EACH
        named = after[at + taken] if taken and at + taken < len(after) else None
        if named in words_of("size_words") - words_of("time_units") and starts(after[at:], "each"):
            if at > 1:
                return None  # "the histories of four, and in each a request": of each of the four
            return None if starts(after[at + taken :], "of_the") else EACH  # "four persons each as a rule"
        if at == 0 and (named in words_of("ones") or named in words_of("of_whole")):
            return EACH  # "twelve in each one", "25 litres for each of them"
        if named is not None and named.isalpha() and (at == 0 or singular(named) in words_of("time_units")):
            return singular(named)
        if starts(after[at:], "each"):
            return EACH if at <= 1 else None
    return _per_before(told, figure)


def _by_manner(told: Told, figure: Figure) -> str | None:
    """ "a monthly average of 37", "37 arrests monthly"."""
    before = told.before(figure)
    lead = before[-_MANNER:] if ends(before, "averages_of") else ()
    for word in (*reversed(lead), *_behind_noun(told, figure)[:1]):
        if figure.is_amount and (unit := unit_of_manner(word)) is not None:
            return unit
    return None


def unit_of_manner(word: str) -> str | None:
    """ "monthly" → "month"."""
    return next((str(unit) for unit, words in vocabulary("fits_quotients")["manners"].items() if word in words), None)


def each_before(told: Told, figure: Figure) -> bool:
    """ "so each costs R2.6 million a year", "each of them got 40": the word stands a little before the figure."""
    before = told.before(figure)[-_BEFORE:]
    at = max((k for k, word in enumerate(before) if word == EACH), default=None)
    return at is not None and not any(word in words_of("brackets") for word in before[at:])


def turned_about(told: Told, figure: Figure) -> bool:
    """ "one for each 1.8 kilometres": the figure is what falls to one, not how many fall to it."""
    return bool(ends(without_end(told.before(figure), "hedges"), "one_each"))


def is_stated(told: Told, rate: Figure) -> bool:
    """Whether the words call the figure an average or say another one again with it."""
    before, after = told.before(rate), told.after(rate)
    bare = without_end(before, "hedges")
    words = (*before[-6:], *after[:6])
    return bool(ends(bare, "apposition") or ends(before, "apposition") or ends(bare, "comma")) or holds(
        words, "average"
    )


def follows(told: Told, rate: Figure, total: Figure) -> bool:
    """Whether a total is drawn from the rate before it: "40 each. That is six million", "… 50,000, or 195 million"."""
    if told.number not in (rate.sentence, rate.sentence + 1):
        return False
    before = without_end(told.norms[rate.stop if told.number == rate.sentence else 0 : total.first], "hedges")
    return bool(ends(before, "draws")) or holds(before[-_REACH:], "draws") or bool(starts(before, "draws"))


def of_every(told: Told, rate: Figure) -> bool:
    """ "for every raid": of all there are, not of some of them."""
    return holds(told.after(rate)[:_REACH], "for_each")


def _behind_noun(told: Told, figure: Figure) -> Words:
    """The words behind the figure and its noun."""
    after = told.after(figure)
    name = figure.claim.quantity.counted or figure.claim.quantity.unit or ""
    if figure.noun is not None or figure.claim.quantity.dimension == "physical":
        last = name.split()[-1].lower() if name.split() else ""
        for at, word in enumerate(after[:_REACH]):
            if word == last or singular(word) == singular(last):
                return after[at + 1 :]
    return after


def _per_before(told: Told, figure: Figure) -> str | None:
    """ "for each hectare of new land there are three and a half families"."""
    before = told.before(figure)
    for at in range(len(before)):
        taken = starts(before[at:], "for_each")
        if taken and at + taken < len(before) and len(before) - at <= _LEAD and figure.is_amount:
            return singular(before[at + taken])
    return None
