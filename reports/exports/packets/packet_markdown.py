"""The packet as Markdown: every word of a letter or a table is written so that it stays words."""

from __future__ import annotations

from collections.abc import Iterator

from reports.exports.packets.packet_contents import Correction, Packet, Source, said
from reports.exports.safe_words import markdown


def as_markdown(packet: Packet) -> str:
    """The whole packet; one heading and one list a correction."""
    lines = [f"# {markdown(packet.title)}", "", markdown(packet.about), ""]
    if not packet.corrections:
        lines += [markdown(said("none")), ""]
    for one in packet.corrections:
        lines += _correction(one)
    return "\n".join([*lines, markdown(said("foot")), ""])


def _correction(one: Correction) -> Iterator[str]:
    yield f"## {one.number}. {markdown(one.head)}"
    yield ""
    yield f"> {markdown(one.sentence)}"
    yield ""
    yield f"- **{said('old')}:** {markdown(one.old)}"
    yield f"- **{said('new')}:** {markdown(one.new)}"
    for why in one.why:
        yield f"- **{said('why')}:** {markdown(why)}"
    for source in one.sources:
        yield f"- **{said('source')}:** {_source(source)}"
    if one.change:
        yield f"- **{said('change')}:** {markdown(one.change)}"
    yield f"- **{said('sign_off')}:** {markdown(said('line'))}"
    yield ""


def _source(source: Source) -> str:
    """The address as a link of its own: only http(s) addresses without signs that could end it come this far."""
    return f"{markdown(source.line)} <{source.url}>" if source.url else markdown(source.line)
