"""Styles of a Word document, as far as they say what a paragraph is: its level, its list, its space, its weight."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.office.xml_parts import on, whole

AUTO = 280  # twentieths of a point that "automatic" spacing takes
CLOSE = 60  # below three points between them two paragraphs look like lines of one
HEADING = re.compile(r"heading (\d)|title", re.IGNORECASE)
DEEPEST_LEVEL = 8  # of Word's lists, counted from 0


@dataclass(frozen=True, slots=True)
class Look:
    """What style and direct settings make of a paragraph. `level`: 1 to 6 for headings; `list_of`: (numId, ilvl)."""

    style: str
    name: str
    level: int
    list_of: tuple[str, int] | None
    before: int
    after: int
    contextual: bool
    bold: bool


class Styles:
    """The styles by id, each looked up along what it is based on."""

    def __init__(self, root: Element | None) -> None:
        every = root.iter("style") if root is not None else ()
        self._styles = {one.get("styleId", ""): one for one in every}
        self._default = next(
            (name for name, one in self._styles.items() if one.get("type") == "paragraph" and on_default(one)), ""
        )
        self._base = root.find("docDefaults/pPrDefault/pPr") if root is not None else None

    def look(self, paragraph: Element) -> Look:
        """The look of a paragraph."""
        own = paragraph.find("pPr")
        style = _value(own, "pStyle") or self._default
        chain = [one for one in (own, *self._chain(style), self._base) if one is not None]
        name = self.name(style)
        return Look(
            style=style,
            name=name,
            level=_level(chain, name),
            list_of=_list_of(chain),
            before=_space(chain, "before"),
            after=_space(chain, "after"),
            contextual=any(on(one.find("contextualSpacing")) for one in chain),
            bold=any(on(one.find("rPr/b")) for one in self._links(style)),
        )

    def name(self, style: str) -> str:
        """The style's name in Word's own words ("heading 1", "toc 2")."""
        found = self._styles.get(style)
        return (_value(found, "name") or style) if found is not None else style

    def _links(self, style: str) -> list[Element]:
        found: list[Element] = []
        while style in self._styles and len(found) < 20:
            found.append(self._styles[style])
            style = _value(found[-1], "basedOn") or ""
        return found

    def _chain(self, style: str) -> list[Element | None]:
        return [one.find("pPr") for one in self._links(style)]


def on_default(style: Element) -> bool:
    """Whether it is the style of paragraphs that name none."""
    return style.get("default") in {"1", "true", "on"}


def _value(node: Element | None, name: str) -> str | None:
    found = node.find(name) if node is not None else None
    return found.get("val") if found is not None else None


def _level(chain: list[Element], name: str) -> int:
    for one in chain:
        if (level := _value(one, "outlineLvl")) is not None:
            return whole(level, 9) + 1 if 0 <= whole(level, 9) < 6 else 0
    found = HEADING.fullmatch(name)
    return int(found[1] or 1) if found else 0


def _list_of(chain: list[Element]) -> tuple[str, int] | None:
    """The nearest setting of a list counts; its level may stand at another place than its number."""
    number = next((v for one in chain if (v := _value(one.find("numPr"), "numId")) is not None), None)
    level = next((v for one in chain if (v := _value(one.find("numPr"), "ilvl")) is not None), None)
    return (number, min(DEEPEST_LEVEL, max(0, whole(level, 0)))) if number is not None and number != "0" else None


def _space(chain: list[Element], side: str) -> int:
    for one in chain:
        spacing = one.find("spacing")
        if spacing is None:
            continue
        if spacing.get(f"{side}Autospacing") in {"1", "true", "on"}:
            return AUTO
        if (found := spacing.get(side)) is not None:
            return whole(found, 0)
    return 0


def apart(above: Look | None, below: Look) -> bool:
    """Whether there is visible space between two paragraphs."""
    if above is None:
        return True
    if above.style == below.style and (above.contextual or below.contextual):
        after = 0 if above.contextual else above.after
        return max(after, 0 if below.contextual else below.before) >= CLOSE
    return max(above.after, below.before) >= CLOSE
