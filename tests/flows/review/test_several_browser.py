"""Several cards and checks decided on at once in a browser: as one step, taken back as one, never over another's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reports.deciding.folding import standings
from tests.factories.windows import axe_finds

pytestmark = pytest.mark.browser

CLAIMS = ("1,200 people", "60 wells", "90 pumps")


@pytest.fixture
def fresh(start: Any) -> Any:
    return start()


@pytest.fixture
def visit(windows: Any) -> Iterator[Any]:
    def go(served: Any, path: str = "/letters/wells.html", **options: Any) -> Any:
        return windows.new_tab(served.address + path, **{"width": 1300, "height": 800, **options})

    yield go
    windows.close_new()


def card(page: Any, words: str) -> Any:
    return page.locator("article.card", has=page.locator("h3", has_text=words))


def chosen(page: Any, *boxes: Any) -> None:
    for box in boxes:
        box.locator(".tick input").check()


def decided(page: Any, decision: str, by: str, **fields: str) -> Any:
    form = page.locator("#several-form")
    if not form.is_visible():
        page.locator("#several > summary").click()
    form.locator(f"input[name=decision][value={decision}]").check()
    for name, value in {"by": by, **fields}.items():
        field = form.locator(f"[name={name}]")
        field.select_option(value) if name == "reason" else field.fill(value)
    with page.expect_navigation():
        form.get_by_role("button", name="Decide").click()
    return page


def taken_back(page: Any, by: str = "Ada") -> None:
    form = page.locator("form:has(input[name=together])").first
    form.locator("[name=by]").fill(by)
    with page.expect_navigation():
        form.get_by_role("button").click()


def states(served: Any) -> list[str]:
    return sorted(one.state for one in standings(served.shelf.entries()).values())


@pytest.mark.parametrize("scripts", [True, False])
def test_cards_and_checks_are_decided_on_at_once_and_taken_back_as_one(visit: Any, fresh: Any, scripts: bool) -> None:
    page = visit(fresh, java_script_enabled=scripts)
    chosen(page, *(card(page, words) for words in CLAIMS), page.locator("li.check.l-amend").first)
    decided(page, "dismiss", "Ada", reason="known", note="by <b>telephone</b>")
    assert states(fresh) == ["decided"] * 4
    for words in CLAIMS:
        assert "Dismiss by Ada" in card(page, words).locator(".stands").inner_text()
        assert "by <b>telephone</b>" in card(page, words).locator(".stands").inner_text()
        assert "decided together: 4 things" in card(page, words).locator(".stands").inner_text()
    assert page.get_by_role("button", name="Take it back on all 4 things").first.is_visible()
    taken_back(page)
    assert states(fresh) == ["open"] * 4
    assert len(fresh.shelf.entries()) == 8  # nothing is lost
    assert page.locator("form:has(input[name=together])").count() == 0
    assert page.complaints == []


def test_where_somebody_was_first_on_one_none_is_decided_and_the_second_chooses(visit: Any, fresh: Any) -> None:
    first, second = visit(fresh), visit(fresh)
    chosen(second, *(card(second, words) for words in CLAIMS))
    chosen(first, card(first, "60 wells"))
    decided(first, "accept", "Ben")
    decided(second, "not_a_claim", "Ada", note="ages")
    assert second.locator("h1").inner_text() == "Somebody was first"
    assert [one.by for one in fresh.shelf.entries()] == ["Ben"]
    theirs, mine = second.locator(".version").all()
    assert "Accept by Ben" in theirs.inner_text()
    assert mine.locator("[name=note]").input_value() == "ages"
    assert mine.locator("input[value=not_a_claim]").is_checked()
    assert mine.locator("[name=thing]:checked").count() == 2  # what Ben decided is ticked by nobody but Ada
    assert axe_finds(second) == []
    decided(second, "not_a_claim", "Ada")
    assert [one.by for one in fresh.shelf.entries()] == ["Ben", "Ada", "Ada"]
    assert "Accept by Ben" in card(second, "60 wells").locator(".stands").inner_text()


def test_what_somebody_has_decided_since_is_not_taken_back_with_the_others(visit: Any, fresh: Any) -> None:
    page = visit(fresh)
    chosen(page, *(card(page, words) for words in CLAIMS))
    decided(page, "accept", "Ada")
    other = visit(fresh)
    chosen(other, card(other, "60 wells"))
    decided(other, "dismiss", "Ben", reason="fine")
    taken_back(page)
    assert "Dismiss by Ben" in page.locator(".version").first.inner_text()
    assert states(fresh) == ["decided"] * 3
    taken_back(page)
    assert states(fresh) == ["decided", "open", "open"]
    assert "Dismiss by Ben" in card(page, "60 wells").locator(".stands").inner_text()


def test_what_may_not_be_said_of_one_is_said_of_none(visit: Any, fresh: Any) -> None:
    page = visit(fresh)
    chosen(page, card(page, "60 wells"), page.locator("li.check.l-amend").first)
    decided(page, "not_a_claim", "Ada", note="see page 2")
    told = page.locator("main").inner_text()
    assert "A check takes accept, needs correction, misread or dismiss. Nothing was decided of any." in told
    assert "see page 2" in told
    assert fresh.shelf.entries() == []


def test_nothing_chosen_is_told_without_scripts(visit: Any, fresh: Any) -> None:
    page = decided(visit(fresh, java_script_enabled=False), "accept", "Ada")
    assert "Nothing was chosen" in page.locator("main").inner_text()


def test_what_is_found_is_chosen_at_once_and_a_key_chooses_the_card(visit: Any, fresh: Any) -> None:
    for old in (fresh.out / "latest" / "assets").glob("*.js"):
        old.write_text("throw 1")  # left by a program of last year: pages of today go with scripts of today
    page = visit(fresh)
    page.locator("#several > summary").click()
    assert page.locator("#several button.main").is_disabled()
    page.locator("[name=q]").fill("pumps")
    page.get_by_role("button", name="Choose all that are shown").click()
    count = page.locator(".tick input:checked").count()
    assert 0 < count < page.locator(".tick").count()
    assert page.locator("#several output").inner_text() == f"{count} chosen"
    page.locator("[name=q]").fill("nothing like it")
    assert page.locator("#several output").inner_text() == f"{count} chosen, {count} of them not shown"
    page.get_by_role("button", name="Choose none").click()
    page.locator("[name=q]").fill("")
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator(".current .tick input").is_checked()
    assert page.locator("#several output").inner_text() == "1 chosen"
    page.keyboard.press("x")
    assert page.locator(".tick input:checked").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1300])
def test_the_form_of_several_fits_every_screen(visit: Any, fresh: Any, scheme: Any, width: int) -> None:
    page = visit(fresh, width=width, color_scheme=scheme)
    chosen(page, card(page, "60 wells"))
    page.locator("#several > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#several").bounding_box()["y"] < 800  # in reach while something is chosen
    assert axe_finds(page) == []
