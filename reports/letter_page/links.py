"""Links of a letter's page."""

from __future__ import annotations

from claims.quick_records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link within the page, with its words."""

    text: str
    href: str
