"""Notices for real: a mail server and a web server on this machine, through Prefect's own blocks."""

from __future__ import annotations

import os

import pytest

from claims.errors import CrossfootError
from flows.notices import channels
from tests.factories.listening import mail_server, web_server

BODY = "9 letters, 2 items\n\nOn the harbour\n  “40 boats”: overstated"


def test_a_mail_in_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    with mail_server() as server:
        address = f"mailto://127.0.0.1:{server.port}?from=desk@letters.example&to=ada@letters.example"
        monkeypatch.setenv("DESK_MAIL", address)
        channels.send("env:DESK_MAIL", "crossfoot: new: 2 items for an editor", BODY)
        (mail,) = server.mails()
    assert (mail["To"], mail["Subject"]) == ("ada@letters.example", "crossfoot: new: 2 items for an editor")
    assert mail.get_content().strip().splitlines() == BODY.splitlines()


def test_a_webhook_by_address_and_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.blocks.core import Block
    from prefect.blocks.notifications import CustomWebhookNotificationBlock

    with web_server() as server:
        monkeypatch.setenv("HOOK", f"json://127.0.0.1:{server.port}/hook")
        channels.send("env:HOOK", "new", BODY)
        block = CustomWebhookNotificationBlock(
            name="desk", url=f"http://127.0.0.1:{server.port}/", json_data={"text": "{{subject}}\n{{body}}"}
        )
        monkeypatch.setattr(Block, "load", lambda name, **_: block if name == "custom-webhook/desk" else None)
        channels.send("block:custom-webhook/desk", "new", BODY)
        first, second = server.got
    assert (first["title"], first["message"]) == ("new", BODY)
    assert second == {"text": f"new\n{BODY}"}


def test_what_is_not_delivered_is_told_without_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.blocks.core import Block
    from prefect.blocks.notifications import CustomWebhookNotificationBlock

    with web_server(status=503) as server:
        monkeypatch.setenv("HOOK", f"json://editor:hunter2@127.0.0.1:{server.port}/hook")
        block = CustomWebhookNotificationBlock(name="desk", url=f"http://127.0.0.1:{server.port}/?token=hunter2")
        monkeypatch.setattr(Block, "load", lambda *_, **__: block)
        for channel in ("env:HOOK", "block:custom-webhook/desk"):
            with pytest.raises(CrossfootError, match="could not be delivered") as told:
                channels.send(channel, "new", BODY)
            assert "hunter2" not in str(told.value)
            assert channel in str(told.value)
    assert "503" in str(told.value)


@pytest.mark.parametrize(
    ("channel", "what"),
    [
        ("nonsense", "is no address"),
        ("ftp://files.example/x", "is no address"),
        ("env:NOT_SET_ANYWHERE", "is not set"),
        ("block:desk", "by type and name"),
        ("mailto://", "is no address"),
    ],
)
def test_what_is_no_channel_is_refused_before_any_run(channel: str, what: str) -> None:
    with pytest.raises(CrossfootError, match=what):
        channels.channels_of([channel])


def test_an_address_becomes_no_parameter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    told = channels.channels_of(["block:slack-webhook/desk", "mailtos://ada:hunter2@mail.example?to=bea@x.example"])
    assert told == ["block:slack-webhook/desk", "env:CROSSFOOT_NOTIFY_2"]
    assert "hunter2" in os.environ["CROSSFOOT_NOTIFY_2"]
    assert channels.channels_of(None) == []
