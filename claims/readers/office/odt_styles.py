"""Styles of an OpenDocument text: space between paragraphs, weight, raised digits, page breaks, and lists."""

from __future__ import annotations

import re
from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.office.xml_parts import whole
from claims.readers.printed_numbers import number_as

LENGTH = re.compile(r"(-?[\d.]{1,12})(mm|cm|in|pt|pc|px|inch)?")
POINTS = {"mm": 2.835, "cm": 28.35, "in": 72.0, "inch": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75, None: 1.0}
CLOSE = 3.0  # points: less between two paragraphs, and they look like lines of one
FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class OdtLook:
    """What a paragraph's style makes of it; lengths in points."""

    name: str
    before: float
    after: float
    contextual: bool
    bold: bool
    page_break: bool
    list_style: str


@dataclass(slots=True)
class OdtStyles:
    """Styles of all parts by (family, name), each looked up along its parents."""

    _styles: dict[tuple[str, str], Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: Element | None) -> OdtStyles:
        """From `styles.xml` and `content.xml`."""
        made = cls()
        for root in roots:
            if root is None:
                continue
            for one in root.iter("style"):
                made._styles[one.get("family", ""), one.get("name", "")] = one
            for one in root.iter("list-style"):
                made.lists[one.get("name", "")] = one
        return made

    def look(self, name: str) -> OdtLook:
        """The look of a paragraph of style `name`."""
        chain = self._chain("paragraph", name)
        return OdtLook(
            name=name,
            before=_length(_found(chain, "paragraph-properties", "margin-top")),
            after=_length(_found(chain, "paragraph-properties", "margin-bottom")),
            contextual=_found(chain, "paragraph-properties", "contextual-spacing") == "true",
            bold=_found(chain, "text-properties", "font-weight") in BOLD,
            page_break=_found(chain[:1], "paragraph-properties", "break-before") == "page",
            list_style=next((one.get("list-style-name", "") for one in chain if one.get("list-style-name")), ""),
        )

    def text(self, name: str, what: str) -> str | None:
        """A property of a text style ("font-weight", "text-position", "text-line-through-style", "display")."""
        return _found(self._chain("text", name), "text-properties", what)

    def _chain(self, family: str, name: str) -> list[Element]:
        found: list[Element] = []
        while (family, name) in self._styles and len(found) < 20:
            found.append(self._styles[family, name])
            name = found[-1].get("parent-style-name", "")
        return found


def _found(chain: list[Element], group: str, name: str) -> str | None:
    for style in chain:
        for one in style.findall(group):
            if (value := one.get(name)) is not None:
                return value
    return None


def _length(text: str | None) -> float:
    found = LENGTH.fullmatch(text or "")
    try:
        return float(found[1]) * POINTS.get(found[2], 1.0) if found else 0.0
    except ValueError:
        return 0.0


def odt_apart(above: OdtLook | None, below: OdtLook) -> bool:
    """Whether there is visible space between two paragraphs."""
    if above is None:
        return True
    same = above.name == below.name
    after = 0.0 if same and above.contextual else above.after
    before = 0.0 if same and below.contextual else below.before
    return max(after, before) >= CLOSE


def item_mark(style: Element | None, level: int, counts: list[int]) -> str:
    """The mark of an item at `level` (from 1), `counts` the numbers of it and of the levels above."""
    levels = {whole(one.get("level"), 1): one for one in style} if style is not None else {}
    here = levels.get(level)
    if here is None or here.tag != "list-level-style-number":
        return "-"
    shown = min(level, max(1, whole(here.get("display-levels"), 1)))
    numbers = []
    for at in range(level - shown + 1, level + 1):
        form = levels[at].get("num-format", "1") if at in levels else "1"
        if form:
            numbers.append(number_as(FORMATS.get(form, "decimal"), counts[at - 1]))
    return here.get("num-prefix", "") + ".".join(numbers) + here.get("num-suffix", "") if numbers else ""


def start_of(style: Element | None, level: int) -> int:
    """The number a list begins with at `level`."""
    levels = {whole(one.get("level"), 1): one for one in style} if style is not None else {}
    return whole(levels[level].get("start-value"), 1) if level in levels else 1
