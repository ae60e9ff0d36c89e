"""Zip archives: which letters they hold. Nothing is ever unpacked to disk, so a name can lead nowhere."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from claims.readers.raw_document import LARGEST, Refused

MOST_MEMBERS = 2000
MOST_UNPACKED = 1024 * 1024 * 1024  # bytes of all members together
STEEPEST = 200  # a member that shrinks more than this was made to
SMALL = 1024 * 1024
END, ENTRY = b"PK\x05\x06", 46
# Whatever Python's own reader raises where the directory and the members do not agree; NotImplementedError is what
# zipfile says of a version or a method of packing that it cannot read.
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, RuntimeError,
           ValueError, IndexError, OverflowError)  # fmt: skip
# The others allocate what the file asks for.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def members(data: bytes) -> list[tuple[str, str | None]]:
    """The files of the archive in its order, each with the reason why it is not taken, or `None`. Raises Refused."""
    with opened(data) as archive:
        found = archive.infolist()
    if sum(info.file_size for info in found) > MOST_UNPACKED:
        raise Refused("is a zip archive that unpacks to more than 1 GB: no letters are; unpack it yourself")
    last = {info.filename: i for i, info in enumerate(found)}
    return [
        (info.filename, _fault(info) or (None if last[info.filename] == i else TWICE))
        for i, info in enumerate(found)
        if not info.filename.endswith("/")
    ]


TWICE = "the archive holds another file of this name, which is read"


def _fault(info: zipfile.ZipInfo) -> str | None:
    if not info.filename:
        return "it has no name in the archive"
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or info.filename.startswith(("/", "\\")) or parts[0].endswith(":") or "\x00" in info.filename:
        return "its name leads out of the archive"
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        return "a link, not a file"
    if info.flag_bits & 1:
        return "encrypted; unpack it with its password"
    if info.compress_type not in METHODS:
        return "packed in a way that only some programs know; pack it again as a plain zip"
    if info.file_size > LARGEST:
        return f"unpacks to {info.file_size / 1e6:,.0f} MB; no letter is as large"
    if info.file_size > SMALL and info.file_size > STEEPEST * max(1, info.compress_size):
        return f"unpacks to {info.file_size // max(1, info.compress_size):,} times its size; no letter does"
    return None


def extract(data: bytes, name: str) -> bytes:
    """The bytes of the member `name`. Raises Refused."""
    with opened(data) as archive:
        try:
            info = archive.getinfo(name)
            if fault := _fault(info):
                raise Refused(f"was not read: {fault}")
            with archive.open(info) as file:
                found = file.read(min(LARGEST, info.file_size) + 1)
        except KeyError:
            raise Refused("is not in the archive; check the spelling of the path") from None
        except DAMAGED as error:
            raise Refused(f"cannot be unpacked ({str(error)[:120]}); the archive is damaged: pack it again") from None
    if len(found) > info.file_size:
        raise Refused("unpacks to more than the archive says; it was made to do so: pack it again")
    return found


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, its directory read. Raises Refused for a damaged one or one of too many members."""
    end = data.rfind(END)
    if end < 0:
        raise Refused("is a damaged zip archive or Word document: it is cut short; copy or save it again")
    if (b"PK\x06\x06" in data[-200:]) or int.from_bytes(data[end + 10 : end + 12], "little") > MOST_MEMBERS:
        raise Refused(f"is a zip archive of more than {MOST_MEMBERS:,} files; unpack it and name the folder")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise Refused(f"is a damaged zip archive ({str(error)[:120]}); copy or save it again") from None
    if len(archive.infolist()) > MOST_MEMBERS:
        raise Refused(f"is a zip archive of more than {MOST_MEMBERS:,} files; unpack it and name the folder")
    return archive


def read(data: bytes, ocr: bool = False) -> None:
    """An archive is a container, no letter; reached only where one is given as a letter itself."""
    members(data)
    raise Refused("is a zip archive; name it on the command line, and the letters in it are read one by one")
