"""The review as an ASGI application: pages, decisions, files of the run; what is sent wrongly is told on a page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from claims.errors import CrossfootError
from flows.review.adding_sources import RefusedSourceError
from flows.review.decision_shelf import Overtaken
from flows.review.guard import NAME, SESSION, Door, Guard, cookie
from flows.review.review_desk import ReviewDesk
from flows.review.run_files import run_file
from flows.review.said_pages import failed, fault, lost, overtaken, overtaken_on_some, page, refused
from flows.review.sent_forms import form_of, form_on_several
from flows.review.several_desk import OvertakenOnSome, SeveralDesk
from flows.review.source_desk import SourceDesk
from reports.deciding.next_steps import Refused
from reports.site.render import render_page
from reports.words.addresses_shown import letter_href

Answer = Callable[[Request], Awaitable[Response]]
_YEAR = 31_536_000


def review_app(desk: ReviewDesk, door: Door, sources: SourceDesk, several: SeveralDesk) -> Starlette:
    """The application; nothing of a request is looked at before the guard has let it in."""
    answers = _Answers(desk, door, sources, several)
    routes = [
        Route("/", answers.inside(answers.front)),
        Route("/index.html", answers.inside(answers.front)),
        Route("/enter", answers.enter, methods=["GET", "POST"]),
        Route("/decide", answers.inside(answers.decide), methods=["POST"]),
        Route("/decide-several", answers.inside(answers.decide_on_several), methods=["POST"]),
        Route("/add-source", answers.inside(answers.add_source), methods=["POST"]),
        Route("/assets/letters-list.js", answers.inside(answers.list_data)),
        Route("/letters/{letter_id}.html", answers.inside(answers.letter)),
        Route("/{name:path}", answers.inside(answers.other)),
    ]
    handlers: Mapping[Any, Any] = {CrossfootError: failed, 404: lost, 405: lost, 500: fault}
    return Starlette(routes=routes, middleware=[Middleware(Guard, door=door)], exception_handlers=handlers)


class _Answers:
    """One method a page."""

    def __init__(self, desk: ReviewDesk, door: Door, sources: SourceDesk, several: SeveralDesk) -> None:
        self._desk, self._door, self._sources, self._several = desk, door, sources, several

    async def front(self, request: Request) -> Response:
        return await self._list(request, "index.html")

    async def letter(self, request: Request) -> Response:
        session, name = self._session(request), cookie(request.headers, NAME)
        token, opened = self._door.form_token(session), request.query_params.get("open", "")
        letter_id, claim_id = request.path_params["letter_id"], request.query_params.get("source", "")
        adding = await run_in_threadpool(self._sources.form, letter_id, claim_id) if claim_id else None
        html = await run_in_threadpool(self._desk.letter_html, letter_id, token, _decoded(name), opened, adding)
        return page(html, 200) if html is not None else lost(request, None)

    async def list_data(self, request: Request) -> Response:
        return Response(await run_in_threadpool(self._desk.list_data), media_type="text/javascript")

    async def other(self, request: Request) -> Response:
        """A further page of the list, or a file of the run."""
        name = request.path_params["name"]
        if name.startswith("letters-") and "/" not in name:
            return await self._list(request, name)
        found = await run_in_threadpool(lambda: run_file(self._desk.run().folder, name))
        return found if found is not None else lost(request, None)

    async def _list(self, request: Request, name: str) -> Response:
        html = await run_in_threadpool(self._desk.list_html, name)
        return page(html, 200) if html is not None else lost(request, None)

    async def enter(self, request: Request) -> Response:
        """The door: asks for the token where one is required, and opens a session."""
        if request.method == "GET":
            return page(render_page("enter.html.j2", told=""), 200)
        told = await form_of(request)
        if not self._door.is_token(told.get("given", "")):
            return page(render_page("enter.html.j2", told="That is not the token."), 403)
        return _with_session(RedirectResponse("/", 303), self._door.new_session())

    async def decide(self, request: Request) -> Response:
        """One step about one thing; leads back to it, or to a page that says why not."""
        told = await form_of(request)
        session = self._session(request)
        if not self._door.is_form_token(session, told.get("token", "")):
            return self._said(told, "This form is of another session: open the letter again and decide there.", 403)
        try:
            await run_in_threadpool(self._desk.decide, told)
        except Refused as error:
            return self._said(told, str(error), 422)
        except Overtaken:
            return await run_in_threadpool(self._overtaken, session, told)
        return _named(RedirectResponse(self._back(told), 303), told)

    async def decide_on_several(self, request: Request) -> Response:
        """One step about several things, or such a step taken back; leads to the first of them."""
        told, given = await form_on_several(request)
        session = self._session(request)
        if not self._door.is_form_token(session, told.get("token", "")):
            return self._said(told, "This form is of another session: open the letter again and decide there.", 403)
        try:
            if "together" in told:
                kind, key = await run_in_threadpool(self._several.take_back, told)
            else:
                kind, key = await run_in_threadpool(self._several.decide, told, given)
        except Refused as error:
            return self._said(told, str(error), 422)
        except OvertakenOnSome as error:
            return overtaken_on_some(error.on, told, self._door.form_token(session), self._back(told))
        back = self._back({**told, "kind": kind, "key": key}).replace("#", f"?open={quote(key, safe='')}#", 1)
        return _named(RedirectResponse(back, 303), told)

    async def add_source(self, request: Request) -> Response:
        """A source more; leads back to the claim, now compared with it, or shows what is at fault with the row."""
        told = await form_of(request)
        session = self._session(request)
        if not self._door.is_form_token(session, told.get("token", "")):
            return self._said(told, "This form is of another session: open the letter again and add it there.", 403)
        try:
            place = await run_in_threadpool(self._sources.add, told)
        except RefusedSourceError as error:
            letter_id, claim_id = told.get("letter", ""), told.get("claim", "")
            form = await run_in_threadpool(self._sources.form, letter_id, claim_id, told, error.faults)
            token, by = self._door.form_token(session), told.get("by", "")[:80]
            html = await run_in_threadpool(self._desk.letter_html, letter_id, token, by, "", form)
            return page(html, 422) if html is not None else self._said(told, str(error), 422)
        return RedirectResponse(letter_href(*place, base="/letters/"), 303)

    def _overtaken(self, session: str, told: Mapping[str, str]) -> Response:
        """What the first editor decided, beside what the second wrote, who chooses."""
        letter, kind, key = (told.get(name, "") for name in ("letter", "kind", "key"))
        found = self._desk.standing(letter, kind, told.get("again", key).partition("@")[0])
        if found is None:
            return self._said(told, "What this was about is gone; open the letter again.", 409)
        return overtaken(found[0], told, self._door.form_token(session), self._back(told))

    def _said(self, told: Mapping[str, str], message: str, status: int) -> Response:
        return refused(told, message, status, self._back(told))

    def _back(self, told: Mapping[str, str]) -> str:
        place = self._desk.place_of(told.get("letter", ""), told.get("kind", ""), told.get("key", ""))
        return letter_href(*place, base="/letters/") if place else "/"

    def _session(self, request: Request) -> str:
        return str(request.state.session)

    def inside(self, answer: Answer) -> Answer:
        """`answer` for those who have come in; without a token whoever asks comes in."""

        async def answered(request: Request) -> Response:
            session = cookie(request.headers, SESSION)
            if session and self._door.is_let_in(session):
                request.state.session = session
                return await answer(request)
            # a link from elsewhere comes without our cookies; the same page asked for by our own has them
            if request.method == "GET" and request.headers.get("sec-fetch-site") == "cross-site":
                return HTMLResponse('<!DOCTYPE html><meta http-equiv="refresh" content="0"><title>crossfoot</title>')
            if self._door.token is not None:
                return RedirectResponse("/enter", 303)
            request.state.session = self._door.new_session()
            return _with_session(await answer(request), request.state.session)

        return answered


def _named(answer: Response, told: Mapping[str, str]) -> Response:
    """The answer, which remembers the name that was given."""
    by = quote(told.get("by", ""), safe="")
    answer.set_cookie(NAME, by, max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer


def _with_session(answer: Response, session: str) -> Response:
    answer.set_cookie(SESSION, session, httponly=True, samesite="strict", path="/")
    return answer


def _decoded(name: str) -> str:
    return unquote(name, errors="replace")[:80]
