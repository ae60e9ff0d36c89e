"""Addresses that lead to one text, and those that do not."""

from __future__ import annotations

import pytest

from sources.lookup.addresses import host_of, plain_address, same_address

OTHER = [
    ("https://example.org/a", "https://example.org/b"),
    ("https://example.org/a?page=1", "https://example.org/a?page=2"),
    ("https://example.org/A", "https://example.org/a"),
    ("https://data.example.org/a", "https://example.org/a"),
    ("#", "#"),
    ("", ""),
    ("mailto:desk@example.org", "mailto:desk@example.org"),
    ("https://[broken", "https://[broken"),
    ("/a", "/a"),
]
SAME = [
    ("http://example.org/a", "https://www.example.org/a/"),
    ("https://example.org/a?utm_source=x&page=1", "https://example.org/a?page=1#top"),
    ("https://EXAMPLE.org/a", "https://example.org/a"),
    ("https://example.org/a%20b", "https://example.org/a b"),
    ("https://example.org/?b=2&a=1", "https://example.org?a=1&b=2"),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_texts(one: str, other: str) -> None:
    assert not same_address(one, other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_text(one: str, other: str) -> None:
    assert same_address(one, other)


def test_hosts() -> None:
    assert host_of("https://www.example.org/a?b=c") == "example.org"
    assert host_of("https://example.org?b=c") == "example.org"
    assert host_of("not an address") is None
    assert plain_address("https://example.org/" + "a" * 5000) is None
