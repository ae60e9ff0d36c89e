"""The pages of the reference table: every figure with where it was read, who counts what, no link to nothing."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reports.site import figures_pages, reference_views
from reports.site.reference_views import reference_page
from reports.site.render import render_figures, render_reference
from reports.site.write import write_site
from reports.words.table_names import Names
from sources.model import ReferenceTable
from sources.table.load import load_table


@pytest.fixture(scope="module")
def table() -> ReferenceTable:
    return load_table(packs=("myanmar",))


def pages_of(table: ReferenceTable) -> dict[str, str]:
    """Every page by its address from the folder of the site."""
    page = reference_page(table, Names.of(table))
    return {"reference.html": render_reference(page)} | {
        f"reference/{one.name}": render_figures(one) for one in page.figures
    }


def page_of(table: ReferenceTable) -> str:
    return "".join(pages_of(table).values())


def ids_of(html: str) -> list[str]:
    return re.findall(r'id="([^"]+)"', html)


def test_every_figure_and_producer_is_on_one_page_once(table: ReferenceTable) -> None:
    pages = pages_of(table)
    assert all(len(ids) == len(set(ids)) for ids in map(ids_of, pages.values()))
    everywhere = [name for html in pages.values() for name in ids_of(html)]
    for row in table.observations:
        assert everywhere.count(f"o-{row.observation_id}") == 1
    assert {f"p-{row.producer_id}" for row in table.producers} <= set(ids_of(pages["reference.html"]))


def test_every_link_between_the_pages_leads_to_something(table: ReferenceTable) -> None:
    pages = pages_of(table)
    followed = 0
    for here, html in pages.items():
        for link in re.findall(r'href="([^":]*)"', html):
            name, _, anchor = link.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(here), name)) if name else here
            if there == "index.html":
                continue
            assert not anchor or anchor in ids_of(pages[there])
            followed += 1
    assert followed > len(table.measures)


def test_no_page_of_the_table_is_heavy() -> None:
    table = load_table()
    sizes = {name: len(html.encode()) for name, html in pages_of(table).items()}
    assert len(sizes) > 5
    assert max(sizes.values()) < 300_000


def test_what_corrects_a_figure_is_found_on_its_page(table: ReferenceTable, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = (
        replace(row, superseded_by=None) for row in sorted(table.observations, key=lambda row: row.measure_id)[::9][:3]
    )
    assert first.measure_id != second.measure_id
    monkeypatch.setattr(figures_pages, "A_PAGE", 1)
    rows = (replace(first, superseded_by=second.observation_id), second, replace(third, superseded_by="gone"))
    html = page_of(replace(table, observations=rows))
    assert re.search(rf'corrected by <a href="figures-\d.html#o-{second.observation_id}">', html)
    assert "corrected by gone" in html


def test_what_figures_may_be_taken_for_stands_with_the_reason(table: ReferenceTable) -> None:
    html = page_of(table)
    for producer in table.producers:
        assert producer.coverage_basis
    assert "a floor" in html
    assert "names it could confirm itself" in html


def test_what_a_table_holds_is_escaped_and_no_script_becomes_a_link(table: ReferenceTable) -> None:
    row = replace(table.observations[0], title="<script>1</script>", url="javascript:alert(1)")
    html = page_of(replace(table, observations=(row,)))
    assert "<script" not in html
    assert 'href="javascript' not in html


def test_long_series_and_large_tables_are_shortened(table: ReferenceTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_views, "FIGURES", 5)
    assert "the latest 5 of" in page_of(table)
    monkeypatch.setattr(reference_views, "LARGE", 100)
    html = page_of(table)
    assert 'id="o-' not in html
    assert "too large for a page" in html
    assert "names it could confirm itself" in html


def test_the_site_has_the_page_and_leads_to_it(table: ReferenceTable, tmp_path: Path) -> None:
    write_site([], [], [], table, tmp_path / "with")
    write_site([], [], [], None, tmp_path / "without")
    assert 'href="reference.html"' in (tmp_path / "with" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "with" / "reference.html").is_file()
    assert "reference.html" not in (tmp_path / "without" / "index.html").read_text(encoding="utf-8")
    again = tmp_path / "again"
    write_site([], [], [], table, again)
    for name in pages_of(table):
        assert (again / name).read_bytes() == (tmp_path / "with" / name).read_bytes()
