"""How words say that a figure is what one of the things counted gets: "seven residents to a worker", "36 each"."""

from __future__ import annotations

from claims.quick_records import dataclass
from claims.relations.figures import Figure, Told
from claims.relations.moving.rate_words import EACH
from claims.relations.phrasing import Words, ends, holds, starts_at, without_end, words_of
from claims.text.plurals import singular

_UNIT = 3
"""How many words may name the result's own things: "seven care workers to a"."""
_LEAD = 7


@dataclass(frozen=True, slots=True)
class OfOne:
    """What one gets is told: of which thing, where the words name it; `over`: the figure the words themselves give.

    `turned`: "one for every 76 residents", where the thing that gets them stands before. `drawn`: words say that the
    figure comes from those before it.
    """

    thing: str
    drawn: bool
    turned: bool = False
    over: Figure | None = None


def of_one(told: Told, result: Figure) -> OfOne | None:
    """How the words say that a figure is what one gets; `None` where they do not."""
    bare = without_end(told.norms[: result.first], "hedges")
    drawn = holds(_lead(told, result), "draws") or bool(ends(bare, "comma"))
    if taken := ends(bare, "one_each") or ends(bare, "one_for"):
        lead = bare[:-taken]
        return OfOne(EACH, drawn=True, turned=True) if _stands_apart(lead) else None
    return _behind(told, result, drawn) or _ahead(told, result, drawn) or _spread(told, result)


def _lead(told: Told, result: Figure) -> Words:
    """The words right before the result, back to the figure before it; "one van" is none."""
    earlier = (one.stop for one in told.counts if one.first < result.first and one.claim.quantity.value != 1)
    return told.norms[max(max(earlier, default=0), result.first - _LEAD) : result.first]


def _stands_apart(lead: Words) -> bool:
    """Whether a clause begins here: "…, thus one for", "One for"."""
    bare = without_end(lead, "draws")
    return not bare or bare[-1] in words_of("brackets")


def _behind(told: Told, result: Figure, drawn: bool) -> OfOne | None:
    """ "five tonnes for each boat", "2,250 for each of the town's 21,600 residents", "36 each"."""
    after = told.after(result)
    for at in range(min(len(after), _UNIT + 1)):
        taken = max(starts_at(after, at, key) for key in ("shared_out", "for_each", "per"))
        if not taken and not starts_at(after, at, "each"):
            if not after[at].isalpha() or after[at] in words_of("and_words"):
                return None
            continue
        thing = after[at + taken] if taken and at + taken < len(after) else ""
        if singular(thing) in words_of("time_units"):
            continue
        if bool(starts_at(after, at, "lone_articles")) and not (at or result.claim.quantity.dimension == "money"):
            return None  # "in 33 a camera was broken"
        if starts_at(after, at + taken, "of_the") or starts_at(after, at + taken, "of_these") or not thing.isalpha():
            return OfOne(EACH, drawn, over=_counted_behind(told, result, len(after)))
        return OfOne(singular(thing), drawn) if thing not in words_of("size_words") else None
    return None


def _counted_behind(told: Told, result: Figure, gap: int) -> Figure | None:
    """The number of those who get it, right behind: "for each of our 40 members"."""
    behind = next((one for one in told.counts if one.first >= result.stop), None)
    return behind if behind is not None and behind.first - result.stop <= gap <= _LEAD + 1 else None


def _ahead(told: Told, result: Figure, drawn: bool) -> OfOne | None:
    """ "which gives each family 60 litres", "so one van carries 500 people"."""
    before = told.norms[max(0, result.first - _LEAD) : result.first]
    for at in range(len(before) - 2, -1, -1):
        if before[at] in words_of("brackets"):
            return None
        one = before[at] == EACH or (before[at] in words_of("one_thing") and drawn and _opens(before[:at]))
        if one and before[at + 1].isalpha() and before[at + 1] not in words_of("size_words"):
            return OfOne(singular(before[at + 1]), drawn)
    return None


def _opens(lead: Words) -> bool:
    """Whether a drawing word stands right before the thing: "so a teacher", "which means that each"."""
    return bool(ends(lead, "draws") or ends(without_end(lead, "hedges"), "draws"))


def _spread(told: Told, result: Figure) -> OfOne | None:
    """ "spread over 4,650 families, so we speak of an average of $60"."""
    own = [one for one in told.counts if one.first < result.first and one.claim.quantity.dimension == "count"]
    if not own or not holds(_lead(told, result), "average"):
        return None
    lead = told.norms[: own[-1].first]
    shared = any(ends(words, "spread_over") for words in (lead, without_end(lead, "articles")))
    return OfOne(EACH, drawn=True, over=own[-1]) if shared else None
