"""Letters whose files are bad: bombs, cut short, of another kind than their name says, with odd insides; by dice."""

from __future__ import annotations

import base64
import gzip
import io
import random
import tarfile
from collections.abc import Iterator

from tests.benchmarks.hostile.bad_figures import with_figures
from tests.benchmarks.hostile.bad_kinds import Bad, Outcome, of_kind
from tests.benchmarks.hostile.bad_shapes import with_names
from tests.benchmarks.hostile.bad_signs import with_signs
from tests.benchmarks.hostile.bad_texts import TEXTS
from tests.benchmarks.mutations import mutated
from tests.benchmarks.scale.made_letters import letter
from tests.factories.documents import docx, odt, para, pdf, zipped
from tests.factories.malformed import GOOD

SHARES = {"coding": 45, "digits": 34, "signs": 40, "figures": 50, "names": 40, "shape": 70, "nothing": 15}
LINE = "At least 1,204 boats lie idle in Lower Marford since 3 May 2023."
HEADS = (
    b"\x7fELF",
    b"MZ\x90\x00",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"GIF89a",
    b"RIFF",
    b"ID3",
    b"SQLite format 3\x00",
    b"\xca\xfe\xba\xbe",
    b"OggS",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07\x00",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf1 ",
    b"%!PS-Adobe",
    b"PAR1",
    b"BZh9",
    b"\xfd7zXZ\x00",
    b"#!/bin/sh\n",
    b"<?php ",
    b"-----BEGIN PGP MESSAGE-----\n",
    b"\x00\x00\x00\x1cftyp",
)
ENDINGS = ("txt", "pdf", "docx", "html", "md", "eml", "odt", "zip")


def bad_letters(count: int, seed: int) -> Iterator[Bad]:
    """About `count` letters of every kind."""
    scale = count / (sum(SHARES.values()) + 110)
    for name, kind in TEXTS.items():
        yield from of_kind(name, kind, max(1, round(SHARES[name] * scale)), seed)
    dice = random.Random(f"{seed}-files")
    for number in range(max(1, round(30 * scale))):
        yield _other_kind(dice, number)
    for number in range(max(1, round(30 * scale))):
        ending = dice.choice(ENDINGS)
        whole = _whole(dice, ending)
        yield Bad(f"cut-{number:03}.{ending}", whole[: dice.randrange(1, len(whole))], "either")
    for number in range(max(1, round(30 * scale))):
        ending = dice.choice(ENDINGS)
        yield Bad(f"damaged-{number:03}.{ending}", mutated(dice, [_whole(dice, ending), GOOD[ending]]), "either")
    bombs = list(_bombs())
    yield from bombs[: max(1, round(20 * scale))]


def _whole(dice: random.Random, ending: str) -> bytes:
    """A sound file of a format that holds a letter, at times one whose words are bad."""
    words = dice.choice((with_figures, with_names, with_signs))(dice)[0].decode("utf-8", "replace")
    text = dice.choice((letter(dice.randrange(10**6)), words))[:20_000]
    lines = ["".join(c for c in line if c.isprintable()) for line in text.splitlines()]
    safe = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines]
    if ending == "docx":
        return docx("".join(para(line) if line else para(" ") for line in safe))
    if ending == "odt":
        return odt("".join(f"<text:p>{line}</text:p>" for line in safe))
    if ending == "pdf":
        shown = [line.encode("latin-1", "replace").decode("latin-1")[:90] for line in lines if line]
        return pdf(
            [[(72, 740 - 14 * n, 10, line) for n, line in enumerate(shown[i : i + 48])] for i in range(0, 96, 48)]
        )
    if ending == "html":
        return ("<!doctype html><body>" + "".join(f"<p>{line}</p>" for line in safe)).encode()
    if ending == "eml":
        return b"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: Letter\n\n" + text.encode()
    return zipped({"letter.txt": text}) if ending == "zip" else text.encode()


