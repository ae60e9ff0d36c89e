"""The front page of very many letters: letters first, work of a kind together, nothing longer than an editor bears."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from claims.readers.raw_document import Skipped
from expectations.model import Finding
from reports.letter_page.between import across_groups, across_views
from reports.letter_page.page import Head
from reports.letter_page.rows import Tally
from reports.model import Problem
from reports.site.front import ACROSS, index_page
from reports.site.front_views import LetterRow
from reports.site.letter_lists import ROWS, list_pages
from reports.site.render import render_index, render_list
from reports.site.work_groups import GROUPS, OF_A_KIND
from reports.site.write import write_site
from reports.standing.figures_between import Figures
from reports.words.table_names import Names
from reports.words.wording import keys, word
from tests.reports.conftest import Workshop

RULES = ("ordinal", "signatory-total", "parts-whole")


def row(number: int) -> LetterRow:
    """A row as heavy as they come: every verdict, every status, a long title."""
    name = f"{number:05}-a-letter-with-a-long-name-in-a-folder"
    head = Head(letter_id=name, title=f"Letter {number}: " + "of the ports " * 8,
                path="", sha256="", written="", published="", dated="3 March 2024", warnings=())  # fmt: skip
    verdicts, statuses = ("against_source", 3), ("status", 2)
    return LetterRow(
        head=head, href=f"letters/{head.letter_id}.html", written_on=None, claims=12, work=3, unsourced=2,
        verdicts=tuple(Tally(word=word(verdicts[0], key), count=9) for key in keys(verdicts[0])[: verdicts[1]]),
        statuses=tuple(Tally(word=word(statuses[0], key), count=9) for key in keys(statuses[0])[: statuses[1]]),
    )  # fmt: skip


@pytest.mark.parametrize(("letters", "pages"), [(0, 1), (1, 1), (ROWS, 1), (ROWS + 1, 2), (10_000, 134)])
def test_every_letter_is_on_one_page(letters: int, pages: int) -> None:
    rows = [row(number) for number in range(letters)]
    made = list_pages(rows)
    assert len(made) == pages
    assert [one for page in made for one in page.rows] == rows
    assert {page.name for page in made} == {name for _, name in made[0].pages}


def test_no_page_of_ten_thousand_letters_is_over_300_kilobytes(make: Workshop) -> None:
    pages = list_pages([row(number) for number in range(10_000)])
    findings = tuple(
        make.finding(rule, "inconsistent", "warning", message="m" * 300) for rule in RULES for _ in range(200)
    )
    text, names = "The 340 farms were lost.\n", [f"a-letter-with-a-long-name-{number}" for number in range(200)]
    claims = [(make.claim(text, "340 farms", "340", letter_id=name),) for name in names]
    pairs = zip(names, claims, strict=True)
    letters = [make.checked(make.letter(text, letter_id=name), claims=own) for name, own in pairs]
    told = letters[0].extraction.claims[0].span
    across = [make.finding("cross-letter", status, "warning", message="m" * 300, spans=(told, told),
                           letter_ids=(names[number // 5 * 5], names[number]))
              for status in ("inconsistent", "consistent") for number in range(200) if number % 5]  # fmt: skip
    problems = [Problem(path="in/" + "a" * 100, message="m" * 100)] * 5_000
    skipped = [Skipped(path="in/" + "a" * 100, reason="m" * 100)] * 5_000
    checked = [make.checked(make.letter(), findings=findings), *letters]
    front = index_page(checked, across, problems, make.reference_table(), skipped=skipped)
    assert len(front.across) == len(front.held) == ACROSS
    sizes = [len(render_index(front, pages[0]).encode()), *(len(render_list(page).encode()) for page in pages[1:])]
    assert max(sizes) < 300_000


def test_letters_stand_first_and_work_of_a_kind_together(make: Workshop, tmp_path: Path) -> None:
    letters = [
        make.checked(make.letter(letter_id=f"l{number}"), findings=tuple(
            make.finding(rule, "inconsistent", "error" if rule == "parts-whole" else "warning") for rule in RULES))
        for number in range(9)
    ]  # fmt: skip
    write_site(letters, (), (), None, tmp_path)
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert html.index('id="letters"') < html.index('id="desk"')
    page = index_page(letters, (), (), None)
    first = page.groups[0]
    assert (first.about, first.count, first.letters) == (word("rule", "parts-whole").label, 9, 9)
    assert len(first.rows) == OF_A_KIND
    assert html.count("and 5 more: each letter’s page has all of its own.") == len(RULES)
    assert page.work == 27


def test_kinds_are_capped_too(make: Workshop) -> None:
    findings = tuple(make.finding(f"team:rule-{number}", "inconsistent", "warning") for number in range(40))
    page = index_page([make.checked(make.letter(), findings=findings)], (), (), None)
    assert (len(page.groups), page.work) == (GROUPS, 40)


def test_what_held_between_letters_is_folded(make: Workshop, tmp_path: Path) -> None:
    across = [make.finding("cross-letter", "inconsistent", "warning", message=f"asks {number}") for number in range(30)]
    across += [make.finding("cross-letter", "consistent", message=f"held {number}") for number in range(30)]
    write_site([make.checked(make.letter())], across, (), None, tmp_path)
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    shown, folded = html.split('id="across"')[1].split("</section>")[0].split("<details>")
    assert (len(re.findall(r"asks \d", shown)), len(re.findall(r"held \d", shown))) == (ACROSS, 0)
    assert (len(re.findall(r"asks \d", folded)), len(re.findall(r"held \d", folded))) == (0, ACROSS)
    assert "What held, or could not be checked: 30 checks" in folded
    assert html.count(f"and {30 - ACROSS} more") == 2


def test_what_letters_tell_otherwise_stands_once_a_figure_or_measure(make: Workshop, tmp_path: Path) -> None:
    """Of one figure in five letters there are ten pairs: one group. What shares nothing stands alone."""
    text = "The 340 farms were lost. Then 12 boats sank. It was 77 wells.\n"
    letters = []
    for number in range(5):
        one = {"letter_id": f"l{number}"}
        claims = (
            make.claim(text, "340 farms", "340", measure="farms_lost", **one),
            make.claim(text, "12 boats", "12", **one),
            make.claim(text, "77 wells", "77", **one),
        )
        letters.append(make.checked(make.letter(text, **one), claims=claims))

    def pair(first: int, second: int, at: int) -> Finding:
        claims = [letters[one].extraction.claims[at] for one in (first, second)]
        return make.finding(
            "cross-letter", "inconsistent", "warning", message=f"{first} {second} {at}",
            claim_ids=tuple(one.claim_id for one in claims), spans=tuple(one.span for one in claims),
            letter_ids=(f"l{first}", f"l{second}"),
        )  # fmt: skip

    pairs = [(0, 1, 0), (2, 3, 0), (0, 1, 1), (1, 2, 1), (3, 4, 1), (0, 4, 2)]  # farms: apart, but one measure
    across = [pair(*one) for one in pairs]
    page = index_page(letters, across, (), make.reference_table())
    farms = make.reference_table().measures[0].label
    told = [(one.about, one.count, one.letters) for one in page.across]
    assert sorted(told) == sorted([(farms, 2, 4), ("“12 boats”", 2, 3), ("“12 boats”", 1, 2), ("“77 wells”", 1, 2)])
    assert page.work == len(pairs)
    write_site(letters, across, (), make.reference_table(), tmp_path)
    front = (tmp_path / "index.html").read_text(encoding="utf-8").split('id="across"')[1].split("</section>")[0]
    assert front.count('<details class="across-group">') == 2
    assert f'{farms}</span> <span class="n">2 checks between 4 letters' in front
    own = (tmp_path / "letters" / "l1.html").read_text(encoding="utf-8")
    assert own.count('<details class="across-group">') == 1  # the boats: 0 and 1, 1 and 2


def test_ten_thousand_findings_of_one_measure_are_grouped_at_once(make: Workshop) -> None:
    finding = make.finding("cross-letter", "inconsistent", "warning")
    view = across_views([finding], Figures([finding], {}), "")[0]
    views = [replace(view, measures=("farms_lost",)) for _ in range(10_000)]
    began = time.process_time()
    (group,) = across_groups(views, Names(), 3)
    assert (group.count, len(group.rows)) == (10_000, 3)
    assert time.process_time() - began < 5


def test_problems_without_end_are_cut_and_counted(make: Workshop, tmp_path: Path) -> None:
    problems = [Problem(path=f"in/{number}.pdf", message="is damaged") for number in range(5_000)]
    skipped = [Skipped(path=f"in/{number}.exe", reason="is no letter") for number in range(5_000)]
    write_site([make.checked(make.letter())], (), problems, None, tmp_path, skipped=skipped)
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "5,000 problems" in html
    assert html.count("and 4,940 more") == 2
    assert len(html.encode()) < 300_000


def test_the_pages_of_the_list_lead_to_each_other_and_to_the_letters(make: Workshop, tmp_path: Path) -> None:
    letters = [make.checked(make.letter("a\n", letter_id=f"l{number:03}")) for number in range(ROWS + 20)]
    write_site(letters, (), (), None, tmp_path)
    found: list[str] = []
    for name in ("index.html", "letters-2.html"):
        html = (tmp_path / name).read_text(encoding="utf-8")
        links = re.findall(r'href="([^"#]+)(?:#[^"]*)?"', html)
        assert all((tmp_path / link).is_file() for link in links if not link.startswith(("http", "data:")))
        assert {"index.html", "letters-2.html"} - {name} <= set(links)
        found += [link for link in links if link.startswith("letters/")]
    assert sorted(found) == [f"letters/l{number:03}.html" for number in range(ROWS + 20)]
