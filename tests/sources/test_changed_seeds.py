"""The seed letters with one number changed: what the sources refute, and what they leave open."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.extracting import extract
from claims.letters import letter_from_bytes
from sources.compare import compare_letter
from sources.model import ReferenceTable

SEEDS = Path(__file__).parents[2] / "seeds"

# letter, words, the words instead, number to look up, axis, timeliness, cautions that must be there
CHANGED = [
    ("000", "4,000 airstrikes", "14,000 airstrikes", "14,000", "not_comparable", None, set()),
    ("000", "4,000 airstrikes", "1,000 airstrikes", "1,000", "understated", None, set()),
    ("000", "171 airstrikes", "1,171 airstrikes", "1,171", "not_comparable", None, set()),
    ("000", "22 children", "32 children", "32", "overstated", None, {"sources_conflict"}),
    ("000", "22 children", "24 children", "24", "overstated", None, {"sources_conflict"}),
    ("000", "22 children", "12 children", "12", "understated", None, {"sources_conflict"}),
    ("000", "at least 22 children", "22 children", "22", "consistent", "current_at_writing", {"sources_conflict"}),
    ("002", "3,897", "4,897", "4,897", "overstated", None, set()),
    ("002", "3,897", "2,897", "2,897", "contradicted", None, set()),
    ("002", "3,897", "3,790", "3,790", "consistent", "stale_at_writing", set()),
    ("002", "19,740", "29,740", "29,740", "overstated", None, set()),
    ("002", "19,740", "6,828", "6,828", "consistent", "current_at_writing", {"measure_slippage"}),
    ("002", "19,740", "24,212", "24,212", "overstated", None, {"measure_slippage"}),
    ("002", "1.6 million", "2.6 million", "2.6 million", "not_comparable", None, {"sources_conflict"}),
    ("002", "1.6 million", "1.9 million", "1.9 million", "not_comparable", None, {"measure_slippage"}),
    ("002", "448 Myanmar", "458 Myanmar", "458", "contradicted", None, {"sources_conflict"}),
]


@pytest.mark.parametrize(("seed", "words", "instead", "written", "axis", "when", "cautions"), CHANGED)
def test_a_seed_with_one_number_changed(
    packaged_table: ReferenceTable,
    seed: str,
    words: str,
    instead: str,
    written: str,
    axis: str,
    when: str | None,
    cautions: set[str],
) -> None:
    path = next(SEEDS.glob(f"{seed}_*.txt"))
    text = path.read_text(encoding="utf-8")
    assert words in text
    changed = text.replace(words, instead, 1).encode()
    extraction = extract(letter_from_bytes(changed, path=path.name, letter_id=seed), packaged_table.field)
    claim = next(each for each in extraction.claims if each.quantity.as_written == written)
    verdict = compare_letter(extraction, packaged_table)[claim.claim_id]
    assert (verdict.against_source, verdict.timeliness) == (axis, when)
    assert cautions <= set(verdict.cautions)
