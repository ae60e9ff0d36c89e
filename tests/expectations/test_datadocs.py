"""The Data Docs: they load nothing, hold no script and need none, escape what letters say, and stay small."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from expectations.gates.checks import OBSERVATIONS, TABLES, declaration_of
from expectations.gates.datadocs import SHOWN_LINES, write_data_docs
from expectations.gates.gate import gate
from expectations.gates.gated_rows import rows_of
from expectations.results import GateResult, Line
from reports.exports.tables.table_frames import frames

EVIL = "<script>alert(1)</script><img src=https://spy.example/x.png>\"'&"
LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest", "xlink:href"}
VOID = {"meta", "link", "br", "img", "hr", "input", "col"}


class Page(HTMLParser):
    """What a page would load, where it leads, what it is made of, and what it says."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.styles: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in LOADING or (name == "href" and tag != "a"):
                self.loads.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name == "id":
                self.ids.append(value or "")
            elif name == "style":
                self.styles.append(value or "")
            elif name.startswith("on"):
                self.handlers.append(name)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        (self.styles if self.open and self.open[-1] == "style" else self.words).append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, made: ModuleType, known: Mapping[str, frozenset[str]]) -> Path:
    """The docs of a run with a sound letter, one whose totals differ, hostile text, and a table at fault."""
    out = tmp_path_factory.mktemp("run")
    letters = [
        made.checked_letter("flood"),
        made.checked_letter(f"b{EVIL}", signatories=made.signatories(undisclosed=4)),
        made.checked_letter("silent", signatories=made.signatories(stated=None, totals=(), undisclosed=None)),
    ]
    rows: dict[str, Any] = rows_of(letters, table=made.reference_table())
    rows["claims"][0]["unit"] = EVIL
    rows["claims"][0]["kind"] = EVIL
    gate(frames(rows), out, references=known, home="../index.html")
    return out / "data-docs"


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Page]:
    return {path.name: Page(path) for path in sorted(folder.rglob("*.html"))}


def test_there_is_an_index_and_a_page_a_table(pages: dict[str, Page]) -> None:
    assert set(pages) == {"index.html", *(f"{table}.html" for table in [*TABLES, OBSERVATIONS])}


def test_no_file_loads_anything_from_elsewhere(folder: Path, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.loads == ["data:,"]
        assert all("url(" not in style and "@import" not in style for style in page.styles)
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {".html", ".json"}


def test_no_http_reference_stands_in_markup_or_style(folder: Path) -> None:
    loading = re.compile(
        r"""<(?:script|link|img|iframe|object|embed|source|video|audio)\b[^>]*?https?:|@import|url\(\s*["']?(?:https?:|//)""",
        re.IGNORECASE,
    )
    for path in folder.rglob("*.html"):
        assert loading.search(path.read_text(encoding="utf-8")) is None


def test_pages_hold_no_script_and_nothing_that_needs_one(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert not {"script", "iframe", "object", "embed", "form", "button", "details", "noscript"} & set(page.tags)
        assert page.handlers == []
        assert all("display: none" not in style.split("@media print")[0] for style in page.styles)


def test_the_browser_is_told_to_load_nothing(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        assert "default-src 'none'" in path.read_text(encoding="utf-8")


def test_tags_are_closed_and_every_link_leads_somewhere(folder: Path, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.open == []
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            target, _, anchor = link.partition("#")
            if target == "../index.html":
                continue
            assert not target or (folder / target).is_file(), link
            assert not anchor or anchor in (pages[target].ids if target else page.ids), link


def test_the_link_home_is_there_only_if_there_is_a_home(folder: Path, tmp_path: Path) -> None:
    assert "../index.html" in (folder / "index.html").read_text(encoding="utf-8")
    write_data_docs([], tmp_path)
    assert "../index.html" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_what_letters_say_is_escaped(folder: Path, pages: dict[str, Page]) -> None:
    assert EVIL in pages["claims.html"].text
    assert f"b{EVIL}" in pages["letters.html"].text
    assert "<script" not in (folder / "claims.html").read_text(encoding="utf-8")


def test_totals_stand_there_letter_by_letter(pages: dict[str, Page]) -> None:
    text = pages["letters.html"].text
    assert "flood holds 5 stated = 3 listed + 2 undisclosed" in text
    assert "differs 5 stated ≠ 3 listed + 4 undisclosed = 7" in text
    assert "silent not checkable no total is stated" in text
    assert "Of 3 letters: holds in 1, differs in 1, not checkable in 1" in pages["index.html"].text


def test_the_index_says_what_failed_and_the_table_names_the_row(pages: dict[str, Page]) -> None:
    assert "1 table of 6 failed: claims" in pages["index.html"].text
    assert "claim_id=flood-120 kind" in pages["index.html"].text
    assert "claim_id=flood-120 kind" in pages["claims.html"].text


@pytest.mark.parametrize("table", [*TABLES, OBSERVATIONS])
def test_a_page_explains_every_column_and_lists_every_check(pages: dict[str, Page], table: str) -> None:
    text = pages[f"{table}.html"].text
    for column in declaration_of(table).columns:
        assert " ".join(f"{column.name} {column.type}".split()) in text
        assert " ".join(column.description.split()) in text
    assert "passed The columns are those declared, in their order." in text


def test_the_librarys_own_results_are_kept_as_json(folder: Path) -> None:
    stored = json.loads((folder / "validations" / "claims.json").read_text(encoding="utf-8"))
    assert stored["success"] is False
    assert stored["statistics"]["evaluated_expectations"] == len(stored["results"])


def test_the_same_tables_give_the_same_pages(
    made: ModuleType, known: Mapping[str, frozenset[str]], tmp_path: Path
) -> None:
    for run in ("one", "two"):
        gate(frames(rows_of([made.checked_letter()])), tmp_path / run, references=known)
    first, second = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / run).rglob("*.html"))} for run in ("one", "two")
    )
    assert first == second


def test_thousands_of_letters_are_cut_with_those_that_differ_first(folder: Path, tmp_path: Path) -> None:
    letters = next(one for one in _results(folder) if one.table == "letters")
    from dataclasses import replace

    (shown,) = [one for one in letters.checks if not one.check.gates]
    lines = tuple(Line(subject=f"letter-{at}", status="holds", text="1 stated = 1 listed") for at in range(5000))
    many = replace(shown, lines=(*lines, Line(subject="last", status="differs", text="2 stated ≠ 1 listed")))
    checks = tuple(many if one is shown else one for one in letters.checks)
    write_data_docs([replace(letters, checks=checks)], tmp_path)
    page = Page(tmp_path / "letters.html")
    assert f"The first {SHOWN_LINES} of 5001 letters are shown; those that differ come first." in page.text
    assert page.text.index("last differs") < page.text.index("letter-0 holds")
    assert (tmp_path / "letters.html").stat().st_size < 250_000


def _results(folder: Path) -> tuple[GateResult, ...]:
    """The results of a gate on no rows at all, for a page that a test fills itself."""
    return gate(frames({"letters": []}), folder.parent / "bare")
