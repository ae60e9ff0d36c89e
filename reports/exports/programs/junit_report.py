"""Claims and checks as JUnit XML: a suite a letter, a case a claim or a check; what would make
`check` fail is a failure, what is only to be looked at is told on a case that passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from expectations.model import CheckedLetter
from reports.exports.asks import Ask, comment_lines, head_of
from reports.exports.safe_words import one_line, safe
from reports.model import Problem
from reports.words.wording import RULE, word

CheckedWithAsks = Sequence[tuple[CheckedLetter, Sequence[Ask]]]
Counts = tuple[int, ...]
_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
"""What is counted on a suite and on the whole, and the tag that it is counted by."""
BETWEEN = "\n  "


def as_junit(letters: CheckedWithAsks, problems: Sequence[Problem] = ()) -> bytes:
    """The whole document; a letter that could not be read is an error."""
    suites = [suite_of(checked, asks) for checked, asks in letters]
    told = [f"{BETWEEN}{suite}".encode() for suite in suites]
    return b"".join(junit_parts(told, [counts_of(suite) for suite in suites], problems))


def junit_parts(suites: Iterable[bytes], counts: Sequence[Counts], problems: Sequence[Problem] = ()) -> Iterator[bytes]:
    """The document in parts, around the `suites` of letters, each with `BETWEEN` before it, of these `counts`."""
    unread = [_unread(problem) for problem in problems]
    every = [*counts, *map(counts_of, unread)]
    root = Element("testsuites", name="crossfoot")
    for at, name in enumerate(_COUNTED):
        root.set(name, str(sum(one[at] for one in every)))
    root.set("time", "0")
    opening = f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}'
    if not every:
        yield f"{opening}\n".encode()
        return
    yield f"{opening.removesuffix(' />')}>".encode()
    yield from suites
    yield f"{''.join(BETWEEN + one for one in unread)}\n</testsuites>\n".encode()


def counts_of(suite: str) -> Counts:
    """The cases of a suite, and those that failed, were in error, were passed over: in words no sign opens a tag."""
    return tuple(suite.count(f"<{tag} ") for tag in _COUNTED.values())


def _unread(problem: Problem) -> str:
    suite = Element("testsuite", name=one_line(problem.path))
    case = SubElement(suite, "testcase", classname=one_line(problem.path), name="read", time="0")
    SubElement(case, "error", message=one_line(problem.message), type="unread")
    return _written(suite)


def suite_of(checked: CheckedLetter, asks: Sequence[Ask]) -> str:
    """The suite of one letter, as it stands in the document."""
    letter = checked.extraction.letter
    suite = Element("testsuite", name=one_line(letter.letter_id))
    by_claim = {ask.key: ask for ask in asks if ask.claim is not None}
    for number, claim in enumerate(checked.extraction.claims, start=1):
        name = f"claim {number}: {one_line(claim.text, 200)}"
        case = _case(suite, one_line(letter.letter_id), name, by_claim.get(claim.claim_id))
        verdict = checked.verdict_of(claim)
        if claim.claim_id not in by_claim and (verdict is None or verdict.against_source in _SKIPPED):
            SubElement(case, "skipped", message=head_of(verdict))
    _checks(suite, checked, [ask for ask in asks if ask.claim is None])
    return _written(suite)


def _written(suite: Element) -> str:
    _count(suite)
    indent(suite, level=1)
    told: str = tostring(suite, encoding="unicode")
    return told


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


def _count(suite: Element) -> None:
    """What JUnit's readers expect on a suite: how many cases, failures, errors, and cases passed over."""
    suite.set("tests", str(len(suite)))
    for name, child in list(_COUNTED.items())[1:]:
        suite.set(name, str(sum(case.find(child) is not None for case in suite)))
    suite.set("time", "0")
