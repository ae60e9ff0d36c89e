"""What asks for an editor as SARIF 2.1.0, so that a letter in a repository is checked like code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from claims.model import Letter
from expectations.book.all_rules import rule_called
from reports.exports.asks import Ask, comment_lines
from reports.exports.programs.where_it_stands import FileLines, encodable, file_uri
from reports.exports.safe_words import safe
from reports.model import Problem
from reports.words.wording import RULE, Word, keys, word

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {"error": "error", "warning": "warning", "info": "note"}
Letters = Sequence[tuple[Letter, Sequence[Ask]]]
UNPLACED = -1


def as_sarif(letters: Letters, lines: FileLines, problems: Sequence[Problem] = ()) -> dict[str, Any]:
    """One run; its rules are those that spoke, by their ids. What could not be read is told as a notification."""
    ids = sorted({ask.rule for _, asks in letters for ask in asks})
    results = [
        placed(each, at, ids) for at, (letter, asks) in enumerate(letters) for each in results_of(letter, asks, lines)
    ]
    return log_of(ids, [artifact_of(letter) for letter, _ in letters], results, problems)


def log_of(
    ids: Sequence[str], artifacts: Sequence[Any], results: Sequence[Any], problems: Sequence[Problem]
) -> dict[str, Any]:
    """The document of these rules, letters and results."""
    run = {
        "tool": {
            "driver": {"name": "crossfoot", "version": version("crossfoot"), "rules": [_rule(one) for one in ids]}
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "invocations": [_invocation(problems)],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def results_of(letter: Letter, asks: Sequence[Ask], lines: FileLines) -> list[dict[str, Any]]:
    """The results of a letter, which do not know yet which of the letters it is, and which of the rules there are."""
    return [_result(letter, UNPLACED, ask, UNPLACED, lines.region(letter, ask.span)) for ask in asks]


def placed(result: dict[str, Any], at: int, ids: Sequence[str]) -> dict[str, Any]:
    """A result of the `at`th letter, among the rules of these ids."""
    for one in result["locations"]:
        one["physicalLocation"]["artifactLocation"]["index"] = at
    return result | {"ruleIndex": ids.index(result["ruleId"])}


def word_of(rule: str) -> Word:
    """The words for what an ask is named by: a rule of ours, a verdict, or that it was out of date when written."""
    for group in ("against_source", "timeliness", "cautions", "cited_sign"):
        if rule in keys(group):
            return word(group, rule)
    return word(RULE, rule)


def _rule(rule: str) -> dict[str, Any]:
    known, said = rule_called(rule), word_of(rule)
    told = said.sentence or (known.checks if known else "") or said.label
    return {
        "id": rule,
        # a name for people only where it is another than the id, which the standard keeps for good
        **({"name": said.label} if said.label.casefold() != rule.casefold() else {}),
        "shortDescription": {"text": said.label},
        "fullDescription": {"text": told},
        **({"help": {"text": f"{known.how_to_read} {known.how_to_dismiss}"}} if known else {}),
    }


def artifact_of(letter: Letter) -> dict[str, Any]:
    """A letter as an artifact."""
    return {"location": {"uri": file_uri(letter)}, "mimeType": letter.media_type, "hashes": {"sha-256": letter.sha256}}


def _invocation(problems: Sequence[Problem]) -> dict[str, Any]:
    told = [{"level": "error", "message": {"text": encodable(f"{one.path}: {one.message}")}} for one in problems]
    return {"executionSuccessful": not problems, "toolExecutionNotifications": told}


def _result(letter: Letter, at: int, ask: Ask, rule: int, where: dict[str, int] | None) -> dict[str, Any]:
    return {
        "ruleId": ask.rule,
        "ruleIndex": rule,
        "level": LEVEL[ask.severity],
        "message": {"text": safe("\n".join(comment_lines(ask)))},
        "locations": list(_locations(letter, at, ask, where)),
        # a claim's id comes from its words, its value and which of its like it is: an edit elsewhere leaves it
        "partialFingerprints": {"crossfootAsk/v1": encodable(f"{letter.letter_id}:{ask.key}")},
    }


def _locations(letter: Letter, at: int, ask: Ask, where: dict[str, int] | None) -> Iterator[dict[str, Any]]:
    place: dict[str, Any] = {"artifactLocation": {"uri": file_uri(letter), "index": at}}
    if where is not None:
        place["region"] = where | {"snippet": {"text": encodable(ask.span.of(letter.text))}}
    page, paragraph = letter.place(ask.span)
    names = [f"{kind} {number}" for kind, number in (("page", page), ("paragraph", paragraph)) if number]
    logical = {"logicalLocations": [{"fullyQualifiedName": ", ".join(names)}]} if names else {}
    yield {"physicalLocation": place} | logical
