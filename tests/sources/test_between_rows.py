"""What rows must be together: counts that do not fall, corrections that correct, no witness for oneself."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from sources.table.declaration import Fault
from sources.table.load import check_table

Check = Callable[..., list[Fault]]
ROW = {
    "measure_id": "floods", "place": "Chile", "value": "10", "comparator": "=", "unit": "flood",
    "producer_id": "river_watch", "published_by": "River Watch", "title": "Bulletin", "as_printed": "10 floods",
    "grade": "primary",
}  # fmt: skip
MEASURES = [
    {
        "measure_id": "floods",
        "label": "Floods",
        "kind": "cumulative",
        "unit": "flood",
        "definition": "Floods since a day.",
    },
    {"measure_id": "shelters", "label": "Shelters", "kind": "stock", "unit": "shelter", "definition": "Open on a day."},
    {"measure_id": "signers", "label": "Signers", "kind": "total", "unit": "body", "definition": "Who signed."},
]
PRODUCERS = [
    {"producer_id": "river_watch", "name": "River Watch", "lag_days": "3", "kind": ""},
    {"producer_id": "organisers", "name": "The organisers", "lag_days": "0", "kind": "letter_organisers"},
]
EVENTS = [
    {"event_id": "our_letter", "name": "Open letter on the lower river", "surface_forms": "Letter on the river",
     "start": "2024-05-01", "source": "https://example.org/letters/river", "own_letter": "true"},
    {"event_id": "their_letter", "name": "Letter of the upper towns", "start": "2023-05-01", "own_letter": "false"},
    {"event_id": "storm", "name": "The storm", "start": "2024-02-01", "own_letter": ""},
]  # fmt: skip


def write(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    header = list(dict.fromkeys(column for row in rows for column in row))
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, header, restval="")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Faults of a table whose rows differ from `ROW` as told; each has its place in the list as id, r1, r2 …"""

    def faults(*changes: dict[str, str]) -> list[Fault]:
        units = {measure["measure_id"]: measure["unit"] for measure in MEASURES}
        rows = [{"observation_id": f"r{number}", **ROW, **cells} for number, cells in enumerate(changes, start=1)]
        rows = [{**row, "unit": units[row["measure_id"]]} if row["unit"] == "flood" else row for row in rows]
        for name, content in (
            ("observations", rows),
            ("measures", MEASURES),
            ("producers", PRODUCERS),
            ("events", EVENTS),
        ):
            write(tmp_path, name, content)
        return check_table(str(tmp_path))

    return faults


def on(day: str, value: str, **cells: str) -> dict[str, str]:
    return {"period_end" if len(day) == 10 else "period_end_text": day, "value": value, **cells}


STANDING = [
    (on("2024-01-01", "10"), on("2024-02-01", "10")),
    (on("2024-02-01", "12"), on("2024-01-01", "10")),  # the order of the lines says nothing
    (on("2024-01-01", "10"), on("2024-01-01", "9")),  # one day: two texts, not a fall
    (on("2024-01-01", "10"), on("2024-02-01", "9", place="Peru")),
    (on("2024-01-01", "10"), on("2024-02-01", "9", producer_id="organisers", event="their_letter")),
    (on("2024-01-01", "10"), on("2024-02-01", "9", measure_id="shelters")),
    (on("2024-01-01", "10"), on("2024-02-01", "9", event="storm")),
    (on("2024-01-01", "10"), on("2024-02-01", "9", period_start="2024-01-15")),
    (on("2024-01-01", "10", comparator="~"), on("2024-02-01", "9")),  # an estimate may be corrected downwards
    (on("2024-01-01", "10"), on("2024-02-01", "9", comparator=">=")),
    (on("2024-01-01", "10", low="8", high="12"), on("2024-02-01", "9")),  # within the bounds printed beside it
    (on("2024-01-01", "10"), on("2024-02-01", "9", low="8", high="11")),
    (on("2024-01-20", "10"), on("2024-01", "9")),  # "in January" may be before the 20th
    (on("2024-01", "10"), on("2024-01-31", "9")),
    (on("2024-01-01", "10", superseded_by="r2"), on("2024-02-01", "9")),
]  # fmt: skip


@pytest.mark.parametrize("rows", STANDING)
def test_figures_that_may_stand_together(check: Check, rows: tuple[dict[str, str], ...]) -> None:
    assert check(*rows) == []


FALLING = [
    ((on("2024-01-01", "10"), on("2024-02-01", "9")), 3, "10 of 2024-01-01 (line 2)"),
    ((on("2024-02-01", "9"), on("2024-01-01", "10")), 2, "10 of 2024-01-01 (line 3)"),
    ((on("2024-01", "10"), on("2024-02", "9")), 3, "10 of 2024-01 (line 2)"),
    ((on("2024-01", "10"), on("2024-02-01", "9")), 3, "10 of 2024-01 (line 2)"),
    ((on("2024-01-01", "10", low="10", high="12"), on("2024-02-01", "8", low="7", high="9")), 3, "10 of 2024-01-01"),
    ((on("2024-01-01", "5"), on("2024-01-02", "9"), on("2024-02-01", "8"), on("2024-03-01", "8.5")), 4, "9 of 2024"),
    ((on("2024-01-01", "10000000000000000000001"), on("2024-02-01", "10000000000000000000000")), 3, "…"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "line", "what"), FALLING)
