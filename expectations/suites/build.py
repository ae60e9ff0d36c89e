"""From declared checks to a suite: each check is one expectation, of the library or of this folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from expectations.results import Check
from expectations.suites.cell_checks import ExpectColumnsToBeBounded, ExpectColumnsToBeFilled
from expectations.suites.library import gx, gxe
from expectations.suites.parts_in_set import ExpectColumnPartsToBeInSet, ExpectColumnPartsToBeKnown
from expectations.suites.totals import ExpectSignatoryTotalsToReconcile
from expectations.suites.types import ExpectColumnTypesToBeDeclared

Common = dict[str, Any]

TOTALS = Check(
    check_id="letters.stated-listed-undisclosed.totals",
    table="letters",
    kind="totals",
    columns=("stated", "listed", "undisclosed"),
    says="Signatories stated = listed + undisclosed, letter by letter.",
    fails="does not reconcile",
    gates=False,
)
INFORMATIONAL: dict[str, tuple[Check, ...]] = {"letters": (TOTALS,)}


def suite_of(table: str, checks: Sequence[Check]) -> Any:
    """An `ExpectationSuite` with one expectation a check, each carrying the check's id and wording."""
    return gx.ExpectationSuite(name=table, expectations=[expectation_of(check) for check in checks])


def expectation_of(check: Check) -> Any:
    """The expectation that looks at one check. Informational ones have severity "info", the others "critical"."""
    common: Common = {
        "meta": {"check": check.check_id},
        "description": check.says,
        "severity": "critical" if check.gates else "info",
    }
    return _MAKERS[check.kind](check, common)


def _values(check: Check, common: Common) -> Any:
    column, allowed = check.columns[0], check.params["values"]
    if check.params["boolean"]:
        return gxe.ExpectColumnValuesToBeInSet(
            column=column, value_set=[one.lower() == "true" for one in allowed], **common
        )
    if check.params["separator"]:
        return ExpectColumnPartsToBeInSet(
            column=column, value_set=allowed, separator=check.params["separator"], **common
        )
    return gxe.ExpectColumnValuesToBeInSet(column=column, value_set=allowed, **common)


def _order(check: Check, common: Common) -> Any:
    lower, upper = check.columns
    # A nullable column with a gap would fail the whole comparison, so rows with a gap are set aside.
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=upper, column_B=lower, or_equal=True, ignore_row_if="either_value_is_missing", **common
    )


def _regex(check: Check, common: Common) -> Any:
    return gxe.ExpectColumnValuesToMatchRegex(column=check.columns[0], regex=check.params["regex"], **common)


def _reference(check: Check, common: Common) -> Any:
    return ExpectColumnPartsToBeKnown(
        column=check.columns[0], refers_to=check.params["refers_to"], separator=check.params["separator"], **common
    )


_MAKERS: dict[str, Callable[[Check, Common], Any]] = {
    "columns": lambda check, common: gxe.ExpectTableColumnsToMatchOrderedList(
        column_list=check.params["names"], **common
    ),
    "types": lambda check, common: ExpectColumnTypesToBeDeclared(types=check.params["types"], **common),
    "rows": lambda check, common: gxe.ExpectTableRowCountToBeBetween(min_value=check.params["minimum"], **common),
    "key": lambda check, common: gxe.ExpectCompoundColumnsToBeUnique(column_list=list(check.columns), **common),
    "required": lambda check, common: ExpectColumnsToBeFilled(columns=check.params["names"], **common),
    "bounds": lambda check, common: ExpectColumnsToBeBounded(bounds=check.params["bounds"], **common),
    "unique": lambda check, common: gxe.ExpectColumnValuesToBeUnique(column=check.columns[0], **common),
    "values": _values,
    "pattern": _regex,
    "words": _regex,
    "order": _order,
    "reference": _reference,
    "totals": lambda check, common: ExpectSignatoryTotalsToReconcile(**common),
}
