"""Running suites on frames: one context a gate, one lock a process, plain dicts out.

Two threads that share a context get each other's verdicts without a word of warning, so the runs of a process queue
here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from threading import RLock
from typing import Any

from expectations.results import Check
from expectations.suites.build import INFORMATIONAL, suite_of
from expectations.suites.library import gx
from expectations.suites.parts_in_set import KNOWN

WITHOUT_ROWS = {"result_format": "BASIC"}
# Rows are asked for by position: by key, the library looks up every cell of every row at fault, a second a thousand.
WITH_ROWS = {"result_format": "SUMMARY", "partial_unexpected_count": 20}
_LOCK = RLock()


def run_suites(
    frames: Mapping[str, Any],
    checks: Mapping[str, Sequence[Check]],
    known: Mapping[str, Collection[str]],
) -> dict[str, dict[str, Any]]:
    """Validates each frame against its checks, adding what is informational; the library's result JSON by table.

    `known` holds the ids referred to, by table. Rows at fault are given by their label in the frame's index.
    """
    with _LOCK:
        token = KNOWN.set(known)
        try:
            pandas = _context().data_sources.add_pandas("run")
            return {table: _run(pandas, table, frame, checks[table]) for table, frame in frames.items()}
        finally:
            KNOWN.reset(token)


def informational(table: str) -> tuple[Check, ...]:
    """The checks of a table that are shown and never gate."""
    return INFORMATIONAL.get(table, ())


def _context() -> Any:
    """A context in memory: nothing of it reaches a disk, a home folder or a network."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return context


def _run(pandas: Any, table: str, frame: Any, checks: Sequence[Check]) -> dict[str, Any]:
    """Every check once, and those that failed once more for the rows at fault: asking for rows doubles the time."""
    definition = pandas.add_dataframe_asset(table).add_batch_definition_whole_dataframe(table)
    batch = definition.get_batch(batch_parameters={"dataframe": frame})
    result = _validate(batch, table, checks, WITHOUT_ROWS)
    failed = {_check_id(one) for one in result["results"] if not one["success"]}
    if failed:
        again = [check for check in checks if check.check_id in failed]
        detailed = {_check_id(one): one for one in _validate(batch, table, again, WITH_ROWS)["results"]}
        result["results"] = [detailed.get(_check_id(one), one) for one in result["results"]]
    return result


def _validate(batch: Any, table: str, checks: Sequence[Check], result_format: dict[str, Any]) -> dict[str, Any]:
    # Results hold numpy numbers, which nothing outside the library can write down; this makes them plain.
    plain: dict[str, Any] = batch.validate(suite_of(table, checks), result_format=result_format).to_json_dict()
    return plain


def _check_id(result: Mapping[str, Any]) -> str:
    return str(result["expectation_config"]["meta"]["check"])
