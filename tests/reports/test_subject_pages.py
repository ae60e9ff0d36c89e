"""Pages across letters: every claim of a measure with its course, every claim that a producer's figures decide."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from reports.site.write import write_site
from reports.subjects.gathered import gathered
from reports.subjects.subject_pages import file_of, measure_pages, producer_pages, subjects_page
from reports.words.table_names import Names


class Links(HTMLParser):
    """Addresses and anchors of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs, self.ids = list[str](), set[str]()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "a" and told.get("href"):
            self.hrefs.append(told["href"])
        if told.get("id"):
            self.ids.add(told["id"])


@pytest.fixture(scope="module")
def site(make, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("subjects")
    write_site([make.all_verdicts()], [], [], make.reference_table(), out)
    return out


@pytest.fixture(scope="module")
def found(make):
    return gathered([make.all_verdicts()])


@pytest.fixture(scope="module")
def names(make):
    return Names.of(make.reference_table())


def test_what_is_checked_inside_the_letter_is_no_subject(make, found):
    letter = make.all_verdicts()
    claims = letter.extraction.claims
    signed = {claim.claim_id for claim in claims if claim.kind == "signatories"}
    inside = {claim.claim_id for claim in claims
              if (verdict := letter.verdict_of(claim)) and verdict.checked == "inside"}  # fmt: skip
    every = {place.claim_id for places in found.measures.values() for place in places}
    assert every
    assert not (signed | inside) & every
    assert len(every) + found.other == len(claims) - len(signed | inside)


def test_a_claim_stands_under_its_measure_once(found):
    for places in found.measures.values():
        ids = [place.claim_id for place in places]
        assert len(ids) == len(set(ids))


def test_tallies_add_up_to_the_claims(found, names):
    for page in measure_pages(found, names):
        assert sum(count for _, count in page.tallies) == page.claims == len(page.rows) + page.more
    for page in producer_pages(found, names):
        assert sum(count for _, count in page.tallies) == page.decided == len(page.rows) + page.more


def test_only_deciding_figures_make_a_producers_claims(found):
    for producer, places in found.deciding.items():
        for place in places:
            assert producer in {one.producer_id for one in place.deciding}


def test_the_list_has_the_most_claims_first(found, names):
    page = subjects_page(found, names)
    for rows in (page.measures, page.producers):
        counts = [row.claims for row in rows]
        assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("name", ["subjects.html", "measures", "producers"])
def test_every_link_leads_somewhere(site, name):
    pages = [site / name] if name.endswith(".html") else sorted((site / name).glob("*.html"))
    assert pages
    for page in pages:
        links = Links(page.read_text(encoding="utf-8"))
        for href in links.hrefs:
            parts = urlsplit(href)
            if parts.scheme:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.is_file(), f"{page.name}: {href}"
            if parts.fragment:
                assert parts.fragment in Links(target.read_text(encoding="utf-8")).ids, f"{page.name}: {href}"


def test_the_front_page_leads_to_them(site):
    assert "subjects.html" in Links((site / "index.html").read_text(encoding="utf-8")).hrefs


def test_a_measure_whose_figures_make_a_course_is_drawn_with_the_letters_dots(site):
    drawn = [page for page in (site / "measures").glob("*.html") if "<svg" in page.read_text(encoding="utf-8")]
    assert drawn
    html = drawn[0].read_text(encoding="utf-8")
    assert re.search(r'role="img" aria-label="[^"]+\d+ figures of [^"]+"', html)
    assert "series dots stated" in html


@pytest.mark.parametrize(("identifier", "name"), [
    ("people_killed", "people_killed.html"),
    ("../../etc/passwd", "------etc-passwd.html"),
    ("a b/c:é", "a-b-c--.html"),
])  # fmt: skip
def test_an_id_names_a_file_inside_the_folder(identifier, name):
    assert file_of(identifier) == name


def test_no_letter_is_an_honest_empty_list(make, tmp_path):
    write_site([], [], [], make.reference_table(), tmp_path)
    html = (tmp_path / "subjects.html").read_text(encoding="utf-8")
    assert "No claim counts what a measure" in html
    assert not (tmp_path / "measures").exists()
