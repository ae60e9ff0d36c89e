"""The review of letters that try to run something: every kind of its pages, and what editors write of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from tests.factories.hostile_letters import ATTACKS, MARK, hostile_letters

pytestmark = pytest.mark.browser


def quiet(page: Any, address: str) -> None:
    assert page.evaluate(f"window.{MARK}") is None
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, base, svg script').length") == 0
    assert set(page.evaluate("[...document.forms].map(one => one.action)")) <= {
        f"{address}/{name}" for name in ("decide", "decide-several", "add-source")
    } | {page.url}
    assert [url for url in page.requests if not url.startswith((address, "data:,"))] == []
    assert page.complaints == []


def test_pages_with_forms_hold_words_alone(windows: Any, start: Any) -> None:
    letters = list(hostile_letters(210).items())[::6]
    served = start(text=letters[0][1], **dict(letters[1:]))
    page = windows.new_tab(served.address + "/")
    page.on("dialog", lambda dialog: pytest.fail("a letter ran a script"))
    quiet(page, served.address)
    for letter_id in ["wells", *(name for name, _ in letters[1:])]:
        page.goto(f"{served.address}/letters/{quote(letter_id, safe='')}.html")
        assert page.locator("article.card").count()
        quiet(page, served.address)
    windows.close_new()


@pytest.mark.parametrize("attack", ATTACKS[::7])
def test_what_an_editor_writes_of_several_is_words_to_the_one_who_comes_second(
    windows: Any, start: Any, attack: str
) -> None:
    served = start(text=next(iter(hostile_letters(1).values())))
    first, second = (windows.new_tab(f"{served.address}/letters/wells.html") for _ in range(2))
    for page in (first, second):
        for tick in page.locator("article.card .tick input").all()[:3]:
            tick.check()
        page.locator("#several > summary").click()
        form = page.locator("#several-form")
        form.locator("input[value=correct]").check()
        form.locator("[name=wording]").fill(attack)
        form.locator("[name=note]").fill(attack)
        form.locator("[name=by]").fill(attack[:80])
        with page.expect_navigation():
            form.get_by_role("button", name="Decide").click()
        page.goto(page.url) if page is first else None
    quiet(first, served.address)
    assert second.locator("h1").inner_text() == "Somebody was first"
    assert second.evaluate(f"window.{MARK}") is None
    assert second.evaluate("document.querySelectorAll('img, iframe, script, svg').length") == 0
    assert second.locator("#several-form [name=wording]").input_value() == attack.replace("\r\n", "\n")
    windows.close_new()
