"""The page of the reference table: every figure with where it was read, who counts what, nothing that leads nowhere."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reports.site import reference_views
from reports.site.reference_views import reference_page
from reports.site.render import render_reference
from reports.site.write import write_site
from reports.words.table_names import Names
from sources.model import ReferenceTable
from sources.table.load import load_table


@pytest.fixture(scope="module")
def table() -> ReferenceTable:
    return load_table(packs=("myanmar",))


def page_of(table: ReferenceTable) -> str:
    return render_reference(reference_page(table, Names.of(table)))


def test_every_figure_and_producer_is_on_the_page_once(table: ReferenceTable) -> None:
    html = page_of(table)
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {f"o-{row.observation_id}" for row in table.observations} <= set(ids)
    assert {f"p-{row.producer_id}" for row in table.producers} <= set(ids)
    assert {link[1:] for link in re.findall(r'href="(#[^"]+)"', html)} <= set(ids)


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
    assert (again / "reference.html").read_bytes() == (tmp_path / "with" / "reference.html").read_bytes()