def test_a_running_count_that_falls(check: Check, rows: tuple[dict[str, str], ...], line: int, what: str) -> None:
    found = check(*rows)
    assert (found[0].line, found[0].column) == (line, "value")
    assert what == "…" or what in found[0].what
    assert "superseded_by" in found[0].what


CORRECTIONS = [
    ((on("2024-01-01", "10", superseded_by="r1"),), "leads back to this row"),
    ((on("2024-01-01", "10", superseded_by="r2"), on("2024-01-01", "9", superseded_by="r1")), "leads back to this row"),
    ((on("2024-02-01", "10", superseded_by="r2"), on("2024-01-01", "9")), "came out on 2024-01-04, before this row"),
    ((on("2024-01-01", "10", published_on="2024-01-09", superseded_by="r2"), on("2024-01-01", "9")), "came out on"),
    ((on("2024-01-01", "10", superseded_by="r2"), on("2024-02-01", "9", measure_id="shelters")), "another measure_id"),
    ((on("2024-01-01", "10", superseded_by="r2"), on("2024-02-01", "9", event="storm")), "another event (storm)"),
    ((on("2024-01-01", "10", superseded_by="r9"),), "does not stand in observations"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "what"), CORRECTIONS)
def test_what_corrects_nothing(check: Check, rows: tuple[dict[str, str], ...], what: str) -> None:
    found = check(*rows)
    assert {fault.column for fault in found} == {"superseded_by"}
    assert what in found[0].what


def test_an_edition_of_the_same_day_may_correct(check: Check) -> None:
    assert check(on("2024-01-01", "10", superseded_by="r2"), on("2024-01-01", "9")) == []


SIGNED = {"measure_id": "signers", "unit": "body", "producer_id": "organisers"}
NO_WITNESS = [
    ({"event": "our_letter"}, "event", "own_letter"),
    ({"event": "our_letter", "producer_id": "river_watch"}, "event", "own_letter"),
    ({"event": ""}, "event", "counts its own letters"),
    ({"event": "their_letter", "url": "http://www.example.org/letters/river/?utm_source=x"}, "url", "our_letter"),
    ({"event": "their_letter", "title": "Open letter – on the Lower River!"}, "title", "our_letter"),
    ({"event": "their_letter", "title": "Letter on the river"}, "title", "our_letter"),
]


@pytest.mark.parametrize(("cells", "column", "what"), NO_WITNESS)
def test_a_letter_is_no_witness_for_itself(check: Check, cells: dict[str, str], column: str, what: str) -> None:
    (fault,) = check({**on("2024-05-01", "40"), **SIGNED, **cells})
    assert (fault.line, fault.column) == (2, column)
    assert what in fault.what


WITNESSES = [
    {"event": "their_letter"},
    {"event": "their_letter", "title": "Letter on the river bank"},
    {"event": "storm", "producer_id": "river_watch", "url": "https://example.org/letters/river"},  # counts by others
]


@pytest.mark.parametrize("cells", WITNESSES)
def test_other_letters_are_witnesses(check: Check, cells: dict[str, str]) -> None:
    assert check({**on("2024-05-01", "40"), **SIGNED, **cells}) == []


def test_a_figure_in_another_unit_is_another_measure(check: Check) -> None:
    (fault,) = check(on("2024-01-01", "10", unit="household"))
    assert (fault.line, fault.column, fault.value) == (2, "unit", "household")
    assert "is not the unit of floods (flood)" in fault.what


PLACES = [
    ({}, None, None),
    ({"place": "Atlantis"}, "place", "is no place of places.csv nor of ISO 3166"),
    ({"place": "Chille"}, "place", "did you mean Chile"),
    ({"place": "Chile", "place_code": "CHL"}, None, None),
    ({"place": "Republic of Chile", "place_code": "CHL"}, None, None),
    ({"place": "CHL"}, None, None),
    ({"place": "", "place_code": "CHL"}, None, None),
    ({"place": "World"}, None, None),
    ({"place": "Chile", "place_code": "PER"}, "place", "is no name of PER (Peru)"),
    ({"place": "Atlantis", "place_code": "PER"}, "place", "is no name of PER (Peru)"),
    ({"place": "Chile", "place_code": "ATL"}, "place_code", "is the code of no place"),
    ({"place": "", "place_code": "chl"}, "place_code", "is the code of no place"),
    ({"place": ""}, "place", "is empty; name the place"),
    ({"place": "", "event": "storm"}, None, None),  # wherever the storm was
    ({"place": "", "note": "the whole basin, over five countries"}, None, None),
    ({"place": "", "measure_id": "signers", "event": "their_letter"}, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "column", "what"), PLACES)
def test_a_figure_is_of_a_place_that_is_known(
    check: Check, cells: dict[str, str], column: str | None, what: str | None
) -> None:
    found = check(on("2024-01-01", "10", **cells))
    assert [(fault.column, fault.line) for fault in found] == ([(column, 2)] if column else [])
    assert all(str(what) in fault.what for fault in found)


