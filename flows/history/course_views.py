"""A letter's past as plain values, and as lines for a terminal: `crossfoot history`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flows.history.claim_course import Step, Stretch
from flows.history.diff_text import entry, under
from flows.history.plain_changes import claim_of, run_of
from flows.store.past_runs import RunFacts
from reports.terminal.wrapping import clean
from reports.words.history_words import causes_words, claim_words, moment, said, standing_words, totals_words
from reports.words.wording import counted

HISTORY = "crossfoot-history/1"
Plain = dict[str, Any]


def history_of(course: Sequence[Stretch], claims: Sequence[Sequence[Step]]) -> Plain:
    """The past of a letter and of its claims, or of those asked for."""
    newest = next(one.letter for one in reversed(course) if one.letter)
    return {
        "schema": HISTORY,
        "letter": {"letter_id": newest.letter_id, "path": newest.path, "title": newest.title},
        "states": [
            {**_runs(one.runs), "sha256": one.letter.sha256 if one.letter else None,
             "items": one.letter.items if one.letter else None}
            for one in course
        ],
        "claims": [[_step(one) for one in steps] for steps in claims],
    }  # fmt: skip


def _step(step: Step) -> Plain:
    return {
        **_runs(step.runs),
        "what": step.change.what if step.change else "new",
        "claim": claim_of(step.claim),
        "causes": [one.plain() for one in step.causes],
    }


def _runs(runs: Sequence[RunFacts]) -> Plain:
    return {"first_run": run_of(runs[0]), "last_run": run_of(runs[-1]), "runs": len(runs)}


def history_lines(history: Mapping[str, Any], *, every: bool) -> Iterator[str]:
    """The past of a letter: its states, then its claims, those that came out otherwise on the way first and whole.

    `every`: claims that never changed are listed too, instead of counted.
    """
    letter, states = history["letter"], history["states"]
    yield clean(f"{letter['title'] or letter['letter_id']} ({letter['letter_id']}, {letter['path']})")
    for one in states:
        what = said("state", sha=one["sha256"][:12], items=counted(one["items"], "item")) if one["sha256"] else ""
        yield f"  {_when(one)}: {what or said('not_there')}"
    moved = [steps for steps in history["claims"] if len(steps) > 1 or every]
    for steps in moved:
        yield ""
        yield from _claim_lines(steps)
    if still := len(history["claims"]) - len(moved):
        yield from ("", said("unmoved", figures=counted(still, "figure")))


def _claim_lines(steps: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    last = next(one["claim"] for one in reversed(steps) if one["claim"])
    yield clean(f"{said('figure', text=last['quotation'])}  {last['claim_id']}")
    before = None
    for step in steps:
        claim = step["claim"]
        if claim is None:
            yield from entry("", f"{_when(step)}: {said('what_gone')}")
        else:
            told = {"what": step["what"], "before": before, "after": claim}
            yield from entry("", f"{_when(step)}: {_told(told)}")
            if claim["arithmetic"] and claim["against_source"] != "unverified":
                yield from under(claim["arithmetic"])
        if step["causes"] and before:
            yield from under(said("why", causes=causes_words(step["causes"])))
        before = claim or before


def _told(change: Mapping[str, Any]) -> str:
    """The first step says how the claim stood, a later one what became of it."""
    if change["before"] is None:
        return standing_words(change["after"])
    return claim_words(change)


def _when(stretch: Mapping[str, Any]) -> str:
    first, last = stretch["first_run"]["started_at"], stretch["last_run"]["started_at"]
    if moment(first) == moment(last):
        return moment(first)
    return said("stretch", first=moment(first), last=moment(last), runs=counted(stretch["runs"], "run"))


def run_lines(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The runs, the newest first: each with what changed since the one before and whether it is kept whole."""
    for run in runs:
        much = ", ".join(counted(run[f"{thing}s"], thing) for thing in ("letter", "claim", "item"))
        yield f"{run['run_id']}  {moment(run['started_at'])}  {much}{'' if run['kept'] else '  ' + said('not_kept')}"
        if run["changed"] is not None:
            yield from entry("", ", ".join(totals_words(run["changed"])) or said("nothing"))
