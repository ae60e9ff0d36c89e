"""Rules that teams bring themselves: installed packages with entry points of the group `crossfoot.rules`.

    [project.entry-points."crossfoot.rules"]
    round-totals = "acme_rules:ROUND_TOTALS"

Each names a `Rule` whose id is `team:name`. One that cannot be used is told in a sentence and left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, get_args

from claims.extraction import Extraction
from claims.model import Field
from claims.quick_records import dataclass
from expectations.book.entry_point_files import may_bring
from expectations.book.soundness import sound
from expectations.model import Finding, Rule, Severity

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "crossfoot.rules"
_SPEAKING = RLock()
RULE_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9]+(?:-[a-z0-9]+)*"
"""What the id of a team's rule looks like: `acme:round-totals`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """An installed rule that cannot be used: the package and entry point that bring it, and why, with what to do."""

    where: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugins:
    """The rules that installed packages bring, each fenced, and those that cannot be used."""

    rules: tuple[Rule, ...]
    unusable: tuple[Unusable, ...]


@cache
def installed() -> Plugins:
    """What is installed beside crossfoot, in the order of package and entry point."""
    if not may_bring(GROUP):
        return read(())
    from importlib.metadata import entry_points

    return read(entry_points(group=GROUP))


def read(points: Iterable[EntryPoint]) -> Plugins:
    """The rules of some entry points; of two with one id the first is kept."""
    rules: dict[str, Rule] = {}
    unusable = []
    for point in sorted(points, key=lambda point: (_package(point), point.name, point.value)):
        loaded = _load(point)
        if isinstance(loaded, Rule) and loaded.rule_id in rules:
            loaded = f"its id {loaded.rule_id} is taken by another package's rule; uninstall one, or rename it"
        if isinstance(loaded, Rule):
            rules[loaded.rule_id] = fenced(loaded)
        else:
            unusable.append(Unusable(where=f"rule {point.name} of {_package(point)}", message=loaded))
    return Plugins(rules=tuple(rules.values()), unusable=tuple(unusable))


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else "an unknown package"


def _load(point: EntryPoint) -> Rule | str:
    """The rule of an entry point, or why there is none."""
    try:
        with _quietly():
            loaded = point.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever a team's package does when it is imported, letters are read
        return f"cannot be loaded ({_said(error)}); mend or uninstall the package"
    if not isinstance(loaded, Rule):
        return f"is {type(loaded).__name__}, not a Rule; let the entry point name an expectations.model.Rule"
    if not isinstance(loaded.rule_id, str) or re.fullmatch(RULE_ID, loaded.rule_id) is None:
        return f"its id {loaded.rule_id!r} is not of the form team:name in small letters, digits and dashes; rename it"
    texts = (loaded.checks, loaded.why, loaded.how_to_read, loaded.how_to_dismiss)
    if not all(isinstance(text, str) and text.strip() for text in texts) or not callable(loaded.run):
        return "declares no function or lacks a text (checks, why, how_to_read, how_to_dismiss); fill them in"
    if loaded.severity not in get_args(Severity):
        return f"its severity {loaded.severity!r} is none; use one of {', '.join(get_args(Severity))}"
    return loaded


def _said(error: BaseException) -> str:
    said = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return said.encode("utf-8", "backslashreplace").decode("utf-8")


@contextmanager
def _quietly() -> Iterator[None]:
    """What a team's package prints goes to standard error, never between the lines of our output.

    Standard output is the whole process's, so one rule speaks at a time.
    """
    with _SPEAKING, redirect_stdout(sys.stderr):
        yield


def fenced(rule: Rule) -> Rule:
    """The rule behind a fence: a fault of it becomes a finding that says so, and never costs a letter its others."""

    def run(extraction: Extraction, field: Field) -> list[Finding]:
        return _answer(rule, lambda: rule.run(extraction, field), (extraction,), across=False)

    def run_across(extractions: Iterable[Extraction], field: Field) -> list[Finding]:
        letters = tuple(extractions)
        assert rule.run_across
        ask = rule.run_across
        return _answer(rule, lambda: ask(letters, field), letters, across=True)

    return replace(rule, run=run, run_across=run_across if rule.run_across else None)


def _answer(
    rule: Rule, ask: Callable[[], list[Finding]], letters: tuple[Extraction, ...], *, across: bool
) -> list[Finding]:
    try:
        with _quietly():
            findings = list(ask())
        fault = next((why for one in findings if (why := sound(one, rule.rule_id, letters, across=across))), None)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit and GeneratorExit are the rule's too
        fault, findings = f"failed ({_said(error)})", []
    if fault is None:
        return findings
    message = f"The rule {rule.rule_id} could not be applied: it {fault}. Its makers can mend it; or switch it off."
    return [
        Finding(rule=rule.rule_id, status="not_checkable", severity="info", message=message, stated="", expected="")
    ]
