"""The signatories of a letter as its page tells them."""

from __future__ import annotations

from claims.model import Signatories
from claims.quick_records import dataclass
from reports.letter_page.links import Reference
from reports.words.wording import Word, word


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalView:
    """A total the letter states of its signatories, and where."""

    role: Word
    value: int
    where: str
    quote: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoriesView:
    """The signatories in short; `names` counts the entries of the list that stands in the text."""

    stated: int | None
    stated_listed: int | None
    listed: int | None
    undisclosed: int | None
    names: int
    withheld: int
    groups: tuple[str, ...]
    partial: str
    totals: tuple[TotalView, ...]


def signatories_view(signatories: Signatories) -> SignatoriesView:
    """The totals as stated and the list as counted."""
    return SignatoriesView(
        stated=signatories.stated,
        stated_listed=signatories.stated_listed,
        listed=signatories.listed,
        undisclosed=signatories.undisclosed,
        names=len(signatories.names),
        withheld=sum(name.withheld for name in signatories.names),
        groups=signatories.groups,
        partial=signatories.partial or "",
        totals=tuple(
            TotalView(
                role=word("where_total", one.role),
                value=one.value,
                where=one.where,
                quote=Reference(text=one.text, href=f"#total-at-{at}"),
            )
            for at, one in enumerate(signatories.totals, start=1)
        ),
    )
