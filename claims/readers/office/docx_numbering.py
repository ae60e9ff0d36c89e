"""Numbers of lists as Word prints them: levels, formats, starts, restarts, and lists that share a count."""

from __future__ import annotations

import re
from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.office.xml_parts import on, whole
from claims.readers.printed_numbers import number_as

PLACE = re.compile(r"%([1-9])")
LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    start: int
    restart: int | None
    legal: bool


@dataclass(slots=True)
class Numbering:
    """Gives each paragraph of a list its mark, in the order of the document."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """From the part `word/numbering.xml`."""
        made = cls()
        if root is None:
            return made
        abstracts = {one.get("abstractNumId", ""): one for one in root.findall("abstractNum")}
        linked = {_value(one, "styleLink"): key for key, one in abstracts.items() if one.find("styleLink") is not None}
        for key, one in abstracts.items():
            target = linked.get(_value(one, "numStyleLink"), key) if one.find("numStyleLink") is not None else key
            made._levels[key] = _levels(abstracts.get(target, one))
        for num in root.findall("num"):
            made._add(num)
        return made

    def _add(self, num: Element) -> None:
        number, abstract = num.get("numId", ""), _value(num, "abstractNumId") or ""
        own = dict(self._levels.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in num.findall("lvlOverride"):
            level = whole(override.get("ilvl"), 0)
            if (changed := override.find("lvl")) is not None:
                own[level] = _level(changed)
            if (start := _value(override, "startOverride")) is not None:
                starts[level] = whole(start, 1)
        self._abstract[number], self._starts[number] = abstract, starts
        self._levels[f"num:{number}"] = own

    def mark(self, number: str, level: int) -> str | None:
        """The mark of the next paragraph of list `number` at `level` (from 0); `None` if the list is not defined."""
        level = min(max(level, 0), LEVELS - 1)
        levels = self._levels.get(f"num:{number}", {})
        if level not in levels:
            return None
        counts = self._counts.setdefault(self._abstract[number], [None] * LEVELS)
        self._count(counts, levels, number, level)
        here = levels[level]
        if here.style == "bullet":
            return "-"
        return PLACE.sub(lambda place: self._shown(counts, levels, int(place[1]) - 1, here.legal), here.text).strip()

    def _count(self, counts: list[int | None], levels: dict[int, _Level], number: str, level: int) -> None:
        start = self._starts[number].get(level)
        current = counts[level]
        if start is not None and (number, level) not in self._begun:
            counts[level] = start
        else:
            counts[level] = levels[level].start if current is None else current + 1
        self._begun.add((number, level))
        for above in range(level):  # an item below a level that has not begun counts that level as begun
            if counts[above] is None and above in levels:
                counts[above] = levels[above].start
        for below in range(level + 1, LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart > 0 and level < restart):
                counts[below] = None

    def _shown(self, counts: list[int | None], levels: dict[int, _Level], level: int, legal: bool) -> str:
        if level not in levels:
            return ""
        style = "decimal" if legal else levels[level].style
        current = counts[level]
        return "" if style == "none" else number_as(style, levels[level].start if current is None else current)


def _levels(abstract: Element) -> dict[int, _Level]:
    return {whole(one.get("ilvl"), 0): _level(one) for one in abstract.findall("lvl")}


def _level(node: Element) -> _Level:
    style = _value(node, "numFmt") or "decimal"
    restart = _value(node, "lvlRestart")
    picture = node.find("lvlPicBulletId") is not None
    return _Level(
        style="bullet" if picture else style,
        text=_value(node, "lvlText") or "",
        start=whole(_value(node, "start"), 0 if style == "bullet" else 1),
        restart=None if restart is None else whole(restart, 0),
        legal=on(node.find("isLgl")),
    )


def _value(node: Element, name: str) -> str | None:
    found = node.find(name)
    return found.get("val") if found is not None else None
