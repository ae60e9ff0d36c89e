"""What stands above and below every page of a word processor's document: no part of the letter, but said."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from xml.etree.ElementTree import Element

from claims.readers.office.xml_parts import Parts
from claims.readers.raw_document import Refused

MOST, LONGEST = 3, 80
ODT_MARGINS = ("header", "footer", "header-first", "footer-first", "header-left", "footer-left")
COUNTING = frozenset({"page-number", "page-count"})


def docx_margins(parts: Parts, name: str) -> list[str]:
    """The warning about the headers and footers of the part `name`, if any says something."""
    folder, _, file = name.rpartition("/")
    root = parts.tree(f"{folder}/_rels/{file}.rels")
    kinds = ("/header", "/footer")
    every = root.iter("Relationship") if root is not None else ()
    trees = [_tree(parts, f"{folder}/{one.get('Target', '')}") for one in every if one.get("Type", "").endswith(kinds)]
    return _warning(_docx_words(p) for tree in trees if tree is not None for p in tree.iter("p"))


def _tree(parts: Parts, name: str) -> Element | None:
    """A header that is damaged costs no letter."""
    with suppress(Refused):
        return parts.tree(name)
    return None


def _docx_words(paragraph: Element) -> str:
    """Its words; "" for one that counts the pages, as "Page 2 of 3"."""
    codes = [one.text or "" for one in paragraph.iter("instrText")]
    codes += [one.get("instr", "") for one in paragraph.iter("fldSimple")]
    words = "".join(one.text or "" for one in paragraph.iter("t"))
    return "" if any("PAGE" in code for code in codes) and len(words.split()) < 5 else words


def odt_margins(styles: Element | None) -> list[str]:
    """The same for an OpenDocument text; `styles` is the part that holds its pages."""
    masters = styles.iter("master-page") if styles is not None else ()
    pages = [one for master in masters for one in master if one.tag in ODT_MARGINS]
    return _warning(_odt_words(p) for one in pages for p in one.iter("p"))


def _odt_words(paragraph: Element) -> str:
    words = "".join(paragraph.itertext())
    counts = any(one.tag in COUNTING for one in paragraph.iter())
    return "" if counts and len(words.split()) < 5 else words


def _warning(said: Iterable[str]) -> list[str]:
    """One warning that quotes them, each once; none where there is no word."""
    lines = dict.fromkeys(" ".join(one.split()) for one in said)
    found = [one for one in lines if any(c.isalpha() for c in one)]
    if not found:
        return []
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    quoted = ", ".join(f"“{one[:LONGEST]}”" for one in found[:MOST])
    return [f"left out, since it stands above or below every page: {quoted}{more}"]
