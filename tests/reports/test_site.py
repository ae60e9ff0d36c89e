"""The pages as documents: escaped, linked, self-contained, the same bytes each time."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from claims.model import Ignored, NumberAccount, Segment, SignatoryName, Span
from expectations.results import GateFault, GateResult
from reports.model import Problem, RunInfo
from reports.site.write import write_site
from reports.words.addresses_shown import address, card_id, mark_id

VOID = {"meta", "link", "br", "input"}


class Page(HTMLParser):
    """What a page holds, as far as these tests ask."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html, self.open, self.text = html, [], []
        self.elements: list[tuple[str, dict[str, Any]]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text.append(data)

    def all(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.elements if name in attrs]

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def gates() -> tuple[GateResult, ...]:
    fault = GateFault(table="claims", row="claim_id=<b>", column="value", value="x", what="is no number")
    return (
        GateResult(table="letters", success=True, rows=1, checks=()),
        GateResult(table="claims", success=False, rows=9, checks=(), faults=(fault,) * 7),
    )


@pytest.fixture(scope="module")
def site(make, tmp_path_factory):
    out = tmp_path_factory.mktemp("site")
    one = make.all_verdicts()
    across = make.finding(
        "cross-letter",
        "inconsistent",
        "warning",
        message="340 <here>, 12 there",
        letter_ids=("flood", "flood"),
        spans=(one.extraction.claims[0].span, one.extraction.claims[1].span),
    )
    run = RunInfo(run_id="r-1", started_on=date(2024, 6, 3), versions={"crossfoot": "0.1.0", "a<b": "1"})
    write_site(
        [one],
        [across],
        [Problem(path="in/<a>.txt", message="is empty")],
        make.reference_table(),
        out,
        gates=gates(),
        run=run,
    )
    return out


@pytest.fixture(scope="module")
def index(site) -> Page:
    return Page((site / "index.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def letter(site) -> Page:
    return Page((site / "letters" / "flood.html").read_text(encoding="utf-8"))


@pytest.fixture(params=["index", "letter"])
def page(request) -> Page:
    return request.getfixturevalue(request.param)


def test_no_script_but_our_own_and_nothing_loaded_from_elsewhere(page):
    assert not [tag for tag, _ in page.elements if tag in {"img", "iframe", "object", "embed", "base"}]
    scripts = [attrs for tag, attrs in page.elements if tag == "script"]
    ids = page.all("id")
    own = ["assets/letters.js"] * ("letters-tools" in ids) + ["../assets/letter.js"] * ("letter-tools" in ids)
    assert scripts == [{"src": one, "defer": None} for one in own]
    assert "<script>" not in page.html
    assert ("script-src 'self'" in page.html) == bool(own)
    links = [attrs for tag, attrs in page.elements if tag == "link"]
    assert links == [{"rel": "icon", "href": "data:,"}]
    assert page.all("src") == [attrs["src"] for attrs in scripts]
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "style"]
    assert "url(" not in page.html
    assert "@import" not in page.html


def test_every_outward_link_is_a_plain_one_and_safe(page):
    outward = [attrs for tag, attrs in page.elements if tag == "a" and ":" in attrs["href"]]
    assert all(attrs["href"].startswith(("https://", "http://")) for attrs in outward)
    assert all(attrs["rel"] == "noreferrer noopener" for attrs in outward)


def test_a_letter_page_does_link_its_sources(letter):
    assert "https://example.org/farms/2?a=1&b=2" in letter.all("href")
    assert "https://example.org/farms" in letter.all("href")
    assert not [href for href in letter.all("href") if "javascript" in href]
    assert "javascript:alert(1)" not in letter.all("href")


def test_ids_are_unique_and_inner_links_lead_somewhere(page):
    ids = Counter(page.all("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    inner = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert inner <= set(ids)
    assert set(" ".join(page.all("aria-labelledby")).split()) <= set(ids)


def test_links_between_the_pages_lead_somewhere(index, letter):
    wanted = {href.split("#")[1] for href in index.all("href") if href.startswith("letters/flood.html#")}
    assert wanted
    assert wanted <= set(letter.all("id"))
    assert {href.split("#")[0] for href in index.all("href") if href.startswith("letters/")} == {"letters/flood.html"}
    assert "../index.html" in letter.all("href")
    assert {"data-docs/index.html", "tables/claims.csv", "tables/letters.parquet"} <= set(index.all("href"))


def test_hostile_text_stays_text(index, letter):
    assert "<script>alert('1')</script>" in letter.words
    assert "<script>" not in letter.html
    assert "in/<a>.txt is empty" in index.words
    assert "340 <here>, 12 there" in index.words


def test_the_letter_stands_whole_in_its_page(letter, make):
    body = letter.html.split('<div class="text" dir="auto">')[1].split("</section>")[0]
    inner = Page(f"<div>{body.rsplit('</div>', 1)[0]}</div>")
    assert "".join(inner.text) == make.text


def test_every_claim_is_marked_and_has_its_card(letter, make):
    for claim in make.all_verdicts().extraction.claims:
        assert mark_id(claim.claim_id) in letter.all("id")
        assert f"#{card_id(claim.claim_id)}" in letter.all("href")
        assert f"#{mark_id(claim.claim_id)}" in letter.all("href")
        assert claim.claim_id in letter.all("data-claim-id")


def test_headings_step_down_one_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_and_language(page):
    tags = [tag for tag, _ in page.elements]
    assert [tags.count(tag) for tag in ("main", "footer", "h1")] == [1, 1, 1]
    assert next(attrs["lang"] for tag, attrs in page.elements if tag == "html") == "en"


def test_other_scripts_carry_their_language(letter):
    assert {"und-Mymr", "ko"} <= set(letter.all("lang"))


def test_a_card_tells_how_the_claim_was_read(letter):
    for words in (
        "340 written “340”",
        "at least admits 340 or more",
        "farms unit: farm",
        "Farms lost also possible: farms flooded",
        "River States from the address",
        "1 May 2022 to 1 March 2024 “Since 1 May 2022”; anchored on Water treaty; inherited: start from the sentence",
        "size of a fall",
        "Note [1]: Delta Survey, Farms lost, 1 March 2024",
        "the link's target is empty",
        "“lost” fits two measures",
        "338 (3 Jan) ≤ 340 ≤ 342 (4 Jan)",
        "a total of 338 farms “lost to the river”",
        "as of 3 January 2024, published 5 January 2024",
        "Left out: covers Upper River alone",
        "A count of the Delta Survey for March 2024.",
        "at least 338 farms",
        "Superseded since",
        "Measure shifts",
    ):
        assert words in letter.words, words


def test_the_ledgers_tell_what_was_not_claimed(letter):
    assert "15 numbers = 10 claimed + 4 ignored + 1 unread" in letter.words
    assert "counted thing not found" in letter.words
    assert "list number" in letter.words
    assert "12 stated, 3 listed" in letter.words


def test_the_front_page_tells_the_run(index):
    for words in (
        "Run of 3 June 2024",
        "1 letter, 10 claims, 8 checks; 9 items for an editor",
        "7 observations",
        "2 January 2024 to 8 January 2024",
        "passed",
        "failed",
        "and 2 more",
        "3 March 2024",
        "Out of date when written",
    ):
        assert words in index.words, words


def test_no_claim_is_called_true_or_false(page):
    assert not re.search(r"\b(true|false)\b", page.words, re.I)


def test_the_same_inputs_give_the_same_bytes(site, make, tmp_path):
    one = make.all_verdicts()
    write_site([one], [], [], make.reference_table(), tmp_path / "a")
    write_site([one], [], [], make.reference_table(), tmp_path / "b")
    for name in ("index.html", "letters/flood.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert re.search(rb"20\d\d-\d\d-\d\dT", (tmp_path / "a" / "index.html").read_bytes()) is None


def test_a_report_of_nothing_is_honest(tmp_path):
    write_site([], [], [], None, tmp_path)
    words = Page((tmp_path / "index.html").read_text(encoding="utf-8")).words
    assert "0 letters, 0 claims, 0 checks; 0 items" in words
    assert "No letter was read." in words
    assert "No reference table could be used" in words


def test_a_letter_without_numbers_has_its_page(make, tmp_path):
    bare = make.checked(make.letter("Dear all,\n", title=None, written_on=None, published_on=None))
    write_site([bare], [], [], None, tmp_path)
    words = Page((tmp_path / "letters" / "flood.html").read_text(encoding="utf-8")).words
    for said in (
        "No date found",
        "No numeric claim was read",
        "0 numbers = 0 claimed",
        "states no number of signatories",
    ):
        assert said in words


def test_a_path_that_is_no_text_is_still_shown(make, tmp_path):
    path = b"in/\xff.txt".decode("utf-8", "surrogateescape")
    write_site([make.checked(make.letter(path=path))], [], [Problem(path=path, message="is empty")], None, tmp_path)
    assert "in/?.txt" in (tmp_path / "index.html").read_text(encoding="utf-8")


def long_list(make, names: int):
    text = "Signed:\n" + "".join(f"{at}. Union no {at}\n" for at in range(1, names + 1))
    spans = [Span(match.start(), match.end()) for match in re.finditer(r"Union no \d+", text)]
    listed = tuple(SignatoryName(number=at, name=span.of(text), span=span) for at, span in enumerate(spans, start=1))
    ignored = tuple(
        Ignored(span=Span(m.start(), m.end()), text=m.group(), reason="list number")
        for m in re.finditer(r"^\d+\.", text, re.M)
    )
    held = make.finding("signatory-list", "consistent", message=f"{names} names", spans=tuple(spans))
    return make.checked(
        make.letter(text),
        findings=(held,),
        segments=(Segment(kind="signatories", span=Span(0, len(text))),),
        signatories=make.signatories(listed=names, names=listed),
        numbers=NumberAccount(claimed=0, ignored=ignored, unread=()),
    )


def test_a_long_list_stands_in_the_text_and_nowhere_else(make, tmp_path):
    write_site([long_list(make, 254)], [], [], None, tmp_path)
    page = Page((tmp_path / "letters" / "flood.html").read_text(encoding="utf-8"))
    assert page.words.count("Union no 254") == 1
    assert page.words.count("Union no 7 ") <= 2
    assert "254 names" in page.words
    outside = [href for href in page.all("href") if href.startswith("#check-1-at-")]
    assert len(outside) == 12


def test_a_sentence_as_long_as_a_letter_is_cut_around_its_number(make, tmp_path):
    text = "and so on " * 20_000 + "12 boats" + " and on" * 20_000 + "\n"
    write_site([make.checked(make.letter(text), (make.claim(text, "12 boats", "12"),))], [], [], None, tmp_path)
    html = (tmp_path / "letters" / "flood.html").read_text(encoding="utf-8")
    assert len(html) < len(text) + 60_000
    shown = re.search(r'<blockquote class="sentence" dir="auto">(.*?)</blockquote>', html)
    assert shown
    assert re.fullmatch(r"… (and|so|on) .* <mark class=\"hit\">12 boats</mark> and on.* (and|on) …", shown[1])


def test_a_page_grows_in_step_with_its_letter(make, tmp_path):
    def size(count: int) -> int:
        text = "".join(f"In district {at} some {at + 100} boats burned.\n" for at in range(count))
        claims = tuple(make.claim(text, f"{at + 100} boats", str(at + 100)) for at in range(count))
        write_site([make.checked(make.letter(text), claims)], [], [], None, tmp_path)
        return (tmp_path / "letters" / "flood.html").stat().st_size

    small, large = size(100), size(400)
    assert large < 4.5 * small


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "example.org",
        "ftp://example.org/a",
        "https://",
        "http:///a",
        "https://exa mple.org",
        "https://example.org/\na",
        'https://example.org/"onclick=',
        "https://[::1",
        "file:///etc/x",
        "#",
    ],
)
def test_such_addresses_are_shown_and_not_linked(url):
    found = address(url)
    assert found is not None
    assert found.href is None
    assert found.text == url.strip()


@pytest.mark.parametrize("url", ["https://example.org", "http://example.org/a?b=1&c=2#d", "HTTPS://example.org/မြစ်"])
def test_such_addresses_are_linked(url):
    assert address(url).href == url


def test_no_address_is_none():
    assert address(None) is None
    assert address("  ") is None


def test_a_chart_stands_where_the_producer_has_a_series(letter, make):
    drawings = [attrs for tag, attrs in letter.elements if tag == "svg"]
    assert len(drawings) == 1
    assert (
        "Farms lost, Delta Survey: 7 figures, 334 (2 January 2024) to 358 (8 January 2024)" in drawings[0]["aria-label"]
    )
    circles = [attrs for tag, attrs in letter.elements if tag == "circle"]
    assert Counter(attrs.get("class") for attrs in circles) == {None: 7, "decides": 1}  # the letter's own is the eighth
    points = [(Decimal(attrs["cx"]), Decimal(attrs["cy"])) for attrs in circles[:7]]
    assert all(0 <= x <= 520 and 0 <= y <= 230 for x, y in points)
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)
