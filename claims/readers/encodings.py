"""Bytes to text: which encoding, how sure, and what was damaged."""

from __future__ import annotations

import codecs
import re

from claims.readers.raw_document import Refused

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 200_000
LATIN = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS code page 850"))
# A share of bytes outside ASCII beyond which the text is in no Latin script, and the bytes say which it is.
OTHER_SCRIPT = 0.25
FEW = 40
MOST_NAMED = 5
FEW_PLACES = 3  # more bytes outside ASCII than these make a text in another encoding rather than a damaged one
ESCAPED = re.compile("[\udc80-\udcff]+")
# Capitals and signs where small letters stand: what "it’s" and "Größe" become in the wrong encoding.
IMPLAUSIBLE = re.compile(
    r"(?<=[a-zà-öø-ÿ])[À-ÖØ-ÞŸŠŽŒ](?=[a-zà-öø-ÿ]|\s|$)|(?<=[a-z])[^\w\s’‘”“'\-–—…·,;:.!?)(/&®™°²³¹ºª½¼¾«»›‹§€£%](?=[a-z])"
    r"|(?<![\w’])[ÒÔ](?=[A-Za-z])|(?<=[a-z])[ÕÓ](?=s?\b)|[ƒ„†‡ˆ‰¨©¬¦¤¥Ð±µ¶¸¿þ](?=[a-z]{2})|(?<=[a-z])‚"
)


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of `data` exactly as decoded, and warnings where the encoding had to be guessed or bytes are damaged.

    Raises Refused for what is no text.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _utf8(data[3:], skipped=3)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), ()
    if b"\x00" in data[:SAMPLE] and (wide := _wide(data)):
        return _strict(data, wide), ()
    return _utf8(data)


def _utf8(data: bytes, skipped: int = 0) -> tuple[str, tuple[str, ...]]:
    """UTF-8, or what the bytes are instead; `skipped` bytes of a mark stood before them."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, skipped)
    return _checked(text), _stray_zeros(text)


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(
            f"begins like {encoding.upper()} text but is damaged; save it again as plain text in UTF-8"
        ) from None
    return _checked(text)


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: zero bytes at every second place, or at three of four."""
    sample = data[: SAMPLE - SAMPLE % 4]
    quarter = [sample[i::4].count(0) / max(1, len(sample[i::4])) for i in range(4)]
    even, odd = (quarter[0] + quarter[2]) / 2, (quarter[1] + quarter[3]) / 2
    if len(data) % 4 == 0 and min(quarter[1:]) > 0.9 and quarter[0] < 0.1:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(quarter[:3]) > 0.9 and quarter[3] < 0.1:
        return "utf-32-be"
    if len(data) % 2 == 0 and odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if len(data) % 2 == 0 and even > 0.4 and odd < 0.05 else None


def _not_utf8(data: bytes, skipped: int) -> tuple[str, tuple[str, ...]]:
    bad = _damage(data)
    text = data.decode("utf-8", "replace")
    whole = sum(1 for c in text[:SAMPLE] if c > "\x7f" and c != "\ufffd")
    # Windows-1252 gives "É»" the bytes of a whole character now and then, never as often as it has other accents.
    if skipped or whole >= len(bad):
        return _checked(text), (damaged_words(data, [(at + skipped, run) for at, run in bad]),)
    high = sum(data[:SAMPLE].translate(bytes(128) + b"\x01" * 128))
    if high >= FEW and high > OTHER_SCRIPT * min(len(data), SAMPLE) and (guessed := _other_script(data)):
        return guessed
    text, name = _latin(data)
    where = f" ({_places(data, bad)})" if len(bad) <= FEW_PLACES else ""
    return _checked(text), (
        f"not UTF-8: read as {name}{where}; if accents or quotes look wrong, save the file as UTF-8",
        *_stray_zeros(text),
    )


def _damage(data: bytes) -> list[tuple[int, bytes]]:
    """Where bytes that are no UTF-8 stand, and which: each run of them with its offset; empty if all is well."""
    text = data.decode("utf-8", "surrogateescape")
    found: list[tuple[int, bytes]] = []
    at = byte = 0
    for run in ESCAPED.finditer(text):
        byte += len(text[at : run.start()].encode("utf-8"))
        found.append((byte, run[0].encode("utf-8", "surrogateescape")))
        at, byte = run.end(), byte + len(run[0])
    return found


def damaged_words(data: bytes, bad: list[tuple[int, bytes]]) -> str:
    """Names the damaged bytes by line and by place in the file, both counted from 1."""
    return (
        f"damaged UTF-8: {_places(data, bad)} could not be read and stands as \ufffd; figures beside it may be "
        "wrong, so compare them with the original"
    )


def _places(data: bytes, bad: list[tuple[int, bytes]]) -> str:
    named = [f"line {data.count(10, 0, at) + 1} (byte {at + 1}: {run.hex(' ')[:24]})" for at, run in bad[:MOST_NAMED]]
    return ", ".join(named) + (f" and {len(bad) - MOST_NAMED} more" if len(bad) > MOST_NAMED else "")


def _other_script(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return None
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        text = data.decode(best.encoding, "replace")
    return _checked(text), (
        f"not UTF-8: read as {best.encoding}, as its bytes suggest; if it looks wrong, save the file as UTF-8",
    )


def _latin(data: bytes) -> tuple[str, str]:
    """Windows-1252 unless another encoding makes clearly better words; Latin-1 where a byte has no meaning in any."""
    readings: list[tuple[int, int, str, str]] = []
    for order, (encoding, name) in enumerate(LATIN):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((len(IMPLAUSIBLE.findall(text[:SAMPLE])), order, text, name))
    if not readings or readings[0][1] != 0 and readings[0][0]:
        return data.decode("latin-1"), "Latin-1"
    _, _, text, name = min(readings)
    return text, name


def _checked(text: str) -> str:
    odd = sum(
        1 for c in text[:SAMPLE] if (c < " " and c not in "\t\n\r\f\v\x1b") or ("\x7f" <= c <= "\x9f" and c != "\x85")
    )
    if odd > 0.01 * min(len(text), SAMPLE) + 1:
        raise Refused("is not text (too many control characters); save it as plain text in UTF-8 and try again")
    return text


def _stray_zeros(text: str) -> tuple[str, ...]:
    at = text.find("\x00")
    if at < 0:
        return ()
    return (f"line {text.count(chr(10), 0, at) + 1}: a zero byte stands in the text; a figure beside it may be cut",)


def likely_charset(name: str, data: bytes) -> str:
    """Programs name ASCII or Latin-1 where they mean UTF-8 or Windows-1252: bytes that are UTF-8 by chance are rare."""
    if name not in {"us-ascii", "iso-8859-1"}:
        return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
