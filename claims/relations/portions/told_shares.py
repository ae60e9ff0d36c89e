"""Shares whose part and whole the words name both: then no other pair of figures can be meant, however well it fits."""

from __future__ import annotations

from dataclasses import replace

from claims.relations.breakdowns.part_limits import is_limit
from claims.relations.breakdowns.part_runs import leads, refers
from claims.relations.breakdowns.part_words import opens_on_whole
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import TOLD, Ratio, Share
from claims.relations.phrasing import Words, holds, only, starts, without_end, without_start
from claims.relations.portions.share_clauses import clause_end, closes_behind, opens_clause
from claims.relations.portions.share_ties import Tie
from claims.text.plurals import singular

_AGAIN = 5
"""So many words at most lead from a part to the share that says it again: ", a turnout of", ", that is"."""
_STOPS = frozenset(",;:(–—")


def as_told(figures: Figures, told: Told, share: Figure, tie: Tie, found: Share) -> Share:
    """The share with the one pair that its words name; as it was found where they name none."""
    part = tie.part
    whole = tie.whole or _led_by(told, part) or named_whole(figures, told, share)
    if whole is None or not _is_plain(part, whole, share) or not _says_again(figures, told, share, part, whole):
        return found
    first = found.readings[0]
    upper = first.upper if first.lower is whole.claim else part.claim
    return replace(found, readings=(Ratio(upper=upper, lower=whole.claim),), open_readings=(), bound=1, evidence=TOLD)


def _led_by(told: Told, part: Figure) -> Figure | None:
    """ "Of 1,840 holders 1,472 took part, a turnout of 80 per cent": the sentence begins with the whole."""
    first = next((one for one in told.counts if one.is_amount), None)
    if first is not None and first is not part and leads(told, first) and opens_on_whole(told.between(None, first)):
        return first
    before = next((one for one in reversed(told.counts) if one.first < part.first and one.is_amount), None)
    lead = told.before(before) if before is not None else ()
    at = max((at for at, word in enumerate(lead) if word in _STOPS), default=None)
    return before if at is not None and starts(lead[at + 1 :], "of_whole") and refers(lead) else None


def named_whole(figures: Figures, told: Told, share: Figure) -> Figure | None:
    """ "18 per cent of all connections": what the letter counts by that name, where it counts it once."""
    after = told.after(share)
    if not starts(after, "of") or starts(after, "of_these"):
        return None
    bare = without_start(without_start(after, "of"), "articles")
    head = singular(bare[0]) if bare and bare[0].isalpha() else ""
    closed = clause_end(bare) == 1 or len(bare) == 1
    found = {
        one.claim.quantity.value: one
        for each in figures.sentences
        for one in each.counts
        if closed and head and one.is_amount and one.noun is not None and singular(one.noun.lower()) == head
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_plain(part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether part and whole are told exactly, and the part is the smaller."""
    exact = all(one.claim.quantity.comparator == "=" for one in (part, whole, share))
    return exact and 0 < part.claim.quantity.value < whole.claim.quantity.value


def _says_again(figures: Figures, told: Told, share: Figure, part: Figure, whole: Figure) -> bool:
    """Whether the share says the part of the whole again: nothing else is counted between them, nothing of its own
    follows it.
    """
    if part.sentence != told.number:
        return _takes_up(figures, told, share, part, whole)
    if part.first > share.first or is_limit(told, part):
        return False
    after, gap = told.after(share), told.between(part, share)
    if _opens_anew(after) or holds(gap, "other_subject"):
        return False
    own = [whole] if whole.sentence == told.number else []
    first = min([part, *own], key=lambda one: one.first)
    last = max([part, share], key=lambda one: one.first)
    within = [one for one in told.counts if first.first < one.first < last.first]
    return all(one in (part, share, whole) or one.is_one for one in within) and _is_short(gap)


def _takes_up(figures: Figures, told: Told, share: Figure, part: Figure, whole: Figure) -> bool:
    """ "275 of the 625 have been paid. That is 44 per cent.": the sentence before counts these alone."""
    before, after = told.before(share), told.after(share)
    if starts(after, "of") and not starts(after, "of_these") and named_whole(figures, told, share) is not whole:
        return False
    said = told.figures[0] is share and starts(before, "back_pointers")
    amounts = [one for one in figures.told(part).counts if one.is_amount and not one.is_one]
    follows = told.number - part.sentence == 1 and all(one in (part, whole) for one in amounts)
    return bool(said) and follows and only(before, "back_pointers", "hedges", "comma", "articles")


def _is_short(gap: Words) -> bool:
    """ ", that is", ", a turnout of", ", or": what says a part again stands behind its last comma or bracket."""
    at = max((at for at, word in enumerate(gap) if word in (",", "(", ":", "–", "—", "-")), default=None)
    return at is not None and len(without_end(gap[at:], "hedges")) <= _AGAIN


def _opens_anew(after: Words) -> bool:
    """ "a quarter of them has been lost", "40 per cent more"."""
    return not (closes_behind(after) or starts(after, "of_these") or starts(after, "of")) or opens_clause(after)
