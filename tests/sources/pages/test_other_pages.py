"""Does the page print it: encyclopaedias, press releases, bulletins, PDFs, portals, spent as two blind sets.

First runs: 33 of 40 right with one wrong "no"; 36 of 40 with two. What stays open here although a reader could tell is marked None too.
"""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from claims.language.load import load_language
from claims.readers.recognise import kind_of
from claims.readers.registry import FORMATS
from sources.pages.prints import ask_page
from sources.pages.reading.page_child import page as read_in_child
from sources.pages.reading.page_text import PageText
from sources.pages.told import PageRecord
from tests.factories.documents import pdf

# ruff: noqa: E501


def wiki(said: str) -> str:
    return f"""<!DOCTYPE html><html class="client-js" lang="en" dir="ltr"><head><meta charset="UTF-8"><title>Moor conflict - Openpedia</title></head><body><div id="mw-navigation"><ul><li><a href="/r">Random page</a></li></ul></div><div id="content" role="main"><h1 id="firstHeading">Moor conflict</h1><div id="mw-content-text"><table class="infobox"><tr><th colspan=2>Moor conflict</th></tr><tr><th>Date</th><td>3 May 2019 – present (4 years)</td></tr><tr><th>Displaced</th><td>410,000+</td></tr></table><p>The <b>Moor conflict</b> is a dispute over grazing land in the upper valley.<sup><a href="#n1">[1]</a></sup> It began in May 2019 when herders and farmers met at the ford, and it has since drawn in militias from both banks. Observers have described it as one of the least reported disputes of the region, and talks have been held twice without a result.</p>{said}<h2>References<span>[<a href="/edit">edit</a>]</span></h2><ol><li id="n1">Hill, J. (2020). "Grazing". <i>Valley Review</i>. 12 (3): 118–131. Retrieved 4 March 2022.</li><li>Moor Watch (2021), p. 17.</li></ol></div></div><div id="footer">This page was last edited on 2 August 2023, at 14:07.</div></body></html>"""


def release(said: str) -> str:
    return f"""<html lang="en"><head><title>PRESS RELEASE</title></head><body><center><h2>FOR IMMEDIATE RELEASE</h2></center><p>GENEVA (10 August 2023) – The Valley Council today welcomed the decision to reopen the crossing and urged all parties to keep it open through the harvest.<br><br>{said}<br><br>“We have waited for this for two years,” said the Council's secretary. “Families on both banks depend on the crossing for food, for medicine and for news of each other.”</p><p>ENDS</p><p>For media inquiries call +41 22 917 4000.</p></body></html>"""


def txt(said: str) -> bytes:
    return f"VALLEY BULLETIN No. 31\n10 August 2023\n\n{BODY}\n\n{said}\n\n{BODY}".encode()


BODY = "The bulletin is put together by volunteers of the valley and read by those who have left it. It appears when there is\nnews, and it does not take sides. Letters to the bulletin are answered in the order in which they come."


def pd(said: str) -> bytes:
    flat = BODY.replace("\n", " ")
    lines = [*textwrap.wrap(flat, 80), "", *textwrap.wrap(said, 80), "", *textwrap.wrap(flat, 80)]
    return pdf([[(72, 720 - 16 * number, 11, line) for number, line in enumerate(lines) if line]])


def portal(said: str, extra: str = "") -> str:
    return f"""<!doctype html><html lang="en"><head><title>Humanitarian data: Northern Isles</title><meta name="generator" content="X 6.1"><style>.a{{width:120px}}</style></head><body><div class="top"><a href="/">Portal</a></div><div class="wrap"><h1>Northern Isles: situation update no. 14</h1><p>This update is produced by the isles' coordination office with partners. It covers the period from 1 to 31 July 2023. The next update will be issued on or around 31 August.</p><h3>Highlights</h3>{said}<h3>Situation overview</h3><p>Heavy rain in the second week of July washed out the coastal road and cut the eastern villages off from the market. Partners moved supplies by boat. Cholera treatment centres stay open in the port and at the old mill, and the office thanks the crews who kept the ferries running through the storm.</p>{extra}</div></body></html>"""


