"""The Data Docs of a gate: what was looked at in every table, how it came out, and every row at fault.

They are made here from the library's results. Its own pages load scripts, styles and a logo from seven hosts, which
tells them who reads the report; these load nothing, hold no script, and say so to the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.gates.checks import declaration_of
from expectations.results import CheckResult, GateResult, Line

if TYPE_CHECKING:
    from jinja2 import Environment

SHOWN_LINES = 1000
_RANK = {"differs": 0, "not_checkable": 1, "holds": 2}


def write_data_docs(results: Sequence[GateResult], folder: Path, *, home: str | None = None) -> Path:
    """Writes `index.html` and one page a table into `folder`; the path of the index. `home` links back to a report."""
    folder.mkdir(parents=True, exist_ok=True)
    common: dict[str, Any] = {"results": results, "home": home, "library": version("great-expectations")}
    for result in results:
        shown = {one.check.check_id: _lines(one) for one in result.checks}
        page = {"result": result, "declaration": declaration_of(result.table), "shown": shown}
        _write(folder / f"{result.table}.html", "data_docs_table.html", common | page)
    index = folder / "index.html"
    _write(index, "data_docs_index.html", common | {"informational": _informational(results)})
    return index


def _informational(results: Sequence[GateResult]) -> list[tuple[GateResult, CheckResult]]:
    return [(result, one) for result in results for one in result.checks if not one.check.gates]


def _lines(result: CheckResult) -> list[Line]:
    """The lines to show: all in their order, or where they are too many, those that differ first."""
    if len(result.lines) <= SHOWN_LINES:
        return list(result.lines)
    return sorted(result.lines, key=lambda line: _RANK[line.status])[:SHOWN_LINES]


def _write(path: Path, template: str, values: dict[str, Any]) -> None:
    path.write_text(_environment().get_template(template).render(values), encoding="utf-8", newline="\n")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = files("expectations").joinpath("templates")
    return Environment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
