"""Units before and behind numbers. ⟦…⟧ marks the number with its scale; the first lists must not be read as units."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.words import vocabulary
from claims.model import Dimension, Span
from claims.units.units import UnitReading, is_currency, read_per, read_unit, unit_name


def read(marked: str) -> tuple[UnitReading | None, str]:
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return read_unit(text, Span(start, end)), text


NO_UNIT = [
    "⟦12⟧ barrel bombs",
    "⟦two⟧ night raids",
    "⟦six⟧ foot soldiers",
    "⟦three⟧ day labourers",
    "⟦two⟧ second homes",
    "⟦40⟧ degree holders",
    "⟦two⟧ crowns of thorns",
    "⟦4,206⟧ people",
    "⟦93⟧ airstrikes",
    "⟦7⟧ a junta",
    "⟦12⟧ in all",
    "⟦5⟧ at most",
    "⟦30⟧ as of May",
    "⟦40⟧ am I",
    "⟦4⟧ us",
    "⟦5⟧ no",
    "⟦144⟧ gross errors",
    "⟦2⟧ sets of demands",
    "⟦3⟧ counts of fraud",
    "⟦2⟧ points",
    "⟦6⟧ hands",
    "⟦4⟧ bars",
    "⟦12⟧ league games",
    "⟦5⟧G",
    "⟦10⟧-K",
    "the ⟦12⟧ won seats",
    "⟦3⟧ second-hand cars",
    "⟦3⟧ and/or",
    "⟦40⟧ he/she",
    "⟦5⟧ A levels",
    "⟦30⟧s",
    "⟦8⟧ m. people",
    "⟦7⟧ B-movies",
    "⟦9⟧ March",
    "⟦9⟧ dead",
    "⟦4⟧ real threats",
    "⟦2⟧ mills",
    "⟦3⟧ pairs",
    "⟦1⟧ mole",
    "⟦3⟧ stones",
    "⟦2⟧ drops",
    "⟦5⟧ cups",
    "⟦20⟧ marks",
    "R⟦2⟧",
    "PS⟦5⟧",
    "THUS⟦5⟧",
    "⟦6⟧ kips",
    "⟦11⟧ US senators",
    "⟦3⟧ PA counties",
    "⟦17⟧ EU states",
    "⟦4⟧ St. Louis schools",
    "⟦3⟧ grays",
    "⟦3⟧ Tesla cars",
    "⟦3⟧",
    "⟦3⟧ \n\nper cent",
    "⟦12⟧ rods",
    "⟦6⟧ spans",
    "⟦25⟧ C",
    "⟦25⟧ F-16 jets",
]

UNITS: list[tuple[str, str, str, Dimension]] = [
    ("⟦12⟧%", "%", "percent", "percentage"),
    ("⟦12⟧ %", "%", "percent", "percentage"),
    ("⟦12⟧\u00a0%", "%", "percent", "percentage"),
    ("⟦12⟧ per cent", "per cent", "percent", "percentage"),
    ("⟦12⟧ percent-owned", "percent", "percent", "percentage"),
    ("**⟦12⟧** per cent", "per cent", "percent", "percentage"),
    ("$**⟦12⟧**", "$", "dollar", "money"),
    ("⟦twelve⟧ percent", "percent", "percent", "percentage"),
    ("⟦1.38⟧pc", "pc", "percent", "percentage"),
    ("⟦5⟧ percentage points", "percentage points", "percentage point", "percentage"),
    ("⟦40⟧ basis points", "basis points", "basis point", "percentage"),
    ("US$⟦1.2m⟧", "US$", "USD", "money"),
    ("US $⟦58.24⟧", "US $", "USD", "money"),
    ("$US⟦113 trillion⟧", "$US", "USD", "money"),
    ("$⟦5⟧", "$", "dollar", "money"),
    ("A$⟦5 million⟧", "A$", "AUD", "money"),
    ("AUD⟦1.5m⟧", "AUD", "AUD", "money"),
    ("RM⟦79⟧", "RM", "MYR", "money"),
    ("USD ⟦5 million⟧", "USD", "USD", "money"),
    ("⟦5 million⟧ USD", "USD", "USD", "money"),
    ("€⟦3–5 billion⟧", "€", "EUR", "money"),
    ("⟦5⟧ €", "€", "EUR", "money"),
    ("£⟦3.2bn⟧", "£", "GBP", "money"),
    ("⟦5 million⟧ dollars", "dollars", "dollar", "money"),
    ("⟦8.99⟧ Australian dollars", "Australian dollars", "AUD", "money"),
    ("⟦400 billion⟧ kyats", "kyats", "MMK", "money"),
    ("⟦3 million⟧ pounds", "pounds", "pound", "money"),
    ("⟦208⟧ pounds", "pounds", "pound-mass", "physical"),
    ("⟦2 billion⟧ won", "won", "KRW", "money"),
    ("₹⟦2,50,000⟧", "₹", "INR", "money"),
    ("R⟦5 million⟧", "R", "ZAR", "money"),
    ("⟦164⟧p", "p", "penny", "money"),
    ("⟦61⟧ cents", "cents", "cent", "money"),
    ("⟦30⟧ months", "months", "month", "duration"),
    ("⟦four⟧ years", "years", "year", "duration"),
    ("⟦72⟧-hour deadline", "hour", "hour", "duration"),
    ("⟦15⟧-year-old student", "year-old", "year of age", "duration"),
    ("⟦15⟧ year old", "year old", "year of age", "duration"),
    ("⟦30⟧ years of age", "years of age", "year of age", "duration"),
    ("men aged ⟦18 to 34⟧", "aged", "year of age", "duration"),
    ("⟦2⟧ decades", "decades", "decade", "duration"),
    ("⟦80⟧ km/h", "km/h", "kilometre per hour", "physical"),
    ("⟦15⟧ miles per hour", "miles per hour", "mile per hour", "physical"),
    ("⟦155⟧mph", "mph", "mile per hour", "physical"),
    ("⟦275⟧ pound-feet", "pound-feet", "pound-foot", "physical"),
    ("⟦5.5⟧kWh", "kWh", "kilowatt hour", "physical"),
    ("⟦2.24⟧ mmBTU", "mmBTU", "mega british thermal unit", "physical"),
    ("⟦200⟧ square kilometres", "square kilometres", "square kilometre", "physical"),
    ("⟦200⟧ sq. km", "sq. km", "square kilometre", "physical"),
    ("⟦30⟧\nkilometres", "kilometres", "kilometre", "physical"),
    ("⟦500⟧ degrees celsius", "degrees celsius", "degree Celsius", "physical"),
    ("⟦38⟧°C", "°C", "degree Celsius", "physical"),
    ("⟦121⟧ft", "ft", "foot", "physical"),
    ("⟦50⟧ foot lots", "foot", "foot", "physical"),
    ("a ⟦7⟧- or 8-inch screen", "", "inch", "physical"),
    ("⟦250⟧ml bottles", "ml", "millilitre", "physical"),
    ("⟦1.2 million⟧ tons", "tons", "ton", "physical"),
]

RATES = [
    ("RM⟦79⟧ a month", "MYR per month"),
    ("$⟦21.25⟧ per square foot", "dollar per square foot"),
    ("⟦800,000⟧ barrels a day", "barrel per day"),
    ("a ⟦52,000⟧ barrel-a-day refinery", "barrel per day"),
    ("⟦61⟧ cents per share", "cent per share"),
    ("⟦3⟧ tonnes per hectare", "tonne per hectare"),
    ("$⟦5⟧/month", "dollar per month"),
]

NO_RATES = [
    "$⟦6.78 billion⟧ a year earlier",
    "$⟦5⟧ a further sum",
    "€⟦5⟧ an hour ago",
    "$⟦5⟧ each of them",
    "⟦30⟧ months a soldier",
]

NUMBERS_IN_RATES = [
    (" per 100,000 people", "100,000 person"),
    (" per 1,000 live births", "1,000 live birth"),
    (" per capita", "capita"),
    (" a day", "day"),
    ("-a-day", "day"),
]


@pytest.mark.parametrize("marked", NO_UNIT)
def test_ordinary_words_are_no_units(marked: str) -> None:
    assert read(marked)[0] is None


@pytest.mark.parametrize(("marked", "surface", "unit", "dimension"), UNITS)
def test_a_unit_is_read_where_it_stands(marked: str, surface: str, unit: str, dimension: Dimension) -> None:
    found, text = read(marked)
    assert found is not None
    assert (found.span.of(text), found.unit, found.dimension) == (surface, unit, dimension)


@pytest.mark.parametrize(("marked", "unit"), RATES)
def test_a_rate_keeps_its_denominator(marked: str, unit: str) -> None:
    found, text = read(marked)
    assert found is not None
    assert found.unit == unit
    assert found.per_span is not None
    assert found.end == found.per_span.end <= len(text)


@pytest.mark.parametrize("marked", NO_RATES)
def test_a_time_or_another_noun_makes_no_rate(marked: str) -> None:
    found, _ = read(marked)
    assert found is not None
    assert " per " not in found.unit


@pytest.mark.parametrize(("text", "name"), NUMBERS_IN_RATES)
def test_a_denominator_may_hold_a_number(text: str, name: str) -> None:
    found = read_per(text, 0)
    assert found is not None
    assert found == (name, Span(0, len(text)))


def test_a_unit_has_a_name_for_readers() -> None:
    assert unit_name("HKD per month") == "Hong Kong dollar per month"
    assert unit_name("kilometre per hour") == "kilometre per hour"
    assert is_currency("MMK per day")
    assert not is_currency("percent")


@settings(deadline=None)
@given(st.text(alphabet="0123456789 .,%$€£-/abkmpsyKMRUSD²\n", max_size=60), st.integers(0, 59), st.integers(1, 5))
def test_any_text_is_read_without_error_and_spans_lie_in_it(text: str, start: int, length: int) -> None:
    number = Span(min(start, len(text)), min(start + length, len(text)))
    found = read_unit(text, number)
    if found is not None:
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert not found.span.overlaps(number) or number.start == number.end
        assert number.end <= found.end <= len(text)


def _ways() -> list[tuple[str, str, str]]:
    """Every way of writing a unit or a currency in the vocabularies: (text, number in it, unit)."""
    table, money = vocabulary("units"), vocabulary("currencies")
    made: list[tuple[str, str, str]] = []
    for group in ("percentage", "duration", "age", "physical"):
        for name, ways in table[group].items():
            made += [(f"12 {w} of", "12", name) for w in [*ways.get("words", ()), *ways.get("forms", ())]]
            made += [(f"12{s} of", "12", name) for s in [*ways.get("symbols", ()), *ways.get("glued", ())]]
    for unit, ways in [*money["plain"].items(), *money["codes"].items()]:
        made += [(f"paid {s}12.50 to", "12.50", unit) for s in [*ways["symbols"], *ways.get("glued", ())]]
        made += [(f"paid 12 million {w}s to", "12 million", unit) for w in ways["words"] if not w.endswith("s")]
    made += [(f"paid {code} 12 to", "12", code) for code in money["codes"]]
    made += [(f"paid 12 {code} to", "12", code) for code in money["codes"]]
    return made


@pytest.mark.parametrize(("text", "number", "unit"), _ways())
def test_every_way_in_the_vocabularies_is_read_as_its_unit(text: str, number: str, unit: str) -> None:
    start = text.index(number)
    found = read_unit(text, Span(start, start + len(number)))
    assert found is not None
    assert found.unit == unit


def test_every_word_struck_out_of_quantulums_table_is_no_unit_unless_our_tables_say_so() -> None:
    ours = {w for group in ("percentage", "duration", "physical") for w in _words_of(group)} | {
        "pound",
        "won",
        "real",
        "kip",
    }
    money = {
        w.lower()
        for ways in [*vocabulary("currencies")["plain"].values(), *vocabulary("currencies")["codes"].values()]
        for w in ways["words"]
    }
    for word in vocabulary("units")["ordinary_words"]:
        if word not in ours | money:
            assert read_unit(f"12 {word} of", Span(0, 2)) is None, word


def _words_of(group: str) -> set[str]:
    return {w for ways in vocabulary("units")[group].values() for w in [*ways.get("words", ()), *ways.get("forms", ())]}
