"""The list of signatories as the rules see it: its numbering, its late additions, the bodies that stand in it twice."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.words import of_language
from claims.model import Field, Signatories, SignatoryName
from claims.quick_records import dataclass
from claims.signers.bodies import Body, name_words, read_body, word_set
from expectations.signing.likeness import alike
from expectations.signing.list_sense import sense_of
from expectations.signing.near_names import Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """Pairs that look like one body, and the clusters of those that do so beyond doubt, in the order of the list."""

    pairs: tuple[Likeness, ...]
    clusters: tuple[tuple[Body, ...], ...]

    @property
    def surplus(self) -> int:
        """How many entries more than bodies the list has."""
        return sum(len(cluster) - 1 for cluster in self.clusters)


def _clusters(pairs: Sequence[Likeness]) -> tuple[tuple[Body, ...], ...]:
    """Pairs joined at their common bodies: A = B and B = C make one cluster of three."""
    home: dict[int, int] = {}
    members: dict[int, list[Body]] = {}
    for pair in pairs:
        if pair.severity == "info":
            continue
        for body in (pair.first, pair.second):
            if body.position not in home:
                home[body.position] = body.position
                members[body.position] = [body]
        keep, lose = sorted((home[pair.first.position], home[pair.second.position]))
        if keep != lose:
            members[keep] += members.pop(lose)
            home.update({body.position: keep for body in members[keep]})
    return tuple(tuple(sorted(group, key=lambda body: body.position)) for _, group in sorted(members.items()))


def bodies_of(names: Sequence[SignatoryName]) -> list[Body]:
    """Every entry that names somebody, taken apart; withheld and empty ones are left out."""
    shown = [
        (at, name) for at, name in enumerate(names) if not name.withheld and any(char.isalpha() for char in name.name)
    ]
    bodies = (read_body(at, name) for at, name in shown)
    return [body for body in bodies if not set(body.words) <= word_set("unnamed")]


def place_words(field: Field) -> frozenset[str]:
    """Single words that name a place in the field's tables, folded as the words of names are."""
    names = (text for place in field.places for text in (place.name, *place.aliases))
    return frozenset(words[0] for words in map(name_words, names) if len(words) == 1)


@of_language(maxsize=4)
def _repeats(names: tuple[SignatoryName, ...], places: frozenset[str]) -> Repeats:
    bodies = bodies_of(names)
    pairs = tuple(alike(bodies, sense_of(bodies, places)))
    return Repeats(pairs=pairs, clusters=_clusters(pairs))


def repeats(signatories: Signatories, field: Field) -> Repeats:
    """The bodies that stand in the list more than once."""
    return _repeats(signatories.names, place_words(field))


def why_not_counted(signatories: Signatories, otherwise: str) -> str:
    """Why there is no count of the list: the reasons for doubt, `otherwise` where there are none."""
    return " ".join(signatories.doubts) or otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of the list with one numbering; `late` are unnumbered entries that follow it."""

    names: tuple[SignatoryName, ...]
    late: tuple[SignatoryName, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(name.number for name in self.names if name.number is not None)


def numbered_runs(names: Sequence[SignatoryName]) -> list[Run]:
    """The list cut where its group changes; an unnumbered list gives runs without numbers."""
    groups: dict[str | None, list[SignatoryName]] = {}
    for name in names:
        groups.setdefault(name.group, []).append(name)
    return [_run(group) for group in groups.values()]


def _run(names: Sequence[SignatoryName]) -> Run:
    last = max((at for at, name in enumerate(names) if name.number is not None), default=-1)
    if last < 0:
        return Run(names=tuple(names), late=())
    return Run(names=tuple(names[: last + 1]), late=tuple(names[last + 1 :]))


def late_additions(names: Sequence[SignatoryName]) -> tuple[SignatoryName, ...]:
    """Entries said to be late, and unnumbered ones after the end of a numbering: they came in when it was closed."""
    if told := tuple(name for name in names if name.late):
        return told
    if not any(name.number is not None for name in names):
        return ()
    last = max(at for at, name in enumerate(names) if name.number is not None)
    return tuple(name for name in names[last + 1 :] if name.number is None)
