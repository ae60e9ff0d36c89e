"""Runs of other scripts in a text, marked with their language or script so that fonts and screen readers follow."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from claims.yaml_files import read_yaml

# What an HTML parser would change on its way in: a carriage return it rewrites, a NUL it drops.
PARSER_SAFE = {"\r": "&#13;", "\x00": "\N{REPLACEMENT CHARACTER}"}
_UNSAFE = re.compile("[\r\x00]")


def escaped(text: str) -> str:
    """`text` as HTML of which a browser shows every character; other scripts carry `lang` and, if need be, `dir`."""
    pattern, openings = _scripts()
    pieces, at = [], 0
    for match in pattern.finditer(text):
        pieces += [_plain(text[at : match.start()]), openings[match.lastindex or 1], _plain(match.group()), "</span>"]
        at = match.end()
    return "".join([*pieces, _plain(text[at:])])


def _plain(text: str) -> str:
    return _UNSAFE.sub(lambda match: PARSER_SAFE[match.group()], str(Markup.escape(text)))


@cache
def _scripts() -> tuple[re.Pattern[str], dict[int, str]]:
    """One pattern with a group a script, and the opening tag of each group."""
    rows: list[dict[str, Any]] = read_yaml(files("reports").joinpath("scripts.yml"))
    # A space is in no range, so a run of words is read in one way only: linear however long it is.
    groups = [f"({run}(?: {run})*)" for run in (f"[{_ranges(row)}]+" for row in rows)]
    any_script = "".join(_ranges(row) for row in rows)
    return re.compile(f"(?=[{any_script}])(?:{'|'.join(groups)})"), {
        at: _opening(row) for at, row in enumerate(rows, start=1)
    }


def _ranges(row: dict[str, Any]) -> str:
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in row["ranges"])


def _opening(row: dict[str, Any]) -> str:
    direction = ' dir="rtl"' if row["dir"] == "rtl" else ""
    return f'<span lang="{row["lang"]}"{direction}>'
