"""Who is told what: what an editor must see anew and only that, whatever else a run did."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claims.errors import CrossfootError
from expectations.model import CheckedLetter
from flows.notices import notice_text
from flows.notices.notify_editors import behind, notify
from flows.notices.standing_items import Item, faults_of, items_of
from flows.notices.told_before import FILE, load_told
from reports.deciding.decisions import NONE, Decisions
from reports.deciding.entries import Entry
from reports.deciding.folding import standing
from reports.deciding.things_decided import finding_subjects
from tests.factories import checked as make

SUMMARY: dict[str, Any] = {"problems": [], "failed_gates": [], "gate_faults": []}
OVER = make.verdict(against_source="overstated", arithmetic="120 > 31")


def seen(*letters: CheckedLetter, decisions: Decisions = NONE, since: Any = None) -> list[Item]:
    return list(items_of(letters, (), decisions, since))


def letter(**changes: Any) -> CheckedLetter:
    return make.checked_letter(**changes)


def overstated(**changes: Any) -> CheckedLetter:
    return letter(verdicts={"flood-120": replace(OVER, **changes)})


def names(items: list[Item]) -> set[str]:
    return {one.name for one in items}


def test_what_asks_for_an_editor_and_nothing_else() -> None:
    quiet = letter(verdicts={}, findings=(make.finding(),))
    assert seen(quiet) == []
    alarm, claim = sorted(seen(overstated()), key=lambda one: one.line)[::-1][:2][::-1]
    assert {alarm.about, claim.about} == {"Open letter on the flood"}
    assert "“120 people”: overstated (120 > 31)" in {alarm.line, claim.line}


def test_a_thing_is_another_one_where_an_editor_would_see_another() -> None:
    now = names(seen(overstated()))
    assert names(seen(overstated(explanation="told in other words"))) == now
    assert names(seen(overstated(arithmetic="120 > 30"))) == now  # it stands as before
    assert names(seen(overstated(timeliness="superseded_since"))) != now
    assert names(seen(overstated(against_source="contradicted"))) != now


def test_what_an_editor_put_aside_is_not_told() -> None:
    one = letter(verdicts={})
    (item,) = seen(one)
    subject = finding_subjects(one)[1]
    entry = Entry(subject=subject, revision=1, decision="dismiss", by="ada", at="2030-01-01T00:00:00+00:00")
    assert seen(one, decisions=Decisions(kept={subject.place: standing([entry])})) == []
    assert item.kind == "item"


def test_faults_of_a_run() -> None:
    told = list(faults_of({"problems": [{"path": "in/a.txt", "message": "is empty"}], "failed_gates": ["claims"],
                           "gate_faults": ["table claims: 3 at fault"]}))  # fmt: skip
    assert [(one.kind, one.about, one.line) for one in told] == [
        ("unread", "in/a.txt", "is empty"), ("failed", "claims", "table claims: 3 at fault"),
    ]  # fmt: skip
    assert list(faults_of(SUMMARY)) == []


def test_why_is_told_where_the_record_knows() -> None:
    changed = {"before": {"claim_id": "x"}, "after": {"claim_id": "flood-120"}, "causes": [{"kind": "software"}]}
    items = seen(overstated(), since={"letters": [{"claims": [changed]}]})
    assert [one.why for one in items if "120 people" in one.line] == ["the software changed"]


class Post:
    """What was sent, and channels that are down."""

    def __init__(self, *down: str) -> None:
        self.sent: list[tuple[str, str, str]] = []
        self.said: list[str] = []
        self.down = set(down)

    def send(self, channel: str, subject: str, body: str) -> None:
        if channel in self.down:
            raise CrossfootError(channel, "a notice could not be delivered")
        self.sent.append((channel, subject, body))

    def run(self, state: Path, items: list[Item], *channels: str) -> int:
        """How many notices a run over these items sends."""
        before = len(self.sent)
        told = {"headline": "9 letters", "report": "https://desk.example/r", "send": self.send, "say": self.said.append}
        notify(state, channels or ("env:A",), items, **told)  # type: ignore[arg-type]
        return len(self.sent) - before


def item(name: str, **changes: Any) -> Item:
    return replace(Item(name=name, kind="item", about="On the harbour", line=f"line {name}"), **changes)


def test_only_what_is_new_is_told_and_once(tmp_path: Path) -> None:
    post = Post()
    sent = [post.run(tmp_path, items) for items in ([item("a")], [item("a")], [item("a"), item("b")], [item("b")], [])]
    assert sent == [1, 0, 1, 0, 0]
    (_, first, _), (_, second, body) = post.sent
    assert (first, second) == ("crossfoot: 1 item for an editor", "crossfoot: new: 1 item for an editor")
    assert "line b" in body
    assert "line a" not in body
    assert post.run(tmp_path, [item("a")]) == 1  # it was settled, and is back


def test_a_channel_that_was_down_is_told_later_and_the_others_once(tmp_path: Path) -> None:
    post, both = Post("env:B"), ("env:A", "env:B")
    assert post.run(tmp_path, [item("a")], *both) == 1
    assert post.said == ["env:B: a notice could not be delivered"]
    assert behind(tmp_path, both)
    post.down.clear()
    assert post.run(tmp_path, [item("a")], *both) == 1
    assert [channel for channel, _, _ in post.sent] == ["env:A", "env:B"]
    assert not behind(tmp_path, both)
    assert behind(tmp_path, [*both, "env:NEW"])
    assert not behind(tmp_path, [])


def test_what_was_told_is_remembered_without_words_or_addresses(tmp_path: Path) -> None:
    Post().run(tmp_path, seen(overstated()), "env:A")
    text = (tmp_path / FILE).read_text()
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert not [word for word in ("flood", "people", "120", "env:A") if word in text]


@pytest.mark.parametrize("text", ["", "[]", '{"channels": 3}', '{"channels": {"a": 5}, "behind": []}', "\x00"])
def test_a_file_that_cannot_be_read_tells_all_again(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert load_told(tmp_path).is_new("env:A")
    assert Post().run(tmp_path, [item("a")]) == 1


def test_a_notice_is_short_and_says_where_the_rest_is() -> None:
    news = [item(f"{at:03}") for at in range(30)] + [item("x", kind="unread"), item("y", kind="failed")]
    subject = notice_text.subject_of(news, first=False)
    assert subject == (
        "crossfoot: new: 30 items for an editor, 1 thing that could not be read, 1 table that failed"
    )  # fmt: skip
    body = notice_text.body_of(news, "9 letters", "https://desk.example/r").splitlines()
    assert body[:5] == ["9 letters", "The report: https://desk.example/r", "", "On the harbour", "  line 000"]
    assert body[-1] == "and 12 more"
    why = notice_text.body_of([item("a", why="the software changed")], "", "")
    assert "    why: the software changed" in why
