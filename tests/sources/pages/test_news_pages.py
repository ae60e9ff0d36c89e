"""Does the page print it: pages in the shape of a newspaper's, spent as a blind set (first run: 40 of 47 right)."""

from __future__ import annotations

from datetime import date

import pytest

from claims.language.load import load_language
from sources.pages.prints import ask_page
from sources.pages.reading.page_child import page as read_in_child
from sources.pages.reading.page_text import PageText
from sources.pages.told import PageRecord

# ruff: noqa: E501
BODY = """The Harbour Monitoring Group said in a statement on Tuesday that it had completed its review of the incidents along the river. The group, which has kept a tally since the spring, works with volunteers in nine districts. Officials did not respond to a request for comment. The statement called on both sides to let aid convoys through and to publish the names of those who are held."""


def news(said: str, extra: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>River toll - Harbour News</title><meta name="viewport" content="width=device-width, initial-scale=1"><script>window.dataLayer=[];var id=5512998;</script><script src="/js/app.3fa919.js"></script><link rel="canonical" href="https://h.example/n/1"></head><body class="single"><header><a href="/"><img src="/logo.png" alt="Harbour News" width="200" height="60"></a><ul><li><a href="/w">World</a></li></ul></header><main><article><h1>Review of the river incidents</h1><p class="byline">By A. Moor, 11 August 2023</p><p>{BODY}</p>{said}<p>{BODY}</p>{extra}</article><aside><h3>Most read</h3><ul><li><a href="/2">Storm leaves 14 dead</a></li><li><a href="/3">Budget of 3.2 billion passed</a></li></ul></aside></main><footer>© 2023 Harbour News. Call 0800 1234.</footer></body></html>"""


CASES = [
    (
        "In July the blockade left 5,300 families without food.",
        news("<p>By the end of July, 5,300 families had run out of food because of the blockade.</p>"),
        True,
    ),
    (
        "In July the blockade left 5,300 families without food.",
        news("<p>By the end of July, 3,500 families had run out of food because of the blockade.</p>"),
        False,
    ),
    (
        "Since May, 1,208 fishermen have been detained.",
        news("<p>The tally of detained fishermen stood at 1,280 on Monday.</p>"),
        False,
    ),
    (
        "Since May, 1,208 fishermen have been detained.",
        news("<p>The tally of detained fishermen stood at 1,208 on Monday.</p>"),
        True,
    ),
    ("At least 86 schools were damaged.", news("<p>Damage was found at 86 schools and 12 clinics.</p>"), True),
    ("At least 86 schools were damaged.", news("<p>Damage was found at 68 schools and 12 clinics.</p>"), False),
    ("At least 86 schools were damaged.", news("<p>Damage was found at 86 clinics and 12 schools.</p>"), None),
    ("Some 40% of wells are dry.", news("<p>Two in five wells are dry.</p>"), True),
    ("Some 40% of wells are dry.", news("<p>About 38 per cent of the wells were found dry.</p>"), True),
    ("Some 40% of wells are dry.", news("<p>About 14 per cent of the wells were found dry.</p>"), False),
    (
        "More than 750,000 people have fled.",
        news("<p>The agency put the number of people who fled at 762,000.</p>"),
        True,
    ),
    (
        "More than 750,000 people have fled.",
        news("<p>The agency put the number of people who fled at 572,000.</p>"),
        False,
    ),
    ("More than 750,000 people have fled.", news("<p>Three quarters of a million people have fled.</p>"), True),
    (
        "The ministry spent €12.5 million on the wall.",
        news("<p>Spending on the wall came to 12.5 million euros.</p>"),
        True,
    ),
    (
        "The ministry spent €12.5 million on the wall.",
        news("<p>Spending on the wall came to 15.2 million euros.</p>"),
        False,
    ),
    ("The ministry spent €12.5 million on the wall.", news("<p>Spending on the wall came to €12,480,000.</p>"), True),
    (
        "In all, 2,314 homes were destroyed.",
        news(
            "<table><thead><tr><th>District</th><th>Homes destroyed</th></tr></thead><tbody><tr><td>Alder</td><td>1,200</td></tr><tr><td>Birch</td><td>1,114</td></tr><tr><td>Total</td><td>2,314</td></tr></tbody></table>"
        ),
        True,
    ),
    (
        "In all, 2,314 homes were destroyed.",
        news(
            "<table><thead><tr><th>District</th><th>Homes destroyed</th></tr></thead><tbody><tr><td>Alder</td><td>1,200</td></tr><tr><td>Birch</td><td>1,114</td></tr></tbody></table>"
        ),
        None,
    ),
    (
        "In all, 2,314 homes were destroyed.",
        news(
            "<table><thead><tr><th>District</th><th>Homes destroyed</th></tr></thead><tbody><tr><td>Alder</td><td>1,200</td></tr><tr><td>Birch</td><td>1,141</td></tr><tr><td>Total</td><td>2,341</td></tr></tbody></table>"
        ),
        False,
    ),
    (
        "In all, 2,314 homes were destroyed.",
        news(
            "<figure><img src='/img/6.jpg' alt='A street' width='800' height='500'><figcaption>A street on Monday</figcaption></figure><p>Some homes were destroyed.</p>"
        ),
        None,
    ),
    (
        "In all, 2,314 homes were destroyed.",
        news(
            "<p>The number of homes destroyed has risen to 2,134.</p><figure><img src='/img/6.jpg' alt='A street' width='800' height='500'></figure>"
        ),
        False,
    ),
    (
        "In all, 2,314 homes were destroyed.",
        news(
            "<p>The number of homes destroyed has risen to 2,134.</p>",
            "<iframe src='https://datawrapper.example/x' height='400'></iframe>",
        ),
        None,
    ),
    (
        "The court jailed 31 lawyers in 2022.",
        news("<p>Thirty-one lawyers were jailed in 2022, the bar said.</p>"),
        True,
    ),
    ("The court jailed 31 lawyers in 2022.", news("<p>Thirteen lawyers were jailed in 2022, the bar said.</p>"), False),
    (
        "The court jailed 31 lawyers in 2022.",
        news("<p>31 doctors were jailed in 2022 along with thirteen lawyers.</p>"),
        None,
    ),
    ("The strike killed 19 people.", news("<p>The strike on the 19th killed 16 people.</p>"), None),
    ("The strike killed 19 people.", news("<p>The strike killed at least 19, among them a nurse.</p>"), True),
    (
        "Rebels hold 220 soldiers.",
        news("<ul><li>Soldiers held by rebels: 220</li><li>Civilians held: 15</li></ul>"),
        True,
    ),
    ("Rebels hold 220 soldiers.", news("<dl><dt>Soldiers held</dt><dd>220</dd></dl>"), True),
    ("Rebels hold 220 soldiers.", news("<p>The talks went on.</p>"), False),
    (
        "Rebels hold 220 soldiers.",
        news("<p>The talks went on.</p><p>Download: <a href='/f/annex.xlsx'>Annex (XLSX)</a></p>"),
        None,
    ),
    ("The price of rice is 3 times that of last year.", news("<p>Rice costs 40 cents.</p>"), None),
    ("Food prices rose by 45 percent.", news("<p>Food prices went up 45%, traders said.</p>"), True),
    ("Food prices rose by 45 percent.", news("<p>Food prices went up 54%, traders said.</p>"), None),
    ("Of these, 117 were women.", news("<p>Of the dead, 117 were women and 40 were children.</p>"), True),
    ("Of these, 117 were women.", news("<p>Of the dead, 171 were women and 40 were children.</p>"), False),
    ("Over 30,000 hectares of forest burned.", news("<p>Fires burned 31,400 hectares of forest.</p>"), True),
    ("Over 30,000 hectares of forest burned.", news("<p>Fires burned 13,400 hectares of forest.</p>"), False),
    ("Over 30,000 hectares of forest burned.", news("<p>Fires burned 77,600 acres of forest.</p>"), None),
    (
        "An estimated 1.2 million children are out of school.",
        news("<p>1,187,000 children do not go to school.</p>"),
        True,
    ),
    (
        "An estimated 1.2 million children are out of school.",
        news("<p>2.1 million children do not go to school.</p>"),
        False,
    ),
    ("The list names 6,118 missing persons.", news("<p>Missing persons on the list: 6118.</p>"), True),
    ("The list names 6,118 missing persons.", news("<p>Missing persons on the list: 6 811.</p>"), False),
    ("The list names 6,118 missing persons.", news("<p>Our register is a living document.</p>"), False),
    (
        "The list names 6,118 missing persons.",
        news("<p>The register of missing persons: <span id='total' class='stat-number'></span></p>"),
        None,
    ),
    (
        "In 2023, 1,594 people were executed.",
        news("<p>In 2023 the state executed 1,594 people, up from 1,319 in 2022.</p>"),
        True,
    ),
    ("In 2023, 1,594 people were executed.", news("<p>In 2023 the state executed 1,319 people.</p>"), False),
]


class Page:
    record = PageRecord(address="https://h.example/n/1", fetched_at="2023-09-01T00:00:00+00:00", way="saved")

    def __init__(self, html: str) -> None:
        found = read_in_child(html.encode(), "claims.readers.web.html_page", "html")
        self._read = PageText.of({"media_type": "text/html", **found})

    def text(self) -> PageText:
        return self._read


@pytest.mark.parametrize(("sentence", "html", "prints"), CASES)
def test_a_page_of_the_news(letter, sentence, html, prints):
    claims = letter(f"Open letter\n\n15 August 2023\n\nDear all,\n\n{sentence}\n").claims
    claim = next(one for one in claims if one.kind != "duration")
    with load_language("en").in_force():
        found = ask_page(claim, Page(html), date(2023, 8, 15))
    assert found.prints is prints, found
