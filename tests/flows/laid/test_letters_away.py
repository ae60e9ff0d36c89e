"""Letters that were checked where nobody sees the run's folder are laid on the disk when they come home."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.readers.finding import FoundLetter
from flows import steps
from flows.laid.gists import Gist, letters_of
from flows.laid.known_letters import Reading, known_before, laid_batch
from flows.running.away import came_whole, with_bytes
from flows.state.letter_cache import letter_cache
from reports.deciding.decisions import NONE
from reports.model import Problem
from sources.settings import DEFAULTS

TEXT = "Letter on the boats\n\n3 June 2024\n\nSome {number} boats lie idle.\n\nSigned by 1 group:\n1. River Watch\n"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[FoundLetter]:
    folder = tmp_path_factory.mktemp("letters")
    for number in (31, 42):
        (folder / f"{number}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    keep = str(folder / "inputs")
    names = ("31.txt", "42.txt", "none.txt")
    return [FoundLetter(path=str(folder / name), letter_id=name.removesuffix(".txt"), keep=keep) for name in names]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    table, field, _ = steps.load_references(None)
    rules, _ = steps.load_rules(None)
    kept = letter_cache(tmp_path / "cache", field, table, rules, DEFAULTS, "auto")
    return Reading(
        field=field,
        table=table,
        rules=rules,
        comparing=DEFAULTS,
        language="auto",
        pages=None,
        state=str(tmp_path),
        kept=kept,
        decisions=NONE,
        named=kept.digest,
        aside=str(tmp_path / "own"),
    )


def test_checked_away_or_here_they_are_the_same_letters(found: list[FoundLetter], reading: Reading) -> None:
    here = laid_batch(found, reading)
    sent = with_bytes(found)
    home = came_whole(sent, found, [reading.check(one, None) for one in sent], reading)
    assert [type(one) for one in here] == [type(one) for one in home] == [Gist, Gist, Problem]
    ours, theirs = ([one for one in some if isinstance(one, Gist)] for some in (here, home))
    assert list(letters_of(ours)) == list(letters_of(theirs))
    assert [one.told for one in ours] == [one.told for one in theirs]
    assert all(Path(one.laid.whole.path).is_relative_to(reading.aside) for one in theirs)


def test_the_next_run_finds_what_was_laid_down_for_it(found: list[FoundLetter], reading: Reading) -> None:
    assert known_before(found, reading) == [None, None, None]
    laid = laid_batch(found, reading)
    assert known_before(found, reading)[:2] == laid[:2]
    inputs = {path.name[:64] for path in Path(found[0].keep or "").iterdir()}
    assert {one.letter.sha256 for one in laid if isinstance(one, Gist)} <= inputs
    for one in laid[:1]:
        assert isinstance(one, Gist)
        Path(one.laid.whole.path).write_bytes(b"cut")
    assert [one is not None for one in known_before(found, reading)] == [True, True, False]  # made of what was read
