"""What an editor must see of a run, each thing in a line and under a name that changes exactly if the thing does.

A thing is an alarm or a claim that asks for an editor and that none has put aside, a letter that could not be read, a
table that failed. Names are digests: what was told is remembered without a word of any letter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claims.quick_records import dataclass
from expectations.model import CheckedLetter, Finding
from reports.deciding.decisions import Decided, Decisions
from reports.deciding.things_decided import Words, across_subjects, claim_subjects, finding_subjects
from reports.standing.desk import DeskItem, across_desk
from reports.standing.failing import open_across
from reports.standing.figures_between import by_id, words_in
from reports.standing.open_desk import still_open
from reports.words.history_words import causes_words, finding_words, said, standing_words
from reports.words.wording import word

_NAME = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to see. `about` is the letter's title or its id; `line` says it; `why` is empty where nothing is known.

    `kind`: "item" (for an editor), "unread" (a letter, a table), "failed" (a gate).
    """

    name: str
    kind: str
    about: str
    line: str
    why: str = ""


def items_of(
    checked: Sequence[CheckedLetter],
    across: Sequence[Finding],
    decisions: Decisions,
    since: Mapping[str, Any] | None,
    told: Words | None = None,
) -> Iterator[Item]:
    """What the letters of a run ask an editor for; `since` is what changed since the last run, as `run.json` has it;
    `told`: the words at the figures of what was found between letters, where they were taken already.
    """
    words = told or words_in(across, by_id(checked))
    reasons = _reasons(since)
    for one in checked:
        yield from _of_letter(one, decisions.of(one), reasons)
    subjects = {id(one): subject for one, subject in zip(across, across_subjects(across, words), strict=True)}
    for finding in across_desk(open_across(across, words, decisions)):
        about = ", ".join(dict.fromkeys(finding.letter_ids))
        name = _name("across", subjects[id(finding)].key)
        yield Item(name=name, kind="item", about=about, line=_finding_line(finding))


def faults_of(summary: Mapping[str, Any]) -> Iterator[Item]:
    """What of a run could not be read, and which of its tables failed."""
    for problem in summary["problems"]:
        path, message = problem["path"], problem["message"]
        yield Item(name=_name("unread", path, message), kind="unread", about=path, line=message)
    for table in summary["failed_gates"]:
        lines = [one for one in summary["gate_faults"] if table in one]
        yield Item(name=_name("failed", table), kind="failed", about=table, line=lines[0] if lines else table)


def _of_letter(checked: CheckedLetter, decided: Decided, reasons: Mapping[str, str]) -> Iterator[Item]:
    letter = checked.extraction.letter
    about = letter.title or letter.letter_id
    open_ = still_open(checked, decided)
    claims = claim_subjects(checked) if open_ else {}
    alarms = {id(one): subject.key for one, subject in zip(checked.findings, finding_subjects(checked), strict=True)}
    for item in open_:
        if item.finding is not None:
            name = _name(letter.letter_id, alarms[id(item.finding)])
            yield Item(name=name, kind="item", about=about, line=_finding_line(item.finding))
        elif item.claim is not None:
            line, stands = _claim_line(item)
            name = _name(letter.letter_id, claims[item.claim.claim_id].key, stands)
            yield Item(name=name, kind="item", about=about, line=line, why=reasons.get(item.claim.claim_id, ""))


def _claim_line(item: DeskItem) -> tuple[str, str]:
    """A claim and how it stands, and the part of it that makes another thing of it."""
    assert item.claim is not None
    assert item.verdict is not None
    verdict = {"against_source": item.verdict.against_source, "timeliness": item.verdict.timeliness}
    stands = standing_words(verdict)
    if item.page is not None:
        stands += f"; {word('cited_sign', 'prints_otherwise').short}"
    text = said("figure", text=" ".join(item.claim.text.split()))
    shown = f" ({item.verdict.arithmetic})" if item.verdict.arithmetic else ""
    return f"{text}: {stands}{shown}", stands


def _finding_line(finding: Finding) -> str:
    return finding_words({"rule": finding.rule, "stated": finding.stated, "expected": finding.expected})


def _reasons(since: Mapping[str, Any] | None) -> dict[str, str]:
    """Why a claim came out otherwise, by its id; of those that the record tells of."""
    changes: Iterable[Any] = (change for letter in (since or {}).get("letters", ()) for change in letter["claims"])
    return {
        change["after"]["claim_id"]: causes_words(change["causes"])
        for change in changes
        if change["before"] and change["after"] and change["causes"]
    }


def _name(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:_NAME]
