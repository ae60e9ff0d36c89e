"""A letter's file and what is to be written into it, as one stretch of bytes for the process that does it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from claims.quick_records import dataclass

AUTHOR, INITIALS = "crossfoot", "cf"
HEAD = 8  # bytes that say how long the order is
FAST = 1  # of the levels of compression: a run may have thousands of files
NEVER = (1980, 1, 1, 0, 0, 0)  # the first day that a zip archive can name: the same bytes on any day


@dataclass(frozen=True, slots=True)
class Comment:
    """`words` beside the text from `start` to `end`; `astray` is said before them where those are not found."""

    start: int
    end: int
    words: str
    astray: str
    severity: str = "warning"


def packed(text: str, comments: Sequence[Comment], data: bytes) -> bytes:
    """One order: the text that was read (its offsets are those of `comments`), the comments, the file."""
    order = json.dumps({"text": text, "comments": [asdict(one) for one in comments]}).encode()
    return len(order).to_bytes(HEAD, "big") + order + data


def unpacked(order: bytes) -> tuple[str, list[Comment], bytes]:
    """What `packed` put together."""
    end = HEAD + int.from_bytes(order[:HEAD], "big")
    told = json.loads(order[HEAD:end])
    return told["text"], [Comment(**one) for one in told["comments"]], order[end:]


def same_bytes(archive: bytes, instead: Mapping[str, bytes] | None = None) -> bytes:
    """A zip archive written again without times, and with the parts of `instead` in the place of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            put_timeless(new, info.filename, (instead or {}).get(info.filename, old.read(info)))
    return out.getvalue()


def put_timeless(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Put a file into a zip archive without a time."""
    fresh = zipfile.ZipInfo(name, NEVER)
    fresh.external_attr = 0o600 << 16
    archive.writestr(fresh, data, zipfile.ZIP_DEFLATED, FAST)
