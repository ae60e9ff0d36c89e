"""What an address of a database may show of itself: no password, no options, whatever its form.

What shows is built of the parts that are known to be harmless, never by striking out what looks like a password: of an
address that is not of the usual form only the name of the database's kind is shown.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote

HIDDEN = "***"
# kind://user:password@host:port/name?options, no sign of one part in another
USUAL = re.compile(
    r"(?P<kind>[A-Za-z][\w+.-]*)://"
    r"(?:(?P<user>[^:@/?#;=&]*)(?P<password>:[^@/?#]*)?@)?"
    r"(?P<place>(?:\[[0-9A-Fa-f:.]*\]|[\w.-]*)(?::\d*)?(?:/[^?#@;=&]*)?)(?:\?.*)?",
    re.DOTALL,
)
KIND = re.compile(r"[A-Za-z][\w+.-]*")
PARTS = re.compile(r"[\s:@/?#&=;\[\]]+")
SHORT = 4
"""A secret of fewer characters stands in too many words to be struck out of a text."""


def is_address(where: str) -> bool:
    """Whether `where` is the address of a database, not of a file or folder."""
    return "://" in where


def shown_address(where: str) -> str:
    """The address as it may be shown: without password, and without options, which may hold one too."""
    usual = USUAL.fullmatch(where.strip())
    if usual is None:
        kind = KIND.match(where.strip())
        return f"{kind[0] if kind else ''}://{HIDDEN}"
    account = "" if usual["user"] is None else f"{usual['user']}{f':{HIDDEN}' if usual['password'] else ''}@"
    return f"{usual['kind']}://{account}{usual['place']}"


def shown_place(where: str) -> str:
    """A reference as it may be shown and written down; a path that leads nowhere may be a mistyped address."""
    if is_address(where):
        return shown_address(where)
    if re.search("[@=]", where) and not Path(where).exists():
        kind = KIND.match(where.strip())
        return f"{kind[0] if kind else ''}{HIDDEN}"
    return where


def without_secrets(text: str, where: str) -> str:
    """`text`, a driver's own words, without what the address `where` does not show of itself."""
    shown = shown_address(where)
    text = text.replace(where, shown)
    hidden = {part for part in PARTS.split(where) if part and part not in shown}
    forms = {form for part in hidden for form in (part, unquote(part), quote(part, safe=""), repr(part)[1:-1])}
    if any(len(form) < SHORT and form in text for form in forms):
        return "its driver refuses it"
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        text = text.replace(form, HIDDEN)
    return text
