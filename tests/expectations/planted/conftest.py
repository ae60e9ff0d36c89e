"""Clean letters in several styles, and a way to plant one error in them.

`styles/*.txt` are letters with slots; a slot filled otherwise than in `CLEAN` is the planted error.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claims.letters import letter_from_bytes
from claims.model import Field
from expectations.check import check_letter
from expectations.model import Finding

HERE = Path(__file__).parent
NAMES = (HERE / "names.txt").read_text(encoding="utf-8").splitlines()
PEOPLE = (HERE / "people.txt").read_text(encoding="utf-8").splitlines()

EMPTY = Field(measures=(), events=(), producers=(), places=())

CLEAN: dict[str, Any] = {
    "date_day": "3 May 2024", "date_month": "May 3, 2024", "years": "five", "years_cap": "Five", "weekday": "Wednesday",
    "ordinal": "23rd", "figure": "4,120", "figure_again": "4,120", "demands": "three", "note_date": "3 March 2024",
    "whole": "1,204", "part_men": "794", "part_women": "312", "part_children": "98", "share": "65",
    "since_all": "410", "in_year": "150", "change_from": "40", "change_to": "60", "change_by": "50", "rate": "three",
    "link": "https://law.example.org/hearing", "link_two": "https://law.example.org/cells", "hidden": "6",
    "floor": "20",
    "mark_three": "[{third}]", "note_three": "[{third}] Dunmore Courier, Report on the matter, 2 February 2024",
}  # fmt: skip


def numbered(names: list[str], numbers: list[int] | None = None) -> str:
    return "\n".join(f"{n}. {x}" for n, x in zip(numbers or range(1, len(names) + 1), names, strict=True))


def rendered(style: str, names: list[str], numbers: list[int] | None) -> str:
    """The list as the style prints it."""
    if style == "numbered_footnotes":
        return numbered(names, numbers)
    if style == "table":
        rows = zip(numbers or range(1, len(names) + 1), names, strict=True)
        return "\n".join(f"| {n} | {name} | Ruritania |" for n, name in rows)
    if style == "bulleted_links":
        return "\n".join(f"- {name}" for name in names)
    return ", ".join(names) if style == "comma_words" else "\n".join(names)


def build(style: str, *, names: list[str] | None = None, numbers: list[int] | None = None, **changes: Any) -> str:
    """The letter of a style with some slots filled otherwise."""
    entries = NAMES if names is None else names
    third = "iii" if style == "grouped_endnotes" else "3"
    hidden = 6 if style == "numbered_footnotes" else 0
    total = len(NAMES) + hidden
    slots = CLEAN | {
        "names": rendered(style, entries, numbers), "people": "\n".join(PEOPLE), "total": total, "title_total": total,
        "total_words": "twenty-four", "group_orgs": len(NAMES), "group_people": len(PEOPLE),
        "group_sum": len(NAMES) + len(PEOPLE),
    } | changes  # fmt: skip
    slots = {name: value.format(third=third) if isinstance(value, str) else value for name, value in slots.items()}
    return (HERE / "styles" / f"{style}.txt").read_text(encoding="utf-8").format(**slots)


def findings(text: str) -> list[Finding]:
    letter = letter_from_bytes(text.encode(), path="letter.txt", letter_id="letter")
    return list(check_letter(letter, EMPTY, None).findings)


@pytest.fixture(scope="session")
def composing() -> ModuleType:
    """The functions of `composing.py`."""
    spec = importlib.util.spec_from_file_location("planted_composing", HERE / "composing.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def write() -> Callable[..., str]:
    """Write the letter of a style, with or without an error."""
    return build


@pytest.fixture(scope="session")
def found() -> Callable[[str], list[Finding]]:
    """What the rules find in a text, read as letters are."""
    return findings


@pytest.fixture(scope="session")
def alarms() -> Callable[[str], list[tuple[str, str]]]:
    """The rules that raise an error or a warning on a text, with their messages."""

    def raised(text: str) -> list[tuple[str, str]]:
        return [(f.rule, f.message) for f in findings(text) if f.status == "inconsistent" and f.severity != "info"]

    return raised
