"""Where a fetch may go: which addresses and which machines are never asked."""

from __future__ import annotations

from ipaddress import ip_address

import httpcore
import pytest

from sources.pages.asking.dialling import Clock, Dialler
from sources.pages.asking.reach import NotFetched, Reach, is_public


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.7",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
    ],
)
def test_private_and_special_addresses_are_not_public(ip):
    assert not is_public(ip_address(ip))
    with pytest.raises(NotFetched, match="private network"):
        Reach().check(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_are_public(ip):
    assert is_public(ip_address(ip))
    Reach().check(ip)


def test_the_setting_of_the_tests_opens_this_machine_alone():
    reach = Reach(loopback_for_tests=True)
    reach.check("127.0.0.1")
    reach.check("::1")
    for ip in ("10.0.0.1", "169.254.169.254", "fe80::1%eth0"):
        with pytest.raises(NotFetched):
            reach.check(ip)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("ftp://example.org/a", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("gopher://example.org/", "scheme"),
        ("data:text/html,hello", "scheme"),
        ("//example.org/a", "scheme"),
        ("http:///a", "no_address"),
        ("https://", "no_address"),
        ("http://[::1", "no_address"),
        ("http://exa mple.org/", "no_address"),
        ("http://reader:secret@example.org/", "user"),
        ("http://example.org:22/", "port"),
        ("http://example.org:25/", "port"),
        ("https://example.org/" + "a" * 5000, "no_address"),
    ],
)
def test_what_is_no_address_of_a_web_page_is_not_asked(address, key):
    with pytest.raises(NotFetched) as refused:
        Reach().address(address)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("alder.example", True),
        ("www.alder.example", True),
        ("ALDER.example", True),
        ("notalder.example", False),
        ("alder.example.net", False),
        ("birch.example", False),
    ],
)
def test_hosts_named_by_the_user_and_those_below_them(host, allowed):
    reach = Reach(hosts=("alder.example",))
    if allowed:
        assert reach.address(f"https://{host}/a#part").fragment == ""
    else:
        with pytest.raises(NotFetched, match="--host"):
            reach.address(f"https://{host}/a")


class _Dials(httpcore.NetworkBackend):
    """Notes whom it was to connect to; says it is connected to `peer`."""

    def __init__(self, peer: str | None = None) -> None:
        self.dialled: list[str] = []
        self.closed = 0
        self._peer = peer

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.dialled.append(host)
        outer = self

        class Stream(httpcore.NetworkStream):
            def get_extra_info(self, info):
                return (outer._peer or host, port)

            def close(self):
                outer.closed += 1

        return Stream()


def test_a_name_with_one_private_address_is_not_asked_at_all():
    inner = _Dials()
    dialler = Dialler(Reach(), Clock(5), resolve=lambda *_: ["93.184.216.34", "10.0.0.1"], inner=inner)
    with pytest.raises(NotFetched, match="10\\.0\\.0\\.1"):
        dialler.connect_tcp("alder.example", 80)
    assert inner.dialled == []


def test_a_name_that_answers_otherwise_the_second_time_gains_nothing():
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    inner = _Dials()
    dialler = Dialler(Reach(), Clock(5), resolve=lambda *_: answers.pop(0), inner=inner)
    dialler.connect_tcp("alder.example", 80)
    assert inner.dialled == ["93.184.216.34"]  # the checked address itself, not the name once more
    with pytest.raises(NotFetched, match="private"):
        dialler.connect_tcp("alder.example", 80)


def test_the_address_that_the_connection_has_is_checked_too():
    inner = _Dials(peer="192.168.0.7")
    dialler = Dialler(Reach(), Clock(5), resolve=lambda *_: ["93.184.216.34"], inner=inner)
    with pytest.raises(NotFetched, match="192\\.168\\.0\\.7"):
        dialler.connect_tcp("alder.example", 80)
    assert inner.closed == 1


def test_a_name_that_nobody_knows():
    def unknown(host, port):
        raise OSError("no such host")

    with pytest.raises(NotFetched, match="no name server"):
        Dialler(Reach(), Clock(5), resolve=unknown, inner=_Dials()).connect_tcp("alder.example", 80)
