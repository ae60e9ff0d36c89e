"""Reads a page inside the limited process (`claims.readers.confined`): its text, and the signs of `PageText`."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any, Final

from claims.readers.raw_document import MOST_TEXT, Refused

_DIGITS: Final = re.compile(r"\d[\d.,\u00a0\u202f\u2009'’]*\d|\d")
_MOST_HIDDEN: Final = 20_000


def page(data: bytes, module: str, kind: str) -> dict[str, Any]:
    """The fields of `PageText` for a page of the format `kind`, read by `module`. Raises Refused."""
    signs = _signs(data, kind)
    try:
        document = importlib.import_module(module).read(data, False)
    except Refused as refused:
        if not signs:
            raise
        return {**signs, "refused": refused.message}
    return {"text": document.text, "warnings": list(document.warnings), **signs}


def _signs(data: bytes, kind: str) -> dict[str, Any]:
    if kind == "html":
        from sources.pages.reading.html_signs import signs

        return signs(data)
    if kind == "pdf":
        from sources.pages.reading.pdf_signs import signs as pdf_signs

        return pdf_signs(data)
    return {}


def cut(text: str) -> str:
    """No longer than a text may be."""
    return text[:MOST_TEXT]


def numbers_in(parts: Iterator[str]) -> list[str]:
    """The numbers in texts that a page does not show, each once."""
    found: dict[str, None] = {}
    for part in parts:
        for number in _DIGITS.finditer(part[:MOST_TEXT]):
            found.setdefault(number[0])
            if len(found) >= _MOST_HIDDEN:
                return list(found)
    return list(found)
