"""The XML inside word processors' files: parts of bearable size, no entities, names without their namespaces."""

from __future__ import annotations

import zipfile
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from claims.readers.archive import DAMAGED, opened
from claims.readers.raw_document import Refused

LARGEST_PART = 48 * 1024 * 1024  # bytes of XML: the tree takes ten times as much
BEYOND = 10**9
AGAIN = "open and save it again in a word processor"


class Parts:
    """The parts of a zipped document, each unpacked and parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        self._archive = opened(data)
        self._names = {info.filename.lstrip("/").casefold(): info for info in self._archive.infolist()}

    def tree(self, name: str) -> Element | None:
        """The part `name` as a tree, `None` if there is none. Raises Refused for a damaged or enormous one."""
        info = self._names.get(name.casefold())
        return None if info is None else parsed(self._unpacked(info))

    def required(self, name: str) -> Element:
        """A part without which there is no document."""
        found = self.tree(name)
        if found is None:
            raise Refused(f"is damaged: its part {name} is missing; {AGAIN}")
        return found

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise Refused("is encrypted: it opens only with a password; save it without one and try again")
        try:
            with self._archive.open(info) as part:
                data = part.read(LARGEST_PART + 1)
        except DAMAGED as error:
            raise Refused(f"is damaged: {info.filename} cannot be unpacked ({str(error)[:80]}); {AGAIN}") from None
        if len(data) > LARGEST_PART:
            raise Refused("unfolds to more than a letter can hold; split it up, or save its text as .txt")
        return data


def parsed(data: bytes) -> Element:
    """The tree of some XML, tags and attributes by their local names. Raises Refused."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused(f"defines entities of its own, which no word processor does; {AGAIN}") from None
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(f"is damaged: its XML cannot be read ({str(error)[:80]}); {AGAIN}") from None
    for node in root.iter():
        if isinstance(node.tag, str):
            node.tag = node.tag.rpartition("}")[2]
        if any("}" in name for name in node.attrib):
            node.attrib = {name.rpartition("}")[2]: value for name, value in node.attrib.items()}
    return root


def whole(text: str | None, otherwise: int) -> int:
    """A whole number as an attribute holds it; one that no document needs counts as none."""
    try:
        number = int(text or "")
    except ValueError:
        return otherwise
    return number if abs(number) < BEYOND else otherwise


def on(node: Element | None) -> bool:
    """Whether a switch of Office Open XML is on: there, and not said to be off."""
    return node is not None and node.get("val", "1") not in {"0", "false", "off", "none"}
