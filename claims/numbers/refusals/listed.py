"""The words that tell names, labels and idioms from quantities, as lookups."""

from __future__ import annotations

import re

from claims.language.words import of_language, vocabulary
from claims.numbers.cardinals.number_forms import forms
from claims.quick_records import dataclass
from claims.text.phrase_table import Phrases


@dataclass(frozen=True, slots=True)
class MaskWords:
    """Lookups of one language, all in lower case."""

    phrases: Phrases[bool]
    idioms: Phrases[bool]
    before: Phrases[bool]
    after: frozenset[str]
    pronoun_next: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    pointed: frozenset[str]
    worded_labels: frozenset[str]
    rate: frozenset[str]
    counted_after: frozenset[str]
    pair_after: frozenset[str]
    streets: frozenset[str]
    compounds: frozenset[str]
    singular_verbs: frozenset[str]
    persons: frozenset[str]
    verbs: frozenset[str]
    dash_words: frozenset[str]
    months: frozenset[str]
    function_words: frozenset[str]
    stops: frozenset[str]
    plural_verbs: frozenset[str]
    percent: frozenset[str]
    joints: str
    and_or: frozenset[str]
    money: frozenset[str]
    chain: frozenset[str]
    page_chain: frozenset[str]
    glued_names: frozenset[str]
    range_words: frozenset[str]
    numbers: frozenset[str]
    reporters: re.Pattern[str]
    telephone: re.Pattern[str]
    bills: re.Pattern[str]

    def is_money(self, code: str) -> bool:
        """Whether letters glued to a number are a currency: "RM", "AUD", "Rs."."""
        return code in self.money


@of_language
def mask_words() -> MaskWords:
    names, labels, dates = (vocabulary(name) for name in ("names", "references", "dates"))
    months = frozenset(name for forms in dates["months"] for name in forms) | frozenset(dates["weekdays"])
    return MaskWords(
        phrases=_table(names["phrases"]),
        idioms=_table(names["idioms"]),
        before=_table(names["before"]),
        after=frozenset(names["after"]),
        pronoun_next=frozenset(names["pronoun_next"]),
        strong=frozenset(labels["strong"]),
        weak=frozenset([*labels["weak"], *labels["reports"]]),
        pointed=frozenset(labels["pointed"]),
        worded_labels=frozenset(labels["worded"]),
        rate=frozenset(labels["rate"]),
        counted_after=frozenset(names["counted_after"]),
        pair_after=frozenset(vocabulary("ranges")["between"]),
        streets=frozenset(labels["streets"]),
        compounds=frozenset(names["compounds"]),
        singular_verbs=frozenset(names["singular_verbs"]),
        persons=frozenset(vocabulary("nouns")["persons"]),
        verbs=frozenset(vocabulary("nouns")["verbs"]),
        dash_words=frozenset(labels["dash_words"]),
        months=months,
        function_words=frozenset(labels["function_words"]) | months,
        stops=frozenset(labels["stops"]),
        plural_verbs=frozenset(labels["plural_verbs"]),
        percent=frozenset(labels["percent"]),
        joints="-‐‑–.,/:_=&+",
        and_or=frozenset(labels["and_or"]),
        money=_currency_codes(),
        chain=frozenset(labels["chain"]),
        page_chain=frozenset(labels["page_chain"]),
        glued_names=frozenset(names["glued"]),
        range_words=frozenset(vocabulary("ranges")["to"]) | frozenset(vocabulary("ranges")["or"]),
        numbers=frozenset(forms().small) | frozenset(forms().tens),
        reporters=_reporters(labels["reporters"]),
        telephone=_telephone(labels["telephone"]),
        bills=_bills(labels["bills"]),
    )


def _telephone(words: list[str]) -> re.Pattern[str]:
    """A word for a telephone and the seven digits or more behind it, in whatever groups."""
    return re.compile(
        rf"\b(?:{'|'.join(words)})\b[.:]{{0,2}} {{0,3}}(\+?\(?\d(?:[ ().-]{{0,2}}\d){{6,16}})(?!\d)", re.I
    )


def _bills(names: list[str]) -> re.Pattern[str]:
    """An abbreviation with full stops and the number behind it: "S. 1409", "ss. 12-14"."""
    ordered = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name).replace("\\ ", " ?") for name in ordered) or "(?!)"
    return re.compile(rf"(?<![\w.'’])(?:{either}) ?\d{{1,5}}(?:[-–]\d{{1,5}})?(?![\w%]|[.,]\d)")


def _reporters(names: list[str]) -> re.Pattern[str]:
    """A reporter's abbreviation, blanks as they come, and the page behind it."""
    ordered = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name).replace("\\ ", " ?") for name in ordered) or "(?!)"
    return re.compile(rf"(?:{either}) ?\d{{1,5}}(?!\w)")


def _table(phrases: list[str]) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in phrases)


@of_language
def _currency_codes() -> frozenset[str]:
    """Every code and symbol of the table of currencies."""
    tables = vocabulary("currencies")
    symbols = [
        symbol for group in ("plain", "codes") for entry in tables[group].values() for symbol in entry["symbols"]
    ]
    return frozenset([*tables["codes"], *symbols])
