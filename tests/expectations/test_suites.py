"""The suites: one expectation a declared check, the library's traps fenced, the same faults as the pure check finds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pandas as pd
import pytest

from expectations.gates.checks import OBSERVATIONS, TABLES, checks_of, declaration_of
from expectations.results import Check, Kind
from expectations.suites.build import INFORMATIONAL, expectation_of, suite_of
from expectations.suites.library import gx, gxe
from expectations.suites.run import run_suites
from expectations.suites.totals import reconcile
from reports.exports.tables.table_frames import frames
from sources.table.declaration import Column, Declaration, Order
from sources.table.declared_faults import faults

ROOT = Path(__file__).parents[2]
EVERYTHING = Declaration(
    table="things",
    columns=(
        Column(name="thing_id", type="text", description="", unique=True, pattern="[a-z]+-[0-9]+"),
        Column(name="start", type="integer", description="", minimum=0),
        Column(name="end", type="integer", description="", required=False, maximum=100),
        Column(name="share", type="number", description="", required=False, minimum=0.5, maximum=1),
        Column(name="day", type="date", description="", required=False),
        Column(name="day_after", type="date", description="", required=False),
        Column(name="kind", type="text", description="", values=("stock", "flow")),
        Column(name="cautions", type="text", description="", required=False, values=("a", "b c"), separator="|"),
        Column(name="marks", type="text", description="", required=False, pattern="[ivx]+", separator="|"),
        Column(name="owner", type="text", description="", required=False, refers_to="owners"),
        Column(name="kin", type="text", description="", required=False, refers_to="things", separator="|"),
        Column(name="words", type="text", description="", required=False, max_words=3),
        Column(name="sound", type="boolean", description="", values=("True",)),
    ),
    orders=(Order(lower="start", upper="end"), Order(lower="day", upper="day_after")),
    key=("thing_id", "start"),
    min_rows=2,
)
KNOWN = {"owners": {"ann", "bo"}, "things": {"t-1", "t-2"}}
SOUND: list[dict[str, Any]] = [
    {
        "thing_id": "t-1", "start": 0, "end": 7, "share": 0.5, "day": date(2024, 2, 29), "day_after": date(2024, 3, 1),
        "kind": "stock", "cautions": "a|b c", "marks": "i|iv", "owner": "ann", "kin": "t-1|t-2",
        "words": "one two three", "sound": True,
    },
    {
        "thing_id": "t-2", "start": 4, "end": None, "share": None, "day": None, "day_after": None, "kind": "flow",
        "cautions": None, "marks": None, "owner": None, "kin": None, "words": None, "sound": True,
    },
]  # fmt: skip
SPOILT = [
    ("thing_id", None),
    ("thing_id", "T-1"),
    ("thing_id", "!t-1"),
    ("thing_id", "t-1 "),
    ("thing_id", "t-1\n"),
    ("thing_id", "t-2"),
    ("start", None),
    ("start", -1),
    ("start", 8),
    ("end", 101),
    ("share", 0.49),
    ("share", 1.01),
    ("day", date(2024, 3, 2)),
    ("kind", "Stock"),
    ("kind", "stock|flow"),
    ("kind", None),
    ("cautions", "a|c"),
    ("cautions", "b"),
    ("marks", "i|4"),
    ("marks", "i|iv\n\nx4"),
    ("owner", "cy"),
    ("owner", "ann|bo"),
    ("kin", "t-1|t-9"),
    ("words", "one two three four"),
    ("sound", False),
]


def frame_of(rows: list[dict[str, Any]], declaration: Declaration) -> pd.DataFrame:
    from reports.exports.tables.table_frames import _frame

    return _frame(declaration, rows)


def outcome(
    rows: list[dict[str, Any]], declaration: Declaration = EVERYTHING
) -> tuple[dict[str, bool], dict[str, Any]]:
    """Success by check id, and the library's whole result."""
    checks, left_out = checks_of(declaration, KNOWN)
    assert left_out == ()
    frame = frame_of(rows, declaration)
    raw = run_suites({"things": frame}, {"things": checks}, KNOWN)["things"]
    return {one["expectation_config"]["meta"]["check"]: one["success"] for one in raw["results"]}, raw


def test_sound_rows_pass_both_ways() -> None:
    by_check, raw = outcome(SOUND)
    assert [name for name, success in by_check.items() if not success] == []
    assert len(raw["results"]) == len(checks_of(EVERYTHING, KNOWN)[0])
    assert faults(SOUND, EVERYTHING, known=KNOWN) == []


@pytest.mark.parametrize(("column", "value"), SPOILT)
def test_the_suite_and_the_pure_check_find_the_same_fault(column: str, value: object) -> None:
    rows = [{**SOUND[0], column: value}, SOUND[1]]
    by_check, _ = outcome(rows)
    failed = [name for name, success in by_check.items() if not success]
    assert failed, "the suite let it pass"
    assert all(column in name or "table" in name for name in failed if column != "thing_id")
    assert faults(rows, EVERYTHING, known=KNOWN), "the pure check let it pass"


