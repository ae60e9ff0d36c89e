"""Small answers of the review: a page, what was not kept and why, that somebody was first, what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from flows.review.several_desk import Moved
from reports.deciding.folding import Standing
from reports.letter_page.decision_view import FormContext, decision_view
from reports.site.render import render_page
from reports.words.wording import RULE, word


def page(html: str, status: int) -> HTMLResponse:
    return HTMLResponse(html.encode("utf-8", "replace"), status)


def refused(told: Mapping[str, str], message: str, status: int, back: str) -> Response:
    """Why it was not kept, with what was written, so that nothing is lost."""
    written = [(name, told[name]) for name in ("wording", "note") if told.get(name)]
    return page(render_page("refused.html.j2", message=message, written=written, back=back), status)


def overtaken(stood: Standing, told: Mapping[str, str], token: str, back: str) -> Response:
    """What the first editor decided, beside what the second wrote, who chooses."""
    form = FormContext(action="/decide", token=token, name=told.get("by", ""), letter_id=told.get("letter", ""))
    one = decision_view(stood, stood.subject)
    return page(
        render_page("overtaken.html.j2", one=one, form=form, told=dict(told), about=_about(stood), back=back), 409
    )


def overtaken_on_some(on: Moved, told: Mapping[str, str], token: str, back: str) -> Response:
    """What others decided meanwhile on some of several things, beside what was meant for all, to be chosen anew."""
    form = FormContext(action="/decide", token=token, name=told.get("by", ""), letter_id=told.get("letter", ""))
    moved, others = ([(_about(one), decision_view(one, one.subject)) for one in some] for some in (on.moved, on.others))
    return page(
        render_page("overtaken_on_some.html.j2", moved=moved, others=others, form=form, told=dict(told), back=back), 409
    )


def _about(stood: Standing) -> str:
    subject = stood.subject
    return word(RULE, subject.rule).label if subject.rule else subject.quotations[0]


def lost(request: Request, _: Any) -> Response:
    return refused({}, "There is no such page in this run.", 404, "/")


def failed(request: Request, error: Exception) -> Response:
    return refused({}, str(error), 503, "/")


def fault(request: Request, error: Exception) -> Response:
    return PlainTextResponse("A fault in crossfoot; nothing was changed. What happened stands on its terminal.\n", 500)
