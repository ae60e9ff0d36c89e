"""The fields of a form as it was sent."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from reports.deciding.together import MOST

FIELDS: Final = 40  # of a form
THING: Final = "thing"  # the name of what is ticked


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form; a name given twice counts once, the last time. Nothing for what is no form."""
    return dict(await _pairs(request, FIELDS))


async def form_on_several(request: Request) -> tuple[dict[str, str], list[str]]:
    """The fields of a form that is about several things, and the things as they were ticked."""
    pairs = await _pairs(request, FIELDS + MOST)
    return {name: value for name, value in pairs if name != THING}, [value for name, value in pairs if name == THING]


async def _pairs(request: Request, most: int) -> list[tuple[str, str]]:
    try:
        body = (await request.body()).decode("utf-8")
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=most, encoding="utf-8", errors="strict")
    except (UnicodeDecodeError, ValueError, ClientDisconnect):
        return []
    return [(name, value.replace("\r\n", "\n")) for name, value in pairs]
