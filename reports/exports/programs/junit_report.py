"""Claims and checks as JUnit XML: a suite a letter, a case a claim or a check; what would make
`check` fail is a failure, what is only to be looked at is told on a case that passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from expectations.model import CheckedLetter
from reports.exports.asks import Ask, comment_lines, head_of
from reports.exports.safe_words import one_line, safe
from reports.model import Problem
from reports.words.wording import RULE, word

CheckedWithAsks = Sequence[tuple[CheckedLetter, Sequence[Ask]]]


def as_junit(letters: CheckedWithAsks, problems: Sequence[Problem] = ()) -> bytes:
    """The whole document; a letter that could not be read is an error."""
    root = Element("testsuites", name="crossfoot")
    for checked, asks in letters:
        _suite(root, checked, asks)
    for problem in problems:
        suite = SubElement(root, "testsuite", name=one_line(problem.path))
        case = SubElement(suite, "testcase", classname=one_line(problem.path), name="read", time="0")
        SubElement(case, "error", message=one_line(problem.message), type="unread")
        _count(suite)
    _count(root, root.iter("testcase"))
    indent(root)
    body: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _suite(root: Element, checked: CheckedLetter, asks: Sequence[Ask]) -> None:
    letter = checked.extraction.letter
    suite = SubElement(root, "testsuite", name=one_line(letter.letter_id))
    by_claim = {ask.key: ask for ask in asks if ask.claim is not None}
    for number, claim in enumerate(checked.extraction.claims, start=1):
        name = f"claim {number}: {one_line(claim.text, 200)}"
        case = _case(suite, one_line(letter.letter_id), name, by_claim.get(claim.claim_id))
        verdict = checked.verdict_of(claim)
        if claim.claim_id not in by_claim and (verdict is None or verdict.against_source in _SKIPPED):
            SubElement(case, "skipped", message=head_of(verdict))
    _checks(suite, checked, [ask for ask in asks if ask.claim is None])
    _count(suite)


def _checks(suite: Element, checked: CheckedLetter, asks: Sequence[Ask]) -> None:
    letter_id = one_line(checked.extraction.letter.letter_id)
    for ask in asks:
        _case(suite, letter_id, f"check {ask.key}: {one_line(ask.quote, 200)}", ask)
    others = [one for one in checked.findings if one.status != "inconsistent"]
    for number, finding in enumerate(others, start=1):
        name = f"check {number}: {word(RULE, finding.rule).label} {one_line(finding.stated, 200)}".rstrip()
        case = _case(suite, letter_id, name, None)
        if finding.status == "not_checkable":
            SubElement(case, "skipped", message=one_line(finding.message))


_SKIPPED = frozenset({"unverified", "not_comparable", "conflicting_sources"})


def _case(suite: Element, letter_id: str, name: str, ask: Ask | None) -> Element:
    case = SubElement(suite, "testcase", classname=letter_id, name=name, time="0")
    if ask is None:
        return case
    if ask.severity == "info":  # to be looked at: it does not make `check` fail either
        told = SubElement(case, "system-out")
    else:
        told = SubElement(case, "failure", message=one_line(f"{ask.head}: {ask.quote}"), type=ask.rule)
    told.text = safe("\n".join(comment_lines(ask)))
    return case


def _count(node: Element, cases: Iterable[Element] | None = None) -> None:
    """What JUnit's readers expect on a suite: how many cases, failures, errors, and cases passed over."""
    every = list(node if cases is None else cases)
    node.set("tests", str(len(every)))
    for name, child in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        node.set(name, str(sum(case.find(child) is not None for case in every)))
    node.set("time", "0")
