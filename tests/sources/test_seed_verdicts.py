"""Every compared claim of the seed letters against a verdict written down by hand in seed_verdicts.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.extracting import extract
from claims.extraction import Extraction
from claims.letters import read_letter
from claims.model import Claim
from sources.compare import compare_letter
from sources.evidence.sentence.around import COMPARED
from sources.lookup.vintages import as_known_on
from sources.model import ReferenceTable, Verdict
from sources.settings import Settings

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED = yaml.safe_load(Path(__file__).with_name("seed_verdicts.yml").read_text(encoding="utf-8"))
ROWS = [(letter, row) for letter, rows in EXPECTED.items() for row in rows]
Pairs = list[tuple[Claim, Verdict]]


@pytest.fixture(scope="module")
def letters(packaged_table: ReferenceTable) -> dict[str, Extraction]:
    return {
        path.name[:3]: extract(read_letter(str(path)), packaged_table.field) for path in sorted(SEEDS.glob("*.txt"))
    }


def compared(extraction: Extraction, table: ReferenceTable, settings: Settings) -> Pairs:
    verdicts = compare_letter(extraction, table, settings)
    return [(claim, verdicts[claim.claim_id]) for claim in extraction.claims if claim.kind in COMPARED]


@pytest.mark.parametrize(("letter", "row"), ROWS, ids=[f"{letter} {row['number']}" for letter, row in ROWS])
def test_a_claim_of_a_seed(
    letters: dict[str, Extraction], packaged_table: ReferenceTable, letter: str, row: dict[str, Any]
) -> None:
    pairs = compared(letters[letter], packaged_table, Settings())
    found = [verdict for claim, verdict in pairs if claim.quantity.as_written == row["number"]]
    assert len(found) == row.get("occurs", 1)
    for verdict in found:
        assert (verdict.against_source, verdict.timeliness) == (row["axis"], row.get("timeliness"))
        assert list(verdict.cautions) == row.get("cautions", [])
        assert list(verdict.observation_ids) == row.get("decides", [])
        assert verdict.arithmetic == row["arithmetic"]
        assert verdict.needs_editor == row.get("needs_editor", False)
        told = {each.observation.observation_id for each in verdict.evidence}
        assert set(row.get("beside", [])) <= told


@pytest.mark.parametrize("letter", sorted(EXPECTED))
def test_every_compared_claim_is_written_down(
    letters: dict[str, Extraction], packaged_table: ReferenceTable, letter: str
) -> None:
    pairs = compared(letters[letter], packaged_table, Settings())
    assert {claim.quantity.as_written for claim, _ in pairs} == {row["number"] for row in EXPECTED[letter]}


@pytest.mark.parametrize("letter", sorted(EXPECTED))
def test_as_known_on_the_letters_day_is_the_table_of_that_day(
    letters: dict[str, Extraction], packaged_table: ReferenceTable, letter: str
) -> None:
    """Told to look at what was out, and given only what was out, a comparison comes to the same."""
    extraction = letters[letter]
    day = extraction.letter.written_on
    assert day is not None
    told = compared(extraction, packaged_table, Settings(as_known="letter"))
    given = compared(extraction, as_known_on(packaged_table, day), Settings())
    assert _told(told) == _told(given)


def _told(pairs: Pairs) -> list[tuple[object, ...]]:
    verdicts = [verdict for _, verdict in pairs]
    return [
        (each.against_source, each.timeliness, each.cautions, each.observation_ids, each.arithmetic)
        for each in verdicts
    ]


@pytest.mark.parametrize("letter", sorted(EXPECTED))
def test_no_axis_of_a_seed_hangs_on_what_came_later(
    letters: dict[str, Extraction], packaged_table: ReferenceTable, letter: str
) -> None:
    axes = [
        [verdict.against_source for _, verdict in compared(letters[letter], packaged_table, Settings(as_known=when))]
        for when in (None, "letter", "today")
    ]
    assert axes[0] == axes[1] == axes[2]
