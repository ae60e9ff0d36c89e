"""Sixty paths that are no plain letter: what a user, a script or an attacker may name, and what must come of each."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.scale.made_letters import letter
from tests.factories.documents import zipped

READ, REFUSED = frozenset({0, 1}), frozenset({2})
EITHER = READ | REFUSED


@dataclass(frozen=True, slots=True)
class Odd:
    """Words of a command line in the place of paths, the exit codes that are right, and what is on standard input."""

    name: str
    words: Sequence[str]
    codes: frozenset[int]
    stdin: bytes = b""


def odd_paths(root: Path) -> Iterator[Odd]:
    """Every one, made under `root`."""
    root.mkdir()
    good = root / "good.txt"
    good.write_text(letter(7), encoding="utf-8")
    yield from _words(root, good)
    yield from _things(root)
    yield from _links(root, good)
    yield from _names(root)
    yield from _folders(root)
    yield from _inside(root)


def _words(root: Path, good: Path) -> Iterator[Odd]:
    text = letter(8).encode()
    yield Odd("empty", [""], REFUSED)
    yield Odd("blank", ["   "], REFUSED)
    yield Odd("dash", ["-"], READ, text)
    yield Odd("dash, nothing in it", ["-"], REFUSED)
    yield Odd("dash, no text", ["-"], REFUSED, bytes(range(256)) * 9)
    yield Odd("dash twice", ["-", "-"], EITHER, text)
    yield Odd("dash and a file", ["-", str(good)], READ, text)
    yield Odd("two dashes", ["--", str(good)], READ)
    yield Odd("no path", [], REFUSED)
    yield Odd("slash behind a file", [f"{good}/"], REFUSED)
    yield Odd("slashes before", [f"//{good}"], READ)
    yield Odd("dots within", [f"{root}/./../{root.name}/good.txt"], READ)
    yield Odd("twice the same", [str(good), str(good), f"{root}/./good.txt"], READ)
    yield Odd("a dot behind", [f"{good}/."], REFUSED)
    yield Odd("two dots behind", [f"{good}/.."], EITHER)
    yield Odd("a zero in it", [f"{root}/a\0b.txt"], REFUSED)
    yield Odd("a surrogate", [f"{root}/\udcff\udcfe.txt"], REFUSED)
    yield Odd("a true surrogate", [f"{root}/\ud83d.txt"], REFUSED)
    yield Odd("no such file", [f"{root}/none.txt"], REFUSED)
    yield Odd("no such folder", [f"{root}/none/none.txt"], REFUSED)
    yield Odd("far too long", [f"{root}/{'a' * 5000}.txt"], REFUSED)
    yield Odd("far too deep", [f"{root}{'/a' * 4000}.txt"], REFUSED)
    yield Odd("an address", ["https://example.org/letter.html"], REFUSED)
    yield Odd("a file address", [f"file://{good}"], REFUSED)
    yield Odd("a tilde", ["~nobody-of-that-name/letter.txt"], REFUSED)
    yield Odd("a star", [f"{root}/*.txt"], REFUSED)
    yield Odd("a new line", [f"{root}/a\nb.txt"], REFUSED)
    yield Odd("an escape", [f"{root}/\x1b[31m.txt"], REFUSED)
    yield Odd("like an option", ["-x.txt"], REFUSED)


def _things(root: Path) -> Iterator[Odd]:
    os.mkfifo(root / "pipe.txt")
    yield Odd("a pipe", [str(root / "pipe.txt")], REFUSED)
    yield Odd("/dev/null", ["/dev/null"], REFUSED)
    yield Odd("/dev/zero", ["/dev/zero"], REFUSED)
    yield Odd("/dev/full", ["/dev/full"], REFUSED)
    yield Odd("/dev/tty", ["/dev/tty"], REFUSED)
    yield Odd("/dev/stdin", ["/dev/stdin"], EITHER, letter(9).encode())
    yield Odd("/dev/fd/9", ["/dev/fd/9"], REFUSED)
    yield Odd("/proc/self/mem", ["/proc/self/mem"], REFUSED)
    yield Odd("/proc/self/environ", ["/proc/self/environ"], EITHER)
    yield Odd("/proc/kmsg", ["/proc/kmsg"], REFUSED)
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(root)  # a socket's path may be 100 bytes long
        one.bind("socket.txt")
        os.chdir(here)
    yield Odd("a socket", [str(root / "socket.txt")], REFUSED)
    (root / "sparse.txt").touch()
    os.truncate(root / "sparse.txt", 50_000_000_000)
    yield Odd("a file of holes", [str(root / "sparse.txt")], REFUSED)


def _links(root: Path, good: Path) -> Iterator[Odd]:
    for name, target in (("round.txt", "round.txt"), ("nowhere.txt", "gone.txt"), ("null.txt", "/dev/zero")):
        (root / name).symlink_to(target)
        yield Odd(f"a link, {name}", [str(root / name)], REFUSED)
    (root / "to-good.txt").symlink_to(good)
    yield Odd("a link to a letter", [str(root / "to-good.txt")], READ)
    (root / "ring").mkdir()
    (root / "ring" / "back").symlink_to("..")
    (root / "ring" / "self").symlink_to(".")
    yield Odd("a ring of folders", [str(root / "ring")], REFUSED)
    yield Odd("through a ring", [f"{root}/ring{'/self' * 30}/back/good.txt"], READ)
    yield Odd("through too many links", [f"{root}/ring{'/self' * 60}/back/good.txt"], REFUSED)


def _names(root: Path) -> Iterator[Odd]:
    names = (
        b"\xff\xfe.txt",
        b"new\nline.txt",
        b"\x1b[31mred.txt",
        b"-option.txt",
        b"=cmd|' '!A1.txt",
        b"%s%n{0}.txt",
        b"a" * 251 + b".txt",
        "\u202etxt.exe.txt".encode(),
        b"..txt",
        b" .txt",
        b"a'b\"c`d.txt",
        b"<b>&amp;.txt",
        "é".encode() * 120 + b".txt",
        b"CON.txt",
        b"no-ending",
        b"LETTER.TXT",
        b"\\back\\slash.txt",
    )
    (root / "names").mkdir()
    for number, name in enumerate(names):
        path = os.fsencode(root) + b"/names/" + name
        with open(path, "wb") as file:
            file.write(letter(100 + number).encode())
        yield Odd(f"named {name[:20]!r}", [os.fsdecode(path)], READ)
    yield Odd("all of these names", [str(root / "names")], READ)


def _folders(root: Path) -> Iterator[Odd]:
    (root / "bare").mkdir()
    yield Odd("an empty folder", [str(root / "bare")], REFUSED)
    yield Odd("an empty folder with slashes", [f"{root}/bare///"], REFUSED)
    yield Odd("a folder with slashes", [f"{root}/names///"], READ)
    (root / "folder.txt").mkdir()
    yield Odd("a folder named like a letter", [str(root / "folder.txt")], REFUSED)
    (root / "within").mkdir()
    (root / "within" / "good.txt").write_text(letter(11), encoding="utf-8")
    (root / "within" / "deeper.txt").mkdir()
    os.mkfifo(root / "within" / "pipe.txt")
    yield Odd("a pipe and a folder beside a letter", [str(root / "within")], READ)
    deep = root / "deep"
    for _ in range(200):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "good.txt").write_text(letter(12), encoding="utf-8")
    yield Odd("two hundred folders deep", [str(root / "deep")], READ)
    (root / "shut").mkdir()
    (root / "shut" / "good.txt").write_text(letter(13), encoding="utf-8")
    (root / "shut").chmod(0)
    yield Odd("a folder that is shut", [str(root / "shut")], EITHER if os.geteuid() == 0 else REFUSED)
    (root / "unread.txt").write_text(letter(14), encoding="utf-8")
    (root / "unread.txt").chmod(0)
    yield Odd("a letter that is shut", [str(root / "unread.txt")], EITHER if os.geteuid() == 0 else REFUSED)


def _inside(root: Path) -> Iterator[Odd]:
    names = (
        "../../out.txt",
        "/abs.txt",
        "a/../b.txt",
        "C:\\x.txt",
        "con\n.txt",
        "\ud83d".encode("utf-8", "surrogatepass").decode("latin-1") + ".txt",
        "x.txt/",
        "ok.txt",
    )
    (root / "odd.zip").write_bytes(zipped({name: letter(20 + n) for n, name in enumerate(names)}))
    yield Odd("an archive of odd names", [str(root / "odd.zip")], EITHER)
    yield Odd("a letter in an archive", [f"{root}/odd.zip/ok.txt"], READ)
    yield Odd("no such letter in an archive", [f"{root}/odd.zip/none.txt"], REFUSED)
    yield Odd("an archive with a slash", [f"{root}/odd.zip/"], EITHER)
    yield Odd("out of an archive", [f"{root}/odd.zip/../../good.txt"], REFUSED)
    yield Odd("within a letter", [f"{root}/good.txt/letter.txt"], REFUSED)
