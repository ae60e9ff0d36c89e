"""The JSON document against its schema, its types and the text it points into."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from claims.model import ClaimKind, Comparator, Grain, Interval
from expectations.model import Severity, Status
from reports.exports.contract import contract_schema, letter_to_contract, to_contract
from reports.exports.plain_json import number
from reports.model import Problem
from sources.model import AgainstSource, Caution, Timeliness

VALIDATOR = Draft202012Validator(contract_schema(), format_checker=FormatChecker())


@pytest.fixture(scope="module")
def document(make) -> dict[str, Any]:
    one = make.all_verdicts()
    across = make.finding("cross-letter", "inconsistent", "warning", letter_ids=("flood", "flood"),
                          spans=(one.extraction.claims[0].span, one.extraction.claims[1].span))  # fmt: skip
    return to_contract([one], [across], [Problem(path="in/a.txt", message="is empty")])


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(contract_schema())


def test_a_document_of_every_verdict_is_valid(document):
    assert not list(VALIDATOR.iter_errors(json.loads(json.dumps(document, allow_nan=False))))


def test_an_empty_document_is_valid():
    VALIDATOR.validate(to_contract([], [], []))


def _paths(node: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(node, dict):
        return [at, *(path for key, value in node.items() for path in _paths(value, (*at, key)))]
    if isinstance(node, list):
        return [path for place, value in enumerate(node) for path in _paths(value, (*at, place))]
    return []


def _at(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        document = document[key]
    return document


def test_no_object_may_have_a_field_more_or_less(document):
    for path in _paths(document):
        more, fewer = deepcopy(document), deepcopy(document)
        _at(more, path)["unheard_of"] = 1
        assert not VALIDATOR.is_valid(more), path
        for key in list(_at(fewer, path)):
            fewer = deepcopy(document)
            del _at(fewer, path)[key]
            assert not VALIDATOR.is_valid(fewer), (path, key)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "crossfoot/2"),
        (("letters", 0, "written_on"), "3 March 2024"),
        (("letters", 0, "written_on"), "2024-02-30"),
        (("letters", 0, "claims", 0, "value"), "12"),
        (("letters", 0, "claims", 0, "start"), -1),
        (("letters", 0, "claims", 0, "kind"), "number"),
        (("letters", 0, "claims", 0, "comparator"), "≥"),
        (("letters", 0, "claims", 0, "verdict", "against_source"), "true"),
        (("letters", 0, "claims", 0, "verdict", "timeliness"), "late"),
        (("letters", 0, "claims", 0, "verdict", "cautions"), ["careful"]),
        (("letters", 0, "findings", 0, "rule"), "my-rule"),
        (("letters", 0, "findings", 0, "spans"), [["flood", 0, 1]]),
        (("findings", 0, "spans"), [[0, 1]]),
        (("letters", 0, "signatories", "listed"), "three"),
    ],
)
def test_values_outside_the_contract_are_refused(document, path, value):
    changed = deepcopy(document)
    _at(changed, path[:-1])[path[-1]] = value
    assert not VALIDATOR.is_valid(changed)


@pytest.mark.parametrize(
    ("name", "where", "kinds"),
    [
        ("claim", "kind", get_args(ClaimKind)),
        ("claim", "comparator", get_args(Comparator)),
        ("period", "grain", get_args(Grain)),
        ("verdict", "against_source", get_args(AgainstSource)),
        ("verdict", "timeliness", (*get_args(Timeliness), None)),
        ("finding", "status", get_args(Status)),
        ("finding", "severity", get_args(Severity)),
    ],
)
def test_the_schema_knows_the_words_of_the_types(name, where, kinds):
    assert set(contract_schema()["$defs"][name]["properties"][where]["enum"]) == set(kinds)


def test_the_schema_knows_every_caution():
    items = contract_schema()["$defs"]["verdict"]["properties"]["cautions"]["items"]
    assert set(items["enum"]) == set(get_args(Caution))


def test_every_offset_is_the_text_beside_it(document):
    letter = document["letters"][0]
    for claim in letter["claims"]:
        assert letter["text"][claim["start"] : claim["end"]] == claim["text"]
    for name in letter["signatories"]["names"]:
        assert letter["text"][name["start"] : name["end"]] == name["name"]


def test_numbers_add_up(document):
    numbers = document["letters"][0]["numbers"]
    assert numbers["claimed"] + numbers["ignored"] + numbers["unread"] == numbers["total"]


@pytest.mark.parametrize(
    ("value", "written"),
    [("3897", "3897"), ("1.6E+6", "1600000"), ("3897.0", "3897"), ("2.5", "2.5"), ("-0.25", "-0.25"), ("0", "0")],
)
def test_decimals_become_json_numbers(value, written):
    assert json.dumps(number(Decimal(value))) == written


def test_unbounded_ends_are_null(make):
    text = "at least 22 boats"
    claim = make.claim(text + "\n", "22 boats", "22")
    span = claim.span
    open_ended = make.quantity(text, span, "22", comparator=">=", interval=Interval(low=Decimal(22), high=None))
    one = make.claim(text + "\n", "22 boats", "22", quantity=open_ended)
    found = letter_to_contract(make.checked(make.letter(text), (one,)))["claims"][0]
    assert (found["low"], found["high"]) == (22, None)


def test_a_claim_that_was_not_compared_is_unverified_and_says_so(make):
    text = "22 boats\n"
    one = make.checked(make.letter(text), (make.claim(text, "22 boats", "22"),))
    verdict = letter_to_contract(one)["claims"][0]["verdict"]
    assert verdict["against_source"] == "unverified"
    assert "no reference table" in verdict["explanation"]
    VALIDATOR.validate(to_contract([one], [], []))


def test_unknown_signatories_are_null_and_not_nought(make):
    signatories = letter_to_contract(make.checked(make.letter("Dear all")))["signatories"]
    assert [signatories[key] for key in ("stated", "stated_listed", "listed", "undisclosed")] == [None] * 4


def test_a_file_name_that_is_no_text_still_makes_a_document():
    path = b"in/\xff.txt".decode("utf-8", "surrogateescape")
    document = to_contract([], [], [Problem(path=path, message=f"{path} is empty")])
    json.dumps(document, ensure_ascii=False).encode("utf-8")
    VALIDATOR.validate(document)
