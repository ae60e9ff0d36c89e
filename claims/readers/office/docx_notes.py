"""Footnotes and endnotes of a Word document: their numbers in the order in which they are called."""

from __future__ import annotations

from dataclasses import field
from xml.etree.ElementTree import Element

from claims.quick_records import dataclass
from claims.readers.dress import mark_of
from claims.readers.office.xml_parts import whole
from claims.readers.printed_numbers import number_as

USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class NoteNumbers:
    """Marks as they are called; `called` keeps (kind, id, mark) in order."""

    styles: dict[str, str]
    starts: dict[str, int]
    called: list[tuple[str, str, str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Element | None, document: Element) -> NoteNumbers:
        """Formats from the last section that names one, else from the settings."""
        styles, starts = dict(USUAL), {"footnote": 1, "endnote": 1}
        for kind in USUAL:
            places = [settings.find(f"{kind}Pr")] if settings is not None else []
            places += [one.find(f"{kind}Pr") for one in document.iter("sectPr")]
            for place in places:
                shape = place.find("numFmt") if place is not None else None
                start = place.find("numStart") if place is not None else None
                styles[kind] = shape.get("val", styles[kind]) if shape is not None else styles[kind]
                starts[kind] = whole(start.get("val"), 1) if start is not None else starts[kind]
        return cls(styles, starts)

    def call(self, kind: str, note_id: str) -> str:
        """The mark of a note that is called here, in brackets."""
        count = self._counts[kind] = self._counts.get(kind, self.starts[kind] - 1) + 1
        mark = number_as(self.styles[kind], count)
        if any(mark == other for _, _, other in self.called):  # footnotes and endnotes counted alike
            mark = f"{kind[0]}{mark}"
        self.called.append((kind, note_id, mark))
        return mark_of(mark)
