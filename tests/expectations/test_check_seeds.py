"""The two seeds checked against themselves: what must be found, and nothing else of severity error or warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.letters import read_letter
from expectations.check import check_letter
from sources.table.load import load_table

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def ledger():
    field = load_table().field
    names = ("000_e41d4cffd07bcdcf", "002_2cd62c704b68d50a")
    return {name[:3]: check_letter(read_letter(SEEDS / f"{name}.txt"), field, None) for name in names}


def of(checked, rule):
    return [finding for finding in checked.findings if finding.rule == rule]


def test_spans_and_claims_of_every_finding_exist(ledger):
    for checked in ledger.values():
        ids = {claim.claim_id for claim in checked.extraction.claims}
        for finding in checked.findings:
            assert all(0 <= span.start < span.end <= len(checked.extraction.letter.text) for span in finding.spans)
            assert set(finding.claim_ids) <= ids


@pytest.mark.parametrize(
    ("letter", "rule", "words"),
    [
        ("000", "signatory-total", "285 stated = 254 listed + 31 undisclosed"),
        ("000", "signatory-list", "The list is numbered 1–254 without a gap: 254 entries."),
        ("002", "signatory-total", "551 stated = 298 listed + 253 undisclosed"),
        ("002", "citation-marks", "[i]–[xvi]: every mark has its note and every note its mark."),
    ],
)
def test_held(ledger, letter, rule, words):
    held = [finding.message for finding in of(ledger[letter], rule) if finding.status == "consistent"]
    assert any(message.startswith(words) for message in held), held


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("000", "may count 1 February 2021 to 21 May 2025: 4.3 years"),
        ("002", "may count 1 February 2021 to 15 August 2023: 30.5 months"),
    ],
)
def test_a_stretch_whose_start_is_not_said_is_no_tick(ledger, letter, words):
    open_ones = [finding.message for finding in of(ledger[letter], "duration") if finding.status == "not_checkable"]
    assert any(words in message for message in open_ones), open_ones


def test_the_list_of_the_second_is_not_in_its_text(ledger):
    assert [finding.status for finding in of(ledger["002"], "signatory-list")] == ["not_checkable"]


def test_the_only_body_listed_twice(ledger):
    (finding,) = of(ledger["000"], "signatory-duplicate")
    assert (finding.status, finding.severity) == ("inconsistent", "warning")
    assert finding.message.startswith("Nos. 36 and 40 look like one body")
    assert finding.message.endswith("Without the repeat: 253 listed + 31 undisclosed = 284.")
    text = ledger["000"].extraction.letter.text
    assert [span.of(text) for span in finding.spans] == [
        "Burma Rohingya Organisation UK (BROUK)",
        "Burmese Rohingya Organization UK (BROUK)",
    ]


def test_links_without_a_target(ledger):
    (finding,) = of(ledger["000"], "citation-marks")
    assert (finding.status, finding.severity, len(finding.spans)) == ("inconsistent", "warning", 8)


def test_a_malformed_ordinal(ledger):
    (finding,) = [finding for finding in of(ledger["002"], "ordinal") if finding.status == "inconsistent"]
    assert (finding.stated, finding.expected) == ("53nd", "53rd")


def test_nothing_else_raises_an_alarm(ledger):
    alarms = [
        (letter, finding.rule)
        for letter, checked in ledger.items()
        for finding in checked.findings
        if finding.status == "inconsistent" and finding.severity != "info"
    ]
    assert alarms == [("000", "signatory-duplicate"), ("000", "citation-marks"), ("002", "ordinal")]
