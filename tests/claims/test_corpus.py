"""The corpus of number reading: every phrasing of a meaning is read fully and in one way, and what is no claim is not.

How the corpus is written: `tests/factories/phrasings.py`.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FACTORY = Path(__file__).parents[1] / "factories" / "phrasings.py"


def _factory() -> ModuleType:
    """The functions of `tests/factories/phrasings.py`."""
    if "corpus_phrasings" not in sys.modules:
        spec = importlib.util.spec_from_file_location("corpus_phrasings", FACTORY)
        assert spec is not None
        assert spec.loader is not None
        sys.modules["corpus_phrasings"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["corpus_phrasings"])
    return sys.modules["corpus_phrasings"]


corpus = _factory()
CASES = list(corpus.cases())
REASONS = {
    "date", "clock time", "list number", "footnote mark", "reference", "document symbol", "address",
    "telephone number", "e-mail address", "web address", "version or section number", "score or ratio",
    "part of a name", "ordinal", "pronoun",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_every_phrasing_is_read_fully_and_in_one_way(case: Any) -> None:
    assert corpus.faults(case) == []


def test_the_corpus_is_large_and_says_nothing_twice() -> None:
    texts = [case.source for case in CASES if not case.framed]
    assert len(texts) >= 600
    assert len(set(texts)) == len(texts), sorted({text for text in texts if texts.count(text) > 1})


def test_every_reason_of_the_issue_has_phrasings() -> None:
    assert {case.reason for case in CASES} >= REASONS


WRONG = [
    ({"value": 23, "unit": "child"}, "value 22, meant 23"),
    ({"value": 22, "unit": "man"}, "unit 'child', meant 'man'"),
    ({"value": 22, "unit": "child", "comparator": ">="}, "comparator '=', meant '>='"),
    ({"value": 22, "unit": "child", "admits": "[22, ∞)"}, "high 22, meant None"),
    ({"value": 22, "unit": "child", "admits": "(22, 22]"}, "open ends (False, False), meant (True, False)"),
    ({"value": 22, "unit": "child", "of": "goat"}, "counts 'children', meant 'goat'"),
    ({"value": 22, "unit": "child", "direction": "up"}, "direction None, meant 'up'"),
    ({"value": 22, "unit": "child", "additive": True}, "additive False, meant True"),
    ({"value": 22, "unit": "child", "dimension": "money"}, "dimension 'count', meant 'money'"),
]


@pytest.mark.parametrize(("meaning", "fault"), WRONG)
def test_the_corpus_notices_a_wrong_reading(meaning: dict[str, Any], fault: str) -> None:
    case = corpus.case("x", {"means": meaning}, "{22 children} came by cart.")
    assert f"'22 children': {fault}" in corpus.faults(case)


def test_the_corpus_notices_wrong_spans_and_lost_numbers() -> None:
    means = {"means": {"value": 22, "unit": "child"}}
    assert "meant ['22']" in corpus.faults(corpus.case("x", means, "{22} children came by cart."))[0]
    assert "not meant" in corpus.faults(corpus.case("x", means, "{22 children} came on 7 May 2021."))[0]
    assert "not accounted for" in corpus.faults(corpus.case("x", means, "{22 children} came «date: by» cart."))[0]
    assert (
        "meant clock time"
        in corpus.faults(corpus.case("x", means, "{22 children} came on «clock time: 7 May 2021»."))[0]
    )
