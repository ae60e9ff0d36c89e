"""The candidates of one size weighed against each other: what is the likeliest pair, does another fit exactly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from claims.model import Span
from claims.quick_records import dataclass
from claims.relations.figures import Figure
from claims.relations.fits.evidence import Features
from claims.relations.fits.quotients.quotient_candidates import Candidate, together, within
from claims.relations.fits.quotients.quotient_cues import time_behind
from claims.relations.fits.quotients.quotient_fitting import WRONGS, Fit, Pair, is_precise, surprise
from claims.relations.fits.quotients.quotient_told import Pairs, told_evidence
from claims.relations.kinds import LIKELY, SURE

_NOUGHT = -8.0
_NEVER = -99.0
_CLEAR_OF = 3.0
"""So much less likely must the manner be in which the same figures fit."""
CLEARLY = 1.0
"""From here on an exact pair is so surely meant that no other size is of it."""


@dataclass(frozen=True)
class Contest:
    """All candidates of one size, the likeliest pair first; `is_held`: words bind it to a pair that makes it right."""

    ranked: tuple[Candidate, ...]
    told: Pairs
    is_held: bool = False
    is_open: bool = True
    """Whether any slip is worth weighing."""

    def taken(self) -> Iterator[Pair]:
        """The pairs of which the size is clearly right."""
        best = max((one.pairing for one in self.ranked), default=0.0)
        return (one.triple.pair for one in self._exact if one.strength > CLEARLY and one.pairing >= best - 1)

    @cached_property
    def _exact(self) -> tuple[Candidate, ...]:
        return tuple(one for one in self.ranked if one.is_exact)

    @cached_property
    def _strengths(self) -> tuple[float, float]:
        """The log odds that any pair is right, that any is meant."""
        return together([one.strength for one in self._exact]), together([one.pairing for one in self.ranked])

    @cached_property
    def _best_exact(self) -> Candidate | None:
        return max(self._exact, key=lambda one: one.strength, default=None)

    def features(self, one: Candidate) -> Features:
        """What tells a slip of the letter from chance, for a candidate that one slip would make exact."""
        slips = {f"slip_{kind}": one.fit is not None and one.fit.slip == kind for kind in WRONGS}
        found = {**slips, **self._place(one), **_make(one), **self._telling(one)}
        near = {"swap": slips["slip_swap"], "digit": slips["slip_digit"] or slips["slip_one"]}
        found |= {f"{kind} and pairing": is_it * found["pairing"] for kind, is_it in near.items()}
        found |= {"third": one.triple.third, "guessed": one.triple.guessed}
        if "plain" in one.standing:
            found["plain"] = one.standing["plain"]
            found["plain and large"] = one.standing["plain"] * one.standing["large"]
            found["plain and drawn"] = one.standing["plain_drawn"]
            found["plain and money"] = one.standing["plain_money"]
        return {name: float(value) for name, value in found.items()}

    def may_be_slipped(self, one: Candidate) -> bool:
        """Whether a candidate can be a slip: its figures do not fit as likely in another manner, no loose word is its
        size, and the size does not name a time that is none of theirs ("75%, whereas it was 54% in 2018").

        The digits of a product are the same at any power of ten: only what a rate is per, counted, tells that slip.
        """
        size, slip = one.triple.size.figure, one.fit.slip if one.fit is not None else None
        if slip is None or (slip == "ten" and one.triple.operation == "product" and not _is_named(one)):
            return False
        if is_vague(size) and told_evidence(self.told, one.triple)[0] < LIKELY:
            return False
        if slip not in ("turned", "rest") and one.pairing - self._right.get(one.triple.pair, _NEVER) < _CLEAR_OF:
            return False
        if one.triple.large.figure.claim.quantity.number_span in self._made:
            return False
        own = time_behind(size.claim)
        return own is None or any(time_behind(term.figure.claim) == own for term in one.triple.terms[1:])

    @cached_property
    def _right(self) -> dict[Pair, float]:
        """The pairs that fit exactly in some manner, with the likeliest pairing."""
        return {one.triple.pair: one.pairing for one in reversed(self._exact)}

    @cached_property
    def _made(self) -> frozenset[Span]:
        """The totals that the rate makes to the last digit with one of the counts."""
        made = (one.triple for one in self._exact if is_precise(one.triple, Fit()))
        return frozenset(one.large.figure.claim.quantity.number_span for one in made)

    def _place(self, one: Candidate) -> dict[str, float]:
        others = [other.pairing for other in self.ranked[:2] if other is not one]
        exact, total = self._strengths
        best = self._best_exact
        rival = best.pairing if best is not None else _NOUGHT
        return {
            "post": within(one.strength - exact, -10, 8),
            "post_exact": within(exact, -4, 8),
            "pairing": within(one.pairing, -10, 6),
            "log_share": within(one.pairing - total, -10, 0),
            "margin": within(one.pairing - max(others, default=_NOUGHT), -6, 6),
            "top": one is self.ranked[0],
            "rival": within(rival - one.pairing, -8, 4),
            "rival_near": best is not None and rival > one.pairing - 1,
            "rival_part": best is not None and best.triple.operation == one.triple.operation,
            "no_rival": best is None,
        }

    def _telling(self, one: Candidate) -> dict[str, float]:
        """Whether words bind the pair already, or the one that fits."""
        evidence, first = told_evidence(self.told, one.triple)
        rival = told_evidence(self.told, self._best_exact.triple)[0] if self._best_exact is not None else 0
        return {
            "told_sure": evidence >= SURE,
            "told_likely": LIKELY <= evidence < SURE,
            "told_first": first,
            "told_other": bool(self.told) and not evidence,
            "rival_told": rival >= LIKELY,
            "held": self.is_held,
        }


def _is_named(one: Candidate) -> bool:
    """Whether what a rate is per is what is counted: the beds of "so much a bed", months, or units of time alone."""
    return any(one.standing[name] for name in ("over_named", "over_time_meant", "units"))


def is_vague(size: Figure) -> bool:
    """ "half", "twice", "doubled": words that are used for more than what figures give."""
    quantity = size.claim.quantity
    return quantity.as_written.isalpha() and quantity.dimension in ("share", "multiple")


def _make(one: Candidate) -> dict[str, float]:
    """Which of the three slipped, and of what make they are."""
    size, term = one.triple.size, one.fit.term if one.fit is not None else None
    quantity = size.figure.claim.quantity
    return {
        "surprise": surprise(one.triple),
        "on_size": term is size,
        "on_small": term is one.triple.small,
        "fraction": term is size and quantity.dimension == "share",
        "bounds": any(each.figure.claim.quantity.comparator != "=" for each in one.triple.terms),
        "vague": is_vague(size.figure),
        "precise": one.fit is not None and is_precise(one.triple, one.fit),
    }
