"""Where a notice goes: a notification block of Prefect's, or an address that Prefect's Apprise block understands.

    block:custom-webhook/desk      a block on the Prefect server, by type and name
    env:DESK_MAIL                  the address that stands in an environment variable: mailtos://user:password@host?to=…
    json://127.0.0.1:8080/hook     an address without a secret

Prefect and what it sends with are loaded when something is sent.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claims.errors import CrossfootError

if TYPE_CHECKING:
    from prefect.blocks.abstract import NotificationBlock

BLOCK, KEPT = "block:", "env:"
VARIABLE = "CROSSFOOT_NOTIFY"
_MAIL = ("mailto", "mailtos")


def _parameter_of(channel: str, number: int) -> str:
    """A channel as a flow's parameter: an address goes into the environment, for it may hold a password.

    Raises CrossfootError for what is no channel.
    """
    if channel.startswith(BLOCK):
        if channel.count("/") != 1:
            raise CrossfootError(f"--notify {channel}", "name a block by type and name: block:custom-webhook/desk")
        return channel
    if channel.startswith(KEPT):
        _require(channel, _address(channel))
        return channel
    _require(f"--notify number {number}", channel)
    name = f"{VARIABLE}_{number}"
    os.environ[name] = channel
    return f"{KEPT}{name}"


def channels_of(told: Sequence[str] | None) -> list[str]:
    """Channels as parameters of a flow. Raises CrossfootError."""
    return [_parameter_of(one, number) for number, one in enumerate(told or (), 1)]


def send(channel: str, subject: str, body: str) -> None:
    """Send a notice. Raises CrossfootError, without the address, where it could not be delivered."""
    block: Any = opened(channel)
    try:
        with block.raise_on_failure():
            block.notify(body, subject, _sync=True)
    except Exception as error:
        why = " ".join(_without_address(error).split())
        raise CrossfootError(channel, f"a notice could not be delivered ({why})") from None


def opened(channel: str) -> NotificationBlock:
    """The block of a channel. Raises CrossfootError where there is none."""
    from prefect.blocks.abstract import NotificationBlock

    block = _loaded(channel) if channel.startswith(BLOCK) else _of_address(channel)
    if not isinstance(block, NotificationBlock):
        raise CrossfootError(channel, "is no block that notifies; make a Custom Webhook, Slack Webhook, … block")
    return block


def _loaded(channel: str) -> Any:
    from prefect.blocks.core import Block

    load: Any = Block.load
    try:
        return load(channel.removeprefix(BLOCK), _sync=True)
    except ValueError:
        raise CrossfootError(channel, "there is no such block on the Prefect server; make it, or use env:") from None


def _of_address(channel: str) -> Any:
    from prefect.blocks.notifications import AppriseNotificationBlock
    from pydantic import SecretStr

    address = _address(channel)
    if address.partition(":")[0].lower() in _MAIL and "format=" not in address:
        # our lines stay lines: without this Apprise makes HTML of them, and text of that again
        address += f"{'&' if '?' in address else '?'}format=text"
    return AppriseNotificationBlock(url=SecretStr(address))


def _address(channel: str) -> str:
    if not channel.startswith(KEPT):
        return channel
    name = channel.removeprefix(KEPT)
    if not (address := os.environ.get(name, "").strip()):
        raise CrossfootError(channel, f"the environment variable {name} is not set; put an address into it")
    return address


def _require(channel: str, address: str) -> None:
    """Raise CrossfootError unless Apprise can send to such an address."""
    from apprise import Apprise

    if Apprise.instantiate(address, suppress_exceptions=True) is None:
        what = (
            "is no address that a notice can be sent to; such are mailtos://user:password@host?to=…, jsons://host/path"
        )
        raise CrossfootError(channel, what)


def _without_address(error: Exception) -> str:
    """What went wrong, in words that hold no address: the kind of fault, and the status that a server gave."""
    response = getattr(error, "response", None)
    status = getattr(response, "status_code", None)
    return f"{type(error).__name__}{f', status {status}' if status else ''}"
