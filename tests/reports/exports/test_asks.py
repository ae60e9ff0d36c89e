"""What is handed on asks for an editor, and nothing that an editor dismissed does."""

from __future__ import annotations

from pathlib import Path

from reports.deciding.loading import load_decisions
from reports.exports.asks import asks_of, comment_lines
from reports.exports.handing_on import FORMATS, Handed, hand_on
from reports.standing.desk import desk
from reports.standing.failing import fails
from reports.words.table_names import Names
from tests.reports.conftest import Workshop


def test_every_piece_of_work_asks_in_the_order_of_the_text(make: Workshop) -> None:
    checked = make.all_verdicts()
    asks = asks_of(checked, Names.of(make.reference_table()))
    assert len(asks) == len(desk(checked))
    assert [ask.span.start for ask in asks] == sorted(ask.span.start for ask in asks)
    assert all(ask.span.of(make.text).startswith(ask.quote[:20]) for ask in asks)
    assert any(ask.severity != "info" for ask in asks) == fails([checked], (), "any")


def test_a_comment_says_verdict_sum_reason_and_wording(make: Workshop) -> None:
    asks = {ask.quote: comment_lines(ask) for ask in asks_of(make.all_verdicts(), Names())}
    assert asks["41,000 people"] == (
        "✕ Contradicted by the source",
        "Sum: 35,000 (1 Mar) < 41,000",
        "An explanation of “41,000 people”.",
    )
    assert asks["12 organisations"][:2] == (
        "≠ Inconsistent · Signatory total · error",
        "12 stated, 3 listed",
    )


def test_what_was_dismissed_is_handed_on_to_nobody(make: Workshop, tmp_path: Path) -> None:
    checked = make.all_verdicts()
    people = next(claim for claim in checked.extraction.claims if claim.text == "41,000 people")
    (tmp_path / "desk.jsonl").write_text(
        f'{{"letter_id": "flood", "claim_id": "{people.claim_id}", "decision": "dismissed"}}\n'
        '{"letter_id": "flood", "rule": "signatory-total", "stated": "12", "decision": "dismissed"}\n'
    )
    decided = load_decisions(str(tmp_path))
    before, after = asks_of(checked, Names()), asks_of(checked, Names(), decided)
    assert {ask.quote for ask in before} - {ask.quote for ask in after} == {"41,000 people", "12 organisations"}


def test_the_same_bytes_twice_and_every_form_by_its_name(make: Workshop, tmp_path: Path) -> None:
    handed = Handed(checked=[make.all_verdicts()], names=Names.of(make.reference_table()))
    for name in ("one", "two"):
        written = hand_on(tmp_path / name, handed)
        assert not written.problems
        assert [(copy.path, copy.placed) for copy in written.copies] == [("letters/flood.docx", 8)]
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert len(files) == 10
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files)
    for form in FORMATS:
        assert hand_on(tmp_path / form, handed, [form]).files


def test_a_letter_that_asks_for_nothing_has_no_file_of_its_own(make: Workshop, tmp_path: Path) -> None:
    written = hand_on(tmp_path, Handed(checked=[make.checked(make.letter())]))
    assert not written.copies
    assert not any(name.startswith(("letters/", "packets/")) for name in written.files)


def test_one_letter_that_meets_a_fault_costs_the_others_nothing(make: Workshop, tmp_path: Path) -> None:
    whole = make.all_verdicts()

    def original(letter: object) -> bytes:
        raise ValueError("no such thing")

    written = hand_on(tmp_path, Handed(checked=[whole], original=original), ["letters", "packets"])
    assert [one.path for one in written.problems] == ["in/flood.txt"]
    assert "a fault in crossfoot (ValueError: no such thing)" in written.problems[0].message
    assert "packets/flood.md" in written.files
