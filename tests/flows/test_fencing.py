"""One letter that cannot be published costs no other letter anything: it is named, and the rest stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from expectations.model import CheckedLetter
from flows import fencing
from flows.laid import table_parts
from flows.running import publishing
from reports.site import write
from tests.factories import checked as make

RECORD = {"run_id": "r", "started_at": "2024-06-03T00:00:00+00:00"}


class _NoGates:
    """Gates that look at nothing."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def take(self, frames: Any) -> None:
        pass

    def results(self, home: str) -> tuple[()]:
        return ()


def _letters() -> list[CheckedLetter]:
    return [make.checked_letter(name) for name in ("first", "spoilt", "last")]


def _spoilt(monkeypatch: pytest.MonkeyPatch, where: Any, name: str, argument: int = 0) -> None:
    """Let the function fail for the letter that is called so."""
    real = getattr(where, name)

    def failing(*given: Any, **named: Any) -> Any:
        ones = given[argument] if isinstance(given[argument], list) else [given[argument]]
        if any(one.extraction.letter.letter_id == "spoilt" for one in ones):
            raise OverflowError("too large \udcff")
        return real(*given, **named)

    monkeypatch.setattr(where, name, failing)


@pytest.mark.parametrize("name", ["rows_of", "letter_to_contract", "index_page"])
def test_a_letter_whose_rows_fail_is_named_and_the_others_stand(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _spoilt(monkeypatch, fencing, name)
    summary = publishing.publish(tmp_path, _letters(), (), (), None, RECORD)
    assert summary["letters"] == 2
    assert summary["failed_gates"] == []
    (problem,) = summary["problems"]
    assert problem["path"] == "letters/spoilt.txt"
    assert "OverflowError" in problem["message"]
    document = json.loads((tmp_path / "exports" / "crossfoot.json").read_text(encoding="utf-8"))
    assert [one["letter_id"] for one in document["letters"]] == ["first", "last"]
    assert document["problems"] == [problem]
    assert (tmp_path / "letters" / "last.html").is_file()


def test_a_page_that_fails_leads_somewhere_and_its_figures_stand(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(table_parts, "PartGates", _NoGates)
    _spoilt(monkeypatch, write, "letter_page")
    summary = publishing.publish(tmp_path, _letters(), (), (), None, RECORD)
    assert summary["letters"] == 3
    assert [one["path"] for one in summary["problems"]] == ["letters/spoilt.txt"]
    assert "could not be made" in (tmp_path / "letters" / "spoilt.html").read_text(encoding="utf-8")
    assert "could not be made" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "could not be made" not in (tmp_path / "letters" / "first.html").read_text(encoding="utf-8")


def test_what_stops_all_letters_is_not_fenced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A full disk is no fault of a letter's."""

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "write_page", full)
    with pytest.raises(OSError, match="No space"):
        publishing.publish(tmp_path, _letters(), (), (), None, RECORD)
