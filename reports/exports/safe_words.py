"""Words of a letter as other programs' files can hold them: nothing that XML forbids, nothing that a reader obeys."""

from __future__ import annotations

import re

# Control characters, lone surrogates and non-characters (XML has no place for them), and the overrides of the reading
# direction, with which a letter could show an editor other figures than it holds.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#|~&$]")
_LEADS = re.compile(r"[-+=](?=\s|[-=]*$)|(?<=\d)[.)]")  # what begins a list or underlines a heading


def safe(text: str) -> str:
    """`text` with a mark of replacement for each character that no file should hold; line ends as line feeds."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, longest: int = 2000) -> str:
    """`text` on one line, cut where it is very long."""
    flat = " ".join(safe(text[: 4 * longest]).split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def markdown(text: str) -> str:
    """`text` as words of a Markdown page on one line, whatever signs of Markdown or HTML are in it."""
    words = _MARKDOWN.sub(r"\\\g<0>", one_line(text))
    number = re.match(r"\d*", words)
    at = number.end() if number else 0
    return words[:at] + "\\" + words[at:] if _LEADS.match(words, at) else words
