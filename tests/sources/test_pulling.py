"""Pulled figures into a table: what is new, what revises, what is refused, and which bytes stay."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import BadReferenceTable
from sources.keeping.csv_lines import new_text, read_text, with_changes
from sources.keeping.folder import RefusedPullError, country_codes, open_table, places_of, write
from sources.keeping.pulling import merged
from sources.providers.asking import Figure, PullUsageError
from sources.providers.vocabulary import rows_of, series_of
from sources.table.load import check_table, load_table

TODAY = date(2026, 3, 2)
FIGURE = Figure(
    measure_id="population",
    place_code="KEN",
    period_start=None,
    period_end=date(2024, 12, 31),
    value=Decimal(1200),
    unit="person",
    producer_id="world_bank",
    published_by="World Bank",
    title="A title",
    url="https://example.org/a",
    as_printed="population 1200",
    grade="quoted",
)


def put(folder: Path, *figures: Figure, today: date = TODAY):
    table = open_table(str(folder))
    result = merged(table, figures, today, "the-provider")
    if result.added:
        write(table, result.files)
    return result


def rows(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "observations.csv").read_text(encoding="utf-8"))))


def test_a_new_table(tmp_path):
    folder = tmp_path / "mine"
    result = put(folder, FIGURE)
    assert [row["observation_id"] for row in result.added] == ["world_bank-population-KEN-2024-12-31"]
    (row,) = rows(folder)
    assert (row["place"], row["value"], row["accessed_on"]) == ("Kenya", "1200", "2026-03-02")
    # The provider gave no day of publication: nothing shows that the figure stood before it was read.
    assert row["published_on"] == "2026-03-02"
    # The table lacked measure and producer, so both came with the figure.
    assert result.vocabulary == ("measures.csv: population", "producers.csv: world_bank")
    assert check_table(str(folder)) == []
    assert load_table(str(folder)).observations[-1].value == 1200


def test_the_same_again_changes_no_byte(tmp_path):
    put(tmp_path, FIGURE)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    result = put(tmp_path, replace(FIGURE, value=Decimal("1200.0")), today=date(2026, 4, 1))
    assert (result.added, result.unchanged) == ((), 1)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_another_value_is_a_later_vintage(tmp_path):
    put(tmp_path, FIGURE)
    put(tmp_path, replace(FIGURE, value=Decimal(1250)), today=date(2026, 4, 1))
    put(tmp_path, replace(FIGURE, value=Decimal(1200)), today=date(2026, 5, 1))
    stem = "world_bank-population-KEN-2024-12-31"
    assert [(row["observation_id"], row["value"], row["superseded_by"]) for row in rows(tmp_path)] == [
        (stem, "1200", f"{stem}-b"),
        (f"{stem}-b", "1250", f"{stem}-c"),
        (f"{stem}-c", "1200", ""),
    ]
    assert check_table(str(tmp_path)) == []


def test_a_later_vintage_did_not_come_out_before_the_old_one_was_read(tmp_path):
    put(tmp_path, replace(FIGURE, published_on=date(2026, 2, 20)))
    put(tmp_path, replace(FIGURE, value=Decimal(1190), published_on=date(2026, 1, 15)), today=date(2026, 4, 1))
    put(tmp_path, replace(FIGURE, value=Decimal(1180), published_on=date(2026, 4, 20)), today=date(2026, 5, 1))
    days = [row["published_on"] for row in rows(tmp_path)]
    assert days == ["2026-02-20", "2026-03-02", "2026-04-20"]
    assert check_table(str(tmp_path)) == []


def test_bounds_and_comparator_make_a_vintage_too(tmp_path):
    put(tmp_path, FIGURE)
    assert put(tmp_path, replace(FIGURE, comparator="~")).superseded
    assert put(tmp_path, replace(FIGURE, comparator="~", low=Decimal(1100))).superseded


@pytest.mark.parametrize(
    "change",
    [
        {"published_by": "A newspaper"},
        {"title": "Another text"},
        {"place_code": "UGA"},
        {"period_end": date(2023, 12, 31)},
        {"period_start": date(2024, 1, 1)},
        {"producer_id": "unhcr"},
        {"measure_id": "refugees_from"},
    ],
)
def test_another_observation_supersedes_nothing(tmp_path, change):
    put(tmp_path, FIGURE)
    result = put(tmp_path, replace(FIGURE, value=Decimal(9), **change))
    assert len(result.added) == 1
    assert result.superseded == ()


def test_one_observation_twice_counts_once(tmp_path):
    assert len(put(tmp_path, FIGURE, FIGURE).added) == 1


def test_two_values_for_one_observation_are_refused(tmp_path):
    with pytest.raises(RefusedPullError, match="gives both 1200 and 5 for population, Kenya, 2024-12-31"):
        put(tmp_path, FIGURE, replace(FIGURE, value=Decimal(5)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": Decimal(-1)}, "value '-1' is below 0"),
        ({"as_printed": "one two three four five six seven eight nine"}, "has 9 words"),
        ({"as_printed": ""}, "as_printed '' is empty"),
        ({"period_end": date(2026, 12, 31)}, "'2026-12-31' is after published_on"),
        ({"url": "no address"}, "does not match"),
        ({"grade": "best"}, "is not one of"),
        ({"comparator": "≈"}, "is not one of"),
        ({"low": Decimal(2000)}, "is after or above value"),
        ({"period_end": None}, "give the as-of date"),
        ({"measure_id": "unheard_of"}, "does not stand in measures"),
        ({"producer_id": "nobody"}, "does not stand in producers"),
        ({"event": "no_such_event"}, "does not stand in events"),
    ],
)
def test_one_row_at_fault_stops_them_all(tmp_path, change, said):
    put(tmp_path, FIGURE)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    good, bad = replace(FIGURE, place_code="UGA"), replace(FIGURE, place_code="RWA", **change)
    with pytest.raises(RefusedPullError) as caught:
        put(tmp_path, good, bad)
    assert said in str(caught.value)
    assert "crossfoot-pull-" not in str(caught.value)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_running_count_that_would_fall_is_refused(tmp_path):
    count = replace(FIGURE, measure_id="political_violence_events", unit="event", producer_id="acled")
    count = replace(count, period_start=date(2024, 1, 1))
    put(tmp_path, replace(count, period_end=date(2024, 1, 31), value=Decimal(50)))
    with pytest.raises(RefusedPullError, match="a running count does not fall"):
        put(tmp_path, replace(count, period_end=date(2024, 2, 29), value=Decimal(40)))
    # Pulled whole, the revised series replaces the old one.
    whole = [
        replace(count, period_end=day, value=Decimal(n))
        for day, n in ((date(2024, 1, 31), 38), (date(2024, 2, 29), 40))
    ]
    assert len(put(tmp_path, *whole).superseded) == 1


def test_a_table_with_faults_is_to_be_mended_first(tmp_path):
    put(tmp_path, FIGURE)
    file = tmp_path / "observations.csv"
    file.write_text(file.read_text().replace("2024-12-31,,1200", "2024-13-31,,1200"))
    with pytest.raises(BadReferenceTable, match="2024-13-31"):
        open_table(str(tmp_path))


def test_no_folder_of_csv(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(PullUsageError, match="is not a folder"):
        open_table(str(tmp_path / "file"))
    (tmp_path / "observations.xlsx").write_bytes(b"PK")
    with pytest.raises(PullUsageError, match=r"observations\.xlsx; a pull writes CSV"):
        open_table(str(tmp_path))


def test_a_table_changed_meanwhile_is_left_alone(tmp_path):
    put(tmp_path, FIGURE)
    table = open_table(str(tmp_path))
    result = merged(table, [replace(FIGURE, place_code="UGA")], TODAY, "the-provider")
    file = tmp_path / "observations.csv"
    file.write_text(file.read_text() + "\n")
    before = file.read_bytes()
    with pytest.raises(RefusedPullError, match="was changed while the pull ran"):
        write(table, result.files)
    assert file.read_bytes() == before


def test_a_write_that_fails_leaves_the_old_table(tmp_path, monkeypatch):
    put(tmp_path, FIGURE)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    table = open_table(str(tmp_path))
    result = merged(table, [replace(FIGURE, place_code="UGA")], TODAY, "the-provider")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sources.keeping.folder.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(table, result.files)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_observations_are_put_in_place_last(tmp_path, monkeypatch):
    """Measures and producers with rows more are a good table by themselves; observations without them are none."""
    put(tmp_path, replace(FIGURE, measure_id="idps_total", producer_id="ocha"))
    table = open_table(str(tmp_path))
    result = merged(table, [FIGURE], TODAY, "the-provider")
    assert set(result.files) == {"measures", "producers", "observations"}
    really = os.replace

    def broken(source, target):
        if Path(target).name == "observations.csv":
            raise OSError(5, "Input/output error")
        really(source, target)

    before = (tmp_path / "observations.csv").read_bytes()
    monkeypatch.setattr("sources.keeping.folder.os.replace", broken)
    with pytest.raises(OSError, match="Input/output"):
        write(table, result.files)
    assert (tmp_path / "observations.csv").read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"measures.csv", "observations.csv", "producers.csv"}
    assert check_table(str(tmp_path)) == []


HAND_MADE = (
    "observation_id,measure_id,value,comparator,unit,producer_id,published_by,title,as_printed,grade,period_end,place,mine\r\n"
    'a-1,idps_total,5,=,person,ocha,OCHA,"Update, No. 1","five",primary,2024-01-31,World,"my ""own"" words"\r\n'
    "\r\n"
    'a-2,idps_total,6,=,person,ocha,OCHA,"Two\nlines",six,primary,2024-02-29,World,\r\n'
)


def test_lines_of_others_keep_their_bytes(tmp_path):
    file = tmp_path / "observations.csv"
    header = HAND_MADE.split("\r\n")[0]
    more = "place_code,url,published_on,accessed_on,licence,superseded_by,note,low,high,period_start,event"
    padded = HAND_MADE.replace(header, f"{header},{more},period_end_text").replace('words"\r', f'words"{"," * 12}\r')
    padded = padded.replace("World,\r", f"World,{',' * 12}\r")
    file.write_bytes(padded.encode())
    assert check_table(str(tmp_path)) == []
    put(tmp_path, FIGURE)
    after = file.read_bytes()
    assert after.startswith(padded.encode())
    assert after.endswith(b"\r\n")
    assert after.count(b"\r\n") == padded.count("\r\n") + 1


def test_a_table_without_some_columns_gets_them(tmp_path):
    file = tmp_path / "observations.csv"
    file.write_bytes(HAND_MADE.encode())
    put(tmp_path, FIGURE)
    first, second, third = (row for row in rows(tmp_path) if row["observation_id"])
    assert (first["mine"], first["title"], second["title"]) == ('my "own" words', "Update, No. 1", "Two\nlines")
    assert (first["licence"], third["accessed_on"], third["mine"]) == ("", "2026-03-02", "")
    assert check_table(str(tmp_path)) == []


cells = st.text(alphabet=st.sampled_from('ab ,"\n;é'), max_size=6).map(str.strip)


@given(st.lists(st.tuples(cells.filter(bool), cells, cells), max_size=6), st.lists(st.tuples(cells, cells), max_size=3))
def test_a_file_taken_apart_and_changed_reads_as_it_should(standing, added):
    header = ("first", "second", "third")
    whole = with_changes(new_text(header), {}, [dict(zip(header, row, strict=True)) for row in standing])
    table = read_text(whole)
    assert [tuple(row.values()) for row in table.rows] == [tuple(row) for row in standing]
    changed = {0: {"third": "changed"}} if standing else {}
    new = [{"first": "new", "second": second, "more": more} for second, more in added]
    again = read_text(with_changes(table, changed, new))
    expected = [dict(zip(header, row, strict=True)) for row in standing]
    if expected:
        expected[0]["third"] = "changed"
    found = [{name: row.get(name, "") for name in (*header, "more")} for row in again.rows]
    assert found == [{**dict.fromkeys((*header, "more"), ""), **row} for row in [*expected, *new]]


def test_countries_by_code_name_and_alias(tmp_path):
    places = places_of(open_table(str(tmp_path / "none")))
    assert country_codes(["KEN", "kenya", "Burma", "mmr", "DR Congo"], places) == ("KEN", "MMR", "COD")
    for name in ("Atlantis", "Sagaing Region", "", "KE"):
        with pytest.raises(PullUsageError, match="is no country"):
            country_codes([name], places)


class TestVocabulary:
    """The rows that come with the providers are good rows of a table."""

    def test_every_series_fills_a_measure_that_comes_with_it(self):
        measures = {row["measure_id"]: row for row in rows_of("measures")}
        for row in rows_of("series"):
            assert row["unit"] == measures[row["measure_id"]]["unit"]

    def test_they_stand_in_a_table_without_a_fault(self, tmp_path):
        for name in ("measures", "producers"):
            file = tmp_path / f"{name}.csv"
            columns = list(rows_of(name)[0])
            rows = [dict(row) for row in rows_of(name)]
            known = {row[columns[0]] for row in rows}
            for row in rows:
                others = row.get("easily_confused_with", "").split("|")
                row.update({"easily_confused_with": "|".join(each for each in others if each in known)})
            text = with_changes(new_text(columns), {}, [{key: row[key] for key in columns} for row in rows])
            file.write_bytes(text)
        put(tmp_path, *[replace(FIGURE, measure_id=row["measure_id"], unit=row["unit"]) for row in rows_of("measures")])
        assert check_table(str(tmp_path)) == []

    def test_what_the_packaged_table_has_too_is_the_same_thing(self):
        packaged = {each.measure_id: each for each in load_table().measures}
        for row in rows_of("measures"):
            if (own := packaged.get(row["measure_id"])) is not None:
                assert (own.kind, own.unit, own.label) == (row["kind"], row["unit"], row["label"])

    def test_every_confusable_is_known_somewhere(self):
        known = {each.measure_id for each in load_table().measures} | {row["measure_id"] for row in rows_of("measures")}
        for row in rows_of("measures"):
            named = [each for each in (*row["easily_confused_with"].split("|"), row["parent"]) if each]
            assert set(named) <= known

    def test_every_provider_has_series(self):
        for name in ("hdx-hapi", "acled", "unhcr", "idmc", "world-bank", "ucdp"):
            assert series_of(name)