def _other_kind(dice: random.Random, number: int) -> Bad:
    """What is no letter under the name of one, or a letter under the name of another format."""
    ending = dice.choice(ENDINGS)
    how = dice.randrange(4)
    if how == 0:
        head = dice.choice(HEADS)
        return Bad(f"kind-{number:03}.{ending}", head + dice.randbytes(dice.choice((10, 3000))), "either")
    inner = dice.choice(ENDINGS)
    whole = _whole(dice, inner)
    if how == 1:
        return Bad(f"kind-{number:03}.{ending}", whole, "either")
    if how == 2:
        return Bad(f"kind-{number:03}.{ending}", b"\n" * dice.randrange(1, 9) + whole, "either")
    packed = dice.choice((base64.encodebytes, gzip.compress, _tarred))(whole)
    return Bad(f"kind-{number:03}.{ending}", packed, "either")


def _tarred(data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        told = tarfile.TarInfo("letter.txt")
        told.size = len(data)
        archive.addfile(told, io.BytesIO(data))
    return out.getvalue()


def _bombs() -> Iterator[Bad]:
    """Small files that unfold, and shapes that grow faster than they are long."""
    zeros = b"\x00" * 300_000_000
    page = b"<!doctype html><body>%s</body>"
    read: Outcome = "read"
    yield Bad("bomb-docx.docx", docx(para("7 " * 40_000_000)), "refused")
    yield Bad("bomb-zip.zip", zipped({f"{n}.txt": zeros[:60_000_000] for n in range(4)}), "refused")
    yield Bad("bomb-gzip.txt", gzip.compress(zeros), "refused")
    yield Bad("bomb-in-zip.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": zeros[:50_000_000]})})}), "refused")
    yield Bad("bomb-many.zip", zipped({f"{n}.txt": LINE for n in range(400)}), "either")
    yield Bad("bomb-divs.html", page % (b"<div>" * 60_000 + LINE.encode()), read)
    yield Bad("bomb-tables.html", page % (b"<table><tr><td>" * 3_000 + LINE.encode()), "either")
    yield Bad("bomb-lists.html", page % (b"<ol><li>" * 5_000 + LINE.encode()), "either")
    yield Bad(
        "bomb-spans.html", page % (b"<table>" + b"<tr><td colspan=9999 rowspan=9999>7" * 300 + LINE.encode()), "either"
    )
    yield Bad("bomb-entities.html", page % (b"&lt;" * 100_000 + LINE.encode()), read)
    yield Bad("bomb-quotes.md", b"\n".join(b">" * n + b" 5 boats" for n in range(1, 400)), read)
    yield Bad("bomb-emphasis.md", b"*a _b " * 10_000 + LINE.encode(), read)
    yield Bad("bomb-links.md", b"[a](<b" * 10_000 + LINE.encode(), read)
    yield Bad(
        "bomb-notes.md", b"".join(b"[^%d]: see [^%d]\n\n" % (n, n + 1) for n in range(3000)) + LINE.encode(), read
    )
    yield Bad("bomb-table.md", b"|" + b" 5 |" * 4000 + b"\n|" + b"-|" * 4000 + b"\n|" + b" 6 |" * 4000, read)
    yield Bad(
        "bomb-mail.eml",
        b"From: a@b.example\nMessage-ID: <1@b.example>\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900)),
        "either",
    )
    yield Bad("bomb-dates.txt", b"On 3 May 2021, 4 June 2021 and 5 July 2021 they came, " * 300, read)
    yield Bad("bomb-sentence.txt", (LINE[:-1] + " and ").encode() * 400, read)
    yield Bad("bomb-one-word.txt", b"x" * 500_000, read)
    yield Bad(
        "bomb-roll.txt",
        b"Signed by 9,000 organisations:\n" + b"".join(b"%d. Weavers of Number %d\n" % (n, n) for n in range(1, 9001)),
        read,
    )
