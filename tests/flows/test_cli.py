"""The commands as a stranger meets them: what is printed, where, and which exit code."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from flows.cli import main

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
CLEAN = """Open letter on the harbour

4 May 2021

Dear members of the council,

We ask you to keep the harbour open. The ferries carry everyone's bread.

Yours sincerely,
The harbour committee
"""
WRONG = CLEAN.replace("We ask", "We met you on 31 June 2020. We ask")


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(list(arguments))
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments",
    [(), ("chek",), ("check",), ("check", "x", "--format", "xml"), ("check", "x", "--fail-on", "maybe"), ("report",),
     ("report", "x", "--workers", "0"), ("serve", "--inbox", "x"), ("sources",), ("sources", "list", "--as-of", "soon"),
     ("sources", "list", "--measure", "unicorns")],
)  # fmt: skip
def test_wrong_usage_exits_2_and_says_why(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    code, _, err = call(capsys, *arguments)
    assert code == 2
    assert err.strip()


def test_a_clean_letter_exits_0(capsys: pytest.CaptureFixture[str], letter: Path) -> None:
    code, out, err = call(capsys, "check", str(letter))
    assert (code, err) == (0, "")
    assert "clean" in out


def test_a_letter_without_numbers_is_an_honest_empty_report(capsys: pytest.CaptureFixture[str], letter: Path) -> None:
    _, out, _ = call(capsys, "check", str(letter), "--format", "json")
    (only,) = json.loads(out)["letters"]
    assert only["claims"] == []
    assert only["numbers"] == {"total": 1, "claimed": 0, "ignored": 1, "unread": 0}  # the letter's own date


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "text"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_still_read(
    capsys: pytest.CaptureFixture[str], letter: Path, name: str, content: bytes, says: str
) -> None:
    (letter.parent / name).write_bytes(content)
    code, out, err = call(capsys, "check", str(letter.parent))
    assert code == 2
    assert name in err
    assert says in err
    assert "clean" in out


@pytest.mark.parametrize("what", ["missing.txt", "."])
def test_a_missing_path_or_a_folder_without_letters_exits_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, what: str
) -> None:
    code, _, err = call(capsys, "check", str(tmp_path / what))
    assert code == 2
    assert str(tmp_path) in err


def test_latin_1_is_read_and_said_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(CLEAN.replace("bread", "café").encode("latin-1"))
    code, out, _ = call(capsys, "check", str(tmp_path), "--format", "json")
    assert code == 0
    assert "café" in json.loads(out)["letters"][0]["text"]


@pytest.mark.parametrize(("fail_on", "code"), [("any", 1), ("inconsistent", 1), ("contradicted", 0), ("never", 0)])
def test_fail_on(capsys: pytest.CaptureFixture[str], tmp_path: Path, fail_on: str, code: int) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    assert call(capsys, "check", str(tmp_path), "--fail-on", fail_on)[0] == code


def test_jsonl_is_one_document_a_letter(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "check", str(SEEDS), "--format", "jsonl", "--fail-on", "never")
    documents = [json.loads(line) for line in out.splitlines()]
    assert [len(document["letters"]) for document in documents] == [1, 1]


def test_json_follows_the_schema_and_every_text_stands_at_its_offsets(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "check", str(SEEDS), "--format", "json")
    document = json.loads(out)
    schema = json.loads(files("reports").joinpath("schema", "crossfoot-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(document)
    assert code == 1
    for letter in document["letters"]:
        for claim in letter["claims"]:
            assert letter["text"][claim["start"] : claim["end"]] == claim["text"]
        for name in letter["signatories"]["names"]:
            assert letter["text"][name["start"] : name["end"]] == name["name"]
        account = letter["numbers"]
        assert account["claimed"] + account["ignored"] + account["unread"] == account["total"]
        assert len({claim["claim_id"] for claim in letter["claims"]}) == len(letter["claims"])


def test_a_wrong_date_in_the_reference_table_stops_the_comparison_only(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = tmp_path / "table"
    shutil.copytree(ROOT / "sources" / "data" / "packs" / "myanmar", table)
    lines = (table / "observations.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    lines[3] = lines[3].replace("2021-02-01", "2021-02-31", 1)
    (table / "observations.csv").write_text("".join(lines), encoding="utf-8")
    code, out, err = call(capsys, "check", str(SEEDS), "--references", str(table), "--format", "json")
    assert code == 2
    for part in ("observations.csv", "line 4", "period_start", "2021-02-31"):
        assert part in err
    letters = json.loads(out)["letters"]
    assert all(letter["findings"] for letter in letters)
    assert call(capsys, "sources", "check", "--references", str(table))[0] == 1


def test_the_packaged_table_is_without_fault(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "sources", "check")
    assert code == 0
    assert "none at fault" in out


def test_explain_lists_every_number(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "check", str(SEEDS / "002_2cd62c704b68d50a.txt"), "--explain", "--fail-on", "never")
    for number in ("No. 31", "June 2013", "[iv]"):
        assert number in out


def test_quantities(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = '{"id": 7, "text": "At least 12 people fled."}\n\n{"id": "b", "text": "Nobody came."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    code, out, _ = call(capsys, "quantities")
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 0
    assert (first["id"], first["quantities"][0]["value"], first["quantities"][0]["comparator"]) == (7, 12, ">=")
    assert (first["quantities"][0]["low"], first["quantities"][0]["high"]) == (12, None)
    assert second == {"id": "b", "quantities": []}


@pytest.mark.parametrize("line", ["not json", "[1]", '{"id": 1}', '{"id": 1, "text": 5}'])
def test_quantities_names_the_line_at_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f'{{"id": 1, "text": "x"}}\n{line}\n'.encode())))
    code, _, err = call(capsys, "quantities")
    assert code == 2
    assert "line 2" in err


def test_check_imports_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys; from flows.cli import main; main(['check', 'seeds/', '--fail-on', 'never']);"
        "print([m for m in ('prefect', 'great_expectations', 'pandas', 'numpy') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_reader_that_has_enough_gets_no_traceback() -> None:
    command = f"{sys.executable} -m flows.cli check seeds/ --format json | head -c 100"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_the_same_letters_give_the_same_bytes_under_any_hash_seed() -> None:
    outputs = set()
    for seed in ("0", "1", "4242"):
        command = [sys.executable, "-m", "flows.cli", "check", "seeds/", "--format", "json", "--fail-on", "never"]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_two_letters_of_one_name_get_two_ids(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "letter.txt").write_text(CLEAN, encoding="utf-8")
    _, out, _ = call(capsys, "check", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "json")
    assert len({letter["letter_id"] for letter in json.loads(out)["letters"]}) == 2


def test_what_an_editor_dismissed_does_not_fail(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    letters, decisions = tmp_path / "letters", tmp_path / "decisions"
    letters.mkdir(), decisions.mkdir()
    (letters / "wrong.txt").write_text(WRONG, encoding="utf-8")
    _, out, _ = call(capsys, "check", str(letters), "--format", "json")
    (letter,) = json.loads(out)["letters"]
    rows = [
        {"letter_id": letter["letter_id"], "rule": f["rule"], "stated": f["stated"], "decision": "dismissed"}
        for f in letter["findings"]
        if f["status"] == "inconsistent"
    ]
    assert rows
    (decisions / "2026.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert call(capsys, "check", str(letters), "--decisions", str(decisions))[0] == 0
    assert call(capsys, "check", str(letters))[0] == 1
