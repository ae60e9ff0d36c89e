"""Word and OpenDocument files as they print: numbers of lists, notes, links, tables, changes as accepted."""

from __future__ import annotations

import pytest

from claims.readers.raw_document import RawDocument
from claims.readers.registry import read
from tests.factories.documents import docx, odt, para, run


def word(body: str, **parts: str) -> RawDocument:
    return read(docx(body, **parts), path="letter.docx")


def listed(text: str, level: int = 0, number: int = 1) -> str:
    return para(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def levels(*formats: tuple[str, str], start: int = 1) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start if i == 0 else 1}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'  # noqa: E501
        for i, (style, text) in enumerate(formats)
    )
    return f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'  # noqa: E501


@pytest.mark.parametrize(
    ("formats", "items", "printed"),
    [
        ([("decimal", "%1.")], [0, 0, 0], ["1.", "2.", "3."]),
        ([("decimal", "%1)"), ("lowerLetter", "(%2)")], [0, 1, 1, 0, 1], ["1)", "(a)", "(b)", "2)", "(a)"]),
        ([("decimal", "%1."), ("decimal", "%1.%2")], [0, 1, 1, 0, 1], ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([("upperRoman", "%1."), ("bullet", "•")], [0, 1, 0], ["I.", "-", "II."]),
        ([("bullet", "\uf0b7")], [0, 0], ["-", "-"]),
        ([("lowerRoman", "%1.")], [0] * 4, ["i.", "ii.", "iii.", "iv."]),
    ],
)
def test_lists_are_numbered_as_word_prints_them(
    formats: list[tuple[str, str]], items: list[int], printed: list[str]
) -> None:
    text = word("".join(listed("Name", level) for level in items), numbering=levels(*formats)).text
    assert [line.split()[0] for line in text.splitlines()] == printed


def test_a_list_goes_on_after_a_paragraph_and_a_second_one_begins_anew() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'  # noqa: E501
    body = listed("A") + para("Between") + listed("B") + listed("C", number=2) + listed("D", number=2)
    lines = word(body, numbering=levels(("decimal", "%1.")) + again).text.split("\n")
    assert [line for line in lines if line] == ["1. A", "Between", "2. B", "1. C", "2. D"]


def test_numbers_that_come_from_the_style() -> None:
    style = '<w:style w:styleId="L" w:type="paragraph"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = para("A", properties='<w:pStyle w:val="L"/>') + para("B", properties='<w:pStyle w:val="L"/>')
    assert word(body, numbering=levels(("decimal", "%1."), start=7), styles=style).text == "7. A\n8. B\n"


def test_tracked_changes_are_accepted_and_comments_left_out() -> None:
    gone = f'<w:del w:id="1"><w:r><w:delText>300</w:delText></w:r></w:del><w:ins w:id="2">{run("285")}</w:ins>'
    note = (
        '<w:commentRangeStart w:id="0"/>'
        + run(" boats")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    moved = f'<w:moveFrom w:id="3">{run(" gone")}</w:moveFrom><w:moveTo w:id="4">{run(" lie idle.")}</w:moveTo>'
    body = para(gone, note, moved)
    assert word(body, comments=f'<w:comment w:id="0">{para("is it 900?")}</w:comment>').text == "285 boats lie idle.\n"


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    body = para("At least 40 ", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + para("boats lie idle.")
    assert word(body).text == "At least 40 boats lie idle.\n"


def test_footnotes_endnotes_and_links() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = para("40 boats", call.format(5), " and 50 nets", call.format(3), '<w:r><w:endnoteReference w:id="2"/></w:r>',
                f'<w:hyperlink r:id="x">{run(" as counted")}</w:hyperlink>', ".")  # fmt: skip
    found = word(
        body,
        footnotes=f'<w:footnote w:id="3">{para("Second, 2021.")}</w:footnote><w:footnote w:id="5">{para("First, 2020.")}</w:footnote>',  # noqa: E501
        endnotes=f'<w:endnote w:id="2">{para("At the end.")}</w:endnote>',
        rels='<Relationship Id="x" TargetMode="External" Target="https://example.org/count"/>',
    )
    assert found.text == (
        "40 boats[1] and 50 nets[2][i] [as counted](https://example.org/count).\n\n"
        "[1] First, 2020.\n[2] Second, 2021.\n[i] At the end.\n"
    )


def test_a_field_shows_its_result_and_leads_where_its_code_says() -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.org/a" </w:instrText></w:r>'
    body = para("See ", char.format("begin"), code, char.format("separate"), "the 40 boats", char.format("end"), ".")
    assert word(body).text == "See [the 40 boats](https://example.org/a).\n"


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        ("<w:vanish/>", "a  b"),
        ('<w:vertAlign w:val="superscript"/>', "a <sup>12</sup> b"),
        ("<w:strike/>", "a  b"),
        ("<w:b/>", "a 12 b"),
    ],
)
def test_what_a_run_looks_like(look: str, shown: str) -> None:
    assert word(para("a ", run("1", look), run("2", look), " b")).text == " ".join(shown.split()) + "\n"


def test_tables_are_rows_and_layout_tables_are_not() -> None:
    def cell(*texts: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{''.join(para(text) for text in texts)}</w:tc>"

    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Name')}{cell('Country')}</w:tr>"
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = f"<w:tr>{cell('Alder Watch')}{cell('Norland', more=begins)}</w:tr>"
    rows += f"<w:tr>{cell('Birch Union')}{cell('', more=goes_on)}</w:tr>"
    gone = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('Gone')}{cell('Gone')}</w:tr>"
    assert word(f"<w:tbl>{head}{rows}{gone}</w:tbl>").text == (
        "| Name | Country |\n| --- | --- |\n| Alder Watch | Norland |\n| Birch Union | |\n"
    )
    names = cell("A Watch", "B Union", "C Trust", "D Fund")
    text = word(f"<w:tbl><w:tr>{names}{names}</w:tr></w:tbl>").text
    assert "|" not in text
    assert text.split("\n").count("C Trust") == 2


def test_pages_are_told_where_words_breaks_and_its_count_agree() -> None:
    turned = "<w:r><w:lastRenderedPageBreak/><w:t>Second page.</w:t></w:r>"
    body = para("First page.") + para(turned)
    found = word(body, app="<Pages>2</Pages>")
    assert [found.text[at:][:6] for at in found.pages] == ["First ", "Second"]
    assert word(body, app="<Pages>9</Pages>").pages == ()
    assert len(word(body).paragraphs) == 2


def test_opendocument_lists_notes_changes_and_blanks() -> None:
    style = ('<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'  # noqa: E501
             "</text:list-style>")  # fmt: skip
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    first = f'<text:list text:style-name="L">{item.format("A")}{item.format("B")}</text:list>'
    going = f'<text:list text:style-name="L" text:continue-numbering="true">{item.format("C")}</text:list>'
    note = ('<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            "<text:p>Count, 2021.</text:p></text:note-body></text:note>")  # fmt: skip
    body = ("<text:tracked-changes><text:changed-region><text:deletion><text:p>900 boats</text:p></text:deletion>"
            f"</text:changed-region></text:tracked-changes>{first}<text:p>40<text:s text:c='2'/>boats{note}"
            f"<office:annotation><text:p>sure?</text:p></office:annotation> idle</text:p>{going}")  # fmt: skip
    lines = [line for line in read(odt(body, style), path="a.odt").text.split("\n") if line]
    assert lines == ["1. A", "2. B", "40 boats[1] idle", "3. C", "[1] Count, 2021."]


def test_columns_made_with_blanks_keep_their_gaps() -> None:
    body = "<text:p>Alder Watch <text:s text:c='9'/>Birch Union</text:p><text:p>Cedar<text:s text:c='2'/>Aid</text:p>"
    lines = [line for line in read(odt(body), path="a.odt").text.split("\n") if line]
    assert lines == ["Alder Watch    Birch Union", "Cedar Aid"]
