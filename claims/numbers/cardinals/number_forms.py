"""What a numeral is, and the number words of a language as lookups."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claims.language.words import of_language, vocabulary
from claims.numbers.cardinals.unit_words import measure_words, money_words
from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """The number words of a language, each table keyed by the lower-case word."""

    small: dict[str, int]
    tens: dict[str, int]
    compounds: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    bare: frozenset[str]
    hundreds: frozenset[str]
    scales: dict[str, Decimal]
    suffixes: dict[str, Decimal]
    money_suffixes: frozenset[str]
    letters: dict[str, Decimal]
    capitals: frozenset[str]
    metre_next: frozenset[str]
    million_before: frozenset[str]
    million_between: frozenset[str]
    million_of: frozenset[str]
    money_words: frozenset[str]
    nominal: frozenset[str]
    measures: frozenset[str]
    groups: dict[str, int]
    group_needs_of: frozenset[str]
    of: str
    articles: frozenset[str]
    joiner: str
    point: str
    minus: frozenset[str]
    few: frozenset[str]
    halves: frozenset[str]
    half_before: frozenset[str]
    half_next: frozenset[str]
    denominators: dict[str, int]
    one_form: frozenset[str]
    bare_shares: frozenset[str]
    ratio_joiners: tuple[tuple[str, ...], ...]
    ratio_closed: frozenset[tuple[str, ...]]
    ratio_small: frozenset[tuple[str, ...]]
    ratio_starts: frozenset[str]
    period_before: frozenset[str]
    share_next: frozenset[str]
    plurals: dict[str, tuple[Decimal, Decimal]]
    multipliers: dict[str, Decimal]
    low_factor: int
    needs_of: frozenset[str]
    multiple_words: dict[str, Decimal]
    multiple_verbs: dict[str, Decimal]
    multiple_adjectives: dict[str, Decimal]
    adjective_next: frozenset[str]
    fold: str
    times: frozenset[str]
    times_next: frozenset[str]
    ordinal_suffixes: frozenset[str]
    ordinal_words: dict[str, int]
    pair_before: frozenset[str]
    starts: frozenset[str]
    goes_on: frozenset[str]

    def multiplier(self, word: str) -> Decimal | None:
        """What "hundred", "million" or "dozen" multiply with."""
        if word in self.hundreds:
            return Decimal(100)
        if word in self.groups:
            return Decimal(self.groups[word])
        return self.scales.get(word)


@of_language
def forms() -> Forms:
    """The lookups of a language, built once a process from its vocabulary."""
    words, shares, loose = (vocabulary(name) for name in ("number_words", "fractions", "vague"))
    times, ranks = vocabulary("multiples"), vocabulary("ordinals")
    scales = {word: Decimal(10) ** power for word, power in words["scales"].items()}
    plurals = {word: (Decimal(low), Decimal(high)) for word, (low, high) in loose["plurals"].items()}
    multipliers = {phrase.split()[0]: Decimal(value) for phrase, value in loose["multipliers"].items()}
    starts = (
        words["units"],
        words["tens"],
        words["compounds"],
        words["hundred"],
        scales,
        words["groups"],
        words["articles"],
        words["minus"],
        words["few"],
        shares["half"],
        shares["denominators"],
        plurals,
        multipliers,
        times["words"],
        times["verbs"],
        times["adjectives"],
        ranks["words"],
    )
    return Forms(
        small=words["units"],
        tens=words["tens"],
        compounds=_compounds(words["compounds"]),
        bare=frozenset(words["bare"]),
        hundreds=frozenset(words["hundred"]),
        scales=scales,
        suffixes={word: Decimal(10) ** power for word, power in words["suffixes"].items()},
        money_suffixes=frozenset(words["money_suffixes"]),
        letters={word: Decimal(10) ** power for word, power in words["letter_suffixes"].items()},
        capitals=frozenset(words["capital_suffixes"]),
        metre_next=frozenset(words["metre_next"]),
        million_before=frozenset(words["million_before"]),
        million_between=frozenset(words["million_between"]),
        million_of=frozenset(words["million_of"]),
        money_words=money_words(),
        nominal=frozenset(vocabulary("nouns")["nominal"]),
        measures=measure_words() | money_words(),
        groups=words["groups"],
        group_needs_of=frozenset(words["group_needs_of"]),
        of=words["of"],
        articles=frozenset(words["articles"]),
        joiner=words["and"],
        point=words["point"],
        minus=frozenset(words["minus"]),
        few=frozenset(words["few"]),
        halves=frozenset(shares["half"]),
        half_before=frozenset(shares["half_before"]),
        half_next=frozenset(shares["half_next"]),
        denominators=shares["denominators"],
        one_form=frozenset(shares["one_form"]),
        bare_shares=frozenset(shares["bare"]),
        ratio_closed=frozenset(tuple(phrase.split()) for phrase in shares["ratio_closed"]),
        ratio_small=frozenset(tuple(phrase.split()) for phrase in shares["ratio_small"]),
        ratio_joiners=tuple(
            sorted((tuple(phrase.split()) for phrase in shares["ratio_joiners"]), key=len, reverse=True)
        ),
        ratio_starts=frozenset(phrase.split()[0] for phrase in shares["ratio_joiners"]),
        period_before=frozenset(shares["period_before"]),
        share_next=frozenset(shares["share_next"]),
        plurals=plurals,
        multipliers=multipliers,
        low_factor=loose["low_factor"],
        needs_of=frozenset(loose["needs_of"]),
        multiple_words=_decimals(times["words"]),
        multiple_verbs=_decimals(times["verbs"]),
        multiple_adjectives=_decimals(times["adjectives"]),
        adjective_next=frozenset(times["adjective_next"]),
        fold=times["fold"],
        times=frozenset(times["times"]),
        times_next=frozenset(times["times_next"]),
        ordinal_suffixes=frozenset(ranks["suffixes"]),
        ordinal_words=ranks["words"],
        pair_before=frozenset(words["pair_before"]),
        starts=frozenset(word.split()[0] for table in starts for word in table),
        goes_on=_goes_on(words, shares, times),
    )


def _goes_on(words: Any, shares: Any, times: Any) -> frozenset[str]:
    """The words (in small letters) that may belong to the digits before them, apart from what they measure."""
    scales = (words["hundred"], words["groups"], words["scales"], words["suffixes"], words["money_suffixes"])
    letters = (words["letter_suffixes"], words["capital_suffixes"])
    joiners = ((words["and"], words["point"], times["fold"], "x", "e"), times["times"])
    listed = [word.lower() for table in (*scales, *letters, *joiners) for word in table]
    return frozenset([*listed, *(phrase.split()[0] for phrase in shares["ratio_joiners"])])


def _compounds(table: dict[str, int]) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Numbers of several words by their first word, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase, value in sorted(table.items(), key=lambda row: -len(row[0].split())):
        by_first.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), value))
    return {word: tuple(rows) for word, rows in by_first.items()}


def _decimals(table: dict[str, int | float]) -> dict[str, Decimal]:
    return {word: Decimal(str(value)) for word, value in table.items()}
