"""How often editors agreed: what counts as an alarm, who agrees, when a rule is a draft; misreadings as cases."""

from __future__ import annotations

from typing import Any

import pytest

from reports.deciding.agreement import agreements, draft_rules, misreadings
from reports.deciding.entries import Entry, Subject
from reports.deciding.folding import Standing, standing

ALARM = {"status": "inconsistent"}
AGAINST = {"verdict": "overstated", "measure": "wells_dry"}


def decided(decision: str, at: int = 1, rule: str = "", read: dict[str, Any] | None = None, **payload: Any) -> Standing:
    kind: Any = "finding" if rule else "claim"
    subject = Subject.of("l", kind, (f"{at} wells", f"{at} wells are dry."), str(at), 1, rule)
    told = {**payload, "read": read if read is not None else (ALARM if rule else AGAINST)}
    return standing([Entry(subject=subject, revision=1, decision=decision, by="Ada", at="2024", payload=told)])


@pytest.mark.parametrize(
    ("decision", "payload", "counts"),
    [
        ("accept", {}, (1, 0, 0)),
        ("correct", {"wording": "x"}, (1, 0, 0)),
        ("not_a_claim", {}, (0, 1, 0)),
        ("read_wrongly", {}, (0, 1, 0)),
        ("source_wrong", {}, (0, 1, 0)),
        ("dismiss", {"reason": "fine"}, (0, 1, 0)),
        ("dismiss", {"reason": "said_elsewhere"}, (0, 1, 0)),
        ("dismiss", {"reason": "known"}, (0, 0, 1)),
        ("dismiss", {"reason": "style"}, (0, 0, 1)),
        ("dismiss", {"reason": "until_text_changes"}, (0, 0, 1)),
    ],
)
def test_who_agrees(decision: str, payload: dict[str, Any], counts: tuple[int, ...]) -> None:
    [verdict, measure] = agreements([decided(decision, **payload)])
    assert (verdict.agreed, verdict.disagreed, verdict.neither) == counts
    assert (verdict.name, measure.name) == ("overstated", "wells_dry")


@pytest.mark.parametrize(
    "stood",
    [
        decided("accept", read={"verdict": "consistent"}),
        decided("accept", read={}),
        decided("accept", rule="ordinal", read={"status": "consistent"}),
        decided("assign", to="Ben"),
    ],
)
def test_what_was_no_alarm_says_nothing_of_alarms(stood: Standing) -> None:
    assert agreements([stood]) == ()


@pytest.mark.parametrize(
    ("agreed", "disagreed", "draft"), [(8, 2, False), (7, 3, True), (0, 9, False), (0, 10, True), (100, 0, False)]
)
def test_a_rule_is_a_draft_only_where_enough_say_so(agreed: int, disagreed: int, draft: bool) -> None:
    rows = [decided("accept", at, "ordinal") for at in range(agreed)]
    rows += [decided("dismiss", agreed + at, "ordinal", reason="fine") for at in range(disagreed)]
    assert draft_rules(rows) == (frozenset({"ordinal"}) if draft else frozenset())


def test_misreadings_are_cases() -> None:
    right = {"value": "6", "comparator": ">="}
    rows = [
        decided("read_wrongly", 60, right=right),
        decided("not_a_claim", 61),
        decided("accept", 62),
        decided("read_wrongly", 63, "ordinal"),
    ]
    found = {case["quote"]: case for case in misreadings(rows)}
    assert set(found) == {"60 wells", "61 wells"}
    assert found["60 wells"]["sentence"] == "60 wells are dry."
    assert found["60 wells"]["read"] == {"value": "60", **AGAINST}
    assert found["60 wells"]["right"] == right
    assert found["61 wells"]["right"] is None
