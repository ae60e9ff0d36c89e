"""Files that hold letters: zip archives and mails with attachments, by one set of names."""

from __future__ import annotations

import base64

from claims.readers import archive
from claims.readers.raw_document import LARGEST, Refused
from claims.readers.recognise import kind_of
from claims.readers.registry import FORMATS

CONTAINERS = frozenset({"zip", "mail"})


def members(data: bytes, kind: str) -> list[tuple[str, str | None]]:
    """The files inside, each with the reason why it is not taken or `None`; a mail's own text is "". Raises Refused."""
    if kind == "zip":
        return archive.members(data)
    known = FORMATS["mail"]
    from claims.readers.confined import ask

    answer = ask({"module": known.module, "do": "attachments"}, data, known.name)
    return [(name, reason) for name, reason in answer["members"]]


def extract(data: bytes, path: str, name: str) -> bytes:
    """The bytes of the file `name` inside `data`, which stands at `path`; both containers deep. Raises Refused."""
    if kind_of(data, path) == "mail":
        return _attachment(data, name)
    if not (inner := _inner_mail(data, name)):
        return archive.extract(data, name)
    return _attachment(archive.extract(data, inner), name[len(inner) + 1 :])


def _inner_mail(data: bytes, name: str) -> str | None:
    """ "box/mail.eml" of "box/mail.eml/letter.pdf", where that is a file of the archive and the whole is none."""
    with archive.opened(data) as opened:
        names = set(opened.namelist())
    if name in names:
        return None
    return next((name[:at] for at in range(len(name)) if name[at] == "/" and name[:at] in names), None)


def _attachment(data: bytes, name: str) -> bytes:
    from claims.readers.confined import ask

    known = FORMATS["mail"]
    order = {"module": known.module, "do": "attachment", "arguments": [name]}
    answer = ask(order, data, known.name, largest=2 * LARGEST)
    if "data" not in answer:
        raise Refused("is not attached to the mail; check the spelling of the path")
    return base64.b64decode(answer["data"])
