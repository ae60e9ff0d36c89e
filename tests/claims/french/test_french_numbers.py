"""French read by its folder alone: numbers, comparators, units, nouns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.language.load import load_language
from claims.numbers.read import read_numbers


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    with load_language("fr").in_force():
        yield


# Nothing of these is a quantity: dates, labels, names, words that only look like numbers.
NO_QUANTITY = [
    "Le 14 mars 2023",
    "Depuis février 2021, rien n'a changé.",
    "Entre mars et juin 2022",
    "Voir l'article 19 de la loi",
    "Le règlement n° 44 reste en vigueur.",
    "La 46e session du conseil",
    "Un élu est venu.",
    "Les habitants paient cent pour cent de la facture",
    "Du 3 au 5 mars 2022",
    "Le cent pour cent naturel",
]


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_no_quantity_is_read(text: str) -> None:
    assert [quantity.text for quantity in read_numbers(text).quantities] == []


VALUES = [
    ("1 200 maisons", "1200"),
    ("12\u202f500 maisons", "12500"),
    ("1.500 maisons", "1500"),
    ("2,75 %", "2.75"),
    ("3,5 millions d'euros", "3500000"),
    ("1\u202f234,5 hectares", "1234.5"),
    ("dix-sept maisons", "17"),
    ("vingt et une maisons", "21"),
    ("trente-deux maisons", "32"),
    ("soixante et onze maisons", "71"),
    ("soixante-dix-neuf maisons", "79"),
    ("quatre-vingts maisons", "80"),
    ("quatre vingt treize maisons", "93"),
    ("quatre-vingt-dix-sept maisons", "97"),
    ("nonante-deux maisons", "92"),
    ("cent vingt maisons", "120"),
    ("deux cents maisons", "200"),
    ("mille deux cents maisons", "1200"),
    ("deux mille trois cent quarante-cinq maisons", "2345"),
    ("un million de maisons", "1000000"),
    ("1,2 milliard d'habitants", "1200000000"),
    ("une douzaine de maisons", "12"),
    ("les deux tiers des maisons", str(2 / 3)[:6]),
    ("un tiers des maisons", str(1 / 3)[:6]),
    ("la moitié des maisons", "0.5"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_the_value_of_a_number(text: str, value: str) -> None:
    (quantity,) = read_numbers(text).quantities
    assert f"{quantity.value:f}".startswith(value)
    assert float(quantity.value) == pytest.approx(float(value), rel=1e-3)


COMPARATORS = [
    ("plus de 40 villages", ">"),
    ("plus d'un million de personnes", ">"),
    ("au moins 40 villages", ">="),
    ("pas moins de 40 villages", ">="),
    ("40 villages ou plus", ">="),
    ("moins de 40 villages", "<"),
    ("jusqu'à 40 villages", "<="),
    ("pas plus de 40 villages", "<="),
    ("au plus 40 villages", "<="),
    ("environ 40 villages", "~"),
    ("quelque 40 villages", "~"),
    ("près de 40 villages", "~"),
    ("un peu plus de 40 villages", "~"),
    ("entre 40 et 60 villages", "range"),
    ("de 40 à 60 villages", "range"),
    ("des centaines de villages", "range"),
    ("des milliers d'habitants", "range"),
    ("exactement 40 villages", "="),
    ("40 villages", "="),
    ("au minimum 40 villages", ">="),
    ("un minimum de 40 villages", ">="),
    ("40 villages au moins", ">="),
    ("40 villages au minimum", ">="),
    ("40 villages et plus", ">="),
    ("à partir de 40 villages", ">="),
    ("ne serait-ce que 40 villages", ">="),
    ("jamais moins de 40 villages", ">="),
    ("quarante villages au bas mot", ">="),
    ("au bas mot quarante villages", ">="),
    ("plus d'une quarantaine de villages", ">"),
    ("bien plus de 40 villages", ">"),
    ("largement plus de 40 villages", ">"),
    ("au-delà de 40 villages", ">"),
    ("dépassant 40 villages", ">"),
    ("supérieur à 40 villages", ">"),
    ("plus que 40 villages", ">"),
    ("moins d'une quarantaine de villages", "<"),
    ("inférieur à 40 villages", "<"),
    ("en dessous de 40 villages", "<"),
    ("en-dessous de 40 villages", "<"),
    ("au-dessous de 40 villages", "<"),
    ("sous la barre des 40 villages", "<"),
    ("tout au plus 40 villages", "<="),
    ("au maximum 40 villages", "<="),
    ("un maximum de 40 villages", "<="),
    ("40 villages au plus", "<="),
    ("40 villages au maximum", "<="),
    ("40 villages tout au plus", "<="),
    ("40 villages ou moins", "<="),
    ("jusqu’à 40 villages", "<="),
    ("presque 40 villages", "~"),
    ("à peu près 40 villages", "~"),
    ("aux environs de 40 villages", "~"),
    ("autour de 40 villages", "~"),
    ("aux alentours de 40 villages", "~"),
    ("de l'ordre de 40 villages", "~"),
    ("approximativement 40 villages", "~"),
    ("une quarantaine de villages", "~"),
    ("40 villages environ", "~"),
    ("un peu moins de 40 villages", "~"),
    ("grosso modo 40 villages", "~"),
    ("40 villages à peu près", "~"),
    ("plus ou moins 40 villages", "~"),
    ("on estime à 40 villages", "~"),
    ("pas loin de 40 villages", "~"),
    ("une trentaine de villages", "~"),
    ("une centaine de villages", "~"),
    ("une vingtaine de villages", "~"),
    ("une dizaine de villages", "~"),
    ("un millier de villages", "~"),
    ("une cinquantaine de villages", "~"),
    ("une soixantaine de villages", "~"),
    ("une quinzaine de jours", "~"),
    ("40 à 60 villages", "range"),
    ("40-60 villages", "range"),
    ("40–60 villages", "range"),
    ("entre quarante et soixante villages", "range"),
    ("de quarante à soixante villages", "range"),
    ("quelques dizaines de villages", "range"),
    ("des dizaines de villages", "range"),
    ("plusieurs centaines de villages", "range"),
    ("des milliers de villages", "range"),
    ("deux ou trois villages", "range"),
    ("deux à trois villages", "range"),
    ("quarante villages", "="),
    ("précisément 40 villages", "="),
    ("40 villages exactement", "="),
    ("un total de 40 villages", "="),
    ("40 villages au total", "="),
    ("au total 40 villages", "="),
    ("les 40 villages", "="),
    ("ces quarante villages", "="),
    ("tout juste 40 villages", "="),
    ("ni plus ni moins que 40 villages", "="),
]


@pytest.mark.parametrize(("text", "comparator"), COMPARATORS)
def test_the_comparator_of_a_number(text: str, comparator: str) -> None:
    (quantity,) = read_numbers(text).quantities
    assert quantity.comparator == comparator


def test_near_and_just_over_lie_on_their_side() -> None:
    (near,) = read_numbers("près de 40 villages").quantities
    (over,) = read_numbers("un peu plus de 40 villages").quantities
    assert near.interval.high == 40
    assert over.interval.low == 40


UNITS = [
    ("280 euros", "money", "EUR"),
    ("3 500 €", "money", "EUR"),
    ("12 millions de dollars", "money", "dollar"),
    ("40 % des élèves", "percentage", "percent"),
    ("15 pour cent des élèves", "percentage", "percent"),
    ("3 points de pourcentage", "percentage", "percentage point"),
    ("18 mois", "duration", "month"),
    ("3 ans", "duration", "year"),
    ("6 semaines", "duration", "week"),
    ("12 kilomètres carrés", "physical", "square kilometre"),
    ("120 organisations humanitaires", "count", "organisation"),
    ("120 grandes organisations", "count", "organisation"),
    ("30 journaux locaux", "count", "journal"),
    ("9 hôpitaux publics", "count", "hôpital"),
    ("50 blessés", "count", "person"),
    ("7 000 personnes déplacées", "count", "personne"),
]


@pytest.mark.parametrize(("text", "dimension", "unit"), UNITS)
def test_what_a_number_measures(text: str, dimension: str, unit: str) -> None:
    (quantity,) = read_numbers(text).quantities
    assert (quantity.dimension, quantity.unit) == (dimension, unit)


def test_the_same_digits_are_read_otherwise_in_english() -> None:
    (french,) = read_numbers("1,234 hectares").quantities
    with load_language("en").in_force():
        (english,) = read_numbers("1,234 hectares").quantities
    assert (str(french.value), str(english.value)) == ("1.234", "1234")