CASES = [
    (
        "Flooding affected 68,400 people on the isles.",
        portal("<ul><li>68,400 people affected by flooding</li><li>112 shelters open</li></ul>"),
        True,
    ),
    (
        "Flooding affected 68,400 people on the isles.",
        portal("<ul><li>86,400 people affected by flooding</li><li>112 shelters open</li></ul>"),
        False,
    ),
    (
        "Flooding affected 68,400 people on the isles.",
        portal("<ul><li>68.4K people affected by flooding</li><li>112 shelters open</li></ul>"),
        True,
    ),
    (
        "Flooding affected 68,400 people on the isles.",
        portal("<ul><li>13,680 families (around 68,400 persons) affected</li></ul>"),
        True,
    ),
    (
        "Flooding affected 68,400 people on the isles.",
        portal("<ul><li>13,680 families affected (average of five persons per family)</li></ul>"),
        None,
    ),
    ("There are 112 shelters open on the isles.", portal("<ul><li>121 shelters open</li></ul>"), False),
    ("There are 112 shelters open on the isles.", portal("<p>Shelters<sup>2</sup> open: 112</p>"), True),
    ("There are 112 shelters open on the isles.", portal("<p>Shelters open: 112[2]</p>"), True),
    ("A ton of rice costs 870 dollars.", portal("<p>Rice is sold at USD 870 per ton.</p>"), True),
    ("A ton of rice costs 870 dollars.", portal("<p>Rice is sold at USD 780 per ton.</p>"), False),
    (
        "Since January, 2,041 migrants have drowned.",
        portal("<p>At least 2,041 migrants drowned or went missing between January and July.</p>"),
        True,
    ),
    (
        "Since January, 2,041 migrants have drowned.",
        portal("<p>At least 2,014 migrants drowned between January and July.</p>"),
        False,
    ),
    (
        "Since January, 2,041 migrants have drowned.",
        portal("<p>In January 312 migrants drowned, in February 408, in March 1,321.</p>"),
        None,
    ),
    ("Nine out of ten households lost their boats.", portal("<p>90% of households lost boats.</p>"), True),
    ("Nine out of ten households lost their boats.", portal("<p>80% of households lost boats.</p>"), None),
    (
        "The hospital treated 1,317 patients in July.",
        portal("<p>1 317 patients were treated at the hospital in July.</p>"),
        True,
    ),
    (
        "The hospital treated 1,317 patients in July.",
        portal("<p>Patients treated at the hospital in July: one thousand three hundred and seventeen.</p>"),
        True,
    ),
    (
        "The hospital treated 1,317 patients in July.",
        portal("<p>Patients treated at the hospital in July: 1,371.</p>"),
        False,
    ),
    (
        "The hospital treated 1,317 patients in July.",
        portal(
            "<table><tr><td></td><td>June</td><td>July</td></tr><tr><td>Patients treated</td><td>1,290</td><td>1,317</td></tr></table>"
        ),
        True,
    ),
    (
        "The hospital treated 1,317 patients in July.",
        portal(
            "<table><tr><td></td><td>June</td><td>July</td></tr><tr><td>Patients treated</td><td>1,290</td><td>1,371</td></tr></table>"
        ),
        False,
    ),
    ("Between 300 and 400 fishing boats sank.", portal("<p>Between 300 and 400 fishing boats sank.</p>"), True),
    ("Between 300 and 400 fishing boats sank.", portal("<p>Some 350 fishing boats sank.</p>"), True),
    ("Between 300 and 400 fishing boats sank.", portal("<p>Some 530 fishing boats sank.</p>"), False),
    ("Fewer than 50 nurses remain on the isles.", portal("<p>Only 47 nurses remain.</p>"), True),
    ("Fewer than 50 nurses remain on the isles.", portal("<p>Only 74 nurses remain.</p>"), False),
    (
        "Up to 15,000 hectares of crops are under water.",
        portal("<p>14,800 hectares of crops lie under water.</p>"),
        True,
    ),
    (
        "Up to 15,000 hectares of crops are under water.",
        portal("<p>41,800 hectares of crops lie under water.</p>"),
        False,
    ),
    ("The fund paid out €240,000.", portal("<p>The fund paid out 240 000 euro.</p>"), True),
    ("The fund paid out €240,000.", portal("<p>The fund paid out 0.24 million euros.</p>"), True),
    ("The fund paid out €240,000.", portal("<p>The fund paid out 420 000 euro.</p>"), False),
    (
        "A total of 5,602 houses were flooded.",
        portal("<p>Houses flooded: East 2,100; West 1,802; North 1,700.</p>"),
        None,
    ),
    (
        "A total of 5,602 houses were flooded.",
        portal("<p>Houses flooded: 5602 (East 2,100; West 1,802; North 1,700).</p>"),
        True,
    ),
    (
        "A total of 5,602 houses were flooded.",
        portal("<p>Houses flooded: 5,206.</p>", "<p><img src='/f/map_flood.png' width=700 height=500 alt='Map'></p>"),
        None,
    ),
    (
        "A total of 5,602 houses were flooded.",
        portal("<p>Houses flooded: 5,206.</p>", "<p><a href='/f/update14.pdf'>Download</a></p>"),
        False,
    ),
    (
        "A total of 5,602 houses were flooded.",
        portal("<p>Houses were flooded in the east.</p>", "<p><a href='/f/update14.pdf'>Download</a></p>"),
        None,
    ),
    (
        "A total of 5,602 houses were flooded.",
        portal(
            "<p>Houses were flooded in the east.</p>",
            "<div class='flourish-embed' data-src='visualisation/1'><script src='https://public.example/embed.js'></script></div>",
        ),
        None,
    ),
    ("Some 7,000 goats died.", pd("Livestock losses: 6,950 goats and 420 cows died in the flood."), True),
    ("Some 7,000 goats died.", pd("Livestock losses: 9,650 goats and 420 cows died in the flood."), False),
    ("The army shelled the port 37 times in July.", portal("<p>The port was shelled 37 times in July.</p>"), True),
    ("The army shelled the port 37 times in July.", portal("<p>The port was shelled 73 times in July.</p>"), False),
    (
        "The conflict has displaced more than 410,000 people.",
        wiki("<p>It has displaced people on both banks.</p>"),
        True,
    ),
    ("The conflict has displaced 410,000 people.", wiki("<p>By 2022, 140,000 people had been displaced.[2]</p>"), True),
    (
        "The conflict has displaced 510,000 people.",
        wiki("<p>By 2022, some 150,000 people had been displaced.[2]</p>"),
        None,
    ),
    (
        "As many as 2,700 herders were killed.",
        wiki("<p>Estimates of herders killed range from 1,900 to 2,700.</p>"),
        None,
    ),
    ("As many as 2,700 herders were killed.", wiki("<p>Up to 2,700 herders were killed.[3]</p>"), True),
    ("As many as 2,700 herders were killed.", wiki("<p>Up to 7,200 herders were killed.[3]</p>"), False),
    ("Two thousand seven hundred herders were killed.", wiki("<p>In total 2,700 herders were killed.[3]</p>"), True),
    ("The crossing was closed to 85 trucks.", release("Since Monday 85 trucks have waited at the crossing."), True),
    ("The crossing was closed to 85 trucks.", release("Since Monday 58 trucks have waited at the crossing."), False),
    ("The crossing was closed to 85 trucks.", release("Since Monday, trucks have waited at the crossing."), None),
    (
        "The Council vaccinated 45,210 children.",
        release("The Council's teams have vaccinated 45,210 girls and boys."),
        True,
    ),
    ("The Council vaccinated 45,210 children.", release("The Council's teams have vaccinated 42,510 children."), False),
    (
        "The Council vaccinated 45,210 children.",
        release("The Council's teams have vaccinated 22,300 girls and 22,910 boys."),
        None,
    ),
    (
        "The Council vaccinated 45,210 children.",
        release("The Council's teams have vaccinated about 45,000 children."),
        None,
    ),
    ("Aid fell short by $14.2 million.", release("The shortfall stands at US$ 14.2 million, the Council said."), True),
    ("Aid fell short by $14.2 million.", release("The shortfall stands at US$ 12.4 million, the Council said."), None),
    ("Aid fell short by $14.2 million.", release("The shortfall stands at 14.2m dollars."), True),
    ("Only 17% of the appeal is funded.", release("The appeal is 17 per cent funded."), True),
    ("Only 17% of the appeal is funded.", release("The appeal is 71 per cent funded."), False),
    ("Only 17% of the appeal is funded.", release("Of the $100 million appeal, $17 million has been received."), None),
    ("There were 640 cases of cholera.", txt("Cases of cholera: 640. Deaths: 12."), True),
    ("There were 640 cases of cholera.", txt("Cases of cholera: 460. Deaths: 12."), False),
    ("There were 640 cases of cholera.", txt("Measles cases: 640."), None),
    ("Of 96 wells, 41 are dry.", txt("Of the ninety-six wells in the valley forty-one are dry."), True),
    ("Some 3,300 houses burned.", txt("3,271 houses were lost to the fire."), None),
    ("Some 3,300 houses burned.", txt("2,371 houses were lost to the fire."), False),
    ("Some 3,300 houses burned.", txt("It is not known how many houses burned."), False),
    ("The flood killed 1,127 cattle.", pd("The flood killed 1,127 cattle and 340 sheep in the lower valley."), True),
    ("The flood killed 1,127 cattle.", pd("The flood killed 1,217 cattle and 340 sheep in the lower valley."), False),
    ("The flood killed 1,127 cattle.", pd("The flood killed cattle and sheep in the lower valley."), False),
    (
        "The flood displaced 12,400 people.",
        pd("As of 9 August, 12 400 persons were sheltering in schools after the flood."),
        True,
    ),
    ("The flood displaced 12,400 people.", pd("As of 9 August, 14 200 persons were displaced by the flood."), False),
    ("The dam holds 2.1 billion cubic metres.", pd("The dam can hold 2.1 billion cubic metres of water."), True),
    ("The dam holds 2.1 billion cubic metres.", pd("The dam can hold 1.2 billion cubic metres of water."), False),
    ("About 250,000 people signed the petition.", release("The petition has 248,903 signatures to date."), None),
    ("About 250,000 people signed the petition.", release("The petition has 148,903 signatures to date."), None),
    (
        "In 2022, 87 journalists were killed.",
        wiki(
            "<table><tr><th>Year</th><th>Journalists killed</th></tr><tr><td>2021</td><td>55</td></tr><tr><td>2022</td><td>87</td></tr></table>"
        ),
        True,
    ),
    (
        "In 2022, 87 journalists were killed.",
        wiki(
            "<table><tr><th>Year</th><th>Journalists killed</th></tr><tr><td>2021</td><td>55</td></tr><tr><td>2022</td><td>78</td></tr></table>"
        ),
        False,
    ),
    ("Police arrested 1,056 demonstrators.", release("Police detained 1,056 people at the demonstrations."), True),
    ("Police arrested 1,056 demonstrators.", release("Police detained 1,506 people at the demonstrations."), None),
]


class Page:
    record = PageRecord(address="https://h.example/n/1", fetched_at="2023-09-01T00:00:00+00:00", way="saved")

    def __init__(self, page: str | bytes) -> None:
        data = page if isinstance(page, bytes) else page.encode()
        known = FORMATS[key := kind_of(data, "page.html" if isinstance(page, str) else "page.txt")]
        self._read = PageText.of({"media_type": known.media_type, **read_in_child(data, known.module, key)})

    def text(self) -> PageText:
        return self._read


@pytest.mark.parametrize(("sentence", "page", "prints"), CASES)
def test_a_page_of_another_kind(letter, sentence, page, prints):
    claim = letter(f"Open letter\n\n15 August 2023\n\nDear all,\n\n{sentence}\n").claims[0]
    with load_language("en").in_force():
        found = ask_page(claim, Page(page), date(2023, 8, 15))
    assert found.prints is prints, found
