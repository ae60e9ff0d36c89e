"""How surely the words make a run of figures the parts of a whole."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from claims.relations.breakdowns.part_limits import are_opposite, take_the_rest
from claims.relations.breakdowns.part_runs import Run, amounts_of, leads, takes_rest
from claims.relations.breakdowns.part_words import are_alike
from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import SURE
from claims.relations.pairing import kin, nouns_meet
from claims.relations.phrasing import Words, ends, holds, starts, words_of

_MOST_OF_IT = Decimal("0.85")


def weight_of(figures: Figures, run: Run, whole: Figure) -> int:
    """How surely the words make these parts the parts of this whole."""
    first, last = run.parts[0], run.parts[-1]
    told = figures.told(first)
    opened = run.opened and whole.sentence == first.sentence
    weight = 4 if opened else 0
    weight += 2 if (whole is run.whole and not run.opened) or holds(_around(told, first), "of_these") else 0
    weight += _nearness(figures, run, whole)
    if len(run.parts) > 2:
        weight += 1 + bool(holds(figures.told(last).before(last), "and_words"))
    rest = takes_rest(figures.told(last), last) or _leave_no_third(figures, run)
    weight += 3 * rest + _nouns(run, whole, rest=rest)
    bound = opened or rest
    if not bound and _complete(told, run, whole) and _fills(run, whole):
        return SURE + (_is_overfull(run, whole) and are_alike(told, run.parts))
    return weight if bound else min(weight, SURE if len(run.parts) > 2 else SURE - 1)


def _leave_no_third(figures: Figures, run: Run) -> bool:
    """Whether the last two parts are all there can be beside the others: "31 under ten and 13 older"."""
    one, last = run.parts[-2:]
    told = figures.told(last)
    if one.sentence != last.sentence:
        return False
    return take_the_rest(told, one, last) or (len(run.parts) == 2 and are_opposite(told, one, last))


def _fills(run: Run, whole: Figure) -> bool:
    """Whether the parts leave little of the whole; else some of it may well go untold."""
    return sum(one.claim.quantity.value for one in run.parts) >= whole.claim.quantity.value * _MOST_OF_IT


def _is_overfull(run: Run, whole: Figure) -> bool:
    """Whether the parts are more than the whole."""
    return sum(one.claim.quantity.value for one in run.parts) > whole.claim.quantity.value


def _complete(told: Told, run: Run, whole: Figure) -> bool:
    """ "Of the 12 schools, eight were built by one fund and three by another": the sentence counts nothing else.

    The whole leads it, or ends the sentence before one that begins with "Of these".
    """
    own = [one for one in amounts_of(told) if one is not whole]
    joined = holds(told.before(run.parts[-1]), "and_words") or _in_step(told, run)
    leads_in = whole.sentence == told.number and leads(told, whole)
    taken_up = whole.sentence == told.number - 1 and bool(starts(told.norms, "of_these")) and kin(whole, run.parts[0])
    return list(run.parts) == own and bool(joined) and (leads_in or taken_up)


def _in_step(told: Told, run: Run) -> bool:
    """ "53 are filled, 33 are vacant": a comma, and the sentence goes on as before it."""
    one, other = run.parts[-2:]
    goes_on = told.after(one)[:1] == told.after(other)[:1] and other.noun is None
    return goes_on and bool(ends(told.before(other), "pair_openers"))


def _around(told: Told, figure: Figure) -> Words:
    return (*told.before(figure), *told.after(figure)[:4])


def _nearness(figures: Figures, run: Run, whole: Figure) -> int:
    """One for a whole in the sentence before or the same, one for nothing of its kind between."""
    first = run.parts[0]
    if whole.paragraph != first.paragraph:
        return 0
    between = any(
        one.is_amount and not one.is_one and kin(one, whole) and one is not run.whole
        for one in figures.strictly_between(whole, first)
    )
    close = first.sentence - whole.sentence <= 1 or not figures.strictly_between(whole, first)
    return int(close) + int(not between)


def _nouns(run: Run, whole: Figure, *, rest: bool) -> int:
    """One where every part may be of the whole's kind; what cannot be costs more than that."""
    alike = all(kin(whole, one) or (run.opened and one.noun is not None) for one in run.parts)
    if not alike:
        # "A guard died as well. He … leaves three children": no rest of what the sentence before counts
        return 0 if rest and run.parts[0].sentence == run.parts[-1].sentence else -3
    named = whole.noun is not None and any(
        one.noun is not None and nouns_meet(whole.noun, one.noun) for one in run.parts
    )
    return 1 + int(named and not run.opened)


def is_open(figures: Figures, run: Run) -> bool:
    """Whether the list is said to go on, its members may overlap, or bounds leave it open."""
    for told in {one.sentence: figures.told(one) for one in run.parts}.values():
        own = [one for one in run.parts if one.sentence == told.number]
        stretch = told.between(own[0] if own[0] is not run.parts[0] else None, own[-1])
        if holds(stretch, "open_end") or holds(told.after(own[-1]), "goes_on"):
            return True
    if _rest_is_untold(figures, run.parts[-1]):
        return True
    return cuts_across(lambda one: figures.told(one).after(one)[:4], run)


def _rest_is_untold(figures: Figures, last: Figure) -> bool:
    """ "A owes 42, B 29 and C 11. Smaller buyers owe the balance.": the next sentence tells of more, untold."""
    behind = figures.sentences[last.sentence + 1 : last.sentence + 2]
    if not behind or behind[0].counts or behind[0].paragraph != last.paragraph:
        return False
    return bool(holds(behind[0].norms, "untold_rest"))


def cuts_across(behind: Callable[[Figure], Words], run: Run) -> bool:
    """ "300 were women and 120 were minors": groups that cut across each other; `behind`: the words after a part."""
    said = [set((one.noun or "").split()) | set(behind(one)) for one in run.parts]
    has = {key: sum(bool(words & words_of(key)) for words in said) for key in ("women", "men", "ages")}
    return has["women"] > 0 and has["men"] == 0 and has["women"] < len(said)
