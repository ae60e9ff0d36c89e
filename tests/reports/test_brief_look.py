"""A run in a few lines, and only what needs an editor; what was dismissed needs none."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.deciding.loading import load_decisions
from reports.model import Problem
from reports.standing.outside_table import outside_table
from reports.terminal.brief_look import as_summary
from reports.terminal.quick_look import as_text
from tests.reports.conftest import Workshop


def quiet(make: Workshop, name: str = "calm") -> object:
    return make.checked(make.letter(letter_id=name, title="A calm letter"))


def test_one_line_a_letter_and_the_calm_ones_counted(make: Workshop) -> None:
    problem = Problem(path="in/x.pdf", message="is a damaged PDF")
    long = make.checked(make.letter(letter_id="long", title="w" * 300), findings=(
        make.finding("ordinal", "inconsistent", "warning"),))  # fmt: skip
    text = as_summary([quiet(make), long, make.all_verdicts(), quiet(make, "b")], (), [problem], "the last line")
    assert text.split("\n") == [
        "   8 flood Open letter to the ministers of the River States",
        "   1 long " + "w" * 89 + "…",
        "      and 2 letters with nothing for an editor",
        "  in/x.pdf: is a damaged PDF",
        "",
        "the last line",
        "",
    ]


def test_only_what_needs_an_editor(make: Workshop) -> None:
    whole = as_text([quiet(make), make.all_verdicts()], (), ())
    short = as_text([quiet(make), make.all_verdicts()], (), (), only_editor=True)
    assert "A calm letter" in whole
    assert "A calm letter" not in short
    assert "NEEDS AN EDITOR" in short
    for heading in ("OTHER CLAIMS", "CHECKED AGAINST ITSELF", "claimed +"):
        assert heading in whole
        assert heading not in short
    assert whole.splitlines()[-1] == short.splitlines()[-1]


def test_what_was_dismissed_is_no_work(make: Workshop, tmp_path: Path) -> None:
    checked = make.all_verdicts()
    lines = [
        f'{{"letter_id": "flood", "claim_id": "{claim.claim_id}", "decision": "dismissed"}}'
        for claim in checked.extraction.claims
    ]
    (tmp_path / "desk.jsonl").write_text("\n".join(lines))
    decided = load_decisions(str(tmp_path))
    before, after = as_text([checked], (), ()), as_text([checked], (), (), decisions=decided)
    assert before.splitlines()[-1].startswith("1 letter read · 8 items")
    assert after.splitlines()[-1].startswith("1 letter read · 3 items")
    assert "contradicted · “41,000 people”" in after.split("OTHER CLAIMS")[1]
    assert as_summary([checked], (), (), "", decisions=decided).startswith("   3 flood")


@pytest.mark.parametrize(
    ("verdicts", "count"),
    [
        ([], 0),
        ([{"checked": "inside"}], 0),
        ([{}, {"against_source": "not_comparable"}], 0),
        ([{}, {"nearest": True}], 0),
        ([{}], 1),
        ([{}, {}, {"checked": "inside"}], 2),
    ],
)
def test_a_letter_of_which_the_table_holds_nothing(
    make: Workshop, verdicts: list[dict[str, object]], count: int
) -> None:
    from sources.model import NearMiss

    words = (("340 farms", "340"), ("900 boats", "900"), ("12 organisations", "12"))
    claims = tuple(make.claim(make.text, text, value) for (text, value), _ in zip(words, verdicts, strict=False))
    near = (NearMiss(observation=make.observation(), reason="another place"),)
    told = tuple(
        make.verdict(one, str(of.get("against_source", "unverified")), checked=of.get("checked", "sources"),
                     nearest=near if "nearest" in of else ())
        for one, of in zip(claims, verdicts, strict=True)
    )  # fmt: skip
    checked = make.checked(make.letter(), claims, told)
    assert outside_table(checked) == count
    said = " ".join(as_text([checked], (), ()).split())
    assert ("The reference table holds nothing near what this letter counts" in said) == bool(count)
    assert f"({count} claim" in said or not count
