"""An informational expectation: do a letter's totals of signatories reconcile? It is shown, and never gates.

Whether a letter adds up is the letter's business and the editor's; a table that says so faithfully is a sound table.
"""

from __future__ import annotations

from typing import Any, ClassVar

from expectations.suites.library import (
    BatchExpectation,
    MetricDomainTypes,
    PandasExecutionEngine,
    TableMetricProvider,
    metric_value,
)

COLUMNS = ("letter_id", "stated", "stated_comparator", "stated_listed", "listed", "undisclosed")


class LetterTotals(TableMetricProvider):  # type: ignore[misc]  # the library has no types for mypy
    """The totals of every letter, as a list of plain dicts."""

    metric_name = "table.letter_totals"

    @metric_value(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(
        cls,  # noqa: N805
        execution_engine: Any,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> list[dict[str, Any]]:
        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
        totals = frame[list(COLUMNS)].astype(object)
        return [dict(row) for row in totals.where(totals.notna(), None).to_dict("records")]


class ExpectSignatoryTotalsToReconcile(BatchExpectation):  # type: ignore[misc]
    """In every letter that says enough: signatories stated = listed + undisclosed."""

    metric_dependencies: ClassVar[tuple[str, ...]] = ("table.letter_totals",)

    def _validate(self, metrics: dict[str, Any], *_: Any, **__: Any) -> dict[str, Any]:
        lines = [reconcile(row) for row in metrics["table.letter_totals"]]
        differing = sum(line["status"] == "differs" for line in lines)
        observed = f"{differing} of {len(lines)} letters do not reconcile"
        return {"success": not differing, "result": {"observed_value": observed, "details": {"lines": lines}}}


def reconcile(row: dict[str, Any]) -> dict[str, str]:
    """How one letter's totals stand: its id, a status, and the sum in words ("9 stated = 7 listed + 2 undisclosed")."""
    stated, undisclosed = row["stated"], row["undisclosed"]
    listed = row["listed"] if row["listed"] is not None else row["stated_listed"]
    status, text = _status(stated, row["stated_comparator"], listed, undisclosed)
    if row["listed"] is None and row["stated_listed"] is not None:
        text += "; the list is not in the text, the listed number is the letter's own"
    return {"subject": str(row["letter_id"]), "status": status, "text": text}


def _status(stated: int | None, comparator: str | None, listed: int | None, undisclosed: int | None) -> tuple[str, str]:
    if stated is None:
        return "not_checkable", "no total is stated"
    if listed is None:
        return "not_checkable", f"{stated} stated; how many are listed is not known"
    if comparator not in (None, "="):
        return "not_checkable", f"{stated} stated as a bound ({comparator}), {listed} listed"
    return _sum(stated, listed, undisclosed)


def _sum(stated: int, listed: int, undisclosed: int | None) -> tuple[str, str]:
    if undisclosed is None:
        if stated == listed:
            return "holds", f"{stated} stated = {listed} listed"
        return "not_checkable", f"{stated} stated, {listed} listed; how many are undisclosed is not said"
    total = listed + undisclosed
    if stated == total:
        return "holds", f"{stated} stated = {listed} listed + {undisclosed} undisclosed"
    return "differs", f"{stated} stated ≠ {listed} listed + {undisclosed} undisclosed = {total}"