def test_too_few_rows_fail_both_ways() -> None:
    by_check, _ = outcome(SOUND[:1])
    assert [name for name, success in by_check.items() if not success] == ["things.table.rows"]
    assert faults(SOUND[:1], EVERYTHING, known=KNOWN)


def test_a_repeated_key_of_two_columns_fails() -> None:
    declaration = Declaration(table="things", columns=EVERYTHING.columns[1:3], key=("start", "end"))
    by_check, _ = outcome([{"start": 1, "end": 2}, {"start": 1, "end": 2}], declaration)
    assert [name for name, success in by_check.items() if not success] == ["things.start-end.key"]


@pytest.mark.parametrize("rows", [[], [{}, {}]])
def test_empty_tables_and_columns_that_are_all_empty_keep_their_types(rows: list[dict[str, Any]]) -> None:
    by_check, _ = outcome(rows)
    assert by_check["things.table.types"] is True
    assert by_check["things.table.rows"] is bool(rows)
    assert by_check["things.table.required"] is not bool(rows)


def test_another_type_fails_even_where_nothing_is_filled() -> None:
    frame = frame_of(SOUND, EVERYTHING).assign(words=pd.Series([None, None], dtype=object))
    checks, _ = checks_of(EVERYTHING, KNOWN)
    raw = run_suites({"things": frame}, {"things": checks}, KNOWN)["things"]
    failed = [one for one in raw["results"] if not one["success"]]
    assert [one["expectation_config"]["meta"]["check"] for one in failed] == ["things.table.types"]
    assert failed[0]["result"]["details"] == {"words": {"declared": "text", "found": "object"}}


def test_results_are_plain_json_with_the_positions_of_the_rows_at_fault() -> None:
    _, raw = outcome([{**SOUND[0], "kind": "x"}, SOUND[1]])
    assert json.loads(json.dumps(raw)) == raw
    failed = next(one for one in raw["results"] if one["expectation_config"]["meta"]["check"] == "things.kind.values")
    assert failed["result"]["partial_unexpected_index_list"] == [0]


def test_there_is_a_way_to_run_every_kind_of_check() -> None:
    checks = {check.kind: check for check in checks_of(EVERYTHING, KNOWN)[0]}
    checks |= {check.kind: check for some in INFORMATIONAL.values() for check in some}
    assert set(checks) == set(get_args(Kind))
    assert all(expectation_of(check).meta == {"check": check.check_id} for check in checks.values())


@pytest.mark.parametrize("table", [*TABLES, OBSERVATIONS])
def test_every_declared_column_is_looked_at_by_the_suite_of_its_table(table: str) -> None:
    known = {"measures": (), "events": (), "producers": (), "places": (), **dict.fromkeys([*TABLES, OBSERVATIONS], ())}
    checks, left_out = checks_of(declaration_of(table), known)
    suite = suite_of(table, checks)
    assert left_out == ()
    assert len(suite.expectations) == len(checks) == len({check.check_id for check in checks})
    named = {name for check in checks if check.kind == "columns" for name in check.params["names"]}
    assert named == {column.name for column in declaration_of(table).columns}


def test_a_table_that_is_not_at_hand_leaves_its_references_out_and_says_so() -> None:
    checks, left_out = checks_of(EVERYTHING, {"things"})
    assert left_out == ("owner was not looked up in owners, for that table is not at hand",)
    assert "things.owner.reference" not in {check.check_id for check in checks}


def test_the_library_drops_an_expectation_it_does_not_know_and_calls_the_rest_a_success() -> None:
    """Why the number evaluated is held against the number declared, and why no suite is ever loaded from a file."""
    gx.get_context(mode="ephemeral")
    stored = suite_of("things", checks_of(EVERYTHING, KNOWN)[0]).to_json_dict()
    stored["expectations"][0]["type"] = "expect_something_nobody_imported"
    loaded = gx.ExpectationSuite(name="things", expectations=stored["expectations"])
    assert len(loaded.expectations) == len(stored["expectations"]) - 1


def test_regexes_of_the_library_are_searches_so_ours_are_anchored() -> None:
    regexes = [check.params["regex"] for check in checks_of(EVERYTHING, KNOWN)[0] if check.kind in ("pattern", "words")]
    assert regexes
    assert all(regex.startswith(r"\A") and regex.endswith(r"\Z") for regex in regexes)
    loose = gxe.ExpectColumnValuesToMatchRegex(column="thing_id", regex="[a-z]+-[0-9]+$")
    context = gx.get_context(mode="ephemeral")
    asset = context.data_sources.add_pandas("loose").add_dataframe_asset("loose")
    frame = frame_of([{**SOUND[0], "thing_id": "!t-1\n"}, SOUND[1]], EVERYTHING)
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch(batch_parameters={"dataframe": frame})
    assert batch.validate(loose).success is True