FLOORS = [
    (on("2024-01-01", "500", comparator=">="), on("2024-02-01", "480"), True),
    (on("2024-01-01", "500", comparator=">"), on("2024-02-01", "480", comparator="~"), False),
    (on("2024-01-01", "500", comparator=">"), on("2024-02-01", "480", comparator="<"), True),
    (on("2024-01-01", "500"), on("2024-02-01", "480", comparator="<="), True),
    (on("2024-01-01", "500", comparator=">="), on("2024-02-01", "480", comparator=">="), True),
    (on("2024-01-01", "500", comparator=">="), on("2024-02-01", "480", comparator=">=", note="by names only"), False),
    (on("2024-01-01", "500", comparator=">="), on("2024-02-01", "500", comparator=">="), False),
    (on("2024-01-01", "500"), on("2024-02-01", "480", comparator=">="), False),  # may be 600
    (on("2024-01-01", "500", comparator="~"), on("2024-02-01", "495"), False),  # within what "about" admits
    (on("2024-01-01", "500", comparator="<="), on("2024-02-01", "480"), False),
    (on("2024-01-01", "500", comparator=">="), on("2024-02-01", "480", measure_id="shelters"), False),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later", "falls"), FLOORS)
def test_hedged_counts_fall_too(check: Check, earlier: dict[str, str], later: dict[str, str], falls: bool) -> None:
    found = check(earlier, later)
    assert [fault.line for fault in found] == ([3] if falls else [])
    assert all("a running count does not fall" in fault.what for fault in found)


EARLY = [
    ({"published_on": "2024-06-14"}, True),
    ({"published_on": "2024-06-14", "note": "counts its own day and the next"}, False),
    ({"published_on": "2023-01-01", "note": "a projection"}, False),
    ({"published_on": "2024-06-15"}, False),
]


@pytest.mark.parametrize(("cells", "refused"), EARLY)
def test_a_figure_that_came_out_before_its_day_says_why(check: Check, cells: dict[str, str], refused: bool) -> None:
    assert bool(check(on("2024-06-15", "10", period_start="2024-06-01", **cells))) is refused


def test_both_rounds_of_faults_are_told_at_once(check: Check) -> None:
    found = check(
        on("2024-01-32", "10"),  # a cell
        on("2024-01-01", "20"),
        on("2024-02-01", "12"),  # falls
        on("2024-03-01", "x"),  # a cell
        on("2024-03-01", "30", place="Atlantis"),
        on("2024-04-01", "40", superseded_by="r4"),  # corrected by a row that is at fault itself
    )
    assert [(fault.line, fault.column) for fault in found] == [
        (2, "period_end"), (5, "value"), (4, "value"), (6, "place"),
    ]  # fmt: skip


def test_what_leads_back_to_itself_is_refused(check: Check, tmp_path: Path) -> None:
    check(on("2024-01-01", "10", cites="r2"), on("2024-02-01", "12", cites="r1"))
    ring = [{**MEASURES[0], "parent": "shelters"}, {**MEASURES[1], "parent": "floods"}, MEASURES[2]]
    places = [
        {"place_id": "CHL-X", "name": "Upper", "kind": "region", "parent": "CHL-Y"},
        {"place_id": "CHL-Y", "name": "Lower", "kind": "region", "parent": "CHL-X"},
        {"place_id": "CHL-Z", "name": "Inner", "kind": "village", "parent": "CHL-X"},  # leads into the ring only
    ]
    write(tmp_path, "measures", ring)
    write(tmp_path, "places", places)
    found = [
        (Path(fault.file).stem, fault.line, fault.column)
        for fault in check_table(str(tmp_path))
        if "leads back to this row" in fault.what
    ]
    assert found == [
        ("measures", 2, "parent"), ("measures", 3, "parent"), ("observations", 2, "cites"),
        ("observations", 3, "cites"), ("places", 2, "parent"), ("places", 3, "parent"),
    ]  # fmt: skip


def test_zero_bytes_are_refused(check: Check, tmp_path: Path) -> None:
    check(on("2024-01-01", "10"), on("2024-02-01", "12"), on("2024-03-01", "13"))
    file = tmp_path / "observations.csv"
    file.write_bytes(file.read_bytes().replace(b"Bulletin", b"Bull\x00etin", 2))
    found = check_table(str(tmp_path))
    assert [(fault.line, fault.column) for fault in found] == [(2, "title"), (3, "title")]
    assert "U+0000" in found[0].what
    file.write_bytes(file.read_bytes().replace(b"title", b"ti\x00tle", 1))
    assert [(fault.line, fault.column) for fault in check_table(str(tmp_path))] == [(1, "")]  # nothing of its rows


def test_a_broken_table_hides_no_fault_of_the_others(check: Check, tmp_path: Path) -> None:
    check(on("2024-01-32", "10"))
    (tmp_path / "measures.csv").write_bytes(b"\xff\xfe\x00m")
    found = [(Path(fault.file).stem, fault.column) for fault in check_table(str(tmp_path))]
    assert found == [("measures", ""), ("observations", "period_end")]
