"""Damage done to a file by dice: bytes flipped, stretches cut, doubled and spliced, lengths that lie; parts of a zip,
and inside those the elements of their XML moved about, so that what is read is well-formed and senseless.
"""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

from tests.factories.documents import zipped

INTERESTING = (
    *(
        b"\x00",
        b"\xff",
        b"<",
        b">",
        b"&#0;",
        b"%PDF-",
        b"PK\x03\x04",
        b"endobj",
        b"<w:p>",
        b"</w:tbl>",
        b"\xe2\x80\xae",
    ),
    *(
        b"<table>",
        b"<li>",
        b"</div>",
        b"<!--",
        b"]]>",
        b"\r\n\r\n",
        b"\n\n---\n",
        b"[^1]: ",
        b"| - |\n",
        b"\x0c",
        b"=\r\n",
    ),
    *(b"9" * 40, b"1,", b"%", b" million ", b"\xc3", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xa8", b"1e999"),
)
LENGTHS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
NUMBER = re.compile(rb"\d{1,10}")
WRITTEN = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e9", b"")
MOST = 400_000  # bytes: more of a file tells no more and takes the time of many


def mutated(dice: random.Random, stock: Sequence[bytes]) -> bytes:
    """One file of `stock` with some damage; of a zip archive now and then inside one of its parts."""
    whole = dice.choice(stock)
    if whole.startswith(b"PK") and dice.random() < 0.8 and (inner := _inside(dice, whole)) is not None:
        return inner
    return _damaged(dice, whole, stock)


def _damaged(dice: random.Random, whole: bytes, stock: Sequence[bytes]) -> bytes:
    data = bytearray(whole)
    for _ in range(dice.randrange(1, 12)):
        dice.choice(WAYS)(dice, data, stock)
    return bytes(data[:MOST])


def _inside(dice: random.Random, whole: bytes) -> bytes | None:
    """The archive packed again, one part of it damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            parts = {one.filename: archive.read(one) for one in archive.infolist() if one.file_size < MOST}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, NotImplementedError):
        # Already damaged beyond opening; NotImplementedError is zipfile's word for a packing it cannot read.
        return None
    if not parts:
        return None
    name = dice.choice(sorted(parts, key=lambda one: ("document" not in one and "content" not in one, one))[:3])
    shuffled = _shuffled(dice, parts[name]) if dice.random() < 0.8 else None
    parts[name] = shuffled or _damaged(dice, parts[name], list(parts.values()))
    return zipped(parts, store=("mimetype",))


def _shuffled(dice: random.Random, part: bytes) -> bytes | None:
    """The XML of `part` with elements taken out, doubled, moved and renamed, and lengths that lie."""
    try:
        root = ElementTree.fromstring(part)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    nodes = list(root.iter())
    for _ in range(dice.randrange(1, 8)):
        one, other = dice.choice(nodes), dice.choice(nodes)
        what = dice.randrange(6)
        if what == 0 and len(one):
            del one[dice.randrange(len(one))]
        elif what == 1 and len(one):
            one.extend([one[dice.randrange(len(one))]] * dice.randrange(1, 20))
        elif what == 2 and one is not root and len(list(other.iter())) < 200 and one not in list(other.iter()):
            one.append(other)
        elif what == 3 and one is not root:
            one.tag = other.tag
        elif what == 4 and one.attrib:
            one.set(dice.choice(sorted(one.attrib)), dice.choice(WRITTEN).decode())
        else:
            one.text = dice.choice(("", "1,2\u200d34", "\u202e", "9" * 60, "PAGE", " HYPERLINK ", "\u00a0", None))
    try:
        return ElementTree.tostring(root, encoding="utf-8")
    except (ValueError, TypeError, RecursionError):
        return None


Way = Callable[[random.Random, bytearray, Sequence[bytes]], None]


def _stretch(dice: random.Random, data: bytearray) -> tuple[int, int]:
    at = dice.randrange(len(data) + 1)
    return at, min(len(data), at + dice.randrange(1, 60))


def _flip(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    if data:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def _byte(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    if data:
        data[dice.randrange(len(data))] = dice.randrange(256)


def _cut(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    at, end = _stretch(dice, data)
    del data[at:end]


def _doubled(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    at, end = _stretch(dice, data)
    data[at:at] = data[at:end] * dice.randrange(1, 30)


def _moved(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    at, end = _stretch(dice, data)
    piece = data[at:end]
    del data[at:end]
    to = dice.randrange(len(data) + 1)
    data[to:to] = piece


def _thrown_in(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    at = dice.randrange(len(data) + 1)
    data[at:at] = dice.choice(INTERESTING)


def _spliced(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    at, end = _stretch(dice, data)
    other = dice.choice(stock)
    start = dice.randrange(len(other) + 1)
    data[at:end] = other[start : start + dice.randrange(1, 400)]


def _ended(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    if dice.random() < 0.2:
        del data[dice.randrange(len(data) + 1) :]


def _length(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    """A binary length that lies."""
    size, form = dice.choice(((1, "B"), (2, "<H"), (2, ">H"), (4, "<I"), (4, ">I")))
    if len(data) >= size:
        at = dice.randrange(len(data) - size + 1)
        data[at : at + size] = struct.pack(form, dice.choice(LENGTHS) & (256**size - 1))


def _number(dice: random.Random, data: bytearray, stock: Sequence[bytes]) -> None:
    """A length that is written in figures: "/Length 420", 'colspan="2"', a mark of a list."""
    found = NUMBER.search(data, dice.randrange(len(data) + 1))
    if found:
        data[found.start() : found.end()] = dice.choice(WRITTEN)


WAYS: tuple[Way, ...] = (_flip, _byte, _cut, _doubled, _moved, _thrown_in, _spliced, _ended, _length, _number)