@pytest.mark.parametrize(
    ("pattern", "uncaptured"),
    [
        ("[0-9]{4}-(0[1-9]|1[0-2])", "[0-9]{4}-(?:0[1-9]|1[0-2])"),
        ("(?:a|b)", "(?:a|b)"),
        (r"\((a)\)", r"\((?:a)\)"),
        ("[(](a)[]()]", "[(](?:a)[]()]"),
    ],
)
def test_groups_of_a_pattern_are_not_captured(pattern: str, uncaptured: str) -> None:
    table = Declaration(table="t", columns=(Column(name="a", type="text", description="", pattern=pattern),))
    (regex,) = [check.params["regex"] for check in checks_of(table, ())[0] if check.kind == "pattern"]
    assert regex == rf"\A(?:{uncaptured})\Z"


def test_threads_that_gate_at_once_do_not_get_each_others_verdicts() -> None:
    wanted = [at % 3 != 0 for at in range(9)]
    rows = [SOUND if good else [{**SOUND[0], "kind": "x"}, SOUND[1]] for good in wanted]
    with ThreadPoolExecutor(max_workers=4) as pool:
        found = list(pool.map(lambda one: all(outcome(one)[0].values()), rows))
    assert found == wanted


@pytest.mark.parametrize(
    ("stated", "comparator", "stated_listed", "listed", "undisclosed", "status", "text"),
    [
        (9, "=", None, 7, 2, "holds", "9 stated = 7 listed + 2 undisclosed"),
        (9, "=", 7, None, 2, "holds", "9 stated = 7 listed + 2 undisclosed; the list is not in the text, the listed"
         " number is the letter's own"),
        (9, "=", None, 9, None, "holds", "9 stated = 9 listed"),
        (9, "=", None, 7, 3, "differs", "9 stated ≠ 7 listed + 3 undisclosed = 10"),
        (9, "=", 8, 7, 1, "differs", "9 stated ≠ 7 listed + 1 undisclosed = 8"),
        (9, "=", None, 0, 0, "differs", "9 stated ≠ 0 listed + 0 undisclosed = 0"),
        (None, None, None, 7, 2, "not_checkable", "no total is stated"),
        (9, "=", None, None, 2, "not_checkable", "9 stated; how many are listed is not known"),
        (9, "=", None, 7, None, "not_checkable", "9 stated, 7 listed; how many are undisclosed is not said"),
        (9, ">", None, 12, 0, "not_checkable", "9 stated as a bound (>), 12 listed"),
    ],
)  # fmt: skip
def test_totals_reconcile_where_the_letter_says_enough(
    stated: int | None, comparator: str | None, stated_listed: int | None, listed: int | None, undisclosed: int | None,
    status: str, text: str,
) -> None:  # fmt: skip
    row = {"letter_id": "a", "stated": stated, "stated_comparator": comparator, "stated_listed": stated_listed}
    line = reconcile({**row, "listed": listed, "undisclosed": undisclosed})
    assert line == {"subject": "a", "status": status, "text": text}


def test_the_expectation_on_totals_is_informational() -> None:
    (check,) = INFORMATIONAL["letters"]
    assert check.gates is False
    assert expectation_of(check).severity == "info"
    gating = Check(check_id="a", table="a", kind="rows", columns=(), says="", fails="", params={"minimum": 1})
    assert expectation_of(gating).severity == "critical"


def test_nothing_is_sent_and_nothing_is_written_to_the_home_folder(tmp_path: Path) -> None:
    script = """
import logging, socket, sys
logging.basicConfig(level=logging.DEBUG)
from pathlib import Path

def refuse(*args, **kwargs):
    print("REACHED OUT", args)
    raise OSError("no network here")

socket.socket.connect = refuse
socket.getaddrinfo = refuse
from reports.exports.tables.table_frames import frames
from expectations.gates.gate import gate
results = gate(frames({"letters": [], "claims": [], "observations": []}), Path(sys.argv[1]))
print([result.success for result in results])
import os
print(os.environ["GX_ANALYTICS_ENABLED"])
"""
    home, out = tmp_path / "home", tmp_path / "out"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT), "GX_ANALYTICS_ENABLED": "true"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(out)],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout.splitlines() == ["[False, True, True]", "false"]
    assert done.stderr == ""
    assert list(home.rglob("*")) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "out"]


def test_frames_of_the_run_give_one_suite_a_table(rows: dict[str, Any]) -> None:
    assert list(frames(rows)) == [*TABLES, OBSERVATIONS]


def test_rooms_that_check_uses_load_neither_great_expectations_nor_pandas() -> None:
    script = (
        "import sys, expectations.gates.gated_rows, expectations.gates.checks, expectations.gates.gate\n"
        "import expectations.gates.datadocs\n"
        "expectations.gates.checks.declaration_of('claims')\n"
        "print(sorted({'great_expectations', 'pandas', 'jinja2', 'prefect'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.strip() == "[]"
