"""What changed from run to run, in words; of plain values, as `run.json` and `crossfoot diff` have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from reports.words.wording import counted, day, figure, pattern, word

GROUP = "history"
KINDS = ("letter_new", "letter_changed", "letter_gone", "figure_new", "figure_changed", "figure_gone",
         "verdict_flipped", "alarm_new", "alarm_gone")  # fmt: skip
"""The kinds of changes that are counted, in the order in which they are told."""
MOST = 4
"""Causes told of one change."""
_NO_TIME = ("current_at_writing", None)


def said(key: str, **values: object) -> str:
    """A phrase about the past."""
    return pattern(GROUP, key, **values)


def moment(text: str) -> str:
    """An ISO moment as a person reads it: "27 November 2026, 03:00 UTC"."""
    at = datetime.fromisoformat(text).astimezone(UTC)
    return said("moment", day=day(at.date()), time=f"{at:%H:%M}")


def causes_words(causes: Iterable[Mapping[str, str]]) -> str:
    """Why, the surest first: "the figure … changed: 40 → 31; the software changed"."""
    told = [cause_words(one) for one in causes]
    more = [counted(len(told) - MOST, "more")] if len(told) > MOST else []
    return "; ".join([*told[:MOST], *more])


def cause_words(cause: Mapping[str, str]) -> str:
    """One cause."""
    kind = cause["kind"]
    if kind == "software" and cause.get("before"):
        kind = "software_version"
    if "row" in cause:
        return said(kind, row=cause["row"], before=_row_words(cause, "before"), after=_row_words(cause, "after"))
    return said(kind, before=cause.get("before", ""), after=cause.get("after", ""))


def _row_words(cause: Mapping[str, str], side: str) -> str:
    """A figure of the table as it was or is: "5,143 (24 May 2024)"."""
    if not cause.get(side):
        return ""
    value, on = figure(Decimal(cause[side])), cause.get(f"{side}_on")
    return said("row", value=value, day=day(date.fromisoformat(on))) if on else value


def standing_words(claim: Mapping[str, Any]) -> str:
    """How a claim stands: "consistent", or "consistent, superseded since"."""
    source = word("against_source", claim["against_source"]).short
    if claim["timeliness"] in _NO_TIME:
        return source
    return said("standing", source=source, time=word("timeliness", claim["timeliness"]).short)


def claim_words(change: Mapping[str, Any]) -> str:
    """What became of a claim: "“40 boats” → “41 boats”; consistent → overstated"."""
    before, after = change["before"], change["after"]
    if before is None or after is None:
        return ": ".join([said("figure", text=(after or before)["quotation"]), *_stands(after or before)])
    figures = _moved(said("figure", text=before["quotation"]), said("figure", text=after["quotation"]))
    read = [] if change["what"] != "changed" else list(_read(before, after))
    told = [*read, *_stands(before, after)]
    return f"{figures}{'; ' if read or ' → ' in figures else ': '}{'; '.join(told)}" if told else figures


def _stands(*sides: Mapping[str, Any]) -> list[str]:
    """How a claim stands, or stood and stands. What no source speaks to says nothing of it: whether a card says "not in
    the table" or "checked inside the letter" is not kept from run to run, and no change hangs on it.
    """
    if all(side["against_source"] == "unverified" for side in sides):
        return []
    return [_moved(standing_words(sides[0]), standing_words(sides[-1]))]


def _read(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """What of the reading changed beside the number itself."""
    if before["comparator"] != after["comparator"]:
        yield _moved(*(word("comparator", one["comparator"]).label for one in (before, after)))
    for name in ("measure", "place", "period"):
        if before[name] != after[name]:
            yield _moved(*(str(one[name] or "–").replace("_", " ") for one in (before, after)))


def _moved(before: str, after: str) -> str:
    return after if before == after else said("change", before=before, after=after)


def finding_words(change: Mapping[str, Any]) -> str:
    """A check that came or went: its rule and its figures."""
    figures = "; ".join(part for part in (change["stated"], change["expected"]) if part)
    return f"{word('rule', change['rule']).label}: {figures}" if figures else word("rule", change["rule"]).label


def totals_words(totals: Mapping[str, int]) -> list[str]:
    """How much changed, kind by kind; nothing of what there is none of."""
    return [counted(totals[kind], kind) for kind in KINDS if totals.get(kind)]
