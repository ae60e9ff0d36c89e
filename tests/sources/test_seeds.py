"""What the packaged table says of the figures of the two seed letters, read by the project's own reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.extracting import extract
from claims.letters import read_letter
from claims.model import Claim
from sources.compare import compare_letter
from sources.model import ReferenceTable, Verdict

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def verdicts(packaged_table: ReferenceTable) -> dict[tuple[str, str], tuple[Claim, Verdict]]:
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        extraction = extract(read_letter(str(path)), packaged_table.field)
        for claim in extraction.claims:
            verdict = compare_letter(extraction, packaged_table).get(claim.claim_id)
            if verdict is not None:
                found[path.name[:3], claim.quantity.as_written] = claim, verdict
    return found


# letter, number as written, axis, timeliness, cautions that must be there, words of the explanation or arithmetic
EXPECTED = [
    ("000", "171", "not_comparable", None, {"window_mismatch", "citation_unresolved"}, "30 April–21 May 2025"),
    ("000", "171", "not_comparable", None, {"window_mismatch"}, "28 March–29 April 2025"),
    ("000", "4,000", "consistent", None, {"single_producer", "citation_unresolved"}, "counted more than 5,800"),
    ("000", "4,000", "consistent", None, set(), "2,471 for 1 February 2021–30 April 2024: it neither"),
    ("000", "3.5 million", "consistent", "current_at_writing", {"measure_slippage"}, "2,804,700"),
    ("000", "22", "consistent", "current_at_writing", {"sources_conflict", "citation_unresolved"}, "24 (BNI"),
    ("000", "two", "consistent", "current_at_writing", {"citation_unresolved"}, "14 May 2025"),
    ("000", "285", "unverified", None, set(), "its own signatories"),
    ("000", "31", "unverified", None, set(), "its own signatories"),
    ("002", "3,897", "consistent", "current_at_writing", set(), "3,888 (AAPP, 4 Aug 2023) ≤ 3,897 ≤ 3,919 (AAPP"),
    ("002", "19,740", "consistent", "current_at_writing", {"measure_slippage"}, "19,729 (AAPP, 4 Aug 2023) ≤ 19,740"),
    ("002", "19,740", "consistent", "current_at_writing", {"measure_slippage"}, "6,828"),
    ("002", "1.6 million", "consistent", "current_at_writing", set(), "1,599,200 on 31 July 2023"),
    ("002", "1.6 million", "consistent", "current_at_writing", set(), "(OCHA, 15 July 2023) is not in the table"),
    ("002", "448", "consistent", None, {"sources_conflict"}, "488 (People's Solidarity"),
    ("002", "551", "unverified", None, set(), "its own signatories"),
    ("002", "298", "unverified", None, set(), "its own signatories"),
    ("002", "253", "unverified", None, set(), "its own signatories"),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "written", "axis", "when", "cautions", "words"), EXPECTED)
def test_the_figures_of_the_seeds(
    verdicts: dict[tuple[str, str], tuple[Claim, Verdict]],
    letter: str,
    written: str,
    axis: str,
    when: str | None,
    cautions: set[str],
    words: str,
) -> None:
    verdict = verdicts[letter, written][1]
    assert (verdict.against_source, verdict.timeliness) == (axis, when)
    assert cautions <= set(verdict.cautions)
    assert words in f"{verdict.arithmetic} {verdict.explanation}"


def test_no_other_figure_is_compared(verdicts: dict[tuple[str, str], tuple[Claim, Verdict]]) -> None:
    asked = {key for key, (claim, _) in verdicts.items() if claim.kind not in ("duration", "ordinal")}
    assert asked == {(row[0], row[1]) for row in EXPECTED}


def test_a_length_of_time_and_an_ordinal_are_checked_inside_the_letter(
    verdicts: dict[tuple[str, str], tuple[Claim, Verdict]],
) -> None:
    inside = [verdict for claim, verdict in verdicts.values() if claim.kind in ("duration", "ordinal")]
    assert inside
    for verdict in inside:
        assert (verdict.against_source, verdict.needs_editor) == ("unverified", False)
        assert "inside the letter" in verdict.explanation


def test_a_figure_of_another_start_is_a_near_miss(verdicts: dict[tuple[str, str], tuple[Claim, Verdict]]) -> None:
    misses = verdicts["002", "1.6 million"][1].near_misses
    assert any(miss.observation.measure_id == "displaced_since_oct_2023" for miss in misses)


def test_a_letter_bears_no_witness_for_its_own_signatories(
    verdicts: dict[tuple[str, str], tuple[Claim, Verdict]],
) -> None:
    own = [
        pair for pair in verdicts.values() if pair[0].kind == "signatories" and pair[1].against_source == "unverified"
    ]
    assert len(own) == 5
    assert not any(verdict.needs_editor or verdict.evidence for _, verdict in own)


def test_only_what_decides_is_named(verdicts: dict[tuple[str, str], tuple[Claim, Verdict]]) -> None:
    assert verdicts["002", "3,897"][1].observation_ids == (
        "aapp-people_killed-2023-08-04",
        "aapp-people_killed-2023-08-11",
    )
    assert verdicts["000", "22"][1].observation_ids == ("nug_depayin_admin-children_killed-2025-05-14",)
    assert verdicts["000", "171"][1].observation_ids == ()
