"""No rule reads text with a pattern of its own; where `re` is used at all, a decision record says why."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "docs" / "decisions" / "0013-patterns-in-the-rules.md"
GRANTED = re.findall(r"^\| `(expectations/[\w/]+\.py)` \|", RECORD.read_text(encoding="utf-8"), re.MULTILINE)
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "expectations").rglob("*.py"))
AT_MOST = 6


def imports(path: str) -> set[str]:
    """The modules that a file imports, by their first name."""
    names: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES)
def test_patterns_only_where_the_record_says_why(path):
    assert ("re" in imports(path)) == (path in GRANTED)
    assert not imports(path) & {"regex", "fnmatch", "dateparser", "quantulum3"}


def test_there_are_few():
    assert 0 < len(GRANTED) <= AT_MOST
    uses = sum(len(re.findall(r"\bre\.\w+\(", (ROOT / path).read_text(encoding="utf-8"))) for path in GRANTED)
    assert uses <= AT_MOST
