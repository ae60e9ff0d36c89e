"""The pages of a report with decisions: what is put aside asks for nothing, what stands says so, the gone is listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reports.deciding.decisions import Decisions
from reports.deciding.entries import Entry, Subject
from reports.deciding.folding import standings
from reports.deciding.things_decided import claim_subjects, finding_subjects
from reports.exports.contract import contract_schema, to_contract
from reports.site.write import write_site
from reports.standing.failing import fails
from reports.terminal.quick_look import as_text


@pytest.fixture(scope="module")
def checked(make: Any) -> Any:
    return make.all_verdicts()


def row(subject: Subject, decision: str, **payload: Any) -> Entry:
    return Entry(subject=subject, revision=1, decision=decision, by="Ada <i>", at="2024-05-01T10:00:00+00:00",
                 note="seen", payload=payload)  # fmt: skip


def everything(checked: Any, decision: str, **payload: Any) -> Decisions:
    subjects = [*claim_subjects(checked).values(), *finding_subjects(checked)]
    return Decisions(kept=standings(row(one, decision, **payload) for one in subjects))


def pages(make: Any, checked: Any, decisions: Decisions, out: Path) -> tuple[str, str]:
    write_site([checked], [], [], make.reference_table(), out, decisions=decisions)
    return tuple((out / name).read_text(encoding="utf-8") for name in ("index.html", "letters/flood.html"))


def test_what_is_put_aside_asks_for_nothing_anywhere(make: Any, checked: Any, tmp_path: Path) -> None:
    decisions = everything(checked, "dismiss", reason="known")
    index, letter = pages(make, checked, decisions, tmp_path)
    for page in (index, letter):
        assert "0 items for an editor" in page
        assert "for an editor</span>" not in page
    assert "l-amend" not in letter.split("</style>")[1].replace('class="l-amend">to amend', "")
    assert not fails([checked], [], "any", decisions)
    assert "NEEDS AN EDITOR" not in as_text([checked], [], [], decisions=decisions)


def test_what_stands_says_what_was_decided(make: Any, checked: Any, tmp_path: Path) -> None:
    decisions = everything(checked, "correct", wording="a <b>better</b> wording")
    index, letter = pages(make, checked, decisions, tmp_path)
    assert "✓ decided: needs correction · Ada &lt;i&gt;" in index
    assert "should read: “a &lt;b&gt;better&lt;/b&gt; wording”" in letter
    assert fails([checked], [], "any", decisions)
    assert "decided: needs correction · Ada <i>" in as_text([checked], [], [], decisions=decisions)


def test_a_decision_whose_words_are_gone_is_listed(make: Any, checked: Any, tmp_path: Path) -> None:
    gone = Subject.of("flood", "claim", ("70 barns", "70 barns were <lost>."), "70", 1)
    index, letter = pages(make, checked, Decisions(kept=standings([row(gone, "dismiss", reason="fine")])), tmp_path)
    for page in (index, letter):
        assert "Decisions on words that are gone" in page
        assert "70 barns" in page
    assert "<lost>" not in letter


def test_a_report_without_decisions_has_no_word_of_them_and_no_form(make: Any, checked: Any, tmp_path: Path) -> None:
    index, letter = pages(make, checked, Decisions(), tmp_path)
    assert "Editors:" not in index
    assert 'method="post"' not in letter
    assert 'class="decision' not in letter


def test_the_contract_tells_decisions_and_only_where_there_are_some(make: Any, checked: Any) -> None:
    for decisions in (Decisions(), everything(checked, "correct", wording="b"), everything(checked, "read_wrongly")):
        document = to_contract([checked], [], [], decisions=decisions)
        letter = document["letters"][0]
        told = [one.get("decision") for one in [*letter["claims"], *letter["findings"]]]
        assert [one for one in told if one is None] == ([] if decisions.kept else told)
        for one in filter(None, told):
            jsonschema.validate(one, contract_schema()["$defs"]["decision"])
