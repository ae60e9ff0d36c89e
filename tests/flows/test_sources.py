"""`crossfoot sources`: checked, listed, copied, added to on a terminal and by options, and what it lacks."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from expectations.results import GateFault, GateResult
from flows.cli import main
from flows.reference import sources_check
from flows.reference.sources_add import add_arguments, run_add
from sources.table.load import load_table, read_checked

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GIVEN = (
    "--measure", "people_killed", "--value", "8000", "--place", "Burma", "--start", "2021-02-01", "--end", "2026-04-30",
    "--producer", "aapp", "--title", "Daily briefing", "--published-on", "2026-05-01", "--as-printed",
    "8,000 people killed", "--grade", "primary",
)  # fmt: skip


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(["sources", *arguments])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    where = str(tmp_path / "own")
    assert call(capsys, "export", where)[0] == 0
    return where


# check


def test_a_good_table_passes_its_suite(capsys: pytest.CaptureFixture[str], folder: str, tmp_path: Path) -> None:
    code, out, _ = call(capsys, "check", "--references", folder, "--data-docs", str(tmp_path / "docs"))
    assert code == 0
    assert re.search(r"1,956 observations, \d{2} checks of the suite, none at fault", out)
    assert (tmp_path / "docs" / "data-docs" / "index.html").is_file()


def test_every_fault_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    file = Path(folder) / "observations.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if "2021-02-01" in line)
    lines[at] = lines[at].replace("2021-02-01", "2021-02-31", 1)
    lines[at + 2] = lines[at + 2].replace(",person,", ",,", 1)
    file.write_text("".join(lines), encoding="utf-8")
    code, out, err = call(capsys, "check", "--references", folder)
    assert code == 1
    first, second = out.splitlines()
    assert first.startswith(f"{file}, line {at + 1}, column period_start: '2021-02-31' is not a date; write a day")
    assert second == f"{file}, line {at + 3}, column unit: '' is empty; fill it in"
    assert "2 at fault; nothing of it is used" in err


def test_what_only_the_suite_finds_is_told_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = load_table()
    rows = (dataclasses.replace(table.observations[2], grade="fine"), *table.observations[3:])
    spoilt = dataclasses.replace(table, observations=rows)
    monkeypatch.setattr(sources_check, "load_table", lambda where: spoilt)
    code, out, _ = call(capsys, "check")
    assert code == 1
    raw = read_checked().tables["observations"]
    line = raw.lines[2]
    assert out.startswith(f"{raw.origin(2).file}, line {line}, column grade: 'fine' is none of")


def test_a_suite_that_fails_without_rows_is_no_pass() -> None:
    raw = read_checked().tables["observations"]
    whole = GateFault(table="observations", row="", column="", value="", what="was not checked in full")
    for faults in ((), (whole,)):
        result = GateResult(table="observations", success=False, rows=251, checks=(), faults=faults)
        (fault,) = sources_check._faults(result, raw)
        assert (fault.line, fault.file) == (0, raw.file)


def test_a_database_is_shown_without_its_password(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "check", "--references", "nonsense://editor:secret@host/facts?key=secret")
    assert code == 1
    assert "secret" not in out + err
    assert "nonsense://editor:***@host/facts" in out


# list


def test_the_list_has_a_header_and_a_course_of_each_series(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "list", "--measure", "people_killed", "--producer", "AAPP", "--place", "Burma")
    header, *rows = out.split("\n\n")[0].splitlines()
    assert header.split()[:2] == ["measure", "figure"]
    start = header.index("producer")
    assert {row[start:].split()[0] for row in rows} == {"aapp"}
    (course,) = out.split("\n\n")[1].splitlines()
    assert re.search(r"since 2021-02-01  [▁▂▃▄▅▆▇█]{20,40}  \d+ \(\d{4}-\d\d-\d\d\) → [\d,]+ \(", course)


def test_as_of_is_what_was_known_on_that_day(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "list", "--measure", "children_killed", "--as-of", "2025-05-13")
    assert "(corrected)" not in out
    assert "known on 2025-05-13" in out
    assert "2025-05-14" not in out
    assert "(corrected)" in call(capsys, "list", "--measure", "children_killed")[1]


def test_a_place_holds_what_lies_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    def count(place: str) -> int:
        return int(call(capsys, "list", "--place", place)[1].splitlines()[-1].split()[0])

    assert count("Depayin") > 0
    assert count("Depayin") == count("Tabayin")
    assert count("MMR") > count("Sagaing") >= count("Depayin")
    assert count("Norway") == 0


@pytest.mark.parametrize(
    "asked", [("--measure", "unicorns"), ("--place", "Atlantis"), ("--producer", "nobody"), ("--as-of", "soon")]
)
def test_what_the_table_does_not_know_is_usage(capsys: pytest.CaptureFixture[str], asked: tuple[str, str]) -> None:
    code, _, err = call(capsys, "list", *asked)
    assert code == 2
    assert asked[0] in err
    assert asked[1] in err


# add


def test_a_row_by_options(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    code, out, err = call(capsys, "add", "--references", folder, *GIVEN)
    assert (code, err) == (0, "")
    assert "added aapp-people_killed-2026-04-30" in out
    assert load_table(folder).observations[-1].place == "Myanmar"


def test_options_that_are_missing_are_named(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    code, _, err = call(capsys, "add", "--references", folder, *GIVEN[:4])
    assert code == 2
    assert "missing: --end, --producer, --published-by, --title, --as-printed, --grade" in err


def test_options_at_fault_are_refused(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    before = (Path(folder) / "observations.csv").read_bytes()
    given = [each.replace("people_killed", "people_kiled").replace("2026-05-01", "1 May 2026") for each in GIVEN]
    code, _, err = call(capsys, "add", "--references", folder, *given)
    assert code == 1
    assert "column measure_id: 'people_kiled' does not stand in measures" in err
    assert "did you mean people_killed" in err
    assert "column published_on: '1 May 2026' is not a date" in err
    assert (Path(folder) / "observations.csv").read_bytes() == before


def test_the_packaged_table_is_not_added_to(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "add", *GIVEN)
    assert code == 2
    assert "sources export DIR" in err


ANSWERS = {
    "measure_id": ["people_kiled", "", "people_killed"], "value": ["8,000", "8000"], "comparator": [""], "unit": [""],
    "event": [""], "place": ["Burmah", "Burma"], "period_start": ["2021-02-01"],
    "period_end": ["30 April", "2026-04-30"], "producer_id": ["aapp"], "published_by": [""],
    "title": ["Daily briefing"], "url": [""],
    "published_on": ["2026-04-01", "2026-05-01"], "as_printed": ["8,000 people killed"], "grade": ["good", "primary"],
    "accessed_on": [""], "licence": [""], "note": [""], "Add": ["y"],
}  # fmt: skip


@pytest.fixture
def answering() -> Callable[[dict[str, list[str]]], Callable[[str], str]]:
    """Answers to questions by the column they begin with; each is given once, in turn."""

    def made(answers: dict[str, list[str]]) -> Callable[[str], str]:
        left = {key: iter(given) for key, given in answers.items()}

        def ask(question: str) -> str:
            key = re.split(r"[:\s]", question, maxsplit=1)[0]
            answer = next(left[key], None)
            if answer is None:
                raise EOFError
            return answer

        return ask

    return made


def add(folder: str, ask: Callable[[str], str], *given: str) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--references")
    add_arguments(parser)
    return run_add(parser.parse_args(["--references", folder, *given]), ask=ask, today=date(2026, 5, 4))


def test_wrong_answers_are_asked_again(
    capsys: pytest.CaptureFixture[str], folder: str, answering: Callable[..., Callable[[str], str]]
) -> None:
    # the day of publication is a good date and yet before the as-of date: that shows only in the whole row
    answers = {**ANSWERS, "period_end": ["30 April", "2026-04-30", "2026-04-30"]}
    answers["published_on"] = ["2026-04-01"]
    answers["period_end"] = ["30 April", "2026-04-30", "2026-03-31"]
    assert add(folder, answering(answers)) == 0
    out, err = capsys.readouterr()
    for told in ("did you mean people_killed", "this one is needed", "is not a number", "is no place of places.csv"):
        assert told in out
    assert "is after published_on" in err
    row = load_table(folder).observations[-1]
    assert (row.observation_id, row.unit, row.published_by) == ("aapp-people_killed-2026-03-31", "person", "AAPP")
    assert row.accessed_on == date(2026, 5, 4)


def test_what_options_give_is_not_asked(folder: str, answering: Callable[..., Callable[[str], str]]) -> None:
    rest = {
        key: ANSWERS[key]
        for key in ("comparator", "unit", "event", "published_by", "url", "accessed_on", "licence", "note")
    }
    assert add(folder, answering(rest), *GIVEN, "--yes") == 0


def test_a_range_asks_for_its_ends(folder: str, answering: Callable[..., Callable[[str], str]]) -> None:
    answers = {**ANSWERS, "comparator": ["range"], "low": ["7900"], "high": ["8100"]}
    answers |= {"published_on": ["2026-05-01"]}
    assert add(folder, answering(answers)) == 0
    row = load_table(folder).observations[-1]
    assert (int(row.interval.low or 0), int(row.interval.high or 0)) == (7900, 8100)


@pytest.mark.parametrize("word", ["", "n", "no", "x"])
def test_without_a_yes_nothing_is_written(
    folder: str, word: str, answering: Callable[..., Callable[[str], str]]
) -> None:
    before = (Path(folder) / "observations.csv").read_bytes()
    assert add(folder, answering({**ANSWERS, "published_on": ["2026-05-01"], "Add": [word]})) == 1
    assert (Path(folder) / "observations.csv").read_bytes() == before


def test_an_end_of_input_stops_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], folder: str, answering: Callable[..., Callable[[str], str]]
) -> None:
    from claims.errors import CrossfootError

    with pytest.raises(CrossfootError, match="stopped; nothing was written"):
        add(folder, answering({"measure_id": ["people_killed"], "value": []}))


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    main_end, other_end = os.openpty()
    yield main_end, other_end
    os.close(main_end)


def test_a_real_terminal_is_asked(folder: str, terminal: tuple[int, int]) -> None:
    main_end, other_end = terminal
    command = [sys.executable, "-m", "flows.cli", "sources", "add", "--references", folder, *GIVEN]
    process = subprocess.Popen(command, cwd=ROOT, stdin=other_end, stdout=other_end, stderr=other_end)
    os.close(other_end)
    os.write(main_end, b"\n" * 8 + b"y\n")
    shown = b""
    while True:
        try:
            piece = os.read(main_end, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    assert process.wait() == 0, shown.decode()
    assert b"Add this row? [y/N]" in shown
    assert load_table(folder).observations[-1].observation_id == "aapp-people_killed-2026-04-30"


# export, gaps


def test_a_copy_is_a_good_table_and_is_not_written_over(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    assert load_table(folder).observations == load_table().observations
    code, _, err = call(capsys, "export", folder)
    assert code == 2
    assert "observations.csv" in err


def test_gaps_of_the_seeds(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "gaps", str(SEEDS), "--format", "json")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert document["schema"] == "crossfoot-gaps/1"
    counts = [gap["count"] for gap in document["gaps"]]
    assert all(count == len(gap["claims"]) for count, gap in zip(counts, document["gaps"], strict=True))
    for letter in document["letters"]:
        text = Path(letter["path"]).read_text(encoding="utf-8")
        for entry in letter["bibliography"]:
            assert " ".join(text[entry["start"] : entry["end"]].split()).find(entry["text"]) >= 0


def test_gaps_as_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    body = "In Chad, 61 wells have been poisoned.[1] In Chad, 70 wells have been poisoned.\n\nYours,\nA\n"
    (tmp_path / "a.txt").write_text(f"Letter\n\n4 May 2021\n\n{body}\nNotes\n[1] Well Watch, List.\n", encoding="utf-8")
    code, out, _ = call(capsys, "gaps", str(tmp_path))
    assert code == 0
    assert out.startswith("2 claims without evidence in the table, the most frequent first")
    assert "   2  no measure: wells, Chad" in out
    assert "Bibliography of a: 1 not in the table" in out
    assert "[1] Well Watch, List.\n      → not in the table, cited by 1 of the claims" in out


def test_a_letter_that_cannot_be_read_stops_no_other(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Letter\n\nWe ask for 4 wells.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    code, out, err = call(capsys, "gaps", str(tmp_path))
    assert code == 2
    assert "Bibliography of a" in out
    assert "b.txt" in err


def test_other_commands_do_not_pay_for_the_verbs() -> None:
    code = (
        "import sys; from flows.cli import main; main(['check', 'seeds/', '--fail-on', 'never']);"
        "heavy = ('flows.reference.pull_desk', 'flows.reference.sources_add', 'sqlalchemy', 'openpyxl');"
        "print([m for m in heavy if m in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_bad_table_of_ones_own_is_told_by_every_verb(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "observations.csv").write_text("observation_id,value\na,1\n", encoding="utf-8")
    for verb in (("check",), ("list",), ("gaps", str(SEEDS)), ("export", str(tmp_path / "copy")), ("add", *GIVEN)):
        code, out, err = call(capsys, *verb, "--references", str(tmp_path))
        assert code == 1, verb
        assert "column measure_id: '' is missing from the header" in out + err
    assert not (tmp_path / "copy").exists()


# show, edit, list for programs, rows to fill


def test_a_row_is_shown_with_what_ties_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "show", "aapp-people_killed-2023-08-04")
    assert code == 0
    assert out.startswith("aapp-people_killed-2023-08-04  (sources/data/packs/myanmar/observations.csv, line 29)")
    for told in (
        "value            3888",
        "coverage: floor",
        "same series: aapp-people_killed-2021-04-06",
        "kind: cumulative",
    ):
        assert told in out
    document = json.loads(call(capsys, "show", "aapp", "--format", "json")[1])
    assert (document["table"], document["cells"]["coverage"]) == ("producers", "floor")
    assert "aapp-people_killed-2023-08-04" in document["ties"]["observations"]


def test_an_id_that_is_none_is_usage_with_its_likes(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "show", "people_kiled")
    assert code == 2
    assert "did you mean people_killed" in err


def test_an_edit_keeps_what_was_and_every_other_byte(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    file = Path(folder) / "observations.csv"
    before = file.read_text(encoding="utf-8").splitlines()
    row = "aapp-people_killed-2023-08-04"
    given = ("edit", row, "--references", folder, "--value", "3889", "--note", "a, slip", "--reason", "typed wrongly")
    code, out, _ = call(capsys, *given)
    assert code == 0
    assert "value: 3888 → 3889" in out
    after = file.read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert changed[0][1].endswith('"a, slip"')
    assert call(capsys, "check", "--references", folder)[0] == 0
    shown = call(capsys, "show", row, "--references", folder)[1]
    assert re.search(r"changed on \d{4}-\d\d-\d\d: value 3888 → 3889: typed wrongly", shown)
    assert call(capsys, *given)[0] == 2  # nothing more to change
    call(capsys, "edit", row, "--references", folder, "--value", "3888", "--reason", "it was right")
    assert call(capsys, "show", row, "--references", folder)[1].count("changed on") == 3
    assert len((Path(folder) / "history.csv").read_text(encoding="utf-8").splitlines()) == 4


EDITS = [
    (("--value", "many"), 1, "is not a number"),
    (("--place", "Atlantis"), 1, "is no place"),
    (("--value", "12"), 1, "a running count does not fall"),
    (("--unit", "household"), 1, "is not the unit of people_killed"),
    ((), 2, "says that already"),
]


@pytest.mark.parametrize(("cells", "code", "what"), EDITS)
def test_an_edit_that_does_not_fit_writes_nothing(
    capsys: pytest.CaptureFixture[str], folder: str, cells: tuple[str, ...], code: int, what: str
) -> None:
    before = {file: file.read_bytes() for file in Path(folder).iterdir()}
    given = ("edit", "aapp-people_killed-2023-08-04", "--references", folder, "--reason", "a try", *cells)
    got, _, err = call(capsys, *given)
    assert (got, what in err) == (code, True)
    assert {file: file.read_bytes() for file in Path(folder).iterdir()} == before


def test_a_packaged_row_is_edited_over_itself(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    where = str(tmp_path / "own")
    given = (
        "edit",
        "aapp-people_killed-2023-08-04",
        "--references",
        where,
        "--grade",
        "primary",
        "--reason",
        "read it",
    )
    assert call(capsys, *given)[0] == 0
    table = load_table(where)
    assert len(table.observations) == len(load_table().observations)
    assert next(row.grade for row in table.observations if row.observation_id == given[1]) == "primary"
    assert call(capsys, "edit", "aapp-people", "--references", where, "--value", "1", "--reason", "x")[0] == 2
    assert call(capsys, "edit", given[1], "--value", "1", "--reason", "x")[0] == 2  # the packaged table itself


def test_the_list_for_programs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = call(capsys, "list", "--producer", "AAPP", "--format", "csv")
    assert code == 0
    (tmp_path / "observations.csv").write_text(out, encoding="utf-8")
    (tmp_path / "packs.csv").write_text("pack\nmyanmar\n", encoding="utf-8")
    assert call(capsys, "check", "--references", str(tmp_path))[0] == 0
    same = {row.observation_id: row for row in load_table(packs=("myanmar",)).observations}
    assert all(same[row.observation_id] == row for row in load_table(str(tmp_path)).observations)
    listed = json.loads(call(capsys, "list", "--measure", "airstrikes", "--format", "json")[1])["observations"]
    row = next(each for each in listed if each["observation_id"] == "isp_myanmar-airstrikes-2024-07-31")
    assert row["interval"] == {"low": 5800, "high": None, "low_open": True, "high_open": False}


def test_gaps_come_with_rows_to_fill(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Open letter\n\n3 June 2019\n\nIn May 2019, 7,412 people were internally displaced in Chile.\n\nSigned,\nA\n",
        encoding="utf-8",
    )
    code, out, _ = call(capsys, "gaps", str(letter), "--format", "csv")
    assert code == 0
    header, row = out.splitlines()
    assert header.startswith("observation_id,measure_id,")
    assert ",Chile,CHL,2019-05-01,,2019-05," in row
    assert "wanted for letter" in row
    text = call(capsys, "gaps", str(letter))[1]
    assert "to fill: crossfoot sources add --references DIR --measure " in text
    gap = json.loads(call(capsys, "gaps", str(letter), "--format", "json")[1])["gaps"][0]
    assert gap["row"]["place_code"] == "CHL"
    assert gap["row"]["value"] == ""
