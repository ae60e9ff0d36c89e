"""The common dress: every format but plain text is written out as the same plain text with a little Markdown.

    paragraphs with a blank line between, lines that stand close without one      ## Headings, **bold lines**
    1. items with the marks as they are printed, - bullets                        [words](target), raised<sup>2</sup>
    | rows | of tables |                                                          marks[3] and, at the end, [3] notes

The page reader knows this dress from `.txt` files. A form feed inside the text given stands for the start of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.readers.oddities import oddities
from claims.readers.raw_document import MOST_TEXT, RawDocument, Refused
from claims.readers.text import require_text

PAGE = "\f"
MOST_ROWS = 50_000
MOST_LINES = 3  # of a cell that says one thing
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SPACES = re.compile(r" {2,}")
# A page keeps the gaps of columns only as blanks that do not break.
GAPS = re.compile(r" {2,}| *\u00a0[ \u00a0]{3,}")
GAP = " " * 4
AROUND_BREAK = re.compile(r" *\n *")
TAG = re.compile(r"<(?=/?[A-Za-z][A-Za-z0-9:]{0,14}[\s/>]|!--|!doctype|\?)", re.IGNORECASE)
ENTITY = re.compile(r"&(?=#?\w{1,31};)")
# Marks that the page reader takes for those of notes; any other gets the caret of Markdown's footnotes.
PLAIN_MARK = re.compile(r"\d{1,3}|[ivxl]{1,8}|[IVXL]{1,8}|[*†‡]")
HEADING = re.compile(r"#{1,6} ")


class Dress:
    """Takes a document's blocks in order and writes them in the common dress."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._apart = False
        self._turned = 0
        self._notes: list[tuple[str, str]] = []
        self._pages: list[int] = []
        self._paragraphs: list[int] = []
        self.warnings: list[str] = []

    def block(self, text: str, *, before: bool = True, after: bool = True, indent: str = "") -> None:
        """One paragraph, item or row; `before` and `after`: whether it asks for a blank line there."""
        text = tidy(text, gaps=True)
        if not text.strip(PAGE + " \n\t"):
            self._turned += text.count(PAGE)
            return
        if self._length:
            self._write("\n\n" if before or self._apart else "\n")
        self._pages += [self._length] * self._turned
        self._turned = 0
        self._paragraphs.append(self._length)
        self._write((indent + text).replace("\n", "\n" + indent))
        self._apart = after

    def gap(self) -> None:
        """A blank line before whatever comes next."""
        self._apart = True

    def page(self) -> None:
        """A new page begins with the next block."""
        self._turned += 1

    def note(self, mark: str, text: str) -> None:
        """A footnote or endnote; notes stand at the end, in the order in which they came."""
        self._notes.append((mark, text))

    def _write(self, text: str) -> None:
        pieces = text.split(PAGE)
        for i, piece in enumerate(pieces):
            if i:
                self._pages.append(self._length)
            self._parts.append(piece)
            self._length += len(piece)
        if self._length > MOST_TEXT:
            raise Refused(f"is too long for a letter: more than {MOST_TEXT:,} characters; split it up")

    def document(self, media_type: str, *, paged: bool = True) -> RawDocument:
        """The whole; `paged`: whether the pages seen are all there are. Raises Refused if there is no text in it."""
        for number, (mark, text) in enumerate(self._notes):
            self.block(f"{mark_of(mark)} {tidy(text)}", before=number == 0, after=False)
        text = "".join(self._parts) + ("\n" if self._length else "")
        require_text(text)
        return RawDocument(
            text=text,
            media_type=media_type,
            pages=_first_page([*self._pages, *[self._length] * self._turned], len(text)) if paged else (),
            paragraphs=tuple(self._paragraphs),
            warnings=(*self.warnings, *oddities(text)),
        )


def _first_page(breaks: list[int], length: int) -> tuple[int, ...]:
    return (0, *(min(at, length) for at in breaks))


def tidy(text: str, *, gaps: bool = False) -> str:
    """`text` without control characters, with single blanks, and none beside line breaks. `gaps`: what is spaced out
    with blanks, as columns are in a typewriter's manner, keeps its gaps, of one width.
    """
    text = CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n"))
    spaced = GAPS.sub(_narrowed, text) if gaps else SPACES.sub(" ", text)
    return AROUND_BREAK.sub("\n", spaced).strip(" \n\t")


def _narrowed(blanks: re.Match[str]) -> str:
    return GAP if len(blanks[0]) >= len(GAP) else " "


def guarded(text: str) -> str:
    """Words of the document that the page reader would take for tags or entities, written as entities."""
    if "&" in text:
        text = ENTITY.sub("&amp;", text)
    return TAG.sub("&lt;", text) if "<" in text else text


def mark_of(mark: str) -> str:
    """A note's mark as it stands in the text and before the note."""
    return f"[{mark}]" if PLAIN_MARK.fullmatch(mark) else f"[^{re.sub(r'[^A-Za-z0-9_-]', '-', mark)[:30]}]"


def raised(text: str) -> str:
    """Superscript: digits keep their place above the line, ordinals ("4th") and the like lose it."""
    return f"<sup>{text}</sup>" if re.fullmatch(r"\s*\d{1,3}\s*", text) else text


def linked(words: str, target: str) -> str:
    """A link, or the bare address where the words are nothing else."""
    target = target.strip()
    bare = words.strip().strip("<>")
    if not bare or not target:
        return words if target or not bare else f"[{words}](#)"
    if target.startswith(("mailto:", "tel:")) or _same(bare, target):
        return words
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    inner = bare.replace("\n", " ").replace("[", "(").replace("]", ")")
    return f"{lead}[{inner}]({_target(target)}){trail}"


def _same(words: str, target: str) -> bool:
    def core(address: str) -> str:
        return re.sub(r"^[a-z]+://", "", address.casefold()).rstrip("/")

    return core(words) == core(target) and re.match(r"(?:https?://|www\.)", words) is not None


def _target(target: str) -> str:
    target = re.sub(r"\s", "%20", target[:2000]).replace("<", "%3C").replace(">", "%3E")
    if target.count("(") != target.count(")") or target.count("(") > 2:
        target = target.replace("(", "%28").replace(")", "%29")
    return target


def require_rows(count: int) -> None:
    """Raise Refused if a table has more rows than a letter's can."""
    if count > MOST_ROWS:
        raise Refused(f"holds a table of {count:,} rows, and {MOST_ROWS:,} are the most; split it up")


def only_places(rows: int, lines: Sequence[int]) -> bool:
    """Whether a table of so many rows, its filled cells of so many `lines`, places things rather than says them.

    A cell of many lines; one row of columns; a signer in each cell, as "Jane Doe" / "Director" / "Alder Watch".
    """
    most = max(lines, default=0)
    return most > MOST_LINES or (rows == 1 and most > 1) or (len(lines) > 1 and min(lines) > 1)


def table_rows(rows: list[list[str]], *, header: bool) -> list[str]:
    """The rows of a table between pipes, a ruled line below the header; lines inside a cell are set apart by ";"."""
    width = max((len(row) for row in rows), default=0)
    lines = []
    for number, row in enumerate(rows):
        cells = [re.sub(r"\s*\n\s*", "; ", tidy(cell)).replace("|", "/") for cell in row]
        lines.append("| " + " | ".join(cells + [""] * (width - len(cells))) + " |")
        if header and number == 0:
            lines.append("|" + " --- |" * width)
    return lines
