"""SARIF, JUnit, W3C annotations and ClaimReview: as their readers want them, and every place is where it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import junitparser
import pytest
import sarif_pydantic

from claims.letters import letter_from_bytes
from claims.model import Letter, Span
from claims.text.view import plain_view
from expectations.model import CheckedLetter
from reports.exports.asks import Ask, asks_of
from reports.exports.programs.claim_reviews import RATING, Reviewer, as_claim_reviews
from reports.exports.programs.junit_report import as_junit
from reports.exports.programs.sarif_log import as_sarif
from reports.exports.programs.web_annotations import as_annotations
from reports.exports.programs.where_it_stands import FileLines, file_uri
from reports.model import Problem
from reports.words.table_names import Names
from tests.reports.conftest import Workshop

SCHEMA = json.loads(Path(__file__).with_name("sarif-subset.schema.json").read_text(encoding="utf-8"))
WHOLE = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
"""The standard's own schema, as Microsoft's SARIF tools ship it (MIT; its notice lies beside it)."""
NO_FILE = FileLines(lambda letter: None)
PROBLEM = Problem(path="in/a\ud800.pdf", message="is a damaged PDF")


@pytest.fixture(scope="module")
def checked(make: Workshop) -> CheckedLetter:
    return make.all_verdicts()


@pytest.fixture(scope="module")
def asks(checked: CheckedLetter, make: Workshop) -> tuple[Ask, ...]:
    return asks_of(checked, Names.of(make.reference_table()))


def sarif(letters: list[tuple[Letter, Any]], lines: FileLines = NO_FILE) -> dict[str, Any]:
    log = json.loads(json.dumps(as_sarif(letters, lines, [PROBLEM])))
    for schema in (WHOLE, SCHEMA):
        jsonschema.Draft202012Validator(schema).validate(log)
    return log


def test_the_whole_schema_lets_no_stranger_through(checked: CheckedLetter, asks: tuple[Ask, ...]) -> None:
    log = sarif([(checked.extraction.letter, asks)])
    log["runs"][0]["results"][0]["level"] = "grave"
    assert [one.json_path for one in jsonschema.Draft202012Validator(WHOLE).iter_errors(log)] == [
        "$.runs[0].results[0].level"
    ]
    names = {one["id"]: one.get("name", "") for one in log["runs"][0]["tool"]["driver"]["rules"]}
    assert all(name.casefold() != key.casefold() for key, name in names.items())


def test_a_reader_that_is_not_ours_reads_the_sarif(checked: CheckedLetter, asks: tuple[Ask, ...]) -> None:
    log = sarif_pydantic.Sarif.model_validate(as_sarif([(checked.extraction.letter, asks)], NO_FILE, [PROBLEM]))
    (run,) = log.runs
    assert [one.rule_id for one in run.results or ()] == [ask.rule for ask in asks]
    assert {one.level.value for one in run.results or () if one.level} == {"error", "warning"}
    assert [one.id for one in run.tool.driver.rules or ()] == sorted({ask.rule for ask in asks})
    assert all(one.locations and one.message.text for one in run.results or ())


def test_sarif_has_what_asks_with_its_rule_and_its_weight(checked: CheckedLetter, asks: tuple[Ask, ...]) -> None:
    run = sarif([(checked.extraction.letter, asks)])["runs"][0]
    ids = [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(asks) == 8
    assert all(ids[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    levels = {one["ruleId"]: one["level"] for one in run["results"]}
    assert (levels["contradicted"], levels["understated"], levels["parts-whole"]) == ("error", "warning", "error")
    assert len({one["partialFingerprints"]["crossfootAsk/v1"] for one in run["results"]}) == len(asks)
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_lines_and_columns_lead_to_the_words(checked: CheckedLetter, asks: tuple[Ask, ...]) -> None:
    letter = checked.extraction.letter
    lines = letter.text.split("\n")
    for result, ask in zip(sarif([(letter, asks)])["runs"][0]["results"], asks, strict=True):
        where = result["locations"][0]["physicalLocation"]["region"]
        assert where["startLine"] == where["endLine"]
        words = lines[where["startLine"] - 1][where["startColumn"] - 1 : where["endColumn"] - 1]
        assert words == ask.span.of(letter.text) == where["snippet"]["text"]


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        (".md", "# Open letter\n\nAs **we** [know](https://example.org/a(b)),\nat least **3,460** boats lie idle.\n"),
        (
            ".html",
            "<html>\n<body><h1>Open letter</h1>\n<p>As &amp; know,\nat least <b>3,460</b> boats lie idle.</body>",
        ),
    ],
)
def test_lines_of_a_file_with_markup_are_those_of_the_file(ending: str, text: str) -> None:
    letter = letter_from_bytes(text.encode(), path=f"a{ending}", letter_id="a")
    view = plain_view(letter.text)
    at = view.text.index("3,460")
    where = FileLines(lambda one: text.encode()).region(letter, view.to_source(Span(at, at + 5)))
    assert where is not None
    assert text.split("\n")[where["startLine"] - 1][where["startColumn"] - 1 : where["endColumn"] - 1] == "3,460"
    assert FileLines(lambda one: None).region(letter, Span(0, 4)) is None


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("letters/a b.txt", "letters/a%20b.txt"),
        ("/abs/a.txt", "file:///abs/a.txt"),
        ("//host/a.txt", "file:///host/a.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("week.zip/ကa.txt", "week.zip/%E1%80%80a.txt"),
        ("a?b#c.txt", "a%3Fb%23c.txt"),
        ("-", "-"),
    ],
)
def test_a_path_is_never_a_scheme_or_a_host(make: Workshop, path: str, uri: str) -> None:
    assert file_uri(make.letter(path=path)) == uri
    assert unquote(uri).removeprefix("file:///").lstrip("/") == path.lstrip("/")


def test_junit_as_its_own_reader_counts_it(checked: CheckedLetter, asks: tuple[Ask, ...]) -> None:
    report = junitparser.JUnitXml.fromstring(as_junit([(checked, asks)], [PROBLEM]))
    cases = [case for suite in report for case in suite]
    failed = [case for case in cases if any(isinstance(one, junitparser.Failure) for one in case.result)]
    assert len(failed) == sum(ask.severity != "info" for ask in asks) == report.failures
    assert len(cases) == report.tests == len(checked.extraction.claims) + len(checked.findings) - 1 + 1
    assert report.errors == 1
    assert len({(case.classname, case.name) for case in cases}) == len(cases)
    assert any("35,000 (1 Mar) < 41,000" in one.text for case in failed for one in case.result)


def test_junit_of_hostile_words_is_one_document(make: Workshop) -> None:
    said = "]]></failure><x>&\x00\x1b[31m\ud800 \ufffe"
    one = make.claim(make.text, "14 placards & banners", "14")
    letter = make.letter(letter_id="a", path=said, title=said)
    told = make.checked(letter, (one,), (make.verdict(one, "contradicted", explanation=said, arithmetic=said),))
    asks = asks_of(told, Names())
    root = ET.fromstring(as_junit([(told, asks)], [Problem(path=said, message=said)]))
    assert [node.tag for node in root.iter() if node.tag not in {"testsuites", "testsuite", "testcase"}] == [
        "failure",
        "error",
    ]
    jsonschema.Draft202012Validator(SCHEMA).validate(as_sarif([(letter, asks)], NO_FILE, [PROBLEM]))
    for made in (as_annotations([(letter, asks)]), as_sarif([(letter, asks)], NO_FILE, [PROBLEM])):
        json.dumps(made, ensure_ascii=False).encode()


def test_annotations_are_found_again_by_their_quotation(checked: CheckedLetter, asks: tuple[Ask, ...]) -> None:
    """The Web Annotation Data Model: what is required of each, and selectors that select."""
    text = checked.extraction.letter.text
    collection = as_annotations([(checked.extraction.letter, asks)])
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", len(asks))
    items = collection["first"]["items"]
    assert len({item["id"] for item in items}) == len(items) == len(asks)
    for item, ask in zip(items, asks, strict=True):
        assert item["type"] == "Annotation"
        assert item["motivation"] in {"assessing", "commenting"}
        assert {body["type"] for body in item["body"]} <= {"TextualBody", "SpecificResource"}
        quote, position = item["target"]["selector"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        assert text.index(around) + len(quote["prefix"]) == position["start"] == ask.span.start
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_reviews_are_written_of_what_sources_decide_alone(checked: CheckedLetter) -> None:
    graph = as_claim_reviews([checked], Reviewer(name="Desk", url="https://example.org/check/"))["@graph"]
    decided = [
        verdict.against_source
        for claim in checked.extraction.claims
        if (verdict := checked.verdict_of(claim)) and verdict.against_source in RATING
    ]
    assert [one["reviewRating"]["ratingValue"] for one in graph] == [RATING[key] for key in decided]
    for one in graph:
        assert one["@type"] == "ClaimReview"
        assert one["url"].startswith("https://example.org/check/letters/flood.html#card-flood-")
        assert one["claimReviewed"]
        assert one["author"]["name"] == "Desk"
        assert one["itemReviewed"]["appearance"]["datePublished"] == "2024-03-05"
        assert (
            one["reviewRating"]["worstRating"]
            <= one["reviewRating"]["ratingValue"]
            <= one["reviewRating"]["bestRating"]
        )
        assert not {"true", "false"} & set(one["reviewRating"]["alternateName"].lower().split())
        assert all(work["url"].startswith("https://") for work in one["itemReviewed"].get("citation", ()))
