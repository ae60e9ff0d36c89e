"""The output contract of `crossfoot check --format json`, field by field (docs/contract.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from itertools import zip_longest
from typing import Any

from claims.model import Citation, Claim, NumberAccount
from claims.readers.raw_document import Skipped
from expectations.book.all_rules import own_rules
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import NONE, NOTHING_DECIDED, Decided, Decisions
from reports.deciding.folding import Standing
from reports.deciding.things_decided import Words
from reports.exports.decision_json import decision_json
from reports.exports.plain_json import Json, iso, number, offsets, optional_number, period_json
from reports.exports.relation_rows import relations_to_contract
from reports.exports.signatories_json import signatories_json
from reports.exports.verdict_json import verdict_json
from reports.model import Problem
from reports.standing.figures_between import by_id, words_in
from sources.pages.told import CitedPage

SCHEMA = "crossfoot/1"


def to_contract(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    problems: Sequence[Problem],
    skipped: Sequence[Skipped] = (),
    decisions: Decisions = NONE,
) -> Json:
    """The whole document, ready for `json.dumps`: numbers as int or float, dates as ISO strings.

    `across` are the findings between letters; their spans carry the letter they stand in. `skipped` are the files that
    were met and not taken as letters.
    """
    around = around_letters(words_in(across, by_id(checked)), across, problems, skipped, decisions)
    return {**around, "letters": [letter_to_contract(one, decisions.of(one)) for one in checked]}


def around_letters(
    words: Words,
    across: Sequence[Finding],
    problems: Sequence[Problem],
    skipped: Sequence[Skipped] = (),
    decisions: Decisions = NONE,
) -> Json:
    """The document without what stands of the letters themselves."""
    between = decisions.of_across(across, words)
    return {
        "schema": SCHEMA,
        "letters": [],
        "findings": [_finding(one, stood) for one, stood in zip(across, between, strict=True)],
        "problems": [{"path": _encodable(one.path), "message": _encodable(one.message)} for one in problems],
        "skipped": [{"path": _encodable(one.path), "reason": _encodable(one.reason)} for one in skipped],
    }


def letter_to_contract(checked: CheckedLetter, decided: Decided = NOTHING_DECIDED) -> Json:
    """One letter's object: a line of `--format jsonl`, a member of `letters` in `--format json`."""
    letter = checked.extraction.letter
    return {
        "letter_id": letter.letter_id,
        "path": _encodable(letter.path),
        "sha256": letter.sha256,
        "title": letter.title,
        "written_on": iso(letter.written_on),
        "published_on": iso(letter.published_on),
        "media_type": letter.media_type,
        "warnings": list(letter.warnings),
        "text": letter.text,
        "signatories": signatories_json(checked.extraction.signatories),
        "claims": [_claim(one, checked, decided) for one in checked.extraction.claims],
        "relations": relations_to_contract(checked),
        "findings": [_finding(one, stood) for one, stood in zip_longest(checked.findings, decided.findings)],
        "numbers": _numbers(checked.extraction.numbers),
    }


def contract_schema() -> Json:
    """The JSON Schema (2020-12) of the document `to_contract` gives, with the ids of the rules there are."""
    text = files("reports").joinpath("schema", "crossfoot-1.schema.json").read_text(encoding="utf-8")
    schema: Json = json.loads(text)
    schema["$defs"]["rule"]["enum"] = [rule.rule_id for rule in own_rules()]
    return schema


def _claim(claim: Claim, checked: CheckedLetter, decided: Decided) -> Json:
    letter, verdict = checked.extraction.letter, checked.verdict_of(claim)
    cited = zip(claim.citations, checked.pages_of(claim), strict=True)
    page, paragraph = letter.place(claim.span)
    quantity, interval = claim.quantity, claim.quantity.interval
    return {
        "claim_id": claim.claim_id,
        "text": claim.text,
        **offsets(claim.span),
        "page": page,
        "paragraph": paragraph,
        "sentence": claim.sentence,
        "kind": claim.kind,
        "value": number(quantity.value),
        "low": optional_number(interval.low),
        "high": optional_number(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
        "as_written": quantity.as_written,
        "comparator": quantity.comparator,
        "unit": claim.unit,
        # what was compared goes before what the words alone led to: the row that a claim repeats tells what it counts
        "measure": (verdict.measure if verdict else None) or claim.measure,
        "measures_possible": list(claim.measures_possible),
        "counted": quantity.counted,
        "direction": quantity.direction,
        "additive": quantity.additive,
        "place": claim.place,
        "period": period_json(claim.period),
        "event": claim.event,
        "attribution": claim.attribution,
        "citations": [_citation(one, page) for one, page in cited],
        "verdict": verdict_json(verdict),
        **decision_json(decided.claims.get(claim.claim_id)),
    }


def _citation(citation: Citation, page: CitedPage | None) -> Json:
    return {
        "kind": citation.kind,
        "mark": citation.mark,
        "text": citation.text,
        "url": citation.url,
        "producer": citation.producer,
        "published_on": iso(citation.published_on),
        "fetched": _fetched(page),
        "not_fetched": page.answer.why if page is not None and page.record is None else None,
    }


def _fetched(page: CitedPage | None) -> Json | None:
    """The cited page as it was fetched, and whether it prints the figure; of its text eight words at most."""
    if page is None or page.record is None:
        return None
    return {
        "sha256": page.record.sha256,
        "fetched_at": page.record.fetched_at,
        "media_type": page.media_type,
        "prints": page.answer.prints,
        "as_printed": page.answer.as_printed,
        "nearest": list(page.answer.nearest),
        "why": page.answer.why or None,
        "address": page.record.final_address or page.address,
        "archived_at": page.record.archived_at,
        "grade": page.grade,
    }


def _finding(finding: Finding, stood: Standing | None) -> Json:
    return {
        "rule": finding.rule,
        "status": finding.status,
        "severity": finding.severity,
        "message": finding.message,
        "stated": finding.stated,
        "expected": finding.expected,
        "claim_ids": list(finding.claim_ids),
        "spans": _spans(finding),
        "relation_ids": list(finding.relation_ids),
        **decision_json(stood),
    }


def _spans(finding: Finding) -> list[list[Any]]:
    """`[start, end]` each, or `[letter_id, start, end]` where the finding spans letters."""
    if not finding.letter_ids:
        return [[span.start, span.end] for span in finding.spans]
    pairs = zip(finding.letter_ids, finding.spans, strict=True)
    return [[letter_id, span.start, span.end] for letter_id, span in pairs]


def _numbers(account: NumberAccount) -> Json:
    return {
        "total": account.total,
        "claimed": account.claimed,
        "ignored": len(account.ignored),
        "unread": len(account.unread),
    }


def _encodable(text: str) -> str:
    """A file name that is not valid UTF-8 reaches us with lone surrogates, which no JSON document may hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
