"""Pieces of a Word paragraph: raised ones joined, symbols of private fonts, text boxes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from claims.readers.dress import raised

SYMBOL_FONT = {0xF0B7: "•", 0xF0A7: "▪", 0xF02D: "-", 0xF02A: "*", 0xF0E0: "→", 0xF0FC: "✓"}


def joined_runs(pieces: list[tuple[str, str]]) -> str:
    """The pieces in a row; raised ones that touch are one mark."""
    out: list[str] = []
    high = ""
    for kind, text in [*pieces, ("", "")]:
        if kind == "raised":
            high += text
            continue
        if high:
            out.append(raised(high))
            high = ""
        out.append(text)
    return "".join(out)


def symbol(node: Element) -> str:
    try:
        code = int(node.get("char", ""), 16)
    except ValueError:
        return ""
    return SYMBOL_FONT.get(code, "" if 0xE000 <= code <= 0xF8FF or code > 0x10FFFF else chr(code))


def boxes_in(node: Element) -> list[Element]:
    """Text boxes inside a drawing, each once: a drawing may hold a second form of itself for older programs."""
    found: list[Element] = []
    for one in node.iter("txbxContent"):
        if not any(one in list(other.iter("txbxContent")) for other in found):
            found.append(one)
    return found[:1] if node.find(".//AlternateContent") is not None else found
