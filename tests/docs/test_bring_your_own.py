"""The steps of "Bring your own figures" as they stand on the page: files written, commands run, what they print."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "reference-data.md"
FIRST = "## From an empty folder to the first verdict"
FILE = re.compile(r"^`([\w./-]+)`\n```(?:csv|text)\n(.*?)^```$", re.M | re.S)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def section() -> str:
    return PAGE.read_text(encoding="utf-8").split(FIRST, 1)[1].split("\n## ", 1)[0]


def commands() -> Iterator[tuple[list[str], list[str]]]:
    """Each command with the lines that it is said to print."""
    for block in CONSOLE.findall(section()):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            line, *told = part.rstrip("\n").split("\n")
            yield shlex.split(line), told


def test_from_an_empty_folder_to_the_first_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    written = FILE.findall(section())
    assert [name for name, _ in written] == [
        "figures/places.csv", "figures/measures.csv", "figures/producers.csv", "figures/observations.csv", "letter.txt",
    ]  # fmt: skip
    for name, content in written:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    steps = list(commands())
    assert [step[1] for step, _ in steps] == ["sources", "check", "sources", "sources", "sources", "sources", "sources"]
    for (program, *arguments), told in steps:
        assert program == "crossfoot"
        assert main(arguments) != 2
        printed = capsys.readouterr().out.splitlines()
        assert told
        for line in told:
            said = re.compile(".*".join(map(re.escape, line.split("…"))))
            assert any(said.fullmatch(each) for each in printed), (arguments, line)
