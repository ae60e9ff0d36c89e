"""quantulum3 behind its fence: real work on formulas of units, and every known trap of it kept out of our claims."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

import claims
from claims.language.typed import language_in_force
from claims.model import Span
from claims.nouns.counted import read_counted
from claims.units import quantulum as quantities
from claims.units.quantulum import formula_unit, table_unit, unit_table
from claims.units.units import read_unit

FORMULAS = [
    ("A/cm2", "ampere per square centimetre"),
    ("m³/s", "cubic metre per second"),
    ("mg/dL", "milligram per decilitre"),
    ("kg·m/s²", "kilogram metre per square second"),
    ("W/m²", "watt per square metre"),
]

# Letters that happen to be units, words with a slash, names: quantulum3 makes joules, metres and kelvins of them.
NO_FORMULAS = [
    "a junta",
    "junta",
    "and/or",
    "he/she",
    "km/miles",
    "A/HRC/32",
    "S/RES/2669",
    "9/11",
    "10-K",
    "5G",
    "30s",
    "COVID-19",
    "F-16",
    "N/A",
    "w/o",
    "c/o",
    "I/we",
    "Asia/Pacific",
    "",
    "/",
    "a/",
    "m/",
    "and",
    "in",
]

# (text with the number marked, unit read): each a wrong or false result of quantulum3 0.10.0 on the bare sentence.
TRAPS = [
    ("⟦7⟧ a junta", None),
    ("a gross underestimation of ⟦12⟧ deaths", None),
    ("the ⟦5⟧G network", None),
    ("people in their ⟦30⟧s", None),
    ("a Form ⟦10⟧-K", None),
    ("⟦25k⟧ people", None),
    ("⟦one in four⟧ families", None),
    ("⟦two dozen⟧ houses", None),
    ("in 2019 ⟦300⟧ people", None),
    ("£⟦3.2bn⟧", "GBP"),
    ("⟦1.2m⟧ tons", "ton"),
    ("A$⟦5 million⟧", "AUD"),
    ("USD ⟦5 million⟧", "USD"),
    ("$⟦4.1\nmillion⟧", "dollar"),
    ("⟦31⟧\u00a0%", "percent"),
    ("⟦12⟧ per cent", "percent"),
    ("⟦12⟧ percentage points", "percentage point"),
    ("($⟦1,062⟧)", "dollar"),
    ("1 thousand vs $⟦1,234.56⟧", "dollar"),
]


@pytest.mark.parametrize("surface", NO_FORMULAS)
def test_what_is_no_formula_never_reaches_the_parser(surface: str) -> None:
    assert formula_unit(surface) is None


@pytest.mark.parametrize(("surface", "name"), FORMULAS)
def test_formulas_of_units_are_its_work(surface: str, name: str) -> None:
    found = formula_unit(surface)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("surface", ["A/cm2", "m³/s", "mg/dL", "W/m²", "kg/m3", "V/m"])
def test_quotients_are_named_as_its_parser_names_them(surface: str) -> None:
    found = formula_unit(surface)
    with_parser = quantities._parsed(surface)
    assert found is not None
    assert with_parser is not None
    assert found.name == with_parser.name


def test_a_formula_in_a_sentence_becomes_the_unit() -> None:
    text = "a current density of 1.3 A/cm2 was measured"
    found = read_unit(text, Span(21, 24))
    assert found is not None
    assert (found.span.of(text), found.unit, found.dimension) == ("A/cm2", "ampere per square centimetre", "physical")


@pytest.mark.parametrize(("marked", "unit"), TRAPS)
def test_its_traps_stay_outside(marked: str, unit: str | None) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    found = read_unit(text, Span(start, end))
    assert (found.unit if found else None) == unit


def test_its_table_is_asked_for_rare_units_only_by_their_own_symbol_or_word() -> None:
    assert table_unit("MPa", glued=False) is not None
    assert table_unit("becquerels", glued=False) is not None
    for word in ("in", "am", "junta", "Pa", "sets", "points", "Tesla", "gross", "hands", "people", "times", "K", "G"):
        assert table_unit(word, glued=False) is None, word


def test_a_surface_of_two_units_names_neither() -> None:
    words, symbols = unit_table()
    assert "minute" not in words
    assert "Mb" not in symbols


def test_the_parser_leaves_the_root_logger_as_it_was() -> None:
    before = list(logging.getLogger().handlers)
    language_in_force().made.clear()
    formula_unit("kg·m/s²")
    assert logging.getLogger().handlers == before


def test_ordinary_letters_never_load_it() -> None:
    code = (
        "import sys\n"
        "from claims.language.load import put_in_force\nput_in_force('en')\n"
        "from claims.units.units import read_unit\nfrom claims.nouns.counted import read_counted\n"
        "from claims.model import Span\n"
        "t = 'killed 4,206 people, spent $5 million on 20 km of road, 12% of 30 months, 7 a junta, 40 metre/second'\n"
        "import re\n"
        "[read_counted(t, Span(*m.span())) or read_unit(t, Span(*m.span())) for m in re.finditer(r'[0-9][0-9,]*', t)]\n"
        "print('quantulum3' in sys.modules, 'inflect' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_typeguard_is_put_back() -> None:
    import typeguard

    language_in_force().made.clear()
    formula_unit("kg·m/s²")
    assert typeguard.typechecked.__module__.startswith("typeguard")


@pytest.mark.parametrize("seed", ["0", "1", "7"])
def test_results_do_not_hang_on_the_hash_seed(seed: str) -> None:
    code = (
        "from claims.language.load import put_in_force\nput_in_force('en')\n"
        "from claims.units.quantulum import formula_unit as f\nprint([f(s).name for s in ('kg·m/s²','A·s/m','mg/dL')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
    )
    assert (
        done.stdout.strip()
        == "['kilogram metre per square second', 'ampere second per metre', 'milligram per decilitre']"
    )


def test_a_counted_noun_is_never_a_unit_of_letters() -> None:
    text = "killed 31 a junta spokesman said"
    assert read_unit(text, Span(7, 9)) is None
    assert read_counted(text, Span(7, 9)) is None or not read_counted(text, Span(7, 9)).follows  # type: ignore[union-attr]


def test_one_module_alone_imports_it() -> None:
    root = Path(claims.__file__).parent
    importing = [
        p.name for p in root.rglob("*.py") if re.search(r"^\s*(from|import) quantulum3", p.read_text("utf-8"), re.M)
    ]
    assert importing == ["quantulum.py"]
