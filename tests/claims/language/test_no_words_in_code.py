"""No English word decides anything in the code of `claims/`: words are data.

Looked at: every string that is compared, looked for, searched or made into a pattern. A string with a word of the
English lists fails, unless it is a name of ours (a value of a `Literal`, a kind of token, a key) or stands, with its
reason, in the list below. `KNOWN` counts, file by file, what still waits to be moved; it may only shrink.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import claims
from claims.language.load import load_language

ROOT = Path(claims.__file__).parent
HOUSE = ROOT.parent
# Lists whose words are small and general enough to be words wherever they stand in code.
LISTS = (
    "clauses",
    "subjects",
    "nouns",
    "number_words",
    "ordinals",
    "ranges",
    "letter_words",
    "signatory_totals",
    "dates",
)
SEARCHING = frozenset(
    [
        "startswith",
        "endswith",
        "removesuffix",
        "removeprefix",
        "split",
        "partition",
        "rpartition",
        "find",
        "replace",
        "fullmatch",
        "match",
        "search",
        "compile",
        "finditer",
        "findall",
        "sub",
    ]
)
# What a string may hold that is no word of a text, and why.
OURS = {
    "word": "a kind of token", "sign": "a kind of token", "raised": "a kind of token", "number": "a kind of token",
    "dash": "a kind of joint", "both": "a side of an action", "first": "a place of the head", "must": "an answer",
    "per": "joins a unit of ours: EUR per month", "person": "a unit of ours", "child": "a unit of ours",
    "of age": "a unit of ours", "bracket": "a style of mark", "round": "a style of mark", "bare": "a style of mark",
    "time": "a dimension of quantulum3", "last": "a part of a stretch", "written": "a label of a date",
    "published": "a label of a date", "clock": "a kind of date", "half": "a kind of date", "quarter": "a kind of date",
    "strong": "a tag of HTML", "age": "a reason", "reference": "a reason", "address": "a reason",
    "name": "an attribute",
    "score": "a kind of numeral", "before": "a side, a role", "after": "a side, a role", "since": "a role",
    "until": "a role",
    "text": "an ending of files", "about": "a scheme of addresses", "iv": "a roman number", "km": "a unit's sign",
    "th": "a tag of HTML", "figure": "a tag of HTML", "article": "a tag of HTML", "data": "a tag of HTML",
    "span": "a tag of HTML",
}  # fmt: skip
KNOWN: dict[str, int] = {
    "measures/surface_forms.py": 4,
    "numbers/bounding/comparators.py": 2,
    "numbers/bounding/ranges.py": 3,
    "numbers/cardinals/cardinal.py": 1,
    "numbers/cardinals/fractions.py": 3,
    "numbers/cardinals/loose.py": 3,
    "numbers/cardinals/suffixes.py": 1,
    "parts/announcers.py": 6,
    "parts/datelines.py": 1,
    "parts/head.py": 1,
    "parts/lists/joined.py": 1,
    "parts/lists/roster_steps.py": 2,
    "parts/name_lines.py": 2,
    "parts/note_lines.py": 1,
    "references/note_marks.py": 1,
    "times/datecontext.py": 1,
}


@cache
def english() -> frozenset[str]:
    found: set[str] = set()
    for name in LISTS:
        for leaf in leaves(load_language("en").lists[name]):
            found.update(re.findall(r"[a-z]{2,}", leaf.lower()))
    return frozenset(found)


def leaves(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(value, list | dict):
                yield str(key)
            yield from leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value)
    elif isinstance(node, str):
        yield node


@cache
def names_of_ours() -> frozenset[str]:
    """Every value of a `Literal` in the house."""
    found = set()
    for room in ("claims", "sources", "expectations", "reports"):
        for path in (HOUSE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
                    inside = (n for n in ast.walk(node.slice) if isinstance(n, ast.Constant))
                    found |= {str(n.value) for n in inside}
    return frozenset(found)


def deciding(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of the strings that are compared, searched or made into patterns."""
    tree = ast.parse(source)
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            user = above[node]
            while isinstance(user, ast.JoinedStr | ast.Tuple | ast.List | ast.Set | ast.BinOp | ast.Starred):
                user = above[user]
            searching = isinstance(user, ast.Call) and getattr(user.func, "attr", "") in SEARCHING
            if isinstance(user, ast.Compare) or searching:
                yield node.lineno, node.value


def words_in(text: str) -> list[str]:
    """The English words of a string, regular expressions' own letters aside."""
    if text in names_of_ours() or text.strip() in OURS:
        return []
    plain = re.sub(r"\(\?P[<=]\w+[>)]|\(\?[imsx]+[:)]|\\[a-zA-Z]|\[[^\]]*\]|\{[^}]*\}|</?\w+", " ", text)
    return [w for w in re.findall(r"[a-z]{2,}", plain.lower()) if w in english() and w not in OURS]


@cache
def found() -> dict[str, list[str]]:
    """By file: what decides by an English word."""
    by_file: dict[str, list[str]] = {}
    for path in sorted(ROOT.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        if not file.startswith("language/"):
            for line, text in deciding(path.read_text(encoding="utf-8")):
                if words_in(text):
                    by_file.setdefault(file, []).append(f"{file}:{line} {text[:80]!r}")
    return by_file


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('x in ("and", "while")', ["and", "while"]),
        ('re.compile(r"\\bwe\\b")', [r"\bwe\b"]),
        ('re.compile(rf"{x} by {y}")', [" by "]),
        ('text.endswith("ly")', ["ly"]),
        ('say("of the letter")', []),
        ('"""We, the undersigned."""', []),
    ],
)
def test_strings_that_decide_are_seen(source: str, texts: list[str]) -> None:
    assert [text for _, text in deciding(source)] == texts


def test_no_new_english_word_decides_in_code() -> None:
    counts = Counter({file: len(each) for file, each in found().items()})
    over = [one for file, count in counts.items() if count > KNOWN.get(file, 0) for one in found()[file]]
    assert over == [], "move these to claims/language/*/ (docs/languages.md), or say in OURS why they are no words"


def test_what_was_moved_is_not_still_counted() -> None:
    assert {file: len(found().get(file, [])) for file in KNOWN} == KNOWN, "lower KNOWN: it may only shrink"
