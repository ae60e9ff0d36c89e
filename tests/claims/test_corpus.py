"""The corpus of number reading: every phrasing of a meaning is read fully and in one way, and what is no claim is not.

`corpus/*.yml` holds entries `means` + `phrasings` and `reason` + `phrasings`. In a phrasing `{…}` marks the exact text of
a quantity and `«…»` a number that is ignored (`«reason: …»` where the entry names no reason). `admits` is the interval as
it is printed in mathematics, "[22, ∞)"; without it the number admits itself only.
"""

from __future__ import annotations

from typing import Any

import pytest
from corpus_reading import Case, cases, faults

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_every_phrasing_is_read_fully_and_in_one_way(case: Case) -> None:
    assert faults(case) == []


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    texts = [case.source for case in CASES if not case.framed]
    assert len(texts) >= 600
    assert len(set(texts)) == len(texts), sorted({text for text in texts if texts.count(text) > 1})


def test_every_reason_of_the_issue_has_phrasings() -> None:
    reasons: set[Any] = {case.reason for case in CASES} - {None}
    assert {"date", "clock time", "age", "list number", "footnote mark", "reference", "document symbol", "telephone number",
            "e-mail address", "web address", "score or ratio", "part of a name", "ordinal", "pronoun", "idiom"} <= reasons  # fmt: skip
