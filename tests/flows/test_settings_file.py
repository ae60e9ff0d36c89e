"""`crossfoot.toml`: what it gives, what the command line says instead, and every fault of it named."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli import _arguments, _parser, main

LETTER = "Open letter on the ports\n\n4 May 2021\n\nDear minister,\n\nThis is the 22th year of the treaty.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text(LETTER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def given(text: str, *told: str) -> dict[str, object]:
    """The options of a command line beside a settings file."""
    Path("crossfoot.toml").write_text(text)
    return vars(_arguments(_parser(told), told))


@pytest.mark.parametrize(
    ("text", "told", "name", "value"),
    [
        ('fail-on = "never"', ["sources", "check"], "command", "sources"),  # not a command that reads the file
        ("[report]\nworkers = 4", ["check", "a"], "command", "check"),  # another command's section
        ("[report]\nworkers = 4", ["report", "a"], "workers", 4),
        ("[report]\nworkers = 4", ["report", "a", "--workers", "3"], "workers", 3),
        ("[report]\nworkers = 4", ["report", "a", "--workers=3"], "workers", 3),
        ("keep = 5\n[report]\nkeep = 7", ["report", "a"], "keep", 7),
        ("keep = 5\n[report]\nkeep = 7", ["check", "a"], "fail_on", "any"),
        ('[check]\nfail-on = "never"', ["check", "report"], "fail_on", "never"),  # a letter called like a command
        ("[check]\nsummary = true", ["check", "a"], "summary", True),
        ("[check]\nsummary = false", ["check", "a"], "summary", False),
        ("[check]\nsummary = true", ["check", "a", "--only", "editor"], "summary", False),
        ('[export]\nformat = ["csv", "xlsx"]', ["export", "a"], "formats", ["csv", "xlsx"]),
        ('[export]\nformat = ["csv", "xlsx"]', ["export", "a", "--format", "json"], "formats", ["json"]),
        ('[serve]\ninbox = "in"\nout = "o"\ncron = "0 3 * * *"', ["serve", "--interval", "9"], "cron", None),
        ('[serve]\ninbox = "in"\nout = "o"\ncron = "0 3 * * *"', ["serve"], "cron", "0 3 * * *"),
        ('references = "sqlite:///x.db"', ["check", "a"], "references", "sqlite:///x.db"),
        ('language = "fr"', ["quantities"], "language", "fr"),
        ('[rules]\nordinal = "off"', ["check", "a"], "rules", "crossfoot.toml"),
        ('[check]\nfail-on = "never"', ["check", "a", "--explain", "ordinal"], "explain", "ordinal"),
    ],
)  # fmt: skip
def test_the_file_gives_what_the_command_line_does_not(
    desk: Path, text: str, told: list[str], name: str, value: object
) -> None:
    if told[0] == "sources":
        assert given("", *told)["command"] == value
    else:
        assert given(text, *told)[name] == value


def test_letters_are_those_of_the_file_where_none_is_named(desk: Path) -> None:
    assert given('paths = ["letters"]', "check")["paths"] == ["letters"]
    assert given('paths = ["letters"]', "check", "b.txt")["paths"] == ["b.txt"]
    assert given('paths = ["letters"]', "check", "--text", "12 boats")["paths"] == []


def test_paths_count_from_the_folder_of_the_file(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "team.toml").write_text('paths = ["letters"]\n[check]\nsummary = true\n[rules]\nordinal = "off"\n')
    (desk / "elsewhere").mkdir()
    monkeypatch.chdir(desk / "elsewhere")
    assert main(["--settings", str(desk / "team.toml"), "check"]) == 0  # with the rule on it would be 1
    assert "1 letter with nothing for an editor" in capsys.readouterr().out
    assert main(["check", str(desk / "letters")]) == 1


FAULTS = [
    ('pathss = ["a"]', "pathss: is no setting; do you mean paths?"),
    ('[check]\nfial-on = "any"', "[check] fial-on: is no setting; do you mean fail-on?"),
    ('[check]\nfail-on = "no"', "fail-on: 'no' is none of inconsistent, contradicted, any, never"),
    ("[check]\nsummary = 1", "summary: takes true or false"),
    ("check = 1", "check: is a section"),
    ("[check]\nfail-on = ['any']", "fail-on: takes one value"),
    ("keep = 5\n[check", "is no TOML"),
    ('[rules]\nordinaal = "off"', "ordinaal"),
    ('paths = "letters"', "paths: give a list"),
]


@pytest.mark.parametrize(("text", "why"), FAULTS)
def test_every_fault_is_named_and_nothing_is_read(
    desk: Path, capsys: pytest.CaptureFixture[str], text: str, why: str
) -> None:
    (desk / "crossfoot.toml").write_text(text)
    assert main(["check", *([] if text.startswith("paths =") else ["letters"])]) == 2
    said = capsys.readouterr()
    assert why in said.err
    assert "crossfoot.toml" in said.err
    assert said.out == ""


def test_a_file_that_is_named_must_be_there(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--settings", "none.toml", "check", "letters"]) == 2
    assert "none.toml: cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "report", "export", "serve", "quantities"])
def test_the_help_of_each_option_has_an_example(command: str) -> None:
    parser = next(one for one in _parser([command])._actions if one.dest == "command").choices[command]  # type: ignore[index]
    without = [one.dest for one in parser._actions if one.dest != "help" and "e.g. " not in (one.help or "")]  # type: ignore[union-attr]
    assert without == []
