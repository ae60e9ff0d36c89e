"""What may be said next of a thing, and the row that says it; what may not is refused in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from reports.deciding.entries import OF_FINDINGS, VERDICTS, Entry, one_line
from reports.deciding.folding import Standing

COMPARATORS: Final = ("=", "~", ">", ">=", "<", "<=")
REASONS: Final = ("fine", "said_elsewhere", "known", "style", "until_text_changes")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
LONGEST: Final = {"by": 80, "note": 2000, "wording": 4000, "to": 80}


class Refused(ValueError):
    """Something may not be said; the message is for the one who said it."""


def next_entry(stood: Standing, told: Mapping[str, str], at: str, read: Mapping[str, Any]) -> Entry:
    """The row by which `told` (the fields of a form) follows on `stood`. Raises Refused."""
    decision = told.get("decision", "")
    by = _text(told, "by")
    if not by:
        raise Refused("Say who you are: a decision has a name.")
    _require(decision, stood, by)
    return Entry(
        subject=stood.subject,
        revision=stood.revision + 1,
        decision=decision,
        by=by,
        at=at,
        note=_text(told, "note", lines=True),
        payload=_payload(decision, told, stood) | {"read": dict(read)},
    )


def _require(decision: str, stood: Standing, by: str) -> None:
    allowed = VERDICTS if stood.subject.kind == "claim" else OF_FINDINGS
    if decision in allowed or decision in ("assign", "let_go"):
        return
    if decision == "undo":
        if stood.last is None:
            raise Refused("There is nothing to take back.")
    elif decision in ("confirm", "return"):
        _require_second(stood, by)
    elif decision in VERDICTS:
        raise Refused("A check takes accept, needs correction, misread or dismiss.")
    else:
        raise Refused("Choose a decision.")


def _require_second(stood: Standing, by: str) -> None:
    if stood.decided is None or stood.state != "decided":
        raise Refused("There is no decision here that waits for a second pair of eyes.")
    if stood.decided.by.casefold() == by.casefold():
        raise Refused(f"{by} decided this; a second pair of eyes is somebody else’s.")


def _payload(decision: str, told: Mapping[str, str], stood: Standing) -> dict[str, Any]:
    if decision == "correct":
        return {"wording": _required(told, "wording", "Write how it should read.")}
    if decision == "read_wrongly" and stood.subject.kind == "claim":
        return {"right": _right(told)}
    if decision == "dismiss":
        return {"reason": _one_of(told.get("reason", ""), REASONS, "Choose a reason.")}
    if decision == "assign":
        return {"to": _required(told, "to", "Say whose it is.")}
    return {}


def _right(told: Mapping[str, str]) -> dict[str, str]:
    """The right reading, of what was given of it; a note alone says that it is wrong."""
    right: dict[str, str] = {}
    if given := told.get("right_value", "").strip():
        right["value"] = _number(given)
    if given := told.get("right_comparator", "").strip():
        right["comparator"] = _one_of(given, COMPARATORS, "That is no comparator.")
    if given := one_line(told.get("right_measure", ""))[:120]:
        right["measure"] = given
    for name in ("start", "end"):
        if given := told.get(f"right_{name}", "").strip():
            right[name] = _day(given)
    if right.get("start", "") > right.get("end", "9999"):
        raise Refused("The period ends before it begins.")
    return right


def _number(given: str) -> str:
    try:
        value = Decimal(given.replace(",", "") if _GROUPED.fullmatch(given) else given)
    except InvalidOperation:
        raise Refused(f"“{given[:40]}” is no number; write digits, 1234.5 or 1,234.5.") from None
    if not value.is_finite() or abs(value.adjusted()) > 30:
        raise Refused(f"“{given[:40]}” is no number that can be compared.")
    return f"{value:f}"


def _day(given: str) -> str:
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise Refused(f"“{given[:40]}” is no date; write 2024-05-31.") from None


def _one_of(given: str, known: tuple[str, ...], otherwise: str) -> str:
    if given not in known:
        raise Refused(otherwise)
    return given


def _required(told: Mapping[str, str], name: str, otherwise: str) -> str:
    if not (given := _text(told, name, lines=name == "wording")):
        raise Refused(otherwise)
    return given


def _text(told: Mapping[str, str], name: str, *, lines: bool = False) -> str:
    """What was written in a field, without what nobody can see; too long is refused, never cut."""
    given = "".join(sign for sign in told.get(name, "") if sign.isprintable() or sign in "\n\t")
    given = given.strip() if lines else one_line(given)
    if len(given) > LONGEST[name]:
        raise Refused(f"That is too long: {len(given):,} characters of at most {LONGEST[name]:,}.")
    return given
