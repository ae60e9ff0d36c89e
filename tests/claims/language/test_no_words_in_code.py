"""No English word decides anything in the code of `claims/`, `sources/` and `expectations/`: words are data.

Looked at: every string that is compared, looked for, searched, held against a set or made into a pattern. A string with
a word of the English lists fails, unless it is a name of ours (a value of a `Literal`, a kind of token, a key) or
stands, with its reason, in the list below. `KNOWN` counts, file by file, what still waits to be moved; it may only
shrink.
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

HOUSE = Path(claims.__file__).parent.parent
ROOMS = ("claims", "sources", "expectations")
# What reads the marks of a format, not a language: names of elements, of attributes and of their values.
FORMATS = (
    "claims/readers/office/",
    "sources/providers/",
    "sources/pages/asking/",
    "sources/pages/saved/",
    "sources/pages/reading/html_signs.py",
    "claims/readers/web/html_page.py",
    "claims/readers/web/main_content.py",
)
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
    "left": "a weight", "strong": "a tag of HTML", "age": "a reason", "reference": "a reason", "address": "a reason",
    "name": "an attribute", "percent": "a unit of ours", "point": "a unit of ours", "year of age": "a unit of ours",
    "act": "a kind of word", "who": "a kind of word", "how": "a kind of word", "start": "a part of a period",
    "part of a name": "a reason", "mail": "a kind of file", "read": "what a child is told to do",
    "country": "a kind of place", "state": "a kind of place", "pre": "a tag of HTML", "embed": "a tag of HTML",
    "canvas": "a tag of HTML", "mailto:": "a scheme of addresses", "tel:": "a scheme of addresses",
    "us-ascii": "a coding", "utf-16-le": "a coding", "utf-16-be": "a coding",
    "is a ": "how messages of ours begin", "is too ": "how messages of ours begin",
    "score": "a kind of numeral", "before": "a side, a role", "after": "a side, a role", "since": "a role",
    "until": "a role",
    "text": "an ending of files", "about": "a scheme of addresses", "iv": "a roman number", "km": "a unit's sign",
    "th": "a tag of HTML", "figure": "a tag of HTML", "article": "a tag of HTML", "data": "a tag of HTML",
    "span": "a tag of HTML", "html": "a kind of file", "text/html": "a kind of file", "ol": "a tag of HTML",
    "pdf": "a kind of file", "alone": "a kind of mark", "note": "a kind of part", "sc": "categories of Unicode",
    "self": "a folder of devices", "own": "the name of a group in a pattern", "union territory": "a kind of place",
}  # fmt: skip
# "start_of_a_part", "list_item_open": a name of ours or of a library, never a word of a text.
IDENTIFIER = re.compile(r"\w+_\w+")
KNOWN: dict[str, int] = {}


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
            if isinstance(user, ast.Compare) or searching or _in_a_set(above, node):
                yield node.lineno, node.value


def _in_a_set(above: dict[ast.AST, ast.AST], node: ast.AST) -> bool:
    """Whether a string stands in a set written out: `{"and", "but"} & words`, `frozenset(("on", "the"))`."""
    user = above[node]
    if isinstance(user, ast.Set):
        return True
    call = above.get(user) if isinstance(user, ast.Tuple | ast.List) else None
    return isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("set", "frozenset")


def words_in(text: str) -> list[str]:
    """The English words of a string, regular expressions' own letters aside."""
    if text in names_of_ours() or text in OURS or text.strip() in OURS or IDENTIFIER.fullmatch(text):
        return []
    plain = re.sub(r"\(\?P[<=]\w+[>)]|\(\?[imsx]+[:)]|\\[a-zA-Z]|\[[^\]]*\]|\{[^}]*\}|</?\w+", " ", text)
    return [w for w in re.findall(r"[a-z]{2,}", plain.lower()) if w in english() and w not in OURS]


@cache
def found() -> dict[str, list[str]]:
    """By file: what decides by an English word."""
    by_file: dict[str, list[str]] = {}
    for path in sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.py")):
        file = path.relative_to(HOUSE).as_posix()
        if not file.startswith(("claims/language/", *FORMATS)):
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
        ('{"and", "but"} & words', ["and", "but"]),
        ('LEAN = frozenset(("on", "the"))', ["on", "the"]),
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
