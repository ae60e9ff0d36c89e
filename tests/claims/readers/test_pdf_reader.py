"""What a PDF shows in places, read in the order of reading: columns, notes, heads, hyphens, wrapped names, scans."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import NoReturn

import pytest

from claims.errors import UnreadableLetter
from claims.readers.raw_document import RawDocument
from claims.readers.registry import read
from tests.factories.documents import Text, pdf

BODY = "The river ports have been closed since the winter storms and nobody in the province"


def prose(y: float, *lines: str, x: float = 72, size: float = 11) -> list[Text]:
    return [(x, y - 14 * i, size, line) for i, line in enumerate(lines)]


def pages(*texts: list[Text], pictures: tuple[int, ...] = (), ocr: bool = False) -> RawDocument:
    return read(pdf(texts, pictures=pictures), path="letter.pdf", ocr=ocr)


def test_lines_of_a_paragraph_are_one_line_and_short_lines_stay() -> None:
    found = pages([*prose(700, BODY, "has said why they stay closed. At least 40 boats lie idle", "at the landings."),
                   *prose(640, "Signed by", "Alder Watch", "Birch Union")])  # fmt: skip
    assert f"{BODY} has said why they stay closed. At least 40 boats lie idle at the landings." in found.text
    assert "Signed by\nAlder Watch\nBirch Union" in found.text


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("nobody in the prov-", "ince has said a word", "province has said"),
        ("since the year 2019-", "2020 the boats are idle", "2019-2020 the boats"),
        ("the storms went on, and forty-", "two boats were lost", "and forty-two boats"),
        ("dans tout le port, quatre-", "vingts bateaux", "quatre-vingts bateaux"),
        ("the fleet kept fit-", "ting new engines", "kept fitting new"),
        ("the ports of the Elm-", "Birch district are shut", "Elm-Birch district"),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    lines = prose(700, "The river ports have been closed since the winter storms, and " + first, second)
    assert whole in pages([*lines, *prose(600, BODY, "and nobody has said why.")]).text


def test_a_long_name_over_two_lines_is_one_name() -> None:
    names = [(72, 600, 11, "1. Alder Watch"),
             (72, 586, 11, "2. Friends of the Lower River and its Tributaries in the Northern, Eastern and the"),
             (84, 572, 11, "Southern Districts"), (72, 558, 11, "3. Birch Union")]  # fmt: skip
    text = pages([*prose(700, BODY, "has said why."), *names]).text
    assert "and the Southern Districts\n3. Birch Union" in text


def test_two_columns_of_names_are_read_down_then_on() -> None:
    left = [(72, 600 - 14 * i, 11, f"{i + 1}. Left {'abcdef'[i]}") for i in range(6)]
    right = [(330, 600 - 14 * i, 11, f"{i + 7}. Right {'abcde'[i]}") for i in range(5)]
    text = pages([*prose(700, BODY, "has said why."), *left, *right]).text
    assert [line.split(".")[0] for line in text.splitlines() if line[:1].isdigit()] == [str(n) for n in range(1, 12)]


def test_the_rows_of_a_spreadsheet_stay_apart() -> None:
    rows = ['"Dr Ada Olm","Reader in the Law of the Sea and of Rivers","Northern College of Anou","Kenya"',
            '"Ben Okor","Lecturer","Olmo School","Ghana"', '"Cy Dunn","Fellow","Elm School","Kenya"']  # fmt: skip
    assert "\n".join(rows) in pages([*prose(700, BODY), *prose(600, *rows)]).text


def test_bullets_keep_their_signs() -> None:
    text = pages([*prose(700, "cc:", "- Town Hall"), *prose(640, "Signed:", "• Alder Watch", "• Birch Union")]).text
    assert "- Town Hall" in text
    assert "• Alder Watch\n• Birch Union" in text


def test_a_list_numbered_along_the_rows_is_read_along_the_rows() -> None:
    cells = [(72 + 260 * (i % 2), 600 - 14 * (i // 2), 11, f"{i + 1}. Name {'abcdefgh'[i]}") for i in range(8)]
    text = pages([*prose(700, BODY, "has said why."), *cells]).text
    assert [line.split(".")[0] for line in text.splitlines() if line[:1].isdigit()] == [str(n) for n in range(1, 9)]


def test_columns_of_prose() -> None:
    left = prose(600, "The ports of the north are", "closed to all boats since", "the storms of last winter.", x=72)
    right = prose(600, "In the south the harbour", "masters counted 46 landings", "that nobody may use.", x=330)
    text = " ".join(pages([*prose(700, BODY, "has said why."), *left, *right]).text.split())
    assert "closed to all boats since the storms of last winter. In the south the harbour masters counted 46" in text


def test_a_table_is_rows_between_pipes() -> None:
    head: list[Text] = [(72, 600, 11, "Year", "B"), (200, 600, 11, "People displaced", "B")]
    rows = [(x, 586 - 14 * i, 11, t) for i, r in enumerate([("2019", "2,800"), ("2020", "5,150")])
            for x, t in zip((72, 200), r, strict=True)]  # fmt: skip
    text = pages([*prose(700, BODY, "has said why."), *head, *rows]).text
    assert "| Year | People displaced |\n| --- | --- |\n| 2019 | 2,800 |\n| 2020 | 5,150 |" in text


def grid(y: float, lefts: tuple[float, ...], *rows: tuple[str, ...], head: str = "") -> list[Text]:
    """Cells in rows; the first row in the font `head`, empty cells left out."""
    fonts = [(head,) if head and i == 0 else () for i in range(len(rows))]
    return [
        (x, y - 14 * i, 11, text, *fonts[i])
        for i, row in enumerate(rows)
        for x, text in zip(lefts, row, strict=True)
        if text
    ]


def test_figures_side_by_side_in_a_table_are_no_marks_of_a_list() -> None:
    rows = grid(600, (72, 200, 330), ("Year", "Boats", "Nets"), ("2019", "412", "180"), ("2020", "233", "96"), head="B")
    text = pages([*prose(700, BODY, "has said why."), *rows]).text
    assert "| Year | Boats | Nets |\n| --- | --- | --- |\n| 2019 | 412 | 180 |\n| 2020 | 233 | 96 |" in text


def test_numbers_in_the_first_column_of_a_table_stand_alone_and_cells_go_on_below() -> None:
    cells = [("No.", "Body", "Town"), ("1", "Alder Watch of the", "Ulm"), ("", "Lower Ports", ""),
             ("2", "Birch Union", "Elm"), ("3", "Society of the", "Oke"), ("", "Seven Weirs", "")]  # fmt: skip
    rows = grid(600, (72, 200, 360), *cells, head="B")
    text = pages([*prose(700, BODY, "has said why."), *rows]).text
    told = ["1 | Alder Watch of the Lower Ports | Ulm", "2 | Birch Union | Elm", "3 | Society of the Seven Weirs | Oke"]
    assert "\n".join(["| No. | Body | Town |", "| --- | --- | --- |", *(f"| {row} |" for row in told)]) in text


def test_a_row_without_its_last_cell_is_still_of_the_table() -> None:
    rows = grid(600, (72, 150, 330), ("1", "Alder Watch", "Ulm"), ("2", "Birch Union", "Elm"), ("3", "Cedar Aid", ""))
    assert "| 3 | Cedar Aid | |" in pages([*prose(700, BODY, "has said why."), *rows]).text


@pytest.mark.parametrize("lefts", [(72, 100), (72, 100, 330, 358)])
def test_bare_numbers_before_the_names_of_lists_stay_their_marks(lefts: tuple[float, ...]) -> None:
    names = ["Alder Watch", "Birch Union", "Cedar Aid", "Dune Trust", "Elm Circle", "Fern Guild"]
    rows = 12 // len(lefts)
    said = [tuple(cell for n in range(i, 6, rows) for cell in (str(n + 1), names[n])) for i in range(rows)]
    text = pages([*prose(700, BODY, "has said why."), *grid(600, lefts, *said)]).text
    assert "\n".join(f"{n + 1} {name}" for n, name in enumerate(names)) in text.replace("\n\n", "\n")


def test_heads_feet_and_page_numbers_are_left_out_and_a_sentence_runs_over_the_page() -> None:
    def page(number: int, *lines: str) -> list[Text]:
        frame: list[Text] = [(72, 760, 9, "Open letter on the ports"), (300, 30, 9, f"Page {number} of 3")]
        return [*frame, *prose(700, *lines)]

    found = pages(page(1, BODY), page(2, "has said why. " + BODY), page(3, "knows when they open."))
    assert found.text == f"{BODY} has said why. {BODY} knows when they open.\n"
    assert [found.text[at:][:7] for at in found.pages] == ["The riv", "has sai", "knows w"]


def test_figures_at_the_edge_of_pages_are_no_page_numbers() -> None:
    found = pages([*prose(700, BODY, "has said why."), (72, 60, 11, "412 boats lie idle.")],
                  [*prose(700, BODY, "has said so."), (72, 60, 11, "97 boats lie idle.")])  # fmt: skip
    assert "412 boats" in found.text
    assert "97 boats" in found.text


def test_notes_at_the_foot_of_pages_go_to_the_end_with_their_marks() -> None:
    def page(mark: str, word: str, rest: str) -> list[Text]:
        body = prose(700, f"In spring the {word} ports of the province were closed to all boats and nobody")
        return [*body, (72, 686, 11, f"counted {word} boats"), (72 + 5.3 * len(f"counted {word} boats"), 690, 6, mark),
                (300, 686, 11, rest), (72, 80, 8, f"{mark} Harbour Masters, Survey {mark}, 2022.")]  # fmt: skip

    found = pages(page("1", "40", "in May."), page("2", "50", "in June."))
    assert "40 boats[1]" in found.text
    assert "50 boats[2]" in found.text
    assert found.text.rstrip().endswith("[1] Harbour Masters, Survey 1, 2022.\n[2] Harbour Masters, Survey 2, 2022.")


def test_notes_that_begin_anew_on_each_page_keep_apart() -> None:
    def page(year: str) -> list[Text]:
        return [
            *prose(
                700, f"In {year} the river ports were closed and nobody in the whole province", "has counted the boats"
            ),
            (177, 690, 6, "1"),
            (72, 80, 8, f"1 Harbour Masters, {year}."),
        ]

    text = pages(page("2021"), page("2022")).text
    assert "[1] Harbour Masters, 2021." in text
    assert "[^2-1] Harbour Masters, 2022." in text
    assert "boats[^2-1]" in text


def test_a_raised_number_is_not_part_of_the_figure_before_it() -> None:
    text = pages([*prose(700, BODY), (72, 686, 11, "counted 4,000"), (146, 690, 6, "2")]).text
    assert "4,000<sup>2</sup>" in text


def test_a_scan_is_named_with_what_to_do() -> None:
    with pytest.raises(UnreadableLetter, match=r"is a scan.*--ocr"):
        pages([], pictures=(0,))
    found = pages(prose(700, BODY, "has said why."), [], pictures=(1,))
    assert any(one.startswith("page 2 is a picture of text (a scan)") and "--ocr" in one for one in found.warnings)


def test_without_tesseract_ocr_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableLetter, match="needs the program Tesseract"):
        pages([], pictures=(0,), ocr=True)


def test_a_scan_is_read_through_tesseract(
    missing: Callable[[str], NoReturn], scanned: Callable[[list[str]], bytes]
) -> None:
    if not shutil.which("tesseract"):
        missing("no tesseract: make reader-tools, or install tesseract-ocr")
    data = scanned(
        ["OPEN LETTER ON THE PORTS", "The harbour masters counted 3,460 boats", "that lie idle at 46 landings."]
    )
    found = read(data, path="scan.pdf", ocr=True)
    assert "3,460 boats that lie idle at 46 landings" in " ".join(found.text.split())
    assert any("OCR" in one for one in found.warnings)


def test_pages_of_one_letter_count_its_paragraphs() -> None:
    found = pages([*prose(700, BODY, "has said why."), *prose(640, "Alder Watch")], prose(700, "Birch Union"))
    assert len(found.pages) == 2
    assert found.text[found.pages[1] :].startswith("Birch Union")


@pytest.mark.parametrize(("below", "gap"), [(3, "\n\n"), (2, "\n")])
def test_a_page_ends_an_entry_that_is_as_long_as_its_neighbours(below: int, gap: str) -> None:
    """Three lines an entry; where two stand on the next page, nothing tells whose they are."""
    first = [*prose(700, BODY, "has said why.", "Signed:"), *prose(630, "Ada Olm", "Chair", "Alder Watch")]
    entries = [("Ben Okor", "Treasurer", "Birch Union")[:below], ("Cy Dunn", "Fellow", "Cedar Aid")]
    second = [one for i, said in enumerate(entries) for one in prose(700 - 70 * i, *said)]
    assert f"Alder Watch{gap}Ben Okor" in pages(first, second).text
