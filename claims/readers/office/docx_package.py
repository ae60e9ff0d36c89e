"""The package of a Word document: which part is the text, where its links lead, whether its pages are told."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from claims.readers.office.xml_parts import Parts, whole


def main_part(parts: Parts) -> str:
    root = parts.tree("_rels/.rels")
    for one in root.iter("Relationship") if root is not None else ():
        if one.get("Type", "").endswith("/officeDocument"):
            return one.get("Target", "").lstrip("/")
    return "word/document.xml"


def targets_of(parts: Parts, name: str) -> dict[str, str]:
    folder, _, file = name.rpartition("/")
    root = parts.tree(f"{folder}/_rels/{file}.rels")
    every = root.iter("Relationship") if root is not None else ()
    return {one.get("Id", ""): one.get("Target", "") for one in every if one.get("TargetMode") == "External"}


def is_paged(parts: Parts, document: Element, rendered: bool) -> bool:
    """Pages are told only where the breaks that Word left agree with its own count; others write no true count."""
    properties = parts.tree("docProps/app.xml")
    pages = properties.findtext("Pages") if properties is not None else None
    breaks = sum(1 for _ in document.iter("lastRenderedPageBreak"))
    return rendered and (pages is None or whole(pages, 0) == breaks + 1)
